"""Two names laid side by side, word against word: what agrees, what is left over on either side.

Each word of one name is paired with the word of the other that it is most like, rare words first; a word may
also stand for two neighbours written apart. What is measured of the pairs (:data:`FEATURES`) is what a scorer
weighs.

A side of a name is four arrays: ``chars`` its characters, ``spans`` where each word begins and ends in them
(two numbers a word), ``kinds`` what each word is, ``weights`` how rare it is. They are compiled as
:mod:`sherd.trace.likeness` says.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from sherd.trace.likeness import CODES, compiled, likeness

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

ZERO, NINE = CODES["0"], CODES["9"]


@compiled
def measure(
    qc: Any,
    qs: Any,
    qk: Any,
    qw: Any,
    qid: Any,
    qini: Any,
    cc: Any,
    cs: Any,
    ck: Any,
    cw: Any,
    cid: Any,
    cini: Any,
    costs: Any,
    leaves: Any,
    out: Any,
) -> None:
    """Measure a name asked about (``q…``) against a listed one (``c…``) into ``out``; see :data:`FEATURES`.

    ``qid``, ``cid`` number the words (-1: the index has it not), ``qini``, ``cini`` are the initials.
    """
    qn, cn = len(qk), len(ck)
    q_to, c_to = np.full(qn, -1, np.int64), np.full(cn, -1, np.int64)
    q_like, c_like = np.zeros(qn), np.zeros(cn)
    like = likenesses(qc, qs, qk, qid, cc, cs, ck, cid, costs, leaves)
    pair_up(like, qw, cw, q_to, c_to, q_like, c_like)
    pair_with_two(qc, qs, q_to, q_like, cc, cs, c_to, c_like, costs[0], leaves[0])
    pair_with_two(cc, cs, c_to, c_like, qc, qs, q_to, q_like, costs[0], leaves[0])
    weights = shared_weights(qw, qid, q_to, q_like, cw)
    of_q, of_c = np.zeros(5), np.zeros(5)
    sums(weights, qk, q_like, qc, qs, of_q)
    sums(cw, ck, c_like, cc, cs, of_c)
    agreement(weights, q_to, q_like, qs, cs, out)
    out[0], out[1] = of_q[0], of_c[0]
    out[2], out[3] = of_q[2], of_c[2]
    out[4] = min(of_q[2], of_c[2])
    out[5], out[6] = of_q[1], of_c[1]
    out[7] = whole_likeness(qc, qs, qk, q_to, cc, cs, ck, costs, leaves)
    out[12] = 1.0 if is_initials(qc, qs, cini) or is_initials(cc, cs, qini) else 0.0
    out[13] = 1.0 if qn == 1 or cn == 1 else 0.0
    out[14] = 1.0 if of_q[4] > 0.0 and of_c[4] > 0.0 else 0.0
    out[15] = in_order(q_to)
    out[16], out[17] = qn, cn
    out[19] = min(of_q[3], of_c[3])


@compiled
def likenesses(
    qc: Any, qs: Any, qk: Any, qid: Any, cc: Any, cs: Any, ck: Any, cid: Any, costs: Any, leaves: Any
) -> Any:
    """How alike each word of one name is to each of the other; 0 for what is too little."""
    like = np.zeros((len(qk), len(ck)))
    for i in range(len(qk)):
        for j in range(len(ck)):
            if qid[i] >= 0 and qid[i] == cid[j]:
                like[i, j] = 1.0
                continue
            la, lb = qs[2 * i + 1] - qs[2 * i], cs[2 * j + 1] - cs[2 * j]
            if la == 0 or lb == 0:
                continue
            if la == 1 or lb == 1:
                like[i, j] = of_initial(qc[qs[2 * i]], cc[cs[2 * j]], la, lb, (qk[i] | ck[j]) & 1)
                continue
            mode = script_of(qk[i] | ck[j])
            found = likeness(
                qc, qs[2 * i], qs[2 * i + 1], cc, cs[2 * j], cs[2 * j + 1], costs[mode], leaves[mode]
            )
            if mode != 0:  # a script that leaves sounds out is never spelt alike: near is as good as equal
                found = 0.96 + 0.04 * found if found >= NEAR else 0.0
            if found >= SMALLEST:
                like[i, j] = found
    return like


@compiled
def of_initial(a: int, b: int, la: int, lb: int, generic: int) -> float:
    """The likeness of an initial to a name, or to another initial."""
    if a != b:
        return 0.0
    if la == lb:
        return 1.0
    return 0.0 if generic else 0.62


@compiled
def script_of(kinds: int) -> int:
    """Which table of costs is for words of these kinds: plain 0, without short vowels 1, read from Chinese
    2."""
    if kinds & 2:
        return 1
    return 2 if kinds & 4 else 0


@compiled
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


@compiled
def pair_with_two(
    ac: Any,
    aspans: Any,
    a_to: Any,
    a_like: Any,
    bc: Any,
    bspans: Any,
    b_to: Any,
    b_like: Any,
    change: Any,
    leave: Any,
) -> None:
    """Pair a word of one side with two neighbours of the other that are written as one there."""
    buffer = np.empty(JOINED, np.int64)
    for i in range(len(a_to)):
        la = aspans[2 * i + 1] - aspans[2 * i]
        for j in range(len(b_to) - 1):
            lb, lc = bspans[2 * j + 1] - bspans[2 * j], bspans[2 * j + 3] - bspans[2 * j + 2]
            if la < 4 or lb + lc > 60 or abs(la - lb - lc) > 2:
                continue
            if a_like[i] > 0.9 or (b_like[j] > 0.9 and b_like[j + 1] > 0.9):
                continue
            if (
                (a_to[i] >= 0 and a_to[i] != j and a_to[i] != j + 1)
                or taken(b_to[j], i)
                or taken(b_to[j + 1], i)
            ):
                continue
            buffer[:lb] = bc[bspans[2 * j] : bspans[2 * j + 1]]
            buffer[lb : lb + lc] = bc[bspans[2 * j + 2] : bspans[2 * j + 3]]
            found = likeness(ac, aspans[2 * i], aspans[2 * i + 1], buffer, 0, lb + lc, change, leave)
            if found > 0.8 and found > a_like[i]:
                a_to[i] = j
                b_to[j] = b_to[j + 1] = i
                a_like[i] = b_like[j] = b_like[j + 1] = found


@compiled
def taken(partner: int, by: int) -> bool:
    """Whether a word has a partner already, another than this one."""
    return partner >= 0 and partner != by


@compiled
def shared_weights(qw: Any, qid: Any, q_to: Any, q_like: Any, cw: Any) -> Any:
    """The weights of the words asked about; one that the index has not is half as rare as its partner makes
    it."""
    weights = qw.copy()
    for i in range(len(qw)):
        if q_like[i] > 0.0 and qid[i] < 0:
            weights[i] = 0.5 * (qw[i] + cw[q_to[i]])
    return weights


@compiled
def sums(weights: Any, kinds: Any, like: Any, chars: Any, spans: Any, out: Any) -> None:
    """Of one side: the share covered, of all words and of those that name something; what is left over, and
    its heaviest word; whether a number is left over."""
    total, covered, total_names, covered_names = 0.0, 0.0, 0.0, 0.0
    for i in range(len(weights)):
        gain = weights[i] * (like[i] * like[i] * like[i])
        total += weights[i]
        covered += gain
        if not kinds[i] & 1:
            total_names += weights[i]
            covered_names += gain
        if like[i] <= 0.0:
            out[2] += weights[i]
            out[3] = max(out[3], weights[i])
            if ZERO <= chars[spans[2 * i]] <= NINE:
                out[4] = 1.0
    out[0] = covered / total if total > 0.0 else 0.0
    out[1] = covered_names / total_names if total_names > 0.0 else out[0]


@compiled
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


@compiled
def whole_likeness(
    qc: Any, qs: Any, qk: Any, q_to: Any, cc: Any, cs: Any, ck: Any, costs: Any, leaves: Any
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
    return likeness(one, 0, na, other, 0, nb, costs[mode], leaves[mode])  # type: ignore[no-any-return]


@compiled
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


@compiled
def is_initials(chars: Any, spans: Any, initials: Any) -> bool:
    """Whether a name of one word, of three letters or more, is another name's initials."""
    if len(spans) != 2 or spans[1] - spans[0] < 3 or spans[1] - spans[0] != len(initials):
        return False
    same = 0
    for k in range(len(initials)):
        same += chars[spans[0] + k] == initials[k]
    return same == len(initials)
