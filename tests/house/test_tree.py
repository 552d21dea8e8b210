"""What the repository holds: nothing of one machine, and no reference data that is not ours to ship."""

import re
import subprocess
from filecmp import cmp
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MACHINE = re.compile(
    r"(?<![\w.])/(?:w[o]rk|r[o]ot|h[o]me/[a-z]+|Us[e]rs/[a-z]+|opt/(?:p[y]pi|w[h]eels))(?:/|\b)"
    r"|p[y]pi\.org|pyth[o]nhosted\.org|registry\.n[p]mjs|deb\.d[e]bian\.org|crat[e]s\.io|proxy\.g[o]lang"
)
OURS = ("examples/", "tests/cases/")


def tracked() -> list[Path]:
    """Every file in git that is still there."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def text_of(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:  # a picture
        return None


def test_no_file_names_a_machine_or_a_package_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {hit[0]}"
        for path in tracked()
        for number, line in enumerate((text_of(path) or "").splitlines(), start=1)
        if (hit := MACHINE.search(line))
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "see /" + "work/main",
        "/" + "root/.cache",
        "https://" + "pypi" + ".org/simple",
        "/opt/" + "pypi/simple",
    ],
)
def test_a_machine_is_recognised(line: str) -> None:
    assert MACHINE.search(line)


@pytest.mark.parametrize("line", ["a/work/of art", "the root/leaf hash", "home/made", "merkle /roots"])
def test_an_innocent_word_is_not_taken_for_a_machine(line: str) -> None:
    assert not MACHINE.search(line)


def test_no_reference_file_is_copied_into_the_tree(shared: Path) -> None:
    theirs: dict[int, list[Path]] = {}
    for path in shared.rglob("*"):
        if path.is_file():
            theirs.setdefault(path.stat().st_size, []).append(path)
    copied = [
        path
        for path in tracked()
        if path.stat().st_size
        and any(cmp(path, other, shallow=False) for other in theirs.get(path.stat().st_size, []))
    ]
    assert copied == []


def test_no_reference_table_is_copied_line_by_line(shared: Path) -> None:
    theirs = {
        line
        for path in (shared / "data").rglob("*.csv")
        for line in (text_of(path) or "").splitlines()
        if len(line) >= 60
    }
    for path in tracked():
        if not str(path.relative_to(ROOT)).startswith(OURS):
            copied = sum(line in theirs for line in (text_of(path) or "").splitlines())
            assert copied <= 3, f"{path.relative_to(ROOT)} holds {copied} lines of the shared tables"


def test_every_tracked_file_is_small_enough_to_read() -> None:
    large = [
        f"{path.relative_to(ROOT)} {path.stat().st_size}"
        for path in tracked()
        if path.stat().st_size > 2_000_000
    ]
    assert large == []
