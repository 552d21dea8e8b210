"""How many: numbers of things in English, as brackets that say no more than the words do."""

from __future__ import annotations

import re

from sherd.model.statements import Passage, Quantity

_COUNT = (
    r"\d[\d,. ]*\d|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|dozens|hundreds|thousands|millions"
)


_QUANTITY = re.compile(
    rf"(?=[\s\dabdefhlmnorstu])(?P<bound>more than|over|at least|up to|fewer than|less than|under|about|"
    rf"around|some|nearly|almost|roughly|"
    rf"approximately|as many as|between)?\s*\b(?P<n>{_COUNT})(?:\s*(?P<to>to|–|-|and)\s*(?P<n2>{_COUNT}))?"
    rf"(?P<scale>\s+(?:hundred|thousand|million|billion))?(?:\s+of)?\s+"
    rf"(?P<unit>(?:the |its )?(?:[^\W\d_][\w-]*\s+){{0,3}}?[^\W\d_][\w-]*s)\b",
    re.IGNORECASE,
)


_NUMBER = re.compile(rf"\b(?=[\ddefhmnost])(?:{_COUNT})")
"""What every quantity has in it, in small letters: without it, the longer expression need not be tried."""

_ONE_TO_TWELVE = "zero one two three four five six seven eight nine ten eleven twelve"


_WORDS = {word: number for number, word in enumerate(_ONE_TO_TWELVE.split())}


_VAGUE = {
    "dozens": (24, 100),
    "hundreds": (200, 1000),
    "thousands": (2000, 10_000),
    "millions": (2_000_000, 10_000_000),
}


_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}


LEADING = 24
"""Letters in front of a number within which the words for its bound begin."""

LOOSE = 0.1
"""How far *about* and *nearly* reach to either side."""


def quantity_in(text: str, start: int, end: int) -> Quantity | None:
    """The first number of things, as brackets: *over 400* has no upper end, *about 400* is 360 to 440.

    *Dozens* is read as 24 to 100, *hundreds* as 200 to 1,000, and so on: the plural is at least two.
    """
    some = text[start:end].casefold()
    number = _NUMBER.search(some)
    near = max(start, end - len(some) + number.start() - LEADING) if number is not None else end
    found = _QUANTITY.search(text, near, end)
    if found is None or re.fullmatch(r"(19|20)\d\d", found["n"]):
        return None
    span = Passage.of(text, *_stripped(text, found.start(), found.end()))
    unit = found["unit"].split()[-1].lower()
    low, high = _bracket(found)
    bound = (found["bound"] or "").lower()
    return Quantity(
        span, low, high, unit, approximate=bound not in {"", "between"} or found["n"].lower() in _VAGUE
    )


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    return start, end


def _bracket(found: re.Match[str]) -> tuple[float | None, float | None]:
    scale = _SCALES.get((found["scale"] or "").strip().lower(), 1)
    word = found["n"].lower()
    if word in _VAGUE:
        return _VAGUE[word]
    number = _value_of(word) * scale
    if found["n2"]:
        return number, _value_of(found["n2"].lower()) * scale
    bound = (found["bound"] or "").lower()
    if bound in {"more than", "over", "at least"}:
        return number, None
    if bound in {"up to", "fewer than", "less than", "under", "as many as"}:
        return None, number
    if bound in {"about", "around", "some", "roughly", "approximately"}:
        return number - number * LOOSE, number + number * LOOSE
    if bound in {"nearly", "almost"}:
        return number - number * LOOSE, number
    return number, number


def _value_of(word: str) -> float:
    return float(_WORDS[word]) if word in _WORDS else float(re.sub(r"[, ]", "", word).rstrip("."))
