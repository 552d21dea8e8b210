"""Where a sentence says that somebody says: verbs of saying, with their auxiliaries, and *according to*.

A word that is also a noun counts only where a verb can stand. Infinitives do not count (*refused to say* is
its own construction), nor do participles that only describe (*the attack claimed by*).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from sherd.claims import present
from sherd.claims.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE_AUXILIARIES,
    MARKS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECTS,
    is_adverb,
    is_base,
)
from sherd.claims.led_up import (
    ANSWERING,
    DENYING,
    HEARSAY,
    SETTING_OUT,
    denies_claim,
    goes_on_denying,
    in_order_to,
    in_paper,
    is_hearsay,
    opening_of_aside,
    own_subject,
    parted,
    quotes_as_saying,
)
from sherd.claims.lexicon import Cue, adjectives, cues, listed, vocabulary
from sherd.claims.phrases import PLURAL_PEOPLE
from sherd.claims.sentences import Word


@frozen
class Found:
    """A verb of saying in a sentence: words ``[first, last)``, of which the verb itself begins at ``verb``.

    ``kind`` is ``finite``, ``gerund`` (*adding that*) or ``passive`` (*was asked to*).
    """

    first: int
    verb: int
    last: int
    cue: Cue
    kind: str
    negated: bool


def find(words: Sequence[Word]) -> list[Found]:
    """Every verb of saying outside quotation marks, in order."""
    found, at, known = list[Found](), 0, cues()
    while at < len(words):
        word = words[at]
        entries = () if word.quoted else known.get(word.low, ())
        hearsay = entries and word.low in HEARSAY and is_hearsay(words, at)
        one = _at(words, at, entries) if entries and not hearsay else None
        if one and word.low == "documents" and words[one.last % len(words)].low in known:
            one = None  # court documents show P
        if one is not None:
            found.append(one)
            at = one.last
        else:
            at += 1
    return found


def _at(words: Sequence[Word], at: int, entries: Sequence[Cue]) -> Found | None:
    """The first of the verbs in the table that begin with the word, which stands there as one of saying."""
    for cue in entries:
        size = len(cue.words)
        end = at + size
        if size > 1 and tuple([word.low for word in words[at:end]]) != cue.words:
            end = parted(words, at, cue)
            if not end:
                continue
        if cue.verb == "tell" and cue.act == "urge" and not _bids(words, end):
            continue  # told X that P; told X to do P
        first = _group_start(words, _led_from(words, at, cue))
        helpers = {word.low for word in words[first:at]}
        kind = _kind(words, at, end, cue, helpers) if denies_claim(words, end, cue) else None
        if kind is not None:
            return Found(
                first,
                at,
                end,
                cue,
                kind,
                bool(helpers and (helpers & _NEGATING or any(h.endswith("n't") for h in helpers))),
            )
    return None


_NEGATING = frozenset({*NEGATIONS, "cannot", "longer"})

LEADING_TO = vocabulary(
    "compelled obliged forced bound keen quick continue continues continued wish wishes like want happy "
    "sorry pleased careful eager used went goes took chose"
)
"""Words before *to* with which somebody says it: *was forced to admit*, *continues to deny*."""


SPOKEN = frozenset({"say", "add", "insist", "argue", "tell", "warn", "reply", "explain", "deny", "claim"})
"""Verbs whose participle describes no noun: *people with knowledge of the matter said at least ten came*."""


NAMING = frozenset({"identify", "describe", "regard", "consider", "view", "see", "label", "call", "deem"})
"""Verbs whose participle behind a comma says who somebody is."""

HELD = vocabulary("seen obtained reviewed viewed published released leaked filed signed dated issued")
"""Participles behind papers: *documents seen by X* is no verb of saying."""


GOING = frozenset({"went", "goes", "go", "gone"})
"""Before *on to*: *went on to say*."""


def _led_from(words: Sequence[Word], at: int, cue: Cue) -> int:
    """Where *continues to deny*, *went on to say*, *is said to have denied* begins."""
    if at > 3 and words[at - 1].low == "have" and words[at - 3].low in HEARSAY and words[at - 2].low == "to":
        return at - 3
    if at < 2 or cue.form != "base" or words[at - 1].low != "to":
        return at
    if words[at - 2].low == "on" and at >= 3 and words[at - 3].low in GOING:
        return at - 3
    if (
        at >= 5
        and words[at - 5].low in GOING
        and [w.low for w in words[at - 4 : at - 1]] == ["so", "far", "as"]
    ):
        return at - 5
    if at >= 6 and [w.low for w in words[at - 5 : at - 3]] == ["out", "of"] and words[at - 2].low == "way":
        return at - 6  # went out of its way to deny
    if at >= 3 and words[at - 2].low == "pains" and words[at - 3].low == "at":
        return at - 3
    if words[at - 2].low in LEADING_TO and words[at - 3].low not in {"felt", "feels"}:
        return at - 2
    if cue.polarity == "deny":
        return in_order_to(words, at)
    return in_order_to(words, at, SETTING_OUT) if cue.verb == "say" else at


def _group_start(words: Sequence[Word], at: int) -> int:
    """Where the verb's auxiliaries and adverbs begin."""
    first = _past_aside(words, at)
    if first > 2 and [word.low for word in words[first - 2 : first]] == ["no", "longer"]:
        first -= 2  # no longer denies P
    while (
        first > 0
        and not words[first - 1].quoted
        and (
            (words[first - 1].low in _AUXILIARY and words[first - 1].text != "May")
            or is_adverb(words[first - 1])
            or words[first - 1].low in NEGATIONS
            or (
                words[first - 1].low in {"both", "all", "each", "jointly"}
                and first > 1
                and words[first - 2].low in AUXILIARIES | {"who", "they", "we"}
            )
        )
    ):
        first -= 1
    if (
        first > 0
        and words[first].low not in AUXILIARIES
        and is_adverb(words[first])
        and words[first - 1].text in {",", "."}
    ):
        while first < at and is_adverb(words[first]):
            first += 1
    return first


