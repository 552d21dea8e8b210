"""What is only supposed, and so denied: *had we sold P, we would know*, *would sooner close than sell P*.

A past condition that was not met (*if X had done P, Y would be so*), one on which somebody stakes their hat
(*if P, I am the king of Sweden*), and the worse of two things (*would rather burn the plant than sell P*)
hold P to be untrue. An open condition (*if P is sold, the war goes on*) says nothing of P, and neither does a
condition that negates (*had they not sold P*).
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar
from sherd.claims.asked_once import lows_of, vocabulary_of
from sherd.claims.lexicon import vocabulary
from sherd.claims.negation import is_negated, is_negation
from sherd.claims.sentences import Word
from sherd.claims.undone import is_done
from sherd.claims.verbs import BE

Stretch = tuple[int, int]

WOULD = vocabulary("would wouldn't could couldn't might 'd they'd we'd i'd it'd he'd she'd")
"""What stands in the main clause of a condition that is not met."""

INVERTED = vocabulary("had were")
FALLEN = vocabulary("eat swallow resign hang shoot jump quit retire shave")
"""What somebody will do if P, who is sure that they need not."""

CHALLENGED = vocabulary("why where show prove let")
"""Words that open a challenge to whoever says P: *If P, why has nobody seen it?*"""

UNLIKE_ME = vocabulary(
    "king queen pope emperor prince sultan tsar shah dutchman martian giraffe banana monkey teapot"
)
"""What somebody says they are if P: *I am the king of Sweden*."""

LEARNING = vocabulary(
    "known aware told informed warned asked offered notified suspected seen heard consulted guessed realised "
    "realized foreseen spotted noticed learned learnt"
)
"""What somebody had not come to know: what they would then have done is what is said, and no deed denied."""

BETTER = vocabulary("sooner rather")


def unmet(some: Sequence[Word]) -> Stretch | None:
    """Where the condition stands that is not met: *Had P, Q would*, *if P, I will eat Q*."""
    low = some[0].low if some else ""
    held = vocabulary_of(some)
    if low not in INVERTED and "if" not in held and not {"would", "had"} <= held:
        return None
    if low == "if" or (low in INVERTED and len(some) > 4 and not grammar.is_adverb(some[1])):
        return _in_front(some)
    behind = next(
        (at for at in range(3, len(some) - 2) if some[at].low == "if" and _is_plain(some, at)), None
    )
    if behind is not None and _stakes(some[:behind], some[behind + 1 :]):
        return behind + 1, len(some)
    had = _inverted_behind(some) if behind is None else None
    opens = had if had is not None else behind
    if opens is None or not _is_unreal(some[opens], some[opens + 1 :], some[:opens]):
        return None
    return opens + 1, len(some)


NO_CONDITION = vocabulary("as even not only asked wonder see know say tell")
"""Words before *if* with which it opens no condition, or one that changes nothing."""


def _is_plain(some: Sequence[Word], at: int) -> bool:
    return some[at - 1].low not in NO_CONDITION


def _inverted_behind(some: Sequence[Word]) -> int | None:
    """*There would be papers had we sold P*: where *had* stands."""
    if not WOULD & {word.low for word in some[:6]}:
        return None
    near = range(4, len(some) - 3)
    return next(
        (at for at in near if some[at].low == "had" and some[at + 1].low in grammar.SUBJECTS
         and some[at - 1].low not in {"that", "which", "who"} and some[at - 1].text != ","),
        None,
    )  # fmt: skip


def _in_front(some: Sequence[Word]) -> Stretch | None:
    """*If P, Q*; *Had P, Q*: P, where it is denied by Q."""
    close = _end_of_condition(some)
    if close is None:
        return None
    rest = [word for word in some[close + 1 :] if word.text not in grammar.MARKS]
    condition = some[1:close]
    if rest[:1] and rest[0].low == "then":
        rest = rest[1:]
    if some[0].low == "if" and (_is_absurd(rest) or _is_stake(rest)):
        return (1, close) if not _negates(condition) else None
    return (1, close) if _is_unreal(some[0], condition, rest) else None


def _end_of_condition(some: Sequence[Word]) -> int | None:
    """The comma behind the condition, with a clause after it."""
    for at in range(3, len(some) - 2):
        if some[at].text in {",", "–", "—"} or some[at].low == "then":
            rest = [word for word in some[at + 1 :] if word.text not in grammar.MARKS]
            if rest and (
                grammar.is_clause(rest) or rest[0].low in CHALLENGED | {"so"} or grammar.has_finite(rest)
            ):
                return at
    return None


def _is_unreal(opener: Word, condition: Sequence[Word], rest: Sequence[Word]) -> bool:
    """Whether the condition is one that was not met: *had*, *were*, and *would* in the other clause."""
    if _negates(condition) or not any(word.low in WOULD for word in rest[:9]):
        return False
    if not LEARNING.isdisjoint(word.low for word in condition[:6]):
        return False
    lows = [word.low for word in condition[:3]]
    if lows[:2] == ["it", "been"] or lows == ["it", "had", "been"]:
        return False  # had it been up to us
    if opener.low in INVERTED:
        return opener.low == "had" or "to" not in {word.low for word in condition[:4]}
    verb = next((at for at in range(1, len(condition)) if grammar.finite_at(condition, at)), None)
    if verb is None:
        return False
    if condition[verb].low in {"had", "we'd", "they'd"}:
        return verb + 1 < len(condition)
    now = not any(word.low in {"have", "could", "might"} for word in rest[:12])
    yet = [word.low for word in condition[verb + 1 : verb + 2]] == ["to"]  # if they were to reach P
    return condition[verb].low in {"was", "were"} and now and not yet and not _is_done(condition, verb)


def unlearnt(some: Sequence[Word]) -> bool | None:
    """*Had we known of P, we would never have done Q*: whether Q is denied; else ``None``."""
    if not some or some[0].low not in INVERTED | {"if"}:
        return None
    close = _end_of_condition(some)
    if close is None or LEARNING.isdisjoint(word.low for word in some[1:close][:6]):
        return None
    rest = tuple([word for word in some[close + 1 :] if word.text not in grammar.MARKS])
    inner = next((at for at in range(len(rest)) if rest[at].low in WOULD), None)
    unreal = some[0].low in INVERTED or "had" in {word.low for word in some[1:close]}
    return is_negated(rest[max(0, inner - 3) :]) if inner is not None and unreal else None


def _is_done(condition: Sequence[Word], verb: int) -> bool:
    """*if they were sold to P*: a deed that may yet be done."""
    after = condition[verb + 1 : verb + 3]
    return any(word.low.endswith(("ed", "ing")) or word.low in grammar.PARTICIPLES for word in after)


def _negates(condition: Sequence[Word]) -> bool:
    return any(is_negation(word) or word.low in {"no", "nobody", "none", "nothing"} for word in condition[:8])


def _is_absurd(rest: Sequence[Word]) -> bool:
    """*then so is the Eiffel Tower*, *I am the king of Sweden*, *my name is X*, *pigs can fly*."""
    lows = [word.low for word in rest[:6]]
    if lows[:1] == ["so"] and len(lows) > 1 and lows[1] in BE:
        return True
    if lows[:3] in (["my", "name", "is"], ["pigs", "can", "fly"], ["pigs", "might", "fly"]):
        return True
    own = lows[1:] if lows[:1] == ["i'm"] else lows[2:] if lows[:2] in (["i", "am"], ["i", "'m"]) else []
    return len(own) > 1 and own[0] in {"the", "a", "an"} and own[1] in UNLIKE_ME


def _is_stake(rest: Sequence[Word]) -> bool:
    """*I will eat my hat*, *I'll resign tomorrow*."""
    lows = [word.low for word in rest[:5]]
    return lows[:1] in (["i"], ["i'll"], ["we'll"], ["we"]) and bool(FALLEN & set(lows[1:4]))


