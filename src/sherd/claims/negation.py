"""Whether a clause negates what it says: its verb, its subject (*nobody*), its object (*sold nothing*).

A negation in an inner clause, one of measure (*not only*) and one that leaves a matter open (*cannot be
excluded*) deny nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar
from sherd.claims.asked_once import lows_of, once, vocabulary_of
from sherd.claims.faint import is_hardly, little_shows
from sherd.claims.lexicon import one_word_deeds, vocabulary
from sherd.claims.propositions import STOPPED
from sherd.claims.sentences import Word
from sherd.claims.verbs import BE, Group, main_verb

CLAUSE_BEGINS = vocabulary("because if when although while which who unless than that")
"""Words after which a negation is no longer that of the main verb."""

UNLIKELY = vocabulary(
    "unlikely improbable implausible doubtful inconceivable unthinkable impossible unfeasible"
)
LIKELY = vocabulary("likely probable plausible possible conceivable certain evident obvious clear true")
"""How likely somebody holds a thing that they hold at all: *considers it unlikely that P*."""

NOT_AT_ALL = vocabulary("no none nobody nothing neither")
MEASURES = vocabulary(
    "only just least very quite particularly necessarily always all every entirely merely simply so"
)
"""Words after *not* that leave what is said in part or in degree."""

TRUE = vocabulary("true right correct accurate so credible reality truth")
UNTOLD = vocabulary("who what when where how why whether if it they he she")
"""Words that open what cannot be said."""

PLAIN = vocabulary("clear known certain sure obvious apparent evident possible")
"""What is not, where it is left open: *it is not clear who*."""

FAINT = vocabulary("hesitate settle see agree care matter mean mind expect intend")
"""Verbs whose negation denies nothing that was done: *will not hesitate*."""


CEASING = vocabulary("refuse refused fail failed cease ceased hesitate hesitated neglect neglected refrain")
"""Verbs of not doing, whose negation says that P is done."""

TOLD = vocabulary("told asked")
"""Verbs of saying that tell of an earlier word, which is denied or not on its own."""


_NEXT_CLAUSE = CLAUSE_BEGINS | {"but", "and", "or"}


@once
def is_negated(some: Sequence[Word]) -> bool:
    """Whether the main verb is negated, or its subject is nobody, or its object nothing."""
    if len(some) > 1 and some[0].text in grammar.MARKS | {"'"}:
        return is_negated(some[1:])  # ‘No Kenyan parts’ in P
    if len(some) > 3 and some[0].low == "no" and some[1].text == "," and grammar.is_clause(some[2:]):
        return is_negated(some[2:])  # no, they did sell P
    if len(some) > 1 and some[-1].low in {"no", "never", "not"} and some[-2].text == ",":
        return True  # missiles, no
    if len(some) > 2 and some[0].low == "not" and any(word.low in TRUE for word in some):
        return True  # not every report of the kind is true
    if [word.low for word in some[1:2]] == ["to"] and some[0].low in {"not", "never"}:
        return not _is_undertaken(some, 0)  # (claims) not to have sold P
    if (opens := _past_front(some)) is not None:
        return is_negated(some[opens:])
    if _far_from_true(some) or _opens_negated(some) or opens_turned(some):
        return True
    if _ends_in_nay(some):
        return True
    if some and some[0].low in FREE and (rest := _behind_free(some)):
        return is_negated(rest)
    main = main_verb(some)
    if main is None:
        return _negates_early(some)
    if _never_came(some, main):
        return True
    for at in range(main.first):
        if some[at].low in {"no", "none", "nobody", "nothing", "neither"} and not _inner_before(some, at):
            if at and some[at - 1].low in BESIDE | {"saying"} and not _no_time(some, at):
                continue  # a drone with no markings was sold; a way of saying nobody looks
            if at and some[at - 1].low in {"at", "in", "by", "under"} and _no_time(some, at):
                return True  # it at no time told anybody to do P
            return not _is_something(some, at) and not _compares(some, main)
        if some[at].low == "not" and (
            some[at + 1].low == "one" or (some[at + 1].low == "a" and (at == 0 or some[at + 2].low in ONE))
        ):
            return "without" not in {word.low for word in some}  # not one drone, not a single drone
    first = main.first
    while first and (grammar.is_adverb(some[first - 1]) or is_negation(some[first - 1])):
        first -= 1
    for at in range(first, min(main.verb + 4, len(some))):
        if at > main.verb and some[main.verb].low in TOLD and some[at].low in grammar.SUBJECTS:
            return False  # I told her I did not know
        if at > main.verb and (some[at].low in _NEXT_CLAUSE or some[at].text == ","):
            return False
        if (
            some[at].low == "not"
            and [word.low for word in some[at + 1 : at + 3]][1:]
            and (some[at + 1].low == "the" and some[at + 2].low in FAINTEST)
        ):
            return True  # sees not the faintest likelihood that P
        if is_negation(some[at]):
            return not (_leaves_open(some, at) or _in_part(some, at) or _is_of_noun(some, at, main))
        if some[at].low == "no" and _no_time(some, at) and some[at - 1].low in {"at", "in", "by", "under"}:
            return True  # has at no time bought P
        if some[at].low == "nowhere" and at >= main.verb:
            return "as" not in {word.low for word in some[at + 1 : at + 4]}  # was nowhere near P
        neither = some[at].low == "neither" and at > main.first  # had neither sold nor lent P
        if neither or (some[at].low in NOT_AT_ALL | {"zero"} and at >= main.verb):
            return not _is_something(some, at) and not _is_beside(some, at)
    held = vocabulary_of(some)
    if not NOBODY.isdisjoint(held) and _to_nobody(some, main.verb):
        return True
    if not HARDLY.isdisjoint(held) and is_hardly(some, main):
        return True
    return not LITTLE.isdisjoint(held) and little_shows(some, main.verb)


NOBODY = frozenset({"nobody", "none", "neither", "no"})
HARDLY = frozenset({"hardly", "scarcely"})
LITTLE = frozenset({"little", "scant"})


FAINTEST = vocabulary("faintest slightest remotest least smallest tiniest")


def _to_nobody(some: Sequence[Word], verb: int) -> bool:
    """*had sold the engine to nobody*, *was bought by none of them*, *had given arms to neither side*."""
    for at in range(verb + 2, min(verb + 14, len(some))):
        if some[at].text == "," or some[at].low in _NEXT_CLAUSE:
            return False
        nobody = some[at].low in {"nobody", "none", "neither"}
        nobody = nobody or [w.low for w in some[at : at + 2]] == ["no", "one"]
        if nobody and some[at - 1].low in {"to", "by", "from", "for", "in", "with", "of"}:
            after = some[at + 1].low if at + 1 < len(some) else ""
            return some[at - 2].low != "second" and after not in {"other", "but", "else"}
    return False


def _past_front(some: Sequence[Word]) -> int | None:
    """*With respect, that is not so*: where the clause begins behind a few words and a comma."""
    if not some or some[0].low not in grammar.PREPOSITIONS or len(some) < 6 or some[1].low == "no":
        return None
    comma = next((at for at in range(2, 5) if some[at].text == ","), None)
    if comma is None or comma + 2 >= len(some):
        return None
    subject = some[comma + 1].low in grammar.SUBJECTS | {"that", "this"}
    return comma + 1 if subject and grammar.finite_at(some, comma + 2) else None


FREE = vocabulary("whoever whatever what")
"""Words that open a clause which is the subject of another: *Whoever sold P did not buy it from Q*."""


def _behind_free(some: Sequence[Word]) -> tuple[Word, ...]:
    """The main clause behind a clause that is its subject, with *what* in the subject's place."""
    opens = first = next((at for at in range(1, len(some)) if grammar.finite_at(some, at)), len(some))
    while first + 1 < len(some) and (
        some[first + 1].low in grammar.AUXILIARIES | grammar.PARTICIPLES or some[first + 1].low.endswith("ed")
    ):
        first += 1
    for at in range(first + 1, len(some)):
        before = some[at - 1].low
        if is_negation(some[at - 1]) and at - 1 > first + 1 and before not in CLAUSE_BEGINS:
            return (some[0], *some[at - 1 :])  # what X calls a sale never happened
        if some[at].text == "," or before in CLAUSE_BEGINS or is_negation(some[at - 1]):
            return ()  # what we have not done is sell P
        if grammar.finite_at(some, at):
            return (some[0], *some[at:]) if before not in grammar.SUBJECTS - {"there"} else ()
    return (some[0], *some[opens:]) if 2 < opens < len(some) else ()  # whoever put P there did not buy it