def _past_aside(words: Sequence[Word], at: int) -> int:
    """Before *, however,* or *, for its part,* between an auxiliary and its verb."""
    if at < 3 or words[at - 1].text != ",":
        return at
    opening = next((n for n in range(at - 2, max(0, at - 8), -1) if words[n].text == ","), 0)
    inside = words[opening + 1 : at - 1]
    led = opening and words[opening - 1].low in _AUXILIARY and all(w.is_word and not w.quoted for w in inside)
    lows = {word.low for word in inside}
    plain = lows.isdisjoint(_NEW_CLAUSE) and not any(low in cues() for low in lows)
    return opening if led and plain else at


_NEW_CLAUSE = FINITE_AUXILIARIES | PRONOUNS
"""Words of which an aside without a clause of its own has none."""

_MEANS = frozenset({"email", "e-mail", "phone", "telephone", "text", "letter", "mail", "fax", "video", "way"})
"""*Said by email*: by what means, and not by whom."""


def _kind(words: Sequence[Word], at: int, end: int, cue: Cue, helpers: set[str]) -> str | None:
    before = words[at - 1].low if at else ""
    following = words[end].low if end < len(words) else ""
    if words[at].is_name and at > 0 and words[at - 1].is_word and not words[at - 1].quoted:
        return None
    named_so = cue.verb in NAMING and following in {"it", "them", "him", "her"}
    if named_so and any(word.low == "as" for word in words[max(0, at - 5) : at]):
        return None  # the list, as officials call it, names forty firms
    if cue.verb == "brief" and following in {"on", "about"} and words[at - 1].low in PLURAL_PEOPLE:
        return None  # people briefed on the talks
    if cue.verb == "appeal" and following == "against":
        return None  # the firm is appealing against that ruling
    if cue.verb in {"hold", "go on"} and following in PREPOSITIONS:
        return None  # two men held in Lima, went on with its work
    if cue.verb in {"continue", "add"} and following == "to":
        return None  # what is continued, or added to something, is no saying
    if (
        helpers & {"will", "would", "may", "might", "could", "should", "can", "must", "shall"}
        and "quote" in cue.frames
        and not helpers & NEGATIONS
        and before not in {"only", "merely"}
    ):
        return None
    if (
        cue.verb in {"ask", "press", "quote"}
        and cue.form in {"past", "participle"}
        and before == ","
        and not helpers
        and following in {"about", "by", "on", "whether", "if", "why", "how", "at", "over", "during"}
    ):
        return None  # a spokesman, asked about P, said
    aside = cue.verb in NAMING and cue.form in {"past", "participle"} and before == "," and not helpers
    if aside and following in {"as", "by", "only"}:
        return None  # a man, identified only as X, sold P
    be = bool(helpers & {"is", "are", "was", "were", "be", "been", "being", "am"} and not helpers & HEARSAY)
    if cue.form == "s" and "quoting" in cue.frames and quotes_as_saying(words, end):
        return "finite"  # the magazine quotes X as saying
    if cue.form == "ing":
        if be:
            return "finite"
        return "gerund" if _gerund_stands(words, at) else None
    if cue.form == "base":
        if before == "to" and _led_from(words, at, cue) < at:
            return "finite"
        if before == "to" or (at >= 2 and words[at - 2].low == "to"):
            return None
        if helpers & FINITE_AUXILIARIES or _said_by_people(words, at, end, cue):
            return "finite"
        return "finite" if _plural_subject(words, at, cue, following) else None
    if cue.form in {"past", "participle"} and be:
        return "passive"
    told = (
        before in _SOME
        and cue.verb in SPOKEN
        and end < len(words)
        and (following in _OPENS_CONTENT or words[end].is_name or not words[end].is_word)
    )
    if (before in _OPENS_NOUN and not helpers and not told) or before in {"'s", "of", "to"}:
        return None
    if cue.form == "s" and cue.noun and following in FINITE_AUXILIARIES | present.BEARING:
        return None  # member states would have to approve P; court documents show P
    if cue.form == "s" and cue.noun and (_governed(words, at) or following in HELD):
        return None  # under rules that P
    nay = following in {"never", "not"} and end + 2 < len(words) and words[end + 1].low == "to"
    if cue.form == "s" and "infself" in cue.frames and (nay or (following == "to" and _does(words, end + 1))):
        return "finite"  # claims to know nothing, claims never to have sold P
    bids = "inf" in cue.frames and _bids(words, end)
    if cue.form == "s" and cue.noun and not bids and not _verb_after_subject(words, at, following):
        opening = opening_of_aside(words, at - 1) if before == "," else None
        if (opening is None or following in PREPOSITIONS) and not present.says(words, at, end):
            return None
    after = words[end + 1].low if end + 1 < len(words) else ""
    if following == "by" and cue.form != "s" and after not in _MEANS:
        return None
    spoken = cue.verb in SPOKEN
    if cue.form in {"past", "participle"} and "of" in cue.frames and following == "of" and not helpers:
        hung_on = {"which", "whom", "that"} & {word.low for word in words[max(0, at - 6) : at]}
        return "finite" if hung_on else None  # a firm accused of P, X, whom it accused of P
    hung = cue.form in {"past", "participle"} and not helpers and not spoken
    if hung and (_describes(words, at, following) or present.hangs_on_paper(words, at, end)):
        return None
    if cue.verb in {"call", "label"} and _is_naming(words, at, end):
        return None
    return "finite"


