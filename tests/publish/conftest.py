"""Cases in a store, and the dossiers that are made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from attrs import frozen

from sherd.model.document import Document, Figure, strings, walk
from sherd.ports import Store
from sherd.publish.dossier import compose
from sherd.publish.material import Material
from sherd.readers.folder import submission
from sherd.render.charts import texts
from sherd.services.dossier import material, results
from sherd.services.record import record
from sherd.store import open_blobs, open_store

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CASES = {
    path.parent.name if path.name == "input" else path.name: path
    for path in sorted(
        {
            *(ROOT / "examples").iterdir(),
            *(
                found
                for found in (ROOT / "tests" / "cases").rglob("input")
                if (found / "case.toml").is_file()
            ),
        }
    )
    if (path / "case.toml").is_file()
}


@frozen
class Made:
    """What a dossier was made from, and the dossier."""

    material: Material
    document: Document

    @property
    def text(self) -> str:
        """Everything that a reader sees or hears, charts included."""
        drawn = (
            text for node in walk(self.document) if isinstance(node, Figure) for text in texts(node.spec)
        )
        return "\n".join([*strings(self.document), *drawn])


Dossier = Callable[..., Made]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    opened = open_store(tmp_path / "s.db", create=True, clock=lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def dossier_of(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The dossier of a case of the collection, by its name."""

    @cache
    def made(name: str, clearance: str = "public") -> Made:
        place = tmp_path_factory.mktemp("case") / "s.db"
        opened = open_store(place, create=True, clock=lambda: NOW)
        try:
            recorded = record(opened, open_blobs(place), submission([CASES[name]]))
            found = material(opened, results(opened, recorded.case, clearance, NOW.date()), clearance, NOW)
        finally:
            opened.close()
        return Made(found, compose(found))

    return made
