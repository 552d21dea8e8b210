"""One statement put together from what was said, by whom, and the sentence around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, evolve, field

from sherd.claims import grammar
from sherd.claims.actors import urged
from sherd.claims.antecedents import Deeds
from sherd.claims.bare_verbs import is_bare
from sherd.claims.dates import all_dates
from sherd.claims.employers import housed
from sherd.claims.fuller_names import fuller
from sherd.claims.lexicon import pattern, states, vocabulary
from sherd.claims.naming import called
from sherd.claims.negation import is_negated
from sherd.claims.objects import unanswered
from sherd.claims.organisations import without_form
from sherd.claims.own_goods import own_goods
from sherd.claims.paraphrases import paraphrase
from sherd.claims.parties import doing, meant, party
from sherd.claims.pieces import quoted as quoted_passages
from sherd.claims.propositions import proposition
from sherd.claims.quotes import Quotation
from sherd.claims.roles import Clause, named
from sherd.claims.sentences import Sentence, Word, words, words_within
from sherd.claims.silences import CHECKED, CHECKING
from sherd.claims.speakers import Entity, Register
from sherd.claims.stance import holds_untrue, is_conditional, stance, takes_no_stand
from sherd.claims.subjects import Said
from sherd.claims.supposed import unlearnt
from sherd.claims.undenied import keeps_silent
from sherd.claims.undertakings import is_promised
from sherd.claims.verbs import OPENERS, main_verb
from sherd.model.articles import Article
from sherd.model.statements import Action, Dated, Named, Passage, Relay, Speaker, Statement

NARRATOR = Speaker("article", "narrator")

_CONFIDENCE = re.compile(r"with (?:low|moderate|high) confidence")


@define
class Maker:
    """Makes statements of one article. A document keeps the date that it was first given.

    ``reads`` says that the language of the article has tables for propositions, dates and hedges; without
    them the action is ``OTHER`` and nothing is dated.
    """

    article: Article
    reads: bool = True
    document_dates: dict[str, Dated] = field(factory=dict)
    register: Register = field(factory=lambda: Register(""))
    """Who spoke, and which parties were named, before the sentence that is being read."""
    deeds: Deeds = field(factory=Deeds)
    contents: tuple[tuple[int, int], ...] = ()
    """What is said in the sentence that is being read: a date in there is no date of saying it."""
    dated: tuple[tuple[int, int], tuple[Dated, ...]] | None = None
    clause: Clause | None = None
    half: tuple[Word, ...] = ()
    """The first half of what is said, where the speaker is named in the middle."""

    def made(
        self,
        sentence: Sentence,
        one: Said,
        content: Passage,
        mode: str,
        quoted: Sequence[Quotation] = (),
        level: str = "core",
    ) -> Statement:
        """The statement that these words are, without an id as yet."""
        text = self.article.text
        whose = housed(one.source, self.register)
        one = one if whose is one.source else evolve(one, source=whose)
        clause = self.clause = self._clause(sentence, one, content, mode)
        cue = self.cue(sentence, one)
        heard = evolve(clause, words=(*self.half, *clause.words)) if self.half else clause
        prop = self._deed(heard, cue, mode)
        polarity, act = stance(one, heard) if self.reads else (one.polarity, one.act)
        source = one.source.speaker if one.source else NARRATOR
        prop = self._with_parties(prop, one, cue, clause, polarity, act)
        if self.reads and act == "assert" and cue is not None and is_promised(cue.text):
            prop = _promised(prop, clause, party(source))
        hedge = self._hedge(cue, content) if self.reads else None
        if self.reads and takes_no_stand(clause.words):
            prop = evolve(prop, action="OTHER")
        if self.reads and (_is_silence(content.text) or _keeps_silent(one, clause)):
            one, polarity, act = evolve(one, no_comment=True), "assert", "assert"
        elif polarity == "deny" and one.polarity == "assert" and prop.action == "OTHER" and _cannot(clause):
            polarity, act = "assert", "assert" if act == "deny" else act
        if one.no_comment:
            prop, level = self._of_silence(prop, one, clause), "secondary"
        if act != "urge":
            self.deeds.note(prop, source.name)
        others = one.source.alternatives if one.source else ()
        if one.no_comment and mode == "narrator" and not _speaks_of_itself(clause):
            others, source = (source.name, *others), NARRATOR  # that somebody was silent, the article tells
        conditional = self.reads and is_conditional(clause.words)
        return Statement(
            id="S",
            doc=self.article.name,
            doc_sha256=self.article.sha256,
            claim=paraphrase(source, polarity, act, content.text),
            content=content,
            source=source,
            cue=cue,
            chain=_unlooped(one.chain, source),
            polarity=polarity,
            act=act,
            mode=mode,
            level=level,
            certainty="hedged" if hedge else "conditional" if conditional else "plain",
            hedge=hedge,
            prop=prop,
            statement_date=self._said_on(sentence, content, source) if self.reads else None,
            event_time=self._event(sentence, content) if self.reads else None,
            quoted=quoted_passages(text, content, quoted, mode),
            alt_sources=others,
            paragraph=sentence.paragraph,
            flags=self._flags(one, clause, mode, polarity),
        )

    def _clause(self, sentence: Sentence, one: Said, content: Passage, mode: str) -> Clause:
        """The words of what is said, with who says them and what stands before."""
        inside = _within(sentence, content) or tuple(words(self.article.text, content.start, content.end))
        return Clause(
            self.article.text,
            _without_aside(inside, sentence, one),
            one.source,
            self.register.mentions,
            mode == "direct_quote",
            tuple([word for word in sentence.words if word.end <= content.start]),
        )

    def _deed(self, clause: Clause, cue: Passage | None, mode: str) -> Action:
        """What is said to be done, its parties under the names that the document has for them."""
        loosely = mode in {"headline", "caption"}
        prop = self._called(proposition(clause, loosely), clause) if self.reads else Action("OTHER")
        if prop.action == "OTHER" and cue is not None and cue.text.lower().startswith("identif"):
            return evolve(prop, action="IDENTIFY_AS", trigger=cue, value=prop.value or _as_what(clause))
        return prop

    def _with_parties(
        self, prop: Action, one: Said, cue: Passage | None, clause: Clause, polarity: str, act: str
    ) -> Action:
        """The deed with those of its parties whom only the rest of the document or the act tells."""
        denied = polarity == "deny"
        source = one.source.speaker if one.source else NARRATOR
        if prop.actor is None and one.source is not None:
            admits = act == "admit" or (cue is not None and cue.text.lower().startswith("confirm"))
            goods = own_goods(prop, clause, one.source, denied, admits) or _undertaken(clause, cue, act)
            prop = prop if goods is None else evolve(prop, actor=goods)
        prop = self.deeds.completed(prop, clause.words, source.name, party(source), denied)
        if self.reads and act == "urge" and (to_act := urged(clause)) is not None:
            prop = evolve(prop, actor=to_act)
        if act == "urge" and (own := _for_themselves(prop, clause)) is not None:
            prop = evolve(prop, recipient=own)
        return prop

    def _of_silence(self, prop: Action, one: Said, clause: Clause) -> Action:
        """That somebody kept silent, and about what."""
        action = "OTHER" if _is_unchecked(clause) else "NO_COMMENT"
        prop = evolve(prop, action=action, object=unanswered(clause), recipient=None)
        silent = one.source.speaker if one.source else None
        name = self._silent(one.source) if one.source else ""
        return evolve(prop, actor=Named(name, silent.span) if silent else prop.actor)

    def _flags(self, one: Said, clause: Clause, mode: str, polarity: str) -> tuple[str, ...]:
        """Whether two denials cancel, and whether what is asserted is that P is not so."""
        if one.of_denial or _is_twice(one, clause, mode):
            return ("of_denial",)
        negated = self.reads and polarity == "assert" and not one.no_comment and holds_untrue(clause)
        return ("negated",) if negated else ()

    def _called(self, prop: Action, clause: Clause) -> Action:
        """The same with its parties under the names that the document has for them."""
        speaker = clause.source.speaker if clause.source else None
        self.register.mentions.tell(prop)
        actor = called(prop.actor, _words_of(prop.actor, clause), self.register, speaker)
        recipient = called(prop.recipient, _words_of(prop.recipient, clause), self.register, speaker)
        if actor is prop.actor and recipient is prop.recipient:
            return prop
        return evolve(prop, actor=actor, recipient=recipient)

    def _silent(self, entity: Entity) -> str:
        """Who was silent: the body or state for whom somebody unnamed spoke, under its full name."""
        speaker = entity.speaker
        if self.clause is not None and self.clause.words[0].low == "we":
            return party(speaker)
        if "(unnamed)" not in speaker.name:
            return fuller(without_form(speaker.name), self.register)
        if not any(head.startswith("spokes") or head in _MANY for head in entity.heads):
            return speaker.name
        body = next((each for each in entity.alternatives if "(unnamed)" not in each), None)
        return body or speaker.on_behalf_of or speaker.name

    def cue(self, sentence: Sentence, one: Said) -> Passage | None:
        """The words by which we know that it was said."""
        if one.cue is None:
            return None
        first, last = one.cue
        return Passage.of(self.article.text, sentence.words[first].start, sentence.words[last - 1].end)

    def _hedge(self, cue: Passage | None, content: Passage) -> Passage | None:
        """A hedge inside what is said, or between speaker and verb."""
        text = self.article.text
        found = pattern("hedge").search(text, content.start, content.end)
        if found is None and cue is not None:
            found = pattern("hedge").search(text, cue.start, cue.end)
        if found is None and cue is not None and cue.end < content.start:
            found = _CONFIDENCE.search(text, cue.end, content.start)
        return Passage.of(text, found.start(), found.end()) if found else None

    def _said_on(self, sentence: Sentence, content: Passage, source: Speaker) -> Dated | None:
        """The date outside what is said; a document keeps the date that it was given before."""
        for dated in self._dates(sentence):
            if dated.span and not any(
                a < dated.span.end and dated.span.start < b
                for a, b in [(content.start, content.end), *self.contents]
            ):
                if source.document is not None:
                    self.document_dates.setdefault(source.name, dated)
                return dated
        return self.document_dates.get(source.name) if source.document is not None else None

    def _event(self, sentence: Sentence, content: Passage) -> Dated | None:
        """The first date inside what is said."""
        return next((each for each in self._dates(sentence) if each.span and each.span.within(content)), None)

    def _dates(self, sentence: Sentence) -> tuple[Dated, ...]:
        """The dates of a sentence, looked for once."""
        bounds = (sentence.start, sentence.end)
        if self.dated is None or self.dated[0] != bounds:
            found = tuple(all_dates(self.article.text, *bounds, self.article.published))
            self.dated = (bounds, found)
        return self.dated[1]


_MANY = vocabulary("officials authorities representatives")
"""Plurals for those who are silent for their house."""


_CHECKS = CHECKING | CHECKED


def _is_unchecked(clause: Clause) -> bool:
    """*could not verify P*: what a newsroom could not check; nobody was silent."""
    lows = {word.low for word in clause.words}
    if {"confirm", "confirmed"} & lows and not {"independently", "able", "unable"} & lows:
        return clause.words[0].low == "cannot"
    return not _CHECKS.isdisjoint(lows) and not {"nor", "declined", "refused"} & lows


def _speaks_of_itself(clause: Clause) -> bool:
    """*We do not comment on such things*."""
    return clause.words[0].low.split("'")[0] in {"i", "we"}


def _keeps_silent(one: Said, clause: Clause) -> bool:
    """*I'm not going to speak to P*, in the speaker's own words or as they are reported."""
    return one.source is not None and one.polarity == "assert" and keeps_silent(clause.words)


_SILENT = re.compile(
    r"\b(?:(?:do|does|did|will|would|can|could)(?: not|n['’]t) comment|no comment"
    r"|not going to (?:comment|get into|go into|speak to)|(?:do|does|will|would)(?: not|n['’]t) discuss"
    r"|not get into|have anything further|refer you to)\b",
    re.IGNORECASE,
)


_HINTS = ("comment", "speak to", "discuss", "get into", "go into", "anything further", "refer you")
"""Of which, in small letters, every expression of silence has one."""


def _is_silence(text: str) -> bool:
    """*“We do not comment on such things”*."""
    low = text.lower() if len(text) < 120 else ""
    return any(hint in low for hint in _HINTS) and _SILENT.search(text) is not None


TELLING = vocabulary(
    "settle say tell know verify confirm corroborate establish determine exclude identify comment speak "
    "guess speculate judge decide authenticate prove rule"
)
"""Verbs for coming to know or to tell; who cannot do it leaves the matter open."""


def _cannot(clause: Clause) -> bool:
    """*could not settle it*, *cannot say who made it*: what somebody is not able to tell is no denial."""
    main = main_verb(clause.words)
    if main is None:
        return False
    lows = [word.low for word in clause.words[main.first : main.verb + 1]]
    rest = clause.words[main.verb + 1 :]
    again = next((n for n, word in enumerate(rest) if word.low in {"yet", "and", "but"}), len(rest))
    if is_negated(rest[again + 1 :]):
        return False  # cannot prove it, yet sees not the slightest chance of P
    able = (
        "cannot" in lows
        or "can't" in lows
        or "couldn't" in lows
        or lows[:2] in (["could", "not"], ["can", "not"])
    )
    return able and bool(TELLING & set(lows))


def _for_themselves(prop: Action, clause: Clause) -> Named | None:
    """*urged allies to send more radars*: for the state of whoever asks, where nobody else is named."""
    if prop.action != "SUPPLY" or prop.recipient is not None or prop.actor is None or clause.source is None:
        return None
    own = meant("we", clause.source.speaker, True, clause.mentions)
    return Named(own) if own and own.lower() in states() and own != prop.actor.name else None


def _undertaken(clause: Clause, cue: Passage | None, act: str) -> Named | None:
    """*offered to train P*, *claimed to have sold P*: the deed of whoever offers it."""
    if act == "urge" or clause.source is None or clause.quoted or cue is None or len(clause.words) < 2:
        return None
    first, who = clause.words[0], clause.source.speaker.span
    before = clause.text[who.end : cue.start].split() if who is not None and who.end <= cue.start else []
    if len(before) > 4 or "and" in before:
        return None  # X said Chad built P and intends to sell Q
    between = clause.text[cue.end : first.start].strip()
    led = first.low == "to" or between == "to" or cue.text.lower().endswith(" to")
    if between not in {"", "to"} or not led or not (first.low == "to" or is_bare(first)):
        return None
    return Named(doing(clause.source.speaker))


def _promised(prop: Action, clause: Clause, own: str) -> Action:
    """*pledged to do P*: the speaker's undertaking; *promised that P would be done* is one too."""
    opens = clause.words[0].low == "to" or grammar.is_base(clause.words[0]) or is_bare(clause.words[0])
    if opens and prop.action != "ATTACK":
        return evolve(prop, action="COMMIT", actor=Named(own))
    return evolve(prop, action="COMMIT") if prop.action == "OTHER" else prop


