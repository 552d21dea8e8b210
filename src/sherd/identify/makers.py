"""Whose part it is: the brand as marked, the maker at the date of the part, the owner today.

A brand outlives its owner: DALLAS is still printed on sensors that Maxim made after 2001 and Analog Devices
after 2021. So brand, maker then and owner today are three answers. Where the marking or the date does not
decide between several, all of them are given.

Names, marks and successions are shipped tables (``maker_names``, ``maker_marks``, ``maker_succession``), each
row with its source. To add one: a row there; ``docs/makers.md`` says how they are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from attrs import frozen

from sherd import data
from sherd.model.dates import Interval
from sherd.model.makers import MakerReading, Succession
from sherd.text import key


@frozen
class Shown:
    """A maker as a marking shows it: by a ``brand`` or by the beginning of a ``part`` number."""

    maker: str
    kind: str
    text: str
    start: int
    source: str


@lru_cache(maxsize=10_000)
def shown(marking: str) -> tuple[Shown, ...]:
    """Every maker that the words or part numbers of a marking show, in the order of the marking.

    >>> [each.maker for each in shown("DALLAS 18B20 1932C4")]
    ['Dallas Semiconductor']
    """
    union, of_group = _marks()
    return tuple(
        Shown(*of_group[group][:2], match[0], match.start(), of_group[group][2])
        for match in union.finditer(marking)
        if (group := match.lastgroup)
    )


@lru_cache(maxsize=20_000)
def named(text: str) -> tuple[str, ...]:
    """The makers that a name as written may mean: each part of it, brackets counted apart, in sherd's
    spelling.

    A name that is not on record is kept as it stands.

    >>> named("Dallas Semiconductor (Maxim Integrated, Analog Devices)")
    ('Dallas Semiconductor', 'Maxim', 'Analog Devices')
    >>> named("Acme Chips Ltd."), named("")
    (('Acme Chips Ltd.',), ())
    """
    whole = _known().get(_plain(text))
    if whole:
        return (whole,)
    pieces = [piece.strip() for piece in re.split(r"[()/]|, (?!ltd|inc|llc|co\b)", text, flags=re.IGNORECASE)]
    known = _on_record(pieces) or _on_record(re.split(r"[\s,/()]+", text))
    return tuple(dict.fromkeys(known)) if known else tuple(filter(None, [text.strip()]))


def _on_record(pieces: Iterable[str]) -> list[str]:
    return [_known()[_plain(piece)] for piece in pieces if _plain(piece) in _known()]


def bears_name(company: str, maker: str) -> bool:
    """Whether a company's name is a maker's, in any spelling, or begins with it as a subsidiary's may.

    >>> bears_name("ANALOG DEVICES, INC.", "Analog Devices"), bears_name("Analog Devices GmbH", "Maxim")
    (True, False)
    >>> bears_name("STMicroelectronics International N.V.", "STMicroelectronics")
    True
    """
    whole, first = _plain(company), _plain(maker)
    words = [_plain(" ".join(company.split()[:n])) for n in range(1, len(company.split()) + 1)]
    return maker in named(company) or first in {whole, *words}


def successions() -> tuple[Succession, ...]:
    """Every succession on record, as shipped."""
    return _successions()


@lru_cache(maxsize=10_000)
def lineage(maker: str) -> frozenset[str]:
    """The maker with all who came before it and after it; not those who only share a forebear."""
    before = {maker}
    while more := {step.maker for step in _successions() if step.successor in before} - before:
        before |= more
    return frozenset(before) | lineage_after(maker)


@lru_cache(maxsize=10_000)
def lineage_after(maker: str) -> frozenset[str]:
    """The maker with all who came after it."""
    after = {maker}
    while more := {step.successor for step in _successions() if step.maker in after} - after:
        after |= more
    return frozenset(after)


def narrowed(
    listed: Iterable[str], marking: str, made: Interval | None = None
) -> tuple[tuple[str, ...], str]:
    """Who among the makers of a part it can be from, by the brand in its marking and its date; and why.

    A part that several makers sell stays plural until the marking shows a brand, or a maker's name had ended
    before the part was made.
    """
    makers = tuple(dict.fromkeys(named(name)[0] for name in listed if name.strip()))
    brands = {each.maker for each in shown(marking) if each.kind == "brand"}
    kept = tuple(maker for maker in makers if any(maker in lineage(brand) for brand in brands))
    if brands and kept:
        return kept, f"the marking shows the brand of {' and '.join(sorted(brands))}"
    ended = {maker: step for maker in makers if made and (step := gone_before(maker, made))}
    left = tuple(maker for maker in makers if maker not in ended)
    if ended and left:
        gone = ", ".join(f"{step.maker} ({step.kind} {step.when.words})" for step in ended.values())
        return left, f"ended before the part was made: {gone}"
    return makers, "neither a brand nor the date decides between them" if len(
        makers
    ) > 1 else "one maker is listed"


def forward(maker: str, until: date | None = None) -> tuple[str, ...]:
    """Who stands in the place of ``maker`` on a day (``None``: today, as far as the record goes), itself
    first where it may still have stood on its own then.

    A step whose date is known only as a span may or may not have been taken on a day inside it: both are
    given.

    >>> forward("Dallas Semiconductor", date(2019, 8, 5)), forward("Xilinx", date(2022, 2, 13))
    (('Maxim',), ('Xilinx',))
    """
    return tuple(dict.fromkeys(_walk(maker, until, frozenset())))


def read_maker(brand: str, made: Interval | None = None) -> MakerReading:
    """Brand, maker then and owner today for a brand (a maker's name in any spelling) and the days of making.

    >>> whose = read_maker("DALLAS", Interval.parse("2019-W32"))
    >>> whose.makers_then, whose.owners_today
    (('Maxim',), ('Analog Devices',))
    """
    makers = named(brand)
    if not makers:
        raise ValueError("a brand is a name, not an empty text")
    maker = makers[0]
    first = made.first if made else None
    last = made.last if made else None
    then = _between(maker, first, last) if made else tuple(dict.fromkeys((maker, *forward(maker))))
    today = forward(maker)
    steps = tuple(step for step in _successions() if step.maker in lineage_after(maker))
    return MakerReading(
        brand=brand,
        makers_then=then,
        owners_today=today,
        steps=steps,
        reason=_reason(maker, made, then, today, steps),
    )


def gone_before(maker: str, made: Interval) -> Succession | None:
    """The succession by which a maker had certainly ceased to sell under its own name before the part was
    made.

    Only renamings and spin-offs end a name; a brand that was bought may be printed for decades.
    """
    for step in _successions():
        ended = step.when.last
        if (
            step.maker == maker
            and step.kind in _ENDS_THE_NAME
            and ended
            and made.first
            and made.first > ended
        ):
            return step
    return None


def not_yet(maker: str, made: Interval) -> Succession | None:
    """The succession by which a maker's name came to be, where the part was certainly made before it."""
    births = [step for step in _successions() if step.successor == maker and step.kind in _ENDS_THE_NAME]
    early = [step for step in births if made.last and step.when.first and made.last < step.when.first]
    return early[0] if births and len(early) == len(births) else None


def _between(maker: str, first: date | None, last: date | None) -> tuple[str, ...]:
    every = (*forward(maker, first or date.min), *forward(maker, last))
    return tuple(dict.fromkeys(every))


def _walk(maker: str, until: date | None, seen: frozenset[str]) -> Iterator[str]:
    """Depth first along the steps that were, or may have been, taken by ``until``."""
    steps = [step for step in _successions() if step.maker == maker and step.successor not in seen]
    taken = [step for step in steps if _begun(step, until)]
    whole = [step for step in taken if step.kind != "sold"]
    if not any(_done(step, until) for step in whole):
        yield maker
    for step in taken:
        yield from _walk(step.successor, until, seen | {maker})


def _begun(step: Succession, until: date | None) -> bool:
    return until is None or step.when.first is None or step.when.first <= until


def _done(step: Succession, until: date | None) -> bool:
    return until is None or (step.when.last is not None and step.when.last <= until)


def _reason(
    maker: str,
    made: Interval | None,
    then: tuple[str, ...],
    today: tuple[str, ...],
    steps: tuple[Succession, ...],
) -> str:
    told = "; ".join(
        f"{step.maker} {step.kind} → {step.successor}, {step.when.words}"
        + (f" ({step.scope})" if step.scope else "")
        for step in steps
    )
    when = f"made {made.words}: {' or '.join(then)}" if made else "without a date the maker then stays open"
    return f"{when}; today {' or '.join(today)}" + (f"; {told}" if told else "; no succession on record")


@lru_cache(maxsize=1)
def _successions() -> tuple[Succession, ...]:
    return tuple(
        Succession(**{**row, "when": Interval.parse(row["when"])})  # type: ignore[arg-type]
        for row in data.rows("maker_succession")
    )


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    spelt: dict[str, str] = {}
    for row in data.rows("maker_names"):
        for name in (row["maker"], *row["names"].split("|")):
            spelt.setdefault(_plain(name), row["maker"])
    for step in _successions():
        for maker in (step.maker, step.successor):
            spelt.setdefault(_plain(maker), maker)
    return spelt


def _plain(name: str) -> str:
    words = [word for word in re.split(r"[\s.,]+", name) if word.lower() not in _LEGAL_FORMS]
    return key("".join(words))


@lru_cache(maxsize=1)
def _marks() -> tuple[re.Pattern[str], dict[str, tuple[str, str, str]]]:
    """All marks in one pattern, and for each of its groups the maker, the kind and the source."""
    rows = {f"mark{n}": row for n, row in enumerate(data.rows("maker_marks"))}
    union = "|".join(f"(?P<{group}>{row['mark']})" for group, row in rows.items())
    return re.compile(rf"(?<![\w.-])(?:{union})"), {
        group: (row["maker"], row["kind"], row["source"]) for group, row in rows.items()
    }


_ENDS_THE_NAME = frozenset({"renamed", "spun off"})
_LEGAL_FORMS = frozenset(
    ("inc", "corp", "corporation", "ltd", "limited", "co", "company", "gmbh", "ag", "sa", "nv", "bv", "llc")
)
