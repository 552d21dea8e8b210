"""Analog Devices, and Linear Technology and Maxim which it bought: each keeps its own scheme.

``LTC2174IUKG-14#TRPBF`` is the LTC2174 for −40 to 85 °C (I) in QFN (UKG), 14 bit, on tape, lead-free.
"""

from sherd.identify.grammars.grammar import Grammar, Slot

_AD_PACKAGE = {
    "R": "SOIC", "RW": "SOIC, wide", "RM": "MSOP", "RU": "TSSOP", "RE": "TSSOP with pad", "RS": "SSOP",
    "RJ": "SOT-23",
    "RT": "SOT-23-6", "KS": "SC70", "CP": "LFCSP", "CC": "LGA", "ST": "LQFP", "SU": "TQFP",
    "SV": "TQFP with pad",
    "S": "MQFP", "N": "PDIP", "Q": "CERDIP", "D": "ceramic DIP", "E": "LCC", "P": "PLCC", "BC": "CSP BGA",
    "B": "BGA",
    "CB": "WLCSP", "H": "metal can", "EA": "ceramic LCC", "QC": "ceramic leadless", "RQ": "QSOP",
    "EP": "plastic DIP",
}  # fmt: skip
_REELS = {
    "REEL": "13 inch reel",
    "REEL7": "7 inch reel",
    "RL": "13 inch reel",
    "RL7": "7 inch reel",
    "R7": "7 inch reel",
    "R2": "250 piece reel",
}
_LT_PACKAGE = {
    "S8": "SO-8", "S": "SO", "S5": "TSOT-23", "S6": "TSOT-23", "SW": "SO, wide", "MS": "MSOP-10",
    "MS8": "MSOP-8", "MSE": "MSOP with pad",
    "MS8E": "MSOP-8 with pad", "GN": "SSOP, narrow", "G": "SSOP", "F": "TSSOP", "FE": "TSSOP with pad",
    "DD": "DFN or DD-PAK", "DE": "DFN",
    "DC": "DFN", "DDB": "DFN", "UF": "QFN", "UH": "QFN", "UK": "QFN", "UKG": "QFN", "UJ": "QFN",
    "UHF": "QFN", "UFD": "QFN",
    "LX": "LQFP", "N8": "PDIP-8", "N": "PDIP", "Q": "DD-PAK", "T": "TO-220", "T7": "TO-220-7",
    "R": "DD-PAK-7", "ST": "SOT-223",
    "V": "LGA", "Y": "BGA", "H": "metal can", "J8": "CERDIP-8", "Z": "TO-92",
}  # fmt: skip
_LT_RANGE = {
    "C": "0 to 70 °C",
    "I": "−40 to 85 °C",
    "E": "−40 to 85 or 125 °C",
    "H": "−40 to 150 °C",
    "M": "−55 to 125 °C",
    "MP": "−55 to 150 °C",
}
_MAXIM_RANGE = {
    "C": "0 to 70 °C", "I": "−20 to 85 °C", "E": "−40 to 85 °C", "A": "−40 to 125 °C", "M": "−55 to 125 °C",
    "G": "−40 to 105 °C", "U": "0 to 85 °C",
    "T": "−40 to 150 °C",
}  # fmt: skip
_MAXIM_PACKAGE = {
    "A": "SSOP", "S": "SO, narrow", "W": "SO, wide", "P": "PDIP", "N": "PDIP, narrow", "U": "TSSOP or µMAX",
    "E": "QSOP", "T": "TDFN or TQFN",
    "G": "QFN", "K": "SOT", "X": "SC70", "C": "TQFP", "D": "ceramic DIP", "J": "CERDIP", "L": "µDFN",
    "B": "UCSP", "R": "SSOP, ceramic", "Q": "PLCC",
    "H": "module or TQFP", "Z": "thin SOT", "M": "MQFP",
}  # fmt: skip
_MAXIM_PINS = {
    "A": "8 pins", "B": "10 or 64", "C": "12 or 192", "D": "14", "E": "16", "F": "22 or 256", "G": "24",
    "H": "44", "I": "28", "J": "32", "K": "5 or 68",
    "L": "40", "M": "7 or 48", "N": "18", "O": "42", "P": "20", "Q": "2 or 100", "R": "3 or 84",
    "S": "4 or 80", "T": "6 or 160", "U": "60 or 38",
    "V": "8, 0.2 inch", "W": "10, 0.23 inch", "X": "36", "Y": "8, 0.15 inch", "Z": "10, 0.18 inch",
}  # fmt: skip
_LEAD_FREE = {
    "+": "lead-free",
    "#": "lead-free, exempt",
    "-": "leaded",
    "+T": "lead-free, reel",
    "#T": "lead-free, exempt, reel",
    "-T": "reel",
}

