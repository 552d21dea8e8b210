"""Where a statement comes from: publications, people, files."""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from sherd.model.columns import Refers, Sealed, one_of
from sherd.model.dates import Interval
from sherd.model.row import Row

EDITION_KINDS = ("catalogue", "list", "nomenclature")
"""Of what an edition may be: parts, listed parties, control codes."""


@frozen(kw_only=True)
class Source(Row):
    """A publication, document or person that something is known from; graded on two separate axes."""

    kind: ClassVar[str] = "source"
    sheet: ClassVar[str] = "sources"

    kind_: str
    title: str
    publisher: str | None = None
    published: Interval | None = None
    accessed: Interval | None = None
    language: str | None = None
    url: str | None = None
    archived: str | None = None
    rights: str | None = None
    reliability: Annotated[str, one_of(*"ABCDEF")] | None = None
    credibility: Annotated[str, one_of(*"123456")] | None = None
    party_to_conflict: str | None = None
    depends_on: Annotated[str, Refers("sources")] | None = None
    depends_how: str | None = None

    @property
    def is_published(self) -> bool:
        """Whether anyone can look it up, so that naming it gives nobody away."""
        return bool(self.url or self.archived or (self.publisher and self.published))


@frozen(kw_only=True)
class File(Row):
    """A file of the submission, by its SHA-256; ``id`` is its path inside the case folder."""

    kind: ClassVar[str] = "file"
    sheet: ClassVar[str] = "files"

    sha256: str
    size: int
    media_type: str | None = None


@frozen(kw_only=True)
class RawRow(Row):
    """A row of the submission that could not be read, cell by cell as it stood; always sealed."""

    kind: ClassVar[str] = "raw_row"
    sheet: ClassVar[str] = "raw_rows"

    file: str
    row: int
    cells: tuple[str, ...]


@frozen(kw_only=True)
class NotedProblem(Row):
    """A problem of the submission, kept until a later submission mends it."""

    kind: ClassVar[str] = "problem"
    sheet: ClassVar[str] = "problems"

    code: str
    file: str
    row: int | None = None
    column: str | None = None
    read: Annotated[str, Sealed("note")] | None = None
    do: str


@frozen(kw_only=True)
class Export(Row):
    """A bundle that left the house: for whose eyes, and digests over exactly what it holds.

    Each digest is SHA-256, in hex, over lines in order: leaf hashes, disclosure digests, file digests.
    """

    kind: ClassVar[str] = "export"
    sheet: ClassVar[str] = "exports"

    clearance: str
    events: int
    leaves_sha256: str
    disclosures_sha256: str
    files_sha256: str


REFERENCE = "@reference"
"""Where editions stand in the journal: no investigation's, and a name that no case can bear."""


@frozen(kw_only=True)
class Edition(Row):
    """An edition of outside reference data as it was taken in: a catalogue of parts, a list of parties.

    It stands under ``REFERENCE`` in place of a case. ``series`` names what it is an edition of (a list has
    many), ``form`` the format that it was read in, ``importer`` the reader and its version, ``entries`` how
    many entries that reader found. Its files are ``File`` rows whose ids begin with the edition's, kept byte
    by byte, so that whatever was made from them can be made again.
    """

    kind: ClassVar[str] = "edition"
    sheet: ClassVar[str] = "editions"

    kind_: Annotated[str, one_of(*EDITION_KINDS)]
    series: str
    form: str
    title: str | None = None
    publisher: str | None = None
    rights: str | None = None
    url: str | None = None
    published: Interval | None = None
    entries: int
    importer: str
