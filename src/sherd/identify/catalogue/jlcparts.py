"""The exports of jlcparts (https://github.com/yaqwsx/jlcparts): a large public list of parts on sale.

Its folder ``data`` has had three layouts, and all are read:

- a table for each subcategory, ``NAME.json`` or ``NAME.json.gz``: an object with ``schema`` (the names of the
  columns), ``components`` (a list of lists) and, later, ``category`` and ``subcategory``;
- lines of JSON, ``components.jsonlines`` or ``components-N.jsonlines``, with ``subcategories.jsonlines`` and
  ``attributes-lut.jsonlines``, also together in ``all.jsonlines.tar``;
- shards, ``components-NAME-001.jsonl.gz``, with ``manifest.json`` and ``attributes-lut.json.gz``.

The part number is called ``mfr`` in all of them. The maker is a column ``manufacturer`` at first and an
attribute ``Manufacturer`` later. Stock lists, look-ups and checksums name no part and are not read.
"""

from __future__ import annotations

import gzip
import io
import tarfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import orjson
from attrs import frozen

from sherd.identify.catalogue.entry import Entry, entry, trouble
from sherd.model.problems import Problem

LARGEST = 1 << 30
"""Bytes that one file may hold when it is inflated."""

_EXPORT = "this is no data file of jlcparts; export its folder `data` again"
_NOT_TABLES = ("stock.json", "index.json", "manifest.json", "attributes-lut.json")
_LINES = (".jsonlines", ".jsonl")


def is_read(name: str) -> bool:
    """Whether a file of the folder is read, by its name.

    >>> [is_read(name) for name in ("AmplifiersComparators.json.gz", "AmplifiersComparators.stock.json")]
    [True, False]
    """
    short = _short(name)
    if short.endswith("stock.json") or short.startswith(("lookup-", "search-")) or short == "index.json":
        return False
    return short.endswith((".json", *_LINES)) or short == "all.jsonlines.tar"


def is_export(names: Iterable[str]) -> bool:
    """Whether a folder with these files is such an export, by its index, its archive or its shards."""
    found = {name.rpartition("/")[2] for name in names}
    shards = any(name.startswith("components") and _short(name).endswith(_LINES) for name in found)
    return bool(found & {"all.jsonlines.tar", "index.json", "manifest.json"}) or shards


def export(contents: Mapping[str, bytes]) -> Iterator[Entry | Problem]:
    """The parts of an export, file by file in the order of their names.

    >>> table = b'{"schema": ["lcsc", "mfr", "manufacturer"], "components": [["C1", "LM393DR2G", "onsemi"]]}'
    >>> next(export({"Comparators.json": table}))
    Entry(mpn='LM393DR2G', manufacturer='onsemi', category='', source='', licence='', row=1)
    """
    files = dict(_files(contents))
    index = _Index.of(files)
    for name, content in sorted(files.items()):
        short = _short(name)
        if short.endswith(".json") and not short.endswith(_NOT_TABLES):
            yield from _table(_whole(name, content), name)
        elif short.startswith("components") and short.endswith(_LINES):
            yield from _lines(_by_line(name, content), index, name)


@frozen
class _Index:
    """What the lines refer to by number: subcategories, and those attributes that name a maker."""

    shelves: Mapping[Any, str]
    makers: Mapping[int, str]

    @classmethod
    def of(cls, files: Mapping[str, bytes]) -> _Index:
        shelves: dict[Any, str] = {}
        makers: dict[int, str] = {}
        for name, content in files.items():
            short = _short(name)
            if short == "manifest.json":
                shelves.update(_categories(_json(_whole(name, content))))
            elif short == "subcategories.jsonlines":
                shelves.update(_subcategories([_json(line) for line in _by_line(name, content)]))
            elif short == "attributes-lut.json":
                makers.update(_makers(_json(_whole(name, content)) or ()))
            elif short == "attributes-lut.jsonlines":
                makers.update(_makers(map(_json, _by_line(name, content))))
        return cls(shelves, makers)


def _table(content: bytes, file: str) -> Iterator[Entry | Problem]:
    """The parts of one subcategory; a component that does not fit the schema is a problem with its number."""
    said = _json(content)
    schema, components = (
        (said.get("schema"), said.get("components")) if isinstance(said, dict) else (None, None)
    )
    if not isinstance(schema, list) or "mfr" not in schema or not isinstance(components, list):
        yield _no_export(content, file)
        return
    shelf = _shelf(said)
    for row, component in enumerate(components, 1):
        if isinstance(component, list) and len(component) == len(schema):
            named = dict(zip(map(str, schema), component, strict=True))
            attributes = named.get("attributes")
            stated = attributes.get("Manufacturer") if isinstance(attributes, dict) else None
            yield _entry(named, named.get("manufacturer") or _value(stated), shelf, file, row)
        else:
            do = f"a component has {len(schema)} values, as the schema names them"
            yield trouble("row_width", file, row, "", str(component), do)