def _ends_in_nay(some: Sequence[Word]) -> bool:
    """*Drones used in Chad ‘not Serbian’*: a headline whose verb is left out."""
    for at in range(max(1, len(some) - 6), len(some) - 2):
        opens = some[at].text in grammar.MARKS and some[at - 1].is_word
        if opens and some[at + 1].low in {"not", "never"}:
            rest = some[at + 2 :]
            plain = not grammar.has_finite(rest) and rest[0].low not in MEASURES
            return plain and not _has_own_verb(some[:at])
    return False


def _has_own_verb(led: Sequence[Word]) -> bool:
    return any(word.low in grammar.AUXILIARIES for word in led) or led[-1].low in {"but", "and", "as", "said"}


ONE = frozenset({"single", "one"})

BESIDE = vocabulary("with without of behind in by under carrying bearing having")
"""Words that hang *no P* on the noun before it: *a drone with no markings*."""


def _no_time(some: Sequence[Word], at: int) -> bool:
    """*at no point*, *in no way*, *by no means*."""
    return at + 1 < len(some) and some[at + 1].low in NO_TIME


def _is_beside(some: Sequence[Word], at: int) -> bool:
    """*is a drone with no warhead*, *second to none*, *sold parts nobody else makes*: not the verb's own."""
    before = [word.low for word in some[max(0, at - 2) : at]]
    if before[-1:] == ["with"] or before == ["second", "to"]:
        return True
    if some[at + 1 : at + 2] and some[at + 1].low in {"to", "that", "which"}:
        return False  # nothing to do with P, turned up nothing that tied P to Q
    follows = any(grammar.finite_at(some, n) for n in range(at + 1, min(at + 3, len(some))))
    return some[at].low in {"nobody", "nothing"} and follows and not grammar.finite_at(some, at - 1)


