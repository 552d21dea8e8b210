"""``sherd claims ledger``, ``watch`` and ``review`` as a user types them; the review in a terminal."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import select
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from attrs import define, evolve, field

from sherd.model.dates import Interval
from sherd.services.review import PREFIX
from sherd.store import open_store

CASE = Path(__file__).resolve().parents[2] / "examples" / "geran-2"
Sherd = Callable[..., Any]
TEXT = (
    "Iran denied on Monday that it sold drones to Russia.\n"
    "The United States said on Tuesday that Iran sold drones to Russia.\n"
)


def test_the_ledger_of_a_case_names_what_cannot_both_be_right(sherd: Sherd) -> None:
    assert sherd("record", CASE).code == 0
    result = sherd("claims", "ledger", "--json").result
    pairs = {(pair["a"], pair["b"]): pair for pair in result["contradictions"]}
    assert pairs["C010", "C021"]["strength"] == "strong"
    assert all(pair["reason"] and len(pair["quotes"]) == 2 for pair in pairs.values())
    assert ("C010", "C028") not in pairs, "what was given before the war is not denied for the war"
    text = sherd("claims", "ledger").out
    assert "counts once: C030 comes from BRISBANE-2211" in text


def test_the_ledger_as_of_an_early_day_is_shorter(sherd: Sherd) -> None:
    sherd("record", CASE)
    whole = sherd("claims", "ledger", "--json").result["propositions"]
    early = sherd("claims", "ledger", "--as-of", "2022-08-31", "--json").result["propositions"]
    assert 0 < len(early) < len(whole)


def test_an_article_is_set_against_itself_without_a_case(sherd: Sherd, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    result = sherd("claims", "ledger", "a.txt", "--no-case", "--json").result
    (pair,) = result["contradictions"]
    assert pair["strength"] == "strong"
    assert "Iran denied what United States said" in pair["reason"]


def test_the_ledger_goes_out_as_csv_and_linked_data(sherd: Sherd, tmp_path: Path) -> None:
    sherd("record", CASE)
    assert sherd("claims", "ledger", "--format", "csv", "--out", "l.csv").code == 0
    text = (tmp_path / "l.csv").read_text("utf-8")
    assert len(list(csv.DictReader(io.StringIO(text, newline="")))) > 60
    assert sherd("claims", "ledger", "--format", "jsonld", "--out", "l.json").code == 0
    assert json.loads((tmp_path / "l.json").read_text("utf-8"))["@context"] == "https://schema.org"
    assert sherd("claims", "ledger", "--format", "csv").code == 2


def test_the_ledger_goes_out_as_lines_and_without_what_is_not_released(sherd: Sherd, tmp_path: Path) -> None:
    case = copied(tmp_path)
    claims = (case / "claims.csv").read_text("utf-8")
    (case / "claims.csv").write_text(claims.replace(",public,", ",sealed,", 1), "utf-8")
    sherd("record", case)
    whole = sherd("claims", "ledger", "--format", "jsonl", "--out", "all.jsonl")
    assert "wrote all.jsonl (everything, also what is not released" in whole.out
    assert (
        sherd("claims", "ledger", "--format", "jsonl", "--out", "p.jsonl", "--clearance", "public").code == 0
    )
    ids = [
        {json.loads(line)["id"] for line in (tmp_path / name).read_text("utf-8").splitlines()}
        for name in ("all.jsonl", "p.jsonl")
    ]
    assert ids[0] - ids[1] == {"C001"}


def copied(folder: Path) -> Path:
    """A copy of the example that a test may change."""
    return Path(shutil.copytree(CASE, folder / "copy"))


def test_a_folder_of_articles_is_laid_out_without_the_one_that_cannot_be_read(
    sherd: Sherd, tmp_path: Path
) -> None:
    folder = tmp_path / "press"
    (folder / "june" / ".hidden").mkdir(parents=True)
    (folder / "june" / "a.txt").write_text(TEXT, "utf-8")
    (folder / "a.txt").write_text(TEXT.replace("Iran", "Kenya"), "utf-8")
    (folder / "b.pdf").write_bytes(b"%PDF-1.7 broken")
    (folder / "june" / ".hidden" / "c.txt").write_text(TEXT, "utf-8")
    said = sherd("claims", "ledger", folder, "--json")
    assert (said.code, said.json["ok"]) == (1, False)
    assert [problem["file"] for problem in said.json["problems"]] == [str(folder / "b.pdf")]
    ids = [stand["id"] for row in said.result["propositions"] for stand in row["stands"]]
    assert len(ids) == len(set(ids)) == 4, "two articles of one name are told apart"
    assert sherd("claims", "read", folder).code == 1
    assert sherd("claims", "watch", folder, "--since", "2020-01-01").code == 1
    assert sherd("claims", "read", tmp_path / "press" / "june" / ".hidden" / "none").code == 2
    (tmp_path / "empty").mkdir()
    empty = sherd("claims", "ledger", tmp_path / "empty")
    assert (empty.code, "holds no file" in empty.err) == (2, True)


def test_an_article_handed_in_twice_is_laid_out_once(sherd: Sherd, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    rows = sherd("claims", "ledger", "a.txt", "b.txt", "--json").result["propositions"]
    assert sum(len(row["stands"]) for row in rows) == 2


def test_articles_alone_need_neither_store_nor_case(sherd: Sherd, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert sherd("claims", "ledger", "a.txt").code == 0
    assert not (tmp_path / "sherd.db").exists()
    sherd("claims", "read", "a.txt")
    assert sherd("claims", "ledger", "a.txt").code == 0
    assert sherd("claims", "watch", "a.txt", "--since", "2020-01-01").code == 0
    assert sherd("claims", "ledger").code == 2
    assert sherd("claims", "ledger", "a.txt", "--case", "k", "--no-case").code == 2


def test_how_far_it_is_with_many_articles_is_told_on_stderr(
    sherd: Sherd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, int, int | None]] = []

    @contextmanager
    def progress() -> Iterator[Any]:
        yield lambda what, done, total: told.append((what, done, total))

    monkeypatch.setattr("sherd.cli.claims_ledger.progress", progress)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT + name, "utf-8")
    assert sherd("claims", "ledger", "a.txt", "b.txt").code == 0
    assert told == [("opening", 1, 2), ("opening", 2, 2), ("reading", 1, 2), ("reading", 2, 2)]


def test_a_ledger_that_is_stopped_says_so_and_leaves_the_store_as_it_was(
    sherd: Sherd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sherd.services.ledger.propose", stopped)
    said = sherd("claims", "ledger", "a.txt")
    assert (said.code, said.out) == (130, "")
    assert "stopped" in said.err


def test_what_changed_since_a_day_is_listed(sherd: Sherd) -> None:
    sherd("record", CASE)
    said = sherd("claims", "watch", "--since", "2025-01-01")
    assert said.code == 0
    assert "since 2025-01-01:" in said.out
    new = sherd("claims", "watch", "--since", "2025-01-01", "--json").result["new"]
    assert new
    assert all(stand["said"] >= "2025" for stand in new)


def test_a_case_that_is_not_there_is_a_wrong_call(sherd: Sherd) -> None:
    sherd("record", CASE)
    assert sherd("claims", "ledger", "--case", "nowhere").code == 2
    assert sherd("claims", "watch", "--since", "tomorrow").code == 2


def test_the_review_needs_a_terminal(sherd: Sherd, tmp_path: Path) -> None:
    sherd("record", CASE)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    said = sherd("claims", "review", "a.txt", "--case", "geran-2")
    assert (said.code, "terminal" in said.err) == (2, True)


def test_a_person_decides_statement_by_statement_and_is_not_asked_twice(sherd: Sherd, tmp_path: Path) -> None:
    sherd("record", CASE)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    shown = at_a_terminal(tmp_path, "ar")
    assert "1 accepted, 1 rejected" in shown
    again = at_a_terminal(tmp_path, "")
    assert "nothing to decide" in again
    assert sherd("record", CASE, "--json").result["withdrawn"] == 0
    record = record_of_the_case()
    (claim,) = [each for each in record.claims if each.id.startswith("A")]
    assert (claim.speaker, claim.polarity, claim.quote) == ("Iran", "deny", "it sold drones to Russia")
    assert claim.source in {source.id for source in record.sources}
    decided = sorted(each.decision for each in record.judgements if each.kind_ == "claim")
    assert decided == ["accept", "reject"]
    ids = [each.id for each in record.judgements if each.kind_ == "claim"]
    assert not any(id_.startswith(PREFIX) for id_ in ids), "the bench of markings takes none of them back"
    assert sherd("verify", "sherd.db").code == 0


def test_a_person_corrects_who_spoke_says_why_and_takes_it_back(sherd: Sherd, tmp_path: Path) -> None:
    sherd("record", CASE)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    answers = ["e", "speaker\n", "Islamic Republic of Iran\n", "polarity\n", "perhaps\n", "99\n", "\n"]
    shown = at_a_terminal(tmp_path, [*answers, "named so in full\n", "w", "too thin\n", "r"])
    assert "1 edited, 1 rejected" in shown
    assert "polarity stays: write one of assert, deny, urge, concede" in shown
    assert "no column '99'" in shown
    record = record_of_the_case()
    (claim,) = [each for each in record.claims if each.id.startswith("A")]
    assert (claim.speaker, claim.polarity, claim.quote) == (
        "Islamic Republic of Iran", "deny", "it sold drones to Russia",
    )  # fmt: skip
    reasons = [each.reason for each in record.judgements if each.kind_ == "claim"]
    assert reasons == [
        "edited at the bench, speaker written anew: named so in full",
        "rejected at the bench: too thin",
    ]
    assert "nothing to decide" in at_a_terminal(tmp_path, "")
    (tmp_path / "a.txt").write_text(TEXT + "Russia said it had bought no drones.\n", "utf-8")
    assert "3 to go" in at_a_terminal(tmp_path, "q"), "another text is another article"
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert sherd("verify", "sherd.db").code == 0


def test_what_was_taken_back_is_asked_again(sherd: Sherd, tmp_path: Path) -> None:
    sherd("record", CASE)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    shown = at_a_terminal(tmp_path, "azzq")
    assert "accept of" in shown
    assert "nothing was decided at the bench by A that could be taken back" in shown
    record = record_of_the_case()
    assert not [each for each in record.claims if each.id.startswith("A")]
    assert not [each for each in record.judgements if each.kind_ == "claim"]
    assert "2 accepted" in at_a_terminal(tmp_path, "aa")
    assert len([each for each in record_of_the_case().claims if each.id.startswith("A")]) == 2
    assert sherd("verify", "sherd.db").code == 0


def test_what_a_model_proposed_and_the_text_bears_out_is_decided_on_too(sherd: Sherd, tmp_path: Path) -> None:
    from sherd.bootstrap import Settings, press, read_article, workbench
    from sherd.services.claims import read

    class Stub:
        name = "stub"

        def answer(self, _system: str, _user: str) -> str:
            claim = {"content": "the sale was a mistake", "source": "Iran", "polarity": "assert"}
            made_up = {"content": "we sold thousands", "source": "Iran", "polarity": "assert"}
            return json.dumps({"claims": [claim, made_up]})

    sherd("record", CASE)
    path = tmp_path / "a.txt"
    path.write_text(TEXT + "Iran: the sale was a mistake of others.\n", "utf-8")
    with workbench(Settings("sherd.db"), create=False) as bench:
        shelf = press(bench)
        article, original = read_article(shelf, path)
        asked = read(shelf, article, original, Stub())
    assert [each.flags for each in asked.statements][-1] == ("by_model",)
    shown = at_a_terminal(tmp_path, ["r"] * (len(asked.statements) - 1) + ["a"])
    assert "by model" in shown
    assert "1 accepted" in shown
    record = record_of_the_case()
    (claim,) = [each for each in record.claims if each.id.startswith("A")]
    assert claim.quote == "the sale was a mistake"
    (decided,) = [each for each in record.judgements if each.kind_ == "claim" and each.decision == "accept"]
    assert decided.reason == "accepted at the bench, proposed by a language model"


def test_who_reads_a_proposal_sees_the_paragraph_around_it_and_what_a_new_speaker_entails(
    sherd: Sherd, tmp_path: Path
) -> None:
    sherd("record", CASE)
    (tmp_path / "a.txt").write_text("Iran denied that it sold drones to Russia.\n", "utf-8")
    keys = ["e", "speaker\n", "Boru Dida\n", "\n", "misread\n"]
    told = " ".join(at_a_terminal(tmp_path, keys).split())
    assert "in: Iran denied that it sold drones to Russia." in told
    assert "speaker_kind: emptied, since you wrote that anew" in told
    (claim,) = [each for each in record_of_the_case().claims if each.id.startswith("A")]
    assert (claim.speaker_kind, claim.paraphrase) == (None, "Boru Dida denies: it sold drones to Russia")


def record_of_the_case() -> Any:
    store = open_store("sherd.db", create=False, clock=lambda: None)  # type: ignore[arg-type,return-value]
    record = store.load("geran-2")
    store.close()
    return record


def test_of_two_people_at_one_article_the_second_is_told_and_nothing_is_lost_or_doubled(
    sherd: Sherd, tmp_path: Path
) -> None:
    sherd("record", CASE)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    ana, boru = Sitting(tmp_path, "Ana"), Sitting(tmp_path, "Boru")
    for each in (ana, boru):
        assert "2 to go" in each.read()
    assert "accept: A" in ana.press("a")
    told = " ".join(boru.press("r").split())
    assert "decided meanwhile by Ana" in told
    assert "That decision stands, and nothing was written." in told
    assert "nothing was decided at the bench by Boru" in boru.press("z")
    assert "1 accepted, 1 rejected; 0 to go" in ana.press("r")
    assert "1 decided meanwhile by somebody else; 1 to go" in boru.press("q")
    decided = [each for each in record_of_the_case().judgements if each.kind_ == "claim"]
    assert [(each.by, each.decision) for each in decided] == [("Ana", "accept"), ("Ana", "reject")]
    assert sherd("verify", "sherd.db").code == 0


def test_several_articles_are_decided_on_in_one_sitting_and_a_bad_one_costs_no_other(
    sherd: Sherd, tmp_path: Path
) -> None:
    sherd("record", CASE)
    for name, denied in (("a.txt", "Iran"), ("c.txt", "Kenya"), ("d.txt", "Chad")):
        (tmp_path / name).write_text(f"{denied} denied that it sold drones to Russia.\n", "utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 broken")
    sitting = Sitting(tmp_path, "Ana", ("a.txt", "b.pdf", "c.txt", "d.txt"))
    assert "Iran: deny" in sitting.read()
    told = sitting.press("a")
    assert "a.txt: 1 accepted; 0 to go" in told
    assert "Kenya: deny" in told
    end = sitting.press("q")
    assert "c.txt: nothing decided; 1 to go" in end
    assert "d.txt" not in end
    assert "b.pdf cannot be read as a PDF" in end
    assert [claim.speaker for claim in record_of_the_case().claims if claim.id.startswith("A")] == ["Iran"]


def test_a_claim_whose_days_are_reversed_is_told_by_every_verb_and_mended_at_the_bench(
    sherd: Sherd, tmp_path: Path
) -> None:
    sherd("record", CASE)
    (tmp_path / "a.txt").write_text("Iran denied that it sold drones to Russia.\n", "utf-8")
    at_a_terminal(tmp_path, "a")
    spoil_the_accepted_claim()
    told = sherd("claims", "ledger", "--json")
    (problem,) = told.json["problems"]
    assert (told.code, problem["column"], problem["read"]) == (0, "said_from", "2023-08 to 2023-07")
    assert "sherd claims review a.txt --case geran-2" in sherd("claims", "watch", "--since", "2025-01-01").err
    assert sherd("publish", "geran-2", "--format", "html", "--out", "d").code == 0
    page = (tmp_path / "d" / "dossier.html").read_text("utf-8")
    assert "its days as recorded, 2023-08 to 2023-07, end before they begin" in page
    assert sherd("record", CASE).code == 0
    shown = at_a_terminal(tmp_path, ["e", "said_to\n", "2023-09\n", "\n", "a slip\n"])
    assert "an end before its beginning" in " ".join(shown.split())
    assert "1 edited; 0 to go" in shown
    assert sherd("claims", "ledger", "--json").json["problems"] == []
    (claim,) = [each for each in record_of_the_case().claims if each.id.startswith("A")]
    assert claim.said.words == "2023-08 to 2023-09"


def spoil_the_accepted_claim() -> None:
    """Write days that end before they begin, as the bench of an early sherd did."""
    from sherd.bootstrap import Settings, workbench
    from sherd.services.bench import journal
    from sherd.services.claims_review import METHOD

    with workbench(Settings("sherd.db"), create=False) as bench:
        (claim,) = [each for each in bench.store.load("geran-2").claims if each.id.startswith("A")]
        late, early = Interval.parse("2023-08"), Interval.parse("2023-07")
        wrong = evolve(claim, said_from=late, said_to=early)
        journal(bench.store, "geran-2", METHOD, "A", lambda _: [("recorded", wrong)])


ASKS = (b"q quit", b"(Enter: done)", b"empties it", b"   why")


@define
class Sitting:
    """The bench in a terminal of its own."""

    folder: Path
    by: str
    articles: tuple[str, ...] = ("a.txt",)
    pid: int = field(init=False)
    terminal: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        words = ["-m", "sherd", "claims", "review", *self.articles, "--case", "geran-2", "--by", self.by]
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(self.folder)
            os.execv(sys.executable, [sys.executable, *words])

    def press(self, keys: str) -> str:
        """Give an answer, and see what the bench says to it."""
        time.sleep(0.5)  # what is typed before the bench listens is thrown away
        os.write(self.terminal, keys.encode())
        return self.read()

    def read(self) -> str:
        """What a person sees until the bench asks or is done."""
        shown, end = b"", time.monotonic() + 60
        while time.monotonic() < end and not any(ask in shown for ask in ASKS):
            ready, _, _ = select.select([self.terminal], [], [], 0.2)
            try:
                read = os.read(self.terminal, 4096) if ready else None
            except OSError:
                read = b""
            if read == b"":
                os.close(self.terminal)
                os.waitpid(self.pid, 0)
                break
            shown += read or b""
        return shown.decode("utf-8", "replace")


def at_a_terminal(folder: Path, keys: str | list[str]) -> str:
    """What a person sees who gives these answers, one whenever the bench asks."""
    sitting, waiting = Sitting(folder, "A"), list(keys)
    shown = last = sitting.read()
    while any(ask.decode() in last for ask in ASKS) and waiting:
        last = sitting.press(waiting.pop(0))
        shown += last
    return shown


LATER = {
    "case.toml": 'id = "oru"\ntitle = "What fell at Lake Oru"\nquestion = "Who made it?"\n',
    "sources.csv": "id,kind,title\nT,interview,Talk\n",
    "claims.csv": "id,speaker,polarity,actor,action,object,said_from,paraphrase,source\n"
    "P,Kenya,assert,Kenya,COMMIT,drones,2024-03-04,Kenya would sell no more drones,T\n",
    "items.csv": "id,label,role,event,custody_status\nOR-1,Drone from the lake,item,EV1,partial\n",
    "events.csv": "id,kind,from,to\nEV1,recovery,2024-01-10,2024-01-10\n",
    "components.csv": "id,item,label,maker_as_published,made_as_published\nK-1,OR-1,servo,,2023-W40\n",
    "markings.csv": "id,component,text\nM1,K-1,AB\n",
}
ADDED = {
    "items.csv": "OR-2,Drone from the hill,item,EV2,partial\nOR-3,Drone bought,reference,EV2,partial\n",
    "events.csv": "EV2,recovery,2025-02-01,2025-02-03\n",
    "components.csv": "K-2,OR-2,modem,,2024-11\nK-3,OR-2,pump,,2024\nK-4,OR-2,processor,Analog Devices,\n"
    "K-5,OR-3,servo,,2024-12-01\nK-6,OR-2,processor,Analog Devices,\n",
    "markings.csv": "M2,K-4,AD9361BBCZ|#2448\nM3,K-6,AD9361BBCZ|#2348\n",
}


def test_what_is_added_to_a_case_after_a_promise_bears_on_it_by_its_days_and_date_codes(
    sherd: Sherd, tmp_path: Path
) -> None:
    """Recovered and made after it, as published or as the marking says; 2024 may lie before March 2024."""
    folder = tmp_path / "oru"
    folder.mkdir()
    for name, text in LATER.items():
        (folder / name).write_text(text, "utf-8")
    assert sherd("record", folder).code == 0
    seen = sherd("claims", "watch", "--since", "2024-03-01").out
    assert "since then 0 items recovered, 0 parts surely made" in seen
    for name, text in ADDED.items():
        (folder / name).write_text(LATER[name] + text, "utf-8")
    assert sherd("record", folder).code == 0
    seen = sherd("claims", "watch", "--since", "2024-03-01").out
    assert "since then 2 items recovered, 3 parts surely made" in seen
    dated = "2025-02-01 to 2025-02-03"
    assert f"recovered since: OR-2 ({dated}), OR-3 ({dated}, for comparison)\n" in seen
    assert (
        "made since: K-2 (2024-11, in OR-2), K-4 (2024-11-25 to 2024-12-01, in OR-2), "
        "K-5 (2024-12-01, in OR-3, for comparison)\n"
    ) in seen


def test_no_case_takes_the_id_under_which_articles_are_kept(
    sherd: Sherd, case_folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert sherd("claims", "read", "a.txt").code == 0
    toml = case_folder / "case.toml"
    toml.write_text(toml.read_text("utf-8").replace('"small"', '"press"', 1), "utf-8")
    refused = sherd("record", case_folder)
    assert refused.code != 0
    assert "'press' is kept for the articles" in refused.err
    store = open_store("sherd.db", create=False, clock=lambda: None)  # type: ignore[arg-type,return-value]
    kept, items = len(store.heads("press", "source")), len(store.heads("press", "item"))
    store.close()
    assert (kept, items) == (1, 0)
