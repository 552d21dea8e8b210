"""Settings in, wired parts out: the only place that picks implementations."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

if TYPE_CHECKING:
    from sherd.identify import PartIndex
    from sherd.identify.catalogue.entry import Catalogue, Entry
    from sherd.identify.catalogue.shelf import Shelf
    from sherd.journal.verify import Verdict
    from sherd.model.articles import Article
    from sherd.model.dates import Interval
    from sherd.model.document import Document
    from sherd.model.identified import Identified
    from sherd.model.judgements import Judgement
    from sherd.model.listed import ListEdition
    from sherd.model.problems import Problem
    from sherd.model.provenance import File
    from sherd.model.record import CaseRecord
    from sherd.model.regions import Region
    from sherd.model.shipped import TradeFile
    from sherd.ports import Batch, Blobs, Clock, Model, Store
    from sherd.readers.shipments import Shipments
    from sherd.record.formats.trade_file import Layout as TradeLayout
    from sherd.record.intake import Submission
    from sherd.services.identify import IdentifyCase
    from sherd.services.linking import FindPairs
    from sherd.services.press import Press
    from sherd.services.trade_files import FindTrade
    from sherd.sources.lists.form import Form
    from sherd.trace.screening import Screen
    from sherd.trace.ties import ToldByLists


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
    """A store, its files, a clock and what identifies the markings of a case, wired together."""

    store: Store
    blobs: Blobs
    clock: Clock
    identify: IdentifyCase
    trade: FindTrade


@contextmanager
def workbench(settings: Settings, *, create: bool) -> Iterator[Workbench]:
    """Open the store, made new where ``create`` says so, and close it at the end."""
    from sherd.store import open_blobs, open_store

    store = open_store(settings.store, create=create, clock=settings.clock)
    try:
        blobs = open_blobs(settings.store)
        yield Workbench(
            store, blobs, settings.clock, _identifier(settings, store, blobs), _trade_finder(store, blobs)
        )
    finally:
        store.close()


def has_store(url_or_path: str) -> bool:
    """Whether there is a store to open; one on a server is taken to be there."""
    from sherd.store.opening import is_url

    return is_url(url_or_path) or Path(url_or_path).exists()


def submission(paths: Sequence[Path], encoding: str | None) -> Submission:
    """Read what a user submits. Raises ``NotFound`` or ``Refused`` naming the path."""
    from sherd.readers.folder import submission as read

    found = read(list(paths), encoding)
    if len(paths) == 1 and paths[0].is_dir():
        from sherd.readers.trade_files import problems

        found = evolve(found, problems=(*found.problems, *problems(paths[0], found)))
    return found


def _trade_finder(store: Store, blobs: Blobs) -> FindTrade:
    """Searches the trade files of a case, as the store keeps them, for the parts of its record."""

    def found(record: CaseRecord, identified: Sequence[Identified], clearance: str) -> tuple[TradeFile, ...]:
        from sherd.model.release import within
        from sherd.services.trade_files import parts_of, search

        parts = parts_of(record, identified)
        kept = {file.id: file for file in store.load(record.case.id).files}
        return tuple(
            search(layout.file, layout.source, batches, parts)
            for layout in _trade_layouts(kept, blobs)
            if layout.file in kept and within(layout.release, clearance)
            for batches in _kept_shipments(layout, blobs.get(kept[layout.file].sha256))
        )

    return found


def _trade_layouts(kept: Mapping[str, File], blobs: Blobs) -> list[TradeLayout]:
    from sherd.record.formats import case_toml
    from sherd.record.formats.trade_file import layouts

    toml = next((file for name, file in kept.items() if name.casefold() == "case.toml"), None)
    if toml is None or not blobs.has(toml.sha256):
        return []
    return layouts(case_toml.tables("shipments", blobs.get(toml.sha256)), toml.id)[0]


def _kept_shipments(layout: TradeLayout, content: bytes) -> Iterator[Iterator[Batch]]:
    """The rows of a kept file, from a copy that lives as long as they are read; nothing if unreadable."""
    from tempfile import TemporaryDirectory

    from sherd.errors import Refused, WrongCall

    with TemporaryDirectory() as folder:
        copy = Path(folder) / Path(layout.file).name
        copy.write_bytes(content)
        source = shipments(copy, dict(layout.columns), layout.encoding)
        try:
            next(source.batches(), None)
        except (Refused, WrongCall):  # told as a problem when the case was recorded
            return
        yield _readable(source.batches())


def _readable(batches: Iterator[Batch]) -> Iterator[Batch]:
    """The rows as far as they can be read; where that ends was told when the case was recorded."""
    from sherd.errors import Refused

    with suppress(Refused):
        yield from batches


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


def read_article(press: Press | None, path: Path, encoding: str | None = None) -> tuple[Article, bytes]:
    """The article in a file, as it was kept where it was taken in before, and its original bytes.

    Where ``encoding`` is named its text is read anew. Raises ``NotFound``, ``WrongCall`` or ``Refused``.
    """
    from hashlib import sha256

    from sherd.readers.article import article_of, content_of
    from sherd.readers.folder import spelt

    content = content_of(path)

    def read() -> Article:
        return article_of(spelt(path.name), content, encoding)

    if press is None:
        return read(), content
    return press.taken(sha256(content).hexdigest(), read, anew=encoding is not None), content


def press(bench: Workbench, by: str | None = None) -> Press:
    """The articles that a store keeps; ``by`` is who takes in."""
    from sherd.services.press import Press

    return Press(bench.store, bench.blobs, by)


def language_model(url: str, name: str, patience: float | None = None) -> Model:
    """The model behind an address, with the key of SHERD_MODEL_KEY, and the seconds that an answer may take.

    Raises ``WrongCall``.
    """
    from sherd.readers.language_model import PATIENCE, Endpoint

    return Endpoint(url, name, os.environ.get("SHERD_MODEL_KEY"), patience or PATIENCE)


SHIPPED = "sherd:parts"
"""The name of the catalogue that comes with sherd."""


def _identifier(settings: Settings, store: Store, blobs: Blobs) -> IdentifyCase:
    """Identifies by all catalogues that are searched; the index is opened when there is a marking."""

    def identified(record: CaseRecord, decided: Mapping[str, Judgement]) -> tuple[Identified, ...]:
        if not record.markings:
            return ()
        from sherd.identify.lookup import Lookup
        from sherd.services.identify import identify_case

        found = Lookup(shelf(settings, store, blobs))
        return identify_case(record, decided, found, settings.clock().date())

    return identified


def shelf(
    settings: Settings,
    store: Store | None = None,
    blobs: Blobs | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Shelf:
    """What is searched: the shipped catalogue, then those of the store, from the index beside it.

    ``tell`` is told when the index is made or added to. Raises ``NotFound`` for kept bytes that were lost.
    """
    from sherd.identify.catalogue.shelf import Shelf
    from sherd.services.catalogue import searched
    from sherd.services.editions import contents
    from sherd.sources.catalogues import imported_by, read
    from sherd.store.opening import open_shelves

    editions = {edition.id: edition for edition in searched(store)} if store else {}
    if store is None or blobs is None or not editions:
        return Shelf.of([(SHIPPED, shipped_parts())])

    def entries(name: str) -> Sequence[Entry]:
        if name == SHIPPED:
            return shipped_parts()
        form, wishes = imported_by(editions[name].importer)
        return read(form, dict(contents(store, blobs, editions[name])), wishes).entries

    return open_shelves(settings.store).shelf([SHIPPED, *editions], entries, tell)


def shelf_of_file(
    path: Path, columns: Mapping[str, str], encoding: str | None
) -> tuple[Shelf, tuple[Problem, ...]]:
    """The shipped catalogue and one on disk; nothing is kept. Raises as ``read_catalogue`` does."""
    from sherd.identify.catalogue.shelf import Shelf

    _, _, found = read_catalogue(path, columns, encoding)
    return Shelf.of([(SHIPPED, shipped_parts()), (path.name, found.entries)]), found.problems


def put_shelf(shelf: Shelf, path: Path) -> None:
    """Write a shelf where other processes can map it. Raises ``DiskFull``, ``EdgeFailed``."""
    from sherd.store.catalogue import put

    put(shelf, path)


def get_shelf(path: Path) -> Shelf:
    """Map a shelf that was put there."""
    from sherd.store.catalogue import get

    return get(path)


def index_of_file(
    path: Path, columns: Mapping[str, str] | None = None, encoding: str | None = None
) -> tuple[PartIndex, tuple[Problem, ...]]:
    """An index of the parts cited in the shipped examples and of a catalogue on disk, in any form that is
    read, with what is wrong in it. Raises as ``read_catalogue`` does.
    """
    from sherd.identify import PartIndex

    found, problems = shelf_of_file(path, columns or {}, encoding)
    return PartIndex(found), problems


def index_of_store(store: str) -> PartIndex:
    """An index of all that ``sherd identify`` searches with this store. Raises as ``workbench`` does."""
    from sherd.identify import PartIndex

    settings = Settings(store)
    with workbench(settings, create=False) as bench:
        return PartIndex(shelf(settings, bench.store, bench.blobs))


def keep_index(index: PartIndex, path: Path) -> None:
    """Keep an index in one file. Raises ``DiskFull``, ``EdgeFailed``."""
    put_shelf(index.shelf, path)


def open_index(path: Path) -> PartIndex:
    """The index that was kept in a file, mapped and not read. Raises ``EdgeFailed`` where it does not fit."""
    from sherd.errors import EdgeFailed
    from sherd.identify import PartIndex
    from sherd.store.arrays import Unfit

    try:
        return PartIndex(get_shelf(path))
    except (Unfit, ValueError, KeyError) as error:
        raise EdgeFailed(f"{path} holds no index that can be used: {error}", "Make it anew.") from None


def shipped_parts() -> tuple[Entry, ...]:
    """The parts cited in the shipped examples."""
    from sherd.data import licence, rows
    from sherd.identify.catalogue.entry import Entry

    terms = licence("parts")
    return tuple(
        Entry(row["mpn"], row["manufacturer"], source=row["source"], licence=terms) for row in rows("parts")
    )


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


def cut_out(content: bytes, region: Region | None) -> bytes:
    """A region of a picture, or all of it, as pixels alone. Raises ``Refused``."""
    from sherd.readers.picture import cut

    return cut(content, region)


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
    from sherd.sources.lists import Asked, read_with_form

    if path.is_dir():
        raise WrongCall(f"{path} is a folder", "Name the files of the list.")
    (content,) = gather.contents(gather.names(path), lambda name: True).values()
    form, edition = read_with_form(content, path.name, Asked(list_, published, encoding))
    return form, content, edition


def kept_screen(settings: Settings, stamp: str, make: Callable[[], Screen]) -> Screen:
    """The index over the names of lists: the one of that stamp beside the store, or one made and kept."""
    from sherd.store.opening import open_names

    return open_names(settings.store).screen(stamp, make)


def kept_ties(settings: Settings, stamp: str, make: Callable[[], ToldByLists]) -> ToldByLists:
    """The ties that lists tell of: those of that stamp beside the store, or ties made and kept."""
    from sherd.store.opening import open_ties

    return open_ties(settings.store).ties(stamp, make)


def read_list_again(content: bytes, name: str, importer: str) -> ListEdition:
    """A list that was taken in before, read as it was then."""
    from sherd.model.dates import Interval
    from sherd.services.lists import imported_by
    from sherd.sources.lists import Asked, read

    said = imported_by(importer)
    published = Interval.parse(said["published"]) if "published" in said else None
    return read(content, name, Asked(said.get("list"), published, said.get("encoding")))


def shipments(path: Path, columns: dict[str, str], encoding: str | None) -> Shipments:
    """A file of shipment records, read when it is gone through."""
    from sherd.readers.shipments import Shipments as file

    return file(path, columns, encoding)


def watched_parts(path: Path, encoding: str | None) -> tuple[list[str], list[Problem]]:
    """The part numbers of a CSV with a column mpn, or of the components of a case folder."""
    if path.is_dir():
        from sherd.record.intake import take_in

        intake = take_in(submission([path], encoding))
        rows = [placed.row for placed in intake.rows if placed.row.kind == "component"]
        parts = (part for row in rows if (part := getattr(row, "part_as_published", None)))
        return list(dict.fromkeys(parts)), list(intake.problems)
    file = shipments(path, {"text": "mpn"}, encoding)
    return [text for batch in file.batches() for text in batch.texts if text.strip()], file.problems


def parquet_from_csv(source: Path, out: Path, types: Mapping[str, str]) -> None:
    """Write the rows of a CSV as Parquet. Raises ``DiskFull`` or ``EdgeFailed``."""
    from sherd.analytics.duck import parquet_from_csv as written

    written(source, out, types)


def rows_by_keys(
    source: Shipments, folder: Path, stamp: str, keys: Sequence[int], engine: str, tell: Callable[[int], None]
) -> Iterator[tuple[int, str, str, str, str]]:
    """The rows of a file that hold a key: (row, text, day, HS code, corridor), by its key table.

    ``tell`` is told how many rows are in the table, at last all of the file.
    The table is made where it is missing, from where it got to. Raises ``WrongCall`` where it is
    another's, or the engine is not installed.
    """
    from sherd.analytics import open_tables
    from sherd.analytics.key_table import KeyTable
    from sherd.services.shipments import pieces

    table = KeyTable(folder, stamp)
    done = table.begin()
    tables = open_tables(engine)
    try:
        if not table.whole:
            for rows in table.add(pieces(source.batches(), done)):
                tell(rows)
        tell(table.begin())
        yield from table.ask(tables, keys)
    finally:
        tables.close()


def linker() -> FindPairs:
    """What finds records of one shipment. Raises ``WrongCall`` where the extra ``link`` is missing."""
    from sherd.analytics.link import check, pairs

    check()
    return pairs
