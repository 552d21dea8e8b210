"""Statements in languages that are read by tables alone: Ukrainian, Russian, Persian, and any that is added.

One set of rules reads them all; what a language has of its own stands in tables (``cues_``, ``words_``,
``actions_``, ``things_``, ``dates_`` and ``states_LANGUAGE.csv``, a row of ``languages.csv``, and the
endings of ``declensions.csv``). Who speaks, in which words, asserting, denying or urging; the action, who
does it and to whom; when. What the constructions do not give is left to a person.

To add a language: rows in those tables; see ``docs/how-to-add-a-language.md``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from attrs import define, evolve, field

from sherd.claims import layout
from sherd.claims.languages.bidding import before, bidden, is_said
from sherd.claims.languages.days import days
from sherd.claims.languages.deeds import Deed
from sherd.claims.languages.ending import Ending
from sherd.claims.languages.frames import Frame, Said
from sherd.claims.languages.interrupted import interrupted
from sherd.claims.languages.lines import Line, lines_of
from sherd.claims.languages.middle import Middle
from sherd.claims.languages.people import Cast, Someone
from sherd.claims.languages.tables import Lexicon, grammars, lexicon
from sherd.claims.languages.who import Who
from sherd.claims.making import NARRATOR
from sherd.claims.paraphrases import paraphrase
from sherd.claims.quotes import Quotation, left_open, quotations
from sherd.claims.sentences import paragraphs
from sherd.claims.stance import against_body
from sherd.model.articles import Article
from sherd.model.statements import Action, Dated, Named, Passage, PassedOver, Statement
from sherd.ports import Progress, quiet

METHOD = ("claims by tables", "2")

Placed = tuple[int, int, int]

BULLETS = frozenset("•·*—–-")
"""Signs that open a point of a list."""

_HELD_UNTRUE = frozenset({"admit", "predict"})
"""Who concedes or foretells that P is not so asserts it; the flag ``negated`` says so."""


def languages() -> tuple[str, ...]:
    """The languages that have tables."""
    return tuple(grammars())


def reader(language: str) -> partial[tuple[tuple[Statement, ...], tuple[PassedOver, ...]]]:
    """The function that reads articles of this language. Raises ``ValueError`` for one without tables."""
    if language not in grammars():
        raise ValueError(f"no tables are known for {language!r}, only for {', '.join(sorted(grammars()))}")
    return partial(whole, language=language)


def read(article: Article, language: str) -> tuple[Statement, ...]:
    """Every statement that the constructions give, in the order of the text."""
    return whole(article, language=language)[0]


def whole(
    article: Article, progress: Progress = quiet, *, language: str
) -> tuple[tuple[Statement, ...], tuple[PassedOver, ...]]:
    """Every statement, and what was passed over; ``progress`` hears of each line."""
    reading = _Reading(article, lexicon(language), progress)
    said = reading.run()
    return said, (*reading.passed, *left_open(reading.text, reading.quotes))


@define
class _Reading:
    article: Article
    lexicon: Lexicon
    progress: Progress = quiet
    text: str = field(init=False)
    quotes: tuple[Quotation, ...] = ()
    cast: Cast = field(init=False)
    speaker: Someone | None = None
    made: list[Statement] = field(factory=list)
    passed: list[PassedOver] = field(factory=list)
    previous: Line | None = None
    previous_spoke: bool = False
    listing: Said | None = None
    """Who makes the points of a list that is being read."""

    def __attrs_post_init__(self) -> None:
        self.text = self.article.text
        self.cast = Cast(self.lexicon.grammar.language)

    def run(self) -> tuple[Statement, ...]:
        lines = paragraphs(self.text)
        spans = [(start, end) for _, start, end in lines]
        self.quotes = interrupted(self.text, spans, quotations(self.text, spans), self.lexicon)
        parts = list(zip(lines, layout.parts([self.text[a:b] for a, b in spans]), strict=True))
        cut = {
            each: list(lines_of(self.text, self._bare(each, part), self.quotes, self.lexicon))
            for each, part in parts
        }
        self._written([line for some in cut.values() for line in some])
        for each, part in parts:
            if part == "headline":
                self._introduced(cut[each])
        for place, (each, part) in enumerate(parts):
            self.progress("lines", place, len(parts))
            if part == "body":
                self.previous = self.cast.heard = None
                for line in cut[each]:
                    self._sentence(line)
        body = list(self.made)
        for each, part in parts:
            if part != "body":
                for line in cut[each]:
                    self._apart(line, part, body)
        return self._numbered()

    def _bare(self, paragraph: Placed, part: layout.Part) -> Placed:
        """A paragraph without the place and agency that it opens with, a caption without its credit."""
        number, start, end = paragraph
        if part == "caption":
            return number, start, start + layout.caption_end(self.text[start:end])
        if part == "body":
            start += _dateline(self.text[start:end])
            start += _dateline(self.text[start:end])  # *CITY - AGENCY - P*
        return number, start, end

    def _written(self, lines: Sequence[Line]) -> None:
        """Note which words are written with a capital inside a sentence, and which two are a whole name."""
        for line in lines:
            for at, token in enumerate(line.tokens):
                if at and token.is_name and line.tokens[at - 1].is_word:
                    self.cast.written.add(token.low)
        for line in lines if self.lexicon.grammar.capitals else ():
            for first, second in Who(line, self.cast).whole_names():
                self.cast.write_down(first.text, second.text)

    def _introduced(self, lines: Sequence[Line]) -> None:
        """Whom the headline names; the body may call them *the experts*."""
        for line in lines:
            frame = self._frame(line)
            someone = frame.opening()
            if someone is not None and someone.speaker.kind in {"organisation", "outlet"}:
                self.cast.notice(someone)

    # ------------------------------------------------------------ the body

    def _frame(self, line: Line) -> Frame:
        if self.lexicon.grammar.order == "verb at the end":
            return Ending(line, self.cast, self.speaker)
        return Middle(line, self.cast, self.speaker)

    def _sentence(self, line: Line) -> None:
        own = self._own(line)
        if own is None:
            return
        line = own
        frame = self._frame(line)
        found = self._points(frame)
        if not found:
            found = frame.read()
            self.listing = frame.announcing
        dates = days(line, self.article.published)
        for said in found:
            if said.back:
                self._backwards(said, line, dates)
            else:
                self._make(line, said, dates)
        if found and found[-1].source is not None:
            self.speaker = found[-1].source
        elif not found:
            self._narrated(frame, dates)
        for someone in frame.firms():
            self.cast.notice(someone)
        self.previous, self.previous_spoke = line, bool(found)

    def _own(self, line: Line) -> Line | None:
        """What of a sentence is read: where it bids the reader to say something, what stands before that."""
        bid = bidden(line)
        if bid is None or is_said(line, bid, self._frame(line).read()):
            return line
        self.passed.append(PassedOver(line.passage(bid.start, len(line.tokens)), "instruction"))
        return before(line, bid)

    def _points(self, frame: Frame) -> list[Said]:
        """What a line of a list says: *the experts found this:*, and lines with a sign or a small letter."""
        if self.listing is None or not frame.line.tokens:
            return []
        opens = frame.line.tokens[0].text
        if not (opens in BULLETS or opens[0].islower()):
            return []
        points = (frame.bare(*piece) for piece in frame.clauses(int(opens in BULLETS), frame.last))
        return [evolve(self.listing, content=each) for each in points if frame.words_in(*each) >= 2]

    def _backwards(self, said: Said, line: Line, dates: Sequence[Dated]) -> None:
        """*This was said by X*: what the sentence before says, where nobody has said it yet."""
        if self.previous is None or self.previous_spoke:
            return
        self.made = [
            one
            for one in self.made
            if not (one.source is NARRATOR and one.content.start >= self.previous.start)
        ]
        frame = self._frame(self.previous)
        while frame.last and not frame.line.tokens[frame.last - 1].is_word and frame.last > 1:
            frame.last -= 1
        for piece in frame.clauses(0, frame.last):
            first, last = frame.bare(*piece)
            if frame.words_in(first, last) >= 3:
                cue = line.passage(said.cue.start, said.cue.end) if said.cue else None
                own = evolve(said, content=(first, last), cue=None, back=False)
                if (untrue := frame.untrue(first, last)) is not None:
                    own = evolve(own, content=untrue, act="deny", polarity="deny")
                self._make(self.previous, own, dates, cue)

    def _narrated(self, frame: Frame, dates: Sequence[Dated]) -> None:
        """What the article tells in its own voice, of sanctions alone."""
        line = frame.line
        said = Said((0, frame.last), None, None, mode="narrator")
        about = frame.opening()
        if about is not None and about.speaker.kind in {"organisation", "state", "person"}:
            self.cast.notice(about)
        elif about is not None and (body := frame.body()) is not None:
            self.cast.notice(body)
        if line.tokens and any(token.quote >= 0 and token.text in ".!?" for token in line.tokens):
            return
        action = Deed(line, said, self.cast).action()
        if action.action == "SANCTION" and action.actor is not None and action.actor.span is not None:
            self._make(line, said, dates)

    # ------------------------------------------------------------ headline and caption

    def _apart(self, line: Line, part: layout.Part, body: Sequence[Statement]) -> None:
        """A headline with a speaker, else in the article's own voice, set against the body."""
        if self._own(line) is not line:
            return
        made, self.made = self.made, []
        found = [said for said in self._frame(line).read() if not said.back]
        if part == "furniture":  # a heading between paragraphs counts where somebody speaks in it
            found = [said for said in found if said.source is not None and said.cue is not None]
        elif not found:
            found = [Said((0, len(line.tokens)), None, None)]
        mode = "caption" if part == "caption" else "headline"
        for said in found:
            self._make(line, evolve(said, mode=mode, level="headline"), days(line, self.article.published))
        self.made = made + [against_body(one, body) for one in self.made]

    # ------------------------------------------------------------ one statement

    def _make(self, line: Line, said: Said, dates: Sequence[Dated], cue: Passage | None = None) -> None:
        content = line.passage(*said.content)
        deed = Deed(line, said, self.cast)
        polarity, act = self._stance(deed)
        twice = said.cue is not None and said.cue.sense.kind == "deny" and said.mode == "indirect"
        flags = ("of_denial",) if said.of_denial or (twice and deed.negated()) else ()
        if act in _HELD_UNTRUE and polarity == "assert" and deed.negated():
            flags = ("negated",)
        said = evolve(said, polarity=polarity, act=act)
        prop = Deed(line, said, self.cast).action()
        level = said.level
        silent = level == "silent"
        if silent:
            level, prop = "secondary", _silent(said)
        elif (
            level == "core"
            and prop.action == "OTHER"
            and polarity == "assert"
            and said.mode == "direct_quote"
        ):
            level = "secondary"
        hedge = next(line.every(*said.content, "hedge"), None)
        source = said.source.speaker if said.source and not silent else NARRATOR
        alternatives = tuple(relay.name for relay in said.chain)
        if (said.source is None or silent) and prop.actor is not None:
            alternatives = (prop.actor.name,)
        cue = cue or (line.passage(said.cue.start, said.cue.end) if said.cue else None)
        self.made.append(
            Statement(
                id="S",
                doc=self.article.name,
                doc_sha256=self.article.sha256,
                claim=paraphrase(source, polarity, act, content.text),
                content=content,
                source=source,
                cue=cue,
                chain=tuple(relay for relay in said.chain if relay.name != source.name),
                polarity=polarity,
                act=act,
                mode=said.mode,
                level=level,
                certainty="hedged" if hedge else "plain",
                hedge=line.passage(hedge.start, hedge.end) if hedge else None,
                prop=prop,
                statement_date=next(
                    (each for each in dates if each.span and not _touches(each.span, content)), None
                ),
                event_time=next((each for each in dates if each.span and each.span.within(content)), None),
                quoted=self._quoted(content, said.mode),
                alt_sources=alternatives,
                paragraph=line.paragraph,
                flags=flags,
            )
        )

    def _stance(self, deed: Deed) -> tuple[str, str]:
        """What the words themselves do: deny where they are negated, ask for what must be."""
        said = deed.said
        if said.polarity != "assert" or said.level in {"presupposed", "silent"}:
            return said.polarity, said.act
        if deed.negated():
            open_ = deed.untold() or deed.ceased() or said.act in _HELD_UNTRUE
            return ("assert", said.act) if open_ else ("deny", "deny")
        asked = deed.asks() and said.source is not None and said.mode not in {"headline", "caption"}
        return ("urge", "urge") if asked else ("assert", said.act)

    def _quoted(self, content: Passage, mode: str) -> tuple[Passage, ...]:
        if mode == "direct_quote":
            return (content,)
        return tuple(
            Passage.of(self.text, max(q.start, content.start), min(q.end, content.end))
            for q in self.quotes
            if q.start < content.end and content.start < q.end
        )

    def _numbered(self) -> tuple[Statement, ...]:
        """In the order of the text, each once; who was named only afterwards, by name."""
        found: dict[tuple[int, int, str], Statement] = {}
        for one in self.made:
            told = one.source.span.text if one.source.span else one.source.name
            later = self.cast.renamed.get(told)
            if later is not None and one.source.kind == "state" and one.source.role:
                speaker = evolve(later.speaker, span=one.source.span, role=one.source.role)
                one = evolve(
                    one, source=speaker, claim=paraphrase(speaker, one.polarity, one.act, one.content.text)
                )
            found.setdefault((one.content.start, one.content.end, one.source.name), one)
        ordered = sorted(found.values(), key=lambda each: (each.content.start, each.content.end))
        return tuple(evolve(each, id=f"S{number:02}") for number, each in enumerate(ordered, 1))


