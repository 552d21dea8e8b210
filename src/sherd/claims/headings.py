"""A heading between paragraphs that denies something, and names nobody who does.

*No drones sold to Chad* over a paragraph is nobody's denial: whose it is the paragraphs tell, or nothing
does. It is passed over, and told, so that no denial is lost without a word.
"""

from __future__ import annotations

from sherd.claims.lexicon import vocabulary
from sherd.claims.propositions import proposition
from sherd.claims.roles import Clause
from sherd.model.statements import Passage, PassedOver

NAYS = vocabulary(
    "no not never none nobody nothing neither without untrue false baseless unfounded denied denies"
)
BIDS = vocabulary("do don't don’t please sign click log read see")
"""With which a line begins that bids its reader to do something."""

ASKS = vocabulary("who what when where why how whether if")
"""With which a line begins that asks."""

FEWEST = 3


def unspoken(clause: Clause) -> list[PassedOver]:
    """The words of a heading in which nobody speaks, where they deny a deed that is known; else nothing."""
    some = [word.low for word in clause.words]
    if len(some) < FEWEST or some[0] in BIDS | ASKS:
        return []
    if not any(word in NAYS or word.endswith(("n't", "n’t")) for word in some):
        return []
    if proposition(clause, loosely=True).action == "OTHER":
        return []
    begin, end = clause.words[0].start, clause.words[-1].end
    return [PassedOver(Passage.of(clause.text, begin, end), "unspoken_denial")]
