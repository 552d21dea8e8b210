"""Lists of parties, as they are published: which form a file has, and what it says.

To add a form: a file here with ``FORMS``, its name in ``MODULES``, a line in
``tests/sources/lists_by_hand.py``; ``docs/how-to-add-a-list.md`` walks through it.
"""

from __future__ import annotations

import codecs

from sherd.errors import WrongCall
from sherd.model.listed import ListEdition
from sherd.sources.lists import eu_acts, eu_fsf, ftm, jp_meti, ofac, own, uk, us_csl, us_other
from sherd.sources.lists.form import Asked, Form

__all__ = ["FORMS", "Asked", "Form", "decoded", "form_of", "read"]

MODULES = (ofac, eu_acts, eu_fsf, uk, us_csl, us_other, jp_meti, ftm, own)
FORMS: tuple[Form, ...] = tuple(form for module in MODULES for form in module.FORMS)
"""Every form, in the order in which they are tried."""

LOOKED_AT = 1 << 16


def form_of(text: str, name: str) -> Form:
    """The form of a list. Raises ``WrongCall`` where no form fits."""
    for form in FORMS:
        if form.claims(text[:LOOKED_AT], name):
            return form
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
    text = decoded(content, name, asked.encoding)
    return form_of(text, name).read(text, name, asked)
