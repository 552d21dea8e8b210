"""Conventions of American and European houses."""

from collections.abc import Iterator
from functools import partial

from sherd.identify.datecodes.rule import (
    FIRST_BOARDS,
    TENS_ABC,
    TENS_OND,
    Match,
    Rule,
    Stamp,
    month,
    pattern,
    week,
    year_month,
    year_week,
)
from sherd.model.dates import Interval

_GBHWDB = "Gekkio/gb-hardware-db, model/src/parser"
_TI = "Texas Instruments forum, e2e.ti.com threads 1052766, 747507, 785073, 998703 (YMLLLLS)"
_TI_CODE = rf"(?P<code>(?P<y>[\dO])(?P<m>[{TENS_ABC}]))"
_FAIRCHILD = "Fairchild top mark convention, fairchildsemi.com/TopMarkSearch"
_INFINEON = "Infineon label guide as given at newsflash.city 2402 and icone-chip.com"
_CYPRESS = "Cypress knowledge base KBA230044 (Y WW A LLL; box: SDC YYWW)"
_FOUR_YEARS = ("ABCDEFGHJKLM", "NPQRSTUVWXYZ", "abcdefghjklm", "npqrstuvwxyz")


def six_week_bin(match: Match) -> Iterator[Stamp]:
    """Groups ``y`` and ``b``: bins 1 to 9 end in weeks 6, 12, 18, 24, 30, 36, 42, 48 and 52."""
    number = int(match["b"])
    last = (6, 12, 18, 24, 30, 36, 42, 48, 52)[number - 1]
    first = 6 * number - 5
    yield Stamp.ending(match["y"], lambda year: Interval(week(year, first).first, week(year, last).last))


def letter_of_four_years(match: Match) -> Iterator[Stamp]:
    """Group ``l``: twelve letters a year, upper case then lower; A stands for January 2005, 2009, 2013 …"""
    for offset, letters in enumerate(_FOUR_YEARS):
        if (number := letters.find(match["l"]) + 1) > 0:
            yield Stamp(2005 + offset, 4, partial(_month_of, number))


def _month_of(number: int, year: int) -> Interval:
    return month(year, number)


