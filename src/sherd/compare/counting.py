"""Every total of a case with its unit and its denominator, as recorded and with nothing counted twice.

Entries, distinct parts, distinct makers, specimens and systems are different units. Entries of one
publisher's number, and records that are possibly one object, count once in the second number until a person
has judged that they are two. Makers are counted by the name as published, letter by letter: names that look
alike are named, and merged only by a person's judgement. Where a brand has its seat, from where parts were
sent, and where they were made are three questions with three sources: the published country, the transfers,
the marking on the part.

To add a question: a function from an entry to its value, and a line in ``QUESTIONS``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from attrs import field, frozen

from sherd.compare.groups import joined
from sherd.compare.listed import Listed, components_listed
from sherd.compare.one_maker import OneMaker
from sherd.compare.parts import maker_names
from sherd.compare.same_object import same_objects
from sherd.model.counts import Counts, Group, Grouping, NearNames, Question, Repeat, Total, Unit
from sherd.model.findings import SameObject
from sherd.model.record import CaseRecord
from sherd.text import identity

NEAR_NAMES = 200
"""How many pairs of makers' names that look alike are listed."""


def count(record: CaseRecord, items: Sequence[str] = (), as_published: bool = False) -> Counts:
    """Every total of a case, or of some of its items; what is recorded as absent is no entry.

    Makers are merged as persons judged them to be one, unless they are to stand ``as_published``.
    """
    listed = components_listed(record)
    found = same_objects(record, listed)
    asked = frozenset(items) or listed.keys()
    entries = tuple(
        each
        for item, components in listed.items()
        if item in asked
        for each in components
        if each.standing != "absent"
    )
    found = tuple(each for each in found if each.item_a in asked and each.item_b in asked)
    repeats = _repeats(record, entries)
    pairs = [(repeat.entries[0], entry) for repeat in repeats for entry in repeat.entries[1:]]
    names = [each.component.maker_as_published or "" for each in entries]
    makers = OneMaker.of(() if as_published else record.judgements, names)
    once = joined([*pairs, *_one_object(entries, found)])
    case = _Entries(record, entries, joined(pairs), once, makers)
    return Counts(
        case=record.case.id,
        totals=tuple(_totals(case)),
        groupings=tuple(_grouping(case, question) for question in QUESTIONS),
        repeats=repeats,
        doubtful=sum(each.one_find for each in found),
        near_names=_near_names(entries, makers),
        makers_judged=makers.judged,
    )


