"""Those who have spoken so far, and whom a pronoun or *the minister* may point back to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import define, field, frozen

from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.phrases import ORGANISATION_WORDS, TITLES
from sherd.claims.sentences import Word
from sherd.model.statements import Speaker

LEADS = 6
"""Words at the beginning of a sentence within which somebody named is its subject."""

AUTHORS = vocabulary(
    "researchers investigators authors analysts group institute team organisation organization tank"
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
    known: list[Entity] = field(factory=list)
    order: list[Entity] = field(factory=list)
    voice: Entity | None = None
    """Whoever *we* and *I* are outside quotation marks."""

    def copy(self) -> Register:
        """The same memory, to try something out on."""
        return Register(self.text, list(self.met), list(self.known), list(self.order), self.voice)

    def notice(self, words: Sequence[Word]) -> None:
        """Remember persons who are only named: a later sentence may call them by their last name."""
        for at, word in enumerate(words):
            if word.low.rstrip(".") not in TITLES or at + 2 >= len(words) or words[at + 1].low in TITLES:
                continue
            run: list[str] = []
            for following in words[at + 1 :]:
                if not following.is_name or following.low in ORGANISATION_WORDS:
                    break
                run.append(following.text)
            if 2 <= len(run) <= 4:
                self._remember(" ".join(run), leads=at < LEADS)
        self._named_first(words)

    def _named_first(self, words: Sequence[Word]) -> None:
        """*Jonah Leff, executive director of X, gave*: a name at the beginning with a role beside it."""
        run: list[str] = []
        for word in words[:4]:
            if not word.is_name or word.low in ORGANISATION_WORDS:
                break
            run.append(word.text)
        beside = words[len(run) + 1 : len(run) + 7]
        comma = len(run) < len(words) and words[len(run)].text == ","
        if len(run) in {2, 3} and comma and any(word.low in listed("person") for word in beside):
            self._remember(" ".join(run), leads=True)

    def _remember(self, name: str, leads: bool) -> None:
        entity = Entity(Speaker(name, "person"))
        self.known.append(entity)
        if leads:
            self.order.append(entity)

    def note(self, entity: Entity) -> None:
        """Remember a speaker."""
        self.met.append(entity)
        self.order.append(entity)

    def by_name(self, word: str) -> Entity | None:
        """A person by the last name, or an organisation by a word of its name."""
        low = word.lower()
        for entity in reversed([*self.known, *self.met]):
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
        if low in {"we", "i"} and self.voice is not None:
            return self.voice
        if low in {"he", "she", "i"}:
            return next((entity for entity in reversed(self.order) if entity.is_person), None)
        for entity in reversed(self.met):
            kind = entity.speaker.kind
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
        if head in listed("outlet"):
            return next((entity for entity in reversed(self.met) if entity.speaker.kind == "outlet"), None)
        if head in listed("document") or head in AUTHORS:
            return self._most_heard()
        return None

    def _most_heard(self) -> Entity | None:
        """The organisation that has spoken most: whose report it is that the article tells of."""
        heard = [entity for entity in self.met if entity.speaker.kind == "organisation"]
        heard = heard or [entity for entity in self.met if entity.speaker.kind == "document"]
        counts = Counter(entity.speaker.name for entity in heard)
        return max(reversed(heard), key=lambda entity: counts[entity.speaker.name], default=None)


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.split() if part[0].isupper())
