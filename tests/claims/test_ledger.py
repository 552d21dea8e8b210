"""Reprints count once, evidence bears on what it shares words with, and promises are watched."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve

from sherd.claims.evidence import bearings
from sherd.claims.reprints import alike, origins, shingles
from sherd.claims.stands import of_claims
from sherd.claims.watch import changes
from sherd.model.claims import Claim
from sherd.model.dates import Interval
from sherd.model.hypotheses import Case, Hypothesis
from sherd.model.items import Component, Item, Recovery, SystemModel
from sherd.model.judgements import Judgement
from sherd.model.provenance import Source
from sherd.model.record import CaseRecord
from sherd.model.supply import Party

WORDS = "We have not provided any weapons to either side of the conflict and we will not do so"


def claim(id_: str, **columns: Any) -> Claim:
    said = {
        "speaker": id_,
        "polarity": "assert",
        "action": "SUPPLY",
        "paraphrase": "p",
    }
    return Claim(case="k", id=id_, **{**said, **columns})


def source(id_: str, **columns: Any) -> Source:
    return Source(case="k", id=id_, kind_="article", title=id_, **columns)


# -- reprints


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (WORDS, True),
        (WORDS.upper() + "!", True),
        (WORDS.replace("do so", "do it"), True),
        ("We have given no weapon to either side, the minister said on Saturday", False),
        ("no comment", False),
    ],
)
def test_near_verbatim_words_are_one_origin(other: str, one: bool) -> None:
    said = of_claims([claim("C1", quote=WORDS), claim("C2", quote=other)])
    count, why = origins(said, ())
    assert (count == 1) is one
    assert bool(why) is one


def test_two_people_who_say_the_same_few_words_are_two_origins() -> None:
    said = of_claims([claim("C1", quote="This is false."), claim("C2", quote="This is false.")])
    assert origins(said, ())[0] == 2


def test_sources_that_depend_on_each_other_are_one_origin_and_it_is_said_how() -> None:
    sources = [source("A"), source("B", depends_on="A", depends_how="same agency story"), source("C")]
    said = of_claims([claim("C1", source="A"), claim("C2", source="B"), claim("C3", source="C")])
    count, (why,) = origins(said, sources)
    assert (count, "same agency story" in why) == (2, True)


def test_two_statements_in_one_publication_are_two() -> None:
    said = of_claims([claim("C1", source="A"), claim("C2", source="A")])
    assert origins(said, [source("A")])[0] == 2


def test_what_one_speaker_says_twice_has_one_origin() -> None:
    said = of_claims(
        [
            claim("C1", speaker="Boru Dida", source="A"),
            claim("C2", speaker="Boru Dida", source="A"),
            claim("C3", speaker="Boru Dida", source="B"),
            claim("C4", speaker="Another", source="B"),
        ]
    )
    count, why = origins(said, [source("A"), source("B")])
    assert count == 2
    assert why == tuple(f"C1 and {other} are of one speaker, Boru Dida" for other in ("C2", "C3"))


def test_a_ministry_and_the_spokesman_of_its_state_are_one_origin_and_a_company_there_is_another() -> None:
    said = of_claims(
        [
            claim("C1", speaker="Kenyan foreign ministry", on_behalf_of="Kenya"),
            claim("C2", speaker="Boru Dida", on_behalf_of="Nairobi"),
            claim("C3", speaker="Kenyan official (unnamed)", speaker_kind="anonymous_official"),
            claim("C4", speaker="Kenya"),
            claim("C5", speaker="Tana Pumps"),
            claim("C6", speaker="Chad"),
        ],
        [Party(case="k", id="P", name="Tana Pumps", kind_="company", country="KE")],
    )
    count, why = origins(said, ())
    assert count == 3
    assert why == tuple(f"C1 and {other} are both said for Kenya" for other in ("C2", "C3", "C4"))


def test_what_is_joined_already_is_told_once() -> None:
    said = of_claims([claim("C1", speaker="X", quote=WORDS), claim("C2", speaker="X", quote=WORDS)])
    count, (why,) = origins(said, ())
    assert (count, "reprints" in why) == (1, True)


def test_unnamed_speakers_of_one_description_are_not_shown_to_be_two() -> None:
    who = "Kenyan official (unnamed)"
    count, (why,) = origins(of_claims([claim("C1", speaker=who), claim("C2", speaker=who)]), ())
    assert (count, why) == (1, f"C1 and C2 may be of one speaker, {who}")


def test_a_headline_and_what_it_repeats_are_one_origin() -> None:
    body, headline = of_claims([claim("C1", speaker="Boru Dida"), claim("C2", speaker="The Gazette")])
    assert origins([evolve(headline, dup_of="C1"), body], ()) == (1, ("C2 repeats C1",))


def test_the_likeness_of_two_texts_is_the_share_of_word_runs_that_both_have() -> None:
    one, other = shingles("a b c d e"), shingles("a b c d f")
    assert alike(one, other) == 2 / 4
    assert alike(one, frozenset()) == 0


# -- evidence


def pair(favours: str | None, reported: float, refused: bool = False) -> Any:
    """As much of a weighed pair as a bearing reads."""
    refusals = (object(),) if refused else ()
    return SimpleNamespace(
        h1="H4",
        h2="H1",
        favours=favours,
        disfavours="H1" if favours == "H4" else "H4",
        reported=reported,
        refused=refusals,
        words="moderate support",
    )


HYPOTHESES = (
    Hypothesis(case="k", id="H1", words="made by Iran", draws={"assembly": "IR"}),
    Hypothesis(case="k", id="H4", words="made by Russia", draws={"assembly": "RU"}),
)
ITEM = Item(case="k", id="I", label="x", role="item", custody_status="documented", system="S")
SYSTEM = SystemModel(case="k", id="S", name="Shahed-136 (Geran-2)")
PRODUCES = claim("C1", action="PRODUCE", actor="Russia", object="drones")


def found(claims: list[Claim], pairs: list[Any], judgements: tuple[Judgement, ...] = ()) -> list[Any]:
    results: Any = {"I": (SimpleNamespace(pairs=pairs),)}
    return list(bearings(claims, [ITEM], [SYSTEM], HYPOTHESES, results, judgements))


@pytest.mark.parametrize(
    ("said", "favours", "how"),
    [
        (PRODUCES, "H4", "supports"),
        (PRODUCES, "H1", "undermines"),
        (claim("C1", action="PRODUCE", actor="Russia", polarity="deny"), "H4", "undermines"),
        (claim("C1", action="PRODUCE", actor="Moscow"), "H4", "supports"),
        (claim("C1", action="PRODUCE", actor="Iran"), "H1", "supports"),
    ],
)
def test_a_weight_for_a_maker_bears_on_the_claim_that_it_makes_such_things(
    said: Claim, favours: str, how: str
) -> None:
    (bearing,) = found([said], [pair(favours, 1.4 if favours == "H4" else -1.4)])
    assert bearing.how == how
    assert bearing.weight == (1.4 if how == "supports" else -1.4), "towards what the claim says"
    assert "of I alone" in bearing.words


@pytest.mark.parametrize(
    ("said", "pairs"),
    [
        (PRODUCES, [pair("H4", 1.4, refused=True)]),
        (PRODUCES, [pair(None, 0.0)]),
        (claim("C1", action="SUPPLY", actor="Iran"), [pair("H4", 1.4)]),
        (claim("C1", action="USE", actor="Russia"), [pair("H4", 1.4)]),
        (claim("C1", action="PRODUCE", actor="Russia", quantity="6,000"), [pair("H4", 1.4)]),
        (claim("C1", action="PRODUCE", actor="China"), [pair("H4", 1.4)]),
    ],
)
def test_what_was_weighed_bears_on_no_supply_use_or_number(said: Claim, pairs: list[Any]) -> None:
    assert found([said], pairs) == []


def test_a_type_is_borne_out_by_a_type_and_says_nothing_of_origin() -> None:
    (bearing,) = found([claim("C1", action="IDENTIFY_AS", object="Shahed-136")], [])
    assert (bearing.how, "type is not origin" in bearing.words) == ("supports", True)
    assert found([claim("C1", action="IDENTIFY_AS", object="Orlan-10")], []) == []
    assert found([claim("C1", action="IDENTIFY_AS", object="the engine of a Shahed-136")], []) == []


@pytest.mark.parametrize(
    ("decision", "how"), [("supports", "supports"), ("Undermines it", "undermines"), ("no", "neither")]
)
def test_a_person_has_the_last_word(decision: str, how: str) -> None:
    said = Judgement(
        case="k", id="J", subject="C1~I", kind_="bears_on", decision=decision, reason="r", by="A", at="2024"
    )
    (bearing,) = found([PRODUCES], [pair("H4", 1.4)], (said,))
    assert (bearing.how, bearing.judged) == (how, "J")


def test_a_judgement_on_a_component_counts_and_says_when_it_was_made() -> None:
    part = Component(case="k", id="I-EN", item="I", label="engine", made_as_published=Interval.parse("2023"))
    said = Judgement(
        case="k", id="J", subject="C1~I-EN", kind_="bears_on", decision="supports", reason="cast mark",
        by="A", at="2024-05-06T10:00:00Z",
    )  # fmt: skip
    (bearing,) = bearings([PRODUCES], [ITEM], [SYSTEM], HYPOTHESES, {}, [said], [part])
    assert (bearing.of, bearing.item, bearing.how) == ("component", "I-EN", "supports")
    assert bearing.words == "judged (J, 2024-05-06) on I-EN: supports. cast mark"


def test_beside_a_judgement_stands_what_was_weighed() -> None:
    said = Judgement(
        case="k", id="J", subject="C1~I", kind_="bears_on", decision="neither", reason="r.", by="A", at="2024"
    )
    (bearing,) = found([PRODUCES], [pair("H4", 1.4)], (said,))
    assert (bearing.how, bearing.weight) == ("neither", 1.4)
    assert bearing.finding == "moderate support for H4 (made by Russia) over H1 (made by Iran)"
    assert "Beside it, candidate: moderate support for H4 over H1 (1.40 bans)" in bearing.words


def test_beside_a_judgement_stands_all_that_was_weighed_and_the_weight_nearest_to_nought() -> None:
    said = Judgement(
        case="k",
        id="J",
        subject="C1~I",
        kind_="bears_on",
        decision="supports",
        reason="r.",
        by="A",
        at="2024",
    )
    (bearing,) = found([PRODUCES], [pair("H4", 1.4), pair("H1", -0.3)], (said,))
    assert bearing.weight == -0.3
    assert "H4 (made by Russia) over H1 (made by Iran) (+1.40 bans); moderate" in bearing.finding
    assert bearing.finding.endswith("(−0.30 bans)")
    assert bearing.words.count("candidate: ") == 2


# -- watch


def test_a_promise_is_set_beside_what_was_recovered_and_surely_made_after_it() -> None:
    promised = claim("C1", action="COMMIT", said_from=Interval.parse("2023-08-16"))
    other = claim("C2", action="PRODUCE", said_from=Interval.parse("2023-09"))
    record = CaseRecord(
        case=Case(case="k", id="k", title="K", question="?"),
        events=(Recovery(case="k", id="E", from_=Interval.parse("2024-01")),),
        items=(Item(case="k", id="I", label="x", role="item", custody_status="unknown", event="E"),),
        components=tuple(
            Component(case="k", id=f"P{n}", item="I", label="chip", made_as_published=Interval.parse(made))
            for n, made in enumerate(("2023", "2023-W40"))
        ),
    )
    seen = changes(of_claims([promised, other]), record, date(2023, 9, 1))
    assert [stand.id for stand in seen.new] == ["C2"]
    (promise,) = seen.promises
    assert (promise.recovered_since, promise.made_since) == (("I",), ("P1",)), "2023 may lie before"


def later(item_kind: str, of: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What of an item of some kind, recovered and made later, bears on a promise about ``of``."""
    record = CaseRecord(
        case=Case(case="k", id="k", title="K", question="?"),
        events=(Recovery(case="k", id="E", from_=Interval.parse("2024-01")),),
        items=(
            Item(
                case="k", id="I", label="x", role="item", custody_status="unknown", event="E", kind_=item_kind
            ),
        ),
        components=(
            Component(case="k", id="P", item="I", label="chip", made_as_published=Interval.parse("2023-W40")),
        ),
    )
    day = Interval.parse("2023-08-16")
    (promise,) = changes(
        of_claims([claim("C", action="COMMIT", object=of, said_from=day)]), record, date(2023, 9, 1)
    ).promises
    return promise.recovered_since, promise.made_since


