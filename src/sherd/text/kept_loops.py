"""Where compiled loops are kept between runs, and what is said while they are made or cannot be kept.

Numba keeps them beside the source, in the user's cache folder, or in the folder that ``NUMBA_CACHE_DIR``
names. A place that is full, damaged or may not be written costs the time to compile, never the run. What is
said goes to the log ``sherd.loops``, which Python prints on stderr unless told otherwise. Imported only when
loops are compiled: it needs Numba.
"""

from __future__ import annotations

from functools import cache
from logging import getLogger
from pickle import UnpicklingError
from types import FunctionType
from typing import Any

from numba import njit
from numba.core.caching import FunctionCache

DAMAGED = (EOFError, UnpicklingError, ValueError, LookupError, AttributeError, ImportError, TypeError)
"""What reading a kept loop raises where its file was cut short or comes from elsewhere."""

ONCE = "sherd: compiling the loops for many names or markings, once; this can take a minute"
DO = "they are compiled anew in each run. Free room there, or set NUMBA_CACHE_DIR to a folder you may write"


def kept(function: FunctionType, *, inlined: bool = False) -> Any:
    """A function that is compiled at its first call, and kept where there is a place for it."""
    found = njit(nogil=True, forceinline=inlined)(function)
    try:
        found._cache = Kept(function)
    except RuntimeError:  # Numba found no folder that may be written
        said(f"{ONCE}; they cannot be kept, since no folder may be written: {DO}")
    return found


class Kept(FunctionCache):  # type: ignore[misc]
    """The kept versions of one function, one for each kind of arguments."""

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        """The version for a signature, or None: it is then compiled. Damaged ones are dropped."""
        found = None
        try:
            found = super().load_overload(sig, target_context)
        except OSError as error:
            self._refused(error)
        except DAMAGED:
            self._dropped()
        if found is None:
            said(f"{ONCE} (kept in {self.cache_path})")
        return found

    def save_overload(self, sig: Any, data: Any) -> None:
        """Keep a version, where there is room."""
        try:
            super().save_overload(sig, data)
        except OSError as error:
            self._refused(error)
        except DAMAGED:  # the index could be neither read nor dropped
            self._dropped()

    def _dropped(self) -> None:
        try:
            self.flush()
        except OSError as error:
            self._refused(error)

    def _refused(self, error: OSError) -> None:
        said(f"sherd: compiled loops cannot be kept in {self.cache_path} ({error.strerror}): {DO}")


@cache
def said(what: str) -> None:
    """Tell the log, once in a run."""
    getLogger("sherd.loops").warning(what)
