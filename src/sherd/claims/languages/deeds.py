"""What is asserted or denied: the action, who does it, to whom, with what, and whether it is negated.

The action is the verb of the main clause where ``actions_LANGUAGE.csv`` has it, else a noun that stands for
one (*постачання*, *تحویل*). A word for stopping or intending turns it. Case says who is who where nouns
decline, a preposition where they do not; *we*, and a verb without a subject, mean the party of the speaker.

To add an action, a thing, a preposition: a row in the tables of the language.
"""

from __future__ import annotations

from attrs import define

from sherd.claims.languages.doers import Doers
from sherd.claims.languages.lines import COMMAS, Found
from sherd.claims.languages.stretches import is_finite
from sherd.model.statements import Action, Named, Passage, Thing

STOPPED = {
    "SUPPLY": "STOP_SUPPLY", "TRANSPORT": "STOP_SUPPLY", "USE": "STOP_USE", "ATTACK": "STOP_USE",
    "RELY": "END_RELIANCE",
}  # fmt: skip
INTENDED = {"SUPPLY": "INTEND_SUPPLY", "PRODUCE": "INTEND_PRODUCE"}
GIVING = frozenset(
    {"SUPPLY", "STOP_SUPPLY", "INTEND_SUPPLY", "TRANSPORT", "SUPPORT", "FUND", "PRODUCE", "TRAIN"}
)
"""Actions that somebody receives."""
SUFFERED = frozenset({"SANCTION", "HOLD_ACCOUNTABLE", "TRAIN", "ATTACK"})
"""Actions whose object is a party."""


DASHES = frozenset({"—", "–", "-"})
ENDS = frozenset({",", ".", "!", "?", "…", ":", "،", "؟"})
"""Marks behind *no* where it is an answer and says of nothing that it is not there."""


