"""Read an article into statements: who says what, passage by passage.

Nothing here decides whether a statement is true, or even whether it was read rightly: each is a proposal that
a person accepts, edits or rejects, and each shows the exact words it rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field

from sherd.claims import grammar, layout, presuppositions
from sherd.claims.dates import all_dates
from sherd.claims.frames import Reader, Said
from sherd.claims.grammar import CONJUNCTIONS, MARKS
from sherd.claims.lexicon import listed, pattern
from sherd.claims.propositions import Clause, proposition
from sherd.claims.quotes import Quotation, quotations
from sherd.claims.sentences import Sentence, Word, paragraphs, sentences, words
from sherd.claims.sources import Entity, Register
from sherd.model.articles import Article
from sherd.model.statements import Dated, Passage, Relay, Speaker, Statement

METHOD = ("claims by rules", "1")

NARRATOR = Speaker("article", "narrator")
SHORTEST = 3
"""Words of a quotation below which it is no statement of its own."""

_INNER_STOP = re.compile(r"[.!?…]+[”\"’»]?\s+(?=[“\"‘«]?[^\W\d_a-z])")


def read(article: Article) -> tuple[Statement, ...]:
    """Every statement of an English article, in the order of the text."""
    return _Reading(article).run()


@define
class _Reading:
    """One article on its way into statements."""

    article: Article
    text: str = field(init=False)
    register: Register = field(init=False)
    quotes: tuple[Quotation, ...] = ()
    made: list[Statement] = field(factory=list)
    speaker: Entity | None = None
    document_dates: dict[str, Dated] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.text = self.article.text
        self.register = Register(self.text)

    def run(self) -> tuple[Statement, ...]:
        lines = paragraphs(self.text)
        self.quotes = quotations(self.text, [(start, end) for _, start, end in lines])
        held: list[tuple[tuple[int, int, int], layout.Part]] = []
        for place, (number, start, end) in enumerate(lines):
            part = layout.part_of(self.text[start:end], number, place == 0)
            if part in {"headline", "caption"}:
                held.append(((number, start, end), part))
            elif part == "body":
                self._body((number, start + layout.dateline(self.text[start:end]), end))
        body = list(self.made)
        for paragraph, part in held:
            self._apart(paragraph, part, body)
        return self._numbered()

    # ------------------------------------------------------------------ body

    def _body(self, paragraph: tuple[int, int, int]) -> None:
        inside = [q for q in self.quotes if paragraph[1] <= q.start < paragraph[2]]
        in_paragraph: Entity | None = self.speaker if inside and inside[0].continued else None
        for sentence in sentences(self.text, paragraph, inside):
            said = Reader(self.text, sentence, self.register, in_paragraph).read()
            done = self._spoken(sentence, said, inside)
            in_paragraph = self._rest(sentence, said, done, inside, in_paragraph)
            if said and said[0].source is not None:
                in_paragraph = said[0].source
            if not said and not done and not any(word.quoted for word in sentence.words):
                self._narrated(sentence)
            elif said and (lead := _lead(sentence, said)) is not None:
                self._narrated(lead)
        if in_paragraph is not None:
            self.speaker = in_paragraph

    def _spoken(self, sentence: Sentence, said: Sequence[Said], inside: Sequence[Quotation]) -> set[int]:
        """Make the statements of a sentence; returns the starts of the quotations that they used up."""
        used: set[int] = set()
        for one in said:
            for stretch, mode, quoted in self._pieces(sentence, one, inside):
                used |= {q.start for q in quoted}
                self._make(sentence, one, stretch, mode, quoted)
        return used

    def _pieces(
        self, sentence: Sentence, one: Said, inside: Sequence[Quotation]
    ) -> Iterator[tuple[tuple[int, int], str, list[Quotation]]]:
        """What one thing said is made of: sentences of a quotation, or conjoined clauses."""
        first, last = one.content
        some = sentence.words[first:last]
        if not some:
            return
        start, end = some[0].start, some[-1].end
        quoted = [q for q in inside if q.start < end and start < q.end]
        if one.no_comment:
            yield (start, end), "narrator", []
        elif quoted and all(word.quoted or not word.is_word for word in some):
            for quote in quoted:
                for piece in _inner(self.text, quote):
                    yield piece, "direct_quote", [quote]
        elif one.of_denial:
            yield (start, end), "indirect", quoted
        else:
            for a, b in conjuncts(sentence.words, first, last, one.act == "deny" and not _has_that(sentence.words, first)):
                piece = (sentence.words[a].start, sentence.words[b - 1].end)
                within = [q for q in quoted if piece[0] <= q.start and q.end <= piece[1] + 1]
                yield _whole_marks(self.text, piece, within), "mixed_quote" if within else "indirect", within

    def _rest(
        self,
        sentence: Sentence,
        said: Sequence[Said],
        used: set[int],
        inside: Sequence[Quotation],
        speaker: Entity | None,
    ) -> Entity | None:
        """Quotations that no verb of saying took: they go on with the speaker of the paragraph."""
        for quote in inside:
            if quote.start in used or not (sentence.start <= quote.start < sentence.end):
                continue
            if not self._is_sentence(sentence, quote) or any(self._covered(one, sentence, quote) for one in said):
                continue
            who = next((one.source for one in said if one.source is not None), None) or speaker
            if who is None and quote.start - sentence.start <= 2 and not said:
                who = self.speaker
            if who is None:
                continue
            for piece in _inner(self.text, quote):
                cue = next((one.cue for one in said if one.cue), None)
                chain = next((one.chain for one in said), ())
                self._make(sentence, Said((0, 0), who, cue, chain=chain), piece, "direct_quote", [quote])
            speaker = who
        return speaker

    def _is_sentence(self, sentence: Sentence, quote: Quotation) -> bool:
        """Whether the quotation speaks in whole sentences and is no borrowed word."""
        some = list(words(self.text, quote.start, quote.end))
        bare = [word for word in some if word.is_word]
        if len(bare) < SHORTEST + 1 or not grammar.has_finite(some):
            return False
        before = self.text[sentence.start : max(sentence.start, quote.start - 1)].rstrip()
        return bare[0].is_name or not before or before[-1] in ",:.”\""

    def _covered(self, one: Said, sentence: Sentence, quote: Quotation) -> bool:
        first, last = one.content
        return last > first and sentence.words[first].start <= quote.start < sentence.words[last - 1].end

    def _narrated(self, sentence: Sentence) -> None:
        """A sentence in the article's own voice counts where it says that a known thing was done."""
        end = _bare_end(self.text, sentence.start, sentence.end)
        some = [word for word in sentence.words if word.end <= end]
        while some and some[0].low in {"but", "and", "meanwhile", "however", ","}:
            some = some[1:]
        if len(some) < 4 or some[0].quoted or not grammar.has_finite(some):
            return
        prop = proposition(Clause(self.text, some))
        if prop.action in {"OTHER", "REQUEST"} or prop.trigger is None or prop.object is None or prop.object.class_ is None:
            return
        said = Said((0, 0), None, None)
        level = "core" if prop.actor is not None else "secondary"
        self._make(sentence, said, (some[0].start, end), "narrator", [], level)

    # ------------------------------------------------------------------ headline and caption

    def _apart(self, paragraph: tuple[int, int, int], part: layout.Part, body: Sequence[Statement]) -> None:
        """A headline or caption: statements of their own, set against what the body says."""
        number, start, end = paragraph
        if part == "caption":
            end = start + layout.caption_end(self.text[start:end])
        before = len(self.made)
        for sentence in sentences(self.text, (number, start, end), self.quotes):
            for a, b in _headline_parts(sentence.words) if part == "headline" else [(0, len(sentence.words))]:
                self._headline_clause(sentence, a, b, part)
        for at in range(before, len(self.made)):
            self.made[at] = against_body(self.made[at], body)

    def _headline_clause(self, sentence: Sentence, first: int, last: int, part: layout.Part) -> None:
        clause = evolve(sentence, start=sentence.words[first].start, end=sentence.words[last - 1].end, words=sentence.words[first:last])
        said = Reader(self.text, clause, Register(self.text, list(self.register.met))).read() if part == "headline" else []
        spoken = [one for one in said if one.content[1] > one.content[0]]
        level = "headline" if part == "headline" else "core"
        for one in spoken:
            some = clause.words[one.content[0] : one.content[1]]
            piece = (some[0].start, some[-1].end)
            quoted = [q for q in self.quotes if piece[0] <= q.start < piece[1]]
            self._make(clause, one, _whole_marks(self.text, piece, quoted), part, quoted, level)
        if not spoken and proposition(Clause(self.text, clause.words)).action != "OTHER":
            self._make(clause, Said((0, 0), None, None), (clause.start, _bare_end(self.text, clause.start, clause.end)), part, [], level)

    # ------------------------------------------------------------------ one statement

    def _make(
        self,
        sentence: Sentence,
        one: Said,
        piece: tuple[int, int],
        mode: str,
        quoted: Sequence[Quotation],
        level: str = "core",
    ) -> None:
        start, end = _trimmed(self.text, *piece)
        if end <= start or any(made.content.start == start and made.content.end == end and made.source.name == (one.source.speaker.name if one.source else "article") for made in self.made):
            return
        content = Passage.of(self.text, start, end)
        clause = Clause(self.text, tuple(words(self.text, start, end)), one.source)
        prop = proposition(clause)
        polarity, act = _stance(one, clause, mode)
        hedge = self._hedge(sentence, one, content)
        if one.no_comment:
            prop, level = evolve(prop, action="NO_COMMENT"), "secondary"
        source = one.source.speaker if one.source else NARRATOR
        statement = Statement(
            id="S",
            doc=self.article.name,
            doc_sha256=self.article.sha256,
            claim=paraphrase(source, polarity, act, content.text),
            content=content,
            source=source,
            cue=self._cue(sentence, one),
            chain=_unlooped(one.chain, source),
            polarity=polarity,
            act=act,
            mode=mode,
            level=level,
            certainty="hedged" if hedge else "conditional" if _is_conditional(clause.words) else "plain",
            hedge=hedge,
            prop=prop,
            statement_date=self._said_on(sentence, content, source),
            event_time=self._event(content),
            quoted=_quoted(self.text, content, quoted, mode),
            alt_sources=one.source.alternatives if one.source else (),
            paragraph=sentence.paragraph,
            flags=("of_denial",) if one.of_denial else (),
        )
        self.made.append(statement)
        for implied in presuppositions.of(statement, clause):
            self.made.append(implied)

    def _cue(self, sentence: Sentence, one: Said) -> Passage | None:
        if one.cue is None:
            return None
        first, last = one.cue
        return Passage.of(self.text, sentence.words[first].start, sentence.words[last - 1].end)

    def _hedge(self, sentence: Sentence, one: Said, content: Passage) -> Passage | None:
        """A hedge inside what is said (outside quoted words as well), or between speaker and verb."""
        found = pattern("hedge").search(self.text, content.start, content.end)
        if found is None and one.cue is not None:
            cue = self._cue(sentence, one)
            found = pattern("hedge").search(self.text, cue.start, cue.end) if cue else None
            if found is None and cue and cue.end < content.start:
                found = re.compile(r"with (?:low|moderate|high) confidence").search(self.text, cue.end, content.start)
        return Passage.of(self.text, found.start(), found.end()) if found else None

    def _said_on(self, sentence: Sentence, content: Passage, source: Speaker) -> Dated | None:
        """The date outside what is said; a document keeps the date that it was given before."""
        for dated in all_dates(self.text, sentence.start, sentence.end, self.article.published):
            if dated.span and not (dated.span.start < content.end and content.start < dated.span.end):
                if source.document is not None:
                    self.document_dates.setdefault(source.name, dated)
                return dated
        return self.document_dates.get(source.name) if source.document is not None else None

    def _event(self, content: Passage) -> Dated | None:
        return next(all_dates(self.text, content.start, content.end, self.article.published), None)

    def _numbered(self) -> tuple[Statement, ...]:
        """In the order of the text, with ids, and parents and repetitions by those ids."""
        order = sorted(range(len(self.made)), key=lambda at: (self.made[at].content.start, -self.made[at].content.end, at))
        ids = {at: f"S{number:02}" for number, at in enumerate(order, 1)}
        found = []
        for at in order:
            one = self.made[at]
            parent = ids[_parent(self.made, at)] if one.parent else None
            dup = next((ids[n] for n, other in enumerate(self.made) if one.dup_of and _key(other) == one.dup_of), None)
            found.append(evolve(one, id=ids[at], parent=parent, dup_of=dup))
        return tuple(found)


