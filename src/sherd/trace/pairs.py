"""Two names by themselves: how likely they are one party's, by how rare their words are in the lists."""

from __future__ import annotations

from itertools import chain

import numpy as np

from sherd.trace import party_field
from sherd.trace.alignment import FEATURES, measure
from sherd.trace.index import as_plain, keys_of
from sherd.trace.likeness import COSTS, LEAVES, WIDE
from sherd.trace.packing import pack
from sherd.trace.prepared import GENERIC, Prepared, prepare, script
from sherd.trace.scorer import scores
from sherd.trace.screening import Screen


def score_pair(screen: Screen, one: str, other: str, *, is_person: bool) -> float:
    """The score of two names, the mean from both sides; the best of the names that each field holds."""
    names = [
        [
            prepare(name, screen.vocabulary)
            for name in party_field.parse(text, screen.places, listed=True).names
        ]
        for text in (one, other)
    ]
    found = [
        (_one_way(screen, a, b, is_person) + _one_way(screen, b, a, is_person)) / 2
        for a in names[0]
        for b in names[1]
        if a.tokens and b.tokens
    ]
    return max(found, default=0.0)


def _one_way(screen: Screen, asked: Prepared, listed: Prepared, is_person: bool) -> float:
    index = screen.index
    q, c = pack([asked], index.token_ids), pack([listed], index.token_ids)
    weights = [
        np.where(side.ids >= 0, index.weights[np.maximum(side.ids, 0)], index.unseen) for side in (q, c)
    ]
    out = np.zeros(len(FEATURES))
    spellings = (asked.tokens, listed.tokens, *([each[1]] for each in (*asked.others, *listed.others)))
    known = {token: number for number, token in enumerate(dict.fromkeys(chain(*spellings)))}
    ids = [np.asarray([known[token] for token in name.tokens], np.int64) for name in (asked, listed)]
    others = [side.others.copy() for side in (q, c)]
    for side, name in zip(others, (asked, listed), strict=True):
        side[4::5] = [known[each[1]] for each in name.others]
    plain = [
        as_plain(each)
        for side, ids_, weight, more in zip((q, c), ids, weights, others, strict=True)
        for each in (side.characters, side.spans, side.kinds, weight, ids_, side.initials, more)
    ]
    measure(*plain, as_plain(COSTS), as_plain(LEAVES), [0.0] * (3 * WIDE), out)  # type: ignore[call-arg]
    generic = float(np.mean([bool(kind & GENERIC) for kind in asked.kinds]))
    agree = 0.0
    if asked.forms and listed.forms:
        agree = 1.0 if set(asked.forms) & set(listed.forms) else -1.0
    beside = [
        _shared(screen, asked, listed),
        agree,
        generic,
        float(bool(asked.forms) or generic > 0),
        float(script(asked) != script(listed)),
    ]
    return float(scores(np.concatenate([out, beside])[None, :], np.asarray([is_person]))[0])


def _shared(screen: Screen, asked: Prepared, listed: Prepared) -> float:
    """What a search would find in common: the keys of both, the rare ones counting most."""
    index = screen.index
    worth = {
        key: float(index.key_worth[index.key_ids[key]]) if key in index.key_ids else 1.0
        for key, _ in (*keys_of(asked), *keys_of(listed))
    }
    theirs = {key: value * worth[key] for key, value in keys_of(listed)}
    norm = max(float(np.sqrt(sum(value * value for value in theirs.values()))), 1e-6)
    return sum(value * worth[key] * theirs.get(key, 0.0) / norm for key, value in keys_of(asked))
