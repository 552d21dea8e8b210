"""Those who have spoken so far, and whom a pronoun or *the minister* may point back to."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Sequence
from copy import copy
from functools import cache
from itertools import chain

from attrs import define, evolve, field, frozen

from sherd.claims import firms
from sherd.claims.cast import Cast, with_office
from sherd.claims.grammar import PREPOSITIONS, finite_at
from sherd.claims.kin import (
    CASES,
    CORPORATE,
    FIRMS,
    OF_ONE,
    PAPER_TRAIL,
    REGIONS,
    UNTOLD,
    can_point,
    has_other_field,
    is_ours,
    is_untold,
    may_mean,
    words_about,
)
from sherd.claims.lexicon import adjectives, listed, states, vocabulary
from sherd.claims.offices import Office
from sherd.claims.parties import REACH, Mentions
from sherd.claims.phrases import initials
from sherd.claims.sentences import Word
from sherd.claims.whole_names import whole_name, with_mandate
from sherd.model.statements import Speaker

AUTHORED = vocabulary(
    "report study analysis assessment investigation findings survey review brief paper note examination "
    "inspection audit teardown"
)
"""Documents that somebody wrote to say something, unlike records and data."""

LETTERS = vocabulary("letter statement note post message email e-mail reply response memo communiqué release")
"""Papers in which somebody speaks; where the text does not say whose they are, whoever spoke last."""

WRITERS = frozenset({"organisation", "state", "person", "anonymous_official"})
TELLERS = WRITERS | {"anonymous"}
"""Kinds of speakers whose papers speak for them."""

AUTHORS = vocabulary(
    "researchers investigators authors analysts group institute team organisation organization tank"
)

_OF_AUTHORS = AUTHORED | AUTHORS | {"document", "documents", "papers", "findings"}


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

    def may_be(self, pronoun: str) -> bool:
        """Whether *he* or *she* can mean them; *I* means either."""
        other = self.gender and pronoun in {"he", "she"} and self.gender != pronoun
        if other or self.heads & OF_ONE.get(pronoun, frozenset()):
            return False
        return self.speaker.kind == "person" or (
            self.speaker.kind in {"anonymous", "anonymous_official"} and not self.plural
        )


@define
class Register:
    """The speakers met so far, the latest last; what a pronoun or *the minister* may point back to."""

    text: str
    met: deque[Entity] = field(factory=lambda: deque(maxlen=REACH))
    cast: Cast = field(factory=Cast)
    known: deque[Entity] = field(factory=lambda: deque(maxlen=REACH))
    order: deque[Entity] = field(factory=lambda: deque(maxlen=REACH))
    """Everybody spoken of so far, whether they spoke or not."""
    mentions: Mentions = field(factory=Mentions)
    bodies: deque[Office] = field(factory=lambda: deque(maxlen=REACH))
    """Bodies that were only named."""
    voice: Entity | None = None
    """Whoever *we* and *I* are outside quotation marks."""
    told_of: Entity | None = None
    """The last person whom a sentence was about by a name that nothing else calls a person's."""
    wholes: dict[str, str] = field(factory=dict)
    runs: list[tuple[str, frozenset[str]]] | None = None
    """The names of bodies that the text has, once they have been looked for, and their words."""
    looked_for: dict[str, bool] = field(factory=dict)
    told: dict[tuple[object, ...], tuple[Entity | None, tuple[object, ...]]] = field(factory=dict)
    """Whom the words asked about so far named, by where they stand and what was remembered last; the
    latter is kept, so that nothing else takes its place."""
    named_later: dict[str, str] = field(factory=dict)
    """Whoever is named after they spoke without a name, and as whom they spoke."""
    brought: deque[Entity] = field(factory=lambda: deque(maxlen=REACH))
    """Companies, and people with a trade, that were brought in with *a* and have not spoken."""
    groups: deque[Entity] = field(factory=lambda: deque(maxlen=REACH))
    """Several people without a name of whom the text told, and who have not spoken."""
    houses: dict[str, Speaker] = field(factory=dict)
    """For whom somebody unnamed speaks whose trade that is, by the name under which they spoke."""
    papers: dict[str, Entity] = field(factory=dict)
    """Whose a paper is that the text tells of, by its noun."""
    near: list[tuple[Word, ...]] = field(factory=list)
    """The words of the sentences of the paragraph that is being read, up to the one that is."""
    lead: tuple[Word, ...] = ()
    """The words of the first sentence below the headline."""
    home: str | None = None
    """The state in whose capital the article was filed and whose affairs it opens with."""

    def copy(self) -> Register:
        """The same memory, to try something out on."""
        other = copy(self)
        other.met, other.known = copy(self.met), copy(self.known)
        other.order, other.bodies = copy(self.order), copy(self.bodies)
        return other

    def lasts(self) -> tuple[object, ...]:
        """The last of everything in the memory, which tell it from what it was at another moment."""
        return (
            self.met[-1] if self.met else None,
            self.order[-1] if self.order else None,
            self.known[-1] if self.known else None,
            self.bodies[-1] if self.bodies else None,
            self.mentions.met[-1] if self.mentions.met else None,
            self.voice,
            self.told_of,
        )

    def whole(self, name: str) -> str:
        """The whole name of a body or firm, as the text has it somewhere; each is looked for once."""
        if name not in self.wholes:
            self.wholes[name] = with_mandate(whole_name(name, self.text), self.text)
        return self.wholes[name]

    def says(self, phrase: str) -> bool:
        """Whether the text has the phrase anywhere; each is looked for once."""
        if phrase not in self.looked_for:
            self.looked_for[phrase] = phrase in self.text
        return self.looked_for[phrase]

    def notice(self, words: Sequence[Word]) -> None:
        """Remember persons who are only named; one whom a sentence is about may be its *he* or *she*."""
        told = (at for at in range(1, len(words)) if not words[at].quoted and finite_at(words, at))
        first_verb = next(told, len(words))
        about_person = any(word.low in _persons() for word in words[:first_verb])
        brought_in: Entity | None = None
        for at, word in enumerate(words):
            if word.low not in self.cast.persons or (at + 1 < len(words) and words[at + 1].is_name):
                continue
            found = self._introduced(word.text, word.start)
            if found is None:
                continue
            self.known.append(found)
            owner = at + 1 < len(words) and words[at + 1].low == "'s"
            near = words[max(0, at - 3) : at]
            comma = next((n + 1 for n in range(len(near) - 1, -1, -1) if near[n].text == ","), 0)
            governed = any(each.low in PREPOSITIONS for each in near[comma:])
            told_on = [each.low for each in words[at + 1 : at + 3]] in ([",", "who"], [",", "whose"])
            told_on = told_on and not self._spoke_behind(words, at)
            if told_on or (at < first_verb and not owner and not governed):
                self.order.append(found)
                brought_in = None
                about_person = True
            elif with_office(words, at) and not about_person:
                brought_in = found
        if brought_in is not None:  # at his side stood X Y, a pilot
            self.order.append(brought_in)

    def _spoke_behind(self, words: Sequence[Word], at: int) -> bool:
        """*Asked about X, who did P, Y said Q*: whether somebody else speaks later in the sentence."""
        last = self.met[-1].speaker if self.met else None
        where = last.span if last is not None and last.kind in PEOPLE else None
        return where is not None and words[at].end < where.start < words[-1].end

    def _introduced(self, last: str, at: int) -> Entity | None:
        """The person of the cast whom a last name means, as already met where they have spoken."""
        named = self.cast.person(last, at)
        if named is None:
            return None
        met = next((each for each in reversed(self.met) if each.speaker.name == named.name), None)
        return met or Entity(Speaker(named.name, "person", role=named.office or None), gender=named.he)

    def note(self, entity: Entity) -> None:
        """Remember a speaker; a document told of beside its issuer may stand for the issuer."""
        last = self.met[-1] if self.met else None
        self.met.append(entity)
        self.order.append(entity)
        written = entity.speaker.kind == "document" and bool(entity.heads & AUTHORED)
        if last and written and self._beside(last, entity):
            self.order.append(evolve(last, heads=last.heads | entity.heads))

    def _beside(self, one: Entity, other: Entity) -> bool:
        a, b = one.speaker.span, other.speaker.span
        if one.speaker.kind != "organisation" or a is None or b is None:
            return False
        return self.text.find("\n", min(a.end, b.end), max(a.start, b.start)) < 0

    def by_name(self, word: str, at: int = 0) -> Entity | None:
        """A person by the last name, in full here or elsewhere; an organisation by a word of its name."""
        low = word.lower()
        if at and (firm := self._named_before(word, at)) is not None:
            return firm
        if found := self._introduced(word, at or len(self.text)):
            return found
        for entity in chain(reversed(self.met), reversed(self.known)):
            parts = entity.speaker.name.lower().replace("(unnamed)", "").split()
            if entity.speaker.kind == "person" and parts and low in {parts[-1], parts[0]}:
                return entity
        for entity in reversed(self.met):
            name = entity.speaker.name
            if entity.speaker.kind in {"organisation", "outlet"} and (
                low in name.lower().split() or word == initials(name)
            ):
                return entity
        return None

    def _named_before(self, word: str, at: int) -> Entity | None:
        """*Orlo* of *Orlo Motoren*, where an owner of that name is brought in only later."""
        later = self.cast.person(word, at)
        if later is None or later.start < at:
            return None
        bodies = (each.speaker.name for each in self.order if each.speaker.kind == "organisation")
        firm = next((name for name in (*self.cast.firms, *bodies) if name.startswith(f"{word} ")), None)
        return Entity(Speaker(firm, "organisation"), FIRMS) if firm and self.text.find(firm) < at else None

    def author_of(self, paper: str) -> Entity | None:
        """Whose *the letter*, *the summary* is, by the noun for it."""
        known = self.papers.get(paper)
        if known is None and paper in CASES:
            return next(
                (each for each in reversed(self.order) if each.heads & {"prosecutors", "police"}), None
            )
        if known is None and paper in AUTHORED and self.voice is not None:
            return self.voice if self.voice.speaker.kind == "organisation" else None
        if known is not None or paper not in LETTERS:
            return known
        last = next((each for each in reversed(self.met) if each.speaker.kind in WRITERS), None)
        return last if last is not None and "(unnamed)" not in last.speaker.name else None

    def by_pronoun(self, low: str) -> Entity | None:
        """Whom *he*, *she*, *it*, *they* or *we* means: the nearest spoken of that can be meant."""
        if low == "we" or (low == "i" and self.voice is not None):
            return self.voice
        if low in {"he", "she", "i"}:
            return self._person(low)
        if low == "it" and (bare := self._named_since(("organisation", "state", "outlet", "document"))):
            return bare
        for entity in reversed(self.order):
            kind = entity.speaker.kind
            single = kind in {"organisation", "state", "outlet", "document"} and not entity.plural
            if low == "it" and (single or "document" in entity.heads):
                return entity
            if low in {"they", "we"} and (entity.plural or kind in {"organisation", "state"}):
                return self._met_since(entity) or entity
        if low == "they" and self.groups:
            return self.groups[-1]
        named = self.mentions.last(frozenset({"organisation"})) if low == "it" else None
        return Entity(Speaker(named, "organisation")) if named else None

    def _met_since(self, entity: Entity) -> Entity | None:
        """*Orlo denied it. The Herald spoke to two pilots. They …*: the people met in a later sentence."""
        last = self.groups[-1] if self.groups else None
        a, b = entity.speaker.span, last.speaker.span if last is not None else None
        if a is None or b is None or b.start < a.end:
            return None
        apart = _SENTENCE.search(self.text, a.end, b.start)
        return last if apart or _MEETING.match(self.text, a.end) else None

    def still_speaking(self, at: int) -> Entity | None:
        """*P, it added*: the body that spoke last in the paragraph, behind what is said."""
        last = self.met[-1] if self.met else None
        if last is None or last.speaker.span is None or last.plural:
            return None
        between = self.text[last.speaker.span.end : at]
        behind = between.endswith((", ", "” ", '" ')) and "." in between and "\n" not in between
        return last if behind and last.speaker.kind in {"organisation", "state", "outlet"} else None

    def _person(self, low: str) -> Entity | None:
        """Whom *he* or *she* means: the person spoken of last, or named last with a title that says so."""
        able = [entity for entity in reversed(self.order) if entity.may_be(low)]
        spoken = next((entity for entity in able if not is_ours(entity.speaker)), next(iter(able), None))
        told_of = self.told_of if self.told_of is not None and self.told_of.may_be(low) else None
        titled = (entity for entity in reversed(self.known) if low != "i" and entity.gender == low)
        return spoken or told_of or next(titled, None)

    def by_head(self, head: str, plural: bool, told: frozenset[str] = frozenset()) -> Entity | None:
        """Whom *the minister*, *the report*, *the researchers* means; ``told`` are words beside the noun."""
        if (brought := self._brought(head, told)) is not None:
            return brought
        if (trade := firms.trade(head)) and (traders := self._of_trade(trade, told)):
            return traders[0] if len(traders) == 1 else None
        if head in FIRMS and told:
            return self._firm(head, told)
        able, written, whose = can_point(head), head in listed("document"), told & (adjectives() | REGIONS)
        for entity in reversed(self.order):
            one = head in entity.heads and (plural or not entity.plural or written)
            meant = one and whose <= words_about(entity.speaker)
            if not meant and able and may_mean(head, entity.speaker):
                meant = told <= words_about(entity.speaker)
            apart = meant and bool(told) and has_other_field(told, entity.speaker)
            if meant and not apart and not (trade and self._in_other_trade(trade, entity)):
                return entity
        if head == "country" and not told:
            return next((each for each in reversed(self.order) if each.speaker.kind == "state"), None)
        if head in UNTOLD and told and (group := self._group(head, told)) is not None:
            return group
        if head in UNTOLD:
            for entity in reversed(self.order):
                if is_untold(entity.speaker) and not entity.heads & FIRMS:
                    return entity
        for office in reversed(self.bodies):
            if head in office.heads:
                return Entity(Speaker(office.name, "organisation", on_behalf_of=office.state), office.heads)
        if head in listed("outlet"):
            told_of = chain(reversed(self.met), reversed(self.known))
            return next((one for one in told_of if one.speaker.kind == "outlet" or head in one.heads), None)
        if written and head in PAPER_TRAIL and not told:
            spoke = (each for each in reversed(self.order) if each.speaker.kind == "document")
            if (trail := next((each for each in spoke if each.heads & PAPER_TRAIL), None)) is not None:
                return trail
        if written:
            papers = (each for each in reversed(self.known) if each.speaker.kind == "document")
            if (paper := next((each for each in papers if head in each.heads), None)) is not None:
                return paper
        for entity in reversed(self.known) if able else ():
            if may_mean(head, entity.speaker) and told <= words_about(entity.speaker):
                return entity
        if head in _OF_AUTHORS and (author := self._most_heard()) is not None:
            return author
        if head == "group" and not told:  # a company, where there is no group
            return next((each for each in reversed(self.order) if self._is_firm("company", each)), None)
        return self._named_since(()) if head in FIRMS else None

    def _brought(self, head: str, told: frozenset[str]) -> Entity | None:
        """*The dealer*, *the company*: one brought in with *a* since anybody spoke who can be meant."""
        last = self.order[-1] if self.order else None
        if head in _ANY_FIRM and not told and last is not None:
            if self.is_bare_name(last):
                return evolve(last, speaker=evolve(last.speaker, kind="organisation"), heads=FIRMS)
            house = last.speaker.on_behalf_of if last.speaker.kind == "person" else None
            if (
                house is not None
                and is_untold(Speaker(house, "organisation"))
                and house.lower() not in states()
            ):
                return Entity(Speaker(house, "organisation"), FIRMS)
        for each in reversed(self.brought):
            where = each.speaker.span
            generic = head in _ANY_FIRM and bool(each.heads & FIRMS)
            about = words_about(each.speaker) | frozenset(where.text.lower().split() if where else ())
            if where is None or not (head in each.heads or generic) or not told <= about:
                continue
            rival = next((one for one in reversed(self.order) if self._rivals(one, head)), None)
            place = rival.speaker.span if rival is not None else None
            same = rival is not None and rival.speaker.name == each.speaker.name
            if same or place is None or place.start < self._from(where.start, head not in each.heads):
                return evolve(each, heads=each.heads | (FIRMS if each.heads & FIRMS else {head}))
            return None
        return None

    def _from(self, at: int, paragraph: bool) -> int:
        """Where a rival must not stand: behind the phrase, or anywhere in its paragraph."""
        return self.text.rfind("\n", 0, at) + 1 if paragraph else at

    def _rivals(self, entity: Entity, head: str) -> bool:
        """Whether the noun may mean somebody who spoke, or of whom a sentence was."""
        speaker = entity.speaker
        if head in entity.heads:
            return True
        firm = speaker.name in self.cast.firms or words_about(speaker) & CORPORATE or entity.heads & FIRMS
        named = speaker.kind == "organisation" and is_untold(speaker) and "(unnamed)" not in speaker.name
        return head in _ANY_FIRM and (bool(firm) or named or self.is_bare_name(entity))

    def is_bare_name(self, entity: Entity) -> bool:
        """Whether two words are taken for a person's name, and nothing says that they are."""
        speaker = entity.speaker
        bare = speaker.kind == "person" and not (speaker.role or entity.gender or speaker.on_behalf_of)
        return bare and speaker.name.split()[-1].lower() not in self.cast.persons

    def _named_since(self, kinds: Sequence[str]) -> Entity | None:
        """Whom a sentence was about by a bare name, if nobody of these kinds was spoken of since: a company
        where *it* or *the firm* goes on about them."""
        told = self.told_of
        if told is None or told.speaker.span is None or told.gender:
            return None
        if told.speaker.name.split()[-1].lower() in self.cast.persons:
            return None
        last = next((each.speaker.span for each in reversed(self.order) if each.speaker.kind in kinds), None)
        nearer = last is None or last.start < told.speaker.span.start
        return Entity(Speaker(told.speaker.name, "organisation"), FIRMS) if nearer else None

    def _firm(self, head: str, told: frozenset[str]) -> Entity | None:
        """*The Swiss company*, *the pump maker*: the last company that can be meant."""
        spoken: dict[str, Entity] = {}
        for each in reversed(self.order):
            if self._is_firm(head, each):
                spoken.setdefault(each.speaker.name, each)
        named = [office.name for office in self.bodies if head in office.heads]
        named += [each.name for each in self.mentions.met if head in each.heads]
        known = dict.fromkeys((*spoken, *reversed(named)))
        about = ((name, self._about(name, spoken.get(name))) for name in known)
        silent = known.keys() - spoken.keys()
        last = {each[-1].speaker.name for each in (self.met, self.order) if each}
        mute = known.keys() - last if firms.is_new(head, told) else ()
        name = firms.meant(told - firms.OF, about, self._introduced_so(head, told), silent, mute)
        return spoken.get(name) or Entity(Speaker(name, "organisation"), FIRMS) if name else None

    def _in_other_trade(self, trade: frozenset[str], entity: Entity) -> bool:
        """*The maker* is no firm that the text calls a distributor, and nothing else."""
        about = self.cast.beside.get(entity.speaker.name.lower(), frozenset())
        return not about & trade and bool(about & firms.TRADES - firms.ANY_FIRM)

    def _of_trade(self, trade: frozenset[str], told: frozenset[str]) -> list[Entity]:
        """*The distributor*: the last to speak of whom the text says so, else all whom it only names so."""
        for each in reversed(self.order):
            if each.speaker.kind not in {"organisation", "person"}:
                continue
            about = self.cast.beside.get(each.speaker.name.lower(), frozenset())
            if about & trade and firms.agree(told, about):
                return [evolve(each, heads=each.heads | FIRMS)]
        named = [office.name for office in self.bodies if office.heads & FIRMS]
        names = dict.fromkeys(named + [each.name for each in self.mentions.met if each.heads & FIRMS])
        about_each = ((name, self.cast.beside.get(name.lower(), frozenset())) for name in names)
        return [
            Entity(Speaker(name, "organisation"), FIRMS)
            for name, about in about_each
            if about & trade and firms.agree(told, about)
        ]

    def _group(self, head: str, told: frozenset[str]) -> Entity | None:
        """*The British group*: the last of whom nothing says that it is a company, or of another state."""
        met: dict[str, Entity] = {}
        for each in reversed(self.order):
            speaker = each.speaker
            able = may_mean(head, speaker) or is_untold(speaker)
            told_so = (
                speaker.name in self.cast.firms or (each.heads | self._about(speaker.name, each)) & FIRMS
            )
            if able and not told_so:
                met.setdefault(speaker.name, each)
        name = firms.meant(told, ((name, self._about(name, each)) for name, each in met.items()))
        return met[name] if name else None

    def _introduced_so(self, head: str, told: frozenset[str]) -> bool:
        """Whether the text brings in *a trading company*, which *the trading company* then is."""
        some = {f"{word} {head}" for word in told} | ({head} - _ANY_FIRM)
        return any(self.says(f"{article} {each}") for article in (" a", " an", "A", "An") for each in some)

    def _is_firm(self, head: str, entity: Entity) -> bool:
        if entity.speaker.kind != "organisation":
            return False
        return head in entity.heads or may_mean(head, entity.speaker)

    def _about(self, name: str, entity: Entity | None) -> frozenset[str]:
        low = name.lower()
        own = words_about(entity.speaker) | entity.heads if entity else frozenset(low.split())
        return own | self.cast.beside.get(low, frozenset())

    def _most_heard(self) -> Entity | None:
        """The organisation that has spoken most: whose report it is that the article tells of."""
        heard = [
            entity
            for entity in self.met
            if entity.speaker.kind == "organisation" and entity.speaker.on_behalf_of is None
        ]
        heard = heard or [entity for entity in self.met if entity.speaker.kind == "document"]
        counts = Counter(entity.speaker.name for entity in heard)
        return max(reversed(heard), key=lambda entity: counts[entity.speaker.name], default=None)


PEOPLE = frozenset({"person", "anonymous", "anonymous_official"})
"""Kinds of speaker that are one or more people."""

_ANY_FIRM = frozenset({"company", "firm", "group"})
"""Nouns that mean a company of any trade."""

_MEETING = re.compile(r"(?: also| later)? (?:(?:spoke|talked) (?:to|with)|interviewed|questioned|met) \S")
"""Verbs of who asks, behind whom they were: *the inspectors spoke to three dockers. They …*."""

_SENTENCE = re.compile(r"[.!?”\"]\s")  # where one ends


@cache
def _persons() -> frozenset[str]:
    """Words for somebody whom a sentence can be about."""
    return listed("person") | {"he", "she", "i", "we"}
