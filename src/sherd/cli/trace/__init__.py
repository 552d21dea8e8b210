"""``sherd trace``: by which road it came; one module a sub-verb, loaded when it is called.

To add one: a module here with a click command called ``command``, a line in ``SUBVERBS``, a section in
``docs/cli.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click

SUBVERBS: Mapping[str, str] = {
    "scan": "Look for watched parts in a file of shipment records.",
    "link": "Look for one shipment in the records of several vendors.",
    "screen": "Ask whether names stood on a list on the day of the deal.",
    "decide": "Decide that a name is, or is not, an entry of a list.",
    "path": "Lay out by which roads the parts of an item came.",
    "request": "Ask a maker about a part, or a state about a weapon; follow the answer.",
    "notice": "Tell a named party what is said of it, and by when it can answer.",
    "reply": "Keep what a party answered.",
    "hs": "Look up an HS code, or codes for a part described in words.",
}


class Subverbs(click.Group):
    """The sub-verbs, in the order of the work; each is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every sub-verb, in the order of the work."""
        return list(SUBVERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the sub-verb's module."""
        if cmd_name not in SUBVERBS:
            return None
        command: click.Command = import_module(f"sherd.cli.trace.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the sub-verbs without loading any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SUBVERBS.items()))


@click.group(cls=Subverbs)
def command() -> None:
    """Trace parts and parties: by which road it came.

    Unless clearly stated, no malpractice is inferred of makers or parties earlier in the supply chain.
    """
