"""Pictures that go along with a request: the marking alone, and nothing that the camera wrote."""

from __future__ import annotations

import io
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image
from tests.cli.requests.conftest import NOW, Sherd, picture, sent

from sherd.store import open_store


def bomb() -> bytes:
    """A PNG of under ten kilobytes that opens as 64 million pixels."""
    out = io.BytesIO()
    Image.new("1", (8_000, 8_000)).save(out, "PNG", optimize=True)
    assert len(out.getvalue()) < 10_000
    return out.getvalue()


def test_only_the_marking_leaves_and_nothing_that_the_camera_wrote(sherd: Sherd, folder: Path) -> None:
    assert b"A. Witness" in picture()
    assert sent(sherd, folder).code == 0
    content = Path("out/road-R1-1-P1.png").read_bytes()
    with Image.open(io.BytesIO(content)) as gone:
        assert (gone.format, gone.size) == ("PNG", (20, 10))
        assert gone.convert("L").getextrema()[0] > 200, "the marking and nothing around it"
        assert (dict(gone.getexif()), gone.info) == ({}, {})
    assert b"A. Witness" not in content
    store = open_store("sherd.db", create=False, clock=lambda: NOW)
    kept = {file.sha256 for file in store.load("road").files}
    store.close()
    assert sha256(content).hexdigest() in kept, "what left is kept"


def test_without_a_region_the_enquiry_is_held_and_says_how_to_go_on(sherd: Sherd, folder: Path) -> None:
    sheet = folder / "markings.csv"
    sheet.write_text(sheet.read_text().replace('"40,30,20,10"', ""))
    said = sent(sherd, folder)
    assert (said.code, Path("out").exists()) == (1, False)
    assert "a picture of the marking: say where on a photograph the marking is" in said.err
    assert "--whole PHOTO" in said.err


@pytest.mark.parametrize(
    ("photographs", "held"),
    [
        ("P1,photos/1.jpg,C2090,\n", "release photograph P1 to partner: its column release is empty, and so"),
        ("P1,photos/1.jpg,C2090,sealed\n", "release photograph P1 to partner: its column release is sealed"),
        (
            "P1,photos/1.jpg,C2090,partner\nP2,photos/1.jpg,C2090,sealed\n",
            "the file of photograph P1 also stands under photograph P2, which is for sealed",
        ),
        ("P1,photos/2.jpg,C2090,partner\n", "put the file of photograph P1 into the case folder"),
    ],
)
def test_a_picture_that_is_held_names_the_row_to_release(
    sherd: Sherd, folder: Path, photographs: str, held: str
) -> None:
    (folder / "photographs.csv").write_text("id,file,component,release\n" + photographs)
    said = sent(sherd, folder)
    assert said.code == 1
    assert f"a picture of the marking: {held}" in said.err
    assert "say where on a photograph" not in said.err


def test_a_sealed_marking_is_named_as_what_holds_the_picture(sherd: Sherd, folder: Path) -> None:
    sheet = folder / "markings.csv"
    sheet.write_text(sheet.read_text().replace(",public", ",sealed"))
    said = sent(sherd, folder)
    assert (said.code, "a picture of the marking: release marking M1 to partner" in said.err) == (1, True)


def test_the_sender_may_choose_a_whole_photograph_and_what_the_camera_wrote_stays(
    sherd: Sherd, folder: Path
) -> None:
    sheet = folder / "markings.csv"
    sheet.write_text(sheet.read_text().replace('"40,30,20,10"', ""))
    assert sent(sherd, folder, "--whole", "P1").code == 0
    with Image.open("out/road-R1-1-P1.png") as gone:
        assert gone.size == (100, 80)
        assert dict(gone.getexif()) == {}


@pytest.mark.parametrize(
    ("clearance", "known"), [("partner", "There are: P1"), ("public", "There are: none")]
)
def test_a_photograph_that_the_addressee_may_not_see_cannot_be_chosen(
    sherd: Sherd, folder: Path, clearance: str, known: str
) -> None:
    said = sent(sherd, folder, "--whole", "P9" if clearance == "partner" else "P1", "--clearance", clearance)
    assert (said.code, known in said.err) == (2, True), said.err


@pytest.mark.parametrize(
    ("region", "content", "why"),
    [
        ("90,70,20,20", None, "the region ends at 110 × 90, the picture is 100 × 80 pixels"),
        ("0,0,1,1", b"\xff\xd8 no picture", "it is none of JPEG"),
        ("0,0,1,1", b"a text that was called .jpg\n", "it is none of JPEG"),
        ("0,0,1,1", bomb(), "it has 64,000,000 pixels"),
    ],
)
def test_a_picture_that_cannot_be_cut_is_named_and_nothing_is_sent(
    sherd: Sherd, folder: Path, region: str, content: bytes | None, why: str
) -> None:
    sheet = folder / "markings.csv"
    sheet.write_text(sheet.read_text().replace("40,30,20,10", region))
    if content is not None:
        (folder / "photos" / "1.jpg").write_bytes(content)
    said = sent(sherd, folder)
    assert (said.code, Path("out").exists()) == (1, False)
    assert f"P1: the picture cannot be used: {why}" in said.err
    assert "Traceback" not in said.err
    assert "R1: approved" in sherd("trace", "request", "due").out
