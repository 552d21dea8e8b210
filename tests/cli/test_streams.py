"""What a caller gets whose pipe is closed, whose disk is full, or who presses Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

SHERD = f"{sys.executable} -m sherd"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")


@pytest.fixture
def recorded(tmp_path: Path, case_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The smallest case, recorded in ``sherd.db``; a shell that runs here."""
    monkeypatch.chdir(tmp_path)
    subprocess.run([sys.executable, "-m", "sherd", "record", case_folder], check=True, capture_output=True)
    return tmp_path


def _shell(command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    found = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, env={**os.environ, **environment}
    )
    assert b"Traceback" not in found.stderr
    assert b"defect" not in found.stderr
    return found


@pytest.mark.parametrize("verb", ["verify", "compare I1 --with I2", "store check --json"])
def test_a_reader_that_goes_away_is_no_failure(verb: str, recorded: Path) -> None:
    assert _shell(f"{SHERD} {verb} | true").returncode == 0


@pytest.mark.parametrize(
    ("redirected", "code"),
    [
        ("verify --json >&-", 0),
        ("verify --json 2>&-", 0),
        ("record small 2>&-", 0),
        ("record nowhere 2>&-", 2),
        ("record nowhere >&- 2>&- <&-", 2),
        ("verify >/dev/full", 3),
        ("verify --json >/dev/full", 3),
        ("verify --json >/dev/full 2>/dev/full", 3),
        ("record nowhere --json >/dev/full 2>/dev/full", 2),
    ],
)
def test_a_stream_that_is_closed_or_full_never_ends_in_a_traceback(
    redirected: str, code: int, recorded: Path
) -> None:
    assert _shell(f"{SHERD} {redirected}").returncode == code


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-16"])
def test_json_is_utf_8_whatever_the_terminal_speaks(encoding: str, recorded: Path) -> None:
    (recorded / "small" / "items.csv").write_text("id,label,role,custody_status,цвет\nI1,М,item,unknown,х\n")
    said = _shell(f"{SHERD} record small --json", PYTHONIOENCODING=encoding)
    assert json.loads(said.stdout)["problems"][0]["column"] == "цвет"


def test_people_are_told_what_their_terminal_cannot_write(recorded: Path) -> None:
    said = _shell(f"{SHERD} record нет", PYTHONIOENCODING="latin-1")
    assert said.returncode == 2
    assert rb"\u043d\u0435\u0442 is not there" in said.stderr


def test_a_path_that_is_no_utf_8_is_spelt_out(recorded: Path) -> None:
    said = _shell(f"{SHERD} record $'no\\xffwhere' --json")
    assert said.returncode == 2
    assert r"no\udcffwhere" in json.loads(said.stdout)["problems"][0]["read"]


def _stopped_while_examining(sign: int, folder: Path) -> tuple[int, Any, str]:
    examples = Path(__file__).resolve().parents[2] / "examples"
    command = [sys.executable, "-m", "sherd", "examine", examples / "geran-2", "--out", "o", "--json"]
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    while not (folder / "sherd.key").exists():  # recording has begun
        time.sleep(0.01)
        assert process.poll() is None
    process.send_signal(sign)
    out, err = process.communicate(timeout=60)
    return process.returncode, json.loads(out), err.decode()


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_stopped_says_so_in_one_object(sign: int, code: int, tmp_path: Path) -> None:
    ended, said, err = _stopped_while_examining(sign, tmp_path)
    assert ended == code
    assert said["ok"] is False
    assert said["problems"][0]["read"] == "stopped; what was acknowledged is kept"
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "call",
    [
        "record small --by $'\\xff'",
        "record small --encoding $'\\xff'",
        "publish $'\\xff'",
        "attribute $'\\xff'",
    ],
)
def test_words_that_are_no_utf_8_are_a_wrong_call(call: str, recorded: Path) -> None:
    assert _shell(f"{SHERD} {call}").returncode == 2
