"""Which clause is somebody else's: *Iran, which Kyiv says P, denies it*; *P, X said, but Y denies Q*."""

from __future__ import annotations

from attrs import define

from sherd.claims import grammar
from sherd.claims.cues import Found
from sherd.claims.denials import Denials
from sherd.claims.lexicon import listed, vocabulary

TURNING = vocabulary("but while whereas although though yet and")
"""Words by which a sentence goes over to somebody else."""


@define
class OtherSpeakers(Denials):
    """One sentence, and which of its clauses leave the one who speaks."""

    def _in_relative(self, group: Found) -> bool:
        """*Iran, which Kyiv says sold P, denies it*: who says it stands in a clause about somebody else."""
        start = self._subject_start(group.first)
        led = start > 1 and self.words[start - 1].low in {"which", "whom", "who"}
        return led and start < group.first and self.words[start - 2].text in {",", "–", "—", "-"}

    def _others_turn(self, comma: int) -> bool:
        """*P, X said, but Y has denied it*: the clause behind the comma tells of somebody else who speaks."""
        after = self.words[comma + 1 : comma + 2]
        if not after or after[0].low not in TURNING:
            return False
        for group in self.groups:
            if group.first > comma + 2 and group.kind == "finite":
                first = self._subject_start(group.first)
                return comma < first < group.first and self.words[first].low not in grammar.SUBJECTS
        return False

    def _only_answers(self, group: Found, past: int) -> bool:
        """*responding to a charge by X that P*: P is what the charge says, and no answer to it."""
        answered = [word.low for word in self.words[group.last : past]]
        return answered[:1] == ["to"] and not listed("accusation").isdisjoint(answered)
