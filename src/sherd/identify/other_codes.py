"""What in a marking is no date, although it may look like one: lots, serial numbers, short codes of parts.

A run of digits in a lot can pass for a year and a week. Where a published convention says that it is a lot
or a serial number, it is returned as such, with the reason, and the conventions of the many do not read it
as a date.

To add one: a row in ``RULES`` and one line in ``tests/identify/test_other_codes.py``.
"""

from __future__ import annotations

import re

from attrs import frozen

from sherd.identify.datecodes.rule import pattern
from sherd.identify.places import one_line
from sherd.model.datecodes import OtherCode, OtherKind


@frozen(kw_only=True)
class OtherRule:
    """One convention of a code that is no date: group ``code`` of the pattern is what it stands for."""

    name: str
    kind: OtherKind
    pattern: re.Pattern[str]
    words: str
    source: str


def other_codes(marking: str | tuple[str, ...]) -> tuple[OtherCode, ...]:
    """Every lot, serial number or short part code that a convention on record finds, in the order of the
    marking.

    >>> [(each.kind, each.code) for each in other_codes("DALLAS|18B20|1932C4|+786AB")]
    [('lot', '+786AB')]
    """
    text = one_line(marking)
    found = (
        OtherCode(
            kind=rule.kind,
            code=match["code"],
            start=match.start("code"),
            end=match.end("code"),
            reason=f"{match['code']}: {rule.words}",
            source=rule.source,
        )
        for rule in RULES
        for match in rule.pattern.finditer(text)
    )
    return tuple(sorted(found, key=lambda each: (each.start, each.end)))


_GBHWDB = "Gekkio/gb-hardware-db, model/src/parser"

RULES = (
    OtherRule(
        name="announced-serial",
        kind="serial",
        pattern=re.compile(
            r"(?:\bS/?N\b|\bSER(?:IAL)?\b\.?(?:\s*N[Oo])?|№|\bЗАВ\b\.?|\bСЕР\b\.?)[\s.:#№-]*(?P<code>[\w-]{3,})",
            re.IGNORECASE,
        ),
        words="announced as a serial number",
        source="the marking itself",
    ),
    OtherRule(
        name="announced-lot",
        kind="lot",
        pattern=re.compile(
            r"(?:\bLOT\b|\bBATCH\b|\bПАРТИЯ\b|\bCHARGE\b)(?:\s*N[Oo]\.?)?[\s.:#№-]*(?P<code>[\w-]{3,})",
            re.IGNORECASE,
        ),
        words="announced as a lot",
        source="the marking itself",
    ),
    OtherRule(
        name="dallas-lot",
        kind="lot",
        pattern=re.compile(r"(?P<code>\+\d[0-9A-Z]{2}[A-Z]{2})(?!\w)"),
        words="Maxim and Dallas print + and five characters of the lot on the line below the date",
        source="cpetrich/counterfeit_DS18B20, README",
    ),
    OtherRule(
        name="xilinx-lot",
        kind="lot",
        pattern=pattern(r"(?P<code>D[0-9A-Z]?\d{6,7}[A-Z])"),
        words="Xilinx prints the lot on the line below the date",
        source="seektronics.blogspot.com and icone-chip.com on Xilinx top marks",
    ),
    OtherRule(
        name="micron-part",
        kind="part",
        pattern=pattern(r"(?P<code>[DNZ][WXYQ9][A-Z]{3})"),
        words="Micron prints a code of five characters in place of the part number",
        source="Micron CSN-11",
    ),
    OtherRule(
        name="macronix-lot",
        kind="lot",
        pattern=pattern(
            r"(?:MX)?2[39][A-Z]\w+-\w+(?: 1)?(?: [A-Z]{3}-\w+-\d(?: \d\d)? \w+)? (?P<code>\d[A-Z0-9]\w{3,8})"
        ),
        words="Macronix prints the lot on the last line",
        source=f"{_GBHWDB}/macronix.rs",
    ),
    OtherRule(
        name="samsung-lot",
        kind="lot",
        pattern=pattern(r"SEC K\S+ \S+ \S+ (?P<code>K\w{6,8})"),
        words="Samsung mask memories end in a lot from which no date is published",
        source=f"{_GBHWDB}/samsung.rs",
    ),
    OtherRule(
        name="lead-finish",
        kind="certification",
        pattern=pattern(r"(?P<code>[eE][0-7]|G4)"),
        words="a mark of the finish of the leads (JESD97), or of TI's green parts",
        source="Texas Instruments, former National device marking convention (E0 to E7, JESD97)",
    ),
)