GRAMMARS = (
    Grammar(
        family="AD",
        maker="Analog Devices",
        base=r"AD(?!C\d{4}[A-Z]{2}\b)(?:[GMRUPXLUWF]|UC|UM|SP|UX|AR|RF|XL|XRS|V|P|T|DS|CMP|AU|A){0,1}\d{3,5}",
        slots=(
            Slot(name="version", lead="-", pattern=r"\d{1,2}", means="version", optional=True),
            Slot(
                name="grade", pattern=r"[A-Z]{1,2}?", means="grade: accuracy and temperature", optional=True
            ),
            Slot(name="package", codes=_AD_PACKAGE),
            Slot(name="finish", codes={"Z": "lead-free"}, optional=True),
            Slot(name="option", pattern=r"-?\d{1,4}(?:\.\d)?", means="value, speed or pins", optional=True),
            Slot(name="packing", lead="-", codes=_REELS, optional=True),
        ),
        source="Analog Devices datasheets, ordering guide; package designators as in the package index",
    ),
    Grammar(
        family="LT, LTC, LTM",
        maker="Linear Technology",
        base=r"LT[CM]?\d{4}",
        slots=(
            Slot(name="revision", pattern=r"[AB]|H|L|X", means="grade or version", optional=True),
            Slot(name="range", codes=_LT_RANGE, optional=True),
            Slot(name="package", codes=_LT_PACKAGE),
            Slot(
                name="option",
                lead="-",
                pattern=r"\d{1,2}(?:\.\d+)?",
                means="voltage or resolution",
                optional=True,
            ),
            Slot(
                name="packing",
                lead="#",
                optional=True,
                codes={
                    "PBF": "lead-free",
                    "TRPBF": "lead-free, reel",
                    "TR": "reel",
                    "TRMPBF": "lead-free, small reel",
                    "WPBF": "lead-free, waffle",
                },
            ),
        ),
        source="Linear Technology datasheets, order information (LTC2174, LTM4613, LTC3414)",
    ),
    Grammar(
        family="MAX",
        maker="Maxim",
        base=r"MAX\d{3,5}",
        slots=(
            Slot(name="revision", pattern=r"[A-Z]{1,2}?", means="version", optional=True),
            Slot(name="temperature", codes=_MAXIM_RANGE),
            Slot(name="package", codes=_MAXIM_PACKAGE),
            Slot(name="pins", codes=_MAXIM_PINS),
            Slot(name="finish", codes=_LEAD_FREE, optional=True),
        ),
        source="Maxim product naming conventions: temperature, package and pins as the last three letters",
    ),
    Grammar(
        family="DS",
        maker="Maxim",
        base=r"DS(?:18[BS]20|\d{4}(?!$))",
        slots=(
            Slot(
                name="package",
                optional=True,
                codes={
                    "Z": "SO-8",
                    "S": "SO, wide",
                    "U": "µSOP",
                    "PAR": "TO-92, parasite power",
                    "N": "industrial",
                    "ZN": "SO-8, industrial",
                    "SN": "SO, industrial",
                },
            ),
            Slot(
                name="finish",
                optional=True,
                codes={
                    "+": "lead-free",
                    "#": "lead-free, exempt",
                    "+T&R": "lead-free, reel",
                    "/T&R": "reel",
                    "+TR": "lead-free, reel",
                    "-": "leaded",
                },
            ),
        ),
        source="Dallas Semiconductor and Maxim datasheets, ordering information (DS18B20, DS1302)",
    ),
)
