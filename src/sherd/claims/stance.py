"""How a statement stands to what it says: denied, urged, conditional; and what a headline made of it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims import grammar
from sherd.claims.asked_once import lows_of, vocabulary_of
from sherd.claims.asking import asks, spoken_at
from sherd.claims.beyond import is_beyond
from sherd.claims.denials import FALSE
from sherd.claims.led_up import ALLEGED
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.negation import is_negated, is_negation
from sherd.claims.pieces import DISPUTING, SHORTEST
from sherd.claims.roles import Clause
from sherd.claims.ruled_out import says_no
from sherd.claims.sentences import Word
from sherd.claims.subjects import Said
from sherd.claims.tags import denies_at_end
from sherd.claims.told_clauses import told_in
from sherd.claims.turning import is_set_against
from sherd.claims.twofold import stands
from sherd.claims.undenied import forbids, is_foretold, leaves_undenied, owns_nothing, stands_firm
from sherd.claims.undone import (
    calls_liars,
    calls_untold,
    found_none,
    is_done,
    leaves_undone,
    opens_untrue,
    opens_with_nay,
)
from sherd.claims.verbs import BE, HAVING, main_verb
from sherd.model.statements import Statement


def stance(one: Said, clause: Clause) -> tuple[str, str]:
    """Polarity and act; a clause that negates its own verb denies what it negates."""
    if one.no_comment or one.polarity != "assert":
        return one.polarity, one.act
    if _is_called_for(clause.words) or (forbids(clause.words) and not _goes_on(clause)):
        return "urge", "urge"
    if is_set_against(clause.words):
        return "deny", "deny"
    told = one.source is None and owns_nothing(clause.words)
    if told or leaves_undenied(clause.words) or stands_firm(clause.words) or stands(clause.words):
        return one.polarity, one.act
    own = clause.quoted or (one.cue is None and one.source is not None)
    if own and asks(clause.words):
        return "urge", "urge"
    spoken = own and (_refuses(clause.words) or is_bare_denial(clause.words))
    spoken = spoken or (one.source is not None and _refuses_claim(clause.words))
    spoken = spoken or (own and (_frames_denial(clause.words) or _announces_denial(clause.words)))
    spoken = spoken or _is_undone(clause.words)
    if one.source is not None and found_none(clause.words):
        return "deny", "finding" if one.act == "assert" else one.act
    denied = _is_refused(clause.words) or _is_assured(clause.words) or spoken or _shows_denial(clause.words)
    if is_negated(clause.words) and not denied and _is_granted(one, clause.words):
        return one.polarity, one.act
    if denied or is_negated(clause.words):
        return "deny", one.act if one.act in {"finding", "admit", "predict"} else "deny"
    return one.polarity, one.act


def _goes_on(clause: Clause) -> bool:
    """*We obey the law, do not sell P*: the subject of what begins with *do not* stands in front."""
    before = clause.before
    joined = bool(before) and (before[-1].text == "," or before[-1].low in grammar.CONJUNCTIONS)
    opened = next((n for n in range(len(before) - 1, -1, -1) if before[n].low in {"we", "they", "i"}), None)
    return joined and opened is not None and len(before) - opened > SHORTEST


def takes_no_stand(some: Sequence[Word]) -> bool:
    """Whether the words only tell that somebody has not owned up to P, or has not denied it."""
    return owns_nothing(some) or leaves_undenied(some)


def holds_untrue(clause: Clause) -> bool:
    """Whether what is asserted is that P is not so: conceded, foretold, or so under a condition."""
    if takes_no_stand(clause.words) or stands_firm(clause.words) or stands(clause.words):
        return False
    return is_negated(clause.words)


def _is_granted(one: Said, some: Sequence[Word]) -> bool:
    """Whether what is negated is only foretold: *warned that it will not stop*, *will not fly if P*.

    Who concedes that P was not done denies P as who confirms it does, and so does who warns that it was not.
    """
    if one.act == "predict":
        main = main_verb(some)
        past = {word.low for word in some[main.first : main.verb + 1]} & PAST if main else set()
        had = main is not None and main.first < main.verb and some[main.first].low in HAVING
        return not (past and main and (had or is_done(some[main.verb].low)))
    return is_foretold(some)


PAST = vocabulary("has have had did was were hasn't haven't hadn't didn't wasn't weren't")


def _is_undone(some: Sequence[Word]) -> bool:
    """Whether the words deny without a negation."""
    said = leaves_undone(some) or calls_untold(some) or opens_untrue(some)
    said = said or opens_with_nay(some) or calls_liars(some) or says_no(some)
    return said or denies_at_end(some) or is_beyond(some)


def _refuses(some: Sequence[Word]) -> bool:
    """*“We reject any suggestion that P”*: an act of denial in the speaker's own words."""
    main = main_verb(some)
    if main is None or main.first > 6:
        return False
    own = some[0].low in {"i", "we"} and some[main.first].low == "would"  # I would dispute that
    if some[main.first].low in {"will", "would", "may", "might", "could"} and not own:
        return False
    if any(is_negation(w) for w in some[main.first : main.verb]):
        return False
    return any(cue.act == "deny" for cue in spoken_at(some, main.verb))


