"""A denial is read as one, however it is put: nothing that somebody denies is theirs as asserted."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read


@pytest.mark.parametrize(
    "text",
    [
        "Serbia denies selling drones to Chad.",
        "Serbia denied having sold drones to Chad.",
        "Serbia has denied that it sold drones to Chad.",
        "Serbia flatly denied selling drones to Chad.",
        "Serbia denied it had sold drones to Chad.",
        "Serbia denied any sale of drones to Chad.",
        "Serbia denied any role in the sale of drones to Chad.",
        "Serbia denied the sale of drones to Chad.",
        "Serbia denied claims it sold drones to Chad.",
        "Serbia denied accusations of selling drones to Chad.",
        "Serbia denied being the source of the drones sold to Chad.",
        "Serbia denied knowledge of drone sales to Chad.",
        "Serbia issued a flat denial of drone sales to Chad.",
        "Serbia issued a denial that it had sold drones to Chad.",
        "Serbia has repeatedly and categorically denied selling drones to Chad.",
        "Serbia, which denies selling drones to Chad, said the pump was old.",
        "Serbia, for its part, denies selling drones to Chad.",
        "Serbia has always denied selling drones to Chad.",
        "Serbia continues to deny selling drones to Chad.",
        "Serbia again denied selling drones to Chad.",
        "Denying that it had sold drones to Chad, Serbia said the pump was old.",
        "In denying that it had sold drones to Chad, Serbia blamed Kenya.",
        "Serbia said it had not sold drones to Chad.",
        "Serbia said it had never sold drones to Chad.",
        "Serbia said no drones had been sold to Chad.",
        "Serbia said it had sold no drones to Chad.",
        "Serbia said there had been no sale of drones to Chad.",
        "Serbia said it was not true that it had sold drones to Chad.",
        "Serbia said it was untrue that it sold drones to Chad.",
        "Serbia said there was no truth in reports that it sold drones to Chad.",
        "Serbia said there was no truth to the claim that it sold drones to Chad.",
        "Serbia said it had nothing to do with the sale of drones to Chad.",
        "Serbia said it played no part in the sale of drones to Chad.",
        "Serbia said it knew nothing of any drone sales to Chad.",
        "Serbia said reports that it had sold drones to Chad were false.",
        "Serbia said claims of drone sales to Chad were baseless.",
        "Serbia said the claim that it sold drones to Chad was a lie.",
        "Serbia called the claim that it sold drones to Chad a lie.",
        "Serbia called reports of drone sales to Chad “nonsense”.",
        "Serbia branded as lies the reports that it sold drones to Chad.",
        "Serbia dismissed as nonsense claims that it sold drones to Chad.",
        "Serbia dismissed the claim that it sold drones to Chad as nonsense.",
        "Serbia dismissed suggestions it had sold drones to Chad.",
        "Serbia dismissed talk of drone sales to Chad.",
        "Serbia rejected the charge that it had sold drones to Chad.",
        "Serbia rejected as unfounded the charge that it had sold drones to Chad.",
        "Serbia refuted the claim that it sold drones to Chad.",
        "Serbia disputed that it had sold drones to Chad.",
        "Serbia contested the finding that it had sold drones to Chad.",
        "Serbia took issue with the claim that it had sold drones to Chad.",
        "Serbia insisted it had not sold drones to Chad.",
        "Serbia insisted that it does not sell drones to Chad.",
        "Serbia maintains that it has never sold drones to Chad.",
        "Serbia vowed it would never sell drones to Chad.",
        "Serbia ruled out selling drones to Chad.",
        "Serbia was adamant that it had not sold drones to Chad.",
        "Serbia cast doubt on the claim that it sold drones to Chad.",
        "Serbia protested its innocence, saying it had sold no drones to Chad.",
        "“We did not sell drones to Chad,” Serbia said.",
        "“We have never sold drones to Chad,” said Ana Vale, Serbia's minister.",
        "“Serbia has sold no drones to Chad,” Ana Vale, its minister, said.",
        "“It is a lie that we sold drones to Chad,” said Ana Vale, Serbia's minister.",
        "“The claim that Serbia sold drones to Chad is false,” said Ana Vale, its minister.",
        "“Nobody here sold drones to Chad,” said Ana Vale, Serbia's minister.",
        "“I reject the claim that we sold drones to Chad,” said Ana Vale, Serbia's minister.",
        "“I can categorically say that we did not sell drones to Chad,” said Ana Vale, Serbia's minister.",
        "“There were no drones sold to Chad,” said Ana Vale, Serbia's minister.",
        "“Not a single drone was sold to Chad,” said Ana Vale, Serbia's minister.",
        "“At no point did we sell drones to Chad,” said Ana Vale, Serbia's minister.",
        "“Serbia selling drones to Chad? Nonsense,” said Ana Vale, its minister.",
        "“These are not our drones,” said Ana Vale, Serbia's minister.",
        "“None of our drones went to Chad,” said Ana Vale, Serbia's minister.",
        "Asked whether Serbia had sold drones to Chad, Ana Vale said: “No.”",
        "Asked if Serbia had sold drones to Chad, Ana Vale said it had not.",
        "Serbian officials deny that drones were sold to Chad.",
        "Serbia's denial that it sold drones to Chad was repeated on Monday.",
        "Serbia's foreign ministry described claims that it sold drones to Chad as “fantasy”.",
        "Serbia has neither sold drones to Chad nor trained its pilots, Ana Vale said.",
        "Serbia has not sold drones to Chad, Ana Vale said.",
        "Serbia never sold drones to Chad, according to Ana Vale, its minister.",
        "According to Ana Vale, Serbia never sold drones to Chad.",
        "There is no evidence that Serbia sold drones to Chad, Ana Vale said.",
        "Ana Vale said there was no evidence that Serbia sold drones to Chad.",
        "Ana Vale said she had seen no evidence of Serbia selling drones to Chad.",
        "Ana Vale said it was impossible that Serbia had sold drones to Chad.",
        "Ana Vale said Serbia would never sell drones to Chad.",
        "Contrary to reports, Serbia did not sell drones to Chad, Ana Vale said.",
        "Serbia's minister said suggestions that it had sold drones to Chad were wide of the mark.",
        "Serbia said it was wrong to claim that it sold drones to Chad.",
        "Serbia said it was “absurd” to suggest it had sold drones to Chad.",
        "Serbia hit back at claims that it had sold drones to Chad.",
        "Serbia poured cold water on reports that it had sold drones to Chad.",
        "Serbia pleaded not guilty to selling drones to Chad.",
        "The report that Serbia sold drones to Chad was denied by Ana Vale.",
        "The claim that Serbia sold drones to Chad has been rejected by Ana Vale.",
        "Claims that Serbia sold drones to Chad, Ana Vale said, were baseless.",
        "What Serbia denies is that it sold drones to Chad.",
    ],
)
def test_a_sale_that_is_denied_is_never_asserted(text: str) -> None:
    found = read(article_of(text))
    said = [each for each in found if each.level in {"core", "secondary"} and "pump" not in each.content.text]
    assert any(each.polarity == "deny" for each in said)
    assert not [each for each in said if each.polarity == "assert" and "Chad" in each.content.text]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Vale considers it unlikely that Serbia sold drones to Chad.",
        "Ana Vale thinks it most improbable that Serbia sold drones to Chad.",
        "Ana Vale said it was unlikely that Serbia sold drones to Chad.",
        "Noon briefing\\n\\nMR. VALE: I don't have any indication that Serbia sold drones to Chad.",
    ],
)
def test_what_is_held_unlikely_is_not_asserted(text: str) -> None:
    found = read(article_of(text))
    assert [each.polarity for each in found] == ["deny"]


def test_what_is_held_likely_is_asserted() -> None:
    text = "Ana Vale considers it likely that Serbia sold drones to Chad."
    (found,) = read(article_of(text))
    assert (found.polarity, found.content.text) == ("assert", "Serbia sold drones to Chad")
