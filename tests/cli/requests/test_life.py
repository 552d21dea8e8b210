"""``sherd trace request``: from draft to answer, and the right of reply."""

from __future__ import annotations

from pathlib import Path

from tests.cli.requests.conftest import FROM, Sherd, drafted

from sherd.store import open_store


def test_a_request_goes_from_draft_to_answer(sherd: Sherd, folder: Path, tmp_path: Path) -> None:
    drafted(sherd, folder, "--why", "It was found in a weapon.")
    assert sherd("trace", "request", "approve", "R1").code == 0
    sent = sherd("trace", "request", "send", "R1", "--out", "out", *FROM, "--json").result
    assert [Path(file).name for file in sent["files"]] == ["road-R1.pdf", "road-R1.docx", "road-R1-1-P1.png"]
    assert sherd("trace", "request", "step", "R1", "acknowledged").code == 0
    assert sherd("trace", "request", "answer", "R1", "--coding", "full", "--words", "Sold in 2021.").code == 0
    (standing,) = sherd("trace", "request", "due", "--json").result["requests"]
    assert (standing["state"], standing["coding"]) == ("answered", "full")
    assert sherd("verify", "sherd.db").code == 0


def test_recording_the_folder_again_keeps_the_request_and_its_steps(sherd: Sherd, folder: Path) -> None:
    drafted(sherd, folder, "--why", "It was found.")
    sherd("trace", "request", "approve", "R1")
    assert sherd("record", folder, "--json").result["withdrawn"] == 0
    assert "R1: approved" in sherd("trace", "request", "due").out


def test_a_request_is_held_until_its_gates_are_met(sherd: Sherd, folder: Path) -> None:
    drafted(sherd, folder)
    sherd("trace", "request", "approve", "R1")
    said = sherd("trace", "request", "send", "R1", "--out", "out", *FROM)
    assert said.code == 1
    assert "why it is asked" in said.err
    assert not Path("out").exists()


def test_what_the_addressee_may_not_see_meets_no_gate(sherd: Sherd, folder: Path) -> None:
    drafted(sherd, folder, "--why", "It was found.")
    sherd("trace", "request", "approve", "R1")
    said = sherd("trace", "request", "send", "R1", "--out", "out", *FROM, "--clearance", "public")
    assert (said.code, "a picture of the marking" in said.err) == (1, True)


def test_a_step_out_of_order_is_a_wrong_call(sherd: Sherd, folder: Path) -> None:
    drafted(sherd, folder, "--why", "It was found.")
    said = sherd("trace", "request", "send", "R1", "--out", "out", *FROM)
    assert (said.code, "sherd trace request approve" in said.err) == (2, True)
    assert sherd("trace", "request", "answer", "R9", "--coding", "full").code == 2


def test_an_overdue_request_is_told_first_and_stands_in_the_calendar(sherd: Sherd, folder: Path) -> None:
    drafted(sherd, folder, "--why", "It was found.")
    sherd("trace", "request", "approve", "R1")
    sherd("trace", "request", "send", "R1", "--out", "out", *FROM)
    later = ("--now", "2026-12-31T00:00:00+00:00")
    said = sherd("trace", "request", "due", "--ics", "due.ics", *later)
    assert "R1: sent, overdue by 11 days" in said.out
    assert b"SUMMARY:road R1: answer of STMicroelectronics due" in Path("due.ics").read_bytes()


def test_a_named_party_is_told_what_is_said_and_its_answer_is_printed_beside(
    sherd: Sherd, folder: Path, tmp_path: Path
) -> None:
    sherd("record", folder)
    asked = (
        "trace",
        "notice",
        "ONELEK",
        "--deadline",
        "2026-12-24",
        "--out",
        "out",
        *FROM,
        "--language",
        "ru",
    )
    said = sherd(*asked, "--json").result["said"]
    assert any("ACE ELECTRONIC (HK) CO., LIMITED passed STM32F765VIT6 to OOO ONELEK" in each for each in said)
    assert sherd("trace", "reply", "ONELEK", "--words", "We bought nothing of the kind.").code == 0
    assert sherd("publish", "road", "--out", "dossier", "--format", "html").code == 0
    page = (tmp_path / "dossier" / "dossier.html").read_text("utf-8")
    assert "We bought nothing of the kind." in page


def test_a_party_without_a_verified_contact_is_not_written_to(sherd: Sherd, folder: Path) -> None:
    sherd("record", folder)
    said = sherd("trace", "notice", "ACE", "--deadline", "2026-12-24", "--out", "out", *FROM)
    assert (said.code, "no verified contact" in said.err) == (1, True)
    assert sherd("trace", "reply", "ACE", "--words", "x").code == 2


def test_no_contact_stands_in_a_public_leaf(sherd: Sherd, folder: Path) -> None:
    sherd("record", folder)
    store = open_store("sherd.db", create=False, clock=lambda: None)  # type: ignore[arg-type,return-value]
    assert not any(b"x@example.org" in event.leaf for event in store.events())
    store.close()
