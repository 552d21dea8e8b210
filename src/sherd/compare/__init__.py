"""Comparing what was found: two items slot by slot, an item with documented lines, a whole case with itself.

``compare`` is the door; ``as_json`` writes its result. Every finding says in a sentence what it rests on, and
what nobody examined is never a difference.
"""

from sherd.compare.comparison import compare
from sherd.compare.json import as_json

__all__ = ["as_json", "compare"]
