"""Articles are read into statements: who says what, every passage verbatim."""

import json
from datetime import date
from pathlib import Path

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read
from sherd.model.articles import Article
from sherd.model.statement_lines import of_lines, to_plain
from sherd.model.statements import Statement

HERE = Path(__file__).resolve().parents[1] / "cases" / "claims"
TEXTS = sorted(HERE.rglob("*.txt"))


def article(text: str, published: date | None = None) -> Article:
    return article_of(text, published=published)


def said(text: str, published: date | None = None) -> list[Statement]:
    return [each for each in read(article(text, published)) if each.level != "presupposed"]


def heads(text: str) -> list[tuple[str, str, str]]:
    return [(each.source.name, each.polarity, each.content.text) for each in said(text)]


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_every_passage_of_every_text_is_verbatim(path: Path) -> None:
    text = path.read_text("utf-8")
    found = read(article(text))
    assert found
    assert [each.misquoted(text) for each in found] == [()] * len(found)


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_no_act_of_denial_is_read_as_asserted(path: Path) -> None:
    gold = of_lines(path.with_name(f"{path.stem}_claims.jsonl").read_text("utf-8").splitlines())
    denials = [claim.content for claim in gold if claim.act == "deny" and claim.source.kind != "narrator"]
    read_as = {
        (each.content.start, each.content.end): each.polarity
        for each in read(article(path.read_text("utf-8")))
    }
    assert [span.text for span in denials if read_as.get((span.start, span.end)) == "assert"] == []


@pytest.mark.parametrize(
    ("text", "source", "polarity", "content"),
    [
        ("Iran denied that it sold drones.", "Iran", "deny", "it sold drones"),
        ("Iran denied selling drones to Russia.", "Iran", "deny", "selling drones to Russia"),
        ("“We sold nothing,” Jan Novak, a minister, told reporters.", "Jan Novak", "deny", "We sold nothing"),
        ("“We make drones,” said Jan Novak, a minister.", "Jan Novak", "assert", "We make drones"),
        ("Russia makes its own drones, the institute said on Monday.", "institute (unnamed)", "assert",
         "Russia makes its own drones"),
        ("According to the Financial Times, Iran sold drones to Russia.", "Financial Times", "assert",
         "Iran sold drones to Russia"),
        ("Washington urged Iran to stop selling drones.", "United States", "urge",
         "Iran to stop selling drones"),
        ("Moscow rejected claims that it used the drones.", "Russia", "deny", "it used the drones"),
        ("Officials called the report baseless.", "officials (unnamed)", "deny", "the report"),
        ("Kyiv welcomed the decision of the council.", "Ukraine", "urge", "the decision of the council"),
        ("Acme Devices declined to comment.", "article", "assert", "Acme Devices declined to comment"),
        ("Iran said the allegations were baseless.", "Iran", "deny", "the allegations were baseless"),
        ("According to Reuters, citing two officials, Iran sold drones.", "officials (unnamed)",
         "assert", "Iran sold drones"),
        ("The minister, Jan Novak, was quoted by Reuters as saying: “We sell no drones.”", "Jan Novak",
         "deny", "We sell no drones"),
        ("Kyiv protested, with its foreign minister insisting that Iran sold drones.",
         "Ukrainian foreign minister (unnamed)", "assert", "Iran sold drones"),
        ("The company denied the claims, made by a newspaper.", "company (unnamed)", "deny", "the claims"),
        ("Experts found no evidence that the part was copied.", "experts (unnamed)", "deny",
         "the part was copied"),
    ],
)  # fmt: skip
def test_each_construction_of_saying_gives_speaker_stance_and_words(
    text: str, source: str, polarity: str, content: str
) -> None:
    assert (source, polarity, content) in heads(text)


def test_a_statement_without_a_publication_date_leaves_weekdays_unresolved() -> None:
    text = "Iran said on Monday that it makes drones."
    undated, dated = said(text)[0].statement_date, said(text, date(2023, 8, 16))[0].statement_date
    assert undated is not None
    assert undated.value is None
    assert dated is not None
    assert str(dated.value) == "2023-08-14/2023-08-14"


def test_the_same_text_gives_the_same_statements() -> None:
    text = TEXTS[0].read_text("utf-8")
    first = [json.dumps(to_plain(each)) for each in read(article(text))]
    assert first == [json.dumps(to_plain(each)) for each in read(article(text))]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Iran denied that it had not supplied drones to Russia.", True),
        ("“It is not true that we did not send drones,” the Iranian minister said.", True),
        ("“It is not true that we sent drones,” the Iranian minister said.", False),
        ("Iran denied that it had supplied drones to Russia.", False),
        ("“We did not send drones that can reach Kyiv,” the Iranian minister said.", False),
    ],
)
def test_two_denials_make_an_assertion_and_one_does_not(text: str, holds: bool) -> None:
    assert [each.holds for each in said(text)] == [holds]


def test_who_did_not_deny_has_neither_denied_nor_asserted() -> None:
    (found,) = said("Iran did not deny that it had supplied drones to Russia.")
    assert found.prop.action == "NO_COMMENT"


