"""Write output files so that a reader finds either the whole file or none of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from sherd.errors import WrongCall


def write(path: Path, content: bytes) -> None:
    """Write beside the target and move into place. Raises ``WrongCall`` when the folder cannot be made."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise WrongCall(f"{path.parent} is not a folder", "Choose another --out.") from None
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(beside, 0o644)
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise
