"""To whom a deed is done: whoever stands straight after a verb of giving, behind *to*, or where it says.

*Armed the rebels*, *sold Moscow drones*, *reached P*, *took orders from P*: each verb has its place for the
one who receives, is struck, is listed or is asked. Buyers, markets and weapons of a state stand for it.

To add a verb: a row in ``data/actions_en.csv``, with its ``frame``.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims.actors import subject_span
from sherd.claims.agents import acts
from sherd.claims.dealings import other_party
from sherd.claims.grammar import DETERMINERS, PREPOSITIONS, is_adverb, is_base
from sherd.claims.lexicon import adjectives, deeds, states, vocabulary
from sherd.claims.parties import party
from sherd.claims.receivers import (
    is_deed,
    is_nobody,
    is_somebody,
    joined_states_end,
    names_somebody,
    receiver_end,
)
from sherd.claims.roles import Clause, Hit, is_passive, named, passive_at, phrase_end
from sherd.claims.sentences import POSSESSIVES, Word, words_within
from sherd.claims.served import cut_off, linked_with, named_then_thing, supplied, supplier_to
from sherd.claims.standing import BUYING
from sherd.claims.subject_phrases import past_count
from sherd.claims.verbs import main_verb
from sherd.model.statements import Named, Passage

TO_WHOM = {
    "ATTACK": ("on", "against", "at"), "USE": ("against", "at"), "SANCTION": ("on", "against", "to"),
    "SUPPORT": ("to", "with", "for"), "NEGOTIATE": ("with",), "CONSULT": ("with",), "COMMIT": ("to",),
    "TRANSPORT": ("to", "for"), "INSPECT": (), "DIFFER": (), "MATCH": (),
    "IDENTIFY_AS": (), "SHOOT_DOWN": (),
}  # fmt: skip
"""Prepositions before the one to whom a deed is done; of giving: *to*, *for*."""

DIRECT = frozenset({"ATTACK", "SANCTION", "SUPPORT", "TRAIN", "HOLD_ACCOUNTABLE", "THREATEN"})
"""Deeds whose object is the one to whom they are done."""

GIVING = vocabulary(
    "arm arms armed arming equip equips equipped equipping supply supplies supplied supplying "
    "provide provides provided providing give gives gave given giving send sends sent sending "
    "sell sells sold selling lend lends lent lending hand hands handed handing furnish furnishes furnished "
    "furnishing outfit outfits outfitted outfitting"
)
"""Verbs of giving that take the receiver straight after them: *armed the rebels*, *sold Russia drones*."""


RECEIVERS = vocabulary(
    "party parties side army forces force military government rebels militia group movement "
    "customer customers company companies buyers ally allies troops state states"
)
"""Nouns for those to whom something is given, and never for what is given."""


_WITH = frozenset({"CONSULT", "NEGOTIATE", "SUPPORT", "SUPPLY"})
"""Deeds that are done with somebody, where the words of the table end in *with*."""

ENVOYS = vocabulary("ambassador envoy attaché diplomats")
"""Who is summoned stands for the state that sent them."""

_MEASURES = vocabulary(
    "sanctions embargo restrictions penalties ban bans measures trade exports imports rules"
)
"""What is imposed, and on whom it is imposed is somebody else."""

_DOING = vocabulary("arming equipping training funding")
"""Nouns in *-ing* of which the one to whom it is done stands behind *of*: *its arming of the rebels*."""

_FOR_SOMEBODY = frozenset({"ACQUIRE", "PRODUCE", "INTEND_PRODUCE"})
"""Deeds of which at most somebody has the use: *bought parts for the army*, *built boats for Chad*."""

NOT_TO_ANYBODY = frozenset({"INSPECT", "IDENTIFY_AS", "MATCH", "DIFFER", "SHOOT_DOWN", "RELY"})
"""Deeds that are done to nobody."""


def recipient(clause: Clause, hit: Hit, action: str, asked: Named | None = None) -> Named | None:
    """To whom it is done, or from whom it is asked; ``asked`` is the subject of a passive."""
    found = _recipient(clause, hit, action, asked)
    if found is None or found.span is None:
        return found
    plain = found.name == found.span.text
    if (plain or action == "TRANSPORT") and is_nobody(words_of(found, clause), action):
        return None
    return _of_state(found, clause)


def words_of(found: Named, clause: Clause) -> Sequence[Word]:
    """The words of the clause that stand for a party."""
    span = found.span
    return () if span is None else words_within(clause.words, span.start, span.end)


def _of_state(found: Named | None, clause: Clause) -> Named | None:
    """*Russian buyers*, *the Russian market*: the state whose they are; a firm or a works is itself."""
    if found is None or found.span is None:
        return found
    if (own := _own_places(found, clause)) is not None:
        return own
    some = words_within(clause.words, found.span.start, found.span.end)
    if len(some) > 1 and some[-1].low in BUYING | ENVOYS and not any(word.low == "and" for word in some):
        first = next((word.low for word in some if word.low in adjectives() or word.low in states()), None)
        if first is not None:
            return evolve(found, name=states()[first].name)
    return found


_PLACES = vocabulary("cities ports towns villages people civilians citizens territory soil")


def _own_places(found: Named, clause: Clause) -> Named | None:
    """*launched at its cities*: the state whose they are, where it is the one that speaks."""
    if clause.source is None or found.span is None:
        return None
    some = [word.low for word in clause.words if word.end <= found.span.end][-3:]
    own = party(clause.source.speaker)
    told = len(some) > 1 and some[-1] in _PLACES and bool({"its", "our", "their"} & set(some[:-1]))
    return evolve(found, name=own) if told and own.lower() in states() else None


def _recipient(clause: Clause, hit: Hit, action: str, asked: Named | None = None) -> Named | None:
    words = clause.words
    if asked is not None and _is_measure(asked):
        asked = None
    if action == "ACQUIRE" and (whose := _on_behalf(clause, hit)) is not None:
        return whose
    if words[hit.at].low in _DOING and hit.end < len(words) - 1 and words[hit.end].low == "of":
        return named(clause, hit.end + 1, receiver_end(words, hit.end + 1))
    if action in _FOR_SOMEBODY:
        return _for_whom(clause, hit)
    if action in NOT_TO_ANYBODY or action == "END_RELIANCE":
        return None
    if given_to_subject(clause, hit) is not None:
        return asked
    if action == "REQUEST":
        if is_passive(words, hit):
            return asked
        mark = next((at for at in range(hit.end, len(words) - 1) if words[at].low in {"from", "of"}), None)
        if hit.deed.words[-1] == "for":
            mark = mark if mark is not None and words[mark].low == "from" else None
            return named(clause, mark + 1, receiver_end(words, mark + 1)) if mark is not None else None
        if not words[hit.at].low.startswith(("ask", "beg")) or hit.deed.kind != "verb":
            return named(clause, mark + 1, receiver_end(words, mark + 1)) if mark is not None else None
        end = joined_states_end(words, hit.end) or phrase_end(words, hit.end)
        asking = next((n for n in range(hit.end, end) if words[n].low in _ASKING), end)
        return named(clause, hit.end, asking) if hit.end < asking else None
    direct = action in DIRECT or (action == "CONSULT" and hit.deed.words[0].startswith("consult"))
    if direct and hit.deed.kind == "verb" and hit.deed.action == action:
        aimed = len(hit.deed.words) > 1 and hit.deed.words[-1] in PREPOSITIONS
        if is_passive(words, hit) and not aimed:
            return asked
        found = _direct(clause, hit.end)
        if found is not None and action == "SANCTION":
            found = _owner_of_frozen(clause, found) or (None if _is_measure(found) else found)
        return found or _after_mark(clause, hit, action)
    if action == "SANCTION" and hit.deed.kind != "verb" and (put := _listed(clause, hit)) is not None:
        return put
    if action == "HOLD_ACCOUNTABLE":
        held = next(
            (at for at in range(hit.at) if words[at].low in {"hold", "holds", "held", "holding"}), None
        )
        if held is not None and held + 1 < hit.at:
            return named(clause, held + 1, hit.at)
        return asked or _after_mark(clause, hit, action)
    if hit.deed.frame == "thing" and "SUPPLY" in action:
        return _reached(clause, hit)
    if action == "STOP_SUPPLY" and (cut := cut_off(clause, hit)) is not None:
        return cut
    if "SUPPLY" in action and (whose := supplier_to(clause, hit)) is not None:
        return whose
    ends = hit.deed.words[-1]
    dealt = ends in {"with", "in", "to", "of"} and "SUPPLY" in action and hit.deed.words[0][:4] != "deal"
    dealt = dealt or (ends == "to" and action == "TRANSPORT") or hit.deed.words == ("bound", "for")
    if hit.deed.words[-1] == "of" and "supplier" in hit.deed.words:
        return _supplied_by(clause, hit)
    if hit.deed.frame == "from" or dealt or (ends == "with" and action in _WITH):
        return named(clause, hit.end, receiver_end(words, hit.end)) if hit.end < len(words) else None
    if ends == "with" and action == "OTHER" and hit.end < len(words):
        other = other_party(words, hit.end)
        return None if other is None else named(clause, hit.end, other)
    span = receiver_span(clause, hit)
    if span is not None:
        return named(clause, *span)
    if action == "USE" and (struck := _struck(clause, hit)) is not None:
        return struck
    found = _after_mark(clause, hit, action)
    return linked_with(clause, hit) if found is None and "SUPPLY" in action else found


def _owner_of_frozen(clause: Clause, found: Named) -> Named | None:
    """*froze the assets of four traders*, *two of the company's accounts*: whose they are."""
    words = clause.words
    at = next((n for n, word in enumerate(words) if found.span and word.end == found.span.end), None)
    if at is None or words[at].low not in _FROZEN:
        return None
    if words[at - 1].low in POSSESSIVES:
        first = at - 1
        while first and words[first - 1].is_word and words[first - 1].low not in DETERMINERS | {"of"}:
            first -= 1
        return named(clause, first, at - 1)
    if at + 2 < len(words) and words[at + 1].low == "of":
        return named(clause, at + 2, receiver_end(words, at + 2))
    return None


