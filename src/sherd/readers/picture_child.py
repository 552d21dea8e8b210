"""The process that opens one picture: bytes in, pixels out as PNG, within bounds that it sets itself first.

Only formats in ``FORMATS`` are opened, and nothing above ``LARGEST`` pixels is decoded. Run by ``picture``.
"""

from __future__ import annotations

import io
import sys
from importlib import import_module
from typing import BinaryIO

from sherd.model.regions import Region

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "BMP", "GIF")
PLUGINS = {"WEBP": "WebP"}
"""The module of a format, where it is not written as the format is."""

LARGEST = 50_000_000
"""Pixels of a picture."""

TOLD = 3
"""The exit code that says that standard error holds the reason in words."""

MEMORY = 1 << 30
SECONDS = 40


def main() -> int:
    """Read standard input, write standard output; ``TOLD`` with a line on standard error why it cannot be."""
    _bound()
    try:
        region = Region.parse(sys.argv[1]) if len(sys.argv) > 1 else None
        cut(sys.stdin.buffer.read(), region, sys.stdout.buffer)
    except (ValueError, OSError, SyntaxError, MemoryError) as error:
        print(str(error).partition("\n")[0] or type(error).__name__, file=sys.stderr)
        return TOLD
    return 0


def cut(content: bytes, region: Region | None, out: BinaryIO) -> None:
    """Write the pixels of a region, upright, as PNG. Raises ``ValueError`` or ``OSError`` saying why not."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    for form in FORMATS:
        import_module(f"PIL.{PLUGINS.get(form, form.capitalize())}ImagePlugin")
    Image.MAX_IMAGE_PIXELS = LARGEST
    try:
        picture: Image.Image = Image.open(io.BytesIO(content), formats=FORMATS)
    except UnidentifiedImageError:
        raise ValueError(f"it is none of {', '.join(FORMATS)}") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ValueError(f"it has more than {LARGEST:,} pixels") from None
    if picture.width * picture.height > LARGEST:
        raise ValueError(f"it has {picture.width * picture.height:,} pixels, more than {LARGEST:,}")
    picture = ImageOps.exif_transpose(picture)
    if region is not None:
        picture = picture.crop(region.box(picture.width, picture.height))
    if picture.mode != "RGB":
        picture = picture.convert("RGB")
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    del picture  # a picture at the bound takes 200 MB
    bare.save(out, "PNG", compress_level=3)


def _bound() -> None:
    """Bound memory, time and files; on a system without such bounds ``LARGEST`` stands alone."""
    if sys.platform == "win32":
        return
    import resource

    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        low = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(limit, (low, hard))


if __name__ == "__main__":
    sys.exit(main())
