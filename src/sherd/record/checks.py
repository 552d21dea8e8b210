"""What a sheet asks of its rows beyond the single cell: dates in order, declared levels, files in place.

To add one: a function below, a line in ``CHECKS``, a line in the tests' table. A check may change the fields
of a row before it becomes a noun; it returns False where a cell was left out, so that the raw row is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, get_args

from sherd.model.dates import Interval, is_reversed
from sherd.model.doubtful import Shares
from sherd.model.identifiers import stated
from sherd.model.judgements import BEARS_ON, LEFT_OPEN, BearingDecision, bearing_decision, bearing_subject
from sherd.model.regions import Region
from sherd.model.row import STATES
from sherd.model.statements import ACTIONS, CASES_OF
from sherd.record.cells import number
from sherd.record.ledger import Ledger, Place, Reference
from sherd.record.problems import BadCell, nearest
from sherd.record.tree import composed
from sherd.text.scripts import scripts

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
        if not is_reversed(start, end):
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
    ledger.open += [Reference(where, ("hypotheses",), other) for other in fields.get("exclusive_with", ())]
    return True


def composed_of(fields: Fields, place: Place, ledger: Ledger) -> bool:
    """The features that a composite joins are features of the table."""
    if fields.get("kind_") == "composite":
        where = place._replace(column="levels")
        ledger.open += [Reference(where, ("features",), part) for part in fields.get("levels", ())]
    return True


def inferred_from(fields: Fields, place: Place, ledger: Ledger) -> bool:
    """The features that a label was inferred from are features of the table."""
    where = place._replace(column="label_from")
    ledger.open += [Reference(where, ("features",), part) for part in fields.get("label_from", ())]
    return True


def named_party(fields: Fields, place: Place, ledger: Ledger) -> bool:
    """What a row says of a party's name goes together; it is kept as written all the same."""
    name, said = fields.get("name", ""), fields.get("script")
    here = sorted(_ISO_15924.get(each, each) for each in scripts(name))
    if said and here and said.casefold() not in {each.casefold() for each in here}:
        do = f"the letters of the name are {', '.join(here)}: correct the script or the name"
        ledger.note("invalid_row", place._replace(column="script"), said, do)
    latin = fields.get("transliteration", "")
    if set(scripts(latin)) - {"Latin"}:
        do = "write it in Latin letters alone; the name in its own script stands under name"
        ledger.note("invalid_row", place._replace(column="transliteration"), latin, do)
    if latin and not fields.get("transliterated_by"):
        do = "say who transliterated: the party itself, a register, a publisher, or a person"
        ledger.note("missing_value", place._replace(column="transliterated_by"), do=do)
    if fields.get("kind_", "").casefold() == "state" and not fields.get("country"):
        ledger.note("missing_value", place._replace(column="country"), do="write the code of the state")
    return True


def checked_numbers(fields: Fields, place: Place, ledger: Ledger) -> bool:
    """Numbers of registers hold their check digits, and say of which register they are."""
    where = place._replace(column="identifiers")
    for number_ in stated(fields.get("identifiers", ""), fields.get("country") or ""):
        if number_.valid is False:
            do = f"its check digits are not those of {number_.kind}: compare it with its source"
            ledger.note("identifier_check", where, number_.value, do)
        elif not number_.kind:
            do = "write the name of the register before it, as INN, OGRN, USCC, LEI, IMO"
            ledger.note("identifier_unnamed", where, number_.value, do)
    return True


def two_parties(fields: Fields, place: Place, ledger: Ledger) -> bool:
    """Nobody is the owner of himself, and a share is a part of a hundred."""
    if fields.get("party") and fields.get("party") == fields.get("of"):
        do = "name another party under of"
        ledger.note("invalid_row", place._replace(column="of"), fields["of"], do)
    share = fields.get("share")
    if share is not None and not 0 <= share <= 100:
        ledger.note("invalid_row", place._replace(column="share"), str(fields.pop("share")), "write percent")
        return False
    return True


