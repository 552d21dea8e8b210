"""The shipped cases keep their promises: cited, bounded, published, and nothing recalled passes for a fact.

Read with the standard library alone, so that a fault in sherd's own reading hides nothing here. To add a
rule: one test below; it runs over every shipped case.
"""

import csv
import json
import re
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
EXAMPLES = ROOT / "examples"
SHIPPED = ("geran-2", "worked")
SYNTHETIC = ("rifle", "opposite", "scripts", "events")

WORDS = {
    ("events", "kind"): {"recovery", "strike", "seizure", "lot"},
    ("items", "role"): {"item", "reference"},
    ("items", "custody_status"): {"documented", "partial", "not_published", "broken", "unknown"},
    ("items", "label_basis"): {"seized", "date", "publisher", "inferred"},
    ("items", "label_independent"): {"yes", "no"},
    ("components", "fitted"): {"integral", "plugged", "bolted", "loose", "unknown"},
    ("components", "originality"): {"original", "replaced", "retrofit", "unknown"},
    ("components", "state"): {
        "examined",
        "NOT_EXAMINED",
        "NOT_VISIBLE",
        "ABSENT",
        "NOT_RECOVERED",
        "DESTROYED",
    },
    ("features", "kind"): {"category", "number", "composite", "modules"},
    ("features", "link"): {"design", "source", "assembly", "finish"},
    ("claims", "polarity"): {"assert", "deny", "urge", "concede"},
}
"""The only words of each enumerated column, as the description of the case folder gives them."""

REQUIRED = {
    "sources": ("id", "kind", "title"),
    "systems": ("id", "name"),
    "lines": ("id",),
    "events": ("id",),
    "items": ("id", "label", "role", "custody_status"),
    "components": ("id", "item", "label"),
    "markings": ("id", "text"),
    "features": ("feature", "group", "kind", "link", "decided"),
    "observations": ("id", "feature", "value"),
    "custody": ("id", "item"),
    "parties": ("id", "name"),
    "claims": ("id", "speaker", "polarity", "action", "paraphrase"),
    "judgements": ("id", "subject", "decision", "reason", "by", "at"),
}

REFERENCES = {
    ("sources", "depends_on"): "sources",
    ("lines", "system"): "systems",
    ("items", "system"): "systems",
    ("items", "line"): "lines",
    ("items", "event"): "events",
    ("components", "item"): "items",
    ("components", "parent"): "components",
    ("components", "possible_same_as"): "components",
    ("markings", "component"): "components",
    ("markings", "item"): "items",
    ("observations", "item"): "items",
    ("observations", "feature"): "features",
    ("custody", "item"): "items",
}

FAIRNESS = (
    "Unless clearly stated, no malpractice is inferred of makers or parties earlier in the supply chain."
)

Row = dict[str, str]


def rows(folder: Path, sheet: str) -> list[Row]:
    path = folder / f"{sheet}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def sheets(folder: Path) -> dict[str, list[Row]]:
    return {path.stem: rows(folder, path.stem) for path in sorted(folder.glob("*.csv"))}


def sound_folders() -> list[Path]:
    refusals = sorted((HERE / "refusals").glob("*/input"))
    return [*(EXAMPLES / name for name in SHIPPED), *(HERE / name / "input" for name in SYNTHETIC), *refusals]


def ids(folder: Path, sheet: str) -> list[str]:
    key = "feature" if sheet == "features" else "id"
    return [row[key] for row in rows(folder, sheet)]


each_sound_folder = pytest.mark.parametrize(
    "folder", sound_folders(), ids=lambda folder: str(folder.relative_to(ROOT))
)
each_shipped_case = pytest.mark.parametrize("case", SHIPPED)


@each_sound_folder
def test_every_row_is_as_wide_as_its_header(folder: Path) -> None:
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            widths = {len(row) for row in csv.reader(lines, strict=True)}
        assert len(widths) == 1, path.name


@each_sound_folder
def test_every_required_cell_is_filled(folder: Path) -> None:
    for sheet, found in sheets(folder).items():
        empty = [(row, column) for row in found for column in REQUIRED[sheet] if not row.get(column)]
        assert not empty, sheet


@each_sound_folder
def test_every_enumerated_cell_holds_one_of_its_words(folder: Path) -> None:
    for (sheet, column), words in WORDS.items():
        said = {row[column] for row in rows(folder, sheet) if row.get(column)}
        assert said <= words, (sheet, column)


@each_sound_folder
def test_ids_are_unique_and_every_reference_is_kept(folder: Path) -> None:
    for sheet in sheets(folder):
        assert len(ids(folder, sheet)) == len(set(ids(folder, sheet))), sheet
    for (sheet, column), target in REFERENCES.items():
        named = {row[column] for row in rows(folder, sheet) if row.get(column)}
        assert named <= set(ids(folder, target)), (sheet, column)


