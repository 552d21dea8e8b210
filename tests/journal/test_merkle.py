"""The tree: known roots, judges that nobody here wrote, and the laws that every proof obeys."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sherd.journal.merkle import (
    EMPTY_ROOT,
    Frontier,
    Kept,
    TreeError,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root,
    verify_consistency,
    verify_inclusion,
)

JUDGES = Path(__file__).resolve().parents[2] / "../shared/judges/transparency-dev"

# The eight leaves and roots of the Certificate Transparency test suite (RFC 6962 and 9162).
CT_LEAVES = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]
CT_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
CT_HASHES = [leaf_hash(bytes.fromhex(leaf)) for leaf in CT_LEAVES]
# Proofs of the same suite: leaf 5 of 8, and from 6 leaves to 8.
CT_INCLUSION_5_OF_8 = [
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
]
CT_CONSISTENCY_6_TO_8 = [
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
]

LEAVES = [leaf_hash(n.to_bytes(4, "big")) for n in range(700)]


def from_hex(texts: Sequence[str]) -> list[bytes]:
    return [bytes.fromhex(text) for text in texts]


def defined_root(hashes: Sequence[bytes]) -> bytes:
    """The root as RFC 9162 section 2.1.1 defines it, split by split."""
    if len(hashes) == 1:
        return hashes[0]
    split = 1 << (len(hashes) - 1).bit_length() - 1
    return node_hash(defined_root(hashes[:split]), defined_root(hashes[split:]))


def test_the_empty_tree_has_the_hash_of_nothing() -> None:
    assert EMPTY_ROOT.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert Frontier().root() == root([]) == EMPTY_ROOT


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_those_of_the_certificate_transparency_suite(size: int) -> None:
    frontier = Frontier()
    for hash_ in CT_HASHES[:size]:
        frontier.append(hash_)
    assert frontier.root().hex() == CT_ROOTS[size - 1]
    assert root(CT_HASHES[:size]).hex() == CT_ROOTS[size - 1]


def test_proofs_are_those_of_the_certificate_transparency_suite() -> None:
    kept = Kept(CT_HASHES)
    assert inclusion_proof(5, 8, kept) == from_hex(CT_INCLUSION_5_OF_8)
    assert consistency_proof(6, 8, kept) == from_hex(CT_CONSISTENCY_6_TO_8)


def judged(kind: str) -> list[Path]:
    return sorted((JUDGES / kind).rglob("*.json"))


def decoded(case: dict[str, object], name: str) -> bytes:
    return base64.b64decode(str(case[name]))


def decided_right(path: Path) -> bool:
    case = json.loads(path.read_text())
    proof = [base64.b64decode(text) for text in case["proof"] or []]
    try:
        if "leafIdx" in case:
            leaf, index, size = decoded(case, "leafHash"), case["leafIdx"], case["treeSize"]
            verify_inclusion(leaf, index, size, proof, decoded(case, "root"))
        else:
            old, new = decoded(case, "root1"), decoded(case, "root2")
            verify_consistency(case["size1"], old, case["size2"], new, proof)
    except TreeError:
        return bool(case["wantErr"])
    return not case["wantErr"]


@pytest.mark.parametrize("kind", ["inclusion", "consistency"])
def test_every_case_of_the_judge_is_decided_right(kind: str) -> None:
    if not JUDGES.is_dir():
        pytest.skip("shared data absent")
    cases = judged(kind)
    assert len(cases) == 98
    assert [path.name for path in cases if not decided_right(path)] == []


def test_another_implementation_finds_the_same_roots_over_a_thousand_leaves() -> None:
    pymerkle = pytest.importorskip("pymerkle")
    peer = pymerkle.InmemoryTree(algorithm="sha256")
    frontier = Frontier()
    for number in range(1000):
        leaf = f"event {number}".encode()
        peer.append_entry(leaf)
        frontier.append(leaf_hash(leaf))
        if number % 37 == 0 or number > 990:
            assert frontier.root() == peer.get_root()


@pytest.mark.parametrize("size", [1, 2, 15, 16, 17, 255, 256, 257, 272, 273, 511, 700])
def test_a_frontier_read_back_grows_into_the_same_tree(size: int) -> None:
    kept = Kept(LEAVES[:size])
    frontier = Frontier.restore(size, kept)
    assert frontier.root() == defined_root(LEAVES[:size])
    frontier.extend(LEAVES[size:])
    assert frontier.root() == defined_root(LEAVES)


def test_the_kept_nodes_are_the_complete_subtrees_at_every_fourth_height() -> None:
    frontier = Frontier()
    for start in range(0, 700, 97):
        frontier.extend(LEAVES[start : start + 97])
    nodes = frontier.take_nodes()
    assert sorted((n.height, n.position) for n in nodes) == [*((4, i) for i in range(43)), (8, 0), (8, 1)]
    for height, position, hash_ in nodes:
        assert hash_ == defined_root(LEAVES[position << height : (position + 1) << height])
    assert frontier.take_nodes() == []


def test_a_copy_of_a_frontier_grows_on_its_own() -> None:
    frontier = Frontier()
    frontier.extend(LEAVES[:20])
    other = frontier.copy()
    other.append(LEAVES[20])
    assert frontier.root() == defined_root(LEAVES[:20])
    assert other.root() == defined_root(LEAVES[:21])
    assert (frontier.size, other.size) == (20, 21)


@pytest.mark.parametrize("size", range(1, 71))
def test_every_event_can_be_shown_in_every_tree(size: int) -> None:
    kept, expected = Kept(LEAVES[:size]), defined_root(LEAVES[:size])
    for index in range(size):
        proof = inclusion_proof(index, size, kept)
        assert verify_inclusion(LEAVES[index], index, size, proof, expected) is None


@pytest.mark.parametrize("size", range(1, 71))
def test_every_tree_can_be_shown_to_begin_with_every_earlier_one(size: int) -> None:
    kept, new_root = Kept(LEAVES[:size]), defined_root(LEAVES[:size])
    for old in range(1, size + 1):
        proof = consistency_proof(old, size, kept)
        assert verify_consistency(old, defined_root(LEAVES[:old]), size, new_root, proof) is None


def flipped(hash_: bytes, bit: int) -> bytes:
    return (int.from_bytes(hash_, "big") ^ 1 << bit).to_bytes(32, "big")


@st.composite
def mutations(draw: st.DrawFn) -> tuple[int, int, int, int]:
    new = draw(st.integers(2, 70))
    return new, draw(st.integers(0, new - 1)), draw(st.integers(0, 2**16)), draw(st.integers(0, 255))


@settings(max_examples=300, deadline=None)
@given(mutations())
def test_a_proof_with_one_bit_flipped_shows_nothing(drawn: tuple[int, int, int, int]) -> None:
    size, index, place, bit = drawn
    kept, expected = Kept(LEAVES[:size]), defined_root(LEAVES[:size])
    proof = inclusion_proof(index, size, kept)
    at = place % len(proof)
    bad = [*proof[:at], flipped(proof[at], bit), *proof[at + 1 :]]
    with pytest.raises(TreeError):
        verify_inclusion(LEAVES[index], index, size, bad, expected)
    with pytest.raises(TreeError):
        verify_inclusion(flipped(LEAVES[index], bit), index, size, proof, expected)
    for other in {index + 1, index - 1, index ^ 1} & set(range(size)):
        with pytest.raises(TreeError):
            verify_inclusion(LEAVES[index], other, size, proof, expected)


@settings(max_examples=300, deadline=None)
@given(mutations())
def test_a_history_with_one_bit_flipped_is_not_the_same_history(drawn: tuple[int, int, int, int]) -> None:
    new, before, place, bit = drawn
    old = max(1, before)
    kept, new_root, old_root = Kept(LEAVES[:new]), defined_root(LEAVES[:new]), defined_root(LEAVES[:old])
    proof = consistency_proof(old, new, kept)
    at = place % len(proof)
    bad = [*proof[:at], flipped(proof[at], bit), *proof[at + 1 :]]
    with pytest.raises(TreeError):
        verify_consistency(old, old_root, new, new_root, bad)
    with pytest.raises(TreeError):
        verify_consistency(old, flipped(old_root, bit), new, new_root, proof)
    with pytest.raises(TreeError):
        verify_consistency(old, old_root, new, flipped(new_root, bit), proof)
    for longer in ([*proof, proof[-1]], proof[:-1]):
        with pytest.raises(TreeError):
            verify_consistency(old, old_root, new, new_root, longer)


@pytest.mark.parametrize("wrong", [b"", b"\0" * 31, b"\0" * 33])
def test_a_hash_of_the_wrong_length_is_refused_everywhere(wrong: bytes) -> None:
    kept, both = Kept(LEAVES[:2]), defined_root(LEAVES[:2])
    with pytest.raises(TreeError, match=f"a hash of {len(wrong)} bytes"):
        verify_inclusion(wrong, 0, 2, inclusion_proof(0, 2, kept), both)
    with pytest.raises(TreeError, match=f"a hash of {len(wrong)} bytes"):
        verify_inclusion(LEAVES[0], 0, 2, [wrong], both)
    with pytest.raises(TreeError, match=f"a hash of {len(wrong)} bytes"):
        verify_consistency(1, LEAVES[0], 2, both, [wrong])
    with pytest.raises(TreeError, match=f"a hash of {len(wrong)} bytes"):
        Frontier().append(wrong)
    with pytest.raises(TreeError, match=f"a hash of {len(wrong)} bytes"):
        root([wrong])


@pytest.mark.parametrize(("index", "size"), [(0, 0), (3, 3), (-1, 3)])
def test_an_event_outside_the_tree_has_no_proof(index: int, size: int) -> None:
    with pytest.raises(TreeError, match="is not in a tree of"):
        inclusion_proof(index, size, Kept(LEAVES[:3]))
    with pytest.raises(TreeError, match="is not in a tree of"):
        verify_inclusion(LEAVES[0], index, size, [], LEAVES[0])


@pytest.mark.parametrize(("old", "new"), [(0, 0), (0, 3), (3, 2)])
def test_nothing_follows_from_an_empty_or_later_tree(old: int, new: int) -> None:
    with pytest.raises(TreeError, match="no proof leads from"):
        consistency_proof(old, new, Kept(LEAVES[:3]))
    with pytest.raises(TreeError, match="no proof leads from"):
        verify_consistency(old, EMPTY_ROOT, new, EMPTY_ROOT, [])


def test_two_trees_of_one_size_have_one_root_and_nothing_to_prove() -> None:
    whole = defined_root(LEAVES[:5])
    verify_consistency(5, whole, 5, whole, [])
    with pytest.raises(TreeError, match="must be empty"):
        verify_consistency(5, whole, 5, whole, [LEAVES[0]])
    with pytest.raises(TreeError, match="with different roots"):
        verify_consistency(5, whole, 5, LEAVES[0], [])


def test_a_proof_of_the_wrong_length_is_called_that() -> None:
    kept, whole = Kept(LEAVES[:6]), defined_root(LEAVES[:6])
    proof = inclusion_proof(2, 6, kept)
    with pytest.raises(TreeError, match="too long"):
        verify_inclusion(LEAVES[2], 2, 6, [*proof, LEAVES[0]], whole)
    with pytest.raises(TreeError, match="too short"):
        verify_inclusion(LEAVES[2], 2, 6, proof[:-1], whole)
    with pytest.raises(TreeError, match="proof is empty"):
        verify_consistency(4, defined_root(LEAVES[:4]), 6, whole, [])


def test_missing_hashes_are_told_and_never_guessed() -> None:
    kept = Kept(LEAVES[:20])
    with pytest.raises(TreeError, match="are kept"):
        inclusion_proof(0, 300, kept)
    with pytest.raises(TreeError, match="are kept"):
        Frontier.restore(40, kept)


class Counting:
    """Counts what a proof reads."""

    def __init__(self, kept: Kept) -> None:
        self.kept, self.calls, self.read = kept, 0, 0

    def hashes(self, height: int, first: int, count: int) -> list[bytes]:
        self.calls += 1
        self.read += count
        return self.kept.hashes(height, first, count)


def test_a_proof_reads_one_row_of_sixteen_for_every_four_levels() -> None:
    leaves = [n.to_bytes(32, "big") for n in range(1 << 16)]
    counting = Counting(Kept(leaves))
    inclusion_proof(12345, 1 << 16, counting)
    assert (counting.calls, counting.read) == (4, 64)
