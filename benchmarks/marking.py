"""Search of a catalogue by whole markings: recall, speed, absence and confidence, with three peers in the
same run.

    python benchmarks/marking.py [accuracy | million | noise | ceiling | absent | confidence | peers …]

The markings are those of MARK-1 (``shared/data/README.md``), the catalogue its 100,000 parts; ``million``
takes the 587,584 rows of the wider catalogue and adds, to a round million, the same part numbers with one
digit or letter exchanged for another of its kind, so that nearly every part has a near neighbour that is
none. ``noise`` does not use the confusion table of MARK-1: it exchanges or wears characters of parts drawn
from the catalogue at random. Time is that of the process (``time.process_time``), the best of three runs,
after the index is built and the loops are compiled; making the answers' nouns is not in it, deciding the
outcome is.
"""

from __future__ import annotations

import csv
import random
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from sherd.identify.match import Answers, Index, search
from sherd.identify.match.outcome import ABSENT, PART
from sherd.text import key

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "marking"
SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Truth = dict[str, str]


def catalogue() -> tuple[list[str], list[str]]:
    rows = table("catalogue_100k.csv")
    return [row["mpn"] for row in rows], [row["manufacturer"] for row in rows]


def wide() -> tuple[list[str], list[str]]:
    table = pq.read_table(DATA / "catalogue.parquet", columns=["mpn", "manufacturer"])
    return table.column(0).to_pylist(), table.column(1).to_pylist()


def markings() -> list[Truth]:
    return table("mark1_dev.csv")


def table(name: str) -> list[Truth]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_hit(mpn: str, truth: Truth) -> bool:
    read = key(mpn)
    return read.startswith(key(truth["truth_base"])) or read == key(truth["truth_mpn"])


def ranks(index: Index, answers: Answers, truths: Sequence[Truth]) -> NDArray[np.int64]:
    """The rank of the first right spelling (0 is first), 99 where there is none."""
    found = np.concatenate([batch.spellings for batch in answers.found])
    names = [[index.mpns[int(index.rows[w])] if w >= 0 else "" for w in row] for row in found]
    return np.array([
        next((n for n, mpn in enumerate(row) if mpn and is_hit(mpn, truth)), 99)
        for row, truth in zip(names, truths, strict=True)
    ])  # fmt: skip


def timed(work: Callable[[], Answers], times: int = 3) -> tuple[Answers, float]:
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        done = work()
        best = min(best, time.process_time() - start)
    return done, best


def recall(name: str, index: Index, truths: Sequence[Truth], times: int = 3) -> Answers:
    texts = [truth["marking"] for truth in truths]
    search(index, texts[:8], compiled=True)
    answers, seconds = timed(lambda: search(index, texts, compiled=True), times)
    found = ranks(index, answers, truths)
    said = np.concatenate([batch.outcome for batch in answers.decided])
    kept = (found == 0) & (said == PART)
    print(f"{name}: recall@1 {np.mean(found == 0):.4f}, @5 {np.mean(found < 5):.4f}; "
          f"answered and right {kept.mean():.4f}; "
          f"{len(texts) / seconds:,.0f} markings a CPU-second", flush=True)  # fmt: skip
    return answers


def accuracy() -> None:
    index = Index.of(*catalogue())
    recall("100k, MARK-1", index, markings())


def million() -> None:
    mpns, makers = wide()
    chance, count = random.Random(20261126), len(mpns)
    while len(mpns) < 1_000_000:
        mpns.append(neighbour(mpns[chance.randrange(count)], chance))
        makers.append("perturbed")
    start = time.process_time()
    index = Index.of(mpns, makers)
    size = sum(array.nbytes for array in index.arrays().values()) / 1e6
    print(f"index of {len(mpns):,}: {time.process_time() - start:.1f} CPU-seconds, {size:.0f} MB", flush=True)
    recall("1M, MARK-1", index, markings(), times=1)


def neighbour(mpn: str, chance: random.Random) -> str:
    """The part number with one digit or letter exchanged for another of its kind."""
    places = [n for n, sign in enumerate(mpn) if sign.isascii() and sign.isalnum()] or [0]
    at = chance.choice(places)
    kind = SIGNS[:10] if mpn[at].isdigit() else SIGNS[10:]
    return mpn[:at] + chance.choice(kind) + mpn[at + 1 :]


