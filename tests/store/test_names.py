"""The kept index over the names of lists: answers as the one it was made of, and is never used when stale."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from sherd.model.dates import Interval
from sherd.model.identifiers import Identifier
from sherd.model.listed import ListEdition, ListedName, ListEntry
from sherd.store.arrays import Unfit
from sherd.store.names import NamesFile, get, put
from sherd.trace.history import Held, history
from sherd.trace.screening import Asked, Screen, ask, screen_of

DAY = date(2023, 6, 1)
ASKED = [
    Asked("q1", "Resonans OOO", DAY),
    Asked("q2", "صنایع هوایی قدس", DAY),
    Asked("q3", "nobody at all, INN 7707083893", DAY),
]


def made() -> Screen:
    entries = (
        ListEntry(
            list_="L",
            entry_id="1",
            key="1",
            names=(ListedName("Rezonans Limited Liability Company", "name"), ListedName("ООО Резонанс")),
            party="organisation",
            listed_from=Interval.parse("2022-02"),
            identifiers=(Identifier("INN", "7707083893", "Russia", True),),
            more=(("title", "Director"),),
        ),
        ListEntry(list_="L", entry_id="2", key="2", names=(ListedName("Qods Aviation Industries"),)),
    )
    edition = ListEdition(list_="L", form="f", entries=entries, published=Interval.parse("2023-01-01"))
    return screen_of(history([Held(edition, date(2024, 1, 1), "e")]))


def never() -> Screen:
    raise AssertionError("made anew")


def test_a_kept_index_gives_the_hits_of_the_one_it_was_made_of(tmp_path: Path) -> None:
    file = NamesFile(tmp_path / "names.arrays")
    first = file.screen("s", made)
    again = file.screen("s", never)
    assert tuple(again.entries) == first.entries
    assert again.entries[-1:] == first.entries[-1:]
    assert ask(again, ASKED) == ask(first, ASKED)
    assert [hits[0].listed.entry.entry_id for hits in ask(again, ASKED)] == ["1", "2", "1"]


@pytest.mark.parametrize("harm", ["stamp", "cut", "other bytes"])
def test_an_index_that_does_not_fit_is_made_anew(tmp_path: Path, harm: str) -> None:
    file = NamesFile(tmp_path / "names.arrays")
    file.screen("s", made)
    if harm == "cut":
        file.path.write_bytes(file.path.read_bytes()[:-1])
    elif harm == "other bytes":
        file.path.write_bytes(b"something else")
    calls: list[str] = []

    def again() -> Screen:
        calls.append("made")
        return made()

    stamp = "of other editions" if harm == "stamp" else "s"
    with pytest.raises(Unfit):
        get(file.path, stamp)
    assert len(file.screen(stamp, again).entries) == 2
    assert calls == ["made"]
    assert len(file.screen(stamp, never).entries) == 2


def test_an_index_of_nothing_is_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "names.arrays"
    put(screen_of(()), path, "s")
    again = get(path, "s")
    assert len(again.entries) == 0
    assert ask(again, ASKED) == [[], [], []]


def test_what_is_kept_is_mapped_and_not_to_be_written(tmp_path: Path) -> None:
    path = tmp_path / "names.arrays"
    put(made(), path, "s")
    with pytest.raises(ValueError, match="read-only"):
        get(path, "s").index.key_names[0] = np.int32(1)
