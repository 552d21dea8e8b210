"""The pages of the ledger and of what changed: readable at every width, and whole in a pipe."""

from __future__ import annotations

from datetime import date
from typing import Any

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.claims.ledger import ledger
from sherd.claims.stands import graded
from sherd.claims.watch import Changes, Promise
from sherd.cli.claims_page import SHOWN, changes_page, ledger_page
from sherd.model.dates import Interval
from sherd.model.provenance import Source
from sherd.model.stances import Stand


def stand(id_: str, **told: Any) -> Stand:
    said = {"speaker": "Ana Vale", "holds": True, "action": "SUPPLY", "actor": "Kenya", "quote": ""}
    plain = {**said, "family": "SUPPLY", "words": f"so {id_}", "proposition": "P1 Kenya supplied pumps"}
    return Stand(id=id_, **{**plain, "party": told.get("speaker", "Ana Vale"), **told})


THREE = (
    stand("C2", holds=False, said=Interval.parse("2023-05-02"), source="B", chain=("The Gazette", "an aide")),
    stand("C1", party="Kenya", said=Interval.parse("2023-05-01"), source="A", quote="we sold pumps"),
    stand("C3", speaker="Boru Dida", conceded=True, firm=False, said=Interval(None, date(2023, 4, 1))),
)
SOURCES = (
    Source(case="k", id="A", kind_="press", title="a", reliability="B", credibility="4"),
    Source(case="k", id="B", kind_="press", title="b", reliability="F"),
)


def page(stands: tuple[Stand, ...], width: int | None, as_of: str | None = None) -> list[str]:
    found = ledger(graded(stands, SOURCES), SOURCES, Interval.parse(as_of) if as_of else None)
    return [click.unstyle(line) for line in ledger_page(found, width)]


def test_piped_each_claim_is_a_line_with_its_day_stance_two_grades_id_speaker_and_words() -> None:
    assert page(THREE, None)[:6] == [
        "P1 Kenya supplied pumps",
        "  1 asserted, 1 denied, 1 conceded; 2 speakers, 2 independent origins",
        "  said                   stance    rel.  cred.  claim  speaker: words",
        "  2023-04-01 or earlier  concedes  -     -      C3     Boru Dida, hedged: so C3",
        "  2023-05-01             asserts   B     4      C1     Ana Vale (Kenya) [A]: so C1 “we sold pumps”",
        "  2023-05-02             denies    F     -      C2     Ana Vale ← an aide ← The Gazette [B]: so C2",
    ]


def test_on_a_terminal_the_words_stand_below_who_said_them() -> None:
    lines = page(THREE, 79)
    at = lines.index("  2023-05-01             asserts   B     4      Ana Vale (Kenya)")
    assert lines[at + 1] == "      C1 [A]: so C1 “we sold pumps”"


def test_the_two_sides_of_a_contradiction_are_told_with_who_and_when() -> None:
    lines = page((THREE[0], evolved(THREE[1])), None)
    (at,) = [n for n, line in enumerate(lines) if line.startswith("strong: ")]
    assert lines[at + 1] == "    C2: 2023-05-02, Ana Vale: so C2"
    assert lines[at + 2] == "    C9: 2023-05-03, Boru Dida: so C9"


def evolved(one: Stand) -> Stand:
    return stand("C9", speaker="Boru Dida", said=Interval.parse("2023-05-03"), source=one.source)


def test_the_day_of_the_ledger_is_told() -> None:
    assert page(THREE, None, "2023-04-30")[0].startswith("as of 2023-04-30: ")
    assert not [line for line in page(THREE, None, "2023-04-30") if " C1 " in line]


NAMES = st.text(st.characters(categories=("L", "Nd", "Zs"), max_codepoint=0x24F), min_size=1, max_size=60)


@given(NAMES, NAMES, st.integers(40, 200))
def test_no_line_is_wider_than_the_terminal(name: str, words: str, width: int) -> None:
    long = stand(f"{'x' * 30}.txt#S01", speaker=name, words=words, quote=words[::-1], holds=None)
    lines = [line for line in page((*THREE, long), width) if len(line) > width]
    assert lines == []


def test_a_terminal_shows_the_first_contradictions_and_a_pipe_all() -> None:
    denials = [
        stand(f"D{n}", speaker=f"Denier {n}", holds=False, said=Interval.parse("2023-05-02"))
        for n in range(SHOWN + 3)
    ]
    many = (evolved(THREE[1]), *denials)
    assert sum(line.startswith("strong: ") for line in page(many, None)) == SHOWN + 3
    shown = page(many, 100)
    assert sum(line.startswith("strong: ") for line in shown) == SHOWN
    assert "… and 3 pairs more; a pipe and --json have them all" in shown


def test_contradictions_of_one_reason_stand_together_with_their_number() -> None:
    denials = [stand(f"D{n}", holds=False, said=Interval.parse("2023-05-02")) for n in range(4)]
    lines = page((evolved(THREE[1]), *denials), None)
    assert sum(line.startswith("strong: ") for line in lines) == 1
    assert "    and 3 pairs more of the same; --json lists each" in lines


def test_claims_without_a_day_are_counted_where_new_ones_are_told() -> None:
    found = Changes(since=date(2023, 1, 1), new=(), undated=2, reversals=(), promises=())
    assert list(changes_page(found, None))[1] == "  2 claims without a day: whether new is not known"


PROMISE = Promise(
    stand=stand("C7"), recovered_since=("I1", "I2"), made_since=tuple(f"P{n}" for n in range(40)), words="so"
)


@pytest.mark.parametrize("width", [None, 79])
def test_what_bears_on_a_promise_can_be_looked_up_by_its_ids(width: int | None) -> None:
    found = Changes(since=date(2023, 1, 1), new=(), reversals=(), promises=(PROMISE,))
    told = " ".join(" ".join(click.unstyle(line) for line in changes_page(found, width)).split())
    assert "promise or appeal: C7, so" in told
    assert "recovered since: I1, I2" in told
    assert f"made since: P0, P1, {'P2, P3' if width is None else ''}" in told
    assert ("P39" in told) is (width is None)
    assert ("28 more; --json has them all" in told) is (width is not None)


@pytest.mark.parametrize("page", ["ledger", "watch"])
def test_who_changed_sides_is_told_with_both_claims_and_their_words(page: str) -> None:
    turned = (
        stand("C1", said=Interval.parse("2023-05-01"), quote="we sold pumps"),
        stand("C2", holds=False, said=Interval.parse("2023-05-02"), quote="no pump was sold"),
    )
    found = ledger(turned, ())
    since = Changes(since=date(2023, 1, 1), new=(), reversals=found.reversals, promises=())
    lines = list(ledger_page(found, None) if page == "ledger" else changes_page(since, None))
    at = next(at for at, line in enumerate(lines) if "changed sides: Ana Vale held it true" in line)
    assert "C1: 2023-05-01, Ana Vale: so C1 “we sold pumps”" in lines[at + 1]
    assert "C2: 2023-05-02, Ana Vale: so C2 “no pump was sold”" in lines[at + 2]