def known_action(fields: Fields, place: Place, ledger: Ledger) -> bool:
    """The action of a claim is one that the ledger sets against others; kept as written all the same."""
    said = fields.get("action", "")
    if said and said.upper() not in _ACTIONS:
        meant = nearest(said, _ACTIONS)
        do = "it is set against nothing: " + (f"perhaps {meant}; " if meant else "") + _ACTIONS_LISTED
        ledger.note("unknown_word", place._replace(column="action"), said, do)
    return True


_ACTIONS = (*sorted(ACTIONS), *CASES_OF)
_ACTIONS_LISTED = f"write one of {', '.join(_ACTIONS)}"


def judged_bearing(fields: Fields, place: Place, ledger: Ledger) -> bool:
    """A judgement on how a finding bears on a claim names both, and decides; it is kept all the same."""
    if fields.get("kind_") != BEARS_ON:
        return True
    where = place._replace(column="subject")
    named = [id_.removeprefix(f"{ledger.case}:") for id_ in bearing_subject(fields.get("subject", ""))]
    if all(named):
        fields["subject"] = "~".join(named)
        sheets = (("claims",), ("items", "components"))
        ledger.open += [Reference(where, *each, local=True) for each in zip(sheets, named, strict=True)]
    else:
        do = "write the id of a claim, ~, and the id of an item or component, as CLAIM~ITEM"
        ledger.note("invalid_row", where, fields.get("subject", ""), do)
    said = fields.get("decision", "")
    if bearing_decision(said) is None and said.strip().casefold() not in LEFT_OPEN:
        words, open_ = (", ".join(each) for each in (get_args(BearingDecision), sorted(LEFT_OPEN)))
        do = f"nothing is decided: begin it with {words}; to leave it open write {open_}"
        ledger.note("unknown_word", place._replace(column="decision"), said, do)
    return True


def placed_on_photo(fields: Fields, place: Place, ledger: Ledger) -> bool:
    """A region is a rectangle on a photograph that the row names; it is kept as written all the same."""
    said = fields.get("region")
    if not said:
        return True
    try:
        Region.parse(said)
    except ValueError:
        do = "write x,y,width,height in pixels, or percent:x,y,width,height"
        ledger.note("invalid_row", place._replace(column="region"), said, do)
    else:
        if not fields.get("photo"):
            ledger.note("missing_value", place._replace(column="photo"), do="name the photograph it lies on")
    return True


_ISO_15924 = {
    "Latin": "Latn", "Cyrillic": "Cyrl", "Arabic": "Arab", "Han": "Hani", "Greek": "Grek", "Hebrew": "Hebr",
    "Armenian": "Armn", "Georgian": "Geor", "Hangul": "Hang", "Hiragana": "Hira", "Katakana": "Kana",
    "Thai": "Thai", "Devanagari": "Deva",
}  # fmt: skip
"""Codes of scripts (ISO 15924) by the names that Unicode gives their letters."""

CHECKS: Mapping[str, tuple[Check, ...]] = {
    "recovery": (in_order("from_", "to_"),),
    "transfer": (in_order("from_", "to_"),),
    "listing": (in_order("from_", "to_"),),
    "marking": (placed_on_photo,),
    "party": (named_party, checked_numbers),
    "tie": (two_parties, in_order("from_", "to_")),
    "claim": (known_action, in_order("said_from", "said_to"), in_order("event_from", "event_to")),
    "item": (inferred_from,),
    "feature": (declare_level, composed_of),
    "observation": (declared_level,),
    "photograph": (present("file", always=True),),
    "custody": (present("document", always=False),),
    "sample": (present("report", always=False),),
    "source": (present("archived", always=False),),
    "hypothesis": (excludes,),
    "judgement": (judged_bearing,),
}
"""By kind of row."""

NAMING = {"photograph": "file", "custody": "document", "sample": "report", "source": "archived"}
"""The field of a row that names a file of the submission, by kind of row."""
