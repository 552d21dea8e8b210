"""Ukrainian, Russian and Persian: quotations, denials, *that* and *according to*, by tables."""

import pytest

from sherd import data
from sherd.claims.languages import ORDERS, cues, read, reader
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
         ("Андрія Лисенка", "assert", "indirect", "уламки мають іранське маркування")),
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
         ("سخنگوی وزارت خارجه", "deny", "direct_quote", "ما هیچ سلاحی به طرفین نداده‌ایم و نخواهیم داد")),
        ("fa", "تهران اعلام کرد که پهپادها در داخل کشور ساخته شده است.",
         ("Iran", "assert", "indirect", "پهپادها در داخل کشور ساخته شده است")),
        ("fa", "به گفته مقام‌های اوکراینی، قطعات این پهپاد ایرانی است.",
         ("مقام‌های اوکراینی", "assert", "indirect", "قطعات این پهپاد ایرانی است")),
    ],
)  # fmt: skip
def test_each_construction_of_each_language_is_read(
    language: str, text: str, expected: tuple[str, str, str, str]
) -> None:
    assert expected in said(language, text)


@pytest.mark.parametrize("language", ORDERS)
def test_every_language_has_words_for_saying_denying_urging_and_according(language: str) -> None:
    kinds = {cue.kind for cue in cues(language)[1].values()}
    assert kinds == {"say", "deny", "urge", "according"}
    assert {row["kind"] for row in data.rows(f"words_{language}")} >= {
        "not",
        "that",
        "role",
        "outlet",
        "office",
    }


@pytest.mark.parametrize("language", ORDERS)
def test_no_stem_stands_twice_and_each_finds_itself(language: str) -> None:
    pattern, known = cues(language)
    stems = [row["stem"] for row in data.rows(f"cues_{language}")]
    assert sorted(stems) == sorted(set(stems))
    assert [stem for stem in known if pattern.search(stem) is None] == []


def test_a_verb_of_denial_that_is_itself_negated_is_no_denial() -> None:
    assert said("uk", "Іран не заперечив, що постачав безпілотники Росії.") == []


def test_a_language_without_tables_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'tr'"):
        reader("tr")
