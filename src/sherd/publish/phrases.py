"""Small pieces that every chapter prints the same way: values, what is withheld, sources, spans of days."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from sherd.model.dates import Interval
from sherd.model.document import Code, Inline, Ref, Span, Text, Withheld, anchor_id
from sherd.model.record import CaseRecord
from sherd.model.row import Row
from sherd.publish.redact import WithheldText

FAIRNESS = (
    "Unless clearly stated, no malpractice is inferred of makers or parties earlier in the supply chain."
)
"""The sentence that every supply view and every dossier carries."""

NOTHING = "—"
"""The record says nothing."""


def shown(value: object) -> Inline:
    """A value as a cell prints it: withheld, unsaid, days, or words."""
    if value is None or value == () or value == "":
        return NOTHING
    if isinstance(value, WithheldText):
        return Withheld(value.level)
    if isinstance(value, Interval):
        return value.words
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return joined((shown(part) for part in value), "; ")
    return str(value)


def joined(parts: Iterable[Inline], between: str) -> Inline:
    """Pieces in a row with words between them."""
    spans: list[str | Span] = []
    for number, part in enumerate(parts):
        if number:
            spans.append(between)
        spans.extend([part] if isinstance(part, str | Span) else part)
    return spans


def marking(text: str) -> Code:
    """A marking as it stands on the part, its lines divided by a bar."""
    return Code(text if isinstance(text, WithheldText) else " | ".join(t.strip() for t in text.split("|")))


def plural(count: int, one: str, many: str = "") -> str:
    """A number with its unit.

    >>> plural(1, "specimen"), plural(2, "entry", "entries")
    ('1 specimen', '2 entries')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words in a sentence.

    >>> listed(["H1", "H2", "H4"])
    'H1, H2 and H4'
    """
    *most, final = list(words) or [""]
    return f"{', '.join(most)} {last} {final}" if most else final


def bans(weight: float) -> str:
    """A weight in bans, with its sign.

    >>> bans(2.0488624794), bans(0.0)
    ('+2.05', '0.00')
    """
    return f"{weight:+.2f}".replace("-", "−") if abs(weight) >= 0.005 else "0.00"


def ratio(weight: float) -> str:
    """The likelihood ratio of a weight, in words that keep its direction.

    >>> ratio(2.0488624794), ratio(-1.0)
    ('112', '1/10')
    """
    size = 10.0 ** abs(weight)
    shown_size = f"{size:.3g}" if size < 1000 else f"{float(f'{size:.3g}'):,.0f}"
    return shown_size if weight >= 0 or shown_size == "1" else f"1/{shown_size}"


@frozen
class Sources:
    """The numbered sources of a dossier: how a row is cited wherever it is used."""

    numbers: dict[str, int]

    @classmethod
    def of(cls, record: CaseRecord) -> Sources:
        """Number the sources in the order of the record."""
        return cls({source.id: number for number, source in enumerate(record.sources, 1)})

    def cite(self, row: Row) -> Inline:
        """The number of a row's source as a way to it, with the locator."""
        if row.source is None:
            return NOTHING
        if isinstance(row.source, WithheldText):
            return Withheld(row.source.level)
        if row.source not in self.numbers:
            return [Text(f"source {row.source}, not shown here")]
        ref = Ref(anchor_id("source", row.source), f"[{self.numbers[row.source]}]")
        place = row.locator if row.locator and not isinstance(row.locator, WithheldText) else ""
        return [ref, f" {place}"] if place and not place.startswith("http") else [ref]
