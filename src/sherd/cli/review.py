"""Sit down at the review bench of a case: ``sherd identify --review``."""

from __future__ import annotations

import click

from sherd.bootstrap import Workbench
from sherd.cli import bench
from sherd.cli.page import candidate, dates, whose
from sherd.errors import WrongCall
from sherd.model.identified import Identified, why
from sherd.model.judgements import ReadingDecision
from sherd.model.markings import Marking


def sit_down(workbench: Workbench, case: str | None, by: str | None) -> None:
    """Review a case. Raises ``NotFound``, ``Ambiguous``, ``WrongCall`` for a name that is empty."""
    from sherd.services.find import case_named
    from sherd.services.review import decide, pending, take_back

    record = case_named(workbench.store, case)
    waiting = pending(record)
    if not waiting and not record.markings:
        click.echo(f"{record.case.id}: the case holds no marking")
        return
    person = (by or click.prompt("Who decides (kept sealed)")).strip()
    if not person:
        raise WrongCall("a decision needs a person", "Give --by NAME.")
    click.echo("identifying the markings of the case …", err=True)
    known = {each.id: each for each in workbench.identify(record, {})}

    def decided(marking: Marking, decision: ReadingDecision, reason: str) -> None:
        at = workbench.clock().isoformat(timespec="seconds")
        decide(workbench.store, record, marking.id, decision, reason, person, at)

    def taken_back() -> str | None:
        judgement = take_back(workbench.store, record, person)
        return judgement.subject if judgement else None

    hands = bench.Hands(lambda marking: _look(marking, known[marking.id]), decided, taken_back)
    done = bench.sit(waiting, hands, {marking.id: marking for marking in record.markings})
    left = len(pending(workbench.store.load(record.case.id)))
    click.echo(f"{record.case.id}: {bench.told(done, left)}")


def _look(marking: Marking, found: Identified) -> bench.Look:
    on = " on ".join(name for name in (marking.id, found.component, found.item) if name)
    remarks = [line.strip() for line in dates(found)]
    if found.whose:
        remarks.append(whose(found.whose))
    remarks += [f"does not fit: {remark}" for remark in found.remarks]
    choices = tuple(
        bench.Choice(
            ReadingDecision(each.mpn, " / ".join(each.makers) or None), candidate(each, origin), why(each)
        )
        for each, origin in found.candidates[: bench.MOST]
    )
    return bench.Look(on, marking.lines, (found.found.reason, *remarks), choices)
