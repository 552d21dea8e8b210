"""Signs that two records are one physical object listed twice, one function for each kind of sign.

A serial number, a publisher's entry number or one photograph belong to one object. A lot text belongs to
thousands of parts, so that it is a reason to ask and no more. A marking without a lot or serial says only
what the part is, and is no reason at all.

To add a sign: a function from ``Known`` to clues, a line in ``CLUES`` and, for a new strength, one in
``CHANCES``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, combinations, pairwise
from typing import Literal, TypeVar

from attrs import frozen

from sherd.compare.listed import Listed
from sherd.compare.parts import SERIAL
from sherd.model.items import Photograph
from sherd.model.record import CaseRecord
from sherd.text import blurred, identity

K = TypeVar("K", bound=Hashable)
Strength = Literal["serial", "entry", "photograph", "specimen", "lot", "declared"]

CHANCES: Mapping[Strength, str] = {
    "serial": "A serial number is given once: two different objects carry the same one only through a "
    "misreading, a second numbering series or a copied plate.",
    "entry": "A publisher numbers an entry once: the same number twice is one entry read twice, unless "
    "numbers are given out again.",
    "photograph": "One photograph shows one object, unless both lay before the camera or the wrong "
    "picture was filed.",
    "specimen": "Two publishers, or one twice, may describe one specimen in the same words; different "
    "specimens are described alike now and then.",
    "lot": "A lot is hundreds or thousands of parts: two different objects built from one delivery often "
    "agree in it. It does not show one object; it forbids counting two.",
    "declared": "A person asks whether they are one object; how often such a doubt is wrong is not known.",
}
"""How often two different objects would agree so far, the surest sign first."""

ALL_PAIRS = 6
"""Up to so many records with one sign are named two by two; more in a chain, each with the next."""


@frozen
class Clue:
    """One reason why two components, or two items, may be one object."""

    a: str
    b: str
    kind: Literal["item", "component"]
    strength: Strength
    words: str


class Known:
    """A case record indexed for the search."""

    def __init__(self, record: CaseRecord, listed: Mapping[str, Sequence[Listed]]) -> None:
        self.record = record
        self.listed = tuple(each for item in listed.values() for each in item)
        self.items = {item.id: item for item in record.items}
        self.components = {each.id: each for each in self.listed}

        numbers = [each.number for each in self.listed if each.number]
        self._parts = {name for number in numbers for name in (number.code, number.base)}
        self._lots: dict[str, tuple[str, ...]] = {}

    def lots(self, listed: Listed) -> tuple[str, ...]:
        """The lot texts of a component, without words that name a part elsewhere in the case."""
        if listed.id not in self._lots:
            self._lots[listed.id] = tuple(text for text in lot_texts(listed) if not self._names_part(text))
        return self._lots[listed.id]

    def _names_part(self, text: str) -> bool:
        return any(text[:n] in self._parts for n in range(6, len(text) + 1))

    def item_of(self, subject: str) -> str:
        """The item that a component or item id belongs to."""
        return self.components[subject].item if subject in self.components else subject


def clues(known: Known) -> tuple[Clue, ...]:
    """Every reason to think that two records are one object."""
    return tuple(clue for find in CLUES for clue in find(known))


def declared(known: Known) -> Iterator[Clue]:
    """The recorder wrote that a component may be the same as another."""
    for each in known.listed:
        for other in references(each.component.possible_same_as, known.record.case.id):
            words = f"the record of {each.id} says that it may be the same object as {other}"
            if other in known.components and other != each.id:
                yield Clue(each.id, other, "component", "declared", words)
            elif other in known.items and other != each.item:
                yield Clue(each.item, other, "item", "declared", words)


def same_entry(known: Known) -> Iterator[Clue]:
    """One publisher's number stands on two records."""
    publishers = {source.id: identity(source.publisher or "") for source in known.record.sources}
    found = _groups(
        ((publishers.get(each.component.source or "", ""), identity(number)), each.id)
        for each in known.listed
        if (number := each.component.publisher_id)
    )
    for (_, number), ids in found:
        yield from _component_clues(ids, "entry", f"the publisher's number {number} stands on both")