_FROZEN = vocabulary("assets accounts account funds property")


def _is_measure(found: Named) -> bool:
    """*sanctions are enforced*: a measure is done to nobody by itself."""
    low = found.name.split()[-1].lower()
    return low in _MEASURES or is_deed(low)


def _supplied_by(clause: Clause, hit: Hit) -> Named | None:
    """*the main supplier of P to Chad*, *Chad's main supplier of P*: Chad."""
    words = clause.words
    if hit.at > 1 and words[hit.at - 1].low in POSSESSIVES:
        first = hit.at - 1
        while first and words[first - 1].is_name:
            first -= 1
        return named(clause, first, hit.at - 1) if first < hit.at - 1 else None
    return _after_mark(clause, hit, "SUPPLY")


def _for_whom(clause: Clause, hit: Hit) -> Named | None:
    """*bought parts for the army*, *built radars for Chad*, *ordered P for use by Q*: for whom."""
    words = clause.words
    for at in range(hit.end, len(words) - 1):
        if words[at].low in _ENDS_REACH or words[at].text in {",", ";"}:
            return None
        if words[at].low != "for":
            continue
        used = [word.low for word in words[at + 1 : at + 3]] == ["use", "by"]
        opens = at + 3 if used else at + 1
        if opens >= len(words) or not (words[opens].is_name or words[opens].low in DETERMINERS):
            continue
        end = receiver_end(words, opens)
        if end > opens and is_somebody(words, opens, end):
            return named(clause, opens, end)
    return None


