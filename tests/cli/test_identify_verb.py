"""``sherd identify``: a page, a sheet, a bench; and what was decided is used afterwards."""

from __future__ import annotations

import csv
import json
import multiprocessing
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sherd.bootstrap import put_shelf, shelf_of_file
from sherd.cli import sheet
from sherd.identify.asked import Asked
from sherd.identify.lookup import Lookup

PARTS = """mpn,manufacturer
TMS320F28335PGFA,Texas Instruments
LM358DR,Texas Instruments
ADC0834CCN,Texas Instruments
STM32F405RGT6,STMicroelectronics
VP230,Texas Instruments
W25Q128JVSIQ,Winbond Electronics
"""
SHEET = """id,marking,maker,recovered_to
a,TMS32OF28335 PGFA|22-T1A5X,,2022-10-17
b,STM32F765VIT7,,
c,??|?,,
d,STM32F405|RGT6,,
e,LM358DR,Texas Instruments,
"""


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    path = tmp_path / "parts.csv"
    path.write_text(PARTS, "utf-8")
    return path


@pytest.fixture
def markings(tmp_path: Path) -> Path:
    path = tmp_path / "markings.csv"
    path.write_text(SHEET, "utf-8")
    return path


@pytest.fixture
def marked(tmp_path: Path, case_folder: Path) -> Path:
    """The smallest case with two chips, one of them worn."""
    (case_folder / "components.csv").write_text(
        "id,item,label,function,state,part_as_published\nC1,I1,chip,amplifier,examined,\nC2,I2,chip,amplifier,examined,\n",
        "utf-8",
    )
    (case_folder / "markings.csv").write_text(
        "id,component,text\nM1,C1,STM32F4O5|RGT6\nM2,C2,STM32F405RGT6|GQ24\n", "utf-8"
    )
    return case_folder


def one(said: Any) -> Any:
    (found,) = said.result["markings"]
    return found


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_worn_marking_names_its_part_with_what_was_read_otherwise_and_where(
    sherd: Any, parts: Path
) -> None:
    found = one(sherd("identify", "TMS32OF28335 PGFA|22-T1A5X", "--catalogue", parts, "--json"))
    assert found["outcome"] == "part"
    assert found["candidates"][0]["mpn"] == "TMS320F28335PGFA"
    assert "O stands for 0 at position 6" in found["candidates"][0]["why"]


def test_each_candidate_says_which_catalogue_holds_it(sherd: Any, parts: Path) -> None:
    said = sherd("identify", "W25Q128JVSIQ", "MAX233AEWP", "--catalogue", parts, "--json")
    first = [found["candidates"][0]["from"] for found in said.result["markings"]]
    assert first[0] == "parts.csv"
    assert first[1].startswith("sherd:parts (https://")


def test_a_part_that_the_catalogue_lacks_is_never_its_neighbour(sherd: Any, parts: Path) -> None:
    found = one(sherd("identify", "STM32F765VIT7", "--catalogue", parts, "--json"))
    assert found["outcome"] == "absent"
    assert "STM32F103VCT6" in found["reason"]
    assert "7 stands for 1 at position 7" in found["reason"]


@pytest.mark.parametrize("text", ["???", "", "  ", "|", "·"])
def test_what_nobody_can_read_is_unreadable(text: str, sherd: Any, parts: Path) -> None:
    said = sherd("identify", text, "--catalogue", parts, "--json")
    assert said.code == 0
    assert one(said)["outcome"] == "unreadable"


def test_the_page_shows_candidates_reasons_dates_and_the_three_makers(sherd: Any, parts: Path) -> None:
    said = sherd(
        "identify", "TEXAS INSTRUMENTS|LM358DR|86AEX5U", "--catalogue", parts, "--not-after", "2022-10"
    )
    assert "this part: LM358DR" in said.out
    assert "made   2018-06" in said.out
    assert (
        "brand Texas Instruments; maker when it was made: Texas Instruments; a trace request goes to"
        in said.out
    )
    assert "sought in" in said.err


def test_no_date_after_the_recovery_is_given(sherd: Any, parts: Path) -> None:
    found = one(sherd("identify", "LM358DR|2240", "--catalogue", parts, "--not-after", "2022-08", "--json"))
    assert all(each["dates"][:10] <= "2022-08-31" for each in found["dates"])


