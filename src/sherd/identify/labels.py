"""Read the two-dimensional code of a bag or reel: who packed which part, from which lot, made when and
where.

The electronics trade packs such labels by EIGP 114, which puts fields with data identifiers (ANSI MH10.8.2)
into the message format of ISO 15434: ``[)>`` RS ``06`` GS field GS field … RS EOT. The separators are
control characters, which scanners, phones and people write in many ways (``<GS>``, ``{GS}``, ``␝``, ``]``,
``^]``, ``\\x1d``, ``%1D``, or leave out). What can be read is kept; what cannot is said.

To add a data identifier: a row in the table ``label_identifiers``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from sherd import data
from sherd.identify.datecode import readings
from sherd.model.datecodes import DateReading
from sherd.model.label_codes import LabelField, LabelReading
from sherd.model.problems import Problem

GS, RS, EOT = "\x1d", "\x1e", "\x04"


def is_label(text: str) -> bool:
    """Whether a text is the code of such a label: it begins with ``[)>``, as every ISO 15434 message does.

    >>> is_label("[)>{RS}06{GS}1PLM358DR"), is_label("LM358DR")
    (True, False)
    """
    return _START.match(text) is not None


def read_label(text: str, not_after: date) -> LabelReading:
    """A label's text by fields; ``not_after`` is the day on which it was found.

    >>> label = read_label("[)><RS>06<GS>1PLM358DR<GS>Q540<GS>9D2143<GS>4LTW<RS><EOT>", date(2023, 1, 1))
    >>> label.part, label.quantity, label.origin, label.dates[0].interval.words
    ('LM358DR', 540, 'TW', '2021-10-25 to 2021-10-31')
    """
    problems: list[Problem] = []
    fields = tuple(_fields(text, problems))
    values = {each.name: each.value for each in reversed(fields)}
    date_code = values.get("date code")
    dates = _dates(fields, values.get("maker"), not_after, problems)
    return LabelReading(
        raw=text,
        fields=fields,
        part=values.get("part"),
        customer_part=values.get("customer part"),
        maker=values.get("maker"),
        date_code=date_code or values.get("production date"),
        dates=dates,
        lot=values.get("lot"),
        origin=_origin(values.get("origin"), problems),
        quantity=_quantity(values.get("quantity"), problems),
        serial=values.get("serial"),
        problems=tuple(problems),
    )


def _fields(text: str, problems: list[Problem]) -> Iterator[LabelField]:
    """Every field that stands between separators; the rest becomes problems."""
    if not is_label(text):
        problems.append(_problem("label_format", text[:20], "a label begins with [)> and the format 06"))
    plain = _plain(text)
    body = plain.split(RS, 1)[1] if RS in plain else _START.sub("", plain)
    shape, _, rest = body.partition(GS)
    if shape.strip() != "06":
        problems.append(
            _problem(
                "label_format",
                shape[:20],
                "format 06 of ISO 15434 was expected",
            )
        )
        rest = body if shape.strip() not in _OTHER_FORMATS else ""
    for piece in re.split(rf"[{GS}{RS}{EOT}]", rest):
        if piece.strip():
            yield from _field(piece.strip(), problems)


def _field(piece: str, problems: list[Problem]) -> Iterator[LabelField]:
    match = _FIELD.fullmatch(piece)
    if match is None:
        problems.append(_problem("label_field", piece, "a field begins with a data identifier such as 1P"))
        return
    identifier, value = match["identifier"].upper(), match["value"].strip()
    if identifier not in _names():
        problems.append(_problem("label_identifier", piece, "look the data identifier up in ANSI MH10.8.2"))
    if not value:
        problems.append(_problem("label_field", piece, "the field is empty on the label"))
        return
    yield LabelField(identifier=identifier, name=_names().get(identifier, "not on record"), value=value)


def _dates(
    fields: tuple[LabelField, ...], maker: str | None, not_after: date, problems: list[Problem]
) -> tuple[DateReading, ...]:
    """The readings of the first field with a date of making; these are year and week, or a whole day."""
    for each in fields:
        if each.name in {"date code", "production date"}:
            code = re.sub(r"[^0-9A-Za-z/-]", "", each.value)
            found = readings(code, not_after) or readings(code, not_after, maker)
            if not found:
                problems.append(
                    _problem(
                        "label_field", each.value, "no convention reads this as a date before it was found"
                    )
                )
            return found
    return ()


def _quantity(value: str | None, problems: list[Problem]) -> int | None:
    if value is None:
        return None
    match = re.fullmatch(r"0*(\d+)(?:\.0+)?(?:\s*(?:EA|PCS?|ST))?", value.replace(",", ""), re.IGNORECASE)
    if match is None:
        problems.append(_problem("label_field", value, "a quantity is a whole number"))
        return None
    return int(match[1])


def _origin(value: str | None, problems: list[Problem]) -> str | None:
    if value is not None and not re.fullmatch(r"[A-Za-z]{2,3}", value):
        problems.append(_problem("label_field", value, "a country is given by its ISO 3166 letters"))
        return None
    return value.upper() if value else None


def _plain(text: str) -> str:
    """The text with its separators as the control characters that they stand for."""
    for sign, written in _WRITTEN:
        text = written.sub(sign, text)
    if GS not in text:
        text = re.sub(r"\]|\|", GS, _START.sub(f"[)>{RS}", text, count=1))
    return text


def _problem(code: str, read: str, do: str) -> Problem:
    return Problem(code=code, read=read, do=do)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {row["identifier"]: row["name"] for row in data.rows("label_identifiers")}


def _spellings(name: str, code: str, symbol: str, caret: str) -> re.Pattern[str]:
    return re.compile(
        rf"<{name}>|\{{{name}\}}|\[{name}\]|\({name}\)|{symbol}|\\x{code}|\\u00{code}|%{code}|<0x{code}>|{caret}",
        re.IGNORECASE,
    )


_START = re.compile(r"\s*>?\[\)>[\s\x1e^]*")
_WRITTEN = (
    (GS, _spellings("GS", "1d", "␝", r"\^\]")),
    (RS, _spellings("RS", "1e", "␞", r"\^\^|\^(?=06)")),
    (EOT, _spellings("EOT", "04", "␄", r"\^D(?=\s*$)")),
)
_FIELD = re.compile(r"(?P<identifier>\d{0,3}[A-Za-z])(?P<value>.*)", re.DOTALL)
_OTHER_FORMATS = frozenset(f"{n:02d}" for n in range(1, 13))
