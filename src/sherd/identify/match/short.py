"""The answers to a batch in short: what the lines of a long sheet say, made from the arrays of the search.

The words and numbers are those of ``Answers``, without a noun for each sign: of a hundred thousand markings
nobody looks at every sign. A test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import numpy as np
from attrs import define, field, frozen
from numpy.typing import NDArray

from sherd.identify.match import words
from sherd.identify.match.answers import GROUPS, Answers, Makers, shared
from sherd.identify.match.evidence import words_of
from sherd.identify.match.found import Found
from sherd.identify.match.index import Index
from sherd.identify.match.outcome import ABSENT, OUTCOMES, PART, UNREADABLE, Decided, near
from sherd.identify.match.signs import SIGNS, WORN
from sherd.model.parts import ShortAnswer, ShortCandidate, SignState, difference, why_words
from sherd.text import ILLEGIBLE

Numbers = NDArray[np.int64]
Sold = tuple[str, str]
"""A part number and its maker, as the catalogue has them."""


@define(eq=False)
class Shortener:
    """Puts the answers of one index in short. ``index`` is gone through once, when this is made."""

    index: Index
    _makers: list[str] = field(init=False)
    _place: NDArray[np.uint32] = field(init=False)
    _first: NDArray[np.int64] = field(init=False)
    _last: NDArray[np.int64] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._makers = list(self.index.makers)
        self._place = np.empty(len(self.index.order), np.uint32)
        self._place[self.index.order] = np.arange(len(self.index.order), dtype=np.uint32)
        self._first, self._last = _runs(self.index)

    def __call__(self, answers: Answers) -> Iterator[ShortAnswer]:
        """Each answer, in order."""
        number = 0
        for found, decided in zip(answers.found, answers.decided, strict=True):
            count = len(found.markings)
            makers = answers.makers[number : number + count] if answers.makers else [()] * count
            yield from self._batch(found, decided, makers)
            number += count

    def _batch(self, found: Found, decided: Decided, makers: Sequence[Makers]) -> Iterator[ShortAnswer]:
        leads = _leads(self.index, found)
        leads[decided.outcome == UNREADABLE] = -1
        _drop_far(self.index, found, leads, decided.outcome == ABSENT)
        close = _Near.of(self.index, found, leads)
        sold = self._sold(close.spellings)
        confidence, first = decided.confidence.tolist(), decided.first.tolist()
        at = np.concatenate(([0], np.cumsum((leads >= 0).sum(axis=1)))).tolist()
        for n, outcome in enumerate(decided.outcome.tolist()):
            shares = shared(first[n], close.scores[at[n] : at[n + 1]], outcome == ABSENT)
            best = [
                _candidate(close, k, sold[k], share, makers[n])
                for k, share in zip(range(at[n], at[n + 1]), shares, strict=True)
            ]
            reason = _reason(outcome, best[0] if best else None, close, at[n], bool(decided.stands[n]))
            yield ShortAnswer(OUTCOMES[outcome], confidence[n], reason, tuple(best))  # type: ignore[arg-type]

    def _sold(self, spellings: list[int]) -> list[list[Sold]]:
        """Every part with each spelling, in the order of the catalogue."""
        rows = self._rows(spellings)
        flat = np.array([row for each in rows for row in each], np.int64)
        makers = [self._makers[maker] for maker in self.index.maker_of[flat].tolist()]
        every = list(zip(self.index.mpns.many(flat), makers, strict=True))
        ends = accumulate(map(len, rows), initial=0)
        return [every[first:last] for first, last in pairwise(ends)]

    def _rows(self, spellings: list[int]) -> list[list[int]]:
        """Every row with each spelling: equal spellings stand side by side in the sorted order."""
        index, place = self.index, self._place[spellings]
        alone = [[row] for row in index.rows[spellings].tolist()]
        first, last = self._first[place], self._last[place]
        for k in np.flatnonzero(last - first > 1).tolist():
            alone[k] = sorted(set(index.rows[index.order[first[k] : last[k]]].tolist()))
        return alone


def _runs(index: Index) -> tuple[Numbers, Numbers]:
    """For each place of the sorted order, where the run of equal spellings begins and where it ends."""
    lengths = np.diff(index.bounds)[index.order]
    count = len(lengths)
    same = np.zeros(count, bool)
    same[1:] = (lengths[1:] == lengths[:-1]) & (index.shared[1:] == np.minimum(lengths[1:], 255))
    for place in np.flatnonzero(same & (lengths > 255)).tolist():  # more signs than ``shared`` can count
        same[place] = _signs(index, place) == _signs(index, place - 1)
    begins = np.flatnonzero(~same)
    which = np.cumsum(~same) - 1
    return begins[which], np.append(begins[1:], count)[which]


def _signs(index: Index, place: int) -> bytes:
    spelling = int(index.order[place])
    return index.codes[index.bounds[spelling] : index.bounds[spelling + 1]].tobytes()


def _leads(index: Index, found: Found) -> Numbers:
    """int64 (markings, GROUPS): the rank of the best spelling of each base part, -1 where there are fewer.

    Spellings of one base part, or of which one begins the other, are one part.
    """
    left = found.spellings >= 0
    leads = np.full((len(left), GROUPS), -1)
    if not left.any():
        return leads
    spellings = np.maximum(found.spellings, 0)
    starts, lengths = index.bounds[spellings], np.diff(index.bounds)[spellings]
    ahead = np.arange(int(lengths.max()))
    signs = index.codes[np.minimum(starts[:, :, None] + ahead, len(index.codes) - 1)]
    bases = index.base_of[index.rows[spellings]]
    every = np.arange(len(left))
    for group in range(GROUPS):
        lead = left.argmax(axis=1)
        leads[:, group] = np.where(left.any(axis=1), lead, -1)
        shorter = np.minimum(lengths, lengths[every, lead][:, None])
        differ = signs != signs[every, lead][:, None, :]
        begins = ~(differ & (ahead < shorter[:, :, None])).any(axis=2)
        left &= ~(begins | (bases == bases[every, lead][:, None]))
    return leads


def _drop_far(index: Index, found: Found, leads: Numbers, absent: NDArray[np.bool_]) -> None:
    """Of the markings that name no part here, leave only those leads that are near."""
    rank = np.maximum(leads, 0)
    spellings = np.maximum(np.take_along_axis(found.spellings, rank, axis=1), 0)
    bounds = index.bounds if len(index) else np.zeros(2, np.int64)
    close = near(np.take_along_axis(found.scores, rank, axis=1), bounds[spellings + 1] - bounds[spellings])
    leads[absent[:, None] & ~close] = -1


@frozen(eq=False)
class _Near:
    """The leading candidates of a batch in a row: ``differences`` in words, the rest in numbers."""

    spellings: list[int]
    scores: list[int]
    lengths: list[int]
    exact: list[int]
    unexplained: list[int]
    differences: list[tuple[str, ...]]

    @classmethod
    def of(cls, index: Index, found: Found, leads: Numbers) -> _Near:
        marking, group = np.nonzero(leads >= 0)
        rank = leads[marking, group]
        spellings = found.spellings[marking, rank]
        lengths = index.bounds[spellings + 1] - index.bounds[spellings]
        ahead = np.arange(found.pairs.shape[2])
        inside = ahead < lengths[:, None]
        pairs = np.where(inside, found.pairs[marking, rank], -1)
        on, at = pairs >= 0, pairs + found.signs.bounds[marking, None]
        read = np.append(found.signs.codes, 0)[np.where(on, at, -1)]
        part = index.codes[np.minimum(index.bounds[spellings, None] + ahead, len(index.codes) - 1)]
        exact = on & (read == part) & (read != WORN)
        which, place = np.nonzero(inside & ~exact)
        said = _Differing(
            which.tolist(),
            place.tolist(),
            on[which, place].tolist(),
            read[which, place].tolist(),
            part[which, place].tolist(),
            np.append(found.signs.places, 0)[np.where(on, at, -1)][which, place].tolist(),
        )
        ends = np.concatenate(([0], np.cumsum((inside & ~exact).sum(axis=1)))).tolist()
        texts = list(said.words(index, spellings.tolist(), [found.markings[n] for n in marking.tolist()]))
        return cls(
            spellings.tolist(),
            found.scores[marking, rank].tolist(),
            lengths.tolist(),
            exact.sum(axis=1).tolist(),
            _unexplained(found, on, at).tolist(),
            [tuple(texts[first:last]) for first, last in pairwise(ends)],
        )


@frozen(eq=False)
class _Differing:
    """Every sign of the candidates that is not read as it is: whose, its place, and what is read."""

    which: list[int]
    place: list[int]
    on: list[bool]
    read: list[int]
    part: list[int]
    raw: list[int]

    def words(self, index: Index, spellings: list[int], markings: list[str]) -> Iterator[str]:
        every = zip(self.which, self.place, self.on, self.read, self.part, self.raw, strict=True)
        for which, place, on, read, part, raw in every:
            letter = _LETTERS[part] if part < len(_LETTERS) else index.letters(spellings[which])[place]
            state: SignState = "otherwise" if read != WORN else "illegible"
            if not on:
                state = "missing"
            yield difference(place + 1, state, letter, markings[which][raw] if on else "")


def _unexplained(found: Found, on: NDArray[np.bool_], at: Numbers) -> Numbers:
    """How many signs of the words that each candidate touches it does not explain."""
    low, high = words_of(found)
    used = on.sum(axis=1)
    every = np.arange(len(on))
    first, last = on.argmax(axis=1), on.shape[1] - 1 - on[:, ::-1].argmax(axis=1)
    begin, end = (np.where(used > 0, at[every, each], 0) for each in (first, last))
    return np.where(used > 0, high[end] - low[begin] + 1 - used, 0)


def _candidate(close: _Near, k: int, sold: list[Sold], share: float, allowed: Makers) -> ShortCandidate:
    evidence: tuple[str, ...] = ()
    if allowed:
        sold = sorted(sold, key=lambda part: part[1] not in allowed)
        evidence = words.of_makers([maker for _, maker in sold], allowed)
    return ShortCandidate(
        sold[0][0],
        tuple(dict.fromkeys(maker for _, maker in sold if maker)),
        close.scores[k] / (100.0 * max(1, close.lengths[k])),
        share,
        why_words(close.differences[k], close.unexplained[k], evidence),
    )


def _reason(outcome: int, best: ShortCandidate | None, close: _Near, k: int, stands: bool) -> str:
    if outcome == PART and best:
        return words.part(best.mpn, close.exact[k], close.lengths[k], close.differences[k], len(best.makers))
    if outcome == ABSENT:
        return words.absent(best.mpn, close.differences[k], stands) if best else words.ALONE
    return words.UNREADABLE


_LETTERS = SIGNS + ILLEGIBLE
