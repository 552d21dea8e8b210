"""The signed head of the journal, and the receipt of one event under it.

A checkpoint says: this log held so many events, and this is the root over them. A proof file carries a
checkpoint, the event's place and the hashes from its leaf to the root: with the event's bytes and the
verifier key it can be checked anywhere, with no store. See https://c2sp.org/tlog-checkpoint and
https://c2sp.org/tlog-proof.
"""

from __future__ import annotations

import re
from hashlib import sha256

from attrs import field, frozen

from sherd.journal import note
from sherd.journal.canonical import from_base64, to_base64
from sherd.journal.merkle import HASH_BYTES, leaf_hash, verify_inclusion
from sherd.journal.note import Signer, Verifier

PROOF_HEADER = "c2sp.org/tlog-proof@v1"
LARGEST = (1 << 63) - 1

_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}")


class CheckpointError(ValueError):
    """A checkpoint or proof file that is not well formed; the message says why."""


@frozen
class Checkpoint:
    """The head of a log: its origin, how many events it holds, the root over them (32 bytes)."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not self.origin or "\n" in self.origin:
            raise CheckpointError(f"{self.origin!r} is not the origin of a log")
        if not 0 <= self.size <= LARGEST:
            raise CheckpointError(f"a checkpoint over {self.size} events")
        if len(self.root) != HASH_BYTES:
            raise CheckpointError(f"a root of {len(self.root)} bytes; SHA-256 has {HASH_BYTES}")
        if not all(line and "\n" not in line for line in self.extensions):
            raise CheckpointError("an extension line that is empty or more than one line")

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """Read the text of a checkpoint note. Raises ``CheckpointError`` naming what is wrong with it."""
        lines = text.split("\n")
        if len(lines) < 4 or lines.pop():
            raise CheckpointError("a checkpoint has at least three lines: origin, size, root")
        origin, size, root, *extensions = lines
        return cls(origin, _decimal(size, "size"), _hash(root, "root"), tuple(extensions))

    def text(self) -> str:
        """The text that is signed.

        >>> print(Checkpoint("example.com/log", 3, bytes(32)).text(), end="")
        example.com/log
        3
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
        """
        lines = (self.origin, str(self.size), to_base64(self.root), *self.extensions)
        return "\n".join(lines) + "\n"


@frozen
class Proof:
    """The receipt of one event: its index, the hashes from its leaf to the root, the signed checkpoint."""

    index: int
    hashes: tuple[bytes, ...]
    checkpoint: str
    extra: bytes | None = field(default=None)

    @classmethod
    def parse(cls, text: str) -> Proof:
        """Read a proof file. Raises ``CheckpointError`` naming what is wrong with it."""
        head, gap, checkpoint = text.partition("\n\n")
        header, *lines = head.split("\n")
        if not gap or header != PROOF_HEADER:
            raise CheckpointError(f"a proof file begins with {PROOF_HEADER} and holds a checkpoint")
        extra = None
        if lines and lines[0].startswith("extra "):
            extra = _bytes(lines.pop(0).removeprefix("extra "), "extra data")
        if not lines or not lines[0].startswith("index "):
            raise CheckpointError("a proof file without the index of its event")
        index = _decimal(lines[0].removeprefix("index "), "index")
        return cls(index, tuple(_hash(line, "proof line") for line in lines[1:]), checkpoint, extra)

    def text(self) -> str:
        """The proof file (``.tlog-proof``)."""
        extra = [] if self.extra is None else [f"extra {to_base64(self.extra)}"]
        lines = [PROOF_HEADER, *extra, f"index {self.index}", *map(to_base64, self.hashes)]
        return "\n".join(lines) + "\n\n" + self.checkpoint


def origin_of(public: bytes) -> str:
    """The name of a log that was given none: ``sherd/`` and 8 hex digits of its public key's SHA-256."""
    return f"sherd/{sha256(public).hexdigest()[:8]}"


def sign_checkpoint(size: int, root: bytes, signer: Signer) -> str:
    """The signed note over the head of the log that carries the signer's name."""
    return note.sign(Checkpoint(signer.name, size, root).text(), signer)


def read_checkpoint(text: str, verifier: Verifier | None = None) -> Checkpoint:
    """The checkpoint in a note; with a verifier, only if that key signed it and names the log.

    Raises ``CheckpointError`` or ``NoteError``.
    """
    parsed = note.parse(text)
    if verifier is not None:
        note.check(parsed, verifier)
    checkpoint = Checkpoint.parse(parsed.text)
    if verifier is not None and checkpoint.origin != verifier.name:
        raise CheckpointError(f"a checkpoint of {checkpoint.origin}, signed by {verifier.name}")
    return checkpoint


def check(leaf: bytes, proof: str, verifier: Verifier) -> Checkpoint:
    """The checkpoint that an event stands under, by its receipt, its exact bytes and the log's key.

    Raises ``CheckpointError`` (malformed), ``NoteError`` (not signed by the key) or ``TreeError`` (these
    bytes do not stand at that place under that root).
    """
    receipt = Proof.parse(proof)
    checkpoint = read_checkpoint(receipt.checkpoint, verifier)
    verify_inclusion(leaf_hash(leaf), receipt.index, checkpoint.size, receipt.hashes, checkpoint.root)
    return checkpoint


def _decimal(text: str, name: str) -> int:
    if not _DECIMAL.fullmatch(text) or int(text) > LARGEST:
        raise CheckpointError(f"{name} {text!r} is not a decimal number without leading zeroes")
    return int(text)


def _hash(text: str, name: str) -> bytes:
    data = _bytes(text, name)
    if len(data) != HASH_BYTES:
        raise CheckpointError(f"{name} of {len(data)} bytes; SHA-256 has {HASH_BYTES}")
    return data


def _bytes(text: str, name: str) -> bytes:
    try:
        return from_base64(text)
    except ValueError as error:
        raise CheckpointError(f"{name}: {error}") from None