_SPEAKING = grammar.SUBJECTS | {"its", "his", "her", "their"}


def _refuses_claim(some: Sequence[Word]) -> bool:
    """*X said he doubted that P*, *X said it rejected the claim that P*: a denial that is passed on."""
    main = main_verb(some)
    if main is None or main.first > 3 or some[0].low not in _SPEAKING:
        return False
    if any(is_negation(w) or w.low in {"will", "may", "might", "could", "if"} for w in some[: main.verb]):
        return False
    denies = any(cue.act == "deny" for cue in spoken_at(some, main.verb))
    behind = [word.low for word in some[main.verb + 1 : main.verb + 7]]
    claimed = (at for at, low in enumerate(behind) if low in listed("accusation") or low == "that")
    return denies and next(claimed, None) is not None


def _frames_denial(some: Sequence[Word]) -> bool:
    """*“I can say with certainty that we did not P”*."""
    if not some or some[0].low not in OWN_FRAMES:
        return False
    inner = next((at for at in range(2, min(12, len(some))) if some[at].low in {"that", ":"}), None)
    if inner is None and len(some) > 6:
        telling = next((at for at in range(1, 6) if some[at].low in ASSURING), None)
        near = range(telling + 1, telling + 3) if telling is not None else range(0)
        inner = next((at for at in near if some[at].low == "you"), None)
    if inner is None and len(some) > 4 and some[1].low in REPEATING and some[2].text in {",", ":"}:
        inner = 2  # I repeat, P
    if inner is None and some[0].low in {"believe", "trust", "mark", "take"}:
        inner = next((at for at in range(2, min(6, len(some))) if some[at].text in {",", ":"}), None)
    if inner is None or any(is_negation(word) for word in some[:inner]):
        return False
    if PLAINLY & {word.low for word in some[:inner]}:
        return is_negated(tuple(some[inner + 1 :]))
    says = (cue for at in range(1, inner) for cue in spoken_at(some, at) if cue.form == "base")
    clear = some[0].low not in {"i", "we"} or any(
        cue.polarity == "assert" and "that" in cue.frames for cue in says
    )
    return clear and is_negated(tuple(some[inner + 1 :]))


OWN_FRAMES = vocabulary("i we let you believe trust mark take rest")
ASSURING = vocabulary("swear promise assure tell guarantee told assured")
"""Verbs before *you*, by which somebody vouches for what follows."""

HEARING = vocabulary("heard hears assured told informed")
"""What somebody is or has who is told something."""


def _is_assured(some: Sequence[Word]) -> bool:
    """*he had been assured that P was not done*, *the court heard that no P*: a denial passed on."""
    main = main_verb(some)
    if main is None or some[main.verb].low not in HEARING:
        return False
    low, group = some[main.verb].low, {word.low for word in some[main.first : main.verb + 1]}
    heard = low in {"heard", "hears"} and "court" in {word.low for word in some[: main.first]}
    if not heard and not (low in {"assured", "told", "informed"} and group & BE):
        return False
    if any(is_negation(word) for word in some[: main.verb + 1]):
        return False
    that = next(
        (at for at in range(main.verb + 1, min(main.verb + 6, len(some) - 2)) if some[at].low == "that"), 0
    )
    return that > 0 and is_negated(tuple(some[that + 1 :]))


ANNOUNCING = vocabulary(
    "announce declare state say repeat reiterate stress emphasise emphasize maintain insist"
)


