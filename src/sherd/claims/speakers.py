"""Those who have spoken so far, and whom a pronoun or *the minister* may point back to."""

from __future__ import annotations

from attrs import define, field, frozen

from sherd.claims.lexicon import listed, vocabulary
from sherd.model.statements import Speaker

AUTHORS = vocabulary(
    "researchers investigators authors analysts group institute team organisation organization"
)


@frozen
class Entity:
    """Somebody who can speak, as met in the text; ``heads`` are common nouns that may point back to them."""

    speaker: Speaker
    heads: frozenset[str] = frozenset()
    plural: bool = False
    alternatives: tuple[str, ...] = ()

    @property
    def is_person(self) -> bool:
        """Whether *he* or *she* can mean them."""
        return self.speaker.kind == "person" or (
            self.speaker.kind in {"anonymous", "anonymous_official"} and not self.plural
        )


@define
class Register:
    """The speakers met so far, the latest last; what a pronoun or *the minister* may point back to."""

    text: str
    met: list[Entity] = field(factory=list)

    def note(self, entity: Entity) -> None:
        """Remember a speaker."""
        self.met.append(entity)

    def by_name(self, word: str) -> Entity | None:
        """A person by the last name, or an organisation by a word of its name."""
        low = word.lower()
        for entity in reversed(self.met):
            parts = entity.speaker.name.lower().replace("(unnamed)", "").split()
            if entity.speaker.kind == "person" and parts and low in {parts[-1], parts[0]}:
                return entity
        for entity in reversed(self.met):
            name = entity.speaker.name
            if entity.speaker.kind in {"organisation", "outlet"} and (
                low in name.lower().split() or word == _initials(name)
            ):
                return entity
        return None

    def by_pronoun(self, low: str) -> Entity | None:
        """Whom *he*, *she*, *it*, *they* or *we* means: the nearest speaker that can be meant."""
        for entity in reversed(self.met):
            kind = entity.speaker.kind
            if low in {"he", "she"} and entity.is_person:
                return entity
            if low == "it" and kind in {"organisation", "state", "outlet", "document"}:
                return entity
            if low in {"they", "we"} and (entity.plural or kind in {"organisation", "state"}):
                return entity
        return None

    def by_head(self, head: str, plural: bool) -> Entity | None:
        """Whom *the minister*, *the report*, *the researchers* means."""
        for entity in reversed(self.met):
            if head in entity.heads:
                return entity
        kinds: frozenset[str] = frozenset()
        if head in listed("outlet"):
            kinds = frozenset({"outlet"})
        elif head in listed("document") or head in AUTHORS:
            kinds = frozenset({"organisation", "document"})
        return next((entity for entity in reversed(self.met) if entity.speaker.kind in kinds), None)


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.split() if part[0].isupper())