@define
class Deed(Doers):
    """The words of one statement, and what they say is done."""

    # ------------------------------------------------------------ the action

    def action(self) -> Action:
        """The whole proposition."""
        found, name = self._chosen()
        if found is not None and found.start not in self.main:
            self._enter(found)
        if found is None:
            return Action("OTHER", actor=self._actor(None, "OTHER"))
        trigger = self._trigger(found)
        return Action(
            name,
            actor=self._actor(found, name),
            trigger=trigger,
            object=self._object(found),
            recipient=self._recipient(found, name),
            place=self._place(),
        )

    def _chosen(self) -> tuple[Found | None, str]:
        found = self._at_the_end() if self.ends else self._in_the_middle()
        if found is None:
            within = [
                f for f in self.line.every(self.first, self.last, "verb") if self.said.polarity != "deny"
            ]
            found = within[0] if within and not self._only_told() and not self.untold() else None
        if found is None:
            return None, "OTHER"
        return found, self._turned(found)

    def _only_told(self) -> bool:
        """*we have proof that P*: the action of the clause with *that* is not this one."""
        return len(self.main) < self.last - self.first and any(
            self.line.at(n, "that") for n in range(self.first + 1, self.last)
        )

    def _in_the_middle(self) -> Found | None:
        verbs = [found for found in self._every("verb") if self._is_verb(found)]
        nouns = self._every("noun")
        for stop in self._every("stop"):
            stopped = next((n for n in nouns if stop.end <= n.start <= stop.end + 3), None)
            if stopped is not None and not any(verb.start < stop.start for verb in verbs):
                return stopped
        for verb in verbs:
            light = self.line.at(verb.start, "light") is not None
            carried = next((n for n in nouns if verb.end <= n.start <= verb.end + 4), None) if light else None
            return carried or verb
        if nouns and self._every("see"):
            return None
        some = nouns or list(self._every("verb"))
        return some[0] if some else None

    def _is_verb(self, found: Found) -> bool:
        """A finite verb or an infinitive, and no participle that describes a noun."""
        low, lexicon = self.line.lows[found.end - 1], self.line.lexicon
        if found.end - found.start > 1 or self.ends:
            return True
        finite = low.endswith(lexicon.endings("verbend") + lexicon.endings("infinitive"))
        whole = self.line.at(found.start, "finite") is not None or low in lexicon.first
        return (finite or whole) and not low.endswith(lexicon.endings("participle"))

    def _at_the_end(self) -> Found | None:
        some = self._every("verb", "noun")
        if not some:
            return None
        verbs = [n for n in self.main if is_finite(self.line, n) or self.line.at(n, "negative") is not None]
        if verbs:
            close = [
                found
                for found in some
                if found.end <= verbs[-1] and verbs[-1] - found.end <= 1 and found.sense.kind == "noun"
            ]
            stops = [found for found in self._every("stop") if verbs[-1] - found.end <= 1]
            if close and not stops:
                return close[-1]
            own = [found for found in some if found.sense.kind == "verb" and found.start >= verbs[-1] - 1]
            if own:
                return own[-1]
        return some[0]

    def _turned(self, found: Found) -> str:
        name = found.sense.meaning
        near = [other for other in self._every("stop") if other.start != found.start]
        if self.said.polarity == "assert" and self.ceased():
            return STOPPED.get(name, name)
        if any(self._governs(other, found) for other in near):
            return STOPPED.get(name, "OTHER")
        if name in INTENDED and any(self._governs(other, found) for other in self._every("intend")):
            return INTENDED[name]
        return name

    def ceased(self) -> bool:
        """*no longer supplies P*: a negation that says that something has stopped."""
        return bool(self._every("no more"))

    def asks(self) -> bool:
        """*Europe must close P*: what ought to be is asked for."""
        return self._commands() or any(not self._was_needed(found) for found in self._every("must"))

    def _commands(self) -> bool:
        """*Close this road*: an imperative opens a clause, or stands behind a colon or a dash."""
        line = self.line
        for at in self.main:
            if at > self.first and line.tokens[at - 1].is_word:
                continue
            low, endings = line.lows[at], line.lexicon.endings("imperative")
            if line.at(at, "imperative") is not None or (len(low) > 5 and low.endswith(endings)):
                return True
        return False

    def _was_needed(self, must: Found) -> bool:
        """*P were needed for Q*: what was needed is told, and nothing asked for."""
        beside = (self.line.at(must.start - 1, "was"), self.line.at(must.end, "was"))
        return any(beside)

    def _governs(self, one: Found, other: Found) -> bool:
        return one.start > other.start if self.ends else one.start < other.start

    def _trigger(self, found: Found) -> Passage:
        stop = next(
            (s for s in self._every("stop") if s.start < found.start and found.start - s.end <= 4), None
        )
        return self.line.passage(stop.start if stop and not self.ends else found.start, found.end)

    # ------------------------------------------------------------ negation

    def negated(self) -> bool:
        """Whether the main clause is negated."""
        line = self.line
        if self._held_unlikely() or self._refused():
            return True
        if self.ends and (self._unfounded() or self._not_allowed()):
            return True
        if self.ends:
            verbs = [n for n in self.main if is_finite(line, n) or line.at(n, "negative")]
            return bool(verbs) and any(line.at(n, "negative") is not None for n in verbs[-2:])
        past = self.first
        for at in self.main:
            plain = line.at(at, "plain")
            if plain is not None and plain.end > at + 1:
                past = max(past, plain.end)  # *could not but*: the second negation, too
            if at < past or line.at(at, "not") is None or self._only_inside(at):
                continue
            if at > self.first and line.at(at - 1, "finite") is not None and not line.at(at + 1, "plain"):
                return True  # *it was no mistake*
            near = range(at + 1, min(at + 4, self.last))
            if any(is_finite(line, n) or self._verb_at(n) for n in near) or self._bare():
                return True
        return self._absent() or self._untrue() or self._opens_untrue() or self._unfounded()

    def _only_inside(self, at: int) -> bool:
        """*It is no chance but a route*; *signs a promise not to resell*: the clause is not negated."""
        line = self.line
        if at + 1 < self.last and is_finite(line, at + 1):
            return False
        ahead = range(at + 2, self.last)
        if any(line.at(n, "contrast") and line.tokens[n - 1].text in COMMAS for n in ahead):
            return True
        low = line.lows[at + 1] if at + 1 < self.last else ""
        infinitive = len(low) > 3 and low.endswith(line.lexicon.endings("infinitive"))
        before = [n for n in self.main if n < at and is_finite(line, n)]
        return infinitive and bool(before) and before[-1] != at - 1

    def _not_allowed(self) -> bool:
        """*will not allow P*: the verb of P itself closes the clause."""
        return any(self.line.at(one.end, "negative") is not None for one in self._every("allow"))

    def _bare(self) -> bool:
        """Whether no verb of the main clause is known, so that a negation in it can only be the verb's."""
        return not any(is_finite(self.line, n) or self._verb_at(n) for n in self.main)

    def _absent(self) -> bool:
        """*There are no contracts*: a word that by itself says that something is not there."""
        line = self.line
        return any(
            line.at(at, "absent") is not None and line.at(at + 1, "doubt") is None
            for at in self.main
            if at > self.first or line.tokens[min(at + 1, self.last - 1)].text not in ENDS
        )

    def _untrue(self) -> bool:
        """*Part of what it says – a lie*: a word for untruth as the predicate, behind a dash."""
        line = self.line
        return any(
            found.end >= self.last - 1 and line.tokens[found.start - 1].text in DASHES
            for found in self.line.every(self.first, self.last, "false")
            if found.start > self.first
        )

    def _unfounded(self) -> bool:
        """*These accusations are baseless*: what was said before is the subject, untrue the predicate."""
        line = self.line
        for false in line.every(self.first, self.last, "false"):
            behind = range(false.end, self.last)
            beyond = [n for n in behind if line.tokens[n].is_word and not is_finite(line, n)]
            dashed = line.tokens[false.start - 1].text in DASHES
            closes = not beyond or dashed or (self.ends and len(beyond) <= 2)
            denied = line.at(false.start - 1, "not") or any(line.at(n, "negative") for n in behind)
            said = next(
                line.every(self.first, min(self.first + 4, false.start), "this", "accusation", "report"), None
            )
            this = line.at(self.first, "this") is not None and false.start - self.first <= 2
            if (closes or this) and not denied and said is not None:
                return True
        return False

    def _opens_untrue(self) -> bool:
        """*“It is a lie that P”*: a word for untruth in front, and *that* behind it."""
        line = self.line
        false = next(line.every(self.first, min(self.first + 3, self.last), "false"), None)
        if false is None or line.at(false.start - 1, "not") is not None:
            return False
        return next(line.every(false.end, min(false.end + 3, self.last), "that"), None) is not None

    def _held_unlikely(self) -> bool:
        """*considers it unlikely that P*, *P is hardly so*: in the clause, or in front of its *that*."""
        line, at = self.line, self.first
        while at > 0 and (line.tokens[at - 1].text in COMMAS or line.at(at - 1, "that") is not None):
            at -= 1
        before = line.every(max(0, at - 2), at, "unlikely") if at < self.first else iter(())
        some = [*(one for one in before if one.end >= at - 1), *self._every("unlikely")]
        return any(
            line.at(one.start - 1, "not") is None and line.at(one.end, "negative") is None for one in some
        )

    def _refused(self) -> bool:
        """*refused to sell P*: a deed that somebody refused is not done."""
        line = self.line
        for one in self._every("refuse"):
            if line.at(one.start - 1, "not") is not None or line.at(one.end, "negative") is not None:
                continue
            if self.ends and any(
                line.at(n, "noun") is not None and line.at(n - 1, "from", "off") is not None
                for n in range(self.first + 1, one.start)
            ):
                return True
            off = line.at(one.end, "from", "off") is not None
            if not self.ends and line.at(one.end + off, "noun" if off else "verb") is not None:
                return True
        return False

    def _verb_at(self, at: int) -> bool:
        found = self.line.at(at, "verb", "stop", "intend")
        return found is not None

    def untold(self) -> bool:
        """*we do not know P*: nobody denies anything; *of no buyers do we know* denies them."""
        return bool(self._every("unable")) and not self._every("absent")

    # ------------------------------------------------------------ to whom, with what, where

    def _recipient(self, found: Found, name: str) -> Named | None:
        line = self.line
        if name in {"SANCTION", "HOLD_ACCOUNTABLE"}:
            against = next(iter(self._every("against")), None)
            if against is not None and against.end < self.last and against.end > found.start - 3:
                state = line.at(against.end, "state", "adjective")
                end = self._phrase_end(against.end, self.last)
                return (
                    Named(state.sense.meaning, line.passage(against.end, end))
                    if state
                    else self._named(against.end, end)
                )
            return self._object_party(found)
        if name not in GIVING | SUFFERED | INTENDED.keys():
            return None
        for state in self._every("state", "adjective", "people"):
            if self._receives(state, found, name):
                end = self._phrase_end(state.start, self.last)
                return Named(state.sense.meaning, line.passage(state.start, max(end, state.end)))
        return None

    def _object_party(self, found: Found) -> Named | None:
        """Whom a sanction hits: the noun phrase behind the verb."""
        if found.sense.kind != "verb" or self.ends:
            return None
        return self._named(found.end, self._phrase_end(found.end, self.last))

    def _receives(self, state: Found, found: Found, name: str) -> bool:
        line, cases = self.line, state.sense.cases
        before = line.at(state.start - 1, "to")
        if before is None and state.start >= 2 and line.at(state.start - 1, "organ", "office") is not None:
            before = line.at(state.start - 2, "to")
        if self.ends:
            at = state.start - 1
            while (
                at > self.first
                and line.at(at, "to", "off", "noun", "verb", "object") is None
                and state.start - at < 4
            ):
                at -= 1
            put = any(f.end == state.start and line.at(f.start, "off") for f in self._every("noun"))
            partner = name in {"SUPPORT", "SUPPLY"} and line.at(at, "with") is not None
            second = name == "SUPPORT" and line.at(state.start - 1, "and") is not None
            trained = (
                name in SUFFERED and state.sense.kind == "adjective" and 0 < state.start - found.end <= 2
            )
            return line.at(at, "to") is not None or put or partner or second or trained
        if before is not None:
            wanted = {"accusative", "genitive", "dative"}
            if line.lows[state.start - 1] in {"в", "у", "во", "на"}:
                wanted = {"accusative"}
            return not cases or bool(cases & wanted)
        if line.at(state.start - 1, "off") is not None:
            return name == "SUPPORT" and line.at(state.start - 1, "with") is not None
        if state.start < found.start and "nominative" in cases:
            return False
        if name == "SUPPLY" and state.start == found.end and cases == {"accusative"}:
            return True
        if name in SUFFERED and state.sense.kind == "adjective" and state.start > found.start:
            return "accusative" in cases
        if (
            name == "SUPPLY"
            and state.sense.kind == "adjective"
            and state.start == found.end
            and "accusative" in cases
        ):
            return line.at(state.end, "organ") is not None
        return (
            "dative" in cases
            and (state.start > found.start or state.sense.kind != "adjective")
            and self._is_dative(state)
        )

    def _is_dative(self, state: Found) -> bool:
        """Whether a form that could be another case too is a dative: no noun before it can own it."""
        if "nominative" in state.sense.cases:
            return False
        if state.sense.cases <= {"dative", "locative", "instrumental"} or state.sense.kind == "people":
            return True
        if state.sense.kind == "adjective":
            return "genitive" not in state.sense.cases or self.line.at(state.end, "organ") is not None
        previous = state.start - 1
        return (
            self.line.at(previous, "verb", "noun", "stop") is not None
            or self.line.at(previous, "thing") is not None
        )

    def _object(self, found: Found) -> Thing | None:
        line = self.line
        for thing in self._every("thing"):
            start = thing.start
            while start > self.first and self._describes(start - 1, found):
                start -= 1
            name = " ".join(line.words(start, thing.end).split())
            origin = next(line.every(start, thing.end, "adjective"), None)
            named = next(
                (t for t in line.every(thing.end, min(thing.end + 3, self.last), "thing") if t.sense.note),
                thing,
            )
            end = named.end if named.sense.note else thing.end
            return Thing(
                name,
                line.passage(start, end),
                thing.sense.meaning,
                named.sense.note or None,
                origin.sense.meaning if origin else None,
            )
        return None

    def _describes(self, at: int, found: Found) -> bool:
        line = self.line
        if not line.tokens[at].is_word or found.start <= at < found.end or self.ends:
            return False
        if any(f.start <= at < f.end for f in self._every("state")):
            return False
        if line.at(at, "off", "and", "verb", "state", "people", "not", "adverb", "stop", "which") is not None:
            return False
        return not is_finite(line, at)

    def _place(self) -> Named | None:
        line = self.line
        for place in self._every("at"):
            state = line.at(place.end, "state")
            if state is not None and (not state.sense.cases or "locative" in state.sense.cases):
                return Named(state.sense.meaning, line.passage(state.start, state.end))
        return None
