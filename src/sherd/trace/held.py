"""Why no picture of a marking goes along with a request: what has to be recorded, or released to whom.

A file is as restricted as the strictest row that names it, and a photograph that says nothing is for the
team: so a region may be recorded, and the picture be held all the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from sherd.model.items import Photograph
from sherd.model.record import CaseRecord
from sherd.model.release import file_release, within
from sherd.model.row import Row
from sherd.trace.requests import NO_PICTURE

NAMING = (("photographs", "file"), ("custody", "document"), ("samples", "report"), ("sources", "archived"))
"""The sheets whose rows name a file, and the column in which they do."""


def no_picture(record: CaseRecord, shown: CaseRecord, component: str | None, clearance: str) -> str:
    """What to do where no picture of the component goes along.

    ``record`` is the whole case, ``shown`` what a reader at ``clearance`` may see of it. Where a region is
    recorded, what holds its photograph is named.
    """
    markings = [each for each in record.markings if each.component == component and each.region]
    open_ = {each.id for each in shown.markings}
    said = [f"release marking {each.id} to {clearance}" for each in markings if each.id not in open_]
    photos = {each.id: each for each in record.photographs}
    wanted = [photos[each.photo] for each in markings if each.photo in photos]
    wanted += [each for each in record.photographs if each.component == component and each.derived_from]
    for photo in {each.id: each for each in wanted}.values():
        said += _held(record, photo, clearance)
    return "; ".join(said) or NO_PICTURE


def _held(record: CaseRecord, photo: Photograph, clearance: str) -> Iterator[str]:
    if photo.file not in {each.id for each in record.files}:
        yield f"put the file of photograph {photo.id} into the case folder: {photo.file} is not recorded"
        return
    if not within(file_release(photo), clearance):
        now = photo.release or "empty, and so for the team"
        yield f"release photograph {photo.id} to {clearance}: its column release is {now}"
    for row in _naming(record, photo.file):
        level = file_release(row)
        if row != photo and not within(level, clearance):
            yield (
                f"the file of photograph {photo.id} also stands under {row.kind} {row.id}, which is for "
                f"{level}, and the strictest row counts: release that too, or give the picture its own file"
            )


def _naming(record: CaseRecord, file: str) -> Iterator[Row]:
    for sheet, column in NAMING:
        for row in getattr(record, sheet):
            if getattr(row, column) == file:
                yield row
