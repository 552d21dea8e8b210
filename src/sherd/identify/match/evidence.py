"""What speaks for and against the best candidate of a marking, in numbers that a person can count over.

How many of its signs are read as they are, how many otherwise; what the marking leaves out; what stands in
the same word and is not explained; how far the next other part is behind; and whether what was read
otherwise would be as good a part number as the candidate itself: ``ADC0831`` read where the catalogue has
``ADC0834`` is made of pieces that many part numbers have, a misreading seldom is.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from sherd.identify.match.found import Found
from sherd.identify.match.index import SCALE, Index
from sherd.identify.match.misreading import misread
from sherd.identify.match.signs import BLANK, GRAM, WORN, blurred
from sherd.identify.match.written import is_misprint, spelt, stands

Column = NDArray[np.float64]

TELLING = 10_000
"""Spellings from which on a catalogue shows what part numbers look like, and so what must be a misreading."""


@frozen(eq=False)
class Evidence:
    """Float64 arrays of shape (markings,); all but ``legible`` are zero where there is no candidate.

    Counts of signs of the candidate: ``exact``, ``alike`` (another of the confusable class), ``otherwise``
    (split into ``digits`` for a digit, ``letters`` for a letter, ``mixed`` for one read as the other kind;
    of these ``apart`` and ``apart_digits`` as another of the kind that does not look like it),
    ``exact_letters`` of the exact ones are letters, ``kinds`` how many different signs they are;
    ``worn``, ``missing`` inside, ``head`` and ``tail`` not printed. ``extra`` signs of the marking inside
    it, ``before`` and ``after`` in the same words outside it; ``crossed`` blanks and lines. ``share`` of
    its full score; ``lead`` over the best other part, in characters. ``misread``: how likely the signs
    read otherwise were read as just those (natural logarithm, ``misreading``). ``rare``: how much rarer
    the trigrams of the words are than those of the candidate (natural logarithm); ``rarest`` the same
    of the rarest that only one of both has; ``strange`` how rare those are that only the words have;
    ``unknown`` how many of them no part number of the catalogue has. ``siblings``: other candidates
    that hold yet another sign where the first one is read otherwise, because the family differs there.
    ``legible``: letters and digits of the whole marking that can be read. ``stands``: whether the
    marking differs in confusable signs alone and may be right as it stands (where ``spellings`` are not
    below ``TELLING``, only as ``is_misprint`` has it). ``spellings``: how many the catalogue holds.
    """

    found: NDArray[np.bool_]
    share: Column
    lead: Column
    exact: Column
    exact_letters: Column
    kinds: Column
    alike: Column
    digits: Column
    letters: Column
    mixed: Column
    apart: Column
    apart_digits: Column
    worn: Column
    missing: Column
    head: Column
    tail: Column
    extra: Column
    before: Column
    after: Column
    crossed: Column
    length: Column
    cost: Column
    misread: Column
    rare: Column
    rarest: Column
    strange: Column
    unknown: Column
    siblings: Column
    legible: Column
    stands: NDArray[np.bool_]
    spellings: int


def evidence(index: Index, found: Found, reads: NDArray[np.int32]) -> Evidence:
    """What speaks for and against the first candidate of every marking of a batch."""
    there = found.spellings[:, 0] >= 0
    aligned = _Aligned.of(index, found)
    there &= aligned.on.any(axis=1)
    signs_read = _signs_read(aligned, reads)
    around = _around(aligned, found)
    pieces = _pieces(index, aligned, found)
    length = np.maximum(aligned.lengths, 1)
    columns = {
        "share": found.scores[:, 0] / (100.0 * length),
        "lead": _lead(index, found),
        "length": length.astype(float),
        "head": aligned.first.astype(float),
        "tail": (aligned.lengths - 1 - aligned.last).astype(float),
        "missing": (aligned.last - aligned.first + 1 - aligned.on.sum(axis=1)).astype(float),
    }
    columns |= signs_read | around | pieces | {"siblings": _siblings(index, found, aligned)}
    kept = {name: np.where(there, each, 0.0) for name, each in columns.items()}
    doubtful = there & _only_alike(aligned, kept)
    as_written = _stands(aligned, found, doubtful, stands if len(index.rows) < TELLING else is_misprint)
    return Evidence(there, legible=_legible(found), stands=as_written, spellings=len(index.rows), **kept)


def _only_alike(aligned: _Aligned, counts: dict[str, Column]) -> NDArray[np.bool_]:
    """Whether all that differs, from the first sign that is read to the last, are confusable signs."""
    same = counts["exact"] + counts["alike"] == aligned.on.sum(axis=1)
    return np.asarray(same & (counts["alike"] > 0) & (counts["missing"] + counts["extra"] == 0))


def _stands(
    aligned: _Aligned, found: Found, asked: NDArray[np.bool_], rule: Callable[[str, str], bool]
) -> NDArray[np.bool_]:
    """Which of the markings that are ``asked`` about may be right as they stand, though no part reads so."""
    _, high = words_of(found)
    right = np.zeros(len(asked), bool)
    for n in np.flatnonzero(asked).tolist():
        first, last, end = (int(each[n]) for each in (aligned.first, aligned.last, aligned.end))
        part = aligned.part[n, : aligned.lengths[n]]
        read = np.concatenate((part[:first], aligned.read[n, first : last + 1], part[last + 1 :]))
        after = found.markings[n][int(found.signs.places[end]) + 1 : int(found.signs.places[high[end]]) + 1]
        right[n] = rule(spelt(read) + after, spelt(part) + after)
    return right


@frozen(eq=False)
class _Aligned:
    """The first candidates as tables of shape (markings, longest): signs of the part and of the marking."""

    part: NDArray[np.uint8]
    read: NDArray[np.uint8]
    at: NDArray[np.int64]
    on: NDArray[np.bool_]
    lengths: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    begin: NDArray[np.int64]
    end: NDArray[np.int64]

    @classmethod
    def of(cls, index: Index, found: Found) -> _Aligned:
        top = np.maximum(found.spellings[:, 0], 0)
        pairs = found.pairs[:, 0, :].astype(np.int64)
        starts, lengths = _extent(index, top)
        longest = pairs.shape[1]
        inside = np.arange(longest) < lengths[:, None]
        on = (pairs >= 0) & inside
        codes = _codes(index)
        part = np.where(inside, codes[np.minimum(starts[:, None] + np.arange(longest), len(codes) - 1)], 0)
        at = np.where(on, pairs + found.signs.bounds[:-1, None], 0)
        read = np.append(found.signs.codes, 0)[at]
        first, last = on.argmax(axis=1), longest - 1 - on[:, ::-1].argmax(axis=1)
        rows = np.arange(len(top))
        return cls(part, read, at, on, lengths, first, last, at[rows, first], at[rows, last])


def _signs_read(aligned: _Aligned, reads: NDArray[np.int32]) -> dict[str, Column]:
    part, read, on = aligned.part, aligned.read, aligned.on
    blunt = blurred().copy()
    worn = on & (read == WORN)
    exact = on & (read == part)
    alike = on & ~exact & ~worn & (blunt[read] == blunt[part])
    other = on & ~exact & ~worn
    cost = np.where(other, 100 - reads[read, part], 0).sum(axis=1) / 100
    number = (read < 10) & (part < 10)
    letter = (read >= 10) & (part >= 10)
    apart = other & ~alike & (number | (letter & (reads[read, part] < 0)))
    counts = {
        "exact": exact,
        "exact_letters": exact & (part >= 10),
        "alike": alike,
        "digits": other & number,
        "letters": other & letter,
        "mixed": other & ~number & ~letter,
        "apart": apart,
        "apart_digits": apart & number,
        "worn": worn,
    }
    summed = {name: each.sum(axis=1).astype(float) for name, each in counts.items()}
    chance = np.where(other, misread()[part, read], 0.0).sum(axis=1)
    return summed | {"cost": cost, "misread": chance, "kinds": _kinds(part, exact)}


def _kinds(part: NDArray[np.uint8], exact: NDArray[np.bool_]) -> Column:
    """How many different signs of each candidate are read as they are."""
    ordered = np.sort(np.where(exact, part.astype(np.int64), -1), axis=1)
    new = np.diff(ordered, axis=1, prepend=-1) != 0
    return np.asarray(new.sum(axis=1).astype(float))


def _around(aligned: _Aligned, found: Found) -> dict[str, Column]:
    """What the words hold that the candidate does not explain."""
    low, high = words_of(found)
    wide = aligned.end - aligned.begin + 1
    breaks, number = found.signs.breaks >= BLANK, np.arange(len(found.signs))
    passed = np.concatenate(([0], np.cumsum(breaks)))
    before_last = passed[aligned.end + number + 1] - passed[aligned.begin + number + 1]
    return {
        "extra": (wide - aligned.on.sum(axis=1)).astype(float),
        "before": (aligned.begin - low[aligned.begin]).astype(float),
        "after": (high[aligned.end] - aligned.end).astype(float),
        "crossed": before_last.astype(float),
    }


def words_of(found: Found) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each character of the batch the first and the last of its word; one entry more than needed."""
    count = len(found.signs.codes)
    text = np.repeat(np.arange(len(found.signs)), np.diff(found.signs.bounds))
    place = np.arange(count)
    opens = found.signs.breaks[place + text] >= BLANK
    closes = found.signs.breaks[place + text + 1] >= BLANK
    low = np.maximum.accumulate(np.where(opens, place, 0)) if count else place
    high = np.minimum.accumulate(np.where(closes, place, count)[::-1])[::-1] if count else place
    return np.append(low, 0), np.append(high, 0)


