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

_PIC = (
    r"PIC1[0-8](?:L?C|L?F|L?C[ER]|HV|LV)\d{2,5}(?:[A-C]|[JKQ]\d{2})?|PIC24(?:F|FJ|FV|HJ|EP)\d{2,4}[DGKM][A-Z]\d{3}[A-Z]?"
    r"|PIC32M[KMXZ]\d{3,4}(?:[A-Z]{3}\d{3}|F\d{3}[HL])|DSPIC3[03][CEFA][A-Z]?\d{1,4}[A-Z]{2}\d{3}[A-Z]?"
)
_SERIAL = (
    r"24(?:LC|AA|C|FC)(?:0(?:[0-48]|14|24|25)|16|21|22|32|41|52|64|65|128|256|51[25]|102[456])"
    r"|25(?:LC|AA|C)(?:0[1248]0|1[26]0|128|256|320|512|640|1024)|93(?:LC|AA|C)[4-8]6"
)
_AVR = (
    r"MEGA\d{1,4}(?:(?:U|C|M|RFA|RFR|HVE)\d|HV[ABDE]|P[AB]?V?|A|L|V)?(?:RC)?|TINY\d{2,4}(?:HVA|[AFLUV])?"
    r"|XMEGA\d{1,3}[A-E]\d[BCU]{0,2}|90(?:CAN\d{2,3}|L?S\d{4}|PWM\d{1,3}[BC]?|USB\d{2,4})"
    r"|89(?:C|S|L[PSV])\d{2,4}(?:[A-E]|WD|X2|A[CS]\d|CC\d{2}|E[BD]\d|I[ABCD]\d|R[BCDE]\d?|SND\d[A-Z]?)?"
)
_SAM = (
    r"SAM(?:[34][A-Z]{1,2}\d{1,2}[A-E][A-C]?|(?:C|D|DA|E|G|HA|L|R|S|V)\d{2}[B-RT-Z]\d{2}[A-D]?|A5D\d{2}[A-C]?)"
    r"|91(?:SAM(?:7[A-Z]{1,2}\d{2,3}[A-D]?|9[A-Z]{0,2}\d{2,3}[A-C]?)|[FRM]{1,2}\d{4,5}[A-Z]?)"
)
_SIZE = r"(?:0[1248][01]?|1[16]|16[01]|21|32[01]?|34|64[012]?|128|256|512|102[48]|2048|4096|[46]02)"
_MEMORY = (
    rf"2\d(?:L?C|C[MS]|MAC|HC|SF|D[FLN]|Q[FL]|X[EV]|P[CE]|FF|EU|[BL]V|F|HP)?{_SIZE}[A-HRV]?[FN]?"
    rf"|45D[BQ]{_SIZE}[A-HQ]?|49(?:BV|F|LL)\d{{3,4}}[A-H]?|42QT\d{{4}}[A-Z]?"
)

GRAMMARS = (
    Grammar(
        family="PIC, MCP, serial memories",
        maker="Microchip",
        base=rf"(?:{_PIC}|MCP\d{{3,5}}[A-S]??|MIC\d{{3,5}}|(?:{_SERIAL})[A-C]?|TC\d{{2,4}})",
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
        base=rf"AT(?:{_AVR}|{_SAM}|{_MEMORY})",
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
