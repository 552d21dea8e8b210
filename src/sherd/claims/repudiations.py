"""Denials that a noun, a name behind *by* or an answer tells of, and no verb of denying.

*a denial from X that P* · *Serbian denials of P* · *X's account, under which P* · *described by Y as true
and by X as an invention* · *X shook his head when asked whether P* · *X said Y was lying when it said P* ·
*X slammed lies about P*.
"""

from __future__ import annotations

from itertools import pairwise

from attrs import define, evolve

from sherd.claims import grammar
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.denials import FALSE
from sherd.claims.judged_claims import CLAIMED, judged
from sherd.claims.led_up import ALLEGED
from sherd.claims.lexicon import DENIAL, adjectives, listed, states, vocabulary
from sherd.claims.nominal import POSITIONS
from sherd.claims.rebuttals import Rebuttals
from sherd.claims.sayers import Weighed
from sherd.claims.sentences import POSSESSIVES
from sherd.claims.sources import OWNING, anybody, describe
from sherd.claims.speakers import Entity
from sherd.claims.subjects import Said, Stretch
from sherd.claims.twofold import kept, may_stand
from sherd.claims.undone import GRANTING, REFUSING, SAYING
from sherd.claims.verbs import BE, Group, main_verb
from sherd.model.statements import Speaker

LYING = vocabulary("lying mistaken wrong dishonest misinformed")
"""What who says P is said to be."""

REPORTING = vocabulary("report reports reported reporting write wrote writing assert asserted allege alleged")
HOLDING = vocabulary("think thinking believe believing assume assuming suppose supposing suggesting")
DENIED = vocabulary("denied denies deny denying")

SCORNING = vocabulary(
    "slam slams slammed blast blasts blasted condemn condemns condemned denounce denounces denounced "
    "decry decries decried deplore deplores deplored attacked attacks hits hit lashed railed rails"
)
LIES = vocabulary(
    "lies lie smear smears slander slanders fabrications fabrication disinformation falsehoods "
    "falsehood inventions libel fake"
)
BEHIND_LIES = vocabulary("about over on of that alleging claiming concerning regarding")
TOLD_AS = vocabulary(
    "described portrayed presented depicted seen dismissed characterised characterized called"
)
FAR = 10


