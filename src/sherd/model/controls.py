"""What rules say of goods and destinations on a day: tiers, licence rules, candidate codes for a human.

None of it classifies a part, and none of it says that anyone broke a rule.
"""

from __future__ import annotations

from datetime import date

from attrs import frozen

from sherd.model.dates import Interval


@frozen(kw_only=True)
class HighPriority:
    """A code of the Common High Priority List: its tier, the date of the list, and how it was taken."""

    hs6: str
    tier: str
    list_date: date
    status: str
    source: str


@frozen(kw_only=True)
class Control:
    """A rule that puts exports to a destination under licence; ``days`` are those on which it applies."""

    id: str
    jurisdiction: str
    destination: str
    what: str
    days: Interval
    published: date
    source: str


@frozen(kw_only=True)
class Eccn:
    """An entry of the US Commerce Control List in a few words; ``edition`` is the edition that was read."""

    eccn: str
    category: str
    what: str
    edition: str
    source: str


@frozen(kw_only=True)
class HsCandidate:
    """A six-digit HS code that a person should look at. Never a classification.

    ``because`` is the word of the description that led here.
    """

    hs6: str
    heading: str
    because: str
    status: str
    tier: str | None
    source: str


@frozen(kw_only=True)
class HsHeading:
    """A chapter, heading or subheading (two, four or six digits) of the Harmonized System in its words."""

    code: str
    description: str
    section: str | None = None
