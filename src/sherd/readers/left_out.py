"""What lies in a case folder and is none of the case: sherd's own store and dossier, and what systems leave.

Anything else is taken in or named. The signing key above all must not become part of the record.
"""

from __future__ import annotations

from collections.abc import Collection

LITTER = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".gitkeep", ".gitignore", ".gitattributes"})
LITTER_FOLDERS = frozenset({".git", "__macosx"})
DOSSIER = frozenset({"dossier.html", "dossier.pdf", "summary.json"})
STORE = (".key", ".files", ".db", ".db-wal", ".db-shm", ".db-journal")


def left_out(names: Collection[str]) -> set[str]:
    """Which of the names in one folder are not part of the case.

    >>> sorted(left_out(["items.csv", "sherd.db", "sherd.key", "flight.db", ".DS_Store"]))
    ['.DS_Store', 'sherd.db', 'sherd.key']
    """
    own = set(names)
    stems = {name.removesuffix(".db") for name in own if name.endswith(".db")}
    stores = {stem for stem in stems if stem == "sherd" or f"{stem}.key" in own}
    found = {stem + ending for stem in stores for ending in STORE} & own
    if "summary.json" in own and len(own & DOSSIER) > 1:
        found |= own & DOSSIER
    return found | {
        name for name in own if name.casefold() in LITTER | LITTER_FOLDERS or name.startswith("~$")
    }
