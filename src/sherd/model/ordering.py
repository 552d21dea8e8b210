"""What a full part number says: the base part, and one field for each thing that its suffix states.

Package, temperature, grade and packing are how a part is sold, not which part it is. A field whose characters
the maker's ordering information does not list has no meaning here; that is said, and nothing is guessed.
"""

from __future__ import annotations

from attrs import frozen

COMMONLY_KNOWN = "as it is commonly known; check against the datasheet before citing it"
"""What is said of fields whose meaning was not read in the maker's own document."""


@frozen(kw_only=True)
class CodeField:
    """Some characters of an ordering code, what they state (``package``), and which (``LQFP``)."""

    name: str
    text: str
    meaning: str | None


@frozen(kw_only=True)
class OrderingCode:
    """An ordering code taken apart by the ordering scheme of its maker.

    ``source`` names the maker's document that gives the scheme; ``checked`` says whether the rows were read
    in that very document, and not only set down as the scheme is commonly known.
    """

    code: str
    maker: str
    family: str
    base: str
    fields: tuple[CodeField, ...]
    source: str
    checked: bool = False

    @property
    def standing(self) -> str:
        """How far the meanings can be relied on: the maker's document, or that they are to be checked."""
        scheme = f"by the ordering scheme of {self.maker}"
        return f"{scheme} ({self.source})" if self.checked else f"{scheme}, {COMMONLY_KNOWN} ({self.source})"

    def field(self, name: str) -> CodeField | None:
        """The field of that name, ``None`` where the code does not state it."""
        return next((each for each in self.fields if each.name == name), None)
