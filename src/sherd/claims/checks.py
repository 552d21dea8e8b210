"""What a language model proposes counts only where the text bears it out, word for word.

A model may point to passages; it may not add a word. Each proposal is either borne out by the text or shown
as rejected, with the reason. The rules: what is said stands in the text; the speaker stands near it, or is
a state that the text names near it; what the text only bids its reader to say is nobody's; a denial needs a
word of denial, an urging a word of urging; words given as quoted stand between quotation marks. Proposition,
dates and paraphrase are our own, never the model's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import define, evolve, field, frozen

from sherd.claims import cues, verbatim
from sherd.claims.lexicon import pattern, states
from sherd.claims.making import Maker
from sherd.claims.negation import is_negated
from sherd.claims.quotes import Quotation, quotations
from sherd.claims.sentences import Sentence, paragraphs, sentences, words
from sherd.claims.sources import describe
from sherd.claims.speakers import Entity, Register
from sherd.claims.subjects import Said
from sherd.model.articles import Article
from sherd.model.statements import POLARITIES, Passage, PassedOver, Statement

NEAR = 2
"""Sentences on either side of what is said within which its speaker must be named."""

LONGEST = 1_500
"""Characters of what is said; more is no statement."""

FIELDS = ("content", "source", "cue", "polarity", "quoted")


@frozen
class Rejected:
    """What a model proposed and the text does not bear out, cut to what can be shown, and why."""

    proposed: str
    reason: str


@frozen
class Checked:
    """What came of the proposals of a model."""

    accepted: tuple[Statement, ...] = ()
    rejected: tuple[Rejected, ...] = ()


class _Unlicensed(ValueError):
    """A proposal that the text does not bear out."""


def check(
    article: Article,
    proposals: Sequence[Any],
    known: Sequence[Statement] = (),
    passed: Sequence[PassedOver] = (),
) -> Checked:
    """Hold each proposal against the article.

    ``known`` are the statements that the rules read, ``passed`` what they passed over.

    A proposal that the rules read already, with the same speaker and stance, is left out of both lists.
    """
    bench = _Bench(article, tuple(known), tuple(passed))
    accepted: list[Statement] = []
    rejected: list[Rejected] = []
    for proposal in proposals:
        try:
            statement = bench.licensed(proposal)
        except _Unlicensed as error:
            rejected.append(Rejected(shown(proposal), str(error)))
            continue
        if not any(_same(statement, other) for other in (*known, *accepted)):
            accepted.append(statement)
    numbered = [evolve(each, id=f"M{number:02}") for number, each in enumerate(accepted, 1)]
    return Checked(tuple(numbered), tuple(rejected))


def shown(proposal: Any) -> str:
    """A proposal as a person may see it: what it says of content and source, cut short."""
    if not isinstance(proposal, Mapping):
        return repr(proposal)[:200]
    return f"{str(proposal.get('source'))[:80]}: {str(proposal.get('content'))[:200]}"


def _same(one: Statement, other: Statement) -> bool:
    overlap = min(one.content.end, other.content.end) - max(one.content.start, other.content.start)
    longer = max(len(one.content.text), len(other.content.text))
    return overlap > 0.8 * longer and one.source.name == other.source.name and one.polarity == other.polarity


@define
class _Bench:
    """One article, made ready for checking proposals."""

    article: Article
    known: tuple[Statement, ...]
    passed: tuple[PassedOver, ...]
    folded: verbatim.Folded = field(init=False)
    quotes: tuple[Quotation, ...] = field(init=False)
    sentences: list[Sentence] = field(init=False)

    def __attrs_post_init__(self) -> None:
        text = self.article.text
        lines = paragraphs(text)
        self.folded = verbatim.Folded.of(text)
        self.quotes = quotations(text, [(start, end) for _, start, end in lines])
        self.sentences = [each for line in lines for each in sentences(text, line, self.quotes)]

    def licensed(self, proposal: Any) -> Statement:
        """The statement that the text bears out. Raises ``_Unlicensed`` with the reason where it does not."""
        given = _strings(proposal)
        place, content, source = self._placed(given)
        bids = [each.passage for each in self.passed if each.why == "instruction"]
        if any(content.start < bid.end and bid.start < content.end for bid in bids):
            raise _Unlicensed("the text only bids its reader to say so")
        sentence = self.sentences[place]
        cue = self._cue(given["cue"], place)
        self._check_stance(given["polarity"], place, content)
        quoted = [self._quoted(words_, content) for words_ in given["quoted"]]
        speaker = evolve(source, speaker=evolve(source.speaker, span=source.speaker.span))
        act = {"deny": "deny", "urge": "urge"}.get(given["polarity"], "assert")
        said = Said((0, 0), speaker, None, act=act, polarity=given["polarity"])
        mode = "direct_quote" if self._all_quoted(content) else "mixed_quote" if quoted else "indirect"
        statement = Maker(self.article).made(sentence, said, content, mode, quoted)
        return evolve(statement, cue=cue, polarity=given["polarity"], flags=("by_model",))

    def _placed(self, given: Mapping[str, Any]) -> tuple[int, Passage, Entity]:
        """Where the words stand with their speaker near by."""
        found = list(verbatim.find(given["content"], self.article.text, self.folded))
        if not found:
            raise _Unlicensed("what is said does not stand in the text")
        for content in found:
            place = next(
                (n for n, each in enumerate(self.sentences) if each.start <= content.start < each.end), None
            )
            if place is None:
                continue
            source = self._source(given["source"], place)
            if source is not None:
                return place, content, source
        raise _Unlicensed(
            f"the source {given['source'][:80]!r} is not named within {NEAR} sentences of what is said"
        )

    def _around(self, place: int) -> tuple[int, int]:
        first, last = max(0, place - NEAR), min(len(self.sentences) - 1, place + NEAR)
        return self.sentences[first].start, self.sentences[last].end

    def _source(self, name: str, place: int) -> Entity | None:
        start, end = self._around(place)
        text = self.article.text
        spots = [
            p
            for p in verbatim.find(name, text, self.folded)
            if start <= p.start and p.end <= end and _whole(text, p)
        ]
        if not spots and (state := states().get(name.lower())) is not None:
            spots = [
                p
                for word, known in states().items()
                if known == state
                for p in _named(text, word, start, end)
            ]
        register = Register(text)
        for said in self.known:
            register.note(Entity(said.source))
        for spot in spots:
            if source := describe(tuple(words(text, spot.start, spot.end)), register):
                return evolve(source, speaker=evolve(source.speaker, span=spot))
        return None

    def _cue(self, cue: str, place: int) -> Passage | None:
        if not cue:
            return None
        start, end = self._around(place)
        spot = next(
            (
                p
                for p in verbatim.find(cue, self.article.text, self.folded)
                if start <= p.start and p.end <= end
            ),
            None,
        )
        if spot is None:
            raise _Unlicensed(f"the cue {cue[:60]!r} does not stand near what is said")
        return spot

    def _check_stance(self, polarity: str, place: int, content: Passage) -> None:
        """Whether the words around license the stance."""
        sentence = self.sentences[place]
        governing = [each for each in cues.find(sentence.words) if not _covers(content, sentence, each)]
        stances = {each.cue.polarity for each in governing}
        negated = is_negated(tuple(words(self.article.text, content.start, content.end)))
        if (
            polarity == "deny"
            and "deny" not in stances
            and not negated
            and not pattern("not").search(self.article.text, sentence.start, sentence.end)
        ):
            raise _Unlicensed("no word of denial stands in the sentence")
        if polarity == "urge" and "urge" not in stances:
            raise _Unlicensed("no word of urging stands in the sentence")
        if polarity == "assert" and ("deny" in stances or negated) and "assert" not in stances - {"deny"}:
            raise _Unlicensed("the sentence denies what is proposed as asserted")
        for said in self.known:
            if said.polarity != polarity and _overlaps(said.content, content):
                raise _Unlicensed(f"the words of the sentence make it {said.polarity}, not {polarity}")

    def _quoted(self, quoted: str, content: Passage) -> Quotation:
        for spot in verbatim.find(quoted.strip("“”\"'‘’ "), self.article.text, self.folded):
            for quote in self.quotes:
                if (
                    quote.start <= spot.start
                    and spot.end <= quote.end
                    and content.start <= spot.start + 1
                    and spot.end <= content.end + 1
                ):
                    return Quotation(max(spot.start, content.start), min(spot.end, content.end))
        raise _Unlicensed(f"{quoted[:60]!r} does not stand between quotation marks")

    def _all_quoted(self, content: Passage) -> bool:
        return any(quote.start <= content.start and content.end <= quote.end for quote in self.quotes)


def _strings(proposal: Any) -> dict[str, Any]:
    """The fields of a proposal, as strings within bounds."""
    if not isinstance(proposal, Mapping):
        raise _Unlicensed("not an object with content, source and polarity")
    content, source, polarity = (proposal.get(name) for name in ("content", "source", "polarity"))
    cue, quoted = proposal.get("cue") or "", proposal.get("quoted") or []
    if not (isinstance(content, str) and isinstance(source, str) and content.strip() and source.strip()):
        raise _Unlicensed("content and source must be words of the text")
    if polarity not in POLARITIES:
        raise _Unlicensed(f"the polarity {str(polarity)[:20]!r} is none of {', '.join(POLARITIES)}")
    if len(content) > LONGEST or len(content.split()) < 2 or len(source) > 200:
        raise _Unlicensed(f"content must have two words at least and {LONGEST} characters at most")
    if not isinstance(cue, str) or not (
        isinstance(quoted, list) and all(isinstance(each, str) for each in quoted)
    ):
        raise _Unlicensed("cue must be words, quoted a list of words")
    return {
        "content": content,
        "source": source,
        "polarity": polarity,
        "cue": cue[:200],
        "quoted": quoted[:20],
    }


def _covers(content: Passage, sentence: Sentence, group: cues.Found) -> bool:
    return content.start <= sentence.words[group.first].start < content.end


def _overlaps(one: Passage, other: Passage) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0.5 * max(len(one.text), len(other.text))


def _whole(text: str, spot: Passage) -> bool:
    """Whether the words stand alone, and are no part of longer ones."""
    before = text[spot.start - 1] if spot.start else " "
    after = text[spot.end] if spot.end < len(text) else " "
    return not (before.isalnum() and spot.text[0].isalnum()) and not (
        after.isalnum() and spot.text[-1].isalnum()
    )


def _named(text: str, word: str, start: int, end: int) -> list[Passage]:
    low = text[start:end].lower()
    at = low.find(word)
    if at < 0 or len(low) != end - start:
        return []
    spot = Passage.of(text, start + at, start + at + len(word))
    return [spot] if _whole(text, spot) else []