def _lead(sentence: Sentence, said: Sequence[Said]) -> Sentence | None:
    """The main clause before *…, identifying them as P*, which is the article's own."""
    first = min((one.cue[0] for one in said if one.cue), default=0)
    begin = min(one.content[0] for one in said)
    if first < 5 or begin < first or not sentence.words[first].low.endswith("ing") or sentence.words[first - 1].text != ",":
        return None
    some = sentence.words[: first - 1]
    return evolve(sentence, end=some[-1].end, words=some)


def _key(statement: Statement) -> str:
    return f"{statement.content.start}-{statement.content.end}-{statement.source.name}"


def _parent(made: Sequence[Statement], at: int) -> int:
    return next(n for n in range(at - 1, -1, -1) if made[n].parent is None)


def _has_that(some: Sequence[Word], first: int) -> bool:
    return first > 0 and some[first - 1].low == "that"


def _unlooped(chain: tuple[Relay, ...], source: Speaker) -> tuple[Relay, ...]:
    return tuple(relay for relay in chain if relay.name != source.name)


# ---------------------------------------------------------------------- pieces


def conjuncts(some: Sequence[Word], first: int, last: int, gerunds: bool = False) -> list[tuple[int, int]]:
    """Cut what is said where *and* joins two things said: *slowed P and diluted Q*, *that P and that Q*."""
    cuts = [(at, _after_joint(some, at, last)) for at in range(first + 2, last - 2) if _joins(some, at, first, last)]
    found, start = [], first
    for at, following in cuts:
        end = at
        while end > start and some[end - 1].text in {","}:
            end -= 1
        if end - start >= 2 and last - following >= 2:
            found.append((start, end))
            start = following
    return [*found, (start, last)]