_ENDS_REACH = vocabulary("that which who because if after before when while as")

_ASKING = vocabulary("what how whether where when why whom if")


def _on_behalf(clause: Clause, hit: Hit) -> Named | None:
    """*ordered parts on behalf of P*: for whom they are."""
    words = clause.words
    for at in range(hit.end, len(words) - 3):
        if [word.low for word in words[at : at + 3]] == ["on", "behalf", "of"]:
            return named(clause, at + 3, receiver_end(words, at + 3))
    return None


def _struck(clause: Clause, hit: Hit) -> Named | None:
    """*used drones to strike P*: whom they are used on."""
    words = clause.words
    for at in range(hit.end, len(words) - 2):
        if words[at].low == "to" and any(
            each.action == "ATTACK" for each in deeds().get(words[at + 1].low, ())
        ):
            return _direct(clause, at + 2)
    return None


def _listed(clause: Clause, hit: Hit) -> Named | None:
    """*added P to the list*, *P was added to the list*, *P may face sanctions*: who is listed."""
    words = clause.words
    main = main_verb(words)
    at = next((n for n in range(len(words)) if words[n].low in LISTED_BY), None)
    if hit.deed.words[0] in {"subject", "under"} and main is not None:
        span = subject_span(clause, main.first)
        return None if span is None else named(clause, *span)
    first = 0 if main is None else main.verb + 1
    if at is not None and first < at < len(words) - 1 and words[at + 1].low in {"to", "on"}:
        return named(clause, first, at) if not passive_at(words, at) else _listed_subject(clause)
    if at is None or main is None:
        if at is None or at + 1 >= len(words):
            return None
        opens = next((n for n in range(at + 1, len(words)) if words[n].is_word), at + 1)
        return named(clause, opens, receiver_end(words, opens))
    passive = passive_at(words, at) or words[at].low.startswith("fac")
    if passive:
        span = subject_span(clause, main.first)
        return None if span is None else named(clause, *span)
    return named(clause, at + 1, receiver_end(words, at + 1))


