"""How fast the store is on disk: durable signed commits, the audit, proofs; pymerkle in the same run.

Run ``python benchmarks/store.py [EVENTS]``; the default 100,000 events take under a minute. It writes to
a temporary folder below the working directory, so that the disk is a real one. Each figure is printed with
the bar that it has to reach.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pymerkle import SqliteTree

from sherd.journal.entry import Sealed
from sherd.journal.merkle import inclusion_proof
from sherd.model.items import Component
from sherd.ports import Change
from sherd.store import open_store
from sherd.store.audit import audit
from sherd.store.sql import SqlShelf, SqlStore

EVENTS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
BATCH = 5_000
SINGLES = 200
PEER = 100
METHOD = ("case folder", "1")
SHOWN, WITHHELD = frozenset({"S1"}), frozenset[str]()


def clock() -> datetime:
    return datetime(2026, 11, 23, 21, 0, tzinfo=UTC)


def change(number: int, salted: bool) -> Change:
    row = Component(
        case="geran-2",
        id=f"C{number}",
        item="I1",
        label="processor board" if salted else "processor board of the flight computer",
        part_as_published="TMS320F28335",
        state="examined",
        note="scorched" if salted else None,
    )
    return Change("recorded", row, METHOD, source={"file": "components.csv", "row": number})


class JournalAlone(SqlShelf):
    """Keeps events and their tree, and projects nothing."""

    def keep(self, first: int, entries: Sequence[Sealed], hashes: Sequence[bytes]) -> None:
        """Keep events, and project nothing."""
        self.keep_events(first, entries, hashes)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock, seconds of this process."""
    start, used = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start, time.process_time() - used


def show(what: str, count: int, took: tuple[float, float], bar: float) -> None:
    wall, cpu = took
    print(
        f"{what:<58} {count / wall:>9,.0f}/s  (bar {bar:,.0f}/s; {count / cpu:,.0f} per CPU second)",
        flush=True,
    )


def append(store: SqlStore, changes: Sequence[Change], size: int) -> None:
    for first in range(0, len(changes), size):
        with store.writing() as writing:
            writing.append(changes[first : first + size], SHOWN)


def append_alone(store: SqlStore, changes: Sequence[Change]) -> None:
    for first in range(0, len(changes), BATCH):
        with store.writing() as writing:
            writing.shelf = JournalAlone(writing.shelf.connection)  # type: ignore[attr-defined]
            writing.append(changes[first : first + BATCH], SHOWN)


def writing(folder: Path) -> None:
    plain, salted = ([change(n, salted) for n in range(EVENTS)] for salted in (False, True))
    alone = open_store(folder / "alone.db", create=True, clock=clock)
    took = timed(lambda: append_alone(alone, plain))
    print(f"a leaf has {len(next(alone.events()).leaf)} bytes")
    show("appended in batches of 5,000, journal alone", EVENTS, took, 35_000)
    alone.close()
    whole = open_store(folder / "whole.db", create=True, clock=clock)
    show(
        "the same with one salted field and projection",
        EVENTS,
        timed(lambda: append(whole, salted, BATCH)),
        25_000,
    )
    whole.close()
    single = open_store(folder / "single.db", create=True, clock=clock)
    ours = timed(lambda: append(single, plain[:SINGLES], 1))
    show("single durable events", SINGLES, ours, 200)
    single.close()
    peers(folder, ours[0] / SINGLES)


def peers(folder: Path, ours: float) -> None:
    tree = SqliteTree(str(folder / "peer.db"))
    theirs = timed(lambda: [tree.append_entry(os.urandom(300)) for _ in range(PEER)])[0] / PEER
    ratio = f"ours {theirs / ours:,.1f} times as fast, signed and with a table"
    print(f"{'pymerkle to SQLite, single entries':<58} {1 / theirs:>9,.0f}/s  ({ratio})")
    tree.con.close()


def reading(folder: Path) -> None:
    path, verdicts = folder / "whole.db", []
    plain = open_store(folder / "plain.db", create=True, clock=clock)
    append(plain, [change(n, False) for n in range(EVENTS)], BATCH)
    plain.close()
    took = timed(lambda: verdicts.append(audit(folder / "plain.db")))
    show("audited: journal, tables, SQLite's own checks", EVENTS, took, 60_000)
    show(
        "the same with one salted field for each event",
        EVENTS,
        timed(lambda: verdicts.append(audit(path))),
        60_000,
    )
    assert all(verdict.holds for verdict in verdicts), verdicts
    store = open_store(path, create=False, clock=clock)
    show("rebuilt", EVENTS, timed(store.rebuild), 0)
    case = timed(lambda: store.heads("geran-2", "component"))
    show("read as rows", EVENTS, case, 0)
    index = [n * 7919 % EVENTS for n in range(100)]
    proofs = timed(lambda: [inclusion_proof(n, EVENTS, store) for n in index])[0] / len(index)
    print(f"{f'one inclusion proof at {EVENTS:,} leaves':<58} {proofs * 1000:>9.3f} ms (bar 1 ms)")
    store.close()


def main() -> None:
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as folder:
        writing(Path(folder))
        reading(Path(folder))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'peak memory, the changes themselves included':<58} {peak:>9,.0f} MB")


if __name__ == "__main__":
    main()
