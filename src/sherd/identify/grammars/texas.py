"""Texas Instruments: analogue parts, logic, MSP430, and the TMS320 signal processors.

``TMS320F28335PGFA`` is the TMS320F28335 in a 176-pin LQFP (PGF) for −40 to 85 °C (A).
"""

from sherd.identify.grammars.grammar import Grammar, Slot

_SMALL = {
    "DBV": "SOT-23", "DCK": "SC70", "DCN": "SOT-23-8", "DRL": "SOT-5X3", "DGK": "VSSOP-8", "DGS": "VSSOP-10",
    "DGN": "HVSSOP-8", "DGQ": "HVSSOP-10", "DDA": "HSOIC-8", "DCY": "SOT-223", "DRB": "VSON-8",
    "DRC": "VSON-10",
    "DSG": "WSON-8", "DRV": "WSON-6", "DB": "SSOP", "DW": "SOIC, wide", "NS": "SO", "PW": "TSSOP",
    "PWP": "HTSSOP", "PFB": "TQFP-48", "PZ": "LQFP-100", "PN": "LQFP-80", "PM": "LQFP-64", "PT": "LQFP-48",
    "RGE": "VQFN-24", "RGZ": "VQFN-48", "RHB": "VQFN-32", "RGC": "VQFN-64", "RGT": "VQFN-16", "RGY": "VQFN",
    "RTE": "WQFN-16", "RSA": "VQFN-16", "KTT": "TO-263", "KVU": "TO-252", "KC": "TO-220", "KCS": "TO-220",
    "D": "SOIC", "P": "PDIP-8", "N": "PDIP", "LP": "TO-92", "YZP": "DSBGA", "YZF": "DSBGA",
}  # fmt: skip
_DSP = {
    "PGF": "LQFP-176", "PTP": "HLQFP-176", "ZJZ": "BGA-176", "ZHH": "BGA-179", "GHH": "BGA-179",
    "PBK": "LQFP-128",
    "PZ": "LQFP-100", "PN": "LQFP-80", "PAG": "TQFP-64", "PGE": "LQFP-144", "GGU": "BGA-144",
    "ZGU": "BGA-144",
    "RSH": "VQFN-56", "PZP": "HTQFP-100",
}  # fmt: skip
_LOGIC = (
    "ABTE?H?|ABTR?|ACT?Q?|AHCT?U?|ALB|ALSS?|ALVCH?R?|ALVTH?|AS|AU[CP][HU]?|AVCH?[ABCR]*|AXCH?|BCT|CB3[QT]|CBTL?V?"
    "|CBT[DKRS]|FB?|FCTT?|GTLP?H?|HC[STU]?|HCTU?|LS|LVC?C?H?[ERUZ]?|LVTH?[ERZ]?|LV[C1]T|LXCH?|PCA|S|TVC"
)
"""The families of logic, by the letters between 74 and the function."""
_CLOCKS = "CDC(?:DB|EL?|[FIMPSUV]|LV[CDP]?|VF)?"
_GREEN = {"E4": "lead-free, nickel palladium gold", "G4": "green, no bromine and antimony"}
_SOURCE = (
    "Texas Instruments part numbering: package designators and packing codes as in the package option addenda"
)

