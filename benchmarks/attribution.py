"""How long one attribution takes: grid and every leave-out over 200 reference specimens and 60 features.

Run: ``python benchmarks/attribution.py``. Processor seconds, the best of three, on fresh data each time so
that nothing is found already reckoned. No program does the same; the named peer is lir, the library of the
Netherlands Forensic Institute, on the one part that both do: the bounds (ELUB) and cost of 200 weights.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from sherd.attribute.calibrate import cllr, cllr_min
from sherd.attribute.reliability import elub
from sherd.attribute.weigh import weigh
from sherd.model.hypotheses import Case, Hypothesis
from sherd.model.items import Feature, Line, Observation
from sherd.model.record import CaseRecord
from simulation import DAY, _item

SPECIMENS, FEATURES, GROUPS, LEVELS, WITHIN = 200, 60, 10, 4, 1.0
LINKS = ("design", "source", "assembly")


def case(seed: int, accounts: str = "AB") -> CaseRecord:
    """Two lines of 120 and 80 specimens, each of its own recovery, and an item of the second."""
    chance = np.random.default_rng(seed)
    levels = chance.dirichlet([0.5] * LEVELS, (2, FEATURES))
    lines = ["A"] * 120 + ["B"] * (SPECIMENS - 120)
    ids = [("I", "B"), *((f"R{n}", line) for n, line in enumerate(lines))]
    return CaseRecord(
        case=Case(case="s", id="s", title="Simulated", question="Fast enough?"),
        hypotheses=tuple(
            Hypothesis(case="s", id=name, words=name, level="line", draws=dict.fromkeys(LINKS, name))
            for name in accounts
        ),
        lines=(Line(case="s", id="A"), Line(case="s", id="B")),
        items=tuple(
            _item(id_, role="item") if id_ == "I" else _item(id_, line=line, label_basis="seized")
            for id_, line in ids
        ),
        features=tuple(
            Feature(
                case="s", id=f"f{n}", group=f"g{n % GROUPS}", kind_="category", link=LINKS[n % 3], decided=DAY
            )
            for n in range(FEATURES)
        ),
        observations=tuple(
            Observation(case="s", id=f"{id_}-{n}", item=id_, feature=f"f{n}", value=f"level {value}")
            for id_, line in ids
            for n, value in enumerate(chance.choice(LEVELS, p=p) for p in levels["AB".index(line)])
        ),
    )


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one call."""
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    """Print each figure against what is to be reached."""
    for accounts in ("AB", "ABU"):
        records = [case(seed, accounts) for seed in range(3)]
        best = min(seconds(lambda record=record: weigh(record, "I")) for record in records)
        pair = weigh(records[0], "I").pairs[0]
        print(
            f"weigh, {len(accounts)} accounts, {SPECIMENS} specimens, {FEATURES} features, "
            f"{len(pair.grid)} settings, "
            f"{len(pair.leave_outs)} leave-outs a pair: {best:.2f} s (to reach < {WITHIN:g})"
        )
    _against_lir()


def _against_lir() -> None:
    from lir.algorithms import bayeserror

    chance = np.random.default_rng(1)
    first, second = chance.normal(1.2, 0.8, 100).tolist(), chance.normal(-1.2, 0.8, 100).tolist()
    labels = np.repeat([1, 0], 100)
    both = first + second
    ours = min(seconds(lambda: elub(first, second)) for _ in range(5))
    theirs = min(seconds(lambda: bayeserror.elub(np.array(both), labels)) for _ in range(5))
    milliseconds = f"sherd {1000 * ours:.2f} ms, lir {1000 * theirs:.2f} ms, ratio {theirs / ours:.2f}"
    costs = f"Cllr {cllr(first, second):.4f}, {cllr_min(first, second):.4f}"
    print(f"bounds of 200 weights: {milliseconds}; {elub(first, second)}, {costs}")


if __name__ == "__main__":
    main()