def test_what_does_not_fit_together_is_said_with_its_reason_and_no_verdict(sherd: Any, parts: Path) -> None:
    text = "CGB-REG IR3E06N|9439 C"  # a type that came to market years after that week
    found = one(sherd("identify", text, "--catalogue", parts, "--not-after", "2022-10", "--json"))
    assert "before launch" in [remark.partition(":")[0] for remark in found["remarks"]]
    assert "counterfeit" not in json.dumps(found)


def test_without_a_store_the_shipped_parts_are_searched_and_that_is_said(sherd: Any) -> None:
    said = sherd("identify", "STM32F405RGT6")
    assert said.code == 0
    assert "this part: STM32F405RGT6" in said.out
    assert "shipped examples alone" in said.err
    assert not Path("sherd.db").exists()


def test_a_store_that_was_named_must_be_there(sherd: Any) -> None:
    said = sherd("identify", "LM358", "--store", "nowhere.db")
    assert said.code == 2
    assert "nowhere.db" in said.err


def test_what_was_taken_in_is_searched_and_the_index_is_made_anew_where_it_does_not_fit(
    sherd: Any, parts: Path, tmp_path: Path
) -> None:
    sherd("catalogue", "import", parts)
    assert one(sherd("identify", "W25Q128JVSIQ", "--json"))["outcome"] == "part"
    index = tmp_path / "sherd.catalogue" / "index.arrays"
    whole = index.read_bytes()
    index.write_bytes(whole[:-5])
    said = sherd("identify", "W25Q128JVSIQ")
    assert "made anew" in said.err
    assert "this part: W25Q128JVSIQ" in said.out
    assert index.read_bytes() == whole


def test_a_newer_edition_is_what_is_searched(sherd: Any, parts: Path) -> None:
    sherd("catalogue", "import", parts)
    sherd("identify", "W25Q128JVSIQ")
    parts.write_text("mpn,manufacturer\nLM358DR,Texas Instruments\n", "utf-8")
    sherd("catalogue", "import", parts)
    assert one(sherd("identify", "W25Q128JVSIQ", "--json"))["outcome"] == "absent"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "no marking was given"),
        (["X", "--batch", "markings.csv", "--out", "o.csv"], "takes its markings from the sheet"),
        (["--batch", "markings.csv"], "belong together"),
        (["--out", "o.csv", "X"], "belong together"),
        (["--batch", "markings.csv", "--out", "markings.csv"], "overwrite the sheet"),
        (["--batch", "nowhere.csv", "--out", "o.csv"], "nowhere.csv is not there"),
        (["--batch", "parts.csv", "--out", "o.csv"], "no column id"),
        (["X", "--catalogue", "nowhere.csv"], "nowhere.csv is not there"),
        (["X", "--catalogue", "empty.csv"], "nothing could be read"),
        (["--review"], "needs a terminal"),
        (["--review", "--json"], "done alone"),
        (["X", "--not-after", "soon"], "not a date"),
    ],
)
def test_a_wrong_call_says_what_and_what_to_do(
    arguments: list[str], says: str, sherd: Any, parts: Path, markings: Path
) -> None:
    Path("empty.csv").write_text("", "utf-8")
    said = sherd("identify", *arguments)
    assert (said.code, "Traceback" in said.err) == (2, False)
    assert says in said.err


def test_a_sheet_is_answered_in_the_columns_that_were_agreed(sherd: Any, parts: Path, markings: Path) -> None:
    said = sherd("identify", "--batch", markings, "--out", "o.csv", "--catalogue", parts)
    assert said.code == 0
    assert "5 markings answered" in said.out
    text = Path("o.csv").read_text("utf-8")
    assert text.splitlines()[0] == "id,rank,outcome,mpn,manufacturer,score,confidence,dates,reason"
    rows = table(Path("o.csv"))
    best = {row["id"]: (row["rank"], row["outcome"], row["mpn"]) for row in reversed(rows)}
    assert best == {
        "a": ("1", "part", "TMS320F28335PGFA"),
        "b": ("0", "absent", ""),
        "c": ("0", "unreadable", ""),
        "d": ("1", "part", "STM32F405RGT6"),
        "e": ("1", "part", "LM358DR"),
    }
    ranks = [int(row["rank"]) for row in rows if row["id"] == "a"]
    assert ranks == list(range(1, len(ranks) + 1))
    for row in rows:
        for days in filter(None, row["dates"].split(";")):
            first, last = days.split("/")
            assert first <= last
    assert sorted(path.name for path in Path().glob("o.csv*")) == ["o.csv"]


