"""The index beside the store: added to, made anew where it does not fit, and never wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sherd.identify.catalogue.entry import Entry
from sherd.identify.catalogue.shelf import Shelf
from sherd.store.arrays import keep, kept
from sherd.store.catalogue import ShelfFolder

A = [Entry("LM358DR", "Texas Instruments", source="page 1"), Entry("LM324", "Texas Instruments")]
B = [Entry("LM358DR", "Texas Instruments"), Entry("LM358DR", "STMicroelectronics", licence="CC0-1.0")]
CATALOGUES = {"a": A, "b": B, "c": [Entry("STM32F765VIT6", "STMicroelectronics")]}


def same(one: Shelf, other: Shelf) -> bool:
    """Whether two shelves hold the same arrays, bit for bit."""
    a, b = one.arrays(), other.arrays()
    return (
        one.editions == other.editions
        and a.keys() == b.keys()
        and all(a[n].dtype == b[n].dtype and a[n].tobytes() == b[n].tobytes() for n in a)
    )


def whole(*names: str) -> Shelf:
    return Shelf.of([(name, CATALOGUES[name]) for name in names])


def asked(folder: ShelfFolder, *names: str) -> tuple[Shelf, list[str], list[str]]:
    """The shelf, which catalogues were read for it, and what was told."""
    read: list[str] = []
    told: list[str] = []

    def entries(name: str) -> list[Entry]:
        read.append(name)
        return CATALOGUES[name]

    return folder.shelf(names, entries, told.append), read, told


def test_a_part_of_one_maker_is_searched_once_and_keeps_its_first_catalogue() -> None:
    shelf = whole("a", "b")
    assert list(zip(shelf.index.mpns, shelf.index.maker_names(), strict=True)) == [
        ("LM358DR", "Texas Instruments"),
        ("LM324", "Texas Instruments"),
        ("LM358DR", "STMicroelectronics"),
    ]
    assert [str(shelf.provenance(row)) for row in range(3)] == ["a (page 1)", "a", "b"]
    assert shelf.provenance(2).licence == "CC0-1.0"


def test_the_index_is_made_once_and_then_mapped(tmp_path: Path) -> None:
    folder = ShelfFolder(tmp_path / "x.catalogue")
    first, read, _ = asked(folder, "a", "b")
    assert read == ["a", "b"]
    again, read, told = asked(folder, "a", "b")
    assert (read, told) == ([], [])
    assert same(first, again)


def test_a_new_edition_is_added_without_reading_the_others(tmp_path: Path) -> None:
    folder = ShelfFolder(tmp_path)
    asked(folder, "a", "b")
    more, read, _ = asked(folder, "a", "b", "c")
    assert read == ["c"]
    assert same(more, whole("a", "b", "c"))


def test_an_edition_that_went_is_searched_no_more(tmp_path: Path) -> None:
    folder = ShelfFolder(tmp_path)
    asked(folder, "a", "b", "c")
    less, read, _ = asked(folder, "a", "c")
    assert read == ["a", "c"]
    assert same(less, whole("a", "c"))


@pytest.mark.parametrize("how", ["cut", "garbage", "format", "version", "gone"])
def test_an_index_that_does_not_fit_is_made_anew_and_said_to_be(how: str, tmp_path: Path) -> None:
    folder = ShelfFolder(tmp_path)
    asked(folder, "a", "b")
    found = kept(folder.path)
    if how == "cut":
        folder.path.write_bytes(folder.path.read_bytes()[:-9])
    elif how == "garbage":
        folder.path.write_bytes(b"garbage")
    elif how == "format":
        keep(folder.path, {**found.about, "format": 0}, found.arrays)
    elif how == "version":
        wrong = found.arrays["version"].copy()
        wrong[0] += 1
        keep(folder.path, found.about, {**found.arrays, "version": wrong})
    else:
        folder.path.unlink()
    anew, read, told = asked(folder, "a", "b")
    assert read == ["a", "b"]
    assert same(anew, whole("a", "b"))
    assert ("made anew" in " ".join(told)) == (how != "gone")


def test_where_the_folder_cannot_be_written_the_index_serves_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    shelf, _, _ = asked(ShelfFolder(tmp_path / "file" / "x"), "a")
    assert same(shelf, whole("a"))


numbers = st.text("ABC12-", min_size=1, max_size=6).filter(lambda text: any(map(str.isalnum, text)))
entries = st.lists(
    st.builds(Entry, numbers, st.sampled_from(["", "TI", "ST"]), source=st.sampled_from(["", "s"])),
    max_size=8,
)


@settings(max_examples=15)
@given(st.lists(entries, min_size=1, max_size=4))
def test_a_shelf_that_grew_is_the_shelf_made_at_once(catalogues: list[list[Entry]]) -> None:
    named = [(str(number), each) for number, each in enumerate(catalogues)]
    grown = Shelf.of(named[:1])
    for name, each in named[1:]:
        grown = grown.add(name, each)
    assert same(grown, Shelf.of(named))
