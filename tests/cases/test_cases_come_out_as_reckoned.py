"""Every case of the folder, from its sheets to its weights, against what was reckoned apart from the program.

``expected.json`` beside each case holds problems, weights and refusals. To add a case: a folder with
``input`` and ``expected.json``; these tests walk them all.
"""

import json
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from sherd.attribute.weigh import weigh
from sherd.model.problems import Problem
from sherd.model.record import CaseRecord
from sherd.model.weights import Attribution, Labels
from sherd.record.intake import take_in
from sherd.record.tree import Submission, SubmittedFile, part_of

HERE = Path(__file__).resolve().parent
FOUND = {str(path.parent.relative_to(HERE)): path for path in sorted(HERE.rglob("expected.json"))}
WEIGHED: tuple[tuple[str, Labels], ...] = (("attribute", "independent"), ("attribute_publisher", "publisher"))
NUMBERS = ("default", "reported", "lo", "hi", "ceiling")

Expected = dict[str, Any]


def expectation(name: str) -> Expected:
    loaded: Expected = json.loads(FOUND[name].read_text(encoding="utf-8"))
    return loaded


def submission(folder: Path) -> Submission:
    contents = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return Submission(
        name=folder.name,
        files=tuple(
            SubmittedFile(name, len(held), partial(iter, (held,))) for name, held in contents.items()
        ),
        sheets={name: held for name, held in contents.items() if part_of(name) == "sheet"},
    )


@cache
def taken_in(name: str) -> tuple[CaseRecord, tuple[Problem, ...]]:
    intake = take_in(submission(FOUND[name].parent / expectation(name).get("input", "input")))
    record = CaseRecord.of([placed.row for placed in intake.rows])
    return record, intake.problems


def weighings() -> Iterator[tuple[str, str, Labels]]:
    for name in FOUND:
        yield from ((name, key, labels) for key, labels in WEIGHED if key in expectation(name))


def weighed(name: str, key: str, labels: Labels) -> tuple[Expected, Attribution]:
    expected: Expected = expectation(name)[key]
    return expected, weigh(taken_in(name)[0], expected["item"], labels)


each_case = pytest.mark.parametrize("name", FOUND)
each_weighing = pytest.mark.parametrize(("name", "key", "labels"), list(weighings()))


@each_case
def test_every_fault_of_a_folder_is_told_where_it_stands(name: str) -> None:
    told = [(p.code, p.file, p.row, p.column) for p in taken_in(name)[1]]
    expected = expectation(name)["problems"]
    for fault in expected:
        found = [
            (code, file, row, column)
            for code, file, row, column in told
            if (code, file) == (fault["code"], fault["file"])
            and (fault["row"] is None or row in {fault["row"], fault.get("or_row")})
            and (not fault["column"] or column == fault["column"])
        ]
        assert found, fault
    assert len(told) == len(expected)


@each_weighing
def test_each_pair_weighs_what_was_reckoned(name: str, key: str, labels: Labels) -> None:
    expected, result = weighed(name, key, labels)
    for pair in expected["pairs"]:
        found = result.pair(pair["h1"], pair["h2"])
        for number in NUMBERS:
            if number in pair:
                assert getattr(found, number) == pytest.approx(pair[number], abs=1e-9), number
        for group in found.groups:
            if "groups" in pair:
                assert group.weight == pytest.approx(pair["groups"][group.group], abs=1e-9)


@each_weighing
def test_each_pair_is_refused_for_the_reasons_expected_and_no_other(
    name: str, key: str, labels: Labels
) -> None:
    expected, result = weighed(name, key, labels)
    for pair in expected["pairs"]:
        if "refused" not in pair:
            continue
        found = result.pair(pair["h1"], pair["h2"])
        rules = {refusal.rule for refusal in found.refused}
        assert set(pair["refused"]) <= rules, (pair["h1"], pair["h2"])
        if not pair["refused"] and "may" not in pair:
            assert not rules
            assert "words" not in pair or found.words == pair["words"]
        assert all(refusal.lifted_by for refusal in found.refused)


@each_weighing
def test_a_conclusion_opens_as_its_custody_asks(name: str, key: str, labels: Labels) -> None:
    _, result = weighed(name, key, labels)
    expected = expectation(name)
    if "opening" in expected:
        assert expected["opening"] in result.opening
    if "lead_only" in expected:
        assert result.lead_only is expected["lead_only"]


@pytest.mark.parametrize("name", ["broken", "scripts"])
def test_what_must_survive_is_in_the_record(name: str) -> None:
    must = expectation(name)["must_survive"]
    cells = [cell for part in must.values() for cell in part] if isinstance(must, dict) else must
    record, _ = taken_in(name)
    held = repr(record)
    kept = {repr(text)[1:-1] for text in cells}
    assert [text for text in sorted(kept) if text not in held] == []


def test_the_broken_folder_keeps_its_good_rows() -> None:
    record, _ = taken_in("broken")
    for sheet, ids in expectation("broken")["good_rows"].items():
        assert set(ids) <= {row.id for row in getattr(record, sheet)}, sheet


def test_paint_and_serials_of_the_geran_case_are_shown_and_never_weighed() -> None:
    expected, result = weighed("geran-2", "attribute_publisher", "publisher")
    weighty = {
        feature.feature for pair in result.pairs for group in pair.groups for feature in group.features
    }
    assert weighty
    assert not weighty & set(expectation("geran-2")["never_weighed"])
    used = {specimen for line in result.collection for specimen in line.specimens}
    assert not used & set(expectation("geran-2")["never_a_reference"])
    assert expected["item"] not in used
