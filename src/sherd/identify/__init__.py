"""From a worn marking to the part, its maker and the dates that it may have been made.

A marking is read in every way that a published convention allows; what follows from it is a reading, with
its reason and its source, and never a verdict. Makers do not agree on what four digits mean, a part may have
had several makers, and a brand outlives its owner: each of these stays plural until evidence decides.

``sherd.identify.PartIndex`` is the way in from Python; it is loaded when it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sherd.identify.part_index import PartIndex

__all__ = ["PartIndex"]


def __getattr__(name: str) -> Any:
    if name == "PartIndex":
        from sherd.identify.part_index import PartIndex

        return PartIndex
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
