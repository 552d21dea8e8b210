from __future__ import annotations

import os
import random
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import Table
from sqlcipher3 import dbapi2

from sherd.errors import NotFound, SherdError, StoreDamaged, WrongCall
from sherd.journal.disclosure import open_
from sherd.journal.note import Signer, sign
from sherd.journal.verify import Verdict
from sherd.model.items import Item
from sherd.ports import Change
from sherd.store import open_blobs, open_store
from sherd.store.audit import audit
from sherd.store.tables import metadata

CAMPAIGN = int(os.environ.get("SHERD_CAMPAIGN", "3000"))
"""Flipped bits in a long run; ``make campaign`` takes them all."""


def clock() -> Any:
    raise AssertionError("nothing is written")


def altered(path: Path, *statements: str) -> Verdict:
    raw = dbapi2.connect(str(path))
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()
    return audit(path)


def places(verdict: Verdict) -> list[tuple[object, ...]]:
    return [(f.event, f.file, f.row, f.column) for f in verdict.failures]


def test_a_store_as_it_was_written_holds(filled: Path) -> None:
    verdict = audit(filled)
    assert (verdict.holds, verdict.anchored, verdict.events, verdict.failures) == (True, False, 67, ())


def test_a_store_on_a_server_holds_until_a_row_is_altered(
    postgres_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHERD_KEY", str(tmp_path / "s.key"))
    monkeypatch.setenv("SHERD_FILES", str(tmp_path / "s.files"))
    store = open_store(postgres_database, create=True, clock=now)
    with store.writing() as writing:
        wing = Item(case="c", id="I1", label="Wing", role="item", custody_status="unknown", holder="H")
        writing.append([Change("recorded", wing, ("case folder", "1"))], frozenset())
    assert audit(postgres_database).holds
    with store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE items SET label = 'Tail'")
    store.close()
    assert places(audit(postgres_database)) == [(0, "items", "I1", "label")]


def test_with_the_key_and_an_old_checkpoint_it_is_anchored(filled: Path) -> None:
    store = open_store(filled, create=False, clock=clock)
    key, (first, _) = store.verifier(), store.checkpoints()
    store.close()
    verdict = audit(filled, key, first)
    assert (verdict.holds, verdict.anchored) == (True, True)


def test_a_store_that_is_not_there_is_not_found_and_not_made(path: Path) -> None:
    with pytest.raises(NotFound):
        audit(path)
    assert not path.exists()


@pytest.mark.parametrize("anchor", [("nonsense", None), (None, "nonsense")])
def test_an_anchor_that_cannot_be_read_is_a_wrong_call(
    filled: Path, anchor: tuple[str | None, str | None]
) -> None:
    with pytest.raises(WrongCall):
        audit(filled, *anchor)


@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("UPDATE components SET label = 'other' WHERE id = 'C3'", (6, "components", "C3", "label")),
        ("UPDATE components SET label = CAST(label AS BLOB) WHERE seq = 6", (6, "components", "C3", "label")),
        ("UPDATE components SET label = CAST(x'ff' AS TEXT) WHERE seq=6", (6, "components", "C3", "label")),
        ("UPDATE components SET count = 3.5 WHERE id = 'C3'", (6, "components", "C3", "count")),
        ("UPDATE components SET note = '' WHERE id = 'C3'", (6, "components", "C3", "note")),
        ("UPDATE items SET holder = 'Another' WHERE id = 'I1'", (1, "items", "I1", "holder")),
        ("UPDATE components SET id = 'C99' WHERE id = 'C3'", (6, "components", "C3", "id")),
        ("DELETE FROM components WHERE id = 'C3'", (6, "components", "C3", None)),
        ("INSERT INTO components (seq, \"case\", id) VALUES (99,'c','C99')", (99, "components", "C99", None)),
        ("INSERT INTO components (seq, \"case\", id) VALUES (66, 'c', 'C8')", (66, "components", "C8", None)),
        ("INSERT INTO components (seq, \"case\", id) VALUES (11, 'c', 'C8')", (11, "components", "C8", None)),
        ("UPDATE events SET verb = 'judged' WHERE seq = 5", (5, "events", 5, "verb")),
        ("UPDATE events SET kind = 'item' WHERE seq = 5", (5, "events", 5, "kind")),
        ("UPDATE events SET \"case\" = 'd' WHERE seq = 5", (5, "events", 5, "case")),
        ("UPDATE events SET id = 'C9' WHERE seq = 5", (5, "events", 5, "id")),
        ("UPDATE events SET id = NULL WHERE seq = 2", (2, "events", 2, "id")),
        ("UPDATE events SET at = '2020' WHERE seq = 5", (5, "events", 5, "at")),
        ("UPDATE events SET leaf = CAST(leaf AS TEXT) WHERE seq = 5", (5, "events", 5, "leaf")),
        ("UPDATE events SET hash = zeroblob(32) WHERE seq = 5", (5, "events", 5, "hash")),
        ("DELETE FROM events WHERE seq = 5", (5, "events", 5, None)),
        ("DELETE FROM events WHERE seq = 66", (66, "checkpoints", 67, "note")),
        ("UPDATE nodes SET hash = zeroblob(32) WHERE position = 2", (None, "nodes", "4/2", "hash")),
        ("DELETE FROM nodes WHERE position = 2", (None, "nodes", "4/2", "hash")),
        ("UPDATE nodes SET position = 'x' WHERE position = 2", (None, "nodes", "4/x", None)),
        ("UPDATE disclosures SET level = 'team' WHERE seq = 1", (1, "disclosures", None, "level")),
        ("UPDATE disclosures SET text = 'x' WHERE seq = 1 AND place = 0", (1, "disclosures", None, "text")),
        ("UPDATE disclosures SET text = NULL WHERE seq = 1 AND place = 0", (1, "disclosures", None, "text")),
        ("DELETE FROM disclosures WHERE seq = 1 AND place = 0", (1, "disclosures", None, None)),
        ("INSERT INTO disclosures SELECT 3000, place, digest, level, text FROM disclosures WHERE seq = 1",
         (3000, "disclosures", None, "digest")),
        ("DELETE FROM checkpoints WHERE size = 67", (None, None, None, None)),
        ("UPDATE checkpoints SET note = replace(note, '63', '62') WHERE size = 63", None),
        ("UPDATE verifiers SET key = 'x' || key", None),
        ("DELETE FROM verifiers", (None, "verifiers", None, "key")),
        ("UPDATE events SET seq = 9223372036854775807 WHERE seq = 66", (None, "events", None, None)),
        ("UPDATE components SET seq = 9223372036854775807 WHERE seq = 6", None),
        ("UPDATE checkpoints SET size = 9223372036854775807 WHERE size = 67",
         (None, "checkpoints", None, None)),
        ("UPDATE nodes SET height = -7 WHERE position = 2", (None, "nodes", "-7/2", "hash")),
        ("UPDATE nodes SET height = 9223372036854775807 WHERE position = 2",
         (None, "nodes", "9223372036854775807/2", "hash")),
        ("INSERT INTO events SELECT -3, verb, kind, \"case\", id, at, leaf, hash FROM events WHERE seq = 3",
         (-3, "events", -3, None)),
        ("INSERT INTO checkpoints SELECT -3, note FROM checkpoints LIMIT 1", (None, "checkpoints", -3, None)),
        ("INSERT INTO disclosures VALUES (-3, 0, 'a', 'team', 'x')", (-3, "disclosures", None, None)),
        ("INSERT INTO disclosures VALUES ('x', 0, 'a', 'team', 'x')", (None, "disclosures", "a", "seq")),
        ("UPDATE disclosures SET place = 7 WHERE seq = 1 AND place = 1", (1, "disclosures", 1, "place")),
        ("CREATE TABLE hidden (a)", (None, "hidden", None, None)),
        ("CREATE UNIQUE INDEX hidden ON items (label)", (None, "items", None, None)),
        ("CREATE VIEW hidden AS SELECT 1", (None, "hidden", None, None)),
        ("CREATE TRIGGER t AFTER INSERT ON events BEGIN SELECT 1; END", (None, "events", None, None)),
        ("ALTER TABLE items ADD COLUMN forged TEXT", (None, "items", None, "forged")),
        ("ALTER TABLE alembic_version ADD COLUMN forged TEXT", (None, "alembic_version", None, "forged")),
        ("DROP TABLE transfers", (None, "transfers", None, None)),
        ("DELETE FROM alembic_version", None),
        ("UPDATE alembic_version SET version_num = 'x'", None),
        ("INSERT INTO alembic_version VALUES ('0000')", None),
    ],
)  # fmt: skip
def test_what_was_altered_is_named(filled: Path, statement: str, place: tuple[object, ...] | None) -> None:
    verdict = altered(filled, statement)
    assert not verdict.holds
    if place is not None:
        wanted = [(a, b) for a, b in zip(place, range(4), strict=True) if a is not None]
        assert any(all(found[at] == value for value, at in wanted) for found in places(verdict)), places(
            verdict
        )