def _words_of(found: Named | None, clause: Clause) -> tuple[Word, ...]:
    """The words that stand for a party; none where it is not named in the clause or in front of it."""
    if found is None or found.span is None:
        return ()
    start = found.span.start
    some = clause.words if not clause.words or clause.words[0].start <= start else clause.before
    return words_within(some, start, found.span.end)


def clause_words(text: str, sentence: Sentence, one: Said, piece: tuple[int, int]) -> tuple[Word, ...]:
    """The words of what is said, without who says them in between."""
    content = Passage.of(text, *piece)
    return _without_aside(_within(sentence, content) or tuple(words(text, *piece)), sentence, one)


def _within(sentence: Sentence, content: Passage) -> tuple[Word, ...]:
    """The words of the sentence that the passage is made of; none where it reaches beyond."""
    some = words_within(sentence.words, content.start, content.end)
    whole = some and some[0].start == content.start and some[-1].end == content.end
    return some if whole else ()


def _without_aside(some: tuple[Word, ...], sentence: Sentence, one: Said) -> tuple[Word, ...]:
    """*Serbia, Ana Vale said, had never sold P* without who says it, between two commas."""
    if one.cue is None or len(some) < 6:
        return some
    verb = sentence.words[one.cue[0]].start
    at = next((n for n, word in enumerate(some) if word.start == verb), None)
    if at is None or some[at].quoted:
        return some
    opens = next((n for n in range(at, 0, -1) if some[n].text == ","), None)
    closes = next((n for n in range(at, len(some) - 1) if some[n].text == ","), None)
    if opens is None or closes is None or closes - opens > 14:
        return some
    return some[:opens] + some[closes + (some[0].low not in OPENERS | {"had", "were"}) :]


def _as_what(clause: Clause) -> Named | None:
    """What it is identified as."""
    at = next((n for n, word in enumerate(clause.words) if word.low == "as"), None)
    return None if at is None else named(clause, at + 1, len(clause.words))


def _unlooped(chain: tuple[Relay, ...], source: Speaker) -> tuple[Relay, ...]:
    return tuple(relay for relay in chain if relay.name != source.name)


def _is_twice(one: Said, clause: Clause, mode: str) -> bool:
    """*Denied that it had not sent them*, *it is not true that we did not*: two denials make an assertion."""
    inner = next((at for at, word in enumerate(clause.words) if at and word.low == "that"), None)
    if one.polarity == "assert":
        some = clause.words[:inner] if inner else ()
        untrue = any(word.low in {"true", "right", "correct"} for word in some) and is_negated(some)
        return untrue and inner is not None and is_negated(clause.words[inner + 1 :])
    if one.polarity != "deny" or mode != "indirect" or unlearnt(clause.words):
        return False
    return is_negated(clause.words)