def _listed_subject(clause: Clause) -> Named | None:
    main = main_verb(clause.words)
    span = subject_span(clause, main.first) if main is not None else None
    return None if span is None else named(clause, *span)


LISTED_BY = vocabulary(
    "added adding add adds included include includes include place placed places put puts listing face "
    "faces faced "
    "facing hit"
)


def _reached(clause: Clause, hit: Hit) -> Named | None:
    """*reached P*, *ended up at P*: whoever stands behind the verb."""
    words, at = clause.words, hit.end
    if words[hit.at].low in _LEAVING:
        return _after_mark(clause, hit, "SUPPLY")
    if at < len(words) and words[at].low in {"at", "in", "with", "to", "into", "on"}:
        at += 1
    if at >= len(words) or not names_somebody(words, at):
        return None
    return named(clause, at, receiver_end(words, at))


_LEAVING = vocabulary("leave leaves left leaving")


def _after_mark(clause: Clause, hit: Hit, action: str) -> Named | None:
    """Whoever stands behind *to*, *for*, *on*, as the deed has it."""
    words = clause.words
    marks = TO_WHOM.get(action, ("to", "into", "for", "against"))
    for at in range(hit.end, len(words) - 1):
        if words[at].low in {"that", "which", "who", "because", "if"} and at > hit.end:
            return None
        if words[at].low == "at" and words[at + 1].low in {"least", "most"}:
            continue  # fired at least 40
        if action == "TRANSPORT" and words[at].low == "to" and words[hit.at].low in _MOVING:
            continue  # travelled to P
        if [word.low for word in words[at : at + 3]] == ["for", "use", "by"] and at + 3 < len(words):
            return named(clause, at + 3, receiver_end(words, at + 3))
        if words[at].low in marks and words[at - 1].low != "up" and names_somebody(words, at + 1):
            opens = past_count(words, at + 1, len(words)) if words[at + 1].low == "at" else at + 1
            return named(clause, opens, receiver_end(words, opens))
    return None


_MOVING = vocabulary(
    "travel travels travelled traveled travelling traveling sail sails sailed sailing cross crosses crossed "
    "crossing drive drives drove driven driving fly flies flew flown flying arrive arrives arrived arriving "
    "land lands landed landing head heads headed heading flight flights call calls called"
)
"""Verbs of moving behind which *to* opens a place, and no receiver."""


def given_to_subject(clause: Clause, hit: Hit) -> int | None:
    """*the rebels were given P*, *was supplied with P*, *were armed by P*: where what is given may stand.

    None where the subject is the thing: *radars were given to P*.
    """
    words = clause.words
    if hit.noun is not None:
        return None
    if hit.deed.action != "SUPPLY" or words[hit.at].low not in GIVING or not is_passive(words, hit):
        return None
    after = hit.end
    if after < len(words) and words[after].low == "with":
        after += 1
    thing = after < len(words) and words[after].is_word and words[after].low not in PREPOSITIONS
    thing = thing and not is_adverb(words[after]) and words[after].low not in _NO_THING
    armed = words[hit.at].low in _ARMED
    span = subject_span(clause, hit.at) if thing or armed else None
    return after if span is not None and acts(words, *span) else None


_ARMED = vocabulary("armed equipped supplied furnished")


def receiver_span(clause: Clause, hit: Hit) -> tuple[int, int] | None:
    """Where the receiver stands straight after a verb of giving: *armed P*, *sold Moscow drones*."""
    words = clause.words
    if hit.deed.action != "SUPPLY" or hit.deed.kind != "verb" or is_passive(words, hit):
        return None
    return _receiver(clause, hit) if words[hit.at].low in GIVING or hit.deed.frame == "whom" else None


