"""What can go wrong at an edge, one class per cause that a user can act on.

::

    SherdError                 says what, where and what to do; never shown as a traceback
    ├── WrongCall              exit 2: the call cannot be carried out as it stands
    │   ├── NotFound           a path, a case or an id that is not there
    │   └── Ambiguous          an id that names more than one thing
    ├── Refused                exit 1: input that must not be read (a zip bomb, a path that leaves the folder)
    └── EdgeFailed             exit 3: disk, database or renderer failed
        ├── StoreBusy          another process is writing
        ├── StoreDamaged       the database cannot be read
        ├── StoreNewer         written by a newer sherd
        ├── StoreOlder         written by an older sherd, and opened to read only
        ├── DiskFull           no room left
        ├── KeyUnusable        the signing key is missing, unreadable or locked
        ├── ModelFailed        a language model gave no answer that could be read
        └── RenderFailed       the page or PDF could not be made

Bad *data* is a :class:`~sherd.model.problems.Problem`, not an error; a wrong call inside the library
is a ``ValueError`` that names the thing.
"""

from __future__ import annotations


class SherdError(Exception):
    """An edge failed. ``do`` is what the user can do about it."""

    exit_code = 3

    def __init__(self, what: str, do: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.do = do

    def __str__(self) -> str:
        return f"{self.what}. {self.do}" if self.do else self.what


class WrongCall(SherdError):
    """The call cannot be carried out as it stands."""

    exit_code = 2


class NotFound(WrongCall):
    """A path, a case or an id that is not there."""


class Ambiguous(WrongCall):
    """An id that names more than one thing."""


class Refused(SherdError):
    """Input that must not be read."""

    exit_code = 1


class EdgeFailed(SherdError):
    """Disk, database or renderer failed."""


class StoreBusy(EdgeFailed):
    """Another process is writing to the store."""


class StoreDamaged(EdgeFailed):
    """The database cannot be read as a sherd store."""


class StoreNewer(EdgeFailed):
    """The store was written by a newer sherd."""


class StoreOlder(EdgeFailed):
    """The store was written by an older sherd, and is not brought up to date where it is only read."""


class DiskFull(EdgeFailed):
    """No room left where the store or the output lies."""


class KeyUnusable(EdgeFailed):
    """The signing key is missing, unreadable or locked."""


class RenderFailed(EdgeFailed):
    """A page, chart or PDF could not be made."""


class ModelFailed(EdgeFailed):
    """A language model gave no answer that could be read."""
