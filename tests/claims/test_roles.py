"""Who does what with what, to whom: deeds told by verbs, by nouns, and by what came before."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.propositions import proposition
from sherd.claims.roles import Clause
from sherd.claims.sentences import words
from sherd.claims.speakers import Entity
from sherd.claims.statements import read
from sherd.model.statements import Action, Speaker, Statement


def told(text: str) -> Action:
    source = Entity(Speaker("Kenya", "state"))
    return proposition(Clause(text, tuple(words(text, 0, len(text))), source))


def said(text: str) -> tuple[Statement, ...]:
    return read(article_of(text))


@pytest.mark.parametrize(
    ("text", "action", "thing", "recipient"),
    [
        ("Kenya sold fuses and timing units to Chad", "SUPPLY", "fuses and timing units", "Chad"),
        ("Kenya sent at least 40 crates of powder to Chad", "SUPPLY", "40 crates", "Chad"),
        ("Kenya shipped dozens of tonnes of powder to Chad", "SUPPLY", "powder", "Chad"),
        ("Kenya supplied Chad with timing units", "SUPPLY", "timing units", "Chad"),
        ("the fuses were sold by a trader to Chad", "SUPPLY", "fuses", "Chad"),
        ("the fuses reached Chad last spring", "SUPPLY", "fuses", "Chad"),
        ("the fuses ended up at the Sahr works", "SUPPLY", "fuses", "Sahr works"),
        ("Kenya placed fuses at the disposal of Chad", "SUPPLY", "fuses", "Chad"),
        ("Kenya carried out deliveries of fuses to Chad", "SUPPLY", "fuses", "Chad"),
        ("deliveries of fuses to Chad have continued", "SUPPLY", "fuses", "Chad"),
        ("there is no re-export of fuses to Chad", "SUPPLY", "fuses", "Chad"),
        ("Kenya has no intention of selling fuses to Chad", "INTEND_SUPPLY", "fuses", "Chad"),
        ("Kenya is a supplier of fuses to Chad", "SUPPLY", "fuses", "Chad"),
        ("Kenya has blocked the sale of fuses to Chad", "STOP_SUPPLY", "fuses", "Chad"),
        ("Kenya imposed sanctions on Chad", "SANCTION", None, "Chad"),
        ("Kenya fired rockets at Chad", "ATTACK", "rockets", "Chad"),
        ("Kenya bought fuses from a trader", "ACQUIRE", "fuses", None),
        ("the fuses were counterfeits", "IDENTIFY_AS", "fuses", None),
        ("the shell is of Kenyan make", "PRODUCE", "shell", None),
        ("the shells were genuine Kenyan products", "IDENTIFY_AS", "shells", None),
        ("the motor bore the name of a Kenyan firm", "IDENTIFY_AS", "motor", None),
        ("the motor matches those found in Chad", "MATCH", "motor", None),
        ("Kenya and Chad maintain military cooperation", "SUPPORT", "military cooperation", "Chad"),
        ("there are no talks between Kenya and Chad", "NEGOTIATE", None, "Chad"),
    ],
)
def test_the_thing_and_the_one_it_goes_to_stand_where_the_verb_puts_them(
    text: str, action: str, thing: str | None, recipient: str | None
) -> None:
    found = told(text)
    assert found.action == action
    assert (found.object.name if found.object else None) == thing
    assert (found.recipient.name if found.recipient else None) == recipient


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("the fuses were sold by Acme Tools to Chad", "Acme Tools"),
        ("the fuses were sold to Chad", None),
        ("the fuses reached Chad", None),
        ("the motor matches those found in Chad", None),
        ("the weather improved", None),
        ("there are no talks between Kenya and Chad", "Kenya"),
        ("Chad's deliveries to Kenya continued", "Chad"),
        ("we sold fuses to Chad", "Kenya"),
    ],
)
def test_nobody_acts_where_nobody_is_named(text: str, actor: str | None) -> None:
    found = told(text)
    assert (found.actor.name if found.actor else None) == actor


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Kenya admitted in May that it sold fuses to Chad", "SUPPLY"),
        ("we have reason to believe that Kenya sold fuses", "SUPPLY"),
        ("Kenya directed firms to buy fuses", "ACQUIRE"),
        ("Kenya has been using drones to watch the coast", "USE"),
        ("the lorry is used to carry shells", "TRANSPORT"),
        ("the plates carry date codes of last year", "OTHER"),
        ("Kenya has not provided a list of records", "OTHER"),
        ("Kenya froze the accounts of the trader", "SANCTION"),
        ("two traders were added to the sanctions list", "SANCTION"),
        ("without foreign chips the drone would not fly", "RELY"),
        ("exports of fuses were discussed", "OTHER"),
        ("Kenya has one of the strictest export regimes", "OTHER"),
        ("the man, known only as Ali, exported fuses", "SUPPLY"),
    ],
)
def test_the_deed_is_that_of_the_clause_and_not_the_first_word_for_one(text: str, action: str) -> None:
    assert told(text).action == action


def test_who_denies_the_claim_denies_what_was_claimed() -> None:
    found = said("Ida Roth said Chad sold fuses to Kenya. Chad called the allegation baseless.")
    denied = next(each for each in found if each.polarity == "deny")
    prop = denied.prop
    assert (prop.action, prop.actor and prop.actor.name, prop.recipient and prop.recipient.name) == (
        "SUPPLY",
        "Chad",
        "Kenya",
    )
    assert prop.trigger is None


def test_a_claim_denied_with_nothing_told_before_is_left_open() -> None:
    assert [each.prop.action for each in said("Chad called the allegation baseless.")] == ["OTHER"]


def test_a_short_name_is_that_of_the_company_named_before() -> None:
    found = said("Corva Devices said it was astonished. The firm stopped sales to Chad, Corva said.")
    assert {each.prop.actor.name for each in found if each.prop.actor} == {"Corva Devices"}


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Chad sold fuses to Kenyan buyers", "Kenya"),
        ("Chad sold fuses to the Kenyan distributor, Acme Tools, last year", "Acme Tools"),
        ("Chad sold fuses to a Kenyan fuse maker", "Kenyan fuse maker"),
        ("Chad sanctioned more than 2,400 ships and firms", "more than 2,400 ships and firms"),
        ("Chad was added to the sanctions list", "Chad"),
        ("Riga wants to include Acme Tools in its sanctions list", "Acme Tools"),
        ("Chad blacklisted 30 firms linked to the trader", "30 firms"),
    ],
)
def test_a_name_is_whole_and_ends_with_its_noun(text: str, recipient: str) -> None:
    found = told(text).recipient
    assert found is not None
    assert found.name == recipient


@pytest.mark.parametrize(
    ("role", "party"),
    [
        ("the Kremlin spokesman", "Russia"),
        ("a director of Acme Tools", "Acme Tools"),
        ("a teacher", "Ada Stone"),
    ],
)
def test_we_of_a_person_is_whom_the_words_of_the_office_name(role: str, party: str) -> None:
    source = Entity(Speaker("Ada Stone", "person", role=role))
    text = "we sold fuses to Chad"
    found = proposition(Clause(text, tuple(words(text, 0, len(text))), source, quoted=True))
    assert found.actor is not None
    assert found.actor.name == party


@pytest.mark.parametrize(
    ("text", "actor", "thing"),
    [
        ("None of our products have been sold to Chad", None, "products"),
        ("It is Chad that sells fuses to Kenya", "Chad", "fuses"),
        ("A Kenyan rocket hit a market", "Kenya", "Kenyan rocket"),
        ("The market was hit by a Kenyan rocket", "Kenya", "Kenyan rocket"),
        ("Officials in Nairobi have sold fuses", "Kenya", "fuses"),
        ("the Obote administration sold fuses", "United States", "fuses"),
        ("Chad took delivery of six launchers", "Chad", "six launchers"),
        ("Chad has requested six launchers from Kenya", "Chad", "six launchers"),
        ("Acme Tools sold some of them to Chad", "Acme Tools", None),
        ("the gearbox is of Kenyan make", "Kenya", "gearbox"),
        ("the company supplies fuses to Chad", "company", "fuses"),
    ],
)
def test_who_acts_and_with_what_in_many_turns_of_phrase(
    text: str, actor: str | None, thing: str | None
) -> None:
    found = told(text)
    assert (found.actor.name if found.actor else None) == actor
    assert (found.object.name if found.object else None) == thing


def test_the_subject_may_stand_in_front_of_what_is_said() -> None:
    found = said("Ida Roth accused three firms that have sold fuses to Chad of theft. They were silent.")
    assert all(each.prop.actor is None or "fuses" not in each.prop.actor.name for each in found)


def test_a_company_that_tells_what_became_of_goods_sold_them() -> None:
    found = said("Corva Devices said the batch was sold to a trader in Chad.")
    assert [each.prop.actor.name for each in found if each.prop.actor] == ["Corva Devices"]


def test_a_state_that_denies_a_sale_denies_its_own_and_a_state_that_tells_of_one_does_not() -> None:
    denied = said("Kenya said no fuses had been exported to Chad.")
    told_of = said("Kenya said the fuses had been exported to Chad.")
    assert [each.prop.actor.name for each in denied if each.prop.actor] == ["Kenya"]
    assert not any(each.prop.actor for each in told_of)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Kenya launched more than 40 drones of the newest kind against Chad", "ATTACK"),
        ("the pieces most probably come from a decoy", "IDENTIFY_AS"),
        ("Chad shot three drones down", "SHOOT_DOWN"),
        ("the message was passed to the mission", "OTHER"),
        ("the fuses were passed to a firm in Chad", "SUPPLY"),
        ("the missile, designated Simba by Chad, struck a port", "ATTACK"),
        ("the upgrade was carried out before shipment", "OTHER"),
        ("parts traced to the firm were sold to Chad", "SUPPLY"),
        ("two firms are subject to a travel ban", "SANCTION"),
    ],
)
def test_a_word_for_a_deed_beside_the_verb_tells_nothing_of_it(text: str, action: str) -> None:
    assert told(text).action == action


def test_the_name_of_a_state_ends_who_receives() -> None:
    for said in (
        "Kenya launched 30 drones at Chad overnight.",
        "Kenya’s deliveries of drones to Chad continue.",
    ):
        (found,) = read(article_of(f"Ana Vale, a minister, said that {said}"))
        assert found.prop.recipient is not None
        assert found.prop.recipient.name == "Chad"
