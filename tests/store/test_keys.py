from __future__ import annotations

import stat
from pathlib import Path

import pytest

from sherd.errors import KeyUnusable
from sherd.journal.note import Signer
from sherd.store.keys import read_key, signing_key
from sherd.store.opening import Places


def test_a_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "s.key"
    first, second = signing_key(path, None), signing_key(path, None)
    assert first == second
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["s.key"]
    assert Signer.parse(path.read_text().strip()) == first


def test_a_key_that_others_may_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.key"
    signing_key(path, None)
    path.chmod(0o640)
    with pytest.raises(KeyUnusable, match="can be read by others") as caught:
        read_key(path)
    assert "chmod 600" in caught.value.do


def test_a_key_under_a_passphrase_opens_with_it_alone(tmp_path: Path) -> None:
    path = tmp_path / "s.key"
    signer = signing_key(path, None, "open sesame")
    assert path.read_bytes().startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY-----")
    assert read_key(path, "open sesame") == signer
    with pytest.raises(KeyUnusable, match="does not open"):
        read_key(path, "wrong")
    with pytest.raises(KeyUnusable, match="is locked"):
        read_key(path)


@pytest.mark.parametrize("content", [b"", b"PRIVATE+KEY+x", b"\xff\xfe", b"-----BEGIN nothing", b"A" * 99])
def test_what_is_no_key_is_refused_without_quoting_it(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "s.key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(KeyUnusable) as caught:
        read_key(path)
    assert "AAAA" not in str(caught.value)


def test_a_signed_store_whose_key_is_gone_gets_no_new_one(tmp_path: Path) -> None:
    path = tmp_path / "s.key"
    verifier = str(signing_key(path, None).verifier)
    path.unlink()
    with pytest.raises(KeyUnusable, match="cannot be read"):
        signing_key(path, verifier)
    assert not path.exists()


def test_the_key_of_another_store_is_refused(tmp_path: Path) -> None:
    verifier = str(signing_key(tmp_path / "a.key", None).verifier)
    with pytest.raises(KeyUnusable, match="not the key that signed"):
        signing_key(tmp_path / "b.key", None) and signing_key(tmp_path / "b.key", verifier)


def test_key_and_files_lie_beside_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Places.of("a/case.db") == Places(
        Path("a/case.key"), Path("a/case.files"), Path("a/case.catalogue")
    )
    assert Places.of("a/case.v2").key == Path("a/case.v2.key")
    monkeypatch.setenv("SHERD_KEY", "/keys/k")
    monkeypatch.setenv("SHERD_FILES", "/files")
    assert Places.of("postgresql://host/db") == Places(
        Path("/keys/k"), Path("/files"), Path("/sherd.catalogue")
    )
