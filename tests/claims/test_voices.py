"""Whose voice a document speaks in, and what a statement holds inside it."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read
from sherd.model.statements import Statement


def said(text: str) -> list[Statement]:
    return list(read(article_of(text)))


def heads(text: str) -> list[tuple[str, str, str]]:
    return [(each.source.name, each.polarity, each.content.text) for each in said(text)]


def test_what_follows_a_label_is_said_by_the_one_it_names_and_a_question_states_nothing() -> None:
    text = (
        "Briefing at noon (excerpt)\n\n"
        "MS OKORO: We believe that Russia bought the engines in Dubai. Iran sent drones to Sudan in May.\n\n"
        "QUESTION: Is Iran supplying missiles to Sudan?\n\n"
        "MS OKORO: China has not provided missiles to Sudan."
    )
    assert heads(text) == [
        ("Okoro", "assert", "Russia bought the engines in Dubai"),
        ("Okoro", "assert", "Iran sent drones to Sudan in May"),
        ("Okoro", "deny", "China has not provided missiles to Sudan"),
    ]


def test_a_statement_of_a_spokeswoman_is_in_her_voice() -> None:
    text = (
        "Statement by the press secretary, Ms. Irina Vale\n\n"
        "Serbia has not supplied drones to Sudan. We regret that Kenya sells missiles to Chad."
    )
    assert heads(text)[0] == ("Irina Vale", "deny", "Serbia has not supplied drones to Sudan")


def test_we_in_a_report_with_a_byline_is_the_institute() -> None:
    text = (
        "What the wreck tells\n\nBy Ada Stone and Li Moss, Quayside Institute for Arms Research\n\n"
        "We believe that the engines were made in Turkey before the war began."
    )
    assert ("Quayside Institute for Arms Research", "assert") in [each[:2] for each in heads(text)]


def test_without_a_label_or_heading_nobody_is_made_up() -> None:
    assert [each.source.kind for each in said("Iran sent 40 drones to Sudan in May.")] == ["narrator"]


@pytest.mark.parametrize(
    ("text", "polarity", "holds"),
    [
        ("Peter Lane said investigators cannot exclude that Iran supplied the drones.", "assert", "Iran"),
        ("Peter Lane said that Serbia no longer supplies drones to Sudan.", "assert", "Serbia no longer"),
        ("Peter Lane said the drone no longer contained Swiss parts.", "deny", "the drone no longer"),
        ("Peter Lane described the report that Serbia armed Sudan as gossip.", "deny", "the report"),
        (
            "Peter Lane said the allegation that Serbia armed Sudan is an invention.",
            "deny",
            "Serbia armed Sudan",
        ),
    ],
)
def test_what_only_looks_like_a_denial_is_none_and_what_does_not_look_like_one_is(
    text: str, polarity: str, holds: str
) -> None:
    found = [each for each in said(text) if each.content.text.startswith(holds)]
    assert [each.polarity for each in found] == [polarity]


def test_what_cannot_be_excluded_is_hedged() -> None:
    (one,) = said("Serbia's army said it cannot rule out that Iran supplied the drones.")
    assert one.certainty == "hedged"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The Kenyan defence ministry, in a note published on Monday, said Sudan had bought drones.",
            "Kenyan defence ministry",
            "Sudan had bought drones",
        ),
        (
            "Experts at the Quay Institute, citing photographs, think Sudan bought drones.",
            "Quay Institute",
            "Sudan bought drones",
        ),
        (
            "“The wing is Turkish,” argued former customs officer Ida Roth.",
            "Ida Roth",
            "The wing is Turkish",
        ),
        (
            "Sudan bought the drones, a driver was quoted by the Nile Herald as saying.",
            "driver (unnamed)",
            "Sudan bought the drones",
        ),
        (
            "The Nile Herald heard it from a former driver, who said that Sudan had bought drones.",
            "former driver (unnamed)",
            "Sudan had bought drones",
        ),
        (
            "Asked about claims by Kenyan officials that Sudan had bought drones, he left.",
            "Kenyan officials (unnamed)",
            "Sudan had bought drones",
        ),
        (
            "Two makers that we contacted say they stopped sales to Sudan.",
            "makers (unnamed)",
            "they stopped sales to Sudan",
        ),
        (
            "The prosecutor himself said that Sudan had bought drones.",
            "prosecutor (unnamed)",
            "Sudan had bought drones",
        ),
    ],
)
def test_a_speaker_is_found_past_what_stands_between_the_name_and_the_verb(
    text: str, source: str, content: str
) -> None:
    assert any(who.endswith(source) and words.startswith(content) for who, _, words in heads(text)), heads(
        text
    )


def test_a_request_that_is_told_of_is_a_statement_of_its_own() -> None:
    found = said("A Kenyan official said Sudan had been asked to stop deploying the drones.")
    (asked,) = [each for each in found if each.polarity == "urge"]
    assert (asked.source.name, asked.content.text) == ("Kenya", "stop deploying the drones")
    assert [relay.name for relay in asked.chain] == ["Kenyan official (unnamed)"]
    assert asked.flags == ("asker_implied",)
    assert asked.prop.actor is not None
    assert asked.prop.actor.name == "Sudan"


def test_a_request_in_the_passive_has_no_asker_where_nobody_is_spoken_for() -> None:
    assert all(each.polarity != "urge" for each in said("Mira Holt said Sudan was asked to stop the sales."))


def test_how_a_thing_was_come_by_is_a_statement_of_its_own() -> None:
    found = said("Ida Roth said Sudan fires copies of Kenyan drones bought in 2019 at the town.")
    assert ("bought in 2019" in found[-1].content.text, found[-1].level) == (True, "secondary")
    assert found[-1].parent == found[0].id


def test_two_parts_that_differ_are_two_findings() -> None:
    found = said("The wing and the engine differed from those of known Kenyan drones, Ida Roth said.")
    assert sorted(each.prop.object.name for each in found if each.prop.object) == ["engine", "wing"]
    assert not any(each.prop.actor for each in found)
    assert len({each.content.text for each in found}) == 1


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Ida Roth said that Nile Motors, which is run from Aswan, sold drones to Chad.", "Nile Motors"),
        ("Ida Roth said Kenya has not and will not supply drones to Chad.", "Kenya"),
        ("Ida Roth urged the Kenyan parliament to record and share the names of buyers.", "Kenya"),
        ("Ida Roth said that Kenya also sold drones to Chad.", "Kenya"),
    ],
)
def test_who_acts_is_found_past_an_aside_and_between_auxiliaries(text: str, actor: str) -> None:
    assert [each.prop.actor.name for each in said(text) if each.prop.actor][:1] == [actor]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "As the Serbian minister stated in Geneva last month, Serbia sold no shells.",
            ("deny", "Serbia sold no shells"),
        ),
        (
            "Serbian officials continue to deny selling shells to Sudan.",
            ("deny", "selling shells to Sudan"),
        ),
        (
            "The minister was mistaken, and Serbia resolutely rejects the allegation.",
            ("deny", "the allegation"),
        ),
        (
            "Serbia reported on Oct. 4, citing two officials, that Sudan bought shells.",
            ("assert", "Sudan bought shells"),
        ),
        (
            "Ada Stone repeated Sudan's denial that it bought shells.",
            ("deny", "it bought shells"),
        ),
        (
            "Ada Stone, an expert, said governments should publish the lists.",
            ("urge", "governments should publish the lists"),
        ),
        (
            "Ada Stone, an expert, said the engine was Serbian, but that the wing was new.",
            ("assert", "the wing was new"),
        ),
    ],
)
def test_words_far_from_plain_saying_are_read(text: str, expected: tuple[str, str]) -> None:
    assert expected in [each[1:] for each in heads(text)]


def test_a_press_release_speaks_in_every_sentence_and_an_article_does_not() -> None:
    body = "The Council today adopted a text. Those named may not travel. In May, the scope was broadened."
    issued = said(f"Union lists seven firms\n\nCouncil – Press release – 14 October\n\n{body}")
    assert len([each for each in issued if each.level != "headline"]) == 3
    assert not [each for each in said(f"Union lists seven firms\n\n{body}") if each.level != "headline"]


def test_silence_is_neither_asserted_nor_denied() -> None:
    for text in (
        "“We do not comment on such things,” said Ada Stone, a director.",
        "Riyadh, which is in talks with Serbia, has stayed silent.",
        "Ada Stone, a director, refused to discuss the matter.",
    ):
        (found,) = said(text)
        assert (found.prop.action, found.polarity) == ("NO_COMMENT", "assert")


def test_a_date_inside_what_is_said_is_no_date_of_saying_it() -> None:
    found = said("Ada Stone, a director, said Acme sold nothing in 2022 and that Serbia bought shells.")
    assert [each.statement_date for each in found] == [None, None]


def test_numbers_of_notes_stand_between_sentences_and_in_none() -> None:
    text = "Ada Stone, an expert, said Serbia bought shells.[1] She added that Sudan sold them.[2]"
    assert [each.content.text for each in said(text)] == ["Serbia bought shells", "Sudan sold them"]


def test_a_statement_headed_by_a_ministry_and_its_directorate_is_the_directorates() -> None:
    text = (
        "MINISTRY OF DEFENCE OF UKRAINE\nMain Directorate of Intelligence\n\n"
        "We believe that the engines were made in Turkey before the war began."
    )
    assert heads(text)[0][0] == "Ukrainian military intelligence"
