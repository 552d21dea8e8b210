"""An answer in short says what the whole answer says."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from sherd.identify.match import Index, Shortener, search
from sherd.model.identified import why
from sherd.model.parts import Identification, ShortAnswer, ShortCandidate

MPNS = [
    *("LM358DR", "LM358DR", "LM358N", "LM358", "lm-358dr", "LM324DR", "STM32F405RGT6", "STM32F405VGT6"),
    *("ADC0831CCN", "ADC0834CCN", "К155ЛА3", "К155ЛА4", "1.5SMC6.8CA", "XC7Z020-1CLG400I", "柱LM358"),
    *("TPS5430DDA", "A" * 300, "A" * 299 + "B", "A" * 300, "W25Q128JVSIQ", "W2?Q128"),
]
MAKERS = ["TI", "UMW", "", "Texas Instruments", "TI", "ST"]
SIGNS = "0123456789ABCDFGILMNORSTXZ?-| ЛКА柱"


def in_short(found: Identification) -> ShortAnswer:
    """The answer in short, taken from the answer itself, sign by sign."""
    named = () if found.outcome == "unreadable" else found.candidates
    near = tuple(
        ShortCandidate(each.mpn, each.makers, each.score, each.confidence, why(each)) for each in named
    )
    return ShortAnswer(found.outcome, found.confidence, found.reason, near)


def worn(mpn: str, chance: random.Random) -> str:
    text = "".join(
        chance.choice(SIGNS) if chance.random() < 0.2 else sign for sign in mpn if chance.random() > 0.05
    )
    return f"{chance.choice(('', 'UMW|', 'ST '))}{text}{chance.choice(('', '|2215', ' K7'))}"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(MPNS), st.sampled_from(MAKERS)), max_size=24),
    st.lists(st.text(SIGNS, max_size=12), max_size=3),
    st.integers(0, 2**32),
)
def test_a_short_answer_says_what_the_answer_says(
    entries: list[tuple[str, str]], odd: list[str], seed: int
) -> None:
    chance = random.Random(seed)
    index = Index.of([mpn for mpn, _ in entries], [maker for _, maker in entries])
    markings = [worn(chance.choice(MPNS), chance) for _ in range(6)] + odd
    allowed = [chance.choice(((), ("UMW",), ("TI", "ST"), ("Acme",))) for _ in markings]
    answers = search(index, markings, allowed, compiled=False)
    assert list(Shortener(index)(answers)) == [in_short(each) for each in answers]


def test_base_parts_of_a_family_are_one_candidate_in_short_too() -> None:
    mpns = ["STM32F405RGT6", "STM32F405VGT6", "STM32F407VGT6"]
    index = Index.of(mpns, bases=["STM32F405", "STM32F405", "STM32F407"])
    answers = search(index, ["STM32F405VGT6"])
    (short,) = Shortener(index)(answers)
    assert short == in_short(answers[0])
    assert [each.mpn for each in short.candidates] == ["STM32F405VGT6", "STM32F407VGT6"]


def test_no_markings_have_no_short_answers() -> None:
    index = Index.of(MPNS)
    assert list(Shortener(index)(search(index, []))) == []
