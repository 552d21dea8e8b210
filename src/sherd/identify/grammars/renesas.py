"""Renesas, with Intersil which it bought.

``ISL83485IBZ-T`` is the ISL83485 for −40 to 85 °C (I) in SOIC (B), lead-free (Z), on tape (T).
"""

from sherd.identify.grammars.grammar import Grammar, Slot

GRAMMARS = (
    Grammar(
        family="RL78",
        maker="Renesas",
        base=r"R5F1\d{2}[0-9A-Z][A-Z]",
        slots=(
            Slot(
                name="temperature",
                codes={
                    "A": "−40 to 85 °C, consumer",
                    "D": "−40 to 85 °C, industrial",
                    "G": "−40 to 105 °C",
                    "M": "−40 to 125 °C",
                },
            ),
            Slot(
                name="package",
                codes={
                    "FB": "LFQFP",
                    "FA": "LQFP",
                    "SP": "LSSOP",
                    "NA": "HWQFN",
                    "LA": "FLGA",
                    "BG": "VFBGA",
                    "FP": "LQFP, large",
                },
            ),
            Slot(
                name="packing",
                lead="#",
                codes={
                    "V0": "tray",
                    "X0": "reel",
                    "30": "tray",
                    "50": "reel",
                    "10": "tray",
                    "U0": "tray",
                    "W0": "reel",
                    "20": "tray",
                    "40": "reel",
                },
                optional=True,
            ),
        ),
        source="Renesas R01DS0131 (RL78/G13), ordering information",
    ),
    Grammar(
        family="Intersil",
        maker="Intersil",
        base=r"(?:ISL|ICL|HIN|EL|HI|X9|X40|CA)\d{3,6}[A-Z]??",
        slots=(
            Slot(
                name="temperature",
                codes={
                    "C": "0 to 70 °C",
                    "I": "−40 to 85 °C",
                    "E": "−40 to 85 °C",
                    "F": "−40 to 125 °C",
                    "M": "−55 to 125 °C",
                    "H": "−40 to 105 °C",
                },
            ),
            Slot(
                name="package",
                codes={
                    "B": "SOIC",
                    "V": "TSSOP",
                    "U": "MSOP",
                    "R": "QFN or DFN",
                    "P": "PDIP",
                    "A": "SSOP",
                    "H": "SOT-23",
                    "Y": "PLCC",
                    "S": "SOIC",
                },
            ),
            Slot(
                name="finish",
                codes={"Z": "lead-free", "N": "narrow", "NZ": "narrow, lead-free"},
                optional=True,
            ),
            Slot(
                name="packing",
                lead="-",
                codes={"T": "reel", "T7A": "small reel", "TK": "reel", "T13": "reel", "T7": "7 inch reel"},
                optional=True,
            ),
        ),
        source="Intersil datasheets, ordering information (ISL83485, ICL3232)",
    ),
)
