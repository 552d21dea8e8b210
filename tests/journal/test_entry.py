from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import pytest

from sherd.journal.disclosure import NOUN, DisclosureError, conceal
from sherd.journal.entry import RECORDER, Sealed, reveal, seal
from sherd.journal.leaf import decode
from sherd.model.columns import Column, columns
from sherd.model.plain import fields_of, row_of
from sherd.model.record import NOUNS
from sherd.model.row import Row
from sherd.ports import Change

AT = "2026-11-23T21:00:00+00:00"
METHOD = ("case folder", "1")
SAMPLES: Mapping[str, Any] = {
    "text": "x",
    "whole": 3,
    "number": 2.5,
    "flag": False,
    "interval": "2022-10-01/2022-10-31",
    "instant": "2022-10-17",
    "list": ["a", "b"],
    "mapping": {"design": "IR"},
}


def full_row(noun: type[Row], **more: Any) -> Row:
    """A row with every column filled."""

    def sample(column: Column) -> Any:
        return column.words[0] if column.words else SAMPLES[column.kind]

    known = {column.name: sample(column) for column in columns(noun) if column.attribute != "id"}
    known.pop("release")
    return row_of(noun.kind, "c", "R1", known | more)


def sealed(row: Row, verb: str = "recorded", **more: Any) -> Sealed:
    return seal([Change(verb, row, METHOD, **more)], AT, frozenset(), os.urandom)[0]


def texts(one: Sealed) -> list[str | None]:
    return [disclosure.text for disclosure in one.disclosures]


@pytest.mark.parametrize("release", [None, "public", "partner", "team", "sealed"])
@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.kind)
def test_whoever_is_shown_everything_reads_the_row_as_it_was(noun: type[Row], release: str | None) -> None:
    row = full_row(noun, **({"release": release} if release else {}))
    one = sealed(row, by="A. Recorder")
    id_, fields = reveal(decode(one.leaf), texts(one))
    assert (id_, fields) == ("R1", fields_of(row))
    assert row_of(noun.kind, "c", str(id_), fields or {}) == row


@pytest.mark.parametrize("noun", [n for n in NOUNS if n.kind != "file"], ids=lambda noun: noun.kind)
def test_no_withheld_value_stands_in_the_leaf(noun: type[Row]) -> None:
    hidden = {c.name: "SECRET" for c in columns(noun) if c.sealed and c.kind == "text"}
    assert b"SECRET" not in sealed(full_row(noun, **hidden), by="SECRET").leaf


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.kind)
def test_a_restricted_row_shows_only_that_it_is_there(noun: type[Row]) -> None:
    event = decode(sealed(full_row(noun, release="team"), source={"file": "a.csv"}).leaf)
    assert (event.id, event.noun) == (None, None)
    assert len(event.withheld) == 1


def test_no_column_is_called_as_the_recorder_or_the_whole_row() -> None:
    assert {RECORDER, NOUN}.isdisjoint(column.name for noun in NOUNS for column in columns(noun))


def test_the_place_of_a_restricted_file_is_not_told() -> None:
    file = next(noun for noun in NOUNS if noun.kind == "file")
    source = {"file": "photos/secret.jpg"}
    assert b"secret.jpg" not in sealed(full_row(file, release="team"), source=source).leaf
    assert b"secret.jpg" in sealed(full_row(file), source=source).leaf


@pytest.mark.parametrize("release", [None, "team"])
def test_a_withdrawal_carries_the_id_alone(release: str | None) -> None:
    item = next(noun for noun in NOUNS if noun.kind == "item")
    row = full_row(item, holder="SECRET", **({"release": release} if release else {}))
    one = sealed(row, "withdrawn", parents=("ab" * 32,))
    event = decode(one.leaf)
    assert (event.id, event.noun, one.fields) == (None if release else "R1", None, None)
    assert reveal(event, texts(one)) == ("R1", None)
    assert not any("SECRET" in str(text) for text in texts(one))


def test_a_destroyed_value_is_left_out_and_a_destroyed_row_has_no_id() -> None:
    item = next(noun for noun in NOUNS if noun.kind == "item")
    row = full_row(item)
    one = sealed(row)
    kept = [None, *texts(one)[1:]]
    assert (reveal(decode(one.leaf), kept).fields or {}).keys() == fields_of(row).keys() - {"recovered_by"}
    whole = sealed(full_row(item, release="team"))
    assert reveal(decode(whole.leaf), [None]) == (None, None)


def test_two_seals_of_one_row_share_no_digest() -> None:
    row = full_row(NOUNS[0])
    assert sealed(row).disclosures[0].digest != sealed(row).disclosures[0].digest


def test_a_withheld_row_without_its_id_is_refused() -> None:
    event = decode(sealed(full_row(NOUNS[0], release="team")).leaf)
    with pytest.raises(DisclosureError, match="without its id"):
        reveal(event, [conceal(NOUN, {"title": "x"}, "team", bytes(16)).text])