@define
class Repudiations(Rebuttals):
    """One sentence, and what in it is denied by a noun, a name or an answer."""

    def _repudiated(self) -> None:
        """Everything denied in these ways."""
        lows = vocabulary_of(self.words)
        if lows & DENIAL:
            self._denial_nouns()
        if "which" in lows:
            self._under_which()
        if lows & TOLD_AS and "by" in lows and "as" in lows:
            self._by_turns()
        if "that" in lows and not self.found and (may_stand(lows) or not lows.isdisjoint(REFUSING)):
            self._held_fast()
        if not GROUNDS.isdisjoint(lows):
            self._no_reason()
        if lows & LYING:
            self._lying_when()
        if lows & SCORNING and lows & (LIES | FALSE | listed("verdict")):
            self._scorned_lies()
        if lows & CLAIMED:
            self._judged_claims()

    # ---------------------------------------------------------------- what becomes of a claim

    def _judged_claims(self) -> None:
        """*The idea that P is laughable, X said*; *Y's theory, that P, was demolished by X*: X denies P."""
        read = False
        for number, said in enumerate(self.found):
            first, last = said.content
            if last - first < 5 or said.no_comment or said.polarity == "urge":
                continue
            verdict = judged(self.words[first:last])
            if verdict is None and said.from_left:  # the claim that P is, said X, “a joke”
                verdict = judged(self.words[first : self.end])
            if verdict is None:
                continue
            read = True
            by = self._judge(first + verdict.by) if verdict.by is not None else None
            content = (first + verdict.opens, first + verdict.closes)
            self.found[number] = evolve(
                said, content=content, act="deny", polarity="deny", source=by or said.source
            )
            self._claimant(first + verdict.noun, content)
        verdict = judged(self.words[: self.end]) if not read else None
        if verdict is None:
            return
        by = self._judge(verdict.by) if verdict.by is not None else None
        content = (verdict.opens, verdict.closes)
        if by is None and any(each.content == content and each.polarity == "deny" for each in self.found):
            return
        held = self._claimant(verdict.noun, content)
        if by is not None:
            self.found = [each for each in self.found if each.content != content or each.polarity != "deny"]
            self._deny(content, by, (verdict.verb, verdict.by or verdict.verb))
        elif held:
            self.found.append(Said(content, None, None, "deny", "deny"))

    def _claimant(self, noun: int, content: Stretch) -> bool:
        """*Y's theory, that P, was demolished by X*: Y holds P."""
        words, first = self.words, self._owner_start(noun)
        owner = None
        if first is not None:
            owner = describe(words[first : noun - (words[noun - 1].low in POSSESSIVES)], self.register)
        elif words[noun + 1].low in {"offered", "advanced", "by", "made"}:
            by = noun + 1 + (words[noun + 1].low != "by")
            owner = self._judge(by + 1) if words[by].low == "by" else None
        elif noun > 1 and words[noun - 1].text in {*POSSESSIVES, "'", "’"}:
            owner = describe(self._clean_subject(words[max(0, noun - 6) : noun - 1]), self.register)
        if owner is None:
            return False
        told = (each for each in self.found if each.source is not None and each.content == content)
        if owner.speaker.name not in {each.source.speaker.name for each in told if each.source is not None}:
            self.found.append(Said(content, owner, (noun, noun + 1)))
        return True

    def _judge(self, at: int) -> Entity | None:
        """Who denies, behind *by*: *her own witness*, *the ministry in X*."""
        some = self._right_subject(at)
        stop = next((n for n, word in enumerate(some) if word.text == "," or word.low == "that"), len(some))
        some = some[:stop]
        return describe(some, self.register) or anybody(some, self.register)

    # ---------------------------------------------------------------- a noun for a denial

    def _denial_nouns(self) -> None:
        """*a denial from X that P*, *X's flat denial of P*, *Serbian denials of P*."""
        words = self.words
        for at in range(self.end - 3):
            if words[at].low not in DENIAL or words[at].quoted or self._is_read(at):
                continue
            named = self._whose_denial(at)
            if named is None:
                continue
            owner, link = named
            opens = link + 1
            closes = self._end_of_denied(link)
            if closes - opens > 1 and not any(
                each.content[0] == opens and not each.of_denial for each in self.found
            ):
                self._deny((opens, closes), owner, (at, at + 1))

    def _is_read(self, at: int) -> bool:
        """Whether somebody is read to say something with or of the denial, or none was made."""
        near = {word.low for word in self.words[max(0, at - 4) : at]}
        said = (each for each in self.found if each.cue and each.cue[0] <= at < each.cue[1])
        return (
            bool(near & {"no", "without", "not", "any"})
            or any(self._covers_denial(each, at) for each in self.found)
            or next(said, None) is not None
        )

    def _covers_denial(self, said: Said, at: int) -> bool:
        """Whether it stands in what somebody says; *the denial that P was false, Y said* only tells of it."""
        told = said.polarity == "assert" and at - said.content[0] < 6
        return said.content[0] <= at < said.content[1] and not told

    def _whose_denial(self, at: int) -> tuple[Entity, int] | None:
        """Who denies, and where *that* or *of* stands."""
        words = self.words
        if words[at + 1].low in {"from", "by"}:
            near = range(at + 2, min(at + FAR, self.end - 2))
            link = next((n for n in near if words[n].low in {"that", "of"}), None)
            owner = describe(words[at + 2 : link], self.register) if link is not None else None
            return (owner, link) if owner is not None and link is not None else None
        if words[at + 1].low not in {"that", "of"}:
            return None
        first = at
        while first and words[first - 1].low in _FLAT:
            first -= 1
        if first and words[first - 1].low in OWNING:
            owner = self.register.by_pronoun(OWNING[words[first - 1].low])
            return (owner, at + 1) if owner is not None else None
        begins = self._owner_start(first)
        if begins is None and words[first - 1].low in POSSESSIVES:  # the company's denial that P
            near = range(first - 2, max(-1, first - 7), -1)
            begins = next((n for n in near if words[n].low in {"the", "a", "an"}), None)
        if begins is None:
            return None
        name = words[begins : first - (words[first - 1].low in POSSESSIVES)]
        owner = describe(name, self.register)
        if owner is None and len(name) == 1 and name[0].low in adjectives():  # Serbian denials of P
            owner = Entity(Speaker(states()[name[0].low].name, "state", self._passage((begins, first))))
        return (owner, at + 1) if owner is not None else None

    def _end_of_denied(self, link: int) -> int:
        """Where P ends behind *denial that* or *denial of*: before the verb that is said of the denial."""
        words, seen = self.words, 0 if self.words[link].low == "that" else 1
        for at in range(link + 1, self.end):
            if words[at].text in {",", ";", ":", "–", "—"}:
                return at
            if at == link + 1 or not grammar.finite_at(words, at):
                continue
            told = words[at].low in grammar.FINITE_AUXILIARIES and words[at - 1].low.endswith("ed")
            if not told and any(grammar.finite_at(words, n) for n in range(max(link, at - 2), at)):
                continue  # had not sold; P had landed | was contradicted
            if seen and words[at - 1].low not in grammar.CONJUNCTIONS | {"which", "who"}:
                return at
            seen += 1
        return self.end

    # ---------------------------------------------------------------- an account of somebody's

    def _under_which(self) -> None:
        """*X's account, under which P, did not convince Y*: P, said by X."""
        words = self.words
        for at in range(3, self.end - 2):
            if words[at].low != "which" or words[at].quoted:
                continue
            begins = at - 1
            if [word.low for word in words[at - 2 : at]] == ["according", "to"]:
                begins = at - 2
            elif words[begins].low not in {"under", "in", "by"}:
                continue
            comma = begins - 1
            noun = next(
                (n for n in range(comma - 1, max(-1, comma - 4), -1) if words[n].low in ACCOUNTS), None
            )
            if noun is None or words[comma].text != ",":
                continue
            owner = self._holder(noun, comma) or self._account_of(noun)
            if owner is None:
                continue
            closes = next((n for n in range(at + 2, self.end) if words[n].text == ","), self.end)
            self.found = [self._past_account(each, begins, closes) for each in self.found]
            self.found = [each for each in self.found if each.content[1] > each.content[0]]
            self.found.append(Said((at + 1, closes), owner, (noun, noun + 1)))
            self.register.note(owner)
            return

    def _account_of(self, noun: int) -> Entity | None:
        """*In X's account*: X."""
        owned = noun > 1 and self.words[noun - 1].low in POSSESSIVES
        first = 1 if self.words[0].low in {"in", "by", "on"} else 0
        return describe(self.words[first : noun - 1], self.register) if owned else None

    def _past_account(self, said: Said, begins: int, closes: int) -> Said:
        first, last = said.content
        return evolve(said, content=(min(closes + 1, last), last)) if begins - 1 <= first < closes else said

    # ---------------------------------------------------------------- one and the other

    def _by_turns(self) -> None:
        """*P was described by Y as true and by X as an invention*: what each makes of P."""
        words = self.words
        at = next(
            (n for n in range(1, self.end - 6) if words[n].low in TOLD_AS and not words[n].quoted), None
        )
        if at is None or not {word.low for word in words[max(0, at - 3) : at]} & BE:
            return
        parts = self._parties_to(at + 1)
        if len(parts) < 2 or not any(denied for _, _, denied in parts):
            return
        first = self._group_first(at)
        self.found = [each for each in self.found if not (each.cue and at in range(*each.cue))]
        for owner, cue, denied in parts:
            told = ("deny", "deny") if denied else ("assert", "assert")
            self.found.append(Said((0, first), owner, cue, *told))
            self.register.note(owner)

    def _parties_to(self, at: int) -> list[tuple[Entity, Stretch, bool]]:
        """Each *by X as Q* or *as Q by X* from ``at``: X, where it stands, and whether Q is a verdict."""
        words = self.words
        joints = [n for n in range(at, self.end) if words[n].low in {"and", "but", "while"}]
        bounds = [at, *(n + 1 for n in joints if words[n + 1].low in {"by", "as"}), self.end]
        found = []
        for first, last in pairwise(bounds):
            lows = [word.low for word in words[first:last]]
            if "by" not in lows or "as" not in lows:
                return []
            by, as_ = first + lows.index("by"), first + lows.index("as")
            name = words[by + 1 : as_ if as_ > by else last]
            verdict = words[as_ + 1 : last if as_ > by else by]
            owner = describe([word for word in name if word.low not in grammar.CONJUNCTIONS], self.register)
            if owner is None:
                return []
            judged = {word.low for word in verdict}
            found.append((owner, (first, first + 1), bool(judged & (FALSE | listed("verdict")))))
        return found

    def _lying_when(self) -> None:
        """*X said Y was lying when it said P*, *X said Y was wrong to claim that P*: X denies P."""
        words = self.words
        for number, outer in enumerate(self.found):
            first, last = outer.content
            opens = self._said_wrongly(first, last)
            if outer.polarity != "assert" or outer.no_comment or opens is None or last - opens < 2:
                continue
            twice = not DENIED.isdisjoint(word.low for word in words[opens - 2 : opens])
            told = evolve(outer, content=(opens, last), act="deny", polarity="deny", of_denial=twice)
            self.found[number] = told
            self.found = [
                each
                for n, each in enumerate(self.found)
                if n == number or not (each.cue and first < each.cue[0] < opens)
            ]
            return

    def _said_wrongly(self, first: int, last: int) -> int | None:
        """Where P begins in *Y was lying when it said P*."""
        words = self.words
        for at in range(first + 1, last - 3):
            if words[at].low not in LYING or words[at].quoted is not words[first].quoted:
                continue
            if {"not", "never"} & {word.low for word in words[first:at]}:
                return None
            near = range(at + 1, min(at + 5, last - 1))
            said = next((n for n in near if words[n].low in SAYING | REPORTING | HOLDING | DENIED), None)
            if said is None or words[at + 1].low not in {"when", "to", "in", "if", "by"}:
                continue
            return said + 1 + (words[said + 1].low == "that")
        return None

    def _scorned_lies(self) -> None:
        """*X slammed “lies” about P*, *X condemned the smear that P*: P is denied."""
        words = self.words
        for number, said in enumerate(self.found):
            if said.cue is None or words[said.cue[1] - 1].low not in SCORNING or said.polarity != "assert":
                continue
            first, last = said.content
            lie = self._lie(first, last)
            if lie is None:
                continue
            near = range(lie + 1, min(lie + 4, last - 1))
            link = next((n for n in near if words[n].low in BEHIND_LIES), None)
            opens = link + 1 if link is not None else lie + 1 if words[lie].low not in LIES else first
            content = (opens, last) if last - opens > 1 else said.content
            self.found[number] = evolve(said, content=content, act="deny", polarity="deny")

    def _lie(self, first: int, last: int) -> int | None:
        """Where *lies* stands, or the claim that is called absurd: *“absurd” claims*."""
        words = self.words
        near = range(first, min(first + 5, last))
        lie = next((n for n in near if words[n].low in LIES), None)
        if lie is not None:
            return lie
        bad = next((n for n in near if words[n].low in FALSE | listed("verdict")), last)
        return next((n for n in range(bad + 1, min(bad + 4, last)) if words[n].low in ALLEGED), None)

    # ---------------------------------------------------------------- held fast, and not accepted

    def _held_fast(self) -> None:
        """*X made no apology for saying that P*, *Not once did X doubt P*; *X refused to accept that P*."""
        words = tuple(self.words[: self.end])
        main = main_verb(words) or self._behind_never()
        if main is None or any(word.quoted for word in words[: main.verb + 1]):
            return
        near = [word.low for word in words[main.verb : main.verb + 4]]
        held = kept(words)
        if near[0] in REFUSING:
            accepts = near[1:2] == ["to"] and near[2:3] != [] and near[2] in GRANTING and near[3:] == ["that"]
            held = Weighed(main.verb + 4, self.end, True) if accepts else None
        if held is None or held.first >= self.end - 2 or words[0].low in NOBODY_AT_ALL:
            return
        source = self._turned(main, held.first) or self._subject(main.first)
        if source is not None:
            stance = "deny" if held.denied else "assert"
            cue = (main.first, main.verb + 1)
            self.found.append(Said((held.first, self.end), source, cue, stance, stance))
            self.register.note(source)

    def _behind_never(self) -> Group | None:
        """*X never tired of P*: where a verb must stand that is no finite form elsewhere."""
        words = self.words
        near = range(1, min(10, self.end - 1))
        at = next((n for n in near if words[n].low == "never" and words[n + 1].low.endswith("ed")), None)
        return Group(at, at + 1) if at is not None else None

    def _turned(self, main: Group, end: int) -> Entity | None:
        """*Not for a moment did X doubt that P*: X, who stands behind the auxiliary."""
        words = self.words
        if words[0].low not in {"not", "never"} or words[main.first].low not in grammar.FINITE_AUXILIARIES:
            return None
        behind = range(main.first + 2, end)
        verb = next((n for n in behind if words[n].low == "doubt" or grammar.is_base(words[n])), None)
        return describe(words[main.first + 1 : verb], self.register) if verb is not None else None

    # ---------------------------------------------------------------- no reason to believe

    def _no_reason(self) -> None:
        """*X saw no reason to believe that P*, *X sees “not the faintest likelihood” that P*."""
        words = self.words
        for at in range(2, self.end - 3):
            if words[at].low not in GROUNDS or (opens := self._grounds_for(at)) is None:
                continue
            near = range(at - 1, max(0, at - 5), -1)
            nay = next((n for n in near if words[n].low in NO_SUCH), None)
            if nay is None or (words[nay].low == "not" and words[nay + 1].low not in {"the", "a", "any"}):
                continue
            verb = nay - 1
            while verb and (words[verb].text in grammar.MARKS or grammar.is_adverb(words[verb])):
                verb -= 1
            if words[verb].low not in SEEING or self._taken(at):
                continue
            source = self._subject(self._group_first(verb))
            if source is None:
                continue
            self.found = [each for each in self.found if each.cue is None or each.cue[0] < verb]
            self._deny((opens, self.end), source, (verb, at + 1))
            return

    def _grounds_for(self, at: int) -> int | None:
        """Where P begins behind *reason to believe that*, *likelihood that*, *grounds for the claim that*."""
        words = self.words
        behind = at + 1 + (words[at + 1].text in grammar.MARKS)
        if words[behind].low == "to" and words[behind + 1].low in BELIEVING:
            opens = behind + 2 + (words[min(behind + 2, self.end - 1)].low == "that")
        elif words[behind].low == "that":
            opens = behind + 1
        elif words[behind].low in {"for", "to", "in", "behind"}:
            near = range(behind + 1, min(behind + 5, self.end - 2))
            noun = next((n for n in near if words[n].low in listed("accusation") | ALLEGED), None)
            if noun is None or words[noun + 1].low != "that":
                return None
            opens = noun + 2
        else:
            return None
        return opens if grammar.is_clause(words[opens : self.end]) else None


NOBODY_AT_ALL = vocabulary("nobody no-one no none few neither it there this that")
NO_SUCH = vocabulary("no not little scant hardly zero")
SEEING = vocabulary("see sees saw has have had know knows knew find finds found")
GROUNDS = vocabulary(
    "reason grounds ground basis likelihood chance possibility prospect justification cause substance "
    "truth merit"
)
"""What somebody sees none of who denies P; *evidence* and *sign* are read where somebody finds none."""

BELIEVING = vocabulary("believe think suppose assume suspect conclude")
ACCOUNTS = POSITIONS | vocabulary("telling story accounts versions narrative")
_FLAT = vocabulary("flat firm repeated blanket public official categorical strong swift angry earlier own")