def _compares(some: Sequence[Word], main: Group) -> bool:
    """*no state had done more for P*, *nobody sold more than Q*: of who comes first, not of what is not."""
    near = [word.low for word in some[main.verb : main.verb + 6]]
    return bool(COMPARED & set(near)) or (near[1:2] == ["as"] and "as" in near[2:])


COMPARED = vocabulary("more better greater harder stronger further faster closer")


def _is_of_noun(some: Sequence[Word], at: int, main: Group) -> bool:
    """*goods not subject to P*, *asked buyers not to P*, *chose not to P*: not the verb is negated."""
    if at <= main.verb:
        return False
    following = some[at + 1].low if at + 1 < len(some) else ""
    if following == "to":
        return not (some[at - 1].low in FOUND and some[main.first].low in BE)  # was found not to have sold P
    if some[main.first].low in BE and main.first + 1 < at == main.verb + 1:
        return following not in {"one", "a", "any", "even"}
    return at > main.verb + 1 and following not in {"one", "a", "any", "even"} and some[at - 1].low not in BE


FOUND = vocabulary("found said known shown believed thought reported proved proven held")

OPENS_NEGATED = vocabulary("nor neither never nowhere")
"""Words that, in front of a clause with its verb first, negate it: *Nor had it sold any*."""

NO_TIME = vocabulary("time point stage moment circumstances way account event case sense means")
"""Nouns behind *at no*, *under no*, *by no* in front of such a clause."""


