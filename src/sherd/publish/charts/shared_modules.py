"""Which parts and modules are documented in which weapon systems, and how rare that makes each.

The rarest stand first; a filled sign is larger the rarer the part, a hollow one is a commodity and says next
to nothing. The systems of the item in question stand on a band.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from attrs import frozen

from sherd.model.document import Column, Figure, Json, Table
from sherd.publish.charts.style import BLUE, HAIR, SAND, SOFT, Spec, chart, label_axis, overhang, step

MOST_MODULES, MOST_SYSTEMS = 60, 30


@frozen
class Cell:
    """One module documented in one system; ``basis`` says in which specimens it was counted.

    ``weight`` is what it says of two systems that share it, in bans; ``None`` where that is not known.
    """

    module: str
    system: str
    basis: str = ""
    weight: float | None = None
    commodity: bool = False


def figure(id: str, cells: Iterable[Cell], asked: Collection[str] = ()) -> Figure:
    """The matrix of modules and systems: the rarest module first, the systems ``asked`` about first.

    Raises ValueError when there is no cell.
    """
    cells = sorted(cells, key=lambda cell: (cell.commodity, -(cell.weight or 0.0)))
    rarity = {cell.module: _rarity(cell) for cell in cells}
    systems: dict[str, list[str]] = defaultdict(list)
    reasons: dict[str, list[str]] = defaultdict(list)
    for cell in cells:
        if cell.system not in systems[cell.module]:
            systems[cell.module].append(cell.system)
        if cell.basis and cell.basis not in reasons[cell.module]:
            reasons[cell.module].append(cell.basis)
    if not systems:
        raise ValueError("no module is documented in any system: no matrix can be drawn")
    every = dict.fromkeys(name for found in systems.values() for name in found)
    names = [*(name for name in every if name in asked), *(name for name in every if name not in asked)]
    most = max(systems, key=lambda module: len(systems[module]))
    alt = (
        f"{len(systems)} modules, {len(names)} systems. Documented in most systems: {most} "
        f"({', '.join(systems[most])}). {_rarest(cells)}"
    )
    return Figure(
        id,
        f"Modules and the systems in which they are documented.{_left(systems, names)} "
        f"{_key(cells, [name for name in names if name in asked])}"
        "An empty place means that the record lists none there, not that there is none.",
        alt.strip(),
        _spec(cells, list(systems)[:MOST_MODULES], names[:MOST_SYSTEMS], asked),
        _twin(systems, reasons, rarity),
    )


def _left(systems: dict[str, list[str]], names: Sequence[str]) -> str:
    if len(systems) <= MOST_MODULES and len(names) <= MOST_SYSTEMS:
        return ""
    return (
        f" Drawn: {min(len(systems), MOST_MODULES)} of {len(systems)} modules, "
        f"{min(len(names), MOST_SYSTEMS)} of {len(names)} systems; the table has all."
    )


def _rarity(cell: Cell) -> str:
    """How rare a module is, as it stands behind its name and in the table."""
    return "commodity" if cell.commodity else "" if cell.weight is None else f"{cell.weight:.2f} bans"


def _rarest(cells: Sequence[Cell]) -> str:
    known = [cell for cell in cells if cell.weight is not None and not cell.commodity]
    return f"The rarest: {known[0].module} ({known[0].weight:.2f} bans)." if known else ""


def _key(cells: Sequence[Cell], asked: Sequence[str]) -> str:
    said = ""
    if any(cell.weight is not None for cell in cells):
        said = "The rarer a part, the larger its sign; a hollow one is a commodity and says next to nothing. "
    return said + (f"On a band: {', '.join(asked)}. " if asked else "")


def _spec(cells: Sequence[Cell], modules: list[str], names: list[str], asked: Collection[str]) -> Spec:
    drawn = {(cell.module, cell.system): cell for cell in reversed(cells)}
    rows = [_row(module, name, drawn) for module in modules for name in names]
    labels = list(dict.fromkeys(str(row["module"]) for row in rows))
    angle = 60 if len(names) > 8 else 30
    place: Spec = {
        "x": {
            "field": "system",
            "type": "nominal",
            "sort": names,
            "axis": label_axis(130, orient="top", labelAngle=-angle, labelAlign="left"),
        },
        "y": {"field": "module", "type": "nominal", "sort": labels, "axis": label_axis(250)},
    }
    size: Spec = {"field": "size", "type": "quantitative", "scale": None}
    informative: Spec = {"type": "point", "filled": True, "color": BLUE, "opacity": 1}
    hollow: Spec = {
        "type": "point",
        "filled": False,
        "stroke": SOFT,
        "strokeWidth": 1.5,
        "size": 60,
        "opacity": 1,
    }
    return chart(
        [
            {
                "transform": [
                    {"filter": {"field": "system", "oneOf": [name for name in names if name in asked]}}
                ],
                "mark": {"type": "rect", "color": SAND, "opacity": 1},
                "encoding": place,
            },
            {"mark": {"type": "point", "size": 5, "filled": True, "color": HAIR}, "encoding": place},
            _layer("datum.documented && !datum.commodity", informative, {**place, "size": size}),
            _layer("datum.documented && datum.commodity", hollow, place),
        ],
        rows,
        step(len(modules), 20),
        padding=overhang(names[-1], angle, 130, len(names)),
    )


def _layer(shown: str, mark: Spec, encoding: Spec) -> Spec:
    return {"transform": [{"filter": shown}], "mark": mark, "encoding": encoding}


def _row(module: str, system: str, drawn: Mapping[tuple[str, str], Cell]) -> dict[str, Json]:
    cell = drawn.get((module, system))
    any_ = cell or next(each for (name, _), each in drawn.items() if name == module)
    rarity = _rarity(any_)
    return {
        "module": f"{module} · {rarity}" if rarity else module,
        "system": system,
        "documented": cell is not None,
        "commodity": any_.commodity,
        "size": 110 if any_.weight is None else round(40 + 70 * min(any_.weight, 3.0)),
    }


def _twin(systems: dict[str, list[str]], reasons: dict[str, list[str]], rarity: Mapping[str, str]) -> Table:
    columns = [
        Column("Module", width=26),
        Column("Systems", "right", width=9),
        Column("Rarity", width=12),
        Column("Documented in", width=27),
        Column("Counted how", width=26),
    ]
    rows = [
        [
            module,
            str(len(found)),
            rarity[module] or "—",
            ", ".join(found),
            " ".join(reasons[module]) or "—",
        ]
        for module, found in systems.items()
    ]
    return Table("Modules and the systems in which they are documented", columns, rows, header_column=True)
