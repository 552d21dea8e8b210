"""What every store must do, whatever it is made of: memory, SQLite, PostgreSQL."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sherd.errors import NotFound, StoreBusy
from sherd.journal import merkle
from sherd.journal.checkpoint import origin_of, read_checkpoint
from sherd.journal.disclosure import digest_of, open_
from sherd.journal.leaf import decode
from sherd.journal.note import Signer, Verifier
from sherd.journal.verify import Disclosed, verify
from sherd.model.dates import Interval
from sherd.model.hypotheses import Case, Hypothesis
from sherd.model.items import Component, Feature, Item, Photograph
from sherd.model.judgements import Judgement
from sherd.model.provenance import File, RawRow
from sherd.model.row import Row
from sherd.ports import Change, Store
from sherd.store import open_store
from sherd.store.memory import MemoryStore

NOW = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)
METHOD = ("case folder", "1")
SEED = bytes(range(32))

Reopen = Callable[[], Store]


def clock() -> datetime:
    return NOW


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def reopen(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Reopen]:
    """Opens one and the same store again and again."""
    opened: list[Store] = []
    if request.param == "memory":
        signer = Signer(origin_of(Signer("x", SEED).verifier.public), SEED)
        store: Store = MemoryStore(clock, signer, wait=0.2)
        yield lambda: store
        return
    where = str(tmp_path / "s.db")
    if request.param == "postgres":
        where = request.getfixturevalue("postgres_database")
        monkeypatch.setenv("SHERD_KEY", str(tmp_path / "s.key"))
        monkeypatch.setenv("SHERD_FILES", str(tmp_path / "s.files"))

    def again() -> Store:
        opened.append(open_store(where, create=True, clock=clock, wait=0.2))
        return opened[-1]

    yield again
    for each in opened:
        each.close()


@pytest.fixture
def store(reopen: Reopen) -> Store:
    return reopen()


CASE = Case(case="c", id="c", title="Wreck", question="Who made it?", investigators=("A. Person",))
LABEL = "Board, marked М214 “تست” 🛩"


def item(id_: str = "I1", case: str = "c", **more: object) -> Item:
    fields: dict[str, object] = {"label": LABEL, "role": "item", "custody_status": "unknown", **more}
    return Item(case=case, id=id_, **fields)


def recorded(*rows: Row) -> list[Change]:
    return [Change("recorded", row, METHOD) for row in rows]


def write(store: Store, changes: Sequence[Change], published: Sequence[str] = ()) -> None:
    with store.writing() as writing:
        assert writing.append(changes, frozenset(published)) == len(changes)


def replacing(store: Store, verb: str, row: Row) -> Change:
    head = store.heads(row.case, row.kind)[row.id]
    return Change(verb, row, METHOD, parents=(head.leaf_hash,))


def test_what_was_recorded_is_what_is_loaded(reopen: Reopen) -> None:
    rows = [
        CASE,
        Hypothesis(
            case="c", id="H1", words="made in Iran", draws={"design": "IR"}, exclusive_with=("H2", "H4")
        ),
        Feature(
            case="c",
            id="weave",
            group="hull",
            kind_="number",
            levels=("a", "b"),
            sd_within=2.0,
            link="design",
            decided=Interval.parse("2022"),
        ),
        item(label_independent=False, holder="Kyiv institute", documented_at=Interval.parse("2022-10/")),
        item("I2", release="team"),
        Component(case="c", id="C1", item="I1", label="chip", count=3),
        Judgement(
            case="c", id="J1", subject="I1", decision="same", reason="marks", by="A. Person", at="2023-01-01"
        ),
        File(case="c", id="photos/1.jpg", sha256="ab" * 32, size=4, release="sealed"),
        RawRow(case="c", id="items.csv:9", file="items.csv", row=9, cells=("x", "")),
    ]
    write(reopen(), recorded(*rows))
    record = reopen().load("c")
    assert record.case == rows[0]
    assert record.hypotheses == (rows[1],)
    assert record.features == (rows[2],)
    assert record.items == (rows[3], rows[4])
    assert record.components == (rows[5],)
    assert record.judgements == (rows[6],)
    assert record.files == (rows[7],)
    assert record.raw_rows == (rows[8],)


def test_a_case_that_is_not_there_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match="'nowhere'"):
        store.load("nowhere")


def test_an_empty_store_has_no_events(store: Store) -> None:
    assert (store.size(), store.cases(), list(store.events()), store.checkpoints()) == (0, (), [], ())


def test_a_head_names_the_event_that_wrote_the_row(store: Store) -> None:
    write(store, recorded(CASE, item()))
    head = store.heads("c", "item")["I1"]
    event = next(store.events(first=1))
    assert (head.seq, head.leaf_hash, head.row) == (1, event.hash.hex(), item())
    assert event.hash == merkle.leaf_hash(event.leaf)


def test_a_superseding_row_takes_the_place_of_the_old_one(store: Store) -> None:
    write(store, recorded(CASE, item(), item("I2")))
    write(store, [replacing(store, "superseded", item(label="better read"))])
    assert {row.id: row.label for row in store.load("c").items} == {"I1": "better read", "I2": LABEL}
    assert decode(next(store.events(first=3)).leaf).parents == (list(store.events())[1].hash.hex(),)


def test_a_withdrawn_row_is_gone_and_its_events_remain(store: Store) -> None:
    write(store, recorded(CASE, item(), item("I2", release="team")))
    write(store, [replacing(store, "withdrawn", row) for row in (item(), item("I2", release="team"))])
    assert store.load("c").items == ()
    assert [event.verb for event in store.events()] == ["recorded"] * 3 + ["withdrawn"] * 2


def test_a_row_withdrawn_and_recorded_again_is_there(store: Store) -> None:
    write(store, recorded(CASE, item()))
    again = item(label="found again")
    write(store, [replacing(store, "withdrawn", item()), *recorded(again)])
    assert store.load("c").items == (again,)


@pytest.mark.parametrize("verb", ["superseded", "withdrawn"])
def test_a_change_that_replaces_must_name_what_it_replaces(store: Store, verb: str) -> None:
    with pytest.raises(ValueError, match="does not name the event"), store.writing() as writing:
        writing.append([Change(verb, item(), METHOD)], frozenset())
    assert store.size() == 0


def test_a_batch_that_fails_leaves_nothing(store: Store) -> None:
    write(store, recorded(CASE))

    def interrupted() -> None:
        with store.writing() as writing:
            writing.append(recorded(item()), frozenset())
            raise RuntimeError("power")

    with pytest.raises(RuntimeError, match="power"):
        interrupted()
    assert (store.size(), len(store.checkpoints()), store.load("c").items) == (1, 1, ())


def test_a_batch_without_events_signs_nothing(store: Store) -> None:
    with store.writing() as writing:
        assert writing.size == 0
    assert store.checkpoints() == ()


def test_cases_do_not_touch_each_other(store: Store) -> None:
    other = Case(case="d", id="d", title="Other", question="?")
    write(store, recorded(CASE, item(), other, item(case="d")))
    write(store, [replacing(store, "withdrawn", item(case="d"))])
    assert store.cases() == ("c", "d")
    assert (store.load("c").items, store.load("d").items) == ((item(),), ())


def test_each_batch_is_signed_under_one_checkpoint(store: Store) -> None:
    write(store, recorded(CASE, item(), item("I2")))
    write(store, recorded(item("I3")))
    verifier = Verifier.parse(store.verifier())
    signed = [read_checkpoint(note, verifier) for note in store.checkpoints()]
    hashes = [event.hash for event in store.events()]
    assert [(head.size, head.root) for head in signed] == [
        (3, merkle.root(hashes[:3])),
        (4, merkle.root(hashes)),
    ]


def test_kept_nodes_prove_every_event_of_a_large_journal(store: Store) -> None:
    for at in range(0, 700, 100):
        write(store, recorded(*(item(f"I{n}") for n in range(at, at + 100))))
    hashes = [event.hash for event in store.events()]
    root = read_checkpoint(store.checkpoints()[-1]).root
    for index in (0, 255, 256, 511, 699):
        proof = merkle.inclusion_proof(index, 700, store)
        merkle.verify_inclusion(hashes[index], index, 700, proof, root)
    proof = merkle.consistency_proof(100, 700, store)
    merkle.verify_consistency(100, merkle.root(hashes[:100]), 700, root, proof)


def test_a_withheld_column_is_a_digest_in_the_leaf_and_a_disclosure_beside_it(store: Store) -> None:
    write(store, [Change("recorded", item(holder="Kyiv institute"), METHOD, by="B. Recorder")])
    (event,), found = list(store.events()), list(store.disclosures())
    read = decode(event.leaf)
    assert b"Kyiv" not in event.leaf
    assert b"Recorder" not in event.leaf
    assert "holder" not in (read.noun or {})
    assert [(d.level, d.digest) for d in found] == list(read.withheld)
    assert [open_(d.text)[1:] for d in found if d.text] == [
        ("holder", "Kyiv institute"),
        ("recorder", "B. Recorder"),
    ]
    assert all(d.text is not None and digest_of(d.text) == d.digest for d in found)


def test_a_withheld_row_shows_neither_id_nor_fields(store: Store) -> None:
    write(store, recorded(CASE, item("secret-7", release="partner")))
    event = list(store.events())[1]
    read = decode(event.leaf)
    assert (read.id, read.noun, event.id) == (None, None, "secret-7")
    assert [withheld.level for withheld in read.withheld] == ["partner"]
    assert b"secret-7" not in event.leaf


def test_a_published_source_is_shown_and_another_withheld(store: Store) -> None:
    write(store, recorded(item(source="S1"), item("I2", source="S2")), published=["S1"])
    first, second = (decode(event.leaf) for event in store.events())
    assert (first.noun or {}).get("source") == "S1"
    assert "source" not in (second.noun or {})


def test_a_rebuild_makes_the_same_tables(store: Store) -> None:
    kept, gone = item("I2", release="team", holder="H"), item("I3")
    photograph = Photograph(case="c", id="P1", file="p.jpg", by="A. Person", scale_mm=2.5)
    write(store, recorded(CASE, item(holder="H", label_independent=True), kept, gone, photograph))
    write(store, [replacing(store, "withdrawn", gone), replacing(store, "superseded", item(holder="K"))])
    before = (store.load("c"), store.heads("c", "item"))
    assert [store.rebuild(), store.rebuild()] == [7, 7]
    assert (store.load("c"), store.heads("c", "item")) == before


def test_events_are_read_from_any_number_and_of_some_verbs(store: Store) -> None:
    write(store, recorded(CASE, item(), item("I2")))
    write(store, [replacing(store, "withdrawn", item())])
    assert [event.seq for event in store.events(first=2)] == [2, 3]
    assert [event.seq for event in store.events(verbs=("withdrawn",))] == [3]


def test_disclosures_are_read_from_any_event(store: Store) -> None:
    write(store, recorded(*(item(f"I{n}", holder="H", recovered_by="R") for n in range(3))))
    assert [d.seq for d in store.disclosures(first=1)] == [1, 1, 2, 2]


def test_a_second_writer_is_told_that_the_store_is_busy(reopen: Reopen) -> None:
    first, second = reopen(), reopen()
    with first.writing() as writing:
        writing.append(recorded(CASE), frozenset())
        with pytest.raises(StoreBusy, match="busy"), second.writing():
            pass
    write(second, recorded(item()))
    assert first.size() == 2


def test_two_writers_at_once_keep_the_journal_linear(reopen: Reopen) -> None:
    reopen()
    said: list[str] = []

    def work(name: str) -> None:
        mine = reopen()
        for n in range(8):
            try:
                write(mine, recorded(item(f"{name}{n}")))
                said.append(f"{name}{n}")
            except StoreBusy:
                continue

    threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store = reopen()
    assert sorted(str(event.id) for event in store.events()) == sorted(said)
    assert holds(store)


def test_a_destroyed_value_is_gone_from_row_and_rebuild(store: Store) -> None:
    write(store, recorded(CASE, item(holder="H", recovered_by="R")))
    holder = next(d for d in store.disclosures(first=1) if d.text and open_(d.text)[1] == "holder")
    store.destroy([holder.digest], reason="court order 7", by="B. Recorder")
    assert store.load("c").items == (item(recovered_by="R"),)
    said = decode(list(store.events())[2].leaf)
    assert (said.verb, said.kind, said.id, said.noun) == (
        "withdrawn",
        "disclosure",
        holder.digest,
        {"reason": "court order 7"},
    )
    store.rebuild()
    assert store.load("c").items == (item(recovered_by="R"),)
    assert holds(store)


def test_a_destroyed_row_is_gone_with_its_earlier_version(store: Store) -> None:
    write(store, recorded(CASE, item("I2", release="team")))
    write(store, [replacing(store, "superseded", item("I2", release="team", label="read again"))])
    newer = next(store.disclosures(first=2))
    store.destroy([newer.digest], reason="on request")
    assert (store.load("c").items, list(store.events())[2].id) == ((), None)
    store.rebuild()
    assert store.load("c").items == ()
    assert holds(store)


def test_a_required_value_that_was_destroyed_reads_withheld(store: Store) -> None:
    judged = Judgement(case="c", id="J1", subject="I1", decision="same", reason="r", by="A. P.", at="2023")
    write(store, recorded(CASE, judged))
    found = next(store.disclosures(first=1))
    store.destroy([found.digest], reason="on request")
    assert [judgement.by for judgement in store.load("c").judgements] == ["withheld"]


def test_destroying_twice_does_nothing_and_an_unknown_digest_is_not_found(store: Store) -> None:
    write(store, recorded(CASE))
    found = next(store.disclosures())
    for _ in range(2):
        store.destroy([found.digest], reason="on request")
    assert store.size() == 2
    with pytest.raises(NotFound):
        store.destroy(["A" * 43], reason="on request")


def test_a_file_named_twice_is_deleted_only_with_its_last_name(store: Store) -> None:
    first = File(case="c", id="a.jpg", sha256="ab" * 32, size=1, release="team")
    second = File(case="c", id="b.jpg", sha256="ab" * 32, size=1, release="team")
    write(store, recorded(CASE, first, second))
    one, two = (next(store.disclosures(first=n)).digest for n in (1, 2))
    assert store.destroy([one], reason="r") == frozenset()
    assert store.destroy([two], reason="r") == {"ab" * 32}


def test_a_public_file_is_destroyed_by_its_hash_and_a_restricted_one_is_not(store: Store) -> None:
    public = File(case="c", id="a.pdf", sha256="ab" * 32, size=1)
    secret = File(case="c", id="b.jpg", sha256="cd" * 32, size=1, release="team")
    write(store, recorded(CASE, public, secret))
    assert store.destroy([], files=["ab" * 32], reason="r") == {"ab" * 32}
    with pytest.raises(ValueError, match="restricted"):
        store.destroy([], files=["cd" * 32], reason="r")


def test_a_random_life_of_a_store_equals_its_rebuild(store: Store) -> None:
    rng = random.Random(5)
    write(store, recorded(CASE))
    for _ in range(12):
        heads = store.heads("c", "item")
        changes: list[Change] = []
        for n in rng.sample(range(10), 4):
            row = item(f"I{n}", release=rng.choice((None, "team")), holder=rng.choice((None, "H")))
            if row.id not in heads:
                changes += recorded(row)
            else:
                verb = rng.choice(("superseded", "withdrawn"))
                changes.append(Change(verb, row, METHOD, parents=(heads[row.id].leaf_hash,)))
        write(store, changes)
        digests = [d.digest for d in store.disclosures() if d.text and rng.random() < 0.05]
        store.destroy(digests, reason="r")
    before = (store.load("c"), store.heads("c", "item"))
    store.rebuild()
    assert (store.load("c"), store.heads("c", "item")) == before
    assert holds(store)


def holds(store: Store) -> bool:
    sizes = [read_checkpoint(note).size for note in store.checkpoints()]
    verdict = verify(
        [(event.seq, event.leaf, event.hash) for event in store.events()],
        zip(sizes, store.checkpoints(), strict=True),
        disclosures=[Disclosed(d.seq, d.digest, d.level, d.text) for d in store.disclosures()],
        own=store.verifier(),
        complete=True,
    )
    named = [failure for failure in verdict.failures if "node" not in failure.what]
    return not named