def _silent(said: Said) -> Action:
    speaker = said.source.speaker if said.source else None
    return Action("NO_COMMENT", actor=Named(speaker.name, speaker.span) if speaker else None)


def _touches(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


_DATED = re.compile(
    r"[^\W\d_][^\W\d_]+(?:[ -][^\W\d_]+){0,2}, \d{1,2} [^\W\d_]{3,9}\.?"
    r"(?: \d{4}(?: [^\W\d_]{1,4}\b\.?)?)? [—–-] (?=\S)"
)
"""*CITY, DAY MONTH (YEAR) —*."""


def _dateline(text: str) -> int:
    """Where the words begin behind *CITY (AGENCY) —*.

    >>> text = "Київ, 5 травня (Північ) — Іран заявив"
    >>> text[_dateline(text):]
    'Іран заявив'
    >>> text = "МОСКВА, 2 ноября 2022 г. — Иран не поставлял"
    >>> text[_dateline(text):]
    'Иран не поставлял'
    """
    dated = _DATED.match(text)
    if dated is not None:
        return dated.end()
    glued = re.match(r"[^\W\d_]{2,20}[-–—] (?=\S)", text)
    if glued is not None:
        return glued.end()
    for dash in ("—", "–", "-"):
        head, mark, rest = text[:60].partition(f" {dash} ")
        if mark and rest and len(head.split()) <= 6 and not any(c in head for c in '«“"„:؛;?!'):
            words = [word for word in head.split() if word[0].isalpha()]
            capital = (
                all(word[0].isupper() or not word[0].islower() for word in words[:1]) and len(words) <= 4
            )
            bracketed = "(" in head or len(words) == 1
            if capital and bracketed:
                return len(head) + len(mark)
    return 0