def _after_joint(some: Sequence[Word], at: int, last: int) -> int:
    following = at + 1
    while following < last and some[following].low in {"that", "also", "then"}:
        following += 1
    return following


def _joins(some: Sequence[Word], at: int, first: int, last: int) -> bool:
    if some[at].quoted or some[at].low not in CONJUNCTIONS - {"or", "nor"}:
        return False
    following = some[at + 1]
    if following.low == "that":
        return grammar.has_finite(some[at + 2 : last])
    if not grammar.has_finite(some[first:at]):
        return False
    ahead = at + 1
    while ahead < last - 1 and grammar.is_adverb(some[ahead]):
        ahead += 1
    if grammar.finite_at(some, ahead) and not (some[ahead - 1].low == "and" and some[at - 1].low in {"known", "tested"}):
        return not _is_modifier(some, ahead, last)
    return following.low in grammar.SUBJECTS and following.low not in {"this", "these", "those"} and grammar.has_finite(some[at + 1 : last])


def _is_modifier(some: Sequence[Word], at: int, last: int) -> bool:
    """Whether a form in -ed only describes the noun after it: *captured and tested drones*."""
    if at + 1 >= last:
        return False
    return some[at].low.endswith("ed") and some[at - 1].low == "and" and some[at - 2].low.endswith("ed") and some[at + 1].low.endswith("s") and not grammar.finite_at(some, at - 2)


