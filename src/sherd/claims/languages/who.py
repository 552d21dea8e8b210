"""Whom a stretch of words names as a speaker: a person with their office, a state, a body, an outlet, nobody.

A ministry, an embassy, a government speaks as its state; a service that has a name of its own (a row
``body`` of ``words_LANGUAGE.csv``) as itself; an office of no named state as that of the state whose press
it is. A holder of an office without a name is *unnamed*; a spokesman speaks for the office. Names are the
words that no table knows: behind an office, or with a capital.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve, field

from sherd.claims.languages.lines import COMMAS, DASHES, Found, Line
from sherd.claims.languages.people import Cast, Someone
from sherd.claims.lexicon import outlets, states
from sherd.claims.quotes import MARKS
from sherd.model.statements import Passage, Speaker

LONGEST = 16
"""Words of a speaker with their office, at most."""

_HEADS = ("role", "office", "body", "firm", "outlet", "outlet name", "document", "people")
_KNOWN = (
    *_HEADS,
    "state",
    "adjective",
    "region",
    "part",
    "former",
    "senior",
    "this",
    "one",
    "pronoun",
    "lead",
)
_NO_NAME = (
    "adverb",
    "thing",
    "determiner",
    "number",
    "month",
    "iranian month",
    "noun",
    "verb",
    "finite",
    "object",
    "told",
)
_SPEAKING_FOR = frozenset({"spokesman", "spokeswoman"})
_OFFICIAL = frozenset({
    "spokesman", "spokeswoman", "minister", "president", "ambassador", "diplomat", "official", "officer",
    "representative", "lawmaker", "adviser", "secretary", "governor", "prosecutor", "investigator", "head",
    "deputy",
})  # fmt: skip


@define
class Who:
    """Reads speakers of one sentence against those met before."""

    line: Line
    cast: Cast
    capitals: bool = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.capitals = self.line.lexicon.grammar.capitals

    # ------------------------------------------------------------ where the words end

    def end(self, first: int, last: int) -> int:
        """Where the words that name a speaker end, from ``first`` on."""
        line, at = self.line, first
        while at < min(last, first + LONGEST):
            token = line.tokens[at]
            if not token.is_word:
                closing = self._name_in_marks(at, last)
                if closing is None:
                    break
                at = closing
                if not self.capitals:
                    break
                continue
            if at > first and self._stops(first, at):
                break
            found = line.at(at, *_HEADS, "state", "adjective", "one")
            at = max(at + 1, found.end if found else 0)
        return min(at, last)

    def _name_in_marks(self, at: int, last: int) -> int | None:
        """Behind a name in quotation marks that opens here; None where a sign ends the words."""
        line = self.line
        if line.tokens[at].text not in MARKS or at + 1 >= last or line.tokens[at + 1].quote < 0:
            return None
        close = at + 1
        while close < last and line.tokens[close].quote == line.tokens[at + 1].quote:
            close += 1
        return min(close + 1, last) if close - at <= 5 else None

    def _stops(self, first: int, at: int) -> bool:
        line = self.line
        if line.at(at, "inside") is not None:
            return False
        if line.at(at, "one") is not None and at == first:
            return False
        if line.at(at, "told") is not None:
            return True
        if line.at(at, "off") is not None:
            return not (self._goes_on(first, at) or self._of_field(first, at))
        if (
            line.at(at, "which", "that", "not", "and", "object", "determiner", "report", "negative")
            is not None
        ):
            return True
        if line.at(at, "adverb", "lead", "day", "weekday") is not None and line.at(at, *_HEADS) is None:
            return True
        if line.at(at, "say", "deny", "urge", "call", "rebuke", "silent", "relay", "accuse") is not None:
            return True
        opening = None if self.capitals else line.at(first, "state")
        if opening is not None and opening.end == at:
            return True
        if line.at(at, *_HEADS, "state", "adjective", "region", "part") is not None:
            return False
        if line.at(at, "pronoun") is not None:
            return line.at(at + 1, *_HEADS) is None
        if self.capitals:
            return not line.tokens[at].is_name and is_finite(line, at)
        return line.at(at, "noun", "verb", "finite") is not None

    def _goes_on(self, first: int, at: int) -> bool:
        """*a source in British intelligence*: a place that is part of an office."""
        line = self.line
        role = next(line.every(first, at, "role"), None)
        if role is None or any(token.is_name for token in line.tokens[role.end : at]) or not self.capitals:
            return False
        after = next(
            (n for n in range(at + 1, min(at + 4, len(line.tokens))) if line.at(n, "office", "body")), None
        )
        return after is not None and role.sense.meaning in {
            "source",
            "employee",
            "official",
            "representative",
            "officer",
        }

    def _of_field(self, first: int, at: int) -> bool:
        """*an expert on arms, X Y*: a role with its field, before the name."""
        line = self.line
        role = line.at(first, "role") or line.at(first + 1, "role")
        if role is None or role.end != at or not self.capitals:
            return False
        ahead = at + 1
        while (
            ahead < min(at + 5, len(line.tokens))
            and line.tokens[ahead].is_word
            and not line.tokens[ahead].is_name
        ):
            ahead += 1
        names = line.tokens[ahead : ahead + 2]
        return ahead > at + 1 and len(names) == 2 and all(token.is_name for token in names)

    # ------------------------------------------------------------ who is meant

    def read(self, first: int, last: int, case: str = "nominative") -> Someone | None:
        """The speaker whom the words ``[first, last)`` name."""
        line = self.line
        while first < last and (not line.tokens[first].is_word and line.tokens[first].text not in MARKS):
            first += 1
        while last > first and line.tokens[last - 1].text in COMMAS | DASHES | {":", "."}:
            last -= 1
        if first >= last:
            return None
        pronoun = line.at(first, "pronoun")
        if pronoun is not None and (last - first == 1 or self._head(first + 1, last) is None):
            return self._again(pronoun, first)
        parts = _Parts.of(line, first, last, self._name(first, last))
        return self._someone(parts, first, last, case)

    def _head(self, first: int, last: int) -> Found | None:
        return next(self.line.every(first, last, *_HEADS), None)

    def _again(self, pronoun: Found, first: int) -> Someone | None:
        meant = self.cast.by_pronoun(pronoun.sense.meaning)
        return _at(meant, self.line.passage(first, pronoun.end)) if meant else None

    def _name(self, first: int, last: int) -> tuple[int, int]:
        """The words of a person's name: the last ones, or the first ones, that no table knows."""
        line = self.line
        end = last
        while end > first and line.tokens[end - 1].quote >= 0 and not self._whole_is_quoted(first, last):
            end -= 1
        at = end
        while at > first and self._is_name(at - 1):
            at -= 1
        if at < end:
            return at, end
        if self.capitals:
            return end, end
        ahead = first
        while ahead < last and (rank := line.at(ahead, "role")) is not None:
            ahead = rank.end
        close = ahead
        while close < last and self._is_name(close):
            close += 1
        return ahead, close

    def _whole_is_quoted(self, first: int, last: int) -> bool:
        return all(token.quote >= 0 for token in self.line.tokens[first:last])

    def _is_name(self, at: int) -> bool:
        line, token = self.line, self.line.tokens[at]
        if not token.is_word or token.quote >= 0 or token.text[0].isdigit():
            return False
        spanning = (line.at(back, *_KNOWN) for back in range(max(0, at - 3), at))
        inside = any(found is not None and found.end > at for found in spanning)
        if self._is_surname(at):
            return True
        if inside or line.at(at, *_KNOWN, "off", "and") is not None:
            return False
        if not self.capitals:
            return line.at(at, *_NO_NAME) is None
        opens = at == 0 or line.tokens[at - 1].text in MARKS
        known = token.low in self.cast.written or self._named_behind(at) or self._before_cue(at)
        return token.is_name and (not opens or known)

    def _before_cue(self, at: int) -> bool:
        """*Peskov noted*: a word that no table knows, right before a verb of saying."""
        line = self.line
        told = line.at(at + 1, "say", "deny", "urge", "call", "accuse") is not None
        return told and not line.senses[at] and len(line.lows[at]) > 3

    def _is_surname(self, at: int) -> bool:
        """*Oksana Litovska*: the adjective of a state that is written as a name behind a name."""
        line = self.line
        adjective = (
            self.capitals and at > 0 and line.at(at, "adjective") is not None and line.tokens[at].is_name
        )
        before = line.tokens[at - 1]
        return adjective and before.is_name and before.is_word and line.at(at - 1, *_KNOWN) is None

    def _named_behind(self, at: int) -> bool:
        following = self.line.tokens[at + 1] if at + 1 < len(self.line.tokens) else None
        return following is not None and following.is_name and self.line.at(at + 1, *_KNOWN) is None

    def _someone(self, parts: _Parts, first: int, last: int, case: str) -> Someone | None:
        line = self.line
        span = line.passage(first, last)
        state = parts.state or (parts.body.sense.note or None if parts.body else None)
        words = frozenset(line.lows[first:last])
        name = parts.name
        if name and parts.outlet is None and parts.outlet_name is None:
            return self._person(parts, span, state, words, case)
        if parts.outlet_name is not None and parts.role is None:
            return Someone(Speaker(parts.outlet_name.sense.meaning, "outlet", span), words=words)
        if parts.role is not None:
            return self._unnamed(parts, span, state, words)
        if parts.body is not None:
            kind = "organisation"
            return Someone(
                Speaker(parts.body.sense.meaning, kind, span, on_behalf_of=state), state=state, words=words
            )
        if parts.outlet is not None:
            return self._outlet(parts, span, words, case)
        if parts.office is not None:
            return self._office(parts, span, state, words)
        if parts.firm is not None or parts.quoted:
            return self._firm(parts, span, state, words)
        if parts.document is not None:
            meant = self.cast.by_kind("organisation", "outlet", "state", "person")
            return _at(meant, span) if meant else None
        if state is not None and parts.only_state:
            return Someone(Speaker(state, "state", span), state=state, words=words)
        return None

    def _person(
        self, parts: _Parts, span: Passage, state: str | None, words: frozenset[str], case: str
    ) -> Someone | None:
        if len(parts.name) == 1:
            met = self.cast.by_surname(parts.name[0])
            if met is not None:
                return _at(met, span)
        firm = parts.quoted or (parts.body.sense.meaning if parts.body and not state else None)
        if parts.role is None and (parts.firm is not None or parts.office is not None or len(parts.name) > 3):
            return Someone(
                Speaker(" ".join(span.text.split()), "organisation", span, on_behalf_of=state), state=state
            )
        if all(word.isascii() for word in parts.name) and self.capitals and parts.role is None:
            return Someone(
                Speaker(" ".join(parts.name), "organisation", span, on_behalf_of=state), state=state
            )
        name, gender = self.cast.nominative(parts.name, case)
        role = parts.role
        noun = role.sense.meaning if role else ""
        if (
            state is None
            and firm is None
            and parts.firm is None
            and parts.body is None
            and noun in _OFFICIAL - {"lawmaker"}
        ):
            state = self._home() if role else None
        told = parts.role_words or None
        speaker = Speaker(name, "person", span, role=told, on_behalf_of=firm or state)
        sex = gender or self._gender(name) or (role.sense.note if role else "")
        return Someone(speaker, noun, sex, state=state, words=words)

    def _gender(self, name: str) -> str:
        first = name.split()[0].lower()
        if not self.capitals or len(name.split()) < 2:
            return ""
        if first in self.line.lexicon.words("male name"):
            return "m"
        return "f" if first[-1] in "ая" else "m" if first[-1] not in "еєиіїоуюэ" else ""

    def _unnamed(
        self, parts: _Parts, span: Passage, state: str | None, words: frozenset[str]
    ) -> Someone | None:
        role = parts.role
        assert role is not None
        noun, plural = role.sense.meaning, parts.plural
        bare = not (state or parts.region or parts.quoted or parts.office or parts.body or parts.firm)
        if (bare or (parts.definite and not parts.office)) and not parts.indefinite:
            meant = self.cast.by_noun(noun, plural)
            if meant is None and bare and noun in _SPEAKING_FOR | {"minister", "president"}:
                meant = next((one for one in reversed(self.cast.met) if one.is_person), None)
            if meant is not None:
                return _at(meant, span)
        holder = next(
            (one for one in reversed(self.cast.met) if one.noun == noun and one.speaker.kind == "person"),
            None,
        )
        if holder is not None and state and holder.state == state and not parts.indefinite and not plural:
            return _at(holder, span)
        delegate = (
            noun == "representative"
            and state
            and not (plural or parts.firm or parts.quoted or parts.indefinite)
        )
        if delegate or (noun in _SPEAKING_FOR | {"representative", "head"} and (parts.office or parts.body)):
            return self._for_office(parts, span, state, words, noun)
        if parts.body is not None and parts.body.sense.meaning == "UN sanctions experts":
            return Someone(Speaker(parts.body.sense.meaning, "organisation", span), noun, plural=True)
        group = self.cast.by_noun(noun, plural=True) if parts.indefinite and not state else None
        state = state or (group.state if group else None)
        if state is None and parts.owned:
            state = self._state_before(span.start)
        behalf = state
        if state is None and noun in _OFFICIAL and not (parts.quoted or parts.firm or parts.region or group):
            behalf = self._home()
        if parts.quoted or (parts.firm and not state):
            label = f"{' '.join(span.text.split())} (unnamed)"
            return Someone(
                Speaker(label, "anonymous", span, on_behalf_of=parts.quoted or None), noun, plural=plural
            )
        region = parts.region or (group.region if group else None)
        people = states()[state.lower()].adjective if state and state.lower() in states() else region or ""
        if parts.body is not None and plural and not parts.region:
            return self._of_body(parts, span, noun)
        if noun == "employee" and state and (parts.office or parts.body):
            noun = "official"
        label = " ".join(filter(None, (parts.senior, people, noun + ("s" if plural else "")))) + " (unnamed)"
        kind = "anonymous_official" if noun in _OFFICIAL | {"source"} else "anonymous"
        speaker = Speaker(label[0].upper() + label[1:], kind, span, on_behalf_of=behalf)
        return Someone(speaker, role.sense.meaning, role.sense.note, plural, state, words, region)

    def _of_body(self, parts: _Parts, span: Passage, noun: str) -> Someone:
        """*UN inspectors*: those whom a body sends speak as a group of their own."""
        assert parts.body is not None
        name = parts.body.sense.meaning
        if not name.endswith(f"{noun}s"):
            name = f"{'UN' if name == 'United Nations' else name} {noun}s"
        return Someone(Speaker(name, "organisation", span), noun, plural=True)

    def _state_before(self, offset: int) -> str | None:
        """The state that the sentence names last before the words: *this country's*, *its ministry*."""
        line = self.line
        some = line.every(0, len(line.tokens), "state")
        told = [f for f in some if line.tokens[f.start].start < offset and line.at(f.start - 1, "at") is None]
        return told[-1].sense.meaning if told else None

    def _for_office(
        self, parts: _Parts, span: Passage, state: str | None, words: frozenset[str], noun: str
    ) -> Someone:
        """The spokesman of an office speaks for it; who it is may be told later."""
        if parts.body is not None and not (
            state and parts.body.sense.note != state and noun == "representative"
        ):
            body = parts.body.sense
            speaker = Speaker(body.meaning, "organisation", span, role=span.text, on_behalf_of=state)
        else:
            state = state or (self._state_before(span.start) if parts.definite else None) or self._home()
            for one in reversed(self.cast.met):
                if one.speaker.kind == "person" and one.noun in _SPEAKING_FOR and one.state == state:
                    return _at(one, span)
            speaker = Speaker(state, "state", span, role=span.text)
        return Someone(speaker, noun, state=state, words=words)

    def _home(self) -> str:
        """Whose an office of no named state is: of the one heard last here, else of the press's own."""
        heard = self.cast.heard
        told = (
            heard.state or (heard.speaker.name if heard.speaker.kind == "state" else None) if heard else None
        )
        return told or self.line.lexicon.grammar.home

    def _office(
        self, parts: _Parts, span: Passage, state: str | None, words: frozenset[str]
    ) -> Someone | None:
        office = parts.office
        assert office is not None
        alone = self.line.tokens[office.start].text.islower() or not self.capitals
        if state is None and alone and (parts.definite or self.capitals):
            meant = self.cast.by_kind("state", "organisation")
            if meant is None:
                meant = next((one for one in reversed(self.cast.met) if one.state), None)
            if meant is not None and parts.single:
                return _at(meant, span)
        if state is None and not parts.single and self.capitals and not office_is_central(self.line, office):
            name = " ".join(span.text.split())
            return Someone(Speaker(name[0].upper() + name[1:], "organisation", span), words=words)
        state = state or self._home()
        return Someone(Speaker(state, "state", span), state=state, words=words)

    def _firm(self, parts: _Parts, span: Passage, state: str | None, words: frozenset[str]) -> Someone | None:
        if not parts.quoted:
            if parts.single or parts.definite:
                meant = self.cast.by_kind("organisation")
                if meant is None:
                    meant = next(
                        (o for o in reversed(self.cast.met) if o.speaker.on_behalf_of and not o.state), None
                    )
                    if meant is not None and meant.speaker.on_behalf_of:
                        return Someone(Speaker(meant.speaker.on_behalf_of, "organisation", span))
                if meant is not None:
                    return _at(meant, span)
                return Someone(
                    Speaker(f"{' '.join(span.text.split())} (unnamed)", "anonymous", span), words=words
                )
            return Someone(
                Speaker(" ".join(span.text.split()), "organisation", span, on_behalf_of=state), words=words
            )
        known = outlets().get(parts.quoted.lower())
        kind = "outlet" if known else "organisation"
        return Someone(Speaker(known or parts.quoted, kind, span, on_behalf_of=state), words=words)

    def _outlet(self, parts: _Parts, span: Passage, words: frozenset[str], case: str) -> Someone | None:
        if parts.quoted:
            return Someone(
                Speaker(outlets().get(parts.quoted.lower(), parts.quoted), "outlet", span), words=words
            )
        if parts.name:
            return Someone(Speaker(" ".join(parts.name), "outlet", span), words=words)
        meant = self.cast.by_kind("outlet")
        return _at(meant, span) if meant else None


