"""Every chart: what it refuses, what its words and its twin say, and that it never speaks by colour alone."""

import math
import pkgutil
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any, get_args

import pytest
from attrs import evolve

import sherd.publish.charts
from sherd.model.casewide import DatedSerial
from sherd.model.changes import ManyChanges, OriginShare, Period, RampOrStep, SingleChange
from sherd.model.claims import POLARITIES
from sherd.model.dates import Interval
from sherd.model.document import Figure, Json, Table, Text
from sherd.model.findings import State
from sherd.model.lines import CoProduction, Descent, Lineage, Partition
from sherd.model.paths import Leg, Path, Road, Station
from sherd.model.reasoning import EvidenceRow, Inconsistency, Letter, Matrix, Reliability, Stand
from sherd.model.serials import Chances
from sherd.model.timing import ControlDate
from sherd.model.weights import Cell, FeatureWeight, GroupWeight, LeaveOut, PairWeight, Refusal
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
    style,
    supply_path,
    tippett,
    tornado,
    weight_waterfall,
)
from sherd.render.charts import svg

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
        claims_timeline.Point("Tehran", when("2022-10-18"), "deny", "No drones were given."),
        claims_timeline.Point("Kyiv", when("2022-10-17"), "assert", "They are Shahed-136."),
    ]
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
        "claims_timeline": claims_timeline.figure("t", points),
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


def test_every_chart_is_in_the_table_above() -> None:
    charts = {module.name for module in pkgutil.iter_modules(sherd.publish.charts.__path__)} - {"style"}
    assert FIGURES.keys() == charts


@pytest.mark.parametrize("name", FIGURES)
def test_a_chart_can_be_drawn_and_fits_the_text_of_a_page(name: str) -> None:
    picture = svg(FIGURES[name].spec, name)
    width = float(picture.split('width="')[1].split('"')[0])
    assert abs(width - style.WIDTH) <= 2
    assert style.FONT in picture


@pytest.mark.parametrize("name", FIGURES)
def test_no_chart_tells_kinds_apart_by_colour_alone(name: str) -> None:
    layers = list(marks(FIGURES[name].spec))
    by_colour = {
        field["field"]
        for layer in layers
        for channel in ("fill", "color")
        if isinstance(field := layer["encoding"].get(channel), dict)  # type: ignore[union-attr]
        and field.get("scale", "") is not None
        and "field" in field
    }
    by_shape = {
        layer["encoding"][channel]["field"]  # type: ignore[index,call-overload]
        for layer in layers
        for channel in ("shape", "strokeDash")
        if channel in layer["encoding"]  # type: ignore[operator]
    }
    assert by_colour <= by_shape


@pytest.mark.parametrize("name", FIGURES)
def test_a_chart_names_its_version_of_vega_lite_and_nothing_to_load(name: str) -> None:
    assert "url" not in FIGURES[name].spec["data"]  # type: ignore[operator]
    assert FIGURES[name].spec["$schema"] == "https://vega.github.io/schema/vega-lite/v6.json"


# -- difference table --------------------------------------------------------------------------------------


def test_a_pair_that_nobody_compared_is_not_examined_and_no_difference() -> None:
    (row,) = [
        v
        for v in values(FIGURES["difference_table"])
        if (v["feature"], v["specimen"]) == ("airframe: core", "MS001")
    ]
    assert row["state"] == "not examined"
    assert text(FIGURES["difference_table"].table) == [
        ["airframe: skin", "M214", "—", "MS001", "—"],
        ["airframe: core", "—", "M214", "—", "MS001"],
    ]
    assert FIGURES["difference_table"].alt.endswith("1 same, 1 similar, 1 differs, 1 not examined.")


def test_most_of_many_specimens_are_counted_because_the_row_names_the_others() -> None:
    cells = [difference_table.Cell("skin", f"S{n}", "not_examined") for n in range(9)]
    cells += [
        difference_table.Cell("skin", "M214", "shared"),
        difference_table.Cell("core", "M214", "not_examined"),
    ]
    assert text(difference_table.figure("d", "item", cells).table) == [
        ["skin", "M214", "—", "—", "the other 9"],
        ["core", "—", "—", "—", "all 10"],
    ]


