"""Where what is said turns from asserting to denying, or back: each part is a statement of its own.

*It obeyed the law, had not sold P, and was helping* says three things of one subject, and the second of them
is denied. *Far from selling P, X had Q* and *sold Q, not P* deny a part of the clause. Nobody is read to
assert what they deny because it stands in a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sherd.claims import grammar
from sherd.claims.lexicon import one_word_deeds, vocabulary
from sherd.claims.negation import NOT_AT_ALL, is_negated, is_negation
from sherd.claims.sentences import Word
from sherd.claims.subjects import Said, Stretch
from sherd.claims.telling import has_thing
from sherd.claims.undone import DONE
from sherd.claims.verbs import BE, HAVING, OPENERS, RELATIVES, main_verb

JOINING = vocabulary("and but yet")
POINTING = frozenset({":", "–", "—"})
"""Signs behind which a clause tells what the one in front announces."""

JOINTS = POINTING | {",", ";"}
RELATIVE = frozenset({"which", "who", "whom"})
SHORTEST = 3
"""Words below which a predicate is none."""


def parts(words: Sequence[Word], first: int, last: int, aside: Stretch | None = None) -> Iterator[Stretch]:
    """What is said in words ``[first, last)``, cut where it turns; ``aside`` holds who says it between."""
    bracket = _in_brackets(words, first, last)
    if bracket is not None:
        yield bracket[0] + 1, bracket[1]
        last = bracket[0]
    for start, end in _predicates(words, first, last, aside):
        yield from _contrasts(words, start, end)
        yield from denied_of_noun(words, start, end)


def _in_brackets(words: Sequence[Word], first: int, last: int) -> Stretch | None:
    """The brackets at the end around a clause that denies: *makes pumps (it has never made P)*."""
    opens = next((n for n in range(first + 3, last - 4) if words[n].text == "("), None)
    closes = next((n for n in range(last - 1, max(first, last - 3), -1) if words[n].text == ")"), None)
    if opens is None or closes is None or closes < opens:
        return None
    clause = tuple(words[opens + 1 : closes])
    return (opens, closes) if grammar.is_clause(clause) and is_negated(clause) else None


def _predicates(words: Sequence[Word], first: int, last: int, aside: Stretch | None) -> list[Stretch]:
    """The predicates of one subject, those of one polarity together."""
    if aside and aside[0] < last <= aside[1]:
        last = aside[0]
    if not _may_turn(words, first, last):
        return [(first, last)]
    found: list[Stretch] = []
    start = first
    for at in range(first + 2, last - SHORTEST):
        if at < start or not (opens := _opens(words, at, last)):
            continue
        past = aside is not None and at + 1 >= aside[1]
        led = words[start:at]
        if aside is not None and past and start < aside[0]:
            led = (*words[start : aside[0]], *words[aside[1] : at])
        if not is_whole(tuple(led)) and (past or not _must_be_whole(led, words[at], words[opens])):
            continue
        if words[at].text in POINTING and not _has_subject(words, opens, last):
            continue
        close = _next_joint(words, opens, last)
        none = words[opens].low in NOT_AT_ALL and close - opens == SHORTEST  # and none was sold
        if _own_clause(words, opens) and close - opens <= SHORTEST and not none:
            continue  # and we didn't
        before, behind = is_negated(tuple(led)), is_negated(tuple(words[opens:close]))
        shares = words[at].low in JOINING and not _own_clause(words, opens)
        if shares and behind and not _is_of_deed(words[opens:close]):
            continue
        over = _own_subject(words, at, opens, last) or _ends_negation(words, start, at, opens, last)
        if before == behind or (before and not over):
            continue
        close = aside is not None and aside[0] > start and at <= aside[1]
        found.append((start, aside[0] if aside and close else at))
        start = opens
    return [*found, (start, last)]


def denied_of_noun(words: Sequence[Word], first: int, last: int) -> Iterator[Stretch]:
    """*the motors, which were never sold to P, were old*: what is denied in a clause about a noun."""
    if {word.low for word in words[first:last]}.isdisjoint(RELATIVE):
        return
    for comma in range(first, last - 3):
        if words[comma].text != "," or words[comma].quoted is not words[first].quoted:
            continue
        opens = comma + 1
        which = next((n for n in range(opens, opens + 3) if words[n].low in RELATIVE), None)
        if which is None or (which > opens and words[opens].low not in NOT_AT_ALL):
            continue
        close = next((n for n in range(opens + 2, last) if words[n].text == ","), last)
        clause = tuple(words[opens if which > opens else opens + 1 : close])
        if len(clause) > SHORTEST and is_negated(clause) and _is_of_done(clause):
            yield opens, close


def _is_of_done(some: tuple[Word, ...]) -> bool:
    """Whether a deed that somebody may be charged with is denied: *which carries no flag* tells of a look."""
    main = main_verb(some)
    if main is None or "before" in {word.low for word in some}:
        return False
    return any(deed.action in CHARGED for deed in one_word_deeds().get(some[main.verb].low, ()))


CHARGED = DONE - {"TRANSPORT"}


def aside(words: Sequence[Word], one: Said) -> Stretch | None:
    """The two commas around who says it, where they stand inside what is said."""
    if one.cue is None or not one.content[0] < one.cue[0] < one.content[1]:
        return None
    first, last = one.content
    opens = next((n for n in range(one.cue[0], first, -1) if words[n].text == ","), None)
    closes = next((n for n in range(one.cue[1], last) if words[n].text == ","), None)
    return None if opens is None or closes is None else (opens, closes + 1)


def _is_not_one(words: Sequence[Word], opens: int) -> bool:
    """*and not one has gone to P*: none of them."""
    return words[opens].low == "not" and words[opens + 1].low in {"one", "a"}


def _own_clause(words: Sequence[Word], opens: int) -> bool:
    return words[opens].low in NOT_AT_ALL | OWNING | grammar.SUBJECTS or _is_not_one(words, opens)


def _may_turn(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the words hold a negation and something that joins two predicates."""
    some = words[first:last]
    lows = {word.low for word in some}
    if lows.isdisjoint(JOINTS | JOINING):
        return False
    return not lows.isdisjoint(NOT_AT_ALL) or any(is_negation(word) for word in some)


