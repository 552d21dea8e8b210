"""Checkpoints and receipts: written as the C2SP texts say, read strictly, checked against bytes and key."""

from __future__ import annotations

import pytest

from sherd.journal.canonical import to_base64
from sherd.journal.checkpoint import (
    Checkpoint,
    CheckpointError,
    Proof,
    check,
    origin_of,
    read_checkpoint,
    sign_checkpoint,
)
from sherd.journal.merkle import Kept, TreeError, inclusion_proof, leaf_hash, root
from sherd.journal.note import NotSignedByKey, Signer, Verifier, WrongSignature, sign

# The example of c2sp.org/tlog-checkpoint.
BODY = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
SIGNER = Signer("sherd/0badc0de", b"\x07" * 32)
LEAVES = [f"event {number}".encode() for number in range(21)]
HASHES = [leaf_hash(leaf) for leaf in LEAVES]


def receipt(index: int = 5) -> str:
    hashes = inclusion_proof(index, len(HASHES), Kept(HASHES))
    return Proof(index, tuple(hashes), sign_checkpoint(len(HASHES), root(HASHES), SIGNER)).text()


def test_the_published_checkpoint_is_read_and_written() -> None:
    checkpoint = Checkpoint.parse(BODY)
    assert (checkpoint.origin, checkpoint.size) == ("example.com/behind-the-sofa", 20852163)
    assert checkpoint.root.hex() == "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62"
    assert checkpoint.text() == BODY


def test_extension_lines_are_kept() -> None:
    assert Checkpoint.parse(f"{BODY}more\n").extensions == ("more",)
    assert Checkpoint.parse(f"{BODY}more\n").text() == f"{BODY}more\n"


ROOT_LINE = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
MALFORMED = {
    "no origin": BODY.removeprefix("example.com/behind-the-sofa"),
    "leading zero": BODY.replace("2085", "02085"),
    "sign": BODY.replace("2085", "+2085"),
    "minus": BODY.replace("2085", "-2085"),
    "underscore": BODY.replace("2085", "2_085"),
    "other digits": BODY.replace("20852163", "٢٠"),
    "space": BODY.replace("2163", "2163 "),
    "no size": BODY.replace("20852163", ""),
    "too large": BODY.replace("20852163", "9223372036854775808"),
    "slack bits": BODY.replace("q2I=", "q2J="),
    "short root": BODY.replace(ROOT_LINE, to_base64(bytes(31))),
    "long root": BODY.replace(ROOT_LINE, to_base64(bytes(33))),
    "no newline": BODY[:-1],
    "empty extension": f"{BODY}\n",
    "two lines": "log\n3\n",
}


@pytest.mark.parametrize("text", MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(CheckpointError):
        Checkpoint.parse(text)


def test_an_empty_log_has_size_zero() -> None:
    assert Checkpoint.parse(BODY.replace("20852163", "0")).size == 0


@pytest.mark.parametrize(
    "wrong", [("", 1, bytes(32)), ("a\nb", 1, bytes(32)), ("a", -1, bytes(32)), ("a", 1, b"")]
)
def test_no_checkpoint_is_made_of_wrong_parts(wrong: tuple[str, int, bytes]) -> None:
    with pytest.raises(CheckpointError):
        Checkpoint(*wrong)
    with pytest.raises(CheckpointError, match="extension"):
        Checkpoint("a", 1, bytes(32), ("",))


def test_a_log_without_a_name_is_called_after_its_key() -> None:
    # sha256 of 32 zero bytes is 66687aad…
    assert origin_of(bytes(32)) == "sherd/66687aad"


def test_a_signed_checkpoint_is_read_back_with_its_key() -> None:
    note = sign_checkpoint(21, root(HASHES), SIGNER)
    assert read_checkpoint(note, SIGNER.verifier) == Checkpoint("sherd/0badc0de", 21, root(HASHES))
    with pytest.raises(WrongSignature):
        read_checkpoint(note.replace("\n21\n", "\n20\n"), SIGNER.verifier)


def test_a_key_does_not_speak_for_another_log() -> None:
    note = sign(Checkpoint("another/log", 1, bytes(32)).text(), SIGNER)
    with pytest.raises(CheckpointError, match="a checkpoint of another/log, signed by sherd/0badc0de"):
        read_checkpoint(note, SIGNER.verifier)


@pytest.mark.parametrize("index", range(21))
def test_every_event_has_a_receipt_that_anyone_can_check(index: int) -> None:
    assert check(LEAVES[index], receipt(index), SIGNER.verifier).size == 21


def test_a_receipt_is_laid_out_as_published() -> None:
    lines = receipt(20).split("\n")
    assert lines[:2] == ["c2sp.org/tlog-proof@v1", "index 20"]
    assert lines[4:7] == ["", "sherd/0badc0de", "21"]
    assert Proof.parse(receipt(20)).text() == receipt(20)


def test_a_receipt_is_of_one_event_only() -> None:
    with pytest.raises(TreeError, match="leads to another root"):
        check(LEAVES[6], receipt(5), SIGNER.verifier)


def test_a_receipt_is_of_one_key_only() -> None:
    with pytest.raises(NotSignedByKey):
        check(LEAVES[5], receipt(5), Signer("sherd/0badc0de", b"\x08" * 32).verifier)


def test_no_bit_of_a_receipt_can_be_flipped() -> None:
    data, verifier, passed = receipt().encode(), SIGNER.verifier, []
    for place in range(len(data)):
        for bit in range(8):
            flipped = bytearray(data)
            flipped[place] ^= 1 << bit
            try:
                check(LEAVES[5], bytes(flipped).decode(), verifier)
                passed.append((place, bit))
            except ValueError:
                pass
    assert passed == []


def test_a_receipt_may_carry_extra_data() -> None:
    proof = Proof(0, (), sign_checkpoint(1, HASHES[0], SIGNER), extra=b"geran-2 C1")
    assert proof.text().split("\n")[1] == f"extra {to_base64(b'geran-2 C1')}"
    assert Proof.parse(proof.text()) == proof
    check(LEAVES[0], proof.text(), SIGNER.verifier)


BAD_RECEIPTS = {
    "other version": receipt().replace("@v1", "@v2"),
    "no index": receipt().replace("index 5\n", ""),
    "leading zero": receipt().replace("index 5", "index 05"),
    "negative": receipt().replace("index 5", "index -5"),
    "extra after index": receipt().replace("index 5\n", "index 5\nextra QQ==\n"),
    "slack bits in extra": receipt().replace("index 5\n", "extra QR==\nindex 5\n"),
    "short hash": receipt().replace("index 5\n", f"index 5\n{to_base64(bytes(31))}\n"),
    "no checkpoint": receipt().partition("\n\n")[0],
    "carriage return": receipt().replace("index 5\n", "index 5\r\n"),
}


@pytest.mark.parametrize("text", BAD_RECEIPTS.values(), ids=BAD_RECEIPTS.keys())
def test_a_malformed_receipt_is_refused(text: str) -> None:
    with pytest.raises(CheckpointError):
        Proof.parse(text)


@pytest.mark.parametrize("text", [receipt().replace("index 5\n", ""), "c2sp.org/tlog-proof@v1\n\nlog\n"])
def test_a_receipt_without_its_place_says_so(text: str) -> None:
    with pytest.raises(CheckpointError, match="without the index"):
        Proof.parse(text)


def test_the_verifier_key_is_what_another_needs() -> None:
    assert check(LEAVES[5], receipt(), Verifier.parse(str(SIGNER.verifier))).root == root(HASHES)