def test_every_state_has_a_word_a_colour_and_a_sign_of_its_own() -> None:
    states = get_args(State)
    assert set(difference_table.WORDS) == set(difference_table.FILLS) == set(states)
    assert len(set(difference_table.SIGNS)) == len(set(difference_table.FILLS.values())) == len(states)


def test_two_states_for_one_pair_are_refused() -> None:
    cells = [difference_table.Cell("skin", "M214", state) for state in ("shared", "differs")]
    with pytest.raises(ValueError, match="two states for 'skin' beside 'M214'"):
        difference_table.figure("d", "item", cells)


def test_an_item_compared_with_nothing_has_no_difference_table() -> None:
    with pytest.raises(ValueError, match="nothing was compared with 'Ы-391'"):
        difference_table.figure("d", "Ы-391", [])


def test_a_table_too_large_to_read_says_what_is_drawn_and_keeps_all_in_the_twin() -> None:
    cells = [difference_table.Cell(f"f{n}", "M214", "shared") for n in range(100)]
    made = difference_table.figure("d", "item", cells)
    assert "Drawn: 60 of 100 features, 1 of 1 specimens; the table has all." in made.caption
    assert len(made.table.rows) == 100
    assert len(values(made)) == 60


# -- shared modules ----------------------------------------------------------------------------------------


def test_a_module_counts_its_distinct_systems() -> None:
    assert text(FIGURES["shared_modules"].table) == [
        ["Kometa", "2", "2.50 bans", "Orlan-10, Geran-2", "seen twice"],
        ["B-101", "1", "0.40 bans", "Orlan-10", "—"],
        ["BNX023", "1", "commodity", "Geran-2", "—"],
    ]
    assert "Kometa (Orlan-10, Geran-2)" in FIGURES["shared_modules"].alt


def test_the_rarest_module_stands_first_and_a_commodity_is_hollow() -> None:
    rows = values(FIGURES["shared_modules"])
    assert [row["module"] for row in rows[::2]] == [
        "Kometa · 2.50 bans",
        "B-101 · 0.40 bans",
        "BNX023 · commodity",
    ]
    sizes = {str(row["module"]): float(str(row["size"])) for row in rows}
    assert sizes["Kometa · 2.50 bans"] > sizes["B-101 · 0.40 bans"]
    assert [row["commodity"] for row in rows[::2]] == [False, False, True]
    assert "The rarest: Kometa (2.50 bans)." in FIGURES["shared_modules"].alt
    assert "a hollow one is a commodity" in FIGURES["shared_modules"].caption


def test_the_systems_of_the_item_in_question_stand_first_on_a_band() -> None:
    made = FIGURES["shared_modules"]
    assert [row["system"] for row in values(made)[:2]] == ["Geran-2", "Orlan-10"]
    assert "On a band: Geran-2." in made.caption


def test_a_system_named_twice_for_a_module_counts_once() -> None:
    cell = shared_modules.Cell("Kometa", "Orlan-10")
    assert text(shared_modules.figure("s", [cell, cell]).table)[0][1] == "1"


def test_an_empty_place_is_said_not_to_mean_absence() -> None:
    assert "not that there is none" in FIGURES["shared_modules"].caption


def test_modules_without_any_system_have_no_matrix() -> None:
    with pytest.raises(ValueError, match="no module is documented"):
        shared_modules.figure("s", [])


# -- weight waterfall --------------------------------------------------------------------------------------


def test_the_waterfall_names_every_group_the_sum_the_band_and_the_ceiling() -> None:
    assert FIGURES["weight_waterfall"].alt == (
        "B against A: airframe +0.52, electronics +1.24, markings +0.29. Together +2.05 bans at the default "
        "settings, +1.39 to +3.25 over all settings, ceiling +0.95. Reported +1.39 bans, moderate support."
    )
    assert text(FIGURES["weight_waterfall"].table) == [
        ["airframe", "—", "0.67", "+0.52"],
        ["electronics", "nav +1.24", "1.00", "+1.24"],
        ["markings", "—", "1.00", "+0.29"],
        ["All groups together", "default settings", "", "+2.05"],
        ["Settings", "lowest and highest", "", "+1.39 … +3.25"],
        ["Reported", "moderate support", "", "+1.39"],
        ["Ceiling", "collection: n = 3 and 8", "", "+0.95"],
    ]


