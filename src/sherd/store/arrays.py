"""Arrays kept in one file that is mapped, not read: opening a gigabyte costs milliseconds.

A file begins with ``MAGIC``, the length of its header (8 bytes, little-endian) and the header, JSON that says
what the file is about and where each array lies, with type and shape; arrays begin at multiples of 64 bytes.
It is written beside its place, flushed and moved there, so that a reader finds the old one or the new one.
Whoever has mapped the old one keeps it. What is in such a file is derived and can always be made again.
"""

from __future__ import annotations

import mmap
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from attrs import frozen

from sherd.errors import DiskFull, EdgeFailed
from sherd.store.keys import fsync_folder

MAGIC = b"sherd arrays 1\n"
ALIGNED = 64
LARGEST_HEADER = 1 << 24

Arrays = Mapping[str, "np.ndarray[Any, Any]"]


class Unfit(Exception):
    """The file is not there, is damaged or was written by another version; says which."""


@frozen(eq=False)
class Kept:
    """What a file is about, and its arrays, mapped and read-only."""

    about: Mapping[str, Any]
    arrays: Arrays


def keep(path: Path, about: Mapping[str, Any], arrays: Arrays) -> None:
    """Write the file whole, or leave what was there. Raises ``DiskFull``, ``EdgeFailed``.

    ``about`` is what JSON can say.
    """
    solid = {name: np.ascontiguousarray(array) for name, array in arrays.items()}
    header, places, size = _header(about, solid)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("xb") as file:
            file.write(header)
            for name, array in solid.items():
                file.seek(places[name])
                file.write(array.data.cast("B") if array.size else b"")
            file.truncate(size)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        fsync_folder(path.parent)
    except OSError as error:
        _remove(beside)
        if error.errno in {28, 122}:  # no space, over quota
            raise DiskFull(f"No room left for {path}", "Free some space, then go on.") from error
        raise EdgeFailed(
            f"{path} cannot be written: {error.strerror}", "Check who owns its folder."
        ) from error
    except BaseException:
        _remove(beside)
        raise


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def kept(path: Path) -> Kept:
    """Map a file. Raises ``Unfit`` where it is not one that this version wrote, whole."""
    try:
        with path.open("rb") as file:
            begun = file.read(len(MAGIC) + 8)
            length = int.from_bytes(begun[len(MAGIC) :], "little")
            if begun[: len(MAGIC)] != MAGIC or len(begun) < len(MAGIC) + 8 or length > LARGEST_HEADER:
                raise Unfit(f"{path} was not written by this version of sherd")
            header = orjson.loads(file.read(length))
            size = os.fstat(file.fileno()).st_size
            if header["size"] != size:
                raise Unfit(f"{path} holds {size:,} bytes, not {header['size']:,}")
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return Kept(header["about"], {each["name"]: _array(mapped, each) for each in header["arrays"]})
    except FileNotFoundError:
        raise Unfit(f"{path} is not there") from None
    except OSError as error:
        raise Unfit(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise Unfit(f"{path} is damaged: {error}") from error


def _array(mapped: mmap.mmap, each: Mapping[str, Any]) -> np.ndarray[Any, Any]:
    shape = tuple(each["shape"])
    count = int(np.prod(shape, dtype=np.int64))
    return np.frombuffer(mapped, np.dtype(each["dtype"]), count, each["place"]).reshape(shape)


def _header(about: Mapping[str, Any], arrays: Arrays) -> tuple[bytes, dict[str, int], int]:
    """The first bytes of the file, where each array begins, and the size of the whole."""
    length = 0
    while True:  # the places depend on the length of the header, which tells them
        places, size = _places(len(MAGIC) + 8 + length, arrays)
        listed = [
            {"name": name, "dtype": array.dtype.str, "shape": list(array.shape), "place": places[name]}
            for name, array in arrays.items()
        ]
        said = orjson.dumps({"about": dict(about), "arrays": listed, "size": size})
        if len(said) <= length:
            said = said.ljust(length)
            return MAGIC + length.to_bytes(8, "little") + said, places, size
        length = len(said) + ALIGNED


def _places(begin: int, arrays: Arrays) -> tuple[dict[str, int], int]:
    places: dict[str, int] = {}
    for name, array in arrays.items():
        places[name] = begin = -(-begin // ALIGNED) * ALIGNED
        begin += array.nbytes
    return places, begin
