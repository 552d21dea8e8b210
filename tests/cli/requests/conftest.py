"""A case with a part that its maker may be asked about, and a request on its way."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


CASE = Path(__file__).resolve().parents[2] / "cases" / "road" / "input"


Sherd = Callable[..., Any]


FROM = ("--from", "The team")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The case of the road, with a marking, a photograph, and a contact that someone verified."""
    case = tmp_path / "case"
    shutil.copytree(CASE, case)
    lines = (case / "parties.csv").read_text().replace(",public", ",").splitlines()
    more = [",contact,contact_verified", ",x@example.org,2026-11-01", ",,", ",,", ",y@example.org,2026-11-01"]
    (case / "parties.csv").write_text("\n".join(map("".join, zip(lines, more, strict=True))) + "\n")
    (case / "markings.csv").write_text(
        'id,component,text,photo,region,release\nM1,C2090,STM32F765VIT6|7B 147,P1,"40,30,20,10",public\n'
    )
    (case / "photographs.csv").write_text("id,file,component,release\nP1,photos/1.jpg,C2090,partner\n")
    (case / "photos").mkdir()
    (case / "photos" / "1.jpg").write_bytes(picture())
    return case


def picture() -> bytes:
    """A black photograph of 100 × 80 pixels with a white marking, and where it was taken inside."""
    shot = Image.new("RGB", (100, 80))
    shot.paste((255, 255, 255), (40, 30, 60, 40))
    exif = Image.Exif()
    exif[0x010F] = "Camera of A. Witness"
    exif.get_ifd(0x8825)[2] = (48.0, 30.0, 0.0)
    out = io.BytesIO()
    shot.save(out, "JPEG", quality=100, subsampling=0, exif=exif)
    return out.getvalue()


def drafted(sherd: Sherd, folder: Path, *more: str) -> None:
    assert sherd("record", folder).code == 0
    said = sherd("trace", "request", "draft", "C2090", "--to", "ST", "--due", "2026-12-20", *more)
    assert (said.code, "drafted R1" in said.out) == (0, True), said.err


def sent(sherd: Sherd, folder: Path, *more: str) -> Any:
    drafted(sherd, folder, "--why", "It was found in a weapon.")
    sherd("trace", "request", "approve", "R1")
    return sherd("trace", "request", "send", "R1", "--out", "out", *FROM, *more)
