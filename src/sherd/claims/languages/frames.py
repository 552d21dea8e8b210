"""The ways in which a sentence says who said what, whatever the language: what every order of words shares.

A frame is found by its cue (a row of ``cues_LANGUAGE.csv``) outside quotation marks. What is said is then
cut into statements: sentences of a quotation, clauses that *and* or *but* joins. A denial keeps the words
that are denied, without *reports of* before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, evolve, field, frozen

from sherd.claims.languages.lines import COMMAS, DASHES, Found, Line
from sherd.claims.languages.people import Cast, Someone
from sherd.claims.languages.stretches import is_finite
from sherd.claims.languages.who import Who
from sherd.claims.quotes import MARKS
from sherd.model.statements import Passage, Relay

Stretch = tuple[int, int]
"""Words ``[first, last)`` of a sentence."""

SPEECH = 3
"""Words from which a quotation is speech, and no name or borrowed word."""

NAME = 5
"""Words of a name in quotation marks, at most."""

STOPS = frozenset({".", "!", "?", "…", "؟", "۔"})


@frozen
class Said:
    """One thing said: its words, by whom, in which way. ``back``: it stands in the sentence before."""

    content: Stretch
    source: Someone | None
    cue: Found | None
    act: str = "assert"
    polarity: str = "assert"
    mode: str = "indirect"
    level: str = "core"
    chain: tuple[Relay, ...] = ()
    back: bool = False
    asked: Stretch | None = None
    """Who is urged or accused, where the words stand apart from what is urged."""
    subject: Stretch | None = None
    """The subject of what is said, where *according to X* cuts it off."""
    of_denial: bool = False
    """Whether it is a denial that is denied, so that what was denied is held true."""


@define
class Frame:
    """One sentence on its way to what is said in it."""

    line: Line
    cast: Cast
    speaker: Someone | None = None
    """Who spoke last before this sentence."""
    who: Who = field(init=False)
    last: int = field(init=False)
    found: list[Said] = field(factory=list)
    announcing: Said | None = None
    """Who says what, where the points that they make follow as a list."""

    def __attrs_post_init__(self) -> None:
        self.who = Who(self.line, self.cast)
        self.last = len(self.line.tokens)
        while self.last and (self.line.tokens[self.last - 1].text in STOPS):
            self.last -= 1

    def read(self) -> list[Said]:
        """Everything that is said in the sentence."""
        raise NotImplementedError

    def opening(self) -> Someone | None:
        """Whom a sentence without a verb of saying is about."""
        raise NotImplementedError

    def firms(self) -> Iterator[Someone]:
        """Firms with a name in quotation marks that are spoken of; *the company* may mean them."""
        line = self.line
        for firm in line.every(0, self.last, "firm"):
            mark = firm.end
            named = (
                mark + 1 < self.last and line.tokens[mark].text in MARKS and line.tokens[mark + 1].quote >= 0
            )
            close = mark + 1
            while named and close < self.last and line.tokens[close].quote == line.tokens[mark + 1].quote:
                close += 1
            whole = min(close + 1, self.last) if named else mark
            someone = self.who.read(firm.start, whole) if whole > mark else None
            if someone is not None and someone.speaker.kind == "organisation":
                yield someone

    def body(self) -> Someone | None:
        """*The officers of the service X took P apart*: the body that a sentence opens with."""
        found = next(self.line.every(0, min(self.last, 6), "body"), None)
        return self.who.read(found.start, found.end) if found is not None else None

    # ------------------------------------------------------------ cues

    def hits(self) -> list[Found]:
        """The cues outside quotation marks that are not themselves negated."""
        kinds = ("silent", "own", "according", "relay", "relayed", "written", "written left",
                 "deny", "urge", "accuse", "say", "call", "rebuke")  # fmt: skip
        found = []
        for hit in self.line.every(0, self.last, *kinds):
            if self.line.tokens[hit.start].quote >= 0:
                continue
            negated = hit.start > 0 and self.line.at(hit.start - 1, "not") is not None
            if negated and hit.sense.kind in {"say", "deny", "urge", "accuse", "call", "rebuke"}:
                continue
            if self._is_cue(hit):
                found.append(hit)
        return found

    def _is_cue(self, hit: Found) -> bool:
        return True

    # ------------------------------------------------------------ quotations

    def speech(self, first: int, last: int) -> list[Stretch]:
        """The quotations in ``[first, last)`` that are speech: the words between their marks."""
        found: list[Stretch] = []
        at = first
        while at < last:
            number = self.line.tokens[at].quote
            if number < 0:
                at += 1
                continue
            end = at
            while end < self.last and self.line.tokens[end].quote == number:
                end += 1
            words = sum(token.is_word for token in self.line.tokens[at:end])
            if words >= SPEECH and not self._is_called(at - 1, words):
                found.append((at, end))
            at = max(end, at + 1)
        return found

    def _is_called(self, mark: int, words: int) -> bool:
        """*The researchers of the centre “X Y Z”*: a name of a few words right behind who bears it."""
        if words > NAME or mark < 1:
            return False
        kinds = ("firm", "outlet", "role", "office", "thing")
        return any(found.end == mark for found in self.line.every(max(0, mark - 3), mark, *kinds))

    def quoted(
        self, stretch: Stretch, source: Someone | None, hit: Found | None, chain: tuple[Relay, ...] = ()
    ) -> None:
        """What a quotation says, sentence by sentence."""
        act = hit.sense.meaning or "assert" if hit else "assert"
        denied = hit is not None and hit.sense.kind == "deny"
        for first, last in self._sentences(stretch):
            for piece in self.clauses(first, last):
                untrue = self.untrue(*piece)
                own = denied or untrue is not None
                self.add(
                    Said(
                        untrue or piece,
                        source,
                        hit,
                        "deny" if untrue else "assert" if denied else act,
                        "deny" if own else "assert",
                        "direct_quote",
                        chain=chain,
                    )
                )

    def is_anaphoric(self, first: int, last: int) -> bool:
        """*these accusations*: nothing that could be denied stands in the words themselves."""
        line = self.line
        if next(line.every(first, last, "noun", "verb"), None) is not None:
            return False
        pointing = line.at(first, "this", "accusation") is not None
        return pointing and self.words_in(first, last) <= 3

    def _sentences(self, stretch: Stretch) -> Iterator[Stretch]:
        first = stretch[0]
        for at in range(*stretch):
            if self.line.tokens[at].text in STOPS:
                if at - first >= 2:
                    yield first, at
                first = at + 1
        if stretch[1] - first >= 2:
            yield first, stretch[1]

    # ------------------------------------------------------------ cutting what is said

    def add(self, said: Said) -> None:
        """Keep it, without signs and joining words around it, if it says anything."""
        first, last = self.bare(*said.content)
        if said.back or sum(token.is_word for token in self.line.tokens[first:last]) >= 2:
            self.found.append(evolve(said, content=(first, last)))

    def bare(self, first: int, last: int) -> Stretch:
        """Without signs around it, and without *however* in front."""
        line = self.line
        while last > first and (line.tokens[last - 1].text in COMMAS | DASHES | STOPS | {":"}):
            last -= 1
        while first < last:
            if line.tokens[first].text in COMMAS | DASHES | {":"}:
                first += 1
            elif (found := line.at(first, "lead", "and")) is not None and found.end < last:
                that = line.at(found.end, "that")  # and that P
                first = that.end if that is not None and that.end < last else found.end
            else:
                break
        return self._marks(first, last)

    def _marks(self, first: int, last: int) -> Stretch:
        """Without a quotation mark whose partner stands outside."""
        line = self.line
        inside = [token.quote for token in line.tokens[first:last] if token.quote >= 0]
        if first < last and line.tokens[first].text in MARKS and line.tokens[first].quote < 0:
            opens = first + 1 < last and line.tokens[first + 1].quote >= 0
            whole = opens and any(
                t.text in MARKS and t.quote < 0 and line.tokens[n - 1].quote == line.tokens[first + 1].quote
                for n, t in enumerate(line.tokens[first + 1 : last], first + 1)
            )
            if not whole or not inside:
                return self._marks(first + 1, last)
        if last > first and line.tokens[last - 1].text in MARKS and line.tokens[last - 1].quote < 0:
            number = line.tokens[last - 2].quote if last - 2 >= first else -1
            start = next((n for n in range(first, last) if line.tokens[n].quote == number), first)
            if number < 0 or start == first:
                return self._marks(first, last - 1)
        return first, last

    def clauses(self, first: int, last: int) -> Iterator[Stretch]:
        """The clauses that are joined and can each stand alone."""
        start = first
        for at in range(first + 2, last - 1):
            if (at < last - 2 and self._joins(at, start, last)) or self._denied_next(at, start, last):
                yield start, at
                start = at
        yield start, last

    def _denied_next(self, at: int, first: int, last: int) -> bool:
        """*obeys the law, has not sold P*: a negated verb behind a comma, as the next thing said."""
        line = self.line
        if line.tokens[at - 1].text not in COMMAS or line.at(at, "not") is None or line.at(at, "plain"):
            return False
        if line.tokens[at - 1].quote != line.tokens[at].quote or self._inside_which(at, first):
            return False
        if any(line.at(n, "that") and line.tokens[n - 1].text in COMMAS for n in range(first + 1, at)):
            return False  # *the claims that P, have no ground*
        return is_finite(line, at + 1) and at + 1 < last and self.has_verb(first, at - 1)

    def _joins(self, at: int, first: int, last: int) -> bool:
        """Whether a joining word, or a colon, stands here between two clauses with a verb each."""
        line = self.line
        if line.tokens[at].text == ":" and line.tokens[at].quote < 0:
            return self.has_verb(first, at) and self.has_verb(at + 1, last)
        joint = line.at(at, "and")
        if joint is None or (
            line.tokens[at].quote != line.tokens[at - 1].quote and line.tokens[at].quote < 0
        ):
            return False
        if self._inside_which(at, first):
            return False
        comma = line.tokens[at - 1].text in COMMAS
        left, right = (first, at), (joint.end, last)
        if not (self.has_verb(*left) and self.has_verb(*right)):
            return False
        return comma or self._bare_joint(joint, right) or self._turns_negation(left, right)

    def _turns_negation(self, left: Stretch, right: Stretch) -> bool:
        """*stopped P and has sold none since*: one verb is negated, one is not."""
        denied = self._negates(*right)
        opens = denied or is_finite(self.line, right[0])
        return opens and denied != self._negates(*left)

    def _negates(self, first: int, last: int) -> bool:
        """Whether a finite verb there is negated."""
        line = self.line
        return any(
            line.at(n, "not") is not None and line.at(n, "plain") is None and is_finite(line, n + 1)
            for n in range(first, last - 1)
        )

    def _bare_joint(self, joint: Found, right: Stretch) -> bool:
        """*exported P and has no plans*: without a comma only before a negation or a subject."""
        line, at = self.line, joint.end
        while at < right[1] and line.tokens[at].text in MARKS:
            at += 1
        if line.at(at, "not", "that") is not None:
            return True
        pronoun = line.at(at, "pronoun")
        return pronoun is not None and is_finite(line, pronoun.end)

    def _inside_which(self, at: int, first: int) -> bool:
        """Whether a relative clause that began after a comma is still open."""
        line = self.line
        opened = None
        for n in range(first + 1, at):
            if line.tokens[n - 1].text in COMMAS and line.at(n, "which") is not None:
                opened = n
            elif opened is not None and line.tokens[n].text in COMMAS and n < at - 1:
                opened = None
        return opened is not None

    def has_verb(self, first: int, last: int) -> bool:
        """Whether a clause has a verb of its own."""
        return any(is_finite(self.line, n) or self.line.at(n, "negative") for n in range(first, last)) or any(
            self.line.tokens[n].text in {"—", "–"} for n in range(first + 1, last - 1)
        )

    def words_in(self, first: int, last: int) -> int:
        """How many words stand there."""
        return sum(token.is_word for token in self.line.tokens[first:last])

    def past_relative(self, at: int, limit: int) -> int:
        """Behind a relative clause or participle that a comma at ``at`` opens; ``at`` where there is none."""
        line = self.line
        if at + 1 >= limit or line.tokens[at].text not in COMMAS:
            return at
        told = line.at(at + 1, "which") is not None or line.lows[at + 1].endswith(
            line.lexicon.endings("participle")
        )
        if not told or (line.at(at + 1, "that") is not None and line.at(at + 1, "which") is None):
            return at
        return next(iter(self.commas(at + 1, limit)), at)

    # ------------------------------------------------------------ denials

    def denied(self, first: int, last: int) -> Stretch:
        """What is denied, without *reports of* in front."""
        line = self.line
        first, last = self.bare(first, last)
        if line.at(first, "object") is not None and (that := line.at(first + 1, "that")) is not None:
            return self.bare(that.end, last)
        for at in range(first, min(first + 4, last)):
            if (behind := self._behind_that(at, last)) is not None:
                return behind
            report = line.at(at, "report")
            if report is not None and report.end < last:
                return self._behind_about(report, last)
            noun = line.at(at, "accusation")
            about = next(line.every(at + 1, min(at + 6, last), "about"), None) if noun is not None else None
            if (
                about is not None
                and about.end < last
                and next(line.every(about.end, last, "noun"), None) is not None
            ):
                return about.end, last
        return first, last

    def _behind_that(self, at: int, last: int) -> Stretch | None:
        """*claims that P*, *claims of it, that P*, *this claim* with the sign of the object, *that P*: P."""
        line = self.line
        told = line.at(at, "report") or line.at(at, "accusation")
        if told is None:
            return None
        reach = 3 if told.sense.kind == "report" else 2
        that = next((n for n in range(told.end, min(told.end + reach, last)) if line.at(n, "that")), None)
        if that is None or that + 1 >= last:
            return None
        marked = that == told.end + 1 and line.at(told.end, "object") is not None
        set_off = line.tokens[that - 1].text in COMMAS
        return self.bare(that + 1, last) if marked or set_off else None

    def _behind_about(self, report: Found, last: int) -> Stretch:
        about = next(self.line.every(report.end, last, "about"), None)
        if about is not None and about.end < last and self.line.lexicon.grammar.order == "verb at the end":
            return about.end, last
        return report.end, last

    def false_in(self, first: int, last: int) -> Found | None:
        """A word there that calls something untrue, and is no part of it: *talk of forgery*."""
        some = list(self.line.every(first, last, "false"))
        free = [one for one in some if self.line.at(one.start - 1, "about") is None]
        return next(iter(free or some), None)

    def _asserted(
        self,
        content: Stretch,
        source: Someone,
        hit: Found,
        act: str,
        chain: tuple[Relay, ...],
        subject: Stretch | None = None,
    ) -> None:
        """What is said, clause by clause; *reports of P are untrue* denies P."""
        first, last = self.bare(*content)
        speech = self.speech(first, last)
        inside = self.words_in(*speech[0]) if speech else 0
        named = self.line.at(first, "state", "body", "role", "pronoun") is not None
        if speech and inside >= self.words_in(first, last) - (0 if named else 1):
            for stretch in speech:
                self.quoted(stretch, source, hit, chain)
            return
        for piece in self.clauses(first, last):
            if (untrue := self.untrue(*piece)) is not None:
                self.add(Said(untrue, source, hit, "deny", "deny", chain=chain))
            else:
                self.add(
                    Said(
                        piece,
                        source,
                        hit,
                        act or "assert",
                        "assert",
                        self._mode(piece),
                        chain=chain,
                        subject=subject,
                    )
                )

    def _mode(self, piece: Stretch) -> str:
        return "mixed_quote" if any(self.words_in(*s) >= 2 for s in self.speech(*piece)) else "indirect"

    def untrue(self, first: int, last: int) -> Stretch | None:
        """*it is a lie that P*; *that P is a lie*: what is called untrue inside of what is said."""
        line = self.line
        if (unproven := self._unproven(first, last)) is not None:
            return unproven
        false = self.false_in(first, last)
        if (
            false is None
            or line.tokens[false.start].quote != line.tokens[first].quote
            or line.at(false.start - 1, "not") is not None
        ):
            return None
        that = next(line.every(false.end, min(false.end + 3, last), "that"), None)
        if that is not None and false.start - first <= 2 and that.end < last:
            return that.end, last
        closes = false.end == last or (false.end == last - 1 and self._may_close(last - 1))
        if closes and next(line.every(first, false.start, "noun", "verb"), None) is not None:
            return self.denied(first, false.start)
        return None

    def _may_close(self, at: int) -> bool:
        """A sign or a verb behind *false*, and no noun that it would belong to."""
        line = self.line
        word = line.tokens[at].is_word
        return line.at(at, "negative") is None and (not word or is_finite(line, at))

    def _unproven(self, first: int, last: int) -> Stretch | None:
        """*there is no evidence that P*, *evidence that P there is none*: P is denied."""
        line = self.line
        evidence = next(line.every(first, min(first + 6, last), "evidence"), None)
        that = next(line.every(evidence.end, last, "that"), None) if evidence is not None else None
        if that is None or that.start - first > 9 or that.end >= last:
            return None
        none = ("absent", "negative")
        before = any(line.at(n, *none) for n in range(first, that.start))
        closing = line.at(last - 1, "absent") is not None
        comma = next(iter(self.commas(that.end, last)), None)
        if comma is not None and self._negates(comma, last) and not before:
            return that.end, comma  # *proof that P, X has not shown*
        if not before and not closing:
            return None
        return that.end, last - 1 if closing else last

    def relay(self, someone: Someone | None, hit: Found | None) -> tuple[Relay, ...]:
        """An outer attribution to an outlet."""
        if someone is None or someone.speaker.kind != "outlet":
            return ()
        cue: Passage | None = self.line.passage(hit.start, hit.end) if hit else None
        return (Relay(someone.speaker.name, "outlet", someone.speaker.span, cue),)

    def commas(self, first: int, last: int) -> Sequence[int]:
        """The commas outside quotation marks in ``[first, last)``."""
        return [
            n
            for n in range(first, last)
            if self.line.tokens[n].text in COMMAS and self.line.tokens[n].quote < 0
        ]
