"""Columns of text as an engine hands them over, without a string for each cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from sherd.text import Cells


def columns(relation: Any) -> Iterator[tuple[Cells, ...]]:
    """The rows of a relation of text columns without gaps, as many at a time as the engine likes."""
    import nanoarrow

    for rows in nanoarrow.c_array_stream(relation):
        yield tuple(_cells(rows.child(n)) for n in range(rows.n_children))


def _cells(column: Any) -> Cells:
    view = column.view()
    width = {"u": np.int32, "U": np.int64}[column.schema.format]
    bounds = np.frombuffer(view.buffer(1), width)[: len(column) + 1 + column.offset].astype(np.int64)
    bounds = bounds[column.offset :]
    return Cells(np.frombuffer(view.buffer(2), np.uint8), bounds[:-1], bounds[1:])