@each_sound_folder
def test_every_observed_value_is_a_declared_level(folder: Path) -> None:
    levels = {row["feature"]: row["levels"].split("|") for row in rows(folder, "features")}
    strange = {
        row["value"] for row in rows(folder, "observations") if row["value"] not in levels[row["feature"]]
    }
    assert not strange


@each_sound_folder
def test_every_draw_names_a_line_a_maker_or_a_country_of_a_line(folder: Path) -> None:
    lines = rows(folder, "lines")
    known = {row.get(column) for row in lines for column in ("id", "maker", "country")}
    case = tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))
    for hypothesis in case.get("hypotheses", []):
        drawn = {draw.removeprefix("V:") for draw in hypothesis["draws"].values()}
        assert drawn <= known | {"U"}, hypothesis["id"]


@each_shipped_case
def test_every_row_is_public_and_names_a_source_with_an_address(case: str) -> None:
    folder = EXAMPLES / case
    addresses = {row["id"]: row["url"] for row in rows(folder, "sources")}
    own = {row["id"] for row in rows(folder, "sources") if row["kind"] == "compilation"}
    assert all(re.fullmatch(r"https?://\S+", url) for id_, url in addresses.items() if id_ not in own)
    for sheet, found in sheets(folder).items():
        assert {row["release"] for row in found} == {"public"}, sheet
        if sheet != "sources":
            cited = {row["source"] for row in found}
            assert cited <= addresses.keys(), sheet
            assert not cited & own or sheet in {"features", "judgements"}, sheet


@each_shipped_case
def test_the_readme_carries_the_fairness_sentence(case: str) -> None:
    text = " ".join((EXAMPLES / case / "README.md").read_text(encoding="utf-8").split())
    assert FAIRNESS in text


GERAN = EXAMPLES / "geran-2"


def test_the_case_has_no_more_components_and_no_fewer_claims_than_promised() -> None:
    assert 0 < len(rows(GERAN, "components")) <= 300
    assert len(rows(GERAN, "claims")) >= 40


def test_every_component_of_the_published_list_points_at_its_entry() -> None:
    listed = [row for row in rows(GERAN, "components") if row["source"] == "GUR-LIST"]
    assert listed
    for row in listed:
        assert row["locator"].endswith(f"/components/{row['publisher_id']}"), row["id"]


def test_a_quotation_is_a_few_words_at_most() -> None:
    assert all(len(row["quote"].split()) <= 8 for row in rows(GERAN, "claims"))
    assert any(row["quote"] for row in rows(GERAN, "claims"))


def test_paint_and_serials_are_finish_and_language_is_expected_to_deceive() -> None:
    features = {row["feature"]: row for row in rows(GERAN, "features")}
    assert features["outer_designation"]["link"] == "finish"
    assert features["serial_form"]["link"] == "finish"
    assert float(features["marking_language"]["epsilon"]) >= 0.3


def test_labels_say_what_they_rest_on() -> None:
    basis = {row["id"]: (row["label_basis"], row["label_independent"]) for row in rows(GERAN, "items")}
    assert basis["S136-M214"] == ("date", "yes")
    assert basis["M6-2022"] == ("date", "yes")
    assert basis["G2-K"] == basis["S136-CAR2304"] == ("inferred", "no")
    assert {name for name, (_, free) in basis.items() if free == "yes"} == {"S136-M214", "M6-2022"}


def test_an_inferred_or_dated_origin_is_a_judgement_with_its_reason() -> None:
    judged = {
        row["subject"] for row in rows(GERAN, "judgements") if row["kind"] == "origin" and row["reason"]
    }
    inferred = {row["id"] for row in rows(GERAN, "items") if row["label_basis"] in {"inferred", "date"}}
    assert inferred <= judged


def test_the_module_listed_twice_is_flagged_and_left_undecided() -> None:
    written = {row["component"]: row["text"] for row in rows(GERAN, "markings")}
    twins = [
        (written[row["id"]], written[row["possible_same_as"]])
        for row in rows(GERAN, "components")
        if row["possible_same_as"] and row["item"] == "G2-K"
    ]
    assert sorted(twins) == [
        ("5CEFA7F23I7N FBBGAU2231A", "5CEFA7F23I7N FBBGAU2231A"),
        ("LTC2174 UKG-14 BT30267", "LTC2174 UKG-14 BT30267"),
    ]
    (decided,) = [row for row in rows(GERAN, "judgements") if row["subject"] == "G2-K KOMETA"]
    assert (decided["kind"], decided["decision"]) == ("same_object", "unsure")


