"""The articles of a store: each kept once, with its plain text and what was given with it.

Original and plain text are stored and journaled under the case ``press``, together with a source row. The
offsets of statements count in the plain text as it was first kept, so that it stays, whatever a later sherd
would make of the same bytes; only an encoding that a person names has the original read anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256

from attrs import define, evolve, field

from sherd.model.articles import Article
from sherd.model.dates import Interval
from sherd.model.provenance import File, Source
from sherd.model.row import Row
from sherd.ports import Blobs, Store
from sherd.record.sheet import Placed
from sherd.services.record import PRESS, Recording

AUTHOR = "author: "
"""Before the author of an article, in the note of its source."""


@define
class Press:
    """The articles of one store; ``by`` is who takes in."""

    store: Store
    blobs: Blobs
    by: str | None = None
    _recording: Recording = field(init=False)
    _rows: dict[str, dict[str, Row]] = field(init=False, factory=dict)
    _size: int = field(init=False, default=-1)

    def __attrs_post_init__(self) -> None:
        self._recording = Recording(self.store, PRESS, self.by)

    def recalled(self, digest: str) -> Article | None:
        """The article with these bytes as it was kept; None where it was not, or its text is no more."""
        source, files = self._now(Source.kind).get(source_id(digest)), self._now(File.kind)
        original, plain = files.get(f"{_folder(digest)}/original"), files.get(f"{_folder(digest)}/plain.txt")
        if not (isinstance(source, Source) and isinstance(original, File) and isinstance(plain, File)):
            return None
        if original.sha256 != digest or not self.blobs.has(plain.sha256):
            return None
        name = source.locator or source.title
        return Article(
            name=name,
            sha256=digest,
            text=self.blobs.get(plain.sha256).decode(),
            media_type=original.media_type or "text/plain",
            title=source.title if source.title != name else None,
            outlet=source.publisher,
            author=_author(source),
            published=source.published.first if source.published else None,
            language=source.language,
        )

    def taken(self, digest: str, read: Callable[[], Article], *, anew: bool = False) -> Article:
        """The article as it was kept, else as ``read`` reads it.

        With ``anew`` its text is read again, and what was given with it is remembered.
        """
        kept = self.recalled(digest)
        if kept is not None and not anew:
            return kept
        article = read()
        if kept is None:
            return article
        return evolve(
            article,
            name=kept.name,
            outlet=article.outlet or kept.outlet,
            author=article.author or kept.author,
            published=article.published or kept.published,
        )

    def keep(self, article: Article, original: bytes) -> int:
        """Store original and plain text and journal both; returns the number of new events."""
        plain = article.text.encode()
        files = [
            _file(article, "original", original, article.media_type),
            _file(article, "plain.txt", plain, "text/plain"),
        ]
        for file, content in zip(files, (original, plain), strict=True):
            if not self.blobs.has(file.sha256):
                self.blobs.put(content)
        return self._record([source_row(article), *files])

    def add(self, article: Article, name: str, content: bytes) -> int:
        """Keep one more file of an article; returns the number of new events."""
        file = _file(article, name, content, "application/json")
        self.blobs.put(content)
        return self._record([file])

    def answers(self, article: Article) -> Iterator[bytes]:
        """What language models answered about the article, as it was kept, in the order of the names."""
        for id_, file in sorted(self._now(File.kind).items()):
            if not id_.startswith(f"{_folder(article.sha256)}/model-"):
                continue
            if isinstance(file, File) and self.blobs.has(file.sha256):
                yield self.blobs.get(file.sha256)

    def _now(self, kind: str) -> Mapping[str, Row]:
        """The current rows of a kind, read again where somebody else has written since."""
        size = self.store.size()
        if size != self._size:
            self._rows.clear()
            self._size = size
        if kind not in self._rows:
            self._rows[kind] = {id_: head.row for id_, head in self.store.heads(PRESS, kind).items()}
        return self._rows[kind]

    def _record(self, rows: Sequence[Source | File]) -> int:
        before = self._recording.events
        self._recording.take(Placed(row, row.locator or row.id) for row in rows)
        new = self._recording.events - before
        if self.store.size() == self._size + new:
            self._size += new
            for row in rows:
                if row.kind in self._rows:
                    self._rows[row.kind][row.id] = row
        return new


def source_id(digest: str) -> str:
    """The id of an article's row in ``sources`` of the case ``press``: the head of its SHA-256."""
    return f"A-{digest[:16]}"


def source_row(article: Article) -> Source:
    """The row of ``sources`` that stands for an article."""
    return Source(
        case=PRESS,
        id=source_id(article.sha256),
        locator=article.name,
        kind_="article",
        title=article.title or article.name,
        publisher=article.outlet,
        published=Interval(article.published, article.published) if article.published else None,
        language=article.language,
        note=f"{AUTHOR}{article.author}" if article.author else None,
    )


def _folder(digest: str) -> str:
    return f"articles/{digest[:16]}"


def _file(article: Article, name: str, content: bytes, media_type: str) -> File:
    return File(
        case=PRESS,
        id=f"{_folder(article.sha256)}/{name}",
        sha256=sha256(content).hexdigest(),
        size=len(content),
        media_type=media_type,
    )


def _author(source: Source) -> str | None:
    return source.note.removeprefix(AUTHOR) if source.note and source.note.startswith(AUTHOR) else None
