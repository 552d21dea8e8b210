"""A region cut out of a picture: the right pixels, upright, and no file that could harm is opened."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from sherd.errors import Refused
from sherd.model.regions import Region
from sherd.readers import picture, picture_child
from sherd.readers.picture import cut


def made(form: str = "PNG", size: tuple[int, int] = (40, 20), mode: str = "RGB", **options: object) -> bytes:
    """A picture whose left half is red."""
    image = Image.new("RGB", size, (0, 0, 255))
    image.paste((255, 0, 0), (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    image.convert(mode).save(out, form, **options)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content), formats=["PNG"])
    image.load()
    return image


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP", "BMP", "GIF"])
def test_a_region_comes_back_as_its_pixels(form: str) -> None:
    part = opened(cut(made(form), Region.parse("2,3,10,5")))
    assert part.size == (10, 5)
    red, green, blue = part.getpixel((5, 2))
    assert (red > 200, green < 60, blue < 60) == (True, True, True)


def test_hundredths_are_of_the_sides_of_the_picture() -> None:
    part = opened(cut(made(), Region.parse("percent:50,0,50,50")))
    assert (part.size, part.getpixel((0, 0))) == ((20, 10), (0, 0, 255))


def test_a_picture_that_lies_on_its_side_is_cut_as_it_is_shown() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be shown turned by a quarter to the right: its left half is then above
    shown = cut(made("JPEG", exif=exif, quality=100), Region.parse("0,0,20,10"))
    assert opened(shown).size == (20, 10)
    assert opened(shown).getpixel((10, 5))[0] > 200


def test_nothing_but_pixels_is_left() -> None:
    out = cut(made("PNG", dpi=(72, 72)), None)
    assert opened(out).info == {}
    kinds = {
        out[at : at + 4] for at in range(len(out) - 4) if out[at : at + 4] in (b"eXIf", b"tEXt", b"iCCP")
    }
    assert kinds == set()


def huge(width: int, height: int) -> bytes:
    """A picture of some kilobytes that opens as many millions of pixels."""
    body = zlib.compress(b"\0" * ((width // 8 + 1) * height), 9)
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)),
        (b"IDAT", body),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


@pytest.mark.parametrize("size", [(8000, 8000), (40_000, 40_000)])
def test_a_small_file_that_opens_as_a_vast_picture_is_refused(size: tuple[int, int]) -> None:
    content = huge(*size)
    assert len(content) < 500_000
    with pytest.raises(Refused, match="more than 50,000,000"):
        cut(content, None)


def test_a_picture_at_the_bound_is_opened() -> None:
    assert opened(cut(huge(5000, 10_000), Region.parse("0,0,8,8"))).size == (8, 8)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is none of JPEG"),
        (b"%PDF-1.7", "it is none of JPEG"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n", "it is none of JPEG"),
        (made()[:60], ""),
    ],
)
def test_what_is_no_picture_is_refused_in_words(content: bytes, why: str) -> None:
    with pytest.raises(Refused, match="the picture cannot be used") as refused:
        cut(content, None)
    assert why in str(refused.value)
    assert "Traceback" not in str(refused.value)


def test_the_process_that_opens_a_picture_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    asked: dict[int, int] = {}
    monkeypatch.setattr(resource, "setrlimit", lambda limit, pair: asked.update({limit: pair[0]}))
    monkeypatch.setattr(resource, "getrlimit", lambda _: (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    picture_child._bound()
    assert asked == {
        resource.RLIMIT_AS: 1 << 30,
        resource.RLIMIT_CPU: 40,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
    }


def test_a_picture_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "PATIENCE", 0.001)
    with pytest.raises(Refused, match="could not be opened within"):
        cut(made(), None)
