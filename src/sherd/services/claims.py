"""Take an article in and propose what it says that people said.

The original bytes and the kept plain text are stored and journaled under the case ``press``, together with a
source row; the article handed in again changes nothing, and what was given with it before is remembered.
What is proposed is not recorded: it can be read again at any time, and a person decides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256

from attrs import evolve, frozen

from sherd.claims import languages, statements
from sherd.claims.checks import Rejected
from sherd.model.articles import Article
from sherd.model.dates import Interval
from sherd.model.problems import Problem
from sherd.model.provenance import File, Source
from sherd.model.statements import Statement
from sherd.ports import Blobs, Model, Store
from sherd.record.sheet import Placed
from sherd.services.model_claims import consult
from sherd.services.record import Recording

PRESS = "press"
"""The case under which articles are kept until a case takes claims from them."""

READERS: Mapping[str, Callable[[Article], tuple[Statement, ...]]] = {
    "en": statements.read,
    **{language: languages.reader(language) for language in languages.languages()},
}
"""How each language is read."""


@frozen
class Reading:
    """What reading one article came to; ``events`` counts those that were new to the journal."""

    article: Article
    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...] = ()
    events: int = 0
    rejected: tuple[Rejected, ...] = ()


def read(
    store: Store,
    blobs: Blobs,
    article: Article,
    original: bytes,
    by: str | None = None,
    model: Model | None = None,
) -> Reading:
    """Keep the article and propose its statements, by the rules and, where one is given, by a model.

    Raises ``StoreBusy`` when another process keeps the store.
    """
    article = remembered(store, article)
    events = keep(store, blobs, article, original, by)
    said, problems = propose(article)
    if model is None:
        return Reading(article, said, problems, events)
    asked = consult(model, article, said)
    events += _kept(
        store, blobs, article, f"model-{sha256(asked.record).hexdigest()[:16]}.json", asked.record, by
    )
    checked = asked.checked
    return Reading(
        article, (*said, *checked.accepted), (*problems, *asked.problems), events, checked.rejected
    )


def _kept(store: Store, blobs: Blobs, article: Article, name: str, content: bytes, by: str | None) -> int:
    """Keep one more file of an article; returns the number of new events."""
    id_ = f"articles/{article.sha256[:16]}/{name}"
    file = File(
        case=PRESS,
        id=id_,
        sha256=sha256(content).hexdigest(),
        size=len(content),
        media_type="application/json",
    )
    blobs.put(content)
    recording = Recording(store, PRESS, by)
    recording.take([Placed(file, id_)])
    return recording.events


def propose(article: Article) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """The statements of an article; a language that sherd does not read is a problem, not a guess."""
    reader = READERS.get(article.language or "en")
    if reader is None:
        known = ", ".join(sorted(READERS))
        return (), (
            Problem(
                "unread_language",
                article.name,
                read=article.language or "",
                do=f"sherd reads {known}; a language is added as docs/how-to-add-a-language.md says.",
            ),
        )
    return reader(article), ()


def source_id(article: Article) -> str:
    """The id of the article's row in ``sources`` of the case ``press``: the head of its SHA-256."""
    return f"A-{article.sha256[:16]}"


def remembered(store: Store, article: Article) -> Article:
    """The article with what was given with it when it was taken in before."""
    head = store.heads(PRESS, "source").get(source_id(article))
    if head is None or not isinstance(row := head.row, Source):
        return article
    published = article.published or (row.published.first if row.published else None)
    author = row.note.removeprefix("author: ") if row.note and row.note.startswith("author: ") else None
    return evolve(
        article,
        name=row.locator or article.name,
        outlet=article.outlet or row.publisher,
        published=published,
        author=article.author or author,
    )


def keep(store: Store, blobs: Blobs, article: Article, original: bytes, by: str | None = None) -> int:
    """Store original and plain text and journal both; returns the number of new events."""
    plain = article.text.encode()
    folder = f"articles/{article.sha256[:16]}"
    files = [
        File(
            case=PRESS,
            id=f"{folder}/original",
            sha256=article.sha256,
            size=len(original),
            media_type=article.media_type,
        ),
        File(
            case=PRESS,
            id=f"{folder}/plain.txt",
            sha256=sha256(plain).hexdigest(),
            size=len(plain),
            media_type="text/plain",
        ),
    ]
    for file, content in zip(files, (original, plain), strict=True):
        if not blobs.has(file.sha256):
            blobs.put(content)
    recording = Recording(store, PRESS, by)
    recording.take([Placed(source_row(article), article.name), *(Placed(file, file.id) for file in files)])
    return recording.events


def source_row(article: Article) -> Source:
    """The row of ``sources`` that stands for an article."""
    return Source(
        case=PRESS,
        id=source_id(article),
        locator=article.name,
        kind_="article",
        title=article.title or article.name,
        publisher=article.outlet,
        published=Interval(article.published, article.published) if article.published else None,
        language=article.language,
        note=f"author: {article.author}" if article.author else None,
    )
