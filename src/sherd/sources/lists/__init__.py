"""Lists of parties, as they are published: which form a file has, and what it says.

To add a form: a file here with ``FORMS``, its name in ``MODULES``, a line in
``tests/sources/lists_by_hand.py``; ``docs/how-to-add-a-list.md`` walks through it.
"""

from __future__ import annotations

import codecs

from attrs import evolve

from sherd.errors import WrongCall
from sherd.model.listed import ListEdition
from sherd.sources.lists import eu_acts, eu_fsf, ftm, jp_meti, ofac, own, uk, us_csl, us_other
from sherd.sources.lists.form import Asked, Form
from sherd.sources.lists.order import in_order
from sherd.sources.lists.whole import DELIMITERS, breaks_off, delimiter_of, divided_by, plain_lines

__all__ = ["FORMS", "Asked", "Form", "decoded", "form_of", "read", "read_with_form"]

MODULES = (ofac, eu_acts, eu_fsf, uk, us_csl, us_other, jp_meti, ftm, own)
FORMS: tuple[Form, ...] = tuple(form for module in MODULES for form in module.FORMS)
"""Every form, in the order in which they are tried."""

LOOKED_AT = 1 << 16


def form_of(text: str, name: str) -> Form:
    """The form of a list. Raises ``WrongCall`` where no form fits."""
    return _form(text, name)[0]


def _form(text: str, name: str) -> tuple[Form, str]:
    """The form of a list, and its text as that form divides it.

    A published form goes before a table of one's own, also where a spreadsheet divided its cells anew.
    """
    head = text.lstrip("\r\n")[:LOOKED_AT]
    found = next((form for form in FORMS if form.claims(head, name)), None)
    if found is None or found.name == "own":
        whole_rows = head.rpartition("\n")[0] or head
        for sign in DELIMITERS.replace(delimiter_of(head), ""):
            anew = divided_by(sign, whole_rows)
            again = next((form for form in FORMS if form.claims(anew, name)), None)
            if again is not None and again.name not in {"own", *RUNNING}:
                return again, divided_by(sign, text)
    if found is not None:
        return found, text
    known = "; ".join(form.words for form in FORMS)
    raise WrongCall(f"{name} is no list that sherd reads", f"It reads {known}.")


def decoded(content: bytes, name: str, encoding: str | None) -> str:
    """A list as text: UTF-8 or UTF-16 by its mark, else the encoding asked for. Raises ``WrongCall``."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        return content.decode(encoding or "utf-8-sig")
    except (UnicodeDecodeError, LookupError):
        raise WrongCall(
            f"{name} is not in {encoding or 'UTF-8'}", "Name its encoding with --encoding."
        ) from None


def read(content: bytes, name: str, asked: Asked) -> ListEdition:
    """One list as it was published. Raises ``WrongCall`` for what is no list."""
    return read_with_form(content, name, asked)[1]


def read_with_form(content: bytes, name: str, asked: Asked) -> tuple[Form, ListEdition]:
    """The form of a list, and what it says. Raises ``WrongCall`` for what is no list."""
    form, text = _form(plain_lines(decoded(content, name, asked.encoding)), name)
    edition = in_order(form.read(text, name, asked), name)
    if text.lstrip("\ufeff \n")[:1] in {"{", "[", "<"} or form.name in RUNNING:
        return form, edition
    broken = breaks_off(text, name)
    return form, evolve(edition, problems=(*edition.problems, broken)) if broken else edition


RUNNING = frozenset({"jp-meti"})
"""Forms that are running text and no table."""
