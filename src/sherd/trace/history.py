"""From which day to which day an entry stood on a list, told by the editions that hold it.

A list may say when it listed an entry; many do not. Then the editions tell: an entry that the edition of June
holds and the edition of March does not was listed between the two, and no day is invented between them. An
older edition imported after a newer one tightens what is known; the order of import changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from attrs import evolve, field, frozen

from sherd.model.dates import Interval
from sherd.model.listed import ListEdition, ListedName, ListEntry

Standing = Literal["listed", "not shown", "not listed"]
"""On a day: stood on the list; nothing imported shows whether it stood there; did not stand there."""

DAY = timedelta(days=1)


@frozen
class Held:
    """An edition and the day on which we first saw it."""

    edition: ListEdition = field(repr=False)
    seen: date
    id: str = ""

    @property
    def days(self) -> Interval:
        """When the edition was published as far as is known; at the latest the day on which we saw it."""
        said = self.edition.published
        if said is None or said.first is None:
            return Interval(None, self.seen)
        last = min(said.last or self.seen, self.seen) if said.first <= self.seen else said.last
        return Interval(said.first, last)


@frozen
class Spell:
    """One stay on a list: began within ``began``, ended within ``ended`` (None: stands as far as is
    known)."""

    began: Interval
    ended: Interval | None
    why: str

    def standing(self, day: date) -> Standing:
        """Whether the entry stood on the list on a day."""
        if self.began.first and day < self.began.first:
            return "not listed"
        if self.ended and self.ended.last and day > self.ended.last:
            return "not listed"
        if self.began.last is None or day < self.began.last:
            return "not shown"
        if self.ended and (self.ended.first is None or day > self.ended.first):
            return "not shown"
        return "listed"


@frozen(kw_only=True)
class Listed:
    """An entry with all its editions: what the newest says, every name it ever had, its stays on the list.

    ``seen`` is the day on which we first saw it, ``editions`` the ids of the editions that hold it.
    """

    entry: ListEntry
    spells: tuple[Spell, ...]
    seen: date
    editions: tuple[str, ...]

    def standing(self, day: date) -> tuple[Standing, Spell]:
        """How it stood on a day, and the stay that says so."""
        ranked = {"listed": 0, "not shown": 1, "not listed": 2}
        found = sorted(
            ((spell.standing(day), spell) for spell in self.spells), key=lambda each: ranked[each[0]]
        )
        return found[0]


def history(held: Iterable[Held]) -> tuple[Listed, ...]:
    """Every entry of every list with its stays, in the order of list and entry; the order of ``held`` is of
    no matter."""
    by_list: dict[str, list[Held]] = {}
    for each in held:
        for list_ in {entry.list_ for entry in each.edition.entries} | {each.edition.list_}:
            by_list.setdefault(list_, []).append(each)
    return tuple(listed for list_ in sorted(by_list) for listed in _one_list(list_, by_list[list_]))


def _one_list(list_: str, held: Sequence[Held]) -> Iterator[Listed]:
    ordered = sorted(held, key=_order)
    series = _of_one_form([each for each in ordered if not each.edition.adds_to]) or {"": ordered}
    members: dict[str, list[tuple[Held, ListEntry]]] = {}
    for each in ordered:
        for entry in each.edition.entries:
            if entry.list_ == list_:
                members.setdefault(entry.key, []).append((each, entry))
    for key in sorted(members):
        yield _listed(members[key], series)


def _of_one_form(held: Sequence[Held]) -> Mapping[str, list[Held]]:
    """Editions by form: that one table lacks an entry of another table says nothing."""
    found: dict[str, list[Held]] = {}
    for each in held:
        found.setdefault(f"{each.edition.form} {each.edition.list_}", []).append(each)
    return found


def _order(held: Held) -> tuple[date, date, str]:
    days = held.days
    return (days.last or held.seen, days.first or date.min, held.id)


def _listed(members: Sequence[tuple[Held, ListEntry]], series: Mapping[str, list[Held]]) -> Listed:
    whole = [(held, entry) for held, entry in members if not held.edition.adds_to] or list(members)
    newest = whole[-1][1]
    names: dict[str, ListedName] = {}
    for _, entry in (*reversed(whole), *members):
        for name in entry.names:
            names.setdefault(name.text, name)
    more = [entry for held, entry in members if held.edition.adds_to]
    entry = evolve(
        newest,
        names=tuple(names.values()),
        addresses=tuple(
            dict.fromkeys((*newest.addresses, *(one for each in more for one in each.addresses)))
        ),
        countries=tuple(
            dict.fromkeys((*newest.countries, *(one for each in more for one in each.countries)))
        ),
    )
    spells = tuple(_spells(whole, series))
    return Listed(
        entry=entry,
        spells=spells,
        seen=min(held.seen for held, _ in members),
        editions=tuple(dict.fromkeys(held.id for held, _ in members)),
    )


def _spells(whole: Sequence[tuple[Held, ListEntry]], series: Mapping[str, list[Held]]) -> Iterator[Spell]:
    inside = {id(held): entry for held, entry in whole}
    for editions in series.values():
        run: list[tuple[Held, ListEntry]] = []
        before: Held | None = None
        for held in editions:
            entry = inside.get(id(held))
            if entry is not None:
                run.append((held, entry))
                continue
            if run:
                yield _spell(before, run, held)
                run = []
            before = held
        if run:
            yield _spell(before, run, None)
    if not any(id(held) in inside for editions in series.values() for held in editions):
        yield _spell(None, list(whole), None)


def _spell(before: Held | None, run: Sequence[tuple[Held, ListEntry]], after: Held | None) -> Spell:
    first, last = run[0][0], run[-1][0]
    stated = next((entry.listed_from for _, entry in reversed(run) if entry.listed_from), None)
    began = stated or Interval(_next(before), max(first.days.last or first.seen, _next(before) or date.min))
    until = run[-1][1].listed_to
    ended = until or (_between(last, after) if after else None)
    if ended and ended.last and began.first and ended.last < began.first:
        ended = Interval(began.first, began.first)
    said = [f"listed {stated.words} as the list says" if stated else _seen_first(first, before)]
    said.append(f"last day {until.words} as the list says" if until else _seen_last(last, after))
    return Spell(began, ended, "; ".join(said))


def _next(before: Held | None) -> date | None:
    return before.days.first + DAY if before and before.days.first else None


def _between(last: Held, after: Held) -> Interval:
    """The last day on the list: not before the last edition that holds it, before the next that does not."""
    first, gone = last.days.first, (after.days.last or after.seen) - DAY
    return Interval(first, max(gone, first) if first else gone)


def _seen_first(first: Held, before: Held | None) -> str:
    said = f"first seen in the edition of {_named(first)}"
    return f"{said}, not in that of {_named(before)}" if before else f"{said}; no older edition was imported"


def _seen_last(last: Held, after: Held | None) -> str:
    if after:
        return f"last seen in the edition of {_named(last)}, gone in that of {_named(after)}"
    return f"still in the newest edition imported, of {_named(last)}"


def _named(held: Held) -> str:
    return held.edition.published.words if held.edition.published else f"no stated date (seen {held.seen})"
