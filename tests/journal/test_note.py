"""Signed notes: the published examples are read and made; any other spelling is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sherd.journal.note import (
    Note,
    NoteError,
    NotSignedByKey,
    Signature,
    Signer,
    Verifier,
    WrongSignature,
    open_,
    parse,
    sign,
)

# The worked example of the Go checksum database's package on notes.
SIGNING_KEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
PETERS = (
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZ"
    "SNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
ENOCHS = (
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGr"
    "Q5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"
)
NOTE = f"{TEXT}\n{PETERS}"


def test_the_published_example_is_signed_byte_for_byte() -> None:
    assert sign(TEXT, Signer.parse(SIGNING_KEY)) == NOTE


def test_the_published_example_is_read() -> None:
    assert open_(NOTE, Verifier.parse(PETER)) == TEXT
    assert open_(f"{TEXT}\n{PETERS}{ENOCHS}", Verifier.parse(ENOCH)) == TEXT


def test_keys_are_written_as_they_are_read() -> None:
    signer = Signer.parse(SIGNING_KEY)
    assert str(signer.verifier) == PETER
    assert signer.secret_text() == SIGNING_KEY
    assert SIGNING_KEY[-20:] not in repr(signer)
    assert "seed" not in repr(signer)


def test_a_note_without_a_signature_of_the_key_is_not_believed() -> None:
    with pytest.raises(NotSignedByKey, match=r"signed by EnochRoot\+af0cfe78, not by PeterNeumann\+c74f20a3"):
        open_(f"{TEXT}\n{ENOCHS}", Verifier.parse(PETER))


def test_a_key_of_the_same_name_is_another_key() -> None:
    other = Signer("PeterNeumann", bytes(32))
    with pytest.raises(NotSignedByKey):
        open_(NOTE, other.verifier)


def test_a_signature_over_another_text_is_told_apart_from_a_missing_one() -> None:
    with pytest.raises(WrongSignature, match="does not belong to this text"):
        open_(NOTE.replace("answer", "anszer"), Verifier.parse(PETER))


def test_no_bit_of_a_note_can_be_flipped() -> None:
    verifier, data = Verifier.parse(PETER), NOTE.encode()
    passed = []
    for place in range(len(data)):
        for bit in range(8):
            flipped = bytearray(data)
            flipped[place] ^= 1 << bit
            try:
                open_(bytes(flipped).decode(), verifier)
                passed.append((place, bit))
            except (NoteError, UnicodeDecodeError):
                pass
    assert passed == []


MALFORMED = {
    "no signature": TEXT,
    "no signature line": f"{TEXT}\n",
    "no newline at the end": NOTE[:-1],
    "control character": f"\x01{NOTE}",
    "carriage return": NOTE.replace(",\n", ",\r\n"),
    "tab": NOTE.replace("If you", "If\tyou"),
    "trailing line": f"{NOTE}Unexpected line.\n",
    "trailing blank line": f"{NOTE}\n",
    "hyphen for the dash": NOTE.replace("— ", "- "),
    "two spaces": NOTE.replace("— P", "—  P"),
    "space in the name": NOTE.replace("PeterNeumann", "Peter Neumann"),
    "no-break space in the name": NOTE.replace("PeterNeumann", "Peter\u00a0Neumann"),
    "plus in the name": NOTE.replace("PeterNeumann", "Peter+Neumann"),
    "no name": NOTE.replace("PeterNeumann", ""),
    "slack bits": NOTE.replace("nAM=", "nAN="),
    "no padding": NOTE.replace("nAM=", "nAM"),
    "key id alone": f"{TEXT}\n— PeterNeumann x08gow==\n",
    "one key twice": f"{NOTE}{PETERS}",
    "too many signatures": f"{TEXT}\n" + "".join(ENOCHS.replace("Root", str(n)) for n in range(101)),
}


@pytest.mark.parametrize("note", MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_note_is_refused(note: str) -> None:
    with pytest.raises(NoteError):
        parse(note)


@pytest.mark.parametrize("key", [PETER, SIGNING_KEY], ids=["verifier", "signer"])
def test_a_mangled_key_is_refused(key: str) -> None:
    read = Verifier.parse if key == PETER else Signer.parse
    parts = {key[a:b] for a in range(len(key)) for b in range(a + 1, len(key) + 1)} - {key}
    bumped = {key[:at] + chr(ord(key[at]) + 1) + key[at + 1 :] for at in range(len(key))}
    accepted = [text for text in parts | bumped if is_read(read, text)]
    assert accepted == []


def is_read(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except NoteError:
        return False
    return True


def test_no_error_quotes_a_damaged_signing_key() -> None:
    secret = SIGNING_KEY[-30:]
    for text in (f"PRIVATE+KEY+{secret}", f"PRIVATE+KEY+a b+{secret}", SIGNING_KEY[:-1], f"{SIGNING_KEY}A"):
        with pytest.raises(NoteError) as told:
            Signer.parse(text)
        assert secret[:10] not in str(told.value)


# A longer key, and one of another algorithm, each with the hash that would belong to it.
@pytest.mark.parametrize(
    "key",
    [
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        PETER.replace("c74f20a3", "C74F20A3"),
        f"{PETER}\n",
    ],
)
def test_a_key_of_another_kind_or_spelling_is_refused(key: str) -> None:
    with pytest.raises(NoteError):
        Verifier.parse(key)


def test_a_note_keeps_empty_lines_of_its_text() -> None:
    signer = Signer("example.com/log", b"\x05" * 32)
    text = "Ognuno sta solo sul cuor della terra\n\ned è subito sera.\n"
    assert open_(sign(text, signer), signer.verifier) == text


@pytest.mark.parametrize("text", ["no newline", "", "a\rb\n", "a\x00\n"])
def test_a_text_that_no_note_can_hold_is_not_signed(text: str) -> None:
    with pytest.raises(NoteError):
        sign(text, Signer("example.com/log", b"\x05" * 32))


def test_a_note_is_signed_by_someone() -> None:
    with pytest.raises(NoteError, match="needs a signer"):
        sign(TEXT)


def test_a_parsed_note_gives_its_signatures() -> None:
    note = parse(NOTE)
    assert isinstance(note, Note)
    (signature,) = note.signatures
    assert isinstance(signature, Signature)
    assert (signature.name, signature.key_id.hex(), len(signature.signature)) == (
        "PeterNeumann",
        "c74f20a3",
        64,
    )
    assert signature.line() == PETERS


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\nb"])
def test_a_key_has_a_proper_name_and_length(name: str) -> None:
    with pytest.raises(NoteError, match="is not the name of a key"):
        Signer(name, bytes(32))
    with pytest.raises(NoteError, match="31 bytes"):
        Signer("log", bytes(31))
    with pytest.raises(NoteError, match="33 bytes"):
        Verifier("log", bytes(33))
