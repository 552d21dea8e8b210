"""Letters of many scripts, in the encodings in which people save them; bytes that fit none."""

import pytest

from sherd.errors import WrongCall
from sherd.model.items import Item

from .conftest import Take

SHEET = "id,label,role,custody_status\nI1,М214 «Герань»,item,unknown\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (SHEET.encode(), None),
        (b"\xef\xbb\xbf" + SHEET.encode(), None),
        (b"\xff\xfe" + SHEET.encode("utf-16-le"), None),
        (b"\xfe\xff" + SHEET.encode("utf-16-be"), None),
        (SHEET.encode("cp1251"), "cp1251"),
        (SHEET.encode("utf-16-le"), "utf-16-le"),
        (SHEET.encode("mac_cyrillic"), "Mac-Cyrillic"),
        (SHEET.encode(), "cp1251"),
        (b"\xef\xbb\xbf" + SHEET.encode(), "cp1251"),
    ],
)
def test_a_sheet_reads_the_same_in_every_encoding(content: bytes, encoding: str | None, take: Take) -> None:
    taken = take({"items.csv": content}, encoding=encoding)
    assert isinstance(item := taken.of("item")["I1"], Item)
    assert item.label == "М214 «Герань»"
    assert taken.problems == ()


def test_bytes_that_do_not_fit_cost_their_own_cell_and_name_their_place_in_the_file(take: Take) -> None:
    lines = ["id,label,role,custody_status,serial", "I1,Герань,item,unknown,M1", "I2,Герань,item,unknown,"]
    content = b"\xef\xbb\xbf" + "\n".join(lines).encode() + "Ы".encode("cp1251") + b"\nI3,a,item,unknown,M3\n"
    taken = take({"items.csv": content})
    assert [item.serial for item in taken.of("item").values()] == ["M1", None, "M3"]
    (problem,) = taken.problems
    assert (problem.code, problem.row, problem.column) == ("not_decodable", 3, "serial")
    assert f"byte {content.index(0xDB)} " in problem.do
    assert taken.raw_rows[0].cells[-1] == "\\xdb"


@pytest.mark.parametrize("tail", [b"A", b"\x3d\xd8\x41\x00"])
def test_a_damaged_utf16_sheet_keeps_its_good_rows(tail: bytes, take: Take) -> None:
    taken = take({"items.csv": b"\xff\xfe" + SHEET.encode("utf-16-le") + tail})
    assert list(taken.of("item")) == ["I1"]
    assert taken.problems
    assert taken.raw_rows


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "\x00"])
def test_an_encoding_that_is_none_is_a_wrong_call(name: str, take: Take) -> None:
    with pytest.raises(WrongCall, match="encoding"):
        take({"items.csv": SHEET.encode("cp1251")}, encoding=name)


def test_what_was_read_is_shown_and_stored_without_its_bad_signs(take: Take) -> None:
    taken = take({"items.csv": "id,label,role,custody_status,serial\nI1,a,item,unknown,M\x00\x1b[2J\n"})
    assert taken.problems[0].read == "M\\x00\\x1b[2J"
    assert taken.raw_rows[0].cells[-1] == "M\\x00\\x1b[2J"
    assert taken.of("item")["I1"].serial is None
