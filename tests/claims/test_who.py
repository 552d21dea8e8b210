"""Who says it: small paragraphs with several who could, and the one who does, in the files ``who_*.txt``.

A line of such a file names the speaker, *speaker < who passes it on*, or *speaker + speaker*; then the text,
its paragraphs parted by ``¶``. What is said is always the passage with the forty drones.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read

FILES = sorted(Path(__file__).parent.glob("who_*.txt"))


def cases() -> Iterator[tuple[str, str]]:
    for line in (line for file in FILES for line in file.read_text(encoding="utf-8").splitlines()):
        if line and not line.startswith("#"):
            who, text = line.split(" | ")
            yield who, text.replace("¶", "\n\n")


@pytest.mark.parametrize(("who", "text"), list(cases()))
def test_a_passage_is_said_by_whom_the_paragraph_gives_it_to(who: str, text: str) -> None:
    article = article_of(text)
    found = [each for each in read(article) if each.level in {"core", "secondary"}]
    said = [each for each in found if "40 drones" in each.content.text]
    names, *relays = who.split(" < ")
    assert {each.source.name for each in said} == set(names.split(" + "))
    assert not relays or any([one.name for one in each.chain] == relays for each in said)
