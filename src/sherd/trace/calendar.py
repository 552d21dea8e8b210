"""Days on which answers are due, as a calendar file that any calendar takes (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from attrs import frozen


@frozen
class Reminder:
    """A day in a calendar; ``id`` keeps it the same entry when the file is read again."""

    id: str
    day: date
    title: str
    words: str = ""


def calendar(reminders: Iterable[Reminder], at: datetime) -> bytes:
    """The reminders as one iCalendar file, made at ``at``, each with an alarm a week before.

    Lines end in CRLF and are folded at 75 octets; commas, semicolons and line breaks are escaped.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sherd//trace requests//EN"]
    for reminder in reminders:
        lines += _event(reminder, at)
    lines.append("END:VCALENDAR")
    return b"".join(piece + b"\r\n" for line in lines for piece in _folded(line))


def _event(reminder: Reminder, at: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{_escaped(reminder.id)}@sherd",
        f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{reminder.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{reminder.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(reminder.title)}",
        f"DESCRIPTION:{_escaped(reminder.words)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P7D",
        f"DESCRIPTION:{_escaped(reminder.title)}",
        "END:VALARM",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return "".join(sign for sign in text if sign >= " ")


def _folded(line: str) -> Iterator[bytes]:
    """A line in pieces of at most 75 octets, no character cut in two; every later piece is indented."""
    piece = b""
    for sign in line:
        octets = sign.encode("utf-8", "replace")
        if len(piece) + len(octets) > 75:
            yield piece
            piece = b" "
        piece += octets
    yield piece