def _stakes(led: Sequence[Word], condition: Sequence[Word]) -> bool:
    """*I'll eat my hat if P*, *I am the king of Sweden if P*."""
    return not _negates(condition) and len(led) < 12 and (_is_stake(led) or _is_absurd(led))


def asks_back(some: Sequence[Word]) -> bool:
    """*If P, why has nobody seen it?*: whoever says P is asked, and P is left to them."""
    close = _end_of_condition(some) if some and some[0].low == "if" else None
    return close is not None and some[close + 1].low in CHALLENGED and some[-1].text in {"?", "!"}


def left_hanging(some: Sequence[Word], behind: Sequence[Word]) -> bool | None:
    """Of *“If P,” X said, “I will eat it”*: whether P is denied; ``None`` where it is no condition alone."""
    if not some or some[0].low != "if" or len(some) < 4 or _end_of_condition(some) is not None:
        return None
    if any(word.low == "then" or word.text in {"?", ":"} for word in some):
        return None
    rest = [word for word in behind if word.quoted and word.is_word]
    return not _negates(some[1:]) and (_is_absurd(rest) or _is_stake(rest))


def put_last(some: Sequence[Word]) -> Stretch | None:
    """*would sooner close than sell P*, *would rather burn the plant than arm Q*: what would not be done."""
    if "than" not in vocabulary_of(some):
        return None
    lows = lows_of(some)
    at = next((n for n in range(1, len(lows) - 3) if lows[n] in BETTER), None)
    if at is None:
        return None
    led = lows[max(0, at - 2) : at]
    if not ({"would", "'d"} & set(led) or (led and led[-1].endswith("'d"))):
        return None
    than = next((n for n in range(at + 2, len(lows) - 1) if lows[n] == "than"), None)
    if than is None:
        return None
    verb = than + 1 + (lows[than + 1] in {"to", "see", "let"} and than + 2 < len(lows))
    return (than + 1, len(lows)) if is_done(lows[verb]) else None
