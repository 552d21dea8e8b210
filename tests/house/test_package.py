"""What is installed: the wheel holds the whole of src/sherd and nothing from beside it."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import sherd

ROOT = Path(__file__).resolve().parents[2]


def test_the_wheel_holds_what_the_tree_holds(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
        entry = next(wheel.read(name).decode() for name in names if name.endswith("entry_points.txt"))
    listed = subprocess.run(
        ["git", "ls-files", "src/sherd"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    tracked = {line.removeprefix("src/") for line in listed.stdout.splitlines() if (ROOT / line).exists()}
    assert sorted(tracked - names) == []
    assert {name.split("/")[0] for name in names} == {"sherd", f"sherd-{sherd.__version__}.dist-info"}
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert "sherd = sherd.cli:main" in entry


def test_python_m_sherd_is_the_command_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sherd", "--version"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, sherd.__version__ in done.stdout) == (0, True), done.stderr


def test_the_changelog_opens_with_what_is_not_yet_released() -> None:
    headings = [line for line in (ROOT / "CHANGELOG.md").read_text().splitlines() if line.startswith("## ")]
    assert headings[0] == "## [Unreleased]"


def test_the_licence_is_the_whole_apache_licence() -> None:
    text = (ROOT / "LICENSE").read_text()
    assert "Apache License" in text
    assert "APPENDIX: How to apply the Apache License to your work." in text
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["license"] == "Apache-2.0"
