"""The dossier as a reader opens it: in a real browser, which its own policy forbids scripts and requests."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from sherd.cli import run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier of the worked case as HTML."""
    folder = tmp_path_factory.mktemp("page")
    code = run(["examine", str(EXAMPLES / "worked"), "--out", str(folder), "--store", str(folder / "w.db")])
    assert code == 0
    return folder / "dossier.html"


@pytest.fixture(scope="module")
def chromium() -> str:
    """The browser of the machine."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("chromium is not installed; .ci/run installs it")
    return found


def _browse(chromium: str, profile: Path, *arguments: str) -> str:
    command = [chromium, *FLAGS, f"--user-data-dir={profile}", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def test_the_page_shows_question_and_charts_under_its_own_policy(
    chromium: str, page: Path, tmp_path: Path
) -> None:
    shown = _browse(chromium, tmp_path / "profile", "--dump-dom", page.as_uri())
    assert "Was the invented glider W-1 made on line B or on line A?" in shown
    assert shown.count("<svg") >= 4
    assert "default-src 'none'" in shown


def test_the_page_is_drawn_on_a_small_screen(chromium: str, page: Path, tmp_path: Path) -> None:
    picture = tmp_path / "page.png"
    size = "--window-size=500,900"
    _browse(chromium, tmp_path / "profile", size, f"--screenshot={picture}", page.as_uri())
    assert picture.stat().st_size > 10_000
