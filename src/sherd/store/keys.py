"""The key that signs the journal: made on first use, kept beside the store, readable by its owner alone.

Without a passphrase the file holds the C2SP text ``PRIVATE+KEY+…``; with one (``SHERD_PASSPHRASE``) an
encrypted PKCS #8 key in PEM, which other tools read too.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sherd.errors import KeyUnusable
from sherd.journal.checkpoint import origin_of
from sherd.journal.note import NoteError, Signer

_PEM = b"-----BEGIN"


def signing_key(path: Path, verifier: str | None, passphrase: str | None = None) -> Signer:
    """The key in a file; made first where there is none and the store was never signed (no ``verifier``).

    Raises ``KeyUnusable`` for a file that is missing, that others may read, that is no key or not the key
    of this store, or whose passphrase is wrong.
    """
    if verifier is None and not path.exists():
        _make(path, passphrase)
    signer = read_key(path, passphrase)
    if verifier is not None and str(signer.verifier) != verifier:
        raise KeyUnusable(
            f"{path} is not the key that signed this store", f"Restore the key {verifier.partition('+')[0]}."
        )
    return signer


def read_key(path: Path, passphrase: str | None = None) -> Signer:
    """The key in a file. Raises ``KeyUnusable``; no message quotes the secret."""
    try:
        with path.open("rb") as file:
            mode, content = os.fstat(file.fileno()).st_mode, file.read(65536)
    except OSError as error:
        raise KeyUnusable(
            f"The signing key {path} cannot be read: {error.strerror}", "Restore it or check who owns it."
        ) from error
    if os.name == "posix" and mode & 0o077:
        raise KeyUnusable(f"The signing key {path} can be read by others", f"Run `chmod 600 {path}`.")
    return _from_pem(path, content, passphrase) if content.startswith(_PEM) else _from_text(path, content)


def _from_text(path: Path, content: bytes) -> Signer:
    try:
        return Signer.parse(content.decode("utf-8").strip())
    except (NoteError, UnicodeDecodeError):
        raise KeyUnusable(f"{path} does not hold a signing key", "Restore it from a copy.") from None


def _from_pem(path: Path, content: bytes, passphrase: str | None) -> Signer:
    try:
        private = serialization.load_pem_private_key(content, passphrase.encode() if passphrase else None)
    except TypeError as error:
        if passphrase:  # a passphrase was given and the key is not encrypted
            return _from_pem(path, content, None)
        raise KeyUnusable(
            f"The signing key {path} is locked", "Set SHERD_PASSPHRASE to its passphrase."
        ) from error
    except ValueError:
        raise KeyUnusable(
            f"The signing key {path} does not open", "Check SHERD_PASSPHRASE, or restore the key from a copy."
        ) from None
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyUnusable(f"{path} holds another kind of key than Ed25519", "Restore it from a copy.")
    return Signer(origin_of(private.public_key().public_bytes_raw()), private.private_bytes_raw())


def _make(path: Path, passphrase: str | None) -> None:
    private = Ed25519PrivateKey.generate()
    signer = Signer(origin_of(private.public_key().public_bytes_raw()), private.private_bytes_raw())
    content = _pem(private, passphrase) if passphrase else f"{signer.secret_text()}\n".encode()
    beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        _write_for_owner(beside, content)
        try:
            os.link(beside, path)  # fails where another process was first: then its key is used
        finally:
            beside.unlink()
        fsync_folder(path.parent)
    except FileExistsError:
        return
    except OSError as error:
        raise KeyUnusable(
            f"The signing key {path} cannot be made: {error.strerror}", "Check the folder's owner and room."
        ) from error


def _pem(private: Ed25519PrivateKey, passphrase: str) -> bytes:
    return private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(passphrase.encode()),
    )


def _write_for_owner(path: Path, content: bytes) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def fsync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
