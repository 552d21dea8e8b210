"""A marking finds its part: compiled or not, in any batch, after any way of adding rows."""

import random

import numpy as np
import pytest

from sherd.identify.match import Index, WrongVersion, search
from sherd.identify.match.fast import compiled, has_compiler
from sherd.identify.match.lookup import find

FAMILIES = (
    "STM32F4{}{}GT6",
    "LM{}{}8DR",
    "ADC08{}{}CCN",
    "SN74HC{}{}NSR",
    "XC7Z0{}{}CLG",
    "TPS54{}{}0DDA",
    "К155ЛА{}{}",
)
CATALOGUE = [each.format(a, b) for each in FAMILIES for a in range(6) for b in range(10)]
NOISE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ?ЗС|- "


def worn(seed: int, count: int) -> list[str]:
    """Markings of the catalogue with characters exchanged, lost and added, and lines around them."""
    chance = random.Random(seed)
    made = []
    for _ in range(count):
        text = "".join(
            chance.choice(NOISE) if chance.random() < 0.15 else sign
            for sign in chance.choice(CATALOGUE)
            if chance.random() > 0.04
        )
        made.append(f"{chance.choice(['', 'TI|', 'ST |'])}{text}{chance.choice(['', '|2215', '|CHN 4K7'])}")
    return made


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.of(CATALOGUE)


def numbers(index: Index, markings: list[str], compiled: bool) -> list[tuple[object, ...]]:
    return [
        (found.spellings[n].tolist(), found.scores[n].tolist(), found.pairs[n].tolist())
        for found in find(index, markings, compiled)
        for n in range(len(found.markings))
    ]


ODD = ["", "|", "?", "??|??", "К1", "A", "柱柱1234", "X" * 400, "LM358 " * 20, "STM32F4" + "?" * 70]


@pytest.mark.skipif(not has_compiler(), reason="Numba is not installed")
def test_the_answers_are_the_same_with_numba_and_without(index: Index) -> None:
    markings = worn(1, 120) + ODD
    assert numbers(index, markings, compiled=True) == numbers(index, markings, compiled=False)


def test_the_answers_are_the_same_in_any_order_and_batch(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    markings = worn(2, 40) + ODD
    plain = numbers(index, markings, compiled=False)
    assert numbers(index, markings[::-1], compiled=False) == plain[::-1]
    monkeypatch.setattr("sherd.identify.match.lookup.AT_ONCE", 7)
    assert numbers(index, markings, compiled=False) == plain


def test_rows_added_later_are_found_as_if_they_had_always_been_there() -> None:
    makers = [f"maker {n % 3}" for n in range(len(CATALOGUE))]
    whole = Index.of(CATALOGUE, makers).arrays()
    grown = Index.of(CATALOGUE[:100], makers[:100])
    for first, last in ((100, 101), (101, 101), (101, len(CATALOGUE))):
        grown = grown.add(CATALOGUE[first:last], makers[first:last])
    for name, array in grown.arrays().items():
        assert array.dtype == whole[name].dtype, name
        np.testing.assert_array_equal(array, whole[name], err_msg=name)


def test_saved_arrays_give_the_same_answers(index: Index) -> None:
    markings = worn(3, 20)
    again = Index.of_arrays({name: array.copy() for name, array in index.arrays().items()})
    assert [*search(again, markings)] == [*search(index, markings)]


@pytest.mark.skipif(not has_compiler(), reason="Numba is not installed")
def test_an_index_that_is_mapped_is_searched_by_the_same_compiled_loops_as_one_just_made(
    index: Index,
) -> None:
    mapped = {name: array.copy() for name, array in index.arrays().items()}
    for array in mapped.values():
        array.flags.writeable = False
    for each in (index, Index.of_arrays(mapped)):
        search(each, ["LM358DR"], compiled=True)
    assert len(compiled().signatures) == 1  # type: ignore[attr-defined]


def test_an_index_made_by_other_tables_is_refused(index: Index) -> None:
    arrays = index.arrays()
    arrays["version"] = np.frombuffer(b"0/0.0.0", np.uint8)
    with pytest.raises(WrongVersion, match=r"0/0\.0\.0"):
        Index.of_arrays(arrays)


def test_sequences_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="2 part numbers, 1 makers"):
        Index.of(["A1", "B2"], ["one"])
    with pytest.raises(ValueError, match="1 markings, and makers for 0"):
        search(Index.of(["LM358"]), ["LM358"], makers=[])


