"""Small pieces that every chapter prints the same way: values, what is withheld, sources, spans of days."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from sherd.model.dates import Interval
from sherd.model.document import Code, Inline, Ref, Span, Withheld, anchor_id
from sherd.model.record import CaseRecord
from sherd.model.row import Row
from sherd.model.weights import Refusal
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


def odds(weight: float) -> str:
    """The likelihood ratio of a weight, the larger side first named.

    >>> odds(1.3850698697), odds(-0.31)
    ('24.3 : 1', '1 : 2.04')
    """
    size = ratio(abs(weight))
    return f"{size} : 1" if weight >= 0 else f"1 : {size}"


RULES = {
    "custody_empty": "custody not stated",
    "unresolved_draw": "an account draws on a line that is not in the record",
    "not_exclusive": "accounts not mutually exclusive",
    "not_distinguishable": "not distinguishable on what was examined",
    "few_groups": "too few independent groups of findings",
    "thin_line": "too few specimens of known origin",
    "no_line_fits": "no documented line fits",
    "sign_flips": "direction depends on the settings",
    "says_nothing": "weight supports neither",
    "one_finding": "rests on one finding",
    "misleading": "weights of this kind mislead on known specimens",
}
"""Each rule of refusal in words."""

LABELS = {"independent": "on independent labels", "publisher": "accepting the publishers' labels"}
"""Which reference labels a result believes, in a heading."""


def rules(refused: Iterable[Refusal]) -> str:
    """The rules under which a pair was refused, in words."""
    return "; ".join(RULES.get(refusal.rule, refusal.rule.replace("_", " ")) for refusal in refused)


def sentence(words: str) -> str:
    """Words as a sentence: a capital unless an id begins it, a full stop unless one is there.

    >>> sentence("fewer than 2 groups"), sentence("not validated: n = 2.")
    ('Fewer than 2 groups.', 'Not validated: n = 2.')
    """
    words = words.strip()
    if not words:
        return ""
    first = words[0] if "_" in words.partition(" ")[0] else words[0].upper()
    return f"{first}{words[1:]}{'' if words[-1] in '.!?…”' else '.'}"


def assumed(opening: str) -> str:
    """The opening that an item's custody demands, as a sentence of its own.

    >>> assumed("Assuming the object is as its publisher describes it")
    'All of this assumes that the object is as its publisher describes it.'
    """
    return sentence(re.sub(r"Assuming (that )?", "All of this assumes that ", opening))


def together(parts: Iterable[str]) -> str:
    """Several wishes in one, none said twice; each may itself list some with semicolons.

    >>> together(["more specimens; a photograph", "a photograph"])
    'more specimens; a photograph'
    """
    return "; ".join(
        dict.fromkeys(part.strip() for said in parts for part in said.split("; ") if part.strip())
    )


_SPECIMENS = re.compile(r"(\d+) more (?:examined )?specimens? of (.+?),? (known by .+)")


def gathered(lifted: str) -> str:
    """Wishes for more specimens of several lines in one.

    >>> gathered("1 more specimen of line A, known by date; 2 more specimens of line B, known by date")
    'more specimens known by date: 1 of line A and 2 of line B'
    """
    parts: dict[str, list[str]] = {}
    for part in lifted.split("; "):
        found = _SPECIMENS.fullmatch(part)
        wish = f"more specimens {found[3]}" if found else part
        parts.setdefault(wish, []).extend([f"{found[1]} of {found[2]}"] if found else [])
    return "; ".join(f"{wish}: {listed(lines)}" if lines else wish for wish, lines in parts.items())


def when(at: str | None) -> Inline:
    """A moment as it was recorded: an instant as it stands, an interval in words."""
    if at is None or isinstance(at, WithheldText) or "T" in at:
        return shown(at)
    return Interval.parse(at).words


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
            return "not listed"
        ref = Ref(anchor_id("source", row.source), f"[{self.numbers[row.source]}]")
        place = row.locator if row.locator and not isinstance(row.locator, WithheldText) else ""
        return [ref, f" {place}"] if place and not place.startswith("http") else [ref]