def _has_subject(words: Sequence[Word], opens: int, last: int) -> bool:
    """Whether a clause of its own, and no relative one, begins behind a colon or a dash."""
    clause = words[opens:last]
    return clause[0].low not in RELATIVES and not clause[0].quoted and grammar.is_clause(clause)


def _opens(words: Sequence[Word], at: int, last: int) -> int:
    """Where the next predicate begins, if one is joined here; 0 where none is."""
    if words[at].text in POINTING:
        return at + 1
    if words[at].text not in {",", ";"} and words[at].low not in JOINING:
        return 0
    opens = at + 1 + (words[at + 1].low in JOINING and words[at].low not in JOINING)
    if opens >= last - 1:
        return 0
    if words[opens].low == "that":
        told = grammar.is_clause(words[opens + 1 : last])
        return opens + 1 if told and words[opens + 1].low not in {"is", "was"} else 0
    if (words[opens].low in NOT_AT_ALL or _is_not_one(words, opens)) and words[opens].text.islower():
        near = words[opens + 1 : opens + 10]
        stop = next((n for n, word in enumerate(near) if word.text in {",", ";"}), len(near))
        return opens if grammar.has_finite(near[:stop]) else 0
    if _own_subject(words, at, opens, last):
        return opens
    ahead = opens
    while ahead < last - 1 and (grammar.is_adverb(words[ahead]) or words[ahead].low in {"never", "not"}):
        ahead += 1
    low = words[ahead].low
    if words[ahead].low in grammar.SUBJECTS or words[ahead].is_name:
        return 0
    if words[at].low in JOINING and words[ahead + 1].low in NOTHING and grammar.is_base(words[ahead]):
        return opens  # and owe nothing to P
    never = any(is_negation(word) for word in words[opens:ahead])
    past = low.endswith("ed") or low in grammar.PARTICIPLES
    return opens if grammar.finite_at(words, ahead) or (never and past) else 0