def _opens_negated(some: Sequence[Word]) -> bool:
    """*Nor had it sold any*, *Never has P*, *At no time did X P*, *Under no circumstances would X P*."""
    lows = [word.low for word in some[:6]]
    if len(lows) < 4:
        return False
    if lows[0] == "nowhere" and lows[1] in grammar.PREPOSITIONS:
        return any(low in grammar.FINITE_AUXILIARIES for low in lows[2:])
    if lows[0] in OPENS_NEGATED:
        return lows[1] in grammar.FINITE_AUXILIARIES and not COMPARED & set(lows[2:])
    if lows[:2] == ["not", "once"]:
        return lows[2] in grammar.FINITE_AUXILIARIES
    if lows[1] == "no" and lows[2] in NO_TIME:
        return any(low in grammar.FINITE_AUXILIARIES for low in lows[3:5])
    return False


_TURNED_BY = vocabulary("no none neither nobody not")
_TURNING = grammar.PREPOSITIONS | {"not", "never"}
_UNLESS = vocabulary("until only just merely since sooner for small uncertain doubt time less more fewer")


@once
def opens_turned(some: Sequence[Word]) -> bool:
    """*In none of these years did we P*, *Not in a single case have we P*: the verb comes first."""
    if len(some) < 4 or (some[0].low not in _TURNING and some[1].low != "my"):
        return False
    lows = [word.low for word in some[:12]]
    led = lows[:1] == ["not"] or (lows[:1] != [] and lows[0] in grammar.PREPOSITIONS and lows[1:2] != [])
    nay = bool(led) and (lows[0] == "not" or lows[1] in _TURNED_BY)
    nay = nay or lows[:1] == ["never"] or lows[1:4] == ["my", "dead", "body"]
    if not nay or _UNLESS & set(lows[1:4]) or (lows[0] != "not" and lows[1:2] == ["not"]):
        return False
    for at in range(2, len(lows) - 2):
        if lows[at] in grammar.FINITE_AUXILIARIES:
            subject = some[at + 1]
            return subject.low in grammar.SUBJECTS | grammar.DETERMINERS or subject.is_name
        if lows[at] in CLAUSE_BEGINS or some[at].text == "," or grammar.finite_at(some, at):
            return False
    return False


WAITED = vocabulary("comment respond reply confirm verify decide say answer claim explain")
"""What somebody who has yet to do it has taken no stand by."""


TELLING = vocabulary(
    "know tell establish determine trace deny dispute doubt overlook ignore miss prove rule judge"
)
"""What it may be impossible to do where P is left open, or beyond doubt."""

SURELY = vocabulary(
    "physically simply technically utterly completely quite plainly virtually almost logically"
)
"""Adverbs between *is* and *impossible*."""


_CAME_BY = BE | frozenset({"has", "have", "had", "would"})


def _never_came(some: Sequence[Word], main: Group) -> bool:
    """*has yet to sell P*, *was unaware of P*, *it was unlikely that P*."""
    if some[main.first].low not in _CAME_BY:
        return False
    lows = [word.low for word in some[main.first : main.verb + 7]]
    if "impossible" in lows:
        lows = [low for low in lows if low not in SURELY]
    if lows[:1] and lows[0] in {"has", "have", "had", "is", "are"} and lows[1:3] == ["yet", "to"]:
        return len(lows) > 3 and lows[3] not in WAITED
    if lows[0] in BE and set(lows[1:3]) & UNLIKELY and "that" in lows[2:4]:
        that = main.first + lows.index("that", 2)
        return not is_negated(tuple(some[that + 1 :]))  # impossible that they did not know
    if lows[0] in BE and lows[1:2] == ["unaware"]:
        return True
    if lows[0] in {"has", "have", "had"} and lows[1:3] == ["been", "unaware"]:
        return lows[3:5] != ["of", "the"]  # unaware of the sales, which are taken for granted
    if lows[:2] == ["would", "be"] or lows[:2] == ["would", "have"]:
        lows = lows[1 + (lows[1:3] == ["have", "been"]) :]
    if lows[:2] == ["be", "impossible"] or (lows[0] in BE and lows[1:2] == ["impossible"]):
        if lows[2:3] == ["for"]:
            lows = [word.low for word in some[main.verb + 1 : main.verb + 16] if word.low != "that"]
        if "to" not in lows or "that" in lows:
            return False
        after = lows[lows.index("to") + 1 :]
        return not set(after[:1]) & (WAITED | TELLING)
    return False


