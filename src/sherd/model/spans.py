"""Words inside a line of a dossier: plain, strong, a marking as it stands, a way out, something withheld.

A string is accepted wherever spans are. Each span may name its language (a BCP 47 tag) where it is not the
document's; which way the letters run is read from the letters.

To add a span: write the class, add it to ``Span``, one case to ``render/lower.py`` and to both templates.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal, TypeAlias

import attrs
from attrs import field, frozen


@frozen
class Text:
    """Words. ``lang`` is a BCP 47 tag where it is not the document's language."""

    text: str
    lang: str = ""


@frozen
class Strong:
    """Words that carry the sentence."""

    text: str
    lang: str = ""


@frozen
class Emphasis:
    """Words set apart: a title, a term at its first use."""

    text: str
    lang: str = ""


@frozen
class Code:
    """Signs as they stand on an object or in a file: a marking, an id, a digest. Set in one width."""

    text: str
    lang: str = ""


@frozen
class Link:
    """A way out of the document.

    Only ``http``, ``https`` and ``mailto`` addresses become links; any other is printed and leads nowhere.
    """

    url: str
    text: str = ""
    lang: str = ""


@frozen
class Ref:
    """A way to a section, figure, table or anchor of the same document, by its id."""

    target: str
    text: str = ""


@frozen
class Anchor:
    """Words that a ``Ref`` can lead to: the number of a source, the name of an item."""

    id: str = field()
    text: str

    @id.validator
    def _usable(self, _: object, value: str) -> None:
        check_id(value)


@frozen
class Withheld:
    """Something is here and is not shown at this clearance; ``level`` says who may see it."""

    level: str = field(validator=attrs.validators.in_(("partner", "team", "sealed")))


Span: TypeAlias = Text | Strong | Emphasis | Code | Link | Ref | Anchor | Withheld
Spans: TypeAlias = tuple[Span, ...]
Inline: TypeAlias = str | Span | Iterable[str | Span]
"""What is accepted where spans are expected."""


def to_spans(value: Inline) -> Spans:
    """Spans from a string, a span, or a mixed sequence of both.

    >>> to_spans("C1")
    (Text(text='C1', lang=''),)
    >>> to_spans(["see ", Ref("c1")])
    (Text(text='see ', lang=''), Ref(target='c1', text=''))
    """
    if isinstance(value, str):
        return (Text(value),) if value else ()
    if isinstance(value, Span):
        return (value,)
    return tuple(Text(part) if isinstance(part, str) else part for part in value)


def direction(text: str) -> Literal["ltr", "rtl"]:
    """The way the text runs, by its first letter that has a direction (UAX #9, rules P2 and P3).

    >>> direction("شاهد-136"), direction("136 Shahed")
    ('rtl', 'ltr')
    """
    for character in text:
        if (bidi := unicodedata.bidirectional(character)) in ("L", "R", "AL"):
            return "ltr" if bidi == "L" else "rtl"
    return "ltr"


def anchor_id(kind: str, name: str) -> str:
    """An id for the thing called ``name``, the same each time and different for different names.

    >>> anchor_id("source", "S1"), anchor_id("item", "Ы-391")
    ('source-S1', 'item-_42b_-391')
    """
    return f"{kind}-" + re.sub(r"[^A-Za-z0-9.-]", lambda found: f"_{ord(found[0]):x}_", name)


def check_id(value: str) -> None:
    """Raise ValueError when ``value`` cannot be the id of a node in both media."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9._-]*", value):
        raise ValueError(f"{value!r} cannot be the id of a node; use anchor_id(kind, name)")