def _own_subject(words: Sequence[Word], at: int, opens: int, last: int) -> bool:
    """*, it was never P*, *and the school was not hit*; *P; Q*: a clause with a subject of its own."""
    if words[at].text == ";":
        return grammar.is_clause(words[opens:last])
    near = words[opens + 1 : min(opens + 8, last)]
    stop = next((n for n, word in enumerate(near) if word.text in JOINTS), len(near))
    if words[opens].low in grammar.SUBJECTS:
        return grammar.has_finite(near[:stop])
    joined = words[opens - 1].low in JOINING
    if joined and words[opens].low in OWNING and grammar.has_finite(near[:stop]):
        return True
    apart = joined and words[opens - 2].text == ","  # , and 80 drones went to P
    return apart and _begins_anew(words[opens : opens + 1 + stop])


def _begins_anew(some: Sequence[Word]) -> bool:
    """Whether a subject and its verb stand here: *80 drones went*, *last year it sold P*."""
    verb = next((n for n in range(1, len(some)) if grammar.finite_at(some, n)), None)
    if verb is None or some[0].low in RELATIVES | grammar.SUBORDINATORS | {"not", "never", "that"}:
        return False
    noun = some[verb - 1].low in grammar.PERSONS or some[verb - 1].low.endswith("s") or some[verb - 1].is_name
    return noun and not grammar.finite_at(some, 0) and not grammar.is_adverb(some[0])


NOTHING = frozenset({"nothing", "none", "no"})
OWNING = vocabulary("the its our their his her")


def is_whole(led: tuple[Word, ...]) -> bool:
    """Whether the words in front are a clause by themselves, whose verb can have another beside it."""
    main = main_verb(led)
    if main is None:
        return False
    commas = any(word.text == "," for word in led[: main.first])
    if not commas and led[0].low in OPENING:
        return False  # had we been told, we would not have sold P
    opened = led[0].low in grammar.PREPOSITIONS | grammar.SUBORDINATORS or grammar.is_adverb(led[0])
    return (not commas or opened) and not _in_relative(led, main.verb)


OPENING = OPENERS | grammar.SUBORDINATORS | vocabulary("whoever had were should")
"""Words of a clause that stands in front of another, which is said on its condition."""


def _must_be_whole(led: Sequence[Word], joint: Word, verb: Word) -> bool:
    """*It obeyed the law, had not sold P*: a verb behind the only comma has another in front of it."""
    if not led or led[0].low in OPENING:
        return False
    helped = verb.low in grammar.FINITE_AUXILIARIES or is_negation(verb)
    return joint.text == "," and helped and len(led) > 2 and all(word.is_word for word in led)


def _in_relative(led: Sequence[Word], verb: int) -> bool:
    """*sold P to a firm that obeyed the law*: whether the last verb in front only adds to a noun."""
    opener = next((n for n in range(len(led) - 1, verb, -1) if led[n].low in RELATIVES), None)
    if opener is None or led[opener - 1].text == "," or led[opener].low == "that":
        return opener is not None and led[opener].low != "that"
    return True


def _next_joint(words: Sequence[Word], opens: int, last: int) -> int:
    ahead = range(opens + 2, last - SHORTEST)
    return next((at for at in ahead if _opens(words, at, last)), last)


def _is_of_deed(some: Sequence[Word]) -> bool:
    """Whether a deed or knowledge is denied: *predates P and has nothing to do with it* is one thing."""
    main = main_verb(tuple(some))
    near = some[: 6 if main is None else main.verb + 3]
    if any(tells_of_deed(word.low) for word in near):
        return True
    nothing = any(word.low in {"nothing", "no", "none"} for word in some[:4])
    return nothing and any(word.is_name for word in some)  # and owe nothing to Chad