def _pieces(index: Index, aligned: _Aligned, found: Found) -> dict[str, Column]:
    """How rare the trigrams of the words are, set against those of the candidate."""
    weights = index.weights[: GRAM**3] / SCALE
    held = np.diff(index.starts[: GRAM**3 + 1])
    low, high = words_of(found)
    begin, end = low[aligned.begin], high[aligned.end]
    widest = int(np.minimum((end - begin + 1).max(initial=3), 96))
    words = _window(blurred()[np.append(found.signs.codes, 0)], begin, widest)
    in_words = np.arange(widest - 2) < (end - begin - 1)[:, None]
    in_part = (np.arange(aligned.part.shape[1]) >= aligned.first[:, None])[:, :-2]
    in_part &= np.arange(aligned.part.shape[1] - 2) < (aligned.last - 1)[:, None]
    read, true = _grams(words), _grams(blurred()[aligned.part].astype(np.int64))
    same = (read[:, :, None] == true[:, None, :]) & in_words[:, :, None] & in_part[:, None, :]
    new, lost = in_words & ~same.any(axis=2), in_part & ~same.any(axis=1)
    of_read, of_true = weights[read], weights[true]
    return {
        "rare": _mean(of_read, in_words) - _mean(of_true, in_part),
        "rarest": np.where(new, of_read, 0).max(axis=1, initial=0)
        - np.where(lost, of_true, 0).max(axis=1, initial=0),
        "strange": _mean(of_read, new),
        "unknown": (new & (held[read] == 0)).sum(axis=1).astype(float),
    }


