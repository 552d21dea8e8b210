"""The verb that a clause hangs on, and what it does: *X agreed to sell P* hangs on *agreed*, and sells.

A clause is about the deed of its main verb, not about any word for a deed that stands in it: *exports were
blocked* tells of no supply. Verbs that only lead to another (*began to*, *was able to*, *failed to*) and
verbs that only carry a noun (*carried out strikes*, *held talks*) hand on to what follows them.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from sherd.claims import grammar
from sherd.claims.asked_once import once
from sherd.claims.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS
from sherd.claims.leading_verbs import LEADS_ON, every_form
from sherd.claims.lexicon import adjectives, things, vocabulary
from sherd.claims.sentences import Word

OPENERS = vocabulary(
    "if when while although though because since after before as unless once despite until whereas whatever "
    "wherever"
)
"""Words that open a clause in front of the main one."""

RELATIVES = vocabulary("who which whom whose that where")
INNER = RELATIVES | vocabulary(
    "when because if although though while whether since until than how why what unless whereas"
)
"""Words after which the next finite verb is not the main one."""

BE = vocabulary("is are was were be been being am 's isn't aren't wasn't weren't")


@frozen
class Group:
    """The main verb of a clause: ``first`` is where its auxiliaries begin, ``verb`` the verb itself."""

    first: int
    verb: int


@once
def main_verb(words: Sequence[Word]) -> Group | None:
    """The finite verb that a clause hangs on; ``None`` for words that are no clause."""
    found = _main_verb(words, True)
    if found is None and words and words[0].low != "having":
        told = (n for n in range(2, len(words)) if words[n].low in _LATER)
        if any(words[n - 1].low.endswith("ed") and words[n - 2].low not in AUXILIARIES for n in told):
            return _main_verb(words, False)  # shells recovered after strikes on P came from Q
    return found


def _main_verb(words: Sequence[Word], later: bool) -> Group | None:
    """The same; ``later`` says whether *after* and *since* can open a clause."""
    at = _past_opening(words)
    inner, beside = False, None
    while at < len(words):
        if at and (later or words[at].low not in _LATER) and _opens_inner(words, at):
            inner = True
        elif words[at].text == ",":
            inner = False
        elif grammar.finite_at(words, at) and not _describes(words, at) and not _is_contact(words, at):
            verb = lexical(words, at)
            if not inner:
                return Group(at, verb)
            inner, at = False, verb
        elif at > 1 and words[at - 1].text == "," and words[at - 2].is_word and grammar.finite_at(words, at):
            beside = at  # the man, known as P, sold at Q
        at += 1
    return Group(beside, lexical(words, beside)) if beside is not None and not inner else None


_LATER = vocabulary("after before since as once")
"""Words that open a clause of their own, where a verb stands before the next comma."""


def _opens_inner(words: Sequence[Word], at: int) -> bool:
    """Whether a clause opens that hangs on the main one."""
    low = words[at].low
    if low == "that":
        return _opens_clause(words, at)
    if low in _LATER:
        return _holds_clause(words, at)
    return low in INNER and not _counts(words, at)


def _holds_clause(words: Sequence[Word], at: int) -> bool:
    stop = next((n for n in range(at + 1, len(words)) if words[n].text in {",", ";"}), len(words))
    return any(grammar.finite_at(words, n) for n in range(at + 2, stop))


def lexical(words: Sequence[Word], at: int) -> int:
    """Past the auxiliaries: where the verb itself stands; the auxiliary where nothing follows."""
    last = at
    while last + 1 < len(words) and (
        words[last].low in AUXILIARIES
        or (words[last].low in grammar.CONTRACTED and words[last + 1].low not in _NO_VERB)
        or words[last].low in {"not", "never", "n't", "also"}
        or words[last].low in _SELVES
        or (grammar.is_adverb(words[last]) and words[last].low not in LEADS_ON)
        or _is_passed(words, last, at)
        or (words[last].low in _BOTH_OF and words[last + 1].low.endswith(("ed", "ing", "en")))
        or not words[last].is_word
        or (words[last].low == "and" and words[last + 1].low in AUXILIARIES)
    ):
        if words[last].low in HAVING and _is_had(words, last):
            return last
        if words[last].low in {"do", "did", "done"} and words[last + 1].low in {"business", "deals"}:
            return last
        if words[last].text == "(":
            closed = (n for n in range(last, min(last + 9, len(words) - 1)) if words[n].text == ")")
            last = next(closed, last)
        last += 1
        if _is_turned(words, last):
            return last + 1  # at no point did we sell P
        if last == at + 1 == 2 and words[0].low in _NAYS and (turned := _past_subject(words, last)):
            return turned  # nor had Orlo sold P
        if (
            words[last].low in _NO_VERB
            and _ends_auxiliaries(words, at, last)
            and not _is_passed(words, last, at)
        ):
            while last - 1 > at and (words[last - 1].low in _SELVES or grammar.is_adverb(words[last - 1])):
                last -= 1
            return last - 1
    return last


def _ends_auxiliaries(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether only an auxiliary, or one with an adverb behind it, stands before: *was still | the seller*."""
    before = words[last - 1]
    behind = last - 2 >= first and grammar.is_adverb(before) and words[last].low in DETERMINERS
    helped = behind and words[last - 2].low in BE
    return before.low in AUXILIARIES or before.low in _SELVES or helped


