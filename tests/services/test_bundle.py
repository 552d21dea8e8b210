"""A bundle holds what its reader may see, proves it, and tells of every change to it."""

from __future__ import annotations

import base64
import hashlib
import random
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from sherd.errors import StoreDamaged
from sherd.journal.disclosure import conceal
from sherd.model.row import RELEASES
from sherd.publish.formats.bag_check import check_bag
from sherd.readers.folder import submission
from sherd.services.bundle import bundle
from sherd.services.record import record
from sherd.store import open_blobs, open_store
from sherd.store.audit import audit

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


class InMemory:
    """A bundle as a mapping from path to bytes."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = dict(files)

    def names(self) -> list[str]:
        return list(self.files)

    def read(self, name: str) -> bytes:
        return self.files[name]


def _bundle(kept: Any, clearance: str = "public") -> dict[str, bytes]:
    return dict(bundle(kept.store, kept.blobs, "k", clearance, NOW))


@pytest.mark.parametrize("clearance", RELEASES)
def test_a_bundle_holds_at_every_clearance(kept: Any, clearance: str) -> None:
    verdict = check_bag(InMemory(_bundle(kept, clearance)), kept.store.verifier())
    assert verdict.failures == ()
    assert verdict.holds
    assert verdict.anchored


def test_without_a_key_from_outside_it_is_self_consistent_only(kept: Any) -> None:
    verdict = check_bag(InMemory(_bundle(kept)))
    assert verdict.holds
    assert not verdict.anchored


def test_a_public_bundle_holds_no_restricted_value_nor_the_hash_of_one(
    kept: Any, secrets: Mapping[str, str]
) -> None:
    held = _bundle(kept)
    everything = b"\n".join([*held.values(), *(name.encode() for name in held)])
    for value in [*secrets.values(), *_restricted_bytes(kept.folder)]:
        for needle in _needles(value):
            assert needle not in everything, value


def test_no_open_row_names_a_sealed_one_nor_what_belongs_to_it(tmp_path: Path) -> None:
    folder = tmp_path / "h"
    folder.mkdir()
    sheets = {
        "case.toml": 'id = "k"\ntitle = "K"\nquestion = "Who made it?"\n',
        "events.csv": "id,kind,release\nE-hidden,recovery,team\n",
        "items.csv": "id,label,role,custody_status,event,release\nI1,Wreck,item,unknown,E-hidden,\n"
        "I-hidden,Wing,item,unknown,,sealed\n",
        "components.csv": "id,item,label,possible_same_as,Petrenko\nC1,I1,Board,I-hidden,x\n"
        "C2,I-hidden,Part of the hidden,,\n",
        "markings.csv": "id,component,text\nM1,C2,hidden text\n",
        "custody.csv": "id,item,document\nK1,I1,hidden-paper.pdf\n",
        "photographs.csv": "id,file,item\nP1,photos/hidden.jpg,I1\n",
        "judgements.csv": "id,subject,decision,reason,by,at\nJ1,I-hidden,hidden judgement,r,p,2023-05-01\n",
        "hidden sheet.csv": "a\n1\n",
    }
    for name, text in sheets.items():
        (folder / name).write_text(text, "utf-8")
    path = tmp_path / "h.db"
    store = open_store(path, create=True, clock=lambda: NOW)
    record(store, open_blobs(path), submission(folder))
    (folder / "components.csv").write_text("id,item,label\nC1,I1,Board\n", "utf-8")
    record(store, open_blobs(path), submission(folder))
    held = dict(bundle(store, open_blobs(path), "k", "public", NOW))
    loaded = store.load("k")
    store.close()
    assert [name for name, content in held.items() if b"hidden" in content.lower()] == []
    assert [name for name, content in held.items() if b"petrenko" in content.lower()] == []
    assert loaded.items[0].event == "E-hidden"
    assert audit(path).holds


def test_a_sealed_bundle_holds_what_a_public_one_withholds(kept: Any, secrets: Mapping[str, str]) -> None:
    disclosed = _opened(_bundle(kept, "sealed"))
    assert all(value in disclosed for value in secrets.values())


def test_every_altered_byte_is_told(kept: Any) -> None:
    held = _bundle(kept, "sealed")
    chance = random.Random(7)
    for name, content in held.items():
        place = chance.randrange(len(content)) if content else 0
        altered = bytearray(content or b"x")
        altered[place] ^= 1 << chance.randrange(8)
        verdict = check_bag(InMemory({**held, name: bytes(altered)}), kept.store.verifier())
        assert not verdict.holds, (name, place)
        assert any(name in (failure.file, *failure.what.split()) for failure in verdict.failures), name


def test_every_missing_file_is_told_even_under_new_manifests(kept: Any) -> None:
    held = _bundle(kept, "team")
    for name in held:
        if name.startswith(("data/events/", "data/files/")) or name == "data/disclosures.jsonl":
            left = _with_new_manifests({path: held[path] for path in held if path != name})
            assert not check_bag(InMemory(left), kept.store.verifier()).holds, name


def test_an_added_file_is_told_even_under_new_manifests(kept: Any) -> None:
    held = _with_new_manifests({**_bundle(kept), "data/extra.txt": b"extra"})
    failures = check_bag(InMemory(held), kept.store.verifier()).failures
    assert [failure.file for failure in failures] == ["data/extra.txt"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("data/events/000000003.tlog-proof", b"@v1\n", b"@v1\nextra QUFB\n"),
        ("data/checkpoint", b"\n\n", b"\n\n\xe2\x80\x94 stranger AAAAAAAA\n"),
        ("data/verifier.key", b"\n", b"\n\n"),
        ("data/checkpoints/000000013.consistency", b"\n", b"\r\n"),
        ("data/disclosures.jsonl", b"\n", b"\r\n"),
        ("data/disclosures.jsonl", b'"event":', b'"event": '),
        ("data/disclosures.jsonl", b'"team"', b'"public"'),
        ("bag-info.txt", b"clearance team", b"clearance sealed"),
        ("bag-info.txt", b"Identifier: k", b"Identifier: other"),
    ],
)
def test_another_way_to_write_the_same_is_told_even_under_new_manifests(
    kept: Any, name: str, old: bytes, new: bytes
) -> None:
    held = _bundle(kept, "team")
    name = name if name in held else next(path for path in held if path.endswith(".consistency"))
    assert old in held[name]
    altered = _with_new_manifests({**held, name: held[name].replace(old, new, 1)})
    failures = check_bag(InMemory(altered), kept.store.verifier()).failures
    assert name.replace(".consistency", ".note") in {failure.file for failure in failures}


@pytest.mark.parametrize("manifest", ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
@pytest.mark.parametrize("end", [b"\r\n", b"\x0b", b""])
def test_a_manifest_line_ends_in_a_newline_and_nothing_else(kept: Any, manifest: str, end: bytes) -> None:
    held = _bundle(kept)
    altered = {**held, manifest: held[manifest][:-1] + end}
    assert check_bag(InMemory(altered)).failures


@pytest.mark.parametrize(
    "line",
    [b"[]", b"1", b'{"event":[],"level":"team","disclosure":"x"}', b'{"event":1,"level":{},"disclosure":"x"}',
     b'{"event":true,"level":"team","disclosure":"x"}', b'{"event":1,"level":"team","disclosure":5}'],
)  # fmt: skip
def test_a_line_that_is_no_disclosure_is_named_by_its_number(kept: Any, line: bytes) -> None:
    held = _bundle(kept)
    held["data/disclosures.jsonl"] += line + b"\n"
    failures = check_bag(InMemory(_with_new_manifests(held)), kept.store.verifier()).failures
    assert ("data/disclosures.jsonl", 1) in {(failure.file, failure.row) for failure in failures}


def test_a_disclosure_that_no_event_commits_to_names_no_file(kept: Any) -> None:
    forged = conceal("noun", {"id": "x", "sha256": ["not a digest"]}, "team", b"sixteen  random!")
    held = _bundle(kept)
    line = {"event": 3, "level": "team", "disclosure": forged.text}
    held["data/disclosures.jsonl"] += orjson.dumps(line) + b"\n"
    assert not check_bag(InMemory(_with_new_manifests(held)), kept.store.verifier()).holds


@pytest.mark.parametrize(
    "alias",
    [
        "data/events/0000000003.json",
        "data/events/00000000٣.json",
        "data/Events/000000003.json",
        "data/events/000000003.JSON",
    ],
)
def test_an_event_under_a_second_name_is_told_even_under_new_manifests(kept: Any, alias: str) -> None:
    held = _bundle(kept)
    held[alias] = held["data/events/000000003.json"]
    proof = alias.removesuffix(".json").removesuffix(".JSON") + ".tlog-proof"
    held[proof] = held["data/events/000000003.tlog-proof"]
    failures = check_bag(InMemory(_with_new_manifests(held)), kept.store.verifier()).failures
    assert alias in {failure.file for failure in failures}


def test_an_earlier_checkpoint_under_another_number_is_told(kept: Any) -> None:
    held = _bundle(kept)
    note = next(path for path in held if path.endswith(".note"))
    for end in ("note", "consistency"):
        held[f"data/checkpoints/000000999.{end}"] = held.pop(note.removesuffix("note") + end)
    failures = check_bag(InMemory(_with_new_manifests(held)), kept.store.verifier()).failures
    assert "data/checkpoints/000000999.note" in {failure.file for failure in failures}


def test_a_bundle_without_its_disclosures_is_told_where_it_holds_none(kept: Any) -> None:
    held = _bundle(kept)
    assert held.pop("data/disclosures.jsonl") == b""
    failures = check_bag(InMemory(_with_new_manifests(held)), kept.store.verifier()).failures
    assert [failure.file for failure in failures] == ["data/disclosures.jsonl"]


def test_a_bundle_signed_with_another_key_is_told(kept: Any, tmp_path: Path) -> None:
    other = open_store(tmp_path / "other.db", create=True, clock=lambda: NOW)
    record(other, open_blobs(tmp_path / "other.db"), submission(kept.folder))
    files = dict(bundle(other, open_blobs(tmp_path / "other.db"), "k", "public", NOW))
    assert check_bag(InMemory(files)).holds
    assert not check_bag(InMemory(files), kept.store.verifier()).holds
    other.close()


def test_a_bundle_extends_the_checkpoint_that_was_kept_and_an_older_one_does_not(kept: Any) -> None:
    before = _bundle(kept)
    early = kept.store.checkpoints()[0]
    items = kept.folder / "items.csv"
    items.write_text(items.read_text("utf-8").replace("Wreck one", "Wreck the first"), "utf-8")
    record(kept.store, kept.blobs, submission(kept.folder))
    after = _bundle(kept)
    late = kept.store.checkpoints()[-1]
    key = kept.store.verifier()
    assert check_bag(InMemory(after), key, early).holds
    assert not check_bag(InMemory(before), key, late).holds


def test_an_unchanged_case_gives_the_same_bundle_and_no_new_event(kept: Any) -> None:
    first = _bundle(kept)
    size = kept.store.size()
    assert _bundle(kept) == first
    assert kept.store.size() == size


def test_a_lost_file_stops_the_bundle_and_is_named(kept: Any) -> None:
    for digest in kept.blobs.all():
        kept.blobs.remove(digest)
    with pytest.raises(StoreDamaged, match="are missing"):
        _bundle(kept, "sealed")


def test_publishing_is_journaled_and_recording_again_withdraws_nothing(kept: Any) -> None:
    _bundle(kept)
    assert [event.kind for event in kept.store.events(verbs=("exported",))] == ["export"]
    assert record(kept.store, kept.blobs, submission(kept.folder)).withdrawn == 0


def _needles(value: bytes | str) -> list[bytes]:
    plain = value.encode() if isinstance(value, str) else value
    digest = hashlib.sha256(plain).digest()
    url = base64.urlsafe_b64encode(digest).rstrip(b"=")
    return [plain, base64.b64encode(plain), digest.hex().encode(), digest, base64.b64encode(digest), url]


def _restricted_bytes(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]


def _opened(held: Mapping[str, bytes]) -> str:
    lines = map(orjson.loads, held["data/disclosures.jsonl"].splitlines())
    return "\n".join(base64.urlsafe_b64decode(line["disclosure"] + "==").decode() for line in lines)


def _with_new_manifests(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What someone would write who changes a bundle and hides it from the manifests."""
    changed = dict(files)
    payload = sorted(name for name in changed if name.startswith("data/"))
    lines = [f"{hashlib.sha256(changed[name]).hexdigest()}  {name}\n" for name in payload]
    changed["manifest-sha256.txt"] = "".join(lines).encode()
    tags = ["bagit.txt", "bag-info.txt", "README.txt", "manifest-sha256.txt"]
    lines = [f"{hashlib.sha256(changed[name]).hexdigest()}  {name}\n" for name in tags]
    changed["tagmanifest-sha256.txt"] = "".join(lines).encode()
    return changed
