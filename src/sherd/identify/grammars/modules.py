"""Positioning and radio modules of u-blox: product name, ordering code and type number.

``NEO-M8N-0-01`` is the NEO-M8N with hardware option 0 and version 01.
"""

from sherd.identify.grammars.grammar import Grammar, Slot

GRAMMARS = (
    Grammar(
        family="u-blox modules",
        maker="u-blox",
        base=r"(?:NEO|MAX|LEA|CAM|EVA|ZED|ZOE|SAM|NINA|JODY|SARA|LISA|TOBY|LARA|ODIN|BMD|ANNA"
        r"|MIA)-[A-Z]?\d{1,3}[A-Z]{0,2}",
        slots=(
            Slot(name="option", lead="-", pattern=r"\d{1,2}[A-Z]", means="hardware option", optional=True),
            Slot(
                name="grade",
                lead="-",
                pattern=r"\d{1,2}",
                means="major version and quality grade",
                optional=True,
            ),
            Slot(
                name="version",
                lead="-",
                pattern=r"\d{2,3}",
                means="hardware and firmware version",
                optional=True,
            ),
        ),
        source="u-blox data sheets UBX-19039908 and UBX-18017567 (product name, ordering code, type number)",
    ),
)
