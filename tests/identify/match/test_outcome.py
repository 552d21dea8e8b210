"""This part, no part of the catalogue, or unreadable: on the catalogue of 100,000 parts."""

import csv
from pathlib import Path

import pytest

from sherd.data import rows
from sherd.identify.match import Index, search
from sherd.identify.match.costs import costs
from sherd.identify.match.evidence import evidence
from sherd.identify.match.lookup import find
from sherd.identify.match.outcome import terms
from sherd.text import key


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def index(shared: Path) -> Index:
    listed = table(shared / "data" / "marking" / "catalogue_100k.csv")
    return Index.of([row["mpn"] for row in listed], [row["manufacturer"] for row in listed])


@pytest.mark.parametrize(
    ("marking", "nearest", "difference"),
    [
        ("ADC0831CCN", "ADC0834CCN/NOPB", "1 stands for 4 at position 7"),
        ("TI|ADC0831CCN|2215", "ADC0834CCN/NOPB", "1 stands for 4 at position 7"),
        ("STM32F405RGT9", "STM32F405RGT6", "9 stands for 6 at position 13"),
        ("5CEFA7F23I7N", "5CEFA7F27I7N", "3 stands for 7 at position 9"),
    ],
)
def test_a_near_neighbour_never_takes_the_place_of_a_part_that_is_not_there(
    index: Index, marking: str, nearest: str, difference: str
) -> None:
    answer = search(index, [marking])[0]
    assert answer.outcome == "absent"
    assert answer.part is None
    assert answer.candidates[0].mpn == nearest
    assert difference in answer.reason
    assert answer.reason.startswith("not in the catalogue: the nearest is ")


@pytest.mark.parametrize(
    ("marking", "part"),
    [
        ("ADC0834CCN", "ADC0834CCN/NOPB"),
        ("MAX3485ESA|2215", "MAX3485ESA"),
        ("LM35B", "LM358"),
        ("ST|STМ32|F1ООC6Tx|4K 921", "STM32F100C6Tx"),
    ],
)
def test_a_part_that_is_there_is_the_answer_with_what_was_read_otherwise(
    index: Index, marking: str, part: str
) -> None:
    answer = search(index, [marking])[0]
    assert answer.outcome == "part"
    assert key(answer.candidates[0].mpn) == key(part)
    assert 0.5 < answer.confidence <= 1


def test_most_markings_of_known_truth_find_their_part(index: Index, shared: Path) -> None:
    truths = table(shared / "data" / "marking" / "mark1_dev.csv")[::25]
    right = [
        answer.outcome == "part" and key(answer.candidates[0].mpn).startswith(key(truth["truth_base"]))
        for answer, truth in zip(search(index, [t["marking"] for t in truths]), truths, strict=True)
    ]
    assert len(right) == 80
    assert sum(right) >= 72


def test_every_term_of_the_evidence_has_its_points_and_every_row_its_term() -> None:
    index = Index.of(["LM358DR"])
    (found,) = find(index, ["LM358DR"], compiled=False)
    assert list(terms(evidence(index, found, costs().reads))) == [row["term"] for row in rows("match_points")]


def test_the_evidence_counts_what_a_person_would_count() -> None:
    index = Index.of(["LM358DR", "LM393DR"])
    (found,) = find(index, ["TI|XL?3SBDRQ7 2215"], compiled=False)
    seen = evidence(index, found, costs().reads)
    counted = {name: float(getattr(seen, name)[0]) for name in ("exact", "alike", "worn", "before", "after")}
    assert index.mpns[int(found.spellings[0, 0])] == "LM358DR"
    assert counted == {"exact": 4, "alike": 2, "worn": 1, "before": 1, "after": 2}
    assert float(seen.legible[0]) == 15
