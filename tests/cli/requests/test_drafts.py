"""Drafts that lack something, are amended, approved and shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.requests.conftest import FROM, NOW, Sherd, drafted, sent

from sherd.store import open_store

# -- drafts that lack something ------------------------------------------------------------------------------


def test_a_draft_is_amended_until_its_gates_are_met_and_every_version_stays(
    sherd: Sherd, folder: Path
) -> None:
    drafted(sherd, folder)
    said = sherd("trace", "request", "amend", "R1", "--why", "It was found in a weapon.")
    assert (said.code, "met     why it is asked: It was found in a weapon." in said.out) == (0, True)
    assert sherd("trace", "request", "amend", "R1", "--due", "2027-02-01").code == 0
    store = open_store("sherd.db", create=False, clock=lambda: NOW)
    (request,) = store.load("road").requests
    verbs = [event.verb for event in store.events() if event.kind == "request"]
    store.close()
    assert (request.why, request.due.words) == ("It was found in a weapon.", "2027-02-01")
    assert verbs == ["recorded", "superseded", "superseded"]


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ((), "nothing is said that could be amended"),
        (("--due", "2020-01-01"), "2020-01-01 is over"),
        (("--why", "x", "--case", "nowhere"), "no case 'nowhere'"),
    ],
)
def test_an_amendment_that_says_nothing_is_a_wrong_call(
    sherd: Sherd, folder: Path, options: tuple[str, ...], why: str
) -> None:
    drafted(sherd, folder)
    said = sherd("trace", "request", "amend", "R1", *options)
    assert (said.code, why in said.err) == (2, True), said.err


def test_what_was_approved_is_not_changed_any_more(sherd: Sherd, folder: Path) -> None:
    drafted(sherd, folder, "--why", "It was found.")
    sherd("trace", "request", "approve", "R1")
    said = sherd("trace", "request", "amend", "R1", "--why", "Another reason.")
    assert (said.code, "R1 is approved and no draft" in said.err) == (2, True)


def test_approving_tells_what_would_still_hold_the_request(sherd: Sherd, folder: Path) -> None:
    drafted(sherd, folder)
    said = sherd("trace", "request", "approve", "R1").out
    assert said.splitlines()[0] == "R1: approved"
    assert "MISSING why it is asked: say it: sherd trace request amend --why" in said
    assert "the ordering code" not in said


def test_a_request_is_shown_with_its_steps_and_its_letters_once_more(sherd: Sherd, folder: Path) -> None:
    drafted(sherd, folder, "--why", "It was found in a weapon.")
    assert "met     the ordering code" in sherd("trace", "request", "show", "R1").out
    sherd("trace", "request", "approve", "R1", "--by", "A. Lead")
    sherd("trace", "request", "send", "R1", "--out", "out", *FROM)
    sherd("trace", "request", "answer", "R1", "--coding", "refused", "--words", "Trade secret.")
    said = sherd("trace", "request", "show", "R1", "--out", "again")
    assert "R1: answered (refused)" in said.out
    assert "approved; A. Lead" in said.out
    assert "answered; refused; Trade secret." in said.out
    assert {path.read_bytes() for path in Path("again").iterdir()} == {
        path.read_bytes() for path in Path("out").iterdir()
    }
    told = sherd("trace", "request", "show", "R1", "--json").result
    assert [step["state"] for step in told["steps"]] == ["approved", "sent", "answered"]
    assert sherd("trace", "request", "show", "R9").code == 2


def test_a_day_that_is_over_is_refused_and_a_wrong_id_is_told_its_neighbours(
    sherd: Sherd, folder: Path
) -> None:
    sherd("record", folder)
    said = sherd("trace", "request", "draft", "C2090", "--to", "ST", "--due", "2020-01-01")
    assert (said.code, "2020-01-01 is over" in said.err) == (2, True)
    near = sherd("trace", "request", "draft", "C2091", "--to", "ST")
    assert (near.code, "It holds: C2090" in near.err) == (2, True)


def test_an_answer_without_words_is_none(sherd: Sherd, folder: Path) -> None:
    sherd("record", folder)
    sherd("trace", "notice", "ONELEK", "--deadline", "2026-12-24", "--out", "out", *FROM)
    said = sherd("trace", "reply", "ONELEK", "--words", " ")
    assert (said.code, "an answer has words" in said.err) == (2, True)
    drafted(sherd, folder, "--why", "It was found.")
    sherd("trace", "request", "approve", "R1")
    sherd("trace", "request", "send", "R1", "--out", "out", *FROM)
    refused = sherd("trace", "request", "answer", "R1", "--coding", "refused", "--words", "")
    assert (refused.code, "a refusal names its ground" in refused.err) == (2, True)


@pytest.mark.parametrize("verb", [("trace", "request", "send", "R1"), ("trace", "notice", "ONELEK")])
def test_a_letter_of_nobody_is_a_wrong_call(sherd: Sherd, folder: Path, verb: tuple[str, ...]) -> None:
    drafted(sherd, folder, "--why", "It was found in a weapon.")
    sherd("trace", "request", "approve", "R1")
    more = ("--deadline", "2026-12-24") if "notice" in verb else ()
    said = sherd(*verb, "--out", "out", "--from", "  ", *more)
    assert said.code == 2
    assert "a letter says who asks" in said.err
    assert not Path("out").exists()


def test_a_refused_step_says_which_commands_take_the_request_on(sherd: Sherd, folder: Path) -> None:
    assert sent(sherd, folder).code == 0
    again = sherd("trace", "request", "send", "R1", "--out", "out", *FROM)
    assert again.code == 2
    assert "sherd trace request answer" in again.err
    assert "approve" not in again.err
    sherd("trace", "request", "step", "R1", "bounced")
    sherd("trace", "request", "step", "R1", "closed")
    closed = sherd("trace", "request", "step", "R1", "acknowledged")
    assert "It is closed: draft another" in closed.err


def test_no_step_is_dated_before_the_one_that_it_follows(sherd: Sherd, folder: Path) -> None:
    assert sent(sherd, folder).code == 0
    early = sherd("trace", "request", "step", "R1", "acknowledged", "--now", "2020-01-01T00:00:00+00:00")
    assert early.code == 2
    assert "no step is dated before the one it follows" in early.err
    shown = sherd("trace", "request", "show", "R1", "--json").result
    assert shown["state"] == "sent"


def test_one_day_too_late_is_one_day(sherd: Sherd, folder: Path) -> None:
    assert sent(sherd, folder).code == 0
    said = sherd("trace", "request", "due", "--now", "2026-12-21T12:00:00+00:00")
    assert "overdue by 1 day\n" in said.out
