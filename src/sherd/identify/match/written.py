"""Whether a marking that differs from a candidate only in confusable signs may be right as it stands.

A confusable sign is the usual misreading of a marking; but who wrote the catalogue misreads too. Where its
source published ``ATmega32BP``, a marking ``ATMEGA328P`` is no worn ``ATmega32BP``.
"""

from __future__ import annotations

from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from sherd.identify.grammars import GRAMMARS
from sherd.identify.match.signs import SIGNS
from sherd.identify.partnumber import taken_apart, written


def stands(marked: str, candidate: str) -> bool:
    """Whether a code as marked may be right although the catalogue has the candidate.

    Both have the same number of signs. It may where an ordering scheme writes it and not the candidate; and
    where neither or both are written by one, and it has digits for letters of the candidate, no letter for a
    digit, and changes between letters and digits no more often than the candidate does.

    >>> stands("ATMEGA328P", "ATMEGA32BP"), stands("STM32F4O5RGT6", "STM32F405RGT6")
    (True, False)
    >>> stands("ADC0B34CCN", "ADC0834CCN"), stands("5TM32F405RGT6", "STM32F405RGT6")
    (False, False)
    """
    ours, theirs = _in_scheme(marked), _in_scheme(candidate)
    if ours != theirs:
        return ours
    pairs = [(a.isdigit(), b.isdigit()) for a, b in zip(marked, candidate, strict=True)]
    only_digits = (True, False) in pairs and (False, True) not in pairs
    return only_digits and _turns(marked) <= _turns(candidate)


def is_misprint(marked: str, candidate: str) -> bool:
    """Whether an ordering scheme writes the code as marked, and none writes the candidate.

    >>> is_misprint("ATMEGA328P", "ATMEGA32BP"), is_misprint("8540C", "B540C")
    (True, False)
    """
    return _in_scheme(marked) and not _in_scheme(candidate)


def spelt(codes: NDArray[np.uint8]) -> str:
    """Signs of the search as text; one that is neither letter nor digit of Latin script is ``*``."""
    return "".join(SIGNS[code] if code < len(SIGNS) else "*" for code in codes.tolist())


def _in_scheme(code: str) -> bool:
    plain = written(code)
    return taken_apart(plain) is not None or any(grammar.is_base(plain) for grammar in GRAMMARS)


def _turns(code: str) -> int:
    return sum(1 for _ in groupby(sign.isdigit() for sign in code if sign.isalnum()))