REPEATING = vocabulary("repeat insist swear")
PLAINLY = vocabulary("clear frank plain certain sure confident positive categorical repeat insist swear")
"""How somebody says it, in front of what they say."""


def _announces_denial(some: Sequence[Word]) -> bool:
    """*“The Republic has announced from the first day that it is not P”*: a denial told again."""
    main = main_verb(some)
    if main is None or any(is_negation(word) for word in some[: main.verb + 1]):
        return False
    says = any(cue.verb in ANNOUNCING for cue in spoken_at(some, main.verb))
    near = range(main.verb + 1, min(main.verb + 9, len(some) - 2))
    that = next((at for at in near if some[at].low == "that"), None)
    return says and that is not None and is_negated(tuple(some[that + 1 :]))


FACTS = vocabulary(
    "truth fact reality point answer position view understanding conclusion message line problem assessment"
)
"""Nouns that only lead to what is said: *the truth is that P*."""

STANDS = vocabulary("position line view stance insistence contention assurance assurances belief policy")
"""Nouns behind *X's*, of which *that P* tells what X holds."""

ALL = vocabulary("any every anyone anybody everyone everybody all")
SEEING = vocabulary("see tell know knows understand understands confirm realise realises realize realizes")


def _shows_denial(some: Sequence[Word]) -> bool:
    """*It is clear that we did not P*, *the truth is that no P*, *any expert can see that it is not ours*."""
    at = _framed(some)
    if at is None or any(is_negation(word) for word in some[:at]):
        return False
    if some[0].low.split("'")[0] in POINTING and some[at - 2].low in INFERRING:
        return False  # it shows that nobody asked
    return is_negated(tuple(some[at:]))


def _framed(some: Sequence[Word]) -> int | None:
    """Where the clause begins that a frame only leads to."""
    if len(some) < 6:
        return None
    if some[0].low in {"it", "there", "i", "we", "you", "what", "all"}:
        return told_in(some)
    that = next((at for at in range(2, min(10, len(some))) if some[at].low == "that"), None)
    if that is None:
        return None
    if any(cue.act in {"finding", "admit"} and "that" in cue.frames for cue in spoken_at(some, that - 1)):
        return that + 1  # checks by our own people established that P
    led = [word.low for word in some[:that]]
    held = led[-1] in STANDS and not grammar.has_finite(some[:that])
    leads = held or (led[-1] in BE and bool(FACTS & set(led[:-1])) and not {"of", "in"} & set(led))
    seen = led[0] in ALL and led[-1] in SEEING
    return that + 1 if leads or seen else None


OUGHT = vocabulary("should ought must")


def _is_called_for(some: Sequence[Word]) -> bool:
    """*Governments should publish P*, *Iran must stop*, *P be stopped*: what ought to be is asked for."""
    lows = [word.low for word in some]
    if lows[:4] == ["it", "is", "time", "for"] or lows[:4] == ["it", "was", "time", "for"]:
        return "to" in lows[5:]
    at = _ought(some)
    if at is None:
        return "be" in lows[1:] and _is_bidden(some, lows.index("be", 1))
    after = lows[at + 1 : at + 4]
    if "have" in after[:2] or any(is_negation(word) for word in some[at : at + 3]):
        return False
    done = after[:1] == ["be"] and after[1:] != [] and _is_participle(after[1])
    return lows[at] != "must" or "be" not in after[:2] or done


def _ought(some: Sequence[Word]) -> int | None:
    """Where *should* stands: the main verb, or the one behind a participle: *Any P sold here should be Q*."""
    main = main_verb(some)
    if main is None or main.first == 0:
        return None
    if some[main.first].low in OUGHT:
        return main.first
    if main.first != main.verb or not _is_participle(some[main.verb].low):
        return None
    for at in range(main.verb + 1, min(main.verb + 8, len(some) - 1)):
        if some[at].low in OUGHT:
            return at
        if not some[at].is_word or some[at].low in grammar.SUBORDINATORS | grammar.SUBJECTS:
            return None
    return None


def _is_participle(low: str) -> bool:
    return low.endswith("ed") or low in grammar.PARTICIPLES


def _is_bidden(some: Sequence[Word], be: int) -> bool:
    """*(insisted that) no engines be sold*: the bare *be* of what is to be done."""
    done = be + 1 < len(some) and _is_participle(some[be + 1].low)
    helped = any(word.low in grammar.FINITE_AUXILIARIES for word in some[:be])
    return done and not helped and some[be - 1].low not in grammar.AUXILIARIES | {"to", "not"}