def test_an_absent_part_is_said_first_and_its_neighbours_follow_as_neighbours(
    sherd: Any, parts: Path, markings: Path
) -> None:
    sherd("identify", "--batch", markings, "--out", "o.csv", "--catalogue", parts)
    rows = [row for row in table(Path("o.csv")) if row["id"] == "b"]
    assert [row["rank"] for row in rows] == [str(rank) for rank in range(len(rows))]
    assert {row["outcome"] for row in rows} == {"absent"}
    assert (rows[0]["mpn"], rows[0]["reason"][:20]) == ("", "not in the catalogue")
    assert rows[1]["mpn"] == "STM32F103VCT6"
    assert rows[1]["reason"].startswith("near, and not the answer: 7 stands for 1 at position 7")
    unreadable = [row["rank"] for row in table(Path("o.csv")) if row["id"] == "c"]
    assert unreadable == ["0"]


LABEL = "[)>{RS}06{GS}1PLM358DR{GS}Q540{GS}9D2143{GS}1TK1A2B3{GS}4LTW{GS}1VTexas Instruments{GS}9Zx{RS}{EOT}"


def test_the_code_of_a_bag_shows_its_fields_and_names_the_part_of_its_own_field(
    sherd: Any, parts: Path
) -> None:
    found = one(sherd("identify", LABEL, "--catalogue", parts, "--json"))
    assert (found["outcome"], found["candidates"][0]["mpn"]) == ("part", "LM358DR")
    assert found["marking"] == LABEL
    first, last = found["candidates"][0]["span"]
    assert LABEL[first:last] == "LM358DR"
    assert [LABEL[sign["place"]] for sign in found["candidates"][0]["signs"]] == list("LM358DR")
    label = found["label"]
    assert (label["lot"], label["origin"], label["quantity"]) == ("K1A2B3", "TW", 540)
    assert [each["dates"] for each in found["dates"]] == ["2021-10-25/2021-10-31"]
    assert [each["code"] for each in label["problems"]] == ["label_identifier"]
    page = sherd("identify", LABEL, "--catalogue", parts).out
    assert "label  lot (1T): K1A2B3" in page
    assert "label not read: '9Zx'" in page


def test_a_bag_without_a_part_field_is_unreadable_and_keeps_its_other_fields(sherd: Any, parts: Path) -> None:
    found = one(sherd("identify", "[)>{RS}06{GS}Q540{GS}4LTW{RS}{EOT}", "--catalogue", parts, "--json"))
    assert found["outcome"] == "unreadable"
    assert "no field for the maker's part number" in found["reason"]
    assert found["label"]["quantity"] == 540


def test_a_row_of_a_batch_may_be_the_code_of_a_bag_with_its_control_characters(
    sherd: Any, parts: Path
) -> None:
    text = "id,marking\na,[)>\x1e06\x1d1PLM358DR\x1d9D2143\x1e\x04\n"
    Path("m.csv").write_text(text, "utf-8")
    sherd("identify", "--batch", "m.csv", "--out", "o.csv", "--catalogue", parts)
    first = table(Path("o.csv"))[0]
    assert (first["rank"], first["mpn"], first["dates"]) == ("1", "LM358DR", "2021-10-25/2021-10-31")


def test_the_fields_of_an_ordering_code_are_shown_with_how_far_they_can_be_relied_on(
    sherd: Any, parts: Path
) -> None:
    page = sherd("identify", "STM32F405RGT6", "--catalogue", parts).out
    assert "pins R: 64 pins" in page
    assert "as it is commonly known; check against the datasheet before citing it" in page
    ordering = one(sherd("identify", "STM32F405RGT6", "--catalogue", parts, "--json"))["ordering"]
    assert (ordering["base"], ordering["checked"]) == ("STM32F405", False)


def test_an_ordering_code_that_no_catalogue_holds_is_still_shown_by_fields(sherd: Any, parts: Path) -> None:
    page = sherd("identify", "STM32F765VIT6|GQ2A 22 301", "--catalogue", parts).out
    assert "not in the catalogue" in page
    assert "code   as marked, in no catalogue here: STM32F765; pins V: 100 pins; flash I: 2,048 KB" in page
    apart = one(sherd("identify", "XC7Z020-1 CLG484C", "--catalogue", parts, "--json"))["ordering"]
    assert (apart["code"], apart["base"]) == ("XC7Z020-1CLG484C", "XC7Z020")
    assert one(sherd("identify", "QX-77-1021|LOT 12345", "--catalogue", parts, "--json"))["ordering"] is None


