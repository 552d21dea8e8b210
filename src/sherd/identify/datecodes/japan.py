"""Conventions of Japanese houses, as their parts carry them.

Most are taken from the label grammar that Gekkio/gb-hardware-db publishes for photographed boards; each row
names its file there. A one-digit year returns every ten years.
"""

from collections.abc import Iterator

from sherd.identify.datecodes.rule import (
    FIRST_BOARDS,
    LETTERS,
    TENS_ABC,
    TENS_XYZ,
    Match,
    Rule,
    Stamp,
    month,
    pattern,
    week,
    year_month,
    year_only,
    year_week,
)

_GBHWDB = "Gekkio/gb-hardware-db, model/src/parser"


def sharp(match: Match) -> Iterator[Stamp]:
    """Year and week; AA and AL stood for 2000 and 2001, the source says both ways which for which."""
    for year in ("2000", "2001") if match["y"].isalpha() else (match["y"],):
        yield Stamp.ending(year, lambda chosen: week(chosen, int(match["w"])))


def seiko(match: Match) -> Iterator[Stamp]:
    """The year as a digit, or as a letter A to J for 1 to 9, then the month, X to Z for 10 to 12."""
    year = match["y"] if match["y"].isdigit() else str("ABCDEFGHJ".index(match["y"]) + 1)
    number = TENS_XYZ.find(match["m"]) + 1
    if number:
        yield Stamp.ending(year, lambda chosen: month(chosen, number))


