"""Whether a sentence says more than its evidence: the five faults that turn a finding into an accusation.

A weight speaks of the findings, never of how probable an account is; a type or a painted name is no origin;
nothing is said above the level at which the accounts were phrased; and what was hedged, or was somebody's
word, stays so from the finding to the headline. Sentences that say what others said, ask, suppose or deny are
not ours, and are left alone. The checker reads English; it finds patterns, and passing it proves nothing.

Sources: ENFSI, Guideline for Evaluative Reporting in Forensic Science (2015), on the transposed conditional.
To add a rule: a function ``sentence -> matches`` below, a line in ``RULES`` with what to do, a problem code,
a line in ``docs/wording.md``, sentences for and against in ``tests/publish/test_wording_rules.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import frozen

from sherd.model.hypotheses import LADDER
from sherd.publish.patterns import (
    ATTRIBUTED,
    BY_TYPE,
    CLAUSE,
    END,
    HEARSAY,
    HEDGED,
    NATIONAL_TYPE,
    NO_DOUBT,
    NOT,
    PARTS,
    PRIOR,
    QUOTED,
    RUNGS,
    SEGMENT,
    SUPPOSED,
    turned,
)

TRANSPOSED = "transposed_conditional"
TYPE = "type_as_origin"
ABOVE = "above_level"
HEDGE = "hedge_lost"
ATTRIBUTION = "attribution_lost"

DO: Mapping[str, str] = {
    TRANSPOSED: "say how probable the findings are if the account is true, not how probable the account is",
    TYPE: "say which design or name it is, and leave who made it to the weights of the accounts",
    ABOVE: "say no more than the level at which the accounts were phrased",
    HEDGE: "put the hedge back: may, reportedly, assuming that …",
    ATTRIBUTION: "say who says so",
}
"""What to do about each fault."""


@frozen
class Fault:
    """A sentence that says too much: by which rule, the words that do it, and what to do."""

    rule: str
    sentence: str
    words: str

    @property
    def do(self) -> str:
        """What to do about it."""
        return DO[self.rule]


def check(text: str, reach: str = LADDER[-1], quoted: Iterable[str] = ()) -> tuple[Fault, ...]:
    """Every fault of a text that concludes, sentence by sentence.

    ``reach`` is the highest rung of ``LADDER`` that the accounts allow; ``quoted`` are other people's words
    within the text, which are theirs to answer for. Raises ``ValueError`` for a rung that is none.

    >>> [fault.rule for fault in check("H4 is ten times more likely than H1.")]
    ['transposed_conditional']
    >>> check("The findings are ten times more probable if H4 is true than if H1 is.")
    ()
    """
    if reach not in LADDER:
        raise ValueError(f"{reach!r} is no rung of the ladder: {', '.join(LADDER)}")
    return tuple(
        Fault(rule, sentence.strip(), words.strip())
        for sentence in sentences(_without(text, quoted))
        for rule, words in _faults(sentence, reach)
    )


def lost(before: str, after: str) -> tuple[Fault, ...]:
    """What ``before`` hedges or attributes and ``after``, which repeats it, states flatly.

    >>> [fault.rule for fault in lost("Reportedly it was made on line B.", "It was made on line B.")]
    ['hedge_lost']
    """
    found = []
    if HEDGED.search(before) and not HEDGED.search(after):
        found.append(Fault(HEDGE, after.strip(), after.strip()))
    if ATTRIBUTED.search(before) and not ATTRIBUTED.search(after):
        found.append(Fault(ATTRIBUTION, after.strip(), after.strip()))
    return tuple(found)


def is_hedged(text: str) -> bool:
    """Whether a text says that something may be so, rather than that it is.

    >>> is_hedged("Iran may be about to deliver"), is_hedged("Iran delivered in May")
    (True, False)
    """
    return bool(HEDGED.search(text))


def sentences(text: str) -> Iterator[str]:
    """A text cut after full stops, question and exclamation marks, and at line ends."""
    for line in text.splitlines():
        yield from (part for part in END.split(line) if part.strip())


def _faults(sentence: str, reach: str) -> Iterator[tuple[str, str]]:
    seen = set()
    for rule, find in RULES.items():
        for match in find(sentence):
            if rule not in seen and _is_ours(sentence, match):
                seen.add(rule)
                yield rule, match.group()
    for rung in LADDER[LADDER.index(reach) + 1 :]:
        for pattern in RUNGS.get(rung, ()):
            above = pattern.search(sentence)
            if above is None or ABOVE in seen or (rung == "origin_country" and _is_of_parts(sentence, above)):
                continue
            if _is_ours(sentence, above):
                seen.add(ABOVE)
                yield ABOVE, above.group()


def _is_ours(sentence: str, match: re.Match[str]) -> bool:
    """Whether the words are asserted: not denied, asked, supposed, or reported of somebody."""
    if sentence.rstrip().endswith("?"):
        return False
    before, after = sentence[: match.start()], sentence[match.end() :]
    leading = CLAUSE.split(before)[-1]
    claiming = match.group().rpartition(" that ")[0] or match.group()
    if NOT.search(NO_DOUBT.sub("", leading + claiming)) or SUPPOSED.search(leading):
        return False
    segment = SEGMENT.split(before)[-1] + match.group() + SEGMENT.split(after)[0]
    return not (ATTRIBUTED.search(segment) or HEARSAY.search(segment))


def _is_of_parts(sentence: str, match: re.Match[str]) -> bool:
    """Whether the words are about parts of an item, whose origin is a question of its own."""
    return bool(PARTS.search(CLAUSE.split(sentence[: match.start()])[-1]))


def _without(text: str, quoted: Iterable[str]) -> str:
    for words in sorted({words.strip() for words in quoted if len(words.strip()) > 2}, key=len, reverse=True):
        text = text.replace(words, "…")
    return QUOTED.sub("…", text)


def _transposed(sentence: str) -> Iterator[re.Match[str]]:
    if PRIOR.search(sentence):
        return
    for pattern in turned():
        yield from pattern.finditer(sentence)


def _type_as_origin(sentence: str) -> Iterator[re.Match[str]]:
    yield from NATIONAL_TYPE.finditer(sentence)
    for pattern in BY_TYPE:
        yield from pattern.finditer(sentence)


RULES: Mapping[str, Callable[[str], Iterator[re.Match[str]]]] = {
    TRANSPOSED: _transposed,
    TYPE: _type_as_origin,
}
"""The rules that hold whatever the level of the accounts."""
