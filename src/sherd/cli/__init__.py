"""The ``sherd`` command: one verb a stage, each in its own module, loaded when it is called.

Errors say what, where and what to do; no traceback reaches a user. Exit 0: done. 1: the answer is no.
2: wrong call. 3: an edge failed. 130: stopped by Ctrl-C (143: told to stop), and can be taken up again.

To add a verb: a module with a click command called ``command``, a line in ``VERBS``, a section in
``docs/cli.md``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module

import click

from sherd import __version__
from sherd.cli import streams
from sherd.errors import SherdError

VERBS: Mapping[str, str] = {
    "examine": "Do the main job: record a case, weigh it, write its dossier.",
    "record": "Take a case folder or a workbook into the store.",
    "identify": "Say which part a marking names, who made it and when.",
    "compare": "Compare items component by component.",
    "attribute": "Weigh the accounts of who made an item.",
    "trace": "Trace parts and parties: by which road it came.",
    "claims": "Read who said what, with exact quotes.",
    "publish": "Write a dossier or a verifiable bundle of a case.",
    "lists": "Take in lists of parties, and say which there are.",
    "verify": "Check a store or a bundle against its signed checkpoints.",
    "catalogue": "Take in catalogues of parts, and list them.",
    "store": "Rebuild or check the tables of a store.",
}


class Verbs(click.Group):
    """The verbs, in the order of the work; a verb's module is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every verb, in the order of the work."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the verb's module."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"sherd.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs without loading any of them."""
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sherd")
def cli() -> None:
    """From the wreckage of a weapon to a conclusion that a hostile reader can check.

    Unless clearly stated, no malpractice is inferred of makers or parties earlier in the supply chain.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code."""
    streams.mend()
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(run(given))


def run(arguments: Sequence[str]) -> int:
    """Run the command on ``arguments``; returns the exit code."""
    try:
        code = cli.main(args=list(arguments), prog_name="sherd", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (BrokenPipeError, SystemExit):  # the reader of our output went away, as `head` does; click exits
        streams.abandon(sys.stdout)
        return 0
    except (KeyboardInterrupt, click.Abort) as stop:
        return _stopped(arguments, stop)
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        return _failed(arguments, error.format_message(), _usage(error), error.exit_code)
    except SherdError as error:
        streams.say(f"sherd: {error}", err=True)
        return _failed(arguments, error.what, error.do, error.exit_code)
    except OSError as error:
        what = f"{error.filename or 'the output'}: {error.strerror or error}"
        do = "Check permissions and free space, then run it again."
        streams.say(f"sherd: {what}. {do}", err=True)
        return _failed(arguments, what, do, 3)
    except Exception as error:  # a defect of ours: said, placed, and never a traceback
        if os.environ.get("SHERD_DEBUG"):
            raise
        what = f"a defect in sherd: {type(error).__name__}: {error}"
        do = "Please report it; SHERD_DEBUG=1 shows where. What was acknowledged is kept."
        streams.say(f"sherd: {what}. {do}", err=True)
        return _failed(arguments, what, do, 3)
    return code if isinstance(code, int) else 0


def _stopped(arguments: Sequence[str], stop: BaseException) -> int:
    """Stopped by Ctrl-C, or told to stop; click keeps the signal as the cause."""
    what, do = "stopped; what was acknowledged is kept", "Run the same command to go on."
    streams.say(f"sherd: {what}. {do}", err=True)
    told = isinstance(stop, streams.Terminated) or isinstance(stop.__cause__, streams.Terminated)
    return _failed(arguments, what, do, 143 if told else 130)


def _usage(error: click.ClickException) -> str:
    """Where the right call is described."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"See {context.command_path} --help." if context else ""


def _failed(arguments: Sequence[str], what: str, do: str, code: int) -> int:
    """Say the failure to a machine too, where it asked for JSON."""
    if "--json" in arguments:
        from sherd.cli.output import failure

        streams.say(failure(arguments, what, do))
    try:
        sys.stdout.flush()
    except OSError:
        streams.abandon(sys.stdout)
    return code
