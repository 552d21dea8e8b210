"""Whose voice a document speaks in: a ministry's statement, a company's release, a report.

*We* outside quotation marks is whoever issued the text. Where no line says whose text it is, nobody is made
up. The turns of a briefing or a broadcast are in :mod:`sherd.claims.turns`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

from sherd.claims import home, unstated
from sherd.claims.bodies import listed_office
from sherd.claims.grammar import finite_at
from sherd.claims.layout import LEAD_LINES
from sherd.claims.lexicon import vocabulary
from sherd.claims.offices import office_of
from sherd.claims.phrases import behalf
from sherd.claims.sentences import Word, words
from sherd.claims.sources import describe
from sherd.claims.speakers import Entity, Register

_ISSUED = re.compile(
    r"(?:answers?|statement|remarks|comments?|commentary|speech|reply|letter|note|message)\s+(?:of|by|from)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:the\s+)?(?:federal\s+)?(?:ministry|embassy|permanent mission|government|office|department)"
    r"(?=\s*(?:$|[,|:(–—-])|\s+(?:of|for|in|at|to|press|spokes\w+|statement|information)\b)",
    re.IGNORECASE,
)
"""A line that names a body at its head, and is no headline: *Ministry of P*, not *Ministry rejects P*."""

_HOUSE = re.compile(
    r"(?:[A-Z][\w’'&-]+ |of |for |and |the |on )*(?:Institute|Centre|Center|Monitoring|Research|Council|"
    r"Group|Project|Foundation|Observatory|Studies|Watch|Initiative|Panel|Network|Security|Policy|Analysis)"
    r"(?: (?:[A-Z][\w’'&-]+|of|for|and|the|on))*"
)
"""A line that is nothing but the name of an institute: whose report it is."""

_HEADED = re.compile(
    r"(?P<who>[^–—|]{3,80}?)\s+[–—|]\s+(?:press|news|media)?\s?(?:release|statement|declaration)\b",
    re.IGNORECASE,
)
"""*X – Press release – 14 October*."""

_FILED = re.compile(
    r"(?:summary(?: of findings)?|findings|field report|investigation|report|briefing|dispatch|press release"
    r"|statement)\s+[–—|]\s+(?P<who>[A-Z][^–—|\d]{2,60}?)\s+[–—|]\s+.*\d",
    re.IGNORECASE,
)
"""*Summary of findings | X | 14 October 2024*."""

_BYLINE = re.compile(r"by\s+[^,|\d]+,\s+(?=[A-Z])", re.IGNORECASE)


@frozen
class Voice:
    """Who speaks where nobody is named: ``narrates`` says that the bare sentences are theirs too."""

    entity: Entity | None
    narrates: bool = False
    asks: bool = False


def of_document(text: str, lines: Sequence[tuple[int, int, int]], register: Register) -> Voice:
    """The voice that the first lines announce; a person named there before the office."""
    office: Entity | None = None
    above = (0, 0)
    for number, (_, start, end) in enumerate(lines[:LEAD_LINES]):
        line = text[start:end]
        if line.rstrip().endswith((".", "?")):
            continue
        if issued := _ISSUED.match(line):
            stop = line.find(" to ", issued.end())
            if who := _named(text, start + issued.end(), start + stop if stop > 0 else end, register):
                return Voice(who, narrates=True)
        if (filed := _FILED.fullmatch(line)) and (
            who := _named(text, start + filed.start("who"), start + filed.end("who"), register)
        ):
            return Voice(who, narrates=who.speaker.kind == "organisation")
        headed = _HEADED.match(line)
        if headed and (who := _named(text, start, start + headed.end("who"), register)):
            return Voice(who, narrates=True)
        if office is not None and (part := _part_of(text, above, (start, end), register)) is not None:
            return Voice(part, narrates=True)
        first = start + (line.rfind(" | ") + 3 if " | " in line else 0)  # Republic of X | Ministry of P
        if _BODY.match(text, first, end) and office is None and not _is_of_state_alone(text[first:end]):
            office, above = _named(text, first, end, register), (start, end)
        byline = _BYLINE.match(line)
        if byline and (who := _named(text, start + byline.end(), end, register)):
            own = who.speaker.kind == "organisation"
            return Voice(who, narrates=True) if own else Voice(None)
        if number and _HOUSE.fullmatch(line) and (who := _named(text, start, end, register)):
            return Voice(who, narrates=who.speaker.kind == "organisation")
    return Voice(office, narrates=office is not None)


def _part_of(
    text: str, ministry: tuple[int, int], line: tuple[int, int], register: Register
) -> Entity | None:
    """The office that a line below its ministry names: *Main Directorate of Intelligence*."""
    part = tuple(words(text, *line))
    if not 1 < len(part) < 7:
        return None
    joints = [Word(each, *line) for each in ("of", "the")]
    known = office_of([*part, *joints, *words(text, *ministry)])
    return None if known is None else listed_office(known, part, register)


_KIND = re.compile(
    r"\b(?:press release|press statement|statement (?:by|of|on)|communiqu[eé]|comment by|joint statement|"
    r"assessment|situation report|sitrep|fact ?sheet|policy brief|research note|bulletin|briefing note|"
    r"report of the|panel of experts|summary of findings|executive summary|field report|case study|"
    r"technical report|investigation report|background note|findings of)\b",
    re.IGNORECASE,
)
"""Words in the first lines of what is no news article."""


FIRST = vocabulary("we our ours we've we're we'll we'd")
"""Words of those who speak for themselves."""

OWN_PLACES = 2
"""Paragraphs with such a word, outside quotation marks, from which a text speaks for somebody."""

_ABOUT = re.compile(r"(?:about|über)\s+(?P<who>[A-Z][^.!?:]{1,60})$", re.IGNORECASE)
"""*About X*, the heading over what a company says of itself at the end."""

_LED = re.compile(
    r"^(?:[A-Z][\w.’'-]+(?: |, )){2,6}?(?:is|are|was|leads|lead|heads|head|runs|works|directs|edits|covers)\b"
    r"[^.]{2,90}?\b(?:at|of|for|with)\s+(?:the\s+)?(?P<who>[A-Z][^.,;]{1,60})"
)
"""*X Y leads the desk at Z*, below a text that Z published."""

_PLACED = re.compile(r"^[A-Z]{3}[^.!?“\"]{0,80}?\s(?:[–—]|--?)\s+")
"""*MUNICH and AUSTIN, Texas, May 6, 2025 –*."""

SIGNED = 3
"""Lines at the end among which a text says who wrote it."""


def of_own_words(
    text: str,
    lines: Sequence[tuple[int, int, int]],
    words_of: Mapping[int, Sequence[Word]],
    register: Register,
) -> Voice | None:
    """Who says *we* in a text that no line at its head gives to anybody: a company's release, a group's page.

    Told by *About X* at the end, by the subject of the first sentence behind a dateline, or by the line below
    the text that says where its author works. A text that says *we* once, or has none of these, is nobody's.
    """
    own = [n for n, _, _ in lines if any(w.low in FIRST and not w.quoted for w in words_of.get(n, ()))]
    if len(own) < OWN_PLACES:
        return None
    for _, start, end in lines[len(lines) // 2 :]:
        about = _ABOUT.match(text, start, end)
        if about and (who := _body_named(text, about.start("who"), end, register)):
            return Voice(who, narrates=True)
    for _, start, end in lines[:LEAD_LINES]:
        placed = _PLACED.match(text[start:end])
        if placed and (who := _opening(text, start + placed.end(), end, register)):
            return Voice(who, narrates=True)
    for _, start, end in lines[-SIGNED:]:
        spoken = any(mark in text[start:end] for mark in '"“”«»')
        led = None if spoken else _LED.match(text[start:end])
        if led and (who := _body_named(text, start + led.start("who"), start + led.end("who"), register)):
            return Voice(who, narrates=True)
    return None


def of_report(text: str, lines: Sequence[tuple[int, int, int]], register: Register) -> Voice | None:
    """The group whose report it is: the subject of the first sentence, with its short form beside it."""
    body = next(((a, b) for _, a, b in lines[:LEAD_LINES] if text[a:b].endswith(".")), None)
    if body is None:
        return None
    short = re.match(r"(?:An?|The)?\s*(?P<who>[A-Z][^.(]{3,70}\([A-Z]{2,8}\))", text[slice(*body)])
    if short is None:
        return None
    start = body[0] + short.start("who")
    who = _body_named(text, start, body[0] + short.end("who"), register)
    return Voice(who, narrates=True) if who is not None and who.speaker.on_behalf_of is None else None


def _opening(text: str, start: int, end: int, register: Register) -> Entity | None:
    """The body that the sentence opens with, as far as its verb."""
    some = tuple(words(text, start, min(end, start + 200)))
    verb = next((at for at in range(1, len(some)) if finite_at(some, at)), 0)
    return _body_named(text, start, some[verb - 1].end, register) if verb else None


def _body_named(text: str, start: int, end: int, register: Register) -> Entity | None:
    """A body or company, and no person, that exactly these words name."""
    found = describe(tuple(words(text, start, end)), register)
    if found is None or found.speaker.kind != "organisation" or "(unnamed)" in found.speaker.name:
        return None
    register.note(found)
    return found


def is_issued(text: str, lines: Sequence[tuple[int, int, int]]) -> bool:
    """Whether the first lines call the document a press release, a statement or a report."""
    heads = [text[start:end] for _, start, end in lines[:LEAD_LINES]]
    return any(not line.rstrip().endswith((".", "?", "”")) and _KIND.search(line) for line in heads)


def _of_state(text: str, entity: Entity, register: Register) -> Entity:
    """*the Ministry of Foreign Affairs*, with its state where the head of the text or the text says it."""
    if "ministry" not in entity.speaker.name.lower() or _tells_state(entity):
        return entity
    if (state := home.of_head(text)) is not None:
        return unstated.of_state(entity, state, register, describe)
    if entity.speaker.on_behalf_of is not None:
        return entity
    at = text.find(f"{entity.speaker.name} of ")
    if at < 0:
        return _of_its_own(text, entity, register)
    line = text[at : at + len(entity.speaker.name) + 60].split("\n")[0]
    run = re.match(r"(?:[A-Z]\w+|of|and|the)(?: (?:[A-Z]\w+|of|and|the))*", line)
    found = describe(tuple(words(text, at, at + (run.end() if run else len(line)))), register)
    if found is not None and found.speaker.on_behalf_of:
        return found
    return _of_its_own(text, entity, register)


def _of_its_own(text: str, entity: Entity, register: Register) -> Entity:
    state = home.of_issuer(text)
    return entity if state is None else unstated.of_state(entity, state, register, describe)


def _tells_state(entity: Entity) -> bool:
    """Whether the words of the line say whose the body is."""
    where = entity.speaker.span
    return where is not None and behalf(tuple(words(where.text, 0, len(where.text)))) is not None


def _is_of_state_alone(line: str) -> bool:
    """*Government of the Republic of X*, over the line that names its ministry."""
    return line.lower().startswith("government of ")


def _named(text: str, start: int, end: int, register: Register) -> Entity | None:
    """The speaker whom the rest of a line names, remembered for *the ministry* later on."""
    found = describe(tuple(words(text, start, end)), register)
    if found is not None and found.speaker.kind in {"person", "organisation", "state"}:
        found = _of_state(text, found, register)
        register.note(found)
        return found
    return None
