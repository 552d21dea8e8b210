"""``sherd trace request``, ``notice`` and ``reply`` as a user types them."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, field, frozen
from PIL import Image

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

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)

CASE = Path(__file__).resolve().parents[1] / "cases" / "road" / "input"
Sherd = Callable[..., Any]
FROM = ("--from", "The team")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The case of the road, with a marking, a photograph, and a contact that someone verified."""
    case = tmp_path / "case"
    shutil.copytree(CASE, case)
    lines = (case / "parties.csv").read_text().replace(",public", ",").splitlines()
    more = [",contact,contact_verified", ",x@example.org,2026-11-01", ",,", ",,", ",y@example.org,2026-11-01"]
    (case / "parties.csv").write_text("\n".join(map("".join, zip(lines, more, strict=True))) + "\n")
    (case / "markings.csv").write_text(
        'id,component,text,photo,region,release\nM1,C2090,STM32F765VIT6|7B 147,P1,"40,30,20,10",public\n'
    )
    (case / "photographs.csv").write_text("id,file,component,release\nP1,photos/1.jpg,C2090,partner\n")
    (case / "photos").mkdir()
    (case / "photos" / "1.jpg").write_bytes(picture())
    return case


def picture() -> bytes:
    """A black photograph of 100 × 80 pixels with a white marking, and where it was taken inside."""
    shot = Image.new("RGB", (100, 80))
    shot.paste((255, 255, 255), (40, 30, 60, 40))
    exif = Image.Exif()
    exif[0x010F] = "Camera of A. Witness"
    exif.get_ifd(0x8825)[2] = (48.0, 30.0, 0.0)
    out = io.BytesIO()
    shot.save(out, "JPEG", quality=100, subsampling=0, exif=exif)
    return out.getvalue()


def bomb() -> bytes:
    """A PNG of under ten kilobytes that opens as 64 million pixels."""
    out = io.BytesIO()
    Image.new("1", (8_000, 8_000)).save(out, "PNG", optimize=True)
    assert len(out.getvalue()) < 10_000
    return out.getvalue()


def drafted(sherd: Sherd, folder: Path, *more: str) -> None:
    assert sherd("record", folder).code == 0
    said = sherd("trace", "request", "draft", "C2090", "--to", "ST", "--due", "2026-12-20", *more)
    assert (said.code, "drafted R1" in said.out) == (0, True), said.err


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
    assert (said.code, "Approve it first" in said.err) == (2, True)
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
    assert "Of T1, on diversion, it was decided: yes. Sold on." in said
    assert "A newspaper is recorded to have said (assert): It supplies the works." in said