def test_the_steps_of_the_verbal_scale_stand_on_the_axis() -> None:
    picture = svg(FIGURES["weight_waterfall"].spec)
    for word in ("weak", "moderate", "moderately", "strong"):
        assert f">{word}<" in picture


def test_a_refused_pair_shows_no_reported_weight() -> None:
    refusal = Refusal(rule="too_few_groups", reason="one group", lifted_by="another")
    made = weight_waterfall.waterfall(pair(refused=(refusal,)), "w")
    assert "Refused (too few groups)" in made.caption
    assert "+1.39" not in made.caption
    assert text(made.table)[5] == ["Reported", "refused", "", "—"]
    found = [v["mark"] for m in marks(made.spec) for v in m.get("data", {}).get("values", []) if "mark" in v]  # type: ignore[union-attr]
    assert found == ["default settings", "ceiling of the collection"]


def test_a_pair_without_any_group_still_has_a_waterfall() -> None:
    made = weight_waterfall.waterfall(
        pair(groups=(), default=0.0, reported=0.0, lo=0.0, hi=0.0, ceiling=0.0), "w"
    )
    assert "no group" in made.alt
    assert svg(made.spec)


def test_each_group_begins_where_the_one_above_it_ends() -> None:
    bars = [(row["from"], row["to"]) for row in values(FIGURES["weight_waterfall"])]
    assert bars[0][0] == 0
    assert all(end == start for (_, end), (start, _) in pairwise(bars))
    assert bars[-1][1] == pytest.approx(2.0488624794)


# -- what moves a weight -----------------------------------------------------------------------------------


def test_the_tornado_begins_with_what_matters_most_and_keeps_all_in_the_twin() -> None:
    made = FIGURES["tornado"]
    assert [row["name"] for row in values(made)][:2] == ["without feature nav", "without feature skin"]
    assert len(values(made)) == tornado.MOST
    assert len(made.table.rows) == 16
    assert "1 of 16 omissions change what the pair is called" in made.caption
    assert text(made.table)[0] == ["feature nav", "+0.81", "+0.41", "weak support", "yes"]


def test_nothing_to_leave_out_has_no_tornado() -> None:
    with pytest.raises(ValueError, match="nothing can be left out of B against A"):
        tornado.tornado(pair(), "o")


def test_the_map_of_settings_frames_the_default_and_the_weakest() -> None:
    made = FIGURES["sensitivity_map"]
    frames = {row["frame"]: row for row in values(made) if row["frame"]}
    assert (frames["default"]["row"], frames["default"]["column"]) == ("A = 1", "ρ 0.5 · ε 0.05")
    assert (frames["weakest"]["row"], frames["weakest"]["column"]) == ("A = 2", "ρ 1 · ε 0")
    assert len(made.table.rows) == len(values(made)) == 27


def test_a_map_without_one_sign_names_no_weakest_cell() -> None:
    made = sensitivity_map.figure(pair(grid=GRID, lo=-0.1, hi=0.2), "m")
    assert "the sign is not the same everywhere" in made.alt


def test_a_prior_is_moved_by_the_reported_weight() -> None:
    made = FIGURES["prior_posterior"]
    assert [row[1] for row in text(made.table)][1:4] == ["0.729", "0.912", "0.960"]
    assert "The prior is the reader's" in made.caption
    with pytest.raises(ValueError, match="is refused"):
        prior_posterior.curve(pair(refused=(Refusal(rule="r", reason="", lifted_by=""),)), "p")


def test_the_matrix_says_in_letters_what_its_shades_say() -> None:
    made = FIGURES["competing_matrix"]
    letters = {(row["finding"], row["account"]): row["letter"] for row in values(made)}
    assert letters["nav = N3", "A"] == "II"
    assert letters["core", "A"] == letters["core", "B"] == "N"
    assert text(made.table)[-1] == ["Spoken against, in bans", "0.00", "1.24", ""]
    assert set(competing_matrix.FILLS) == set(competing_matrix.WORDS) == set(get_args(Letter))


def test_an_item_of_which_nothing_was_observed_has_no_matrix() -> None:
    with pytest.raises(ValueError, match="nothing that weighs was observed of X"):
        competing_matrix.figure("c", "X", Matrix(accounts=MATRIX.accounts, rows=MATRIX.rows[1:]))


