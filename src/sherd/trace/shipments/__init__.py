"""Part numbers in the running text of shipments: folded once, looked up by window, compared sign by sign."""

from sherd.trace.shipments.hits import BASE, EXACT, LONGER, LOOK_ALIKE, MATCHES, METHOD, NEAR, PACKED, SPLIT
from sherd.trace.shipments.hits import Hit as Hit
from sherd.trace.shipments.hits import Hits as Hits
from sherd.trace.shipments.hits import scan as scan
from sherd.trace.shipments.hits import window_keys as window_keys
from sherd.trace.shipments.watch import Watch as Watch
from sherd.trace.shipments.watch import watch as watch

__all__ = [
    "BASE",
    "EXACT",
    "LONGER",
    "LOOK_ALIKE",
    "MATCHES",
    "METHOD",
    "NEAR",
    "PACKED",
    "SPLIT",
    "Hit",
    "Hits",
    "Watch",
    "scan",
    "watch",
    "window_keys",
]
