"""What a trade file says of the parts of a case, for machines: as the dossier tells it, with its reasons."""

from __future__ import annotations

from typing import Any

import attrs

from sherd.model.shipped import GUIDANCE, TradeFile

CONFIRM = "the packing list, a photograph of the label, the maker's answer about the lot"
RULE_OUT = "another maker's number that reads the same, a quantity read as part of the number"


def as_json(found: TradeFile) -> dict[str, Any]:
    """One trade file; ``matches`` are the first of the possible matches, ``possible_matches`` counts all."""
    return {
        "file": found.file,
        "source": found.source,
        "rows_searched": found.rows,
        "watched": [attrs.asdict(part) for part in found.watched],
        "parts": found.parts,
        "possible_matches": found.possible,
        "near_by_kind": dict(sorted(found.near.items())),
        "matches": [attrs.asdict(match) for match in found.matches],
        "by_month": [
            {"month": month, "corridor": corridor, "rows": rows}
            for (month, corridor), rows in found.by_month.items()
        ],
        "importers": _importers(found),
        "confirm": CONFIRM,
        "rule_out": RULE_OUT,
    }


def _importers(found: TradeFile) -> dict[str, Any] | None:
    """The observation on new importers of priority codes; None where the file cannot tell."""
    if found.importers is None:
        return None
    return {
        "outside_coalition": [attrs.asdict(each) for each in found.importers],
        "country_not_stated": found.unplaced,
        "observation": "no row of a priority code before 24 February 2022, rows from then on; not a verdict",
        "source": GUIDANCE,
    }
