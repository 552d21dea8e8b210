"""What a sheet asks of its rows beyond the single cell: dates in order, declared levels, files in place.

To add one: a function below, a line in ``CHECKS``, a line in the tests' table. A check may change the fields
of a row before it becomes a noun; it returns False where a cell was left out, so that the raw row is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from sherd.model.dates import Interval
from sherd.model.doubtful import Shares
from sherd.model.row import STATES
from sherd.record.cells import number
from sherd.record.ledger import Ledger, Place, Reference
from sherd.record.problems import BadCell
from sherd.record.tree import composed

Fields = dict[str, Any]
Check = Callable[[Fields, Place, Ledger], bool]

_STATEMENT = re.compile(r"[A-Z]+(_[A-Z]+)+")
_FOLDER_PATH = re.compile(r"(photos|documents)/.", re.IGNORECASE)


def in_order(first: str, last: str) -> Check:
    """The first of two dates does not begin after the second ends; else neither is taken over."""

    def check(fields: Fields, place: Place, ledger: Ledger) -> bool:
        start, end = fields.get(first), fields.get(last)
        if not (isinstance(start, Interval) and isinstance(end, Interval)):
            return True
        if not (start.first and end.last and start.first > end.last):
            return True
        read = f"{fields.pop(first).words} … {fields.pop(last).words}"
        ledger.note(
            "invalid_row", place._replace(column=first.rstrip("_")), read, "write the earlier date first"
        )
        return False

    return check


def declare_level(fields: Fields, place: Place, ledger: Ledger) -> bool:
    """Remember what a feature may be."""
    if "id" in fields and "kind_" in fields:
        ledger.levels[fields["id"]] = (fields["kind_"], frozenset(fields.get("levels", ())))
    return True


def declared_level(fields: Fields, place: Place, ledger: Ledger) -> bool:
    """A value is one that the feature table declares, or a statement in capitals."""
    value, feature = fields.get("value", ""), ledger.levels.get(fields.get("feature", ""))
    if feature is None or not value or is_statement(value):
        return True
    kind, levels = feature
    if kind == "number":
        try:
            number(value)
        except BadCell as bad:
            ledger.note(bad.code, place._replace(column="value"), value, bad.do)
    elif kind == "category" and levels and value not in levels:
        try:
            stated = Shares.read(value)
        except ValueError as wrong:
            ledger.note("level_not_declared", place._replace(column="value"), value, str(wrong))
            return True
        if stated is not None and all(level in levels or is_statement(level) for level, _ in stated.of):
            return True
        do = "write one of the feature's levels, or declare this one in features before the item is examined"
        ledger.note("level_not_declared", place._replace(column="value"), value, do)
    return True


def is_statement(value: str) -> bool:
    """Whether a cell says in capitals what was seen or not, instead of a value.

    >>> is_statement("NOT_VISIBLE"), is_statement("ABSENT"), is_statement("RED")
    (True, True, False)
    """
    return bool(_STATEMENT.fullmatch(value)) or (value in STATES and value.isupper())


def present(attribute: str, always: bool) -> Check:
    """The file that a cell names is in the folder; the noun then holds its path from there.

    Where a cell need not name a file (``always`` false), only a path into a folder of the case counts as one.
    """

    def check(fields: Fields, place: Place, ledger: Ledger) -> bool:
        named = fields.get(attribute)
        if not named:
            return True
        file = ledger.files.get(composed(named))
        if file is not None:
            fields[attribute] = file
        elif always or _FOLDER_PATH.match(named):
            do = "put the file into the folder, or correct its path; upper and lower case count"
            ledger.note("missing_file", place._replace(column=attribute), named, do)
        return True

    return check


def excludes(fields: Fields, place: Place, ledger: Ledger) -> bool:
    """The accounts that one excludes are accounts of the case."""
    where = place._replace(column="exclusive_with")
    ledger.open += [Reference(where, "hypotheses", other) for other in fields.get("exclusive_with", ())]
    return True


def composed_of(fields: Fields, place: Place, ledger: Ledger) -> bool:
    """The features that a composite joins are features of the table."""
    if fields.get("kind_") == "composite":
        where = place._replace(column="levels")
        ledger.open += [Reference(where, "features", part) for part in fields.get("levels", ())]
    return True


def inferred_from(fields: Fields, place: Place, ledger: Ledger) -> bool:
    """The features that a label was inferred from are features of the table."""
    where = place._replace(column="label_from")
    ledger.open += [Reference(where, "features", part) for part in fields.get("label_from", ())]
    return True


CHECKS: Mapping[str, tuple[Check, ...]] = {
    "recovery": (in_order("from_", "to_"),),
    "transfer": (in_order("from_", "to_"),),
    "listing": (in_order("from_", "to_"),),
    "claim": (in_order("said_from", "said_to"), in_order("event_from", "event_to")),
    "item": (inferred_from,),
    "feature": (declare_level, composed_of),
    "observation": (declared_level,),
    "photograph": (present("file", always=True),),
    "custody": (present("document", always=False),),
    "sample": (present("report", always=False),),
    "source": (present("archived", always=False),),
    "hypothesis": (excludes,),
}
"""By kind of row."""

NAMING = {"photograph": "file", "custody": "document", "sample": "report", "source": "archived"}
"""The field of a row that names a file of the submission, by kind of row."""
