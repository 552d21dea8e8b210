"""Whoever says it is found, by whatever construction a newsroom uses to say so.

One thing said, in every frame: the speaker must be the one named, and the words said must hold all of it.
"""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read

SOLD = "Kenya sold 40 drones to Chad"


def said(text: str) -> list[tuple[str, str, str]]:
    found = read(article_of(text))
    return [
        (each.source.name, each.polarity, each.content.text)
        for each in found
        if each.level in {"core", "secondary"}
    ]


@pytest.mark.parametrize(
    "frame",
    [
        "By Ana Vale's reckoning, {P}, a trade minister of Serbia.",
        "According to an estimate by the Vail Institute, {P}.",
        "An estimate by the Vail Institute says {P}.",
        "In the view of the Vail Institute, {P}.",
        "In the words of the Vail Institute, “{P}”.",
        "As the Vail Institute put it, “{P}”.",
        "The Vail Institute has it that {P}.",
        "The Vail Institute would only say that {P}.",
        "The Vail Institute went so far as to say {P}.",
        "The Vail Institute was quoted as saying that {P}.",
        "The Vail Institute was at pains to stress that {P}.",
        "The Vail Institute is convinced that {P}.",
        "The Vail Institute is certain that {P}.",
        "The Vail Institute is of the opinion that {P}.",
        "The Vail Institute is under the impression that {P}.",
        "The Vail Institute's assessment is that {P}.",
        "The conclusion of the Vail Institute is that {P}.",
        "It is the Vail Institute's view that {P}.",
        "The Vail Institute left no doubt that {P}.",
        "The Vail Institute made it plain that {P}.",
        "The Vail Institute has gone on record as saying that {P}.",
        "The Vail Institute has long held that {P}.",
        "The Vail Institute took the view that {P}.",
        "The Vail Institute came to the conclusion that {P}.",
        "The Vail Institute reached the conclusion that {P}.",
        "The Vail Institute drew attention to the fact that {P}.",
        "The Vail Institute let it be known that {P}.",
        "The Vail Institute released photographs which it said showed that {P}.",
        "The Vail Institute issued a statement in which it said that {P}.",
        "A statement issued by the Vail Institute said that {P}.",
        "In a statement, the Vail Institute said that {P}.",
        "Investigators at the Vail Institute believe that {P}.",
        "{P}, the Vail Institute said.",
        "{P}, said the Vail Institute.",
        "{P}, the Vail Institute has found.",
        "{P}, in the Vail Institute's telling.",
        "{P}, if the Vail Institute is to be believed.",
        "{P}, as the Vail Institute documented.",
        "{P}, a report by the Vail Institute showed on Monday.",
        "{P}, the Vail Institute told a hearing in Novi on Monday.",
        "{P} – or so the Vail Institute says.",
        "“{P},” the Vail Institute was cited as saying by the newspaper.",
        "Asked about the wreckage, the Vail Institute said {P}.",
        "Speaking in Novi on Monday, the Vail Institute's director, Ana Vale, said {P}.",
        "“Look,” Ana Vale, the Vail Institute's director, said, “{P}.”",
        "There is evidence, the Vail Institute said, that {P}.",
        "What the Vail Institute found was that {P}.",
        "The finding by the Vail Institute that {P} has alarmed Serbia.",
        "The Vail Institute accuses Kenya of selling 40 drones to Chad.",
        "The Vail Institute blamed Kenya for selling 40 drones to Chad.",
        "The Vail Institute has accused Kenya of having sold 40 drones to Chad.",
        "Kenya stands accused by the Vail Institute of selling 40 drones to Chad.",
        "Kenya is alleged by the Vail Institute to have sold 40 drones to Chad.",
        "Kenya sold, in the Vail Institute's judgment, 40 drones to Chad.",
        "Kenya, the Vail Institute says, sold 40 drones to Chad.",
        "Kenya, according to the Vail Institute, sold 40 drones to Chad.",
        "Kenya has, the Vail Institute maintains, sold 40 drones to Chad.",
        "The Vail Institute said Kenya was known to have sold 40 drones to Chad.",
        "The Vail Institute said on Monday, after a visit to Novi, that {P}.",
        "The Vail Institute, which examined the wreckage in Novi in May, says {P}.",
        "The Vail Institute’s Ana Vale believes {P}.",
        "Ana Vale, who heads the Vail Institute, had no doubt that {P}.",
        "The Vail Institute shared with reporters its finding that {P}.",
        "The Vail Institute presented evidence that {P}.",
        "The Vail Institute provided reporters with evidence that {P}.",
        "The Vail Institute repeated its accusation that {P}.",
        "The Vail Institute stood by its claim that {P}.",
        "The Vail Institute doubled down on its claim that {P}.",
    ],
)
def test_the_speaker_is_found_in_every_frame(frame: str) -> None:
    found = said(frame.format(P=SOLD))
    assert any(
        who in {"Vail Institute", "Ana Vale"} and polarity == "assert" and "40 drones to Chad" in content
        for who, polarity, content in found
    )
    assert all(who != "article" or "40 drones" not in content for who, _, content in found)


@pytest.mark.parametrize(
    "verb",
    [
        "texted",
        "emailed",
        "blogged",
        "cabled",
        "reaffirmed",
        "divulged",
        "related",
        "worried",
        "intimated",
        "tallied",
        "bragged",
        "objected",
        "answered",
        "agreed",
        "concurred",
        "swore",
        "grumbled",
        "theorised",
        "ventured",
        "volunteered",
        "bemoaned",
        "marveled",
        "muttered",
        "exclaimed",
        "crowed",
        "gloated",
        "posited",
        "surmised",
        "fretted",
        "confided",
        "quipped",
    ],
)
def test_verbs_of_saying_and_their_forms(verb: str) -> None:
    (found,) = said(f"The trade minister Ana Vale {verb} that {SOLD}.")
    assert found == ("Ana Vale", "assert", SOLD)


@pytest.mark.parametrize(
    "verb",
    [
        "rejected", "dismissed", "ridiculed", "mocked", "derided", "downplayed", "disowned", "brushed off",
        "shrugged off", "laughed off", "waved away", "batted away", "swatted away", "poured scorn on",
        "poured cold water on", "scoffed at", "sneered at", "pooh-poohed", "pushed back on", "cast doubt on",
    ],
)  # fmt: skip
def test_who_makes_light_of_a_report_denies_what_it_says(verb: str) -> None:
    found = said(f"Serbia {verb} reports that {SOLD}.")
    assert ("Serbia", "deny", SOLD) in found
    assert not [each for each in found if each[1] == "assert"]


@pytest.mark.parametrize("verdict", ["ridiculous", "laughable", "far-fetched", "propaganda", "a provocation"])
def test_talk_that_somebody_calls_names_is_denied(verdict: str) -> None:
    found = said(f"Serbia called talk of drone deliveries to Chad {verdict}.")
    assert [(who, polarity) for who, polarity, _ in found] == [("Serbia", "deny")]
