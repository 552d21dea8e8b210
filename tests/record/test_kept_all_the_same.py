"""Rows that are kept although something in them is missing or written the long way."""

from __future__ import annotations

from sherd.model.items import Item, Observation
from sherd.model.row import Row
from sherd.record.intake import take_in
from sherd.record.tree import Submission

CASE = b'id = "c"\ntitle = "C"\nquestion = "Who?"\n'


def _taken(**sheets: str) -> tuple[list[Row], list[str]]:
    content = {f"{name}.csv": text.encode() for name, text in sheets.items()}
    intake = take_in(Submission("c", sheets={"case.toml": CASE, **content}))
    rows = [placed.row for placed in intake.rows]
    return rows, [problem.code for problem in intake.problems]


def test_an_item_whose_custody_nobody_stated_is_kept_so_that_it_can_be_refused_by_name() -> None:
    rows, codes = _taken(items="id,label,role,custody_status\nI1,Wreck,item,\n")
    (item,) = [row for row in rows if isinstance(row, Item)]
    assert item.custody_status == ""
    assert codes == ["missing_value"]


def test_a_reference_in_the_long_form_to_the_own_case_is_kept_short() -> None:
    rows, codes = _taken(
        items="id,label,role,custody_status\nI1,Wreck,item,unknown\n",
        features="feature,group,kind,link,decided\nskin,airframe,category,design,2023\n",
        observations="id,item,feature,value\nO1,c:I1,c:skin,glass\n",
    )
    (seen,) = [row for row in rows if isinstance(row, Observation)]
    assert (seen.item, seen.feature) == ("I1", "skin")
    assert codes == []
