"""Verbs that say little of their own: those that lead to another verb, and those that carry a noun.

*Began to sell P* tells of selling, *carried out strikes* of strikes. To add a verb: its base form in one of
the two lists, and its past and participle where they are irregular.
"""

from __future__ import annotations

from collections.abc import Mapping

from sherd.claims.inflection import forms
from sherd.claims.lexicon import vocabulary

_LEADING = (
    "continue start begin keep plan want intend agree refuse fail try attempt manage help need seem appear "
    "tend aim seek vow promise pledge decide choose expect believe think know say allege report suspect "
    "hope prepare struggle come go dare offer threaten propose consider resume finish admit deny "
    "avoid risk undertake commit set estimate "
    "assess understand rumour design mean use instruct order find resort look welcome stop halt "
    "cease end acknowledge recall report direct involve accuse suspect convict charge credit expect"
)
_CARRYING = (
    "make carry conduct launch hold open take engage impose halt suspend resume step increase expand approve "
    "give provide offer receive face mount stage run order ban prohibit block restrict support do have "
    "begin continue start stop end cease slow sign play undergo undertake perform become remain see "
    "witness adopt establish resume launch broaden authorise authorize license permit maintain deepen "
    "double triple quadruple strengthen keep step pursue arrange organise organize sustain wage mean include "
    "consider weigh stem staunch curb facilitate handle oversee coordinate complete prepare widen tighten "
    "extend renew ease lift reduce lessen expect await report"
)
_IRREGULAR = {
    "begin": "began|begun", "keep": "kept|kept", "seek": "sought|sought", "choose": "chose|chosen",
    "think": "thought|thought", "know": "knew|known", "say": "said|said", "come": "came|come",
    "go": "went|gone", "lead": "led|led", "undertake": "undertook|undertaken", "set": "set|set",
    "understand": "understood|understood", "mean": "meant|meant", "make": "made|made", "hold": "held|held",
    "take": "took|taken", "give": "gave|given", "run": "ran|run", "do": "did|done", "have": "had|had",
    "find": "found|found", "become": "became|become", "see": "saw|seen", "undergo": "underwent|undergone",
}  # fmt: skip


def every_form(verbs: str, irregular: Mapping[str, str] = _IRREGULAR) -> frozenset[str]:
    """Every form of the verbs of a list; ``irregular`` has past and participle of those that need it."""
    return frozenset(form.words[0] for verb in verbs.split() for form in forms(verb, irregular.get(verb, "")))


LEADS_ON = every_form(_LEADING) | vocabulary(
    "able unable likely unlikely ready willing prepared due going about ought used capable set free "
    "keen determined poised bound responsible caught"
)
"""Forms of verbs, and adjectives, that hand on to an infinitive, a participle or *of* and a participle."""

CARRIES = every_form(_CARRYING)
"""Forms of verbs whose deed is the noun after them."""