def _bids(words: Sequence[Word], end: int) -> bool:
    """*urges states to publish P*: somebody behind the verb, and what they are to do."""
    if end >= len(words) or not words[end].is_word or words[end].low in _BIDDING_NOBODY:
        return False
    to = next((at for at in range(end + 1, min(end + 5, len(words) - 1)) if words[at].low == "to"), None)
    between = words[end:to]
    plain = all(word.is_word and word.low not in PREPOSITIONS for word in between)
    return to is not None and plain and is_base(words[to + 1])


_BIDDING_NOBODY = PREPOSITIONS | FINITE_AUXILIARIES
"""Words behind a verb with which nobody is bidden."""


def _is_naming(words: Sequence[Word], at: int, end: int) -> bool:
    """*a Hong Kong company called Everlight Pacific*: the participle gives a name."""
    named = end < len(words) and words[end].is_name
    placed = at > 2 and words[at - 2].low in PREPOSITIONS
    return (
        named
        and at > 1
        and (placed or not words[at - 1].is_name)
        and any(word.low in {"a", "an", "one", "another"} for word in words[max(0, at - 5) : at])
    )


def _describes(words: Sequence[Word], at: int, following: str) -> bool:
    """*in a message posted on Telegram*: the participle describes the noun before it."""
    return (
        at >= 3
        and following in PREPOSITIONS
        and words[at - 3].low in PREPOSITIONS
        and words[at - 2].low in {"a", "an", "the"}
        and not words[at - 1].is_name
    )