def same_item_serial(known: Known) -> Iterator[Clue]:
    """Two items bear one serial number and are not said to be different systems."""
    found = _groups(
        (identity(item.serial), item.id) for item in known.record.items if _is_serial(item.serial or "")
    )
    for serial, ids in found:
        for a, b in _pairs(ids):
            systems = {known.items[each].system for each in (a, b)} - {None}
            if len(systems) < 2:
                yield Clue(a, b, "item", "serial", f"both items bear the serial {serial}")


def same_marked_serial(known: Known) -> Iterator[Clue]:
    """Two components are marked with one serial number, and not as different parts."""
    marked = (
        ((identity(match[1]), each.number.base if each.number else ""), each.id)
        for each in known.listed
        for marking in each.markings
        for line in marking.lines
        for match in SERIAL.finditer(line)
        if _is_serial(match[1]) and "?" not in line
    )
    for (serial, _), ids in _groups(marked):
        yield from _component_clues(ids, "serial", f"both are marked with the serial {serial}")


def same_marking(known: Known) -> Iterator[Clue]:
    """Two items list a component with the same full marking, down to a lot text."""
    marked = ((marking_words(each), each.id) for each in known.listed if known.lots(each))
    for _, ids in _groups(marked):
        lots = ", ".join(known.lots(known.components[ids[0]]))
        yield from _between_items(known, ids, f"identical full markings, down to the lot text {lots}")


def same_lot(known: Known) -> Iterator[Clue]:
    """Two items list the same base part with one lot text, the rest of the marking read differently."""
    marked = (
        ((blurred(lot), blurred(each.number.base) if each.number else ""), each.id)
        for each in known.listed
        for lot in known.lots(each)
    )
    for (seen, _), ids in _groups(marked):
        lot = next(lot for lot in known.lots(known.components[ids[0]]) if blurred(lot) == seen)
        different = list({marking_words(known.components[each]): each for each in reversed(ids)}.values())
        yield from _between_items(known, sorted(different, key=ids.index), f"the same lot text {lot}")


def same_specimen(known: Known) -> Iterator[Clue]:
    """Two items that are not said to be different systems bear one text with a number in it."""
    found = _groups((identity(item.label), item.id) for item in known.record.items if _names_one(item.label))
    for _, ids in found:
        for a, b in _pairs(ids):
            if len({known.items[each].system for each in (a, b)} - {None}) < 2:
                yield Clue(a, b, "item", "specimen", f"both are described as {known.items[a].label!r}")


def same_photograph(known: Known) -> Iterator[Clue]:
    """One photograph, by its bytes or its row, is given for things of two items."""
    hashes = {file.id: file.sha256 for file in known.record.files}
    photographs = {photo.id: photo for photo in known.record.photographs}
    shown = [(photo.id, photo.component or photo.item) for photo in known.record.photographs]
    shown += [(marking.photo or "", marking.component or marking.item) for marking in known.record.markings]
    found = _groups(
        (_picture(photographs[photo], photographs, hashes), subject)
        for photo, subject in shown
        if photo in photographs and subject
    )
    for _, subjects in found:
        for a, b in _pairs(subjects):
            yield from _across(known, a, b, "photograph", "one photograph is given for both")


def asked(known: Known) -> Iterator[Clue]:
    """A person's judgement leaves open, or says, that two things are one object."""
    for judgement in known.record.judgements:
        if judgement.kind_ == "same_object":
            named = references(judgement.subject, known.record.case.id)
            subjects = [each for each in named if each in known.components or each in known.items]
            for a, b in combinations(dict.fromkeys(subjects), 2):
                yield from _across(known, a, b, "declared", f"asked in the judgement {judgement.id}")


def marking_words(listed: Listed) -> tuple[str, ...]:
    """Every word marked on a component, folded; from the published part where no marking is recorded."""
    return tuple(folded for word in _raw_words(listed) if (folded := identity(word)))


def lot_texts(listed: Listed) -> tuple[str, ...]:
    """The words of a marking that can be a lot or a serial: six characters, two digits, not the part number.

    A marking of one word, and a word with an illegible character, give none. Where no part number is recorded
    beside the marking, its first eight characters are taken for it, to the end of the word.
    """
    words = _raw_words(listed)
    if len(words) < 2:
        return ()
    published = bool(listed.markings and listed.component.part_as_published)
    read = accumulate(
        (0 if published else len(identity(word)) for word in words), initial=8 if published else 0
    )
    after = [word for word, before in zip(words, read, strict=False) if before >= 8]
    return tuple(dict.fromkeys(identity(word) for word in after if _can_be_lot(word, listed, published)))


