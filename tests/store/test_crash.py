"""Kill a recording process at any moment: what it acknowledged is there, and the store holds."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from sherd.store import open_store
from sherd.store.audit import audit

CAMPAIGN = int(os.environ.get("SHERD_CAMPAIGN", "100"))
"""Kills in a long run; ``make campaign`` takes them all."""
SOURCE = Path(__file__).resolve().parents[2] / "src"

RECORDING = """
import sys
from datetime import UTC, datetime
from sherd.errors import StoreBusy
from sherd.model.items import Item
from sherd.ports import Change
from sherd.store import open_blobs, open_store
from sherd.model.provenance import File

path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
store = open_store(path, create=True, clock=lambda: datetime(2026, 11, 23, tzinfo=UTC), wait=30)
for batch in range(count):
    content = f"{name}-{batch}".encode() * 999
    sha256 = open_blobs(path).put(content)
    rows = [Item(case="c", id=f"{name}-{batch}-{n}", label="x" * 200, role="item", custody_status="unknown",
                 holder="H") for n in range(40)]
    rows.append(File(case="c", id=f"{name}-{batch}.bin", sha256=sha256, size=len(content)))
    with store.writing() as writing:
        writing.append([Change("recorded", row, ("m", "1")) for row in rows], frozenset())
    print(batch, flush=True)
store.close()
"""


def clock() -> Any:
    raise AssertionError("nothing is written")


def recording(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", RECORDING, str(path), name, str(count)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )


def ids(path: Path) -> set[str]:
    store = open_store(path, create=False, clock=clock)
    found = {str(event.id) for event in store.events()}
    store.close()
    return found


@pytest.mark.parametrize("kills", [4, pytest.param(CAMPAIGN, marks=pytest.mark.campaign)])
def test_killing_a_recording_loses_nothing_that_was_acknowledged(path: Path, kills: int) -> None:
    rng = random.Random(3)
    acknowledged: set[str] = set()
    for round_ in range(kills):
        process = recording(path, f"r{round_}", 10**6)
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(rng.uniform(0, 0.2))
        process.send_signal(signal.SIGKILL)
        rest = process.communicate()[0].splitlines()
        done = [first, *(line for line in rest if line.strip().isdigit())]
        acknowledged |= {f"r{round_}-{int(batch)}-{n}" for batch in done for n in range(40)}
        assert acknowledged <= ids(path)
        verdict = audit(path)
        assert verdict.failures == ()
    assert len(acknowledged) >= 40 * kills


def test_two_processes_at_once_both_complete_on_one_journal(path: Path) -> None:
    both = [recording(path, name, 12) for name in ("a", "b")]
    said = [process.communicate(timeout=120)[0].split() for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert said == [[str(n) for n in range(12)]] * 2
    verdict = audit(path)
    assert (verdict.holds, verdict.events) == (True, 2 * 12 * 41)
    assert ids(path) >= {f"{name}-{batch}-{n}" for name in "ab" for batch in range(12) for n in range(40)}
