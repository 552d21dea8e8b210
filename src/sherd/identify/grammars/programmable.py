"""Programmable logic: Xilinx (AMD) and Altera (Intel).

``XC3S400-4PQ208C`` is the XC3S400 of speed 4 in PQFP with 208 pins, for 0 to 85 °C (C).
"""

from sherd.identify.grammars.grammar import Grammar, Slot

_XILINX_PACKAGE = {
    code: words
    for words, codes in {
        "fine-pitch BGA": "FG FGG FT FTG FF FFG FB FBG CSG CS SBG SB FFV FFVA FFVB FBV "
        "FHG CPG CP CLG CL SFVA SFVC",
        "quad flat": "PQ PQG TQ TQG VQ VQG HQ HQG", "BGA": "BG BGG", "PLCC": "PC PCG",
        "ceramic": "CB CF CN PG", "QFN": "QFG QF",
    }.items()
    for code in codes.split()
}  # fmt: skip
_XILINX_RANGE = {
    "C": "0 to 85 °C", "I": "−40 to 100 °C", "E": "0 to 100 °C", "Q": "−40 to 125 °C", "M": "−55 to 125 °C",
}  # fmt: skip
_ALTERA_PACKAGE = {
    "F": "fine-pitch BGA", "U": "ultra fine-pitch BGA", "E": "plastic quad flat with pad",
    "Q": "plastic quad flat", "T": "thin quad flat",
    "R": "power quad flat", "B": "BGA", "L": "PLCC", "M": "micro BGA", "H": "hybrid BGA",
    "V": "very thin or WLCSP", "A": "thin quad flat",
}  # fmt: skip
_ALTERA_RANGE = {"C": "0 to 85 °C", "I": "−40 to 100 °C", "A": "−40 to 125 °C, automotive"}
_OPTION = Slot(
    name="option", codes={"N": "lead-free", "G": "RoHS6", "ES": "engineering sample"}, optional=True
)

GRAMMARS = (
    Grammar(
        family="Xilinx",
        maker="Xilinx",
        base=r"XC(?:2C\d{2,3}A?|2S\d{2,3}E?|2VP?\d{1,4}|3S\d{2,4}(?:AN?|E)?|3SD\d{4}A|[345]\d{3}(?:[AEL]|EX|XLA?|XV)?"
        r"|4V[FLS]X\d{2,3}|5V[FLST]X\d{2,3}T?|6SLX\d{1,3}T?|6V[CHLS]X\d{2,3}TL?|7[AKSV]\d{1,4}T?|7V[HX]\d{3}T"
        r"|7Z\d{3}S?|95\d{2,3}(?:X[LV])?|V\d{2,4}E?|ZU\d{1,2}(?:CG|DR|E[GV])|[AKV]U\d{1,3}P?|17S[A-Z]?\d{2})",
        slots=(
            Slot(name="speed", lead="-", pattern=r"L?\d{1,2}[LE]?", means="speed grade"),
            Slot(name="package", codes=_XILINX_PACKAGE),
            Slot(name="pins", pattern=r"\d{2,4}", means="number of pins"),
            Slot(name="temperature", codes=_XILINX_RANGE),
            Slot(name="option", pattern=r"\d{4}|ES", means="customer or sample code", optional=True),
        ),
        source="Xilinx DS099, DS180, DS182, ordering information",
    ),
    Grammar(
        family="Altera FPGA",
        maker="Altera",
        base=r"(?:EP[1-4](?:C|S|AGX|CGX|SGX)[A-Z]?\d{1,3}[A-Z]?\d?(?=[A-Z]\d{3})"
        r"|5[CS][A-Z]{2,3}[A-Z]\d{1,2}|10M\d{2}[SD][ACF]?)",
        slots=(
            Slot(name="package", codes=_ALTERA_PACKAGE),
            Slot(name="pins", pattern=r"\d{2,4}", means="number of pins, or a code of the package"),
            Slot(name="temperature", codes=_ALTERA_RANGE),
            Slot(name="speed", lead="", pattern=r"-?\d", means="speed grade"),
            _OPTION,
        ),
        source="Altera CIII51001, CV-51001 and M10-OVERVIEW, ordering information",
    ),
    Grammar(
        family="Altera FLEX and ACEX",
        maker="Altera",
        base=r"EP(?:F\d{1,2}K?\d{2,4}[A-Z]??|1K\d{2,3})",
        slots=(
            Slot(name="package", codes=_ALTERA_PACKAGE),
            Slot(name="temperature", codes=_ALTERA_RANGE),
            Slot(name="pins", pattern=r"\d{2,3}", means="number of pins"),
            Slot(name="speed", lead="-", pattern=r"\dX?", means="speed grade"),
            _OPTION,
        ),
        source="Altera FLEX 10K embedded programmable logic device family data sheet, ordering information",
    ),
    Grammar(
        family="Altera CPLD",
        maker="Altera",
        base=r"(?:EPM\d{3,4}[A-Z]{0,2}?|5M\d{2,4}Z)",
        slots=(
            Slot(name="package", codes=_ALTERA_PACKAGE),
            Slot(name="pins", pattern=r"\d{2,3}", means="number of pins"),
            Slot(name="temperature", codes=_ALTERA_RANGE),
            Slot(name="speed", pattern=r"-?\d{1,2}", means="speed grade"),
            _OPTION,
        ),
        source="Altera MII51001 (MAX II) and MAX 7000 data sheet, ordering information",
    ),
)
