"""The answers to a batch of markings, as arrays to be written out and as nouns to be read.

``search`` is the way in. What a brand or a date says about the maker comes in beside each marking: it chooses
between makers of one part and never invents a part.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from sherd.identify.match import words
from sherd.identify.match.costs import costs
from sherd.identify.match.evidence import evidence, same_part
from sherd.identify.match.found import Found
from sherd.identify.match.index import Index
from sherd.identify.match.lookup import AT_ONCE, find
from sherd.identify.match.outcome import ABSENT, OUTCOMES, PART, Decided, decide, near
from sherd.identify.match.signs import BLANK, WORN, blurred
from sherd.model.parts import Candidate, Identification, Part, SignRead, SignState

Makers = Collection[str]
"""Makers, as the catalogue names them, for which a marking's brand or date speaks; empty: not known."""

GROUPS = 5
"""Base parts that an answer gives at most."""

STILL_RIGHT: dict[SignState, float] = {
    "read": 0.94,
    "alike": 0.67,
    "otherwise": 0.45,
    "illegible": 0.43,
    "missing": 0.43,
}
"""How often a sign was right although the candidate was the wrong one (612 signs of 45 wrong answers)."""


def search(
    index: Index,
    markings: Sequence[str],
    makers: Sequence[Makers] | None = None,
    compiled: bool | None = None,
) -> Answers:
    """What each marking names: ``answers[i]`` is the ``Identification`` of ``markings[i]``.

    ``makers`` gives for each marking those makers, by their names in the catalogue, that its brand allows.
    ``compiled`` as in ``find``. Raises ValueError where there are not as many makers as markings.

    >>> index = Index.of(["ADC0834CCN", "LM358DR", "LM358N"], ["TI", "TI", "ST"])
    >>> answer = search(index, ["TI|LМ3S8 DR|2215"])[0]
    >>> answer.outcome, answer.candidates[0].mpn, answer.candidates[0].differences
    ('part', 'LM358DR', ('S stands for 5 at position 4',))
    >>> search(index, ["XC7Z020-1CLG400I"])[0].outcome
    'absent'
    """
    if makers is not None and len(makers) != len(markings):
        raise ValueError(f"{len(markings)} markings, and makers for {len(makers)}")
    found = tuple(find(index, markings, compiled))
    reads = costs().reads
    decided = tuple(decide(evidence(index, each, reads)) for each in found)
    return Answers(index, found, decided, tuple(makers) if makers is not None else None)


@frozen(eq=False)
class Answers:
    """The identification of every marking, in their order; each is made when it is asked for."""

    index: Index
    found: tuple[Found, ...]
    decided: tuple[Decided, ...]
    makers: tuple[Makers, ...] | None = None

    def __len__(self) -> int:
        return sum(len(each.markings) for each in self.found)

    def __getitem__(self, n: int) -> Identification:
        if not -len(self) <= n < len(self):
            raise IndexError(f"no answer {n} among {len(self)}")
        batch, at = divmod(n % len(self), AT_ONCE)
        return self._identification(self.found[batch], self.decided[batch], at, n % len(self))

    def __iter__(self) -> Iterator[Identification]:
        return (self[n] for n in range(len(self)))

    def _identification(self, found: Found, decided: Decided, at: int, n: int) -> Identification:
        outcome = OUTCOMES[decided.outcome[at]]
        allowed = self.makers[n] if self.makers else ()
        absent = outcome == OUTCOMES[ABSENT]
        candidates = tuple(_candidates(self.index, found, at, float(decided.first[at]), allowed, absent))
        reason = _reason(int(decided.outcome[at]), candidates, bool(decided.stands[at]))
        return Identification(found.markings[at], outcome, float(decided.confidence[at]), reason, candidates)  # type: ignore[arg-type]


def _candidates(
    index: Index, found: Found, at: int, first: float, allowed: Makers, absent: bool
) -> Iterator[Candidate]:
    """The candidates of one marking, grouped by base part, best first; of an absent one the near."""
    groups = _groups(index, found, at)
    if absent:
        best = [ranks[0] for ranks in groups]
        lengths = np.array([_length(index, int(found.spellings[at, rank])) for rank in best], np.int64)
        close = near(found.scores[at, best], lengths)
        groups = [ranks for ranks, one in zip(groups, close, strict=True) if one]
    shares = shared(first, [int(found.scores[at, ranks[0]]) for ranks in groups], absent)
    for ranks, share in zip(groups, shares, strict=True):
        yield _candidate(index, found, at, ranks, share, allowed)


def _groups(index: Index, found: Found, at: int) -> list[list[int]]:
    """Ranks of the spellings of each base part; a row that two spellings lead to counts once."""
    left = [rank for rank in range(found.spellings.shape[1]) if found.spellings[at, rank] >= 0]
    groups: list[list[int]] = []
    while left and len(groups) < GROUPS:
        chosen = found.spellings[at, left]
        part = Found((), found.signs, chosen[None, :], found.scores[at : at + 1, left], found.pairs[:0])
        same = same_part(index, part)[0]
        groups.append([rank for rank, one in zip(left, same, strict=True) if one])
        left = [rank for rank, one in zip(left, same, strict=True) if not one]
    return groups


