"""How fast the journal is in memory: sealing, verifying, proving. pymerkle stands beside it in the same run.

Run ``python benchmarks/journal_core.py``; it takes a few seconds and prints one line for each figure.
Writing to disk is measured with the store.
"""

from __future__ import annotations

import gc
import os
import random
import time
from collections.abc import Callable, Iterable
from hashlib import sha256

from pymerkle import InmemoryTree

from sherd.journal.checkpoint import sign_checkpoint
from sherd.journal.disclosure import conceal_many
from sherd.journal.events import Event, Method
from sherd.journal.leaf import decode, encode
from sherd.journal.merkle import (
    Frontier,
    Kept,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    root,
    verify_inclusion,
)
from sherd.journal.note import Signer
from sherd.journal.verify import LeafAudit, Row

BATCH = 5_000
EVENTS = 100_000
LARGE = 1_000_000
PEER = 1 << 14
PROOFS = 200
AT = "2026-11-23T21:00:00+00:00"
SIGNER = Signer("sherd/benchmark", bytes(32))


def event(number: int) -> Event:
    return Event(
        verb="recorded",
        kind="component",
        case="geran-2",
        id=f"C{number}",
        at=AT,
        method=Method("case folder", "1"),
        source={"file": "components.csv", "row": number},
        noun={
            "item": "I1",
            "label": "processor board",
            "function": "navigation",
            "maker_as_published": "T. I.",
        },
    )


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def show(what: str, value: float, unit: str) -> None:
    print(
        f"{what:<66} {value:>12,.3f} {unit}" if value < 10 else f"{what:<66} {value:>12,.0f} {unit}",
        flush=True,
    )


def seal(frontier: Frontier, rows: list[Row], first: int) -> None:
    """One batch from its parts to leaves in the tree, with its signed head."""
    leaves = [encode(event(number)) for number in range(first, first + BATCH)]
    hashes = [leaf_hash(leaf) for leaf in leaves]
    frontier.extend(hashes)
    rows += zip(range(first, first + BATCH), leaves, hashes, strict=True)


def sealing() -> tuple[list[Row], list[tuple[int, str]]]:
    frontier = Frontier()
    rows: list[Row] = []
    heads: list[tuple[int, str]] = []

    def all_batches() -> None:
        for first in range(0, EVENTS, BATCH):
            seal(frontier, rows, first)
            heads.append((frontier.size, sign_checkpoint(frontier.size, frontier.root(), SIGNER)))

    took = seconds(all_batches)
    show(
        f"sealed: event, leaf of {len(rows[0][1])} bytes, hash, tree, signed per 5,000",
        EVENTS / took,
        "events/s",
    )
    show("the same, each", took / EVENTS * 1e6, "µs")
    return rows, heads


def withholding() -> None:
    fields = [("recorder", "A. Person", "sealed")] * EVENTS
    took = seconds(lambda: conceal_many(fields, os.urandom(16 * EVENTS)))
    show("values withheld under a salt", EVENTS / took, "values/s")


def reading(rows: list[Row]) -> None:
    took = seconds(lambda: [decode(leaf) for _, leaf, _ in rows])
    show("leaves read back strictly", EVENTS / took, "leaves/s")


def verifying(rows: list[Row], heads: list[tuple[int, str]]) -> None:
    frontier = Frontier()
    frontier.extend([hash_ for _, _, hash_ in rows])
    nodes = frontier.take_nodes()

    def audit() -> None:
        one_pass = LeafAudit(heads, key=str(SIGNER.verifier))
        one_pass.feed_nodes(nodes)
        for first in range(0, EVENTS, BATCH):
            one_pass.feed(rows[first : first + BATCH])
        assert one_pass.finish().holds, "the benchmark's own journal does not hold"

    show("verified: leaf, hash, tree, heads, kept nodes", EVENTS / seconds(audit), "leaves/s")


def append_all(frontier: Frontier, hashes: Iterable[bytes]) -> None:
    for hash_ in hashes:
        frontier.append(hash_)


def check_all(hashes: list[bytes], chosen: list[int], proofs: list[list[bytes]], whole: bytes) -> None:
    for index, proof in zip(chosen, proofs, strict=True):
        verify_inclusion(hashes[index], index, LARGE, proof, whole)


def single_appends(rows: list[Row]) -> None:
    hashes = [hash_ for _, _, hash_ in rows]
    took = seconds(lambda: append_all(Frontier(), hashes))
    show("leaf hashes appended one by one", EVENTS / took, "appends/s")
    took = seconds(lambda: Frontier().extend(hashes))
    show("leaf hashes appended in bulk", EVENTS / took, "appends/s")


def proving() -> None:
    hashes = [sha256(number.to_bytes(4, "big")).digest() for number in range(LARGE)]
    kept, whole, chosen = Kept(hashes), root(hashes), random.Random(1).sample(range(LARGE), PROOFS)
    proofs: list[list[bytes]] = []
    took = seconds(lambda: proofs.extend(inclusion_proof(index, LARGE, kept) for index in chosen))
    show("inclusion proof at 1,000,000 leaves", took / PROOFS * 1e3, "ms")
    took = seconds(lambda: check_all(hashes, chosen, proofs, whole))
    show("checking it", took / PROOFS * 1e3, "ms")
    took = seconds(lambda: [consistency_proof(index + 1, LARGE, kept) for index in chosen])
    show("consistency proof at 1,000,000 leaves", took / PROOFS * 1e3, "ms")


def peer() -> None:
    """pymerkle in memory, at a size that it bears: its trees are walked in Python objects."""
    entries = [f"event {number}".encode() for number in range(PEER)]
    tree = InmemoryTree(algorithm="sha256")
    theirs = seconds(lambda: [tree.append_entry(entry) for entry in entries])
    frontier, hashes = Frontier(), [leaf_hash(entry) for entry in entries]
    ours = seconds(lambda: append_all(frontier, map(leaf_hash, entries)))
    assert tree.get_root() == frontier.root(), "the two trees differ"
    show(f"pymerkle: {PEER:,} appends in memory", PEER / theirs, "appends/s")
    show("sherd: the same", PEER / ours, "appends/s")
    chosen, kept = random.Random(2).sample(range(PEER), PROOFS), Kept(hashes)
    theirs = seconds(lambda: [tree.prove_inclusion(index + 1, PEER) for index in chosen])
    ours = seconds(lambda: [inclusion_proof(index, PEER, kept) for index in chosen])
    show(f"pymerkle: inclusion proof at {PEER:,} leaves", theirs / PROOFS * 1e3, "ms")
    show("sherd: the same", ours / PROOFS * 1e3, "ms")


def main() -> None:
    rows, heads = sealing()
    withholding()
    reading(rows)
    single_appends(rows)
    verifying(rows, heads)
    proving()
    peer()


if __name__ == "__main__":
    main()
