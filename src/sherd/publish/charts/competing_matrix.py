"""Every account against every finding: how far each falls short of the one that explains the finding best.

Letters say it, and the shade says it again: CC and C fit, I and II do not, N was not observed. The account
that least speaks against stands first, and the finding that tells most apart stands on top.
"""

from collections.abc import Sequence

from sherd.model.document import Column, Figure, Inline, Json, Table
from sherd.model.reasoning import EvidenceRow, Matrix
from sherd.publish.charts.style import BLUE, INK, PAPER, SOFT, Spec, bans, chart, label_axis, step

FILLS = {"CC": "#ffffff", "C": "#dbe4ee", "N": "#c9c2ae", "I": "#8fa9c6", "II": BLUE}
"""From light, which fits, to dark, which does not."""

WORDS = {
    "CC": "very consistent",
    "C": "consistent",
    "N": "not observed",
    "I": "inconsistent",
    "II": "very inconsistent",
}
MOST = 36
"""How many findings are drawn; the table has all."""

TELLS = "tells apart"


def figure(id: str, item: str, matrix: Matrix) -> Figure:
    """The matrix of one item. Raises ``ValueError`` where nothing that weighs was observed of it."""
    seen = [row for row in matrix.rows if row.stands]
    if not seen:
        raise ValueError(f"nothing that weighs was observed of {item}")
    accounts = [account.hypothesis for account in matrix.accounts]
    drawn = list(matrix.rows)[:MOST]
    least, most = matrix.accounts[0], matrix.accounts[-1]
    cut = f" Drawn: {MOST} of {len(matrix.rows)} findings." if len(matrix.rows) > MOST else ""
    letters = ", ".join(f"{letter} {words}" for letter, words in WORDS.items())
    return Figure(
        id,
        f"The accounts against the findings on {item}: {letters}, each beside the account that explains the "
        f"finding best. The number says how many bans a finding tells apart.{cut}",
        f"{len(seen)} findings against {len(accounts)} accounts. Least spoken against: {least.hypothesis} "
        f"({least.bans:.2f} bans); most: {most.hypothesis} ({most.bans:.2f} bans). Most telling: "
        f"{seen[0].feature} ({seen[0].diagnosticity:.2f} bans).",
        _spec(drawn, accounts),
        _twin(item, matrix, accounts),
    )


def _spec(drawn: Sequence[EvidenceRow], accounts: Sequence[str]) -> Spec:
    rows: list[dict[str, Json]] = []
    for row in drawn:
        name = f"{row.feature} = {row.value}" if row.value else row.feature
        letters = {stand.hypothesis: stand.letter for stand in row.stands}
        for account in accounts:
            letter = letters.get(account, "N")
            rows.append({"finding": name, "account": account, "letter": letter, "fill": FILLS[letter]})
        rows.append({"finding": name, "account": TELLS, "letter": f"{row.diagnosticity:.2f}", "fill": PAPER})
    names: list[Json] = list(dict.fromkeys(row["finding"] for row in rows))
    columns: list[Json] = [*accounts, TELLS]
    place: Spec = {
        "x": {
            "field": "account",
            "type": "nominal",
            "sort": columns,
            "axis": label_axis(120, orient="top", labelAngle=0),
        },
        "y": {"field": "finding", "type": "nominal", "sort": names, "axis": label_axis(230)},
    }
    ink: Spec = {"condition": {"test": "datum.letter === 'II'", "value": PAPER}, "value": INK}
    return chart(
        [
            {
                "transform": [{"filter": f"datum.account !== '{TELLS}'"}],
                "mark": {"type": "rect", "stroke": SOFT, "strokeWidth": 0.5},
                "encoding": {**place, "fill": {"field": "fill", "type": "nominal", "scale": None}},
            },
            {
                "mark": {"type": "text", "fontSize": 10.5},
                "encoding": {**place, "text": {"field": "letter"}, "color": ink},
            },
        ],
        rows,
        step(len(names), 22),
    )


def _twin(item: str, matrix: Matrix, accounts: Sequence[str]) -> Table:
    columns = [
        Column("Finding", width=30),
        *(Column(account, "center", width=58 / len(accounts)) for account in accounts),
        Column("Tells apart", "right", width=12),
    ]
    rows: list[list[Inline]] = []
    for row in matrix.rows:
        said = {stand.hypothesis: f"{stand.letter} {bans(stand.below)}" for stand in row.stands}
        cells = [said.get(account, "N") for account in accounts]
        rows.append([f"{row.feature} = {row.value or 'not observed'}", *cells, f"{row.diagnosticity:.2f}"])
    against = {account.hypothesis: account for account in matrix.accounts}
    rows.append(["Spoken against, in bans", *(f"{against[name].bans:.2f}" for name in accounts), ""])
    note = (
        "Letters with the shortfall in bans. The last row adds up those of I and II, tempered within groups."
    )
    return Table(f"The accounts against the findings on {item}", columns, rows, header_column=True, note=note)
