"""Which parts and modules are documented in which weapon systems."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import frozen

from sherd.model.document import Column, Figure, Json, Table
from sherd.publish.charts.style import BLUE, HAIR, Spec, chart, label_axis, step

MOST_MODULES, MOST_SYSTEMS = 60, 30


@frozen
class Cell:
    """One module documented in one system; ``basis`` says in which specimens it was counted."""

    module: str
    system: str
    basis: str = ""


def figure(id: str, cells: Iterable[Cell]) -> Figure:
    """The matrix of modules and systems, in the order in which they are first named.

    Raises ValueError when there is no cell.
    """
    systems: dict[str, list[str]] = defaultdict(list)
    reasons: dict[str, list[str]] = defaultdict(list)
    for cell in cells:
        if cell.system not in systems[cell.module]:
            systems[cell.module].append(cell.system)
        if cell.basis and cell.basis not in reasons[cell.module]:
            reasons[cell.module].append(cell.basis)
    if not systems:
        raise ValueError("no module is documented in any system: no matrix can be drawn")
    names = list(dict.fromkeys(name for found in systems.values() for name in found))
    most = max(systems, key=lambda module: len(systems[module]))
    alt = (
        f"{len(systems)} modules, {len(names)} systems. Documented in most systems: {most} "
        f"({', '.join(systems[most])})."
    )
    return Figure(
        id,
        f"Modules and the systems in which they are documented.{_left(systems, names)} "
        "An empty place means that the record lists none there, not that there is none.",
        alt,
        _spec(list(systems)[:MOST_MODULES], names[:MOST_SYSTEMS], systems),
        _twin(systems, reasons),
    )


def _left(systems: dict[str, list[str]], names: Sequence[str]) -> str:
    if len(systems) <= MOST_MODULES and len(names) <= MOST_SYSTEMS:
        return ""
    return (
        f" Drawn: {min(len(systems), MOST_MODULES)} of {len(systems)} modules, "
        f"{min(len(names), MOST_SYSTEMS)} of {len(names)} systems; the table has all."
    )


def _spec(modules: list[str], names: list[str], systems: dict[str, list[str]]) -> Spec:
    rows: list[dict[str, Json]] = [
        {"module": module, "system": name, "documented": name in systems[module]}
        for module in modules
        for name in names
    ]
    angle = -60 if len(names) > 8 else -30
    place: Spec = {
        "x": {
            "field": "system",
            "type": "nominal",
            "sort": names,
            "axis": label_axis(130, orient="top", labelAngle=angle, labelAlign="left"),
        },
        "y": {"field": "module", "type": "nominal", "sort": modules, "axis": label_axis(250)},
    }
    return chart(
        [
            {"mark": {"type": "point", "size": 5, "filled": True, "color": HAIR}, "encoding": place},
            {
                "transform": [{"filter": "datum.documented"}],
                "mark": {"type": "point", "filled": True, "size": 110, "color": BLUE, "opacity": 1},
                "encoding": place,
            },
        ],
        rows,
        step(len(modules), 20),
    )


def _twin(systems: dict[str, list[str]], reasons: dict[str, list[str]]) -> Table:
    columns = [
        Column("Module", width=30),
        Column("Systems", "right", width=9),
        Column("Documented in", width=31),
        Column("Counted how", width=30),
    ]
    rows = [
        [module, str(len(found)), ", ".join(found), " ".join(reasons[module]) or "—"]
        for module, found in systems.items()
    ]
    return Table("Modules and the systems in which they are documented", columns, rows, header_column=True)
