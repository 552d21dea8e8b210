"""Ukrainian, Russian and Persian: quotations, denials, *that* and *according to*, by tables."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.texts import article_of

from sherd import data
from sherd.claims.languages import languages, read, reader, tables
from sherd.claims.languages.days import iranian
from sherd.claims.languages.tables import folded, grammars, lexicon
from sherd.model.statements import Statement


def said(language: str, text: str) -> list[tuple[str, str, str, str]]:
    article = article_of(text, language=language)
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


def whole(language: str, text: str) -> tuple[Statement, ...]:
    article = article_of(text, language=language, published=date(2024, 11, 21))
    found = read(article, language)
    assert [each.misquoted(text) for each in found] == [()] * len(found)
    return found


@pytest.mark.parametrize(
    ("language", "text", "action", "actor", "recipient"),
    [
        ("uk", "Тегеран визнав, що надав Росії невелику кількість дронів.", "SUPPLY", "Iran", "Russia"),
        ("uk", "Київ звинуватив Тегеран у постачанні безпілотників Росії.", "SUPPLY", "Iran", "Russia"),
        ("uk", "Вашингтон повідомив, що росіяни застосували ракети.", "USE", "Russia", None),
        ("uk", "Париж закликав Пхеньян зупинити постачання снарядів до Росії.",
         "STOP_SUPPLY", "North Korea", "Russia"),
        ("uk", "Мінськ заперечує виробництво дронів.", "PRODUCE", "Belarus", None),
        ("uk", "За даними розвідки Данії, Росія планує виробляти ракети.", "INTEND_PRODUCE", "Russia", None),
        ("ru", "Лондон заявил, что Иран передал ракеты российской стороне.", "SUPPLY", "Iran", "Russia"),
        ("ru", "В Кремле отвергли применение иранских ракет.", "USE", "Russia", None),
        ("ru", "Ида Рот сообщила, что двигатели доставлены в Россию.", "TRANSPORT", None, "Russia"),
        ("ru", "Варшава сообщила, что Минск больше не поставляет станки России.",
         "STOP_SUPPLY", "Belarus", "Russia"),
        ("fa", "تهران اعلام کرد که به روسیه پهپاد نفروخته است.", "SUPPLY", "Iran", "Russia"),
        ("fa", "کی‌یف مسکو را به استفاده از موشک‌های ایرانی متهم کرد.", "USE", "Russia", None),
        ("fa", "لندن از تهران خواست ارسال پهپاد به روسیه را متوقف کند.", "STOP_SUPPLY", "Iran", "Russia"),
    ],
)  # fmt: skip
def test_the_action_and_its_parties_are_read_by_case_and_place(
    language: str, text: str, action: str, actor: str | None, recipient: str | None
) -> None:
    (one,) = whole(language, text)
    prop = one.prop
    parties = (prop.actor.name if prop.actor else None, prop.recipient.name if prop.recipient else None)
    assert (prop.action, *parties) == (action, actor, recipient)


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("ru", "По словам Марии Захаровской, груз прибыл.", "Мария Захаровская", "person"),
        ("ru", "По мнению Петра Синицына, завод закрыт.", "Петр Синицын", "person"),
        ("uk", "За словами Оксани Литовської, вантаж прибув.", "Оксана Литовська", "person"),
        ("uk", "На думку Петра Гончаренка, завод закрито.", "Петро Гончаренко", "person"),
        ("uk", "У Кремлі заявили, що цього не було.", "Russia", "state"),
        ("uk", "Двоє європейських дипломатів повідомили, що вантаж прибув.", "European diplomats (unnamed)",
         "anonymous_official"),
        ("ru", "Источник в британской разведке сообщил, что груз прибыл.", "British source (unnamed)",
         "anonymous_official"),
        ("ru", "В «Нордсол» журналистам заявили, что договора не было.", "Нордсол", "organisation"),
        ("fa", "یک دیپلمات ارشد اروپایی گفت که محموله رسیده است.", "Senior European diplomat (unnamed)",
         "anonymous_official"),
        ("fa", "آرش سهرابی، سخنگوی وزارت دفاع ایران، گفت که محموله رسیده است.", "آرش سهرابی", "person"),
        ("fa", "سفیر روسیه در تهران گفت که محموله رسیده است.",
         "Russian ambassador (unnamed)", "anonymous_official"),
    ],
)  # fmt: skip
def test_a_speaker_goes_by_one_name_whatever_its_case(language: str, text: str, name: str, kind: str) -> None:
    assert {(one.source.name, one.source.kind) for one in whole(language, text)} == {(name, kind)}


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("uk", "Речник Ірану назвав повідомлення про продаж ракет вигадкою.", "продаж ракет"),
        ("ru", "Посол Ирана назвал утверждения о продаже ракет «беспочвенными».", "продаже ракет"),
        ("ru", "Сообщения о передаче ракет не соответствуют действительности, заявил посол Ирана.",
         "передаче ракет"),
        ("fa", "سخنگوی دولت ایران ادعای فروش موشک به روسیه را «بی‌اساس» خواند.", "فروش موشک به روسیه"),
    ],
)  # fmt: skip
def test_what_is_called_untrue_is_denied_without_reports_of(language: str, text: str, content: str) -> None:
    assert [(one.polarity, one.content.text) for one in whole(language, text)] == [("deny", content)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Посольство Китаю на запит редакції не відповіло."),
        ("ru", "Представитель завода «Нордсол» отказался комментировать публикацию."),
        ("fa", "سخنگوی دولت ایران از اظهار نظر خودداری کرد."),
    ],
)
def test_silence_is_recorded_as_silence_and_denies_nothing(language: str, text: str) -> None:
    assert [(one.prop.action, one.polarity) for one in whole(language, text)] == [("NO_COMMENT", "assert")]


@pytest.mark.parametrize(
    ("language", "text", "polarity"),
    [
        ("uk", "Посол Данії сказав, що Іран не лише продав, а й доставив дрони.", "assert"),
        ("uk", "Посол Данії сказав: «Ми не знаємо, хто продав дрони».", "assert"),
        ("ru", "Посол Дании сказал, что Иран не менее двух раз передавал дроны.", "assert"),
        ("ru", "Посол Дании сказал, что Иран дронов не передавал.", "deny"),
        ("fa", "سفیر دانمارک گفت که ایران پهپاد نفروخته است.", "deny"),
        ("uk", "Посол Данії наголосив, що Іран мусить зупинити постачання.", "urge"),
    ],
)
def test_only_a_negated_verb_denies_and_what_must_be_is_urged(
    language: str, text: str, polarity: str
) -> None:
    assert {one.polarity for one in whole(language, text)} == {polarity}


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("uk", "Посол Данії сказав, що ракети прибули 4 листопада.", "2024-11-04/2024-11-04"),
        ("uk", "Посол Данії сказав, що чипи виготовили у березні 2022 року.", "2022-03-01/2022-03-31"),
        ("ru", "Посол Дании сказал, что в прошлом году Иран передал ракеты.", "2023-01-01/2023-12-31"),
        ("fa", "سفیر دانمارک گفت که ایران در ۲۵ مرداد ۱۴۰۲ پهپاد فروخته است.", "2023-08-16/2023-08-16"),
        ("fa", "سفیر دانمارک گفت که ایران در ماه سپتامبر پهپاد فروخته است.", "2024-09-01/2024-09-30"),
    ],
)
def test_days_are_read_in_the_words_of_each_language(language: str, text: str, days: str) -> None:
    (one,) = whole(language, text)
    assert one.event_time is not None
    assert str(one.event_time.value) == days


@pytest.mark.parametrize(
    ("iranian_day", "ours"),
    [((1399, 12, 30), "2021-03-20"), ((1403, 1, 1), "2024-03-20"), ((1404, 1, 1), "2025-03-21"),
     ((1357, 11, 22), "1979-02-11"), ((1400, 1, 1), "2021-03-21")],
)  # fmt: skip
def test_the_iranian_calendar_meets_known_days(iranian_day: tuple[int, int, int], ours: str) -> None:
    assert iranian(*iranian_day).isoformat() == ours


def test_an_outlet_that_passes_words_on_is_their_relay() -> None:
    (one,) = whole("uk", "Як передає «Північ», речниця МЗС Ірану Лейла Хорас заявила, що ракет не продавали.")
    assert (one.source.name, [relay.name for relay in one.chain]) == ("Лейла Хорас", ["Північ"])


def test_this_was_said_by_gives_the_sentence_before_to_its_speaker() -> None:
    text = "Завод закупил в Китае двигатели. Об этом сообщил посол Дании Ларс Гансен."
    assert [(one.source.name, one.content.text) for one in whole("ru", text)] == [
        ("Ларс Гансен", "Завод закупил в Китае двигатели")
    ]


PERSIAN = "آرش سهرابی، سخنگوی وزارت دفاع ایران، گفت: «ما به هیچ کشوری موشک نداده‌ایم». می‌گویند این دروغ است."


@pytest.mark.parametrize(
    ("old", "new"),
    [("ی", "ي"), ("ک", "ك"), ("‌", " "), ("گفت", "گـفـت"), ("«", "“"), ("ای", "ا\u06cc\u064e")],
)
def test_every_spelling_of_a_persian_letter_is_the_same_letter(old: str, new: str) -> None:
    text = PERSIAN.replace(old, new)
    assert ("deny", "direct_quote") in [(one.polarity, one.mode) for one in whole("fa", text)]


SHREDS = {
    "uk": "Іран заявив , що не постачав дрони Росії . «Ми» "
    "— сказав речник МЗС за словами : назвав вигадкою який і",
    "ru": "Иран опроверг , что поставлял дроны России . «Мы» "
    "— сказал посол по словам : назвал ложью который и",
    "fa": "ایران گفت که ، پهپاد به روسیه را رد کرد . "
    "«ما» سخنگوی وزارت خارجه به گفته : خواند این و ۱۴۰۲ مرداد",
}


@given(st.sampled_from(sorted(SHREDS)), st.data())
@settings(max_examples=150)
def test_shreds_of_any_language_are_read_verbatim_and_never_fail(language: str, drawn: st.DataObject) -> None:
    some = [*SHREDS[language].split(), "\n\n", "“", "»", "\u0301", "\u200c", "5", "травня"]
    text = " ".join(drawn.draw(st.lists(st.sampled_from(some), max_size=50)))
    for one in whole(language, text):
        assert text[one.content.start : one.content.end].strip() == one.content.text


@given(st.sampled_from(sorted(SHREDS)), st.text(max_size=120))
def test_any_text_at_all_is_read_without_failing(language: str, text: str) -> None:
    for one in whole(language, text):
        assert text[one.content.start : one.content.end].strip() == one.content.text


POLISH = {
    "languages": "language,verb,capitals,home|pl,middle,yes,Poland",
    "declensions": "language,class,nominative,genitive,dative,accusative,instrumental,locative"
    "|pl,m,0,u,owi;u,0,em,ie|pl,ja,ja,ji,ji,ję,ją,ji",
    "states_pl": "name,word,declension,adjective,adjective_declension|Iran,Iran,m,,|"
    "Russia,Rosja,ja,,|Russia,Kremla,-,,",
    "cues_pl": "word,kind,act|powiedział*,say,assert|zaprzecz*,deny,deny|wezwał*,urge,urge|nazwał*,call,|"
    "kłamstw*,false,|doniesieni* o,report,|odmówił* komentarza,silent,",
    "words_pl": "word,kind,meaning,note|nie,not,,|że,that,,|o,about,,|"
    "o,off,,|do,to,,|do,off,,|rzeczni*,role,spokesman,|"
    "ambasador*,role,ambassador,|MSZ,office,,|-ał,verbend,,|"
    "-ył,verbend,,|-za,verbend,,|-śmy,verbend,,|-ać,infinitive,,",
    "actions_pl": "word,kind,action|dostarcz*,verb,SUPPLY|"
    "przekaza*,verb,SUPPLY|dostaw*,noun,SUPPLY|wstrzym*,stop,",
    "things_pl": "word,class,type|rakiet*,missile,|dron*,drone,",
    "dates_pl": "word,kind,value|marca,month,3",
}


def rows_of_polish(name: str) -> list[dict[str, str]]:
    head, *lines = [line.split(",") for line in POLISH[name].split("|")]
    return [dict(zip(head, line, strict=True)) for line in lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Nie dostarczaliśmy rakiet Rosji”, powiedział rzecznik MSZ Iranu Dariusz Karimi.",
         ("Dariusz Karimi", "deny", "SUPPLY", "Nie dostarczaliśmy rakiet Rosji")),
        ("Iran zaprzeczył, że przekazał drony Rosji.", ("Iran", "deny", "SUPPLY", "przekazał drony Rosji")),
        ("Rzecznik Kremla Oleg Sanin nazwał doniesienia o dostawach rakiet kłamstwem.",
         ("Oleg Sanin", "deny", "SUPPLY", "dostawach rakiet")),
        ("Ambasador Iranu odmówił komentarza.",
         ("article", "assert", "NO_COMMENT", "Ambasador Iranu odmówił komentarza")),
    ],
)  # fmt: skip
def test_a_language_is_added_by_rows_alone(
    text: str, expected: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "rows", rows_of_polish)
    for made in (tables.grammars, tables.lexicon, tables.declensions):
        made.cache_clear()
    try:
        (one,) = whole("pl", text)
    finally:
        monkeypatch.undo()
        for made in (tables.grammars, tables.lexicon, tables.declensions):
            made.cache_clear()
    assert (one.source.name, one.polarity, one.prop.action, one.content.text) == expected


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("uk", "Неправда, що Іран постачав дрони, заявив посол Ірану.", "Іран постачав дрони"),
        ("ru", "Посол Ирана заявил, что поставки ракет — вымысел.", "поставки ракет"),
        ("fa", "سفیر ایران گفت اینکه ایران موشک فروخته دروغ است.", "اینکه ایران موشک فروخته"),
    ],
)
def test_what_is_said_to_be_a_lie_is_denied_and_never_asserted(
    language: str, text: str, content: str
) -> None:
    assert [(one.polarity, one.content.text) for one in whole(language, text)] == [("deny", content)]


def test_a_denial_of_a_denial_holds_what_it_is_of() -> None:
    (one,) = whole("uk", "Посол Данії заперечив, що Іран не постачав дрони.")
    assert (one.flags, one.holds) == (("of_denial",), True)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Тегеран «никогда не поставлял» дроны России, заявил посол Ирана Амир Раван.",
         "Тегеран «никогда не поставлял» дроны России"),
        ("«Мы никогда не поставляли дроны России», — заявил посол Ирана Амир Раван.",
         "Мы никогда не поставляли дроны России"),
    ],
)  # fmt: skip
def test_borrowed_words_stay_in_their_clause(text: str, content: str) -> None:
    assert [(one.polarity, one.content.text) for one in whole("ru", text)] == [("deny", content)]


def test_a_future_is_no_building() -> None:
    (one,) = whole("uk", "Посол Данії заявив, що США не будуть постачати такі ракети.")
    assert (one.polarity, one.prop.action) == ("deny", "SUPPLY")


@pytest.mark.parametrize(
    "text", ["²", "0 ² 0", "Посол заявив, що у ⁵ було тихо.", "ایران گفت که ۳۱ بهمن ۱۴۰۲ بود."]
)
@pytest.mark.parametrize("language", sorted(SHREDS))
def test_what_only_looks_like_a_date_is_none(language: str, text: str) -> None:
    assert [one.event_time for one in whole(language, text) if one.event_time and one.event_time.value] == []


@pytest.mark.parametrize(
    ("language", "text", "polarity"),
    [
        ("ru", "Министр Анна Вейл уточнила, что прямых контрактов с Чадом у Сербии нет.", "deny"),
        ("ru", "Министр Анна Вейл сказала, что часть того, что там написано, — неправда.", "deny"),
        ("ru", "Министр Анна Вейл сказала, что нет сомнений в том, что Кения продала дроны.", "assert"),
        ("uk", "Міністерка Анна Вейл уточнила, що прямих контрактів із Чадом у Сербії немає.", "deny"),
        ("uk", "Компанія «Новотех» повідомила, що не веде справ із військовими Чаду.", "deny"),
        ("uk", "Міністерка Анна Вейл сказала, що немає сумнівів, що Кенія продала дрони.", "assert"),
    ],
)
def test_that_there_is_no_such_thing_is_a_denial(language: str, text: str, polarity: str) -> None:
    article = article_of(text, language=language)
    assert {each.polarity for each in read(article, language)} == {polarity}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Анна Вале выступила с опровержением того, что Сербия продала дроны Чаду."),
        ("ru", "Анна Вале заявила, что Сербия отказалась продавать дроны Чаду."),
        ("ru", "Анна Вале заявила, что Сербия отказалась от продажи дронов Чаду."),
        ("ru", "«Чушь, что Сербия продала дроны Чаду», — заявила Анна Вале."),
        ("ru", "«Это ложь, что Сербия продала дроны Чаду», — заявила Анна Вале."),
        ("ru", "Анна Вале считает маловероятным, что Сербия продала дроны Чаду."),
        ("ru", "Анна Вале считает, что Сербия вряд ли продала дроны Чаду."),
        ("ru", "Нет доказательств того, что Сербия продала дроны Чаду, заявила Анна Вале."),
        ("ru", "Анна Вале усомнилась в том, что Сербия продала дроны Чаду."),
        ("uk", "Анна Вале заявила, що неправда, нібито Сербія продала дрони Чаду."),
        ("uk", "Анна Вале заявила, що Сербія відмовилася продавати дрони Чаду."),
        ("uk", "«Це брехня, що Сербія продала дрони Чаду», — заявила Анна Вале."),
        ("uk", "Анна Вале вважає малоймовірним, що Сербія продала дрони Чаду."),
        ("uk", "Немає доказів того, що Сербія продала дрони Чаду, заявила Анна Вале."),
        ("uk", "Анна Вале засумнівалася, що Сербія продала дрони Чаду."),
        ("fa", "سخنگوی وزارت خارجه گفت بعید است که صربستان به چاد پهپاد فروخته باشد."),
        ("fa", "سخنگوی وزارت خارجه گفت صربستان از فروش پهپاد به چاد خودداری کرد."),
    ],
)
def test_what_is_held_unlikely_refused_or_a_lie_is_denied(language: str, text: str) -> None:
    assert {polarity for _, polarity, _, _ in said(language, text)} == {"deny"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Анна Вале считает вероятным, что Сербия продала дроны Чаду."),
        ("ru", "Анна Вале заявила, что Сербия отказалась осудить продажу дронов Чаду."),
        ("uk", "Анна Вале вважає ймовірним, що Сербія продала дрони Чаду."),
        ("fa", "سخنگوی وزارت خارجه گفت بعید نیست که صربستان به چاد پهپاد فروخته باشد."),
    ],
)
def test_what_only_resembles_such_a_denial_is_asserted(language: str, text: str) -> None:
    assert {polarity for _, polarity, _, _ in said(language, text)} <= {"assert"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Эксперт Тарас Вишня сказал, что серийный номер двигателя спилен."),
        ("uk", "Експерт Тарас Вишня сказав, що плату ракети зроблено з алюмінію."),
        ("fa", "رضا کریمی، کارشناس، گفت موتور پهپاد آتش گرفت."),
    ],
)
def test_a_thing_is_nobody_that_acts(language: str, text: str) -> None:
    (one,) = read(article_of(text, language=language), language)
    assert one.prop.actor is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Київ відкинув заперечення Тегерана, що той продав дрони Росії."),
        ("ru", "Киев отверг опровержение Тегерана, что тот продал дроны России."),
        ("uk", "Директор Ян Дорн спростував, що завод не перевіряв покупців."),
    ],
)
def test_who_denies_a_denial_holds_what_was_denied_true(language: str, text: str) -> None:
    (one,) = read(article_of(text, language=language), language)
    assert (one.polarity, one.flags, one.holds) == ("deny", ("of_denial",), True)


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("ru", "МОСКВА, 2 ноября 2022 — Иран не поставлял дроны России, заявил Насер Канани.",
         "Иран не поставлял дроны России"),
        ("ru", "Нижний Новгород, 2 нояб. — Иран не поставлял дроны России, заявил Насер Канани.",
         "Иран не поставлял дроны России"),
        ("uk", "КИЇВ, 2 листопада 2022 р. – Іран не постачав дрони Росії, заявив речник МЗС Насер Канані.",
         "Іран не постачав дрони Росії"),
    ],
)  # fmt: skip
def test_a_dateline_with_its_day_neither_acts_nor_dates_the_deed(
    language: str, text: str, content: str
) -> None:
    [one] = read(article_of(text, language=language), language)
    assert one.content.text == content
    assert (one.polarity, one.prop.actor and one.prop.actor.name) == ("deny", "Iran")
    assert one.event_time is None
