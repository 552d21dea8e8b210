"""What a document says that someone said, passage by passage, before anyone has judged it.

A statement is a proposal: who speaks, by which words we know, on whose behalf, relayed by whom, and what is
asserted, denied or urged, each with the exact stretch of the kept plain text it was read from. A person
accepts, edits or rejects it; what is accepted becomes a :class:`~sherd.model.claims.Claim` of the case.
``deny`` keeps the proposition in its positive form. Offsets are code points, the end is exclusive.

To add an action: a line in ``ACTIONS``. To add a field: on the noun, and on the schema page of the docs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs
from attrs import field, frozen, validators

from sherd.model.claims import Claim
from sherd.model.dates import Interval

POLARITIES = ("assert", "deny", "urge")
ACTS = ("assert", "deny", "urge", "welcome", "predict", "finding", "presuppose", "admit")
MODES = ("direct_quote", "mixed_quote", "indirect", "headline", "caption", "narrator", "presupposition")
LEVELS = ("core", "secondary", "presupposed", "headline")
CERTAINTIES = ("plain", "hedged", "conditional")
SPEAKERS = (
    "person", "state", "organisation", "outlet", "anonymous_official", "anonymous", "document", "narrator",
)  # fmt: skip
"""What kind of voice speaks; the narrator is the article itself."""

FLAGS = {
    "hedge_lost": "a headline or caption says flatly what the body hedges",
    "asker_implied": "who asked is not named; it is taken to be the state that the speaker speaks for",
    "source_lost": "a headline or caption drops the source that the body names",
    "of_denial": "what is denied is itself a denial, so that the two cancel",
    "negated": "the words assert that the proposition is not so, as who concedes or foretells it does",
    "by_model": "proposed by a language model and passed by the span checks",
}

# fmt: off
ACTIONS = frozenset({
    "SUPPLY", "STOP_SUPPLY", "INTEND_SUPPLY", "ACQUIRE", "TRANSPORT", "PRODUCE", "INTEND_PRODUCE",
    "USE", "STOP_USE", "ATTACK", "SHOOT_DOWN", "RELY", "END_RELIANCE", "REQUEST", "URGE", "COMMIT",
    "NEGOTIATE", "CONSULT", "NO_COMMENT", "INSPECT", "IDENTIFY_AS", "MATCH", "DIFFER", "SANCTION",
    "HOLD_ACCOUNTABLE", "SUPPORT", "TRAIN", "FUND", "ABUSE", "DESTABILISE", "THREATEN",
    "REDUCE_NUCLEAR", "SLOW_ENRICHMENT", "DILUTE", "OTHER",
})
# fmt: on
"""What can be done, said of a proposition; whatever has no word here is ``OTHER``."""


CASES_OF = {
    "TRANSFER": "SUPPLY",
    "SELL": "SUPPLY",
    "EXPORT": "SUPPLY",
    "ASSEMBLE": "PRODUCE",
    "MAKE": "PRODUCE",
}
"""Words that the sheet of claims may use for a case of an action, with that action."""


def among(*words: str) -> Callable[[object, attrs.Attribute[Any], str], None]:
    """A validator that takes these words alone; it names the word that it refuses."""

    def check(_: object, attribute: attrs.Attribute[Any], value: str) -> None:
        if value not in words:
            raise ValueError(f"{attribute.name} {value!r} is none of {', '.join(sorted(words))}")

    return check


@frozen
class Passage:
    """A stretch of the kept plain text, verbatim: code points ``[start, end)``.

    >>> Passage.of("Iran denies it.", 0, 4)
    Passage(start=0, end=4, text='Iran')
    """

    start: int = field()
    end: int
    text: str

    @start.validator
    def _fits(self, _: object, start: int) -> None:
        if start < 0 or self.end - start != len(self.text) or not self.text:
            raise ValueError(f"the passage {self.text!r} cannot stand at {start} to {self.end}")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Passage:
        """The passage of ``text`` between two offsets. Raises ``ValueError`` where it would be empty."""
        return cls(start, end, text[start:end])

    def stands_in(self, text: str) -> bool:
        """Whether the text holds exactly these words exactly there."""
        return text[self.start : self.end] == self.text

    def within(self, other: Passage) -> bool:
        """Whether the other passage holds all of this one."""
        return other.start <= self.start and self.end <= other.end


@frozen
class PassedOver:
    """Words of a document that look like a statement and are nobody's, and of which kind they are."""

    passage: Passage
    why: str = field(validator=among("instruction", "open_quotation", "unspoken_denial"))


@frozen
class Named:
    """A person, state, thing or place by its canonical name, and the words of the text that stand for it."""

    name: str
    span: Passage | None = None


@frozen
class Thing:
    """What an action is done to. Its class, its type and where it was made are three different things.

    ``class_`` is the class of thing (``drone``), ``type`` the model where it is named, ``origin`` the country
    that it is said to come from, and ``made`` how: ``made`` there, a ``copy`` of what is made there, or None
    where the text leaves it open (*Iranian drones*).
    """

    name: str
    span: Passage | None = None
    class_: str | None = None
    type: str | None = None
    origin: str | None = None
    made: str | None = field(default=None, validator=validators.optional(among("made", "copy")))


@frozen
class Quantity:
    """How many or how much, within brackets: *about 400* is not 400. ``high`` None is open (*over 400*)."""

    span: Passage
    low: float | None
    high: float | None
    unit: str = ""
    approximate: bool = False


