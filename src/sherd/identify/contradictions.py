"""What in a marking does not go together: observations with reasons, and never a verdict.

Every kind is one function below and one row in ``KINDS``. A marking with an ambiguous date contradicts the
record only where every reading does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from attrs import frozen

from sherd.identify.company import days_between
from sherd.identify.datecode import EARLIEST, readings_within
from sherd.identify.makers import gone_before, named, not_yet, shown
from sherd.identify.other_codes import other_codes
from sherd.identify.partnumber import never_orderable, taken_apart
from sherd.identify.places import one_line
from sherd.identify.runs import Run, runs_of
from sherd.model.contradictions import Contradiction, ContradictionKind
from sherd.model.datecodes import DateReading
from sherd.model.dates import Interval
from sherd.model.makers import Succession
from sherd.model.ordering import COMMONLY_KNOWN

APART_DAYS = 183
"""Two codes of one marking that lie further apart than half a year do not date one part."""

LATER_DAYS = 3652
"""How far after the recovery a code is still read, to be told from one that cannot be read."""


@frozen
class _Seen:
    """A marking with what was read in it, whatever the bounds: every kind below looks at this."""

    text: str
    codes: tuple[tuple[DateReading, ...], ...]
    whenever: tuple[tuple[DateReading, ...], ...]
    runs: tuple[Run, ...]
    not_after: date
    part: str | None
    maker: str | None


def contradictions(
    marking: str | tuple[str, ...],
    not_after: date,
    part: str | None = None,
    maker: str | None = None,
    launched: date | None = None,
    last_made: date | None = None,
) -> tuple[Contradiction, ...]:
    """Everything in one marking that does not go together.

    ``part`` and ``maker`` are what the marking was identified as, where it was; ``launched`` and
    ``last_made`` bound the part where the caller knows more than the shipped table of runs.

    >>> [each.kind for each in contradictions("CGB-REG IR3E06N|9439 C", date(2022, 10, 17))]
    ['before launch']
    """
    text = one_line(marking)
    known = Run(days=Interval(launched, last_made), words="as the caller states", source="the caller")
    runs = (*runs_of(f"{text} {part or ''}"), *([known] if launched or last_made else []))
    in_time = _by_code(readings_within(text, Interval(EARLIEST, not_after), maker))
    later = Interval(EARLIEST, not_after + timedelta(LATER_DAYS))
    whenever = _by_code(readings_within(text, later, maker))
    seen = _Seen(text, in_time, whenever, runs, not_after, part, maker)
    return tuple(found for kind in KINDS for found in kind(seen))


def lots_at_several_dates(
    markings: Iterable[str | tuple[str, ...]], not_after: date
) -> tuple[Contradiction, ...]:
    """Lots that stand with different date codes on different parts of one maker's type.

    A maker that gives each lot one date code (Maxim, on the DS18B20) does not print one lot at two dates.
    """
    dates: dict[tuple[str, str], dict[str, DateReading]] = defaultdict(dict)
    for marking in markings:
        text = one_line(marking)
        every = readings_within(text, Interval(EARLIEST, not_after))
        own = [each for each in every if each.maker == _LOT_MAKER]
        for lot in other_codes(text):
            if lot.kind == "lot" and lot.code.startswith("+"):
                dates[lot.code, lot.source].update({each.code: each for each in own})
    return tuple(
        Contradiction(
            kind="one lot at several dates",
            words=f"the lot {lot} stands with the date codes {', '.join(sorted(codes))}",
            codes=(lot, *sorted(codes)),
            source=source,
        )
        for (lot, source), codes in sorted(dates.items())
        if len(codes) > 1
    )


def _before_launch(seen: _Seen) -> Iterator[Contradiction]:
    for code in seen.codes:
        for run in seen.runs:
            first = run.days.first
            if first and all(each.interval.last and each.interval.last < first for each in code):
                yield _said("before launch", code, f"before {first}: {run.words}", run.source)


def _after_last_run(seen: _Seen) -> Iterator[Contradiction]:
    for code in seen.codes:
        for run in seen.runs:
            last = run.days.last
            if last and all(each.interval.first and each.interval.first > last for each in code):
                yield _said("after last known run", code, f"after {last}: {run.words}", run.source)


def _after_recovery(seen: _Seen) -> Iterator[Contradiction]:
    for code in seen.whenever:
        if all(each.interval.first and each.interval.first > seen.not_after for each in code):
            yield _said("after recovery", code, f"after the recovery on {seen.not_after}", code[0].source)


def _two_dates(seen: _Seen) -> Iterator[Contradiction]:
    """Codes of the part's own maker that no pair of readings brings together."""
    own = [code for code in seen.codes if code[0].maker is not None]
    for n, code in enumerate(own):
        for other in own[n + 1 :]:
            gap = min(days_between(a.interval, b.interval) for a in code for b in other)
            if gap > APART_DAYS:
                yield Contradiction(
                    kind="two dates",
                    words=f"{code[0].code} and {other[0].code} lie {gap} days apart or more in every reading",
                    codes=(code[0].code, other[0].code),
                    source=code[0].source,
                )


