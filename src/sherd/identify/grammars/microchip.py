"""Microchip and Atmel: microcontrollers, memories and analogue parts.

``PIC16F877AT-I/PT`` is the PIC16F877A on tape (T), for −40 to 85 °C (I), in TQFP (PT).
"""

from sherd.identify.grammars.grammar import Grammar, Slot

_PACKAGE = {
    "P": "PDIP", "SP": "SPDIP", "SO": "SOIC, wide", "SN": "SOIC-8", "SM": "SOIJ-8", "SL": "SOIC-14",
    "SS": "SSOP",
    "ST": "TSSOP", "MS": "MSOP", "MF": "DFN", "MC": "DFN-8", "ML": "QFN", "MV": "UQFN", "MR": "QFN-64",
    "MM": "QFN-28",
    "PT": "TQFP", "PF": "TQFP-100", "L": "PLCC", "OT": "SOT-23", "CT": "SOT-23-3", "LT": "SC70",
    "TT": "SOT-23-3", "NB": "SOT-89",
    "MNY": "TDFN", "MN": "TDFN", "JW": "CERDIP with window", "TO": "TO-92", "DB": "SOT-223", "EB": "DDPAK",
    "PA": "PDIP",
    "BG": "TFBGA", "SA": "SOIC-8", "UN": "MSOP-10",
}  # fmt: skip
_TEMPERATURE = {
    "I": "−40 to 85 °C",
    "E": "−40 to 125 °C",
    "H": "−40 to 150 °C",
    "V": "−40 to 105 °C",
    "C": "0 to 70 °C",
}
_ATMEL = {
    "A": "TQFP", "M": "QFN", "P": "PDIP", "S": "SOIC", "SS": "SOIC-8", "X": "TSSOP", "J": "PLCC", "T": "TSOP",
    "C": "BGA", "MM": "VQFN", "CC": "UFBGA", "AI": "TQFP", "R": "SOIC, wide",
}  # fmt: skip
_ATMEL_RANGE = {
    "U": "−40 to 85 °C, lead-free", "N": "−40 to 105 °C, lead-free", "F": "−40 to 125 °C, lead-free",
    "H": "−40 to 85 °C, NiPdAu", "I": "−40 to 85 °C", "C": "0 to 70 °C", "Z": "−40 to 125 °C, automotive",
}  # fmt: skip

GRAMMARS = (
    Grammar(
        family="PIC, MCP, serial memories",
        maker="Microchip",
        base=r"(?:PIC\d{2}[A-Z]{1,3}\d{1,4}[A-Z]{0,4}?\d{0,3}|DSPIC\d{2}[A-Z]{1,2}\d{1,3}[A-Z]{2}\d{3}[A-Z]?"
        r"|MCP\d{3,5}[A-S]??|MIC\d{3,5}|(?:24|25|93)(?:LC|AA|C|FC)\d{1,4}[A-C]?|TC\d{2,4})",
        slots=(
            Slot(name="packing", codes={"T": "tape and reel"}, optional=True),
            Slot(
                name="option",
                lead="-",
                pattern=r"\d[0-9A-Z]*(?=-|I/|E/)",
                means="speed, voltage or bandwidth",
                optional=True,
            ),
            Slot(name="dash", pattern="-", silent=True, optional=True),
            Slot(name="temperature", codes=_TEMPERATURE),
            Slot(name="package", lead="/", codes=_PACKAGE),
            Slot(name="pattern", pattern=r"\w{3}", means="programmed pattern", optional=True),
        ),
        source="Microchip datasheets, product identification system (for example DS39582, DS21669)",
    ),
    Grammar(
        family="AVR, SAM and Atmel memories",
        maker="Microchip",
        base=r"AT(?:MEGA|TINY|XMEGA|SAM|90|89|91|2\d|4\d)[A-Z0-9]*?\d[A-Z]{0,3}",
        slots=(
            Slot(
                name="speed", lead="-", pattern=r"\d{1,2}", means="clock in MHz or access time", optional=True
            ),
            Slot(name="dash", pattern="-", silent=True, optional=True),
            Slot(name="package", codes=_ATMEL),
            Slot(name="temperature", codes=_ATMEL_RANGE),
            Slot(name="packing", codes={"R": "tape and reel", "-T": "tape and reel"}, optional=True),
        ),
        source="Atmel datasheets, ordering information (for example doc2549, ATmega640/1280/2560)",
    ),
)
