"""The published JSON Schema of a statement says what the lines hold, and the lines hold what it says."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sherd.claims.statements import read
from sherd.model import statements as nouns
from sherd.model.articles import Article
from sherd.model.statement_lines import to_plain

ROOT = Path(__file__).resolve().parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "docs" / "statement.schema.json").read_text("utf-8"))
TEXTS = sorted((ROOT / "tests" / "cases" / "claims").rglob("*.txt"))


def faults(
    value: Any, schema: dict[str, Any], where: str = "", whole: dict[str, Any] = SCHEMA
) -> Iterator[str]:
    """What of a value the schema does not allow, for the few keywords that ours uses."""
    if "$ref" in schema:
        yield from faults(value, whole["$defs"][schema["$ref"].rpartition("/")[2]], where, whole)
    elif "anyOf" in schema:
        if all(list(faults(value, each, where, whole)) for each in schema["anyOf"]):
            yield f"{where}: {value!r} fits none"
    elif "enum" in schema:
        if value not in schema["enum"]:
            yield f"{where}: {value!r} is no word of it"
    elif schema["type"] == "object":
        yield from _object_faults(value, schema, where, whole)
    elif schema["type"] == "array":
        for number, each in enumerate(value):
            yield from faults(each, schema["items"], f"{where}[{number}]", whole)
    elif not isinstance(value, {"string": str, "integer": int, "number": int | float, "boolean": bool,
                                "null": type(None)}[schema["type"]]):  # fmt: skip
        yield f"{where}: {value!r} is no {schema['type']}"


def _object_faults(value: Any, schema: dict[str, Any], where: str, whole: dict[str, Any]) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where}: {value!r} is no object"
        return
    yield from (f"{where}.{name} is missing" for name in schema["required"] if name not in value)
    for name, each in value.items():
        if name not in schema["properties"]:
            yield f"{where}.{name} is not in the schema"
        else:
            yield from faults(each, schema["properties"][name], f"{where}.{name}", whole)


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_every_line_that_is_read_fits_the_schema(path: Path) -> None:
    article = Article(name=path.name, sha256="0" * 64, text=path.read_text("utf-8"))
    assert [fault for said in read(article) for fault in faults(to_plain(said), SCHEMA)] == []


def test_the_annotated_article_fits_the_schema(shared: Path) -> None:
    lines = (shared / "oracles" / "article_claims.jsonl").read_text("utf-8").splitlines()
    assert [fault for line in lines for fault in faults(json.loads(line), SCHEMA)] == []


@pytest.mark.parametrize(
    ("name", "words"),
    [("polarity", nouns.POLARITIES), ("act", nouns.ACTS), ("mode", nouns.MODES), ("level", nouns.LEVELS)],
)
def test_the_schema_knows_the_words_of_the_nouns(name: str, words: tuple[str, ...]) -> None:
    assert SCHEMA["properties"][name]["enum"] == sorted(words)


def test_the_schema_knows_every_action_and_refuses_what_it_does_not_know() -> None:
    assert SCHEMA["$defs"]["prop"]["properties"]["action"]["enum"] == sorted(nouns.ACTIONS)
    assert list(faults({"start": 0, "end": 1, "text": "a", "more": 1}, SCHEMA["$defs"]["passage"])) != []
    assert list(faults({"start": 0}, SCHEMA["$defs"]["passage"])) != []
