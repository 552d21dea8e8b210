"""What stands in the party field of a trade record: a name, and much that is none.

``C/O``, telephone, tax number, e-mail, town and country are taken out before a name is compared, and kept
beside it; a name given twice (in brackets, after ``a.k.a.``, after a slash) becomes two names of one party.
What was taken out is said, so that nothing is dropped silently.
"""

from __future__ import annotations

import re

from attrs import frozen

from sherd.data import rows

LINE = 35
"""Characters of one line of a payment message (SWIFT MT 103, field 59): a name as long as that may be cut
off."""

_LABELLED = re.compile(
    r"(?i)(?<![\w])(INN|ИНН|ІПН|OGRN|ОГРН|KPP|КПП|OKPO|ОКПО|EDRPOU|ЄДРПОУ|USCC|"
    r"UNP|УНП|BIN|БИН|LEI|IMO|VAT|TAX(?:\s*ID)?|TIN|"
    r"REG(?:ISTRATION)?\.?\s*(?:NO|NUMBER)?|SWIFT|BIC)[\s.:№#/]*((?=[A-ZА-Я0-9-]*\d)[A-ZА-Я0-9][A-ZА-Я0-9-]{4,24})"
)
_PHONE = re.compile(
    r"(?i)(?:\b(?:tel|тел|phone|fax|факс|mob|моб)\b[\s.:№/]*[+(\d][\d\s().-]{5,20}\d|\+\d[\d\s().-]{7,18}\d)"
)
_MAIL = re.compile(r"(?i)\b[\w.+-]+@[\w-]+\.[\w.-]+|\b(?:https?://|www\.)\S+")
_CARE_OF = re.compile(r"(?i)^\s*(?:c\s*/\s*o|care of|attn\.?|att:|для|on behalf of|o/b/o|by order of)[\s:.]+")
_CARE_OF_LATER = re.compile(
    r"(?i)\s(?:c\s*/\s*o|care of|(?:for and )?on behalf of|o/b/o|by order of|"
    r"(?:as )?agents? (?:for|of)|acting for|"
    r"по поручению|от имени|"
    r"в интересах)[\s:.]+"
)
_ALSO = re.compile(
    r"(?i)\s*[,;(]?\s*(?:\ba\.?\s?k\.?\s?a\.?(?=[\s:])|\ba/k/a\b|\bf/k/a\b|"
    r"\bd/b/a\b|\bt/a\b|\bf\.?k\.?a\.(?=\s)|\balso known as\b|\bformerly\b|"
    r"\bтакже известн\w+ как\b|[·;/](?=\s)|(?<=\s)/|(?<=[\u0600-\u06ff])/(?=[\u0600-\u06ff]))\s*"
)
_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]")
_SPACE = re.compile(r"\s+")
_HAN = re.compile(r"[\u3400-\u9fff]")


@frozen
class PartyField:
    """A party field, taken apart: its names, and what stood beside them, each as (what, words)."""

    names: tuple[str, ...]
    beside: tuple[tuple[str, str], ...] = ()
    truncated: bool = False


def places() -> frozenset[str]:
    """The countries and towns that are taken for a place at the end of a party field, in small letters."""
    return frozenset(name for row in rows("places") for name in row["names"].split("|"))


def parse(text: str, known_places: frozenset[str], *, listed: bool = False) -> PartyField:
    """Take a party field apart; ``listed`` says that it is an entry's name, where a short form in brackets is
    a name.

    >>> parse("C/O Kristall OJSC, BISHKEK, RUSSIA TEL +73506313104", frozenset({"bishkek", "russia"})).names
    ('Kristall OJSC',)
    """
    beside: list[tuple[str, str]] = []
    rest = _SPACE.sub(" ", text.replace("\u00a0", " ")).strip()
    truncated = len(rest) == LINE
    for what, pattern in (("number", _LABELLED), ("phone", _PHONE), ("address", _MAIL)):
        rest = _taken(rest, what, pattern, beside)
    rest = _taken(rest, "care of", _CARE_OF, beside)
    parts = _CARE_OF_LATER.split(rest, maxsplit=1)
    names = [name for part in parts for name in _names(part, known_places, beside, listed)]
    return PartyField(tuple(dict.fromkeys(names)) or (rest.strip(" ,;"),), tuple(beside), truncated)


def labelled(text: str) -> tuple[str, str]:
    """The label and the number of a number that was taken out, as ``INN 7707083893``."""
    match = _LABELLED.search(text)
    return (match[1], match[2]) if match else ("number", text)


def _taken(text: str, what: str, pattern: re.Pattern[str], beside: list[tuple[str, str]]) -> str:
    if found := [match[0].strip() for match in pattern.finditer(text)]:
        beside.extend((what, words) for words in found)
        return _SPACE.sub(" ", pattern.sub(" ", text)).strip(" ,;")
    return text


def _names(text: str, known_places: frozenset[str], beside: list[tuple[str, str]], listed: bool) -> list[str]:
    found = []
    for part in _ALSO.split(text):
        whole = part.strip(" ,;")
        inner = [inside.strip() for inside in _BRACKETS.findall(whole)]
        if inner and _HAN.search(whole) and all(len(inside) < 5 and _HAN.search(inside) for inside in inner):
            whole, inner = _BRACKETS.sub(r"\1", whole), []
        outer = _SPACE.sub(" ", _BRACKETS.sub(" ", whole)).strip(" ,;") if inner else whole
        if inner and (_is_place(inner, known_places) or not outer):
            outer, inner = whole, []
        found.append(_without_place(outer, known_places, beside))
        for inside in inner:
            if _names_something(inside) and (listed or not _is_short_form(inside, outer)):
                found.append(_without_place(inside, known_places, beside))
            else:
                beside.append(("in brackets", inside))
    return [name for name in found if any(map(str.isalnum, name))]


def _is_place(inner: list[str], known_places: frozenset[str]) -> bool:
    return all(inside.casefold() in known_places for inside in inner)


def _names_something(inside: str) -> bool:
    return sum(map(str.isalpha, inside)) > 1


def _is_short_form(inside: str, outer: str) -> bool:
    """Whether brackets hold no more than a short form of what stands before them, in the same script."""
    return len(inside.split()) < 3 and len(inside) < 12 and inside.isascii() == outer.isascii()


def _without_place(name: str, known_places: frozenset[str], beside: list[tuple[str, str]]) -> str:
    segments = name.split(",")
    while len(segments) > 1 and segments[-1].strip(" .").casefold() in known_places:
        beside.append(("place", segments.pop().strip()))
    return ",".join(segments).strip(" ,;")