NEVER = vocabulary("no never nonsense rubbish lies wrong false untrue incorrect fiction")
LEADING = vocabulary(
    "absolutely certainly definitely of course complete utter total pure all not at true so it"
)


def is_bare_denial(some: Sequence[Word]) -> bool:
    """*“No”*, *“Absolutely not”*, *“Not true”*, *“P? Nonsense”*: a denial that is no clause."""
    if len(some) < 5 and some[0].low in {"i", "we"} and len(some) > 1 and some[1].low in DISPUTING:
        return True
    asked = next((at + 1 for at, word in enumerate(some) if word.text == "?"), 0)
    lows = [word.low for word in some[asked:] if word.is_word]
    if asked and len(lows) < 6 and any(is_negation(word) or word.low in NEVER for word in some[asked:]):
        return True  # Did we sell P? We did not
    return (
        0 < len(lows) < 5
        and bool(NEVER & set(lows) or lows[-1] == "not" or lows[:2] == ["not", "true"])
        and all(low in NEVER | LEADING for low in lows)
    )


INFERRING = vocabulary(
    "show shows showed mean means meant suggest suggests suggested tells told prove proves proved you us me"
)
"""Verbs by which *this* and *it* only lead to what somebody concludes."""

FLATLY = vocabulary("just simply plain plainly flatly completely entirely totally factually")

POINTING = vocabulary("this that these those it they such all")
WITHOUT = vocabulary("without lack lacks lacked lacking has have had")
GROUNDS = vocabulary("foundation basis merit substance truth grounds")


OFF_THE_MARK = (
    "wide of the mark", "off the mark", "far from the truth", "far from reality", "divorced from reality",
    "detached from reality", "at odds with reality", "at odds with the facts", "contrary to the facts",
    "contrary to reality", "beggars belief", "beggar belief", "beggared belief", "defies belief",
    "strains belief", "strains credulity", "defies logic", "makes no sense", "beneath comment",
    "beneath contempt", "a distortion of",
)  # fmt: skip
"""Set words by which a claim is denied."""


def _is_refused(some: Sequence[Word]) -> bool:
    """*The allegations were baseless*, *this is a lie*, *it is untrue that P*: a verdict is a denial."""
    lows = lows_of(some)
    if _ends_in_verdict(some, lows):
        return True
    claimed = (at for at, low in enumerate(lows) if _is_claim(low, at))
    said = next((at for at in claimed if not {"in", "by", "on"} & set(lows[max(0, at - 2) : at])), None)
    if said is not None:
        rest = lows[said:]
        if any(phrase in " ".join(rest) for phrase in OFF_THE_MARK):
            return True
        called = [at for at, low in enumerate(rest) if low in {"is", "are", "was", "were", "as"}]
        if any(listed("verdict") & set(rest[at + 1 : at + 7]) for at in called):
            return True
        if any((FALSE | INVENTED) & set(rest[at + 1 : at + 3]) for at in called) and said < 4:
            return True
        if said < 4 and _fails_the_test(rest):
            return True
        without = (at for at, low in enumerate(rest) if low in WITHOUT and GROUNDS & set(rest[at : at + 4]))
        groundless = next(without, None)
        if groundless is not None:
            held = is_negation(some[said + groundless - 1])  # is not without foundation
            return not held and ("without" in rest or "no" in rest or rest[groundless].startswith("lack"))
    return _calls_untrue(lows) or _is_sham(some)


def _is_claim(low: str, at: int) -> bool:
    """Whether the word at ``at`` stands for something said; a story does where the clause opens with it."""
    return low in listed("accusation") or (at < 4 and low in ALLEGED)


INVENTED = vocabulary("invented made-up faked dreamt dreamed")
HOLDING = vocabulary(
    "correspond match accord square tally stand hold withstand true correct accurate so credible reality"
)
"""What a claim does not do that is denied: *does not correspond to reality*."""


def _fails_the_test(claim: Sequence[str]) -> bool:
    """*the claim that P, or Q, does not correspond to reality*: whose last verb is the claim's own."""
    tail = list(claim[-8:])
    nay = next((at for at, low in enumerate(tail) if low in {"not", "never"} or low.endswith("n't")), None)
    return nay is not None and len(claim) > 4 and bool(HOLDING & set(tail[nay + 1 : nay + 4]))


