"""Ukrainian, Russian and Persian: quotations, denials, *that* and *according to*, by tables."""

import pytest

from sherd import data
from sherd.claims.languages import languages, read, reader
from sherd.claims.languages.tables import folded, grammars, lexicon
from sherd.model.articles import Article


def said(language: str, text: str) -> list[tuple[str, str, str, str]]:
    article = Article(name="a.txt", sha256="", text=text, language=language)
    found = read(article, language)
    assert [each.misquoted(text) for each in found] == [()] * len(found)
    return [(each.source.name, each.polarity, each.mode, each.content.text) for each in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("uk", "«Ми не постачали зброї жодній стороні», — заявив речник МЗС Насер Канані.",
         ("Насер Канані", "deny", "direct_quote", "Ми не постачали зброї жодній стороні")),
        ("uk", "Речник Кремля Олег Санін сказав: «Росія має власні безпілотники».",
         ("Олег Санін", "assert", "direct_quote", "Росія має власні безпілотники")),
        ("uk", "Іран заперечив, що постачав безпілотники Росії.",
         ("Iran", "deny", "indirect", "постачав безпілотники Росії")),
        ("uk", "За словами Андрія Лисенка, уламки мають іранське маркування.",
         ("Андрій Лисенко", "assert", "indirect", "уламки мають іранське маркування")),
        ("uk", "Київ закликав партнерів посилити контроль над мікросхемами.",
         ("Ukraine", "urge", "indirect", "партнерів посилити контроль над мікросхемами")),
        ("ru", "«Мы не поставляли оружие ни одной из сторон», — сообщил представитель МИД Насер Канани.",
         ("Насер Канани", "deny", "direct_quote", "Мы не поставляли оружие ни одной из сторон")),
        ("ru", "Москва отрицает применение иранских беспилотников.",
         ("Russia", "deny", "indirect", "применение иранских беспилотников")),
        ("ru", "Тегеран заявил, что не передавал ракеты России.",
         ("Iran", "deny", "indirect", "не передавал ракеты России")),
        ("ru", "По данным Reuters, завод выпускает сто дронов в месяц.",
         ("Reuters", "assert", "indirect", "завод выпускает сто дронов в месяц")),
        ("ru", "Киев призвал союзников ввести новые санкции.",
         ("Ukraine", "urge", "indirect", "союзников ввести новые санкции")),
        ("fa", "ایران ارسال پهپاد به روسیه را تکذیب کرد.",
         ("Iran", "deny", "indirect", "ارسال پهپاد به روسیه")),
        ("fa", "سخنگوی وزارت خارجه گفت: «ما هیچ سلاحی به طرفین نداده‌ایم و نخواهیم داد».",
         ("Iran", "deny", "direct_quote", "ما هیچ سلاحی به طرفین نداده‌ایم و نخواهیم داد")),
        ("fa", "تهران اعلام کرد که پهپادها در داخل کشور ساخته شده است.",
         ("Iran", "assert", "indirect", "پهپادها در داخل کشور ساخته شده است")),
        ("fa", "به گفته مقام‌های اوکراینی، قطعات این پهپاد ایرانی است.",
         ("Ukrainian officials (unnamed)", "assert", "indirect", "قطعات این پهپاد ایرانی است")),
    ],
)  # fmt: skip
def test_each_construction_of_each_language_is_read(
    language: str, text: str, expected: tuple[str, str, str, str]
) -> None:
    assert expected in said(language, text)


NEEDED = {
    "cues": {"say", "deny", "urge", "call", "false", "silent"},
    "words": {"not", "that", "and", "role", "outlet", "office", "firm", "pronoun", "hedge"},
    "actions": {"verb", "noun", "stop", "intend"},
    "dates": {"month", "weekday", "day", "last year"},
}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("table", NEEDED)
def test_every_language_has_the_kinds_of_word_that_the_rules_go_by(table: str, language: str) -> None:
    assert {row["kind"] for row in data.rows(f"{table}_{language}")} >= NEEDED[table]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("table", ["cues", "words", "actions", "things", "dates"])
def test_no_word_stands_twice_for_one_thing(table: str, language: str) -> None:
    rows = [(folded(row["word"]), row.get("kind")) for row in data.rows(f"{table}_{language}")]
    assert [row for row in rows if rows.count(row) > 1] == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("table", ["cues", "words", "actions", "things"])
def test_each_row_finds_its_own_word(table: str, language: str) -> None:
    for row in data.rows(f"{table}_{language}"):
        words = folded(row["word"].replace("*", "")).split()
        if words and not row["word"].startswith("-"):
            entries = lexicon(language).entries(words[0])
            assert any(len(e.parts) == len(words) and e.fits(words, 0) for e in entries), row["word"]


def test_a_verb_of_denial_that_is_itself_negated_is_no_denial() -> None:
    assert said("uk", "Іран не заперечив, що постачав безпілотники Росії.") == []


def test_a_language_without_tables_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'tr'"):
        reader("tr")


def test_every_language_names_a_state_as_its_home() -> None:
    known = {row["name"] for row in data.rows("states")}
    assert {grammar.home for grammar in grammars().values()} <= known
