"""Loops over whole numbers, compiled by Numba where it is installed (extra ``fast``).

The loops stay plain functions of a module of their own, so that they give the same answers without Numba;
their compiled twins see each other through a namespace of their own. Compiling takes seconds once: Numba
keeps the result beside the source or in the user's cache folder.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from types import FunctionType, ModuleType
from typing import Any


def has_compiler() -> bool:
    """Whether Numba is installed."""
    return find_spec("numba") is not None


@cache
def compiled(module: ModuleType, name: str) -> Callable[..., Any]:
    """One function of a module of loops, compiled with everything of that module that it calls.

    Raises ImportError where Numba is not installed.
    """
    from numba import njit

    namespace: dict[str, Any] = dict(vars(module))
    plain = {name: each for name, each in vars(module).items() if isinstance(each, FunctionType)}
    for called, each in plain.items():
        if each.__module__ == module.__name__:
            twin = FunctionType(each.__code__, namespace, called)
            twin.__module__, twin.__qualname__ = each.__module__, each.__qualname__
            namespace[called] = njit(cache=True, nogil=True)(twin)
    found: Callable[..., Any] = namespace[name]
    return found
