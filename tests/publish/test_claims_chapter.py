"""The chapter on claims: word against word with quotes and reasons, word against finding with who judged."""

from __future__ import annotations

import re
from typing import Any

import attrs
import pytest

from sherd.model.claims import Claim
from sherd.model.dates import Interval
from sherd.model.document import Figure, Ref, Section, Strong, Table, Text, walk
from sherd.model.judgements import Judgement
from sherd.model.stances import Bearing, Contradiction, Stand
from sherd.publish.chapters.claims import chapter
from sherd.publish.material import Material
from sherd.publish.phrases import Sources
from sherd.publish.word_against_word import DISAGREE, MOST_PAIRS
from sherd.services.ledger import ledger_of

from .conftest import Dossier  # isort: skip


@pytest.fixture
def case(dossier_of: Dossier) -> Material:
    """The material of the shipped case."""
    return dossier_of("geran-2").material


def written(material: Material) -> Section:
    return chapter(material, Sources.of(material.record))


def said(node: object) -> str:
    spans = (each for each in walk(node) if isinstance(each, Text | Strong | Ref))  # type: ignore[arg-type]
    return "".join(span.text for span in spans)


def table(material: Material, caption: str) -> list[list[str]]:
    found = (node for node in walk(written(material)) if isinstance(node, Table) and node.caption == caption)
    return [["".join(getattr(span, "text", "") for span in cell) for cell in row] for row in next(found).rows]


def part(material: Material, id_: str) -> Section:
    return next(n for n in walk(written(material)) if isinstance(n, Section) and n.id == id_)


def claims(material: Material, *made: Claim, **changes: Any) -> Material:
    """The case with these claims and no others, its ledger kept anew."""
    record = attrs.evolve(material.record, claims=made)
    return attrs.evolve(material, record=record, ledger=ledger_of(record, (), None), bearings=(), **changes)


def claim(id_: str, polarity: str = "assert", **more: Any) -> Claim:
    known = {"speaker": f"Speaker {id_}", "action": "SUPPLY", "actor": "Norland", "object": "drones"}
    return Claim(case="k", id=id_, polarity=polarity, paraphrase=f"What {id_} says.", **(known | more))


# -- word against word -------------------------------------------------------------------------------------


def test_two_claims_stand_quote_beside_quote_with_number_day_source_and_reason(case: Material) -> None:
    rows = table(case, "Claims that do not go together")
    row = next(row for row in rows if "(C009, 2022-09)" in row[1] and "(C005, 2022-08)" in row[2])
    assert row[0] == "strong"
    assert row[1].startswith("Nasser Kanaani (C009, 2022-09): ")
    assert "“unconfirmed reports”" in row[1]
    assert "“numerous failures”" in row[2]
    assert all(cell.rstrip("]").rsplit("[")[-1].isdigit() for cell in row[1:3]), "its source"
    assert row[3].startswith("Nasser Kanaani denied what US intelligence officials said")


def test_every_pair_that_the_timeline_joins_is_printed_and_the_rest_is_counted(case: Material) -> None:
    document = written(case)
    figure = next(node for node in walk(document) if isinstance(node, Figure))
    titles = [column.title for column in figure.table.columns]
    drawn = {
        frozenset((cells[0], other.partition(" ")[0]))
        for row in figure.table.rows
        if (cells := ["".join(getattr(span, "text", "") for span in cell) for cell in row])
        and (arcs := cells[titles.index("Arcs to")]) != "—"
        for other in arcs.split("; ")
    }
    rows = table(case, "Claims that do not go together")
    printed = {frozenset(re.findall(r"\((C\d+)", row[1] + row[2])) for row in rows}
    assert drawn
    assert drawn <= printed
    assert len(rows) == MOST_PAIRS
    assert "60 of 164 pairs are printed: 52 of 52 strong, 8 of 61 weak and 0 of 51 tension" in said(
        part(case, "contradictions")
    )


