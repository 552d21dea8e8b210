"""Outside reference data is kept as it came, told apart from every case, and taken in once."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from sherd.errors import NotFound
from sherd.model.provenance import REFERENCE, Edition
from sherd.record.cells import BadCell
from sherd.record.intake import case_id
from sherd.services.editions import contents, edition_id, editions, receive
from sherd.store.audit import audit

FILES = {"sdn.csv": b"1,A\n", "alt.csv": b"1,B\n"}
EDITION = Edition(
    case=REFERENCE,
    id=edition_id("sdn", FILES),
    kind_="list",
    series="sdn",
    form="ofac",
    entries=1,
    importer="ofac/1",
)


def test_an_edition_comes_back_as_it_was_taken_in(kept: Any) -> None:
    assert receive(kept.store, kept.blobs, EDITION, FILES)
    assert editions(kept.store, "list") == (EDITION,)
    assert editions(kept.store, "catalogue") == ()
    assert dict(contents(kept.store, kept.blobs, EDITION)) == FILES


def test_taking_the_same_edition_in_again_changes_nothing(kept: Any) -> None:
    receive(kept.store, kept.blobs, EDITION, FILES)
    size = kept.store.size()
    assert not receive(kept.store, kept.blobs, EDITION, FILES)
    assert kept.store.size() == size


def test_an_edition_read_anew_by_a_better_reader_supersedes(kept: Any) -> None:
    receive(kept.store, kept.blobs, EDITION, FILES)
    better = evolve(EDITION, entries=2, importer="ofac/2")
    assert receive(kept.store, kept.blobs, better, FILES)
    assert editions(kept.store, "list") == (better,)
    assert [event.verb for event in kept.store.events() if event.kind == "edition"] == [
        "received",
        "superseded",
    ]


def test_an_edition_belongs_to_no_case_and_no_case_can_take_its_place(kept: Any) -> None:
    receive(kept.store, kept.blobs, EDITION, FILES)
    assert REFERENCE not in kept.store.cases()
    assert kept.store.load("k").editions == ()
    with pytest.raises(BadCell):
        case_id(REFERENCE)
    with pytest.raises(ValueError, match="not under"):
        receive(kept.store, kept.blobs, evolve(EDITION, case="k"), FILES)


def test_a_store_with_editions_holds_and_can_be_made_anew(kept: Any) -> None:
    receive(kept.store, kept.blobs, EDITION, FILES)
    kept.store.rebuild()
    assert editions(kept.store, "list") == (EDITION,)
    assert audit(str(kept.folder.with_suffix(".db")), None, None).holds


def test_a_lost_file_of_an_edition_is_told(kept: Any) -> None:
    receive(kept.store, kept.blobs, EDITION, FILES)
    for sha256 in kept.blobs.all():
        (kept.folder.with_suffix(".files") / sha256[:2] / sha256).unlink()
    assert not audit(str(kept.folder.with_suffix(".db")), None, None).holds
    with pytest.raises(NotFound):
        dict(contents(kept.store, kept.blobs, EDITION))


def test_files_of_another_name_make_another_edition() -> None:
    assert edition_id("s", {"a": b"1"}) != edition_id("s", {"b": b"1"})
    assert edition_id("s", {"a": b"1", "b": b"2"}) == edition_id("s", {"b": b"2", "a": b"1"})