@frozen
class Speaker:
    """Whose statement it is, in what office, for whom; ``span`` is None for the article's own voice."""

    name: str
    kind: str = field(validator=among(*SPEAKERS))
    span: Passage | None = None
    role: str | None = None
    on_behalf_of: str | None = None
    document: Passage | None = None


@frozen
class Relay:
    """An outer attribution: the outlet or document by which we know of the statement, outermost first."""

    name: str
    kind: str = field(validator=among(*SPEAKERS))
    span: Passage | None = None
    cue: Passage | None = None


@frozen
class Dated:
    """A date in the text: the days that it can mean; None where nothing fixes them."""

    value: Interval | None
    span: Passage | None = None


@frozen
class Action:
    """The proposition: who does what with what, to whom, where, how many; positive even where denied."""

    action: str = field(validator=among(*ACTIONS))
    actor: Named | None = None
    trigger: Passage | None = None
    object: Thing | None = None
    value: Named | None = None
    recipient: Named | None = None
    place: Named | None = None
    quantity: Quantity | None = None


@frozen(kw_only=True)
class Statement:
    """One statement as a document gives it. ``paragraph`` is the line of the plain text, counted from 0.

    ``parent`` is the statement that presupposes or embeds this one, ``dup_of`` the one that it repeats.
    ``alt_sources`` are other voices to whom the grammar would let the words be given.
    """

    id: str
    doc: str
    doc_sha256: str
    claim: str
    content: Passage
    source: Speaker
    cue: Passage | None = None
    chain: tuple[Relay, ...] = ()
    polarity: str = field(default="assert", validator=among(*POLARITIES))
    act: str = field(default="assert", validator=among(*ACTS))
    mode: str = field(default="indirect", validator=among(*MODES))
    level: str = field(default="core", validator=among(*LEVELS))
    certainty: str = field(default="plain", validator=among(*CERTAINTIES))
    hedge: Passage | None = None
    prop: Action
    statement_date: Dated | None = None
    event_time: Dated | None = None
    quoted: tuple[Passage, ...] = ()
    parent: str | None = None
    dup_of: str | None = None
    alt_sources: tuple[str, ...] = ()
    note: str | None = None
    paragraph: int | None = None
    flags: tuple[str, ...] = field(default=(), validator=validators.deep_iterable(among(*FLAGS)))

    @property
    def holds(self) -> bool | None:
        """What the speaker has the proposition to be: true, false, or (urged) neither.

        To deny a denial is to hold the proposition true, to concede that it is not so to hold it untrue.
        """
        if self.polarity == "urge":
            return None
        turned = bool({"of_denial", "negated"} & set(self.flags))
        return (self.polarity == "assert") != turned

    def passages(self) -> Iterator[Passage]:
        """Every passage that the statement rests on."""
        return _passages(self)

    def misquoted(self, text: str) -> tuple[Passage, ...]:
        """The passages that do not stand in the text as they claim to; there must be none."""
        return tuple(passage for passage in self.passages() if not passage.stands_in(text))


def as_claim(
    statement: Statement, case: str, id_: str, source: str | None = None, published: Interval | None = None
) -> Claim:
    """The row of the sheet ``claims`` that an accepted statement becomes; ``source`` is a row of ``sources``.

    What the text does not date was said by the day on which it was ``published``.

    An admission that something is so is recorded as ``concede``, that it is not so as ``deny``. The locator
    names the code points in the kept plain text. What hangs on a condition is hedged, as the record has it.
    """
    prop, event = statement.prop, statement.event_time
    said = statement.statement_date.value if statement.statement_date else None
    return Claim(
        case=case,
        id=id_,
        source=source,
        locator=f"{statement.doc}#char={statement.content.start},{statement.content.end}",
        speaker=statement.source.name,
        speaker_kind=statement.source.kind,
        on_behalf_of=statement.source.on_behalf_of,
        chain=tuple(relay.name for relay in statement.chain),
        polarity=_recorded_polarity(statement),
        act=statement.act,
        mode=statement.mode,
        hedge=statement.hedge.text if statement.hedge else _CONDITIONS.get(statement.certainty),
        actor=prop.actor.name if prop.actor else None,
        action=prop.action,
        object=prop.object.name if prop.object else None,
        recipient=prop.recipient.name if prop.recipient else None,
        place=prop.place.name if prop.place else None,
        quantity=prop.quantity.span.text if prop.quantity else None,
        said_from=said,
        said_to=said or (Interval(None, published.last) if published and published.last else None),
        event_from=event.value if event else None,
        event_to=event.value if event else None,
        paraphrase=statement.claim,
        quote=statement.content.text,
    )


_CONDITIONS = {"hedged": "(hedged)", "conditional": "(on a condition)"}
"""What stands for the words that hedge a statement, where no word does."""


def _recorded_polarity(statement: Statement) -> str:
    if statement.polarity == "urge":
        return "urge"
    if not statement.holds:
        return "deny"
    return "concede" if statement.act == "admit" else "assert"


def _passages(noun: Any) -> Iterator[Passage]:
    if isinstance(noun, Passage):
        yield noun
    elif isinstance(noun, tuple):
        for each in noun:
            yield from _passages(each)
    elif attrs.has(type(noun)) and not isinstance(noun, Interval):
        for declared in attrs.fields(type(noun)):
            yield from _passages(getattr(noun, declared.name))