def test_disclosures_that_changed_places_are_named(filled: Path) -> None:
    verdict = altered(
        filled,
        "UPDATE disclosures SET place = 9 WHERE seq = 1 AND place = 0",
        "UPDATE disclosures SET place = 0 WHERE seq = 1 AND place = 1",
        "UPDATE disclosures SET place = 1 WHERE seq = 1 AND place = 9",
    )
    assert places(verdict) == [(1, "disclosures", 1, "place")]


def test_rows_no_longer_told_apart_by_their_ids_are_named(filled: Path) -> None:
    for table, key in (("parties", "case, id"), ("alembic_version", "version_num")):
        verdict = altered(
            filled,
            f"CREATE TABLE copied AS SELECT * FROM {table}",
            f"DROP TABLE {table}",
            f"ALTER TABLE copied RENAME TO {table}",
        )
        assert any(key in failure.what and failure.file == table for failure in verdict.failures)


def test_nothing_is_signed_on_top_of_a_checkpoint_that_another_key_signed(filled: Path) -> None:
    raw = dbapi2.connect(str(filled))
    (key,) = raw.execute("SELECT key FROM verifiers").fetchone()
    (note,) = raw.execute("SELECT note FROM checkpoints WHERE size = 67").fetchone()
    head, _, _ = note.partition("\n\n")
    stranger = Signer(key.partition("+")[0], b"x" * 32)
    raw.execute("UPDATE checkpoints SET note = ? WHERE size = 67", (sign(head + "\n", stranger),))
    raw.commit()
    raw.close()
    store = open_store(filled, create=False, clock=now)
    with pytest.raises(StoreDamaged, match="signed by"), store.writing():
        pass
    store.close()


