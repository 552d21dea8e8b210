"""What one marking was found to say: which part it names, when that was made, whose it is, and what jars.

A person's judgement on the marking stands beside what the method found, and is what later work goes by.
"""

from __future__ import annotations

from attrs import frozen

from sherd.model.datecodes import DateReading
from sherd.model.judgements import Judgement, ReadingDecision, reading_decision
from sherd.model.label_codes import LabelReading
from sherd.model.makers import MakerReading
from sherd.model.ordering import OrderingCode
from sherd.model.parts import Candidate, Identification, why_words


@frozen(kw_only=True)
class Identified:
    """Everything that one marking was found to say. ``id`` is the marking's, or the row's of a sheet.

    ``origins`` says, candidate by candidate, which catalogue holds it; ``remarks`` are observations of what
    does not fit together, with reasons, and never a verdict. ``label`` is the code of a bag or reel by
    fields, where the marking is one: its part, maker and date are then those of the label. ``ordering`` is
    the part that was found, by the fields of its ordering code; where no catalogue holds the part, the code
    that stands in the marking, if a maker's ordering scheme can write it.
    """

    id: str
    component: str | None = None
    item: str | None = None
    found: Identification
    origins: tuple[str, ...] = ()
    dates: tuple[DateReading, ...] = ()
    whose: MakerReading | None = None
    remarks: tuple[str, ...] = ()
    label: LabelReading | None = None
    ordering: OrderingCode | None = None
    judgement: Judgement | None = None

    @property
    def decided(self) -> ReadingDecision | None:
        """What a person decided; None where nobody has."""
        return reading_decision(self.judgement.decision) if self.judgement else None

    @property
    def candidates(self) -> tuple[tuple[Candidate, str], ...]:
        """Each candidate with the catalogue that holds it."""
        return tuple(zip(self.found.candidates, self.origins, strict=True))


def why(candidate: Candidate) -> str:
    """Why a marking may name a candidate: what it shows otherwise, and what speaks for or against its makers.

    >>> from sherd.model.parts import Part
    >>> why(Candidate((Part("LM358DR"),), 1.0, 0.99))
    'every character read as it is'
    """
    return why_words(
        candidate.differences,
        len(candidate.unexplained),
        candidate.maker_evidence,
        candidate.date_feasible,
    )


def makers(candidate: Candidate) -> str:
    """Everyone whom the catalogues name as its maker, with semicolons between them; ``""`` where none is."""
    return ";".join(candidate.makers)
