"""The Japanese notice of entities in Russia to which exports are prohibited, as text taken from the published
PDF.

An entry is a number, its name in Japanese, its name in Latin letters over one or more lines, its aliases, and
its place (所在地). The notice gives the day of designation and of the last change for the
whole list, not for an entry.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sherd.model.dates import Interval
from sherd.model.listed import ListEdition, ListedName, ListEntry
from sherd.sources.lists.form import Asked, Form, day_in_name, key_of

LIST = "Japan METI export ban (Russia)"
_UPDATED = re.compile(r"最終更新日[：:]\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_ENTRY = re.compile(r"^\s*(\d{1,4})\s+(\S.*)$")
_PLACE = re.compile(r"^所在地[：:](.*)$")
_ALIASES = re.compile(
    r"(?i),?\s*(?:a\.?k\.?a\.?|also known as)[,:]?\s*(?:the following \w+ alias(?:es)?)?[:;]?\s*"
)


def _claims(text: str, name: str) -> bool:
    return "所在地" in text and "輸出" in text


def read(text: str, name: str, asked: Asked) -> ListEdition:
    """Read the text of the notice."""
    text = unicodedata.normalize("NFKC", text)
    updated = _UPDATED.search(text)
    published = Interval.parse("{}-{:0>2}-{:0>2}".format(*updated.groups())) if updated else None
    return ListEdition(
        list_=asked.list_ or LIST,
        form="jp-meti",
        entries=tuple(_entries(text, asked)),
        published=asked.published or published or day_in_name(name),
        publisher="Japan, Ministry of Economy, Trade and Industry",
    )


def _entries(text: str, asked: Asked) -> Iterator[ListEntry]:
    open_: list[str] = []
    expected, row = 1, 0
    lines = re.sub(r"(?<=[A-Za-z.])(\d{1,4}) (?=[^\x00-\x7f])", r"\n\1 ", text).splitlines()
    for number, line in enumerate(lines, 1):
        match = _ENTRY.match(line)
        if match and int(match[1]) == expected and not match[2].isascii():
            if open_:
                yield _entry(expected - 1, open_, row, asked)
            expected, open_, row = expected + 1, [match[2]], number
        elif open_:
            open_.append(line.strip())
    if open_:
        yield _entry(expected - 1, open_, row, asked)


def _entry(number: int, lines: list[str], row: int, asked: Asked) -> ListEntry:
    place = next((at for at, line in enumerate(lines) if _PLACE.match(line)), len(lines))
    latin = [line for line in lines[1:place] if line]
    aliases = [re.sub(r"[;,]?\s*(?:and)?\.?$", "", line[1:]).strip() for line in latin if line[:1] == "-"]
    body = " ".join(line for line in latin if line[:1] != "-")
    name, *inline = [part.strip(" ,;") for part in _ALIASES.split(body)]
    names = [ListedName(name or lines[0], "name"), ListedName(lines[0].strip())]
    names += [ListedName(alias) for alias in (*inline, *aliases) if alias]
    address = " ".join(lines[place:])
    said = _PLACE.match(lines[place]) if place < len(lines) else None
    return ListEntry(
        list_=asked.list_ or LIST,
        entry_id=str(number),
        key=key_of(name or lines[0]),
        names=tuple(dict.fromkeys(names)),
        party="organisation",
        programme="export ban",
        countries=("Russia",),
        addresses=tuple(filter(None, [address.split("：", 1)[-1].split(":", 1)[-1].strip()])) if said else (),
        row=row,
    )


FORMS = (Form("jp-meti", "1", "the text of METI's notice of Russian entities", _claims, read),)
