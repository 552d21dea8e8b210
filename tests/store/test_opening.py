"""A store is named by a path or by an address; a password in it is never printed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from sherd.errors import EdgeFailed, NotFound, SherdError, WrongCall
from sherd.store import open_store
from sherd.store.opening import Places, is_url

PASSWORD = "s3cr3t"


def clock() -> Any:
    raise AssertionError("nothing is written")


@pytest.mark.parametrize(
    ("address", "failure"),
    [
        ("postgresql://u:s3cr3t@127.0.0.1:1/db", EdgeFailed),
        ("postgres://u:s3cr3t@127.0.0.1:1/db", EdgeFailed),
        ("POSTGRESQL://u:s3cr3t@127.0.0.1:1/db", EdgeFailed),
        ("postgresql://127.0.0.1:1/db?user=u&password=s3cr3t", EdgeFailed),
        ("postgresql://u@127.0.0.1:1/db?sslpassword=s3cr3t", EdgeFailed),
        ("postgresql://u:s3cr3t@127.0.0.1:port/db", WrongCall),
        ("postgresql://u:1:s3cr3t@[::1/db", WrongCall),
        ("mysql://u:s3cr3t@127.0.0.1/db", WrongCall),
        ("https://u:s3cr3t@127.0.0.1/db", WrongCall),
    ],
)
def test_no_failure_prints_the_password(address: str, failure: type[SherdError]) -> None:
    with pytest.raises(failure) as caught:
        open_store(address, create=True, clock=clock)
    assert PASSWORD not in str(caught.value)
    assert caught.value.do


@pytest.mark.parametrize("path", ["sherd.db", "a:b/sherd.db", "C:/cases/sherd.db", "/x//y.db", "://x.db"])
def test_a_path_is_no_address(path: str) -> None:
    assert not is_url(path)


def test_the_files_of_a_store_on_a_server_are_never_named_for_its_password() -> None:
    assert PASSWORD not in str(Places.of(f"Postgres://u:{PASSWORD}@host/db"))


def test_a_name_that_no_database_can_bear_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="not UTF-8"):
        open_store(tmp_path / "caf\udce9.db", create=True, clock=clock)


def test_a_pipe_is_no_store_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.db")
    with pytest.raises(NotFound, match="a pipe or a device"):
        open_store(tmp_path / "pipe.db", create=True, clock=clock)
