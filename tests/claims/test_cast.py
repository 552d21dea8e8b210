"""Who is who: full names, last names, titles and party labels. All names are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.claims.texts import article_of

from sherd.claims import cast
from sherd.claims.sentences import paragraphs, words
from sherd.claims.statements import read


def of(text: str) -> cast.Cast:
    return cast.of_lines(tuple(words(text, start, end)) for _, start, end in paragraphs(text))


def speakers(text: str) -> list[str]:
    return [each.source.name for each in read(article_of(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mira Dolan, an economist at the Harbour School, sat in. Dolan said that Serbia sold drones.",
         "Mira Dolan"),
        ("Capt. Pavlo Reznik came in June. Captain Reznik said that Serbia sold drones.", "Pavlo Reznik"),
        ("Reporters met Ivo Brandl in Vienna. Serbia sold drones, Mr. Brandl said.", "Ivo Brandl"),
        ("Chad's envoy to the council, Idris Waro, left. Waro said that Serbia sold drones.", "Idris Waro"),
        ("Defence chief Han Do-yun spoke in Seoul. Han said that Serbia sold drones.", "Han Do-yun"),
        ("Dr. Omar Salih, a Chadian analyst, said that Serbia sold drones.", "Omar Salih"),
        ("CEO Kerem Toprak said that Serbia sold drones.", "Kerem Toprak"),
        ("Labour's Nora Whitfield sat on the panel. Labour's Nora Whitfield said that Serbia sold drones.",
         "Nora Whitfield"),
        ("The minister, Lord Pelham, said that Serbia sold drones.", "Lord Pelham"),
        ("Sir Giles Morton, a former envoy, said that Serbia sold drones.", "Giles Morton"),
        ("Director of the Chadian ministry's Bureau for New Threats Idris Waro said that Serbia sold drones. "
         "“Serbia sold missiles,” Waro said.", "Idris Waro"),
        ("Head of the cabinet's sanctions unit Vlad Petrenko said that Serbia sold drones.", "Vlad Petrenko"),
        ("Serbian Presidential Aide Luka Somov said that Chad sold drones.", "Luka Somov"),
        ("One of the firms, Swiss chipmaker Altis Micro, said that Serbia sold drones.",
         "Altis Micro"),
        ("They hold capacitors made by Brightwell Power of Leeds. The company said that Serbia sold drones.",
         "Brightwell Power"),
        ("“No,” Deputy Defense Minister Pavel Gorny told them. Gorny said that Serbia sold drones.",
         "Pavel Gorny"),
        ("Minister for Fisheries Tom Hale said:\n\n“Serbia sold drones to Chad.”", "Tom Hale"),
        ("Deputy Head of the Presidential Office Ihor Zhuk said that Serbia sold drones.", "Ihor Zhuk"),
        ("The firms slept. One, Orbis Cargo, said that Serbia sold drones.", "Orbis Cargo"),
        ("Minister of Foreign Affairs and Trade Ivo Rade said that Serbia sold drones.", "Ivo Rade"),
        ("Minister of State for Ports Tom Hale said that Serbia sold drones.", "Tom Hale"),
        ("Chadian Main River Directorate (RVG) Deputy Chief Major General Idris Waro said that Serbia sold "
         "drones.", "Idris Waro"),
        ("The Kremlin denied it. I spoke to Ivo Stad, who heads a team.\n\n“Serbia sold drones to Chad,” "
         "he said.", "Ivo Stad"),
        ("“Serbia sold drones,” said its director, Amir Kerem.", "Amir Kerem"),
        ("“Nobody believes that Serbia sold drones only twice,” said Amir Kerem, a trader.", "Amir Kerem"),
        ("The spokesman for the Chadian trade ministry spoke. Ivo Stad said that Chad lost. The spokesman "
         "said that Serbia sold drones.", "Ivo Stad"),
        ("The firms were named. Another, Silver Quay Trading, said that Serbia sold drones.",
         "Silver Quay Trading"),
        ("The part bore the name of Brightwell Power Modules. The company said that Serbia sold drones.",
         "Brightwell Power Modules"),
        ("Vardar Motor, the Skopje company, opened in May. Motor said that Serbia sold drones.", "Motor"),
    ],
)  # fmt: skip
def test_a_person_speaks_under_the_full_name_without_title_or_party(text: str, name: str) -> None:
    assert speakers(text)[-1] == name


def test_a_last_name_borne_by_two_is_the_one_named_last_before_it() -> None:
    text = (
        "Senator Alan Price voted no. Price said that Serbia sold drones.\n\n"
        "Judge Joan Price agreed. Price said that Chad sold missiles."
    )
    assert speakers(text)[0] == "Alan Price"
    assert speakers(text)[-1] == "Joan Price"


def test_a_last_name_borne_by_two_who_are_named_only_later_is_nobody() -> None:
    text = "Price left early. Senator Alan Price stayed with Judge Joan Price."
    assert of(text).person("Price", 0) is None


def test_a_short_form_stands_for_the_words_before_its_bracket() -> None:
    known = of("The Harbour Safety Board (HSB) and the River Guard, known as the RVG, met.").short
    assert [word.text for word in known["HSB"]] == ["Harbour", "Safety", "Board"]


PIECES = (
    "Al",
    "De",
    "La",
    "Mr",
    ".",
    ",",
    "(",
    ")",
    "ABC",
    "Ada",
    "Stone",
    "said",
    "the",
    "al",
    "Lord",
    "'s",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_any_run_of_capitals_and_particles_is_read_in_the_end(some: list[str]) -> None:
    for persons in of(" ".join(some)).persons.values():
        assert all(len(each.name.split()) >= 2 for each in persons)
