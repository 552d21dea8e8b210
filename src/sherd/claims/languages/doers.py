"""Who does what is said: the subject of the clause, by case, by place, or the party of the speaker.

Where nouns decline the first case tells, or the instrumental of a passive; elsewhere the place in the
clause. *We*, and a verb without a subject, mean the party for whom the speaker speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field

from sherd.claims.languages.frames import Said
from sherd.claims.languages.lines import COMMAS, DASHES, Found, Line
from sherd.claims.languages.people import Cast, Someone
from sherd.claims.languages.stretches import is_finite
from sherd.claims.languages.who import Who
from sherd.claims.quotes import MARKS
from sherd.model.statements import Named, Passage

DONE_WITH = frozenset({"USE", "PRODUCE", "ATTACK", "ACQUIRE", "TRAIN", "TRANSPORT"})
"""Actions as nouns whose genitive is who does them: *the use of P by X* is *X's use* there."""


def party(someone: Someone | None) -> str | None:
    """For whom somebody speaks."""
    if someone is None or someone.speaker.kind in {"outlet", "narrator"}:
        return None
    if someone.speaker.kind in {"state", "organisation"}:
        return someone.speaker.name
    return someone.speaker.on_behalf_of


@define
class Doers:
    """The words of one statement, and what they say is done."""

    line: Line
    said: Said
    cast: Cast
    first: int = field(init=False)
    last: int = field(init=False)
    main: Sequence[int] = field(init=False)
    """The words of the main clause."""
    ends: bool = field(init=False)
    """Whether the verb stands at the end."""
    who: Who = field(init=False)
    relative: int | None = None
    """Where the relative clause begins that holds the action."""

    def __attrs_post_init__(self) -> None:
        self.first, self.last = self.said.content
        self.first = self._past_frame()
        self.main = tuple(self._main())
        self.ends = self.line.lexicon.grammar.order == "verb at the end"
        self.who = Who(self.line, self.cast)

    def _past_frame(self) -> int:
        """*we see that P*, *it means that P*: where P begins behind words that only bring it in."""
        line = self.line
        limit = min(self.first + 6, self.last)
        that = next((n for n in range(self.first + 1, limit) if line.at(n, "that")), None)
        if that is None or next(line.every(self.first, that, "framing"), None) is None:
            return self.first
        if any(line.at(n, "not", "negative") for n in range(self.first, that)):
            return self.first
        found = line.at(that, "that")
        return found.end if found is not None and found.end < self.last else self.first

    def _main(self) -> Iterator[int]:
        """The words outside relative clauses, up to a clause with *that*."""
        line, open_ = self.line, False
        for at in range(self.first, self.last):
            comma = at > self.first and line.tokens[at - 1].text in COMMAS
            if comma and line.at(at, "that") is not None and not line.at(at, "which"):
                return
            if comma and line.at(at, "which") is not None:
                open_ = True
            elif open_ and line.tokens[at].text in COMMAS:
                open_ = False
            if not open_:
                yield at

    def _enter(self, found: Found) -> None:
        """Read a relative clause as the clause that counts, where the action stands in it."""
        start = found.start
        while start > self.first and self.line.tokens[start - 1].text not in COMMAS:
            start -= 1
        stop = found.end
        while stop < self.last and self.line.tokens[stop].text not in COMMAS:
            stop += 1
        self.relative = start
        self.main = tuple(range(start, stop))

    def _every(self, *kinds: str) -> list[Found]:
        inside = frozenset(self.main)
        return [found for found in self.line.every(self.first, self.last, *kinds) if found.start in inside]

    # ------------------------------------------------------------ who

    def _actor(self, found: Found | None, name: str) -> Named | None:
        own = party(self.said.source)
        named = self._by(found) or self._urged() or self._addressee()
        if named is not None:
            return named
        if self.relative is not None:
            return self._antecedent()
        opens = self.ends and found is not None and found.start == self.first
        if found is not None and found.sense.kind == "noun" and (opens or not self._has_subject(found)):
            return self._of_noun(found, name, own)
        if found is not None and self._is_passive(found):
            return None
        subject = self._cut_off() or self._subject(found)
        if subject is not None:
            return subject
        after = self._subject_behind(found) if found is not None and not self.ends else None
        if after is not None:
            return after
        return Named(own) if own and self._speaks_of_itself() else None

    def _urged(self) -> Named | None:
        """Whom a request is addressed to, where it stands apart from what is asked."""
        if self.said.asked is None:
            return None
        first = self.said.asked[0]
        return self._named(first, self._phrase_end(first, self.said.asked[1]))

    def _addressee(self) -> Named | None:
        """Whom a request is addressed to: the words before the infinitive."""
        line = self.line
        if self.said.polarity != "urge" or self.ends or self.said.act != "urge":
            return None
        endings = line.lexicon.endings("infinitive")
        stop = next((n for n in self.main if len(line.lows[n]) > 3 and line.lows[n].endswith(endings)), None)
        if stop is None or stop <= self.first or line.at(self.first, "noun", "off") is not None:
            return None
        return self._named(self.first, self._phrase_end(self.first, stop))

    def _cut_off(self) -> Named | None:
        """The subject on the other side of *according to X*."""
        return self._named(*self.said.subject) if self.said.subject is not None else None

    def _antecedent(self) -> Named | None:
        """The noun before *which*."""
        assert self.relative is not None
        end = first = self.relative - 1
        while (
            first > self.first
            and not is_finite(self.line, first - 1)
            and self.line.tokens[first - 1].text not in COMMAS
        ):
            first -= 1
        return self._named(first, end)

    def _speaks_of_itself(self) -> bool:
        """*denied that it had sent P*: a verb without a subject."""
        low = self.line.lows[self.first]
        promised = self.said.act == "predict" and low.endswith(self.line.lexicon.endings("infinitive"))
        return (
            promised
            or self.said.polarity == "deny"
            or any(is_finite(self.line, n) for n in list(self.main)[:3])
        )

    def _has_subject(self, found: Found) -> bool:
        """Whether the noun is carried by a verb with a subject: *begins the production of P*."""
        return any(
            is_finite(self.line, n) or self.line.at(n, "light", "stop", "negative") is not None
            for n in self.main
        )

    def _by(self, found: Found | None) -> Named | None:
        """Who is named as the doer: in the instrumental, or behind *by*."""
        line = self.line
        for state in self._every("state", "people", "adjective"):
            before = line.at(state.start - 1, "off")
            if state.sense.cases == {"instrumental"} and before is None and found is not None:
                return Named(state.sense.meaning, line.passage(state.start, state.end))
        by = next(iter(self._every("by")), None)
        if by is not None:
            told = next(line.every(by.end, min(by.end + 4, self.last), "state", "adjective", "body"), None)
            if told is not None:
                return Named(told.sense.meaning, line.passage(told.start, told.end))
        return None

    def _of_noun(self, found: Found, name: str, own: str | None) -> Named | None:
        """Who does what a noun says: its genitive, else of whom the things are, else the speaker's party."""
        line = self.line
        for state in self._every("state", "people"):
            between = range(found.end, state.start)
            near = state.start >= found.end and len(between) <= 2 and all(line.at(n, "part") for n in between)
            genitive = not state.sense.cases or "genitive" in state.sense.cases
            if near and genitive and (name in DONE_WITH or (self.ends and name not in {"SUPPLY"})):
                return Named(state.sense.meaning, line.passage(state.start, state.end))
        if self.said.polarity != "deny" or own is None:
            return self._origin_of(found) if name == "SUPPLY" else None
        origin = self._origin_of(found)
        if name == "SUPPLY" and origin is not None and origin.name != own:
            return origin
        return Named(own)

    def _origin_of(self, found: Found) -> Named | None:
        """Of which state the things are said to be: *supplies of Iranian drones*."""
        line = self.line
        for adjective in line.every(found.end, self.last, "adjective"):
            thing = next(line.every(adjective.end, min(adjective.end + 3, self.last), "thing"), None)
            if thing is not None and not line.at(adjective.start - 1, "to", "off"):
                return Named(adjective.sense.meaning, line.passage(adjective.start, adjective.end))
        return None

    def _is_passive(self, found: Found) -> bool:
        endings = self.line.lexicon.endings("passive")
        low = self.line.lows[found.end - 1]
        if self.ends:
            return any(
                self.line.lows[n].startswith(("شد", "می‌شو", "میشو", "نشد", "شو"))
                for n in self.main
                if n >= found.start
            )
        reflexive = found.sense.meaning in {"PRODUCE", "SUPPLY", "USE", "INSPECT"} and low.endswith(
            self.line.lexicon.endings("reflexive")
        )
        return found.sense.kind == "verb" and (reflexive or low.endswith(endings))

    def _subject(self, found: Found | None) -> Named | None:
        """The noun phrase that opens the main clause, before its verb."""
        line = self.line
        stop = self._subject_stop(found)
        for state in line.every(self.first, stop, "state", "people"):
            apart = (
                line.at(state.start - 1, "off", "and") is None
                and line.at(state.start - 1, "noun", "thing", "role", "office", "firm", "organ") is None
            )
            if "nominative" in state.sense.cases and apart and state.start in self.main:
                return Named(state.sense.meaning, line.passage(state.start, state.end))
        at = self.first
        while at < stop:
            if not line.tokens[at].is_word and line.tokens[at].text not in MARKS:
                at += 1
                continue
            if not self.ends and line.at(at, "stop") is not None and is_finite(line, at):
                return None  # *stopped the sale of P*: the verb has no subject of its own
            skip = line.at(
                at,
                "lead",
                "adverb",
                "day",
                "last year",
                "last week",
                "last month",
                "hedge",
                "and",
                "not",
                "plain",
            )
            if skip is not None and line.at(at, "state", "thing", "firm") is None:
                at = skip.end
                continue
            if line.at(at, "off") is not None and not line.at(at, "pronoun"):
                at = self._past_phrase(at + 1, stop)
                continue
            end = self._phrase_end(at, stop)
            noun = found is not None and found.sense.kind == "noun" and end == found.start and not self.ends
            if noun or (end - at == 1 and line.at(at, "noun") is not None):
                return None  # *new sanctions will come*: no party, but the action itself
            return self._named(at, end)
        return None

    def _subject_stop(self, found: Found | None) -> int:
        line = self.line
        verbs = [n for n in self.main if is_finite(line, n) or line.at(n, "stop", "intend")]
        if found is not None and not self.ends:
            return min([found.start, *(n for n in verbs if n > self.first)])
        if self.ends:
            return self.last
        return next((n for n in verbs if n > self.first), self.first)

    def _past_phrase(self, at: int, stop: int) -> int:
        line = self.line
        begun = at
        while at < stop:
            if line.tokens[at].text in COMMAS:
                return at + 1
            state = line.at(at, "state", "people")
            if (
                at > begun
                and state is not None
                and (not state.sense.cases or "nominative" in state.sense.cases)
            ):
                return at
            if at > begun and (line.at(at, "pronoun") is not None or line.tokens[at].text in MARKS):
                return at
            at += 1
        return at

    def _phrase_end(self, first: int, stop: int) -> int:
        """Where a noun phrase ends: before a verb, a preposition, an adverb, a comma, the object."""
        line = self.line
        state = line.at(first, "state", "people")
        if state is not None and self.ends:
            return state.end
        pronoun = line.at(first, "pronoun")
        if (
            pronoun is not None
            and pronoun.sense.meaning in {"we", "i"}
            and not line.lows[first].startswith("наш")
        ):
            return pronoun.end
        at = first
        while at < stop:
            token = line.tokens[at]
            if token.text in COMMAS | DASHES or (not token.is_word and token.text not in MARKS):
                break
            opens = at > first
            if (
                opens
                and line.at(at, "off", "adverb", "not", "object", "which", "hedge", "determiner", "last year")
                is not None
            ):
                break
            if opens and (is_finite(line, at) or line.at(at, "stop", "negative") is not None):
                break
            counted = token.text[0].isdigit() or line.at(at, "noun", "thing", "number", "day") is not None
            if opens and self.ends and counted and self._is_full(first, at):
                break
            at += 1
        return at

    def _is_full(self, first: int, at: int) -> bool:
        """Whether the words before already name a party, so that its object begins here."""
        return next(
            self.line.every(first, at, "state", "body", "pronoun", "adjective"), None
        ) is not None or any(t.quote >= 0 for t in self.line.tokens[first:at])

    def _named(self, first: int, last: int) -> Named | None:
        """A party by its canonical name; any other noun phrase as it stands."""
        line = self.line
        while last > first and not line.tokens[last - 1].is_word and line.tokens[last - 1].text not in MARKS:
            last -= 1
        if first >= last:
            return None
        span = line.passage(first, last)
        pronoun = line.at(first, "pronoun")
        if pronoun is not None and last - first > pronoun.end - first and self._own(first, last):
            own = party(self.said.source)
            return Named(own, span) if own else None
        if pronoun is not None:
            return self._meant(pronoun, span)
        body = line.at(first, "body")
        if body is not None and body.end >= last - 1:
            return Named(body.sense.meaning, span)
        state = next(line.every(first, last, "state", "people"), None)
        if state is not None and (last - first == state.end - state.start or self._of_state(first, last)):
            return Named(
                state.sense.meaning if state.sense.kind == "state" else state.sense.meaning or "Russia", span
            )
        adjective = line.at(first, "adjective")
        if (
            adjective is not None
            and line.at(adjective.end, "organ") is not None
            and adjective.end + 1 >= last
        ):
            return Named(adjective.sense.meaning, span)
        quoted = [n for n in range(first, last) if line.tokens[n].quote >= 0 and line.tokens[n].is_word]
        if quoted and next(line.every(first, last, "firm"), None) is not None:
            return Named(line.words(quoted[0], quoted[-1] + 1), span)
        firm = line.at(first, "firm")
        if firm is not None and last - first == 1:
            own = party(self.said.source)
            met = self.cast.by_kind("organisation")
            name = (
                own
                if own and self.said.source and not self.said.source.state
                else met.speaker.name
                if met
                else None
            )
            return Named(name, span) if name else Named(span.text, span)
        return Named(" ".join(span.text.split()), span) if self._can_act(first, last) else None

    def _can_act(self, first: int, last: int) -> bool:
        """Whether a noun phrase can be a party: a thing, a deed or a word that only asks where is none."""
        line = self.line
        parties = ("role", "office", "firm", "organ", "outlet", "outlet name", "body", "people", "region")
        if next(line.every(first, last, *parties), None) is not None:
            return True
        if any(line.tokens[n].quote >= 0 for n in range(first, last)):
            return True
        if line.lexicon.grammar.capitals:
            return line.tokens[last - 1].is_name
        return line.at(first, "thing", "noun") is None  # the head stands first

    def _own(self, first: int, last: int) -> bool:
        """*our industry*, *his country*: the party that the speaker speaks for."""
        return next(self.line.every(first, last, "organ", "firm"), None) is not None or self.line.lows[
            first
        ].startswith("наш")

    def _of_state(self, first: int, last: int) -> bool:
        return next(self.line.every(first, last, "organ"), None) is not None and last - first <= 3

    def _meant(self, pronoun: Found, span: Passage) -> Named | None:
        own = party(self.said.source)
        if pronoun.sense.meaning in {"we", "i"}:
            return Named(own, span) if own else None
        return None

    def _subject_behind(self, found: Found | None) -> Named | None:
        """*the freight was guarded by*: in *груз сопровождали инструкторы* the subject follows its verb."""
        line = self.line
        if found is None:
            return None
        for n in range(found.end, min(found.end + 3, self.last)):
            state = line.at(n, "state", "people")
            if state is not None and "nominative" in state.sense.cases and line.at(n - 1, "off") is None:
                return Named(state.sense.meaning, line.passage(n, state.end))
        return None
