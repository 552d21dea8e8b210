"""From the wreckage of a weapon to a conclusion that a hostile reader can check.

Only the version stands here, so that ``import sherd`` costs nothing; every room of the house is
imported by name (``sherd.model``, ``sherd.journal``, …). ``docs/architecture.md`` is the map.
"""

__version__ = "0.1.0"
