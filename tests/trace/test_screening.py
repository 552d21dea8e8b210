"""Was this party on a list on the day of the deal: possible matches, their reasons, and who is left out."""

import os
import subprocess
import sys
from datetime import date

import numpy as np
import pytest

from sherd import data
from sherd.model.dates import Interval
from sherd.model.identifiers import Identifier
from sherd.model.listed import ListEdition, ListedName, ListEntry
from sherd.trace import forest
from sherd.trace.history import Held, history
from sherd.trace.index import FEW
from sherd.trace.pairs import score_pair
from sherd.trace.scorer import MEASURES, VERSION, calibration, trees
from sherd.trace.screening import Asked, Hit, Screen, ask, screen_of

DAY = date(2023, 6, 1)
FROZEN = {"name_scorer_1": "39a7040f08b608f2", "name_scorer_2": "e3fcfca99f6d8637"}
"""How the digest of the table of the first scorer begins."""

NAMES = {
    "1": ("organisation", "Qods Aviation Industries"),
    "2": ("organisation", "Beijing Hede Aerospace Technology Co., Ltd."),
    "3": ("organisation", "Joint Stock Company Krasnoye Sormovo Shipyard"),
    "4": ("person", "Sergey Valeryevich AKSYONOV"),
    "5": ("organisation", "Research Institute of Semiconductor Devices"),
    "6": ("organisation", "Rezonans Limited Liability Company"),
    **{str(n): ("organisation", f"Company Number {n} Trading House") for n in range(10, 40)},
}
CROSS_SCRIPT = [
    ("صنایع هوایی قدس", "1"),
    ("北京和德宇航技术有限公司", "2"),
    ("АО «Завод Красное Сормово»", None),
    ("Сергей Валерьевич АКСЁНОВ", "4"),
    ("AKSENOV Sergei", "4"),
    ("Resonans OOO", "6"),
    ("C/O Rezonans LLC, BISHKEK, RUSSIA", "6"),
]


@pytest.fixture(scope="module")
def screen() -> Screen:
    entries = [
        ListEntry(list_="L", entry_id=id_, key=id_, names=(ListedName(name, "name"),), party=party)
        for id_, (party, name) in NAMES.items()
    ]
    stated = ListEntry(
        list_="L",
        entry_id="7",
        key="7",
        names=(ListedName("Vektor Pribor", "name"),),
        listed_from=Interval.parse("2022-03-15"),
        listed_to=Interval.parse("2023-03-14"),
        identifiers=(Identifier("INN", "7707083893", "Russia", True),),
        addresses=("Tula, Russia",),
    )
    edition = ListEdition(
        list_="L", form="f", entries=(*entries, stated), published=Interval.parse("2023-01-01")
    )
    return screen_of(history([Held(edition, date(2024, 1, 1))]))


def hits(screen: Screen, name: str, day: date = DAY) -> list[Hit]:
    return ask(screen, [Asked("q", name, day)])[0]


@pytest.mark.parametrize(("name", "entry"), CROSS_SCRIPT)
def test_a_name_is_found_across_scripts(screen: Screen, name: str, entry: str | None) -> None:
    found = [hit.listed.entry.entry_id for hit in hits(screen, name)]
    assert entry is None or found[:1] == [entry]


def test_a_name_that_is_on_no_list_finds_nothing(screen: Screen) -> None:
    assert hits(screen, "Blue Meadow Bakery") == []
    assert hits(screen, "") == []


@pytest.mark.parametrize(
    ("day", "found"),
    [("2022-03-14", False), ("2022-03-15", True), ("2023-03-14", True), ("2023-03-15", False)],
)
def test_an_entry_is_a_hit_from_its_first_to_its_last_day(screen: Screen, day: str, found: bool) -> None:
    assert bool(hits(screen, "Vektor Pribor", date.fromisoformat(day))) is found


def test_a_hit_says_possible_match_why_since_when_and_what_would_confirm_it(screen: Screen) -> None:
    (hit,) = hits(screen, "Vektor Pribor", date(2022, 8, 26))
    assert hit.reason.startswith("possible match; every word agrees")
    assert "listed 2022-03-15 as the list says; last day 2023-03-14 as the list says" in hit.reason
    assert hit.reason.endswith("[names/3]")
    assert "INN 7707083893" in hit.to_confirm
    assert "Tula" in hit.to_confirm


def test_before_the_oldest_edition_a_hit_says_that_its_listing_is_not_shown(screen: Screen) -> None:
    (hit, *_) = hits(screen, "Qods Aviation Industries", date(2020, 1, 1))
    assert hit.standing == "not shown"
    assert "not shown whether on the list that day" in hit.reason


