"""Show that the record is what was recorded: nothing changed, nothing removed, nothing slipped in.

Every event becomes one leaf of exact bytes (``events``, ``leaf``). The leaves hang in a Merkle tree
(``merkle``) whose head is signed at every commit (``note``, ``checkpoint``). Restricted values enter as
salted digests only (``disclosure``). ``verify`` names whatever does not hold. Nothing here opens a file:
bytes in, bytes or nouns out. The exact format stands in ``docs/journal.md``.
"""
