"""``sherd identify --review``: a person decides at the bench, and later work goes by it."""

from __future__ import annotations

import json
import os
import pty
import select
import sys
import termios
import time
from pathlib import Path
from typing import Any

import pytest


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
