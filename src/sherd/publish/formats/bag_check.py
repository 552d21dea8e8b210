"""Check a bundle file by file and event by event, and name whatever does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple, Protocol

import orjson
from attrs import define, field

from sherd.journal import note
from sherd.journal.canonical import from_base64, to_base64
from sherd.journal.checkpoint import Checkpoint, CheckpointError, Proof, check, read_checkpoint
from sherd.journal.disclosure import digest_of, open_
from sherd.journal.events import Event
from sherd.journal.leaf import LeafError, decode
from sherd.journal.merkle import TreeError, leaf_hash, verify_consistency
from sherd.journal.verify import Failure, Verdict
from sherd.publish.formats import bag

_NUMBER = "([0-9]{9}|[1-9][0-9]{9,18})"
_EVENT = re.compile(rf"data/events/{_NUMBER}\.json")
_PROOF = re.compile(rf"data/events/{_NUMBER}\.tlog-proof")
_EARLIER = re.compile(rf"data/checkpoints/{_NUMBER}\.(note|consistency)")
_FILE = re.compile(r"data/files/[0-9a-f]{64}")
_MANIFEST_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")
_TAGS = frozenset({"bagit.txt", "bag-info.txt", "README.txt", bag.MANIFEST, bag.TAG_MANIFEST})


class Folder(Protocol):
    """A bundle as files: their paths with forward slashes, and the bytes of each."""

    def names(self) -> Iterable[str]:
        """Every path in the bundle."""

    def read(self, name: str) -> bytes:
        """The bytes of one file."""


class _Disclosed(NamedTuple):
    seq: int
    level: str
    digest: str
    name: str
    value: Any


def check_bag(folder: Folder, key: str | None = None, since: str | None = None) -> Verdict:
    """Whether everything in the bundle holds.

    ``key`` is a verifier key from outside the bundle; without it the verdict is not anchored. ``since`` is a
    checkpoint note kept from before: the bundle must extend it.
    """
    audit = _Audit(folder, frozenset(folder.names()))
    audit.manifests()
    checkpoint = audit.head(key)
    events = dict(audit.events(checkpoint))
    disclosed = list(audit.disclosures(events))
    audit.export(events, disclosed)
    audit.files(events, disclosed)
    audit.earlier(checkpoint, since)
    failures = tuple(audit.failures)
    root = to_base64(checkpoint.root) if checkpoint else None
    return Verdict(
        not failures, bool(key) and checkpoint is not None, len(events), root, audit.note, failures
    )


@define
class _Audit:
    folder: Folder
    names: frozenset[str]
    failures: list[Failure] = field(factory=list)
    verifier: note.Verifier | None = None
    note: str | None = None

    def fail(self, what: str, file: str | None = None, event: int | None = None) -> None:
        self.failures.append(Failure(what, event=event, file=file))

    def text(self, name: str) -> str:
        """A file as text; an absent one is told by the manifest, and reads as nothing."""
        if name not in self.names:
            return ""
        try:
            return self.folder.read(name).decode()
        except UnicodeDecodeError:
            self.fail("not UTF-8 text", name)
            return ""

    def lines(self, name: str) -> list[str]:
        """The lines of a file, each ended by a newline and by nothing else."""
        *lines, rest = self.text(name).split("\n")
        if rest:
            self.fail("a last line that does not end", name)
        return lines

    def manifests(self) -> None:
        """Every byte is under a manifest, and every manifest line under a file."""
        payload = frozenset(name for name in self.names if name.startswith("data/"))
        for manifest, covered in ((bag.TAG_MANIFEST, _TAGS - {bag.TAG_MANIFEST}), (bag.MANIFEST, payload)):
            listed = self._listed(manifest)
            for name in sorted(covered - listed.keys()):
                self.fail(f"not listed in {manifest}", name)
            for name, digest in sorted(listed.items()):
                self._compare(name, digest, covered, manifest)
        for name in sorted(self.names - payload - _TAGS):
            self.fail("not part of a bundle", name)
        if self.text("bagit.txt") != bag.DECLARATION:
            self.fail("not the declaration of a BagIt 1.0 bag", "bagit.txt")

    def _compare(self, name: str, digest: str, covered: frozenset[str], manifest: str) -> None:
        if name not in self.names or name not in covered:
            self.fail(f"listed in {manifest} and not there", name)
        elif sha256(self.folder.read(name)).hexdigest() != digest:
            self.fail(f"bytes that differ from what {manifest} says", name)

    def _listed(self, manifest: str) -> dict[str, str]:
        listed: dict[str, str] = {}
        if manifest not in self.names:
            self.fail("missing", manifest)
        for line in self.lines(manifest):
            if (match := _MANIFEST_LINE.fullmatch(line)) is None or match[2] in listed:
                self.fail(f"a line that is no manifest entry: {line[:80]!r}", manifest)
            else:
                listed[match[2]] = match[1]
        return listed

    def head(self, key: str | None) -> Checkpoint | None:
        """The signed checkpoint that everything else hangs on."""
        try:
            self.verifier = note.Verifier.parse(key or self.text(bag.KEY).removesuffix("\n"))
            text = self.text(bag.HEAD)
            checkpoint = self._signed(text)
        except (note.NoteError, CheckpointError, ValueError) as error:
            self.fail(str(error), bag.HEAD)
            return None
        if self.text(bag.KEY) != f"{self.verifier}\n":
            self.fail("not the key that the checkpoint is checked with, on one line", bag.KEY)
        self.note = text
        return checkpoint

    def _signed(self, text: str) -> Checkpoint:
        """The checkpoint in a note that the one key signed, and nobody else: no byte goes unchecked."""
        if len(note.parse(text).signatures) != 1:
            raise note.NoteError("a checkpoint with a signature that nobody can check")
        return read_checkpoint(text, self.verifier)

    def events(self, checkpoint: Checkpoint | None) -> Iterator[tuple[int, tuple[Event, bytes]]]:
        """Every event whose receipt holds under the checkpoint, by number."""
        for name in sorted(self.names):
            if match := _EVENT.fullmatch(name):
                leaf = self.folder.read(name)
                if (event := self._event(int(match[1]), name, leaf, checkpoint)) is not None:
                    yield int(match[1]), (event, leaf_hash(leaf))
            elif (match := _PROOF.fullmatch(name)) and f"{name[:-11]}.json" not in self.names:
                self.fail("a receipt without its event", name, int(match[1]))

    def _event(self, seq: int, name: str, leaf: bytes, checkpoint: Checkpoint | None) -> Event | None:
        proof = f"{name[:-5]}.tlog-proof"
        if checkpoint is None or self.verifier is None:
            return None
        try:
            receipt = self.text(proof)
            check(leaf, receipt, self.verifier)
            if receipt != Proof(seq, Proof.parse(receipt).hashes, self.note or "").text():
                self.fail("a receipt for another event or checkpoint", proof, seq)
            return decode(leaf)
        except (CheckpointError, note.NoteError, TreeError) as error:
            self.fail(f"the receipt does not hold: {error}", name, seq)
        except LeafError as error:
            self.fail(str(error), name, seq)
        return None

    def disclosures(self, events: Mapping[int, tuple[Event, bytes]]) -> Iterator[_Disclosed]:
        """Every disclosure that its event commits to at that level."""
        if bag.DISCLOSURES not in self.names:
            self.fail("missing", bag.DISCLOSURES)
        for number, line in enumerate(self.lines(bag.DISCLOSURES), 1):
            try:
                found = _disclosed(line)
            except (ValueError, KeyError, TypeError) as error:
                self.failures.append(Failure(f"not a disclosure: {error}", file=bag.DISCLOSURES, row=number))
                continue
            event = events.get(found.seq)
            if event is None or (found.level, found.digest) not in event[0].withheld:
                what = "a disclosure that its event does not commit to"
                self.failures.append(Failure(what, event=found.seq, file=bag.DISCLOSURES, row=number))
            yield found

    def export(self, events: Mapping[int, tuple[Event, bytes]], disclosed: list[_Disclosed]) -> None:
        """The export event's digests cover exactly what is here."""
        exports = [seq for seq, (event, _) in events.items() if event.verb == "exported"]
        if len(exports) != 1:
            self.fail(f"{len(exports)} export events, not one")
            return
        said = events[exports[0]][0].noun or {}
        self._label(events[exports[0]][0].case or "", str(said.get("clearance")))
        held = [hash_.hex() for seq, (_, hash_) in sorted(events.items()) if seq != exports[0]]
        files = sorted(name.removeprefix(bag.FILES) for name in self.names if _FILE.fullmatch(name))
        for column, lines in (
            ("leaves_sha256", held),
            ("disclosures_sha256", [found.digest for found in disclosed]),
            ("files_sha256", files),
        ):
            if said.get(column) != bag.digest_of(lines):
                what = "the bundle does not hold exactly what was exported"
                self.failures.append(Failure(what, event=exports[0], column=column))

    def _label(self, case: str, clearance: str) -> None:
        """The bag says outside whose case it holds, and for whose eyes: what the export event says."""
        label = bag.labelled(case, clearance)
        if self.text("bag-info.txt").split("\n")[: len(label)] != label:
            self.fail("not the case and clearance that were exported", "bag-info.txt")

    def files(self, events: Mapping[int, tuple[Event, bytes]], disclosed: list[_Disclosed]) -> None:
        """Each file is one that an event names, and has the bytes that it names."""
        said = [event.noun or {} for event, _ in events.values() if event.kind == "file"]
        said += [found.value for found in disclosed if isinstance(found.value, dict)]
        named = {digest for each in said if isinstance(digest := each.get("sha256"), str)}
        for name in sorted(self.names):
            if _FILE.fullmatch(name):
                digest = name.removeprefix(bag.FILES)
                if sha256(self.folder.read(name)).hexdigest() != digest:
                    self.fail("bytes that differ from the SHA-256 in the file's name", name)
                if digest not in named:
                    self.fail("a file that no event names", name)
            elif name.startswith("data/") and not self._known(name):
                self.fail("not part of a bundle", name)

    @staticmethod
    def _known(name: str) -> bool:
        fixed = {bag.DISCLOSURES, bag.HEAD, bag.KEY}
        return name in fixed or any(p.fullmatch(name) for p in (_EVENT, _PROOF, _EARLIER))

    def earlier(self, checkpoint: Checkpoint | None, since: str | None) -> None:
        """The journal only grew since each earlier checkpoint, the one that was kept among them."""
        if checkpoint is None:
            return
        grown = {checkpoint.size: checkpoint.root}
        for name in sorted(self.names):
            if (match := _EARLIER.fullmatch(name)) and match[2] == "note":
                if (earlier := self._grown(name, checkpoint)) is not None:
                    grown[earlier.size] = earlier.root
            elif match and f"{name.removesuffix('consistency')}note" not in self.names:
                self.fail("a proof without its checkpoint", name)
        if since is not None:
            self._since(since, grown)

    def _grown(self, name: str, checkpoint: Checkpoint) -> Checkpoint | None:
        try:
            earlier = self._signed(self.text(name))
            if name != f"{bag.CHECKPOINTS}{earlier.size:09}.note":
                raise CheckpointError(f"a checkpoint over {earlier.size} events under another number")
            lines = self.lines(f"{name.removesuffix('note')}consistency")
            proof = [from_base64(line) for line in lines]
            verify_consistency(earlier.size, earlier.root, checkpoint.size, checkpoint.root, proof)
        except (CheckpointError, note.NoteError, TreeError, ValueError) as error:
            self.fail(f"does not lead to the signed head: {error}", name)
            return None
        return earlier

    def _since(self, since: str, grown: Mapping[int, bytes]) -> None:
        try:
            kept = read_checkpoint(since, self.verifier)
        except (CheckpointError, note.NoteError) as error:
            self.fail(f"the checkpoint given with --since: {error}")
            return
        if kept.size > max(grown):
            self.fail(
                f"rolled back: the checkpoint that was kept covers {kept.size} events, this {max(grown)}"
            )
        elif kept.size not in grown:
            self.fail(f"no proof from the checkpoint that was kept, over {kept.size} events")
        elif grown[kept.size] != kept.root:
            self.fail(f"another history: the first {kept.size} events are not those of the checkpoint kept")


def _disclosed(line: str) -> _Disclosed:
    """One line of the disclosures. Raises ``ValueError``, ``KeyError`` or ``TypeError``."""
    said = orjson.loads(line)
    seq, level, text = said["event"], said["level"], said["disclosure"]
    if type(seq) is not int or not isinstance(level, str) or not isinstance(text, str):
        raise ValueError("an event, level or disclosure of another type")
    if orjson.dumps({"event": seq, "level": level, "disclosure": text}).decode() != line:
        raise ValueError("a line that is not written as bundles are")
    _, name, value = open_(text)
    return _Disclosed(seq, level, digest_of(text), name, value)
