"""What every test may ask for: the shared reference data, a real PostgreSQL, and a plain word about skips."""

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
ABSENT = "shared data absent"

settings.register_profile("sherd", deadline=None, derandomize=bool(os.environ.get("CI")), print_blob=True)
settings.register_profile("campaign", deadline=None, max_examples=5_000, print_blob=True)
settings.load_profile("sherd")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the source tree."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference data, judges and oracles that lie beside the source tree; skips where they do not."""
    if not (SHARED / "oracles").is_dir():
        pytest.skip(ABSENT)
    return SHARED


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """SQLAlchemy URL of a throw-away PostgreSQL server that lives as long as the test session.

    It listens on a Unix socket in its own folder and on no port. PostgreSQL refuses to run as root,
    so there it runs as the user ``postgres`` that Debian's package makes.
    """
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[4]))
    if not found:
        pytest.skip("PostgreSQL server not installed (Debian: postgresql)")
    owner: str | None = None
    if os.geteuid() == 0:
        try:
            owner = pwd.getpwnam("postgres").pw_name
        except KeyError:
            pytest.skip("PostgreSQL does not run as root, and there is no user postgres")
    bin_ = found[-1].parent
    home = Path(tempfile.mkdtemp(prefix="sherd-pg-", dir="/tmp"))  # a socket path holds 107 bytes at most
    try:
        if owner:
            shutil.chown(home, owner)
        yield from _serve(bin_, home, owner)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _serve(bin_: Path, home: Path, owner: str | None) -> Iterator[str]:
    """Make a cluster in ``home``, start its server, yield its URL, stop it."""
    data = home / "data"
    _as(
        owner,
        home,
        bin_ / "initdb",
        "-D",
        data,
        "-U",
        "sherd",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
        "--no-sync",
    )
    options = f"-c listen_addresses='' -c unix_socket_directories='{home}' -c fsync=off -c max_connections=40"
    control = (bin_ / "pg_ctl", "-D", data, "-w", "-t", "60")
    _as(owner, home, *control, "-l", home / "log", "-o", options, "start")
    try:
        yield f"postgresql+psycopg://sherd@/postgres?host={home}"
    finally:
        _as(owner, home, *control, "-m", "immediate", "stop")


def _as(owner: str | None, home: Path, *command: str | Path) -> None:
    """Run a command as ``owner`` (as ourselves where None); its output becomes the error where it fails."""
    groups: list[str] | None = [] if owner else None
    with (home / "out").open("w+", encoding="utf-8", errors="replace") as out:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=home,
            user=owner,
            group=owner,
            extra_groups=groups,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            check=False,
        )
        out.seek(0)
        if done.returncode:
            raise RuntimeError(f"{command[0]} exited {done.returncode}: {out.read()}")


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """URL of an empty database of this test's own on the throw-away server; dropped afterwards.

    Dispose of your engine before the test ends: a connection left open is a warning, and so an error.
    """
    import psycopg

    host = postgres_url.partition("host=")[2]
    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(dbname="postgres", user="sherd", host=host, autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}"'.encode())
        yield f"postgresql+psycopg://sherd@/{name}?host={host}"
        admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests did not run for want of the shared data; pytest's own line still comes last."""
    skipped = terminalreporter.stats.get("skipped", [])
    count = sum(ABSENT in str(report.longrepr) for report in skipped)
    if count:
        terminalreporter.write_line(
            f"{count} tests were skipped: {ABSENT} (looked for a folder `shared` beside the source tree)",
            yellow=True,
        )
