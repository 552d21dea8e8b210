"""Who speaks in each turn of a broadcast that is printed with labels."""

from hashlib import sha256

from sherd.claims.statements import read
from sherd.model.articles import Article

SCRIPT = (
    "HOST: Serbia has begun to look at what fell on its fields. Our correspondent Nora Vail was there.\n\n"
    "VAIL: Petra Okoro, who runs the laboratory, says the engine was built in Turkey.\n\n"
    "OKORO: (Through interpreter) Kenya supplied the cameras. We have the labels.\n\n"
    "VAIL: Not everyone agrees.\n\n"
    "IAN MARLOWE: Serbia assembled the drone itself.\n\n"
    "VAIL: That was Ian Marlowe, a senator. He says that Chad bought the batteries."
)


def heads(text: str) -> list[tuple[str, str]]:
    found = read(Article(name="a.txt", sha256=sha256(text.encode()).hexdigest(), text=text))
    return [(each.source.name, each.content.text) for each in found]


def test_each_turn_of_a_broadcast_is_spoken_by_whom_its_label_names() -> None:
    said = heads(SCRIPT)
    assert ("Petra Okoro", "Kenya supplied the cameras") in said
    assert ("Ian Marlowe", "Serbia assembled the drone itself") in said


def test_a_correspondent_tells_what_others_say_and_says_nothing_herself() -> None:
    said = heads(SCRIPT)
    assert ("Petra Okoro", "the engine was built in Turkey") in said
    assert ("Ian Marlowe", "Chad bought the batteries") in said
    assert not {"Nora Vail", "Vail", "Host"} & {who for who, _ in said}


def test_a_label_that_stands_once_in_an_article_is_nobody() -> None:
    assert heads("ANALYSIS: Serbia sent drones to Chad in May.")[0][0] == "article"
