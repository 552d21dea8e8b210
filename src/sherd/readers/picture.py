"""Cut a region out of a photograph, and leave behind whatever the camera wrote into the file.

The picture is opened by a process of its own (``picture_child``) with bounds on memory and time, since a file
of some kilobytes may open as a picture of gigabytes. What comes back are pixels, encoded anew as PNG.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import sherd
from sherd.errors import Refused
from sherd.model.regions import Region
from sherd.readers import picture_child

PATIENCE = 60
"""Seconds until the process is given up."""


def cut(content: bytes, region: Region | None) -> bytes:
    """The region of a picture, or all of it, as PNG that holds pixels and nothing else.

    Raises ``Refused`` where it cannot be opened within the bounds, or the region reaches beyond it.
    """
    where = [] if region is None else [_plain(region)]
    command = [sys.executable, "-P", "-m", picture_child.__name__, *where]
    known = {**os.environ, "PYTHONPATH": str(Path(sherd.__file__).parents[1])}
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=PATIENCE, check=False, env=known
        )
    except subprocess.TimeoutExpired:
        raise Refused(f"the picture could not be opened within {PATIENCE} seconds", _DO) from None
    if done.returncode != 0:
        raise Refused(f"the picture cannot be used: {_why(done)}", _DO)
    return done.stdout


def _why(done: subprocess.CompletedProcess[bytes]) -> str:
    """What the process said, or what became of it."""
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    if done.returncode == picture_child.TOLD and said:
        return said[-1]
    return "it needs more memory or time than is allowed" if done.returncode < 0 else "it cannot be read"


def _plain(region: Region) -> str:
    unit = "percent" if region.percent else "pixel"
    return f"{unit}:{region.x},{region.y},{region.width},{region.height}"


_DO = "Look at the file and at the region of the marking."
