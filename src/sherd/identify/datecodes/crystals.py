"""Conventions of makers of crystals."""

from sherd.identify.datecodes.rule import (
    FIRST_BOARDS,
    LETTERS,
    Rule,
    pattern,
    year_month,
    year_only,
    year_week,
)

_GBHWDB = "Gekkio/gb-hardware-db, model/src/parser"
_MONTH = f"(?P<m>[{LETTERS}])"

RULES = (
    Rule(
        name="kds-year-week",
        maker="Daishinku",
        pattern=pattern(r"KDSI? ?(?P<code><YY><WW>)(?= \d+\.)"),
        read=year_week,
        words="Daishinku (KDS) prints year and week after its name",
        source=f"{_GBHWDB}/kds.rs",
    ),
    Rule(
        name="kds-digit-month",
        maker="Daishinku",
        pattern=pattern(rf"KDS ?(?P<code><Y>{_MONTH})"),
        read=year_month(LETTERS),
        words="Daishinku (KDS) prints one digit of the year and a letter of the month, A to M without I",
        source=f"{_GBHWDB}/kds.rs",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="kds-month-digit",
        maker="Daishinku",
        pattern=pattern(rf"D(?:209|419|838)(?P<code>{_MONTH}<Y>)[A-Z]?"),
        read=year_month(LETTERS),
        words="Daishinku (KDS) prints a letter of the month, A to M without I, before one digit of the year",
        source=f"{_GBHWDB}/kds.rs (D419, D838, D209)",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="kinseki-digit-month",
        maker="Kinseki",
        pattern=pattern(rf"(?:\d\dW)?KSS(?:\d\dV)? ?(?P<code><Y>{_MONTH})[A-Z]?"),
        read=year_month(LETTERS),
        words="Kinseki (KSS) prints one digit of the year and a letter of the month, A to M without I",
        source=f"{_GBHWDB}/kinseki.rs",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="crystal-digit-year",
        maker=None,
        pattern=pattern(r"(?:32K|\d\.\d\dC)(?P<code><Y>)[A-Z0-9]"),
        read=year_only,
        words="after the frequency one digit of the year; the character after it is not published",
        source=f"{_GBHWDB}/unknown.rs (32 kHz and 4 MHz crystals)",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="crystal-digit-week",
        maker=None,
        pattern=pattern(r"\d\.\d{3,4} RVR (?P<code><Y><WW>)"),
        read=year_week,
        words="after frequency and maker one digit of the year and the week",
        source=f"{_GBHWDB}/unknown.rs (4 MHz crystals)",
        since=FIRST_BOARDS,
    ),
)
