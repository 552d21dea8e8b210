"""The folder ``data`` of an export of jlcparts."""

from __future__ import annotations

import tarfile
from collections.abc import Mapping

from sherd.identify.catalogue.entry import Catalogue, distinct, sorted_out, trouble
from sherd.identify.catalogue.jlcparts import export, is_export, is_read
from sherd.sources.catalogues.form import Form, Wishes


def read(contents: Mapping[str, bytes], _wishes: Wishes) -> Catalogue:
    """The parts of an export; an archive that cannot be opened is a problem."""
    try:
        entries, problems = sorted_out(export(contents))
    except tarfile.TarError as error:
        do = "export the folder `data` again"
        return Catalogue((), (trouble("unreadable_file", "all.jsonlines.tar", None, "", str(error), do),))
    return Catalogue(tuple(distinct(entries)), tuple(problems))


FORM = Form("jlcparts", 1, "an export of jlcparts (its folder data)", is_export, is_read, read)