GRAMMARS = (
    Grammar(
        family="TMS320",
        maker="Texas Instruments",
        base=r"TM[SX]320(?:[CEFPR]|BC|DA|DM|LBC|LC|LF|UC|UVC|VC)\d{2,5}",
        slots=(
            Slot(
                name="revision",
                pattern=r"[A-Z](?=[A-Z]{3})(?!(?:GF|TP|JZ|HH|BK|AG|GE|GU|SH|ZP)[A-Z]?$)",
                optional=True,
                means="revision of the type",
            ),
            Slot(name="package", codes=_DSP),
            Slot(
                name="temperature",
                optional=True,
                codes={"A": "−40 to 85 °C", "S": "−40 to 125 °C", "Q": "−40 to 125 °C, automotive"},
            ),
            Slot(name="speed", pattern=r"\d{2,4}", means="clock in MHz", optional=True),
            Slot(name="packing", codes={"R": "tape and reel"}, optional=True),
        ),
        source="Texas Instruments SPRS439 (TMS320F2833x), device and development support tool nomenclature",
    ),
    Grammar(
        family="MSP430",
        maker="Texas Instruments",
        base=r"MSP430(?:[CEFGILP]|AFE|CG|F[EGRW]|SL|TCH)\d{3,5}A?",
        slots=(
            Slot(name="temperature", codes={"I": "−40 to 85 °C", "T": "−40 to 105 °C"}),
            Slot(name="package", codes=_SMALL),
            Slot(name="packing", codes={"R": "tape and reel", "T": "small reel"}, optional=True),
        ),
        source="Texas Instruments MSP430 datasheets, device nomenclature",
    ),
    Grammar(
        family="logic",
        maker="Texas Instruments",
        base=rf"(?:(?:SN|CD)[57]4(?:{_LOGIC})?(?:\d[GT]U?)?|SN|CD|{_CLOCKS})\d{{2,7}}",
        slots=(
            Slot(
                name="grade",
                codes={"A": "revision A", "B": "revision B", "Q": "automotive range", "I": "industrial"},
                optional=True,
            ),
            Slot(name="package", codes=_SMALL),
            Slot(name="packing", codes={"R": "tape and reel", "T": "small reel"}, optional=True),
            Slot(name="finish", codes=_GREEN, optional=True),
            Slot(
                name="qualified",
                lead="-",
                codes={"Q1": "automotive", "EP": "enhanced product"},
                optional=True,
            ),
        ),
        source=_SOURCE,
    ),
    Grammar(
        family="analogue",
        maker="Texas Instruments",
        base=r"(?:TPS|TLV|TLC|TL|OPA|INA|ADS|DAC|REF|BQ|UCC|UC|DRV|ISO|LMV|THS|TXB|TXS|TCA|PCM|TAS"
        r"|TUSB|MAX|VP)\d{2,6}",
        slots=(
            Slot(name="grade", pattern=r"[A-Z]{1,2}", means="grade or revision", optional=True),
            Slot(name="package", codes=_SMALL),
            Slot(name="packing", codes={"R": "tape and reel", "T": "small reel"}, optional=True),
            Slot(name="finish", codes=_GREEN, optional=True),
            Slot(
                name="qualified",
                lead="-",
                codes={"Q1": "automotive", "EP": "enhanced product"},
                optional=True,
            ),
        ),
        source=_SOURCE,
    ),
    Grammar(
        family="former National",
        maker="Texas Instruments",
        base=r"(?:LM\d{3,5}|LM[CV]\d{3,4}|LMH\d{4}|LMP\d{4,5}|LMZ\d{5}|(?:DS|ADC|LP|LF)\d{3,6})(?:HV)?",
        slots=(
            Slot(name="grade", pattern=r"[A-Z]{1,2}", means="grade or temperature", optional=True),
            Slot(
                name="package",
                codes={
                    "M": "SOIC",
                    "MM": "VSSOP",
                    "MF": "SOT-23",
                    "MX": "SOIC, reel",
                    "T": "TO-220",
                    "TZ": "TO-PMOD-7",
                    "S": "TO-263",
                    "MP": "SOT-223",
                    "N": "PDIP",
                    "SD": "WSON",
                    "MT": "TSSOP",
                    "MTC": "TSSOP",
                    "MH": "HTSSOP",
                    "DT": "TO-252",
                },
            ),
            Slot(name="packing", codes={"X": "tape and reel"}, optional=True),
            Slot(name="voltage", lead="-", pattern=r"\d+\.?\d*|ADJ", means="output voltage", optional=True),
            Slot(name="finish", lead="/", codes={"NOPB": "lead-free"}, optional=True),
        ),
        source="Texas Instruments datasheets of former National parts (LMZ14203, LM2937)",
    ),
)