def _does(words: Sequence[Word], at: int) -> bool:
    """Whether a verb stands behind *to*, and a name or a pronoun before the verb of saying."""
    if at < 3 or at >= len(words):
        return False
    before = words[at - 3]
    one = before.low in listed("organisation") and not before.low.endswith("s")  # a laboratory claims to
    if not (before.is_name or before.low in PRONOUNS or one):
        return False
    return is_base(words[at]) or words[at].low in {"have", "be", "know"}


def with_before(words: Sequence[Word], at: int) -> int | None:
    """Where *with* stands in *with its minister insisting that*: the participle has a subject of its own."""
    for back in range(at - 1, max(0, at - 7), -1):
        if words[back].low == "with":
            return back if back < at - 1 else None
        if words[back].text in {",", ";"} or words[back].quoted:
            return own_subject(words, at)
    return None


def _gerund_stands(words: Sequence[Word], at: int) -> bool:
    """A participle that goes on with the sentence: after a comma, a mark or *and*; or a verbal noun."""
    if at == 0:
        return False
    before = words[at - 1]
    if is_adverb(before) and at > 1:
        before = words[at - 2]
    if before.low == "by" and words[at].low in ANSWERING:
        return True
    if before.low == "after" and words[at].low in DENYING | {"saying", "insisting"}:
        return True
    if before.low == "while" and words[at].low in DENYING:
        return True
    if goes_on_denying(words, at) or in_paper(words, at):
        return True
    if before.is_word and with_before(words, at) is not None:
        return True
    return (
        before.text in {",", "—", "–"}
        or before.text in MARKS
        or before.low in CONJUNCTIONS
        or before.low in {"official", "as"}
    )


def _said_by_people(words: Sequence[Word], at: int, end: int, cue: Cue) -> bool:
    """*P, say investigators in Novi*: the base form before people in the plural."""
    if at == 0 or words[at - 1].text != "," or "quote" not in cue.frames or at + 1 != end:
        return False
    near = words[end : end + 4]
    stop = next((n for n, word in enumerate(near) if not word.is_word or word.low in PREPOSITIONS), len(near))
    some = near[:stop]
    return bool(some) and some[-1].low in PLURAL_PEOPLE and not any(w.low in AUXILIARIES for w in some)


def _plural_subject(words: Sequence[Word], at: int, cue: Cue, following: str) -> bool:
    """*Experts say*, *we urge*: the base form as a finite verb after a plural."""
    while at > 1 and is_adverb(words[at - 1]):
        at -= 1
    if at == 0:
        return False
    before = words[at - 1]
    if before.low in {"they", "we", "i", "you", "who", "both", "all"}:
        return True
    if before.low in {"and", "but"} and not cue.noun:
        return _plural_before(words, at - 1)
    if before.low == "accused" and at > 1 and words[at - 2].low == "the":
        return True
    if before.text == "," and (opening := opening_of_aside(words, at - 1)):
        return _plural_subject(words, opening, cue, "that")
    if before.low in NUMBERED and not cue.noun:  # all three believe P
        return at == 1 or words[at - 2].low in {"all", "of", "the"}
    if before.text == "," or before.low in _NO_SUBJECT:
        return False
    phrase = _phrase_before(words, at)
    closed = following == "that" or not following[:1].isalnum()
    told = next((word for word in phrase[:3] if word.low in listed("document")), None)
    held = told is not None and before.is_name and at + 1 < len(words) and words[at + 1].is_name
    if cue.noun and (closed or held) and told is not None and _is_plural(told):
        return True  # photographs released by the ministry show
    if before.low in cues() and not (at > 1 and words[at - 2].low in DETERMINERS):
        return False  # the suspects deny
    if cue.noun and before.is_word and not _is_plural(before) and not before.is_name:
        return False
    if cue.noun and before.is_name and before.low in adjectives():
        return False  # the Greek press
    plural = before.text in MARKS or any(_is_plural(word) for word in phrase)
    plural = plural or (before.is_name and any(word.low == "and" for word in phrase))
    ends = not following[:1].isalnum() and 0 < len(phrase) < 8
    behind = len(phrase) < at and words[at - len(phrase) - 1].text == "," and _is_plural(before)
    closes = ends and (phrase[0].low in DETERMINERS or behind)  # P, the experts estimate
    return plural and (not cue.noun or following == "that" or following in SUBJECTS | {"the", "a"} or closes)


