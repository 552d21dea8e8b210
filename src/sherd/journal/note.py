"""Text with signatures under it that anyone can check who knows the key: the C2SP signed note.

A note is text, an empty line, and signature lines ``— name base64(key id, signature)``. Only Ed25519 is made
and checked. Reading is strict: what is not written the one right way is refused. See
https://c2sp.org/signed-note.
"""

from __future__ import annotations

import re
from hashlib import sha256

from attrs import field, frozen
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sherd.journal.canonical import from_base64, to_base64

ED25519 = b"\1"
MOST_SIGNATURES = 100

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_KEY_ID = re.compile(r"[0-9a-f]{8}")


class NoteError(ValueError):
    """A note or key that is not well formed, or not signed as it should be; the message says why."""


class NotSignedByKey(NoteError):
    """A well-formed note without a signature of the key asked for."""


class WrongSignature(NoteError):
    """A signature that names the key asked for and was not made by it over this text."""


@frozen
class Signature:
    """One signature line: the key's name and id (4 bytes), and what the key made of the text."""

    name: str
    key_id: bytes
    signature: bytes

    def line(self) -> str:
        """The signature as it stands in a note."""
        return f"— {self.name} {to_base64(self.key_id + self.signature)}\n"


@frozen
class Note:
    """A text, its final newline included, and the signatures under it."""

    text: str
    signatures: tuple[Signature, ...]


