"""``sherd compare --count``: a published list, recorded whole, gives the totals that were published."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

TOML = """id = "{id}"
title = "Components in weapons"
question = "Which parts do the listed weapons share?"

[[lists]]
file = "documents/list.csv"
id = "GUR-{{gur_id}}"
item = "{{specimen_as_published}}"
system = "{{system_family}}"
source = "LIST"
ignore = ["marking_latinised", "source_url", "scraped_on", "via"]

[lists.columns]
label = ["{{name_and_marking_as_scraped}}", "entry {{gur_id}}"]
function = "{{type_text_heuristic}}"
part_as_published = "{{marking_text_heuristic}}"
maker_as_published = "{{manufacturer_as_published}}; {{other_parties_as_published}}"
country_as_published = "{{manufacturer_country_iso2}}"
publisher_id = "{{gur_id}}"
"""


@pytest.fixture
def published(shared: Path, tmp_path: Path) -> Any:
    """Write the published list as a case, its last eight entries once or more often."""

    def write(id_: str, times: int = 1) -> Path:
        folder = tmp_path / id_
        (folder / "documents").mkdir(parents=True)
        (folder / "case.toml").write_text(TOML.format(id=id_))
        (folder / "sources.csv").write_text(
            "id,kind,title,publisher,accessed,release\n"
            "LIST,publisher list,Components in weapons,GUR portal,2026-06-13,public\n"
        )
        with (shared / "data/facts/gur_components_dedup.csv").open(encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines))
        last = sorted(rows[1:], key=lambda row: int(row[0]))[-8:]
        with (folder / "documents/list.csv").open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerows([*rows, *last * (times - 1)])
        return folder

    return write


MAKERS = {"Texas Instruments": 784, "Analog Devices": 707, "STMicroelectronics": 268, "Not identified": 126}
SYSTEMS = {"Shahed-136/Geran-2": 882, "Kh-101": 274, "Mohajer-6": 137}


def groups(result: Any, question: str) -> dict[str, int]:
    (found,) = (each for each in result["groupings"] if each["question"] == question)
    return {group["value"]: group["entries"] for group in found["groups"]}


def test_a_published_list_gives_the_totals_of_its_publisher(sherd: Any, published: Any, shared: Path) -> None:
    assert sherd("record", published("gur")).code == 0
    file = shared / "data/facts/published_aggregates.csv"
    result = sherd("compare", "--count", "--json", "--published", file).result
    totals = {each["what"]: each["n"] for each in result["totals"]}
    assert (totals["entries"], totals["specimens"], result["repeats"]) == (5806, 195, [])
    assert MAKERS.items() <= groups(result, "maker").items()
    assert SYSTEMS.items() <= groups(result, "system").items()
    assert groups(result, "country of brand")["US"] == 3950
    answers = {each["id"]: each for each in result["published"]}
    assert len(answers) == 42
    reproduced = {id_ for id_, each in answers.items() if each["answer"] == "reproduced"}
    assert reproduced == {"A09a", "A09b", "A09c", "A09d"}
    assert answers["A09c"]["ours"] == "n 3950; of 5806; share 68.0 %"
    assert all(each["why"] for each in answers.values())


def test_a_list_that_repeats_eight_entries_316_times_raises_it(sherd: Any, published: Any) -> None:
    sherd("record", published("raw", times=316))
    result = sherd("compare", "--count", "--json").result
    assert [each["times"] for each in result["repeats"]] == [316] * 8
    total = next(each for each in result["totals"] if each["what"] == "entries")
    assert (total["n"], total["unrepeated"]) == (8326, 5806)
    said = sherd("compare", "--count").out
    assert "8 publisher's numbers are repeated: 2,520 entries more than numbers" in said
    assert "8,326 entries of 8,326 all entries; 5,806 of 5,806 without repeated numbers" in said


def test_published_totals_without_a_count_are_a_wrong_call(sherd: Any, tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("statement\n")
    assert sherd("compare", "--published", tmp_path / "p.csv").code == 2


def test_a_file_of_totals_that_says_nothing_is_refused_in_words(
    sherd: Any, tmp_path: Path, case_folder: Path
) -> None:
    sherd("record", case_folder)
    (tmp_path / "p.csv").write_text("a,b\n1,2\n")
    said = sherd("compare", "--count", "--published", tmp_path / "p.csv")
    assert (said.code, "no column statement" in said.err) == (2, True)
    assert sherd("compare", "--count", "--published", tmp_path / "none.csv").code == 2


def test_two_drones_of_one_design_are_neighbours_by_the_base_parts_that_they_share(
    sherd: Any, published: Any, tmp_path: Path
) -> None:
    """М214 and Ы-1276 have the same processor under other lots: no part number is on both lists."""
    assert sherd("record", published("gur")).code == 0
    ids = items(tmp_path)
    one = next(id_ for id_, label in ids.items() if label.endswith("М214"))
    other = next(id_ for id_, label in ids.items() if label.endswith("Ы-1276"))
    for item, neighbour in ((one, other), (other, one)):
        found = sherd("compare", item, "--json").result
        ranked = sorted(found["summaries"], key=lambda each: -each["score"])
        near = [next(iter({each["a"], each["b"]} - {item})) for each in ranked[:3]]
        assert neighbour in near
        said = ranked[near.index(neighbour)]
        assert "no part number is on both lists" in said["basis"]
        assert "TMS320F28335" in said["basis"]
        assert (said["factory"], said["supply"]) == ([], [])
    found = sherd("compare", one, other, "--json").result
    filters = [each for each in (*found["sharing"], *found["bases"]) if each["part"] == "BNX023"]
    assert filters
    assert all(each["commodity"] and each["weight"] < 0.1 for each in filters)


def items(folder: Path) -> dict[str, str]:
    """The items of the one case recorded, and what they are called."""
    from sherd.bootstrap import Settings, workbench

    with workbench(Settings(str(folder / "sherd.db"), None), create=False) as bench:
        return {item.id: item.label for item in bench.store.load("gur").items}


def test_two_names_of_one_maker_are_merged_by_a_judgement_and_parted_by_withdrawing_it(
    sherd: Any, case_folder: Path
) -> None:
    (case_folder / "components.csv").write_text(
        "id,item,label,part_as_published,maker_as_published\n"
        "P1,I1,chip,LM2596,Texas Instruments\nP2,I1,chip,LM317,Texas Instruments\n"
        "P3,I1,chip,OPA277,Burr-Brown\n",
        "utf-8",
    )
    sherd("record", case_folder)
    apart = {"Texas Instruments": 2, "Burr-Brown": 1}
    assert groups(sherd("compare", "--count", "--json").result, "maker") == apart
    sheet = case_folder / "judgements.csv"
    heading = "id,subject,kind,decision,reason,by,at\n"
    row = "J1,Burr-Brown | Texas Instruments,same_maker,same,Bought in 2000,A. Person,2026-11-20\n"
    sheet.write_text(heading + row, "utf-8")
    assert sherd("record", case_folder).code == 0
    assert groups(sherd("compare", "--count", "--json").result, "maker") == {"Texas Instruments": 3}
    said = sherd("compare", "--count").out
    assert "judged same by A. Person (J1, 2026-11-20)" in said
    assert "counted as Texas Instruments. Bought in 2000" in said
    sheet.write_text(heading, "utf-8")
    sherd("record", case_folder)
    assert groups(sherd("compare", "--count", "--json").result, "maker") == apart