_FAR = vocabulary("far anything hardly scarcely")


def _far_from_true(some: Sequence[Word]) -> bool:
    """*is far from always accurate*, *is hardly credible*, *is anything but true*."""
    if _FAR.isdisjoint(vocabulary_of(some)):
        return False
    lows = lows_of(some)
    for at in range(1, len(lows) - 2):
        opening = lows[at : at + 2] in (["far", "from"], ["anything", "but"]) or lows[at] in {
            "hardly",
            "scarcely",
        }
        if opening and TRUE & set(lows[at + 1 : at + 5]):
            told = (
                lows[0] in {"that", "the", "any"} and lows[at - 1] in BE
            )  # the claim that P is anything but
            return told or not any(low in CLAUSE_BEGINS for low in lows[1:at])
        if opening and any(is_negation(word) for word in some[:at]):
            return False  # cannot be anything but P
        if opening and lows[at - 1] in BE and lows[at + 2] in {"a", "an", "the"} and lows[at] != "far":
            return not any(low in CLAUSE_BEGINS for low in lows[1:at])  # is anything but a supplier
    return False


def is_negation(word: Word) -> bool:
    """*not*, *never*, *cannot*, *hasn't*."""
    return word.low in {"not", "never", "cannot", "n't"} or word.low.endswith("n't")


def _inner_before(some: Sequence[Word], at: int) -> bool:
    return any(word.low in CLAUSE_BEGINS for word in some[1:at])


NEEDING = vocabulary("needs wants requires seeks owes poses bears holds bans mans")
"""Forms in -s that may be nouns too, and are verbs before *no*."""


def _negates_early(some: Sequence[Word]) -> bool:
    """Words without a main verb: *no weapons*, *not selling P*."""
    some = some[1:] if some and some[0].text in {*grammar.MARKS, "'"} else some  # ‘No Swiss parts’ in P
    for at, word in enumerate(some[:8]):
        if word.low in CLAUSE_BEGINS and at:
            return False
        if at > 1 and word.low in {"none", "nothing"} and some[at - 1].low.endswith("s"):
            return not _is_something(some, at)  # the number matches none of those
        if at > 3:
            continue
        if is_negation(word) and _is_undertaken(some, at):
            return False
        if is_negation(word):
            return not _leaves_open(some, at) and not _in_part(some, at)
        if word.low in NOT_AT_ALL and at == 0:
            return not _is_something(some, at)
        bare = grammar.is_base(some[0]) or some[0].low in {"have", "know"}
        if word.low in NOT_AT_ALL and (at == 1 or (at == 2 and some[0].low == "have")) and bare:
            return not _is_something(some, at)  # (claims to) know nothing, have sold none
        if word.low in {"no", "nothing"} and at > 1 and some[at - 1].low in NEEDING:
            return not _is_something(some, at)  # the movement needs no shipments
    return False


KNOWING = vocabulary("have be know recall remember own possess hold recognise recognize see understand")
"""Verbs behind *claims not to*, by which somebody denies; behind *promised not to* stands a deed."""


def _is_undertaken(some: Sequence[Word], at: int) -> bool:
    """*(promised) not to sell P*, *(blamed Riga) for not sharing P*; *(claims) not to know P* denies."""
    following = [word.low for word in some[at + 1 : at + 3]]
    if following[:1] == ["to"]:
        return following[1:] != [] and following[1] not in KNOWING
    return at > 0 and some[at - 1].low in {"for", "of", "by"} and following[:1] != []