def _ends_in_verdict(some: Sequence[Word], lows: Sequence[str]) -> bool:
    """*Claims of P false*, *Reports of P ‘baseless’*: a headline leaves the verb out."""
    if not set(lows[:4]) & listed("accusation") or len(lows) < 4:
        return False
    stop = lows.index(":") if ":" in lows[3:] else len(lows)  # Claims of P false: X
    led = zip(reversed(lows[:stop]), reversed(some[:stop]), strict=True)
    last = next((low for low, word in led if word.is_word), "")
    return last in UNTRUE | {"false", "fake"} and not any(is_negation(word) for word in some)


UNTRUE = vocabulary(
    "untrue baseless unfounded groundless unsubstantiated fictitious nonsense lie lies fiction fantasy "
    "myth fabrication fabrications invention inventions falsehood hoax rubbish slander fairytale"
)
"""What only something said can be."""

SHAM = vocabulary("fake fakes forged staged fabricated doctored false bogus")
PICTURES = vocabulary(
    "photograph photographs photo photos picture pictures image images video videos footage recording "
    "recordings screenshot screenshots"
)
"""What shows something, so that to call it a sham is to deny what it shows."""


def _is_sham(some: Sequence[Word]) -> bool:
    """*The story is untrue*, *the reports were made up*, *the photographs were faked*."""
    main = main_verb(some)
    if main is None or main.first > 8:
        return False
    been = [word.low for word in some[main.first + 1 : main.first + 2]] == ["been"]
    if some[main.first].low not in BE and not been:
        return False
    at = main.first + 1
    while at < len(some) and (grammar.is_adverb(some[at]) or some[at].low in {"a", "an", "been", "being"}):
        at += 1
    lows = [word.low for word in some[at : at + 2]]
    if lows == ["made", "up"] or (lows and lows[0] in UNTRUE):
        return True
    shown = any(word.low in PICTURES for word in some[: main.first])
    return shown and bool(lows) and lows[0] in SHAM


def _calls_untrue(lows: Sequence[str]) -> bool:
    """*These are lies*, *it’s fake news*, *it was wrong to say that P*."""
    if len(lows) < 2 or lows[0].split("'")[0] not in POINTING:
        return False
    short = "'s" in lows[0] or lows[1] == "'s" or lows[0].endswith("'re")
    copula = next((at for at, low in enumerate(lows[:5]) if low in {"is", "are", "was", "were"}), None)
    if copula is None and short:
        copula = 0
    if copula is None or any(low in {"not", "never", "no"} or "n't" in low for low in lows[: copula + 3]):
        return False
    if {"deny", "denying", "dispute", "doubt"} & set(lows[copula : copula + 5]):
        return False  # it was absurd to deny that P
    near = {low for at, low in enumerate(lows[:-1]) if copula < at < copula + 6 and lows[at + 1] != "by"}
    near |= set(lows[-1:]) if len(lows) <= copula + 6 else set()
    flatly = bool(near & FLATLY) and lows[-1] == "wrong"
    return (
        bool(near & FALSE)
        or flatly
        or ("wrong" in near and bool({"say", "claim", "suggest", "think"} & near))
    )


def is_conditional(some: Sequence[Word]) -> bool:
    """Whether it is said under a condition."""
    unmet = some[:1] != () and some[0].low in {"had", "were", "should"} and len(some) > 3
    return unmet or "if" in vocabulary_of(some) or any(word.low == "would" for word in some[:4])


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
    return evolve(headline, dup_of=key(twin), flags=tuple(flags))


def _same(one: Statement, other: Statement) -> bool:
    if (
        one.prop.action == "OTHER"
        or one.prop.action != other.prop.action
        or other.level in {"presupposed", "headline"}
    ):
        return False
    actor, theirs = one.prop.actor, other.prop.actor
    return one.polarity == other.polarity and (actor is None or theirs is None or actor.name == theirs.name)


def _about(one: Statement, other: Statement) -> bool:
    actor, theirs = one.prop.actor, other.prop.actor
    return bool(
        actor
        and theirs
        and actor.name == theirs.name
        and other.prop.action in {"END_RELIANCE", one.prop.action}
    )


def key(statement: Statement) -> str:
    """What tells a statement from another before it has an id."""
    return f"{statement.content.start}-{statement.content.end}-{statement.source.name}"
