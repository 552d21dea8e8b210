"""How names are taken apart, spelt and laid side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.trace.party_field import LINE, parse, places
from sherd.trace.prepared import ABJAD, prepare
from sherd.trace.spelling import skeleton, spelt
from sherd.trace.vocabulary import chinese_words, one_slip, vocabulary

ONE_WORD_IN_MANY_SPELLINGS = [
    ("obshchestvo", "obschtschestwo", "obchtchestvo"),
    ("yevgeny", "yevgenii", "yevgeniy"),
    ("khristoforov", "hristoforov"),
    ("gaddafi", "ghadafi"),
]

SAME_WORDS = [
    ("Завод Пион", "Pion Plant"),
    ("АО «НПО Молния»", "Scientific Production Association Molniya JSC"),
    ("صنایع هوایی", "Aviation Industries"),
    ("北京和德宇航技术有限公司", "Beijing Hede Aerospace Technology Co., Ltd."),
    ("Sanayi ve Ticaret", "Industry and Trade"),
    ("Savunma Sanayii", "Defence Industry"),
    ("شرکت ملی صنایع مس ایران", "National Iranian Copper Industries"),
    ("مؤسسة البترول الكويتية", "Kuwait Petroleum Foundation"),
    ("للإنشاءات والتصدير", "Construction and Export"),
    ("한국항공우주산업", "Korea Aerospace Industries"),
    ("日本テクノロジー株式会社", "Japan Technology"),
    ("ТОВ «Торговий дім»", "Trading House"),
    ("西北工业大学", "Northwestern Polytechnical University"),
    ("علم و فناوری", "S&T"),
]

FIELDS = [
    ("C/O Kristall OJSC", ("Kristall OJSC",), "care of"),
    ("Kristall OJSC TEL +73506313104", ("Kristall OJSC",), "phone"),
    ("Kristall OJSC, BISHKEK, RUSSIA", ("Kristall OJSC",), "place"),
    ("Kristall OJSC INN 7707083893", ("Kristall OJSC",), "number"),
    ("Kristall OJSC sales@kristall.example", ("Kristall OJSC",), "address"),
    ("Kristall OJSC ON BEHALF OF Almaz LLC", ("Kristall OJSC", "Almaz LLC"), None),
    ("Kristall OJSC a.k.a. Crystal", ("Kristall OJSC", "Crystal"), None),
    ("Kristall (Кристалл)", ("Kristall", "Кристалл"), None),
    ("Nuclear Works (NW)", ("Nuclear Works",), "in brackets"),
    ("巨航科技（深圳）有限公司", ("巨航科技深圳有限公司",), None),
    ("صنایع هوایی شاهد · مرکز تحقیقات", ("صنایع هوایی شاهد", "مرکز تحقیقات"), None),
]

LEGAL_FORMS = [
    ("ООО Пион", "llc"),
    ("Общество с ограниченной ответственностью Пион", "llc"),
    ("Obschtschestwo s ogranitschennoi otwetstwennostju Pion", "llc"),
    ("Pion Limited Liability Company", "llc"),
    ("Pion GmbH", "gmbh"),
    ("شرکت پیون با مسئولیت محدود", "llc"),
    ("皮昂有限公司", "ltd"),
    ("Pion JOINT STOKC COMPANY", "jsc"),
    ("بيون منطقة حرة", "fze"),
    ("피온 주식회사", "ltd"),
    ("Pion Ltd. Şti.", "ltd"),
    ("Pion Anonim Şirketi", "jsc"),
]


@pytest.mark.parametrize("words", ONE_WORD_IN_MANY_SPELLINGS, ids=lambda words: words[0])
def test_one_word_has_one_spelling_in_every_romanisation(words: tuple[str, ...]) -> None:
    assert len({spelt(word) for word in words}) == 1


@pytest.mark.parametrize(("one", "other"), SAME_WORDS)
def test_words_that_mean_the_same_are_one_word(one: str, other: str) -> None:
    known = vocabulary()
    assert sorted(prepare(one, known).tokens) == sorted(prepare(other, known).tokens)


@pytest.mark.parametrize(("field", "names", "what"), FIELDS)
def test_what_is_no_name_is_set_aside_and_said(field: str, names: tuple[str, ...], what: str | None) -> None:
    taken = parse(field, places())
    assert taken.names == names
    assert what is None or what in {kind for kind, _ in taken.beside}


def test_a_field_of_one_line_may_be_cut_off() -> None:
    assert parse("A" * LINE, frozenset()).truncated
    assert not parse("A" * (LINE - 1), frozenset()).truncated


@pytest.mark.parametrize(("name", "form"), LEGAL_FORMS)
def test_a_legal_form_is_taken_out_in_every_language(name: str, form: str) -> None:
    ready = prepare(name, vocabulary())
    assert ready.forms == (form,)
    assert len(ready.tokens) == 1


def test_a_name_that_begins_a_company_is_no_legal_form() -> None:
    assert prepare("شرکت سامان گستر", vocabulary()).tokens[0] == "saman"


CHINESE_IN_LATIN = [
    ("恒信达", "Hengxinda"),
    ("信恒", "Hsin Heng"),
    ("永興", "Wing Hing"),
    ("红兔", "Red Rabbit"),
    ("银行", "Bank"),
]


@pytest.mark.parametrize(("name", "latin"), CHINESE_IN_LATIN)
def test_chinese_keeps_every_way_in_which_latin_letters_may_write_it(name: str, latin: str) -> None:
    known = vocabulary()
    ready, wanted = prepare(name, known), "".join(prepare(latin, known).tokens)
    assert wanted in {*ready.tokens, *(spelling for _, spelling, _ in ready.others)}


NAMING_WORDS = [
    ("厦门市三安有限公司", ["xiamen", "sanan"]),  # 市 belongs to the town, not to the name
    ("单县三安有限公司", ["shanxian", "sanan"]),  # a county of one character keeps its word
    ("广西壮族自治区南宁市三安公司", ["guangxi", "nanning", "sanan", "company"]),
    ("北京城市公司", ["beijing", "chengshi", "company"]),  # 城市 is no town
    ("کارخانه ۱۲", ["plant", "12"]),
    ("مصنع ١٢", ["plant", "12"]),
    ("شَرِكة نور", ["nur"]),  # short vowels that are written tell nothing
    ("삼성전자", ["samseong", "electronics"]),
    ("パナソニック", ["panasoniku"]),
    ("Po Lung Ltd", ["po", "lung"]),  # по is left out, Po is a name
    ("завод по производству", ["plant", "production"]),
    ("Da-Jiang Ltd", ["dajiang"]),  # a syllable before a hyphen is no preposition
    ("Da Silva", ["silva"]),
]


@pytest.mark.parametrize(("name", "words"), NAMING_WORDS)
def test_what_names_a_company_is_told_from_what_does_not(name: str, words: list[str]) -> None:
    ready = prepare(name, vocabulary())
    every = [
        {ready.tokens[at], *(s for n, s, _ in ready.others if n == at)} for at in range(len(ready.tokens))
    ]
    assert len(every) == len(words)
    assert all(spelt(word) in any_of for word, any_of in zip(words, every, strict=True))


def test_a_persian_word_keeps_its_sound_beside_its_meaning() -> None:
    ready = prepare("صنعت", vocabulary())
    assert ready.tokens == ("industri",)
    assert (0, "snt", ABJAD) in ready.others


def test_a_short_form_beside_the_long_one_says_no_more() -> None:
    tokens = prepare("Islamic Revolutionary Guard Corps (IRGC)", vocabulary()).tokens
    assert len(tokens) == len(set(tokens))


def test_initials_are_kept_and_digits_misread_for_letters_are_read() -> None:
    known = vocabulary()
    assert prepare("S. V. CHUBARYKIN", known).initials == "svC"
    assert prepare("5erge1 Ivan0v", known).tokens == prepare("Sergei Ivanov", known).tokens
    assert prepare("AnatolyAleksandrovich", known).tokens == prepare("Anatoly Aleksandrovich", known).tokens


def test_chinese_is_cut_into_known_words_and_the_rest_is_read() -> None:
    cut = [word for word, meaning in chinese_words(vocabulary(), "深圳阳光电子科技") if meaning is None]
    assert cut == ["阳光"]


@given(st.text(max_size=40))
def test_any_text_can_be_made_ready(text: str) -> None:
    for name in parse(text, frozenset()).names:
        ready = prepare(name, vocabulary())
        assert len(ready.tokens) == len(ready.kinds)
        assert all(token.isascii() for token in ready.tokens)


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=12), st.data())
def test_one_slip_is_one_character_more_less_or_changed(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word)))
    assert one_slip(word, word[:at] + "x" + word[at:])
    assert one_slip(word[:at] + "x" + word[at:], word)
    assert not one_slip(word, f"{word}xyz")


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=12))
def test_a_skeleton_holds_no_vowel(word: str) -> None:
    assert not set(skeleton(spelt(word))) & set("aeiou")
