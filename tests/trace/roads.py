"""Records of one weapon with one component, and the road that comes of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sherd.model.dates import Interval
from sherd.model.hypotheses import Case
from sherd.model.items import Component, Item
from sherd.model.paths import Road
from sherd.model.record import CaseRecord
from sherd.model.supply import Party, Transfer
from sherd.record.intake import take_in
from sherd.record.tree import Submission, SubmittedFile, part_of
from sherd.services.supply import roads

CASE = Path(__file__).resolve().parents[1] / "cases" / "road" / "input"


def published() -> CaseRecord:
    held = {path.name: path.read_bytes() for path in sorted(CASE.iterdir())}
    files = tuple(SubmittedFile(name, len(each), partial(iter, (each,))) for name, each in held.items())
    sheets = {name: content for name, content in held.items() if part_of(name) == "sheet"}
    intake = take_in(Submission(name="road", files=files, sheets=sheets))
    record = CaseRecord.of([placed.row for placed in intake.rows])
    assert intake.problems == ()
    return record


def made(transfers: list[Transfer], part: str | None = "LTM4613V", maker: str | None = "Maker") -> CaseRecord:
    """A record of one weapon with one component, and transfers between parties named as they are."""
    names = dict.fromkeys(end for t in transfers for end in (t.from_party, t.to_party) if end)
    return CaseRecord(
        case=Case(case="k", id="k", title="K", question="?"),
        items=(Item(case="k", id="I", label="weapon", role="item", custody_status="documented"),),
        components=(
            Component(
                case="k", id="C", item="I", label="chip", part_as_published=part, maker_as_published=maker
            ),
        ),
        parties=tuple(Party(case="k", id=name, name=name) for name in names),
        transfers=tuple(transfers),
    )


def sent(id_: str, from_: str | None, to: str | None, when: str | None = None, **more: object) -> Transfer:
    known: dict[str, object] = {"part": "LTM4613V", "proof": "documented", "source": "S"}
    days = Interval.parse(when) if when else None
    return Transfer(case="k", id=id_, from_party=from_, to_party=to, from_=days, **{**known, **more})  # type: ignore[arg-type]


def only(record: CaseRecord) -> Road:
    (found,) = roads(record, "I", "C")
    return found


def proofs(road: Road) -> dict[str, str]:
    return {leg.row: leg.proof for leg in road.legs if leg.row}