def test_an_empty_catalogue_holds_no_part() -> None:
    answer = search(Index.of([]), ["LM358"])[0]
    assert answer.outcome == "absent"
    assert answer.candidates == ()


@pytest.mark.parametrize(
    ("marking", "part"),
    [
        ("STM32F415GT6", "STM32F415GT6"),
        ("stм32f415gt6|ARM 2215", "STM32F415GT6"),
        ("ST|STM32|F415 GT6|7B921", "STM32F415GT6"),
        ("5TM32F4I5GT6", "STM32F415GT6"),
        ("TPS54 350|DDA", "TPS54350DDA"),
        ("SN74HC23", "SN74HC23NSR"),
        ("74HC23NSR", "SN74HC23NSR"),
        ("К155ЛА12", "К155ЛА12"),
        ("K155LA12", "К155ЛА12"),
        ("155 9003|K155LA12", "К155ЛА12"),
    ],
)
def test_a_marking_finds_its_part(index: Index, marking: str, part: str) -> None:
    answer = search(index, [marking])[0]
    assert answer.outcome == "part"
    assert answer.part is not None
    assert answer.part.mpn == part


def test_the_alignment_leads_back_to_the_raw_marking(index: Index) -> None:
    marking = "TI|ADC-08З? CCN|2215"
    best = search(index, [marking])[0].candidates[0]
    assert best.mpn.startswith("ADC083")
    assert marking[slice(*best.span)] == "ADC-08З? CCN"
    states = [(sign.sign, sign.read, sign.state) for sign in best.signs]
    assert ("3", "З", "read") in states
    assert [state for _, _, state in states].count("illegible") == 1
    assert all(marking[sign.place] == sign.read for sign in best.signs if sign.place is not None)


@pytest.mark.parametrize("marking", ["", "|", "?", "??|??", "?A?", "--"])
def test_too_little_to_read_is_unreadable_and_not_absent(index: Index, marking: str) -> None:
    answer = search(index, [marking])[0]
    assert answer.outcome == "unreadable"
    assert answer.confidence == 0


def test_a_part_that_several_makers_sell_stays_plural_until_the_brand_decides() -> None:
    index = Index.of(["LM358DR", "LM358DR", "NE555P"], ["TI", "UMW", "TI"])
    open_, decided = search(index, ["LM358DR", "UMW|LM358DR"], makers=[(), ("UMW",)])
    assert open_.candidates[0].makers == ("TI", "UMW")
    assert "sold by 2 makers" in open_.reason
    assert decided.candidates[0].makers[0] == "UMW"
    assert "speaks for UMW" in decided.candidates[0].maker_evidence[0]


def test_ordering_codes_of_one_base_part_are_variants_of_one_candidate() -> None:
    index = Index.of(["LM358DR", "LM358N", "LM393DR"], bases=["LM358", "LM358", "LM393"])
    best = search(index, ["LM358DR"])[0].candidates[0]
    assert (best.mpn, [part.mpn for part in best.variants]) == ("LM358DR", ["LM358N"])


@pytest.mark.parametrize(
    ("marking", "score"),
    [
        ("ADC0834CCN", 10 * 100),
        ("ADC0B34CCN", 9 * 100 + 45),  # by its shape: of one confusable class
        ("ADC0W34CCN", 9 * 100 - 20 - 30),  # at random: -70 by its shape
        ("ADC0W3XCCN", 8 * 100 - 2 * 20 - 30),
        ("ADC0B3WCCN", 8 * 100 + 45 - 70),  # the shape of the one makes up for the other
    ],
)
def test_signs_misread_at_random_cost_the_same_whatever_their_shape(marking: str, score: int) -> None:
    (found,) = find(Index.of(["ADC0834CCN"]), [marking], compiled=False)
    assert found.scores[0, 0] == score