def worn(truths: Sequence[Truth], rate: float, illegible: bool, seed: int, whole: bool) -> list[Truth]:
    """Parts of the catalogue with that share of letters and digits exchanged at random, or worn away."""
    chance = random.Random(seed)
    mpns, _ = catalogue()
    made = []
    for truth in truths:
        mpn = chance.choice(mpns)
        text = "".join(_worn(sign, rate, illegible, chance) for sign in mpn)
        marking = truth["marking"].replace(truth["part_text"], text, 1) if whole else text
        made.append({"marking": marking, "truth_mpn": mpn, "truth_base": mpn})
    return made


def _worn(sign: str, rate: float, illegible: bool, chance: random.Random) -> str:
    if not sign.isalnum() or chance.random() >= rate:
        return sign
    return "?" if illegible else chance.choice([other for other in SIGNS if other != sign.upper()])


def noise() -> None:
    index, clean = Index.of(*catalogue()), [each for each in markings() if each["level"] == "clean"]
    for name, rate, illegible in (("20 % exchanged at random", 0.2, False), ("25 % illegible", 0.25, True)):
        for seed, whole in product((7, 8, 9, 10), (False, True)):
            around = "whole marking" if whole else "part number alone"
            truths = worn(clean, rate, illegible, seed, whole)
            recall(f"{name}, {around}, draw {seed}", index, truths, times=1)


def ceiling() -> None:
    """What the best guess reaches where 25 % are illegible: the commonest part that fits what is legible."""
    mpns, clean = catalogue()[0], [each for each in markings() if each["level"] == "clean"]
    names, outlines = [key(mpn) for mpn in mpns], [_outline(mpn) for mpn in mpns]
    longest = max(map(len, names))
    signs = np.array([list(name.ljust(longest)) for name in names])
    lengths = np.char.str_len(names)
    shares: list[tuple[float, float]] = []
    for seed in (7, 8, 9, 10):
        for truth in worn(clean, 0.25, True, seed, whole=False):
            text = _legible(truth["marking"])
            fits = lengths == len(text)
            for at, sign in enumerate(text):
                if sign != "?":
                    fits &= signs[:, at] == sign
            left = np.flatnonzero(fits).tolist()
            outlined = [n for n in left if outlines[n] == _outline(truth["marking"])]
            shares.append((_commonest([names[n] for n in left]), _commonest([names[n] for n in outlined])))
    by_signs, by_both = np.array(shares).mean(axis=0)
    print(f"25 % illegible, part number alone, {len(shares)} markings: the best guess is right in "
          f"{by_signs:.4f}, {by_both:.4f} where separators are read too")  # fmt: skip


def _legible(text: str) -> str:
    """The letters and digits of a marking, its illegible signs kept in their places."""
    return "".join("?" if sign == "?" else key(sign) for sign in text)


def _outline(text: str) -> str:
    """Where the separators of a part number stand."""
    return "".join("x" if sign.isalnum() or sign == "?" else sign for sign in text)


def _commonest(names: Sequence[str]) -> float:
    return max(map(names.count, set(names)), default=0) / max(len(names), 1)


def absent() -> None:
    mpns, makers = catalogue()
    index, truths = Index.of(mpns, makers), markings()
    begun = {read[:n] for read in map(key, mpns) for n in range(4, len(read) + 1)}
    chance = random.Random(99)
    others = [mpn for mpn in chance.sample(wide()[0], 20_000) if key(mpn) not in begun and len(key(mpn)) > 4]
    clean = [truth for truth in truths if truth["level"] == "clean"]
    texts = [
        truth["marking"].replace(truth["part_text"], mpn, 1)
        for truth, mpn in zip(clean * 4, others, strict=False)
    ]
    print(f"parts of a wider catalogue, clean markings: said absent {said(index, texts):.4f} of {len(texts)}")
    without = {key(truth["truth_base"]) for truth in truths}
    kept = [n for n, mpn in enumerate(mpns) if not any(key(mpn)[:m] in without for m in range(3, 40))]
    less = Index.of([mpns[n] for n in kept], [makers[n] for n in kept])
    for level in ("clean", "light", "medium", "heavy"):
        texts = [truth["marking"] for truth in truths if truth["level"] == level]
        gone, falsely = said(less, texts), said(index, texts)
        print(f"MARK-1 {level}: said absent with the part taken out {gone:.4f}, falsely {falsely:.4f}")


