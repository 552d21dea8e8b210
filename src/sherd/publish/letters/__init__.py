"""Letters that ask and letters that let a party answer, in the languages of those who are asked.

A letter holds nothing but what its addressee may see: the part or the weapon, the questions, why they are
asked, and a sheet to answer on. Every language says the same things in the same order.

To add a language: a module beside this one with ``PHRASES``, a line in ``LANGUAGES``.
"""

from __future__ import annotations

from collections.abc import Mapping

from sherd.model.document import (
    Block,
    Callout,
    Column,
    Document,
    ListBlock,
    PageBreak,
    Paragraph,
    Section,
    Table,
)
from sherd.model.requests import CODINGS, Enquiry, Said
from sherd.publish.letters import en, fr, ru, uk, zh
from sherd.publish.letters.dates import in_words
from sherd.publish.letters.phrases import STATEMENTS, Phrases

LANGUAGES: Mapping[str, Phrases] = {
    "en": en.PHRASES,
    "fr": fr.PHRASES,
    "ru": ru.PHRASES,
    "uk": uk.PHRASES,
    "zh": zh.PHRASES,
}


def letter(enquiry: Enquiry, language: str) -> Document:
    """The letter in one language. Raises ``ValueError`` for a language that no module speaks.

    The same enquiry gives the same letter.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no letters are written in {language!r}, only in {', '.join(LANGUAGES)}")
    say = LANGUAGES[language]
    due = in_words(enquiry.due.isoformat(), language) if enquiry.due else say.no_date
    return Document(
        say.subjects[enquiry.kind],
        say.to.format(enquiry.addressee),
        "",
        [_about(enquiry, say), _asked(enquiry, say), _sheet(enquiry, say)],
        language=language,
        case=enquiry.reference,
        contents=False,
        identifiers=(
            (say.reference, enquiry.reference),
            (say.date, in_words(enquiry.written.isoformat(), language)),
            (say.sender, enquiry.sender),
            (say.contact, enquiry.contact),
            (say.due, due),
        ),
    )


def sentence(said: Said, say: Phrases) -> str:
    """What is said of a party, as a sentence of one language; texts of the record stay as they are."""
    filled = dict.fromkeys(STATEMENTS[said.kind], "") | dict(said.values)
    for name in CODED & filled.keys():
        filled[name] = say.words.get(filled[name].strip().casefold(), filled[name])
    for name, word in (("sender", "unnamed"), ("recipient", "unnamed"), ("part", "goods")):
        if name in filled:
            filled[name] = filled[name] or say.words[word]
    if filled.get("share"):
        filled["share"] = filled["share"].replace(" %", say.percent)
    if filled.get("days"):
        filled["days"] = in_words(filled["days"], say.language)
    for name in ("days", "share"):
        if filled.get(name):
            filled[name] = say.aside.format(filled[name])
    return say.statements[said.kind].format(**filled)


CODED = {"proof", "relation", "polarity", "role", "question", "decision"}
"""What fills a sentence with a word of the record that every language has its own for."""


def _about(enquiry: Enquiry, say: Phrases) -> Section:
    blocks: list[Block] = [Paragraph(say.greeting), Paragraph(say.openings[enquiry.kind])]
    if enquiry.facts:
        dated = {key: in_words(value, say.language) for key, value in enquiry.facts if key in DATED}
        rows = [[say.facts[key], dated.get(key, value)] for key, value in enquiry.facts]
        columns = [Column(say.what, width=30), Column(say.value, width=70)]
        blocks.append(Table(say.facts_title, columns, rows, header_column=True))
    if enquiry.statements:
        blocks.append(ListBlock([sentence(each, say) for each in enquiry.statements]))
    if enquiry.why:
        blocks.append(Paragraph(f"{say.why} {enquiry.why}"))
    return Section("about", say.about, blocks)


def _asked(enquiry: Enquiry, say: Phrases) -> Section:
    blocks: list[Block] = [
        ListBlock(list(say.questions[enquiry.kind]), numbered=True),
        Paragraph(say.voluntary[enquiry.kind]),
        Callout("fairness", say.fairness_title, say.fairness),
        Paragraph(f"{say.closing}\n{enquiry.sender}"),
        PageBreak(),
    ]
    return Section("asked", say.asked, blocks)


def _sheet(enquiry: Enquiry, say: Phrases) -> Section:
    codings = () if enquiry.kind == "reply" else CODINGS
    lines = [[f"☐ {say.codings[coding]}", "\n"] for coding in codings]
    room = ROOM - 2 * len(lines)
    lines += [[say.your_words, "\n" * room], [say.signed, "\n" * 3]]
    columns = [Column(say.answer, width=42), Column(say.entry, width=58)]
    return Section("sheet", say.sheet, [Table(f"{say.sheet} · {enquiry.reference}", columns, lines)])


ROOM = 34
"""Lines that an answer sheet leaves for an answer."""

DATED = {"made"}
"""Facts that are dates."""
