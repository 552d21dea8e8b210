"""Settings in, wired parts out: the only place that picks implementations."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from sherd.ports import Blobs, Clock, Model, Store

if TYPE_CHECKING:
    from sherd.identify.catalogue.entry import Catalogue
    from sherd.journal.verify import Verdict
    from sherd.model.articles import Article
    from sherd.model.dates import Interval
    from sherd.model.document import Document
    from sherd.model.listed import ListEdition
    from sherd.model.problems import Problem
    from sherd.record.intake import Submission
    from sherd.sources.lists.form import Form


@frozen
class Settings:
    """Where the store is, and what time it is if not now."""

    store: str
    now: datetime | None = None

    @property
    def clock(self) -> Clock:
        """The fixed instant where one was given, else the real clock, in UTC and whole seconds."""
        fixed = self.now
        return (lambda: fixed) if fixed else (lambda: datetime.now(UTC).replace(microsecond=0))


@frozen
class Workbench:
    """A store, its files and a clock, wired together."""

    store: Store
    blobs: Blobs
    clock: Clock


@contextmanager
def workbench(settings: Settings, *, create: bool) -> Iterator[Workbench]:
    """Open the store, made new where ``create`` says so, and close it at the end."""
    from sherd.store import open_blobs, open_store

    store = open_store(settings.store, create=create, clock=settings.clock)
    try:
        yield Workbench(store, open_blobs(settings.store), settings.clock)
    finally:
        store.close()


def submission(paths: Sequence[Path], encoding: str | None) -> Submission:
    """Read what a user submits. Raises ``NotFound`` or ``Refused`` naming the path."""
    from sherd.readers.folder import submission as read

    return read(list(paths), encoding)


def read_catalogue(
    path: Path, columns: Mapping[str, str], encoding: str | None
) -> tuple[tuple[str, str], dict[str, bytes], Catalogue]:
    """A catalogue of parts as it lies on disk: its form and importer, its files as they are, what it says.

    Raises ``NotFound``, ``WrongCall`` where it has no form that is known or no such encoding, ``Refused``,
    ``EdgeFailed``.
    """
    from sherd.sources import gather
    from sherd.sources.catalogues import form_of, importer, read
    from sherd.sources.catalogues.form import Wishes

    files = gather.names(path)
    form, wishes = form_of(files, str(path)), Wishes(columns, encoding)
    contents = gather.contents(files, form.keeps)
    return (form.name, importer(form, wishes)), contents, read(form, contents, wishes)


def read_article(path: Path, encoding: str | None) -> tuple[Article, bytes]:
    """The article in a file and its original bytes. Raises ``NotFound``, ``WrongCall`` or ``Refused``."""
    from sherd.readers.article import read_article as read

    return read(path, encoding)


def language_model(url: str, name: str) -> Model:
    """The model behind an address, with the key of SHERD_MODEL_KEY. Raises ``WrongCall``."""
    from sherd.readers.language_model import Endpoint

    return Endpoint(url, name, os.environ.get("SHERD_MODEL_KEY"))


def rendered(document: Document, form: str, at: datetime) -> tuple[bytes, tuple[Problem, ...]]:
    """A document as ``html`` or ``pdf``, with what could not be printed."""
    if form == "html":
        from sherd.render.html import render_html

        return render_html(document), ()
    from sherd.render.typst import render_pdf

    pdf = render_pdf(document, at)
    return pdf.bytes, pdf.problems


def written(document: Document, form: str, at: datetime) -> bytes:
    """A letter as ``pdf`` or ``docx``."""
    if form == "docx":
        from sherd.render.docx import render_docx

        return render_docx(document, at)
    from sherd.render.typst import render_pdf

    return render_pdf(document, at).bytes


def audit(
    settings: Settings, key: str | None, since: str | None, progress: Callable[[int], None] | None = None
) -> Verdict:
    """Verify a whole store, or the bundle in a folder; ``progress`` is told how many events were read."""
    if Path(settings.store).is_dir():
        from sherd.publish.formats.bag_check import check_bag
        from sherd.readers.bundle import BundleFolder

        return check_bag(BundleFolder.at(Path(settings.store)), key, since)
    from sherd.store.audit import audit as audited

    return audited(settings.store, key, since, progress)


def read_list(
    path: Path, list_: str | None, published: Interval | None, encoding: str | None
) -> tuple[Form, bytes, ListEdition]:
    """A list of parties as it lies on disk: its form, its bytes, what it says.

    Raises ``NotFound``, ``WrongCall`` where it is no list that sherd reads, ``Refused``, ``EdgeFailed``.
    """
    from sherd.errors import WrongCall
    from sherd.sources import gather
    from sherd.sources.lists import Asked, decoded, form_of

    if path.is_dir():
        raise WrongCall(f"{path} is a folder", "Name the files of the list.")
    (content,) = gather.contents(gather.names(path), lambda name: True).values()
    text = decoded(content, path.name, encoding)
    form = form_of(text, path.name)
    return form, content, form.read(text, path.name, Asked(list_, published, encoding))


def read_list_again(content: bytes, name: str, importer: str) -> ListEdition:
    """A list that was taken in before, read as it was then."""
    from sherd.model.dates import Interval
    from sherd.services.lists import imported_by
    from sherd.sources.lists import Asked, read

    said = imported_by(importer)
    published = Interval.parse(said["published"]) if "published" in said else None
    return read(content, name, Asked(said.get("list"), published, said.get("encoding")))
