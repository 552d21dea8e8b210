"""By which ties a party hangs together with one that stood on a list: every leg, its share, days and proof.

A listed owner is a path and no match of names. Whether a share is enough for anything (a rule of half, say)
is for law and a person; shares stand leg by leg as they are recorded and are never multiplied.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from sherd.model.dates import Interval
from sherd.model.identifiers import Identifier

Over = Literal["over", "under"]
"""Whether the listed party stands over the one asked about (owns it, directs it) or under it."""

Standing = Literal["held", "not shown"]
"""On the days asked about: a tie surely held; whether it held cannot be told from the dates recorded."""

How = Literal["recorded", "on the list", "number", "decided", "possible match"]
"""How the party at the end of a path is known to be one on a list."""

UNSURE = "not shown whether that day"
OWNED = "owned by a listed party"
TIED = "tied to a listed party"

SHOWN = {
    "owner": "owner of",
    "controller": "controller of",
    "director": "director of",
    "successor": "successor of",
    "branch": "branch of",
    "agent": "agent of",
    "linked": "linked with",
}
"""Each relation, in words that lead from its party to the other."""


@frozen(kw_only=True)
class TiedParty:
    """A party that has ties: ``id`` is unique among all; ``where`` says in which case or list it stands."""

    id: str
    name: str
    where: str
    row: str
    names: tuple[str, ...] = ()
    kind: str = "unknown"
    country: str = ""
    numbers: tuple[Identifier, ...] = ()


@frozen(kw_only=True)
class TieLeg:
    """That ``party`` was owner, director … ``of`` another, both by :attr:`TiedParty.id`.

    ``days`` are those on which it may have held, ``sure`` those on which it surely did; ``basis`` says what
    it rests on, ``row`` where it is recorded.
    """

    party: str
    relation: str
    of: str
    share: float | None = None
    days: Interval
    sure: Interval
    dated: str
    proof: str = "asserted"
    basis: str = ""
    row: str = ""
    source: str | None = None

    @property
    def ends(self) -> tuple[str, str]:
        """The party that stands over the other, then the other; both ways round for a mere link."""
        if self.relation in {"successor", "branch", "agent"}:
            return self.of, self.party
        return self.party, self.of

    @property
    def shared(self) -> str:
        """The share in words; that none is recorded is said of owners alone."""
        if self.share is None:
            return "share not recorded" if self.relation == "owner" else ""
        return f"{self.share:g} %"

    @property
    def is_documented(self) -> bool:
        """Whether a paper that is named stands behind it: every other leg is drawn with dashes."""
        return self.proof == "documented"


@frozen(kw_only=True)
class HeldLeg:
    """A leg of a path, with the names of its two parties and how it stood on the days asked about."""

    leg: TieLeg
    party: str
    of: str
    standing: Standing

    @property
    def words(self) -> str:
        """The leg as a sentence without its full stop."""
        leg = self.leg
        said = [leg.dated, leg.shared, leg.basis, "" if self.standing == "held" else UNSURE]
        relation = SHOWN.get(leg.relation, leg.relation)
        return f"{self.party} is {relation} {self.of} ({'; '.join(filter(None, said))})"


@frozen(kw_only=True)
class ListedEnd:
    """The listed party at the end of a path, and how it is known to be the one on the list.

    ``how`` is ``recorded`` (a listing in the record), ``on the list`` (the list itself says the tie),
    ``number`` (a register's number agrees), ``decided`` (by a person) or ``possible match`` (of names, with
    its score).
    """

    party: str
    list_: str
    entry: str = ""
    name: str = ""
    programme: str = ""
    listed: str
    from_: Interval
    to_: Interval | None = None
    standing: Literal["listed", "not shown"]
    how: How
    score: float | None = None
    basis: str = ""
    row: str = ""

    @property
    def words(self) -> str:
        """Who stood on which list, since when, and how that is known."""
        stood = "on" if self.standing == "listed" else "not shown whether that day on"
        entry = f", entry {self.entry}" if self.entry else ""
        return f"{self.party}: {stood} {self.list_}{entry} ({self.listed}; {self.basis})"


@frozen(kw_only=True)
class TiePath:
    """From the party asked about, leg by leg, to a listed one."""

    party: TiedParty
    way: Over
    legs: tuple[HeldLeg, ...]
    end: ListedEnd

    @property
    def heading(self) -> str:
        """*Owned* where every leg is one of ownership and leads upwards; else *tied*."""
        owned = self.way == "over" and all(leg.leg.relation == "owner" for leg in self.legs)
        return OWNED if owned else TIED

    @property
    def words(self) -> str:
        """The whole path as one sentence."""
        return f"{self.heading}: {'; '.join(leg.words for leg in self.legs)}; {self.end.words}"
