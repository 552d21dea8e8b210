"""Read the date a component was made from the code printed on it.

Makers do not agree on what four digits mean: ``2215`` is week 15 of 2022 to most semiconductor houses, and
week 22 of 2015 to a house that prints the week first. Every reading that a known convention allows is
returned, with its reason and its weight; the caller, who may know more, chooses. Where the marking or the
caller names the maker and that maker's own conventions fit, they speak, and the conventions of the many are
silent. An empty tuple means that no convention fits: the marking shows no date.

To add a convention: see ``sherd.identify.datecodes``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import product

from attrs import evolve, frozen

from sherd.identify.datecodes import RULES
from sherd.identify.datecodes.rule import Match, Rule, Stamp, any_of
from sherd.identify.documented import in_span
from sherd.identify.makers import lineage, named, shown
from sherd.identify.other_codes import other_codes
from sherd.identify.places import one_line
from sherd.identify.runs import bounds, runs_of
from sherd.model.datecodes import DateReading
from sherd.model.dates import Interval

MOST_WORN = 2
"""So many illegible digits of a marking are tried; with more, too much would be allowed to mean anything."""

EARLIEST = date(1970, 1, 1)
"""No convention here is older; a two-digit year is looked for from this day on."""

RARE_BEFORE = date(1985, 1, 1)
"""Where a code gives only dates before this day, the less usual conventions are given as well."""


def readings(
    marking: str | tuple[str, ...],
    not_after: date,
    maker: str | None = None,
    launched: date | None = None,
    open_decades: bool = False,
) -> tuple[DateReading, ...]:
    """Every date that the code in a marking could stand for, the likeliest first.

    ``marking`` is a code alone or a whole marking, as lines or as one text with lines split by ``|`` or
    line breaks. A part cannot be younger than the wreck it was found in, nor older than its type: readings
    that start after ``not_after`` or end before ``launched`` are dropped, and so are those outside the
    published run of the part (``runs``) or before a copyright year in the marking, unless these leave no
    day at all. ``maker`` is the maker where the caller knows it; otherwise the marking's own words are
    asked. Where a code returns every ten years and its type is documented on dated boards, the decade of
    these boards stands alone (``documented``), unless ``open_decades`` asks for all. The weights of all
    readings add up to 1.

    >>> [(r.rule, str(r.interval)) for r in readings("2215", not_after=date(2022, 10, 17))]
    [('year-week', '2022-04-11/2022-04-17'), ('week-year', '2015-05-25/2015-05-31')]
    >>> [r.interval.words for r in readings("86AEX5U E3", date(2022, 10, 17), maker="Texas Instruments")]
    ['2018-06', '2008-06', '1998-06', '1988-06', '1978-06']
    """
    text = one_line(marking)
    if launched and launched > not_after:
        raise ValueError(f"the part was launched on {launched}, after {not_after}, when it was recovered")
    reach = bounds(runs_of(text), not_after, launched) or Interval(launched, not_after)
    worn = [n for n, sign in enumerate(text) if sign == "?" and _beside_a_digit(text, n)]
    if 1 <= len(worn) <= MOST_WORN:
        found = _of_worn(text, worn, reach, maker)
    else:
        found = readings_within(text, reach, maker)
    return found if open_decades else in_span(found, text)


def readings_within(text: str, reach: Interval, maker: str | None = None) -> tuple[DateReading, ...]:
    """The readings of a marking on one line that share a day with ``reach``, whatever bounds the part."""
    return _weighed(_choose(_matched(text, maker), Interval(reach.first or EARLIEST, reach.last)))


@frozen
class _Found:
    rule: Rule
    match: Match
    stamp: Stamp


_Possible = tuple[_Found, Interval]
"""A code that a convention finds, and days that it could stand for."""


@lru_cache(maxsize=16)
def _matched(text: str, maker: str | None) -> tuple[_Found, ...]:
    """Where each convention finds a code, whatever the bounds; a marking is read within several."""
    makers = tuple(named(maker)) if maker else tuple(each.maker for each in shown(text))
    family = {member for each in makers for member in lineage(each)}
    found = sorted(_found(text, family), key=lambda each: each.rule.maker not in makers)
    return tuple(_no_lots(found, text))


def _beside_a_digit(text: str, place: int) -> bool:
    return text[place - 1 : place].isdigit() or text[place + 1 : place + 2].isdigit()


def _of_worn(text: str, worn: list[int], reach: Interval, maker: str | None) -> tuple[DateReading, ...]:
    """What the code can be with any digit in the illegible places; days in a row are joined."""
    found: dict[tuple[str, int, int], list[DateReading]] = {}
    for figures in product("0123456789", repeat=len(worn)):
        signs = list(text)
        for place, figure in zip(worn, figures, strict=True):
            signs[place] = figure
        for each in readings_within("".join(signs), reach, maker):
            found.setdefault((each.rule, each.start, each.end), []).append(each)
    joined = [
        evolve(each, code=text[each.start : each.end]) for group in found.values() for each in _joined(group)
    ]
    total = sum(each.weight for each in joined)
    return tuple(sorted((evolve(each, weight=each.weight / total) for each in joined), key=_likeliest))


def _joined(group: list[DateReading]) -> list[DateReading]:
    """The readings of one rule in one place, those whose days follow each other as one."""
    out: list[DateReading] = []
    for each in sorted(group, key=lambda one: _days(one.interval)):
        last = out[-1] if out else None
        if last and _days(each.interval)[0] <= _days(last.interval)[1] + 1:
            end = max(last.interval, each.interval, key=lambda days: _days(days)[1])
            both = Interval(last.interval.first, end.last)
            weight = min(1.0, max(last.weight, each.weight))
            out[-1] = evolve(last, interval=both, weight=weight, reason=_worn_reason(last.reason))
        else:
            out.append(evolve(each, reason=_worn_reason(each.reason)))
    return out


def _worn_reason(reason: str) -> str:
    said = "; an illegible digit may be any"
    return reason if reason.endswith(said) else f"{reason.partition(': ')[2]}{said}"


def _days(interval: Interval) -> tuple[int, int]:
    if interval.first is None or interval.last is None:
        raise ValueError("a reading has two ends")
    return interval.first.toordinal(), interval.last.toordinal()


def _found(text: str, makers: set[str]) -> Iterator[_Found]:
    for rule in _worth_trying(text, makers):
        for match in rule.pattern.finditer(text):
            for stamp in rule.read(match):
                yield _Found(rule, match, stamp)


def _worth_trying(text: str, makers: set[str]) -> list[Rule]:
    """The rules that may find a code: those of the makers, and the others where any of them finds one."""
    of_maker, alone = _by_maker()
    tried = [numbered for maker in makers for numbered in of_maker.get(maker, ())]
    for any_alone, rules in alone:
        if any_alone.search(text):
            tried += rules
    return [RULES[number] for number in sorted(tried)]


@lru_cache(maxsize=1)
def _by_maker() -> tuple[dict[str, list[int]], list[tuple[re.Pattern[str], list[int]]]]:
    """The numbers of the rules that need their maker known, by maker; and the others, in two groups, each
    with a pattern that is found where one of its rules is.
    """
    of_maker: dict[str, list[int]] = {}
    own: list[int] = []
    common: list[int] = []
    for number, rule in enumerate(RULES):
        if rule.alone:
            (own if rule.maker else common).append(number)
        elif rule.maker:
            of_maker.setdefault(rule.maker, []).append(number)
    return of_maker, [(any_of(RULES[n].pattern for n in group), group) for group in (own, common)]


def _no_lots(found: list[_Found], text: str) -> list[_Found]:
    """Without what a convention of many houses would read inside a lot or serial number."""
    if not any(kind(each.rule) for each in found):
        return found
    taken = [(each.start, each.end) for each in other_codes(text)]
    return [each for each in found if not kind(each.rule) or not _inside(each.match, taken)]


def _inside(match: Match, taken: list[tuple[int, int]]) -> bool:
    start, end = match.span("code")
    return any(first < end and start < last for first, last in taken)


def _choose(found: tuple[_Found, ...], reach: Interval) -> list[_Possible]:
    """What the part's own maker prints, else what many print, and the fallbacks where that says little."""
    own, common, fallback = (
        [possible for each in found if kind(each.rule) == n for possible in _in_reach(each, reach)]
        for n in range(3)
    )
    if own:
        return own
    return common if common and _any_since(RARE_BEFORE, common) else common + fallback