def said(index: Index, texts: Sequence[str]) -> float:
    """The share of the markings that are said to name no part of the catalogue."""
    outcomes = np.concatenate([batch.outcome for batch in search(index, texts, compiled=True).decided])
    return float(np.mean(outcomes == ABSENT))


def confidence() -> None:
    index, truths = Index.of(*catalogue()), markings()
    answers = search(index, [truth["marking"] for truth in truths], compiled=True)
    right = ranks(index, answers, truths) == 0
    stated = np.concatenate([batch.right for batch in answers.decided])
    answered = np.concatenate([batch.outcome for batch in answers.decided]) == PART
    right, stated = right[answered], stated[answered]
    for part in np.array_split(np.argsort(stated, kind="stable"), 10):
        print(f"stated {stated[part].mean():.3f}, observed {right[part].mean():.3f}")
    surest = np.argsort(-stated, kind="stable")[: len(truths) * 9 // 10]
    print(
        f"answered {answered.mean():.4f}, precision {right.mean():.4f}; "
        f"surest 90 % of all: {right[surest].mean():.4f}"
    )


def peers() -> None:
    """The three peers on every tenth marking; each gets the whole marking or its lines, as suits it."""
    mpns, truths = catalogue()[0], markings()[::10]
    for name, peer in (("rapidfuzz", _levenshtein), ("TF-IDF", _tf_idf), ("SQLite FTS5 trigram", _fts5)):
        start = time.process_time()
        answer = peer(mpns)
        built = time.process_time() - start
        start = time.process_time()
        found = answer([truth["marking"] for truth in truths])
        seconds = time.process_time() - start
        at = [
            next((n for n, mpn in enumerate(row) if is_hit(mpn, t)), 99)
            for row, t in zip(found, truths, strict=True)
        ]
        print(f"{name}: recall@1 {np.mean(np.array(at) == 0):.3f}, @5 {np.mean(np.array(at) < 5):.3f}; "
              f"{len(truths) / seconds:,.0f} markings a CPU-second; built in {built:.1f} s")  # fmt: skip


Peer = Callable[[Sequence[str]], list[list[str]]]


def _levenshtein(mpns: Sequence[str]) -> Peer:
    """Exhaustive Levenshtein distance of every line, and every two lines joined, to every part number."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    names = [key(mpn) for mpn in mpns]

    def answer(texts: Sequence[str]) -> list[list[str]]:
        found = []
        for text in texts:
            lines = [key(line) for line in text.split("|")]
            forms = [*lines, *(a + b for a, b in pairwise(lines))]
            likeness = process.cdist(forms, names, scorer=Levenshtein.normalized_similarity).max(axis=0)
            found.append([mpns[n] for n in np.argsort(-likeness, kind="stable")[:5]])
        return found

    return answer


def _tf_idf(mpns: Sequence[str]) -> Peer:
    """Cosine of TF-IDF weighted trigrams of the whole marking, the best five by sparse_dot_topn."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    grams = TfidfVectorizer(analyzer="char", ngram_range=(2, 3), preprocessor=key)
    table = grams.fit_transform(mpns).T.tocsr()

    def answer(texts: Sequence[str]) -> list[list[str]]:
        best = sp_matmul_topn(grams.transform(texts), table, top_n=5, sort=True)
        rows = (best.indices[a:b] for a, b in pairwise(best.indptr))
        return [[mpns[n] for n in row] for row in rows]

    return answer


def _fts5(mpns: Sequence[str]) -> Peer:
    """SQLite's trigram index: any trigram of the marking, the best five by bm25."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE parts USING fts5(name, tokenize='trigram')")
    base.executemany("INSERT INTO parts (rowid, name) VALUES (?, ?)", enumerate(map(key, mpns)))

    def answer(texts: Sequence[str]) -> list[list[str]]:
        found = []
        for text in texts:
            read = key(text)
            asked = " OR ".join(f'"{read[n : n + 3]}"' for n in range(len(read) - 2)) or '"???"'
            query = "SELECT rowid FROM parts WHERE parts MATCH ? ORDER BY rank LIMIT 5"
            found.append([mpns[row] for (row,) in base.execute(query, (asked,))])
        return found

    return answer


TASKS = {each.__name__: each for each in (accuracy, million, noise, ceiling, absent, confidence, peers)}

if __name__ == "__main__":
    for task in sys.argv[1:] or TASKS:
        TASKS[task]()
