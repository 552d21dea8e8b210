"""Statements in Ukrainian, Russian and Persian: direct quotations, denials, *that* and *according to*.

Read is what these constructions give and no more: who speaks, in which words, asserting, denying or urging.
The proposition is left ``OTHER`` and dates are not read; a person fills them in. The words by which a
language says so are tables (``cues_LANGUAGE.csv``, ``words_LANGUAGE.csv``), read by beginnings of words.

To add a language: those two tables and a line in ``ORDERS``; see ``docs/how-to-add-a-language.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Literal

from attrs import define, evolve, field, frozen

from sherd.claims.lexicon import listed, outlets, states
from sherd.claims.making import Maker
from sherd.claims.pieces import inner, trimmed
from sherd.claims.quotes import Quotation, quotations
from sherd.claims.sentences import Sentence, paragraphs, sentences
from sherd.claims.speakers import Entity
from sherd.claims.subjects import Said
from sherd.data import rows
from sherd.model.articles import Article
from sherd.model.statements import Passage, Speaker, Statement

Order = Literal["verb in the middle", "verb at the end"]

ORDERS: Mapping[str, Order] = {
    "uk": "verb in the middle",
    "ru": "verb in the middle",
    "fa": "verb at the end",
}
"""Where the verb of a main clause stands, which says where its object is looked for."""

COMMAS = ",،"
_DASH = re.compile(r"^[\s,،—–-]+")


@frozen
class Cue:
    """A beginning of a word by which a language says that somebody says something."""

    stem: str
    kind: str
    act: str


@frozen
class _Hit:
    start: int
    end: int
    cue: Cue


@cache
def cues(language: str) -> tuple[re.Pattern[str], Mapping[str, Cue]]:
    """One expression for every stem of a language, the longest first, and the cue of each stem."""
    found = {row["stem"]: Cue(row["stem"], row["kind"], row["act"]) for row in rows(f"cues_{language}")}
    stems = "|".join(re.escape(stem) for stem in sorted(found, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({stems})\w*", re.IGNORECASE), found


def reader(language: str) -> partial[tuple[Statement, ...]]:
    """The function that reads articles of this language. Raises ``ValueError`` for one without tables."""
    if language not in ORDERS:
        raise ValueError(f"no order of words is known for {language!r}, only for {', '.join(ORDERS)}")
    return partial(read, language=language)


def read(article: Article, language: str) -> tuple[Statement, ...]:
    """Every statement that the constructions give, in the order of the text."""
    return _Reading(article, language).run()


@define
class _Reading:
    article: Article
    language: str
    text: str = field(init=False)
    quotes: tuple[Quotation, ...] = ()
    speaker: Entity | None = None
    made: list[Statement] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.text = self.article.text

    def run(self) -> tuple[Statement, ...]:
        lines = paragraphs(self.text)
        self.quotes = quotations(self.text, [(start, end) for _, start, end in lines])
        for line in lines:
            if self.text[line[1] : line[2]].rstrip('»”"')[-1:] not in ".!?…؟":
                continue
            for sentence in sentences(self.text, line, self.quotes):
                self._sentence(sentence)
        ordered = sorted(self.made, key=lambda each: (each.content.start, each.content.end))
        return tuple(evolve(each, id=f"S{number:02}") for number, each in enumerate(ordered, 1))

    def _sentence(self, sentence: Sentence) -> None:
        quoted = [q for q in self.quotes if sentence.start <= q.start < sentence.end and self._speaks(q)]
        hit = next(self._hits(sentence), None)
        if hit is None:
            for quote in quoted:
                if self.speaker is not None and self.text[sentence.start : quote.start].strip('«“" ') == "":
                    self._quote(sentence, quote, self.speaker, None)
            return
        source = self._source(sentence, hit, quoted)
        if source is None:
            return
        self.speaker = source
        if quoted and hit.cue.kind in {"say", "according"} and not self._clause(sentence, hit):
            for quote in quoted:
                self._quote(sentence, quote, source, hit)
        else:
            self._indirect(sentence, hit, source)

    def _hits(self, sentence: Sentence) -> Iterator[_Hit]:
        """Cues outside quotation marks that are not negated; the words of *according to* come first."""
        pattern, known = cues(self.language)
        found = []
        for match in pattern.finditer(self.text, sentence.start, sentence.end):
            if any(q.start <= match.start() < q.end for q in self.quotes):
                continue
            before = self.text[sentence.start : match.start()].split()
            if before and before[-1].lower() in listed("not", self.language):
                continue
            found.append(_Hit(match.start(), match.end(), known[match[1].lower()]))
        ranks = {"according": 0, "deny": 1, "urge": 2, "say": 3}
        yield from sorted(found, key=lambda hit: (ranks[hit.cue.kind], hit.start))

    def _speaks(self, quote: Quotation) -> bool:
        """Whether a quotation is a sentence and not a name or a borrowed word."""
        return len(self.text[quote.start : quote.end].split()) >= 3

    # -------------------------------------------------------------- who

    def _source(self, sentence: Sentence, hit: _Hit, quoted: Sequence[Quotation]) -> Entity | None:
        if hit.cue.kind == "according":
            start = hit.end
            return self._named(start, self._comma(start, sentence.end))
        before = max((q.end + 1 for q in quoted if q.end < hit.start), default=sentence.start)
        left = self._named(before, hit.start)
        if left is not None:
            return left
        return self._named(hit.end, self._comma(hit.end, sentence.end)) or self.speaker

    def _comma(self, start: int, end: int) -> int:
        """The next comma or full stop."""
        found = re.compile(r"[,،.:;«“\"]").search(self.text, start + 1, end)
        return found.start() if found else end

    def _named(self, start: int, end: int) -> Entity | None:
        """The speaker whom these words name; a state by any form of its name."""
        if self.language == "fa":
            end = self._persian_subject(start, end)
        while start < end and not (self.text[start].isalnum()):
            start += 1
        while end > start and not self.text[end - 1].isalnum():
            end -= 1
        if start >= end:
            return None
        span = Passage.of(self.text, start, end)
        words = span.text.split()
        if not (
            words[0][0].isupper() or self.language == "fa" or any(self._is(word, "role") for word in words)
        ):
            return None
        return Entity(self._speaker(span, words))

    def _persian_subject(self, start: int, end: int) -> int:
        """Persian writes no capitals: the subject is a state, or an office or role up to its name."""
        words = list(re.finditer(r"\S+", self.text[start:end]))
        if not words:
            return end
        if (
            not self._is(words[0][0], "role")
            and not self._is(words[0][0], "office")
            and self._state(words[0][0])
        ):
            return start + words[0].end()
        stop = next((n for n, word in enumerate(words) if self._ends_subject(word[0])), 6)
        last = words[min(stop, len(words)) - 1 if stop else 0]
        return start + last.end()

    def _ends_subject(self, word: str) -> bool:
        return word.endswith("،") or word.rstrip("،") in {"روز", "در", "با"}

    def _speaker(self, span: Passage, words: Sequence[str]) -> Speaker:
        state = next((found for word in words if (found := self._state(word))), None)
        if len(words) == 1 and state is not None:
            return Speaker(state, "state", span)
        if (outlet := outlets().get(span.text.lower())) is not None:
            return Speaker(outlet, "outlet", span)
        if any(self._is(word, "outlet") for word in words):
            return Speaker(span.text, "outlet", span)
        name = [word for word in words if word[0].isupper()]
        if any(self._is(word, "role") for word in words):
            full = " ".join(name[-2:]) if len(name) >= 2 and words[-1][0].isupper() else span.text
            return Speaker(full, "person", span, role=span.text, on_behalf_of=state)
        if len(words) in {2, 3} and len(name) == len(words) and state is None:
            return Speaker(span.text, "person", span)
        return Speaker(span.text, "organisation", span, on_behalf_of=state)

    def _is(self, word: str, kind: str) -> bool:
        low = word.lower().strip(".,،")
        return any(low.startswith(each.lower()) for each in listed(kind, self.language))

    def _state(self, word: str) -> str | None:
        low = word.lower().strip(".,،:")
        if low in states():
            return states()[low].name
        for known, state in states().items():
            stem = known.rstrip("аяиіоюєу") if not known.isascii() and self.language != "fa" else known
            if len(stem) >= 4 and low.startswith(stem) and len(low) <= len(stem) + 3:
                return state.name
        return None

    # -------------------------------------------------------------- what

    def _clause(self, sentence: Sentence, hit: _Hit) -> bool:
        """Whether a clause with *that* follows the cue."""
        following = _DASH.sub("", self.text[hit.end : sentence.end]).split()
        return bool(following) and following[0].strip(COMMAS) in listed("that", self.language)

    def _indirect(self, sentence: Sentence, hit: _Hit, source: Entity) -> None:
        start, end = self._content(sentence, hit, source)
        start, end = trimmed(self.text, start, end)
        if len(self.text[start:end].split()) < 2:
            return
        polarity = {"deny": "deny", "urge": "urge"}.get(hit.cue.kind, "assert")
        act = hit.cue.act
        if polarity == "assert" and self._negated(start, end):
            polarity, act = "deny", "deny"
        quoted = [q for q in self.quotes if start <= q.start and q.end <= end + 1]
        self._make(
            sentence, Passage.of(self.text, start, end), source, hit, polarity, act, quoted, "indirect"
        )

    def _content(self, sentence: Sentence, hit: _Hit, source: Entity) -> tuple[int, int]:
        """The words said: after *that*, after the name in *according to*, else the object of the verb."""
        end = sentence.end
        while end > sentence.start and (self.text[end - 1] in ".!?…؟" or self.text[end - 1].isspace()):
            end -= 1
        if hit.cue.kind == "according":
            span = source.speaker.span
            return (span.end if span else hit.end), end
        if (that := self._that(hit.end, end)) is not None:
            return that, end
        if ORDERS[self.language] == "verb at the end" and source.speaker.span:
            before = self.text[source.speaker.span.end : hit.start].rstrip()
            stop = source.speaker.span.end + len(before.removesuffix("را").rstrip())
            return source.speaker.span.end, stop
        return hit.end, end

    def _that(self, start: int, end: int) -> int | None:
        following = re.compile(
            r"(?:[,،]\s*|\s+)(" + "|".join(map(re.escape, listed("that", self.language))) + r")\s"
        )
        found = following.search(self.text, start, end)
        return found.end() if found else None

    def _negated(self, start: int, end: int) -> bool:
        words = self.text[start:end].lower().split()
        if self.language == "fa":
            return any(word.startswith(stem) for word in words for stem in listed("not", "fa"))
        return any(word in listed("not", self.language) for word in words[:6])

    def _quote(self, sentence: Sentence, quote: Quotation, source: Entity, hit: _Hit | None) -> None:
        for start, end in inner(self.text, quote):
            first, last = trimmed(self.text, start, end)
            if len(self.text[first:last].split()) < 2:
                continue
            negated = self._negated(first, last)
            polarity, act = ("deny", "deny") if negated else ("assert", hit.cue.act if hit else "assert")
            content = Passage.of(self.text, first, last)
            self._make(sentence, content, source, hit, polarity, act, [quote], "direct_quote")

    def _make(
        self,
        sentence: Sentence,
        content: Passage,
        source: Entity,
        hit: _Hit | None,
        polarity: str,
        act: str,
        quoted: Sequence[Quotation],
        mode: str,
    ) -> None:
        said = Said((0, 0), source, None, act=act, polarity=polarity)
        if mode == "indirect" and quoted:
            mode = "mixed_quote"
        statement = Maker(self.article, reads=False).made(sentence, said, content, mode, quoted)
        cue = Passage.of(self.text, hit.start, hit.end) if hit else None
        self.made.append(evolve(statement, cue=cue))
