"""One chart of every kind, drawn of nouns made by hand, and what their marks and tables hold."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from typing import Any

from sherd.model.casewide import DatedSerial
from sherd.model.changes import ManyChanges, OriginShare, Period, RampOrStep, SingleChange
from sherd.model.dates import Interval
from sherd.model.document import Figure, Json, Table, Text
from sherd.model.lines import CoProduction, Descent, Lineage, Partition
from sherd.model.paths import Leg, Path, Road, Station
from sherd.model.reasoning import EvidenceRow, Inconsistency, Matrix, Reliability, Stand
from sherd.model.serials import Chances
from sherd.model.stances import Bearing
from sherd.model.weights import Cell, FeatureWeight, GroupWeight, LeaveOut, PairWeight
from sherd.publish.charts import (
    claims_timeline,
    co_production,
    competing_matrix,
    date_ruler,
    difference_table,
    lineage_graph,
    listed_parties,
    made_chances,
    method_card,
    origin_share,
    prior_posterior,
    sensitivity_map,
    serial_dates,
    shared_modules,
    shipments_by_month,
    stated_observed,
    supply_path,
    tippett,
    tornado,
    weight_waterfall,
)
from sherd.publish.timeline.shown import Arc, Found, Point

STATED = [stated_observed.Group(0.75, 148, 200), stated_observed.Group(0.99, 188, 200)]


SHIPPED = {("2022-03", "HK → RU"): 12, ("2022-05", "HK → RU"): 30, ("2022-03", "CN → RU"): 7}


def when(text: str) -> Interval:
    return Interval.parse(text)


def pair(**changes: object) -> PairWeight:
    """The weights of the worked example of the method, B against A."""
    finding = FeatureWeight(
        feature="nav",
        group="electronics",
        link="design",
        value="N3",
        p1=0.7,
        p2=0.05,
        weight=1.2351542164,
        epsilon=0.05,
        basis="",
    )
    groups = (
        GroupWeight(group="airframe", tempering=2 / 3, weight=0.5215417277, features=(), basis=""),
        GroupWeight(group="electronics", tempering=1.0, weight=1.2351542164, features=(finding,), basis=""),
        GroupWeight(group="markings", tempering=1.0, weight=0.2921665353, features=(), basis=""),
    )
    known: dict[str, object] = {
        "h1": "B",
        "h2": "A",
        "default": 2.0488624794,
        "reported": 1.3850698697,
        "lo": 1.3850698697,
        "hi": 3.2452906809,
        "ceiling": 0.9542425094,
        "words": "moderate support",
        "favours": "B",
        "sentence": "",
        "refused": (),
        "groups": groups,
        "grid": (),
        "leave_outs": (),
        "n1": 3,
        "n2": 8,
    }
    return PairWeight(**{**known, **changes})  # type: ignore[arg-type]


def road() -> Road:
    """A maker, two distributors, one consignee, a weapon; two shipments between the same two parties."""
    stations = (
        Station(id="m", kind="maker", name="STMicroelectronics"),
        Station(id="a", kind="party", name="ACE ELECTRONIC (HK) CO., LIMITED, OF A VERY LONG NAME"),
        Station(id="o", kind="party", name="OOO ONELEK"),
        Station(id="w", kind="weapon", name="Geran-2"),
        Station(id="r", kind="recovery", name="recovery 2023-07"),
    )
    gap = Leg(from_="m", to="a", kind="gap", proof="missing", basis="no record")
    first = Leg(
        from_="a", to="o", kind="transfer", proof="documented", basis="b", when=when("2022-08-26"), row="T1"
    )
    second = Leg(
        from_="a", to="o", kind="transfer", proof="inferred", basis="b", when=when("2022-12"), row="T2"
    )
    into = Leg(from_="o", to="w", kind="reached", proof="not_proven", basis="no record")
    out = Leg(from_="w", to="r", kind="recovered", proof="documented", basis="recorded")
    paths = tuple(
        Path(
            stations=("m", "a", "o", "w", "r"),
            legs=(gap, leg, into, out),
            weakest="missing",
            missing=1,
            words=f"by {leg.row}",
        )
        for leg in (first, second)
    )
    return Road(
        item="I1",
        component="C1",
        part="STM32F765VIT6",
        maker="STMicroelectronics",
        stations=stations,
        legs=(gap, first, second, into, out),
        paths=paths,
        more_paths=False,
    )


GRID = tuple(
    Cell(pseudo_count=a, rho=rho, epsilon=epsilon, weight=3.2452906809 - a - rho / 2 + epsilon)
    for a in (0.5, 1.0, 2.0)
    for rho in (0.0, 0.5, 1.0)
    for epsilon in (0.0, 0.05, 0.1)
)


def left(kind: str, name: str, default: float, changes: bool = False) -> LeaveOut:
    words = "weak support" if changes else "moderate support"
    return LeaveOut(kind=kind, name=name, default=default, reported=default / 2, words=words, changes=changes)  # type: ignore[arg-type]


OMISSIONS = (
    left("feature", "skin", 2.6847887132),
    left("feature", "nav", 0.8137082630, changes=True),
    *(left("specimen", f"A{n}", 2.0 + n / 1000) for n in range(1, 15)),
)


def stand(hypothesis: str, below: float, letter: str) -> Stand:
    return Stand(hypothesis=hypothesis, log10_p=below - 0.1, below=below, letter=letter)  # type: ignore[arg-type]


MATRIX = Matrix(
    accounts=(
        Inconsistency(hypothesis="B", bans=0.0, inconsistent=0, very_inconsistent=0),
        Inconsistency(hypothesis="A", bans=1.24, inconsistent=0, very_inconsistent=1),
    ),
    rows=(
        EvidenceRow(
            feature="nav", group="electronics", link="source", value="N3",
            stands=(stand("B", 0.0, "CC"), stand("A", -1.24, "II")),
            diagnosticity=1.24,
        ),
        EvidenceRow(
            feature="core", group="airframe", link="design", value=None, stands=(), diagnosticity=0.0
        ),
    ),
)  # fmt: skip


RELIABILITY = Reliability(
    h1="B", h2="A", n1=3, n2=2, first=(2.5, 2.5, -0.2), second=(-2.0, -0.5), shares1=(1.0, 1.0, 1.0),
    shares2=(1.0, 1.0), cllr=0.4, cllr_min=0.2, interval=(0.1, 0.9), elub=(-0.55, 0.65),
    pav=((-2.0, -math.inf), (-0.5, -0.1), (-0.2, -0.1), (2.5, math.inf)), validation="not validated: n = 5",
)  # fmt: skip


def casewide() -> dict[str, Figure]:
    """The charts of what a case says as a whole, from the worked examples of the methods."""
    lines = CoProduction(
        items=("a", "b", "c"),
        features=("core",),
        together=((1, 0.9, 0.1), (0.9, 1, 0.1), (0.1, 0.1, 1)),
        lines=(0.2, 0.7, 0.1),
        best=(Partition((("a", "b"), ("c",)), 0.65),),
        method="exact",
        error=0.0,
        order=(2, 0, 1),
        basis="all 5 partitions of 3 items weighed",
    )
    descents = (descent("V0"), descent("V1", "V0"), descent("V2", "V1", "V0"))
    lineage = Lineage(
        variants=(("V0", when("2022-09")), ("V1", when("2023-01")), ("V2", when("2023-07"))),
        descents=descents,
        mosaics=(),
        total=2,
        consistency=1.0,
        tolerance=0,
        basis="3 variants over 4 features",
    )
    serials = [
        DatedSerial("i1", "Y-0112", 112, date(2023, 1, 5), "not before"),
        DatedSerial("i2", "Y-0355", 355, date(2023, 4, 5), "recovered"),
    ]
    claim = serial_dates.Claim("CLAIM: 226 a month", date(2023, 1, 1), 7.4)
    return {
        "co_production": co_production.figure("c", lines),
        "lineage_graph": lineage_graph.figure("l", lineage),
        "made_chances": made_chances.figure("m", "Y-…", Chances(60, (0.5, 0.25, 0.125), 0.125), 60, 62, 4),
        "origin_share": origin_share.figure("o", share()),
        "serial_dates": serial_dates.figure("n", serials, None, 2, [claim]),
    }


def descent(name: str, *parents: str) -> Descent:
    return Descent(
        variant=name,
        parents=parents,
        chosen=parents[0] if parents else None,
        cost=1.0 if parents else None,
        runner_up=parents[1] if len(parents) > 1 else None,
        runner_up_cost=1.0 if len(parents) > 1 else None,
        margin=0.0 if len(parents) > 1 else None,
        changed=(("mark", "L", "C"),) if parents else (),
        compared=4,
        basis="",
    )


def share() -> OriginShare:
    return OriginShare(
        origin="RU",
        periods=(Period("2023-01", 0, 4), Period("2023-02", 1, 5), Period("2023-03", 5, 6)),
        change=SingleChange(
            periods=("2023-01", "2023-02", "2023-03"),
            p=(0.2, 0.8),
            mode=2,
            mean=1.8,
            lower=1,
            upper=2,
            level=0.95,
            log10_bayes_factor=1.5,
            before=0.18,
            after=0.75,
            p_increase=0.99,
            basis="",
        ),
        many=ManyChanges(log10_evidence=(0, 1.5), best=((), (2,)), basis=""),
        ramp_or_step=RampOrStep(step=1.5, ramp=1.4, midpoint=2.5, width=2, basis=""),
        run_length=(0.1, 0.9),
        imputations=0,
        notes=(),
    )


def drawn() -> dict[str, Figure]:
    cells = [
        difference_table.Cell("airframe: skin", "M214", "shared"),
        difference_table.Cell("airframe: skin", "MS001", "differs"),
        difference_table.Cell("airframe: core", "M214", "similar"),
    ]
    modules = [
        shared_modules.Cell("BNX023", "Geran-2", weight=0.07, commodity=True),
        shared_modules.Cell("B-101", "Orlan-10", weight=0.4),
        shared_modules.Cell("Kometa", "Orlan-10", "seen twice", weight=2.5),
        shared_modules.Cell("Kometa", "Geran-2", "seen twice", weight=2.5),
    ]
    bars = [
        date_ruler.Bar("Ы-391", "STM32", "made", when("2022-W15")),
        date_ruler.Bar("Ы-391", "FPGA", "made", when("/2021")),
        date_ruler.Bar("Ы-391", "recovered", "recovered", when("2022-10-17")),
    ]
    points = [
        Point("Tehran", when("2022-10-18"), "deny", "No drones were given.", "C1"),
        Point("Kyiv", when("2022-10-17"), "assert", "They are Shahed-136.", "C2"),
    ]
    bears = [Bearing(claim="C2", item="Ы-391", how="supports", weight=1.39, words="")]
    listed = [
        listed_parties.Mark("ONELEK", "listing", "OFAC", when("2023-07-20/")),
        listed_parties.Mark("ONELEK", "transfer", "STM32F765VIT6", when("2022-08-26")),
    ]
    whole = pair(grid=GRID, leave_outs=OMISSIONS)
    return {
        "tornado": tornado.tornado(whole, "o"),
        "sensitivity_map": sensitivity_map.figure(whole, "m"),
        "prior_posterior": prior_posterior.curve(whole, "p"),
        "competing_matrix": competing_matrix.figure("c", "X", MATRIX),
        "tippett": tippett.tippett(RELIABILITY, "i"),
        "method_card": method_card.card([RELIABILITY], "k"),
        "listed_parties": listed_parties.figure("l", listed),
        "supply_path": supply_path.figure("p", road()),
        "stated_observed": stated_observed.figure(STATED, 0.04, "so"),
        "shipments_by_month": shipments_by_month.figure("b", SHIPPED),
        "difference_table": difference_table.figure("d", "Ы-391", cells),
        "shared_modules": shared_modules.figure("s", modules, asked=["Geran-2"]),
        "weight_waterfall": weight_waterfall.waterfall(pair(), "w"),
        "date_ruler": date_ruler.figure("r", bars),
        "claims_timeline": claims_timeline.figure(
            "t", points, [Arc("C1", "C2")], [Found("Ы-391", when("2022-10-13"), "I1")], bears
        ),
        **casewide(),
    }


FIGURES = drawn()


def text(table: Table) -> list[list[str]]:
    return [
        ["".join(span.text for span in cell if isinstance(span, Text)) for cell in row] for row in table.rows
    ]


def marks(value: Json) -> Iterator[dict[str, Json]]:
    """Every layer of a specification that has a mark."""
    if isinstance(value, dict):
        if "mark" in value:
            yield value
        for key, part in value.items():
            if key != "data":
                yield from marks(part)
    elif isinstance(value, list):
        for part in value:
            yield from marks(part)


def values(figure: Figure) -> list[dict[str, Json]]:
    data = figure.spec["data"]
    assert isinstance(data, dict)
    return data["values"]  # type: ignore[return-value]


def values_of(figure: Figure) -> list[dict[str, Any]]:
    data: Any = figure.spec["data"]
    values: list[dict[str, Any]] = data["values"]
    return values
