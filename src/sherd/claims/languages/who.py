"""Whom a stretch of words names as a speaker: a person with their office, a state, a body, an outlet, nobody.

A ministry, an embassy, a government speaks as its state; a service that has a name of its own (a row
``body`` of ``words_LANGUAGE.csv``) as itself; an office of no named state as that of the state whose press
it is. A holder of an office without a name is *unnamed*; a spokesman speaks for the office. Names are the
words that no table knows: behind an office, or with a capital.
"""

from __future__ import annotations

from attrs import define, evolve

from sherd.claims.languages.first_case import own_name, whole_name
from sherd.claims.languages.lines import COMMAS, DASHES, Found, Line
from sherd.claims.languages.parts import Parts
from sherd.claims.languages.people import Someone
from sherd.claims.languages.stretches import HEADS, Stretches
from sherd.claims.lexicon import outlets, states
from sherd.claims.quotes import MARKS
from sherd.model.statements import Passage, Speaker

_SPEAKING_FOR = frozenset({"spokesman", "spokeswoman"})
_OFFICIAL = frozenset({
    "spokesman", "spokeswoman", "minister", "president", "ambassador", "diplomat", "official", "officer",
    "representative", "lawmaker", "adviser", "secretary", "governor", "prosecutor", "investigator", "head",
    "deputy",
})  # fmt: skip


