"""Whom a text means by *the company*, *she* or *the study*, once it has named them."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read

SOLD = "Kenya sold 40 drones to Chad"
FIRM = "The engine carries the logo of Corvane Devices, a Swiss maker of pumps."
BODY = "The wreckage was examined by the Vail Institute, a research group in Bern."
REPORT = "The Vail Institute published a report on Monday."
VALE = "Ana Vale, a spokeswoman for Corvane Devices, spoke to reporters."


@pytest.mark.parametrize("gap", [" ", "\n\n"])
@pytest.mark.parametrize(
    ("before", "who", "name"),
    [
        (FIRM, "The company", "Corvane Devices"),
        (FIRM, "The Swiss company", "Corvane Devices"),
        (FIRM, "The manufacturer", "Corvane Devices"),
        (FIRM, "Corvane", "Corvane Devices"),
        (FIRM, "It", "Corvane Devices"),
        (VALE, "She", "Ana Vale"),
        (VALE, "Ms Vale", "Ana Vale"),
        (VALE, "The spokeswoman", "Ana Vale"),
        ("Professor Ana Vale teaches engineering in Novi.", "The professor", "Ana Vale"),
        ("Ana Vale is a lawyer in Novi.", "She", "Ana Vale"),
        ("Ana Vale had worked at the plant for ten years.", "She", "Ana Vale"),
        (BODY, "The institute", "Vail Institute"),
        (BODY, "Its report", "Vail Institute"),
        (REPORT, "The report", "Vail Institute"),
        (REPORT, "The study", "Vail Institute"),
        (REPORT, "The authors", "Vail Institute"),
        ("Serbia took the pump apart.", "The country", "Serbia"),
        ("A Serbian official spoke to reporters.", "The official", "Serbian official (unnamed)"),
    ],
)
def test_whoever_was_named_before_is_meant(before: str, who: str, name: str, gap: str) -> None:
    text = f"Pump found in a field near Novi town\n\n{before}{gap}{who} said {SOLD}."
    found = read(article_of(text))
    assert [each.source.name for each in found if each.content.text == SOLD] == [name]
