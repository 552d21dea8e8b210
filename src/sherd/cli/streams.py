"""The streams that a caller hands us, in whatever state: closed, full, or in an encoding of long ago.

What cannot be told does not change what was done: the exit code stays the one of the verb.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import TextIO

import click


class Terminated(KeyboardInterrupt):
    """Told to stop by a signal, as a service manager or ``kill`` does."""


def mend() -> None:
    """Give a closed stream a place to write to; spell out what an encoding cannot say; stop when told to."""
    for name in ("stdin", "stdout", "stderr"):  # in this order, so that no file of ours becomes one of them
        stream = getattr(sys, name)
        if stream is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(nowhere, "r" if name == "stdin" else "w", encoding="utf-8"))
        elif isinstance(stream, io.TextIOWrapper) and name != "stdin":
            stream.reconfigure(errors="backslashreplace")
    with suppress(ValueError):  # only the main thread is told of signals
        signal.signal(signal.SIGTERM, _terminate)


def say(text: str | bytes, *, err: bool = False) -> None:
    """Print where that is still possible."""
    try:
        click.echo(text, err=err)
    except OSError:
        abandon(sys.stderr if err else sys.stdout)


def abandon(stream: TextIO) -> None:
    """Write to nowhere from now on, so that what is held back fails no second time at the end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    raise Terminated
