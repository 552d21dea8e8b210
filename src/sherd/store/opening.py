"""Open a store by its path or URL, and know where its key and files lie."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from sherd.errors import WrongCall
from sherd.ports import Clock
from sherd.store.blobs import FileBlobs
from sherd.store.database import Database
from sherd.store.journal import Pen
from sherd.store.keys import signing_key
from sherd.store.schema import prepare
from sherd.store.sql import SqlStore

if TYPE_CHECKING:
    from sherd.store.catalogue import ShelfFolder
    from sherd.store.names import NamesFile, TiesFile

_SCHEMES = frozenset({"postgresql", "postgresql+psycopg", "postgres"})
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+", re.ASCII)


@frozen
class Places:
    """Where the signing key, the files and the index of the catalogues of a store lie."""

    key: Path
    files: Path
    catalogue: Path

    @classmethod
    def of(cls, url_or_path: str | Path) -> Places:
        """Beside a store in a file; where ``SHERD_KEY`` and ``SHERD_FILES`` say for one on a server."""
        if is_url(url_or_path):
            key, files = (
                os.environ.get("SHERD_KEY", "sherd.key"),
                os.environ.get("SHERD_FILES", "sherd.files"),
            )
            return cls(Path(key), Path(files), Path(files).with_name("sherd.catalogue"))
        path = Path(url_or_path)
        name = path.name.removesuffix(".db")
        return cls(*(path.with_name(f"{name}.{what}") for what in ("key", "files", "catalogue")))


def is_url(url_or_path: str | Path) -> bool:
    """Whether a store is named by the address of a server rather than by a path.

    Raises ``WrongCall`` for the address of a server of another make.
    """
    scheme, colon, _ = str(url_or_path).partition("://")
    if not (colon and _SCHEME.fullmatch(scheme)):
        return False
    if scheme.casefold() not in _SCHEMES:  # the rest may hold a password
        raise WrongCall(f"A store on {scheme}:// is not known", "Name a file, or postgresql://…")
    return True


def open_store(
    url_or_path: str | Path, *, create: bool, clock: Clock, read_only: bool = False, wait: float = 10.0
) -> SqlStore:
    """Open a store; with ``create``, make it where there is none.

    ``wait`` is how many seconds a writer waits for another. Raises ``NotFound``, ``StoreBusy``,
    ``StoreDamaged``, ``StoreNewer``, ``StoreOlder``; the key is made or read when something is first signed.
    """
    database = open_database(url_or_path, create=create, read_only=read_only, wait=wait)
    try:
        prepare(database, create=create, read_only=read_only)
    except BaseException:
        database.engine.dispose()
        raise
    key = Places.of(url_or_path).key

    @cache
    def pen(verifier: str | None) -> Pen:
        signer = signing_key(key, verifier, os.environ.get("SHERD_PASSPHRASE"))
        return Pen(signer, clock)

    return SqlStore(database, pen)


def open_blobs(url_or_path: str | Path) -> FileBlobs:
    """The files of a store; their folder is made when the first one is kept."""
    return FileBlobs(Places.of(url_or_path).files)


def open_shelves(url_or_path: str | Path) -> ShelfFolder:
    """The index of the catalogues; its folder is made when there is one to keep."""
    from sherd.store.catalogue import ShelfFolder

    return ShelfFolder(Places.of(url_or_path).catalogue)


def open_names(url_or_path: str | Path) -> NamesFile:
    """The index over the names of lists, beside that of the catalogues."""
    from sherd.store.names import NamesFile

    return NamesFile(Places.of(url_or_path).catalogue / "names.arrays")


def open_ties(url_or_path: str | Path) -> TiesFile:
    """The ties that lists tell of, beside the index over their names."""
    from sherd.store.names import TiesFile

    return TiesFile(Places.of(url_or_path).catalogue / "ties.arrays")


def open_database(
    url_or_path: str | Path, *, create: bool, read_only: bool, wait: float = 10.0, tolerant: bool = False
) -> Database:
    """The database behind a path or URL; its driver is imported only when it is the one asked for."""
    if is_url(url_or_path):
        from sherd.store.postgres import postgres_database

        return postgres_database(str(url_or_path), wait=wait)
    from sherd.store.sqlite import sqlite_database

    return sqlite_database(
        Path(url_or_path), create=create, read_only=read_only, wait=wait, tolerant=tolerant
    )
