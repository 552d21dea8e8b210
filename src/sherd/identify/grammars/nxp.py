"""NXP, with Philips and Freescale which it comes from and bought: package letters, then packing.

``LPC1768FBD100,551`` is the LPC1768 for −40 to 85 °C (F) in LQFP (BD) with 100 pins, in trays (551).
"""

from sherd.identify.grammars.grammar import Grammar, Slot

_PACKAGE = {
    "BD": "LQFP", "ET": "TFBGA", "HN": "HVQFN", "HI": "HVQFN", "DH": "TSSOP", "UK": "WLCSP", "JH": "HTSSOP",
    "DW": "SO, wide", "EL": "LFBGA",
}  # fmt: skip
_PACKING = {
    "118": "13 inch reel",
    "112": "tube",
    "115": "7 inch reel",
    "551": "tray",
    "557": "tray",
    "518": "reel",
    "528": "reel",
    "151": "tray",
    "132": "reel",
    "157": "reel",
}
_LOGIC_PACKAGE = {
    "D": "SO",
    "DB": "SSOP",
    "PW": "TSSOP",
    "N": "DIP",
    "BQ": "DHVQFN",
    "GW": "SC-88A",
    "GV": "SC-74A",
    "DGG": "TSSOP, wide",
    "GM": "XSON",
    "DC": "VSSOP",
    "T": "SO",
}

GRAMMARS = (
    Grammar(
        family="LPC",
        maker="NXP",
        base=r"LPC(?:\d{3,5}|1[12][ACDEU]\d{2}|(?:18|43|54|55)S\d{2})",
        slots=(
            Slot(name="temperature", codes={"F": "−40 to 85 °C", "J": "−40 to 105 °C"}),
            Slot(name="package", codes=_PACKAGE),
            Slot(name="pins", pattern=r"\d{2,3}", means="number of pins"),
            Slot(name="option", lead="/", pattern=r"\w+", means="memory or version", optional=True),
            Slot(name="packing", lead=",", codes=_PACKING, optional=True),
        ),
        source="NXP LPC1769/68/67/66/65/64/63 data sheet, ordering information",
    ),
    Grammar(
        family="logic and interface",
        maker="NXP",
        base=r"(?:74(?:HC[TU]?|LVCH?|LV|AHC[TU]?|ABT|ALVCH?|AUP|LVTH?)(?:\dGU?|\dT)?\d{2,6}[A-HN]?"
        r"|PC[AF]\d{4}[A-Z]?|TJA\d{4}|PCF\d{4}|HEF\d{4}B?)",
        slots=(
            Slot(name="package", codes=_LOGIC_PACKAGE),
            Slot(name="packing", lead=",", codes=_PACKING, optional=True),
        ),
        source="NXP and Nexperia data sheets, ordering information (74HC74, PCA9306)",
    ),
    Grammar(
        family="Freescale pressure sensors",
        maker="NXP",
        base=r"MPX(?:[VAHT]|AZ|HZ|VZ)?\d{4}[A-Z]?",
        slots=(
            Slot(
                name="kind",
                codes={"A": "absolute", "D": "differential", "G": "gauge", "V": "vacuum"},
                optional=True,
            ),
            Slot(
                name="package",
                codes={
                    "P": "port",
                    "C6U": "small outline, axial port",
                    "6U": "small outline",
                    "6T1": "small outline, reel",
                    "C6T1": "small outline with port, reel",
                    "S": "stove pipe port",
                    "CP": "case with port",
                    "U": "rail",
                    "C7U": "through hole with port",
                },
            ),
        ),
        source="Freescale MPXA6115A and MPXV5010G data sheets, ordering information",
    ),
    Grammar(
        family="Kinetis",
        maker="NXP",
        base=r"MK[ELVW]?\d{2}(?:[DF][NX]|[ADFZ])(?:\d{1,3}|\dM0)",
        slots=(
            Slot(
                name="revision",
                codes={"A": "revision A", "Z": "first", "R": "reel and revision"},
                optional=True,
            ),
            Slot(name="temperature", codes={"V": "−40 to 105 °C", "C": "−40 to 85 °C", "M": "−40 to 125 °C"}),
            Slot(name="package", pattern=r"[A-Z]{2}", means="package"),
            Slot(name="speed", pattern=r"\d{1,2}", means="clock in tens of MHz"),
            Slot(name="packing", codes={"R": "tape and reel"}, optional=True),
        ),
        source="Freescale K60 sub-family data sheet, part identification",
    ),
)
