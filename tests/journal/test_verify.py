"""A whole journal: it holds, or what does not is named with its place."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from attrs import define
from hypothesis import given, settings
from hypothesis import strategies as st

from sherd.journal.checkpoint import CheckpointError, sign_checkpoint
from sherd.journal.disclosure import conceal
from sherd.journal.events import Event, Method
from sherd.journal.leaf import encode
from sherd.journal.merkle import Frontier, leaf_hash
from sherd.journal.note import NoteError, Signer
from sherd.journal.verify import Disclosed, Failure, LeafAudit, Row, Verdict, verify

SIGNER = Signer("sherd/0badc0de", b"\x07" * 32)
KEY = str(SIGNER.verifier)
OTHER = Signer("sherd/0badc0de", b"\x08" * 32)
SIZES = (20, 50, 90)
"""Where the batches of the journal below end; it holds 90 events."""


@define
class Journal:
    """The tables of a store, as far as the journal goes."""

    rows: list[Row]
    checkpoints: list[tuple[int, str]]
    nodes: list[tuple[int, int, bytes]]
    disclosures: list[Disclosed]

    def verdict(
        self, key: str | None = KEY, own: str | None = KEY, since: str | None = None, complete: bool = True
    ) -> Verdict:
        return verify(
            self.rows,
            self.checkpoints,
            self.nodes,
            self.disclosures,
            key=key,
            own=own,
            since=since,
            complete=complete,
        )

    def failures(self) -> list[tuple[int | None, str | None, int | str | None, str | None]]:
        return [(f.event, f.file, f.row, f.column) for f in self.verdict().failures]


def leaf_and_disclosure(number: int) -> tuple[bytes, Disclosed]:
    by = conceal("recorder", "A. Person", "sealed", number.to_bytes(16, "big"))
    event = Event(
        verb="recorded",
        kind="component",
        case="c",
        id=f"C{number}",
        at="2026-11-23T21:00:00+00:00",
        method=Method("case folder", "1"),
        noun={"label": f"part {number}"},
        withheld=(by.withheld,),
    )
    return encode(event), Disclosed(number, by.digest, by.level, by.text)


def journal(sizes: Sequence[int] = SIZES, signer: Signer = SIGNER) -> Journal:
    made = Journal([], [], [], [])
    frontier = Frontier()
    for size in sizes:
        for number in range(frontier.size, size):
            leaf, disclosed = leaf_and_disclosure(number)
            frontier.append(leaf_hash(leaf))
            made.rows.append((number, leaf, leaf_hash(leaf)))
            made.disclosures.append(disclosed)
        made.checkpoints.append((size, sign_checkpoint(size, frontier.root(), signer)))
    made.nodes = [tuple(node) for node in frontier.take_nodes()]  # type: ignore[misc]
    return made


def flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8 % len(data)] ^= 1 << bit % 8
    return bytes(changed)


def changed_text(text: str) -> str:
    return text.replace("A", "B", 1) if "A" in text else f"{text}A"


def with_leaf(made: Journal, event: int, leaf: bytes) -> None:
    made.rows[event] = (event, leaf, made.rows[event][2])


def with_hash(made: Journal, event: int, hash_: bytes) -> None:
    made.rows[event] = (event, made.rows[event][1], hash_)


def test_an_unaltered_journal_holds() -> None:
    made = journal()
    verdict = made.verdict()
    assert (verdict.holds, verdict.anchored, verdict.events, verdict.failures) == (True, True, 90, ())
    assert verdict.checkpoint == made.checkpoints[-1][1]
    assert verdict.root == made.checkpoints[-1][1].split("\n")[2]
    assert verdict.statement == "All 90 events are as they were signed."


def test_an_empty_journal_holds_and_anchors_nothing() -> None:
    verdict = Journal([], [], [], []).verdict()
    assert (verdict.holds, verdict.anchored, verdict.events, verdict.checkpoint) == (True, False, 0, None)
    assert verdict.root == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="


def test_a_log_may_be_signed_before_its_first_event() -> None:
    made = journal((0, 20))
    assert made.verdict().holds
    made.checkpoints[0] = (0, sign_checkpoint(0, bytes(32), SIGNER))
    assert made.failures() == [(None, "checkpoints", 0, "note")]


@pytest.mark.parametrize("own", [KEY, None])
def test_without_a_key_from_outside_the_journal_is_only_self_consistent(own: str | None) -> None:
    verdict = journal().verdict(key=None, own=own)
    assert (verdict.holds, verdict.anchored) == (True, False)
    assert verdict.statement.startswith("Self-consistent only")


@settings(max_examples=120, deadline=None)
@given(event=st.integers(0, 89), bit=st.integers(0, 10_000))
def test_a_bit_flipped_in_a_leaf_is_pinned_to_that_leaf(event: int, bit: int) -> None:
    made = journal()
    with_leaf(made, event, flipped(made.rows[event][1], bit))
    assert (event, "events", event, "leaf") in made.failures()
    assert {place[0] for place in made.failures()} == {event}


@settings(max_examples=120, deadline=None)
@given(event=st.integers(0, 89), bit=st.integers(0, 255))
def test_a_bit_flipped_in_a_hash_is_pinned_to_that_hash(event: int, bit: int) -> None:
    made = journal()
    with_hash(made, event, flipped(made.rows[event][2], bit))
    assert made.failures() == [(event, "events", event, "hash")]


@settings(max_examples=60, deadline=None)
@given(size=st.sampled_from(SIZES), place=st.integers(0, 300), bit=st.integers(0, 7))
def test_a_bit_flipped_in_a_checkpoint_is_pinned_to_it(size: int, place: int, bit: int) -> None:
    made = journal()
    at = SIZES.index(size)
    data = made.checkpoints[at][1].encode()
    note = flipped(data, place % len(data) * 8 + bit).decode(errors="replace")
    made.checkpoints[at] = (size, note)
    places = made.failures()
    assert (None, "checkpoints", size, "note") in places or (None, "checkpoints", size, "size") in places
    assert all(file == "checkpoints" or event == SIZES[-2] for event, file, _, _ in places)


@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, 4), bit=st.integers(0, 255))
def test_a_bit_flipped_in_a_kept_node_is_pinned_to_it(at: int, bit: int) -> None:
    made = journal()
    height, position, hash_ = made.nodes[at]
    made.nodes[at] = (height, position, flipped(hash_, bit))
    assert made.failures() == [(None, "nodes", f"{height}/{position}", "hash")]


def test_a_missing_or_added_node_is_told() -> None:
    made = journal()
    height, position, hash_ = made.nodes.pop()
    made.nodes.append((8, 7, hash_))
    assert made.failures() == [
        (None, "nodes", f"{height}/{position}", "hash"),
        (None, "nodes", "8/7", "hash"),
    ]


DISCLOSURE_CHANGES = {
    "text": lambda d: d._replace(text=changed_text(d.text)),
    "level": lambda d: d._replace(level="team"),
    "digest": lambda d: d._replace(digest=changed_text(d.digest)),
}


@pytest.mark.parametrize("column", DISCLOSURE_CHANGES)
def test_a_changed_disclosure_is_pinned_to_its_column(column: str) -> None:
    made = journal()
    changed = DISCLOSURE_CHANGES[column](made.disclosures[33])
    made.disclosures[33] = changed
    assert (33, "disclosures", changed.digest, column) in made.failures()
    assert {event for event, *_ in made.failures()} == {33}


def test_a_destroyed_value_leaves_its_digest_behind() -> None:
    made = journal()
    made.disclosures[33] = made.disclosures[33]._replace(text=None)
    assert made.verdict().holds


def test_a_disclosure_that_is_gone_is_told_in_a_store_and_withheld_in_a_bundle() -> None:
    made = journal()
    gone = made.disclosures.pop(33)
    assert made.failures() == [(33, "disclosures", gone.digest, None)]
    assert made.verdict(complete=False).holds


@pytest.mark.parametrize("event", [34, 90, 1000])
def test_a_disclosure_moved_to_another_event_is_told(event: int) -> None:
    made = journal()
    moved = made.disclosures[33]
    made.disclosures[33] = moved._replace(seq=event)
    assert set(made.failures()) == {
        (33, "disclosures", moved.digest, None),
        (event, "disclosures", moved.digest, "digest"),
    }


def test_altered_leaves_and_altered_hashes_are_told_apart_together() -> None:
    made = journal()
    for event in (3, 25, 27, 60):
        with_leaf(made, event, made.rows[event][1].replace(b"part", b"tart"))
    for event in (26, 61):
        with_hash(made, event, bytes(32))
    expected = [(e, "events", e, "leaf") for e in (3, 25, 27, 60)] + [
        (e, "events", e, "hash") for e in (26, 61)
    ]
    assert sorted(made.failures()) == sorted(expected)


def test_many_altered_leaves_are_each_named() -> None:
    made = journal()
    for event in range(50, 90):
        with_leaf(made, event, made.rows[event][1].replace(b"part", b"tart"))
    assert made.failures() == [(event, "events", event, "leaf") for event in range(50, 90)]


def test_a_hash_of_the_wrong_length_is_an_altered_hash() -> None:
    made = journal()
    with_hash(made, 30, b"short")
    assert made.failures() == [(30, "events", 30, "hash")]


def test_a_leaf_replaced_with_its_hash_is_caught_by_the_signed_root_and_the_node_above() -> None:
    made = journal()
    leaf, _ = leaf_and_disclosure(33)
    leaf = leaf.replace(b"part", b"tart")
    made.rows[33] = (33, leaf, leaf_hash(leaf))
    assert made.failures() == [
        (None, "checkpoints", 50, "note"),
        (None, "nodes", "4/2", "hash"),
        (None, "checkpoints", None, None),
    ]
    assert made.verdict().failures[-1].what == "1 more checkpoints were signed for other events"
    assert made.verdict().checkpoint == made.checkpoints[0][1]


def forge(made: Journal, event: int) -> None:
    """Change a leaf and make the hash beside it fit."""
    leaf = made.rows[event][1].replace(b"part", b"tart")
    made.rows[event] = (event, leaf, leaf_hash(leaf))


def test_an_altered_leaf_beside_a_forged_one_is_named_once_though_no_root_settles_it() -> None:
    made = journal()
    forge(made, 33)
    with_leaf(made, 35, made.rows[35][1].replace(b"part", b"tart"))
    assert [place for place in made.failures() if place[1] == "events"] == [(35, "events", 35, None)]
    assert (None, "checkpoints", 50, "note") in made.failures()


def test_an_altered_leaf_before_a_gap_is_named_though_no_root_settles_it() -> None:
    made = journal()
    with_leaf(made, 30, made.rows[30][1].replace(b"part", b"tart"))
    audit = LeafAudit(made.checkpoints, key=KEY)
    audit.feed(made.rows[:40])
    audit.feed(made.rows[41:])
    assert sorted((f.event, f.file, f.column) for f in audit.finish().failures) == [
        (30, "events", None),
        (40, "events", None),
    ]


def test_a_removed_event_is_named() -> None:
    made = journal()
    del made.rows[33]
    verdict = made.verdict()
    assert verdict.failures[0] == Failure("event 33 is missing", 33, "events", 33, None)
    assert (verdict.events, verdict.root) == (89, None)


def test_an_event_that_stands_twice_is_named() -> None:
    made = journal()
    made.rows.insert(34, made.rows[33])
    assert (33, "events", 33, None) in made.failures()


def test_events_removed_at_the_end_are_missed_by_the_checkpoint_over_them() -> None:
    made = journal()
    del made.rows[80:]
    assert (80, "checkpoints", 90, "note") in made.failures()


def test_a_later_batch_is_counted_on_after_a_gap() -> None:
    audit = LeafAudit(journal().checkpoints, key=KEY)
    rows = journal().rows
    audit.feed(rows[:10])
    audit.feed(rows[12:40])
    audit.feed(rows[40:])
    assert [f.what for f in audit.finish().failures] == ["events 10 to 11 are missing"]


def test_an_altered_leaf_after_a_gap_is_still_named() -> None:
    made = journal()
    with_leaf(made, 70, made.rows[70][1] + b" ")
    del made.rows[3]
    assert (70, "events", 70, None) in made.failures()


def test_events_that_no_checkpoint_covers_are_told() -> None:
    made = journal()
    made.checkpoints.pop()
    assert made.failures() == [(50, "events", 50, None)]


def test_an_altered_leaf_under_no_checkpoint_is_still_named() -> None:
    made = journal()
    made.checkpoints.pop()
    with_leaf(made, 70, made.rows[70][1].replace(b"part", b"tart"))
    assert made.failures() == [
        (70, "events", 70, None),
        (50, "events", 50, None),
        (None, "nodes", "4/4", "hash"),
    ]


def test_a_store_signed_anew_with_another_key_is_told() -> None:
    made = journal(signer=OTHER)
    assert made.verdict(key=None, own=str(OTHER.verifier)).holds
    verdict = made.verdict(key=KEY, own=str(OTHER.verifier))
    assert [(f.file, f.row) for f in verdict.failures] == [
        ("key", None),
        ("checkpoints", 20),
        ("checkpoints", None),
    ]
    assert "signed with another key" in verdict.failures[1].what
    assert not verdict.anchored


def test_the_key_of_a_store_is_covered_even_without_one_from_outside() -> None:
    verdict = journal().verdict(key=None, own=KEY[:-1] + "X")
    assert [f.file for f in verdict.failures] == ["key"]


def test_a_rolled_back_store_is_told_by_a_checkpoint_kept_outside() -> None:
    kept = journal().checkpoints[-1][1]
    back = journal(SIZES[:2])
    assert back.verdict().holds
    assert [f.what for f in back.verdict(since=kept).failures] == [
        "rolled back: the checkpoint given covers 90 events, 50 are there"
    ]


def test_a_store_that_grew_since_the_checkpoint_holds() -> None:
    assert journal().verdict(since=journal().checkpoints[0][1]).holds
    assert journal((30, 90)).verdict(since=journal().checkpoints[1][1]).holds
    assert journal().verdict(key=None, since=journal().checkpoints[-1][1]).holds


def test_a_rewritten_history_is_a_fork() -> None:
    kept = journal().checkpoints[1][1]
    made = journal((7,))
    frontier = Frontier()
    made.rows = [(n, row[1], row[2]) for n, row in enumerate(reversed(journal().rows))]
    frontier.extend([row[2] for row in made.rows])
    made.checkpoints = [(90, sign_checkpoint(90, frontier.root(), SIGNER))]
    made.nodes = [tuple(node) for node in frontier.take_nodes()]  # type: ignore[misc]
    made.disclosures = []
    assert made.verdict(complete=False).holds
    assert [f.what for f in made.verdict(since=kept, complete=False).failures] == [
        "the journal forked: its first 50 events are not those of the checkpoint given"
    ]


def test_a_checkpoint_of_another_key_is_no_anchor() -> None:
    verdict = journal().verdict(since=journal(signer=OTHER).checkpoints[0][1])
    assert [f.file for f in verdict.failures] == ["since"]


@pytest.mark.parametrize(
    ("key", "since"), [("nonsense", None), (KEY, "nonsense"), (KEY, "a\nb\n\n— n AAAAAAA=\n")]
)
def test_a_malformed_key_or_anchor_is_a_wrong_call(key: str, since: str | None) -> None:
    with pytest.raises((NoteError, CheckpointError)):
        journal().verdict(key=key, since=since)


def test_a_checkpoint_stored_at_another_size_is_told() -> None:
    made = journal()
    made.checkpoints[1] = (51, made.checkpoints[1][1])
    assert made.failures() == [(None, "checkpoints", 51, "size")]


def test_a_checkpoint_out_of_order_is_told() -> None:
    made = journal()
    made.checkpoints[0], made.checkpoints[1] = made.checkpoints[1], made.checkpoints[0]
    assert made.failures() == [(None, "checkpoints", 20, "size")]


def test_a_checkpoint_of_another_log_is_told() -> None:
    made = journal()
    made.checkpoints[1] = journal(signer=Signer("another/log", b"\x07" * 32)).checkpoints[1]
    assert made.failures() == [(None, "checkpoints", 50, "note")]


@pytest.mark.parametrize("batch", [1, 7, 16, 90])
def test_the_size_of_batches_changes_nothing(batch: int) -> None:
    made = journal()
    with_leaf(made, 33, made.rows[33][1] + b" ")
    with_hash(made, 77, bytes(32))
    audit = LeafAudit(iter(made.checkpoints), key=KEY)
    for start in range(0, 90, batch):
        audit.feed(made.rows[start : start + batch])
    audit.feed_nodes(made.nodes)
    assert [(f.event, f.column) for f in audit.finish().failures] == [(33, "leaf"), (77, "hash")]


def test_a_caller_adds_what_it_finds_itself() -> None:
    audit = LeafAudit(journal().checkpoints, key=KEY)
    audit.feed_nodes(journal().nodes)
    audit.feed(journal().rows)
    audit.failures.append(Failure("a projected value differs", 3, "components", "C3", "label"))
    verdict = audit.finish()
    assert not verdict.holds
    assert verdict.statement == "Broken: one thing does not hold."


def test_leaves_read_by_the_caller_are_not_read_again() -> None:
    made = journal()
    audit = LeafAudit(made.checkpoints, key=KEY, complete=True)
    audit.feed_nodes(made.nodes)
    audit.feed(made.rows, made.disclosures, withheld=[()] * 90)
    assert len(audit.finish().failures) == 90