def _never_orderable(seen: _Seen) -> Iterator[Contradiction]:
    for word in dict.fromkeys([*seen.text.split(), *([seen.part] if seen.part else [])]):
        if why := never_orderable(word):
            yield Contradiction(kind="never orderable", words=why, codes=(word,), source=_source_of(word))


def _names(seen: _Seen) -> Iterator[Contradiction]:
    """Brands that had ended, or were not yet in use, whichever way the date is read."""
    brands = {each.maker: each.text for each in shown(seen.text) if each.kind == "brand"}
    if seen.maker:
        brands.setdefault(named(seen.maker)[0], seen.maker)
    for maker, text in brands.items():
        for code in seen.codes:
            for kind, step, how in _out_of_time(maker, code):
                words = f"{text} is marked with {code[0].code}, {how}, {step.when.words}"
                yield Contradiction(kind=kind, words=words, codes=(text, code[0].code), source=step.source)


def _out_of_time(
    maker: str, code: tuple[DateReading, ...]
) -> Iterator[tuple[ContradictionKind, Succession, str]]:
    gone = [gone_before(maker, each.interval) for each in code]
    if all(gone) and (step := gone[0]):
        yield "name had ended", step, f"after {step.maker} was {step.kind}"
    early = [not_yet(maker, each.interval) for each in code]
    if all(early) and (step := early[0]):
        yield "name not yet in use", step, f"before {maker} came to be"


def _said(kind: ContradictionKind, code: tuple[DateReading, ...], why: str, source: str) -> Contradiction:
    days = " or ".join(each.interval.words for each in code[:3])
    return Contradiction(
        kind=kind,
        words=f"{code[0].code} reads as {days}, {why}",
        codes=(code[0].code,),
        source=source,
    )


def _by_code(every: tuple[DateReading, ...]) -> tuple[tuple[DateReading, ...], ...]:
    """The readings of each place in the marking; what overlaps is one code read in several ways."""
    groups: list[list[DateReading]] = []
    for each in sorted(every, key=lambda found: (found.start, found.end)):
        if groups and any(each.start < other.end for other in groups[-1]):
            groups[-1].append(each)
        else:
            groups.append([each])
    return tuple(map(tuple, groups))


def _source_of(word: str) -> str:
    read = taken_apart(word)
    return read.standing if read else f"the ordering scheme of its family, {COMMONLY_KNOWN}"


_LOT_MAKER = "Maxim"

KINDS: tuple[Callable[[_Seen], Iterator[Contradiction]], ...] = (
    _before_launch,
    _after_last_run,
    _after_recovery,
    _two_dates,
    _never_orderable,
    _names,
)
