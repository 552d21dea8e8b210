"""Which state or body a phrase stands for: *Chadian forces*, not *Chad's arms makers*.

Those who make, trade, write or work for themselves are of a state and not the state; *UN member states* are
not the UN. To add somebody: a word in the lists below.
"""

from __future__ import annotations

from collections.abc import Sequence

from sherd.claims.grammar import DETERMINERS, PREPOSITIONS
from sherd.claims.lexicon import adjectives, bodies, states, vocabulary
from sherd.claims.phrases import GOVERNMENTAL
from sherd.claims.sentences import Word

HOLDING_OFFICE = vocabulary("officials authorities government leaders leadership ministers diplomats")

AFTER_STATE = (
    PREPOSITIONS
    | vocabulary(
        "'s itself and or many several repeatedly last this again now also twice once rather like unlike "
        "along but"
    )
    | DETERMINERS
)
"""Words after which a state's name goes on with nothing."""

OF_STATE = vocabulary(
    "government side regime authorities forces efforts counterpart counterparts minister president foreign "
    "defence defense prime armed air security administration state attempts plans decision leaders "
    "leadership "
    "troops envoys diplomats officials negotiators soldiers servicemen pilots gunners airmen sailors "
    "fighters "
    "instructors partners war strikes warplanes bombers"
)
"""Words after a people's name with which the state is meant."""

SOLDIERS = vocabulary("soldiers fighters troops forces servicemen gunners instructors")
"""People of a state who act for it, however described."""

BUYING = vocabulary(
    "customers buyers clients users market markets weapons weapon drones missiles war army economy industry "
    "sector programme program end-users purchasers effort arsenal production hands entities parties"
)
"""What of a state stands for it where things go there: *sold to Kenyan buyers*."""

BUSINESS = vocabulary(
    "industry industries sector makers manufacturers producers companies company firms firm maker "
    "manufacturer traders trader dealers exporters importers exporter importer distributors distributor "
    "suppliers supplier plants plant factories factory banks bank airlines airline media press newspapers "
    "chipmakers shipyards businesses brokers middlemen citizens nationals students workers buyers buyer "
    "customers customer clients client engineers specialists base"
)
"""Those of a state whose deeds are not the state's."""

_OF_BODY = vocabulary(
    "rebels movement group militia men units leaders command commanders headquarters operatives technicians"
)

_TOWNS = vocabulary("port new fort cape lake gulf mount bay")

_STATELY = GOVERNMENTAL | OF_STATE


def party_in(words: Sequence[Word]) -> str | None:
    """The state or body that a phrase stands for: *Russian forces*; a name of its own stands for itself."""
    for size in (4, 3, 2, 1):
        for at in range(len(words) - size + 1):
            key = " ".join(word.low for word in words[at : at + size])
            if (state := states().get(key)) and _stands_for_state(words, at + size, key):
                if at and words[at - 1].is_name and _is_town(words, at, key):
                    continue  # Port Sudan
                return state.name
            goes_on = at + size < len(words) and words[at + size].is_name
            if key in bodies() and words[at].is_name and not goes_on and _is_body(words, at + size):
                return bodies()[key]
    return None


def _is_town(words: Sequence[Word], at: int, key: str) -> bool:
    """Whether a word with a capital in front makes the state's name that of a town: *Port Sudan*."""
    return key not in adjectives() and words[at - 1].low in _TOWNS


def _is_body(words: Sequence[Word], end: int) -> bool:
    """Whether what follows its name leaves the body what is meant: not *UN member states*."""
    if end >= len(words) or not words[end].is_word or words[end].low in AFTER_STATE:
        return True
    return words[end].low in _STATELY or words[-1].low in SOLDIERS | HOLDING_OFFICE | _OF_BODY


def _stands_for_state(words: Sequence[Word], end: int, key: str) -> bool:
    """*Russian military* is Russia; *American chipmakers* are not the United States."""
    if end < len(words) and _is_business(words):
        return False  # Chad's arms makers, Chadian buyers
    if end >= len(words) or not words[end].is_word or words[end].low in AFTER_STATE:
        return True
    last = words[-1].low if all(word.is_word and not word.is_name for word in words[end:]) else ""
    return words[end].low in _STATELY or last in SOLDIERS


def _is_business(words: Sequence[Word]) -> bool:
    """Whether the phrase is about those of a state who make, trade or write: its industry, its newspapers."""
    last = words[-1]
    return not last.is_name and last.low in BUSINESS
