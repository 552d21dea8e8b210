"""Who speaks: one name for each body, unnamed speakers in one form, whom pronouns and nouns point back to.

All names are invented but for states and offices of states.
"""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read
from sherd.model.statements import Statement

P = "that Serbia sold drones to Chad"


def statements(text: str) -> list[Statement]:
    return list(read(article_of(text)))


def names(text: str) -> list[str]:
    return [each.source.name for each in statements(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Ukraine's military intelligence (HUR) said {P}.", "Ukrainian military intelligence"),
        (f"The HUR said {P}.", "Ukrainian military intelligence"),
        (f"FSB experts said {P}.", "Federal Security Service"),
        (f"The Foreign, Commonwealth and Development Office said {P}.", "UK Foreign Office"),
        (f"The Security Service of Ukraine (SBU) said {P}.", "Security Service of Ukraine"),
        (f"Chad's fishery control commission said {P}.", "Chadian fishery control commission"),
        (f"The Foreign Ministry of the Islamic Republic of Iran said {P}.", "Iranian Foreign Ministry"),
        (f"The Ministry of Defence of Serbia said {P}.", "Serbian Ministry of Defence"),
        (f"North Korea armed. The North's foreign ministry said {P}.", "North Korean foreign ministry"),
        (f"Yemen's Houthi movement said {P}.", "Houthi movement"),
        (f"Iran's Parsa Aviation Industries said {P}.", "Parsa Aviation Industries"),
        (f"Analysts at Lumo Horizon said {P}.", "Lumo Horizon"),
        (f"Nordsol AS, the Bergen company, said {P}.", "Nordsol"),
        (f"Human rights group Lumo Relief said {P}.", "Lumo Relief"),
        (f"Turkish actuator maker Tarla Aero said {P}.", "Tarla Aero"),
        (f"The German Federal Port Administration (GPA) said {P}.", "German Federal Port Administration"),
        (f"The UN's nuclear watchdog said {P}.", "International Atomic Energy Agency"),
        (f"Belarus's KGB said {P}.", "Belarusian KGB"),
        (f"The Foreign Ministry in Moscow said {P}.", "Russian Foreign Ministry"),
        (f"Hezbollah's media office said {P}.", "Hezbollah"),
        (f"A United Nations panel of experts said {P}.", "United Nations panel of experts"),
        (f"The Netherlands' trade ministry said {P}.", "Dutch trade ministry"),
        (f"Armenia's National Bureau of Ports said {P}.", "Armenian National Bureau of Ports"),
        (f"The Israeli Ministry of Defense said {P}.", "Israeli Ministry of Defense"),
        (f"The embassy of Iran in Oslo said {P}.", "Iranian embassy in Oslo"),
        (f"A resident, Hasmik, 61, said {P}.", "Hasmik"),
        (f"The New York-based Lumo Council said {P}.", "Lumo Council"),
        (f"The Congolese government said {P}.", "Democratic Republic of the Congo"),
        (f"Harbour Rights Monitor, a Boston group, said {P}.", "Harbour Rights Monitor"),
        (f"The UN mission in Congo said {P}.", "UN mission in Congo"),
        (f"The UN Group of Experts on Chad said {P}.", "UN Group of Experts on Chad"),
        (
            f"The Main Directorate of Intelligence of the Ministry of Defence of Ukraine said {P}.",
            "Ukrainian military intelligence",
        ),
        (
            f"The Main Intelligence Directorate of Ukraine's Defence Ministry said {P}.",
            "Ukrainian military intelligence",
        ),
        (f"President Ivo Reznik's office said {P}.", "Office of the President"),
        (f"The press service of the Ministry of Trade of Chad said {P}.", "Chadian Ministry of Trade"),
        (f"The maker, Corvo Pompe SpA, said {P}.", "Corvo Pompe"),
        (f"The maker, Halden Semiconductor of Boise, said {P}.", "Halden Semiconductor"),
        (f"The second distributor, Minsk-based Volna Trade, said {P}.", "Volna Trade"),
        (f"Norwegian prosecutors on Tuesday said {P}.", "Norwegian prosecutors"),
        (f"The Harbour Watch Group (HWG) met. The HWG said {P}.", "Harbour Watch Group"),
        (f"The Emirates said {P}.", "United Arab Emirates"),
        (f"The Emirates said no. Its trade ministry said {P}.", "Emirati trade ministry"),
        (f"Chad's Ministry of Economic Affairs said {P}.", "Chadian Ministry of Economic Affairs"),
        (f"The Ministry of Internal Affairs of Chad said {P}.", "Chadian Ministry of Internal Affairs"),
        (f"The Ministry of Foreign Affairs of Chad said {P}.", "Chadian Foreign Ministry"),
        (f"The Ministry of Economic Affairs in Taipei said {P}.", "Taiwanese Ministry of Economic Affairs"),
        (f"The Hill River Army (HRA), which is fighting Chad's army, said {P}.", "Hill River Army"),
        (f"The rebel group, the Hill River Army, said {P}.", "Hill River Army"),
        ("The list names two firms which the UK assesses have sold drones to Chad.", "United Kingdom"),
        (f"Chad's embassy in Oslo said no. Chad has in the past admitted {P}.", "Chad"),
        (f"The rebels, known as the Hill River Front, said {P}.", "Hill River Front"),
        (f"UN experts said {P}.", "UN experts (unnamed)"),
        (f"The Novi public prosecutor's office said {P}.", "Novi public prosecutor's office"),
        (f"Chad struck the Novi plant. The plant said {P}.", "Novi plant"),
        (f"An armed group fighting Chad's army sat by as it said {P}.", "armed group (unnamed)"),
        (
            f"Serbia read a report by the Harbour Watch Group (HWG), whose investigators said {P}.",
            "Harbour Watch Group",
        ),
    ],
)
def test_a_body_goes_by_one_name_whatever_the_text_calls_it(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"A senior European diplomat in Kyiv said {P}.", "European diplomat (unnamed)"),
        (f"A spokesman for the Harbour Board said {P}.", "Harbour Board"),
        (f"A Foreign Office spokesperson said {P}.", "UK Foreign Office"),
        (f"Two people familiar with the sale said {P}.", "people familiar with the sale (unnamed)"),
        (f"Two officials at the US Treasury said {P}.", "US Treasury Department officials (unnamed)"),
        (f"An industry source familiar with the sale said {P}.", "industry source (unnamed)"),
        (f"Two sources from a Nordic customs agency said {P}.", "Nordic customs agency sources (unnamed)"),
        (f"Serbia sold nothing, Chad says. “Peace,” an official said, adding {P}.",
         "Chadian official (unnamed)"),
        (f"The Nordic buyer, which asked not to be named, said {P}.", "Nordic buyer (unnamed)"),
    ],
)  # fmt: skip
def test_somebody_unnamed_goes_by_one_form_without_number_rank_and_place(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Today's step also hits two firms which Chad assesses have sold drones.\n\nMinister Ada Price said:"
         "\n\n“Serbia sold drones to Chad.”", "Ada Price"),
        ("The step reached the firms which Chad assesses have sold drones.", "Chad"),
        ("The Quay Institute wrote to us. Output at the Novi plant rose, they said, and Serbia sold drones.",
         "Quay Institute"),
        (f"Independent estimates suggest {P}.", "article"),
        (f"The Chadian manufacturer, Quay Avionics, said that Chad lost. Lumo Research met. The company said "
         f"{P}.",
         "Quay Avionics"),
    ],
)  # fmt: skip
def test_a_clause_a_thing_or_an_adjective_is_nobody_who_speaks(text: str, name: str) -> None:
    assert names(text)[-1] == name
    assert not any(word in each for each in names(text) for word in ("step", "Output", "Independent"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Senator Ada Price said no. The lawmaker said {P}.", "Ada Price"),
        (f"Ambassador Idris Waro said no. The diplomat said {P}.", "Idris Waro"),
        (f"The Harbour Agency said no. Lumo Devices, a firm, slept. The agency said {P}.", "Harbour Agency"),
        (f"Lumo Bay, a firm, has a chief executive, Lars Mo, said the firm. Mo said {P}.", "Lars Mo"),
        (f"A spokesman for Iran's embassy in Oslo said no. The diplomat said {P}.",
         "Iranian embassy"),
        (f"Kyiv's ambassador to Oslo, Olena Havryk, came. The ambassador said {P}.", "Olena Havryk"),
        (f"Port data reviewed by the Harbour Times show 14 sales. The data show {P}.", "Port data"),
        (f"Serbia's navy sank. It said {P}.", "Serbian navy"),
        (f"Chad's army-led government disputes this. Its envoy, Idris Waro, said {P}.", "Idris Waro"),
        (f"The wing was shown to the paper by Norwegian officials. They said {P}.",
         "Norwegian officials (unnamed)"),
        (f"Spokeswoman Ada Price met Colonel Ivo Brandl. She said {P}.", "Ada Price"),
        (f"Serbia's embassy in Oslo said no. Its spokesman said {P}.", "Serbia"),
        (f"Press secretary Ada Price spoke. The minister said {P}.", "minister (unnamed)"),
        (f"“We sold none,” a company spokeswoman, Ada Price, said by email. She said {P}.", "Ada Price"),
        (f"Two traders spoke. Two of the traders said {P}.", "traders (unnamed)"),
        (f"Ada Price said no. Ivo Brandl, an economist, said yes. He said {P}.", "Ivo Brandl"),
        (f"Chad asked NATO for help. The alliance's spokeswoman said {P}.", "NATO spokeswoman (unnamed)"),
        (f"Lumo Devices, a maker in Oslo, said no. The company said {P}.", "Lumo Devices"),
    ],
)  # fmt: skip
def test_a_pronoun_or_noun_goes_to_the_nearest_one_it_can_mean(text: str, name: str) -> None:
    assert names(text)[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        f"Ada Price, a senator, said no. The Nordic distributor said {P}.",
        f"Two firms spoke: the firms said no. The captain said {P}.",
        f"Fragments fell. It said {P}.",
    ],
)
def test_a_noun_that_fits_nobody_is_given_to_nobody(text: str) -> None:
    assert not {"Fragments", "firms (unnamed)"} & set(names(text))
    assert names(text)[-1:] != ["Ada Price"]


