"""Papers that somebody holds up: *Shipping records show P, X said*; *the records show P, said X*.

Where nobody wrote the papers that the text tells of, whoever says at the end of the sentence what they show
is the speaker, and the papers are what they rest on. Papers with an author, or seen by an outlet alone, speak
for themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from sherd.claims.sentences import Word
from sherd.claims.speakers import TELLERS, Register
from sherd.claims.subjects import Said


def by_teller(said: Said, words: Sequence[Word], register: Register) -> Said:
    """The same, said by whoever tells at the end of the sentence what papers show that nobody wrote."""
    source, relay = said.source, said.chain[0] if len(said.chain) == 1 else None
    if source is None or relay is None or source.speaker.kind != "document":
        return said
    shown = source.speaker.span
    if shown is None or said.content[0] >= len(words) or shown.start > words[said.content[0]].start:
        return said  # P, X said, citing records
    met = (each for each in reversed(register.met) if each.speaker.name == relay.name)
    teller = next((each for each in met if each.speaker.kind in TELLERS), None)
    if teller is None:
        return said
    speaker = evolve(teller.speaker, document=source.speaker.span)
    return evolve(said, source=evolve(teller, speaker=speaker), chain=())
