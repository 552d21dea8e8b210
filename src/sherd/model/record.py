"""A whole case as it stands: every noun of every sheet, current versions only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from attrs import field, frozen

from sherd.model.claims import Claim
from sherd.model.custody import CustodyEvent, DigitalExamination, Sample
from sherd.model.hypotheses import Case, Hypothesis
from sherd.model.items import (
    Component,
    Feature,
    Item,
    Line,
    Observation,
    Photograph,
    Recovery,
    SystemModel,
)
from sherd.model.judgements import Judgement
from sherd.model.markings import Marking
from sherd.model.provenance import Edition, Export, File, NotedProblem, RawRow, Source
from sherd.model.row import Row
from sherd.model.supply import Listing, Party, Reply, RequestStep, Tie, TraceRequest, Transfer

NOUNS: tuple[type[Row], ...] = (
    Case,
    Hypothesis,
    Source,
    SystemModel,
    Line,
    Recovery,
    Item,
    Component,
    Photograph,
    Marking,
    Feature,
    Observation,
    CustodyEvent,
    Sample,
    DigitalExamination,
    Party,
    Transfer,
    Listing,
    Tie,
    TraceRequest,
    RequestStep,
    Reply,
    Claim,
    Judgement,
    File,
    RawRow,
    NotedProblem,
    Export,
    Edition,
)
"""Every kind of row, in the order in which a case is recorded: what is referred to comes first."""

KINDS: Mapping[str, type[Row]] = MappingProxyType({noun.kind: noun for noun in NOUNS})
SHEETS: Mapping[str, type[Row]] = MappingProxyType({noun.sheet: noun for noun in NOUNS})


@frozen(kw_only=True)
class CaseRecord:
    """One case, as the store holds it now. Each tuple is in the order in which its rows were recorded."""

    case: Case
    hypotheses: tuple[Hypothesis, ...] = ()
    sources: tuple[Source, ...] = ()
    systems: tuple[SystemModel, ...] = ()
    lines: tuple[Line, ...] = ()
    events: tuple[Recovery, ...] = ()
    items: tuple[Item, ...] = ()
    components: tuple[Component, ...] = ()
    photographs: tuple[Photograph, ...] = ()
    markings: tuple[Marking, ...] = ()
    features: tuple[Feature, ...] = ()
    observations: tuple[Observation, ...] = ()
    custody: tuple[CustodyEvent, ...] = ()
    samples: tuple[Sample, ...] = ()
    digital: tuple[DigitalExamination, ...] = ()
    parties: tuple[Party, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    listings: tuple[Listing, ...] = ()
    ties: tuple[Tie, ...] = ()
    requests: tuple[TraceRequest, ...] = ()
    steps: tuple[RequestStep, ...] = ()
    replies: tuple[Reply, ...] = ()
    claims: tuple[Claim, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    files: tuple[File, ...] = field(default=(), repr=False)
    raw_rows: tuple[RawRow, ...] = field(default=(), repr=False)
    problems: tuple[NotedProblem, ...] = ()
    exports: tuple[Export, ...] = field(default=(), repr=False)
    editions: tuple[Edition, ...] = ()

    @classmethod
    def of(cls, rows: Iterable[Row]) -> CaseRecord:
        """Gather rows of one case by sheet. Raises ``ValueError`` when there is not exactly one case row."""
        sheets: dict[str, list[Row]] = {}
        for row in rows:
            sheets.setdefault(row.sheet, []).append(row)
        cases = sheets.pop("case.toml", [])
        if len(cases) != 1 or not isinstance(case := cases[0], Case):
            raise ValueError(f"these rows hold {len(cases)} cases, not one")
        return cls(case=case, **{sheet: tuple(found) for sheet, found in sheets.items()})  # type: ignore[arg-type]