@define
class _Parts:
    """What the words of a speaker are made of."""

    state: str | None
    only_state: bool
    region: str | None
    role: Found | None
    office: Found | None
    body: Found | None
    firm: Found | None
    outlet: Found | None
    outlet_name: Found | None
    document: Found | None
    quoted: str
    name: Sequence[str]
    role_words: str
    plural: bool
    definite: bool
    indefinite: bool
    senior: str
    owned: bool
    """Whether the office is *its* or *their*."""
    single: bool
    """Whether it is one noun alone, but for *this*."""

    @classmethod
    def of(cls, line: Line, first: int, last: int, name: tuple[int, int]) -> _Parts:
        def one(*kinds: str) -> Found | None:
            return next((f for f in line.every(first, last, *kinds) if line.tokens[f.start].quote < 0), None)

        whose = line.every(first, last, "state", "people", "adjective")
        inside = range(*name)  # a surname may be an adjective of a state
        told = next((f for f in whose if f.start not in inside and line.tokens[f.start].quote < 0), None)
        quoted = [n for n in range(first, last) if line.tokens[n].quote >= 0 and line.tokens[n].is_word]
        count = sum(token.is_word for token in line.tokens[first:last])
        one_of = one("one")
        role = one("role")
        region = one("region")
        senior = one("senior")
        return cls(
            told.sense.meaning if told and told.sense.kind != "people" else "Russia" if told else None,
            told is not None and told.end - told.start >= count - 1,
            region.sense.meaning if region else None,
            role,
            one("office"),
            one("body"),
            one("firm"),
            one("outlet"),
            one("outlet name") or _quoted_outlet(line, quoted),
            one("document"),
            line.words(quoted[0], quoted[-1] + 1) if quoted else "",
            [token.text for token in line.tokens[name[0] : name[1]]],
            line.words(first, name[0])
            if name[0] > first
            else line.words(name[1], last)
            if name[1] < last
            else "",
            _plural(line, role, one_of),
            one("this") is not None or one("pronoun") is not None,
            one_of is not None or one("former") is not None,
            senior.sense.meaning if senior else "",
            one("pronoun") is not None,
            count - sum(one(kind) is not None for kind in ("this", "pronoun", "document", "former")) == 1,
        )


