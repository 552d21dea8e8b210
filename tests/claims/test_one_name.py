"""One source has one name in a document: the fullest that the text has for it, wherever it stands."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read

P = "said that Serbia had sold drones to Chad."
Q = "said that Kenya had bought rifles."


def sources(text: str) -> set[str]:
    found = read(article_of(text))
    return {each.source.name for each in found if each.source.kind != "narrator"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            f"Latvia's security service {P}\n\nThe State Security Service (VDD) {Q}",
            "Latvian State Security Service",
        ),
        (
            f"Moldova's intelligence agency {P}\n\nThe Intelligence and Security Service {Q}",
            "Moldovan Intelligence and Security Service",
        ),
        (
            f"Hong Kong's commerce bureau {P} The Commerce and Economic Development Bureau {Q}",
            "Hong Kong Commerce and Economic Development Bureau",
        ),
        (f"Ukraine's air force {P} The Air Force {Q}", "Ukrainian Air Force"),
        (
            f"Romania's Foreign Ministry {P} The foreign ministry in Bucharest {Q}",
            "Romanian Foreign Ministry",
        ),
        (
            f"Chad's foreign ministry {P}\n\nThe Ministry of Foreign Affairs of Chad {Q}",
            "Chadian Foreign Ministry",
        ),
        (f"Serbia's Ministry of Ports {P} The Serbian Ports Ministry {Q}", "Serbian Ministry of Ports"),
        (f"Mali's army {P}\n\nIn Gao, the Malian Armed Forces hold the bridge.", "Malian Armed Forces"),
        (f"Mali's army {P}", "Malian army"),
        (
            f"A UN panel {P}\n\nThe report of the UN Panel of Experts on Libya came out on Monday.",
            "UN Panel of Experts on Libya",
        ),
        (
            f"UN experts {P} The Panel of Experts on Libya, which reports to the Security Council, {Q}",
            "UN Panel of Experts on Libya",
        ),
        (f"Orlo {P} The sensor bears the logo of Orlo Motoren, a firm in Jena.", "Orlo Motoren"),
        (f"The valve was traced to Fedra Valves, a company in Ohio. Fedra {P}", "Fedra Valves"),
        (f"The Open Harbour Group found the wreck. OHG {P}", "Open Harbour Group"),
        (f"Ida Roth Vale, an engineer, saw the wreck. Vale {P}", "Ida Roth Vale"),
    ],
)
def test_a_source_goes_by_the_fullest_name_that_the_text_has(text: str, name: str) -> None:
    assert sources(text) == {name}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            f"Latvia's security service {P} Estonia's Internal Security Service {Q}",
            {"Latvian security service", "Estonian Internal Security Service"},
        ),
        (
            f"A UN panel {P} There is a Panel of Experts on Libya and a Panel of Experts on Mali.",
            {"UN panel"},
        ),
        (f"Orlo {P} Orlo Shipping, a firm, and Orlo Trading, a firm, split in 2010.", {"Orlo"}),
        (
            f"Chad's trade ministry {P} Mali's trade ministry {Q}",
            {"Chadian trade ministry", "Malian trade ministry"},
        ),
    ],
)
def test_where_two_would_do_each_keeps_its_own(text: str, names: set[str]) -> None:
    assert sources(text) == names


def test_the_form_of_the_text_is_kept_beside_the_name_and_the_account_names_it_too() -> None:
    text = f"Latvia's security service {P}\n\nThe State Security Service (VDD) {Q}"
    first = read(article_of(text))[0]
    assert "Latvian security service" in first.alt_sources
    assert first.claim.startswith("Latvian State Security Service ")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (
            "Japan's Ministry of Economy, Trade and Industry",
            "Japanese Ministry of Economy, Trade and Industry",
        ),
        (
            "The Japanese Ministry of Economy, Trade and Industry (METI)",
            "Japanese Ministry of Economy, Trade and Industry",
        ),
        (
            "The German Federal Ministry for Ports and River Action",
            "German Federal Ministry for Ports and River Action",
        ),
        (
            "The Federal Office for Ports and River Control (FORC)",
            "Federal Office for Ports and River Control",
        ),
        ("Chad's Ministry of Industry and Trade", "Chadian Ministry of Industry and Trade"),
        ("Chad's Industry and Trade Ministry", "Chadian Industry and Trade Ministry"),
        ("Serbia's Prosecutor General's Office", "Serbian Prosecutor General's Office"),
        ("The Serbian public prosecutor's office", "Serbian public prosecutor's office"),
        ("The Office of the President of Serbia", "Office of the President of Serbia"),
        ("The Iranian Mission to the EU", "Iranian Mission to the EU"),
        ("Tehran's U.N. mission", "Iranian Mission to the United Nations"),
        ("The Permanent Mission of Iran to the United Nations", "Iranian Mission to the United Nations"),
        (
            "The General Staff of the Armed Forces of Serbia",
            "Serbian General Staff of the Armed Forces",
        ),
    ],
)
def test_an_official_name_is_read_as_one_with_its_commas_and_its_and(written: str, name: str) -> None:
    assert sources(f"{written} {P}") == {name}


def test_a_minister_and_a_list_of_speakers_are_no_official_name() -> None:
    assert sources(f"Minister of Ports and Trade Ida Roth {P}") == {"Ida Roth"}
    assert sources(f"The Ministry of Ports, Ida Roth and Jan Vale {P}") != {
        "Ministry of Ports, Ida Roth and Jan Vale"
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"Britain, France and Germany {P}", {"United Kingdom", "France", "Germany"}),
        (f"The HUR and the SBU {P}", {"Ukrainian military intelligence", "Security Service of Ukraine"}),
        (f"The Open Harbour Group and Fell Watch {P}", {"Open Harbour Group", "Fell Watch"}),
        (f"Reuters and the Associated Press {P}", {"Reuters"}),
        (f"The Institute for Ports and River Studies {P}", {"Institute for Ports and River Studies"}),
        (f"Danish, Dutch and Polish firms {P}", {"Danish, Dutch and Polish firms (unnamed)"}),
    ],
)
def test_each_of_those_named_together_speaks_unless_they_published_it_as_one(
    text: str, names: set[str]
) -> None:
    assert sources(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Prosecutors {P} The Novi public prosecutor's office {Q}", "Novi public prosecutor's office"),
        (
            f"Prosecutors in Novi {P} The Novi public prosecutor's office {Q}",
            "Novi public prosecutor's office",
        ),
        (f"Finnish customs {P} Customs {Q}", "Finnish customs"),
        (f"Serbian investigators {P} Investigators {Q}", "Serbian investigators (unnamed)"),
        (f"Dubai's Orlo Trading {P} Orlo Trading, based in Dubai, {Q}", "Orlo Trading"),
        (f"Orlo Pumps Co., Ltd. {P}", "Orlo Pumps"),
        (f"Orlo Motoren GmbH made the sensor. Orlo {P}", "Orlo Motoren"),
        (f"Tomas van der Hale, an engineer, saw the wreck. Van der Hale {P}", "Tomas van der Hale"),
        (f"Tomas Hale Jr., an engineer, saw the wreck. Hale {P}", "Tomas Hale Jr"),
        (f"The Islamic Revolution Guards Corps {P}", "Islamic Revolutionary Guard Corps"),
    ],
)
def test_people_of_an_office_firms_and_last_names_are_found_elsewhere_in_the_text(
    text: str, name: str
) -> None:
    assert sources(text) == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Orlo {P} The pump bears the logo of Orlo Motoren, a firm. Orlo's lawyers {Q}", "Orlo Motoren"),
        (f"The panel {P} Ida Roth sat on the UN panel of experts on Libya.", "UN Panel of Experts on Libya"),
    ],
)
def test_people_of_a_firm_and_a_panel_in_small_letters_go_by_the_whole_name(text: str, name: str) -> None:
    assert all(each.startswith(name) for each in sources(text))


def test_a_rank_of_two_words_before_a_name_makes_no_body_of_it() -> None:
    text = (
        f"Drones fell, Serbian Defence Ministry Spokesman Lieutenant General Ivo Reeve {P} "
        f"According to Reeve, Kenya bought rifles."
    )
    assert sources(text) == {"Ivo Reeve"}
