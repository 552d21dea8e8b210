"""Names that may be on no list, and yet are tied to a listed party: found, walked, and never called a hit.

Three steps, each with its own doubt and never made one number. The name asked about may be that of a party
that has ties; from there every tie leads on, as of the day; a party on the way may be one on a list, because
the record says so, the list itself does, a register's number agrees, a person decided it, or names are alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import define, field, frozen

from sherd.model.dates import Interval
from sherd.model.judgements import same_object_decision
from sherd.model.listed import ListedName, ListEntry
from sherd.model.provenance import Source
from sherd.model.supply import Listing
from sherd.model.ties import How, ListedEnd, TiedParty, TiePath
from sherd.text import identity
from sherd.trace.decided import Decided, digest, subject, without_decided
from sherd.trace.history import Listed, Spell
from sherd.trace.screening import BY_NUMBER, Asked, Hit, Screen, ask, screen_of
from sherd.trace.ties import Ties, paths, recorded_end

LEAST_ALIKE = 0.5
"""The least score at which one name is taken for another on a path: as likely the same party as not."""

MOST_ALIKE = 3
"""So many parties with ties are looked at for one name."""

PERSONS = frozenset({"person", "individual", "natural person", "director"})
"""Kinds of a party that are a human being."""


@frozen(kw_only=True)
class Tied:
    """A name asked about with one path to a listed party. ``alike`` says how the name is that of the party
    at the beginning, ``score`` how much alike the two names are; ``more`` that not every path is laid out."""

    asked: Asked
    path: TiePath
    alike: str
    score: float
    more: bool = False

    @property
    def words(self) -> str:
        """The path with what it begins with, as one sentence."""
        more = "; there are more paths than are laid out" if self.more else ""
        return f"{self.path.heading}: {self.alike}; {self.path.words.partition(': ')[2]}{more}"


@define(eq=False)
class TiedNames:
    """Everything recorded about ties, ready to be asked: parties indexed by name, listings, lists."""

    ties: Ties
    screen: Screen
    lists: Screen
    decided: Mapping[str, Decided] = field(factory=dict)
    listings: Mapping[str, Sequence[Listing]] = field(factory=dict)
    sources: Mapping[str, Mapping[str, Source]] = field(factory=dict)
    """The sources of each case, under what its parties call it."""
    listed: Mapping[str, Sequence[Listed]] = field(factory=dict)
    """Parties that are entries of a list which itself tells of ties."""
    _ends: dict[tuple[str, date], tuple[ListedEnd, ...]] = field(factory=dict)

    def ask(self, asked: Sequence[Asked]) -> Iterator[list[Tied]]:
        """The paths of each name, in the order of the names."""
        for one, hits in zip(asked, ask(self.screen, asked, least=LEAST_ALIKE, most=MOST_ALIKE), strict=True):
            yield [tied for hit in hits for tied in self._paths(one, hit)]

    def _paths(self, asked: Asked, hit: Hit) -> Iterator[Tied]:
        id_ = hit.listed.entry.key
        found = paths(
            self.ties,
            id_,
            Interval(asked.as_of, asked.as_of),
            lambda party: self._ends_of(party, asked.as_of),
        )
        alike = _alike(asked.name, hit, self.ties.parties[id_])
        for path in found.paths:
            yield Tied(asked=asked, path=path, alike=alike, score=hit.score, more=found.more)

    def _ends_of(self, party: TiedParty, day: date) -> tuple[ListedEnd, ...]:
        """The lists on which a party stood that day; what is known in several ways is said in the surest."""
        known = self._ends.get((party.id, day))
        if known is None:
            ends: dict[tuple[str, str], ListedEnd] = {}
            for end in (*self._recorded(party, day), *self._on_lists(party, day)):
                ends.setdefault((end.list_, end.entry), end)
            known = self._ends[party.id, day] = tuple(ends.values())
        return known

    def _recorded(self, party: TiedParty, day: date) -> Iterator[ListedEnd]:
        for each in self.listings.get(party.id, ()):
            sources = self.sources.get(party.where, {})
            if end := recorded_end(each, party.name, Interval(day, day), sources):
                yield end

    def _on_lists(self, party: TiedParty, day: date) -> Iterator[ListedEnd]:
        for own in self.listed.get(party.id, ()):
            words = "the list that tells of the tie"
            yield from _end(party, own, own.entry.name, day, "on the list", None, words)
        for number in party.numbers:
            for at in self.lists.by_number.get((number.kind, number.value), ()) if number.valid else ():
                listed = self.lists.entries[at]
                same = f"the same {number.kind} {number.value} as {listed.entry.name}"
                words = f"{same}, whose check digits hold"
                yield from _end(party, listed, listed.entry.name, day, "number", None, words)
        names = [Asked(party.id, name, day, party.country) for name in party.names]
        for one, hits in zip(names, ask(self.lists, names, least=LEAST_ALIKE), strict=True):
            for hit in without_decided(hits, self.decided):
                entry = hit.listed.entry
                decision = self.decided.get(subject(entry, one.name))
                if decision and decision.digest == digest(entry) and _same(decision):
                    said = f"decided to be {hit.name}: {decision.judgement.reason}"
                    yield from _end(party, hit.listed, hit.name, day, "decided", None, said)
                else:
                    said = f"possible match of names with {hit.name}, {hit.score:.2f}"
                    yield from _end(party, hit.listed, hit.name, day, "possible match", hit.score, said)


def indexed(parties: Iterable[TiedParty]) -> Screen:
    """The parties that have ties, indexed by every name that is recorded of them."""
    return screen_of([_entry(each) for each in parties])


def _entry(party: TiedParty) -> Listed:
    """A party with ties as something that a name can be held against; it stands on no list by that."""
    entry = ListEntry(
        list_=party.where,
        entry_id=party.row,
        key=party.id,
        names=tuple(ListedName(name) for name in party.names),
        party="person" if party.kind.casefold() in PERSONS else "organisation",
        identifiers=party.numbers,
    )
    always = Spell(Interval(date.min, date.min), None, "recorded with ties")
    return Listed(entry=entry, spells=(always,), seen=date.min, editions=())


def _alike(asked: str, hit: Hit, party: TiedParty) -> str:
    at = f"{hit.name} ({party.where}, {party.row})"
    if identity(asked) == identity(hit.name):
        return f"the name asked about is that of {at}"
    if hit.score == BY_NUMBER:
        return f"the number asked about is that of {at}"
    return f"the name asked about may be that of {at}, {hit.score:.2f}"


def _same(decision: Decided) -> bool:
    return same_object_decision(decision.judgement.decision) == "same"


def _end(
    party: TiedParty, listed: Listed, name: str, day: date, how: How, score: float | None, basis: str
) -> Iterator[ListedEnd]:
    standing, spell = listed.standing(day)
    if standing == "not listed":
        return
    yield ListedEnd(
        party=party.name,
        list_=listed.entry.list_,
        entry=listed.entry.entry_id,
        name=name,
        programme=listed.entry.programme,
        listed=spell.why,
        from_=spell.began,
        to_=spell.ended,
        standing=standing,
        how=how,
        score=score,
        basis=basis,
    )