@pytest.mark.parametrize(
    "text",
    [
        f"Serbian Ambassador to Chad Ivo Brandl said {P}.",
        f"Minister of Defence Ivo Brandl said {P}.",
        f"Colonel Ivo Brandl of the Serbian General Staff said {P}.",
        f"Prof. Ivo Brandl of Harbour University said {P}.",
        f"In Oslo, Defence Department spokesman Ivo Brandl said {P}.",
        f"Last year the Serbian authorities announced {P}.",
        f"The owners of the Night Ferry said {P}.",
        f"The Republic of Chad's State Authority for Ports said {P}.",
        f"The Permanent Mission of Chad said {P}.",
    ],
)
def test_a_place_a_ship_or_a_body_is_no_person(text: str) -> None:
    persons = [each.source.name for each in statements(text) if each.source.kind == "person"]
    assert persons in ([], ["Ivo Brandl"])


def test_our_investigators_are_those_of_the_one_who_speaks() -> None:
    text = f"Briefing\n\nMS OKORO: Good day.\n\nMS OKORO: Our investigators believe {P}."
    assert names(text)[-1] == "Okoro"


def test_a_press_release_speaks_for_the_one_in_its_heading() -> None:
    text = (
        "Serbia adds seven to its list\n\nHarbour Council – Press release – 3 May\n\n"
        "The Council regrets that Serbia sold drones to Chad.\n\nWe welcome the decision of Chad."
    )
    assert set(names(text)) <= {"Harbour Council", "article"}
    assert names(text)[-1] == "Harbour Council"


def test_two_who_speak_together_each_have_the_statement() -> None:
    found = names(f"Serbia and the European Union said {P}.")
    assert set(found) == {"Serbia", "European Union"}


def test_two_persons_who_speak_together_each_have_the_statement() -> None:
    assert set(names(f"Ada Price and Ivo Brandl of the Harbour Institute said {P}.")) == {
        "Ada Price",
        "Ivo Brandl",
    }


def test_a_report_stands_for_the_body_that_it_is_by() -> None:
    text = (
        "A United Nations panel of monitors has concluded that Serbia sold drones, according to a "
        "confidential report seen by the Harbour Times.\n\nThe report says that Chad paid."
    )
    assert names(text)[-1].startswith("United Nations panel")


def test_a_document_goes_by_its_words_up_to_who_holds_it() -> None:
    text = "Trade data obtained by the Harbour Times show that Serbia sold drones to Chad."
    assert "Trade data" in names(text)


def test_the_short_form_is_another_name_of_the_source() -> None:
    found = statements(f"The Harbour Watch Group (HWG) said {P}.")
    assert "HWG" in found[0].alt_sources