_BOTH_OF = vocabulary("neither both either")
_NAYS = vocabulary("nor never neither")


def _past_subject(words: Sequence[Word], at: int) -> int | None:
    """*nor had | the Kenyan firm sold P*: the verb behind a subject that stands behind its auxiliary."""
    for ahead in range(at + 1, min(at + 7, len(words))):
        low = words[ahead].low
        if low in PREPOSITIONS or not words[ahead].is_word:
            return None
        told = low.endswith("ed") or low in grammar.PARTICIPLES or grammar.finite_at(words, ahead)
        if told or grammar.is_base(words[ahead]):
            return ahead
    return None


def _is_turned(words: Sequence[Word], at: int) -> bool:
    """*at no point did we sell P*: a pronoun between the auxiliary and a verb in its base form."""
    turned = words[at].low in WHO_TELLS and words[at - 1].low in {"did", "does", "do"}
    return turned and at + 1 < len(words) and grammar.is_base(words[at + 1])


def _is_had(words: Sequence[Word], at: int) -> bool:
    """*had Kenyan markings*, *has parts in stock*: whether what is had follows, and no participle."""
    low = words[at + 1].low
    return low in adjectives() or (low in things() and not low.endswith("ed"))


_SELVES = vocabulary("itself themselves himself herself ourselves")


def _is_passed(words: Sequence[Word], last: int, first: int) -> bool:
    """*would likely use P*, *were most likely bought*, *has since ended P*: a word before the verb."""
    if words[last].low in {"since", "long"} and last > first and last + 1 < len(words):
        dated = words[last + 1].text.isdigit() or words[last + 1].low in grammar.TIMES
        return words[last - 1].low in HAVING and (dated or words[last + 1].low.endswith(("ed", "n", "t")))
    if last > first + 1 and (words[last].text.isdigit() or words[last].low in grammar.TIMES):
        return "since" in {words[last - 1].low, words[last - 2].low}  # has since May 2021 sold P
    if words[last].low == "well" and last > first and last + 1 < len(words):
        return words[last + 1].low in {"have", "be"}
    if last == first or words[last].low not in {"likely", "most", "very", "almost", "unlikely"}:
        return False
    if last + 1 >= len(words):
        return False
    after = words[last + 1].low
    return after in {"likely", "probably", "certainly"} or (
        words[last].low == "likely" and after not in {"to", "that", "but", "and"}
    )


def reached(words: Sequence[Word], group: Group) -> list[int]:
    """Where the deed of a clause can stand: its verb, and what that verb hands on to, in order."""
    at, found = group.verb, [group.verb]
    for _ in range(6):
        onward = _handed_on(words, at)
        if onward is None:
            return found
        found.append(onward)
        at = onward
    return found


WHO_TELLS = vocabulary("we i it there they this that what he she you")
HAVING = vocabulary("has have had")


