"""What the lines of an article are: headline, caption, body, or what a web page leaves behind.

A headline is a first line without a full stop; where no line has one, a file of headlines, every line is. A
caption names its photographer or agency. *Share this* and *Exit mobile version* are nobody's statement, but a
short line that somebody is told in to have said something (*Kenya rejects report*) is read as a headline is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from sherd.claims.lexicon import states

Part = Literal["headline", "caption", "body", "furniture"]

LEAD_LINES = 5
"""Lines at the top among which a document says whose it is, and where it was filed."""

_CREDIT = re.compile(
    r"\s*(?:[.;]\s*|[-–—]\s*|\(|\[)?"
    r"\b(?:photo(?:graph)?(?: credit| by)?|credit|image(?: credit)?|picture|source)\s*:.*$"
    r"|\s*[(\[](?:AP|AFP|Reuters|Getty|EPA|File|Photo|Handout|Courtesy|Supplied|via)\b[^)\]]*[)\]]\s*$"
    r"|(?<=[.!”])\s+(?:AFP|AP|Reuters|EPA|Getty Images|Ukrinform|TASS|Anadolu)(?:/[\w .’'-]+)?\s*$"
    r"|\s*[|©].*$|\s*\bPhoto by .*$"
    r"|\s*(?:REUTERS|AP Photo|AFP|Getty Images)\s*/.*$"
    r"|\s*[(\[]?(?:AP Photo|Getty Images|Shutterstock)\b.*$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"photo(graph)?( credit| by)?:|credit:|image( credit)?:|shutterstock|getty images|ap photo|\bREUTERS/"
    r"|\((?:AP|AFP|Reuters|EPA|Handout|Courtesy|Supplied)[^)]*\)\s*$|file photo|^(?:image )?caption:"
    r"|[.!”]\s+(?:AFP|AP|Reuters|EPA|Getty Images|Ukrinform|TASS|Anadolu)(?:/[\w .’'-]+)?\s*$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^[^.()]{0,60}(?:\. \d{1,2} )?\([A-Z][^)]{1,40}\)\s*[-–—]+\s*"
    r"|^[A-Z]{2,6} [-–—] "
    r"|^[A-Z][A-Z'’. -]{2,40}(?:/[A-Z ]+)?,?(?: [A-Z][a-z]{2,8}\.? \d{1,2})?\.? "
    r"(?:\([^)]{2,40}\)|/[^/]{2,20}/\.?)?\s*[-–—]+ "
    r"|^[A-Z][A-Z'’ -]{2,40},? [A-Z][a-z]{2,8}\.? \d{1,2}\. /[^/]{2,20}/\.? "
    r"|^[A-Z][\w'’ -]{2,30}(?:, [A-Z][\w'’ -]{2,20})?, (?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2})"
    r"(?:,? \d{4})?\s*(?:[–—]|--?)\s+"
)
_END = re.compile(r"[.!?…؟][”\"’»)\]]*(?:\[\d{1,3}\])*$")


_ANNOUNCES = re.compile(r"\w (?:said|says|added|continued|commented|stated):$")
"""*Minister X Y said:*, before what they said on a line of its own."""


def part_of(line: str, number: int, first: bool) -> Part:
    """What one line is; ``first`` says that no line with words stands before it.

    >>> part_of("Russia begins in-house production", 0, True), part_of("Share this", 9, False)
    ('headline', 'furniture')
    """
    words = line.split()
    if len(words) < 60 and _is_caption(line):
        return "caption"
    scorned = line.endswith(("”", '"')) and not line.endswith((",”", ',"')) and not _STOP_INSIDE.search(line)
    if first and scorned and 3 <= len(words) <= 20 and not _END.search(line):
        return "headline"  # Kenya scorns “show”
    if _END.search(line) or (line.endswith((":", ",", ";", "”", '"')) and len(words) > 4):
        return "body"
    if line.endswith(":") and len(words) == 4:
        return "body"
    if _ANNOUNCES.search(line) or (line.endswith(";") and line[0].islower()):
        return "body"
    if first and 3 <= len(words) <= 30:
        return "headline"
    return "body" if len(words) > 14 else "furniture"


FEWEST = 3
"""Words of a headline."""

_WHOSE = re.compile(
    r"(?:by|from|source|author|text|photos?|updated|published|posted|summary|dispatch|analysis|opinion)\b",
    re.I,
)
"""With which a line begins that says whose a text is, or of when."""


def parts(lines: Sequence[str]) -> list[Part]:
    """What each line of a document is, the lines seen together.

    >>> parts(["Kenya denies sale", "Chad bought no drones", "Share this"])
    ['headline', 'headline', 'furniture']
    """
    found = [part_of(line, number, number == 0) for number, line in enumerate(lines)]
    if len(found) > 1 and found[0] == "headline" and found[1] != "caption" and _is_under(*lines[1:3]):
        found[1] = "headline"
    if "body" in found:
        return found
    return [
        "headline" if part == "furniture" and _heads(line) else part
        for part, line in zip(found, lines, strict=True)
    ]


def _is_under(line: str, following: str = "") -> bool:
    return is_deck(line, 1, following) and "|" not in line and not _WHOSE.match(line)


def _heads(line: str) -> bool:
    """Whether a short line can be a headline among others."""
    return len(line.split()) >= FEWEST and not _WHOSE.match(line)


def is_deck(line: str, place: int, following: str = "") -> bool:
    """Whether the line under a headline goes on with it: no full stop, or the text begins behind it.

    ``following`` is the next line: a byline, or the line with the dateline, with which the text begins.

    >>> is_deck("Army says it shot down most of them, warns more may come", 1), is_deck("It rained.", 1)
    (True, False)
    >>> is_deck("The army says that most of them were shot down.", 1, "By Ana Vale")
    True
    """
    if place != 1 or not 6 <= len(line.split()) <= 40:
        return False
    if _STOP_INSIDE.search(line) or line.endswith((":", ",", ";", ")")):
        return False
    begins = _BYLINE.match(following) is not None or dateline(following) > 0 or filed_from(following) != ""
    return begins or _END.search(line) is None


_BYLINE = re.compile(r"By [A-Z][^.,;:]{3,60}$")
_STOP_INSIDE = re.compile(r"[.!?] [A-Z]")

_ON_PICTURES = ("photo", "credit", "image", "shutterstock", "getty", "caption:", "reuters/")
"""Words in small letters of which every credit and caption has one, but for those that end in an agency."""

_AGENCIES = ("afp", "ap", "reuters", "epa", "getty images", "ukrinform", "tass", "anadolu")


def _is_caption(line: str) -> bool:
    """Whether the line credits a picture or says that it is a caption."""
    low = line.lower()
    credited = "/" in low or low.endswith(_AGENCIES) or low.endswith(")")
    return (credited or any(word in low for word in _ON_PICTURES)) and _CAPTION.search(line) is not None


_CAPTIONED = re.compile(
    r"\s*(?:image caption|photo caption|caption|photo|picture|image)\s*:\s*", re.IGNORECASE
)


def caption_start(line: str) -> int:
    """Where the words of a caption begin, behind *Image caption:*.

    >>> line = "PHOTO: A flat hit by a drone."
    >>> line[caption_start(line) :]
    'A flat hit by a drone.'
    """
    found = _CAPTIONED.match(line)
    return found.end() if found and len(line) - found.end() > 20 else 0


def caption_end(line: str) -> int:
    """Where the words of a caption end and the credit begins.

    >>> line = "A flat hit by a drone. Credit: Agency / Someone"
    >>> line[: caption_end(line)]
    'A flat hit by a drone'
    """
    found = _CREDIT.search(line)
    bare = line[: found.start()] if found else line
    return len(bare.rstrip(" .;-–—([")) or len(line)


_POINT = re.compile(r"(?:[•·▪‣◦●■*]|[–—-](?=\s)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s*")


def point(line: str) -> int:
    """Where the words of a point in a list begin; 0 where the line is none.

    >>> line = "• The engine is new."
    >>> line[point(line) :], point("The engine is new.")
    ('The engine is new.', 0)
    """
    found = _POINT.match(line)
    return found.end() if found else 0


_FILED = re.compile(
    r"^(?P<place>[A-Z][A-Za-z'’]+(?: [A-Z][A-Za-z'’]+)?)"
    r"(?:(?:,(?:[^.–—-]|\b[A-Z][a-z]{2,4}\.){0,30}| \([^)]{2,30}\))*\s+(?:[–—]|--?)\s|(?<=[A-Z]{3}): )"
)


def filed_from(line: str) -> str:
    """The place of a dateline; empty where the line opens with none.

    >>> filed_from("Bucharest, Oct 8, 2024 - Romania on Tuesday"), filed_from("OSLO, Dec. 5 -- Rain")
    ('Bucharest', 'OSLO')
    """
    found = _FILED.match(line)
    return found["place"] if found else ""


def dateline(line: str) -> int:
    """Where the words begin after *KYIV, Oct 19 (Agency) -*; 0 where there is no such opening.

    >>> line = "KYIV, Oct 19 (Northwind) - Iran said"
    >>> line[dateline(line):], dateline("KYIV: Iran said"), dateline("Lodz, 4 May 2025 – Iran said")
    ('Iran said', 6, 19)
    """
    found = _DATELINE.match(line)
    if found is None and (placed := _FILED.match(line)) and placed[0].endswith(": "):
        capital = states().get(placed["place"].lower())
        return placed.end() if capital and capital.name.lower() != placed["place"].lower() else 0
    return found.end() if found else 0
