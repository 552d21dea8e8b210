"""Catalogues of parts: which form a file or folder has, and what it says.

To add a form: one file here with a ``FORM``, a line in ``FORMS``, a line in
``tests/sources/test_catalogue_forms.py``; ``docs/how-to-add-a-catalogue-format.md`` walks through it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from urllib.parse import parse_qsl, urlencode

from sherd.errors import WrongCall
from sherd.identify.catalogue.entry import Catalogue
from sherd.sources.catalogues import csv_table, jlcparts, kicad, parquet
from sherd.sources.catalogues.form import Form, Wishes

FORMS: tuple[Form, ...] = (csv_table.FORM, parquet.FORM, kicad.FORM, jlcparts.FORM)
"""Every form, in the order in which they are tried."""


def form_of(names: Collection[str], where: str) -> Form:
    """The form of a catalogue with these files. Raises ``WrongCall`` where no form has them."""
    for form in FORMS:
        if form.claims(names):
            return form
    known = "; ".join(form.words for form in FORMS)
    raise WrongCall(f"{where} is no catalogue that sherd reads", f"It reads {known}.")


def read(form: Form, contents: Mapping[str, bytes], wishes: Wishes) -> Catalogue:
    """What a catalogue says. Raises ``WrongCall`` for an encoding that there is not."""
    return form.read(contents, wishes)


def importer(form: Form, wishes: Wishes) -> str:
    """The reader of an edition with all that its answer depends on, to be read back by ``imported_by``.

    >>> importer(csv_table.FORM, Wishes({"mpn": "Mfr Part"}, "cp1251"))
    'csv/1?mpn=Mfr+Part&encoding=cp1251'
    """
    said = [*wishes.columns.items(), *([("encoding", wishes.encoding)] if wishes.encoding else [])]
    return f"{form.name}/{form.version}" + (f"?{urlencode(said)}" if said else "")


def imported_by(text: str) -> tuple[Form, Wishes]:
    """The form and the wishes under which an edition was read. Raises ``ValueError`` for an unknown form.

    >>> form, wishes = imported_by("csv/1?mpn=Mfr+Part&manufacturer=")
    >>> form.name, dict(wishes.columns)
    ('csv', {'mpn': 'Mfr Part', 'manufacturer': ''})
    """
    name, _, query = text.partition("?")
    said = dict(parse_qsl(query, keep_blank_values=True))
    encoding = said.pop("encoding", None)
    for form in FORMS:
        if form.name == name.partition("/")[0]:
            return form, Wishes(said, encoding)
    raise ValueError(f"no form of catalogue is called {name!r}")