def _handed_on(words: Sequence[Word], at: int) -> int | None:
    """From *agreed to* on to *sell*, from *started* to *selling*, from *be* to what it is able to do."""
    low = words[at].low
    if low in {"not", "never"} and at + 1 < len(words):
        return at + 1
    if low == "to" and words[at - 1].low in {"early", "soon", "yet"} and at + 1 < len(words):
        return at + 1  # was too early to say where P, has yet to deliver
    if (low in BE | HAVING or low in _HABITS) and (habit := _habit(words, at)) is not None:
        return habit
    if low in HAVING and at + 2 < len(words) and words[at + 1].low == "to":
        return at + 2  # have to go on doing P
    if low in BE and at + 1 < len(words):
        ahead = _past_adverbs(words, at + 1)
        if (told := _hard_to_tell(words, ahead)) is not None:
            return told
        return ahead if ahead < len(words) and words[ahead].low in LEADS_ON else None
    if low in LETTING:
        return _is_allowed_to(words, at) or _let(words, at)
    if low in HOLDS_PLAN and (plan := _planned(words, at)) is not None:
        return plan
    if low not in LEADS_ON or (low in _USING and not _is_told_of(words, at)):
        return None
    for ahead in range(at + 1, min(at + 8, len(words))):
        word = words[ahead]
        if word.text in {",", ";", ":"} or (word.low in INNER and word.low != "whether"):
            return None
        if word.low in {"instead", "rather", "without", "by"}:
            return None
        if word.low == "to" and ahead + 1 < len(words) and words[ahead + 1].low not in DETERMINERS:
            after = _past_adverbs(words, ahead + 1)
            if after < len(words) and words[after].low in {"be", "have", "been"}:
                after = lexical(words, after)
            return after if after < len(words) and not words[after].is_name else None
        if word.low.endswith("ing") and (
            words[ahead - 1].low in {"of", "from", "in", "for", "into", "not"} or ahead <= at + 2
        ):
            if word.low == "having" and ahead + 1 < len(words):
                return _past_adverbs(words, ahead + 1)
            return lexical(words, ahead) if word.low == "being" else ahead
    return None


LETTING = every_form("let allow permit enable") | vocabulary("letting")


def is_let(words: Sequence[Word], at: int) -> bool:
    """Whether the deed at ``at`` is one that somebody lets be done: *refused to let its arms reach P*."""
    return any(word.low in LETTING for word in words[max(0, at - 6) : at])


def _is_allowed_to(words: Sequence[Word], at: int) -> int | None:
    """*were allowed to examine P*: what who is the subject is let do."""
    told = any(word.low in BE for word in words[max(0, at - 3) : at])
    if not told or at + 2 >= len(words) or words[at + 1].low != "to":
        return None
    verb = _past_adverbs(words, at + 2)
    return verb if verb < len(words) and words[verb].low not in BE | HAVING else None


def _habit(words: Sequence[Word], at: int) -> int | None:
    """*has a long history of supplying P*, *is in the business of selling P*, *is guilty of arming Q*."""
    for of in range(at + 1, min(at + 7, len(words) - 1)):
        if words[of].low == "of" and words[of - 1].low in _HABITS and words[of + 1].low.endswith("ing"):
            return of + 2 if words[of + 1].low == "having" and of + 2 < len(words) else of + 1
    return None


_HABITS = vocabulary("history habit business guilty process practice record suspected innocent")


def _hard_to_tell(words: Sequence[Word], at: int) -> int | None:
    """*was too early to say where P*, *is impossible to establish*: what is hard to tell."""
    if at >= len(words) or words[at].low not in _HARD:
        return None
    to = next((n for n in range(at + 1, min(at + 3, len(words) - 1)) if words[n].low == "to"), None)
    return to + 1 if to is not None and words[to + 1].low in _TO_TELL else None


_HARD = vocabulary("too hard difficult impossible premature")
_TO_TELL = vocabulary("say tell know establish determine judge verify trace")


def _let(words: Sequence[Word], at: int) -> int | None:
    """*let its arms reach P*, *allow experts to inspect P*: what is let be done."""
    for ahead in range(at + 2, min(at + 8, len(words) - 1)):
        word = words[ahead]
        if not word.is_word or word.low in INNER or word.low in PREPOSITIONS - {"to", "of", "from"}:
            return None
        if word.low == "to" and not words[ahead + 1].is_name and words[ahead + 1].low not in _NO_VERB | BE:
            return ahead + 1
        if words[at].low.startswith("le") and grammar.is_base(word):
            return ahead
    return None


def _is_told_of(words: Sequence[Word], at: int) -> bool:
    """*is used to carry P*, not *used P to carry*."""
    return words[at].low == "used" and any(word.low in BE for word in words[max(0, at - 3) : at])


