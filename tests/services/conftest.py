"""A store with a small case in it: public rows, a sealed holder, a sealed row, a team photograph."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from attrs import frozen

from sherd.ports import Blobs, Store
from sherd.readers.folder import submission
from sherd.services.record import record
from sherd.store import open_blobs, open_store

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)

SECRETS = {
    "holder": "Museum Kilo",
    "person": "Ivanna Petrenko",
    "place": "Village Zulu",
    "note": "told in confidence",
    "row": "Sealed Component Lima",
    "source": "Informant Mike",
}
"""What a public reader must find nowhere in a bundle, not even as a plain hash."""


@pytest.fixture
def secrets() -> dict[str, str]:
    """What a public reader must not find."""
    return dict(SECRETS)


@frozen
class Kept:
    """A store, its files, and where the case folder lies."""

    store: Store
    blobs: Blobs
    folder: Path


def write_case(folder: Path) -> None:
    """A case folder with each kind of restricted value."""
    folder.mkdir()
    sheets = {
        "sources.csv": "id,kind,title,url\nS1,web page,A page,https://example.org/page\n"
        f"S2,person,{SECRETS['source']},\n",
        "events.csv": f"id,kind,from,place\nE1,recovery,2023-04,{SECRETS['place']}\n",
        "items.csv": "id,label,role,custody_status,event,holder,recovered_by,note,source\n"
        f"I1,Wreck one,item,documented,E1,{SECRETS['holder']},{SECRETS['person']},{SECRETS['note']},S1\n"
        "I2,Wreck two,reference,unknown,,,,,S2\n",
        "components.csv": f"id,item,label,release\nC1,I1,Board,\nC2,I1,{SECRETS['row']},sealed\n",
        "photographs.csv": "id,file,item\nP1,photos/1.jpg,I1\n",
    }
    (folder / "case.toml").write_text('id = "k"\ntitle = "K"\nquestion = "Who made it?"\n', "utf-8")
    for name, text in sheets.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "photos").mkdir()
    (folder / "photos" / "1.jpg").write_bytes(b"\xff\xd8 not really a photograph")


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    """The case, recorded."""
    write_case(tmp_path / "k")
    store = open_store(tmp_path / "k.db", create=True, clock=lambda: NOW)
    blobs = open_blobs(tmp_path / "k.db")
    record(store, blobs, submission(tmp_path / "k"), by=SECRETS["person"])
    yield Kept(store, blobs, tmp_path / "k")
    store.close()