RULES = (
    Rule(
        name="sharp-year-week",
        maker="Sharp",
        pattern=pattern(r"A?(?P<code>(?P<y>\d\d|A[AL])<WW>)\d?(?=\s|$)"),
        read=sharp,
        words="Sharp prints year and week, an A before it on some lots, then plant and revision",
        source=f"{_GBHWDB}/sharp.rs",
        alone=False,
    ),
    Rule(
        name="sharp-licence-digit-week",
        maker="Sharp",
        pattern=pattern(r"(?:LSI LOGIC|MOSEL-VITELIC|X[Ll][Ii][Nn][Kk]) JAPAN [A-Z](?P<code><Y> ?<WW>)"),
        read=year_week,
        words="Sharp memories under other brands carry a letter, one digit of the year and the week",
        source=f"{_GBHWDB}/mosel_vitelic.rs, lsi_logic.rs",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="sharp-sram-digit-week",
        maker="Sharp",
        pattern=pattern(r"LH51\w*-\w+ SHARP (?:JAPAN )?A?[A-Z](?P<code><Y> ?<WW>)"),
        read=year_week,
        words="Sharp LH51D256 carries a letter, one digit of the year and the week",
        source="Gekkio/gb-hardware-db, backend/src/parser/ram.rs (LH51D256T)",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="nec-year-week-lot",
        maker="NEC",
        pattern=pattern(r"(?P<code><YY><WW>)[A-Z][A-Z0-9]\d{3}"),
        read=year_week,
        words="NEC prints year and week, a plant letter and a lot of four characters",
        source=f"{_GBHWDB}/nec.rs",
    ),
    Rule(
        name="fujitsu-year-week",
        maker="Fujitsu",
        pattern=pattern(r"(?P<code><YY><WW>)(?= [A-Z]\d\d[A-Z]?(?:\s|$))"),
        read=year_week,
        words="Fujitsu prints year and week, then a letter with two digits",
        source=f"{_GBHWDB}/fujitsu.rs",
        alone=False,
    ),
    Rule(
        name="custom-year-week",
        maker=None,
        pattern=pattern(r"(?:Nintendo(?: [SN])?|JAPAN|ARM) (?P<code><YY><WW>)(?= \w|$)"),
        read=year_week,
        words="custom parts carry year and week after the name of the customer",
        source=f"{_GBHWDB}/sharp.rs, hudson.rs",
    ),
    Rule(
        name="rohm-digit-week",
        maker="ROHM",
        pattern=pattern(r"(?P<code><Y><WW>)(?= [A-Z]?\d{2,3}[A-Z]{0,2}(?:\s|$))"),
        read=year_week,
        words="ROHM prints one digit of the year and the week, then a lot",
        source=f"{_GBHWDB}/rohm.rs, mapper.rs",
        alone=False,
        since=FIRST_BOARDS,
    ),
    Rule(
        name="rohm-digit-month",
        maker="ROHM",
        pattern=pattern(rf"(?:6129A?|6735|9750[AB]|9753|9853) (?P<code><Y>(?P<m>[{TENS_ABC}]))\d\d"),
        read=year_month(TENS_ABC),
        words="small ROHM parts carry one digit of the year and the month, A to C for 10 to 12",
        source=f"{_GBHWDB}/rohm.rs (BA6129, BA6735, 9753, 9853)",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="rohm-digit-year",
        maker="ROHM",
        pattern=pattern(r"(?:9854|6129A?) (?P<code><Y>)(?:[A-Z0-9]\d\dW|[D-Z]\d\d)"),
        read=year_only,
        words="here the ROHM part carries one digit of the year; what follows it is not published",
        source=f"{_GBHWDB}/rohm.rs (9854, BA6129)",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="mitsumi-digit-week",
        maker="Mitsumi",
        pattern=pattern(r"(?P<code><Y><WW>) (?:26A|134A|1581A|592F)"),
        read=year_week,
        words="Mitsumi prints one digit of the year and the week before the type",
        source=f"{_GBHWDB}/mitsumi.rs (MM1134A, MM1581A, MM1592F)",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="mitsumi-digit-year",
        maker="Mitsumi",
        pattern=pattern(r"(?P<code><Y>)(?:[A-Z0-9]{2} 514X|(?![0-4]\d |5[0-3] )[A-Z0-9]{2,3} 26A)"),
        read=year_only,
        words="these Mitsumi parts carry one digit of the year; what follows it is not published",
        source=f"{_GBHWDB}/mitsumi.rs (MM1026A, MM1514X)",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="mitsumi-module-digit-week",
        maker="Mitsumi",
        pattern=pattern(r"MITSUMI JAPAN (?P<code><Y><WW>) ?[A-Z]"),
        read=year_week,
        words="Mitsumi power modules carry one digit of the year and the week",
        source=f"{_GBHWDB}/mitsumi.rs (PM)",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="oki-digit-week",
        maker="OKI",
        pattern=pattern(r"(?:M53|R53|R26|R27)\w+-\w+ (?P<code><Y><WW>)[A-Z0-9]{3,5}"),
        read=year_week,
        words="OKI memories carry one digit of the year, the week, then a lot",
        source=f"{_GBHWDB}/oki.rs",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="seiko-year-month",
        maker="Seiko Instruments",
        pattern=pattern(rf"S(?:3511 A|3516 AE|6960 E-)[UV](?P<code>(?P<y>[0-9A-HJ])(?P<m>[{TENS_XYZ}]))"),
        read=seiko,
        words="Seiko prints the year (a digit, or A to J for 1 to 9) and the month (X to Z for 10 to 12)",
        source=f"{_GBHWDB}/seiko.rs",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="seiko-digit-year",
        maker="Seiko Instruments",
        pattern=pattern(r"S6403 [AC]U(?P<code><Y>)[A-Z0-9]\d"),
        read=year_only,
        words="this Seiko part carries one digit of the year; what follows it is not published",
        source=f"{_GBHWDB}/seiko.rs (S-6403)",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="toshiba-year-week",
        maker="Toshiba",
        pattern=pattern(r"(?P<code><YY><WW>)(?:EAI|HB|H| MAD)"),
        read=year_week,
        words="Toshiba prints year and week, then a plant code",
        source=f"{_GBHWDB}/toshiba.rs",
    ),
    Rule(
        name="toshiba-logic-digit-week",
        maker="Toshiba",
        pattern=pattern(r"LVX \d\d (?P<code><Y> <WW>)"),
        read=year_week,
        words="small Toshiba logic carries one digit of the year and the week on the last line",
        source=f"{_GBHWDB}/toshiba.rs (TC74LVX04FT)",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="toshiba-small-digit-year",
        maker="Toshiba",
        pattern=pattern(r"7W\d+F? (?P<code><Y>)[A-Z]"),
        read=year_only,
        words="the smallest Toshiba parts carry one digit of the year; the letter after it is not published",
        source=f"{_GBHWDB}/toshiba.rs (TC7W139F)",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="panasonic-digit-week",
        maker="Panasonic",
        pattern=pattern(r"P(?:-\d)? (?P<code><Y><WW>)[A-Z0-9]\d[A-Z]"),
        read=year_week,
        words="Panasonic prints one digit of the year and the week, then a letter, digit and letter",
        source=f"{_GBHWDB}/panasonic.rs",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="panasonic-digit-year",
        maker="Panasonic",
        pattern=pattern(r"P (?P<code><Y>)'[A-Z0-9]\d"),
        read=year_only,
        words="Panasonic prints one digit of the year before an apostrophe; what follows is not published",
        source=f"{_GBHWDB}/panasonic.rs",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="sanyo-digit-month",
        maker="Sanyo",
        pattern=pattern(rf"(?:SANYO L\w+-\w+ JAPAN|LE\w+ -\d+) (?P<code><Y>(?P<m>[{LETTERS}]))[A-Z0-9]{{3}}"),
        read=year_month(LETTERS),
        words="Sanyo memories carry one digit of the year and a letter of the month, A to M without I",
        source=f"{_GBHWDB}/sanyo.rs",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="mitsubishi-digit-year",
        maker="Mitsubishi",
        pattern=pattern(r"2021 (?P<code><Y>)[A-Z0-9]\d"),
        read=year_only,
        words="this Mitsubishi part carries one digit of the year; what follows it is not published",
        source=f"{_GBHWDB}/mitsubishi.rs (M62021P)",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="tama-year-week",
        maker=None,
        pattern=pattern(r"TAMA[57] [A-Z]?(?P<code><YY><WW>)"),
        read=year_week,
        words="these custom parts carry year and week after the type",
        source=f"{_GBHWDB}/tama.rs",
    ),
)
