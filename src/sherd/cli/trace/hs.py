"""``sherd trace hs CODE|WORDS``: the tier of an HS code on a day, or codes for a human to look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

import attrs
import click

from sherd.bootstrap import Settings, workbench
from sherd.cli.options import common
from sherd.cli.output import emit
from sherd.errors import NotFound, WrongCall

if TYPE_CHECKING:
    from sherd.model.controls import HsHeading
    from sherd.trace.nomenclature import Nomenclature

NOT_LISTED = "not on the Common High Priority List as it was known on that day"


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The list as it stood on this day.")
@common
def command(
    words: tuple[str, ...], as_of: datetime | None, store: str, as_json: bool, now: datetime | None
) -> None:
    """Look up an HS code, an ECCN, or a part described in WORDS.

    What is found from words is a candidate for a human, never a classification. Descriptions come from the
    nomenclature that was taken in (``sherd lists nomenclature``).
    """
    from sherd.trace.controls import eccn, high_priority, hs_candidates

    asked = " ".join(words)
    on = as_of.date() if as_of else None
    if asked.replace(".", "").replace(" ", "").isdigit():
        edition, line = _held(store, now, lambda held: held.line(asked))
        try:
            entry = high_priority(asked, on)
        except ValueError as error:
            if not line:
                raise WrongCall(str(error), "") from None
            entry = None
        result = {
            "code": asked,
            "high_priority": attrs.asdict(entry) if entry else None,
            "nomenclature": [attrs.asdict(each) for each in line],
            "edition": edition,
        }
        said = (
            f"tier {entry.tier} ({entry.list_date}, {entry.status}: {entry.source})" if entry else NOT_LISTED
        )
        _out(result, [f"{asked}: {said}", *_lines(line, edition)], as_json)
    elif entry_of := eccn(asked):
        _out(
            {"eccn": attrs.asdict(entry_of)},
            [f"{entry_of.eccn}: {entry_of.what} ({entry_of.source})"],
            as_json,
        )
    else:
        found = hs_candidates(asked)
        said_of = [
            f"{each.hs6[:4]}.{each.hs6[4:]} {each.heading}, because of “{each.because}”"
            f"{f', tier {each.tier}' if each.tier else ''}: {each.status}, never a classification"
            for each in found
        ]
        edition, spoken = _held(store, now, lambda held: held.speaking_of(asked))
        plain = [attrs.asdict(each) for each in spoken]
        result = {
            "candidates": [attrs.asdict(each) for each in found],
            "nomenclature": plain,
            "edition": edition,
        }
        _out(result, [*(said_of or ["no candidate"]), *_lines(spoken, edition)], as_json)


def _held(
    store: str, now: datetime | None, look: Callable[[Nomenclature], tuple[HsHeading, ...]]
) -> tuple[str | None, tuple[HsHeading, ...]]:
    """What the nomenclature in the store says, and which edition; nothing where none was taken in."""
    from sherd.services.nomenclature import latest

    try:
        with workbench(Settings(store, now), create=False) as bench:
            found = latest(bench.store, bench.blobs)
    except NotFound:  # no store: the shipped tables answer alone
        return None, ()
    return (None, ()) if found is None else (found[0].id, look(found[1]))


def _lines(headings: tuple[HsHeading, ...], edition: str | None) -> list[str]:
    said = [f"  {each.code} {each.description}" for each in headings]
    return (
        [*said, f"  ({edition}; a heading is for a human to look at, never a classification)"] if said else []
    )


def _out(result: Mapping[str, object], lines: list[str], as_json: bool) -> None:
    if as_json:
        emit("trace hs", result)
    else:
        click.echo("\n".join(lines))
