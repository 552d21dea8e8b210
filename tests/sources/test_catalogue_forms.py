"""Every form of catalogue: what it claims, what it gives, and what is left of it when it is damaged."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.errors import EdgeFailed, NotFound, WrongCall
from sherd.identify.catalogue.entry import Catalogue, Entry
from sherd.sources import gather
from sherd.sources.catalogues import FORMS, form_of, imported_by, importer, read
from sherd.sources.catalogues.form import Wishes

TWO = [("LM393DR2G", "onsemi"), ("STM32F765VIT6", "STMicroelectronics")]
CSV = b"MPN,Manufacturer,Price\nLM393DR2G,onsemi,0.1\nSTM32F765VIT6,STMicroelectronics,9\n"
KICAD = b"""(kicad_symbol_lib (version 20211014) (generator kicad_symbol_editor)
  (symbol "LM393" (property "Reference" "U") (property "Value" "LM393")
    (property "MPN" "LM393DR2G") (property "Manufacturer" "onsemi")
    (symbol "LM393_0_1" (pin input line (name "IN") (number "1"))))
  (symbol "MCU" (property "Value" "MCU") (property "Manufacturer" "STMicroelectronics"))
  (symbol "STM32F765VIT6" (extends "MCU") (property "Value" "STM32F765VIT6"))
  (symbol "+3V3" (power) (property "Value" "+3V3"))
  (symbol "Conn_01x04" (property "Value" "Conn_01x04") (property "Datasheet" "~")))
