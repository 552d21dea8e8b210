"""Conventions of Soviet and Russian works: the date stands beside the designation, year before month."""

from sherd.identify.datecodes.rule import Rule, pattern, year_month, year_week

_PART = r"(?:К|K)?[РPМMБBЕE]?\d{3,4}[А-ЯA-Z]{2}\d{1,4}[А-ЯA-Z]?"

RULES = (
    Rule(
        name="soviet-year-month",
        maker=None,
        pattern=pattern(rf"{_PART}(?: \S+)?? (?P<code><YY>-?<MM>)"),
        read=year_month(""),
        words="beside a Soviet designation four digits are year and month",
        source="robotrontechnik.de/html/standards/icnamen.htm (KR537RU2 of October 1987)",
        prior=0.6,
    ),
    Rule(
        name="soviet-year-week",
        maker=None,
        pattern=pattern(rf"{_PART}(?: \S+)?? (?P<code><YY><WW>)"),
        read=year_week,
        words="beside a Soviet designation four digits may be year and week, as on parts for export",
        source="Fairchild top mark convention &4, as western practice beside a Soviet designation",
        prior=0.4,
    ),
)
