"""From a store to a dossier: corrections, and results drawn from what the reader sees."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from attrs import evolve

from sherd.errors import NotFound
from sherd.model.hypotheses import Case
from sherd.model.items import Item
from sherd.model.row import Row
from sherd.ports import Change, Store
from sherd.publish.material import Changed
from sherd.publish.redact import redact
from sherd.services.corrections import Corrections, corrections
from sherd.services.dossier import dossier, results
from sherd.store import open_store

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CASE = Case(case="k", id="k", title="K", question="Who?")
ITEM = Item(case="k", id="I1", label="First", role="item", custody_status="unknown", holder="Museum K")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with one case of one item."""
    opened = open_store(tmp_path / "k.db", create=True, clock=lambda: NOW)
    write(opened, ("recorded", CASE), ("recorded", ITEM))
    yield opened
    opened.close()


def write(store: Store, *done: tuple[str, Row]) -> None:
    """Append events; one that replaces names the current version."""
    for verb, row in done:
        heads = store.heads("k", row.kind)
        parents = (heads[row.id].leaf_hash,) if verb != "recorded" else ()
        with store.writing() as writing:
            writing.append([Change(verb, row, ("test", "1"), parents=parents)], frozenset())


def told(store: Store, clearance: str) -> Corrections:
    return corrections(store, "k", clearance, redact(store.load("k"), clearance).hidden)


def test_a_correction_tells_what_a_column_said_and_what_it_says(store: Store) -> None:
    write(store, ("superseded", evolve(ITEM, label="Second")))
    (correction,) = told(store, "public").told
    assert (correction.verb, correction.kind, correction.id) == ("superseded", "item", "I1")
    assert correction.changes == (Changed("label", "First", "Second"),)


def test_a_correction_of_a_person_place_or_holder_never_quotes_them(store: Store) -> None:
    write(store, ("superseded", evolve(ITEM, holder="Museum L")))
    assert told(store, "public").told[0].changes == (Changed("a withheld value", "withheld", "withheld"),)
    assert told(store, "sealed").told[0].changes == (Changed("holder", "withheld", "withheld"),)


def test_a_row_that_was_sealed_since_is_counted_and_not_named_by_its_past(store: Store) -> None:
    write(store, ("superseded", evolve(ITEM, label="Second")))
    write(store, ("superseded", evolve(ITEM, label="Third", release="team")))
    assert told(store, "public") == Corrections((), 2)
    assert [correction.id for correction in told(store, "team").told] == ["I1", "I1"]


def test_a_withdrawn_row_that_was_withheld_is_counted_and_not_named(store: Store) -> None:
    write(store, ("superseded", evolve(ITEM, release="sealed")))
    write(store, ("withdrawn", evolve(ITEM, release="sealed")))
    assert told(store, "public") == Corrections((), 2)
    assert [correction.verb for correction in told(store, "sealed").told] == ["superseded", "withdrawn"]


def test_what_was_withheld_before_it_was_released_is_not_quoted(store: Store) -> None:
    sealed = evolve(ITEM, id="I2", label="Hidden", release="sealed")
    write(store, ("recorded", sealed), ("superseded", evolve(sealed, release="public", label="Shown")))
    (correction,) = told(store, "public").told
    assert correction.changes == (Changed("the whole row", "withheld", "shown"),)


def test_a_correction_does_not_name_a_withheld_row_that_the_old_version_named(store: Store) -> None:
    other = evolve(ITEM, id="I-HIDDEN", release="team")
    from sherd.model.items import Component

    part = Component(case="k", id="C1", item="I1", label="Board", possible_same_as="I-HIDDEN")
    write(store, ("recorded", other), ("recorded", part))
    write(store, ("superseded", evolve(part, possible_same_as=None)))
    (correction,) = told(store, "public").told
    assert correction.changes == (Changed("possible_same_as", "withheld", "—"),)


def test_nothing_changed_is_no_correction(store: Store) -> None:
    assert told(store, "public") == Corrections((), 0)


def test_results_are_drawn_from_what_the_reader_sees(store: Store) -> None:
    write(store, ("recorded", evolve(ITEM, id="I2", release="team")))
    assert [item.id for item in results(store, "k", "public", NOW.date()).redacted.record.items] == ["I1"]
    assert [item.id for item in results(store, "k", "team", NOW.date()).redacted.record.items] == ["I1", "I2"]


def test_an_unknown_case_is_named(store: Store) -> None:
    with pytest.raises(NotFound, match="nowhere"):
        dossier(store, "nowhere", "public", NOW)
