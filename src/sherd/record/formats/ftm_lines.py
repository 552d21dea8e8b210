"""The lines of a file of FollowTheMoney: entities, nested ones too, or the statements that they are made of.

A line that cannot be read, a schema or a property that is not of the ontology, is a fault: the problem with
the line and the name, and the line as it stands, so that it can be kept.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, evolve, field

from sherd.data.ontology import schemata
from sherd.model.entities import Entity
from sherd.model.problems import Problem
from sherd.record.problems import problem, shown


@define
class Lines:
    """The entities of a file, and each line of it that could not be read whole: kept, and said why."""

    file: str
    entities: list[Entity] = field(factory=list)
    faults: list[Problem] = field(factory=list)
    raw: dict[int, str] = field(factory=dict, repr=False)

    def fault(self, code: str, row: int | None, column: str, read: str, do: str) -> None:
        """Something of a line was not taken over."""
        self.faults.append(problem(code, self.file, row, column, shown(read), do))


FLAT: Mapping[str, str] = {"names": "name", "name": "name", "aliases": "alias", "alias": "alias"}
"""What entities without properties call theirs."""


def read(text: str, file: str, *, by_dataset: bool = False) -> Lines:
    """Every entity of a file of entities, nested ones too, or of statements as JSON lines or CSV.

    The statements of one canonical id are one entity; or, ``by_dataset``, one for each dataset that has some.
    """
    lines = Lines(file)
    statements: dict[tuple[str, str], Entity] = {}
    for number, said in _lines(text, lines):
        if "prop" in said:
            _stated(number, said, statements, lines, by_dataset)
        else:
            lines.entities += _entities(number, said, lines)
    lines.entities += statements.values()
    return lines


def _lines(text: str, lines: Lines) -> Iterator[tuple[int, Mapping[str, Any]]]:
    text = text.removeprefix("\ufeff")
    if text.lstrip()[:1] not in {"{", ""}:
        yield from _table(text, lines)
        return
    for number, line in enumerate(text.split("\n"), 1):  # a text may hold other line ends
        if not line.strip():
            continue
        lines.raw[number] = line
        try:
            said = json.loads(line)
            if not isinstance(said, dict):
                raise ValueError
        except (ValueError, RecursionError):
            do = "write one entity or statement as a JSON object on a line"
            lines.fault("invalid_row", number, "", line, do)
            continue
        yield number, said


def _table(text: str, lines: Lines) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows of statements as CSV; from a row that cannot be told apart on, nothing can be read."""
    table = csv.DictReader(io.StringIO(text))
    try:
        if not {"prop", "value"} <= set(table.fieldnames or ()):
            do = "hand in entities or statements as JSON lines, or statements as CSV with prop and value"
            lines.fault("unreadable_file", 1, "", text[:80], do)
            return
        for number, row in enumerate(table, 2):
            lines.raw[number] = json.dumps(row, ensure_ascii=False)
            yield number, row
    except csv.Error as error:
        lines.fault("invalid_row", table.line_num, "", str(error), "save the table as CSV again")


def _entities(number: int, said: Mapping[str, Any], lines: Lines) -> Iterator[Entity]:
    schema, id_, properties = said.get("schema"), said.get("id"), said.get("properties")
    if properties is None and (flat := {FLAT[key]: said[key] for key in FLAT if key in said}):
        properties, said = flat, {key: each for key, each in said.items() if key not in FLAT}
    if not isinstance(schema, str) or not isinstance(id_, str) or not isinstance(properties, dict):
        do = "an entity has id, schema and properties"
        lines.fault("invalid_row", number, "", lines.raw[number], do)
        return
    values: dict[str, tuple[str, ...]] = {}
    for name, found in properties.items():
        of = found if isinstance(found, list) else [found]
        nested = [each for each in of if isinstance(each, dict)]
        for each in nested:
            yield from _entities(number, each, lines)
        plain = [str(each["id"]) if isinstance(each, dict) else str(each) for each in of
                 if not isinstance(each, dict) or "id" in each]  # fmt: skip
        values[str(name)] = tuple(each for each in plain if each.strip())
    beside = {key: _plain(each) for key, each in said.items() if key not in {"id", "schema", "properties"}}
    entity = Entity(id_, schema, values, number, {key: each for key, each in beside.items() if each})
    yield _of_ontology(entity, lines)


def _plain(value: Any) -> str:
    if value is None or value is False or value in ([], {}, ""):
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


def _of_ontology(entity: Entity, lines: Lines) -> Entity:
    """The entity with a fault for its schema, or each property, that the ontology has not."""
    schema = schemata().get(entity.schema)
    if schema is None:
        do = "sherd reads no such schema; the line is kept as it stands"
        lines.fault("unread_schema", entity.row, entity.schema, entity.id, do)
        return entity
    for name in entity.properties:
        if name not in schema.properties:
            do = f"{entity.schema} has no such property; the line is kept as it stands"
            lines.fault("unread_property", entity.row, name, "; ".join(entity.properties[name]), do)
    return entity


def _stated(
    number: int,
    said: Mapping[str, Any],
    found: dict[tuple[str, str], Entity],
    lines: Lines,
    by_dataset: bool,
) -> None:
    """Put one statement to its entity; several entities under one canonical id are one."""
    id_ = str(said.get("canonical_id") or said.get("entity_id") or "")
    prop, value, schema = str(said.get("prop") or ""), str(said.get("value") or ""), said.get("schema")
    if not (id_ and prop and value and schema):
        do = "a statement has entity_id, schema, prop and value"
        lines.fault("invalid_row", number, "", lines.raw[number], do)
        return
    key = (id_, str(said.get("dataset") or "") if by_dataset else "")
    entity = found.get(key)
    if entity is None:
        beside = {key: str(said[key]) for key in ("dataset", "first_seen", "last_seen") if said.get(key)}
        entity = Entity(id_, str(schema), {}, number, beside)
    entity = evolve(entity, schema=_narrower(entity.schema, str(schema)))
    if prop != "id":
        values = tuple(dict.fromkeys((*entity.properties.get(prop, ()), value)))
        entity = evolve(entity, properties={**entity.properties, prop: values})
        _of_ontology(Entity(id_, str(schema), {prop: (value,)}, number), lines)
    found[key] = entity


def _narrower(one: str, other: str) -> str:
    """The more telling of two schemata of one entity."""
    known = schemata()
    return other if one in known and other in known and known[other].is_a(one) else one
