"""The review bench, key by key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import click
import pytest

from sherd.cli.bench import Choice, Hands, Look, folded, need_terminal, sit, told
from sherd.errors import WrongCall
from sherd.model.judgements import ReadingDecision
from sherd.model.markings import Marking

MARKINGS = [Marking(case="c", id=f"M{n}", text=f"LM{n}") for n in range(1, 4)]


class Bench:
    """A bench on which every marking may name two parts; what is decided is written down."""

    def __init__(self) -> None:
        self.decided: list[tuple[str, str, str]] = []

    def look(self, marking: Marking) -> Look:
        choices = tuple(
            Choice(
                ReadingDecision(f"{marking.text}{suffix}", "TI"), f"{marking.text}{suffix}", f"reads {suffix}"
            )
            for suffix in ("DR", "N")
        )
        return Look(marking.id, (marking.text,), (), choices)

    def decide(self, marking: Marking, decision: ReadingDecision, reason: str) -> None:
        self.decided.append((marking.id, str(decision), reason))

    def take_back(self) -> str | None:
        return self.decided.pop()[0] if self.decided else None

    def sit(self) -> Counter[str]:
        return sit(
            MARKINGS,
            Hands(self.look, self.decide, self.take_back),
            {marking.id: marking for marking in MARKINGS},
        )


@pytest.fixture
def bench() -> Bench:
    return Bench()


def press(keys: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Press these keys, one after the other; then Ctrl-C."""
    waiting: Iterator[str] = iter(keys)
    monkeypatch.setattr(click, "getchar", lambda: next(waiting, "\x03"))


def test_a_number_accepts_n_is_none_and_u_is_unsure(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    press("2nu", monkeypatch)
    assert bench.sit() == {"accepted": 1, "n": 1, "u": 1}
    assert [(id_, decision) for id_, decision, _ in bench.decided] == [
        ("M1", "LM1N, TI"),
        ("M2", "none"),
        ("M3", "unsure"),
    ]


def test_the_reason_says_what_lay_on_the_bench(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    press("1nq", monkeypatch)
    bench.sit()
    assert [reason for _, _, reason in bench.decided] == [
        "candidate 1 of 2 accepted: reads DR",
        "none of the candidates: LM2DR, TI; LM2N, TI",
    ]


def test_a_written_reason_takes_its_place(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    press("w1q", monkeypatch)
    monkeypatch.setattr(click, "prompt", lambda *_, **__: "seen under the microscope")
    bench.sit()
    assert bench.decided[0][2] == "seen under the microscope"


def test_keys_that_mean_nothing_decide_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    press("3x \r90q", monkeypatch)
    assert bench.sit() == {}
    assert bench.decided == []


def test_z_takes_back_and_the_marking_lies_on_the_bench_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    press("1z2q", monkeypatch)
    assert bench.sit() == {"accepted": 2, "taken back": 1}
    assert [decision for _, decision, _ in bench.decided] == ["LM1N, TI"]


def test_with_nothing_decided_z_takes_nothing_back(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    press("zq", monkeypatch)
    assert bench.sit() == {}


def test_ctrl_c_leaves_what_was_decided(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    press("1", monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        bench.sit()
    assert len(bench.decided) == 1


def test_without_a_terminal_nobody_is_asked() -> None:
    with pytest.raises(WrongCall, match="needs a terminal"):
        need_terminal()


def test_a_sitting_is_told_in_one_line() -> None:
    assert told(Counter(accepted=2, u=1), 5) == "2 accepted, 1 unsure; 5 to go"
    assert told(Counter(), 3) == "nothing decided; 3 to go"


@pytest.mark.parametrize("columns", [31, 50, 80])
def test_the_bench_keeps_to_the_width_of_its_terminal_and_breaks_no_word(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    text = "STM32F405RGT6, STMicroelectronics  score 0.94, confidence 1.00; a trace request goes to its owner"
    lines = folded(text, " 1 ").splitlines()
    assert max(map(len, lines)) < columns
    assert " ".join(lines).split()[1:] == text.split()
    assert all(line.startswith("   ") for line in lines[1:])
