"""The review bench: one marking after the other with what it may name; one key decides.

``1`` to ``9`` accept a candidate, ``n`` says none of them, ``u`` unsure, ``w`` writes why before deciding,
``z`` takes the last decision back, ``q`` leaves. Every decision is journaled at once, so that leaving loses
nothing.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from shutil import get_terminal_size
from textwrap import wrap

import click
from attrs import frozen

from sherd.errors import WrongCall
from sherd.model.judgements import NO_PART, UNSURE, ReadingDecision
from sherd.model.markings import Marking

MOST = 9
"""Candidates that one key can choose from."""

KEYS = "1–9 accept · n none · u unsure · w write why · z take back · q quit"


@frozen
class Choice:
    """A candidate: what accepting it decides, how it is shown, and why it may be it."""

    decision: ReadingDecision
    shown: str
    why: str


@frozen
class Look:
    """A marking as it lies on the bench: where it is from, what is known of it, what it may name."""

    title: str
    lines: tuple[str, ...]
    remarks: tuple[str, ...]
    choices: tuple[Choice, ...]


@frozen
class Hands:
    """What the bench does with a marking: look at it, decide on it, take the last decision back."""

    look: Callable[[Marking], Look]
    decide: Callable[[Marking, ReadingDecision, str], None]
    take_back: Callable[[], str | None]


def need_terminal() -> None:
    """Raises ``WrongCall`` where nobody can press a key or see the page."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        do = "Run it in a terminal; for many markings without a person, use --batch IN.csv --out OUT.csv."
        raise WrongCall("the review bench needs a terminal, and input or output is none", do)


def sit(open_: Sequence[Marking], hands: Hands, known: Mapping[str, Marking]) -> Counter[str]:
    """Go through the open markings until all are decided or the person leaves; ``known`` are all of the case.

    Returns what was done, counted.
    """
    waiting = list(open_)
    done: Counter[str] = Counter()
    while waiting:
        marking = waiting[0]
        look = hands.look(marking)
        _show(look, len(waiting))
        key, why = pressed("nuzq" + "".join(map(str, range(1, min(len(look.choices), MOST) + 1))))
        if key == "q":
            break
        if key == "z":
            _take_back(hands, waiting, known, done)
            continue
        decision, reason = _decision(key, look, why)
        hands.decide(marking, decision, reason)
        click.secho(f"   {marking.id}: {decision}", fg="green")
        done[key if key in "nu" else "accepted"] += 1
        waiting.pop(0)
    return done


def _take_back(
    hands: Hands, waiting: list[Marking], known: Mapping[str, Marking], done: Counter[str]
) -> None:
    """The marking whose decision was taken back lies on the bench again."""
    subject = hands.take_back()
    if subject is None:
        click.echo("   nothing was decided at the bench that could be taken back")
        return
    done["taken back"] += 1
    click.secho(f"   {subject}: taken back", fg="yellow")
    if subject in known and known[subject] not in waiting:
        waiting.insert(0, known[subject])


def _show(look: Look, left: int) -> None:
    click.echo()
    click.secho(f"{look.title}  ({left} to go)", bold=True)
    for line in look.lines:
        click.echo(folded(line, "   "))
    for remark in look.remarks:
        click.secho(folded(remark, "   "), dim=True)
    for number, choice in enumerate(look.choices[:MOST], 1):
        click.echo(folded(choice.shown, f" {number} "))
        click.secho(folded(choice.why, "      "), dim=True)
    click.echo(folded(KEYS, " "))


def folded(text: str, before: str) -> str:
    """A text within the width that the terminal has now, no word broken that fits a line.

    >>> folded("STM32F405RGT6, STMicroelectronics", " 1 ")
    ' 1 STM32F405RGT6, STMicroelectronics'
    """
    width = max(30, get_terminal_size().columns - 1)
    lines = wrap(
        text, width, initial_indent=before, subsequent_indent=" " * len(before), break_on_hyphens=False
    )
    return "\n".join(lines) or before


def pressed(allowed: str, again: str = "") -> tuple[str, str]:
    """The key that was pressed, and the reason that was written before it; others are passed over.

    ``again`` says once more what the keys do, below a reason.
    """
    why = ""
    while True:
        key = click.getchar().casefold()
        if key in {"\x03", "\x04", ""}:
            raise KeyboardInterrupt
        if key == "w":
            why = asked_why()
            if again:
                click.echo(folded(again, " "))
        elif key in allowed:
            return key, why


def asked_why() -> str:
    """Why a person decides so, in their words; empty where they give no reason."""
    return str(click.prompt("   why", default="", show_default=False)).strip()


def _decision(key: str, look: Look, why: str) -> tuple[ReadingDecision, str]:
    """What a key decides, and why: as the person wrote, else what lay on the bench."""
    if key.isdigit():
        choice = look.choices[int(key) - 1]
        return choice.decision, why or f"candidate {key} of {len(look.choices)} accepted: {choice.why}"
    shown = "; ".join(str(choice.decision) for choice in look.choices[:MOST]) or "no candidate"
    what = {"n": "none of the candidates", "u": "unsure among the candidates"}[key]
    return ReadingDecision(unsure=key == "u"), why or f"{what}: {shown}"


def told(done: Counter[str], left: int) -> str:
    """What a sitting came to, in one line."""
    words = {"accepted": "accepted", "n": NO_PART, "u": UNSURE, "taken back": "taken back"}
    said = ", ".join(f"{done[key]} {word}" for key, word in words.items() if done[key]) or "nothing decided"
    return f"{said}; {left} to go"