def _inner(text: str, quote: Quotation) -> Iterator[tuple[int, int]]:
    """The sentences of a quotation; one too short to say anything goes with the one before it."""
    bounds = [quote.start, *(found.end() for found in _INNER_STOP.finditer(text, quote.start, quote.end)), quote.end]
    pieces: list[tuple[int, int]] = []
    for start, end in zip(bounds, bounds[1:], strict=False):
        count = len(re.findall(r"\w+", text[start:end]))
        if pieces and count < SHORTEST:
            pieces[-1] = (pieces[-1][0], end)
        elif count:
            pieces.append((start, end))
    for start, end in pieces:
        some = list(words(text, start, end))
        if len([word for word in some if word.is_word]) > SHORTEST or grammar.has_finite(some):
            yield start, end


def _whole_marks(text: str, piece: tuple[int, int], quoted: Sequence[Quotation]) -> tuple[int, int]:
    start, end = piece
    if quoted and end == quoted[-1].end and end < len(text) and text[end] in MARKS:
        end += 1
    if quoted and start == quoted[0].start and start and text[start - 1] in MARKS:
        start -= 1
    return start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;:—–"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.—–"):
        end -= 1
    if end > start and text[end - 1] in "”\"" and not any(mark in text[start : end - 1] for mark in "“\"„"):
        end -= 1
    if end > start and text[start] in "“\"" and not any(mark in text[start + 1 : end] for mark in "”\""):
        start += 1
    return start, end


