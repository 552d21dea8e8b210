"""Clauses that deny without a negation: *refrained from selling P*, *was falsely accused of P*, *FAKE: P*.

What somebody abstained from was not done, of what somebody is wrongly accused was not done either, and who
calls those who say P liars denies P. None of these holds a *not*, and each is a denial.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from sherd.claims.asked_once import lows_of, vocabulary_of
from sherd.claims.denials import FALSE
from sherd.claims.grammar import EVERYBODY, MARKS
from sherd.claims.lexicon import listed, one_word_deeds, vocabulary
from sherd.claims.negation import is_negation
from sherd.claims.ruled_out import LACKING
from sherd.claims.sentences import Word
from sherd.claims.verbs import BE, Group, main_verb

DONE = frozenset({"SUPPLY", "ACQUIRE", "PRODUCE", "USE", "ATTACK", "SUPPORT", "TRAIN", "TRANSPORT"})
"""Deeds that, where they are refused or left undone, are denied."""

REFUSING = vocabulary("refuse refuses refused refusing decline declines declined declining")
FAILING = vocabulary("fail fails failed failing")
GRANTING = vocabulary("accept believe recognise recognize let allow permit concede")

MEANS = vocabulary(
    "means capacity capability ability know-how knowledge tools equipment skill motive motives "
    "incentive reason reasons interest licence license permission"
)
"""What who lacks it says that they could not have done P."""

ABSTAINING = {
    "from": vocabulary(
        "refrain refrains refrained refraining abstain abstains abstained abstaining desist desists desisted "
        "desisting"
    ),
    "short": vocabulary("stop stops stopped stopping fall falls fell fallen"),
}
"""Verbs of leaving undone, by the word behind them: *refrained from*, *stopped short of*."""

AVOIDING = vocabulary("avoid avoids avoided avoiding shun shuns shunned eschew eschews eschewed")

NEGATIONS = frozenset({"not", "never", "cannot", "n't"})

WRONGLY = vocabulary(
    "falsely wrongly mistakenly wrongfully unjustly erroneously incorrectly misleadingly baselessly"
)
HELD = vocabulary(
    "accused blamed reported claimed alleged said suggested believed thought assumed charged portrayed"
)
"""What somebody is falsely: *was falsely accused of P*, *it was wrongly reported that P*."""

LYING = vocabulary("lying liar liars mistaken wrong deluded misinformed")
SAYING = vocabulary(
    "say says said saying claim claims claimed claiming suggest suggests allege alleges alleging"
)
THINKING = vocabulary(
    "say claim suggest think believe assume imagine imply conclude infer suppose allege assert speak report"
)
NAIVE = vocabulary("naive foolish silly misleading dishonest far-fetched incorrect inaccurate false untrue")
ERROR = vocabulary("mistake error fallacy wrong mistaken absurd ridiculous nonsense")
MADNESS = vocabulary(
    "absurd absurdity madness insane insanity ridiculous crazy nonsensical senseless suicidal suicide"
)
TELLING_LIES = vocabulary("lying inventing fabricating faking concocting")


def leaves_undone(some: Sequence[Word]) -> bool:
    """*refused to sell P*, *refrained from selling P*; *we refuse to accept that P*."""
    main = main_verb(some)
    if main is None or _is_negated_at(some, main):
        return False
    lows = [word.low for word in some[main.verb : main.verb + 4]]
    if len(lows) < 3:
        return False
    if lows[0] in LACKING and "to" in (far := [word.low for word in some[main.verb + 1 : main.verb + 8]]):
        to = far.index("to")
        return bool(MEANS & set(far[:to])) and is_done(*far[to + 1 : to + 2] or ("",))
    if lows[1] == "to" and lows[0] in REFUSING | FAILING:
        return is_done(lows[2]) or (lows[0] in REFUSING and lows[2] in GRANTING)
    if lows[0] in AVOIDING:
        return lows[1].endswith("ing") and is_done(lows[1])
    if lows[0] in {"washed", "washes", "wash"} and lows[2] in {"hands", "hand"}:
        return True
    if lows[1] == "from" and lows[0] in ABSTAINING["from"]:
        return is_done(lows[2])
    return (
        len(lows) > 3 and lows[0] in ABSTAINING["short"] and lows[1:3] == ["short", "of"] and is_done(lows[3])
    )


def calls_untold(some: Sequence[Word]) -> bool:
    """*was falsely accused of P*, *it was a mistake to think that P*, *P was made up*."""
    words = vocabulary_of(some)
    if _SIGNS.isdisjoint(words):
        return False
    return any(way(some) for way, signs in _UNTOLD if not signs.isdisjoint(words))


CLEARING = vocabulary("acquitted acquits acquit cleared clears exonerated exonerates absolved absolves")


def _is_cleared(some: Sequence[Word]) -> bool:
    """*was acquitted of selling P*, *the panel cleared X of arming P*: P was not done."""
    lows = lows_of(some)
    at = next((at for at, low in enumerate(lows) if low in CLEARING), None)
    if at is None or NEGATIONS & set(lows[:at]):
        return False
    near = range(at + 1, min(at + 6, len(lows) - 1))
    for n in near:
        if lows[n] == "of":
            return is_done(lows[n + 1]) or not SALES.isdisjoint(lows[n + 1 : n + 5])
    return False


def _only_imagined(some: Sequence[Word]) -> bool:
    """*P exists only in the heads of Q*, *is a figment of their imagination*: there is no such P."""
    lows = lows_of(some)
    for at in range(1, len(lows) - 2):
        near = set(lows[at + 1 : at + 8])
        if lows[at] == "only" and lows[at + 1] == "in" and near & MINDS:
            return not NEGATIONS & set(lows[:at])
        if lows[at] in {"figment", "product", "fruit", "creature"} and lows[at + 1] == "of" and near & MINDS:
            return bool(BE & set(lows[:at])) and not NEGATIONS & set(lows[:at])
    return False


def _blamed_for_nothing(some: Sequence[Word]) -> bool:
    """*We are blamed for something we did not do*, *accused of what it never did*."""
    lows = lows_of(some)
    at = next((at for at, low in enumerate(lows) if low in {"blamed", "accused"}), None)
    if at is None or lows[at + 1 : at + 2] not in (["for"], ["of"]) or not BE & set(lows[:at]):
        return False
    rest = lows[at + 2 :]
    opened = rest[:1] != [] and (rest[0] in {"something", "what", "things", "anything"} or "that" in rest[:5])
    return (
        opened
        and rest[-1] in {"do", "did", "done", "commit", "committed"}
        and bool(NEGATIONS & set(rest) or any(low.endswith("n't") for low in rest))
    )


MINDS = vocabulary("head heads mind minds imagination imaginations fantasy fantasies dreams brain brains")
"""Where something is that is nowhere else."""


def _was_another(some: Sequence[Word]) -> bool:
    """*Whoever sold P, it was not us*; *if P, it was without our knowledge*: done by somebody else."""
    lows = lows_of(some)
    if lows[:1] not in (["whoever"], ["if"], ["whatever"]):
        return False
    near = range(3, len(lows) - 2)
    at = next((n for n in near if lows[n] == "it" and lows[n + 1] in BE | {"wasn't", "isn't"}), None)
    if at is None:
        return False
    rest = lows[at + 1 : at + 6]
    if lows[0] == "whoever":
        return bool(NEGATIONS & set(rest[:2])) or rest[0].endswith("n't")
    unknown = "without" in rest and bool({"knowledge", "consent", "approval"} & set(rest))
    return unknown or ("not" in rest and bool({"through", "with", "from", "by"} & set(rest)))


def opens_untrue(some: Sequence[Word]) -> bool:
    """*FAKE: P*, *A lie: P*: a verdict and a colon in front of what is said."""
    lows = [word.low for word in some[:6] if word.text not in MARKS]
    if lows[:3] == ["fake", "news", ":"]:
        return True
    lows = lows[:4]
    colon = lows.index(":") if ":" in lows else 0
    return colon > 0 and lows[colon - 1] in FALSE | {"untrue", "nonsense"}


def opens_with_nay(some: Sequence[Word]) -> bool:
    """*Never, X said, did P*; *Not once, X said, has P*; *Hardly a drone was sold*."""
    lows = [word.low for word in some[:4]]
    if len(lows) > 2 and lows[0] in {"hardly", "scarcely"} and lows[1] == "any":
        return True  # hardly any are
    if len(lows) < 4:
        return False
    if lows[0] in {"hardly", "scarcely"} and lows[1] in {"a", "an", "any", "anyone", "anybody"}:
        return True
    return (lows[0] == "never" and lows[1] == ",") or (lows[:2] == ["not", "once"] and lows[2] == ",")


FINDING_OUT = vocabulary(
    "substantiate find establish link trace locate detect determine identify say tie connect"
)
"""What those who look into a thing are unable to do where nothing bears P out."""


def found_none(some: Sequence[Word]) -> bool:
    """*had been unable to establish where P*, *failed to find any Q*: a search that came to nothing."""
    main = main_verb(some)
    if main is None:
        return False
    lows = [word.low for word in some[main.first : main.verb + 5]]
    at = next((at for at, low in enumerate(lows[:3]) if low in {"unable"} | FAILING), None)
    if at is None or lows[at + 1 : at + 2] != ["to"] or NEGATIONS & set(lows[:at]):
        return False
    shown = lows[at] in FAILING and lows[at + 2 : at + 3] != [] and lows[at + 2] in SHOWING
    return shown or (len(lows) > at + 2 and lows[at + 2] in FINDING_OUT)


SHOWING = vocabulary("show prove demonstrate convince persuade substantiate")
"""What evidence fails to do where P is not borne out."""


def calls_liars(some: Sequence[Word]) -> bool:
    """*Those who say P are liars*, *If anyone says P, they are lying*, *Whoever says P is mistaken*."""
    lows = lows_of(some)
    begins = 1 if lows[:1] == ["if"] else 0
    if not lows[begins:] or lows[begins] not in EVERYBODY | {"somebody", "someone"}:
        return False
    says = next((at for at in range(begins + 1, min(begins + 4, len(lows))) if lows[at] in SAYING), None)
    if says is None:
        return False
    if lows[begins] == "whoever" and "nothing" in lows[says:]:
        return lows[lows.index("nothing") - 1] == "knows"
    return any(
        lows[at] in ({"are"} if lows[begins] == "those" else {"is", "are"})
        and LYING & set(lows[at + 1 : at + 4])
        and "not" not in lows[at + 1 : at + 4]
        for at in range(says + 1, len(lows))
    )


def _is_wrongly_held(some: Sequence[Word]) -> bool:
    lows = lows_of(some)
    main = main_verb(some)
    if main is None or _is_negated_at(some, main):
        return False
    near = lows[main.first : main.verb + 2]
    pairs = list(pairwise(near))
    if any(how in WRONGLY and said in SAYING for how, said in pairs):
        return True  # the paper had falsely claimed that P
    return bool(BE & set(near)) and any(how in WRONGLY and held in HELD for how, held in pairs)


def _is_error(some: Sequence[Word]) -> bool:
    """*it was a mistake to think that P*; *it would be madness to sell P*."""
    lows = lows_of(some)
    if lows[:1] != ["it"] or not BE & set(lows[1:4]):
        return False
    to = next((at for at in range(2, min(12, len(lows) - 1)) if lows[at] == "to"), None)
    if to is None or NEGATIONS & set(lows[:to]):
        return False
    if "would" in lows[:3] and MADNESS & set(lows[2:to]):
        return is_done(lows[to + 1])
    return bool((ERROR | NAIVE) & set(lows[2:to])) and lows[to + 1] in THINKING


CLAIMING = vocabulary(
    "say claim suggest think believe imply allege assert pretend accuse call maintain insinuate saying "
    "claiming suggesting alleging accusing implying insinuating pretending"
)


def _untrue_to_say(some: Sequence[Word]) -> bool:
    """*To say that P is false*, *That P is a lie*, *Saying that P is nonsense*."""
    lows = lows_of(some)
    opens = lows[:1] == ["to"] and len(lows) > 4 and lows[1] in CLAIMING
    opens = opens or (lows[:1] != [] and lows[0] in CLAIMING and lows[0].endswith("ing"))
    opens = opens or (lows[:1] == ["that"] and len(lows) > 5 and lows[1] not in BE)
    copula = max((at for at, low in enumerate(lows) if low in {"is", "are", "was", "were"}), default=0)
    if not opens or copula < 3:
        return False
    behind = lows[copula + 1 :]
    return len(behind) < 6 and not NEGATIONS & set(behind) and bool(UNTRUTH & set(behind))


UNTRUTH = (
    FALSE
    | ERROR
    | vocabulary(
        "dishonest dishonesty offensive ludicrous laughable preposterous libel defamatory libellous "
        "libelous slanderous insulting risible outlandish far-fetched"
    )
)


def _is_contrary(some: Sequence[Word]) -> bool:
    """*The opposite is true*; *they made it up*."""
    lows = lows_of(some)
    held = vocabulary_of(some)
    near = range(len(lows) - 2)
    if "true" in held and any(
        lows[at] in {"opposite", "reverse", "contrary"} and lows[at + 2] == "true" for at in near
    ):
        return not NEGATIONS & held
    return {"made", "up"} <= held and any(
        lows[at] == "made" and lows[at + 1] in {"it", "this", "that", "them"} and lows[at + 2] == "up"
        for at in near
    )


def _is_innocent(some: Sequence[Word]) -> bool:
    """*I am innocent*, *she is innocent of the charges*."""
    lows = lows_of(some)
    at = next((at for at in range(1, min(8, len(lows))) if lows[at] == "innocent"), None)
    if at is None or NEGATIONS & set(lows[:at]) or not (BE | {"i'm", "he's", "she's"}) & set(lows[:at]):
        return False
    return at + 1 == len(lows) or lows[at + 1] in {"of", "and"}


SALES = vocabulary(
    "sale sales transfer transfers delivery deliveries shipment shipments attack strike strikes export "
    "exports deal incident"
)
INVENTING = vocabulary("invented fabricated concocted faked imagined")


def _is_made_up(some: Sequence[Word]) -> bool:
    """*the story that P had been made up*, *Riga had made up the sale of P*."""
    lows = lows_of(some)
    for at in range(1, len(lows) - 2):
        by = at + 1 + (lows[at : at + 2] == ["made", "up"])
        if (lows[at] in INVENTING or by == at + 2) and lows[by] in {"the", "this", "that", "any"}:
            named = lows[by + 1 : by + 4]
            if any(low in listed("accusation") or low in SALES for low in named):
                return not NEGATIONS & set(lows[:at])
    ends = [at for at in range(2, len(lows) - 1) if lows[at] == "made" and lows[at + 1] == "up"]
    return any(
        at + 2 == len(lows) and bool(BE & set(lows[max(0, at - 2) : at])) and "not" not in lows[at - 2 : at]
        for at in ends
    )


IMPOSSIBLE = frozenset({"impossible", "unthinkable", "inconceivable", "absurd", "ludicrous", "laughable"})


def _out_of_the_question(some: Sequence[Word]) -> bool:
    """*Selling P was out of the question*: what cannot be."""
    lows = lows_of(some)
    if lows[:1] == ["it"] and "question" in lows[2:8] and " ".join(lows[2:]).startswith(_OUT):
        return True  # it is out of the question that P
    if lows[:1] in (["that"], ["this"]) and len(lows) < 5 and lows[-1] in IMPOSSIBLE:
        return not NEGATIONS & set(lows)  # Orlo says that is impossible
    ends = " ".join(lows[-4:]) == "out of the question"
    return ends and len(lows) > 5 and lows[-5] in BE and not NEGATIONS & set(lows)


_OUT = ("out of the question that", "out of the question for", "quite out of the question that")


def _tells_of_lies(some: Sequence[Word]) -> bool:
    """*(accused) the press of lying about P*, *the paper of inventing P*."""
    lows = lows_of(some)
    near = range(1, min(6, len(lows) - 1))
    return any(lows[at] == "of" and lows[at + 1] in TELLING_LIES | WRONGLY for at in near)


def _no_more_than(some: Sequence[Word]) -> bool:
    """*Serbia no more sold drones than Malta did*."""
    lows = lows_of(some)
    main = main_verb(some)
    return main is not None and lows[: main.first][-2:] == ["no", "more"] and "than" in lows[main.verb :]


def is_done(low: str) -> bool:
    """Whether the word stands for something that can be done to others, and so denied."""
    return any(deed.action in DONE for deed in one_word_deeds().get(low, ()))


def _is_negated_at(some: Sequence[Word], main: Group) -> bool:
    return any(is_negation(word) for word in some[main.first : main.verb])


_UNTOLD: tuple[tuple[Callable[[Sequence[Word]], bool], frozenset[str]], ...] = (
    (_is_wrongly_held, WRONGLY),
    (_is_error, ERROR | NAIVE | MADNESS),
    (_is_made_up, INVENTING | {"made"}),
    (_out_of_the_question, IMPOSSIBLE | {"question"}),
    (_tells_of_lies, TELLING_LIES | WRONGLY),
    (_untrue_to_say, UNTRUTH),
    (_is_innocent, frozenset({"innocent"})),
    (_is_contrary, frozenset({"true", "made"})),
    (_no_more_than, frozenset({"than"})),
    (_was_another, frozenset({"whoever", "if", "whatever"})),
    (_is_cleared, CLEARING),
    (_only_imagined, MINDS),
    (_blamed_for_nothing, frozenset({"blamed", "accused"})),
)
"""Ways of saying that P is untrue, each with words of which a clause that does so holds one."""

_SIGNS = frozenset().union(*(signs for _, signs in _UNTOLD))