def tells_of_deed(low: str) -> bool:
    """Whether the word tells of a deed, or of knowing of one; *have no need of P* tells of neither."""
    return low in KNOWN or any(deed.action != "RELY" for deed in one_word_deeds().get(low, ()))


KNOWN = vocabulary("knows knew know heard known")
"""What somebody denies beside deeds: knowledge."""


def _ends_negation(words: Sequence[Word], start: int, at: int, opens: int, last: int) -> bool:
    """Whether a negation in front is over: *had not sold P or shipped Q* denies both.

    A bare participle behind *had not* may be denied with it; it is not where a verb with an auxiliary
    of its own follows it.
    """
    ahead = range(at, min(last + 3, len(words) - 1))
    joint = next((n for n in ahead if words[n].low in grammar.CONJUNCTIONS), None)
    if words[opens].low in grammar.FINITE_AUXILIARIES or words[opens - 1].low == "that":
        return True
    if joint is None or words[joint].low in {"or", "nor"}:
        return False
    helped = {word.low for word in words[start:at]} & (HAVING | BE)
    past = words[opens].low.endswith("ed") or words[opens].low in grammar.PARTICIPLES
    if not (helped and past):
        return True
    return joint > at + 1 and words[joint + 1].low in grammar.FINITE_AUXILIARIES


# ------------------------------------------------------------------ a part that is denied


def _contrasts(words: Sequence[Word], first: int, last: int) -> Iterator[Stretch]:
    """*far from selling P, X had Q*, *sold Q, not P*, *sold Q but no P*: each by itself."""
    lows = {word.low for word in words[first:last]}
    if lows.isdisjoint(CONTRASTING) and ("but" not in lows or not any(low.endswith("n't") for low in lows)):
        yield first, last
        return
    far = next((at for at in range(first, last - 3) if _is_far_from(words[at : at + 3])), None)
    if far is not None and (far == first or words[far - 1].text == ","):
        comma = next((at for at in range(far + 3, last - 1) if words[at].text == ","), None)
        if comma is not None and grammar.has_finite(words[comma + 1 : last]):
            yield far, comma
            yield comma + 1, last
            return
    if (instead := _instead(words, first, last)) is not None:
        yield from instead
        return
    at = next((at for at in range(first + 2, last - 1) if _sets_against(words, at, first, last)), None)
    if at is None:
        yield first, last
        return
    yield first, at
    yield at + (words[at].low in {",", "but", "and"}), last


CONTRASTING = frozenset({"far", "not", "no", "never", "rather"})
"""Words of which one stands where a part is denied."""


def _instead(words: Sequence[Word], first: int, last: int) -> tuple[Stretch, Stretch] | None:
    """*was not P but Q*, *Rather than P, it was Q*, *was Q rather than P*: what is denied, and what is so."""
    some = words[first:last]
    lows = [word.low for word in some]
    if lows[:2] == ["rather", "than"]:
        comma = lows.index(",") if "," in lows[3:] else 0
        whole = comma > 2 and not grammar.has_finite(some[2:comma]) and grammar.is_clause(some[comma + 1 :])
        return ((first, first + comma), (first + comma + 1, last)) if whole else None
    for at in range(3, len(lows) - 1):
        if lows[at : at + 2] == ["rather", "than"] and _is_plain_end(some[at + 2 :]):
            main = main_verb(tuple(some[:at]))
            was = main is not None and some[main.verb].low in BE and not is_negated(tuple(some[:at]))
            return ((first, first + at), (first + at, last)) if was else None
        if lows[at] == "but" and _is_plain_end(some[at + 1 :]) and _is_denied_for(some, at):
            stop = at - (some[at - 1].text == ",")
            return (first, first + stop), (first + at + 1, last)
    return None


def _is_plain_end(rest: Sequence[Word]) -> bool:
    """Whether words without a verb of their own go on to the end."""
    if not 0 < len(rest) <= LONGEST + 5 or grammar.is_clause(rest) or rest[0].low in OTHERWISE:
        return False
    return not any(word.text in {";", ":"} for word in rest)


