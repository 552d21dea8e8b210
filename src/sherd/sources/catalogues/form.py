"""What every form of catalogue offers: how to know it, which of its files to keep, how to read them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from attrs import field, frozen

from sherd.identify.catalogue.entry import Catalogue


@frozen
class Wishes:
    """What the user says of a catalogue: which heading stands for which field, and its encoding."""

    columns: Mapping[str, str] = field(factory=dict)
    encoding: str | None = None


@frozen
class Form:
    """One form of catalogue.

    ``claims`` says of the names of all files whether they are of this form, ``keeps`` of one name whether
    it is read. A change that makes ``read`` give other entries for the same bytes raises ``version``.
    """

    name: str
    version: int
    words: str
    claims: Callable[[Collection[str]], bool]
    keeps: Callable[[str], bool]
    read: Callable[[Mapping[str, bytes], Wishes], Catalogue]