def test_what_was_not_done_and_will_not_be_is_denied_as_done() -> None:
    (found,) = said("“Iran has not and will not supply weapons to Russia,” the Iranian minister said.")
    assert (found.polarity, found.prop.action) == ("deny", "SUPPLY")
    (later,) = said("“Iran will not supply weapons to Russia,” the Iranian minister said.")
    assert (later.polarity, later.prop.action) == ("deny", "INTEND_SUPPLY")


def test_a_month_is_no_place() -> None:
    (found,) = said("Ukrainian officials said Iran supplied drones to Russia in October 2022.")
    assert found.prop.place is None


@pytest.mark.parametrize(
    "denial",
    [
        "“These are lies,” said Ada Stone, an Iranian spokeswoman.",
        "“It’s a fake story,” said Ada Stone, an Iranian spokeswoman.",
        "“Not one drone was sent to Russia,” said Ada Stone, an Iranian spokeswoman.",
        "“At no time did Iran supply drones,” said Ada Stone, an Iranian spokeswoman.",
        "“I deny it,” said Ada Stone, an Iranian spokeswoman.",
        "“Information of this kind is far from always accurate,” said Ada Stone, an Iranian spokeswoman.",
        "Ada Stone, an Iranian spokeswoman, said the claims were without foundation.",
        "Ada Stone, an Iranian spokeswoman, said the claims lacked any basis.",
        "Ada Stone, an Iranian spokeswoman, said it was wrong to say that Iran sold drones.",
        "Ada Stone, an Iranian spokeswoman, said it was untrue that Iran sold drones.",
        "Ada Stone, an Iranian spokeswoman, said there was no truth to the report.",
        "Iran rebuffed claims it sold drones.",
    ],
)
def test_a_denial_in_whatever_words_is_a_denial(denial: str) -> None:
    assert {each.polarity for each in said(denial)} == {"deny"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya urged Chad to open its ports and to publish all papers.",
            [("Kenya", "urge", "Chad to open its ports"), ("Kenya", "urge", "publish all papers")],
        ),
        (
            "Kenya urged Chad to record and share the numbers.",
            [("Kenya", "urge", "Chad to record and share the numbers")],
        ),
        (
            "Kenya asked Chad to open its ports and has closed its own.",
            [("Kenya", "urge", "Chad to open its ports")],
        ),
        (
            "Kenya said it had listed Baltia Motors, which it accused of selling engines.",
            [
                ("Kenya", "assert", "it had listed Baltia Motors"),
                ("Kenya", "assert", "selling engines"),
            ],
        ),
        (
            "Kenya deplored and firmly opposed the sale of engines.",
            [("Kenya", "assert", "the sale of engines")],
        ),
        (
            "Chad has opened its ports and closed its yards, Kenya said, stressing that boats were sold.",
            [
                ("Kenya", "assert", "Chad has opened its ports"),
                ("Kenya", "assert", "closed its yards"),
                ("Kenya", "assert", "boats were sold"),
            ],
        ),
        (
            "Kenya — which has yards of its own — said that Chad sold boats.",
            [("Kenya", "assert", "Chad sold boats")],
        ),
        (
            "A dockhand denied the accusation when reached by phone.",
            [("dockhand (unnamed)", "deny", "the accusation")],
        ),
        (
            "Her landlord recalled that two men had rented the yard.",
            [("landlord (unnamed)", "assert", "two men had rented the yard")],
        ),
    ],
)
def test_where_what_is_said_begins_and_ends(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert heads(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya said in a statement posted on its website that Chad sold boats.",
            [("Kenya", "assert", "Chad sold boats")],
        ),
        (
            "Kenya said in a letter to the prosecutor, seen by Port Weekly, that Chad sold boats.",
            [("Kenya", "assert", "Chad sold boats")],
        ),
        ("Kenya said, without giving proof, that Chad sold boats.", [("Kenya", "assert", "Chad sold boats")]),
        ("Kenya has, however, claimed that Chad sold boats.", [("Kenya", "assert", "Chad sold boats")]),
        (
            "Kenya will sell no boats, Chad repeated, contradicting a report in Quay Post that it would.",
            [("Chad", "deny", "Kenya will sell no boats"), ("Chad", "deny", "it would")],
        ),
        (
            "Two sailors said Chad sold boats. The other said nothing had been paid.",
            [
                ("sailors (unnamed)", "assert", "Chad sold boats"),
                ("sailor (unnamed)", "deny", "nothing had been paid"),
            ],
        ),
        (
            "Neither Kenya nor Chad has yards. Both have denied building boats.",
            [("Kenya", "deny", "building boats"), ("Chad", "deny", "building boats")],
        ),
    ],
)
def test_what_stands_between_the_verb_and_what_is_said_is_left_out(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert heads(text) == expected


def test_a_letter_of_an_embassy_is_in_its_voice() -> None:
    text = "Letter from the Embassy of Iran in Nairobi to the editor\n\nIran has never sold boats to Chad.\n"
    assert heads(text) == [("Iranian Embassy in Nairobi", "deny", "Iran has never sold boats to Chad")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya suspects that the boats were built in Chad, where a yard goes on using its plans.",
            [
                ("Kenya", "assert", "the boats were built in Chad"),
                ("Kenya", "assert", "a yard goes on using its plans"),
            ],
        ),
        (
            "Kenya denied that the boats were built in Chad, where a yard goes on using its plans.",
            [("Kenya", "deny", "the boats were built in Chad")],
        ),
        (
            "Kenya urged Chad to search boats of less than 100 tonnes, which at present are exempt.",
            [("Kenya", "urge", "Chad to search boats of less than 100 tonnes")],
        ),
        (
            "Kenya said Chad sold the boats, and the papers were a distraction.",
            [
                ("Kenya", "assert", "Chad sold the boats"),
                ("Kenya", "assert", "the papers were a distraction"),
            ],
        ),
        (
            "Kenya found no sign that Chad sold the boats: the hulls were made in Serbia.",
            [("Kenya", "deny", "Chad sold the boats"), ("Kenya", "assert", "the hulls were made in Serbia")],
        ),
        (
            "Kenya has accused Chad of selling boats, an accusation Chad calls absurd.",
            [("Kenya", "assert", "Chad of selling boats"), ("Chad", "deny", "Chad of selling boats")],
        ),
        (
            "Chad sold the boats, according to Kenya, which keeps a list.",
            [("Kenya", "assert", "Chad sold the boats")],
        ),
        (
            "Kenya warned the banks of Chad during a visit in May that they could lose their licence.",
            [("Kenya", "assert", "they could lose their licence")],
        ),
        (
            "“If he took it, how would I know?” Ada Stone asked.",
            [("Ada Stone", "assert", "If he took it, how would I know?")],
        ),
        ("Kenya says that's a lie.", [("Kenya", "deny", "that's a lie")]),
        (
            "Kenya said it had sold no boats, and then it said it had sold a few.",
            [("Kenya", "deny", "it had sold no boats"), ("Kenya", "assert", "it had sold a few")],
        ),
        (
            "Seoul wants the team that replaced the old panel to be given access to the boats.",
            [
                (
                    "South Korea",
                    "urge",
                    "the team that replaced the old panel to be given access to the boats",
                )
            ],
        ),
        ("Kenya wants exports of boats suspended.", [("Kenya", "urge", "exports of boats suspended")]),
    ],
)
def test_what_is_said_ends_where_something_else_is_added(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert heads(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The boats, Kenya said, were sold in May.",
            [("Kenya", "assert", "The boats, Kenya said, were sold in May")],
        ),
        (
            "Ada Stone, a lawyer, said her client denied selling boats.",
            [("client (unnamed)", "deny", "selling boats")],
        ),
        (
            "Kenya, which has urged Chad to open its ports, praised the search.",
            [("Kenya", "urge", "Chad to open its ports"), ("Kenya", "urge", "the search")],
        ),
        (
            "Kenya accused Chad of selling boats, prompting an angry answer from Chad.",
            [("Kenya", "assert", "Chad of selling boats")],
        ),
        (
            "Kenya said the boats were copies, in a case that highlights the reach of the trade.",
            [("Kenya", "assert", "the boats were copies")],
        ),
        (
            "Kenya called the account “a product of sick imagination”.",
            [("Kenya", "deny", "the account")],
        ),
        (
            "“Who sold the boats?” Ada Stone asked. Kenya sold boats, she said.",
            [("Ada Stone", "assert", "Kenya sold boats")],
        ),
    ],
)
def test_the_words_of_the_article_and_of_another_are_not_the_speakers(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert heads(text) == expected


def test_who_passes_on_a_denial_stands_in_its_chain() -> None:
    found = said("Ada Stone, a lawyer, said her client denied selling boats.")
    assert [relay.name for relay in found[0].chain] == ["Ada Stone"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya has accused Chad of selling boats, a claim Chad dismissed as hysterical.",
            [("Kenya", "assert", "Chad of selling boats"), ("Chad", "deny", "Chad of selling boats")],
        ),
        (
            "Not one boat, Kenya said, had been acknowledged by the navy.",
            [("Kenya", "deny", "Not one boat, Kenya said, had been acknowledged by the navy")],
        ),
        (
            "“They call everyone a thief,” Ada Stone, a captain, said.",
            [("Ada Stone", "assert", "They call everyone a thief")],
        ),
        (
            "The sailors, Kenya argued, lack the training to build boats.",
            [("Kenya", "assert", "The sailors, Kenya argued, lack the training to build boats")],
        ),
        (
            "Chad said it had warned Kenya about boats that had lost their way.",
            [("Chad", "assert", "it had warned Kenya about boats that had lost their way")],
        ),
        (
            "Kenya let slip in May that Chad sold boats.",
            [("Kenya", "assert", "Chad sold boats")],
        ),
    ],
)
def test_one_saying_inside_another_is_read_once(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert heads(text) == expected
