"""The docs say what the tool does: every command, option, problem code and word of the glossary."""

import re
from collections.abc import Iterator
from importlib import import_module, util
from pathlib import Path

import click
import pytest

from sherd.model.problems import CODES
from sherd.model.record import NOUNS

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
# fmt: off
GLOSSARY = [
    "attribution", "case", "checkpoint", "claim", "clearance", "component", "control code", "custody event",
    "date code", "disclosure", "dispatch", "documentation", "dossier", "event", "feature", "finding",
    "hypothesis", "item", "journal", "judgement", "leaf", "listing", "maker", "marking", "method", "module",
    "observation", "ordering code", "part", "party", "point of diversion", "problem", "production line",
    "proof", "proposition", "reading", "recovery", "reference collection", "release", "reply", "role",
    "seal", "source", "specimen", "stance", "state", "store", "system model", "trace request", "transfer",
    "weight", "withheld",
]
# fmt: on
EXPLAINED_ELSEWHERE = {"--help", "--version"}


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command that a user can type, with the words that call it."""
    if util.find_spec("sherd.cli") is None:
        pytest.skip("there is no command line yet")
    group = import_module("sherd.cli").cli
    assert isinstance(group, click.Group)
    yield from _walk("sherd", group)


def _walk(words: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield words, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None, f"{words} lists {name}, and does not have it"
            yield from _walk(f"{words} {name}", child)


def section(text: str, heading: str) -> str:
    """The first heading that names ``heading`` and its text, down to the next heading of its rank."""
    found = re.search(rf"^(#+) .*{re.escape(heading)}(?! [a-z]).*$", text, re.MULTILINE)
    assert found, f"no heading for {heading!r}"
    rest = text[found.end() :]
    end = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
    return found[0] + (rest[: end.start()] if end else rest)


def test_every_command_has_its_section_and_every_option_its_words() -> None:
    text = page("cli.md")
    common = text.partition("\n## ")[0]
    missing = []
    for words, command in commands():
        if isinstance(command, click.Group):
            continue
        told = section(text, words) + common
        for parameter in command.params:
            name = max(parameter.opts, key=len)
            if isinstance(parameter, click.Option) and name not in EXPLAINED_ELSEWHERE and name not in told:
                missing.append(f"{words} {name}")
    assert missing == []


def test_every_option_says_in_its_help_what_it_does() -> None:
    silent = [
        f"{words} {parameter.opts[-1]}"
        for words, command in commands()
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.hidden and not parameter.help
    ]
    assert silent == []


def test_the_command_page_names_no_command_that_is_not_there() -> None:
    known = {words for words, _ in commands()}
    headings = re.findall(r"^#+ `?(sherd [a-z]+(?: [a-z]+)?)", page("cli.md"), re.MULTILINE)
    assert headings
    assert sorted(set(headings) - known) == []


def test_every_problem_code_is_explained() -> None:
    told = set(re.findall(r"`([a-z_]+)`", page("problems.md")))
    assert sorted(set(CODES) - told) == []


def test_every_word_of_the_field_is_in_the_glossary() -> None:
    assert sorted(set(GLOSSARY) - defined()) == []


def test_every_noun_is_a_word_of_the_glossary() -> None:
    assert sorted(nouns() - defined()) == []


def defined() -> set[str]:
    """The words in bold that open an entry of the glossary."""
    return {
        word.strip()
        for entry in re.findall(r"^\*\*(.+?)\*\*", page("glossary.md"), re.MULTILINE)
        for word in entry.split(",")
    }


def nouns() -> set[str]:
    """The class names of the rows of the case folder, as words: ``CustodyEvent`` is ``custody event``."""
    return {re.sub(r"(?<=[a-z])(?=[A-Z])", " ", noun.__name__).lower() for noun in NOUNS}


def test_every_link_in_the_docs_leads_somewhere() -> None:
    broken = []
    for path in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]:
        for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:|#", target) and not (path.parent / target.partition("#")[0]).exists():
                broken.append(f"{path.relative_to(ROOT)}: {target}")
    assert broken == []
