"""What sherd depends on: pinned by content, from nowhere in particular, each with its reason."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("base", "dev", "fast")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
DIRECT = {
    "base": PROJECT["dependencies"],
    "dev": PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"],
    "fast": PROJECT["dependencies"] + PROJECT["optional-dependencies"]["fast"],
    "link": PROJECT["dependencies"] + PROJECT["optional-dependencies"]["link"],
}
PIN = re.compile(r"^([a-z0-9-]+)==([0-9a-z.]+)( ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def lines(lock: str) -> list[str]:
    return (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="ascii").splitlines()


def pins(lock: str) -> dict[str, Version]:
    """Name to version of every package that the file pins."""
    return {found[1]: Version(found[2]) for line in lines(lock) if (found := PIN.match(line))}


def direct(lock: str) -> list[Requirement]:
    return [Requirement(text) for text in DIRECT[lock]]


@pytest.mark.parametrize("lock", [*LOCKS, "link"])
def test_a_requirement_is_a_name_a_version_and_hashes_and_no_address(lock: str) -> None:
    previous = ""
    for line in lines(lock):
        assert PIN.match(line) or HASH.match(line), f"neither pin nor hash: {line!r}"
        assert not PIN.match(previous) or HASH.match(line), f"a pin without a hash: {previous!r}"
        previous = line
    assert HASH.match(previous)


@pytest.mark.parametrize("lock", [*LOCKS, "link"])
def test_every_declared_dependency_is_pinned_within_its_bounds(lock: str) -> None:
    pinned = pins(lock)
    for wanted in direct(lock):
        name = canonicalize_name(wanted.name)
        assert pinned[name] in wanted.specifier, f"{name} {pinned[name]} is outside {wanted.specifier}"


def test_the_three_sets_agree() -> None:
    base, dev, fast = (pins(lock) for lock in LOCKS)
    assert {name: dev[name] for name in base} == base
    assert {name: fast[name] for name in base} == base
    assert set(fast) - set(base) == {"numba", "llvmlite"}
    link = pins("link")
    assert {name: link[name] for name in base} == base
    assert link["pyarrow"] == dev["pyarrow"]


def test_every_dependency_stands_in_the_docs_with_its_reason() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in page.splitlines()
        if line.startswith("|")
    ]
    reasons = {canonicalize_name(row[0].strip("`")): row for row in rows}
    extras = PROJECT["optional-dependencies"]
    wanted = {
        canonicalize_name(Requirement(text).name) for text in DIRECT["dev"] + extras["fast"] + extras["link"]
    }
    assert sorted(wanted - set(reasons)) == []
    for name in wanted:
        licence, reason = reasons[name][1], reasons[name][2]
        assert licence, f"{name}: no licence said"
        assert len(reason.split()) >= 4, f"{name}: no reason said"


def test_the_sqlite_that_comes_along_lies_outside_the_wal_corruption_range() -> None:
    import sqlcipher3.dbapi2

    version = Version(sqlcipher3.dbapi2.sqlite_version)
    assert not Version("3.7.0") <= version <= Version("3.51.2")
