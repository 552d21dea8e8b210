"""What a full part number says: the base part, and one field for each thing that its suffix states.

Package, temperature, grade and packing are how a part is sold, not which part it is. A field whose characters
the maker's ordering information does not list has no meaning here; that is said, and nothing is guessed.
"""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class CodeField:
    """Some characters of an ordering code, what they state (``package``), and which (``LQFP``)."""

    name: str
    text: str
    meaning: str | None


@frozen(kw_only=True)
class OrderingCode:
    """An ordering code taken apart by the ordering information of its maker."""

    code: str
    maker: str
    family: str
    base: str
    fields: tuple[CodeField, ...]
    source: str

    def field(self, name: str) -> CodeField | None:
        """The field of that name, ``None`` where the code does not state it."""
        return next((each for each in self.fields if each.name == name), None)