_USING = frozenset({"use", "uses", "used", "using"})
HOLDS_PLAN = vocabulary(
    "has have had having is are was were considering considered considers weighing weighs weighed discussing "
    "discussed exploring makes made making announced announces abandoned shelved dropped"
)
PLANS = vocabulary(
    "plan plans intention intentions desire wish possibility option right opportunity capacity ability means "
    "need obligation idea prospect"
)
"""Nouns that hand on to an infinitive, or to *of* and a participle."""


def _planned(words: Sequence[Word], at: int) -> int | None:
    """*has no intention of exporting P*, *is considering a plan to build P*."""
    for ahead in range(at + 1, min(at + 6, len(words) - 2)):
        if words[ahead].low in PLANS:
            after = words[ahead + 1].low
            verb = _past_adverbs(words, ahead + 2)
            if verb < len(words) and (
                (after == "to" and words[verb].low not in DETERMINERS and not words[verb].is_name)
                or (after in {"of", "for"} and words[verb].low.endswith("ing"))
            ):
                return verb
        if words[ahead].low in INNER or not words[ahead].is_word:
            return None
    return None


def _past_adverbs(words: Sequence[Word], at: int) -> int:
    while at < len(words) and (grammar.is_adverb(words[at]) or words[at].low in {"not", "never", "n't"}):
        at += 1
    return at


def _past_opening(words: Sequence[Word]) -> int:
    """Past *Although P,* in front of the main clause."""
    if not words or words[0].low not in OPENERS | {"having"}:
        return 0
    comma = next((at for at, word in enumerate(words) if word.text == ","), None)
    if comma is None and words[0].low in {"when", "if", "while", "once", "since"}:
        return _second_clause(words)
    if comma is None or not grammar.has_finite(words[comma + 1 :]):
        return 0
    return comma + 1


def _second_clause(words: Sequence[Word]) -> int:
    """*When the crates left they held P*: where the main clause begins, with no comma in front."""
    told = next((at for at in range(2, len(words)) if grammar.finite_at(words, at)), len(words))
    for at in range(told + 1, len(words) - 1):
        if words[at].low in grammar.SUBJECTS and grammar.finite_at(words, at + 1):
            return at if words[at - 1].low not in INNER else 0
    return 0


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    """Whether *that* opens a clause, and does not point at the noun after it."""
    if at + 1 < len(words) and words[at + 1].low in _THEN:
        return False  # the drones used that night
    return at + 1 < len(words) and grammar.has_finite(words[at + 1 : at + 10])


_THEN = vocabulary("night day week month year morning evening afternoon summer winter spring autumn")
"""Nouns with which *that* makes a date."""


def _counts(words: Sequence[Word], at: int) -> bool:
    """*More than half were new*, *fewer than ten*: *than* before a number."""
    if words[at].low != "than" or at + 1 >= len(words) or words[at - 1].low not in {"more", "less", "fewer"}:
        return False
    after = words[at + 1]
    return after.text[0].isdigit() or after.low in _NUMBERS


_NUMBERS = vocabulary("one two three four five six seven eight nine ten twenty thirty forty fifty half a")