def _plural(line: Line, role: Found | None, one_of: Found | None) -> bool:
    """Whether several speak: *one of the diplomats* is one, *three officials* are several in any language."""
    if one_of is not None and one_of.sense.meaning == "single":
        return False
    counted = one_of is not None and not line.lexicon.grammar.capitals
    return role is not None and (counted or _is_plural(line, role))


def _quoted_outlet(line: Line, quoted: Sequence[int]) -> Found | None:
    return line.at(quoted[0], "outlet name") if quoted else None


def _is_plural(line: Line, role: Found | None) -> bool:
    """Whether the noun stands for several: by its ending, as the rows ``plural`` of the words tell."""
    if role is None:
        return False
    return line.lows[role.end - 1].endswith(line.lexicon.endings("plural"))


def office_is_central(line: Line, office: Found) -> bool:
    """Whether an office belongs to a state where none is named: a ministry, and no court of a town."""
    return not line.tokens[office.start].text.islower() or line.at(office.start, "central") is not None


def is_finite(line: Line, at: int) -> bool:
    """Whether a word is a verb of a clause by itself, by its ending or as a word of its own."""
    if line.at(at, "finite") is not None:
        return True
    if (
        line.at(
            at, *_HEADS, "thing", "noun", "adverb", "lead", "off", "adjective", "state", "plain", "no verb"
        )
        is not None
    ):
        return False
    if line.lexicon.grammar.capitals and at and line.tokens[at].is_name:
        return False
    low, lexicon = line.lows[at], line.lexicon
    if len(low) <= 3 or low.endswith(lexicon.endings("no verb")):
        return False
    return low.endswith(lexicon.endings("verbend"))


def _at(someone: Someone, span: Passage) -> Someone:
    """The same one, as named here."""
    return evolve(someone, speaker=evolve(someone.speaker, span=span))