def _bare_end(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;"):
        end -= 1
    return end


def _quoted(text: str, content: Passage, quoted: Sequence[Quotation], mode: str) -> tuple[Passage, ...]:
    if mode == "direct_quote":
        return (content,)
    return tuple(Passage.of(text, max(q.start, content.start), min(q.end, content.end)) for q in quoted if q.start < content.end and content.start < q.end)


def _headline_parts(some: Sequence[Word]) -> list[tuple[int, int]]:
    """A headline in its clauses: *X urges Y as Z begins P*."""
    found, start = [], 0
    for at in range(2, len(some) - 2):
        if some[at].low in {"as", "while", "after", "but"} and grammar.is_clause(_lowered(some[at + 1 :])) and not some[at].quoted:
            found.append((start, at))
            start = at + 1
            break
    return [*found, (start, len(some))]


def _lowered(some: Sequence[Word]) -> list[Word]:
    return [word if at == 0 else Word(word.low, word.start, word.end, word.quoted) for at, word in enumerate(some)]


# ---------------------------------------------------------------------- stance


def _stance(one: Said, clause: Clause, mode: str) -> tuple[str, str]:
    """Polarity and act; a clause that negates its own verb denies what it negates."""
    if one.no_comment or one.polarity != "assert":
        return one.polarity, one.act
    if is_negated(clause.words):
        return "deny", one.act if one.act in {"finding", "admit", "predict"} else "deny"
    return one.polarity, one.act


def is_negated(some: Sequence[Word]) -> bool:
    """Whether the main verb is negated, or its subject is nobody or nothing."""
    for at, word in enumerate(some):
        low = word.low
        if low in {"because", "if", "when", "although", "while", "which", "who", "unless", "than"} and at:
            return False
        if low in {"not", "never", "cannot"} or low.endswith("n't"):
            following = some[at + 1].low if at + 1 < len(some) else ""
            return following not in {"only", "just", "least", "yet", "long"} and not _in_quote_inside(some, at)
        if low in {"no", "none", "nobody", "nothing", "neither"}:
            following = some[at + 1].low if at + 1 < len(some) else ""
            return following not in {"doubt", "matter", "one's"}
        if at > 14:
            return False
    return False


def _in_quote_inside(some: Sequence[Word], at: int) -> bool:
    return some[at].quoted and not some[0].quoted


def _is_conditional(some: Sequence[Word]) -> bool:
    return any(word.low == "if" for word in some) or any(word.low == "would" for word in some[:4])


def paraphrase(source: Speaker, polarity: str, act: str, content: str) -> str:
    """The statement in a sentence of our own frame and the document's own words."""
    verbs = {"deny": "denies", "urge": "urges", "welcome": "welcomes", "admit": "admits", "predict": "predicts",
             "finding": "finds", "presuppose": "takes for granted", "assert": "says"}  # fmt: skip
    verb = verbs["deny"] if polarity == "deny" else verbs[act]
    return f"{source.name} {verb}: {' '.join(content.split())}"


# ---------------------------------------------------------------------- headline against body


def against_body(headline: Statement, body: Sequence[Statement]) -> Statement:
    """What of the body a headline or caption repeats, and whether it lost its hedge or its source."""
    twin = next((each for each in body if _same(headline, each)), None)
    if twin is None:
        return headline
    flags = list(headline.flags)
    related = [each for each in body if _same(headline, each) or _about(headline, each)]
    if headline.hedge is None and any(each.hedge for each in related):
        flags.append("hedge_lost")
    if headline.source.kind == "narrator" and twin.source.kind != "narrator":
        flags.append("source_lost")
    return evolve(headline, dup_of=_key(twin), flags=tuple(flags))


def _same(one: Statement, other: Statement) -> bool:
    if one.prop.action == "OTHER" or one.prop.action != other.prop.action or other.level in {"presupposed", "headline"}:
        return False
    actor, theirs = one.prop.actor, other.prop.actor
    return one.polarity == other.polarity and (actor is None or theirs is None or actor.name == theirs.name)


def _about(one: Statement, other: Statement) -> bool:
    actor, theirs = one.prop.actor, other.prop.actor
    return bool(actor and theirs and actor.name == theirs.name and other.prop.action in {"END_RELIANCE", one.prop.action})
