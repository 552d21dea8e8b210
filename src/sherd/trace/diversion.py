"""After which transfer a part may have left the lawful route: a question that only a person answers.

A candidate says nothing about the parties on either side. It is named because something in the record makes
it worth asking: the next party was listed on the day, or the leg after it rests on no record.
"""

from __future__ import annotations

from collections.abc import Iterator

from sherd.model.judgements import Judgement
from sherd.model.paths import Diversion, Road
from sherd.trace.network import affirms

KIND = "diversion"
"""The kind of judgement whose subject is the transfer after which a part left the lawful route."""


def diversions(road: Road, judgements: tuple[Judgement, ...]) -> Iterator[Diversion]:
    """The judged points of diversion on a road, then the candidates that nobody has judged."""
    transfers = {leg.row for leg in road.legs if leg.kind == "transfer"}
    judged: set[str] = set()
    for said in judgements:
        if said.kind_ == KIND and said.subject in transfers:
            judged.add(said.subject)
            words = f"judged ({said.id}): {said.subject} {_VERDICTS[affirms(said)]}. {said.reason}"
            yield Diversion(transfer=said.subject, judged=True, by=said.id, words=words)
    for transfer, why in _candidates(road).items():
        if transfer not in judged:
            yield Diversion(transfer=transfer, judged=False, words=f"candidate for a person to judge: {why}")


_VERDICTS = {
    True: "is the point of diversion",
    False: "is not the point of diversion",
    None: "is left open as a point of diversion",
}


def _candidates(road: Road) -> dict[str, str]:
    """Reasons by transfer, the first reason found."""
    found: dict[str, str] = {}
    for timing in road.timings:
        if timing.when == "during" and timing.kind == "listing":
            found.setdefault(timing.transfer, f"at the time of {timing.transfer}, {timing.what}")
    for path in road.paths:
        chain = [leg for leg in path.legs if leg.kind == "transfer" and leg.row]
        if chain and path.legs[-2].proof in {"not_proven", "missing"}:
            last = chain[-1]
            name = road.station(last.to).name
            back = ", ".join(leg.row for leg in road.returns if leg.row and leg.from_ == last.to)
            but = f", but for what went back ({back})" if back else ""
            why = f"the record follows the goods to {name} and no further{but}"
            found.setdefault(str(last.row), why)
    return found
