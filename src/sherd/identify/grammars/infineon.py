"""Infineon, with International Rectifier and Cypress which it bought: each keeps its own scheme.

``CY7C1069DV33-10ZSXI`` is the CY7C1069DV33 of 10 ns in TSOP II (ZS), lead-free (X), for −40 to 85 °C (I).
"""

from sherd.identify.grammars.grammar import Grammar, Slot

_CYPRESS_PACKAGE = {
    "ZS": "TSOP II", "Z": "TSOP I", "V": "SOJ", "B": "BGA", "BV": "VFBGA", "BG": "BGA", "BA": "FBGA",
    "A": "TQFP", "S": "SOIC", "SN": "SOIC",
    "PV": "SSOP", "LT": "QFN", "LF": "QFN", "P": "PDIP", "AC": "TQFP", "BB": "FBGA", "FN": "WLCSP",
    "AZ": "TQFP", "LQ": "QFN",
}  # fmt: skip
_RANGE = {
    "C": "0 to 70 °C", "I": "−40 to 85 °C", "A": "−40 to 85 °C, automotive",
    "E": "−40 to 125 °C, automotive", "Q": "−40 to 105 °C",
}  # fmt: skip
_IR_PACKAGE = {
    "S": "D2PAK", "L": "TO-262", "R": "DPAK", "U": "IPAK", "P": "TO-247", "PP": "TO-247",
}  # fmt: skip
_FLASH_PACKAGE = {
    "MF": "SOIC", "NF": "WSON", "BH": "BGA 5x5", "TF": "TSOP", "FF": "BGA", "DH": "BGA", "FH": "BGA",
    "GH": "BGA", "TA": "TSOP", "FA": "BGA",
}  # fmt: skip

GRAMMARS = (
    Grammar(
        family="Cypress memories and controllers",
        maker="Cypress",
        base=r"CY(?:(?:7C|62)\d{3,5}(?:[A-HJ-N][EN]?(?:V?E?\d{1,2})?)?(?:E?LL|E?SL)?|8C\d{4,5}[A-H]?|8CMBR\d{4}"
        r"|1[45][BEMNUVW]\d{3}[A-Z]{1,2}|7B\d{3,4}|9B[A-Z0-9]{3,6}|2[23]\d{2,3}[A-HJ-N]?)",
        slots=(
            Slot(
                name="speed",
                lead="-",
                pattern=r"\d{2,3}(?=[A-Z])",
                means="access time in ns, or pins and speed",
                optional=True,
            ),
            Slot(name="package", codes=_CYPRESS_PACKAGE),
            Slot(name="finish", codes={"X": "lead-free"}, optional=True),
            Slot(name="temperature", codes=_RANGE),
            Slot(name="packing", codes={"T": "tape and reel"}, optional=True),
        ),
        source="Cypress 38-05478 (CY7C1069DV33) and PSoC 1 datasheets, ordering code definitions",
    ),
    Grammar(
        family="Spansion and Cypress flash",
        maker="Cypress",
        base=r"S(?:25F[LS]|29G[LS]|29A[LS]|26K[LS]|70F[LS])\d{3}[A-Z]",
        slots=(
            Slot(
                name="speed",
                pattern=r"[A-Z0-9]{2}(?=[A-Z]{2}[A-Z]\d)|\d{2}(?=[A-Z]{2}[A-Z]\d)",
                means="speed",
                optional=True,
            ),
            Slot(name="package", codes=_FLASH_PACKAGE),
            Slot(
                name="temperature",
                codes={
                    "I": "−40 to 85 °C",
                    "V": "−40 to 105 °C",
                    "A": "automotive",
                    "N": "−40 to 125 °C",
                    "B": "automotive",
                },
            ),
            Slot(name="model", pattern=r"[0-9A-Z]{2}", means="model of sectors and supply"),
            Slot(name="packing", codes={"0": "tray", "1": "tube", "3": "13 inch reel"}, optional=True),
        ),
        source="Cypress 001-98283 (S25FL128S), 002-00497 (S29GL-S), ordering information",
    ),
    Grammar(
        family="IR transistors",
        maker="International Rectifier",
        base=r"(?:IRF[BDHILMPRSTUZ]?|IRL[BFMLRSZ]?|AUIR[FL][RS]?|IRG[A-Z]{0,2}|IR)\d{3,5}[NVZGE]?",
        slots=(
            Slot(name="package", codes=_IR_PACKAGE, optional=True),
            Slot(
                name="packing", codes={"TR": "reel", "TRL": "reel, left", "TRR": "reel, right"}, optional=True
            ),
            Slot(name="finish", codes={"PBF": "lead-free"}, optional=True),
        ),
        source="International Rectifier datasheets, part number and ordering table (IRF5210S, IRF5210L)",
    ),
)
