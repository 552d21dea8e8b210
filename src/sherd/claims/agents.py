"""Who can act: a party, a person, people, a body; a thing and an idea do nothing by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.kin import BODIES, FIRMS
from sherd.claims.lexicon import adjectives, deeds, listed, outlets, states, things, vocabulary
from sherd.claims.parties import PRONOUNS
from sherd.claims.phrases import GOVERNMENTAL, PLURAL_PEOPLE
from sherd.claims.sentences import Word


def acts(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the words name somebody who can act: a party, a person, people, a body."""
    for at in range(first, last):
        low = words[at].low
        if low in PRONOUNS or low in PERSONAL or (low in states() and low not in adjectives()):
            return True
    noun = words[last - 1]
    low = noun.low
    if _is_firm_name(words, first, last):
        return True
    if low in things() or any(each.kind == "noun" for each in deeds().get(low, ())):
        return low in PERSONAL or low in _FORCES or low.removesuffix("s") in FIRMS  # a thing, a deed
    opens = last == 1 and low.endswith("s") and low not in BODIES and low not in outlets()
    if (
        (noun.is_name and not opens)
        or low in PERSONAL
        or low in PLURAL_PEOPLE
        or low in GOVERNMENTAL
        or low in BODIES
    ):
        return True
    return (
        low in FIRMS
        or any(
            low in listed(kind) or (low.endswith("s") and low[:-1] in listed(kind))
            for kind in ("person", "organisation", "outlet")
        )
        or (low.endswith("ies") and low[:-3] + "y" in FIRMS | BODIES.keys())
        or low.removesuffix("s") in FIRMS
    )


def _is_firm_name(words: Sequence[Word], first: int, last: int) -> bool:
    """*Vale Optics*, *Brabant Gyro*: a name of several words that ends in what the firm makes."""
    noun = words[last - 1]
    if last - first < 2 or not noun.is_name or not words[last - 2].is_name or noun.low not in things():
        return False
    before = words[last - 2].low
    return not things()[noun.low][1] and before not in adjectives() and before not in things()


_FORCES = vocabulary("military army navy forces police government intelligence")
"""Those who act, though their name stands in the names of things as well."""

PERSONAL = vocabulary(
    "nobody somebody anyone everyone someone everybody people person man woman men women government "
    "governments "
    "countries country states state parties side sides allies enemy enemies partners regime forces "
    "troops rebels "
    "fighters militia militias militants police workers buyers sellers traders brokers smugglers "
    "customers clients "
    "dealers middlemen intermediaries exporters importers suppliers makers manufacturers engineers "
    "scientists "
    "firms companies plants plant factory factories banks bank authorities embassy militaries brothers "
    "neighbours "
    "neighbors residents civilians prosecutors lawyers volunteers crews instructors officials crew gunner "
    "gunners buyer seller affiliate affiliates licensee licensees subcontractor subcontractors shareholders "
    "partner rival rivals competitor competitors opponent opponents insurgent insurgents terrorist "
    "terrorists separatist separatists gang gangs cartel cartels child children fisherman fishermen "
    "policemen battalion brigade squad laboratory nation nations republic kingdom ally industry industries "
    "sector pair duo trio detainee detainees hackers peacekeeper peacekeepers mercenary mercenaries "
    "leadership lobby lobbies passengers capitals businesses individuals "
    "entities merchants board"
)