def test_one_changed_value_in_a_leaf_is_pinned_to_its_event(filled: Path) -> None:
    verdict = altered(filled, "UPDATE events SET leaf = CAST(replace(leaf, 'edge 9', 'edge 1') AS BLOB)")
    assert {failure.event for failure in verdict.failures} == {12}


def test_a_row_kept_after_its_withdrawal_is_named(filled: Path) -> None:
    kept = "INSERT INTO components (seq, \"case\", id, item, label) VALUES (11, 'c', 'C8', 'I1', 'x')"
    assert (11, "components", "C8", None) in places(altered(filled, kept))


def test_a_missing_an_altered_and_a_partial_file_are_named(filled: Path) -> None:
    blobs = open_blobs(filled)
    first, second = (blobs.folder / name[:2] / name for name in blobs.all())
    kept = first.read_bytes()
    first.write_bytes(kept[:-1])
    second.unlink()
    verdict = audit(filled)
    assert sorted(str(f.row) for f in verdict.failures) == ["a.pdf", "b.jpg"]
    assert {f.file for f in verdict.failures} == {"files"}


def test_a_file_kept_for_a_recording_that_was_stopped_is_no_failure(filled: Path) -> None:
    open_blobs(filled).put(b"kept before its event")
    assert audit(filled).holds


def test_a_destroyed_value_leaves_no_trace_on_disk(filled: Path) -> None:
    secret = b"Institute"
    store = open_store(filled, create=False, clock=now)
    found = next(d for d in store.disclosures(first=1) if d.text and open_(d.text)[1] == "holder")
    text = (found.text or "").encode()
    store.destroy([found.digest], reason="court order 7")
    on_disk = b"".join(path.read_bytes() for path in filled.parent.glob("s.db*"))
    store.close()
    assert secret not in on_disk
    assert text[4:] not in on_disk
    assert audit(filled).holds


def now() -> datetime:
    return datetime(2026, 11, 23, 22, 0, tzinfo=UTC)


def contents(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, bytes of texts included, as SQLite itself reads them."""
    raw = dbapi2.connect(str(path))
    raw.text_factory = bytes
    try:
        return {
            table.name: raw.execute(
                f'SELECT {typed_columns(table)} FROM "{table.name}" NOT INDEXED'
            ).fetchall()
            for table in metadata.sorted_tables
            if table.name != "alembic_version"
        }
    finally:
        raw.close()


def typed_columns(table: Table) -> str:
    return ", ".join(f'typeof("{column.name}"), "{column.name}"' for column in table.columns)


@pytest.mark.parametrize("flips", [80, pytest.param(CAMPAIGN, marks=pytest.mark.campaign)])
def test_every_flipped_bit_is_named_or_changes_nothing(filled: Path, tmp_path: Path, flips: int) -> None:
    rng = random.Random(int(os.environ.get("SHERD_SEED", "1")))
    original, before = filled.read_bytes(), contents(filled)
    copy = tmp_path / "flipped.db"
    shutil.copytree(tmp_path / "s.files", tmp_path / "flipped.files")
    unnamed: list[tuple[int, int]] = []
    named = 0
    for _ in range(flips):
        at, bit = rng.randrange(len(original)), rng.randrange(8)
        flipped = bytearray(original)
        flipped[at] ^= 1 << bit
        copy.write_bytes(flipped)
        for beside in tmp_path.glob("flipped.db-*"):
            beside.unlink()
        try:
            verdict = audit(copy)
        except SherdError:
            named += 1
            continue
        orjson.dumps([failure.what for failure in verdict.failures])
        if not verdict.holds:
            named += 1
        elif reads_otherwise(copy, before):
            unnamed.append((at, bit))
    assert unnamed == []
    assert named > flips // 20


def reads_otherwise(path: Path, before: dict[str, list[tuple[Any, ...]]]) -> bool:
    try:
        return contents(path) != before
    except dbapi2.Error:
        return True


@pytest.mark.parametrize("bytes_from", [1, 50, 5000])
def test_a_store_cut_short_is_named(filled: Path, bytes_from: int) -> None:
    content = filled.read_bytes()
    filled.write_bytes(content[: len(content) - bytes_from])
    try:
        verdict = audit(filled)
    except SherdError:
        return
    assert not verdict.holds
