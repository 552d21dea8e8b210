"""The candidates are those that share most with the marking, however the catalogue is gone through."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sherd.identify.match import trigrams, vectors
from sherd.identify.match.alignment import LONGEST_PART
from sherd.identify.match.index import Index
from sherd.identify.match.lookup import find
from sherd.identify.match.signs import blurred, signs

PARTS = [f"{head}{n}{tail}" for n in range(60) for head in ("LM", "STM32F", "ADC") for tail in ("DR", "GT6")]


def looked_up(index: Index, text: str) -> np.ndarray:
    found, seen = np.empty(4096, np.int64), np.zeros(len(index.starts), np.uint8)
    count = trigrams.grams_of(signs([text]).codes, blurred(), index.starts, seen, found)
    assert not seen.any()
    return found[:count]


def nearest(index: Index, text: str, wanted: int) -> list[int]:
    room = len(index.rows) + wanted + trigrams.CHUNK
    ids, sums = np.empty(room, np.int64), np.zeros(room, np.uint16)
    bins, tops = np.zeros(65_536, np.int32), np.empty(room, np.uint16)
    given = (looked_up(index, text), index.starts, index.holders, index.weights, len(index.rows), wanted)
    count = trigrams.by_trigrams(*given, sums, tops, bins, ids, np.empty(room, np.uint16))
    assert not sums.any()
    assert not bins.any()
    return ids[:count].tolist()


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(PARTS), st.sampled_from((1, 7, 64)), st.sampled_from((40, 128, 1 << 17)))
def test_the_heaviest_sums_come_out_whatever_the_stretch(part: str, wanted: int, stretch: int) -> None:
    index = Index.of(PARTS)
    grams = looked_up(index, part)
    sums = [0] * len(PARTS)
    for gram in grams.tolist():
        for holder in index.holders[index.starts[gram] : index.starts[gram + 1]].tolist():
            sums[holder] += int(index.weights[gram])
    touched = [n for n in range(len(PARTS)) if sums[n]]
    best = sorted(sorted(touched, key=lambda n: (-sums[n], n))[:wanted])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(trigrams, "STRETCH", stretch)
        assert nearest(index, part, wanted) == best
    assert vectors.best_of(np.array(sums), wanted).tolist() == best


def test_the_rarest_trigrams_come_first() -> None:
    index = Index.of(PARTS)
    held = np.diff(index.starts)[looked_up(index, "STM32F17GT6")]
    assert len(held) > 10
    assert (np.diff(held) >= 0).all()
    assert held[0] < held[-1]


@pytest.mark.parametrize(
    ("catalogue", "least", "looked_up"),
    [
        (160, 0, 4),  # a 24th is 6, an 80th is 2: after 7 holders, what 3 hold is left out
        (160, 8, 5),
        (160, 20, 6),
        (480, 0, 6),
        (240, 0, 5),  # a 24th is 10, an 80th is 3: what 3 hold is not common
    ],
)
def test_trigrams_that_many_hold_are_left_out_once_the_rarer_ones_have_enough_holders(
    catalogue: int, least: int, looked_up: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trigrams, "LEAST_HELD", least)
    starts = np.cumsum([0, 1, 1, 2, 3, 3, 9])
    assert trigrams.worth_looking_up(np.arange(6), starts, catalogue) == looked_up


def test_a_part_number_longer_than_any_maker_prints_does_not_break_the_sums() -> None:
    endless = "A1" * LONGEST_PART
    index = Index.of([endless, "LM358DR", *PARTS])
    (found,) = find(index, ["LM358DR", endless[:200]], compiled=False)
    assert found.spellings[:, 0].tolist() == [1, 0]
    assert found.scores[1, 0] <= 20_000