@pytest.mark.parametrize(
    ("from_", "to", "told"),
    [
        ("2020", None, "2020 – …"),
        ("2020", "2023-03-31", "2020 – 2023-03-31"),
        (None, "2023-03", "… – 2023-03"),
        ("2022-W15", None, "(2022-04-11 – 2022-04-17) – …"),
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


# -- whose the part is ---------------------------------------------------------------------------------------


def of_brand(folder: Path, text: str, maker: str, party: str) -> None:
    """The component asked about bears a marking, its publisher names a maker, and the party has a name."""
    (folder / "markings.csv").write_text(
        f'id,component,text,photo,region,release\nM1,C2090,{text},P1,"40,30,20,10",public\n'
    )
    for sheet, was, now in (
        ("components.csv", "microcontroller,STM32F765VIT6,STMicroelectronics", f"sensor,DS18B20,{maker}"),
        ("parties.csv", "ST,STMicroelectronics,", f"ST,{party},"),
    ):
        said = (folder / sheet).read_text()
        assert was in said
        (folder / sheet).write_text(said.replace(was, now))


def test_a_draft_says_the_brand_as_marked_the_maker_then_and_the_owner_today(
    sherd: Sherd, folder: Path
) -> None:
    of_brand(folder, "DALLAS 18B20 1932C4", "Maxim Integrated", '"Analog Devices, Inc."')
    sherd("record", folder)
    said = sherd("trace", "request", "draft", "C2090", "--to", "ST", "--json").result["addressed"]
    assert (said["brand"], said["basis"]) == ("DALLAS", "as marked")
    assert (said["makers_then"], said["owners_today"]) == (["Maxim"], ["Analog Devices"])
    assert said["among_owners"]
    told = sherd("trace", "request", "draft", "C2090", "--to", "ST").out
    assert "brand DALLAS (as marked); maker then Maxim" in told
    assert "owner today Analog Devices: made 2019-08" in told
    assert "CHECK" not in told


def test_an_addressee_that_is_no_owner_today_is_told_and_held_up_by_nothing(
    sherd: Sherd, folder: Path
) -> None:
    of_brand(folder, "DALLAS 18B20 1932C4", "Maxim Integrated", "Maxim Integrated Products")
    sherd("record", folder)
    told = sherd("trace", "request", "draft", "C2090", "--to", "ST", "--why", "It was found in a weapon.")
    assert told.code == 0
    assert "CHECK   the addressee: Maxim Integrated Products bears the name of no owner today" in told.out
    sherd("trace", "request", "approve", "R1")
    assert sherd("trace", "request", "send", "R1", "--out", "out", *FROM).code == 0


def test_without_a_brand_in_the_marking_the_published_maker_speaks(sherd: Sherd, folder: Path) -> None:
    of_brand(folder, "1932C4", "Atmel", "Microchip Technology")
    sherd("record", folder)
    said = sherd("trace", "request", "draft", "C2090", "--to", "ST", "--json").result["addressed"]
    assert (said["brand"], said["basis"]) == ("Atmel", "as published; no marking shows a brand")
    assert (said["owners_today"], said["among_owners"]) == (["Microchip"], True)
    nobody = of_no_maker(sherd, folder)
    assert nobody["addressed"] is None


def of_no_maker(sherd: Sherd, folder: Path) -> Any:
    said = (folder / "components.csv").read_text()
    (folder / "components.csv").write_text(said.replace(",Atmel,", ",,"))
    sherd("record", folder)
    return sherd("trace", "request", "draft", "C2090", "--to", "ST", "--json").result


def test_the_risk_follows_the_date_code_of_the_marking(sherd: Sherd, folder: Path) -> None:
    of_brand(folder, "DALLAS 18B20 1932C4", "Maxim Integrated", "Analog Devices")
    sherd("record", folder)
    risks = sherd("trace", "request", "draft", "C2090", "--to", "ST", "--json").result["retention"]
    assert risks
    assert all("made 2019-08" in each and each.endswith("as its marking is read") for each in risks)


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


# -- pictures that go along ----------------------------------------------------------------------------------


def sent(sherd: Sherd, folder: Path, *more: str) -> Any:
    drafted(sherd, folder, "--why", "It was found in a weapon.")
    sherd("trace", "request", "approve", "R1")
    return sherd("trace", "request", "send", "R1", "--out", "out", *FROM, *more)


def test_only_the_marking_leaves_and_nothing_that_the_camera_wrote(sherd: Sherd, folder: Path) -> None:
    assert b"A. Witness" in picture()
    assert sent(sherd, folder).code == 0
    content = Path("out/road-R1-1-P1.png").read_bytes()
    with Image.open(io.BytesIO(content)) as gone:
        assert (gone.format, gone.size) == ("PNG", (20, 10))
        assert gone.convert("L").getextrema()[0] > 200, "the marking and nothing around it"
        assert (dict(gone.getexif()), gone.info) == ({}, {})
    assert b"A. Witness" not in content
    store = open_store("sherd.db", create=False, clock=lambda: NOW)
    kept = {file.sha256 for file in store.load("road").files}
    store.close()
    assert sha256(content).hexdigest() in kept, "what left is kept"


def test_without_a_region_the_enquiry_is_held_and_says_how_to_go_on(sherd: Sherd, folder: Path) -> None:
    sheet = folder / "markings.csv"
    sheet.write_text(sheet.read_text().replace('"40,30,20,10"', ""))
    said = sent(sherd, folder)
    assert (said.code, Path("out").exists()) == (1, False)
    assert "a picture of the marking: say where on a photograph the marking is" in said.err
    assert "--whole PHOTO" in said.err


@pytest.mark.parametrize(
    ("photographs", "held"),
    [
        ("P1,photos/1.jpg,C2090,\n", "release photograph P1 to partner: its column release is empty, and so"),
        ("P1,photos/1.jpg,C2090,sealed\n", "release photograph P1 to partner: its column release is sealed"),
        (
            "P1,photos/1.jpg,C2090,partner\nP2,photos/1.jpg,C2090,sealed\n",
            "the file of photograph P1 also stands under photograph P2, which is for sealed",
        ),
        ("P1,photos/2.jpg,C2090,partner\n", "put the file of photograph P1 into the case folder"),
    ],
)
def test_a_picture_that_is_held_names_the_row_to_release(
    sherd: Sherd, folder: Path, photographs: str, held: str
) -> None:
    (folder / "photographs.csv").write_text("id,file,component,release\n" + photographs)
    said = sent(sherd, folder)
    assert said.code == 1
    assert f"a picture of the marking: {held}" in said.err
    assert "say where on a photograph" not in said.err


def test_a_sealed_marking_is_named_as_what_holds_the_picture(sherd: Sherd, folder: Path) -> None:
    sheet = folder / "markings.csv"
    sheet.write_text(sheet.read_text().replace(",public", ",sealed"))
    said = sent(sherd, folder)
    assert (said.code, "a picture of the marking: release marking M1 to partner" in said.err) == (1, True)


def test_the_sender_may_choose_a_whole_photograph_and_what_the_camera_wrote_stays(
    sherd: Sherd, folder: Path
) -> None:
    sheet = folder / "markings.csv"
    sheet.write_text(sheet.read_text().replace('"40,30,20,10"', ""))
    assert sent(sherd, folder, "--whole", "P1").code == 0
    with Image.open("out/road-R1-1-P1.png") as gone:
        assert gone.size == (100, 80)
        assert dict(gone.getexif()) == {}


@pytest.mark.parametrize(
    ("clearance", "known"), [("partner", "There are: P1"), ("public", "There are: none")]
)
def test_a_photograph_that_the_addressee_may_not_see_cannot_be_chosen(
    sherd: Sherd, folder: Path, clearance: str, known: str
) -> None:
    said = sent(sherd, folder, "--whole", "P9" if clearance == "partner" else "P1", "--clearance", clearance)
    assert (said.code, known in said.err) == (2, True), said.err


@pytest.mark.parametrize(
    ("region", "content", "why"),
    [
        ("90,70,20,20", None, "the region ends at 110 × 90, the picture is 100 × 80 pixels"),
        ("0,0,1,1", b"\xff\xd8 no picture", "it is none of JPEG"),
        ("0,0,1,1", b"a text that was called .jpg\n", "it is none of JPEG"),
        ("0,0,1,1", bomb(), "it has 64,000,000 pixels"),
    ],
)
def test_a_picture_that_cannot_be_cut_is_named_and_nothing_is_sent(
    sherd: Sherd, folder: Path, region: str, content: bytes | None, why: str
) -> None:
    sheet = folder / "markings.csv"
    sheet.write_text(sheet.read_text().replace("40,30,20,10", region))
    if content is not None:
        (folder / "photos" / "1.jpg").write_bytes(content)
    said = sent(sherd, folder)
    assert (said.code, Path("out").exists()) == (1, False)
    assert f"P1: the picture cannot be used: {why}" in said.err
    assert "Traceback" not in said.err
    assert "R1: approved" in sherd("trace", "request", "due").out


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
