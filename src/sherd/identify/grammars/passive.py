"""Capacitors, resistors, inductors and small semiconductors that are sold by size, value and packing.

``GRM188R71H104KA93D``: series GRM, 1.6 × 0.8 mm, X7R, 50 V, 100 nF, ±10 %, on a 180 mm paper reel (D).
"""

from sherd.identify.grammars.grammar import Grammar, Slot

_REELS = {
    "D": "180 mm reel, paper",
    "L": "180 mm reel, embossed",
    "J": "330 mm reel, paper",
    "K": "330 mm reel, embossed",
    "B": "bulk",
}

GRAMMARS = (
    Grammar(
        family="Murata ceramic capacitors",
        maker="Murata",
        base=r"G(?:RM|CM|RT|CJ|JM|QM|CG|MA|R3)(?:\d|M[A-Z])[0-9A-Z]{1,2}(?:R7|R6|5C|C8|C7|X7|X8|D7|7U|B3"
        r"|R9)\d[A-Z](?:\d{3}|\dR\d|R\d{2})[A-Z][A-Z][0-9A-Z]{2}",
        slots=(Slot(name="packing", codes=_REELS, optional=True),),
        source="Murata C02E chip monolithic ceramic capacitors, part numbering",
    ),
    Grammar(
        family="Murata ferrite beads and filters",
        maker="Murata",
        base=r"(?:BLM\d{2}[A-Z]{2}\d{3}[A-Z]{2}\d|(?:NFM|LQ[WGHMP]|DLW)\d[0-9A-Z]{3,11}?|BNX\d{3}H?\d{0,2})",
        slots=(
            Slot(
                name="packing", codes={"D": "180 mm reel, paper", "L": "180 mm reel, embossed", "B": "bulk"}
            ),
        ),
        source="Murata C31E noise suppression products, part numbering",
    ),
    Grammar(
        family="Samsung ceramic capacitors",
        maker="Samsung Electro-Mechanics",
        base=r"CL\d{2}[A-Z](?:\d{3}|\dR\d|R\d{2})[A-Z][A-Z]",
        slots=(
            Slot(name="thickness", pattern=r"[0-9A-Z]", means="thickness"),
            Slot(name="plating", pattern=r"[A-Z]{2}", means="inner electrode and plating"),
            Slot(name="option", pattern=r"[A-Z]", means="product control"),
            Slot(
                name="packing",
                codes={
                    "C": "178 mm reel, cardboard",
                    "E": "178 mm reel, embossed",
                    "D": "330 mm reel, cardboard",
                    "F": "330 mm reel, embossed",
                    "B": "bulk",
                },
            ),
        ),
        source="Samsung Electro-Mechanics MLCC catalogue, part numbering",
    ),
    Grammar(
        family="Vishay thick film resistors",
        maker="Vishay",
        base=r"CRCW\d{4}(?:0000|(?=[0-9KMR]{4})\d{0,3}[KMR]\d{0,3})",
        slots=(
            Slot(name="tolerance", codes={"F": "±1 %", "J": "±5 %", "D": "±0.5 %", "Z": "jumper"}),
            Slot(
                name="temperature",
                codes={"K": "±100 ppm/K", "N": "±200 ppm/K", "0": "jumper", "S": "special"},
            ),
            Slot(
                name="packing",
                codes={
                    "EA": "180 mm reel, paper",
                    "EB": "330 mm reel, paper",
                    "EC": "330 mm reel",
                    "TA": "180 mm reel",
                    "EI": "reel",
                },
            ),
        ),
        source="Vishay 20035 (D/CRCW e3), part number and product description",
    ),
    Grammar(
        family="Vishay Siliconix transistors",
        maker="Vishay",
        base=r"(?:SI\d{4}|S[IQ](?:[RSEJH][ABHZS]?|[ABHZ]|UD|UM|HB|HP)\d{2,4})[A-HJ-NP-Y]{0,4}",
        slots=(
            Slot(name="packing", lead="-", codes={"T1": "tape and reel", "T5": "tape and reel"}),
            Slot(
                name="finish",
                lead="-",
                codes={"E3": "lead-free", "GE3": "lead-free, no halogen", "BE3": "lead-free, no halogen"},
                optional=True,
            ),
        ),
        source="Vishay Siliconix datasheets, ordering information (Si2301CDS-T1-GE3)",
    ),
)