@define
class Who(Stretches):
    """Reads speakers of one sentence against those met before."""

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
        document = line.at(first, "document")
        if document is not None and document.end < last:
            issuer = self.read(document.end, last, "genitive")
            if issuer is not None:
                return issuer
        pronoun = line.at(first, "pronoun")
        if pronoun is not None and (last - first == 1 or self._head(first + 1, last) is None):
            return self._again(pronoun, first)
        parts = Parts.of(line, first, last, self._name(first, last)).without_owner()
        return self._someone(parts, first, last, case)

    def _head(self, first: int, last: int) -> Found | None:
        return next(self.line.every(first, last, *HEADS), None)

    def _again(self, pronoun: Found, first: int) -> Someone | None:
        meant = self.cast.by_pronoun(pronoun.sense.meaning)
        return _at(meant, self.line.passage(first, pronoun.end)) if meant else None

    def _someone(self, parts: Parts, first: int, last: int, case: str) -> Someone | None:
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
        if parts.firm is None and self._verdict(first, last):
            return None
        if parts.firm is not None or parts.quoted:
            return self._firm(parts, span, state, words, case)
        if parts.document is not None:
            meant = self.cast.by_kind("organisation", "outlet", "state", "person")
            return _at(meant, span) if meant else None
        if state is not None and parts.only_state:
            return Someone(Speaker(state, "state", span), state=state, words=words)
        return None

    def _verdict(self, first: int, last: int) -> bool:
        """*“somebody’s fantasies”*: words in quotation marks that call something untrue name nobody."""
        return next(self.line.every(first, last, "false"), None) is not None

    def _person(
        self, parts: Parts, span: Passage, state: str | None, words: frozenset[str], case: str
    ) -> Someone | None:
        line = self.line
        if len(parts.name) == 1:
            met = self.cast.by_surname(parts.name[0])
            if met is not None:
                return _at(met, span)
        firm = parts.quoted or (parts.body.sense.meaning if parts.body and not state else None)
        if parts.role is None and (parts.firm is not None or parts.office is not None or len(parts.name) > 3):
            return Someone(
                Speaker(self._body_name(parts, span), "organisation", span, on_behalf_of=state), state=state
            )
        if all(word.isascii() for word in parts.name) and self.capitals and parts.role is None:
            met = self.cast.by_part_of_name(" ".join(parts.name))
            if met is not None:
                return _at(met, span)
            return Someone(
                Speaker(" ".join(parts.name), "organisation", span, on_behalf_of=state), state=state
            )
        whole = self.cast.full_name(parts.name[0], case) if len(parts.name) == 1 else None
        name, gender = (whole, "") if whole else self.cast.nominative(parts.name, case)
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
        woman = role is not None and line.lows[role.end - 1].endswith(line.lexicon.endings("woman"))
        sex = gender or ("f" if woman else self._gender(name)) or (role.sense.note if role else "")
        return Someone(speaker, noun, sex, state=state, words=words)

    def _body_name(self, parts: Parts, span: Passage) -> str:
        """*the Chinese company X*: X; *at the National Agency for P*: its whole name in the first case."""
        line = self.line
        first, last = line.index(span.start), line.index(span.end)
        if parts.firm is not None and parts.firm.sense.note == "generic":
            start = last
            while start > parts.firm.end and self._is_name(start - 1):
                start -= 1
            if start < last:
                return line.words(start, last)
        heads = [head for head in (parts.office, parts.firm) if head is not None]
        head = min(heads, key=lambda each: each.start) if heads else None
        return whole_name(line, first, last, head) if head else " ".join(span.text.split())

    def _gender(self, name: str) -> str:
        first = name.split()[0].lower()
        if not self.capitals or len(name.split()) < 2:
            return ""
        if first in self.line.lexicon.words("male name"):
            return "m"
        if name.lower().endswith(self.line.lexicon.endings("female surname")):
            return "f"
        return "f" if first[-1] in "ая" else "m" if first[-1] not in "еєиіїоуюэ" else ""

    def _unnamed(
        self, parts: Parts, span: Passage, state: str | None, words: frozenset[str]
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
            noun in _SPEAKING_FOR | {"representative"}
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

    def _of_body(self, parts: Parts, span: Passage, noun: str) -> Someone:
        """*UN inspectors*: those whom a body sends speak as a group of their own."""
        assert parts.body is not None
        name = parts.body.sense.meaning
        if noun in {"employee", "official", "officer"}:
            return Someone(Speaker(name, "organisation", span), noun, plural=True)
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
        self, parts: Parts, span: Passage, state: str | None, words: frozenset[str], noun: str
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
        self, parts: Parts, span: Passage, state: str | None, words: frozenset[str]
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
            name = self._body_name(parts, span)
            return Someone(Speaker(name[0].upper() + name[1:], "organisation", span), words=words)
        state = state or self._home()
        return Someone(Speaker(state, "state", span), state=state, words=words)

    def _firm(
        self, parts: Parts, span: Passage, state: str | None, words: frozenset[str], case: str
    ) -> Someone | None:
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
                return self._unnamed_firm(span, words)
            if self._is_any_firm(parts, span):
                met = (o for o in reversed(self.cast.met) if o.speaker.kind == "organisation")
                same = next((o for o in met if state and o.speaker.on_behalf_of == state), None)
                return _at(same, span) if same else self._unnamed_firm(span, words)
            return Someone(
                Speaker(self._body_name(parts, span), "organisation", span, on_behalf_of=state), words=words
            )
        known = outlets().get(parts.quoted.lower())
        kind = "outlet" if known else "organisation"
        quoted = parts.quoted if parts.firm is not None else own_name(self.cast, parts.quoted, case)
        return Someone(Speaker(known or quoted, kind, span, on_behalf_of=state), words=words)

    def _unnamed_firm(self, span: Passage, words: frozenset[str]) -> Someone:
        name = f"{' '.join(span.text.split())} (unnamed)"
        return Someone(Speaker(name, "anonymous", span), words=words)

    def _is_any_firm(self, parts: Parts, span: Passage) -> bool:
        """*The Austrian maker*: a noun for a firm and whose it is, without a name."""
        line = self.line
        if parts.firm is None or parts.firm.sense.note != "generic" or not self.capitals:
            return False
        first, last = line.index(span.start), line.index(span.end)
        return not any(self._is_name(n) or line.tokens[n].text.isascii() for n in range(first, last))

    def _outlet(self, parts: Parts, span: Passage, words: frozenset[str], case: str) -> Someone | None:
        if parts.quoted:
            return Someone(
                Speaker(outlets().get(parts.quoted.lower(), parts.quoted), "outlet", span), words=words
            )
        if parts.name:
            return Someone(Speaker(" ".join(parts.name), "outlet", span), words=words)
        line, head = self.line, parts.outlet
        if head is not None and line.at(head.end, "inside") is not None and head.end < line.index(span.end):
            name = whole_name(line, line.index(span.start), line.index(span.end), head)
            return Someone(Speaker(name, "organisation", span), words=words)  # *agency for P*
        meant = self.cast.by_kind("outlet") or self.cast.by_kind("organisation")
        return _at(meant, span) if meant else None


def office_is_central(line: Line, office: Found) -> bool:
    """Whether an office belongs to a state where none is named: a ministry, and no court of a town."""
    return not line.tokens[office.start].text.islower() or line.at(office.start, "central") is not None


def _at(someone: Someone, span: Passage) -> Someone:
    """The same one, as named here."""
    return evolve(someone, speaker=evolve(someone.speaker, span=span))
