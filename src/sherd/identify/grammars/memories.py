"""Memories: Micron, Samsung and Winbond.

``W25Q128JVSIQ`` is the W25Q128JV in SOIC 208 mil (S), for −40 to 85 °C (I), quad enabled (Q).
"""

from sherd.identify.grammars.grammar import Grammar, Slot

GRAMMARS = (
    Grammar(
        family="Micron DRAM",
        maker="Micron",
        base=r"MT(?:40A|41[JK]|42L|44K|46[HVX]|47[HR]|48(?:LC|[HV])|49H|53[A-HJ-N])\d{1,4}M\d{1,2}(?:A\d)?",
        slots=(
            Slot(name="package", pattern=r"[A-Z]{1,3}", means="package and lead finish"),
            Slot(name="speed", lead="-", pattern=r"\d{1,3}[A-Z]?", means="cycle time"),
            Slot(
                name="temperature",
                optional=True,
                codes={
                    " IT": "−40 to 95 °C",
                    "IT": "−40 to 95 °C",
                    "AAT": "automotive",
                    " AIT": "automotive",
                    " XIT": "industrial",
                },
            ),
            Slot(name="revision", lead=":", pattern=r"[A-Z]", means="die revision", optional=True),
        ),
        source="Micron part numbering guide for DRAM; datasheet 09005aef80725c0b",
    ),
    Grammar(
        family="Micron N25Q flash",
        maker="Micron",
        base=r"N25Q\d{3}A\d\d",
        slots=(
            Slot(name="block", codes={"E": "uniform sectors", "B": "bottom", "T": "top"}),
            Slot(
                name="package",
                codes={
                    "SE": "SO8 wide",
                    "SF": "SO16",
                    "F8": "VDFPN8 8x6",
                    "F7": "VDFPN8 6x5",
                    "SC": "SO8",
                    "12": "TBGA24",
                    "14": "TBGA24",
                },
            ),
            Slot(
                name="temperature",
                codes={"4": "−40 to 85 °C", "A": "−40 to 125 °C", "H": "−40 to 85 °C, automotive"},
            ),
            Slot(name="security", pattern=r"[0-9A-Z]", means="security features"),
            Slot(name="packing", codes={"E": "tray", "F": "reel", "G": "tube"}, optional=True),
        ),
        source="Micron N25Q128A datasheet, part number ordering information",
    ),
    Grammar(
        family="Samsung DRAM and flash",
        maker="Samsung",
        base=r"K[46789][A-Z]\d[A-Z0-9]\d{2,3}[0-9A-Z]{1,3}",
        slots=(
            Slot(name="package", lead="-", pattern=r"[A-Z]", means="package"),
            Slot(name="temperature", pattern=r"[A-Z]", means="temperature and power"),
            Slot(name="speed", pattern=r"[A-Z0-9]{2}", means="speed"),
            Slot(name="packing", pattern=r"[0-9A-Z]{1,4}", means="packing or customer", optional=True),
        ),
        source="Samsung DDR3 SDRAM product guide, ordering information (K4B4G1646E)",
    ),
    Grammar(
        family="Winbond serial flash",
        maker="Winbond",
        base=r"W25[QXNM]\d{2,3}[A-Z]{2}",
        slots=(
            Slot(
                name="package",
                codes={
                    "SS": "SOIC-8, 208 mil",
                    "SN": "SOIC-8, 150 mil",
                    "SF": "SOIC-16",
                    "ZP": "WSON 6x5",
                    "ZE": "WSON 8x6",
                    "TB": "TFBGA 5x5",
                    "TC": "TFBGA 6x4",
                    "UX": "USON",
                    "UU": "USON",
                    "DA": "PDIP-8",
                    "XG": "XSON",
                    "BY": "WLCSP",
                    "S": "SOIC-8, 208 mil",
                    "N": "SOIC-8, 150 mil",
                    "F": "SOIC-16",
                    "P": "WSON 6x5",
                    "E": "WSON 8x6",
                    "B": "TFBGA 5x5",
                    "C": "TFBGA 6x4",
                    "U": "USON",
                    "T": "VSOP",
                    "D": "PDIP-8",
                    "X": "XSON",
                    "Z": "WSON 8x6",
                },
                unprinted=True,
            ),
            Slot(
                name="temperature",
                codes={
                    "I": "−40 to 85 °C",
                    "J": "−40 to 105 °C",
                    "A": "−40 to 105 °C, automotive",
                    "V": "industrial plus",
                },
            ),
            Slot(
                name="feature",
                codes={
                    "Q": "quad enabled, lead-free",
                    "M": "quad settable, lead-free",
                    "G": "lead-free",
                    "N": "special",
                    "F": "lead-free",
                },
                optional=True,
            ),
            Slot(
                name="packing",
                codes={"TR": "tape and reel", "T": "reel", " TR": "tape and reel"},
                optional=True,
            ),
        ),
        source="Winbond W25Q128JV datasheet, ordering information",
    ),
)
