"""What an article tells in its own words: what was found and what it bears, who made it, what somebody did.

A bare sentence goes into a ledger where it says something that a record could bear out: a mark on a part,
where a part turned up, who built it, a deed of a named party, a rule and whom it binds, what a state has
never admitted. How somebody took it, what the room looked like, what shares did and who wrote the article
does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims import grammar
from sherd.claims.field_words import (
    ACTING,
    BEARING,
    DUTY,
    FINDING,
    HELD,
    LIKENESS,
    MAKING,
    MARKET,
    MARKS,
    MATTERS,
    MOVING,
    OWN,
    PAPERS,
    PARTS,
    PHRASED,
    REACTING,
    SENTENCED,
    SORTED,
    TURNING,
)
from sherd.claims.lexicon import adjectives, bodies, listed, states, thing_at, vocabulary
from sherd.claims.sentences import Word
from sherd.claims.verbs import BE, HAVING, RELATIVES, Group, main_verb


def for_record(words: Sequence[Word]) -> str | None:
    """The level of an article's own sentence as a statement; ``None`` where it is no more than telling.

    Nothing is looked up but the words themselves: who speaks elsewhere in the sentence is not asked here.
    """
    main = verb_of(words)
    if main is None or words[0].low in OWN or _in_relative(words, main.first):
        return None
    subject, rest = words[: main.first], words[main.verb + 1 :]
    if not subject or {word.low for word in subject} & MARKET:
        return None
    verb = words[main.verb].low
    group = {word.low for word in words[main.first : main.verb + 1]}
    if (
        main.first == main.verb
        and rest
        and (rest[0].low == "by" or not PHRASED.isdisjoint(w.low for w in rest[:4]))
    ):
        return None  # papers filed by P; sees it differently, tells another story
    hung = RELATIVES & {word.low for word in subject}
    if (
        hung
        and main.first == main.verb
        and verb.endswith("ed")
        and rest[:1]
        and rest[0].low in grammar.PREPOSITIONS
    ):
        return None  # a firm whose logo was found stamped on P
    if group & DUTY:
        return "core" if _is_called_on(subject) else None
    if _is_evidence(subject, verb, group, rest):
        return "core"
    if owns_up(words, main) or is_held(words, main):
        return "core"
    if verb in BE:
        return _what_it_is(subject, rest)
    if verb in TURNING and rest[:1] and rest[0].low == "up" and has_thing(rest):
        return "core"  # the motor turned up in three wrecks
    passive = bool(group & BE)
    if passive and verb in SENTENCED and rest and not group & POSSIBLE:
        return "secondary"
    scenery = verb in MOVING and not passive and not _is_body(subject)
    if (verb in REACTING and not _arrives(subject, verb, rest)) or scenery or group & POSSIBLE:
        return None
    return _of_deed(subject, rest)


def _in_relative(words: Sequence[Word], verb: int) -> bool:
    """*Ana Vale, whose firm makes P, shrugged*: a verb that only adds to a noun."""
    opens = next((at for at in range(verb - 1, 0, -1) if words[at].text == ","), 0)
    return opens > 0 and words[opens + 1].low in RELATIVES


def _is_evidence(subject: Sequence[Word], verb: str, group: set[str], rest: Sequence[Word]) -> bool:
    """A mark on a part, a likeness of two, where something was made, found or ground off."""
    marked = _holds_mark(subject)
    about = marked or has_thing(subject) or _counts_off(subject) or _is_pronoun(subject)
    if verb in BEARING and any(word.low in PAPERS for word in subject) and len(rest) > 2:
        return rest[0].low not in {"that", "how", "why"}
    if verb in BEARING and not _is_person(subject):
        return _holds_mark(rest) or (about and has_thing(rest))
    if verb in LIKENESS:
        return about
    removed = verb in {"had", "have"} and any(word.low.endswith("ed") for word in rest) and _holds_mark(rest)
    passive = bool(group & BE) and (verb.endswith("ed") or verb in grammar.PARTICIPLES | MAKING | FINDING)
    return about and (removed or (passive and (marked or verb in MAKING | FINDING)))


def _arrives(subject: Sequence[Word], verb: str, rest: Sequence[Word]) -> bool:
    """*came down near P*, *the goods went to P*, *debris fell on P*, *imports fell to 40*: no gesture."""
    if verb in {"came", "come"}:
        return bool(rest) and rest[0].low in {"down", "from", "ashore"}
    about = has_thing(subject) or any(word.low in MATTERS for word in subject)
    moved = verb in {"went", "gone", "fell", "fallen", "continued", "began"}
    return moved and about and any(word.low in grammar.PREPOSITIONS for word in rest)


def _what_it_is(subject: Sequence[Word], rest: Sequence[Word]) -> str | None:
    """*is a copy of P*, *is 3.2 metres*, *is under sanctions*; *among the parts was P*."""
    if _is_bound(rest):
        return "secondary"
    about = has_thing(subject) or _holds_mark(subject) or _counts_off(subject)
    low = {word.low for word in rest[:5]}
    if about and low & SORTED and any(word.low in {"of", "for"} for word in rest):
        return "core"
    measured = bool(rest) and any(letter.isdigit() for word in rest[:2] for letter in word.text)
    if measured and (about or any(word.low in MATTERS for word in subject)):
        return "secondary"
    turned = subject[0].low in _INSIDE or subject[0].low.endswith("ed")
    return "core" if turned and (has_thing(rest) or _holds_mark(rest)) else None


_INSIDE = vocabulary("among inside beside attached on")
"""First words of a sentence turned round: *among the parts was P*."""


def _is_bound(rest: Sequence[Word]) -> bool:
    """*are subject to an asset freeze*, *is worth €18 million*: what holds by rule or by number."""
    lows = [word.low for word in rest[:3]]
    if lows[:1] in (["under"], ["covered"], ["exempt"]) and any(word.low in MATTERS for word in rest):
        return True
    return lows[:2] == ["subject", "to"] or (lows[:1] == ["worth"] and len(rest) > 1)


def _of_deed(subject: Sequence[Word], rest: Sequence[Word]) -> str | None:
    """A deed of somebody who can be named: with a thing of the field, or with a party it is done to."""
    if not any(word.is_word and word.low not in _POINTING for word in rest):
        return None  # has so far ignored it
    acts = _names_party(subject) or any(word.low in ACTING for word in subject)
    matter = has_thing(rest) or any(word.low in MATTERS for word in rest)
    if acts and matter:
        return "core"
    numbered = any(letter.isdigit() for word in rest for letter in word.text)
    named = numbered or any(word.is_name or word.low in _COUNTING for word in rest)
    if _holds_state(subject) and (named or len(rest) > 3):
        return "core"
    matters = has_thing(subject) or _counts_off(subject) or any(word.low in MATTERS for word in subject)
    if (acts or matters) and (named or matter):
        return "secondary"
    return None


_POINTING = vocabulary("it this that them him her so")

POSSIBLE = vocabulary("may might could can")
"""Auxiliaries of what is only thought about."""


def owns_up(words: Sequence[Word], main: Group) -> bool:
    """*has never acknowledged buying P*, *has not claimed the attack*, *stopped short of naming P*."""
    lows = [word.low for word in words[main.first : main.verb + 3]]
    if words[main.verb].low.startswith("stop") and lows[-2:] == ["short", "of"]:
        return True
    if "not" in lows[:-2] and words[main.verb].low in {"name", "identify", "disclose", "specify"}:
        return True
    never = bool({"never", "not", "yet"} & set(lows)) or words[0].low in {"no", "neither", "nobody"}
    owned = words[main.verb].low in {  # no group has claimed the attack
        "acknowledged", "admitted", "confirmed", "claimed", "conceded", "accused", "recognised", "recognized",
    }  # fmt: skip
    return never and owned and bool(set(lows) & (HAVING | BE))


def is_held(words: Sequence[Word], main: Group) -> bool:
    """*is understood to be preparing P*, *is believed to be a copy of P*."""
    group = {word.low for word in words[main.first : main.verb + 1]}
    after = words[main.verb + 1 : main.verb + 2]
    return bool(group & BE) and words[main.verb].low in HELD and bool(after) and after[0].low == "to"


def unframed(words: Sequence[Word]) -> tuple[Sequence[Word], bool]:
    """*It has been established that P*: P; *there is no sign that P*: P, and whether it is denied."""
    lows = [word.low for word in words[:9]]
    that = next((at + 1 for at in range(2, len(lows)) if lows[at] == "that"), 0)
    if lows[:1] == ["there"] and not that and lows[-2:-1] == ["to"]:
        that = next((at + 1 for at in range(4, len(lows)) if lows[at] == "that"), 0)
    if not that or len(words) - that < 4 or not grammar.is_clause(words[that:]):
        return words, False
    led = set(lows[1 : that - 1])
    if lows[0] == "it" and led & (BE | {"emerged", "transpired"}) and led & _ESTABLISHED and not led & _OPEN:
        return words[that:], False
    if lows[0] == "it" and led & BE and led & {"first", "second", "third"} and "time" in led:
        return words[that:], False  # it is the first time that P
    untrue = led & {"untrue", "false"} or (led & {"not"} and led & {"true", "so", "case"})
    if lows[0] == "it" and led & BE and untrue:
        return words[that:], True  # it is not true that P
    if lows[0] == "there" and led & BE and led & {"no", "little"} and led & _SIGNS:
        return words[that:], True
    return words, False


_ESTABLISHED = vocabulary(
    "established ascertained found confirmed determined revealed proved shown recalling noting remembering "
    "understood believed known emerged transpired thought estimated recorded discovered"
)
_OPEN = vocabulary("not yet never unclear unknown")
_SIGNS = vocabulary("evidence suggestion indication sign signs proof record trace reason hint")


def reads_out(words: Sequence[Word]) -> bool:
    """*A label inside the drum reads “P”*: quotation marks around what stands on a part."""
    first = next((at for at, word in enumerate(words) if word.quoted), 0)
    while first and words[first - 1].text in grammar.MARKS | {":", ","}:
        first -= 1
    before = words[:first]
    return bool(before) and before[-1].low in _READING and (_holds_mark(before) or has_thing(before))


def is_spoken(words: Sequence[Word]) -> bool:
    """Whether some of the words are what somebody said, between quotation marks."""
    return any(word.quoted for word in words) and not reads_out(words)


_READING = vocabulary(
    "reads read reading says said words word inscription text letters marked stamped labelled labeled"
)


def verb_of(words: Sequence[Word]) -> Group | None:
    """The verb of the clause; where the tables know none, the one that its place gives away."""
    main = main_verb(words)
    if main is not None:
        return main
    for at in range(1, len(words) - 1):
        low, after = words[at].low, words[at + 1]
        if words[at].is_name or not words[at - 1].is_word or words[at - 1].low in grammar.PREPOSITIONS:
            continue
        opens = after.low in grammar.DETERMINERS or after.text[0].isdigit() or after.is_name
        plural = words[at - 1].low.endswith("s") or _counts_off(words[:at])
        if opens and low.endswith("ed") and "-" not in low and words[at - 1].low not in grammar.DETERMINERS:
            return Group(at, at)
        if (
            low in BEARING
            and low.endswith("ed")
            and plural
            and words[at - 1].low not in grammar.DETERMINERS - _NUMBERED
        ):
            return Group(at, at)
        bare = low in BEARING | LIKENESS and not low.endswith(("s", "ed", "ing"))
        if bare and plural:
            return Group(at, at)
        if low == "put" and opens:
            return Group(at, at)
    return None


_NO_NAME = (
    grammar.PRONOUNS | grammar.SUBJECTS | grammar.DETERMINERS | grammar.SUBORDINATORS | grammar.PREPOSITIONS
)


def _is_called_on(subject: Sequence[Word]) -> bool:
    """*Riga and Vilnius should P*, *manufacturers ought to P*: somebody who can do it."""
    some = [word.low for word in subject]
    return _names_party(subject) or (bool(set(some) & (ACTING | CALLED_ON)) and some[0] not in {"it", "that"})


CALLED_ON = vocabulary(
    "states governments capitals ministers authorities regulators exporters licensing parliament parliaments "
    "countries members"
)
"""Whom a study calls on to do something, beside those who act."""


_NUMBERED = vocabulary("one two three four five six seven eight nine ten most several few")


def _counts_off(some: Sequence[Word]) -> bool:
    """*Nine*, *the remaining two*, *three of the four*, *about half*: some of the parts told of before."""
    at = 0
    while at < min(3, len(some) - 1) and some[at].low in _BEFORE_COUNT:
        at += 1
    return some[at].low in _COUNTING or some[at].text[0].isdigit()


_BEFORE_COUNT = vocabulary(
    "the a another remaining further other about roughly more than nearly over at least"
)
_COUNTING = vocabulary(
    "one two three four five six seven eight nine ten eleven twelve some most many several others all "
    "both none half another dozens"
)


def _is_person(some: Sequence[Word]) -> bool:
    """*He*, *Anna Beck*, *the minister*: somebody, and no body of people."""
    if some[0].low in {"he", "she"} or any(word.low in listed("person") for word in some):
        return True
    bare = [word for word in some if word.is_word]
    return len(bare) in {2, 3} and all(word.is_name for word in bare) and not _holds_state(some)


def _is_body(some: Sequence[Word]) -> bool:
    """A state, a company, an army: whose deeds are more than gestures."""
    return _holds_state(some) or any(word.low in ACTING | listed("organisation") for word in some)


def _is_pronoun(some: Sequence[Word]) -> bool:
    return some[0].low in {"it", "they"} and len(some) < 3


def has_thing(some: Sequence[Word]) -> bool:
    """Whether the words name a part, a weapon, goods or what carries them."""
    lows = [word.low for word in some]
    return not PARTS.isdisjoint(lows) or any(thing_at(lows[at : at + 4]) for at in range(len(lows)))


def _holds_mark(some: Sequence[Word]) -> bool:
    return any(word.low in MARKS for word in some)


def _holds_state(some: Sequence[Word]) -> bool:
    return any(word.is_name and (word.low in states() or word.low in bodies()) for word in some)


def _names_party(some: Sequence[Word]) -> bool:
    """A name in the subject, past the capital of the first word."""
    if _holds_state(some) or any(word.low in adjectives() for word in some):
        return True
    named = [
        word
        for at, word in enumerate(some)
        if word.is_name and word.low not in _NO_NAME and (at or len(some) == 1 or some[1].is_name)
    ]
    return bool(named) and not {word.low for word in some} & (listed("person") | {"he", "she"})