def test_a_number_whose_check_digits_hold_is_a_hit_under_any_name(screen: Screen) -> None:
    (hit, *_) = hits(screen, "Entirely Other Name INN 7707083893", date(2022, 8, 26))
    assert hit.listed.entry.entry_id == "7"
    assert "the same INN 7707083893, whose check digits hold" in hit.reason
    assert not [
        hit for hit in hits(screen, "Entirely Other Name INN 7707083894", date(2022, 8, 26)) if hit.rank
    ]


def test_a_name_cut_off_at_one_line_is_found_and_said_to_be_cut(screen: Screen) -> None:
    (hit, *_) = hits(screen, "Research Institute of Semiconductor Devices"[:35])
    assert hit.listed.entry.entry_id == "5"
    assert "cut off at 35" in hit.reason


def test_legal_form_and_word_order_change_little_and_another_name_much(screen: Screen) -> None:
    same = score_pair(screen, "Rezonans LLC", "ООО Резонанс", is_person=False)
    other = score_pair(screen, "Rezonans LLC", "Kalibr LLC", is_person=False)
    assert same > 0.5 > other


def test_the_same_names_score_the_same_from_either_side(screen: Screen) -> None:
    one, other = "Qods Aviation Industries", "صنایع هوایی قدس"
    assert score_pair(screen, one, other, is_person=False) == score_pair(screen, other, one, is_person=False)


def test_the_order_and_company_of_questions_change_no_answer(screen: Screen) -> None:
    asked = [Asked(str(n), name, DAY) for n, (name, _) in enumerate(CROSS_SCRIPT)]
    together = ask(screen, asked)
    alone = [ask(screen, [each])[0] for each in asked]
    assert [[(h.listed.entry.key, h.score) for h in found] for found in together] == [
        [(h.listed.entry.key, h.score) for h in found] for found in alone
    ]


MANY = (
    "Qods Aviation", "صنایع هوایی قدس", "北京和德宇航技术有限公司", "和德航天", "Hede Aerospace",
    "ООО Резонанс",
    "AKSENOV Sergei", "Красное Сормово", "Company Number 12", "Institute of Devices", "Rezonans", "香港和德",
    "Vektor", "S. V. AKSYONOV", "قدس", "Trading House 17 Company",
)  # fmt: skip


def test_many_names_at_once_get_the_answers_that_each_gets_alone(screen: Screen) -> None:
    asked = [Asked(f"{n} {name}", name, DAY) for n in range(4) for name in MANY]
    assert len(asked) > FEW, "so many are searched by compiled loops, where Numba is installed"
    together = ask(screen, asked)
    alone = {name: ask(screen, [Asked("q", name, DAY)])[0] for name in MANY}
    assert any(alone.values())
    assert [[(h.listed.entry.key, h.score, h.measures) for h in found] for found in together] == [
        [(h.listed.entry.key, h.score, h.measures) for h in alone[each.name]] for each in asked
    ]


def test_trees_say_the_same_all_at_once_and_one_by_one() -> None:
    measured = np.random.default_rng(1).uniform(0.0, 3.0, (200, len(MEASURES)))
    for party, of in trees(VERSION).items():
        sums = np.zeros((2, len(measured)))
        for add, out in zip((forest.sum_trees, forest.sum_at_once), sums, strict=True):
            add(measured, of.roots, of.measure, of.threshold, of.left, of.right, of.value, out)
        assert party
        assert (sums[0] == sums[1]).all()
        assert len(set(sums[0].tolist())) > 10


def test_versions_of_the_scorer_say_what_they_always_said() -> None:
    assert all(data.digest(table).startswith(begins) for table, begins in FROZEN.items())
    with pytest.raises(ValueError, match="name_scorer_99"):
        trees("99")


def test_more_that_is_said_by_trees_is_more_when_set_right() -> None:
    for said, observed in calibration(VERSION).values():
        assert (said[0], said[-1], observed[0]) == (0.0, 1.0, 0.0)
        assert (np.diff(said) > 0.0).all()
        assert (np.diff(observed) > 0.0).all()
        assert observed[-1] < 1.0


PLAIN = """
import sys
from datetime import date
from sherd.model.listed import ListedName, ListEdition, ListEntry
from sherd.trace.history import Held, history
from sherd.trace.screening import Asked, ask, screen_of
entries = (ListEntry(list_="L", entry_id="1", key="1", names=(ListedName("Qods Aviation Industries"),)),)
screen = screen_of(history([Held(ListEdition(list_="L", form="f", entries=entries), date(2024, 1, 1))]))
print(ask(screen, [Asked("q", "صنایع هوایی قدس", date(2023, 1, 1))])[0][0].listed.entry.entry_id)
print("numba" in sys.modules)
"""


def test_a_few_names_are_asked_about_without_starting_a_compiler() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PLAIN], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.split() == ["1", "False"]
