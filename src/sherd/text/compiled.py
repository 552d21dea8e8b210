"""Loops over whole numbers, compiled by Numba where it is installed (extra ``fast``).

The loops stay plain functions of modules of their own, so that they give the same answers without Numba;
their compiled twins see each other through namespaces of their own. Compiling takes seconds once: Numba
keeps the result (:mod:`sherd.text.kept_loops`), and uses it only while every function and number of the
family is what it was.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from types import FunctionType, ModuleType
from typing import Any
from zlib import crc32


def has_compiler() -> bool:
    """Whether Numba is installed."""
    return find_spec("numba") is not None


@cache
def compiled(module: ModuleType, name: str) -> Callable[..., Any]:
    """One function of a module of loops, compiled with everything of that module that it calls.

    A function that the module imports from a neighbour, a module of the same package, is compiled likewise.
    In a module that sets ``INLINED`` a function becomes part of those that call it: faster where each call
    does little, slower to compile.
    Raises ImportError where Numba is not installed.
    """
    found: Callable[..., Any] = _namespace(module, _mark(module))[name]
    return found


@cache
def _namespace(module: ModuleType, mark: str) -> dict[str, Any]:
    """The names of a module, its functions and those of its neighbours compiled."""
    from sherd.text.kept_loops import kept

    namespace: dict[str, Any] = dict(vars(module))
    inlined = bool(namespace.get("INLINED"))
    for called, each in _functions(module):
        if each.__module__ != module.__name__:
            namespace[called] = _namespace(sys.modules[each.__module__], mark)[each.__name__]
            continue
        twin = FunctionType(each.__code__, namespace, called)
        twin.__module__, twin.__qualname__ = each.__module__, f"{each.__qualname__}-{mark}"
        namespace[called] = kept(twin, inlined=inlined)
    return namespace


def _functions(module: ModuleType) -> Iterator[tuple[str, FunctionType]]:
    """The functions of a module and those that it imports from its neighbours, by their names in it."""
    package = module.__name__.rpartition(".")[0]
    for called, each in list(vars(module).items()):
        if isinstance(each, FunctionType) and each.__module__.rpartition(".")[0] == package:
            yield called, each


def _mark(module: ModuleType) -> str:
    """What changes with any function or number of the family: Numba looks only at the caller's file."""
    known: dict[str, ModuleType] = {}
    left = [module]
    while left:
        one = left.pop()
        if one.__name__ not in known:
            known[one.__name__] = one
            left += [sys.modules[each.__module__] for _, each in _functions(one)]
    return f"{crc32(repr([_shown(known[each]) for each in sorted(known)]).encode()):08x}"


def _shown(module: ModuleType) -> list[object]:
    codes = [(each.__code__.co_code, each.__code__.co_names, each.__code__.co_consts)
             for _, each in _functions(module)]  # fmt: skip
    return [codes, [(name, each) for name, each in vars(module).items() if isinstance(each, int | float)]]
