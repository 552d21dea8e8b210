"""What must not be lost on the way of a request, nor shown to whom it is not for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, field, frozen
from tests.cli.requests.conftest import FROM, NOW, Sherd, drafted

from sherd.errors import WrongCall
from sherd.model.claims import Claim
from sherd.model.dates import Interval
from sherd.model.hypotheses import Case
from sherd.model.judgements import Judgement
from sherd.model.record import CaseRecord
from sherd.model.supply import Party, Tie, TraceRequest
from sherd.services.bench import Bench
from sherd.services.requests import draft, step
from sherd.services.right_of_reply import in_words, said_of
from sherd.store import open_blobs, open_store

# -- what must not be lost, nor shown ------------------------------------------------------------------------


@frozen
class Interrupted:
    """A store where somebody else does something just before the first of our writings begins."""

    store: Any
    other: Callable[[], object]
    done: list[bool] = field(factory=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)

    def writing(self) -> Any:
        if not self.done:
            self.done.append(True)
            self.other()
        return self.store.writing()


@pytest.fixture
def bench(sherd: Sherd, folder: Path) -> Iterator[Bench]:
    sherd("record", folder)
    store = open_store("sherd.db", create=False, clock=lambda: NOW)
    yield Bench(store, open_blobs("sherd.db"), "road", NOW)
    store.close()


def asking(**more: str) -> TraceRequest:
    known = {"id": "", "component": "C2090", "to_party": "ST", "regime": "maker", "state": "draft"}
    return TraceRequest(case="road", **{**known, **more})  # type: ignore[arg-type]


def test_two_who_draft_at_once_get_two_requests(bench: Bench) -> None:
    store = Interrupted(bench.store, lambda: draft(bench, asking(why="first")))
    mine = draft(evolve(bench, store=store), asking(why="second"))
    assert mine.id == "R2"
    assert [each.why for each in bench.record.requests] == ["first", "second"]


def test_of_two_who_take_a_step_at_once_one_is_refused_and_no_step_is_overwritten(bench: Bench) -> None:
    draft(bench, asking())
    store = Interrupted(bench.store, lambda: step(bench, "R1", "closed", words="withdrawn"))
    with pytest.raises(WrongCall, match="after 'closed'"):
        step(evolve(bench, store=store), "R1", "approved")
    assert [(each.id, each.state) for each in bench.record.steps] == [("R1.1", "closed")]


def test_the_words_of_an_answer_stand_in_no_public_leaf(bench: Bench) -> None:
    draft(bench, asking())
    step(bench, "R1", "closed", words="told us in confidence")
    assert not any(b"told us in confidence" in event.leaf for event in bench.store.events())
    assert bench.record.steps[0].words == "told us in confidence"


def test_a_request_on_a_restricted_component_does_not_name_it_in_public(sherd: Sherd, folder: Path) -> None:
    sheet = folder / "components.csv"
    sheet.write_text(
        sheet.read_text("utf-8").replace("C2090,", "C-SECRET,").replace(",public", ",team"), "utf-8"
    )
    (folder / "markings.csv").unlink()
    (folder / "photographs.csv").unlink()
    (folder / "photos" / "1.jpg").unlink()
    sherd("record", folder)
    assert sherd("trace", "request", "draft", "C-SECRET", "--to", "ST").code == 0
    store = open_store("sherd.db", create=False, clock=lambda: NOW)
    leaves = [event.leaf for event in store.events()]
    store.close()
    assert not any(b"C-SECRET" in leaf for leaf in leaves)


def test_a_second_letter_does_not_take_the_place_of_an_answer(sherd: Sherd, folder: Path) -> None:
    sherd("record", folder)
    asked = ("trace", "notice", "ONELEK", "--deadline", "2026-12-24", "--out", "out", *FROM)
    assert sherd(*asked).code == 0
    sherd("trace", "reply", "ONELEK", "--words", "We bought nothing.")
    assert sherd(*asked).code == 0
    assert sherd("trace", "reply", "ONELEK", "--words", "We said so before.").code == 0
    store = open_store("sherd.db", create=False, clock=lambda: NOW)
    assert [each.words for each in store.load("road").replies] == ["We bought nothing.", "We said so before."]
    store.close()


def test_nobody_is_said_not_to_have_answered_before_the_day_is_over(sherd: Sherd, folder: Path) -> None:
    sherd("record", folder)
    sherd("trace", "notice", "ONELEK", "--deadline", "2026-12-24", "--out", "out", *FROM)
    for now, said in (
        ("2026-12-24", "not yet, asked for by 2026-12-24"),
        ("2026-12-25", "not by 2026-12-24"),
    ):
        assert (
            sherd("publish", "road", "--out", now, "--format", "html", "--now", f"{now}T12:00:00+00:00").code
            == 0
        )
        assert said in Path(now, "dossier.html").read_text("utf-8")


def test_a_party_is_told_what_was_decided_on_its_transfers_and_what_others_said_of_it(bench: Bench) -> None:
    record = bench.record
    judged = Judgement(
        case="road",
        id="J",
        subject="T1",
        kind_="diversion",
        decision="yes",
        reason="Sold on.",
        by="A",
        at="2026",
    )
    claim = Claim(
        case="road",
        id="Q",
        speaker="A newspaper",
        polarity="assert",
        action="SUPPLY",
        actor="Ooo Onelek",
        paraphrase="It supplies the works.",
    )
    party = next(each for each in record.parties if each.id == "ONELEK")
    said = in_words(said_of(evolve(record, judgements=(judged,), claims=(claim,)), party))
    assert "Of T1, on the question “point of diversion”, it was decided: yes. Sold on." in said
    assert "A newspaper is recorded to have asserted: It supplies the works." in said


@pytest.mark.parametrize(
    ("from_", "to", "told"),
    [
        ("2020", None, "2020|"),
        ("2020", "2023-03-31", "2020|2023-03-31"),
        (None, "2023-03", "|2023-03"),
        ("2022-W15", None, "2022-04-11/2022-04-17|"),
        (None, None, None),
    ],
)
def test_a_party_is_told_the_days_of_its_ties_as_they_are_recorded(
    from_: str | None, to: str | None, told: str | None
) -> None:
    party = Party(case="k", id="P", name="Works")
    one, other = (Interval.parse(each) if each else None for each in (from_, to))
    tie = Tie(case="k", id="T", party="P", relation="owner", of="P", from_=one, to_=other, proof="asserted")
    record = CaseRecord(case=Case(case="k", id="k", title="K", question="?"), parties=(party,), ties=(tie,))
    (said,) = [each for each in said_of(record, party) if each.kind == "tie"]
    assert dict(said.values).get("days") == told


@pytest.mark.parametrize(
    "verb", [("request", "send", "R1"), ("notice", "ONELEK", "--deadline", "2026-12-24")]
)
def test_what_cannot_be_written_is_not_journaled_as_sent(
    sherd: Sherd, folder: Path, verb: tuple[str, ...]
) -> None:
    drafted(sherd, folder, "--why", "It was found.")
    sherd("trace", "request", "approve", "R1")
    Path("taken").write_text("a file")
    said = sherd("trace", *verb, "--out", "taken", *FROM)
    assert (said.code, "no letter can be written to taken" in said.err) == (2, True)
    assert "R1: approved" in sherd("trace", "request", "due").out


def test_a_row_of_the_folder_takes_no_request_that_was_drafted_since(sherd: Sherd, folder: Path) -> None:
    drafted(sherd, folder, "--why", "It was found.")
    sherd("trace", "request", "approve", "R1")
    sheet = folder / "requests.csv"
    sheet.write_text("id,component,to_party,regime,state,why\nR1,C2090,ST,maker,draft,another\n")
    said = sherd("record", folder)
    assert "Give the row another id" in said.err + said.out
    sheet.unlink()
    sherd("record", folder)
    store = open_store("sherd.db", create=False, clock=lambda: NOW)
    assert [each.why for each in store.load("road").requests] == ["It was found."]
    store.close()
    assert "R1: approved" in sherd("trace", "request", "due").out


def test_a_deadline_that_leaves_no_day_to_answer_is_refused(sherd: Sherd, folder: Path) -> None:
    sherd("record", folder)
    asked = ("trace", "notice", "ONELEK", "--out", "out", *FROM, "--now", "2026-12-24T12:00:00+00:00")
    said = sherd(*asked, "--deadline", "2026-12-24")
    assert (said.code, "leaves no day to answer" in said.err) == (2, True)
    assert sherd(*asked, "--deadline", "2026-12-25").code == 0
