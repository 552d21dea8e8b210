"""What a quotation itself tells of saying: *“We reject any suggestion that P”*, *“He told me that P”*.

Words in somebody's mouth may hold a saying of their own: the speaker's own denial, which is theirs, or what
somebody else said, which the speaker relays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from attrs import evolve

from sherd.claims import grammar, lexicon, one_breath
from sherd.claims.frames import Reader
from sherd.claims.making import Maker
from sherd.claims.negation import is_negated
from sherd.claims.pieces import SHORTEST
from sherd.claims.quotes import Quotation
from sherd.claims.sentences import Sentence, Word, words
from sherd.claims.speakers import Register
from sherd.claims.subjects import Said
from sherd.claims.telling import has_thing
from sherd.claims.verbs import main_verb
from sherd.model.statements import Relay


def denied_in_part(
    text: str, register: Register, sentence: Sentence, one: Said, piece: tuple[int, int]
) -> tuple[Said, tuple[int, int]] | None:
    """*said it “firmly rejects any suggestion that P”*: the speaker's own denial, partly in quotation."""
    if one.source is None or one.polarity != "assert":
        return None
    bare = tuple(word for word in words(text, *piece) if word.text not in grammar.MARKS)
    main = main_verb(bare)
    if main is None:
        return None
    led = [word for word in bare[: main.first] if not grammar.is_adverb(word)]
    if len(led) > 1 or (led and led[0].low not in {"it", "they", "we", "he", "she", "i"}):
        return None
    clause = Sentence(piece[0], piece[1], sentence.paragraph, bare)
    reader = Reader(text, clause, register.copy())
    denied = reader.own_denial(main.verb, one.source)
    if denied is None or denied.content[1] <= denied.content[0]:
        return None
    first, last = denied.content
    return evolve(one, act="deny", polarity="deny"), (bare[first].start, bare[last - 1].end)


def within_quote(
    text: str, register: Register, maker: Maker, sentence: Sentence, one: Said, piece: tuple[int, int]
) -> tuple[Said, tuple[int, int]] | None:
    """*“We reject any suggestion that P”*, *“He told me that P”*: what the quotation tells of saying."""
    if one.source is None or not _opens_with_saying(tuple(islice(words(text, *piece), 6))):
        return None
    some = tuple(words(text, *piece))
    inside = register.copy()
    inside.voice = one.source
    clause = Sentence(piece[0], piece[1], sentence.paragraph, some)
    said = Reader(text, clause, inside).read()
    if (
        len({each.cue for each in said}) != 1
        or said[0].no_comment
        or said[0].source is None
        or said[0].content[1] - said[0].content[0] < SHORTEST
    ):
        return None
    shown = said[0].cue is not None and some[said[0].cue[1] - 1].low in {
        "show",
        "shown",
        "showed",
        "produced",
    }
    if shown and some[said[0].content[0]].low in {"no", "nothing", "none"}:
        return None  # “They have shown no proof, because there is none”
    if said[0].source.speaker.kind == "document":
        return None  # “The papers said P,” X told reporters: X tells of it
    inner, chain = said[0], one.chain
    first, last = inner.content
    subject = some[inner.cue[0] - 1].low if inner.cue and inner.cue[0] else ""
    if {some[0].low, subject} & {"he", "she", "they"} and not grammar.is_clause(some[first:last]):
        return None  # “They call everyone a thief”
    if {some[0].low, subject} & {"he", "she", "they"}:  # somebody else, whom the quotation does not name
        return evolve(one, act=inner.act, polarity=inner.polarity), (
            some[first].start,
            some[last - 1].end,
        )
    own = inner.source is not None and inner.source.speaker.name in {
        one.source.speaker.name,
        one.source.speaker.on_behalf_of,
    }
    if (own and inner.polarity != "deny") or some[0].low == "it":
        return None
    if not own and one.cue is not None:
        cue = maker.cue(sentence, one)
        outer = one.source.speaker
        chain = (*chain, Relay(outer.name, outer.kind, outer.span, cue))
    told = evolve(
        one,
        source=one.source if own else inner.source,
        act=inner.act,
        polarity=inner.polarity,
        chain=chain,
    )
    return told, (some[first].start, some[last - 1].end)


def stated(text: str, pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences of a quotation that ask nothing; *“If P, how would I know?”* is an answer."""
    for start, end in pieces:
        asked = text[start : end + 1].strip("“”\"’' ")
        if not asked.endswith("?") or asked[:3] == "If ":
            yield start, end


def only_adds(text: str, sentence: Sentence, quote: Quotation, inside: Iterable[Quotation]) -> bool:
    """*“P,” X said, “and they know it”*: a second half that tells of no deed and denies nothing."""
    if not any(sentence.start <= each.start < quote.start for each in inside):
        return False
    some = tuple(words(text, quote.start, quote.end))
    rest = tuple(word for word in some[1:] if word.is_word)
    if not rest or some[0].low != "and" or len(rest) > one_breath.LONGEST or is_negated(rest):
        return False
    return not (one_breath.tells_of_deed(rest) or has_thing(rest) or any(word.is_name for word in rest))


def is_sentence(text: str, sentence: Sentence, quote: Quotation, inside: Iterable[Quotation] = ()) -> bool:
    """Whether the quotation speaks in whole sentences, and is no borrowed word and no mere second half."""
    if only_adds(text, sentence, quote, inside):
        return False
    some = list(words(text, quote.start, quote.end))
    bare = [word for word in some if word.is_word]
    if len(bare) < SHORTEST + 1 or not grammar.has_finite(some):
        return False
    before = text[sentence.start : max(sentence.start, quote.start - 1)].rstrip()
    return bare[0].is_name or not before or before[-1] in ',:.”"'


def _opens_with_saying(some: Sequence[Word]) -> bool:
    """Whether a verb of saying stands among the first words, of which six are asked for."""
    if not some or some[0].low in grammar.SUBORDINATORS:
        return False
    return any(lexicon.cues().get(word.low) for word in some[1:6])
