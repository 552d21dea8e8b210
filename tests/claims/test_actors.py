"""Who does it, to whom: the main verb, far subjects, pronouns and nouns that stand for a party."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.parties import Mention, Mentions, described, meant, represented
from sherd.claims.propositions import proposition
from sherd.claims.roles import Clause
from sherd.claims.sentences import words
from sherd.claims.speakers import Entity
from sherd.claims.statements import read
from sherd.claims.verbs import main_verb
from sherd.model.statements import Action, Speaker, Statement


def told(text: str, source: Speaker | None = None, *named: Mention) -> Action:
    spoken = Entity(source) if source else None
    return proposition(Clause(text, tuple(words(text, 0, len(text))), spoken, Mentions(list(named))))


def said(text: str) -> list[Statement]:
    found = read(article_of(text))
    return [each for each in found if each.level in {"core", "secondary"}]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("missiles fired at Kyiv in May shared parts with Korean ones", "shared"),
        ("parts that were found in Kyiv matched Iranian ones", "matched"),
        ("Although talks failed, Iran sent drones", "sent"),
        ("the network, led by a trader in Hong Kong, had obtained engines", "obtained"),
        ("the weapon it calls Geran is produced at home", "produced"),
        ("Iran has not and will not supply arms", "supply"),
    ],
)
def test_the_main_verb_is_none_of_a_clause_within(text: str, verb: str) -> None:
    some = tuple(words(text, 0, len(text)))
    main = main_verb(some)
    assert main is not None
    assert some[main.verb].text == verb


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("exports of goods had been blocked since March", "STOP_SUPPLY"),
        ("two drones shot down over Odesa contained chips made by Acme", "PRODUCE"),
        ("Russia has launched serial production of a drone", "PRODUCE"),
        ("Serbia agreed to sell shells to Sudan", "SUPPLY"),
        ("Serbia was likely to blacklist five companies", "SANCTION"),
        ("final assembly took place in Yemen", "PRODUCE"),
        ("we assess that Serbia supplied shells", "SUPPLY"),
        ("what we have seen is Serbia supplying shells", "SUPPLY"),
        ("the allegation that Serbia supplied shells is false", "SUPPLY"),
        ("Serbia and Sudan are developing cooperation", "OTHER"),
        ("Serbia developed a missile", "PRODUCE"),
        ("drones were launched at its cities", "ATTACK"),
    ],
)
def test_an_action_is_that_of_the_verb_the_clause_hangs_on(text: str, action: str) -> None:
    assert told(text).action == action


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Serbia bought shells in May and sold them to Sudan", "Serbia"),
        ("One of the firms, Acme Tools, sold shells", "Acme Tools"),
        ("in May Serbia sold shells to Sudan", "Serbia"),
        ("a firm called Acme Tools sold shells", "Acme Tools"),
        ("34 companies of selling shells", "34 companies"),
        ("shells were sold to Sudan by a Serbian trader", "Serbian trader"),
        ("Serbian forces used the shells", "Serbia"),
        ("Serbian traders sold the shells", "Serbian traders"),
    ],
)
def test_the_subject_is_found_however_far_from_the_verb(text: str, actor: str) -> None:
    found = told(text).actor
    assert found is not None
    assert found.name == actor


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Serbia armed the rebels", "rebels"),
        ("Serbia supplied Sudan with shells", "Sudan"),
        ("Serbia sold shells to a customer in the Czech Republic", "customer in the Czech Republic"),
        ("Serbia sold shells to either warring party", "either warring party"),
        ("Serbia blacklisted four companies last year", "four companies"),
        ("the council condemned Sudan by name", "Sudan"),
        ("Serbia promised to send shells on Monday", None),
        ("Serbia sold shells to use them", None),
    ],
)
def test_to_whom_it_is_done_stands_after_to_or_is_the_object(text: str, recipient: str | None) -> None:
    found = told(text).recipient
    assert (found.name if found else None) == recipient


PERSON = Speaker("Ada Stone", "person", on_behalf_of="Acme Tools")
SERBIA = Mention("Serbia", "state")


@pytest.mark.parametrize(
    ("pronoun", "quoted", "party"),
    [("we", True, "Acme Tools"), ("they", True, "Serbia"), ("he", True, None), ("it", False, "Acme Tools")],
)
def test_a_pronoun_is_the_speakers_party_or_the_last_other(
    pronoun: str, quoted: bool, party: str | None
) -> None:
    assert meant(pronoun, PERSON, quoted, Mentions([SERBIA])) == party


def test_a_common_noun_stands_for_the_last_party_of_its_kind_or_for_nobody() -> None:
    mentions = Mentions()
    assert described(tuple(words("company", 0, 7)), None, mentions) is None
    text = "Serbia let Acme Research sell. The North said"
    mentions.notice(tuple(words(text, 0, len(text))))
    assert described(tuple(words("company", 0, 7)), None, mentions) == "Acme Research"
    assert described(tuple(words("country", 0, 7)), None, mentions) == "Serbia"
    assert described(tuple(words("North", 0, 5)), None, mentions) is None


def test_for_whom_somebody_speaks_is_read_from_the_role() -> None:
    role = "a spokesman for Acme Tools"
    assert represented(tuple(words(role, 0, len(role))), Mentions()) == "Acme Tools"


def test_we_in_a_quotation_is_the_company_that_the_speaker_speaks_for() -> None:
    text = (
        "Acme Research said the part was genuine. "
        "“We sold no shells,” said Ada Stone, the company's director."
    )
    assert [each.prop.actor.name for each in said(text) if each.prop.actor] == ["Acme Research"]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("“We never supplied shells to Sudan,” the Serbian minister said.", "deny"),
        ("“We reject any suggestion that Serbia sold shells,” the Serbian minister said.", "deny"),
        ("“The method is not very modern,” the Serbian minister said.", "assert"),
        ("“We will not hesitate to act,” the Serbian minister said.", "assert"),
        ("The Serbian minister said the flights carried nothing but aid.", "assert"),
        ("The Serbian minister said the engine was built no earlier than May.", "assert"),
        ("The Serbian minister described the rule as “a watch with no police”.", "assert"),
        ("“Not a single shell has been sold,” the Serbian minister said.", "deny"),
    ],
)
def test_what_is_denied_is_the_deed_and_not_its_degree(text: str, polarity: str) -> None:
    assert [each.polarity for each in said(text)] == [polarity]


def test_who_never_acknowledged_a_deed_has_not_denied_it() -> None:
    assert all(
        each.source.name != "Serbia" for each in said("Serbia has never publicly acknowledged buying shells.")
    )


def test_clauses_of_a_quotation_with_subjects_of_their_own_are_statements() -> None:
    text = (
        "“We do not sell shells to Sudan, and we have never supplied a party to the war,” "
        "said Ada Stone, a director."
    )
    assert [each.content.text for each in said(text)] == [
        "We do not sell shells to Sudan",
        "we have never supplied a party to the war",
    ]


def test_two_who_speak_together_have_a_statement_each() -> None:
    found = said("Serbia and Sudan have both rejected accusations of arms transfers.")
    assert [(each.source.name, each.polarity) for each in found] == [("Serbia", "deny"), ("Sudan", "deny")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Stone said Serbia sold shells. A report by Ada Stone, an expert, is due.", "Ada Stone"),
        ("The Arms Board (AB) met. The AB said Serbia sold shells.", "Arms Board"),
        ("Labour's Ada Stone said Serbia sold shells.", "Ada Stone"),
        ("Serbia has been accused by Sudan of selling shells.", "Sudan"),
        ("Serbia’s mission in New York said Sudan sold shells.", "Serbian Mission to the United Nations"),
    ],
)
def test_a_speaker_goes_by_the_name_that_the_text_gives_in_full(text: str, source: str) -> None:
    assert source in {each.source.name for each in said(text)}