def references(text: str | None, case: str) -> tuple[str, ...]:
    """The ids that a cell names, without the prefix of their own case."""
    return tuple(word.removeprefix(f"{case}:") for word in re.split(r"[\s|,;=&+~]+", text or "") if word)


def _can_be_lot(word: str, listed: Listed, published: bool) -> bool:
    folded = identity(word)
    if "?" in word or len(folded) < 6 or sum(map(str.isdigit, folded)) < 2 or _NO_LOT.fullmatch(folded):
        return False
    if listed.number is None:
        return True
    base, code = listed.number.base, listed.number.code
    return not (base in folded or folded in base or (published and folded in code))


def _raw_words(listed: Listed) -> list[str]:
    texts = [line for marking in listed.markings for line in marking.lines]
    return " ".join(texts or [listed.component.part_as_published or ""]).split()


def _names_one(label: str) -> bool:
    """Whether a description can name one specimen: it has a number, and is no mere designation."""
    folded = identity(label)
    return len(folded) >= 12 and sum(map(str.isdigit, folded)) >= 2


_NO_LOT = re.compile(
    r"(?:[LTVH]?Q?QFP|[VWU]?D?QFN|[TSM]{0,2}SOP|SOIC|SOT|[FTVL]{0,2}BGA|PLCC|DIP|PDIP|SC|LCC|TO)\d+\w?"
    r"|(?:CHN|TWN|KOR|PHL|MYS|THA|USA|JPN|SGP|MEX|CHINA|TAIWAN|KOREA|MALAYSIA|JAPAN|PHILIPPINES)\d{2,4}"
    r"|(?:19|20)\d{2}[A-Z]{0,2}|\d+(?:V|MHZ|KHZ|MAH|OHM|UF|PF|MM)"
)
"""Words that stand on many parts and are no lot: packages, country and year, ratings."""


def _is_serial(text: str) -> bool:
    folded = identity(text)
    return len(folded) >= 4 and any(sign.isdigit() for sign in folded)


def _picture(photo: Photograph, known: Mapping[str, Photograph], hashes: Mapping[str, str]) -> str:
    """What makes two photographs one: the bytes of the picture that they come from, else its file name."""
    seen = {photo.id}
    while photo.derived_from and photo.derived_from in known and photo.derived_from not in seen:
        photo = known[photo.derived_from]
        seen.add(photo.id)
    return hashes.get(photo.file, photo.file)


def _component_clues(ids: Sequence[str], strength: Strength, words: str) -> Iterator[Clue]:
    for a, b in _pairs(ids):
        yield Clue(a, b, "component", strength, words)


def _between_items(known: Known, ids: Sequence[str], words: str) -> Iterator[Clue]:
    """Clues between different items: within one item, parts of one lot are to be expected."""
    first = {known.components[each].item: each for each in reversed(ids)}
    yield from _component_clues(sorted(first.values(), key=ids.index), "lot", words)


def _across(known: Known, a: str, b: str, strength: Strength, words: str) -> Iterator[Clue]:
    """A clue between two components, or, where one of them is an item, between the two items."""
    if known.item_of(a) == known.item_of(b):
        return
    if a in known.components and b in known.components:
        yield Clue(a, b, "component", strength, words)
    else:
        yield Clue(known.item_of(a), known.item_of(b), "item", strength, words)


def _groups(pairs: Iterable[tuple[K, str]]) -> list[tuple[K, list[str]]]:
    found: defaultdict[K, dict[str, None]] = defaultdict(dict)
    for key, subject in pairs:
        found[key][subject] = None
    return [(key, list(subjects)) for key, subjects in found.items() if len(subjects) > 1]


def _pairs(ids: Sequence[str]) -> Iterable[tuple[str, str]]:
    return combinations(ids, 2) if len(ids) <= ALL_PAIRS else pairwise(ids)


CLUES: tuple[Callable[[Known], Iterator[Clue]], ...] = (
    same_item_serial,
    same_marked_serial,
    same_entry,
    same_photograph,
    same_specimen,
    declared,
    same_marking,
    same_lot,
    asked,
)