"""


def maker(name: str) -> dict[str, object]:
    """An attribute as the export writes it."""
    return {"primary": "default", "values": {"default": [name, "string"]}}


TABLE = {
    "category": "Amplifiers",
    "subcategory": "Comparators",
    "schema": ["lcsc", "mfr", "attributes"],
    "components": [["C7955", mpn, {"Manufacturer": maker(name)}] for mpn, name in TWO],
}
TABLE_JSON = json.dumps(TABLE).encode()
ATTRIBUTES = [["Package", {}], *(["Manufacturer", maker(name)] for _, name in TWO)]


def lines(*values: object) -> bytes:
    """Lines of JSON, compressed as the export writes them."""
    return gzip.compress(b"".join(json.dumps(value).encode() + b"\n" for value in values), mtime=0)


def parquet() -> bytes:
    """The same two parts in Parquet, written by a library that sherd does not read with."""
    import pyarrow
    import pyarrow.parquet

    numbers, makers = zip(*TWO, strict=True)
    kept = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({"mpn": numbers, "manufacturer": makers}), kept)
    return kept.getvalue()


def archived(files: Mapping[str, bytes]) -> bytes:
    """Files in an archive, as the export of 2024 comes."""
    kept = io.BytesIO()
    with tarfile.open(fileobj=kept, mode="w") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return kept.getvalue()


LINES = {
    "components-7.jsonlines.gz": lines(
        {"lcsc": 0, "mfr": 1, "attrsIdx": 2, "subcategoryIdx": 3},
        ["C7955", "LM393DR2G", [0, 1], 7],
        ["C1", "STM32F765VIT6", [2], 7],
    ),
    "attributes-lut.jsonlines.gz": lines(*ATTRIBUTES),
    "subcategories.jsonlines.gz": lines(
        {"subcategory": 0, "category": 1, "subcategoryIdx": 2}, ["Comparators", "Amplifiers", 7]
    ),
}
SHARDS = {
    "components-amplifiers-001.jsonl.gz": lines(
        {"lcsc": 0, "mfr": 1, "attributes": 2, "subcategory": 3},
        ["C7955", "LM393DR2G", [1], 4],
        ["C1", "STM32F765VIT6", [2, 0], 4],
    ),
    "attributes-lut.json.gz": gzip.compress(json.dumps(ATTRIBUTES).encode(), mtime=0),
    "manifest.json": json.dumps(
        {"version": 2, "categories": [{"id": 4, "category": "Amplifiers", "subcategory": "Comparators"}]}
    ).encode(),
}
CATALOGUES: list[tuple[str, Callable[[], Mapping[str, bytes]]]] = [
    ("csv", lambda: {"parts.csv": CSV}),
    ("parquet", lambda: {"parts.parquet": parquet()}),
    ("kicad", lambda: {"ST.kicad_sym": KICAD}),
    ("jlcparts", lambda: {"index.json": b"{}", "Comparators.json.gz": gzip.compress(TABLE_JSON)}),
    ("jlcparts", lambda: {"index.json": b"{}", "Comparators.json": TABLE_JSON}),
    ("jlcparts", lambda: LINES),
    ("jlcparts", lambda: {"all.jsonlines.tar": archived(LINES)}),
    ("jlcparts", lambda: SHARDS),
]


def said(contents: Mapping[str, bytes], **columns: str) -> Catalogue:
    """What the form that claims these files reads in them."""
    form = form_of(contents, "catalogue")
    return read(
        form, {name: content for name, content in contents.items() if form.keeps(name)}, Wishes(columns)
    )


def named(found: Catalogue) -> list[tuple[str, str]]:
    return sorted((each.mpn, each.manufacturer) for each in found.entries)


@pytest.mark.parametrize(("form", "made"), CATALOGUES)
def test_each_form_gives_the_two_parts_with_their_makers(
    form: str, made: Callable[[], Mapping[str, bytes]]
) -> None:
    contents = made()
    assert form_of(contents, "catalogue").name == form
    found = said(contents)
    assert named(found) == TWO
    assert found.problems == ()


def test_every_form_has_a_catalogue_here() -> None:
    assert {form.name for form in FORMS} == {name for name, _ in CATALOGUES}


@pytest.mark.parametrize(("form", "made"), [each for each in CATALOGUES if each[0] != "parquet"])
def test_a_catalogue_cut_off_anywhere_gives_entries_and_problems_and_no_error(
    form: str, made: Callable[[], Mapping[str, bytes]]
) -> None:
    contents = made()
    longest = max(contents, key=lambda name: len(contents[name]))
    for end in range(0, len(contents[longest]), 7):
        found = said({**contents, longest: contents[longest][:end]})
        for mpn, name in named(found):  # a cell that was cut is shorter, never another
            assert any(whole.startswith(mpn) and by.startswith(name) for whole, by in TWO)
        assert found.entries or found.problems


@pytest.mark.parametrize("content", [b"", b"PAR1", b"no parquet", parquet()[:-20]])
def test_what_is_no_parquet_file_is_a_problem_that_names_it(content: bytes) -> None:
    found = said({"parts.parquet": content})
    assert found.entries == ()
    assert [(each.code, each.file) for each in found.problems] == [("unreadable_file", "parts.parquet")]
    assert "/tmp" not in found.problems[0].read


def test_bad_rows_are_named_and_the_rest_is_kept() -> None:
    rows = b"mpn,manufacturer\nLM393DR2G,onsemi\n,onsemi\n--,onsemi\nSTM32F765VIT6,STM,icro\n"
    rows += b'4.3E+08,onsemi\n"LM358,onsemi\nLM324,TI\n'
    found = said({"parts.csv": rows})
    assert [each.mpn for each in found.entries] == ["LM393DR2G", "4.3E+08", "LM324"]
    assert [(each.code, each.row) for each in found.problems] == [
        ("missing_value", 3),
        ("not_a_part_number", 4),
        ("row_width", 5),
        ("mangled_number", 6),
        ("unclosed_quote", 7),
    ]


def test_a_table_in_another_encoding_is_asked_for_and_then_read() -> None:
    rows = "mpn,manufacturer\nК140УД7,Микрон\nLM324,TI\n".encode("cp1251")
    found = said({"parts.csv": rows})
    assert [each.mpn for each in found.entries] == ["LM324"]
    assert {each.code for each in found.problems} == {"not_decodable"}
    form = form_of(["parts.csv"], "catalogue")
    found = read(form, {"parts.csv": rows}, Wishes(encoding="cp1251"))
    assert named(found) == [("LM324", "TI"), ("К140УД7", "Микрон")]


def test_a_part_number_of_one_maker_is_one_entry_and_of_two_makers_two() -> None:
    found = said({"parts.csv": b"mpn,manufacturer\nLM358,TI\nLM358,ST\nLM358,TI\n"})
    assert [(each.mpn, each.manufacturer, each.row) for each in found.entries] == [
        ("LM358", "TI", 2),
        ("LM358", "ST", 3),
    ]


def test_symbols_that_name_no_part_are_counted_and_left_out() -> None:
    found = said({"ST.kicad_sym": KICAD})
    assert found.left_out == 3  # a rail, a kind of connector, and the drawing that others extend
    assert "Conn_01x04" not in [each.mpn for each in found.entries]


def test_a_table_without_rows_or_without_anything_says_so() -> None:
    for content in (b"", b"\n\n", b"mpn,manufacturer\n"):
        found = said({"parts.csv": content})
        assert [each.code for each in found.problems] == ["unreadable_file"]


def test_what_no_form_claims_is_a_wrong_call_that_names_the_forms() -> None:
    with pytest.raises(WrongCall, match="no catalogue") as error:
        form_of(["photo.jpg"], "photo.jpg")
    assert all(form.words in error.value.do for form in FORMS)


words = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)


@given(
    st.lists(st.tuples(words, words), min_size=1, max_size=20, unique=True),
    st.sampled_from(",;\t"),
)
def test_every_row_of_a_well_formed_table_is_an_entry_or_a_problem(
    rows: list[tuple[str, str]], sign: str
) -> None:
    quoted = "".join(
        f'"{a.replace(chr(34), chr(34) * 2)}"{sign}"{b.replace(chr(34), chr(34) * 2)}"\n' for a, b in rows
    )
    found = said({"parts.csv": f"mpn{sign}manufacturer\n{quoted}".encode()})
    kept_out = [each for each in found.problems if each.code != "mangled_number"]
    assert len(found.entries) + len(kept_out) == len(rows)
    assert [(each.mpn, each.manufacturer) for each in found.entries] == [
        row for row in rows if any(sign.isalnum() for sign in row[0])
    ]


@given(st.binary(max_size=300))
def test_any_bytes_give_entries_and_problems_and_no_error(content: bytes) -> None:
    damaged = [{name: content} for name in ("parts.csv", "a.kicad_sym")]
    damaged += [{"index.json": b"", "A.json": content, "components.jsonlines.gz": content}]
    for files in damaged:
        found = said(files)
        assert all(any(sign.isalnum() for sign in each.mpn) for each in found.entries)
        assert all(each.do and each.file and each.file.split(":")[0] in files for each in found.problems)


def test_the_importer_says_all_that_the_answer_depends_on() -> None:
    for form in FORMS:
        wishes = Wishes({"mpn": "Mfr & Part = №", "manufacturer": ""}, "koi8-r")
        assert imported_by(importer(form, wishes)) == (form, wishes)
    with pytest.raises(ValueError, match="abacus"):
        imported_by("abacus/1")


def test_links_and_hidden_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "lib" / ".git").mkdir(parents=True)
    (tmp_path / "lib" / "in").mkdir()
    (tmp_path / "lib" / "in" / "a.kicad_sym").write_bytes(KICAD)
    (tmp_path / "lib" / ".git" / "b.kicad_sym").write_bytes(KICAD)
    (tmp_path / "outside.kicad_sym").write_bytes(KICAD)
    (tmp_path / "lib" / "c.kicad_sym").symlink_to(tmp_path / "outside.kicad_sym")
    assert list(gather.names(tmp_path / "lib")) == ["in/a.kicad_sym"]
    with pytest.raises(NotFound, match="nowhere"):
        gather.names(tmp_path / "nowhere")


def test_a_file_that_cannot_be_read_fails_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(EdgeFailed, match="gone"):
        gather.contents({"gone.csv": tmp_path / "gone.csv"}, lambda _: True)


def test_the_bulk_of_a_large_public_catalogue_is_read(shared: Path) -> None:
    path = shared / "data" / "marking" / "catalogue_100k.csv"
    found = said(gather.contents(gather.names(path), lambda _: True))
    assert len(found.entries) == 100_000
    assert found.entries[0] == Entry("AS4C16M32SC-7TIN", "Alliance Memory", row=2)