def test_what_was_published_of_one_specimen_is_recorded_of_no_other() -> None:
    of_airframe = {
        row["item"]
        for row in rows(GERAN, "observations")
        if row["feature"] in {"airframe_materials", "internal_units"}
    }
    assert of_airframe == {"CAR-G2", "CAR-IRSET"}


def test_nothing_recalled_or_inferred_is_shipped_as_a_fact(shared: Path) -> None:
    facts = shared / "data" / "facts"
    with (facts / "components_curated.csv").open(encoding="utf-8", newline="") as lines:
        curated = {row["fact_id"]: row["seen"] for row in csv.DictReader(lines)}
    with (facts / "differences_iran_vs_russia.csv").open(encoding="utf-8", newline="") as lines:
        recalled = {
            row["diff_id"] for row in csv.DictReader(lines) if row["seen_in_session"].startswith("NO")
        }
    assert recalled == {"D18", "D19"}
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(GERAN.glob("*.csv")))
    used = set(re.findall(r"\bF\d{5}\b", text))
    assert used
    assert used <= curated.keys()
    assert not [fact for fact in sorted(used) if re.search(r"recall|inferen", curated[fact], re.IGNORECASE)]
    assert not recalled & set(re.findall(r"\bD\d{2}\b", text))


def test_each_listed_entry_is_of_the_specimen_that_the_publisher_names(shared: Path) -> None:
    with (shared / "data" / "facts" / "gur_components_dedup.csv").open(encoding="utf-8", newline="") as lines:
        published = {row["gur_id"]: row for row in csv.DictReader(lines)}
    specimens: dict[str, set[str]] = {}
    for row in rows(GERAN, "components"):
        if row["source"] != "GUR-LIST":
            continue
        entry = published[row["publisher_id"]]
        assert row["maker_as_published"] == entry["manufacturer_as_published"], row["id"]
        specimens.setdefault(row["item"], set()).add(entry["specimen_as_published"])
    assert all(len(names) == 1 for names in specimens.values())


def test_what_is_written_on_a_part_stands_in_the_published_text(shared: Path) -> None:
    with (shared / "data" / "facts" / "gur_components_dedup.csv").open(encoding="utf-8", newline="") as lines:
        published = {
            row["gur_id"]: " ".join(row["name_and_marking_as_scraped"].split())
            for row in csv.DictReader(lines)
        }
    entry_of = {row["id"]: row["publisher_id"] for row in rows(GERAN, "components") if row["publisher_id"]}
    listed = [row for row in rows(GERAN, "markings") if row["component"] in entry_of]
    assert len(listed) > 200
    strange = [row["id"] for row in listed if row["text"] not in published[entry_of[row["component"]]]]
    assert not strange


def test_each_claim_is_dated_and_sourced_as_the_register_has_it(shared: Path) -> None:
    with (shared / "data" / "facts" / "claims.csv").open(encoding="utf-8", newline="") as lines:
        register = {row["claim_id"]: row for row in csv.DictReader(lines)}
    addresses = {row["id"]: row["url"] for row in rows(GERAN, "sources")}
    for row in rows(GERAN, "claims"):
        known = register[row["id"]]
        assert row["speaker"] == known["speaker"]
        assert addresses[row["source"]] == known["source_url"]
        assert row["quote"] in known["short_quote"]
        assert not row["quote"] or row["paraphrase"] != known["claim"]
        if known["date_precision"] == "day":
            assert row["said_from"] == row["said_to"] == known["date_said"]


def test_every_expectation_names_a_folder_that_is_there() -> None:
    found = sorted(HERE.rglob("expected.json"))
    assert len(found) >= 15
    for path in found:
        expected = json.loads(path.read_text(encoding="utf-8"))
        folder = path.parent / expected.get("input", "input")
        assert (folder / "case.toml").is_file(), path
        assert expected["basis"]


def test_the_broken_folder_has_every_fault_at_the_row_that_is_expected_of_it() -> None:
    folder = HERE / "broken" / "input"
    expected = json.loads((HERE / "broken" / "expected.json").read_text(encoding="utf-8"))
    for problem in expected["problems"]:
        path = folder / problem["file"]
        assert path.is_file(), problem
        if problem["row"] is not None:
            lines = path.read_text(encoding="utf-8-sig").splitlines()
            assert len(lines) >= problem["row"], problem
            assert problem["row"] > 1 or problem["column"] in lines[0] or problem["code"] == "missing_column"
    assert (folder / "sources.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    for name, cells in expected["must_survive"].items():
        text = (folder / name).read_text(encoding="utf-8")
        assert all(cell in text or cell.replace('"', '""') in text for cell in cells)
