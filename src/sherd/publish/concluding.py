"""Which hand-written texts of a record conclude, and what the checker of wording finds in them.

Judgements of origin are conclusions. The title of a case is a headline. A paraphrase repeats what somebody
said, and must keep the hedge that is recorded beside it; who said it stands in a column of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from sherd.model.hypotheses import highest
from sherd.model.problems import Problem
from sherd.model.record import CaseRecord
from sherd.model.row import Row
from sherd.publish.redact import WithheldText
from sherd.publish.wording import HEDGE, Fault, check, is_hedged


def problems(record: CaseRecord) -> tuple[Problem, ...]:
    """What its own texts say beyond the evidence, each with the sheet, the column and what to do."""
    return tuple(
        Problem(
            code=fault.rule,
            file=row.sheet if row.sheet.endswith(".toml") else f"{row.sheet}.csv",
            column=column,
            read=f"{row.id}: {fault.words}",
            do=fault.do,
        )
        for row, column, fault in faults(record)
    )


def faults(record: CaseRecord) -> Iterator[tuple[Row, str, Fault]]:
    """Row, column and fault of every text that concludes."""
    reach = highest(hypothesis.level for hypothesis in record.hypotheses)
    quoted = [hypothesis.words for hypothesis in record.hypotheses]
    for fault in _in(record.case.title, reach, quoted):
        yield record.case, "title", fault
    for judgement in record.judgements:
        if judgement.kind_ == "origin":
            for fault in _in(judgement.reason, reach, quoted):
                yield judgement, "reason", fault
    for claim in record.claims:
        if _is_flat(claim.hedge, claim.paraphrase):
            yield claim, "paraphrase", Fault(HEDGE, str(claim.paraphrase), str(claim.paraphrase))


def _in(text: str, reach: str, quoted: list[str]) -> tuple[Fault, ...]:
    return () if isinstance(text, WithheldText) else check(text, reach, quoted)


def _is_flat(hedge: str | None, paraphrase: str) -> bool:
    """Whether a hedge is recorded that the paraphrase does without."""
    if not hedge or isinstance(hedge, WithheldText) or isinstance(paraphrase, WithheldText):
        return False
    return not is_hedged(paraphrase) and hedge.casefold() not in paraphrase.casefold()
