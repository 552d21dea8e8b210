"""Bring what was claimed to a form in which two claims can be laid side by side.

Actions that can contradict each other form a family: to attack with a thing, or to rely on it, is to use it.
Who urges that something stop takes for granted that it goes on. Nothing is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from sherd.claims.lexicon import states
from sherd.claims.matters import matter, of_thing
from sherd.data import rows
from sherd.model.claims import Claim
from sherd.model.provenance import Source
from sherd.model.stances import Matter, Stand
from sherd.model.statements import CASES_OF, Statement
from sherd.model.supply import Party

FAMILIES: Mapping[str, str] = {
    "ATTACK": "USE",
    "RELY": "USE",
    "ACQUIRE": "SUPPLY",
    "TRANSPORT": "SUPPLY",
    **CASES_OF,
}
"""Actions that are cases of another; every other action is its own family."""

STOPPING: Mapping[str, str] = {"STOP_SUPPLY": "SUPPLY", "STOP_USE": "USE", "END_RELIANCE": "RELY"}
"""What goes on where somebody urges or predicts that it stop."""

HEDGED = frozenset({"predict"})
"""Acts that say what may come, and are not firm whatever the words."""

NOWHERE = frozenset(
    ("battlefield", "front", "front line", "frontline", "frontlines", "field", "ground", "region", "war")
)
"""Places that name no place."""

SILENT = frozenset({"NO_COMMENT"})
"""Actions that take no stand on anything."""


def of_statements(statements: Sequence[Statement], source: str | None = None) -> tuple[Stand, ...]:
    """The stands of one document, those taken for granted among them, in its order."""
    suppliers = _suppliers(statements)
    origins = _origins(statements)
    said = [_of_statement(each, suppliers, origins, source) for each in statements if _speaks(each)]
    return tuple(_with_granted(said))


def of_claims(claims: Iterable[Claim], parties: Iterable[Party] = ()) -> tuple[Stand, ...]:
    """The stands of the claims of a case, in the order of the record.

    For whom it is said tells the claim. Else a speaker whom the record lists as a party of a country, by
    whatever name, speaks for that country; not so a company or another house (``APART``).
    """
    homes = {name: home for party in parties if (home := _home(party)) for name in _names(party)}
    said = [_of_claim(claim, homes) for claim in claims if claim.action.upper() not in SILENT]
    return tuple(_with_granted(said))


APART = frozenset({"company", "organisation", "vessel", "aircraft"})
"""Kinds of parties that speak for themselves, wherever they are at home."""


def _home(party: Party) -> str | None:
    """The state for which a party of the record speaks; None where it speaks for itself."""
    return None if (party.kind_ or "").casefold() in APART else state_of(party.country)


def _names(party: Party) -> tuple[str, ...]:
    return (party.name, *filter(None, (party.transliteration,)), *party.aliases)


def graded(stands: Iterable[Stand], sources: Iterable[Source]) -> Iterator[Stand]:
    """The stands with what the record says of their sources: how reliable, and how credible what they say."""
    known = {source.id: source for source in sources}
    for stand in stands:
        source = known.get(stand.source or "")
        yield (
            evolve(stand, reliability=source.reliability, credibility=source.credibility) if source else stand
        )


def state_of(code: str | None) -> str | None:
    """The state of a two-letter code; ``None`` for a code that no state has.

    >>> state_of("IR"), state_of("XX"), state_of(None)
    ('Iran', None, None)
    """
    return next((row["name"] for row in rows("states") if code and row["code"] == code), None)


def family(action: str) -> str:
    """The family of an action.

    >>> family("ATTACK"), family("PRODUCE")
    ('USE', 'PRODUCE')
    """
    return FAMILIES.get(action.upper(), action.upper())


def canonical(name: str | None) -> str | None:
    """A state by its name, whatever word stands for it; any other name as it is."""
    if name is None:
        return None
    known = states().get(name.casefold().removeprefix("the "))
    return known.name if known else name


def _speaks(statement: Statement) -> bool:
    return statement.prop.action not in SILENT and statement.act != "no_comment"


def _of_statement(
    each: Statement, suppliers: Mapping[str, str], origins: Mapping[str, str], source: str | None
) -> Stand:
    prop = each.prop
    thing = of_thing(prop.object, suppliers.get(each.id)) if prop.object else None
    if thing is not None and thing.origin is None and each.id in origins:
        thing = evolve(thing, origin=origins[each.id])
    return Stand(
        id=each.id,
        doc=each.doc,
        source=source,
        speaker=each.source.name,
        speaker_kind=each.source.kind,
        party=_party(each),
        chain=tuple(relay.name for relay in each.chain),
        holds=each.holds,
        firm=each.hedge is None and each.certainty == "plain" and each.act not in HEDGED,
        granted=each.mode == "presupposition",
        conceded=each.act == "admit",
        action=prop.action,
        family=family(prop.action),
        actor=canonical(prop.actor.name) if prop.actor else None,
        recipient=canonical(prop.recipient.name) if prop.recipient else None,
        place=_place(prop.place.name if prop.place else None),
        matter=thing,
        said=each.statement_date.value if each.statement_date else None,
        event=each.event_time.value if each.event_time else None,
        quote=each.content.text,
        words=each.claim,
        parent=each.parent,
        dup_of=each.dup_of,
    )


def _origins(statements: Sequence[Statement]) -> dict[str, str]:
    """Whence the things of a statement come where its own words do not say: *its* drones, *the* aircraft.

    A state's own things are its own; *the* things of a class are those whose origin the paragraph gave last.
    """
    found: dict[str, str] = {}
    last: dict[tuple[int | None, str | None], str] = {}
    for each in sorted(statements, key=lambda one: one.content.start):
        if each.prop.object is None:
            continue
        thing = of_thing(each.prop.object)
        place = (each.paragraph, thing.class_)
        origin = thing.origin or (_party(each) if _is_own(each, "its|our|their") else None)
        if origin is None and thing.class_ and _is_own(each, "the|these|those"):
            origin = last.get(place)
        if origin is not None:
            found[each.id] = last[place] = origin
    return found


def _is_own(each: Statement, words: str) -> bool:
    """Whether the thing of a statement stands behind one of these words; *its* only where a state speaks."""
    thing = each.prop.object
    if thing is None or thing.span is None or (words.startswith("its") and each.source.kind != "state"):
        return False
    bare = re.sub(rf"^(?:{words})\s+", "", thing.span.text, flags=re.IGNORECASE)
    found = re.search(rf"\b(?:{words})\s+{re.escape(bare)}", each.content.text, re.IGNORECASE)
    return found is not None or bare != thing.span.text


def _party(each: Statement) -> str:
    """For whom it is said: the state, where one speaks or someone speaks for it."""
    if each.source.on_behalf_of:
        return canonical(each.source.on_behalf_of) or each.source.on_behalf_of
    if each.source.kind == "anonymous_official":
        named = matter(each.source.name).origin
        return named or each.source.name
    return canonical(each.source.name) or each.source.name


def _suppliers(statements: Sequence[Statement]) -> dict[str, str]:
    """Who supplies the things of a statement, by the same text: its parent, or words for the same things."""
    by_id = {each.id: each for each in statements}
    by_span = {
        (each.prop.object.span.start, each.prop.object.span.end): supplier
        for each in statements
        if each.prop.object and each.prop.object.span and (supplier := _supplier(each))
    }
    found: dict[str, str] = {}
    for each in statements:
        span = each.prop.object.span if each.prop.object else None
        parent = by_id.get(each.parent or "")
        supplier = _supplier(parent) if parent is not None else None
        supplier = supplier or (by_span.get((span.start, span.end)) if span else None)
        if supplier is not None:
            found[each.id] = supplier
    return found


def _supplier(each: Statement) -> str | None:
    gives = each.prop.action in {"SUPPLY", "STOP_SUPPLY", "INTEND_SUPPLY"}
    return canonical(each.prop.actor.name) if gives and each.prop.actor else None


def _of_claim(claim: Claim, homes: Mapping[str, str]) -> Stand:
    action = claim.action.upper()
    actor = canonical(claim.actor)
    supplier = actor if family(action) == "SUPPLY" and action != "ACQUIRE" else None
    return Stand(
        id=claim.id,
        source=claim.source,
        speaker=claim.speaker,
        speaker_kind=claim.speaker_kind,
        party=_party_of(claim, homes),
        chain=claim.chain,
        holds=None if claim.polarity == "urge" else claim.polarity != "deny",
        firm=not claim.hedge and (claim.act or "") not in HEDGED,
        granted=claim.mode == "presupposition",
        conceded=claim.polarity == "concede",
        action=action,
        family=family(action),
        actor=actor,
        recipient=canonical(claim.recipient),
        place=_place(claim.place),
        matter=_matter(claim.object, supplier),
        said=claim.said,
        event=claim.happened,
        quote=claim.quote or "",
        words=claim.paraphrase,
        proposition=claim.proposition,
    )


def _party_of(claim: Claim, homes: Mapping[str, str]) -> str:
    """For whom a claim is said; an unnamed official of a state speaks for it."""
    if claim.on_behalf_of:
        return canonical(claim.on_behalf_of) or claim.on_behalf_of
    unnamed = claim.speaker_kind == "anonymous_official" and matter(claim.speaker).origin
    return homes.get(claim.speaker) or unnamed or canonical(claim.speaker) or claim.speaker


def _matter(words: str | None, supplier: str | None) -> Matter | None:
    return matter(str(words), supplier) if words else None


def _place(name: str | None) -> str | None:
    """A place that tells something: *the battlefield* does not."""
    if name is None or name.casefold().removeprefix("the ") in NOWHERE:
        return None
    return canonical(name)


def _with_granted(said: Sequence[Stand]) -> Iterator[Stand]:
    """Every stand, each followed by what it takes for granted where the text does not say so itself."""
    for stand in said:
        yield stand
        on = STOPPING.get(stand.action)
        if on is not None and stand.holds is None and not _is_said(stand, family(on), said):
            yield evolve(
                stand,
                id=f"{stand.id}~granted",
                holds=True,
                granted=True,
                action=on,
                family=family(on),
                parent=stand.id,
            )


def _is_said(urged: Stand, family_: str, said: Sequence[Stand]) -> bool:
    """Whether a stand of its own says already what is taken for granted."""
    return any(
        each.granted and each.family == family_ and (each.parent == urged.id or each.quote in urged.quote)
        for each in said
    )
