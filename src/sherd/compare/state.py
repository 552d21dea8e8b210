"""How two component records of one slot compare: shared, similar, differs, or not examined.

A component that nobody examined, that cannot be seen, was not recovered or was destroyed is not absent, and
never makes a difference. Only the word ABSENT says that a thing is not there. To add a rule for two
components that are both there: a branch in ``part_agreement``, a line in ``_STATES`` and in ``_SENTENCES``.
"""

from __future__ import annotations

from typing import Literal

from sherd.compare.listed import Listed
from sherd.compare.parts import makers_agree
from sherd.model.findings import State

Reason = Literal[
    "same code",
    "other maker",
    "same base",
    "same words",
    "same maker",
    "other part",
    "only maker differs",
    "nothing",
]


def state(a: Listed, b: Listed) -> State:
    """How two records of one slot compare; the same whichever comes first."""
    standings = {a.standing, b.standing}
    if "unknown" in standings:
        return "not_examined"
    if "absent" in standings:
        return "shared" if len(standings) == 1 else "differs"
    return _STATES[part_agreement(a, b)]


def basis(a: Listed, b: Listed) -> str:
    """The sentence that says why two records compare as they do."""
    standings = {a.standing, b.standing}
    if "unknown" in standings:
        return _not_examined(a, b)
    if standings == {"absent"}:
        return "recorded as absent on both: a shared absence, not a shared part"
    if "absent" in standings:
        there, missing = (b, a) if a.standing == "absent" else (a, b)
        return f"present on {there.item} ({_named(there)}), recorded as absent on {missing.item}"
    return _sentence(part_agreement(a, b), a, b)


def part_agreement(a: Listed, b: Listed) -> Reason:
    """How two present components agree in part and maker."""
    makers = makers_agree(a.makers, b.makers)
    if a.number and b.number:
        if a.number.code == b.number.code:
            return "other maker" if makers is False else "same code"
        return "same base" if a.number.base == b.number.base else "other part"
    if a.words and a.words == b.words and makers is not False:
        return "same words"
    if makers is None:
        return "nothing"
    return "same maker" if makers else "only maker differs"


def _sentence(reason: Reason, a: Listed, b: Listed) -> str:
    named = dict.fromkeys((_named(a), _named(b)))
    joint = " against " if _STATES[reason] == "differs" else " and "
    words = _SENTENCES[reason].format(base=a.number.base if a.number else "", both=joint.join(named))
    if reason == "same code":
        if a.printed or b.printed:
            words += ", as read from the marking"
        words += "".join(f"; {each.id}: {each.named.basis}" for each in (a, b) if each.named)
        if not (a.makers and b.makers):
            words += "; the maker is not named on both"
        if a.position and b.position and a.position != b.position:
            words += "; recorded in different places"
    return words


def _named(listed: Listed) -> str:
    part = listed.number.raw if listed.number else listed.component.part_as_published
    maker = listed.maker
    return ", ".join(name for name in (part, maker) if name) or listed.component.label


def _not_examined(a: Listed, b: Listed) -> str:
    said = [f"{_SAID[each.component.state]} on {each.item}" for each in (a, b) if each.standing == "unknown"]
    return "; ".join(said) + ": nothing follows"


_STATES: dict[Reason, State] = {
    "same code": "shared",
    "other maker": "similar",
    "same base": "similar",
    "same words": "similar",
    "same maker": "similar",
    "other part": "differs",
    "only maker differs": "differs",
    "nothing": "not_examined",
}
_SENTENCES: dict[Reason, str] = {
    "same code": "the same part number: {both}",
    "other maker": "the same part number under different makers: {both}",
    "same base": "the same base part ({base}), ordering codes differ: {both}",
    "same words": "described in the same words, without a part number on both: {both}",
    "same maker": "the same maker and slot, without a part number on both: {both}",
    "other part": "different parts: {both}",
    "only maker differs": "different makers: {both}",
    "nothing": "listed on both, but too little is recorded to compare: {both}",
}
_SAID: dict[str | None, str] = {
    None: "the state is not recorded",
    "NOT_EXAMINED": "not examined",
    "NOT_VISIBLE": "not visible",
    "NOT_RECOVERED": "not recovered",
    "DESTROYED": "destroyed",
}
