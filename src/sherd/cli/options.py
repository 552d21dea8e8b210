"""The options that every verb takes, written once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import click

from sherd.model.row import RELEASES

Command = TypeVar("Command", bound=Callable[..., Any])


class InstantType(click.ParamType[datetime]):
    """An instant with its UTC offset, or seconds since 1970 as SOURCE_DATE_EPOCH gives them."""

    name = "instant"

    def convert(
        self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Read the instant, or fail as click does."""
        if isinstance(value, datetime):
            return value
        try:
            if value.isdigit():
                return datetime.fromtimestamp(int(value), UTC)
            instant = datetime.fromisoformat(value)
            if instant.tzinfo is not None:
                instant.astimezone(UTC)  # the first and last hours of the calendar have no UTC
        except (ValueError, OverflowError, OSError):
            self.fail(f"{value!r} is not an instant; write 2026-11-23T12:00:00+00:00", param, ctx)
        if instant.tzinfo is None:
            self.fail(f"{value!r} lacks its UTC offset; write {value}+00:00", param, ctx)
        return instant


class DayType(click.ParamType[date]):
    """A day, as 2023-08-16."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day, or fail as click does."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write 2023-08-16", param, ctx)


def utf_8(_context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """What was typed, where it is text and can be kept; fails as click does where it is not."""
    try:
        (value or "").encode()
    except UnicodeEncodeError:
        raise click.BadParameter(f"{value!r} is not UTF-8", param=parameter) from None
    return value


def common(command: Command) -> Command:
    """Add ``--store``, ``--json`` and ``--now``."""
    options = (
        click.option(
            "--store",
            metavar="PATH|URL",
            envvar="SHERD_STORE",
            default="./sherd.db",
            show_default=True,
            help="The store: a file, or postgresql://…",
        ),
        click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout, for machines."),
        click.option(
            "--now",
            type=InstantType(),
            envvar="SOURCE_DATE_EPOCH",
            help="Fix the clock, so that the same work gives the same bytes.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def intake(command: Command) -> Command:
    """Add the options of reading a case."""
    options = (
        click.option(
            "--encoding", callback=utf_8, help="The encoding of the sheets where it is not UTF-8 or UTF-16."
        ),
        click.option("--by", callback=utf_8, help="Who records; kept sealed."),
        click.option("--strict", is_flag=True, help="Exit 1 when there is any problem."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def clearance_of(default: str, words: str) -> Callable[[Command], Command]:
    """Add ``--clearance``, with what it means here."""
    return click.option(
        "--clearance", type=click.Choice(RELEASES), default=default, show_default=True, help=words
    )


clearance = clearance_of(
    "public", "Show what is released up to this level; the rest is withheld and said to be."
)
