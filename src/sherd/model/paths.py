"""By which road a part came, leg by leg, each with what proves it; no leg is proven by being drawn.

A part *type* found in a weapon is never *this shipment* having reached the weapon. The leg from the last
known holder to the weapon stays ``not_proven`` until a person has judged it, however well the legs before
are documented. Where no record joins two stations the leg is ``missing`` and is drawn as such.

Nothing here computes: ``sherd.trace`` fills these nouns, the dossier, charts and exports read them.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from sherd.model.dates import Interval
from sherd.model.ties import HeldLeg

Proof = Literal["judged", "documented", "asserted", "inferred", "not_proven", "missing"]

PROOFS: tuple[Proof, ...] = ("judged", "documented", "asserted", "inferred", "not_proven", "missing")
"""How far a leg is proven, from a person's reasoned decision on documents down to nothing at all."""

StationKind = Literal["maker", "party", "weapon", "recovery", "unknown", "tied"]
LegKind = Literal["transfer", "gap", "reached", "recovered"]
Relation = Literal["this_component", "same_code", "same_base"]
"""A transfer is about this very piece, about its full ordering code, or only about its base part."""


@frozen(kw_only=True)
class Station:
    """Where a part was: its maker, a party, the weapon that it was found in, the recovery of that weapon.

    ``id`` is unique in a network; ``row`` is the id of the party, item or recovery, ``None`` for a maker that
    is only named on the part and for a station that nobody knows.
    """

    id: str
    kind: StationKind
    name: str
    row: str | None = None
    country: str | None = None


@frozen(kw_only=True)
class Leg:
    """From one station to the next. ``basis`` says in a sentence what it rests on; ``row`` is a transfer.

    ``inferred`` legs name their rule in ``basis``; ``when`` are the days within which it happened.
    """

    from_: str
    to: str
    kind: LegKind
    proof: Proof
    basis: str
    when: Interval | None = None
    quantity: str | None = None
    row: str | None = None
    source: str | None = None
    relation: Relation | None = None

    @property
    def is_known(self) -> bool:
        """Whether a record stands behind the leg, drawn as a full line; every other leg is dashed."""
        return self.proof in {"judged", "documented", "asserted"}


@frozen(kw_only=True)
class Path:
    """One way from maker to recovery: stations in order, and the legs between them.

    ``weakest`` is the proof of its least proven leg, which is that of the whole.
    """

    stations: tuple[str, ...]
    legs: tuple[Leg, ...]
    weakest: Proof
    missing: int
    words: str


@frozen(kw_only=True)
class Timing:
    """How the days of a transfer lie to a listing, a control, or a path of ties to a listed party.

    An observation, never a finding of breach.
    """

    transfer: str
    kind: Literal["listing", "control", "tie"]
    about: str
    what: str
    when: Literal["before", "during", "after", "overlaps", "not_dated"]
    words: str


@frozen(kw_only=True)
class Diversion:
    """A candidate for the point of diversion, or the one that a person judged.

    ``transfer`` is the leg after which the part left the lawful route, if it did; a candidate is a question
    for a person and says nothing about the parties on either side.
    """

    transfer: str
    judged: bool
    by: str | None = None
    words: str


@frozen(kw_only=True)
class Road:
    """What the record knows about how one component came into its weapon."""

    item: str
    component: str
    part: str | None
    maker: str | None
    stations: tuple[Station, ...]
    legs: tuple[Leg, ...]
    paths: tuple[Path, ...]
    more_paths: bool
    timings: tuple[Timing, ...] = ()
    diversions: tuple[Diversion, ...] = ()
    limits: tuple[str, ...] = ()
    """What must be said beside it: what no record shows."""
    returns: tuple[Leg, ...] = ()
    """Transfers that lead back to where the goods had been: they are about the part and on no path."""
    barred: tuple[Leg, ...] = ()
    """Transfers that by their days cannot have brought this piece here: they are on no path either."""
    ties: tuple[HeldLeg, ...] = ()
    """Ties of the parties on the road, as of the days of their transfers: never a leg of it."""
    beside: tuple[Station, ...] = ()
    """The parties that these ties lead to and that stand on no path."""

    @property
    def has_transfers(self) -> bool:
        """Whether the record holds a transfer that is about the component, on a path or not."""
        return any(leg.kind == "transfer" for leg in (*self.legs, *self.returns, *self.barred))

    def station(self, id_: str) -> Station:
        """The station of that id. Raises ``ValueError``."""
        for station in self.stations:
            if station.id == id_:
                return station
        raise ValueError(f"the road of {self.component!r} has no station {id_!r}")
