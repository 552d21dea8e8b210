"""``sherd trace hs CODE|WORDS``: the tier of an HS code on a day, or codes for a human to look at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import attrs
import click

from sherd.cli.output import emit
from sherd.errors import WrongCall

NOT_LISTED = "not on the Common High Priority List as it was known on that day"


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The list as it stood on this day.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout, for machines.")
def command(words: tuple[str, ...], as_of: datetime | None, as_json: bool) -> None:
    """Look up an HS code, an ECCN, or a part described in WORDS.

    What is found from words is a candidate for a human, never a classification.
    """
    from sherd.trace.controls import eccn, high_priority, hs_candidates

    asked = " ".join(words)
    on = as_of.date() if as_of else None
    if asked.replace(".", "").replace(" ", "").isdigit():
        try:
            entry = high_priority(asked, on)
        except ValueError as error:
            raise WrongCall(str(error), "") from None
        result = {"code": asked, "high_priority": attrs.asdict(entry) if entry else None}
        said = (
            f"tier {entry.tier} ({entry.list_date}, {entry.status}: {entry.source})" if entry else NOT_LISTED
        )
        _out(result, [f"{asked}: {said}"], as_json)
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
        _out({"candidates": [attrs.asdict(each) for each in found]}, said_of or ["no candidate"], as_json)


def _out(result: Mapping[str, object], lines: list[str], as_json: bool) -> None:
    if as_json:
        emit("trace hs", result)
    else:
        click.echo("\n".join(lines))