@frozen(eq=False)
class _Entries:
    """The entries of a case; ``repeated`` and ``once`` map an entry to the one that counts for it."""

    record: CaseRecord
    all: tuple[Listed, ...]
    repeated: Mapping[str, str]
    once: Mapping[str, str]
    makers: OneMaker
    systems: Mapping[str, str] = field(init=False)
    names: Mapping[str, str] = field(init=False)
    dispatched: Mapping[str, tuple[str, ...]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        systems = {item.id: item.system for item in self.record.items if item.system}
        object.__setattr__(self, "systems", systems)
        named = {system.id: system.name for system in self.record.systems}
        labels = {item.id: item.label for item in self.record.items}
        object.__setattr__(self, "names", {**named, **labels})
        object.__setattr__(self, "dispatched", _dispatched(self.record))

    def counted(self, entries: Sequence[Listed]) -> tuple[int, int, int]:
        """As recorded; each publisher's number once; and nothing twice that may be one object."""
        ids = [each.id for each in entries]
        return (
            len(ids),
            len({self.repeated.get(each, each) for each in ids}),
            len({self.once.get(each, each) for each in ids}),
        )


def _one_object(entries: Sequence[Listed], found: Iterable[SameObject]) -> list[tuple[str, str]]:
    known = {each.id for each in entries}
    return [(each.a, each.b) for each in found if each.one_find and {each.a, each.b} <= known]


def _totals(case: _Entries) -> Iterator[Total]:
    for what, belongs in KINDS_OF_ENTRY.items():
        found = [each for each in case.all if belongs(each)]
        yield _entries(case, what, found, case.all, "all entries")
    for what, unit, key, basis in DISTINCT:
        named = [value for each in case.all if (value := key(each))]
        n = len(set(named))
        if unit == "distinct makers" and case.makers.merged:
            n = len({case.makers.name(value) for value in named})
            basis = f"{basis}, {len(set(named))} of them; some merged by judgement"
        yield _plain(what, unit, n, len(named), "entries that name one", basis)
    items = {each.item for each in case.all}
    systems = {case.systems[item] for item in items if item in case.systems}
    yield _plain(
        "specimens",
        "specimens",
        len(items),
        len(case.record.items),
        "items of the case",
        "items with an entry",
    )
    yield _plain(
        "systems",
        "systems",
        len(systems),
        len(case.record.systems),
        "systems of the case",
        "systems with one",
    )


def _entries(case: _Entries, what: str, found: Sequence[Listed], of: Sequence[Listed], of_what: str) -> Total:
    n, unrepeated, once = case.counted(found)
    every, unrepeated_of, once_of = case.counted(of)
    said = [
        f"{n - unrepeated:,} of them repeat a publisher's number" if n > unrepeated else "",
        f"{unrepeated - once:,} may be an object listed before" if unrepeated > once else "",
    ]
    return Total(what=what, unit="entries", n=n, of=every, of_what=of_what, unrepeated=unrepeated,
                 unrepeated_of=unrepeated_of, once=once, once_of=once_of,
                 basis="; ".join(filter(None, said)) or "nothing among them is counted twice")  # fmt: skip


def _plain(what: str, unit: Unit, n: int, of: int, of_what: str, basis: str) -> Total:
    return Total(what=what, unit=unit, n=n, of=of, of_what=of_what, unrepeated=n, unrepeated_of=of,
                 once=n, once_of=of, basis=basis)  # fmt: skip


def _grouping(case: _Entries, question: Question) -> Grouping:
    ask, basis = QUESTIONS[question]
    groups: defaultdict[str, list[Listed]] = defaultdict(list)
    answered = 0
    for each in case.all:
        values = ask(case, each)
        answered += any(map(_is_known, values))
        for value in dict.fromkeys(values):
            groups[value].append(each)
    made = (_group(case, question, value, found) for value, found in groups.items())
    return Grouping(
        question=question,
        of=len(case.all),
        answered=answered,
        groups=tuple(sorted(made, key=lambda group: (-group.entries, group.value))),
        basis=basis,
    )


def _group(case: _Entries, question: Question, value: str, found: Sequence[Listed]) -> Group:
    items = {each.item for each in found}
    entries, unrepeated, once = case.counted(found)
    return Group(
        question=question,
        value=value,
        entries=entries,
        unrepeated=unrepeated,
        once=once,
        parts=len({each.code for each in found if each.code}),
        specimens=len(items),
        systems=len({case.systems[item] for item in items if item in case.systems}),
    )


def _maker(case: _Entries, entry: Listed) -> tuple[str, ...]:
    return tuple(case.makers.name(name) for name in _said(entry.component.maker_as_published))


def _brand(_case: _Entries, entry: Listed) -> tuple[str, ...]:
    return _said(entry.component.country_as_published)


def _dispatch(case: _Entries, entry: Listed) -> tuple[str, ...]:
    return case.dispatched.get(entry.id, ())


def _places(_case: _Entries, entry: Listed) -> tuple[str, ...]:
    return _marked_places(entry)


def _marked_places(entry: Listed) -> tuple[str, ...]:
    """Where the part says that it was made, in the words of its marking."""
    texts = [marking.text for marking in entry.markings] or [entry.component.part_as_published or ""]
    return tuple(" ".join(found[1].upper().split()) for text in texts for found in _MADE_IN.finditer(text))


def _system(case: _Entries, entry: Listed) -> tuple[str, ...]:
    system = case.systems.get(entry.item)
    return (case.names.get(system, system),) if system else ()


def _specimen(case: _Entries, entry: Listed) -> tuple[str, ...]:
    return (case.names.get(entry.item, entry.item),)


def _is_known(value: str) -> bool:
    return bool(maker_names(value)) and identity(value) != "UNK"


def _said(text: str | None) -> tuple[str, ...]:
    return (text.strip(),) if text and text.strip() else ()


def _dispatched(record: CaseRecord) -> dict[str, tuple[str, ...]]:
    """The country of the party that sent each component, as far as transfers name one."""
    countries = {party.id: party.country for party in record.parties if party.country}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for transfer in record.transfers:
        if transfer.component and (country := countries.get(transfer.from_party or "")):
            found[transfer.component].append(country)
    return {component: tuple(dict.fromkeys(each)) for component, each in found.items()}


def _repeats(record: CaseRecord, entries: Iterable[Listed]) -> tuple[Repeat, ...]:
    publishers = {source.id: identity(source.publisher or "") for source in record.sources}
    numbers: defaultdict[tuple[str, str], list[Listed]] = defaultdict(list)
    for each in entries:
        if each.component.publisher_id:
            publisher = publishers.get(each.component.source or "", "")
            numbers[publisher, identity(each.component.publisher_id)].append(each)
    repeats = (
        Repeat(
            number=found[0].component.publisher_id or "",
            times=len(found),
            entries=tuple(each.id for each in found),
        )
        for found in numbers.values()
        if len(found) > 1
    )
    return tuple(sorted(repeats, key=lambda repeat: (-repeat.times, repeat.number)))


def _near_names(entries: Iterable[Listed], makers: OneMaker) -> tuple[NearNames, ...]:
    """Names that share a folded name, two by two, on which nobody has judged: perhaps one maker."""
    judged = {frozenset(pair) for each in makers.judged for pair in combinations(each.names, 2)}
    counts = Counter(maker for each in entries if (maker := each.component.maker_as_published))
    names: defaultdict[str, list[str]] = defaultdict(list)
    for maker in counts:
        for name in maker_names(maker):
            names[name].append(maker)
    pairs = {(a, b): name for name, found in names.items() for a, b in combinations(sorted(found), 2)}
    pairs = {pair: name for pair, name in pairs.items() if frozenset(pair) not in judged}
    ranked = sorted(pairs, key=lambda pair: (-min(counts[pair[0]], counts[pair[1]]), pair))
    return tuple(
        NearNames(
            a=a,
            b=b,
            entries_a=counts[a],
            entries_b=counts[b],
            basis="the two names share a name; counted apart",
        )
        for a, b in ranked[:NEAR_NAMES]
    )


_MADE_IN = re.compile(
    r"(?:\b(?:MADE|ASSEMBLED|PRODUCED|DIFFUSED|FABRIQU[EÉ]|HECHO)\s+(?:IN|EN)|\b(?:СДЕЛАНО|ИЗГОТОВЛЕНО|ЗРОБЛЕНО)\s+[ВУ]|"
    r"\bCOUNTRY\s+OF\s+ORIGIN\s*:?)\s*\|?\s*([^\W\d_]{2,}(?:\s+[^\W\d_]{3,})?)",
    re.IGNORECASE,
)
"""A place of manufacture as it is marked on a part."""

KINDS_OF_ENTRY: Mapping[str, Callable[[Listed], object]] = {
    "entries": lambda _: True,
    "entries that name a maker": lambda each: each.makers,
    "entries that say the maker is not identified": lambda each: (
        each.component.maker_as_published and not each.makers
    ),
    "entries with a part number": lambda each: each.code,
    "entries with a published date of manufacture": lambda each: each.component.made_as_published,
    "entries marked with a place of manufacture": lambda each: _marked_places(each),
}
"""Which entries are counted, each out of all entries."""

DISTINCT: tuple[tuple[str, Unit, Callable[[Listed], str | None], str], ...] = (
    ("distinct parts", "distinct parts", lambda each: each.code, "full part numbers, folded"),
    (
        "distinct base parts",
        "distinct parts",
        lambda each: each.number.base if each.number and each.code else None,
        "part numbers without package, grade and packing",
    ),
    (
        "distinct makers",
        "distinct makers",
        lambda each: each.component.maker_as_published if each.makers else None,
        "names letter by letter as published",
    ),
)
"""What is told apart by a key, out of the entries that have one."""

QUESTIONS: Mapping[Question, tuple[Callable[[_Entries, Listed], tuple[str, ...]], str]] = {
    "maker": (_maker, "the maker as published, letter by letter; names are merged only by a judgement"),
    "country of brand": (
        _brand,
        "the country published beside the maker: where the brand has its seat, not where the part was made "
        "or from where it was sent",
    ),
    "country of dispatch": (_dispatch, "the country of the party that a recorded transfer comes from"),
    "place of manufacture": (_places, "what is marked on the part itself"),
    "system": (_system, "the system model of the item"),
    "specimen": (_specimen, "the item that the entry belongs to"),
}
