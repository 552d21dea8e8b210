"""Run the command as a user does, in a folder of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from sherd.cli import run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NOW = "2026-11-23T12:00:00+00:00"


@frozen
class Said:
    """What a call of the command came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on stdout."""
        return json.loads(self.out)

    @property
    def result(self) -> Any:
        """What the verb came to."""
        return self.json["result"]


Sherd = Callable[..., Said]


@pytest.fixture
def sherd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Sherd:
    """Call ``sherd`` with arguments; its store and output lie in the test's own folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("SHERD_STORE", "SHERD_PASSPHRASE", "SHERD_KEY", "SHERD_FILES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795435200")

    def call(*arguments: str | Path) -> Said:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Said(code, out, err)

    return call


@pytest.fixture
def case_folder(tmp_path: Path) -> Path:
    """The smallest useful case, written by hand."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "case.toml").write_text(
        'id = "small"\ntitle = "A small case"\nquestion = "What is it?"\n', "utf-8"
    )
    (folder / "items.csv").write_text(
        "id,label,role,custody_status,holder\n"
        "I1,First,item,documented,Museum K\nI2,Second,reference,unknown,\n",
        "utf-8",
    )
    return folder
