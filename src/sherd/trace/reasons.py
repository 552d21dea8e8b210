"""Why two names are thought to be one party's, in words, and what would confirm or rule it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from sherd.trace.history import Listed
from sherd.trace.index import NameIndex
from sherd.trace.prepared import GENERIC, Prepared


class Indexed(Protocol):
    """What is needed of a screen: its index and its names."""

    @property
    def index(self) -> NameIndex:
        """The index."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names, as indexed."""


def words(asked: Prepared, screen: Indexed, at: int, measures: Mapping[str, float]) -> str:
    """What agrees between a name asked about and a listed name, and what is left over on either side."""
    theirs = _tokens(screen.index, at)
    same = [token for token in dict.fromkeys(asked.tokens) if token in theirs]
    own = [token for token in asked.tokens if token not in theirs]
    left = [token for token in theirs if token not in asked.tokens]
    said = [_agreement(asked, same, own, left, measures)]
    if measures["acronym"]:
        said.append("one is the other's initials")
    if measures["forms"] < 0:
        said.append("legal forms differ")
    elif measures["forms"] > 0:
        said.append("legal form alike")
    if measures["numbers_differ"]:
        said.append("their numbers differ")
    return "; ".join(part for part in said if part)


def _agreement(
    asked: Prepared,
    same: Sequence[str],
    own: Sequence[str],
    left: Sequence[str],
    measures: Mapping[str, float],
) -> str:
    if not own and not left:
        generic = all(kind & GENERIC for kind in asked.kinds)
        return "every word agrees" + (", all of them words that many companies use" if generic else "")
    parts = [f"agree: {' '.join(same)}"] if same else []
    if own and left:
        alike = "much alike" if measures["joined"] > 0.8 else "compared by sound"
        parts.append(f"{alike}: {' '.join(own)} / {' '.join(left)}")
    elif own:
        parts.append(f"only asked about: {' '.join(own)}")
    else:
        parts.append(f"only listed: {' '.join(left)}")
    return "; ".join(parts)


def _tokens(index: NameIndex, at: int) -> list[str]:
    packed = index.packed
    return [index.tokens[token] for token in packed.ids[packed.first[at] : packed.first[at + 1]].tolist()]


def confirm(listed: Listed, country: str) -> str:
    """What would confirm or rule out that the party asked about is the entry."""
    entry = listed.entry
    tells = []
    if entry.identifiers:
        tells.append("its " + ", ".join(f"{one.kind} {one.value}" for one in entry.identifiers[:4]))
    born = [
        value
        for name, value in entry.more
        if name.casefold() in {"birthdate", "dob", "d.o.b", "ftm:birthdate", "date of birth"}
    ]
    if born:
        tells.append(f"born {born[0]}")
    if entry.addresses:
        tells.append(f"address {entry.addresses[0]}")
    if entry.countries:
        tells.append(
            f"country {', '.join(entry.countries[:3])}" + (f" (asked about: {country})" if country else "")
        )
    if not tells:
        return "the list gives nothing but names: ask for the register's number, address or date of birth"
    return "confirmed or ruled out by " + "; ".join(tells)
