"""How likely a misreading is: by what was counted, and by the shapes of the signs where nothing was."""

import numpy as np

from sherd.data import rows
from sherd.identify.match import Index
from sherd.identify.match.costs import costs
from sherd.identify.match.evidence import evidence
from sherd.identify.match.lookup import find
from sherd.identify.match.misreading import chances, misread
from sherd.identify.match.signs import SIGNS

NONE = np.zeros((len(SIGNS), len(SIGNS)))


def at(sign: str, read: str) -> tuple[int, int]:
    return SIGNS.index(sign), SIGNS.index(read)


def test_the_misreadings_of_each_sign_share_its_whole_chance() -> None:
    count = len(SIGNS)
    times = NONE.copy()
    times[at("B", "8")] = 30
    for table in (chances(NONE), chances(times), misread()):
        shares = np.exp(table[:count, :count])
        np.fill_diagonal(shares, 0.0)
        assert np.allclose(shares.sum(axis=1), 1.0)


def test_without_counts_the_shapes_decide() -> None:
    table = chances(NONE)
    assert table[at("B", "8")] > table[at("B", "4")]
    assert table[at("0", "O")] > table[at("0", "7")]


def test_counts_tell_the_direction_that_shapes_cannot() -> None:
    times = NONE.copy()
    times[at("5", "S")] = 40
    table = chances(times)
    assert table[at("5", "S")] > chances(NONE)[at("5", "S")] > table[at("5", "6")]
    assert table[at("S", "5")] == chances(NONE)[at("S", "5")]


def test_a_few_counts_move_the_chance_only_a_little() -> None:
    once, often = NONE.copy(), NONE.copy()
    once[at("K", "4")], often[at("K", "4")] = 1, 100
    assert chances(NONE)[at("K", "4")] < chances(once)[at("K", "4")] < chances(often)[at("K", "4")]
    assert np.exp(chances(once)[at("K", "4")]) < 0.2 < 0.8 < np.exp(chances(often)[at("K", "4")])


def test_the_evidence_sums_the_chances_of_all_signs_read_otherwise() -> None:
    index = Index.of(["LM358DR", "LM393DR"])
    (found,) = find(index, ["LM3S8DP"], compiled=False)
    seen = evidence(index, found, costs().reads)
    assert index.mpns[int(found.spellings[0, 0])] == "LM358DR"
    assert float(seen.misread[0]) == misread()[at("5", "S")] + misread()[at("R", "P")]
    (exact,) = find(index, ["LM358DR"], compiled=False)
    assert float(evidence(index, exact, costs().reads).misread[0]) == 0.0


def test_every_count_is_of_two_signs_and_positive() -> None:
    for row in rows("misreadings"):
        assert row["sign"] in SIGNS
        assert row["read_as"] in SIGNS
        assert row["sign"] != row["read_as"]
        assert int(row["times"]) > 0
        assert row["source"]
