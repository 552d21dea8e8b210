"""Bulk tables: the same queries on the embedded engine and on a cluster.

What differs between engines (case, collation, edit distance in bytes) never reaches them: keys are computed
once in Python, and an engine joins whole numbers by equality. To add an engine: a class with the four methods
of ``sherd.ports.Tables``, a line in ``ENGINES``, a line in ``tests/contracts/test_tables.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from sherd.errors import WrongCall
from sherd.ports import Tables

ENGINES: Mapping[str, str] = {"duckdb": "sherd.analytics.duck", "spark": "sherd.analytics.spark"}


def open_tables(engine: str) -> Tables:
    """Start an engine. Raises ``WrongCall`` where it is unknown or not installed."""
    if engine not in ENGINES:
        raise WrongCall(f"No engine {engine!r}", f"Choose one of {', '.join(ENGINES)}.")
    tables: Tables = import_module(ENGINES[engine]).start()
    return tables
