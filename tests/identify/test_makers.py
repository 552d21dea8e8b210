"""Brand, maker then, owner today: and why a list gives one part several makers."""

import csv
import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from sherd import data
from sherd.identify.conflicts import maker_conflict
from sherd.identify.datecodes import RULES
from sherd.identify.grammars import GRAMMARS
from sherd.identify.makers import (
    forward,
    gone_before,
    lineage,
    named,
    narrowed,
    read_maker,
    shown,
    successions,
)
from sherd.identify.partnumber import base_part
from sherd.model.dates import Interval


@pytest.mark.parametrize(
    ("brand", "made", "then", "today"),
    [
        ("DALLAS", "2019-W32", ("Maxim",), ("Analog Devices",)),
        ("Dallas Semiconductor", "1999", ("Dallas Semiconductor",), ("Analog Devices",)),
        ("Maxim Integrated Products", "2021-08", ("Maxim", "Analog Devices"), ("Analog Devices",)),
        ("XILINX", "2020-W10", ("Xilinx",), ("AMD",)),
        ("Freescale Semiconductor", "2018", ("NXP", "Nexperia"), ("NXP", "Nexperia")),
        ("IR", "2013-W40", ("International Rectifier",), ("Infineon",)),
        ("Altera Corporation", "2010", ("Altera",), ("Intel", "Altera (Silver Lake)")),
        ("Macronix", "2003-W12", ("Macronix",), ("Macronix",)),
    ],
)
def test_brand_maker_then_and_owner_today_are_three_answers(
    brand: str, made: str, then: tuple[str, ...], today: tuple[str, ...]
) -> None:
    whose = read_maker(brand, Interval.parse(made))
    assert (whose.brand, whose.makers_then, whose.owners_today) == (brand, then, today)


def test_without_a_date_the_maker_then_stays_open() -> None:
    assert read_maker("DALLAS").makers_then == ("Dallas Semiconductor", "Analog Devices")
    assert "stays open" in read_maker("DALLAS").reason


def test_a_step_known_by_year_leaves_the_days_of_that_year_open() -> None:
    assert forward("International Rectifier", date(2015, 6, 1)) == ("International Rectifier", "Infineon")
    assert forward("International Rectifier", date(2016, 1, 1)) == ("Infineon",)


def test_companies_that_share_only_a_forebear_are_not_one_line() -> None:
    assert "onsemi" not in lineage("NXP")
    assert {"Philips", "Freescale", "Motorola Semiconductor", "Nexperia"} <= lineage("NXP")


def test_names_are_read_in_the_spellings_that_lists_use() -> None:
    assert named("Linear Technology Corporation (Analog Devices)") == ("Linear Technology", "Analog Devices")
    assert named("Microchip Technology Inc.") == named("MICROCHIP TECH") == ("Microchip",)
    assert named("All irf, Infineon Isc") == ("International Rectifier", "Infineon", "INCHANGE")
    assert named("Somebody Ltd.") == ("Somebody Ltd.",)


def test_a_name_that_ended_is_not_on_a_part_made_after() -> None:
    ended = gone_before("SGS-Thomson", Interval.parse("2005"))
    assert ended is not None
    assert ended.successor == "STMicroelectronics"
    assert gone_before("SGS-Thomson", Interval.parse("1997")) is None
    assert gone_before("Dallas Semiconductor", Interval.parse("2019")) is None, "a bought brand may live on"


def test_a_part_of_several_makers_stays_plural_until_brand_or_date_decides() -> None:
    sold_by = ("Maxim Integrated", "Texas Instruments")
    assert narrowed(sold_by, "MAX3221 CAE 2040")[0] == ("Maxim", "Texas Instruments")
    assert narrowed(sold_by, "TEXAS INSTRUMENTS MAX3221")[0] == ("Texas Instruments",)
    assert narrowed(("SGS-Thomson", "Texas Instruments"), "LM358", Interval.parse("2010"))[0] == (
        "Texas Instruments",
    )


def test_logo_words_and_part_beginnings_show_the_maker() -> None:
    assert {each.maker for each in shown("ATMEL ATMEGA128A-AU")} == {"Atmel"}
    assert [each.kind for each in shown("MX23L6406-12C")] == ["part"]
    assert shown("NATIVE STATE") == ()


CONFLICTS = {
    "DS1302Z": {"succession"}, "XC3S1000": {"succession"}, "74HC74": {"succession"},
    "AT27C512R": {"succession"},
    "LTC3414": {"succession"}, "LMZ14203": {"succession"}, "EPF10K100ARC240-2N": {"succession"},
    "74ABT1250": {"succession"}, "MAX1480AEPI": {"succession"}, "MAX3221": {"second source"},
    "CR2032": {"second source"}, "ADM709": {"misidentification possible"},
    "L7400": {"misidentification possible"},
    "7M9102": {"misidentification possible"}, "MPXAZ6115A": {"succession", "misidentification possible"},
    "MAX211EEA1": {"succession", "misidentification possible"},
}  # fmt: skip


def test_every_conflict_of_the_published_list_comes_out_with_its_reason(shared: Path) -> None:
    catalogue: dict[str, set[str]] = defaultdict(set)
    with (shared / "data/marking/catalogue_100k.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            catalogue[base_part(row["mpn"])].add(row["manufacturer"])
    with (shared / "data/facts/maker_conflicts_gur.csv").open(encoding="utf-8") as rows:
        listed = {row["base_marking"]: row["makers_and_entries"] for row in csv.DictReader(rows)}
    assert len(listed) == 31
    for part, entries in listed.items():
        makers = [re.split(r": \d", entry)[0] for entry in entries.split(" || ")]
        conflict = maker_conflict(part, makers, lambda base: catalogue.get(base_part(base), ()))
        assert conflict is not None, part
        assert conflict.kinds
        assert all(conflict.reasons)
        assert set(conflict.kinds) == CONFLICTS.get(part, set(conflict.kinds)), part


def test_names_of_one_maker_are_an_alias_and_one_name_is_no_conflict() -> None:
    alias = maker_conflict("LM358", ("TI", "Texas Instruments"))
    assert alias is not None
    assert alias.kinds == ("alias of same maker",)
    assert maker_conflict("LM358", ("TI", "TI ")) is None


def test_the_catalogue_can_show_that_both_sell_the_part() -> None:
    def sold_by(part: str) -> tuple[str, ...]:
        return ("ON Semiconductor", "Diodes Incorporated")

    both = maker_conflict("AZ1117", ("onsemi", "Diodes"), sold_by)
    assert both is not None
    assert both.kinds == ("second source",)


def test_every_maker_of_a_rule_or_a_family_is_written_as_the_tables_write_it() -> None:
    makers = {rule.maker for rule in RULES if rule.maker} | {grammar.maker for grammar in GRAMMARS}
    makers |= {row["maker"] for row in data.rows("maker_marks")}
    assert {maker for maker in makers if named(maker) != (maker,)} == set()


def test_no_company_follows_itself() -> None:
    assert [step for step in successions() if step.maker == step.successor] == []
    assert all(forward(step.maker) for step in successions())
