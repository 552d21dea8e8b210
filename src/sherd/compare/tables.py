"""The feature table as it stood when the first item was opened, and what changing it afterwards did.

Whoever may split a group or add a level after seeing the item can tune the result. So the table is dated, and
where it was changed later both results are shown: what each row of the difference table says under the old
table and under the new one. A change that changes nothing is told too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sherd.model.findings import FeatureChange, FeatureFinding, FeatureShift
from sherd.model.items import Feature

COLUMNS = ("group", "kind", "levels", "unit", "sd_within", "epsilon", "link")
"""What of a feature bears on a result."""


def changes(old: Sequence[Feature], new: Sequence[Feature]) -> tuple[FeatureChange, ...]:
    """What was changed of the table, feature by feature and column by column."""
    before, after = ({feature.id: feature for feature in table} for table in (old, new))
    return tuple(
        change
        for id_ in dict.fromkeys([*before, *after])
        for change in _changed(id_, before.get(id_), after.get(id_))
    )


def shifts(old: Iterable[FeatureFinding], new: Iterable[FeatureFinding]) -> tuple[FeatureShift, ...]:
    """Every row of the difference table that the change moved, with both results."""
    before, after = ({(each.item, each.other, each.feature): each for each in rows} for rows in (old, new))
    return tuple(
        FeatureShift(
            item=item,
            other=other,
            feature=feature,
            was=_result(before.get((item, other, feature))),
            now=_result(after.get((item, other, feature))),
        )
        for item, other, feature in dict.fromkeys([*before, *after])
        if _result(before.get((item, other, feature))) != _result(after.get((item, other, feature)))
    )


def _changed(id_: str, was: Feature | None, now: Feature | None) -> Iterator[FeatureChange]:
    if was is None or now is None:
        what = "added" if was is None else "withdrawn"
        yield FeatureChange(feature=id_, column="feature", was="—" if was is None else "declared", now=what)
        return
    for column in COLUMNS:
        before, after = _cell(was, column), _cell(now, column)
        if before != after:
            yield FeatureChange(feature=id_, column=column, was=before, now=after)


def _cell(feature: Feature, column: str) -> str:
    value = getattr(feature, "kind_" if column == "kind" else column)
    return "|".join(value) if isinstance(value, tuple) else "—" if value is None else str(value)


def _result(found: FeatureFinding | None) -> str:
    return "not in the table" if found is None else f"{found.state} in group {found.group}: {found.basis}"
