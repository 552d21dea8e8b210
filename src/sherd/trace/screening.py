"""Was this party on a list on the day of the deal: names asked about, against the entries of lists as of a
date.

Every hit is a *possible match*. It says which list and entry, under which name, since when, why the names are
thought to be one, and what would confirm or rule it out. A party owned by a listed one is no hit: that is a
path of the supply graph, not a likeness of names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
from attrs import field, frozen

from sherd.model.identifiers import Identifier, found_in, identifier
from sherd.trace import party_field
from sherd.trace.history import Listed, Spell, Standing
from sherd.trace.index import NameIndex, build, search
from sherd.trace.prepared import Prepared, prepare, script
from sherd.trace.reasons import confirm, words
from sherd.trace.scorer import MEASURES, METHOD, scores
from sherd.trace.vocabulary import Vocabulary, vocabulary

LEAST = 0.1
"""The least score of a hit that is shown unless asked otherwise."""

MOST = 10
"""Hits shown for one name unless asked otherwise."""

WEIGHED = 0.5
"""The share of the pairs of one name that are scored; the rest agrees less by every share."""

FEWEST = 16
"""Pairs of one name that are scored where there are so many."""

BY_NUMBER = 0.99
"""The score of a hit by a number whose check digits hold; a number is copied wrongly now and then."""


@frozen
class Asked:
    """A name asked about, with the day; ``country`` is what the record says, and only ever a remark."""

    id: str
    name: str
    as_of: date
    country: str = ""


@frozen(kw_only=True)
class Hit:
    """A possible match. ``name`` is the entry's name that was matched, ``reason`` why, ``to_confirm`` what
    would tell."""

    asked: Asked
    rank: int
    listed: Listed = field(repr=False)
    name: str
    score: float
    standing: Standing
    spell: Spell
    reason: str
    to_confirm: str
    measures: Mapping[str, float] = field(repr=False)


@frozen(eq=False)
class Screen:
    """Entries of lists with an index over their names, ready to be asked."""

    entries: Sequence[Listed]
    index: NameIndex
    names: tuple[str, ...]
    owner: Any
    is_person: Any
    forms: Any
    scripts: Any
    by_number: Mapping[tuple[str, str], tuple[int, ...]]
    form_bits: Mapping[str, int]
    places: frozenset[str]
    vocabulary: Vocabulary


def screen_of(entries: Sequence[Listed]) -> Screen:
    """Index the names of entries."""
    known, bits = vocabulary(), dict[str, int]()
    prepared: list[Prepared] = []
    names: list[str] = []
    owner: list[int] = []
    cut: list[bool] = []
    for number, listed in enumerate(entries):
        for text, is_cut in _listed_names(listed):
            ready = prepare(text, known)
            if ready.tokens:
                prepared.append(ready)
                names.append(text)
                owner.append(number)
                cut.append(is_cut)
    numbers: dict[tuple[str, str], list[int]] = {}
    for number, listed in enumerate(entries):
        for one in listed.entry.identifiers:
            if one.valid is not False and one.kind != "passport":
                numbers.setdefault((one.kind, one.value), []).append(number)
    owners = np.asarray(owner, np.int64)
    person = np.asarray([listed.entry.party == "person" for listed in entries], bool)
    return Screen(
        entries=tuple(entries),
        index=build(prepared, cut),
        names=tuple(names),
        owner=owners,
        is_person=person[owners] if len(owners) else person,
        forms=np.asarray([_bits(each, bits) for each in prepared], np.int64),
        scripts=np.asarray([script(each) for each in prepared], np.int64),
        by_number={key: tuple(dict.fromkeys(each)) for key, each in numbers.items()},
        form_bits=bits,
        places=party_field.places(),
        vocabulary=known,
    )


def _listed_names(listed: Listed) -> Iterable[tuple[str, bool]]:
    for name in listed.entry.names:
        for text in party_field.parse(name.text, frozenset(), listed=True).names:
            yield text, False
        if len(name.text) > party_field.LINE:
            yield name.text[: party_field.LINE], True


def _bits(name: Prepared, known: dict[str, int]) -> int:
    bits = 0
    for form in name.forms:
        bits |= 1 << known.setdefault(form, len(known))
    return bits


def ask(screen: Screen, asked: Sequence[Asked], *, least: float = LEAST, most: int = MOST) -> list[list[Hit]]:
    """The possible matches of each name, best first: entries that stood on their list on the day, or may
    have."""
    if not screen.index.size:
        return [[] for _ in asked]
    fields = [party_field.parse(each.name, screen.places) for each in asked]
    prepared: list[Prepared] = []
    of: list[int] = []
    for number, taken in enumerate(fields):
        for name in taken.names:
            ready = prepare(name, screen.vocabulary)
            if ready.tokens:
                prepared.append(ready)
                of.append(number)
    best, measured, scored = _scored(screen, prepared, [fields[number].truncated for number in of])
    found: list[dict[int, tuple[float, int, int, int]]] = [{} for _ in asked]
    for n, k in zip(*np.nonzero(scored >= least), strict=True):
        at, score = int(best[n, k]), float(scored[n, k])
        entry = int(screen.owner[at])
        if score > found[of[n]].get(entry, (0.0,))[0]:
            found[of[n]][entry] = (score, at, int(n), int(k))
    return [
        _hits(screen, each, taken, finds, measured, prepared, most)
        for each, taken, finds in zip(asked, fields, found, strict=True)
    ]


def measured_pairs(
    screen: Screen, prepared: Sequence[Prepared], cuts: Sequence[bool]
) -> tuple[Any, Any, Any]:
    """The best listed names for each name, what is measured of each pair, and which of them are there."""
    best, sums, out, found = search(screen.index, prepared, cuts)
    kept = best.shape[1]
    there = np.arange(kept)[None, :] < found[:, None]
    known = dict(screen.form_bits)
    forms = np.asarray([_bits(each, known) for each in prepared], np.int64)[:, None]
    theirs = screen.forms[best]
    agree = np.where((forms > 0) & (theirs > 0), np.where(forms & theirs, 1, -1), 0)
    generic = np.asarray([np.mean([bool(kind & 1) for kind in each.kinds]) for each in prepared])[:, None]
    organisation = (forms > 0) | (generic > 0)
    scripts = np.asarray([script(each) for each in prepared], np.int64)[:, None]
    beside = [
        sums,
        agree,
        np.broadcast_to(generic, sums.shape),
        np.broadcast_to(organisation, sums.shape),
        screen.scripts[best] != scripts,
    ]
    return best, np.concatenate([out, np.stack(beside, axis=2)], axis=2), there


def promising(measured: Any) -> Any:
    """Which pairs of each name are worth scoring: the half that agrees most by plain shares, but at least
    :data:`FEWEST`."""
    plain = measured[:, :, :2].sum(axis=2) + measured[:, :, 7] + measured[:, :, 12]
    weighed = max(FEWEST, int(WEIGHED * plain.shape[1]))
    if plain.shape[1] <= weighed:
        return plain > 0.0
    least = -np.partition(-plain, weighed - 1, axis=1)[:, weighed - 1 : weighed]
    return (plain >= least) & (plain > 0.0)


def _scored(screen: Screen, prepared: Sequence[Prepared], cuts: Sequence[bool]) -> tuple[Any, Any, Any]:
    if not prepared:
        return np.zeros((0, 0), np.int64), np.zeros((0, 0, len(MEASURES))), np.zeros((0, 0))
    best, measured, there = measured_pairs(screen, prepared, cuts)
    there &= promising(measured)
    scored = np.zeros(best.shape)
    scored[there] = scores(measured[there], screen.is_person[best[there]])
    return best, measured, scored


def _hits(
    screen: Screen,
    asked: Asked,
    taken: party_field.PartyField,
    finds: dict[int, tuple[float, int, int, int]],
    measured: Any,
    prepared: Sequence[Prepared],
    most: int,
) -> list[Hit]:
    numbers = {
        entry: one
        for one in _numbers(asked, taken)
        for entry in screen.by_number.get((one.kind, one.value), ())
    }
    ranked = sorted({*finds, *numbers}, key=lambda entry: (-_score(entry, finds, numbers), entry))
    hits: list[Hit] = []
    for entry in ranked:
        listed = screen.entries[entry]
        standing, spell = listed.standing(asked.as_of)
        if standing == "not listed" or len(hits) == most:
            continue
        name, measures = listed.entry.name, dict[str, float]()
        said = ""
        if entry in finds:
            _, at, n, k = finds[entry]
            name, measures = screen.names[at], dict(zip(MEASURES, measured[n, k].tolist(), strict=True))
            said = words(prepared[n], screen, at, measures)
        hits.append(
            Hit(
                asked=asked,
                rank=len(hits) + 1,
                listed=listed,
                name=name,
                score=round(_score(entry, finds, numbers), 4),
                standing=standing,
                spell=spell,
                reason=_reason(said, numbers.get(entry), taken, standing, spell),
                to_confirm=confirm(listed, asked.country),
                measures=measures,
            )
        )
    return hits


def _score(
    entry: int, finds: Mapping[int, tuple[float, int, int, int]], numbers: Mapping[int, Identifier]
) -> float:
    return max(finds[entry][0] if entry in finds else 0.0, BY_NUMBER if entry in numbers else 0.0)


def _numbers(asked: Asked, taken: party_field.PartyField) -> list[Identifier]:
    labelled = [identifier(*party_field.labelled(text)) for what, text in taken.beside if what == "number"]
    return [one for one in (*labelled, *found_in(asked.name)) if one.valid]


def _reason(
    said: str, number: Identifier | None, taken: party_field.PartyField, standing: Standing, spell: Spell
) -> str:
    parts = ["possible match"]
    if number is not None:
        parts.append(f"the same {number.kind} {number.value}, whose check digits hold")
    if said:
        parts.append(said)
    if taken.truncated:
        parts.append(f"the name may be cut off at {party_field.LINE} characters")
    if taken.beside:
        parts.append("left aside: " + ", ".join(f"{what} {text!r}" for what, text in taken.beside))
    parts.append(
        ("on the list that day" if standing == "listed" else "not shown whether on the list that day")
        + f" ({spell.why})"
    )
    return "; ".join(parts) + f" [{METHOD[0]}/{METHOD[1]}]"
