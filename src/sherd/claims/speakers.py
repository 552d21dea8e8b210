"""Those who have spoken so far, and whom a pronoun or *the minister* may point back to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from attrs import define, evolve, field, frozen

from sherd.claims.cast import Cast
from sherd.claims.grammar import DETERMINERS, PREPOSITIONS, finite_at
from sherd.claims.lexicon import listed, vocabulary
from sherd.claims.parties import Mentions
from sherd.claims.phrases import PLURAL_PEOPLE
from sherd.claims.sentences import Word
from sherd.claims.verbs import main_verb
from sherd.model.statements import Speaker

LONGEST_SUBJECT = 14
"""Words of a subject that is looked at for whom a sentence is about."""

COMMERCIAL = vocabulary("company firm maker manufacturer business supplier distributor chipmaker producer")
INTERNATIONAL = vocabulary("panel council nations union committee body")

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
    gender: str = ""
    """*he* or *she* where the text has said which."""
    also: tuple[Entity, ...] = ()
    """Those who say it together with them."""

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
    cast: Cast = field(factory=Cast)
    known: list[Entity] = field(factory=list)
    order: list[Entity] = field(factory=list)
    mentions: Mentions = field(factory=Mentions)
    subject: Entity | None = None
    """Whom the last sentence was about, where it told of nobody speaking."""
    people: Entity | None = None
    """The officials or experts whom the last sentence named, where it told of nobody speaking."""
    describing: Callable[[Sequence[Word], Register], Entity | None] | None = None
    """How the words of a noun phrase are read into a speaker."""
    voice: Entity | None = None
    """Whoever *we* and *I* are outside quotation marks."""

    def copy(self) -> Register:
        """The same memory, to try something out on."""
        return evolve(self, met=list(self.met), known=list(self.known), order=list(self.order))

    def notice(self, words: Sequence[Word]) -> None:
        """Remember persons who are only named; one whom a sentence is about may be its *he* or *she*."""
        first_verb = next((at for at in range(1, len(words)) if finite_at(words, at)), len(words))
        for at, word in enumerate(words):
            if word.low not in self.cast.persons or (at + 1 < len(words) and words[at + 1].is_name):
                continue
            found = self._introduced(word.text, word.start)
            if found is None:
                continue
            self.known.append(found)
            owner = at + 1 < len(words) and words[at + 1].low == "'s"
            governed = any(each.low in PREPOSITIONS for each in words[max(0, at - 3) : at])
            if at < first_verb and not owner and not governed:
                self.order.append(found)
        self.mentions.notice(words)

    def _introduced(self, last: str, at: int) -> Entity | None:
        """The person of the cast whom a last name means, as already met where they have spoken."""
        named = self.cast.person(last, at)
        if named is None:
            return None
        met = next((each for each in reversed(self.met) if each.speaker.name == named.name), None)
        return met or Entity(Speaker(named.name, "person"), gender=named.he)

    def about(self, words: Sequence[Word], spoken: bool) -> None:
        """Remember whom a sentence is about that nobody is said to speak in: *The panel stops short of P*."""
        self.subject = self.people = None
        if spoken:
            return
        main = main_verb(words)
        opening = words[: main.first] if main is not None else ()
        while opening and not opening[-1].is_word:
            opening = opening[:-1]
        if 0 < len(opening) <= LONGEST_SUBJECT and opening[0].low not in PREPOSITIONS:
            self.subject = self.describing(opening, self.copy()) if self.describing else None
        at = next((n for n, word in enumerate(words) if word.low in PLURAL_PEOPLE and not word.quoted), None)
        if at is not None and self.describing is not None:
            start = at
            while start and (words[start - 1].is_name or words[start - 1].low in DETERMINERS | {"senior"}):
                start -= 1
            self.people = self.describing(words[start : at + 1], self.copy())

    def note(self, entity: Entity) -> None:
        """Remember a speaker."""
        self.met.append(entity)
        self.order.append(entity)

    def by_name(self, word: str, at: int = 0) -> Entity | None:
        """A person by the last name, in full here or elsewhere; an organisation by a word of its name."""
        low = word.lower()
        if found := self._introduced(word, at or len(self.text)):
            return found
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
        if self.subject is not None and _can_be_meant(self.subject, low):
            return self.subject
        if low == "they" and self.people is not None:
            return self.people
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
        if head in COMMERCIAL:
            for entity in reversed(self.met):
                own = entity.speaker.kind == "organisation" and entity.speaker.on_behalf_of is None
                if own and "(unnamed)" not in entity.speaker.name and not entity.heads & INTERNATIONAL:
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


def _can_be_meant(entity: Entity, low: str) -> bool:
    kind = entity.speaker.kind
    if low in {"he", "she"}:
        return entity.is_person
    if low == "it":
        return kind in {"organisation", "state", "outlet", "document"} and not entity.plural
    return low == "they" and (entity.plural or kind in {"organisation", "state"})


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.split() if part[0].isupper())