def _lines(components: Iterable[bytes], index: _Index, file: str) -> Iterator[Entry | Problem]:
    """The parts of a file of lines, of which the first says where each value stands."""
    rows = iter(components)
    first = next(rows, b"")
    places = _json(first)
    if not isinstance(places, dict) or "mfr" not in places:
        yield _no_export(first, file)
        return
    for row, line in enumerate(rows, 2):
        said = _json(line)
        if isinstance(said, list) and len(said) == len(places):
            named = {name: said[place] for name, place in places.items()}
            numbers = named.get("attrsIdx") or named.get("attributes") or ()
            maker = next((index.makers[n] for n in numbers if n in index.makers), "")
            shelf = index.shelves.get(named.get("subcategoryIdx", named.get("subcategory")), "")
            yield _entry(named, maker, shelf, file, row)
        elif line.strip():
            do = f"a line holds {len(places)} values, as the first line names them"
            yield trouble("row_width", file, row, "", line[:80].decode("utf-8", "replace"), do)


def _entry(named: Mapping[str, Any], maker: object, shelf: str, file: str, row: int) -> Entry | Problem:
    said = {"mpn": named.get("mfr"), "manufacturer": maker, "category": shelf}
    return entry(said, file, row, {"mpn": "mfr"})


def _no_export(content: bytes, file: str) -> Problem:
    return trouble("unreadable_file", file, None, "", content[:40].decode("utf-8", "replace"), _EXPORT)


def _value(attribute: object) -> str:
    """The words of an attribute: ``{"primary": "default", "values": {"default": ["onsemi", "string"]}}``."""
    if not isinstance(attribute, dict):
        return attribute if isinstance(attribute, str) else ""
    values = attribute.get("values")
    found = values.get(attribute.get("primary", "default")) if isinstance(values, dict) else None
    return str(found[0]) if isinstance(found, list) and found and found[0] else ""


def _shelf(said: Mapping[str, Any]) -> str:
    return " / ".join(str(said[name]) for name in ("category", "subcategory") if said.get(name))


def _categories(manifest: Any) -> Iterator[tuple[Any, str]]:
    listed = manifest.get("categories") if isinstance(manifest, dict) else None
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, dict) and "id" in each:
            yield each["id"], _shelf(each)


def _subcategories(lines: Sequence[Any]) -> Iterator[tuple[Any, str]]:
    """Category and subcategory by their number, or where none is given, by the line (the first is 0)."""
    places = lines[0] if lines and isinstance(lines[0], dict) else {}
    for number, said in enumerate(lines):
        if number and isinstance(said, list) and len(said) == len(places):
            named = {name: said[place] for name, place in places.items()}
            yield named.get("subcategoryIdx", number), _shelf(named)


def _makers(attributes: Iterable[Any]) -> Iterator[tuple[int, str]]:
    for number, said in enumerate(attributes):
        if isinstance(said, list) and len(said) == 2 and said[0] == "Manufacturer":
            yield number, _value(said[1])


def _files(contents: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Every file that is read, those inside the archive among them."""
    for name, content in contents.items():
        if name.endswith(".tar"):
            with tarfile.open(fileobj=io.BytesIO(content)) as archive:
                for member in archive:
                    inside = archive.extractfile(member) if member.isfile() else None
                    if inside is not None and is_read(member.name):
                        yield member.name, inside.read()
        elif is_read(name):
            yield name, content


def _short(name: str) -> str:
    """The name of a file without its folder and without what says that it is compressed."""
    return name.rpartition("/")[2].removesuffix(".gz")


def _whole(name: str, content: bytes) -> bytes:
    """The bytes of a file, inflated; nothing where they are not what the name says."""
    if not name.endswith(".gz"):
        return content
    try:
        return zlib.decompressobj(wbits=31).decompress(content, LARGEST)
    except zlib.error:
        return b""


def _by_line(name: str, content: bytes) -> Iterator[bytes]:
    """The lines of a file, inflated as they are read; they end where the file is damaged."""
    try:
        yield from gzip.GzipFile(fileobj=io.BytesIO(content)) if name.endswith(".gz") else io.BytesIO(content)
    except (OSError, EOFError, zlib.error):
        yield b"(damaged)"


def _json(content: bytes) -> Any:
    """What the bytes say; None where they are no JSON."""
    try:
        return orjson.loads(content)
    except ValueError:
        return None