def test_a_drawn_pair_is_printed_though_many_others_come_before_it(case: Material) -> None:
    def stand(id_: str) -> Stand:
        known = {"speaker": id_, "party": id_, "action": "USE", "family": "USE", "quote": "", "words": "w"}
        return Stand(id=id_, holds=True, said=None, **known)  # type: ignore[arg-type]

    undated = [claim(f"U{n}") for n in range(80)]
    dated = [claim(f"D{n}", said_from=Interval.parse("2022-01-01")) for n in range(2)]
    made = claims(case, *undated, *dated)
    assert made.ledger is not None
    ends = [*(("U0", f"U{n}") for n in range(1, 80)), ("D0", "D1")]
    pairs = tuple(
        Contradiction(a=stand(a), b=stand(b), strength="strong", reason=f"{a}, {b}") for a, b in ends
    )
    made = attrs.evolve(made, ledger=attrs.evolve(made.ledger, contradictions=pairs))
    rows = table(made, "Claims that do not go together")
    assert len(rows) == MOST_PAIRS
    assert rows[-1][3] == "D0, D1."


def test_what_is_only_taken_for_granted_says_so_beside_the_claim_that_does(case: Material) -> None:
    day = Interval.parse("2022-03-05")
    made = claims(
        case,
        claim("C1", "urge", action="STOP_SUPPLY", recipient="Westland", said_from=day),
        claim("C2", "deny", recipient="Westland", said_from=day),
    )
    (row,) = table(made, "Claims that do not go together")
    assert row[2].startswith("Speaker C1 (C1, 2022-03-05, taken for granted): ")
    assert row[2].endswith("What C1 says."), "it names no source"


def test_where_no_two_claims_contradict_each_other_that_is_said(case: Material) -> None:
    assert said(part(claims(case, claim("C1")), "contradictions")) == (
        "By rule, no two claims of the record exclude each other or pull apart."
    )


def test_who_changed_sides_is_said(case: Material) -> None:
    days = [Interval.parse(day) for day in ("2022-01-05", "2022-03-05")]
    changed = claims(
        case,
        claim("C1", "deny", speaker="Ana Vell", said_from=days[0], event_from=days[0], event_to=days[0]),
        claim("C2", speaker="Ana Vell", said_from=days[1], event_from=days[0], event_to=days[0]),
    )
    assert "Ana Vell denied it (2022-01-05), and held it true (2022-03-05): C1, and later C2." in said(
        part(changed, "contradictions")
    )


# -- word against finding ----------------------------------------------------------------------------------


DECIDED = Judgement(
    case="k", id="J-1", subject="C051~CAR-G2", kind_="bears_on", decision="neither",
    reason="it is of one item", by=("Ana Vell", "Ben Ott"), at="2026-05-06T10:00:00Z",
)  # fmt: skip


def test_a_judged_finding_stands_with_who_judged_it_when_why_and_what_was_weighed(case: Material) -> None:
    found = Bearing(
        claim="C051", item="CAR-G2", how="neither", weight=-1.386, judged="J-1",
        finding="moderate support for H1 over H4", words="",
    )  # fmt: skip
    record = attrs.evolve(case.record, judgements=(*case.record.judgements, DECIDED))
    (row,) = table(attrs.evolve(case, record=record, bearings=(found,)), "How findings bear on claims")
    assert "(C051, 2023-08-10)" in row[0]
    assert row[1:3] == ["bears on neither", "CAR-G2"]
    assert row[3] == ("It is of one item. Beside it, what was weighed: Moderate support for H1 over H4.")
    assert row[4:] == ["−1.39", "Ana Vell; Ben Ott, 2026-05-06 (J-1)"]


def test_beside_a_proposition_stands_what_a_person_judged_of_its_claims(case: Material) -> None:
    found = Bearing(claim="C051", item="CAR-G2", how="supports", judged="J-1", words="w")
    told = said(written(attrs.evolve(case, bearings=(found,))))
    assert "Of C051, CAR-G2 supports it by judgement J-1." in told


def test_all_pairs_of_accounts_that_report_are_counted_beside_who_makes_such_things(case: Material) -> None:
    (result, *others) = case.attributions["CAR-G2"]
    reporting = [
        attrs.evolve(pair, refused=(), favours=pair.h1, words="weak support") for pair in result.pairs
    ]
    weighed = {"CAR-G2": (attrs.evolve(result, pairs=tuple(reporting)), *others)}
    told = said(written(attrs.evolve(case, attributions=weighed)))
    assert "weak support for H1 over H2, weak support for H1 over H3" in told
    assert "and 12 more pairs." in told


