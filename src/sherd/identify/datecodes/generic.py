"""Conventions of many houses, read where the maker is not known or has none of its own on record.

Most semiconductor houses print two digits of the year and two of the week. Some modules print the week
first; labels print a whole day; three digits may be year and week or year and month. Each is returned
where its digits allow it, the less usual ones at a lower weight.
"""

from sherd.identify.datecodes.rule import (
    FIRST_BOARDS,
    Rule,
    pattern,
    year_day,
    year_month,
    year_month_day,
    year_week,
)

_YYWW = "Microchip datasheet DS25157A p. 16 (YYWW); Fairchild top mark convention &4; Micron CSN-11"
_ST_MODULES = "STMicroelectronics datasheets SPBTLE-RF p. 11 and SPSGRF p. 20 (WWYY on modules)"
_GBHWDB = "Gekkio/gb-hardware-db, model/src/parser"

RULES = (
    Rule(
        name="year-week",
        maker=None,
        pattern=pattern(r"#?(?P<code><YY><WW>)[A-Z]{0,4}"),
        read=year_week,
        words="two digits of the year, two of the week, as most semiconductor houses print it",
        source=_YYWW,
        common=True,
    ),
    Rule(
        name="week-year",
        maker=None,
        pattern=pattern(r"(?P<code><WW><YY>)"),
        read=year_week,
        words="week before year, as on some modules",
        source=_ST_MODULES,
        prior=0.08,
        common=True,
    ),
    Rule(
        name="year-month-day",
        maker=None,
        pattern=pattern(r"(?:[A-Z]\d )?[A-Z]{0,2} ?(?P<code><YY><MM><DD>)"),
        read=year_month_day,
        words="six digits that are a day: year, month, day",
        source=f"{_GBHWDB}/lcd_screen.rs; ISO 8601 basic order",
        common=True,
    ),
    Rule(
        name="whole-day",
        maker=None,
        pattern=pattern(r"(?P<code>(?P<y>(?:19|20)\d\d)[-./]?<MM>[-./]?<DD>)"),
        read=year_month_day,
        words="a calendar day with the whole year",
        source="ISO 8601",
        common=True,
    ),
    Rule(
        name="year-hyphen-month",
        maker=None,
        pattern=pattern(r"(?P<code><YY>-<MM>)"),
        read=year_month(""),
        words="year and month with a hyphen, as on cells and batteries",
        source=f"{_GBHWDB}: batteries of cartridges, entered as year and month",
        common=True,
    ),
    Rule(
        name="year-day-of-year",
        maker=None,
        pattern=pattern(r"(?P<code><YY>(?P<d>[0-3]\d\d))"),
        read=year_day,
        words="year and day of the year (001 to 366)",
        source="ISO 8601 ordinal date; docs/date-codes.md",
        prior=0.5,
        fallback=True,
    ),
    Rule(
        name="digit-week",
        maker=None,
        pattern=pattern(r"(?P<code><Y><WW>)"),
        read=year_week,
        words="last digit of the year, two digits of the week",
        source="STMicroelectronics AN926 (Y WW); Fairchild top mark convention &3",
        fallback=True,
    ),
    Rule(
        name="digit-month",
        maker=None,
        pattern=pattern(r"(?P<code><Y><MM>)"),
        read=year_month(""),
        words="last digit of the year, two digits of the month",
        source=f"{_GBHWDB}/lcd_chip.rs (older driver chips)",
        prior=0.5,
        since=FIRST_BOARDS,
        fallback=True,
    ),
    Rule(
        name="digit-week-shift",
        maker=None,
        pattern=pattern(r"(?P<code><Y><WW>\d)"),
        read=year_week,
        words="last digit of the year, two digits of the week, one digit of the shift or day",
        source=f"{_GBHWDB}/lcd_chip.rs (newer driver chips)",
        prior=0.05,
        since=FIRST_BOARDS,
        fallback=True,
    ),
    Rule(
        name="digit-day-of-year",
        maker=None,
        pattern=pattern(r"(?P<code><Y>(?P<d>[0-3]\d\d))"),
        read=year_day,
        words="last digit of the year and day of the year (001 to 366)",
        source="ISO 8601 ordinal date with a one-digit year; docs/date-codes.md",
        prior=0.02,
        fallback=True,
    ),
)