def test_the_bytes_are_the_same_with_more_workers(sherd: Any, parts: Path, markings: Path) -> None:
    sherd("identify", "--batch", markings, "--out", "one.csv", "--catalogue", parts)
    said = sherd("identify", "--batch", markings, "--out", "two.csv", "--catalogue", parts, "--workers", "2")
    assert said.code == 0, said.err
    assert Path("one.csv").read_bytes() == Path("two.csv").read_bytes()


def test_processes_get_their_search_ready_one_after_another(
    parts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first one compiles the search and keeps it; two at once would both compile it."""
    found, _ = shelf_of_file(parts, {}, None)
    put_shelf(found, tmp_path / "index.arrays")
    one_by_one, seen = multiprocessing.get_context("spawn").Lock(), []
    monkeypatch.setattr(
        Lookup, "get_ready", lambda _self, count: seen.append((count, one_by_one.acquire(block=False)))
    )
    monkeypatch.setattr(sheet, "_STEP", [])
    monkeypatch.setattr(sheet, "_GIVEN", [(tmp_path / "index.arrays", date(2026, 11, 26), one_by_one)])
    for each in ("LM358DR", "ADC0834CCN"):
        assert each in sheet._at_work([Asked("a", each)])[1].decode()
    assert seen == [(1, False)]
    assert one_by_one.acquire(block=False)


def test_bad_rows_of_a_sheet_are_named_and_the_rest_is_answered(sherd: Any, parts: Path) -> None:
    Path("m.csv").write_bytes(b"id,marking,colour\na,LM358DR,red\n,LM358DR,\nb,\xff\xfe,\na,LM358DR,\n")
    said = sherd("identify", "--batch", "m.csv", "--out", "o.csv", "--catalogue", parts, "--json")
    assert said.code == 0
    codes = {each["code"] for each in said.json["problems"]}
    assert codes == {"unread_column", "missing_value", "not_decodable", "duplicate_id"}
    assert [row["id"] for row in table(Path("o.csv")) if row["rank"] in "01"] == ["a", "b", "a"]


def test_an_output_that_cannot_be_written_is_named(sherd: Any, parts: Path, markings: Path) -> None:
    said = sherd("identify", "--batch", markings, "--out", "/proc/none/o.csv", "--catalogue", parts)
    assert said.code == 3
    assert "/proc/none/o.csv cannot be written" in said.err


ROWS = 390
"""Rows to be interrupted: too few for the compiled search, which a first use has to compile."""


def _started_in_small_steps(arguments: list[str], root: Path) -> subprocess.Popen[bytes]:
    """The command, made durable after every third row, so that there is much time in which to stop it."""
    environment = {**os.environ, "PYTHONPATH": str(root / "src"), "SOURCE_DATE_EPOCH": "1795435200"}
    return subprocess.Popen(
        [sys.executable, "-c", IN_SMALL_STEPS, *arguments], stderr=subprocess.PIPE, env=environment
    )


IN_SMALL_STEPS = "from sherd.cli import batch, main; batch.STEP = 3; main()"


def _rows_done() -> int:
    """Rows that are answered and durable; the note is replaced whole, so that it can be read at any time."""
    note = Path("o.csv.part.json")
    return int(json.loads(note.read_bytes())["rows"]) if note.exists() else 0


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_and_the_same_command_again_lose_and_double_nothing(
    workers: str, sherd: Any, parts: Path, root: Path
) -> None:
    rows = [f"{number},LM358DR|{2200 + number % 50},,\n" for number in range(ROWS)]
    Path("m.csv").write_text("id,marking,maker,recovered_to\n" + "".join(rows), "utf-8")
    call = ["identify", "--batch", "m.csv", "--catalogue", str(parts), "--workers", workers, "--out"]
    run = _started_in_small_steps([*call, "o.csv"], root)
    deadline = time.monotonic() + 120
    while not _rows_done():
        assert time.monotonic() < deadline
        assert run.poll() is None, run.communicate()
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=60)
    assert run.returncode == 130, err
    assert b"Traceback" not in err
    done = _rows_done()
    assert 0 < done < ROWS
    assert not Path("o.csv").exists()
    again = sherd(*call, "o.csv")
    assert f"{done:,} of them by an earlier run" in again.out
    sherd(*call, "whole.csv")
    assert Path("o.csv").read_bytes() == Path("whole.csv").read_bytes()


class Terminal:
    """The command at a terminal of its own, with hands that wait for a word before they press a key."""

    def __init__(self, arguments: list[str], root: Path) -> None:
        environment = {**os.environ, "PYTHONPATH": str(root / "src"), "SOURCE_DATE_EPOCH": "1795435200"}
        self.child, self.line = pty.fork()
        if self.child == 0:
            os.execve(sys.executable, [sys.executable, "-m", "sherd", *arguments], environment)
        self.seen = ""

    def wait_for(self, word: str, seconds: float = 60) -> None:
        deadline = time.monotonic() + seconds
        while word not in self.seen:
            assert time.monotonic() < deadline, f"{word!r} never came: {self.seen!r}"
            if select.select([self.line], [], [], 0.1)[0]:
                try:
                    self.seen += os.read(self.line, 4096).decode("utf-8", "replace")
                except OSError:  # the other end was closed
                    assert word in self.seen, self.seen
                    return
        self.seen = self.seen.partition(word)[2]

    def press(self, key: str) -> None:
        """Press a key when the bench waits for one: its terminal is raw then, and drops what came before."""
        deadline = time.monotonic() + 60
        while termios.tcgetattr(self.line)[3] & termios.ICANON:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        os.write(self.line, key.encode())

    def leave(self) -> int:
        while True:
            try:
                if not os.read(self.line, 4096):
                    break
            except OSError:
                break
        code = os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])
        os.close(self.line)
        return code


def test_a_person_decides_at_the_bench_and_later_work_goes_by_it(
    sherd: Any, marked: Path, parts: Path, root: Path
) -> None:
    sherd("record", marked)
    sherd("catalogue", "import", parts)
    before = sherd("compare", "I1", "--with", "I2", "--json").result["pairs"][0]
    bench = Terminal(["identify", "--review", "--by", "A. Person"], root)
    bench.wait_for("M1 on C1 on I1")
    bench.wait_for("quit")
    bench.press("1")
    bench.wait_for("M1: STM32F405RGT6, STMicroelectronics")
    bench.wait_for("quit")
    bench.press("n")
    bench.wait_for("M2: none")
    bench.wait_for("1 accepted, 1 none; 0 to go")
    assert bench.leave() == 0
    after = sherd("compare", "I1", "--with", "I2", "--json").result["pairs"][0]
    assert "judged on 2026-11-23 to name STM32F405RGT6" in after["basis"]
    assert "judged" not in before["basis"]
    again = Terminal(["identify", "--review", "small", "--by", "B. Person"], root)
    again.wait_for("0 to go")
    assert again.leave() == 0
    events = sherd("verify", "--json").result
    assert events["holds"]


def test_the_bench_can_be_left_taken_up_and_undone(sherd: Any, marked: Path, parts: Path, root: Path) -> None:
    sherd("record", marked)
    sherd("catalogue", "import", parts)
    bench = Terminal(["identify", "--review", "--by", "A"], root)
    bench.wait_for("quit")
    bench.press("1")
    bench.wait_for("M2 on C2")
    bench.wait_for("quit")
    bench.press("q")
    bench.wait_for("1 accepted; 1 to go")
    assert bench.leave() == 0
    bench = Terminal(["identify", "--review", "--by", "A"], root)
    bench.wait_for("M2 on C2")
    bench.wait_for("quit")
    bench.press("z")
    bench.wait_for("M1: taken back")
    bench.wait_for("M1 on C1")
    bench.wait_for("quit")
    bench.press("\x03")
    assert bench.leave() == 130
    assert sherd("record", marked).code == 0


def test_examine_identifies_every_marking_and_its_dossier_says_who_decided(
    sherd: Any, marked: Path, parts: Path
) -> None:
    (marked / "judgements.csv").write_text(
        "id,subject,kind,decision,reason,by,at\n"
        'J1,M1,reading,"STM32F405RGT6, STMicroelectronics",seen,B. Person,2026-11-20\n',
        "utf-8",
    )
    sherd("catalogue", "import", parts)
    said = sherd("examine", marked, "--out", "o", "--json")
    assert said.code == 0, said.err
    found = {each["id"]: each for each in said.result["markings"]}
    assert found["M2"]["candidates"][0]["mpn"] == "STM32F405RGT6"
    assert found["M1"]["judgement"]["decision"] == "STM32F405RGT6, STMicroelectronics"
    assert "B. Person" not in Path("o/summary.json").read_text()
    page = Path("o/dossier.html").read_text()
    assert "What the markings name" in page
    assert "check against the datasheet before citing it" in page
    assert "B. Person" not in page
    assert json.loads(Path("o/summary.json").read_text())["markings"]
