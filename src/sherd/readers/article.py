"""Read a document in which people are said to have said things: a text, a web page, the text layer of a PDF.

What comes out is the plain text that offsets count in, and only what the document itself states of its
outlet, author, title and day of publication; nothing is guessed from an address or from the words. A web
page loses its menus and boilerplate (trafilatura). A PDF without a text layer and a book (EPUB) are refused.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from attrs import evolve

from sherd.errors import NotFound, Refused, WrongCall
from sherd.model.articles import Article
from sherd.readers.opening import with_opening
from sherd.readers.webpage import beside_opening, stated, strip_tags
from sherd.record.decode import decode

LARGEST = 64 << 20
"""Bytes of a document; a larger one is refused before it is read."""

SHORTEST_FOR_LANGUAGE = 20
"""Letters below which no language is told."""

_SMALL_ENGLISH = frozenset(
    {
        "the",
        "of",
        "to",
        "and",
        "that",
        "it",
        "its",
        "was",
        "has",
        "had",
        "for",
        "on",
        "said",
        "by",
        "with",
        "is",
    }
)

_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|article|meta)\b", re.IGNORECASE
)


def read_article(path: Path, encoding: str | None = None) -> tuple[Article, bytes]:
    """The article in a file, and its original bytes.

    Raises ``NotFound``, ``WrongCall`` (a folder, an encoding that does not fit) or ``Refused`` (a document
    that cannot be read, with what to do).
    """
    if not path.exists():
        raise NotFound(f"{path} is not there", "Check the path.")
    if not path.is_file():
        raise WrongCall(f"{path} is not a file", "Name a text, a web page or a PDF.")
    if path.stat().st_size > LARGEST:
        raise Refused(f"{path} is larger than {LARGEST >> 20} MB", "Cut it into its articles.")
    content = path.read_bytes()
    return article_of(os.fsdecode(path.name), content, encoding), content


def article_of(name: str, content: bytes, encoding: str | None = None) -> Article:
    """The article in these bytes; see :func:`read_article` for what is raised."""
    above: Sequence[str] = ()
    known = Article(name=name, sha256=sha256(content).hexdigest(), text="")
    if content.startswith(b"%PDF-"):
        article = _pdf(known, content)
    elif content.startswith(b"PK"):
        raise Refused(
            f"{name} is a packed file (EPUB, DOCX, ZIP)", "Save its text as a text file, or print it to PDF."
        )
    elif _HTML.match(content[:2048].removeprefix(b"\xef\xbb\xbf")) or name.lower().endswith(
        (".html", ".htm", ".xhtml")
    ):
        article = _page(known, content)
        above = beside_opening(content, article.text)
    else:
        article = evolve(known, text=_text(name, content, encoding))
    if not article.text.strip():
        raise Refused(f"{name} holds no text", "A scanned document has to be read by OCR first.")
    return evolve(with_opening(article, above), language=language_of(article.text))


def _text(name: str, content: bytes, encoding: str | None) -> str:
    decoded = decode(content, encoding)
    if any("\ud800" <= letter <= "\udfff" for letter in decoded.text) or "\0" in decoded.text:
        raise Refused(
            f"{name} is no text in {decoded.encoding}",
            "Save it as UTF-8, or name its encoding: --encoding cp1251.",
        )
    return decoded.text.replace("\r\n", "\n").replace("\r", "\n")


def _page(known: Article, content: bytes) -> Article:
    """The article of a web page: trafilatura takes away what is not it, the page's own metadata is kept."""
    import trafilatura

    found = stated(content)
    body = trafilatura.extract(content, include_comments=False, include_tables=True, include_formatting=False)
    text = (body or "").strip() or strip_tags(content)
    if found.title and not text.startswith(found.title) and found.title not in text.split("\n", 1)[0]:
        text = f"{found.title}\n\n{text}"
    told = tuple(
        f"{name}: the page's own metadata"
        for name in ("title", "outlet", "author", "published")
        if getattr(found, name)
    )
    return evolve(known, text=text, media_type="text/html", title=found.title, outlet=found.outlet,
                  author=found.author, published=found.published, stated=told)  # fmt: skip


def _pdf(known: Article, content: bytes) -> Article:
    """The text layer, its lines joined to paragraphs; the day a PDF was made is no day of publication."""
    import io
    import logging

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused(f"{known.name} is locked by a password", "Save an unlocked copy.")
        pages = [page.extract_text() or "" for page in reader.pages]
        about = reader.metadata
        title, author = (about.title, about.author) if about else (None, None)
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
        IndexError,
        OverflowError,
    ) as error:
        raise Refused(
            f"{known.name} cannot be read as a PDF ({type(error).__name__})",
            "Print it to a new PDF, or save its text.",
        ) from error
    told = tuple(
        f"{name}: the PDF's own metadata" for name, value in (("title", title), ("author", author)) if value
    )
    return evolve(known, text=flowed("\n\n".join(pages)), media_type="application/pdf",
                  title=title or None, author=author or None, stated=told)  # fmt: skip


def flowed(text: str) -> str:
    r"""Lines of a page joined to paragraphs: a line that ends within a sentence goes on in the next.

    >>> flowed("Experts found elec-\ntronic modules\nin it.\n\nNew para-\ngraph.")
    'Experts found electronic modules in it.\n\nNew paragraph.'
    """
    paragraphs: list[str] = []
    for block in re.split(r"\n\s*\n", text.replace("\r", "").replace("\0", "")):
        whole = ""
        for line in (each.strip() for each in block.split("\n")):
            if not line:
                continue
            if whole.endswith("-") and line[:1].islower():
                whole = whole[:-1] + line
            elif (
                whole
                and re.search(r"[.!?…][”\"’»)]*$", whole)
                and len(line)
                and whole.count("\n") == 0
                and len(whole.rsplit(None, 12)) <= 8
            ):
                whole = f"{whole}\n\n{line}"
            else:
                whole = f"{whole} {line}".strip()
        if whole:
            goes_on = paragraphs and re.search(r"[\w,;–—-]$", paragraphs[-1]) and whole[:1].islower()
            if goes_on:
                paragraphs[-1] = f"{paragraphs[-1]} {whole}"
            else:
                paragraphs.append(whole)
    return "\n\n".join(paragraphs)


def language_of(text: str) -> str | None:
    """The language that most of the text is written in, as a two-letter code."""
    if sum(letter.isalpha() for letter in text) < SHORTEST_FOR_LANGUAGE:
        return None
    import py3langid

    told = str(py3langid.classify(text[:20_000])[0])
    return "en" if told != "en" and _reads_as_english(text) else told


def _reads_as_english(text: str) -> bool:
    """Whether so many words are small English ones that the detector erred, as it may on short texts."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    return sum(word in _SMALL_ENGLISH for word in words) > len(words) / 5
