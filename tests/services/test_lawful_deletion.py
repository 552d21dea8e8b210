"""Destroying a withheld file: the journal says so, the bytes are gone, everything still holds."""

from __future__ import annotations

from typing import Any

from sherd.store.audit import audit
from sherd.store.destruction import forget


def test_a_file_destroyed_by_its_disclosure_is_gone_and_the_store_holds(kept: Any) -> None:
    before = set(kept.blobs.all())
    (photograph,) = [head for head in kept.store.heads("k", "file").values() if head.row.release == "team"]
    (held,) = [
        held for held in kept.store.disclosures() if held.seq == photograph.seq and held.level == "team"
    ]
    forget(kept.blobs, lambda: kept.store.destroy([held.digest], reason="ordered by a court"))
    assert before - set(kept.blobs.all()) == {photograph.row.sha256}
    assert photograph.row.id not in kept.store.heads("k", "file")
    assert audit(kept.folder.with_name("k.db")).holds
