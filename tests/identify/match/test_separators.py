"""Separators decide between parts that letters and digits hardly tell apart, and only between these."""

import random

import pytest

from sherd.identify.match import Index, search, separators
from sherd.identify.match.found import Found
from sherd.identify.match.lookup import find
from sherd.identify.match.separators import REACH


def first(parts: list[str], marking: str) -> str:
    return search(Index.of(parts), [marking], compiled=False)[0].candidates[0].mpn


@pytest.mark.parametrize(
    ("marking", "part", "other"),
    [
        ("YM25F3OVS-5.2", "LM2591HVS-5.0", "LM2575HVS-12"),
        ("QX12-4??", "QX12-4B8", "QX1-24C9"),
        ("QX1-24??", "QX1-24C9", "QX12-4B8"),
        ("QX12 4??", "QX12-4B8", "QX1-24C9"),  # a blank is a break as well
    ],
)
def test_of_parts_that_fit_alike_the_one_whose_separators_agree_comes_first(
    marking: str, part: str, other: str
) -> None:
    assert first([part, other], marking) == first([other, part], marking) == part


def test_what_is_read_as_it_is_comes_before_what_has_the_separators() -> None:
    """A confusable sign costs 55, more than separators can make good."""
    assert first(["A-X-B4C", "AXB4C", "A-X-84C"], "A-X-B4C") == "A-X-B4C"
    assert first(["AXB4C", "A-X-84C"], "A-X-B4C") == "AXB4C"
    assert REACH < 100 - 45


def test_scores_candidates_and_alignments_stay_together_and_none_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = random.Random(5)
    parts = [
        f"AB{n:02d}{chance.choice(('', '-', '.'))}{chance.randrange(100):02d}{chance.choice('XYZ')}"
        for n in range(60)
    ]
    index = Index.of(parts)
    markings = ["".join(chance.choice("ABX0123-") if chance.random() < 0.3 else s for s in p) for p in parts]
    (ordered,) = find(index, markings, compiled=False)
    monkeypatch.setattr(separators, "REACH", -1)
    (plain,) = find(index, markings, compiled=False)

    def rows(each: Found) -> list[list[tuple[int, int, list[int]]]]:
        numbers = zip(each.spellings.tolist(), each.scores.tolist(), each.pairs.tolist(), strict=True)
        return [sorted(zip(*row, strict=True)) for row in numbers]

    assert rows(ordered) == rows(plain)
    assert (ordered.spellings != plain.spellings).any()


def test_a_russian_name_is_found_by_its_romanised_form_whatever_its_breaks() -> None:
    assert first(["К155-ЛА3", "К155-ЛА4"], "K155LA3") == "К155-ЛА3"