def _describes(words: Sequence[Word], at: int) -> bool:
    """*missiles fired at Kyiv share P*: a participle behind a noun, and no verb of the clause."""
    low = words[at].low
    if at == 0 or low in _NO_PARTICIPLE or not (low.endswith("ed") or low in grammar.PARTICIPLES):
        return False
    if _is_of_compound(words, at):
        return True  # Kenyan guided bombs
    if words[at - 1].low in _OF_RELATIVE or (words[at - 1].low == "that" and at > 1):
        return False  # a drone that crashed in P was Q
    if words[at - 1].low.endswith("ing") and at + 1 < len(words) and words[at + 1].low not in DETERMINERS:
        return True  # stop selling armed drones
    if (
        low in {"called", "named", "dubbed", "known", "designated", "codenamed", "nicknamed"}
        and words[at + 1 : at + 2]
        and words[at + 1].is_name
    ):
        return True  # a firm called Acme Tools
    if at + 2 < len(words) and words[at + 1].low in PARTICLES and words[at + 2].low in PREPOSITIONS:
        return any(
            grammar.finite_at(words, n) for n in range(at + 2, len(words)) if _same_clause(words, at, n)
        )
    of_those = at > 2 and words[at - 2].low == "of" and words[at - 1].low in {"it", "them", "which", "whom"}
    if of_those and any(word.text == "," for word in words[max(0, at - 5) : at - 2]):
        return True  # the debris, most of it collected near P, was Q
    if at + 1 >= len(words) or words[at - 1].low in PRONOUNS:
        return False
    if low.endswith("ed") and words[at + 1].low in grammar.FINITE_AUXILIARIES and words[at - 1].is_word:
        return True  # the manufacturer concerned did not sell P
    dated = [word.low in grammar.TIMES for word in words[at + 1 : at + 3]] == [False, True]
    helped = any(word.low in grammar.FINITE_AUXILIARIES for word in words[at + 3 : at + 4])
    if low.endswith("ed") and dated and helped:
        return True  # the drones used that night did not reach P
    if low in _HELD_TO_BE and words[at + 1].low == "to" and words[at - 1].low.endswith("s"):
        return any(  # ships found to be carrying arms should be turned back
            grammar.finite_at(words, n) for n in range(at + 2, len(words)) if _same_clause(words, at, n)
        )
    follows = words[at + 1].low in PREPOSITIONS and words[at + 1].low not in {"to", "into"}
    if words[at + 1].low == "to" and at + 2 < len(words):
        after = words[at + 2]  # parts traced to the firm, servos fitted to it
        follows = after.is_name or after.low in DETERMINERS | {"it", "them"}
    if follows and _is_beside_name(words, at):
        return True
    if words[at - 1].text == ",":
        beside = (
            grammar.is_adverb(words[at + 1]) and at + 2 < len(words) and words[at + 2].low in PREPOSITIONS
        )
        return follows or (beside and words[at + 2].low in {"as", "by", "in"})
    return follows and any(
        grammar.finite_at(words, n) for n in range(at + 1, len(words)) if _same_clause(words, at, n)
    )


def _is_of_compound(words: Sequence[Word], at: int) -> bool:
    """*Kenyan guided bombs*, *foreign-made armed boats*: a participle between an origin and a noun."""
    before, after = words[at - 1].low, words[at + 1 : at + 2]
    origin = before in adjectives() or before.endswith(("-made", "-built"))
    return origin and bool(after) and after[0].low in things()


def _is_beside_name(words: Sequence[Word], at: int) -> bool:
    """*the newest, a chip sold as P, was made in Q*: a participle inside what stands between two commas."""
    opened = next((n for n in range(at - 1, max(0, at - 8), -1) if words[n].text == ","), None)
    closed = next((n for n in range(at + 1, min(at + 12, len(words) - 1)) if words[n].text == ","), None)
    if opened is None or closed is None or words[opened + 1].low not in {"a", "an", "the"}:
        return False
    return grammar.finite_at(words, closed + 1)


_NO_NOUN = INNER | PREPOSITIONS | AUXILIARIES | {"that", "and", "but", "or"}


def _is_contact(words: Sequence[Word], at: int) -> bool:
    """*the weapon it calls Geran-2 is made at home*: a clause that hangs on the noun before it."""
    if at < 2 or words[at - 1].low not in {"it", "they", "he", "she", "we", "i", "you"}:
        return False
    before = words[at - 2]
    noun = before.is_word and before.low not in _NO_NOUN
    return (
        noun
        and not grammar.is_adverb(before)
        and any(grammar.finite_at(words, n) for n in range(at + 1, len(words)))
    )


_HELD_TO_BE = vocabulary("found believed alleged thought known reported suspected understood said deemed")
"""Participles before *to be*, behind a noun."""

PARTICLES = vocabulary("down off up out back away")
"""Little words that belong to a verb: *shot down over Odesa*."""


def _same_clause(words: Sequence[Word], first: int, last: int) -> bool:
    return not any(
        (words[n].low in _APART and not _joins_names(words, n)) or words[n].text in {",", ";"}
        for n in range(first, last)
    )


def _joins_names(words: Sequence[Word], at: int) -> bool:
    return words[at].low == "and" and words[at - 1].is_name and words[at + 1].is_name


_NO_VERB = DETERMINERS | PREPOSITIONS | PRONOUNS | vocabulary("more less fewer part")
_APART = INNER | {"and", "but"}
_OF_RELATIVE = RELATIVES - {"that", "whose", "where"}
_NO_PARTICIPLE = AUXILIARIES | {"ended", "turned"}