@pytest.mark.parametrize(
    ("item_kind", "of", "counts"),
    [
        ("uav", "drones", True),
        ("missile", "drones", False),
        ("other", "drones", True),
        ("missile", "weapons", True),
        ("missile", "concrete steps", True),
    ],
)
def test_a_promise_on_one_class_of_things_is_not_about_items_of_another(
    item_kind: str, of: str, counts: bool
) -> None:
    assert later(item_kind, of) == ((("I",), ("P",)) if counts else ((), ()))


# -- what depends on what, and who decided what


@pytest.mark.parametrize("order", [("C1", "C2"), ("C2", "C1")])
def test_a_story_and_what_rests_on_it_are_one_origin_whichever_comes_first(order: tuple[str, str]) -> None:
    sources = (source("AGENCY"), source("PAPER", depends_on="AGENCY", depends_how="same agency story"))
    both = {"C1": claim("C1", source="AGENCY"), "C2": claim("C2", source="PAPER")}
    count, why = origins(of_claims([both[id_] for id_ in order]), sources)
    assert (count, len(why)) == (1, 1)
    assert "C2 comes from PAPER, which depends on AGENCY (same agency story)" in why[0]


def test_sources_in_a_ring_are_one_origin_and_so_is_what_leads_into_it() -> None:
    ring = (source("A", depends_on="B"), source("B", depends_on="A"), source("C", depends_on="B"))
    said = of_claims([claim(f"C{n}", source=name) for n, name in enumerate("ABC")])
    assert origins(said, ring)[0] == 1


def decided(*decisions: str) -> tuple[Judgement, ...]:
    return tuple(
        Judgement(
            case="k",
            id=f"J{n}",
            subject="C1~I",
            kind_="bears_on",
            decision=each,
            reason="r",
            by="a",
            at="2024",
        )
        for n, each in enumerate(decisions)
    )


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        (("supports",), ["supports"]),
        (("Neither.",), ["neither"]),
        (("supports", "undermines"), ["supports", "undermines"]),
        (("supports nothing",), []),
        (("does not support it",), []),
        (("unclear",), []),
    ],
)
def test_a_decision_counts_only_in_its_own_words_and_disagreement_is_told(
    decisions: tuple[str, ...], expected: list[str]
) -> None:
    item = Item(case="k", id="I", label="i", role="item", custody_status="documented")
    found = bearings([claim("C1")], [item], (), (), {}, decided(*decisions))
    assert [each.how for each in found] == expected