OTHERWISE = vocabulary("for also that not never only no if because when then in")
"""Words behind *but* with which something else begins."""

BEFORE_BUT = vocabulary("anything anyone anybody nothing nobody none all everything everyone choice cannot")


def _is_denied_for(some: Sequence[Word], but: int) -> bool:
    """Whether what stands before *but* is denied: *was not P*, and not *not only P*, *anything but*."""
    led = tuple(some[:but])
    nay = next((n for n in range(but - 1, 0, -1) if is_negation(led[n])), None)
    if nay is None or led[-1].low in BEFORE_BUT or nay + 2 > but:
        return False
    if led[nay + 1].low in _IN_PART or any(word.text == "," for word in led[nay : but - 1]):
        return False
    return is_negated(led)


def _is_far_from(some: Sequence[Word]) -> bool:
    return some[0].low == "far" and some[1].low == "from" and some[2].low.endswith("ing")


def _sets_against(words: Sequence[Word], at: int, first: int, last: int) -> bool:
    """Whether *, not P*, *but no P* begins here, in words without a verb to the end."""
    low, after = words[at].low, words[at + 1].low
    if low not in {",", "but", "and"}:
        return False
    opens = at + 1 + (low == "," and after in {"and", "but"})
    if opens + 1 >= last or words[opens].low not in (
        {"not", "never"} if low == "," else {"not", "no", "never"}
    ):
        return False
    if words[opens].quoted != words[first].quoted and not words[at].quoted:
        return False
    rest = words[opens + 1 : last]
    if words[opens].low == "not" and rest[0].low == "that":
        return grammar.is_clause(rest)  # but not that it sold P
    dated = any(word.text[0].isdigit() or word.low in grammar.TIMES for word in rest)
    led = tuple(words[first:at])
    meant = low == "," and rest[0].low in MEANT and len(rest) > 1 and not dated
    if (
        len(rest) > LONGEST
        or (len(rest) > 1 and grammar.has_finite(rest))
        or rest[0].low in _IN_PART | (frozenset() if meant else grammar.PREPOSITIONS)
        or (low == "," and grammar.is_adverb(rest[0]))
    ):
        return False
    if any(word.text in {",", ";", ":"} for word in rest):
        return False
    named = any(word.is_name or word.low in grammar.AGENTS for word in rest) or has_thing(rest)
    named = named or meant or (low == "," and rest[-1].low.endswith("s") and not rest[0].low.endswith("ing"))
    return named and _is_said_whole(led, rest) and not is_negated(led)


MEANT = vocabulary("for to by from in with")
"""Prepositions behind *, not* with which another end, doer or place is denied."""


def _is_said_whole(led: tuple[Word, ...], rest: Sequence[Word]) -> bool:
    """Whether what stands before has a verb; a quotation of few words needs none: *“pumps, never drones”*."""
    if main_verb(led) is not None or (led[0].low == "what" and grammar.has_finite(led)):
        return True
    return led[-1].quoted and rest[-1].quoted and len(led) < LONGEST


LONGEST = 7
"""Words of a part that is denied behind what is asserted."""

_IN_PART = vocabulary(
    "only just least yet because until even necessarily merely simply always all every that what where when "
    "if since as longer doubt more less matter than"
)
"""Words behind *not* and *no* that deny nothing, or something else."""


def is_set_against(some: Sequence[Word]) -> bool:
    """Whether the words are such a part: *not P*, *no P*, *far from selling P*."""
    if len(some) < 2:
        return False
    low, after = some[0].low, some[1].low
    if (low, after) == ("far", "from"):
        return some[2:3] != [] and not grammar.has_finite(some)
    bidden = after == "to" and len(some) > 2 and grammar.is_base(some[2])
    if (low, after) == ("rather", "than"):
        return not grammar.has_finite(some)
    if (low, after) == ("not", "that"):
        return len(some) > SHORTEST
    return (
        low in {"not", "no", "never"}
        and not bidden
        and after not in _IN_PART
        and not grammar.has_finite(some)
    )
