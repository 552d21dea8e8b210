"""A document in which people are said to have said things: its kept plain text, and what is known of it."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from sherd.model.problems import Problem


@frozen(kw_only=True)
class Article:
    """The plain text of a document, with only what is stated in it or was given with it.

    ``name`` is how statements cite it, ``sha256`` the digest of the original bytes. Outlet, author, title and
    day of publication are None where neither the document nor whoever handed it in states them. ``language``
    is a code as ``en``, detected; ``stated`` says where each known field comes from, ``problems`` what of the
    document could not be read.
    """

    name: str
    sha256: str
    text: str = field(repr=False)
    media_type: str = "text/plain"
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: date | None = None
    language: str | None = None
    stated: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