@frozen
class Verifier:
    """A public key with its name: what another needs in order to trust the journal."""

    name: str
    public: bytes
    key_id: bytes = field(init=False)

    def __attrs_post_init__(self) -> None:
        _check_name(self.name)
        if len(self.public) != 32:
            raise NoteError(f"an Ed25519 public key of {len(self.public)} bytes; it has 32")
        object.__setattr__(self, "key_id", _key_id(self.name, self.public))

    @classmethod
    def parse(cls, text: str) -> Verifier:
        """Read ``name+hash+key``. Raises ``NoteError`` naming what is wrong with it.

        >>> Verifier.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").name
        'PeterNeumann'
        """
        name, key_id, key = _split_key(text)
        verifier = cls(name, key)
        if verifier.key_id != key_id:
            raise NoteError(f"verifier key {name}: its hash does not belong to the key")
        return verifier

    def __str__(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{to_base64(ED25519 + self.public)}"

    def check(self, text: str, signature: bytes) -> bool:
        """Whether this key made the signature over the text."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except (InvalidSignature, ValueError):  # ValueError: not a point of the curve
            return False
        return True


@frozen
class Signer:
    """A private key with its name. ``seed`` is the 32 secret bytes; it is not shown in ``repr``."""

    name: str
    seed: bytes = field(repr=False)
    verifier: Verifier = field(init=False)
    _private: Ed25519PrivateKey = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if len(self.seed) != 32:
            raise NoteError(f"an Ed25519 seed of {len(self.seed)} bytes; it has 32")
        private = Ed25519PrivateKey.from_private_bytes(self.seed)
        object.__setattr__(self, "_private", private)
        object.__setattr__(self, "verifier", Verifier(self.name, private.public_key().public_bytes_raw()))

    @classmethod
    def parse(cls, text: str) -> Signer:
        """Read ``PRIVATE+KEY+name+hash+seed``. Raises ``NoteError``, which never quotes the secret."""
        if not text.startswith("PRIVATE+KEY+"):
            raise NoteError("a signing key begins with PRIVATE+KEY+")
        name, key_id, seed = _split_key(text.removeprefix("PRIVATE+KEY+"))
        signer = cls(name, seed)
        if signer.verifier.key_id != key_id:
            raise NoteError(f"signing key {name}: its hash does not belong to the key")
        return signer

    def secret_text(self) -> str:
        """The key as it is kept on disk; whoever has it can sign."""
        return f"PRIVATE+KEY+{self.name}+{self.verifier.key_id.hex()}+{to_base64(ED25519 + self.seed)}"

    def sign(self, text: str) -> Signature:
        """Sign a text that ends in a newline."""
        return Signature(self.name, self.verifier.key_id, self._private.sign(text.encode()))


def sign(text: str, *signers: Signer) -> str:
    """The text with a signature line of each signer. Raises ``NoteError`` for a text no note can hold."""
    _check_text(text)
    if not signers:
        raise NoteError("a note needs a signer")
    return text + "\n" + "".join(signer.sign(text).line() for signer in signers)


def parse(note: str) -> Note:
    """Take a note apart without checking any signature. Raises ``NoteError`` naming what is malformed."""
    text, gap, below = note.rpartition("\n\n")
    if not gap:
        raise NoteError("a note without an empty line before its signatures")
    text += "\n"
    _check_text(text)
    if not below.endswith("\n"):
        raise NoteError("a note that does not end after a signature line")
    lines = below.removesuffix("\n").split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise NoteError(f"a note with more than {MOST_SIGNATURES} signatures")
    signatures = tuple(_signature(line) for line in lines)
    if len({(s.name, s.key_id) for s in signatures}) != len(signatures):
        raise NoteError("a note signed twice by one key")
    return Note(text, signatures)


def open_(note: str, verifier: Verifier) -> str:
    """The text of a note that this key signed; signatures of other keys are passed over.

    Raises ``NotSignedByKey`` or ``WrongSignature``, or another ``NoteError`` for a malformed note.
    """
    parsed = parse(note)
    check(parsed, verifier)
    return parsed.text


def check(note: Note, verifier: Verifier) -> None:
    """Check the signature of one key under a note. Raises ``NotSignedByKey`` or ``WrongSignature``."""
    for signature in note.signatures:
        if (signature.name, signature.key_id) == (verifier.name, verifier.key_id):
            if not verifier.check(note.text, signature.signature):
                raise WrongSignature(f"the signature of {verifier.name} does not belong to this text")
            return
    by = ", ".join(_shown(signature.name, signature.key_id) for signature in note.signatures)
    raise NotSignedByKey(f"signed by {by}, not by {_shown(verifier.name, verifier.key_id)}")


def _shown(name: str, key_id: bytes) -> str:
    return f"{name}+{key_id.hex()}"


def _signature(line: str) -> Signature:
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] != "—":
        raise NoteError(f"not a signature line: {line!r}")
    _, name, encoded = parts
    _check_name(name)
    try:
        data = from_base64(encoded)
    except ValueError as error:
        raise NoteError(f"signature of {name}: {error}") from None
    if len(data) <= 4:
        raise NoteError(f"signature of {name} is too short")
    return Signature(name, data[:4], data[4:])


def _split_key(text: str) -> tuple[str, bytes, bytes]:
    """Name, key id and the 32 bytes of a key text; no error quotes any of it, for it may be secret."""
    name, _, rest = text.partition("+")
    key_id, _, encoded = rest.partition("+")
    if not _is_name(name):
        raise NoteError("a key without a proper name")
    if not _KEY_ID.fullmatch(key_id):
        raise NoteError("a key whose hash is not 8 hex digits")
    try:
        key = from_base64(encoded)
    except ValueError:
        raise NoteError("a key that is not canonical base64") from None
    if key[:1] != ED25519 or len(key) != 33:
        raise NoteError("a key that is not of Ed25519, with 32 bytes")
    return name, bytes.fromhex(key_id), key[1:]


def _key_id(name: str, public: bytes) -> bytes:
    return sha256(name.encode() + b"\n" + ED25519 + public).digest()[:4]


def _is_name(name: str) -> bool:
    return bool(name) and "+" not in name and not _CONTROL.search(name) and not any(map(str.isspace, name))


def _check_name(name: str) -> None:
    if not _is_name(name):
        raise NoteError(f"{name!r} is not the name of a key: no spaces, no plus, not empty")


def _check_text(text: str) -> None:
    if not text.endswith("\n"):
        raise NoteError("the text of a note ends in a newline")
    if _CONTROL.search(text):
        raise NoteError("a control character in the text of a note")