# -- calibration -------------------------------------------------------------------------------------------


def test_a_tippett_plot_says_how_many_known_specimens_were_misled() -> None:
    made = FIGURES["tippett"]
    assert "33% of the first and 0% of the second point the wrong way" in made.alt
    assert "not validated: n = 5" in made.caption
    assert text(made.table)[0] == ["B", "−0.20", "−0.10", "1.00"]
    assert text(made.table)[-1] == ["A", "−0.50", "−0.10", "1.00"]
    assert text(made.table)[-2][2] == "−∞"


def test_the_group_that_promised_most_too_much_is_named_beside_its_interval() -> None:
    made = FIGURES["stated_observed"]
    assert "1 of 2 groups lie within 0.04; the widest apart stated 0.990 and was right in 0.940" in made.alt
    assert [row[3] for row in text(made.table)] == ["0.740", "0.940"]
    assert text(made.table)[1][5] == "−0.050"


@pytest.mark.parametrize("groups", [[], [stated_observed.Group(0.9, 0, 0)]])
def test_nothing_that_was_answered_has_no_reliability(groups: list[stated_observed.Group]) -> None:
    with pytest.raises(ValueError, match="one group or more"):
        stated_observed.figure(groups, 0.04, "so")


def test_a_method_card_says_what_the_weights_cost() -> None:
    made = FIGURES["method_card"]
    assert text(made.table) == [
        [
            "B : A",
            "3 + 2",
            "0.4000",
            "0.100 … 0.900",
            "0.2000",
            "0.2000",
            "−0.55, +0.65",
            "not validated: n = 5",
        ]
    ]
    with pytest.raises(ValueError, match="no pair could be tested"):
        method_card.card([], "k")


# -- dates -------------------------------------------------------------------------------------------------


def test_a_bar_ends_with_its_last_day() -> None:
    start, end = style.span(when("2022-10-17"), date(2020, 1, 1), date(2023, 1, 1))
    assert (start, end - start) == (1_665_964_800_000, 86_400_000)


def test_an_open_end_reaches_the_edge_and_is_marked() -> None:
    (row,) = [v for v in values(FIGURES["date_ruler"]) if v["name"] == "Ы-391 · FPGA"]
    assert (row["open_from"], row["open_to"]) == (True, False)
    assert row["from"] == style.day(date(2021, 12, 31))
    assert ["Ы-391", "FPGA", "made", "until 2021-12-31"] in text(FIGURES["date_ruler"].table)


def test_the_ruler_marks_the_earliest_recovery_beside_every_part() -> None:
    recovered = style.day(date(2022, 10, 17))
    assert [row["found"] for row in values(FIGURES["date_ruler"])] == [recovered] * 3


def test_many_dates_share_a_row_for_each_kind() -> None:
    bars = [date_ruler.Bar("Ы-391", f"C{n}", "made", when("2022")) for n in range(100)]
    made = date_ruler.figure("r", bars)
    assert {row["row"] for row in values(made)} == {"Ы-391 · made"}
    assert len(made.table.rows) == 100


def test_a_ruler_without_any_day_is_refused() -> None:
    with pytest.raises(ValueError, match="no interval names a day"):
        date_ruler.figure("r", [date_ruler.Bar("a", "b", "made", Interval())])


# -- claims ------------------------------------------------------------------------------------------------


def test_claims_stand_in_the_order_in_which_they_were_said() -> None:
    assert text(FIGURES["claims_timeline"].table) == [
        ["2022-10-17", "Kyiv", "asserts", "They are Shahed-136."],
        ["2022-10-18", "Tehran", "denies", "No drones were given."],
    ]
    assert (
        "2 claims by 2 speakers, 2022-10-17 to 2022-10-18: 1 asserts, 1 denies."
        in FIGURES["claims_timeline"].alt
    )


def test_every_polarity_has_a_sign_of_its_own() -> None:
    assert set(claims_timeline.SIGNS) == set(POLARITIES)
    assert len({sign for _, sign, _ in claims_timeline.SIGNS.values()}) == len(POLARITIES)


def test_a_stance_that_nobody_can_take_is_refused() -> None:
    with pytest.raises(ValueError, match="polarity"):
        claims_timeline.Point("Kyiv", when("2022"), "maybe")


