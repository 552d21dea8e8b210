"""The loops of the search, compiled by Numba where it is installed (extra ``fast``).

Compiling takes seconds once; Numba keeps the result beside the source or in the user's cache folder. A few
markings are searched sooner without it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from types import FunctionType
from typing import Any

from sherd.identify.match import loops

WORTH_COMPILING = 200
"""Markings from which on the compiled search is used: below, NumPy is done before Numba is loaded."""


def has_compiler() -> bool:
    """Whether Numba is installed."""
    return find_spec("numba") is not None


@cache
def compiled() -> Callable[..., None]:
    """``loops.search``, compiled, with everything that it calls.

    The functions of ``loops`` stay plain: their twins see each other through a namespace of their own.
    Raises ImportError where Numba is not installed.
    """
    from numba import njit

    namespace: dict[str, Any] = dict(vars(loops))
    plain = {name: each for name, each in vars(loops).items() if isinstance(each, FunctionType)}
    for name, each in plain.items():
        if each.__module__ == loops.__name__:
            twin = FunctionType(each.__code__, namespace, name)
            twin.__module__, twin.__qualname__ = each.__module__, each.__qualname__
            namespace[name] = njit(cache=True, nogil=True)(twin)
    search: Callable[..., None] = namespace["search"]
    return search
