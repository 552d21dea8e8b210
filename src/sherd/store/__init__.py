"""Keep the record on disk: the journal, the tables made from it, the files, the key.

One store speaks to SQLite and PostgreSQL with the same code (``sql``); what differs between the two stands
in ``sqlite`` and ``postgres``. ``opening`` opens one by path or URL; ``audit`` says whether everything in it
holds. To add a database: one module like ``postgres``, one line in ``opening``, one in the contract suite.
"""

from sherd.store.opening import Places, open_blobs, open_store

__all__ = ["Places", "open_blobs", "open_store"]
