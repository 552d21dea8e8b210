"""Read a document in which people are said to have said things: a text, a web page, the text layer of a PDF.

What comes out is the plain text that offsets count in, and only what the document itself states of its
outlet, author, title and day of publication; nothing is guessed from an address or from the words. A web
page loses its menus and boilerplate (trafilatura). A PDF without a text layer, a book
(EPUB) and a file of a word processor are refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from attrs import evolve

from sherd.errors import NotFound, Refused, WrongCall
from sherd.model.articles import Article
from sherd.model.problems import Problem
from sherd.readers import pdf
from sherd.readers.opening import with_opening
from sherd.readers.webpage import beside_opening, letters, stated, strip_tags, without_site
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

OTHER_FORMATS = (
    (b"PK", "a packed file (EPUB, DOCX, ZIP)", "Save its text as a text file, or print it to PDF."),
    (b"{\\rtf", "a file in Rich Text Format", "Save its text as a text file, or print it to PDF."),
    (b"\xd0\xcf\x11\xe0", "a file of an old word processor", "Print it to PDF."),
    (b"\x1f\x8b", "a compressed file", "Unpack it first."),
    (b"From: <Saved by", "a web archive (MHTML)", "Save the page as HTML only, or print it to PDF."),
    (b"bplist00", "a web archive of Safari", "Save the page as its source, or print it to PDF."),
)  # fmt: skip
"""First bytes of files that are no words as they stand, how they are called, and what to do."""

_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|article|meta)\b", re.IGNORECASE
)


def content_of(path: Path) -> bytes:
    """The bytes of a document. Raises ``NotFound``, ``WrongCall`` for a folder, ``Refused`` if huge."""
    if not path.exists():
        raise NotFound(f"{path} is not there", "Check the path.")
    if not path.is_file():
        raise WrongCall(f"{path} is not a file", "Name a text, a web page or a PDF.")
    if path.stat().st_size > LARGEST:
        raise Refused(f"{path} is larger than {LARGEST >> 20} MB", "Cut it into its articles.")
    return path.read_bytes()


def article_of(name: str, content: bytes, encoding: str | None = None) -> Article:
    """The article in these bytes; control characters of its text are left out, and told.

    Raises ``WrongCall`` for an encoding that is none, ``Refused`` for a document that cannot be read, with
    what to do.
    """
    above: Sequence[str] = ()
    known = Article(name=name, sha256=sha256(content).hexdigest(), text="")
    for mark, kind, do in OTHER_FORMATS:
        if content.startswith(mark):
            raise Refused(f"{name} is {kind}", do)
    if content.startswith(b"%PDF-"):
        article = _pdf(known, content)
        empty = "A scanned document has to be read by OCR first."
    elif _HTML.match(content[:2048].removeprefix(b"\xef\xbb\xbf")) or name.lower().endswith(
        (".html", ".htm", ".xhtml")
    ):
        article, above = _page(known, content, encoding)
        empty = "A page that is filled by scripts has to be saved as it is shown, or printed to PDF."
    else:
        article = evolve(known, text=_text(name, content, encoding))
        empty = "Hand in the file that has the words."
    article = without_controls(article)
    if not any(sign.isalnum() for sign in article.text):
        raise Refused(f"{name} holds no text", empty)
    return evolve(with_opening(article, above), language=language_of(article.text))


_CONTROLS = re.compile(
    r"\x1b\[[0-9;?]+[A-Za-z]"  # *ESC [ 31 m* colours a terminal: an order, and no words
    "|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2060\ufeff]"
)
"""What no reader sees: orders to a terminal, overrides of direction, spaces without width inside a word."""


def without_controls(article: Article) -> Article:
    r"""The article without control characters; a vertical tab or a form feed ends a line.

    >>> without_controls(Article(name="a", sha256="", text="no\x1b\fnews")).text
    'no\nnews'
    >>> without_controls(Article(name="a", sha256="", text="\x1b[31mde\u200bnied\x1b[0m")).text
    'denied'
    """
    text = re.sub("[\v\f\x85]", "\n", article.text)
    found = len(_CONTROLS.findall(text))
    if not found:
        return evolve(article, text=text)
    told = Problem(
        "control_character", article.name, read=f"{found} of them", do="They are left out of the kept text."
    )
    return evolve(article, text=_CONTROLS.sub("", text), problems=(*article.problems, told))


def _text(name: str, content: bytes, encoding: str | None) -> str:
    decoded = decode(content, encoding)
    if any("\ud800" <= letter <= "\udfff" for letter in decoded.text) or "\0" in decoded.text:
        raise Refused(
            f"{name} is no text in {decoded.encoding}",
            "Save it as UTF-8, or name its encoding: --encoding cp1251.",
        )
    return decoded.text.replace("\r\n", "\n").replace("\r", "\n")


def _page(known: Article, content: bytes, encoding: str | None) -> tuple[Article, Sequence[str]]:
    """The article of a web page, and the lines shown above it.

    trafilatura takes away what is not the article; the page's own metadata is kept.
    """
    import trafilatura

    read = letters(content, encoding)
    if read is None or "\0" in read[0]:
        raise Refused(f"{known.name} is in no encoding that it declares", "Name it: --encoding cp1251.")
    page, whole = read
    found = stated(page)
    body = trafilatura.extract(page, include_comments=False, include_tables=True, include_formatting=False)
    text = (body or "").strip() or strip_tags(page)
    found = evolve(found, title=without_site(found.title, found.outlet, text.split("\n", 1)[0]))
    if found.title and not text.startswith(found.title) and found.title not in text.split("\n", 1)[0]:
        text = f"{found.title}\n\n{text}"
    told = tuple(
        f"{name}: the page's own metadata"
        for name in ("title", "outlet", "author", "published")
        if getattr(found, name)
    )
    unfit = () if whole else (Problem("not_decodable", known.name, do=_UNFIT),)
    article = evolve(known, text=text, media_type="text/html", title=found.title, outlet=found.outlet,
                     author=found.author, published=found.published, stated=told, problems=unfit)  # fmt: skip
    return article, beside_opening(page, text)


_UNFIT = "They stand as \ufffd in the kept text; name the encoding where the page errs: --encoding cp1251."


def _pdf(known: Article, content: bytes) -> Article:
    """The text layer of a PDF; the day a PDF was made is no day of publication."""
    layer = pdf.read(known.name, content)
    told = tuple(
        f"{name}: the PDF's own metadata"
        for name, value in (("title", layer.title), ("author", layer.author))
        if value
    )
    return evolve(known, text=layer.text, media_type="application/pdf", title=layer.title,
                  author=layer.author, stated=told, problems=layer.problems)  # fmt: skip


def language_of(text: str) -> str | None:
    """The language that most of the text is written in, as a two-letter code."""
    if sum(letter.isalpha() for letter in text) < SHORTEST_FOR_LANGUAGE:
        return None
    import py3langid

    told = str(py3langid.classify(text[:20_000])[0])
    if told == "zxx":  # numbers, addresses and file names: words of no language
        return None
    return "en" if told != "en" and _reads_as_english(text) else told


def _reads_as_english(text: str) -> bool:
    """Whether so many words are small English ones that the detector erred, as it may on short texts."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    return sum(word in _SMALL_ENGLISH for word in words) > len(words) / 5
