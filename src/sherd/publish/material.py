"""All that a dossier is made from, gathered before a word is written.

The record is already redacted to the clearance of the reader; conclusions are drawn from what that reader
may see, so that they can be checked by that reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from attrs import field, frozen

from sherd.model.casewide import CaseWide
from sherd.model.findings import Comparison
from sherd.model.identified import Identified
from sherd.model.paths import Road
from sherd.model.problems import Problem
from sherd.model.record import CaseRecord
from sherd.model.requests import Standing
from sherd.model.shipped import TradeFile
from sherd.model.stances import Bearing, Ledger
from sherd.model.weights import Attribution


@frozen(kw_only=True)
class Seal:
    """What the journal stood at when the dossier was made, for anyone to verify."""

    origin: str
    size: int
    root: str
    checkpoint: str
    verifier: str


@frozen
class Changed:
    """One column of a corrected row: what it said, what it says now."""

    column: str
    was: str
    now: str


@frozen(kw_only=True)
class Correction:
    """A row that was changed or withdrawn after it was first recorded."""

    seq: int
    at: str
    verb: str
    kind: str
    id: str
    changes: tuple[Changed, ...] = ()


@frozen(kw_only=True)
class Material:
    """The parts of one dossier. ``attributions`` holds, for each item in question, its results in order:
    on independent labels first, accepting the publisher's labels second."""

    record: CaseRecord
    clearance: str
    attributions: Mapping[str, tuple[Attribution, ...]]
    comparison: Comparison
    whole: CaseWide
    wording: tuple[Problem, ...] = ()
    """Where texts of the record say more than the evidence."""
    identified: tuple[Identified, ...] = ()
    """What every marking was found to say."""
    roads: tuple[Road, ...] = ()
    trade: tuple[TradeFile, ...] = ()
    """What the trade files of the case say of its parts."""
    requests: tuple[Standing, ...] = ()
    ledger: Ledger | None = None
    bearings: tuple[Bearing, ...] = ()
    corrections: tuple[Correction, ...] = ()
    corrections_withheld: int = 0
    withheld: Mapping[str, int] = field(factory=dict)
    """How many rows of each kind this reader is not shown."""
    values_withheld: int = 0
    problems_withheld: int = 0
    """Problems of the recording that this reader is not shown: they name a file or heading."""
    seal: Seal
    at: datetime
    version: str