def test_weights_between_several_pairs_of_accounts_that_say_the_same_are_one_row(case: Material) -> None:
    found = [
        Bearing(
            claim="C051", item="CAR-G2", how="supports", weight=weight, finding=f"H4 over {other}", words=""
        )
        for other, weight in (("H1", 1.386), ("H3", 0.62))
    ]
    (row,) = table(attrs.evolve(case, bearings=found), "How findings bear on claims")
    assert row[3:] == ["H4 over H1 (+1.39); H4 over H3 (+0.62).", "+0.62 to +1.39", "proposed by rule"]
    assert "nobody has judged any" in said(part(attrs.evolve(case, bearings=found), "bearings"))


def test_findings_stand_in_the_order_of_the_claims_and_what_a_person_judged_first(case: Material) -> None:
    found = [
        Bearing(claim="C052", item="CAR-G2", how="supports", words=""),
        Bearing(claim="C007", item="CAR-G2", how="supports", words=""),
        Bearing(claim="C007", item="GUR-650", how="neither", judged="J-1", words=""),
    ]
    rows = table(attrs.evolve(case, bearings=tuple(found)), "How findings bear on claims")
    order = [(re.findall(r"\((C\d+)", row[0])[0], row[5]) for row in rows]
    assert order == [
        ("C007", "judged in J-1"),
        ("C007", "proposed by rule"),
        ("C052", "proposed by rule"),
    ]


def test_what_is_only_proposed_says_so(case: Material) -> None:
    rows = table(case, "How findings bear on claims")
    assert len(rows) == len(case.bearings)
    assert {row[5] for row in rows} == {"proposed by rule"}
    assert all("type is not origin" in row[3] and row[4] == "—" for row in rows)
    assert "nobody has judged any" in said(part(case, "bearings"))


def test_where_no_finding_bears_on_a_claim_that_is_said(case: Material) -> None:
    assert said(part(attrs.evolve(case, bearings=()), "bearings")) == (
        "No finding bears on a claim, neither by rule nor by anybody's judgement."
    )


def test_where_people_disagree_that_is_said_with_their_judgements(case: Material) -> None:
    def judged(claim_: str, id_: str, how: Any) -> Bearing:
        return Bearing(claim=claim_, item="I", how=how, judged=id_, finding="", words="w")

    told = [
        judged("C001", "J1", "supports"),
        judged("C001", "J2", "undermines"),
        judged("C002", "J3", "neither"),
    ]
    made = attrs.evolve(case, bearings=tuple(told))
    assert f"{DISAGREE} On C001 and I, supports (J1) and undermines (J2)." in said(part(made, "bearings"))
    agreed = attrs.evolve(case, bearings=tuple(told[1:]))
    assert DISAGREE not in said(part(agreed, "bearings"))


# -- claims of every kind ----------------------------------------------------------------------------------


def test_claims_without_any_day_have_no_timeline_and_stand_all_the_same(case: Material) -> None:
    made = claims(case, claim("C1"), claim("C2", "deny"))
    assert "No claim of the record names a day" in said(written(made))
    assert not [node for node in walk(written(made)) if isinstance(node, Figure)]
    assert "What C1 says." in said(written(made))


def test_claims_on_no_named_proposition_are_set_together_as_the_ledger_does_and_counted(
    case: Material,
) -> None:
    made = claims(case, claim("C1"), claim("C2", "deny"), claim("C3", action="NO_COMMENT"))
    titles = [node.title for node in walk(written(made)) if isinstance(node, Section)]
    assert "On the claim that Norland supplied drones" in titles
    assert "On what takes no stand (no_comment)" in titles
    assert "2 speakers, 2 independent origins." in said(written(made))
    assert "Nobody takes a stand on it." in said(written(made))


def test_a_promise_is_headed_as_one(case: Material) -> None:
    made = claims(case, claim("C1", action="COMMIT"))
    titles = [node.title for node in walk(written(made)) if isinstance(node, Section)]
    assert "On the claim that Norland made a promise about drones" in titles


def test_words_that_the_paraphrase_has_are_quoted_once(case: Material) -> None:
    made = claims(case, claim("C1", quote="C1 says"), claim("C2", quote="We sold none"))
    assert "What “C1 says”." in said(written(made))
    assert "What C2 says. “We sold none”" in said(written(made))
    assert "says. “C1 says”" not in said(written(made))
