"""What a web page states of itself: title, outlet, author and day of publication, in its own metadata.

Read are Open Graph, Dublin Core and the usual ``meta`` names, and schema.org in JSON-LD. A day that stands
only in the address or in the running text is not taken for the day of publication. Bytes become letters by
the byte order mark, as UTF-8, or in the encoding that the page declares; what declares none is not guessed.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from html.parser import HTMLParser
from typing import Any

from attrs import frozen

from sherd.model.dates import Interval
from sherd.record.decode import decode

NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "author": ("author", "article:author", "dc.creator", "parsely-author"),
    "published": ("article:published_time", "datepublished", "dc.date", "dc.date.issued", "date", "pubdate",
                  "publish-date", "parsely-pub-date", "sailthru.date"),
}  # fmt: skip
"""The names under which a page says each of these, the first that says something counts."""


BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "li", "br", "section", "article", "header", "address"})
"""Elements that stand on lines of their own."""


@frozen
class Stated:
    """What a page states of itself; None where it does not."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: date | None = None


_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,400}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*["']?([\w.:-]+)""", re.I
)
_HEAD = 4096
"""Bytes at the top of a page among which it declares its encoding."""

_LATIN = frozenset({"iso8859-1", "latin-1", "ascii", "iso8859-15"})
"""Encodings for which browsers read cp1252, which holds them (WHATWG Encoding Standard)."""


def letters(content: bytes, encoding: str | None = None) -> tuple[str, bool] | None:
    """The page in letters, and whether every byte fits its encoding; None where it declares no known one.

    ``encoding`` is what the user says it is. Raises ``WrongCall`` when no encoding has that name.

    >>> letters("<meta charset=windows-1251><p>Да".encode("cp1251"))
    ('<meta charset=windows-1251><p>Да', True)
    """
    read = decode(content, encoding)
    if read.whole:
        return read.text, True
    declared = _DECLARED.search(content[:_HEAD])
    said = encoding or (declared[1].decode("ascii", "replace") if declared else "")
    try:
        name = codecs.lookup(said).name if said else ""
        name = "cp1252" if name in _LATIN else name
        return (content.decode(name, "replace"), _fits(content, name)) if name else None
    except (LookupError, ValueError):  # no encoding is called that
        return None


def _fits(content: bytes, name: str) -> bool:
    try:
        content.decode(name)
    except UnicodeError:
        return False
    return True


def stated(page: str) -> Stated:
    """The page's own statements about itself. Broken markup and broken JSON-LD say nothing.

    >>> stated('<meta property="og:site_name" content="The Gazette">').outlet
    'The Gazette'
    """
    head = _Head()
    head.feed(page)
    told = {name: next(_said(head, name), None) for name in NAMES}
    return Stated(
        told["title"] or head.title.strip() or None, told["outlet"], told["author"], _day(told["published"])
    )


def without_site(title: str | None, outlet: str | None, opening: str) -> str | None:
    """A title without the name of the site that many pages put behind it.

    It is one where it is the outlet, or where the text opens with what stands before it.

    >>> without_site("Minister admits sale | The Gazette", "The Gazette", "")
    'Minister admits sale'
    >>> without_site("Minister admits sale - of pumps", "The Gazette", "Nairobi")
    'Minister admits sale - of pumps'
    """
    parted = _SITE.fullmatch(title or "")
    if title is None or parted is None:
        return title
    headline, site = (part.strip() for part in parted.groups())
    is_site = site.casefold() in {(outlet or "").casefold(), (outlet or "").casefold().removeprefix("the ")}
    return headline if headline and (is_site or headline == opening.strip()) else title


_SITE = re.compile(r"(.+)\s(?:[|\-–—·»]|::)\s(.+?)", re.DOTALL)
"""A title, and behind its last sign that parts the two, a name."""


def strip_tags(page: str) -> str:
    """The words of a page that trafilatura finds no article in."""
    head = _Head()
    head.feed(page)
    return "\n\n".join(head.paragraphs())


def beside_opening(page: str, text: str) -> list[str]:
    """The lines that a page shows just before its text begins, and that were taken for no part of it.

    Where a text begins is told by its first line of more than a few words.
    """
    head = _Head()
    head.feed(page)
    blocks = list(head.paragraphs())
    first = next((" ".join(line.split()) for line in text.split("\n") if len(line) >= BODY), "")
    at = next((n for n, block in enumerate(blocks) if first and block.startswith(first[:BODY])), 0)
    return blocks[max(0, at - ABOVE) : at]


BODY = 60
"""Signs of a line that is one of the text, and no title or byline."""

ABOVE = 6
"""Lines above the text among which its byline stands."""


def _said(head: _Head, name: str) -> Iterator[str]:
    for known in NAMES[name]:
        if (value := head.meta.get(known)) and not value.startswith(("http://", "https://")):
            yield value
    for thing in head.things():
        if value := _of_thing(thing, name):
            yield value


def _of_thing(thing: Mapping[str, Any], name: str) -> str | None:
    key = {"title": "headline", "outlet": "publisher", "author": "author", "published": "datePublished"}[name]
    value = thing.get(key)
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def _day(text: str | None) -> date | None:
    try:
        return Interval.parse(text.strip()[:10]).first if text and len(text.strip()) >= 10 else None
    except ValueError:  # a day in words: not a statement that can be relied on
        return None


class _Head(HTMLParser):
    """Gathers meta elements, JSON-LD and the words of paragraphs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.title = ""
        self._inside = ""
        self._data: list[str] = []
        self._blocks: list[list[str]] = [[]]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a ``meta`` element says, or that a title, script or block begins."""
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
            if name and given.get("content"):
                self.meta.setdefault(name, given["content"].strip())
        elif tag == "script":
            self._inside = "json" if "ld+json" in given.get("type", "") else "script"
            if self._inside == "json":
                self._data.append("")
        elif tag in {"title", "style"}:
            self._inside = tag
        elif tag in BLOCKS:
            self._blocks.append([])

    def handle_endtag(self, tag: str) -> None:
        """Note that a title, script, style or block ends."""
        if tag in {"script", "title", "style"}:
            self._inside = ""
        elif tag in BLOCKS:
            self._blocks.append([])

    def handle_data(self, data: str) -> None:
        """Keep the words where they belong."""
        if self._inside == "title":
            self.title += data
        elif self._inside == "json":
            self._data[-1] += data
        elif not self._inside:
            self._blocks[-1].append(data)

    def things(self) -> Iterator[Mapping[str, Any]]:
        """Every object of the page's JSON-LD."""
        for data in self._data:
            try:
                pending = [json.loads(data)]
            except (ValueError, RecursionError):  # a page may carry broken JSON-LD; it states nothing then
                continue
            while pending:
                thing = pending.pop(0)
                if isinstance(thing, list):
                    pending += thing
                elif isinstance(thing, Mapping):
                    yield thing
                    pending += thing["@graph"] if isinstance(thing.get("@graph"), list) else []

    def paragraphs(self) -> Iterator[str]:
        """The words of each block, spaces made single."""
        for block in self._blocks:
            if words := " ".join("".join(block).split()):
                yield words
