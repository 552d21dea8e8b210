"""Open the lists of a store for screening."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from sherd.ports import Blobs, Store
from sherd.services.editions import editions
from sherd.services.lists import KIND, Read, entries, stamp
from sherd.trace.scorer import METHOD
from sherd.trace.screening import Screen, screen_of


def open_screen(
    store: Store, blobs: Blobs, read: Read, progress: Callable[[int], None] = lambda _done: None
) -> tuple[Screen, str]:
    """Every entry of every list, indexed, and a stamp of all that the answers depend on."""
    listed = entries(store, blobs, read)
    progress(len(listed))
    said = f"{METHOD} {stamp(editions(store, KIND))}"
    return screen_of(listed), sha256(said.encode()).hexdigest()
