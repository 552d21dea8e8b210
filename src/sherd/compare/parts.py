"""When do two records name the same part: the same ordering code, the same base part, or only the same maker.

People write one part in many ways (``LTC2174 UKG-14``, ``LTC2174UKG-14``, with a Cyrillic С for a Latin C).
Texts are folded (``sherd.text.identity``) to be compared, never to be shown: case, separators and look-alike
letters go, the raw text stays as it stands. Two equal full codes are the same part. Two codes that agree
only after the package and packing suffix is taken off are the same *base* part, which is similar and no
more: the suffix may be a different package, grade or maker's option.

The rule for the base part: of the first word that can be a part number, what stands before ``#`` or ``/``,
before the first hyphen behind which a number already stands, and without a last run of letters (at most six,
and two digits after them), so long as three digits or six characters are left.
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from sherd.text import identity


@frozen
class PartNumber:
    """A part number as it was published, its folded full code, base part and family, if one is known."""

    raw: str
    code: str
    base: str
    family: str | None = None


@lru_cache(maxsize=100_000)
def part_number(text: str | None) -> PartNumber | None:
    """The part number that a text gives, or ``None`` where it only describes the part.

    A part number has a digit and at least four characters, all of them legible; a text with three plain words
    is a description.

    >>> part_number("AD9517-4ABCPZ").base
    'AD9517'
    >>> part_number("Chokes with shielded wire IHLP") is None
    True
    """
    if not text or "?" in text or len(_PLAIN_WORD.findall(text)) >= 3:
        return None
    code = identity(text)
    if len(code.replace("-", "")) < 4 or not any(sign.isdigit() for sign in code):
        return None
    base = base_part(text)
    return PartNumber(text.strip(), code, base, family_of(base))


def base_part(text: str) -> str:
    """The folded base part of an ordering code, by the rule at the head of this module.

    >>> [base_part(code) for code in ("LTM4613V#PBF", "STM32F765VIT6", "BNX023", "UBX-M10050-KB")]
    ['LTM4613', 'STM32F765', 'BNX023', 'UBXM10050']
    """
    head = re.split(r"[#/]", _head(_CORE.sub("", text) or text))[0]
    pieces = re.split(r"[-–—]", head)
    longer = (identity("".join(pieces[: n + 1])) for n in range(len(pieces)))
    stem = next((piece for piece in longer if _is_enough(piece)), identity(head))
    suffixed = _SUFFIX.fullmatch(stem)
    return suffixed[1] if suffixed and _is_enough(suffixed[1]) else stem


def number_printed(lines: tuple[str, ...]) -> PartNumber | None:
    """The part number that a marking gives: its first line, or first word, that can be one.

    A line that gives a serial number, and anything with an illegible character, gives none. Lots and dates
    follow the part number on nearly every part, so that only the first is taken.

    >>> number_printed(("TEXAS INSTRUMENTS", "TMS320F28335PGFA", "CA-21ACXSW")).code
    'TMS320F28335PGFA'
    """
    for line in lines:
        if SERIAL.search(line) or "?" in line:
            continue
        for word in line.split():
            folded = identity(word)
            if len(folded) >= 5 and _LETTER.search(folded) and sum(map(str.isdigit, folded)) >= 2:
                base = base_part(word)
                return PartNumber(word, folded, base, family_of(base))
    return None


def family_of(base: str) -> str | None:
    """The family of a base part by its name alone: letters and the digits behind them but the last two.

    ``None`` where fewer than two letters and one digit are left: too short to name a family.

    >>> [family_of(base) for base in ("AD9361", "STM32F765", "TMS320F28335", "BNX023", "74HC04")]
    ['AD93', 'STM32F7', 'TMS320F283', 'BNX0', None]
    """
    found = _FAMILY.fullmatch(base)
    return found[1] if found else None


@lru_cache(maxsize=20_000)
def maker_names(text: str | None) -> frozenset[str]:
    """Every folded name that a maker is given, brackets counted as a second name; empty when not named.

    >>> sorted(maker_names("Linear Technology Corporation (Analog Devices)"))
    ['ANALOGDEVICES', 'LINEARTECHNOLOGY']
    """
    names = (_maker_name(piece) for piece in re.split(r"[()]", text or ""))
    return frozenset(name for name in names if name and name not in _NOBODY)


def makers_agree(a: frozenset[str], b: frozenset[str]) -> bool | None:
    """Whether two makers are the same as far as their names tell; ``None`` when one is not named."""
    if not a or not b:
        return None
    return any(_one_begins_other(x, y) for x in a for y in b)


def _one_begins_other(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return short == long or (len(short) >= 4 and long.startswith(short))


def _maker_name(text: str) -> str:
    words = re.split(r"[\s,.;]+", text)
    return "".join(folded for folded in map(identity, words) if folded not in _LEGAL_FORMS)


def _head(text: str) -> str:
    """The first words of a code, as many as it takes to name a part: publishers run part and lot together."""
    head = ""
    for word in text.split():
        head += word
        folded = identity(head)
        if folded not in _FAMILIES_APART and _names_a_part(folded):
            break
    return head


def _names_a_part(folded: str) -> bool:
    """Six characters with a digit, or a letter and three digits (``VP230`` before its lot ``28M``)."""
    digits = sum(map(str.isdigit, folded))
    return digits >= 1 and (len(folded) >= 6 or (digits >= 3 and bool(_LETTER.search(folded))))


def _is_enough(stem: str) -> bool:
    digits = sum(map(str.isdigit, stem))
    return digits >= 3 or (digits >= 1 and len(stem) >= 6)


SERIAL = re.compile(
    r"(?:\bS/?N\b|\bSER(?:IAL)?\b\.?(?:\s*NO)?|№|\bЗАВ\b\.?|\bСЕР\b\.?)[\s.:#№-]*([\w-]{3,})", re.IGNORECASE
)
"""A serial number and the sign that announces it."""

_FAMILIES_APART = frozenset({"TMS320", "TMS570", "MSP430", "STM32"})
"""Names of families that are often written apart from the part (``TMS320 F28335PGFA``): no part alone."""

_CORE = re.compile(r"\bcortex-?[amr]\d+\w*(?:\s+core\b)?\s*", re.IGNORECASE)
"""The name of a processor core before a part: many parts of many makers have it."""

_SUFFIX = re.compile(r"(.*\d)[A-Z]{1,6}\d{0,2}")
_PLAIN_WORD = re.compile(r"(?<![\w-])[^\W\d_]{4,}(?![\w-])")
_FAMILY = re.compile(r"([A-Z]{2,}\w*?\d+?)\d{2}")
_LETTER = re.compile(r"[^\W\d_]")

_LEGAL = "inc corp corporation ltd limited co company gmbh ag sa nv bv llc plc kk spa srl jsc ООО АО ПАО ЗАО"
_LEGAL_FORMS = frozenset(map(identity, _LEGAL.split()))
_NOBODY = frozenset(map(identity, ("unknown", "not identified", "unidentified", "not named", "none", "n/a")))
