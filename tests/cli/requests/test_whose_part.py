"""Whose the part is that a request asks about, and how long records may still be there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.cli.requests.conftest import FROM, Sherd

# -- whose the part is ---------------------------------------------------------------------------------------


def of_brand(folder: Path, text: str, maker: str, party: str) -> None:
    """The component asked about bears a marking, its publisher names a maker, and the party has a name."""
    (folder / "markings.csv").write_text(
        f'id,component,text,photo,region,release\nM1,C2090,{text},P1,"40,30,20,10",public\n'
    )
    for sheet, was, now in (
        ("components.csv", "microcontroller,STM32F765VIT6,STMicroelectronics", f"sensor,DS18B20,{maker}"),
        ("parties.csv", "ST,STMicroelectronics,", f"ST,{party},"),
    ):
        said = (folder / sheet).read_text()
        assert was in said
        (folder / sheet).write_text(said.replace(was, now))


def test_a_draft_says_the_brand_as_marked_the_maker_then_and_the_owner_today(
    sherd: Sherd, folder: Path
) -> None:
    of_brand(folder, "DALLAS 18B20 1932C4", "Maxim Integrated", '"Analog Devices, Inc."')
    sherd("record", folder)
    said = sherd("trace", "request", "draft", "C2090", "--to", "ST", "--json").result["addressed"]
    assert (said["brand"], said["basis"]) == ("DALLAS", "as marked")
    assert (said["makers_then"], said["owners_today"]) == (["Maxim"], ["Analog Devices"])
    assert said["among_owners"]
    told = sherd("trace", "request", "draft", "C2090", "--to", "ST").out
    assert "brand DALLAS (as marked); maker then Maxim" in told
    assert "owner today Analog Devices: made 2019-08" in told
    assert "CHECK" not in told


def test_an_addressee_that_is_no_owner_today_is_told_and_held_up_by_nothing(
    sherd: Sherd, folder: Path
) -> None:
    of_brand(folder, "DALLAS 18B20 1932C4", "Maxim Integrated", "Maxim Integrated Products")
    sherd("record", folder)
    told = sherd("trace", "request", "draft", "C2090", "--to", "ST", "--why", "It was found in a weapon.")
    assert told.code == 0
    assert "CHECK   the addressee: Maxim Integrated Products bears the name of no owner today" in told.out
    sherd("trace", "request", "approve", "R1")
    assert sherd("trace", "request", "send", "R1", "--out", "out", *FROM).code == 0


def test_without_a_brand_in_the_marking_the_published_maker_speaks(sherd: Sherd, folder: Path) -> None:
    of_brand(folder, "1932C4", "Atmel", "Microchip Technology")
    sherd("record", folder)
    said = sherd("trace", "request", "draft", "C2090", "--to", "ST", "--json").result["addressed"]
    assert (said["brand"], said["basis"]) == ("Atmel", "as published; no marking shows a brand")
    assert (said["owners_today"], said["among_owners"]) == (["Microchip"], True)
    nobody = of_no_maker(sherd, folder)
    assert nobody["addressed"] is None


def of_no_maker(sherd: Sherd, folder: Path) -> Any:
    said = (folder / "components.csv").read_text()
    (folder / "components.csv").write_text(said.replace(",Atmel,", ",,"))
    sherd("record", folder)
    return sherd("trace", "request", "draft", "C2090", "--to", "ST", "--json").result


def test_the_risk_follows_the_date_code_of_the_marking(sherd: Sherd, folder: Path) -> None:
    of_brand(folder, "DALLAS 18B20 1932C4", "Maxim Integrated", "Analog Devices")
    sherd("record", folder)
    risks = sherd("trace", "request", "draft", "C2090", "--to", "ST", "--json").result["retention"]
    assert risks
    assert all("made 2019-08" in each and each.endswith("as its marking is read") for each in risks)