def _plural_before(words: Sequence[Word], joint: int) -> bool:
    """*The men admit the sale but deny P*: whether a plural says something in front of *and* or *but*."""
    for at in range(joint - 1, max(0, joint - 12), -1):
        if words[at].text in {",", ";"} or words[at].quoted:
            return False
        cue = next((each for each in cues().get(words[at].low, ()) if each.form == "base"), None)
        if cue is not None:
            return _plural_subject(words, at, cue, words[at + 1].low)
    return False


def _is_plural(word: Word) -> bool:
    low = word.low
    return (
        low in {"people", "police", "media", "data", "men", "women"}
        or (low.endswith("s") and not low.endswith(("ss", "'s", "us", "is")) and not word.is_name)
        or (word.is_name and low.endswith("s") and low not in {"states", "us"} and len(low) > 4)
    )


def _phrase_before(words: Sequence[Word], at: int) -> Sequence[Word]:
    start = at
    while (
        start
        and at - start < 9
        and words[start - 1].text not in {",", ";", ":"}
        and words[start - 1].text not in MARKS
    ):
        start -= 1
    return words[start:at]


def _governed(words: Sequence[Word], at: int) -> bool:
    """Whether a preposition stands one or two words before, so that the form in -s is a noun."""
    if at < 2 or words[at - 1].is_name:
        return False
    return words[at - 1].low in PREPOSITIONS or (
        words[at - 2].low in PREPOSITIONS and not words[at - 1].low.endswith("s")
    )


def _verb_after_subject(words: Sequence[Word], at: int, following: str) -> bool:
    """Whether *claims*, *reports* and the like stand as verbs: after a subject, before what is said."""
    if at == 0:
        return False
    before = words[at - 1]
    if before.low == "and" and at + 1 < len(words):  # It recommends that P, and urges X to Q
        return words[at - 2].text == "," and (words[at + 1].is_name or following in {"the", "all"})
    subject = before.low in PRONOUNS or before.is_name or (before.is_word and not before.low.endswith("s"))
    if before.low in _LEADING_TO_NOUN or before.low.endswith(("ed", "less", "ful", "ive", "ous", "al", "ic")):
        return before.is_name and following in {"that", "it", "he", "she", "they"}
    named = before.low == "who" and at + 1 < len(words) and words[at + 1].is_name
    return subject and (
        named
        or following in _OPENS_CONTENT
        or following == ""
        or (before.low in PRONOUNS and not following[:1].isalnum())
        or (before.is_name and following not in PREPOSITIONS)
    )


def according(words: Sequence[Word]) -> Iterator[int]:
    """Where *according to* stands outside quotation marks."""
    for at in range(len(words) - 1):
        if words[at].low == "according" and words[at + 1].low == "to" and not words[at].quoted:
            yield at


_AUXILIARY = AUXILIARIES - {"'s"}
NUMBERED = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_OPENS_NOUN = DETERMINERS - {"this", "that"}
_LEADING_TO_NOUN = DETERMINERS | PREPOSITIONS
_SOME = frozenset({"both", "all", "some", "many", "most", "several", "each", "another"}) | NUMBERED
"""Determiners that stand for a subject by themselves: *both said P*."""
_NO_SUBJECT = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | {"that", "'s"}
_OPENS_CONTENT = SUBJECTS | DETERMINERS | {"that"}
