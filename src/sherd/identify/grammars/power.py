"""onsemi, with Fairchild which it bought: the letters at the end say package, lead-free and reel.

``NCP1117ST33T3G`` is the NCP1117 in SOT-223 (ST) for 3.3 V (33), on a 4,000 piece reel (T3), lead-free (G).
"""

from sherd.identify.grammars.grammar import Grammar, Slot

_ON_PACKAGE = {
    "D": "SOIC", "DT": "TSSOP or DPAK", "DTB": "TSSOP", "DR2": "SOIC", "DM": "Micro8", "DG": "SOIC",
    "ST": "SOT-223", "SN": "TSOP-5", "N": "PDIP", "P": "PDIP",
    "MN": "DFN", "MT": "DFN", "T": "TO-220", "L": "SOT-23", "W": "SC-70", "XV": "SOT-563", "DS": "D2PAK",
    "SQ": "SC-88", "DW": "SOIC, wide", "M": "SO EIAJ",
}  # fmt: skip
_ON_REEL = {
    "R2": "2,500 piece reel",
    "T1": "3,000 piece reel",
    "T3": "reel",
    "T4": "reel",
    "TX": "reel",
    "RK": "reel",
    "RL": "reel",
    "T5": "reel",
}

GRAMMARS = (
    Grammar(
        family="onsemi analogue and discretes",
        maker="onsemi",
        base=r"(?:NC[PVSDLX]|MC|NTD|NTR|NTMS|NTP|NUP|NB|MMBT|MMBD|MMSZ|MMBZ|MBR[ASD]?|MUR[SA]?|MURD"
        r"|BC|1N|2N|LM|NV|FST|CAT|SZ)\d{2,6}[A-Z]{0,3}?",
        slots=(
            Slot(name="package", codes=_ON_PACKAGE, optional=True),
            Slot(
                name="voltage", pattern=r"\d{2,3}", means="output voltage in tenths of a volt", optional=True
            ),
            Slot(name="packing", codes=_ON_REEL, optional=True),
            Slot(name="finish", codes={"G": "lead-free"}),
        ),
        source="onsemi BRD8011 and datasheets (NCP1117), ordering information",
    ),
    Grammar(
        family="Fairchild transistors and logic",
        maker="Fairchild",
        base=r"(?:FD[ABCDGHLMNPSTUVWXYZ]{0,2}|FQ[ABDINPUT]{0,2}|FGA|FGH|FCP|FSB|NDS|NDT|NDC|MM74HC"
        r"|FAN|KA|HUF|RF[DP]|74VHC|NC7S)\d{2,6}(?:[NPRT]\d{2,3})?[A-HJ-NP-Z]{0,5}(?:ET\d{2}|[DGPS]3(?:ST?)?|I?S?\d{0,2}G?X)?",
        slots=(
            Slot(
                name="option",
                lead="_",
                pattern=r"[A-Z0-9]{3,6}|NL",
                means="qualification or customer option",
                optional=True,
            ),
        ),
        source="Fairchild datasheets, package marking and ordering information (FDS6680A, FQP30N06L)",
    ),
)
