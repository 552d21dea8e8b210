"""One suite for every engine of bulk tables: the same rows for the same question, on the real engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sherd.analytics import ENGINES, open_tables
from sherd.analytics.key_table import KeyTable
from sherd.analytics.spark import why_not
from sherd.errors import WrongCall
from sherd.ports import Batch, Tables
from sherd.services.shipments import asked, pieces, searched, watched

LINES = [
    "ДАТЧИК МРU-9250, 2 ШТ",
    "чайник электрический 220В",
    "集成电路 SN74HCT574PWR 品牌",
    "ІНВЕРТОР SN74HCT 574PWR / MPU9250",
    "BC847B-QX 3000 PCS",
]
PARTS = ["MPU-9250", "SN74HCT574PWR", "BC847B"]
BATCH = Batch(0, LINES, {"day": ["2022-03-01"] * 5, "destination": ["RU"] * 5})


@pytest.fixture(scope="module", params=sorted(ENGINES))
def tables(request: pytest.FixtureRequest) -> Iterator[Tables]:
    if request.param == "spark" and (missing := why_not()):
        pytest.skip(missing)
    engine = open_tables(request.param)
    yield engine
    engine.close()


def test_the_engine_finds_what_the_search_of_every_row_finds(tables: Tables, tmp_path: Path) -> None:
    watch = watched(PARTS)
    table = KeyTable(tmp_path / "keys", "stamp")
    assert table.begin() == 0
    assert list(table.add(pieces([BATCH], 0))) == [5]
    rows = list(table.ask(tables, sorted({int(key) for key in watch.keys})))
    assert [row[0] for row in rows] == [0, 2, 3, 4]
    assert rows[0] == (0, LINES[0], "2022-03-01", "", "RU")
    (every,) = searched([BATCH], watch)
    (joined,) = asked(rows, watch)
    assert joined[1] == every[1]
    assert len(joined[1].hits) == 5


def test_whole_numbers_of_63_bits_are_joined_exactly(tables: Tables) -> None:
    large = 2**62 + 1
    tables.give("one", "key", [large, large + 1, 5])
    tables.give("other", "key", [large, 7])
    query = "SELECT a.key FROM one a JOIN other b ON a.key = b.key"
    assert list(tables.ask(query)) == [(large,)]


def test_an_engine_that_is_not_there_is_named() -> None:
    with pytest.raises(WrongCall, match="abacus"):
        open_tables("abacus")
