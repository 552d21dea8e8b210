"""The ledger as files: a table for spreadsheets, lines that fit the schema, linked data of schema.org."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.model.test_statement_schema import faults

from sherd.claims.ledger import ledger
from sherd.model.dates import Interval
from sherd.model.provenance import Source
from sherd.model.stances import Bearing, Ledger, Matter, Stand
from sherd.publish.formats.claims_out import as_csv, as_json_ld, as_json_lines

SCHEMA = json.loads((Path(__file__).resolve().parents[2] / "docs" / "stand.schema.json").read_text("utf-8"))


def stand(id_: str = "C1", **told: Any) -> Stand:
    plain = {"speaker": "Ana Vale", "party": "Kenya", "holds": True, "action": "SUPPLY", "family": "SUPPLY"}
    return Stand(id=id_, **{**plain, "quote": "", "words": "so", "proposition": "P", **told})


FULL = stand(
    "a note, once.txt#S01",
    source="A",
    speaker_kind="person",
    chain=("Gazette", "an aide"),
    matter=Matter(words="pumps", class_="pump", origin="Norway", made="copy"),
    said=Interval.parse("2023-08-16"),
    event=Interval(date(2023, 1, 1), None),
    quote="we “sold”\npumps, twice",
    reliability="B",
    credibility="2",
)
DENIED = stand("C2", holds=False, granted=False, said=Interval.parse("2023-08"))
URGED = stand("C3", holds=None, proposition=None, speaker_kind="state")
GRANTED = stand("C3~granted", granted=True, parent="C3")
SOURCE = Source(
    case="k", id="A", kind_="press", title="A page", url="https://example.org/a", publisher="The Gazette",
    published=Interval.parse("2023-08-16"), language="en",
)  # fmt: skip
ALL = ledger([FULL, DENIED, URGED, GRANTED], [SOURCE])
JUDGED = Bearing(claim="C2", item="I1", how="undermines", judged="J1", words="judged (J1, 2024-01-01) on I1.")


def table(found: Ledger) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(found).decode(), newline="")))


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_is_a_formula(first: str) -> None:
    (row,) = table(ledger([stand(quote=f"{first}cmd|' /C calc'!A0", speaker=f"{first}A")]))
    assert (row["quote"], row["speaker"]) == (f"'{first}cmd|' /C calc'!A0", f"'{first}A")


def test_commas_quotation_marks_and_lines_come_back_as_they_were() -> None:
    rows = {row["id"]: row for row in table(ALL)}
    assert rows[FULL.id]["quote"] == FULL.quote
    assert rows[FULL.id]["through"] == "Gazette | an aide"
    assert (rows[FULL.id]["reliability"], rows[FULL.id]["credibility"]) == ("B", "2")
    stances = [rows[id_]["stance"] for id_ in (FULL.id, "C2", "C3", "C3~granted")]
    assert stances == ["asserts", "denies", "urges", "takes for granted"]


def test_every_line_fits_the_schema_and_holds_the_stand() -> None:
    lines = [json.loads(line) for line in as_json_lines(ALL).decode().splitlines()]
    assert [fault for line in lines for fault in faults(line, SCHEMA, whole=SCHEMA)] == []
    assert {line["id"] for line in lines} == {FULL.id, "C2", "C3", "C3~granted"}
    (first,) = [line for line in lines if line["id"] == FULL.id]
    assert (first["said"], first["event"]) == ("2023-08-16/2023-08-16", "2023-01-01/")
    assert all(line["proposition"] for line in lines), (
        "in the words of its parts, where the record names none"
    )


def test_the_schema_has_every_field_of_a_stand_and_no_other() -> None:
    assert set(SCHEMA["properties"]) == {each.name for each in attrs.fields(Stand)} | {"stance"}
    assert set(SCHEMA["$defs"]["matter"]["properties"]) == {each.name for each in attrs.fields(Matter)}


def graph(*bearings: Bearing, found: Ledger = ALL) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = json.loads(as_json_ld(found, [SOURCE], bearings))["@graph"]
    return nodes


CREATIVE_WORK = {
    "about": {"Thing"}, "author": {"Person", "Organization", None}, "citation": {"Quotation", str},
    "datePublished": {str}, "inLanguage": {str}, "interpretedAsClaim": {"Claim"}, "name": {str},
    "publisher": {"Organization", "Person"}, "text": {str}, "url": {str},
}  # fmt: skip
SCHEMA_ORG = {
    "Claim": CREATIVE_WORK | {"appearance": {"CreativeWork"}},
    "CreativeWork": CREATIVE_WORK,
    "Quotation": CREATIVE_WORK,
    "ClaimReview": CREATIVE_WORK
    | {
        "claimReviewed": {str}, "itemReviewed": {"@id"}, "reviewAspect": {str}, "reviewBody": {str},
        "reviewRating": {"Rating"},
    },
    "Rating": {"alternateName": {str}},
    "Thing": {"name": {str}},
    "Person": {"name": {str}},
    "Organization": {"name": {str}},
    None: {"name": {str}},
}  # fmt: skip
"""Properties of types, and what each expects, as https://schema.org/Claim and the pages that it links say."""


def ill(node: dict[str, Any]) -> list[str]:
    """Properties that schema.org does not have for the type of a node, or that hold something else."""
    known = SCHEMA_ORG[node.get("@type")]
    found = []
    for name, value in node.items():
        if name.startswith("@"):
            continue
        holds = str if isinstance(value, str) else "@id" if set(value) == {"@id"} else value.get("@type")
        if holds not in known.get(name, ()):
            found.append(f"{node.get('@type')}.{name} holds {holds}")
        if isinstance(value, dict) and holds != "@id":
            found += ill(value)
    return found


def test_linked_data_has_only_what_schema_org_has() -> None:
    nodes = graph(JUDGED)
    assert [fault for node in nodes for fault in ill(node)] == []
    assert [node["@type"] for node in nodes] == ["Claim"] * 4 + ["ClaimReview"]


def test_a_claim_says_who_when_where_and_in_which_words() -> None:
    node = next(each for each in graph() if "citation" in each)
    assert node["@id"] == "#a%20note%2C%20once.txt%23S01"
    assert node["author"] == {"@type": "Person", "name": "Ana Vale"}
    assert (node["datePublished"], node["appearance"]["url"]) == ("2023-08-16", "https://example.org/a")
    assert node["citation"]["text"] == FULL.quote
    assert "datePublished" not in next(each for each in graph() if each["@id"] == "#C2"), "a month is no day"


def test_only_a_judgement_is_a_review_and_it_is_of_a_claim_that_is_there() -> None:
    candidate = attrs.evolve(JUDGED, judged=None)
    elsewhere = attrs.evolve(JUDGED, claim="C9")
    (review,) = [node for node in graph(JUDGED, candidate, elsewhere) if node["@type"] == "ClaimReview"]
    assert review["itemReviewed"] == {"@id": "#C2"}
    assert review["claimReviewed"] == "so"
    assert review["reviewRating"]["alternateName"] == "undermines (item I1)"


def test_two_people_who_judge_differently_are_two_reviews() -> None:
    other = attrs.evolve(JUDGED, judged="J2", how="supports")
    ids = [node["@id"] for node in graph(JUDGED, other) if node["@type"] == "ClaimReview"]
    assert len(set(ids)) == 2


def test_what_nobody_claimed_is_an_empty_file_of_each_kind() -> None:
    nothing = ledger(())
    assert as_json_lines(nothing) == b""
    assert len(as_csv(nothing).splitlines()) == 1
    assert graph(found=nothing) == []
