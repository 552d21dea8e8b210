"""The loops of the search, compiled by Numba where it is installed (extra ``fast``).

A few markings are searched sooner without it.
"""

from __future__ import annotations

from collections.abc import Callable

from sherd.identify.match import loops
from sherd.text import compiled as compiling
from sherd.text.compiled import has_compiler

__all__ = ["WORTH_COMPILING", "compiled", "has_compiler"]

WORTH_COMPILING = 200
"""Markings from which on the compiled search is used: below, NumPy is done before Numba is loaded."""


def compiled() -> Callable[..., None]:
    """``loops.search``, compiled. Raises ImportError where Numba is not installed."""
    return compiling.compiled(loops, "search")