def shared(right: float, scores: list[int], absent: bool = False) -> list[float]:
    """The first has its chance of being right; the others share the rest, by their scores.

    Each character that one is behind makes it ten times less likely. Where the part is ``absent`` the rest is
    that of no part here, and each has its chance by the first.
    """
    if not scores:
        return []
    odds = [min(1.0, 10.0 ** ((score - scores[0]) / 100)) for score in scores[1:]]
    if absent:
        return [right, *(right * each for each in odds)]
    rest = (1.0 - right) * min(1.0, sum(odds))
    total = sum(odds) or 1.0
    return [right, *(rest * each / total for each in odds)]


def _candidate(
    index: Index, found: Found, at: int, ranks: list[int], confidence: float, allowed: Makers
) -> Candidate:
    best = int(found.spellings[at, ranks[0]])
    parts = sorted(_rows_of(index, best), key=lambda part: part.maker not in allowed)
    pairs = found.pairs[at, ranks[0]]
    others = [part for rank in ranks[1:] for part in _rows_of(index, int(found.spellings[at, rank]))]
    span, unexplained = _places(found, at, pairs)
    return Candidate(
        parts=tuple(parts),
        score=float(found.scores[at, ranks[0]]) / (100.0 * max(1, _length(index, best))),
        confidence=confidence,
        signs=tuple(_signs_read(index, best, found, at, confidence, ranks[0])),
        span=span,
        unexplained=unexplained,
        variants=tuple(dict.fromkeys(part for part in others if part not in parts)),
        maker_evidence=words.of_makers([part.maker for part in parts], allowed),
    )


def _rows_of(index: Index, spelling: int) -> list[Part]:
    """Every row with this spelling: they stand side by side in the sorted order."""
    return [_part(index, row) for row in sorted({int(index.rows[each]) for each in index.twins(spelling)})]


def _part(index: Index, row: int) -> Part:
    maker, base = index.makers[int(index.maker_of[row])], index.bases[int(index.base_of[row])]
    return Part(index.mpns[row], maker, base, int(index.ids[row]))


def _length(index: Index, spelling: int) -> int:
    return int(index.bounds[spelling + 1] - index.bounds[spelling])


def _signs_read(
    index: Index, spelling: int, found: Found, at: int, confidence: float, rank: int
) -> Iterator[SignRead]:
    first = int(found.signs.bounds[at])
    marking = found.markings[at]
    codes = index.codes[index.bounds[spelling] : index.bounds[spelling + 1]].tolist()
    letters = index.letters(spelling)
    for code, letter, pair in zip(codes, letters, found.pairs[at, rank].tolist(), strict=False):
        if pair < 0:
            yield SignRead(letter, "missing", confidence=_sign_chance("missing", confidence))
            continue
        place = int(found.signs.places[first + pair])
        state = _state(int(found.signs.codes[first + pair]), code)
        yield SignRead(letter, state, marking[place], place, _sign_chance(state, confidence))


def _state(read: int, true: int) -> SignState:
    if read == WORN:
        return "illegible"
    if read == true:
        return "read"
    return "alike" if blurred()[read] == blurred()[true] else "otherwise"


def _sign_chance(state: SignState, confidence: float) -> float:
    return confidence + (1.0 - confidence) * STILL_RIGHT[state]


def _places(found: Found, at: int, pairs: NDArray[np.int16]) -> tuple[tuple[int, int], tuple[int, ...]]:
    """The stretch of the raw marking that is covered, and the places in its words that are not explained."""
    used = [pair for pair in pairs.tolist() if pair >= 0]
    if not used:
        return (0, 0), ()
    first, count = int(found.signs.bounds[at]), int(found.signs.bounds[at + 1] - found.signs.bounds[at])
    breaks = found.signs.breaks[first + at : first + at + count + 1]
    low, high = used[0], used[-1]
    while breaks[low] < BLANK:
        low -= 1
    while breaks[high + 1] < BLANK:
        high += 1
    places = found.signs.places[first : first + count].tolist()
    return (places[used[0]], places[used[-1]] + 1), tuple(
        places[n] for n in range(low, high + 1) if n not in used
    )


def _reason(outcome: int, candidates: tuple[Candidate, ...], stands: bool) -> str:
    if outcome == PART:
        return _part_words(candidates[0])
    if outcome == ABSENT:
        nearest = candidates[0] if candidates else None
        return words.absent(nearest.mpn, nearest.differences, stands) if nearest else words.ALONE
    return words.UNREADABLE


def _part_words(best: Candidate) -> str:
    whole = sum(sign.state == "read" for sign in best.signs)
    return words.part(best.mpn, whole, len(best.signs), best.differences, len(best.makers))
