"""Read an article into statements: who says what, passage by passage.

Nothing here decides whether a statement is true, or even whether it was read rightly: each is a proposal that
a person accepts, edits or rejects, and each shows the exact words it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import define, evolve, field

from sherd.claims import (
    answers,
    cast,
    continuing,
    counting,
    embedded,
    enumerations,
    grammar,
    headline_case,
    home,
    instructions,
    interrupted,
    introductions,
    layout,
    leads,
    narrating,
    noticing,
    one_name,
    pointing,
    presuppositions,
    quoting,
    settling,
    taken_up,
    telling,
    turning,
    whose_lines,
)
from sherd.claims.frames import Reader
from sherd.claims.headings import unspoken
from sherd.claims.making import NARRATOR, Maker
from sherd.claims.pieces import (
    bare_end,
    clauses,
    conjuncts,
    headline_parts,
    inner,
    trimmed,
    whole_marks,
    without_relative,
)
from sherd.claims.propositions import proposition
from sherd.claims.quotes import Quotation, left_open, opening_in, quotations, touching
from sherd.claims.roles import Clause
from sherd.claims.scare_quotes import unmarked
from sherd.claims.sentences import Sentence, Word, paragraphs, sentences, words, words_within
from sherd.claims.speakers import Entity, Register
from sherd.claims.stance import against_body, key
from sherd.claims.subjects import Said
from sherd.claims.weighed import narrowed
from sherd.model.articles import Article
from sherd.model.statements import Passage, PassedOver, Statement
from sherd.ports import Progress, quiet

METHOD = ("claims by rules", "1")


def read(article: Article) -> tuple[Statement, ...]:
    """Every statement of an English article, in the order of the text."""
    return whole(article)[0]


def whole(
    article: Article, progress: Progress = quiet
) -> tuple[tuple[Statement, ...], tuple[PassedOver, ...]]:
    """Every statement, and what was passed over; ``progress`` hears of each line."""
    reading = _Reading(article, progress)
    said = reading.run()
    return said, (*reading.passed, *left_open(reading.text, reading.quotes))


@define
class _Reading:
    """One article on its way into statements."""

    article: Article
    progress: Progress = quiet
    text: str = field(init=False)
    register: Register = field(init=False)
    quotes: tuple[Quotation, ...] = ()
    made: list[Statement] = field(factory=list)
    known: set[tuple[int, int, str]] = field(factory=set)
    passed: list[PassedOver] = field(factory=list)
    counted: int = 0
    """How many of those made are known."""
    speaker: Entity | None = None
    lines: Sequence[tuple[int, int, int]] = ()
    words: Mapping[int, tuple[Word, ...]] = field(factory=dict)
    """The words of each line by its number."""
    asked: answers.Question | None = None
    """What was asked last."""
    maker: Maker = field(init=False)
    whose: whose_lines.Voices = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.text = self.article.text
        self.lines = paragraphs(self.text)
        self.quotes = quotations(self.text, [(start, end) for _, start, end in self.lines])
        self.words = {
            number: tuple(words(self.text, start, end, self.quotes)) for number, start, end in self.lines
        }
        self.register = Register(self.text, cast=cast.of_lines(self.words.values()))
        self.maker = Maker(self.article, register=self.register)

    def run(self) -> tuple[Statement, ...]:
        lines = self.lines
        held: list[tuple[tuple[int, int, int], layout.Part]] = []
        self.register.home = home.of_text(self.text, lines, self.words)
        self.whose = whose_lines.Voices(self.text, lines, self.words, self.quotes, self.register)
        parts = layout.parts([self.text[start:end] for _, start, end in lines])
        for place, (number, start, end) in enumerate(lines):
            self.progress("lines", place, len(lines))
            start, labelled = self.whose.take((number, start, end))
            part = parts[place]
            if labelled or (self.whose.listing is not None and part != "caption"):
                part = "body"
            if part in {"headline", "caption", "furniture"}:
                held.append(((number, start, end), part))
            elif part == "body" and not (self.text[start] == "(" and self.text[end - 1] == ")"):
                self._body((number, start + layout.dateline(self.text[start:end]), end))
        self.made = settling.settled(self.made, self.register)
        body = list(self.made)
        for paragraph, part in held:
            self._apart(paragraph, part, body)
        return one_name.unified(self._numbered(), self.register)

    # ------------------------------------------------------------------ body

    def _body(self, paragraph: tuple[int, int, int]) -> None:
        inside = opening_in(self.quotes, *paragraph[1:])
        goes_on = inside and inside[0].continued
        in_paragraph: Entity | None = self.speaker if goes_on else self._named_later(paragraph)
        before: Sentence | None = None
        told: Sequence[Said] = ()
        self.register.near = []
        for sentence in map(unmarked, sentences(self.text, paragraph, inside, self.words[paragraph[0]])):
            self.register.lead = self.register.lead or sentence.words
            self.register.near.append(sentence.words)
            noticing.before(sentence.words, self.register)
            own = self._own(sentence, in_paragraph)
            if own is None:
                continue
            sentence = own
            reader = Reader(self.text, sentence, self.register, in_paragraph)
            said = reader.read() or continuing.past_semicolon(before, told, sentence)
            if not said and before is not None and (meant := reader.told_before()) is not None:
                verb = sentence.words[slice(*meant[1])]
                self.made = settling.told_by(self.made, before, meant[0], verb, self.register)
                continue
            before, told = sentence, said
            in_paragraph = reader.announced or self._brought_in(reader, said, inside) or in_paragraph
            self.asked = answers.asked(reader, self.asked)
            done = self._spoken(sentence, said, inside)
            in_paragraph = self._rest(sentence, said, done, inside, in_paragraph)
            self._short_answer(sentence, said, done, inside, in_paragraph)
            if said and said[0].source is not None:
                in_paragraph = said[0].source
            if not said and not done and not telling.is_spoken(sentence.words):
                self._narrated(sentence)
            elif said and (lead := self._lead_of(sentence, said)) is not None:
                self._narrated(lead)
            self._by_the_way(sentence, said)
            noticing.after(sentence.words, self.register)
            self.whose.announced(sentence, reader)
        if in_paragraph is not None:
            self.speaker = in_paragraph

    def _named_later(self, paragraph: tuple[int, int, int]) -> Entity | None:
        """Who is named at the end of a quotation that goes on in the next paragraph."""
        return taken_up.named_later(self.text, self.lines, paragraph, self.quotes, self.register, self.words)

    def _own(self, sentence: Sentence, speaker: Entity | None) -> Sentence | None:
        """What of a sentence is read; what only bids the reader to say something is passed over."""
        place = instructions.bidden(self.text, sentence)
        if place is None:
            return sentence
        said = Reader(self.text, sentence, self.register.copy(), speaker).read()
        own = instructions.left(sentence, place, said)
        if own is not sentence:
            start = sentence.words[place].start
            self.passed.append(PassedOver(Passage.of(self.text, start, sentence.end), "instruction"))
        return own

    def _brought_in(self, reader: Reader, said: Sequence[Said], inside: Sequence[Quotation]) -> Entity | None:
        """*X Y, a pilot, shrugged.*: who the next quotation belongs to, where nobody is said to speak."""
        if said:
            return None
        sentence = reader.sentence
        opening = opening_in(inside, sentence.start, sentence.end)
        who = introductions.introduced(reader, opening[0].start if opening else sentence.end)
        if who is not None:
            self.register.order.append(who)
        return who

    def _lead_of(self, sentence: Sentence, said: Sequence[Said]) -> Sentence | None:
        """What the article itself tells in front of what somebody says of it."""
        issued = self.whose.issued or self.whose.now.entity is not None
        return leads.participle_before(sentence, said) or (
            None if issued else leads.main_before(sentence, said)
        )

    def _spoken(self, sentence: Sentence, said: Sequence[Said], inside: Sequence[Quotation]) -> set[int]:
        """Make the statements of a sentence; returns the starts of the quotations that they used up."""
        used: set[int] = set()
        self.maker.contents = tuple(_span(sentence, one) for one in said if one.content[1] > one.content[0])
        for one in said:
            before = len(self.made)
            for stretch, mode, quoted in self._pieces(sentence, one, inside):
                used |= {q.start for q in quoted}
                for who in (one.source, *(one.source.also if one.source else ())):
                    told = one if who is one.source else evolve(one, source=who)
                    self._make(sentence, told, stretch, mode, quoted)
            continuing.share_subject(self.made, before)
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
        quoted = list(touching(inside, start, end))
        if one.no_comment:
            yield (start, end), "narrator", []
        elif quoted and all(word.quoted or not word.is_word for word in some):
            for quote in (q for q in quoted if not quoting.only_adds(self.text, sentence, q, inside)):
                for piece in quoting.stated(self.text, inner(self.text, quote)):
                    yield piece, "direct_quote", [quote]
        elif one.of_denial:
            yield (start, end), "indirect", quoted
        else:
            for a, b in self._clauses_of(sentence, one):
                piece = (sentence.words[a].start, sentence.words[b - 1].end)
                within = [q for q in quoted if piece[0] <= q.start and q.end <= piece[1] + 1]
                broken = next((q for q in quoted if piece[0] < q.start < piece[1] < q.end), None)
                if broken is not None and broken.start - sentence.words[a].end < 3:
                    piece = (broken.start, piece[1])  # it “makes pumps and knows nothing of P”
                yield whole_marks(self.text, piece, within), "mixed_quote" if within else "indirect", within

    def _clauses_of(self, sentence: Sentence, one: Said) -> Iterator[tuple[int, int]]:
        """The clauses joined in what is said; *, where Q* is one of its own where it is asserted."""
        urged = one.polarity == "urge"
        for a, b in conjuncts(sentence.words, *one.content, bidden=urged):
            if urged and a > one.content[0] and grammar.finite_at(sentence.words, a):
                continue  # asked X to do P and have done Q
            for first, last in [(a, b)] if urged else continuing.cuts(sentence.words, a, b):
                close = without_relative(sentence.words, first, last)
                if one.polarity == "assert":
                    yield from turning.parts(sentence.words, first, close, turning.aside(sentence.words, one))
                else:
                    yield first, close
                if close < last and sentence.words[close + 1].low == "where" and one.polarity == "assert":
                    yield close + 2, last
                elif close < last and one.polarity == "assert":
                    yield from turning.denied_of_noun(sentence.words, close, last)
                if close < last and (beside := continuing.said_beside(sentence.words, close + 1, last)):
                    yield beside

    def _rest(
        self,
        sentence: Sentence,
        said: Sequence[Said],
        used: set[int],
        inside: Sequence[Quotation],
        speaker: Entity | None,
    ) -> Entity | None:
        """Quotations that no verb of saying took: they go on with the speaker of the paragraph."""
        for quote in opening_in(inside, sentence.start, sentence.end):
            read = quote.start in used or any(self._covered(one, sentence, quote) for one in said)
            if read or not quoting.is_sentence(self.text, sentence, quote, inside):
                continue
            who = next((one.source for one in said if one.source is not None), None) or speaker
            if who is None and quote.start - sentence.start <= 2 and not said:
                who = self.speaker
            if who is None:
                continue
            for piece in quoting.stated(self.text, inner(self.text, quote)):
                cue = next((one.cue for one in said if one.cue), None)
                on = Said((0, 0), who, cue, chain=said[0].chain if said else ())
                self._make(sentence, on, piece, "direct_quote", [quote])
            speaker = who
        return speaker

    def _short_answer(
        self,
        sentence: Sentence,
        said: Sequence[Said],
        used: set[int],
        inside: Sequence[Quotation],
        speaker: Entity | None,
    ) -> None:
        """*The minister looked up. “No.”*, *Asmara: “Pure invention.”*: words too few to be a statement."""
        for quote in opening_in(inside, sentence.start, sentence.end):
            if quote.start in used or quote.end - quote.start > answers.SHORT:
                continue
            told = next((one.source for one in said if self._covered(one, sentence, quote)), None)
            for piece in list(inner(self.text, quote)) or [(quote.start, quote.end)]:
                asked = self.asked if not said else None
                who = told or (asked.who if asked is not None else None) or (None if said else speaker)
                on = Said((0, 0), who, None)
                put = who and answers.answered(asked, on, words_within(sentence.words, *piece)) is not None
                if put or pointing.in_quote(self.made, on, sentence, piece) is not None:
                    self._make(sentence, on, piece, "direct_quote", [quote])

    def _covered(self, one: Said, sentence: Sentence, quote: Quotation) -> bool:
        first, last = one.content
        return last > first and sentence.words[first].start <= quote.start < sentence.words[last - 1].end

    def _narrated(self, sentence: Sentence) -> None:
        """A sentence in the text's own voice, in its clauses."""
        voiced = self.whose.now.narrates and self.whose.now.entity is not None
        no_statement = "?" if voiced else ("?", ":")
        if self.whose.now.asks or self.text[sentence.start : sentence.end].rstrip().endswith(no_statement):
            return
        end = bare_end(self.text, sentence.start, sentence.end)
        some = narrating.bare(sentence.words, end)
        speaker = self.whose.now.entity if voiced else None
        if voiced:
            some = narrating.without_frame(some)
        self.maker.contents = ()
        parts = (
            [
                part[c:d]
                for a, b in conjuncts(some, 0, len(some))
                for part in clauses(some[a:b])
                for first, last in continuing.cuts(part, 0, len(part))
                for c, d in turning.parts(part, first, last)
            ]
            if some
            else []
        )
        for whole in parts:
            part, denied = telling.unframed(whole)
            clause = Clause(self.text, part, self.whose.now.entity, self.register.mentions)
            level = narrating.level(clause, self.whose.now, self.whose.issued) or (
                "secondary" if denied else None
            )
            if level is not None:
                who = speaker if voiced else counting.counter(part, self.register)
                stretch = (part[0].start, part[-1].end)
                mode = "narrator" if who is None else "indirect"
                stance = ("deny", "deny") if denied else ("assert", "assert")
                self._make(sentence, Said((0, 0), who, None, *stance), stretch, mode, [], level)

    def _by_the_way(self, sentence: Sentence, said: Sequence[Said]) -> None:
        """What is told of a part or of goods in a clause that only adds to a noun."""
        if self.whose.now.asks:
            return
        voiced = self.whose.now.narrates and self.whose.now.entity is not None
        speaker, mode = (self.whose.now.entity, "indirect") if voiced else (None, "narrator")
        for first, last in leads.beside(sentence, said):
            stretch = (sentence.words[first].start, sentence.words[last - 1].end)
            self._make(sentence, Said((0, 0), speaker, None), stretch, mode, [], "secondary")

    # ------------------------------------------------------------------ headline and caption

    def _apart(self, paragraph: tuple[int, int, int], part: layout.Part, body: Sequence[Statement]) -> None:
        """A headline or caption: statements of their own, set against what the body says."""
        number, start, end = paragraph
        if part == "caption":
            start += layout.caption_start(self.text[start:end])
            end = start + layout.caption_end(self.text[start:end])
        before = len(self.made)
        for written in sentences(self.text, (number, start, end), self.quotes):
            sentence = headline_case.lowered(written) if part == "headline" else written
            if instructions.bidden(self.text, sentence, headline=part != "caption") == 0:
                bid = Passage.of(self.text, sentence.start, sentence.end)
                self.passed.append(PassedOver(bid, "instruction"))
                continue
            for a, b in headline_parts(sentence.words) if part != "caption" else [(0, len(sentence.words))]:
                self._headline_clause(sentence, a, b, part)
        for at in range(before, len(self.made)):
            self.made[at] = against_body(self.made[at], body)

    def _headline_clause(self, sentence: Sentence, first: int, last: int, part: layout.Part) -> None:
        clause = evolve(
            sentence,
            start=sentence.words[first].start,
            end=sentence.words[last - 1].end,
            words=sentence.words[first:last],
        )
        said = Reader(self.text, clause, self.register.copy()).read()
        spoken = [one for one in said if one.content[1] > one.content[0]]
        if part == "furniture":  # a heading between paragraphs counts where somebody speaks in it
            spoken = [one for one in spoken if one.source is not None and one.cue is not None]
        level, mode = ("core", part) if part == "caption" else ("headline", "headline")
        for one in spoken:
            one = narrating.pictured(clause.words, one) if part == "caption" else one
            some = clause.words[one.content[0] : one.content[1]]
            piece = (some[0].start, some[-1].end)
            quoted = opening_in(self.quotes, *piece)
            self._make(clause, one, whole_marks(self.text, piece, quoted), mode, quoted, level)
        clause_of = Clause(self.text, clause.words)
        if spoken or part == "furniture":
            self.passed += [] if spoken else unspoken(clause_of)
            return
        shown = part == "caption" and narrating.shows(clause.words)
        if shown or (part == "headline" and proposition(clause_of, loosely=True).action != "OTHER"):
            self._make(
                clause,
                Said((0, 0), None, None),
                (clause.start, bare_end(self.text, clause.start, clause.end)),
                part,
                [],
                level,
            )

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
        start, end = trimmed(self.text, *piece)
        who = one.source.speaker.name if one.source else NARRATOR.name
        if end <= start or (start, end, who) in self._known():
            return
        said_of = answers.answered(self.asked, one, words_within(sentence.words, start, end))
        if said_of is not None and self.asked is not None:
            (start, end), mode, quoted = trimmed(self.text, *self.asked.clause), "indirect", []
            one = said_of
        elif (denied := pointing.meant(self.made, one, sentence, (start, end), mode)) is not None:
            if denied.clause is None:
                return
            (start, end), mode, quoted, one = denied.clause, "indirect", [], denied.said
        told: tuple[Said, tuple[int, int]] | None = None
        about: tuple[int, int] | None = None
        if mode == "direct_quote":
            about = pointing.in_quote(self.made, one, sentence, (start, end))
            told = quoting.within_quote(self.text, self.register, self.maker, sentence, one, (start, end))
        elif mode == "mixed_quote":
            told = quoting.denied_in_part(self.text, self.register, sentence, one, (start, end))
        if told is not None:
            one, (start, end) = told
        weighed = narrowed(self.text, sentence, one, (start, end))
        if weighed is None:
            return
        one, (start, end) = weighed
        content = Passage.of(self.text, start, end)
        self.maker.half = interrupted.opened(sentence, one, start)
        if self.maker.half:
            self.made = interrupted.without_half(self.made, self.maker.half)
        statement = self.maker.made(sentence, one, content, mode, quoted, level)
        self.made.append(statement)
        if self.maker.clause is not None:
            self.made.extend(enumerations.of(statement, self.maker.clause))
            self.made.extend(embedded.of(statement, self.maker.clause))
            self.made.extend(presuppositions.of(statement, self.maker.clause))
        if about is not None:
            self._make(sentence, evolve(one, act="deny", polarity="deny"), about, "indirect", [], level)

    def _known(self) -> set[tuple[int, int, str]]:
        """What has been made so far: where the words stand, and whose they are."""
        for made in self.made[self.counted :]:
            self.known.add((made.content.start, made.content.end, made.source.name))
        self.counted = len(self.made)
        return self.known

    def _numbered(self) -> tuple[Statement, ...]:
        """In the order of the text, with ids, and parents and repetitions by those ids."""
        order = sorted(
            range(len(self.made)),
            key=lambda at: (self.made[at].content.start, -self.made[at].content.end, at),
        )
        ids = {at: f"S{number:02}" for number, at in enumerate(order, 1)}
        first = {key(other): ids[at] for at, other in reversed(list(enumerate(self.made)))}
        found = []
        for at in order:
            one = self.made[at]
            parent = ids[_parent(self.made, at)] if one.parent else None
            found.append(evolve(one, id=ids[at], parent=parent, dup_of=first.get(one.dup_of or "")))
        return tuple(found)


def _span(sentence: Sentence, one: Said) -> tuple[int, int]:
    return sentence.words[one.content[0]].start, sentence.words[one.content[1] - 1].end


def _parent(made: Sequence[Statement], at: int) -> int:
    return next(n for n in range(at - 1, -1, -1) if made[n].parent is None)