def _any_since(day: date, found: list[_Possible]) -> bool:
    return any(days.last is not None and days.last >= day for _, days in found)


def kind(rule: Rule) -> int:
    """0 for the convention of one maker or kind of part, 1 for one of many houses, 2 for a fallback."""
    return 2 if rule.fallback else int(rule.common)


def _in_reach(found: _Found, reach: Interval) -> Iterator[_Possible]:
    first, last = reach.first, reach.last
    if first is None or last is None:
        raise ValueError("readings need both bounds")
    for year in found.stamp.years(max(first.year - 1, found.rule.since), last.year):
        try:
            days = found.stamp.days(year)
        except ValueError:  # 30 February, day 366 of a short year
            continue
        if days.overlaps(reach):
            yield found, days


def _reading(found: _Found, days: Interval, weight: float) -> DateReading:
    rule, match = found.rule, found.match
    return DateReading(
        rule=rule.name,
        code=match["code"],
        start=match.start("code"),
        end=match.end("code"),
        interval=days,
        reason=_reason(found),
        weight=weight,
        ambiguous_decade=0 < found.stamp.period <= 10,
        maker=rule.maker,
        source=rule.source,
    )


def _reason(found: _Found) -> str:
    zero = "; the letter O is read as zero" if "O" in found.match["code"][:1] else ""
    again = f"; the code returns every {found.stamp.period} years" if 0 < found.stamp.period <= 10 else ""
    return f"{found.match['code']}: {found.rule.words}{zero}{again}"


def _weighed(found: list[_Possible]) -> tuple[DateReading, ...]:
    """The same days by two rules are one reading; the weights of a rule are shared over its years."""
    total = sum(each.rule.prior for each, _ in found)
    days: dict[tuple[date | None, date | None, int], tuple[_Possible, float]] = {}
    for each, when in found:
        key = (when.first, when.last, each.match.start("code"))
        before, weight = days.get(key, ((each, when), 0.0))
        days[key] = before, min(1.0, weight + each.rule.prior / total)
    every = (_reading(each, when, weight) for (each, when), weight in days.values())
    return tuple(sorted(every, key=_likeliest))


def _likeliest(reading: DateReading) -> tuple[float, int, int]:
    return (-reading.weight, -_days(reading.interval)[0], reading.start)
