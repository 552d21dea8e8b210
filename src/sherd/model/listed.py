"""What a published list says: an entry, its names, the days on the list; and an edition of it.

Three dates are kept apart: when the entry was listed, when the edition that holds it was published, and when
we first saw it. An entry is what one edition says; how long it stood is told by several (``trace/history``).
"""

from __future__ import annotations

from attrs import field, frozen, validators

from sherd.model.dates import Interval
from sherd.model.identifiers import Identifier
from sherd.model.problems import Problem

PARTY_KINDS = ("person", "organisation", "vessel", "aircraft", "unknown")
"""What a list says that an entry is."""

NAME_KINDS = ("name", "alias", "weak alias", "former name")
"""As what a list gives a name; a weak alias is one that the list itself calls weak."""


@frozen
class ListedName:
    """One name of an entry, as the list writes it."""

    text: str
    kind: str = field(default="alias", validator=validators.in_(NAME_KINDS))


@frozen(kw_only=True)
class ListEntry:
    """An entry of one edition of a list.

    ``list_`` names the list, ``entry_id`` the entry as the list numbers it, ``key`` the same entry in other
    editions: where a list does not number its entries for good, it is made of what the entry says. ``more``
    holds whatever else the row says, by its heading, so that nothing is dropped.
    """

    list_: str
    entry_id: str
    key: str
    names: tuple[ListedName, ...]
    party: str = field(default="unknown", validator=validators.in_(PARTY_KINDS))
    programme: str = ""
    listed_from: Interval | None = None
    listed_to: Interval | None = None
    published: Interval | None = None
    countries: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    more: tuple[tuple[str, str], ...] = ()
    row: int | None = None

    @property
    def name(self) -> str:
        """The first name that the list gives."""
        return self.names[0].text if self.names else ""


@frozen(kw_only=True)
class ListedTie:
    """That a party of an edition is owner, director … of another, as the list says; both by ``entry_id``."""

    party: str
    relation: str
    of: str
    share: float | None = None
    from_: Interval | None = None
    to_: Interval | None = None
    row: int | None = None


@frozen(kw_only=True)
class ListEdition:
    """One edition of one list, read: its entries, when it was published as far as the file says, what was
    wrong.

    ``adds_to`` says that it holds only more about the entries of another list's editions (aliases,
    addresses), and so never that an entry is gone.
    """

    list_: str
    form: str
    entries: tuple[ListEntry, ...] = field(repr=False)
    published: Interval | None = None
    adds_to: bool = False
    publisher: str = ""
    rights: str = ""
    unread: tuple[str, ...] = ()
    ties: tuple[ListedTie, ...] = field(default=(), repr=False)
    beside: tuple[ListEntry, ...] = field(default=(), repr=False)
    """Parties that the list names for their ties alone: they are not on it."""
    problems: tuple[Problem, ...] = ()
