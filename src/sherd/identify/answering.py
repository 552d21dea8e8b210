"""From questions to answers: labels told from markings, parts sought for all at once, then what each says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from sherd.identify.answers import Lines, lines
from sherd.identify.asked import Asked
from sherd.identify.labelled import of_label, sought
from sherd.identify.labels import is_label, read_label
from sherd.identify.lookup import Answer
from sherd.identify.whole import dates_of, last_day, whole
from sherd.model.identified import Identified
from sherd.model.label_codes import LabelReading
from sherd.model.parts import Identification, ShortAnswer

Search = Callable[[Sequence[Asked]], Iterable[Answer]]
"""What the catalogues hold for each of many markings, in order, with where each candidate comes from."""

ShortSearch = Callable[[Sequence[Asked]], Iterable[ShortAnswer]]
"""The same in short."""


def identify(asked: Sequence[Asked], search: Search, today: date) -> list[Identified]:
    """Everything that each marking says, in order. What cannot be read is unreadable, with the reason.

    A marking that is the code of a bag or reel is read by its fields, and its part sought by that field.
    """
    labels, questions = _questions(asked, today)
    found = iter(search([each for each in questions if not each.fault]))
    said: list[Identified] = []
    for n, each in enumerate(questions):
        if each.fault:
            one = Identified(id=each.id, found=Identification(each.marking, "unreadable", 0.0, each.fault))
        else:
            answer, origins = next(found)
            one = whole(each, answer, today, origins)
        said.append(of_label(one, labels[n]) if n in labels else one)
    return said


def in_lines(asked: Sequence[Asked], search: ShortSearch, today: date) -> Iterator[Lines]:
    """The lines of a batch that answer each marking, in order: its parts and dates alone."""
    labels, questions = _questions(asked, today)
    found = iter(search([each for each in questions if not each.fault]))
    for n, each in enumerate(questions):
        answer = ShortAnswer("unreadable", 0.0, each.fault) if each.fault else next(found)
        dates = () if each.fault else dates_of(each, answer, today)
        yield lines(each.id, answer, labels[n].dates if n in labels else dates)


def _questions(asked: Sequence[Asked], today: date) -> tuple[dict[int, LabelReading], list[Asked]]:
    """The labels among the markings, and what is sought for each marking."""
    labels = {n: _label(each, today) for n, each in enumerate(asked) if is_label(each.marking)}
    return labels, [sought(each, labels[n]) if n in labels else each for n, each in enumerate(asked)]


def _label(asked: Asked, today: date) -> LabelReading:
    return read_label(asked.marking, last_day(asked, today))
