"""Who says what where a noun, an adjective, an answer or a list says it, and no verb of saying does."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.nominal import stance_of
from sherd.claims.statements import read


def heads(text: str) -> list[tuple[str, str, str]]:
    article = article_of(text)
    return [
        (each.source.name, each.polarity, each.content.text)
        for each in read(article)
        if each.level != "presupposed"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya issued a denial that it had sold boats.", ("Kenya", "deny", "it had sold boats")),
        (
            "Kenya repeated its claim that the papers were forged.",
            ("Kenya", "assert", "the papers were forged"),
        ),
        ("Kenya voiced doubt that the boats were new.", ("Kenya", "deny", "the boats were new")),
        ("Kenya came to the conclusion that Chad sold them.", ("Kenya", "assert", "Chad sold them")),
        ("Kenya is adamant that Chad sold them.", ("Kenya", "assert", "Chad sold them")),
        ("Kenya remains doubtful that Chad sold them.", ("Kenya", "deny", "Chad sold them")),
        ("Kenya's position is that Chad sold the boats.", ("Kenya", "assert", "Chad sold the boats")),
        (
            "Kenya presented the hulls as evidence that Chad sold boats.",
            ("Kenya", "assert", "Chad sold boats"),
        ),
        ("What Kenya denies is that the boats were new.", ("Kenya", "deny", "the boats were new")),
        (
            "Reports that Chad had sold boats, which Kenya denies, came in May.",
            ("Kenya", "deny", "Chad had sold boats"),
        ),
        (
            "Asked whether Chad had sold boats, Ada Stone, a minister, said no.",
            ("Ada Stone", "deny", "Chad had sold boats"),
        ),
    ],
)
def test_what_is_said_without_a_verb_of_saying(text: str, expected: tuple[str, str, str]) -> None:
    assert heads(text) == [expected]


def test_a_participle_in_front_is_the_subjects_saying() -> None:
    assert heads("Denying that it had sold boats, Kenya said the papers were forged.") == [
        ("Kenya", "deny", "it had sold boats"),
        ("Kenya", "assert", "the papers were forged"),
    ]


def test_who_judges_a_claim_denies_it_and_its_owner_holds_it() -> None:
    found = heads("Chad's accusation that Kenya sold boats was “a fairy tale”, Ada Stone, a minister, said.")
    assert found == [("Ada Stone", "deny", "Kenya sold boats"), ("Chad", "assert", "Kenya sold boats")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya issued no denial that it had sold boats.",
        "Kenya is not convinced that Chad sold them.",
        "Kenya stopped short of saying that Chad sold boats.",
        "It is clear that nobody was told.",
    ],
)
def test_what_is_not_said_is_nobodys(text: str) -> None:
    assert not [each for each in heads(text) if each[1] == "assert" and each[0] != "article"]


@pytest.mark.parametrize(
    ("noun", "stance"),
    [
        ("denials", ("deny", "deny")),
        ("plea", ("urge", "urge")),
        ("fears", ("predict", "assert")),
        ("finding", ("finding", "assert")),
        ("claim", ("assert", "assert")),
    ],
)
def test_a_noun_tells_the_stance(noun: str, stance: tuple[str, str]) -> None:
    assert stance_of(noun) == stance


@pytest.mark.parametrize("mark", ["•", "–", "1.", "a)"])
def test_the_points_of_a_list_are_said_by_who_announced_it(mark: str) -> None:
    text = (
        "Boats found\n\nThe Harbour Watch Group drew two conclusions:\n\n"
        f"{mark} No boat was built in Chad;\n\n{mark} Kenya sold the boats in May.\n\nThe sea was calm."
    )
    assert heads(text) == [
        ("Harbour Watch Group", "deny", "No boat was built in Chad"),
        ("Harbour Watch Group", "assert", "Kenya sold the boats in May"),
    ]


def test_we_in_a_companys_release_is_the_company() -> None:
    text = (
        "Baltia Motors answers\n\nHAMBURG, 4 May 2025 – Baltia Motors GmbH (BLT) knows of the report.\n\n"
        "We have never sold engines to Sudan. In 2022 we closed our office in Khartoum.\n\n"
        "Our engineers help the police.\n\nAbout Baltia Motors\n"
    )
    found = heads(text)
    assert ("Baltia Motors", "deny", "We have never sold engines to Sudan") in found
    assert {name for name, _, _ in found} == {"Baltia Motors"}


def test_we_below_a_signed_page_is_the_group_of_its_author() -> None:
    text = (
        "How an engine got to Sudan\n\nWe looked at nine. Kenya sold the engines in May, we think.\n\n"
        "We urge Kenya to publish the papers.\n\nAda Stone leads the engine desk at Harbour & Quay.\n"
    )
    assert ("Harbour & Quay", "urge", "Kenya to publish the papers") in heads(text)


def test_we_said_once_makes_no_voice() -> None:
    found = heads(
        "Engines sold\n\nWe looked at nine engines.\n\nAda Stone leads the desk at Harbour & Quay.\n"
    )
    assert not found
