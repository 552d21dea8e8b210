"""The commands that the README shows are run, in the order in which they stand there, on a copy of the tree.

Every line of a block marked ``sh`` is a command. Those that start with ``sherd``, ``python -m sherd`` or
``make demo`` are run and must exit 0, or as a comment at the end of the line says: ``# exits 1``. Those that
install or test the project are known and left out; any other is a failure, so that the README shows no
command that nobody tried.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = ("sherd ", "python -m sherd ", "make demo", "cat ", "ls ")
LEFT_OUT = (
    "make setup",
    "make test",
    "make bench",
    "make campaign",
    "git clone ",
    "cd ",
    "pip install ",
    "uv tool install ",
)
STAMP = Path(".venv") / ".set-up"


def shown(text: str) -> list[str]:
    """Every command line in the ``sh`` blocks, with lines that end in a backslash joined."""
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    joined = "\n".join(blocks).replace("\\\n", " ")
    lines = (line.strip().removeprefix("$ ") for line in joined.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def exits(line: str) -> int:
    """The exit code that the line's own comment promises; 0 where it promises none."""
    found = re.search(r"# exits (\d+)", line)
    return int(found[1]) if found else 0


def readme() -> list[str]:
    return shown((ROOT / "README.md").read_text(encoding="utf-8"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The tracked files in a folder of their own, with this environment as its ``.venv``."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tmp_path / name)
    (tmp_path / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    return tmp_path


def test_every_command_in_the_readme_is_run_or_known_to_install() -> None:
    assert [line for line in readme() if not line.startswith((*RUN, *LEFT_OUT))] == []


def test_the_readme_shows_the_main_job() -> None:
    assert "make demo" in {line.partition("#")[0].strip() for line in readme()}
    assert any(line.startswith("sherd ") for line in readme())


def test_the_commands_of_the_readme_do_what_it_says(copy: Path) -> None:
    home = copy / "home"
    home.mkdir()
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    env = {"PATH": path, "HOME": str(home), "LANG": "C.UTF-8", "PYTHONPATH": str(copy / "src")}
    for line in readme():
        if line.startswith(RUN):
            command = line.replace("make demo", f"make -o {STAMP} demo")
            done = subprocess.run(
                ["bash", "-euc", command], cwd=copy, env=env, stdin=subprocess.DEVNULL,
                capture_output=True, text=True, timeout=300, check=False,
            )  # fmt: skip
            assert done.returncode == exits(line), f"{line}\n{done.stdout}\n{done.stderr}"


def test_a_block_of_commands_is_read_line_by_line() -> None:
    text = "a\n```sh\n# first\nsherd verify x  # exits 1\nsherd a \\\n  --b\n```\n```python\nno\n```\n"
    assert shown(text) == ["sherd verify x  # exits 1", "sherd a    --b"]
    assert [exits(line) for line in shown(text)] == [1, 0]