def _in_part(some: Sequence[Word], at: int) -> bool:
    """*not only*, *not very modern*, *will not hesitate*, *cannot say*: no denial of what was done."""
    ahead = at + 1
    while ahead < len(some) and some[ahead].low in {"yet", "even", "really"}:
        ahead += 1
    following = some[ahead].low if ahead < len(some) else ""
    after = some[ahead + 1].low if ahead + 1 < len(some) else ""
    if following in {"say", "tell", "know"} and after in UNTOLD:
        return True  # cannot yet say who made it
    had = (at > 0 and some[at - 1].low in {"had", "has", "have"}) or some[at].low.startswith("ha")
    if following in PLAIN and after in UNTOLD and not had:
        return True  # it is not clear who sold P
    if (following in CEASING and after in {"to", "from"}) or following.startswith("stop"):
        return True  # could not refuse to sell P
    if following == "so" and after in {"", "that"}:
        return False  # it is not so that P
    if any(word.low == "until" for word in some[ahead:]) and not any(w.low == "even" for w in some[ahead:]):
        return True  # had not sold any until 2021
    if following == "the" and after in {"first", "only", "last"}:
        return True  # this is not the first time
    if following == "in" and any(word.low == "position" for word in some[ahead : ahead + 4]):
        return True
    return following in MEASURES | {"long"} or following in FAINT - {
        "see",
        "agree",
        "expect",
        "intend",
        "settle",
    }


MISDONE = vocabulary("wrong illegal improper unlawful of")
"""What somebody who denies a charge has done nothing of: *nothing wrong*, *nothing of the kind*."""

UNREMARKABLE = vocabulary("new unusual strange surprising remarkable secret extraordinary exceptional")

NOTHING_NEW = vocabulary("secret accident surprise question wonder coincidence mystery exaggeration")
MISHAPS = vocabulary("accident coincidence exaggeration mistake")
"""Those of them that deny where nothing is told behind: *the find was no accident*."""
"""*No secret*, *no surprise*: said of what there is; *no question of selling* is a denial."""


SOMETHING = vocabulary(
    "right doubt matter one's but more other less room place alternative choice substitute "
    "excuse harm shame wonder stranger better worse time "
    "end let-up letup respite"
)
"""Words behind *no* that leave what is said as it is: *no doubt*, *no room for P*, *no more than P*."""


def _is_something(some: Sequence[Word], at: int) -> bool:
    """*nothing but*, *no longer supplies*, *no doubt*: said of what there is."""
    following = some[at + 1].low if at + 1 < len(some) else ""
    if some[at].low == "nothing" and at and some[at - 1].low in {"do", "does", "did", "done", "doing"}:
        return following not in MISDONE
    if following in {"earlier", "later", "fewer", "sooner", "older", "younger"}:
        return True
    if following.endswith("er") and at + 2 < len(some) and some[at + 2].low == "than":
        return True  # no closer than
    if following == "longer":
        return at + 2 >= len(some) or _can_stop(some[at + 2])  # that it stopped is asserted
    if some[at].low == "nothing" and following in UNREMARKABLE:
        return True
    if following == "business" and at + 2 < len(some) and some[at + 2].low.endswith("ing"):
        return True  # had no business selling P
    if following in NOTHING_NEW:
        behind = some[at + 2].low if at + 2 < len(some) else ""
        return behind != "of" and (behind == "that" or following not in MISHAPS)
    return following in SOMETHING


ENDED = vocabulary(
    "accept accepts accepted take takes took taken do does did trade trades traded deal deals dealt "
    "work works worked operate operates operated process handle serve honour cooperate offer issue "
    "deliver respond depend depends depended"
)
"""Verbs of doing business, beside those for whose end the tables have an action."""


def _can_stop(verb: Word) -> bool:
    """Whether what somebody no longer does has come to an end; what *no longer contains P* lacks it."""
    return verb.low in ENDED or any(deed.action in STOPPED for deed in one_word_deeds().get(verb.low, ()))


def _leaves_open(some: Sequence[Word], at: int) -> bool:
    """*cannot be excluded*, *did not rule out*; *without P they could not*: what is negated is no denial."""
    lows = [word.low for word in some]
    following = " ".join(lows[at + 1 : at + 5])
    left = any(words in following for words in ("exclude", "rule out", "ruled out"))
    left = left or following.startswith(("anything but", "be anything but"))
    return left or lows[0] == "without"
