"""Two names laid side by side, word against word: what agrees, what is left over on either side.

Each word of one name is paired with the word of the other that it is most like, rare words first; a word may
also stand for up to four neighbours written apart. A word of another script has further spellings (other
readings, a translation): the one that is most like counts. What is measured of the pairs (:data:`FEATURES`)
is what a scorer weighs.

A side of a name is arrays: ``chars`` its characters, ``spans`` where each word begins and ends in them (two
numbers a word), ``kinds`` what each word is, ``weights`` how rare it is, ``others`` its further spellings
(five numbers each: the word, begin, end, kind, number of the spelling in the index). The functions are loops
over numbers, which :mod:`sherd.trace.lookup` compiles.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from sherd.trace.likeness import CODES, likeness

FEATURES = (
    "query_covered",
    "entry_covered",
    "query_left",
    "entry_left",
    "both_left",
    "name_query_covered",
    "name_entry_covered",
    "joined",
    "information",
    "matched",
    "inexact",
    "initials",
    "acronym",
    "one_word",
    "numbers_differ",
    "order",
    "query_words",
    "entry_words",
    "worst",
    "heaviest_left",
)
"""What is measured of a pair of names, in the order of the columns."""

JOINED = 64
"""Characters of a whole name that are compared."""

SMALLEST = 0.6
"""The least likeness at which two words are paired."""

NEAR = 0.74
"""The least likeness at which a word of another script is taken for the word that it stands for."""

FURTHER, TRANSLATED = 0.98, 0.93
"""What a further spelling counts, and a translation."""

RUN = 4
"""Neighbours that one word may stand for."""

ZERO, NINE = CODES["0"], CODES["9"]


def measure(
    qc: Any,
    qs: Any,
    qk: Any,
    qw: Any,
    qid: Any,
    qini: Any,
    qo: Any,
    cc: Any,
    cs: Any,
    ck: Any,
    cw: Any,
    cid: Any,
    cini: Any,
    co: Any,
    costs: Any,
    leaves: Any,
    work: Any,
    out: Any,
) -> None:
    """Measure a name asked about (``q…``) against a listed one (``c…``) into ``out``; see :data:`FEATURES`.

    ``qid``, ``cid`` number the words (-1: the index has it not), ``qini``, ``cini`` are the initials.
    """
    qn, cn = len(qk), len(ck)
    q_to, c_to = np.full(qn, -1, np.int64), np.full(cn, -1, np.int64)
    q_like, c_like = np.zeros(qn), np.zeros(cn)
    like = np.zeros((qn, cn))
    for i in range(qn):
        for j in range(cn):
            like[i, j] = word_likeness(
                qc, qs[2 * i], qs[2 * i + 1], qk[i], qid[i], cc, cs[2 * j], cs[2 * j + 1], ck[j], cid[j],
                costs, leaves, work,
            )  # fmt: skip
    qe = further(like, True, qc, qs, qo, cc, cs, ck, cid, costs, leaves, work)
    ce = further(like, False, cc, cs, co, qc, qs, qk, qid, costs, leaves, work)
    pair_up(like, qw, cw, q_to, c_to, q_like, c_like)
    buffer = np.empty(JOINED, np.int64)
    pair_with_runs(
        qc, qe, qk, qo, q_to, q_like, cc, ce, ck, c_to, c_like, costs, leaves, work, buffer
    )  # fmt: skip
    pair_with_runs(
        cc, ce, ck, co, c_to, c_like, qc, qe, qk, q_to, q_like, costs, leaves, work, buffer
    )  # fmt: skip
    weights = shared_weights(qw, qid, q_to, q_like, cw)
    of_q, of_c = np.zeros(5), np.zeros(5)
    sums(weights, qk, q_like, q_to, ck, qc, qe, of_q)
    sums(cw, ck, c_like, c_to, qk, cc, ce, of_c)
    agreement(weights, q_to, q_like, qe, ce, out)
    out[0], out[1] = of_q[0], of_c[0]
    out[2], out[3] = of_q[2], of_c[2]
    out[4] = min(of_q[2], of_c[2])
    out[5], out[6] = of_q[1], of_c[1]
    out[7] = whole_likeness(qc, qe, qk, q_to, cc, ce, ck, costs, leaves, work)
    out[12] = 1.0 if is_initials(qc, qe, cini) or is_initials(cc, ce, qini) else 0.0
    out[13] = 1.0 if qn == 1 or cn == 1 else 0.0
    out[14] = 1.0 if of_q[4] > 0.0 and of_c[4] > 0.0 else 0.0
    out[15] = in_order(q_to)
    out[16], out[17] = qn, cn
    out[19] = min(of_q[3], of_c[3])


def word_likeness(
    ac: Any,
    a0: int,
    a1: int,
    akind: int,
    aid: int,
    bc: Any,
    b0: int,
    b1: int,
    bkind: int,
    bid: int,
    costs: Any,
    leaves: Any,
    work: Any,
) -> float:
    """How alike two words are; 0 for what is too little."""
    if aid >= 0 and aid == bid:
        return 1.0
    la, lb = a1 - a0, b1 - b0
    if la == 0 or lb == 0:
        return 0.0
    if la == 1 or lb == 1:
        return of_initial(ac[a0], bc[b0], la, lb, (akind | bkind) & 1)
    mode = script_of(as_heard(akind) | as_heard(bkind))
    found = likeness(ac, a0, a1, bc, b0, b1, costs[mode], leaves[mode], work)
    return as_spelt(found, mode) if mode != 0 else found if found >= SMALLEST else 0.0


def as_heard(kind: int) -> int:
    """The kind of a word as it is compared: one that was translated is spelt out in full."""
    return 0 if kind & 1 else kind


def as_spelt(found: float, mode: int) -> float:
    """The likeness of a word of another script.

    One that leaves sounds out is never spelt alike: near is as good as equal. One read from Chinese has its
    other readings beside it, and a syllable tells names apart."""
    if found < NEAR:
        return 0.0
    return 0.96 + 0.04 * found if mode == 1 else found


def of_initial(a: int, b: int, la: int, lb: int, generic: int) -> float:
    """The likeness of an initial to a name, or to another initial."""
    if a != b:
        return 0.0
    if la == lb:
        return 1.0
    return 0.0 if generic else 0.62


def script_of(kinds: int) -> int:
    """Which table of costs is for words of these kinds: plain 0, without short vowels 1, read from Chinese
    2."""
    if kinds & 2:
        return 1
    return 2 if kinds & 4 else 0


def further(
    like: Any,
    asked: bool,
    ac: Any,
    aspans: Any,
    others: Any,
    bc: Any,
    bspans: Any,
    bk: Any,
    bid: Any,
    costs: Any,
    leaves: Any,
    work: Any,
) -> Any:
    """Let further spellings of the words of one side stand for them where they are more alike.

    Returns the spans of the spellings that were taken, each for its nearest word of the other side."""
    spans = np.empty(len(aspans), np.int64)
    for i in range(len(aspans)):
        spans[i] = aspans[i]
    if len(others) == 0:
        return spans
    nearest = np.zeros(len(aspans) // 2)
    for i in range(len(nearest)):
        for j in range(len(bk)):
            nearest[i] = max(nearest[i], like[i, j] if asked else like[j, i])
    for r in range(len(others) // 5):
        i, a0, a1, kind = others[5 * r], others[5 * r + 1], others[5 * r + 2], others[5 * r + 3]
        for j in range(len(bk)):
            found = worth_of(kind) * word_likeness(
                ac, a0, a1, kind, others[5 * r + 4], bc, bspans[2 * j], bspans[2 * j + 1], bk[j], bid[j],
                costs, leaves, work,
            )  # fmt: skip
            if found <= (like[i, j] if asked else like[j, i]):
                continue
            if asked:
                like[i, j] = found
            else:
                like[j, i] = found
            if found > nearest[i]:
                nearest[i] = found
                spans[2 * i], spans[2 * i + 1] = a0, a1
    return spans


def worth_of(kind: int) -> float:
    """What a further spelling of a kind counts."""
    return TRANSLATED if kind & 16 else FURTHER


def pair_up(like: Any, qw: Any, cw: Any, q_to: Any, c_to: Any, q_like: Any, c_like: Any) -> None:
    """Pair the words, the best pair first; of pairs equally alike the rarer, then the nearer in place."""
    for _ in range(min(len(qw), len(cw))):
        best, bi, bj = 0.0, -1, -1
        for i in range(len(qw)):
            if q_to[i] >= 0:
                continue
            for j in range(len(cw)):
                if c_to[j] >= 0 or like[i, j] <= 0.0:
                    continue
                value = like[i, j] * (1.0 + 0.2 * (qw[i] + cw[j])) - 0.001 * abs(i - j)
                if value > best:
                    best, bi, bj = value, i, j
        if bi < 0:
            return
        q_to[bi], c_to[bj] = bj, bi
        q_like[bi] = c_like[bj] = like[bi, bj]


def pair_with_runs(
    ac: Any,
    aspans: Any,
    ak: Any,
    others: Any,
    a_to: Any,
    a_like: Any,
    bc: Any,
    bspans: Any,
    bk: Any,
    b_to: Any,
    b_like: Any,
    costs: Any,
    leaves: Any,
    work: Any,
    buffer: Any,
) -> None:
    """Pair a word of one side with neighbours of the other that are written as one there."""
    for i in range(len(a_to)):
        if a_like[i] <= 0.9:
            with_run(
                ac, aspans, aspans[2 * i], aspans[2 * i + 1], ak[i], 1.0, i, a_to, a_like,
                bc, bspans, bk, b_to, b_like, costs, leaves, work, buffer,
            )  # fmt: skip
    for r in range(len(others) // 5):
        i, kind = others[5 * r], others[5 * r + 3]
        if a_like[i] <= 0.9:
            with_run(
                ac, aspans, others[5 * r + 1], others[5 * r + 2], kind, worth_of(kind), i, a_to, a_like,
                bc, bspans, bk, b_to, b_like, costs, leaves, work, buffer,
            )  # fmt: skip


def with_run(
    ac: Any,
    aspans: Any,
    a0: int,
    a1: int,
    kind: int,
    worth: float,
    i: int,
    a_to: Any,
    a_like: Any,
    bc: Any,
    bspans: Any,
    bk: Any,
    b_to: Any,
    b_like: Any,
    costs: Any,
    leaves: Any,
    work: Any,
    buffer: Any,
) -> None:
    """Pair one spelling of word ``i`` with the run of neighbours that it is most like, and note its span."""
    la = a1 - a0
    if la < 4:
        return
    for j in range(len(b_to) - 1):
        total, kinds = bspans[2 * j + 1] - bspans[2 * j], kind | bk[j]
        for end in range(j + 2, min(j + RUN, len(b_to)) + 1):
            total += bspans[2 * end - 1] - bspans[2 * end - 2]
            kinds |= bk[end - 1]
            mode = script_of(kinds)
            slack = 2 if mode == 0 else la if mode == 1 else 4
            if total > la + slack or total > JOINED:
                break
            if total < la - slack or not is_free(a_to[i], i, j, end, b_to, b_like):
                continue
            at = 0
            for k in range(j, end):
                for c in range(bspans[2 * k], bspans[2 * k + 1]):
                    buffer[at] = bc[c]
                    at += 1
            found = likeness(ac, a0, a1, buffer, 0, at, costs[mode], leaves[mode], work)
            found = worth * (as_spelt(found, mode) if mode != 0 else found)
            if found > 0.8 and found > a_like[i]:
                for k in range(len(b_to)):
                    if b_to[k] == i:
                        b_to[k], b_like[k] = -1, 0.0
                a_to[i], a_like[i] = j, found
                aspans[2 * i], aspans[2 * i + 1] = a0, a1
                for k in range(j, end):
                    b_to[k], b_like[k] = i, found


def is_free(partner: int, i: int, begin: int, end: int, b_to: Any, b_like: Any) -> bool:
    """Whether word ``i``, whose partner is given, may be paired with a run: no other word has a share in it,
    and not all of it is paired well already."""
    if partner >= 0 and not begin <= partner < end:
        return False
    poor = False
    for k in range(begin, end):
        if b_to[k] >= 0 and b_to[k] != i:
            return False
        poor = poor or b_like[k] <= 0.9
    return poor


def shared_weights(qw: Any, qid: Any, q_to: Any, q_like: Any, cw: Any) -> Any:
    """The weights of the words asked about; one that the index has not is half as rare as its partner makes
    it."""
    weights = np.empty(len(qw))
    for i in range(len(qw)):
        weights[i] = qw[i]
        if q_like[i] > 0.0 and qid[i] < 0:
            weights[i] = 0.5 * (qw[i] + cw[q_to[i]])
    return weights


def sums(weights: Any, kinds: Any, like: Any, to: Any, others: Any, chars: Any, spans: Any, out: Any) -> None:
    """Of one side: the share covered, of all words and of those that name something; what is left over, and
    its heaviest word; whether a number is left over.

    A word names something where it is none that many companies use, or its partner is none."""
    total, covered, total_names, covered_names = 0.0, 0.0, 0.0, 0.0
    for i in range(len(weights)):
        gain = weights[i] * (like[i] * like[i] * like[i])
        total += weights[i]
        covered += gain
        if not kinds[i] & 1 or (like[i] > 0.0 and not others[to[i]] & 1):
            total_names += weights[i]
            covered_names += gain
        if like[i] <= 0.0:
            out[2] += weights[i]
            out[3] = max(out[3], weights[i])
            if ZERO <= chars[spans[2 * i]] <= NINE:
                out[4] = 1.0
    out[0] = covered / total if total > 0.0 else 0.0
    out[1] = covered_names / total_names if total_names > 0.0 else out[0]


def agreement(weights: Any, q_to: Any, q_like: Any, qs: Any, cs: Any, out: Any) -> None:
    """What the paired words are worth, how many they are, how inexact, how many by initials, the worst of
    them."""
    out[18] = 1.0
    for i in range(len(weights)):
        like = q_like[i]
        if like <= 0.0:
            continue
        gain = weights[i] * (like * like * like)
        out[9] += 1.0
        j = q_to[i]
        if qs[2 * i + 1] - qs[2 * i] == 1 or cs[2 * j + 1] - cs[2 * j] == 1:
            out[11] += 1.0
            out[8] += 0.3 * gain
            continue
        out[8] += gain
        out[18] = min(out[18], like)
        if like < 0.999:
            out[10] += 1.0 - like


def whole_likeness(
    qc: Any, qs: Any, qk: Any, q_to: Any, cc: Any, cs: Any, ck: Any, costs: Any, leaves: Any, work: Any
) -> float:
    """How alike the whole names are without spaces, the words asked about in the order of their partners."""
    one, other = np.empty(JOINED, np.int64), np.empty(JOINED, np.int64)
    kinds, na, nb = 0, 0, 0
    for j in range(len(ck) + 1):  # words without a partner come last
        for i in range(len(qk)):
            if (q_to[i] != j) if j < len(ck) else (q_to[i] >= 0):
                continue
            for k in range(qs[2 * i], min(qs[2 * i + 1], qs[2 * i] + JOINED - na)):
                one[na] = qc[k]
                na += 1
    for j in range(len(ck)):
        kinds |= ck[j]
        for k in range(cs[2 * j], min(cs[2 * j + 1], cs[2 * j] + JOINED - nb)):
            other[nb] = cc[k]
            nb += 1
    for i in range(len(qk)):
        kinds |= qk[i]
    mode = script_of(kinds)
    return likeness(one, 0, na, other, 0, nb, costs[mode], leaves[mode], work)


def in_order(q_to: Any) -> float:
    """The share of paired words that follow one another as their partners do."""
    steps, kept, before = 0.0, 0.0, -1
    for i in range(len(q_to)):
        if q_to[i] >= 0:
            if before >= 0:
                steps += 1.0
                kept += 1.0 if q_to[i] >= before else 0.0
            before = q_to[i]
    return kept / steps if steps > 0.0 else 1.0


def is_initials(chars: Any, spans: Any, initials: Any) -> bool:
    """Whether a name of one word, of three letters or more, is another name's initials."""
    if len(spans) != 2 or spans[1] - spans[0] < 3 or spans[1] - spans[0] != len(initials):
        return False
    same = 0
    for k in range(len(initials)):
        same += chars[spans[0] + k] == initials[k]
    return same == len(initials)