RULES = (
    Rule(
        name="ti-year-month",
        maker="Texas Instruments",
        pattern=pattern(
            rf"(?:[A-Z]{{2}}-)?{_TI_CODE}"
            r"(?:[A-Z]|-?[A-Z0-9]{4,5} ?[A-Z0-9]?)"
        ),
        read=year_month(TENS_ABC),
        words="TI prints one digit of the year and the month, A to C for 10 to 12, then lot and site",
        source=_TI,
        alone=False,
    ),
    Rule(
        name="ti-mapper-year-month",
        maker="Texas Instruments",
        pattern=pattern(rf"{_TI_CODE}[A-Z0-9]{{4}}T(?= MBC5 2417)"),
        read=year_month(TENS_ABC),
        words="TI prints one digit of the year and the month, A to C for 10 to 12, then lot and site",
        source=f"{_TI}; Gekkio/gb-hardware-db, backend/src/parser/mapper.rs",
        since=FIRST_BOARDS,
    ),
    Rule(
        name="st-digit-week",
        maker="STMicroelectronics",
        pattern=pattern(r"(?:(?:[A-Z]{3} )?[A-Z0-9]{2,3} )?(?P<code><Y><WW>)(?: [A-Z0-9])?"),
        read=year_week,
        words="ST prints country and plant, then one digit of the year and the week",
        source="STMicroelectronics AN926 (Y WW, P Y WW, PP Y WW); icone-chip.com on STM32 marks",
        alone=False,
    ),
    Rule(
        name="st-glued-digit-week",
        maker="STMicroelectronics",
        pattern=pattern(r"(?:9|Z|B|N|Y|99)(?P<code><Y><WW>)"),
        read=year_week,
        words="ST prints the assembly plant, one digit of the year and the week in one run",
        source="STMicroelectronics AN926 (P Y WW; 9 and 99 Muar, Z Bouskoura, B Amkor, N UTAC, Y CARSEM)",
        alone=False,
        prior=0.5,
    ),
    Rule(
        name="st-module-week-year",
        maker="STMicroelectronics",
        pattern=pattern(r"(?P<code><WW><YY>)(?:[A-Z0-9]{5})?"),
        read=year_week,
        words="ST modules print week, then year, in the two-dimensional code",
        source="STMicroelectronics datasheets SPBTLE-RF p. 11 and SPSGRF p. 20 (WWYY…)",
        alone=False,
        prior=0.3,
    ),
    Rule(
        name="nxp-year-week",
        maker="NXP",
        pattern=pattern(r"[A-Za-z]{2,4}(?P<code><YY><WW>)[A-Z]?"),
        read=year_week,
        words="NXP prints letters of diffusion, assembly and test, then year and week",
        source="standardics.nxp.com/packaging/markings; community.nxp.com 1811406 (AWLYYWW)",
        alone=False,
    ),
    Rule(
        name="motorola-year-week",
        maker="Motorola Semiconductor",
        pattern=pattern(r"Nintendo [A-Z](?P<code><YY><WW>)[A-Z]{2}"),
        read=year_week,
        words="Motorola prints a plant letter, year and week, then a lot",
        source=f"{_GBHWDB}/motorola.rs",
    ),
    Rule(
        name="fairchild-six-weeks",
        maker="Fairchild",
        pattern=pattern(r"[A-Z]?[A-Z](?P<code><Y>(?P<b>[1-9]))[A-Z]{2}"),
        read=six_week_bin,
        words="Fairchild prints plant, one digit of the year and a bin of six weeks, then the die run",
        source=f"{_FAIRCHILD} (&2)",
        alone=False,
    ),
    Rule(
        name="fairchild-digit-week",
        maker="Fairchild",
        pattern=pattern(r"[A-Z]{0,2}(?P<code><Y><WW>)(?:[A-Z]{2})?"),
        read=year_week,
        words="Fairchild prints plant, one digit of the year and the week, then the die run",
        source=f"{_FAIRCHILD} (&3)",
        alone=False,
    ),
    Rule(
        name="fairchild-year-week",
        maker="Fairchild",
        pattern=pattern(r"[A-Z]{0,2}(?P<code><YY><WW>)(?:[A-Z]{2})?"),
        read=year_week,
        words="Fairchild prints plant, year and week, then the die run",
        source=f"{_FAIRCHILD} (&4)",
        alone=False,
    ),
    Rule(
        name="intel-fpo",
        maker="Intel",
        pattern=pattern(r"[A-Z0-9](?P<code><Y><WW>)[A-Z0-9]{4}"),
        read=year_week,
        words="Intel prints plant, one digit of the year and the week at the head of the process order",
        source="Intel finished process order as quoted in vaultbbs forum thread 104681",
        alone=False,
    ),
    Rule(
        name="altera-year-week",
        maker="Altera",
        pattern=pattern(r"[A-Z][A-Z][A-Z0-9][A-Z][A-Z0-9]{2}(?P<code><YY><WW>)[A-Z0-9]"),
        read=year_week,
        words="Altera prints plant, test and die, then year and week before the last of eleven characters",
        source="Intel FPGA date code decoder, intel.com quality-and-reliability/decoder.html",
        alone=False,
    ),
    Rule(
        name="xilinx-year-week",
        maker="Xilinx",
        pattern=pattern(r"[A-Z0-9]*[A-Z]{3}(?P<code><YY><WW>)"),
        read=year_week,
        words="Xilinx prints package, die and plant, then year and week; the line below is the lot",
        source="seektronics.blogspot.com and icone-chip.com on Xilinx top marks",
        alone=False,
    ),
    Rule(
        name="cypress-digit-week",
        maker="Cypress",
        pattern=pattern(r"(?P<code><Y><WW>)[A-Z]{2}[A-Z0-9]{3}"),
        read=year_week,
        words="Cypress flash carries one digit of the year, the week, the plant and a lot",
        source=_CYPRESS,
        alone=False,
    ),
    Rule(
        name="cypress-box",
        maker="Cypress",
        pattern=pattern(r"SDC ?(?P<code><YY><WW>)[A-Z]*"),
        read=year_week,
        words="the seal date code of the box: the part is not younger",
        source=_CYPRESS,
    ),
    Rule(
        name="cypress-country-year-week",
        maker="Cypress",
        pattern=pattern(r"(?:PHI|KOR|TWN|CHN|MYS|THA|USA) ?(?P<code><YY><WW>)(?= (?:CYP )?\d{6})"),
        read=year_week,
        words="Cypress controllers carry the country, then year and week, then the lot",
        source=f"Ross0907/IC-Authenticator test images (CY8C29666); {_GBHWDB}/unknown.rs (CP6465)",
    ),
    Rule(
        name="infineon-year-week",
        maker="Infineon",
        pattern=pattern(r"[EGH]{0,2}(?P<code><YY><WW>)"),
        read=year_week,
        words="Infineon prints year and week; E before it is a sample, G and H say lead or halogen free",
        source=_INFINEON,
        alone=False,
    ),
    Rule(
        name="infineon-digit-week",
        maker="Infineon",
        pattern=pattern(r"[EGH]{0,2}(?P<code><Y><WW>)"),
        read=year_week,
        words="Infineon prints one digit of the year and the week on smaller packages",
        source=_INFINEON,
        alone=False,
    ),
    Rule(
        name="infineon-year-month",
        maker="Infineon",
        pattern=pattern(rf"(?P<code><Y>(?P<m>[{TENS_OND}]))"),
        read=year_month(TENS_OND),
        words="Infineon prints one digit of the year and one sign of the month, O, N, D for 10 to 12",
        source=_INFINEON,
        alone=False,
    ),
    Rule(
        name="infineon-letter",
        maker="Infineon",
        pattern=pattern(r"(?P<code>(?P<l>[A-HJ-NP-Za-hj-np-z]))"),
        read=letter_of_four_years,
        words="the smallest Infineon packages carry one letter for a month, which returns every four years",
        source=f"{_INFINEON} (F is June 2005 or 2009, J September 2017, d April 2015)",
        alone=False,
        fallback=True,
    ),
    Rule(
        name="ir-digit-week",
        maker="International Rectifier",
        pattern=pattern(r"P?(?P<code><Y><WW>)[A-Z]?"),
        read=year_week,
        words="International Rectifier prints one digit of the year and the week, P for lead-free",
        source="Infineon label guide as given at newsflash.city 2402 (YWWP, PYWWX)",
        alone=False,
    ),
    Rule(
        name="ublox-year-week",
        maker="u-blox",
        pattern=pattern(r"(?P<code><YY>/<WW>)"),
        read=year_week,
        words="u-blox prints year and week with a stroke on the label",
        source="u-blox data sheets UBX-19039908, UBX-19049405, UBX-18017567",
    ),
    Rule(
        name="microchip-year-week",
        maker="Microchip",
        pattern=pattern(r"(?P<code><YY><WW>)(?:[A-Z0-9]{3})?"),
        read=year_week,
        words="Microchip prints year and week (week of 1 January is 01), then a trace code of three",
        source="Microchip datasheets DS21447C p. 17, DS21752B p. 13; DS25157A p. 16",
        alone=False,
    ),
    Rule(
        name="microchip-digit-week",
        maker="Microchip",
        pattern=pattern(r"[EIH]?(?P<code><Y><WW>)(?:[A-Z0-9]{3})?"),
        read=year_week,
        words="small Microchip packages carry one digit of the year and the week, then a trace code",
        source="Microchip datasheets DS22021F, DS25157A p. 16 (TYWW)",
        alone=False,
    ),
    Rule(
        name="atmel-year-week",
        maker="Atmel",
        pattern=pattern(r"(?P<code><YY><WW>)[A-Z]?"),
        read=year_week,
        words="Atmel prints year and week",
        source=f"{_GBHWDB}/atmel.rs (AT29LV512)",
        alone=False,
    ),
    Rule(
        name="analog-year-week",
        maker="Analog Devices",
        pattern=pattern(r"#?(?P<code><YY><WW>)[A-Z]?"),
        read=year_week,
        words="Analog Devices prints year and week, # before it on lead-free parts",
        source=f"{_GBHWDB}/analog.rs (ADXL202)",
        alone=False,
    ),
    Rule(
        name="dallas-year-week",
        maker="Maxim",
        pattern=pattern(r"(?P<code><YY><WW>)(?:[A-Z]\d)?"),
        read=year_week,
        words="Maxim and Dallas print year and week, then the die revision; the line below is the lot",
        source="cpetrich/counterfeit_DS18B20, README (1932C4, lot +786AB)",
        alone=False,
    ),
    Rule(
        name="silabs-year-week",
        maker="Silicon Labs",
        pattern=pattern(r"[A-Z0-9]{6}(?P<code><YY><WW>)"),
        read=year_week,
        words="Silicon Labs prints a trace code of six, then year and week",
        source="Silicon Labs EFM8BB3 datasheet 12.3 (TTTTTTYYWW)",
        alone=False,
    ),
    Rule(
        name="micron-year-week",
        maker="Micron",
        pattern=pattern(r"(?P<code><YY> ?<WW>)"),
        read=year_week,
        words="older Micron memories carry year and week",
        source="Micron CSN-11; idhw.com (98 12 is week 12 of 1998)",
        alone=False,
    ),
    Rule(
        name="sst-year-week",
        maker="SST",
        pattern=pattern(r"39\w+ \w+-\w+-\w+ (?P<code><YY><WW>)\d{3}-[A-Z]"),
        read=year_week,
        words="SST prints year and week before the lot",
        source=f"{_GBHWDB}/sst.rs",
    ),
)
