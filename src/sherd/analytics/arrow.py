"""Columns of texts and whole numbers as an engine reads them: the bytes as they lie."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import nanoarrow
import numpy as np
from numpy.typing import NDArray

from sherd.text import Cells

Column: TypeAlias = Cells | NDArray[np.int64]


def arrow(columns: Mapping[str, Column]) -> Any:
    """A table of columns of the same length."""
    types = {
        name: nanoarrow.large_string() if isinstance(each, Cells) else nanoarrow.int64()
        for name, each in columns.items()
    }
    count = len(next(iter(columns.values())))
    children = [
        nanoarrow.c_array_from_buffers(types[name], count, [None, *_buffers(each)], null_count=0)
        for name, each in columns.items()
    ]
    whole = nanoarrow.c_array_from_buffers(
        nanoarrow.struct(types), count, [None], children=children, null_count=0
    )
    return nanoarrow.Array(whole)


def _buffers(column: Column) -> tuple[NDArray[Any], ...]:
    if isinstance(column, Cells):
        return column.packed()
    return (np.ascontiguousarray(column, np.int64),)
