"""Conventions of houses in Taiwan and Korea."""

from sherd.identify.datecodes.rule import FIRST_BOARDS, Rule, pattern, year_week

_GBHWDB = "Gekkio/gb-hardware-db, model/src/parser"

RULES = (
    Rule(
        name="macronix-year-week",
        maker="Macronix",
        pattern=pattern(r"[A-Za-z](?P<code><YY><WW>)(?:\d\d)?G?(?:-MG?)? (?:MX)?2[39][A-Z]\w+-\w+"),
        read=year_week,
        words="Macronix prints a letter of the assembly house, year and week, then two digits of the die",
        source=f"{_GBHWDB}/macronix.rs",
    ),
    Rule(
        name="winbond-digit-week",
        maker="Winbond",
        pattern=pattern(r"Winbond W2\w+-\w+ (?P<code><Y><WW>)[A-Z]{2}\d{8,9}(?:-[A-Z0-9]{2}1RA|[A-Z]{2})"),
        read=year_week,
        words="Winbond memories carry one digit of the year and the week before the lot",
        source=f"{_GBHWDB}/winbond.rs",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="hyundai-year-week",
        maker="Hyundai",
        pattern=pattern(r"(?P<code><YY><WW>)[A-Z]?"),
        read=year_week,
        words="Hyundai, LG Semicon and Hynix print year and week, a revision letter on some",
        source=f"{_GBHWDB}/hyundai.rs, lgs.rs, hynix.rs",
        alone=False,
    ),
    Rule(
        name="bsi-year-week",
        maker="BSI",
        pattern=pattern(r"[A-Z](?P<code><YY><WW>)\d? TAIWAN"),
        read=year_week,
        words="Brilliance Semiconductor prints a letter, year and week before the country",
        source=f"{_GBHWDB}/bsi.rs",
    ),
    Rule(
        name="victronix-year-week",
        maker="Victronix",
        pattern=pattern(r"VN\w+-\w+ (?P<code><YY><WW>)\d[A-Z]\d{3}"),
        read=year_week,
        words="Victronix prints year and week at the head of the lot",
        source=f"{_GBHWDB}/victronix.rs",
    ),
)