def _grams(blunt: NDArray[np.int64]) -> NDArray[np.int64]:
    return (blunt[:, :-2] * GRAM + blunt[:, 1:-1]) * GRAM + blunt[:, 2:]


def _window(values: NDArray[np.uint8], begin: NDArray[np.int64], wide: int) -> NDArray[np.int64]:
    at = np.minimum(begin[:, None] + np.arange(wide), len(values) - 1)
    return np.asarray(values[at], np.int64)


def _mean(values: Column, kept: NDArray[np.bool_]) -> Column:
    total: Column = np.where(kept, values, 0.0).sum(axis=1)
    return np.asarray(total / np.maximum(kept.sum(axis=1), 1))


def _codes(index: Index) -> NDArray[np.uint8]:
    """The signs of all spellings as they lie, never copied; one blank where there are none."""
    return index.codes if len(index.codes) else np.zeros(1, np.uint8)


def same_part(index: Index, found: Found) -> NDArray[np.bool_]:
    """Bool (markings, SHOWN): whether a candidate has the first one's base part, or one begins the other."""
    spellings = np.maximum(found.spellings, 0)
    starts, lengths = _extent(index, spellings)
    shorter = np.minimum(lengths, lengths[:, :1])
    same = np.ones(spellings.shape, bool)
    codes = _codes(index)
    for at in range(int(shorter.max(initial=0))):
        here = np.minimum(starts + at, len(codes) - 1)
        same &= (at >= shorter) | (codes[here] == codes[here[:, :1]])
    bases = index.base_of[index.rows[spellings]] if len(index) else spellings
    return np.asarray((same | (bases == bases[:, :1])) & (found.spellings >= 0))


def _siblings(index: Index, found: Found, aligned: _Aligned) -> Column:
    """How many of the other candidates hold another sign at the first place that is read otherwise."""
    blunt = blurred()
    other = aligned.on & (blunt[aligned.read] != blunt[aligned.part]) & (aligned.read != WORN)
    at = other.argmax(axis=1)
    rows = np.arange(len(at))
    place, sign = found.pairs[rows, 0, at], aligned.part[rows, at]
    count = np.zeros(len(at))
    codes = _codes(index)
    for rank in range(1, found.spellings.shape[1]):
        here = found.pairs[:, rank, :] == place[:, None]
        held = here.any(axis=1) & (found.spellings[:, rank] >= 0) & other.any(axis=1)
        starts, _ = _extent(index, np.maximum(found.spellings[:, rank], 0))
        count += held & (codes[np.minimum(starts + here.argmax(axis=1), len(codes) - 1)] != sign)
    return count


def _lead(index: Index, found: Found) -> Column:
    """How many characters the first candidate is ahead of the first that is another part; at most 4."""
    other = (found.spellings >= 0) & ~same_part(index, found)
    best = np.where(other, found.scores, -1_000_000).max(axis=1, initial=-1_000_000)
    return np.asarray(np.minimum((found.scores[:, 0] - best) / 100.0, 4.0))


def _legible(found: Found) -> Column:
    clear = np.concatenate(([0], np.cumsum(found.signs.codes != WORN)))
    return (clear[found.signs.bounds[1:]] - clear[found.signs.bounds[:-1]]).astype(float)


def _extent(index: Index, spellings: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    bounds = index.bounds if len(index) else np.zeros(2, np.int64)
    return bounds[spellings], bounds[spellings + 1] - bounds[spellings]
