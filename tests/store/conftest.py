"""A small store on disk, and what to put into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sherd.model.hypotheses import Case
from sherd.model.items import Component, Item
from sherd.model.provenance import File
from sherd.model.row import Row
from sherd.ports import Change
from sherd.store import open_blobs, open_store
from sherd.store.sql import SqlStore

METHOD = ("case folder", "1")
NOW = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)


def clock() -> datetime:
    return NOW


def recorded(*rows: Row) -> list[Change]:
    return [Change("recorded", row, METHOD, by="B. Recorder") for row in rows]


def write(store: SqlStore, changes: Sequence[Change]) -> None:
    with store.writing() as writing:
        writing.append(changes, frozenset({"S1"}))


def small_case() -> list[Row]:
    board = "Board with М214 “تست” 🛩, scorched at one edge"
    rows: list[Row] = [
        Case(case="c", id="c", title="Wreck", question="Who made it?", investigators=("A. Person",)),
        Item(case="c", id="I1", label="Wing", role="item", custody_status="unknown", holder="Institute"),
        Item(case="c", id="I2", label="Tail", role="item", custody_status="unknown", release="team"),
    ]
    for n in range(60):
        more = {"count": n, "source": "S1" if n % 2 else "S2", "locator": f"p. {n}"}
        rows.append(Component(case="c", id=f"C{n}", item="I1", label=f"{board} {n}", **more))
    return rows


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "s.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqlStore]:
    opened = open_store(path, create=True, clock=clock, wait=0.2)
    yield opened
    opened.close()


@pytest.fixture
def filled(path: Path) -> Path:
    """The path of a closed store with 60 components, two versions of one, a file of each release."""
    store = open_store(path, create=True, clock=clock)
    blobs = open_blobs(path)
    write(store, recorded(*small_case()))
    files = [
        File(case="c", id="a.pdf", sha256=blobs.put(b"a public file"), size=13),
        File(case="c", id="b.jpg", sha256=blobs.put(b"a secret file"), size=13, release="team"),
    ]
    head = store.heads("c", "component")["C7"]
    changed = Component(case="c", id="C7", item="I1", label="read again")
    gone = store.heads("c", "component")["C8"]
    write(
        store,
        [
            *recorded(*files),
            Change("superseded", changed, METHOD, parents=(head.leaf_hash,)),
            Change("withdrawn", gone.row, METHOD, parents=(gone.leaf_hash,)),
        ],
    )
    store.close()
    return path