def _direct(clause: Clause, at: int) -> Named | None:
    """The object of the verb: *condemned Abu Dhabi*, *blacklisted four companies*, *sanctions on X*."""
    words = clause.words
    if at < len(words) and words[at].low in {"least", "most"}:
        return None  # fired at least 40 missiles
    if at < len(words) and words[at].low in {"sanctions", "restrictions"}:
        at += 1
    if at + 1 < len(words) and words[at].low == "at" and words[at + 1].low in {"least", "most"}:
        at += 2
    elif at < len(words) and words[at].low in {"on", "against", "at", "into", "of"}:
        at += 1
    if at < len(words) and words[at].low in {"only", "also", "even", "both"}:
        at += 1
    if at + 2 < len(words) and words[at].low == "those" and words[at + 1].low in {"who", "responsible"}:
        end = next((n for n in range(at, len(words)) if words[n].text in {",", ".", ";"}), len(words))
        span = Passage.of(clause.text, words[at].start, words[end - 1].end)
        return Named(span.text, span)
    if at >= len(words) or not names_somebody(words, at) or words[at].low in PREPOSITIONS:
        return None
    return named(clause, at, receiver_end(words, at))


def _receiver(clause: Clause, hit: Hit) -> tuple[int, int] | None:
    """*armed the rebels*, *supplied Russia with P*, *sold Moscow drones*."""
    words, at = clause.words, hit.end
    if at >= len(words) or not words[at].is_word:
        return None
    if (before_thing := named_then_thing(words, at)) is not None:
        return at, before_thing
    end = receiver_end(words, at)
    some = [word.low for word in words[at:end]]
    if end < len(words) and words[end].low == "and":  # supplied X and Y with P
        end = next((n for n in range(end, min(end + 6, len(words))) if words[n].low == "with"), end)
    near = {word.low for word in words[end : end + 1]}
    if some and some[-1] in {"together", "along"}:
        return None  # handed over P together with Q
    told = hit.deed.frame == "whom" or "with" in near
    if some and some[0] == "us" and (words[hit.at].low.startswith(_ARMING) or _given(words, at + 1)):
        return at, at + 1
    if some and some[0] in {"it", "them", "him", "us", "me", "nothing"} and "with" not in near:
        return None
    goes_on = bool(near & {"to", "into"})  # sent troops to P
    if not goes_on and not told and (inside := _army_inside(words, at, end)) is not None:
        return at, inside
    if not told and (whom := supplied(clause, hit)) is not None:
        return whom
    if (
        told
        or (bool(some) and some[-1] in RECEIVERS and not goes_on)
        or (some and " ".join(some) in states())
    ):
        return at, end
    for size in (1, 2):
        first = " ".join(some[:size])
        owns = len(some) > size and some[size] in POSSESSIVES  # arms Chad's rebels
        if first not in states() or first in adjectives():
            continue
        if not owns:
            return at, at + size
        if some[size + 1 : size + 2] and some[size + 1] in RECEIVERS:
            return at, at + size + 2
    owned = some[:1] and some[0] in {"his", "its", "their", "the"} and some[1:2] and some[1] in RECEIVERS
    return (at, at + 2) if owned else None


def _army_inside(words: Sequence[Word], at: int, end: int) -> int | None:
    """*sold the Chadian army radars*: where the receiver ends, and what is given begins."""
    if words[at].low not in {"the", "its", "their"}:
        return None
    for ahead in range(at + 1, end - 1):
        if words[ahead].low in RECEIVERS and words[ahead + 1].low.endswith("s"):
            return ahead + 1
    return None


_ARMING = ("arm", "equip")


def _given(words: Sequence[Word], at: int) -> bool:
    """*gave us so much as P*, *sold them two drones*: whether a thing stands behind the pronoun."""
    if at >= len(words) or not words[at].is_word:
        return False
    low = words[at].low
    if low in PREPOSITIONS or low in _NO_THING or words[at].is_name:
        return False
    counted = low in DETERMINERS or words[at].text[0].isdigit() or low in {"so", "nothing", "everything"}
    return counted or (low.endswith("s") and not is_base(words[at]))


_NO_THING = vocabulary(
    "home abroad and or but as since because last this that all both when while if which who"
)
