"""FollowTheMoney entities or statements, read as sheets: parties, listings, ties and transfers.

``[[entities]]`` in ``case.toml`` names a file in ``documents/``. Every line that can be read becomes a row;
what a property says that no column holds stands in the note of its row. A schema or property that is not of
the ontology is a problem with its line and its name, and the line is kept raw. What such a file says it only
*asserts*: no tie and no transfer of it counts as documented.

To read one more schema as ties: a line in ``TIES``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import define, field, frozen

from sherd.data.ontology import schemata
from sherd.model.entities import NUMBERS, Entity
from sherd.model.problems import Problem
from sherd.record.decode import decode
from sherd.record.formats.ftm_lines import Lines, read
from sherd.record.marks import marks_of
from sherd.record.problems import problem
from sherd.record.tree import CASE_SHEET, CellRow, Grid

KEYS = ("file", "source", "release")

KINDS: Mapping[str, str] = {
    "Person": "person", "Company": "company", "Organization": "organisation", "PublicBody": "public body",
    "LegalEntity": "", "Vessel": "vessel", "Airplane": "aircraft", "Vehicle": "vehicle", "Asset": "",
}  # fmt: skip
"""The kind of a party by its schema."""

NAMES = ("name", "alias", "weakAlias", "previousName", "abbreviation")
COUNTRIES = ("country", "jurisdiction", "nationality", "citizenship", "mainCountry", "flag")

TIES: Mapping[str, tuple[str, str, str]] = {
    "Ownership": ("owner", "owner", "asset"), "Directorship": ("director", "director", "organization"),
    "Succession": ("successor", "successor", "predecessor"), "Representation": ("agent", "agent", "client"),
    "UnknownLink": ("linked", "subject", "object"), "Membership": ("linked", "member", "organization"),
    "Employment": ("linked", "employee", "employer"), "Associate": ("linked", "associate", "person"),
    "Family": ("linked", "relative", "person"),
}  # fmt: skip
"""The relation of a tie by its schema, and the properties that name either end."""

OF_A_PARTY = ("Address", "Identification", "Passport")
"""Schemata whose entities say something of a party and become no row of their own."""

PARTY = [
    "id",
    "name",
    "script",
    "transliteration",
    "aliases",
    "kind",
    "country",
    "identifiers",
    "address",
    "note",
    "source",
    "release",
]
LISTING = [
    "id",
    "party",
    "list",
    "programme",
    "entry",
    "from",
    "to",
    "published",
    "seen",
    "note",
    "source",
    "release",
]
TIE = ["id", "party", "relation", "of", "share", "from", "to", "proof", "note", "source", "release"]
TRANSFER = ["id", "part", "from_party", "to_party", "from", "to", "proof", "note", "source", "release"]


@frozen
class Layout:
    """A file of entities as ``[[entities]]`` names it: its source row, and who may see its rows."""

    file: str
    source: str = ""
    release: str = ""


def layouts(tables: Any, file: str = CASE_SHEET) -> tuple[tuple[Layout, ...], tuple[Problem, ...]]:
    """The files of entities that ``case.toml`` names, and what is wrong with how it does."""
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        do = "name each file under [[entities]]"
        return (), (problem("unread_key", file, column="entities", do=do),)
    problems = [
        problem("unread_key", file, column=f"entities.{key}", do=f"use one of {', '.join(KEYS)}")
        for table in tables
        for key in table
        if key not in KEYS
    ]
    problems += [
        problem("missing_value", file, column="entities.file", do="name a file in documents/")
        for table in tables
        if not table.get("file")
    ]
    known = [{key: str(table[key]) for key in KEYS if key in table} for table in tables if table.get("file")]
    return tuple(Layout(**each) for each in known), tuple(problems)


def grids(layout: Layout, content: bytes, encoding: str | None = None) -> tuple[Grid, ...]:
    """The sheets ``parties``, ``listings``, ``ties`` and ``transfers`` of one file; rows are its lines."""
    sheets = _Sheets(layout, read(decode(content, encoding).text, layout.file))
    faults = list(sheets.faults())
    parties = [*sheets.parties(), *(row for row, _ in faults)]
    more = tuple(problem for _, problems in faults for problem in problems)
    return (
        _grid("parties", layout, PARTY, parties, more),
        _grid("listings", layout, LISTING, list(sheets.listings())),
        _grid("ties", layout, TIE, list(sheets.ties())),
        _grid("transfers", layout, TRANSFER, list(sheets.transfers())),
    )


def _grid(
    name: str, layout: Layout, head: list[str], rows: list[CellRow], problems: tuple[Problem, ...] = ()
) -> Grid:
    return Grid(name, layout.file, lambda: iter([CellRow(0, head), *rows]), problems)


@define
class _Sheets:
    """The entities of one file on their way into sheets."""

    layout: Layout
    lines: Lines
    addresses: dict[str, str] = field(init=False)
    papers: dict[str, list[str]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.addresses = {each.id: _address(each) for each in self._of("Address")}
        for each in self._of("Identification", "Passport"):
            number = each.first("number", "passportNumber")
            kind = each.first("type") or each.schema.casefold()
            if number:
                self.papers.setdefault(each.first("holder"), []).append(f"{kind} {number}")

    def _of(self, *schemas: str) -> Iterator[Entity]:
        return (each for each in self.lines.entities if each.schema in schemas)

    def faults(self) -> Iterator[tuple[CellRow, list[Problem]]]:
        """Each line of which something was not taken over, raw, with the problems beyond its first."""
        by_line: dict[int, list[Problem]] = {}
        for fault in (*self.lines.faults, *self._unread()):
            by_line.setdefault(fault.row or 0, []).append(fault)
        for row, found in sorted(by_line.items()):
            yield CellRow(row, [self.lines.raw.get(row, "")], fault=found[0]), found[1:]

    def _unread(self) -> Iterator[Problem]:
        do = "no sheet of a case holds it; the line is kept as it stands"
        for each in self.lines.entities:
            if each.schema in schemata() and each.schema not in READ:
                yield problem("unread_schema", self.layout.file, each.row, each.schema, each.id, do)

    def parties(self) -> Iterator[CellRow]:
        for entity in self._of(*KINDS):
            names, countries = entity.all(*NAMES), entity.all(*COUNTRIES)
            addresses = (*entity.all("address"), *map(self._address, entity.all("addressEntity")))
            numbers = [f"{kind} {number}" for name, kind in NUMBERS.items() for number in entity.all(name)]
            note = self._rest(entity, (*NAMES, *NUMBERS, "address", "addressEntity"), COUNTRIES)
            yield self._row(
                entity,
                {
                    "name": names[0] if names else "",
                    "aliases": " | ".join(each.replace("|", "/") for each in names[1:]),
                    "kind": KINDS[entity.schema],
                    "country": countries[0].upper() if countries else "",
                    "identifiers": "; ".join(dict.fromkeys([*numbers, *self.papers.get(entity.id, ())])),
                    "address": " | ".join(addresses),
                    "note": note,
                },
                PARTY,
            )

    def _address(self, id_: str) -> str:
        return self.addresses.get(id_) or id_

    def listings(self) -> Iterator[CellRow]:
        for entity in self._of("Sanction"):
            used = (
                "entity",
                "authority",
                "authorityId",
                "listingDate",
                "startDate",
                "endDate",
                "retrievedAt",
            )
            said = {
                "party": entity.first("entity"),
                "list": entity.first("authority", "program") or entity.said.get("dataset", ""),
                "programme": entity.first("program", "programId"),
                "entry": entity.first("authorityId", "unscId"),
                "from": _day(entity.first("listingDate", "startDate")),
                "to": _day(entity.first("endDate")),
                "seen": _day(entity.first("retrievedAt")),
                "note": self._rest(entity, used, ("program", "programId", "unscId")),
            }
            yield self._row(entity, said, LISTING)

    def ties(self) -> Iterator[CellRow]:
        for entity in self._of(*TIES):
            relation, one, other = TIES[entity.schema]
            role = entity.first("role").casefold()
            share = entity.first("percentage").strip(" %")
            is_share = _is_number(share)
            used = (one, other, "startDate", "endDate", *(["percentage"] if is_share else []))
            said = {
                "party": entity.first(one),
                "relation": role if relation == "linked" and role in ROLES else relation,
                "of": entity.first(other),
                "share": share if is_share else "",
                "from": _day(entity.first("startDate")),
                "to": _day(entity.first("endDate")),
                "proof": "asserted",
                "note": self._rest(entity, used),
            }
            yield self._row(entity, said, TIE)

    def transfers(self) -> Iterator[CellRow]:
        for entity in self._of("EconomicActivity"):
            used = ("sender", "receiver", "goodsDescription", "startDate", "date", "endDate")
            said = {
                "part": entity.first("goodsDescription"),
                "from_party": entity.first("sender"),
                "to_party": entity.first("receiver"),
                "from": _day(entity.first("startDate", "date")),
                "to": _day(entity.first("endDate")),
                "proof": "asserted",
                "note": self._rest(entity, used),
            }
            yield self._row(entity, said, TRANSFER)

    def _row(self, entity: Entity, said: Mapping[str, str], head: Sequence[str]) -> CellRow:
        whole = {"id": entity.id, "source": self.layout.source, "release": self.layout.release, **said}
        cells = [whole.get(name, "") for name in head]
        return CellRow(entity.row or 0, cells, marks_of(cells))

    def _rest(self, entity: Entity, used: Sequence[str], first_used: Sequence[str] = ()) -> str:
        """What no column holds: every further property, further values, and what stands beside them."""
        schema = schemata()[entity.schema]
        taken = entity.first(*first_used)
        rest = [
            f"{name}: {value}"
            for name, values in entity.properties.items()
            if name in schema.properties
            for value in (values[1:] if name in used and name not in EVERY else values)
            if not (name in used and name in EVERY) and not (name in first_used and value == taken)
        ]
        beside = [
            f"{name}: {value}" for name, value in entity.said.items() if value not in entity.all("name")
        ]
        return "; ".join([*rest, *beside])


EVERY = frozenset({*NAMES, *NUMBERS, "address", "addressEntity"})
"""Properties of which a row of parties holds every value."""

ROLES = frozenset({"owner", "controller", "director", "successor", "branch", "agent"})
DATES = ("listingDate", "startDate", "endDate")
READ = frozenset({*KINDS, *TIES, *OF_A_PARTY, "Sanction", "EconomicActivity"})


def _address(entity: Entity) -> str:
    parts = ("postOfficeBox", "street", "street2", "postalCode", "city", "region", "state", "country")
    return entity.first("full") or ", ".join(entity.all(*parts))


def _day(text: str) -> str:
    """A date as a sheet writes it: without the time of day."""
    return text[:10]


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