def test_those_who_spoke_least_share_a_lane_when_there_are_too_many() -> None:
    points = [claims_timeline.Point(f"S{n:03d}", when("2022"), "deny") for n in range(60)]
    points += [claims_timeline.Point("S059", when("2023"), "assert")]
    made = claims_timeline.figure("t", points)
    lanes = {row["lane"] for row in values(made)}
    assert len(lanes) == claims_timeline.MOST_LANES
    assert {"S059", claims_timeline.OTHERS} <= lanes
    assert len(made.table.rows) == 61


# -- colours -----------------------------------------------------------------------------------------------


def lightness(colour: str) -> float:
    """CIE L* of an sRGB colour (IEC 61966-2-1, CIE 15)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return float(116 * y ** (1 / 3) - 16)


@pytest.mark.parametrize(
    "colours",
    [
        list(difference_table.FILLS.values()),
        list(competing_matrix.FILLS.values()),
        [colour for _, _, colour in claims_timeline.SIGNS.values()],
    ],
)
def test_a_grey_print_keeps_the_kinds_apart(colours: list[str]) -> None:
    steps = sorted(lightness(colour) for colour in colours)
    assert min(high - low for low, high in pairwise(steps)) > 8


# -- supply path -------------------------------------------------------------------------------------------


def test_two_shipments_between_the_same_parties_are_drawn_beside_each_other() -> None:
    lines = [v for v in values(FIGURES["supply_path"]) if v["is"] == "leg" and v["proof"] != "no record"]
    assert len({(v["x"], v["y"]) for v in lines[:2]}) == 2


def test_every_leg_stands_in_the_twin_with_its_proof() -> None:
    assert [row[3] for row in text(FIGURES["supply_path"].table)] == [
        "no record",
        "documented",
        "inferred",
        "not proven",
        "documented",
    ]


def test_a_leg_without_a_record_is_dashed_and_one_on_record_is_not() -> None:
    assert all(supply_path.DASHES[proof] == [1, 0] for proof in ("judged", "documented"))
    dashed = [supply_path.DASHES[proof] for proof in ("asserted", "inferred", "not_proven", "missing")]
    assert len({str(dash) for dash in dashed}) == 4
    assert [1, 0] not in dashed


def test_a_road_without_legs_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="no leg"):
        supply_path.figure("p", evolve(road(), legs=()))


def test_parties_that_nothing_dates_have_no_timeline() -> None:
    with pytest.raises(ValueError, match="no interval names a day"):
        listed_parties.figure("l", [listed_parties.Mark("X", "transfer", "part", Interval())])


# -- what a case says as a whole ---------------------------------------------------------------------------


def test_the_matrix_stands_in_the_order_of_likely_lines_and_tells_each_pair_once() -> None:
    figure = FIGURES["co_production"]
    assert text(figure.table) == [["b", "a", "0.900"], ["a", "c", "0.100"], ["b", "c", "0.100"]]
    assert figure.alt == "Most probable division (0.65): a, b; c."
    assert len(values(figure)) == 6


def test_one_item_has_no_matrix() -> None:
    alone = CoProduction(
        items=("a",),
        features=("f",),
        together=((1.0,),),
        lines=(1.0,),
        best=(Partition((("a",),), 1.0),),
        method="exact",
        error=0,
        order=(0,),
        basis="",
    )
    with pytest.raises(ValueError, match="with no other"):
        co_production.figure("c", alone)


def test_a_lineage_says_what_changed_and_which_parent_is_as_near() -> None:
    rows = text(FIGURES["lineage_graph"].table)
    assert rows[0] == ["V0", "2022-09", "—", "—", "—"]
    assert rows[2] == ["V2", "2023-07", "V1, V0 (ambiguous)", "mark from L to C", "V0, 0"]
    assert "Without a documented parent: V0." in FIGURES["lineage_graph"].alt
    dashes = [layer["mark"].get("strokeDash") for layer in marks(FIGURES["lineage_graph"].spec)]  # type: ignore[union-attr]
    assert [4, 3] in dashes


def test_serials_over_time_show_no_withheld_digit_and_mark_a_claim() -> None:
    figure = FIGURES["serial_dates"]
    assert [row[1] for row in text(figure.table)] == ["Y-01××", "Y-03××"]
    assert [row["number"] for row in values(figure)] == [100, 300]
    assert "no evidence" in figure.caption


def test_without_a_dated_serial_there_is_no_picture() -> None:
    with pytest.raises(ValueError, match="no serial has a day"):
        serial_dates.figure("n", [])
    with pytest.raises(ValueError, match="nothing can be drawn"):
        made_chances.figure("m", "Y", Chances(1, ()), 1, 1, 1)


def test_the_chances_say_what_lies_beyond_the_picture() -> None:
    figure = FIGURES["made_chances"]
    assert "12.5% lies beyond" in figure.caption
    assert text(figure.table)[-1] == ["more than 62", "0.125"]
    bins = made_chances.binned(Chances(1, (0.001,) * 1000))
    assert len(bins) <= made_chances.BINS
    assert sum(b.p for b in bins) == pytest.approx(1)


def test_the_share_of_an_origin_says_between_which_months_it_changed() -> None:
    figure = FIGURES["origin_share"]
    assert text(figure.table)[1] == ["2023-02", "1", "5", "0.800"]
    assert text(figure.table)[2][3] == "—"
    assert "between 2023-01 and 2023-02 at 95%" in figure.alt


def test_control_dates_stand_on_the_ruler_with_their_source_and_show_no_breach() -> None:
    bars = [date_ruler.Bar("Ы-391", "STM32", "made", when("2022-W15"))]
    control = ControlDate(date(2021, 6, 1), "S4", "semiconductors listed")
    figure = date_ruler.figure("r", bars, [control])
    assert text(figure.table)[-1] == ["all", "semiconductors listed (S4)", "control date", "2021-06-01"]
    assert "shows no breach" in figure.caption
    assert "Control date 2021-06-01: semiconductors listed (S4)." in figure.alt
    assert "2021-06-01" in svg(figure.spec, "r")
    assert "control date" not in date_ruler.figure("r", bars).caption


def values_of(figure: Figure) -> list[dict[str, Any]]:
    data: Any = figure.spec["data"]
    values: list[dict[str, Any]] = data["values"]
    return values


def test_more_stations_than_have_room_for_names_are_numbered_and_the_table_says_both() -> None:
    parties = [
        Station(id=f"party:{n}", kind="party", name=f"Trading House {n}", row=str(n)) for n in range(9)
    ]
    legs = [
        Leg(from_=one.id, to=other.id, kind="transfer", proof="documented", basis="b")
        for one, other in pairwise(parties)
    ]
    ids = tuple(each.id for each in parties)
    path = Path(stations=ids, legs=tuple(legs), weakest="documented", missing=0, words="w")
    long = Road(
        item="I",
        component="C",
        part="P",
        maker=None,
        stations=tuple(parties),
        legs=tuple(legs),
        paths=(path,),
        more_paths=False,
    )
    found = supply_path.figure("p", long)
    assert "numbers that the table gives" in found.caption
    named = [row["name"] for row in values_of(found) if row["is"] == "station"]
    assert named == [str(n) for n in range(1, 10)]
    assert found.table is not None
    assert text(found.table)[0][:2] == ["1. Trading House 0", "2. Trading House 1"]


def test_an_arc_ends_at_the_signs_that_it_joins() -> None:
    points = [
        claims_timeline.Point("Tehran", when("2022-10-18"), "deny", "", "1"),
        claims_timeline.Point("Kyiv", when("2022-10-17"), "assert", "", "2"),
    ]
    values = values_of(claims_timeline.figure("t", points, [("1", "2")]))
    signs = {(row["lane"], row["mid"], row["lift"]) for row in values if "stance" in row}
    assert {(row["lane"], row["mid"], row["lift"]) for row in values if "pair" in row} == signs


def test_shipments_are_drawn_by_month_and_corridor_with_their_number_in_words() -> None:
    drawn = shipments_by_month.figure("b", SHIPPED)
    assert list(text(drawn.table)) == [
        ["2022-03", "CN → RU", "7"],
        ["2022-03", "HK → RU", "12"],
        ["2022-05", "HK → RU", "30"],
    ]
    assert "49 rows in 2 corridors, 2022-03 to 2022-05; most in 2022-05, HK → RU: 30" in drawn.alt
    assert "never a finding about a party" in drawn.caption
    with pytest.raises(ValueError, match="no shipment"):
        shipments_by_month.figure("b", {})
