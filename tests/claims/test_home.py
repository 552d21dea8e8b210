"""Whose ministry, police and officials they are where a paper leaves its own state out."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read

MALTA = "VALLETTA, Sept 16 – A raft drifted ashore in Malta on Sunday."


@pytest.mark.parametrize(
    ("lead", "said", "who", "of"),
    [
        (MALTA, "The defence ministry said 40 drones fell.", "Maltese defence ministry", "Malta"),
        (MALTA, "The air force said 40 drones fell.", "Maltese air force", "Malta"),
        (MALTA, "A senior official said 40 drones fell.", "official (unnamed)", "Malta"),
        (MALTA, "A ministry official said 40 drones fell.", "Maltese ministry official (unnamed)",
         "Malta"),
        (MALTA, "Two government sources said 40 drones fell.", "Maltese government sources (unnamed)",
         "Malta"),
        (MALTA, "40 drones fell, government sources said here on Friday.",
         "Maltese government sources (unnamed)",
         "Malta"),
        (MALTA, "An industry source said 40 drones fell.", "industry source (unnamed)", None),
        (MALTA, "A Western official said 40 drones fell.", "Western official (unnamed)", None),
        (MALTA, "Two US officials said it was wood. A ministry official said 40 drones fell.",
         "Maltese ministry official (unnamed)", "Malta"),
        (MALTA, "Two US officials said it was wood. A former official said 40 drones fell.",
         "former official (unnamed)", None),
        ("VALLETTA: A raft drifted ashore.\n\nMalta's fishermen saw it. Maltese officers took it away.",
         "The defence ministry said 40 drones fell.", "Maltese defence ministry", "Malta"),
        ("VALLETTA, Sept. 16 -- A raft drifted ashore in Malta.", "The police said 40 drones fell.",
         "Maltese police", "Malta"),
        ("COLOMBO, May 2 – Sri Lanka closed a port.", "A senior official said 40 drones fell.",
         "official (unnamed)", "Sri Lanka"),
        ("VALLETTA, Sept 16 – Chad and Mali broke off talks.", "The defence ministry said 40 drones fell.",
         "defence ministry (unnamed)", None),
        ("BRUSSELS, Sept 16 – Chad and Mali broke off talks.\n\nBelgium was silent. A Belgian guest left.",
         "A senior official said 40 drones fell.", "official (unnamed)", None),
        ("IDF: Raft came from Cyprus\n\nIt drifted ashore on Sunday.",
         "The Foreign Ministry on Wednesday said 40 drones fell.", "Israeli Foreign Ministry", "Israel"),
    ],
)  # fmt: skip
def test_a_body_without_its_state_is_of_the_state_at_home(
    lead: str, said: str, who: str, of: str | None
) -> None:
    text = f"{lead}\n\n{said}"
    article = article_of(text)
    found = [each.source for each in read(article) if "40 drones" in each.content.text]
    assert {(each.name, each.on_behalf_of) for each in found} == {(who, of)}
