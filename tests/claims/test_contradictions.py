"""Which claims cannot both be right, and which only seem so, on cases that anyone can decide by hand."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sherd.claims.contradictions import between, contradictions
from sherd.claims.ledger import ledger
from sherd.claims.matters import matter
from sherd.claims.stands import family, of_claims, of_statements, state_of
from sherd.model.claims import Claim
from sherd.model.dates import Interval
from sherd.model.stances import Stand
from sherd.model.statement_lines import of_lines
from sherd.model.supply import Party


def stand(id_: str, speaker: str, holds: bool | None, action: str, words: str = "", **more: Any) -> Stand:
    known: dict[str, Any] = {
        "id": id_,
        "speaker": speaker,
        "party": speaker,
        "holds": holds,
        "action": action,
        "family": family(action),
        "matter": matter(words) if words else None,
        "quote": "",
        "words": "",
    }
    return Stand(**{**known, **more})


def strength(a: Stand, b: Stand) -> str | None:
    found = between(a, b)
    return found.strength if found else None


DENIED_USE = stand("D", "Iran", False, "USE", "Iranian drones", place="Ukraine")
DENIED_SUPPLY = stand("D", "Iran", False, "SUPPLY", "drones", actor="Iran", recipient="Russia")


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (stand("H", "Kyiv", True, "USE", "Iranian drones", actor="Russia", place="Ukraine"), "strong"),
        (stand("H", "Kyiv", True, "ATTACK", "Iranian-made Shahed-136 drones", recipient="Ukraine"), "strong"),
        (stand("H", "CAR", True, "RELY", "Iranian drones", actor="Russia", granted=True), "strong"),
        (stand("H", "FT", True, "USE", "drones", actor="Russia", matter=matter("drones", "Iran")), "strong"),
        (stand("H", "US", True, "USE", "Iranian drones", firm=False), "weak"),
        (stand("H", "US", True, "USE"), "weak"),
        (stand("H", "CAR", True, "USE", "copies of Iranian drones", place="Ukraine"), None),
        (stand("H", "Kyiv", True, "USE", "two drones", place="southeastern Ukraine"), None),
        (stand("H", "Kyiv", True, "USE", "Iranian missiles", place="Ukraine"), None),
        (stand("H", "Kyiv", True, "USE", "Iranian drones", place="Syria"), None),
        (stand("H", "Iran", False, "USE", "Iranian drones", place="Ukraine"), None),
        (stand("H", "US", None, "USE", "Iranian drones", place="Ukraine"), None),
        (stand("H", "CAR", True, "IDENTIFY_AS", "Iranian Shahed-136"), None),
        (stand("H", "CAR", True, "PRODUCE", "copies of Iranian drones", actor="Russia"), None),
    ],
)
def test_a_denial_of_use_stands_against_use_of_the_same_things_alone(
    held: Stand, expected: str | None
) -> None:
    assert strength(DENIED_USE, held) == expected
    assert strength(held, DENIED_USE) == expected, "whichever comes first"


def test_a_denial_of_use_is_no_denial_of_supply() -> None:
    given = matter("drones", "Iran")
    held = stand("H", "US", True, "SUPPLY", actor="Iran", recipient="Russia", matter=given)
    found = between(DENIED_USE, held)
    assert found is not None
    assert (found.strength, "no denial of supply" in found.reason) == ("tension", True)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (stand("H", "US", True, "SUPPLY", "drones", actor="Iran", recipient="Russia"), "strong"),
        (stand("H", "US", True, "ACQUIRE", "Iranian drones", actor="Iran", recipient="Russia"), "strong"),
        (stand("H", "US", True, "SUPPLY", "drones", actor="China", recipient="Russia"), None),
        (stand("H", "US", True, "SUPPLY", "drones", actor="Iran", recipient="Yemen"), None),
        (stand("H", "US", True, "USE", "Iranian drones", actor="Russia"), "tension"),
        (stand("H", "CAR", True, "USE", "copies of Iranian drones", actor="Russia"), None),
        (stand("H", "CAR", True, "PRODUCE", "drones", actor="Russia"), None),
    ],
)
def test_a_denial_of_supply_stands_against_supply_by_the_same_to_the_same(
    held: Stand, expected: str | None
) -> None:
    assert strength(DENIED_SUPPLY, held) == expected


@pytest.mark.parametrize(
    ("denied", "held", "expected"),
    [
        ("2022-02-24/", "/2022-02-23", None),
        ("2022-02-24/", "2022-08", "strong"),
        (None, "2023-05", None),
        (None, "2022-09", "strong"),
        ("/", "2030", "strong"),
    ],
)
def test_before_and_since_do_not_contradict_and_nobody_denies_what_is_yet_to_come(
    denied: str | None, held: str, expected: str | None
) -> None:
    said = Interval.parse("2022-10-15")
    no = evolve(DENIED_SUPPLY, said=said, event=Interval.parse(denied) if denied and denied != "/" else None)
    no = evolve(no, said=None) if denied == "/" else no
    yes = stand("H", "US", True, "SUPPLY", "drones", actor="Iran", recipient="Russia")
    assert strength(no, evolve(yes, event=Interval.parse(held))) == expected


def test_a_person_who_put_two_claims_on_one_proposition_decides_that_they_are_on_one() -> None:
    no = evolve(DENIED_SUPPLY, proposition="P1")
    yes = stand("H", "US", True, "SUPPLY", "weapons of some kind", actor="a company", proposition="P1")
    assert strength(no, yes) == "strong"
    assert strength(no, evolve(yes, matter=matter("drones"), actor="Iran", proposition="P2")) == "weak"


def test_a_threat_beside_a_step_that_lessens_it_is_a_tension() -> None:
    threat = stand("A", "US", True, "THREATEN", actor="Iran")
    assert strength(threat, stand("B", "WSJ", True, "DILUTE", actor="Iran")) == "tension"
    assert strength(threat, stand("B", "WSJ", True, "DILUTE", actor="North Korea")) is None
    assert strength(threat, stand("B", "WSJ", False, "DILUTE", actor="Iran")) is None


def test_a_denied_intention_beside_the_deed_is_a_tension() -> None:
    no = stand("A", "Iran", False, "INTEND_SUPPLY", "drones", actor="Iran")
    assert strength(no, stand("B", "US", True, "SUPPLY", "drones", actor="Iran")) == "tension"


@given(
    st.lists(st.sampled_from(["USE", "SUPPLY", "PRODUCE", "ATTACK", "DIFFER"]), min_size=2, max_size=6),
    st.data(),
)
def test_the_order_of_claims_changes_no_pair(actions: list[str], data: st.DataObject) -> None:
    some = [
        stand(f"C{n}", f"S{n}", data.draw(st.sampled_from([True, False, None])), action, "Iranian drones")
        for n, action in enumerate(actions)
    ]
    there = {frozenset((pair.a.id, pair.b.id)): pair.strength for pair in contradictions(some)}
    back = {frozenset((pair.a.id, pair.b.id)): pair.strength for pair in contradictions(some[::-1])}
    assert there == back
    for pair in contradictions(some):
        assert pair.reason
        assert pair.strength == "tension" or (pair.a.holds, pair.b.holds) == (False, True)


WHO = st.sampled_from([None, "Iran", "iran", "Russia", "Ukraine"])
ANY_STAND = st.builds(
    lambda holds, action, words, supplier, **more: stand(
        "C", "S", holds, action, **more, matter=matter(words, supplier) if words else None
    ),
    holds=st.sampled_from([True, False, None]),
    action=st.sampled_from(["USE", "ATTACK", "SUPPLY", "ACQUIRE", "INTEND_SUPPLY", "THREATEN", "DILUTE"]),
    words=st.sampled_from(["", "drones", "Iranian drones", "copies of Iranian drones", "Russian missiles"]),
    supplier=WHO,
    actor=WHO,
    recipient=WHO,
    party=st.sampled_from(["Iran", "Russia"]),
    proposition=st.sampled_from([None, "P1", "P2"]),
)


@given(st.lists(ANY_STAND, max_size=9))
def test_no_pair_is_passed_over_when_many_claims_are_laid_side_by_side(some: list[Stand]) -> None:
    some = [evolve(each, id=f"C{n}") for n, each in enumerate(some)]
    told = [(pair.a.id, pair.b.id, pair.strength) for pair in contradictions(some)]
    kept = [each for each in some if each.holds is not None]
    each_pair = [pair for a, b in combinations(kept, 2) if (pair := between(a, b)) is not None]
    order = {"strong": 0, "weak": 1, "tension": 2}
    each_pair.sort(key=lambda pair: order[pair.strength])
    assert told == [(pair.a.id, pair.b.id, pair.strength) for pair in each_pair]


# -- the annotated article


def test_the_annotated_article_has_its_contradictions_and_none_besides(shared: Path) -> None:
    lines = (shared / "oracles" / "article_claims.jsonl").read_text("utf-8").splitlines()
    relations = [
        json.loads(line)
        for line in (shared / "oracles" / "article_relations.jsonl").read_text("utf-8").splitlines()
    ]
    found = {(p.a.id, p.b.id): p.strength for p in contradictions(of_statements(list(of_lines(lines))))}
    expected = {
        (relation["a"], relation["b"]): "tension" if relation["type"] == "tension" else relation["strength"]
        for relation in relations
        if relation["type"] in {"contradicts", "tension"}
    }
    assert found == expected


# -- claims of the record


def claim(id_: str, **columns: Any) -> Claim:
    said = {
        "speaker": "A",
        "polarity": "assert",
        "action": "SUPPLY",
        "paraphrase": "p",
    }
    return Claim(case="k", id=id_, **{**said, **columns})


def test_who_urges_that_something_stop_takes_it_for_granted() -> None:
    urged, granted = of_claims(
        [claim("C1", polarity="urge", action="STOP_SUPPLY", actor="Iran", object="drones")]
    )
    assert (urged.holds, urged.action) == (None, "STOP_SUPPLY")
    assert (granted.holds, granted.action, granted.granted) == (True, "SUPPLY", True)


def test_an_empty_end_of_an_event_is_open() -> None:
    (since,) = of_claims([claim("C1", event_from=Interval.parse("2022-02-24"))])
    assert since.event == Interval(Interval.parse("2022-02-24").first, None)


def test_a_speaker_listed_as_a_party_speaks_for_its_country() -> None:
    party = Party(case="k", id="P", name="A", country="IR")
    (said,) = of_claims([claim("C1")], [party])
    assert said.party == "Iran"


@pytest.mark.parametrize("name", ["A", "B", "C"])
def test_a_party_is_known_by_each_of_its_names(name: str) -> None:
    party = Party(case="k", id="P", name="C", transliteration="B", aliases=("A", "D"), country="IR")
    (said,) = of_claims([claim("C1", speaker=name)], [party])
    assert said.party == "Iran"


@pytest.mark.parametrize("kind", ["company", "Organisation", "vessel"])
def test_a_house_at_home_in_a_country_does_not_speak_for_it(kind: str) -> None:
    party = Party(case="k", id="P", name="A", kind_=kind, country="IR")
    (said,) = of_claims([claim("C1")], [party])
    assert said.party == "A"


def test_whom_the_claim_says_goes_before_the_country_of_the_speaker() -> None:
    party = Party(case="k", id="P", name="A", country="IR")
    (said,) = of_claims([claim("C1", on_behalf_of="Nairobi")], [party])
    assert said.party == "Kenya"


def test_who_declines_to_comment_takes_no_stand() -> None:
    assert of_claims([claim("C1", action="NO_COMMENT")]) == ()


def test_a_code_that_no_state_has_is_no_state() -> None:
    assert (state_of("IR"), state_of("ZZ")) == ("Iran", None)


@pytest.mark.parametrize(
    ("words", "origin", "made", "class_"),
    [
        ("Iranian drones", "Iran", None, "drone"),
        ("Iranian-made Shahed-136 drones", "Iran", "made", "drone"),
        ("Iranian made drones", "Iran", "made", "drone"),
        ("copies of Iranian attack drones", "Iran", "copy", "drone"),
        ("ballistic missiles", None, None, "missile"),
        ("something else", None, None, None),
    ],
)
def test_class_and_origin_and_making_are_three_things(
    words: str, origin: str | None, made: str | None, class_: str | None
) -> None:
    found = matter(words)
    assert (found.origin, found.made, found.class_) == (origin, made, class_)


# -- the ledger


def test_as_of_a_day_only_what_had_been_said_counts() -> None:
    early = claim("C1", said_from=Interval.parse("2022-09-01"), proposition="P")
    late = claim("C2", said_from=Interval.parse("2023-09-01"), proposition="P", polarity="deny")
    found = ledger(of_claims([early, late]), as_of=Interval.parse("2022-12-31"))
    assert [s.id for row in found.rows for s in row.stands] == ["C1"]
    assert ledger(of_claims([early, late])).contradictions[0].a.id == "C2"


def test_who_came_to_hold_the_opposite_on_a_later_day_changed_sides() -> None:
    before = claim("C1", said_from=Interval.parse("2022-09-01"), proposition="P", polarity="deny")
    after = claim("C2", said_from=Interval.parse("2022-11-05"), proposition="P", polarity="concede")
    (turn,) = ledger(of_claims([after, before])).reversals
    assert (turn.before.id, turn.after.id, turn.by) == ("C1", "C2", "A")
    assert "denied it (2022-09-01), and held it true (2022-11-05)" in turn.reason


def test_two_people_of_different_sides_do_not_reverse_each_other() -> None:
    before = claim("C1", said_from=Interval.parse("2022-09-01"), proposition="P", polarity="deny")
    after = claim("C2", said_from=Interval.parse("2022-11-05"), proposition="P", speaker="B")
    assert ledger(of_claims([before, after])).reversals == ()


@pytest.mark.parametrize(
    ("denied", "claimed", "meet"),
    [
        ("Niger", "Nigeria", False),
        ("Oman", "Romania", False),
        ("Sudan", "South Sudan", False),
        ("Ukraine", "southeastern Ukraine", True),
        ("Ukraine", "ukraine", True),
    ],
)
def test_a_name_within_a_name_is_not_the_same_place(denied: str, claimed: str, meet: bool) -> None:
    one = stand("D", "A", False, "SUPPLY", "drones", actor="Iran", recipient=denied)
    other = stand("H", "B", True, "SUPPLY", "drones", actor="Iran", recipient=claimed)
    assert (strength(one, other) is not None) == meet


@pytest.mark.parametrize(
    ("words", "expected"),
    [("drones", "weak"), ("missiles", "weak"), ("weapons", "strong"), ("engines", None), ("tanks", None)],
)
def test_who_denies_weapons_may_deny_drones_but_no_engines(words: str, expected: str | None) -> None:
    denied = stand("D", "Iran", False, "SUPPLY", "weapons", actor="Iran", recipient="Russia")
    held = stand("H", "Kyiv", True, "SUPPLY", words, actor="Iran", recipient="Russia")
    assert strength(denied, held) == expected
    narrow = stand("D", "Iran", False, "SUPPLY", words, actor="Iran", recipient="Russia")
    wide = stand("H", "Kyiv", True, "SUPPLY", "weapons", actor="Iran", recipient="Russia")
    assert strength(narrow, wide) == ("strong" if words == "weapons" else None)


@pytest.mark.parametrize(
    ("before", "after", "turned"),
    [
        ("2022-10-18", "2022-11-05", 1),
        ("2022", "2022-11-05", 0),
        ("2022-10", "2022-11", 1),
        ("2022-11-05", "2022-11-05", 0),
        ("/2022-10-18", "2022-11-05", 1),
        ("2022-10-18", "/2022-11-05", 0),
    ],
)
def test_a_side_is_changed_only_on_what_is_surely_a_later_day(before: str, after: str, turned: int) -> None:
    denied = evolve(DENIED_SUPPLY, id="1", said=Interval.parse(before))
    granted = evolve(DENIED_SUPPLY, id="2", holds=True, said=Interval.parse(after))
    assert len(ledger([denied, granted]).reversals) == turned


@pytest.mark.parametrize(
    ("when", "kept"),
    [
        ("2022-10-31", True),
        ("2022", False),
        ("/2022-10-31", True),
        ("/2024-01-01", False),
        ("2022-10/", False),
    ],
)
def test_as_of_a_day_only_what_was_surely_said_by_then_counts(when: str, kept: bool) -> None:
    found = ledger([evolve(DENIED_SUPPLY, said=Interval.parse(when))], (), Interval.parse("2022-10-31"))
    assert bool(found.rows) == kept
