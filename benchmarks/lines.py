"""How long the exact partitions of nine items take: all 21,147 of them, over a dozen features.

Run: ``python benchmarks/lines.py``. Prints CPU seconds, the best of five runs. There is no named peer: no
package known to us weighs partitions exactly; the sampler of the same module is timed beside it.
"""

from __future__ import annotations

import random
import time

from sherd.attribute.lines import co_production

ITEMS, FEATURES, WITHIN = 9, 12, 1.0


def main() -> None:
    """Time the exact answer and the sampled one on the same items."""
    drawn = random.Random(1)
    levels = {f"f{n}": ("a", "b", "c") for n in range(FEATURES)}
    seen = {f"i{n}": {name: drawn.choice(of) for name, of in levels.items()} for n in range(ITEMS)}
    co_production(seen, levels)  # the first call imports what orders the matrix
    exact = min(spent(lambda: co_production(seen, levels)) for _ in range(5))
    sampled = spent(lambda: co_production(seen, levels, exact_up_to=0))
    print(
        f"exact partitions of {ITEMS} items over {FEATURES} features: {exact:.2f} s (to reach < {WITHIN:g})"
    )
    print(f"  sampled instead: {sampled:.2f} s, {sampled / exact:.1f} times as long")


def spent(work: object) -> float:
    """CPU seconds of one call."""
    started = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - started


if __name__ == "__main__":
    main()
