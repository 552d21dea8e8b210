"""The bundle that anyone can verify without us: a BagIt 1.0 bag of one case's events, each with its receipt.

::

    data/events/000000012.json         the exact bytes of event 12
    data/events/000000012.tlog-proof   its receipt: where it stands under the signed checkpoint
    data/disclosures.jsonl             the withheld values that this reader may see
    data/files/<sha256>                the files that this reader may see
    data/checkpoints/000000040.note    an earlier signed checkpoint; .consistency: only added to since then
    data/checkpoint, data/verifier.key the signed head of the journal and the key that signed it

The last event, ``exported``, holds digests over everything else, so that leaving something out is told too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

import orjson
from attrs import frozen

from sherd.journal.canonical import to_base64
from sherd.journal.checkpoint import Proof
from sherd.model.items import Item

EVENTS, FILES, CHECKPOINTS = "data/events/", "data/files/", "data/checkpoints/"
DISCLOSURES, HEAD, KEY = "data/disclosures.jsonl", "data/checkpoint", "data/verifier.key"
DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
READ_FIRST = "README.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"

README = """A sherd bundle: the events of one case, each with its receipt under a signed checkpoint.

To check it: sherd verify FOLDER --key KEY, with the verifier key that you had before. The key in
data/verifier.key proves only that the bundle agrees with itself. Values that are withheld stand in the
events as salted digests; those released to this reader stand in data/disclosures.jsonl.
{serials}
Unless clearly stated, no malpractice is inferred of makers or parties earlier in the supply chain.
"""


SERIALS = """
Whole serials stand in data/events: {count}. The dossier withholds their last digits; the events are what is
signed and cannot be shortened. Hand this bundle on only to those who may know the serials.
"""
"""What the README adds where the events hold serials that the dossier withholds."""


def whole_serials(leaf: bytes) -> frozenset[str]:
    """The serial of an item that stands in the clear in an event; none where its row or column is withheld.

    >>> sorted(whole_serials(b'{"v":1,"kind":"item","noun":{"label":"Wing","serial":"Y-12345678"}}'))
    ['Y-12345678']
    """
    if b'"serial":"' not in leaf:
        return frozenset()
    event = orjson.loads(leaf)
    serial = event.get("noun", {}).get("serial") if event["kind"] == Item.kind else None
    return frozenset({serial} if serial and any(map(str.isdigit, serial)) else ())


class Entry(NamedTuple):
    """One event of the case, its leaf hash, and the hashes from it to the root."""

    seq: int
    leaf: bytes
    hash: bytes
    proof: Sequence[bytes]


class Opened(NamedTuple):
    """A withheld value that the reader may see: its event, level, digest and disclosure."""

    seq: int
    level: str
    digest: str
    text: str


class Earlier(NamedTuple):
    """A checkpoint before the bundle's own, and the proof that the journal only grew since."""

    size: int
    note: str
    proof: Sequence[bytes]


@frozen(kw_only=True)
class Contents:
    """What goes into a bundle. ``files`` yields (SHA-256 in hex, bytes).

    ``withholds_digits`` says that the dossier for this reader withholds the last digits of serials.
    """

    case: str
    clearance: str
    date: str
    software: str
    entries: Iterable[Entry]
    disclosures: Sequence[Opened]
    files: Iterable[tuple[str, bytes]]
    earlier: Sequence[Earlier]
    checkpoint: str
    verifier: str
    withholds_digits: bool = False


def digest_of(lines: Iterable[str]) -> str:
    """SHA-256 over lines in order, each with its newline, in hex.

    >>> digest_of([])[:8]
    'e3b0c442'
    """
    hashed = sha256()
    for line in lines:
        hashed.update(line.encode() + b"\n")
    return hashed.hexdigest()


def labelled(case: str, clearance: str) -> list[str]:
    """The lines of ``bag-info.txt`` that say what is inside."""
    return [
        f"External-Identifier: {case}",
        f"External-Description: sherd bundle of case {case}, clearance {clearance}",
    ]


def bag(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """Every file of the bundle, path and bytes, manifests last."""
    manifest: list[str] = []
    octets = 0
    serials: set[str] = set()
    for path, content in _payload(contents):
        if contents.withholds_digits and path.startswith(EVENTS) and path.endswith(".json"):
            serials |= whole_serials(content)
        manifest.append(f"{sha256(content).hexdigest()}  {path}\n")
        octets += len(content)
        yield path, content
    tags = {
        "bagit.txt": DECLARATION,
        "bag-info.txt": _info(contents, f"{octets}.{len(manifest)}"),
        READ_FIRST: README.format(serials=SERIALS.format(count=len(serials)) if serials else ""),
        MANIFEST: "".join(manifest),
    }
    for path, text in tags.items():
        yield path, text.encode()
    yield TAG_MANIFEST, "".join(_line(path, text.encode()) for path, text in tags.items()).encode()


def _line(path: str, content: bytes) -> str:
    return f"{sha256(content).hexdigest()}  {path}\n"


def _info(contents: Contents, oxum: str) -> str:
    lines = (
        *labelled(contents.case, contents.clearance),
        f"Bagging-Date: {contents.date}",
        f"Bag-Software-Agent: {contents.software}",
        f"Payload-Oxum: {oxum}",
    )
    return "".join(f"{line}\n" for line in lines)


def _payload(contents: Contents) -> Iterator[tuple[str, bytes]]:
    for entry in contents.entries:
        yield f"{EVENTS}{entry.seq:09}.json", entry.leaf
        proof = Proof(entry.seq, tuple(entry.proof), contents.checkpoint)
        yield f"{EVENTS}{entry.seq:09}.tlog-proof", proof.text().encode()
    yield DISCLOSURES, b"".join(map(_disclosed, contents.disclosures))
    for name, content in contents.files:
        yield FILES + name, content
    for earlier in contents.earlier:
        yield f"{CHECKPOINTS}{earlier.size:09}.note", earlier.note.encode()
        proof_lines = "".join(f"{to_base64(hash_)}\n" for hash_ in earlier.proof)
        yield f"{CHECKPOINTS}{earlier.size:09}.consistency", proof_lines.encode()
    yield HEAD, contents.checkpoint.encode()
    yield KEY, contents.verifier.encode() + b"\n"


def _disclosed(opened: Opened) -> bytes:
    return orjson.dumps({"event": opened.seq, "level": opened.level, "disclosure": opened.text}) + b"\n"
