"""What is written on a thing, as it stands."""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from sherd.model.columns import Refers
from sherd.model.row import People, Row


@frozen(kw_only=True)
class Marking(Row):
    """What is written, raw, line by line; ``?`` stands for an illegible character.

    A marking is an observation. What part it names is a reading, and a person's choice among readings a
    judgement: neither is kept here.
    """

    kind: ClassVar[str] = "marking"
    sheet: ClassVar[str] = "markings"

    component: Annotated[str, Refers("components")] | None = None
    item: Annotated[str, Refers("items")] | None = None
    surface: str | None = None
    method: str | None = None
    script: str | None = None
    language: str | None = None
    text: str
    obliterated: str | None = None
    reader: People | None = None
    second_reader: People | None = None
    second_text: str | None = None
    photo: Annotated[str, Refers("photographs")] | None = None
    region: str | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """The marking line by line, as it stands on the part."""
        return tuple(line.strip() for line in self.text.split("|"))
