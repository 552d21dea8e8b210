"""What is made of another's words: rejected, called false, claimed by somebody named, without evidence.

*X rejected the claim that P*, *X called P false*, *X rejected Y's denial that P*, *the claims by Y that P*,
*no evidence that P*.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve

from sherd.claims import grammar
from sherd.claims.cues import Found
from sherd.claims.grammar import BREAKS, MARKS, PREPOSITIONS
from sherd.claims.led_up import ALLEGED, AWAY
from sherd.claims.lexicon import DENIAL, listed, vocabulary
from sherd.claims.sentences import Word
from sherd.claims.sources import anybody, describe
from sherd.claims.speakers import Entity
from sherd.claims.subjects import Said, Subjects
from sherd.claims.undenied import REFUSING

PAST_NOUN = (grammar.SUBORDINATORS - {"that"}) | grammar.CONJUNCTIONS
"""Words after a noun for a claim with which something else begins."""

WEIGHING = frozenset({"regard", "view", "consider", "see", "portray", "depict"})
"""Verbs of judging, which deny only where a claim is what is judged."""


FALSE = vocabulary(
    "false baseless unfounded groundless untrue fake lies lie nonsense fantasy fabricated fabrication "
    "fabrications absurd unsubstantiated fictitious slander invention inventions invented myth hoax hoaxes "
    "fiction disinformation rubbish bogus concocted falsehood falsehoods incorrect inaccurate forgery "
    "forged misinformation staged untruth untruths falsification falsifications concoction "
    "fable fables fairytale fairytales tale tales imagination figment canard slur delusion delusions "
    "guesswork conjecture supposition fairy bedtime"
)
"""Words by which something is called untrue, whatever it is."""

NAMING = frozenset({"call", "deem", "label", "brand", "term", "dub"})
"""Verbs of calling that take a verdict without *as*."""

SCORNING = vocabulary("denounce condemn slam blast decry deride ridicule mock lambast")
"""Verbs that say of an accusation that there is nothing to it."""

ACCUSING = vocabulary(
    "accusation accusations allegation allegations claim claims insinuation insinuations suggestion "
    "suggestions"
)
"""Nouns for what is only alleged."""

CREDITING = vocabulary(
    "credible true accurate serious grave worrying alarming important encouraging welcome troubling reliable "
    "concerning plausible correct significant disturbing shocking damning consistent convincing compelling "
    "solid detailed overdue useful extremely matter horrific chilling explosive bombshell sobering historic "
    "landmark major deeply very spot"
)
"""What a claim is called by who believes it."""

POINTERS = frozenset({"it", "this", "that", "them", "these", "those"})

BEFORE_VERDICT = AWAY | {"a", "an", "the", "completely", "entirely", "simply", "mere"}


LEADING_BACK = frozenset({"something", "which", "that", "both", "a", "an"})
"""Words that, with a noun for a claim, lead from what was said to who denies it."""


ASKED = vocabulary(
    "case cases lawsuit suit appeal appeals petition motion bid bids bill bills request requests offer "
    "offers proposal proposals application applications demand demands invitation ultimatum tender plea "
    "amendment"
)
"""What is turned down when it is rejected or dismissed, and not called untrue."""

ADMITTED = vocabulary(
    "access entry bail visa visas licence license licences licenses permit permits permission clearance "
    "passage asylum accreditation overflight"
)
"""What somebody is denied who is not let have it."""


@define
class Denials(Subjects):
    """One sentence, and what it makes of the words of others."""

    def _verdict(self, base: Said, group: Found, at: int, limit: int) -> list[Said]:
        """*described X as Y*, *called X false*, *dismissed as baseless claims that P*."""
        words = self.words
        if called := self._called_first(base, at, limit):
            return called
        if group.cue.verb in SCORNING and any(
            word.low in ACCUSING for word in words[at : min(at + 4, limit)]
        ):
            return self._denied(_denying(base, True), at, limit)  # slammed an accusation by X that P
        content = words[at:limit]
        claim = any(word.low in listed("accusation") | POINTERS for word in content)
        bad = any(word.low in listed("verdict") | FALSE for word in content[self._past_sham(at, limit) :])
        if group.cue.verb in WEIGHING or not any(word.low in FALSE for word in content):
            bad = bad and claim  # a step called unjustified is judged; a claim called unjustified is denied
        scorned = self._belittles(at, limit)
        bad = bad or scorned
        if group.cue.verb in NAMING and not any(word.low == "as" for word in content):
            if not content or content[0].low in PREPOSITIONS:
                return []
            denial = any(word.low in DENIAL for word in content)
            stop = self._judged(at, limit) if bad and not denial else limit
            opens = self._subject_start(group.first)
            if opens and words[opens - 1].low == "what":  # what X calls a sale, Y says, never was
                stop = next((n for n in range(at, stop) if words[n].text == ","), stop)
            told = any(word.low == "that" for word in words[at + 1 : stop])
            if bad and not denial and told and (said := self._denied(_denying(base, True), at, stop)):
                return said
            return [_denying(evolve(base, content=(at, stop), of_denial=bad and denial), bad)]
        if any(word.low == "as" for word in content):
            if (
                base.polarity == "deny"
                and words[at].low == "as"
                and (said := self._scorned(base, group, at, limit))
            ):
                return said
            if base.polarity == "deny" and (said := self._denied(base, at, limit)):
                return said
            denies = bad and base.act == "assert"
            whole = scorned and not claim  # described the cargo as “nothing to do with us”
            judged = (denies or base.polarity == "deny") and not whole
            stop = self._judged(at, limit) if judged else limit
            return [_denying(evolve(base, content=(at, stop)), denies)]
        return []

    def _called_first(self, base: Said, at: int, limit: int) -> list[Said]:
        """*branded as lies claims by X that P*: P, and what X claims."""
        words = self.words
        if at + 3 > limit or words[at].low != "as" or words[at].quoted:
            return []
        near = range(at + 2, min(at + 10, limit - 1))
        noun = next((n for n in near if self._opens_claim(n)), at)
        verdict = {word.low for word in words[at + 1 : noun][:4]}
        if not verdict & (listed("verdict") | FALSE) or verdict & CREDITING:
            return []
        return self._denied(_denying(base, True), noun, limit)

    def _opens_as(self, at: int) -> bool:
        """*as a lie a claim by X*: a verdict, and what it is passed on behind it."""
        led = at < self.end and self.words[at].low == "as"
        return led and any(self._opens_claim(n) for n in range(at + 2, min(at + 10, self.end)))

    def _opens_claim(self, at: int) -> bool:
        """*claims that*, *an accusation by*: the noun for what is said of somebody, and what follows it."""
        words = self.words
        noun = words[at].low in listed("accusation") or words[at].low in ALLEGED
        following = words[at + 1].low if at + 1 < self.end else ""
        return noun and not words[at].quoted and following in {"that", "by", "from", "made", "of"}

    def _is_claim_judged(self, group: Found) -> bool:
        """*dismissed as false Western media reports that P*: a noun there, and no verb of saying."""
        words, at = self.words, group.first
        if group.kind != "finite" or words[at].low not in ALLEGED or not self._opens_claim(at):
            return False
        before = next((each for each in reversed(self.groups) if each.last < at), None)
        if before is None or not ("as" in before.cue.frames or before.cue.polarity == "deny"):
            return False
        return not any(word.text in ",;:" or word.low == "that" for word in words[before.last : at])

    def _scorned(self, base: Said, group: Found, at: int, limit: int) -> list[Said]:
        """*rejected as “fiction” the finding that P*: P; *…, which X dismissed as “fiction”*: Q."""
        words = self.words
        quoted = any(word.quoted for word in words[at:limit])
        behind = next((n for n in range(at + 1, limit) if not words[n].quoted and words[n].is_word), limit)
        if quoted and behind < limit:
            if words[behind].low not in grammar.DETERMINERS:
                return []
            return self._denied(base, behind, limit) or [evolve(base, content=(behind, limit))]
        start = self._subject_start(group.first)
        led = {word.low for word in words[max(0, start - 1) : start + 1]} & {"which", "that"}
        comma = next((n for n in range(start - 1, max(2, start - 6), -1) if words[n].text == ","), start - 1)
        if not led or grammar.has_finite(words[at:limit]):
            return []
        told = next((each.content for each in reversed(self.found) if each.content[0] < comma - 1), None)
        if told is not None:
            return [evolve(base, content=(told[0], min(told[1], comma)))]
        return [evolve(base, content=(0, comma))] if grammar.is_clause(words[:comma]) else []

    def _past_sham(self, at: int, limit: int) -> int:
        """*called the forged invoice proof of P*: how many words name a thing that is a sham itself."""
        some = self.words[at:limit]
        sham = len(some) > 4 and some[0].low in grammar.DETERMINERS and some[1].low in FALSE
        return 3 if sham and some[2].low not in ALLEGED | listed("accusation") else 0

    def _turns_down(self, group: Found) -> bool:
        """*rejected the appeal*, *dismissed X's case*, *denied X access*: what was asked for."""
        words, end = self.words, group.last
        if group.cue.verb not in {"reject", "dismiss", "deny", "exclude"}:
            return False
        while end < min(group.last + 7, self.end) and (words[end].is_word or words[end].low == "'s"):
            if words[end].low in grammar.SUBORDINATORS | (PREPOSITIONS - {"for"}) or words[end].quoted:
                break
            if words[end].low in listed("accusation"):
                return False
            if group.cue.verb == "dismiss" and words[end].low in listed("person"):
                return words[end + 1].low != "'s"  # dismissed the officer who did P
            if words[end].low in (ADMITTED if group.cue.verb == "deny" else ASKED):
                return True
            end += 1
        return False

    def _answers_by(self, group: Found) -> bool:
        """*responded to the report by denying P*: what the participle says is the answer."""
        if group.cue.verb not in {"respond", "reply", "react", "answer", "counter", "retort"}:
            return False
        ahead = (each for each in self.groups if group.last < each.first < group.last + 10)
        return any(each.kind == "gerund" and self.words[each.first - 1].low == "by" for each in ahead)

    def _holds_out(self, group: Found) -> bool:
        """*will not accept that P*, *cannot accept Q*: what is not put up with; an account is denied."""
        led = {word.low for word in self.words[group.first : group.verb]}
        named = {word.low for word in self.words[group.last : group.last + 4]}
        return bool(led & REFUSING) and not named & listed("accusation")

    def _belittles(self, at: int, limit: int) -> bool:
        """*called the reports “a bedtime story”*, *that report “not true”*, *P as “nothing to do with us”*.

        What somebody only alleges is rejected by any name in quotation marks that does not credit it.
        """
        words = self.words
        noun = next((n for n in range(at, min(at + 6, limit)) if words[n].low in ALLEGED), None)
        opens = next((n for n in range(at + 1, limit) if words[n].quoted or words[n].text in MARKS), None)
        behind = next((n for n in range(at + 1, limit - 1) if words[n].low == "as"), opens)
        if behind is None:
            return False
        lows = [word.low for word in words[behind:limit] if word.is_word and not grammar.is_adverb(word)]
        lows = lows[1:] if lows[:1] == ["as"] else lows
        if lows[:2] in (["nothing", "to"], ["not", "true"], ["not", "credible"], ["without", "foundation"]):
            return True
        if noun is None or opens is None or noun > opens or CREDITING & set(lows):
            return False
        return bool(lows)

    def _judged(self, at: int, limit: int) -> int:
        """Where what is called false ends: before *as*, the verdict, a quotation; a pronoun keeps them."""
        words, stop = self.words, at + 1
        while stop < limit and not (
            words[stop].low == "as"
            or words[stop].quoted
            or words[stop].text in MARKS
            or (words[stop].low in listed("verdict") and stop > at + 1)
        ):
            stop += 1
        while stop > at + 1 and words[stop - 1].low in BEFORE_VERDICT:
            stop -= 1
        claimed = any(word.low in listed("accusation") for word in words[at:stop])
        claimed = claimed or (stop > at + 1 and stop < limit and words[stop].low == "as")
        return stop if claimed and stop > at + 1 else limit

    def _denied(self, base: Said, at: int, limit: int) -> list[Said]:
        """*rejected the claim that P*, *denied allegations of doing P*, *rejected Iran's denial that P*."""
        words = self.words
        noun = next((n for n in range(at, limit) if words[n].low in listed("accusation")), None)
        denial = next((n for n in range(at, limit) if words[n].low in DENIAL), None)
        if denial is not None:
            outer = evolve(base, content=(at, limit), of_denial=True)
            owner = describe(self._owner(denial), self.register)
            inner = denial + 1 + (denial + 1 < limit and words[denial + 1].low in {"that", "of"})
            if owner is None or inner >= limit:
                return [outer]
            return [outer, Said((inner, limit), owner, (denial, denial + 1), "deny", "deny")]
        if noun is None or noun + 1 >= limit:
            return []
        if words[noun + 1].text in BREAKS or words[noun + 1].low in PAST_NOUN:
            return [evolve(base, content=(at, noun + 1))]
        following = words[noun + 1].low
        limit = self._before_as(noun, limit)
        if following == "that" and noun + 2 < limit:
            return [evolve(base, content=(noun + 2, limit))]
        if following in {"by", "from", "made"} and (made := self._claimed_by(noun, limit)):
            by, that = made
            return [
                evolve(base, content=(that + 1, limit)),
                Said((that + 1, limit), by, (noun, noun + 1)),
            ]
        if following in {"in", "on"} and (behind := self._that_near(noun + 2, limit)) is not None:
            return [evolve(base, content=(behind + 1, limit))]  # a report in X that P
        if following in {"of", "about"} and noun + 2 < limit:
            return [evolve(base, content=(noun + 2, limit))]
        if grammar.is_clause(words[noun + 1 : limit]) and following not in PREPOSITIONS | {
            "as",
            "made",
            "levelled",
        }:
            return [evolve(base, content=(noun + 1, limit))]
        return []

    def _before_as(self, noun: int, limit: int) -> int:
        """*dismissed claims by X that P as fantasy*: where P ends."""
        words = self.words
        at = next((n for n in range(limit - 2, max(noun + 4, limit - 7), -1) if words[n].low == "as"), None)
        if at is None or words[at - 1].text in BREAKS:
            return limit
        judged = {word.low for word in words[at:limit]} & (listed("verdict") | FALSE)
        return at if judged and not grammar.has_finite(words[at:limit]) else limit

    def _that_near(self, at: int, limit: int) -> int | None:
        """Where *that* stands a few words on, with no verb between."""
        near = range(at, min(at + 7, limit - 1))
        that = next((n for n in near if self.words[n].low == "that"), None)
        return that if that is not None and not grammar.has_finite(self.words[at:that]) else None

    def _denied_behind(self) -> None:
        """*X said P – something that Y has rejected*; *P, a claim Y denies*; *P, which Y denied*."""
        for group in self.groups:
            denies = group.cue.polarity == "deny" and group.last == self.end
            denies = denies or self._ends_in_verdict(group)
            if not denies or group.kind != "finite" or group.negated:
                continue
            start = self._denier(group.first)
            comma = self._aside_before(start)
            outer = next((n for n, each in enumerate(self.found) if each.content[0] + 2 < (comma or 0)), None)
            if comma is None or outer is None:
                continue
            told = (self.found[outer].content[0], comma)
            self.found[outer] = evolve(self.found[outer], content=told)
            cue = (group.first, group.last)
            self.found = [each for each in self.found if each.cue != cue]
            denying = [Said(told, by, cue, "deny", "deny") for by in self._deniers(start, group.first)]
            self.found += denying

    def _ends_in_verdict(self, group: Found) -> bool:
        """*…, an accusation X calls absurd*, *…, which X dismissed as nonsense*."""
        judging = "as" in group.cue.frames or group.cue.polarity == "deny" or group.cue.verb == "find"
        if not judging:
            return False
        rest = [word.low for word in self.words[group.last : self.end] if word.is_word]
        said = [low for low in rest if low not in {"as", "a", "an", "pure", "mere", "utter", "complete"}]
        if group.cue.polarity == "deny" and rest[:1] == ["as"]:
            return 1 < len(rest) < 6  # a claim X dismissed as hysterical
        return 0 < len(said) < 4 and (said[-1] in listed("verdict") or said[-1] in FALSE)

    def _denied_inside(self) -> None:
        """*Reports that P, which X denies, …*; *Allegations of P, denied by X, …*: P, denied by X."""
        words = self.words
        for group in self.groups:
            if group.cue.polarity != "deny" or group.negated or group.last >= self.end:
                continue
            start = self._subject_start(group.first)
            which = start - 1 if start and words[start - 1].low == "which" else start
            closes = words[group.last].text in {",", "—", "–"}
            if not closes or which < 4 or words[which].low != "which" or words[which - 1].text != ",":
                continue
            noun = next((n for n in range(which - 3) if words[n].low in listed("accusation")), None)
            if noun is None or words[noun + 1].low not in {"that", "of"}:
                continue
            self._put_denied(group, which, (noun + 2, which - 1))

    def _put_denied(self, group: Found, which: int, told: tuple[int, int]) -> bool:
        """What is told is denied by whoever stands behind *which*; whether anybody does."""
        by = describe(self._clean_subject(self.words[which + 1 : group.first]), self.register)
        if by is None:
            return False
        cue = (group.first, group.last)
        self.found = [each for each in self.found if each.cue != cue]
        self.found.append(Said(told, by, cue, "deny", "deny"))
        return True

    def _denier(self, verb: int) -> int:
        """Where the name of who denies begins: behind *a claim that*, *something that both*."""
        words, start = self.words, self._subject_start(verb)
        if start and words[start - 1].low in grammar.CONJUNCTIONS:  # both X and Y have rejected
            near = range(max(0, start - 9), start)
            start = next((at for at in near if words[at].low == "both"), start)
        while start < verb and words[start].low in listed("accusation") | LEADING_BACK:
            start += 1
        return start

    def _deniers(self, first: int, last: int) -> list[Entity]:
        """Who denies; each of *both X and Y*."""
        words = self.words
        joint = next((at for at in range(first, last) if words[at].low == "and"), None)
        both = joint is not None and words[first - 1].low == "both"
        parts = [words[first:joint], words[joint + 1 : last]] if both and joint else [words[first:last]]
        some = [self._clean_subject(part) for part in parts]
        named = (describe(part, self.register) or anybody(part, self.register) for part in some)
        return [each for each in named if each is not None]

    def _aside_before(self, at: int) -> int | None:
        """The comma or dash before *something that*, *a claim*, *which*, in front of ``at``."""
        words, opening = self.words, self._past_role(at)
        while opening and words[opening - 1].low in listed("accusation") | LEADING_BACK:
            opening -= 1
        led = {word.low for word in words[opening:at]}  # with the role of who denies
        pointed = bool(led & (listed("accusation") | {"something", "which"}))
        before = words[opening - 1].text if opening else ""
        return opening - 1 if pointed and before in {",", "–", "—", "-"} else None

    def _past_role(self, at: int) -> int:
        """*a charge his lawyer, X, denies*: where the role begins that stands before the name at ``at``."""
        words = self.words
        if not at or words[at - 1].text != ",":
            return at
        near = range(at - 2, max(0, at - 8), -1)
        inside = ((n, words[n].low) for n in near if words[n].low != "'s")
        stop = next((n for n, low in inside if not words[n].is_word or low in listed("accusation")), None)
        led = stop is not None and words[stop].low in listed("accusation") and stop < at - 2
        return stop + 1 if led and stop is not None else at

    def _own_denial(self, at: int, limit: int) -> int | None:
        """*repeated her denial that P*: where P begins."""
        near = range(at, min(at + 4, limit - 2))
        noun = next((n for n in near if self.words[n].low in DENIAL), None)
        if noun is not None and any(word.low == "'s" for word in self.words[at:noun]):
            return None  # said the firm's denial that P was false
        return noun + 2 if noun is not None and self.words[noun + 1].low in {"that", "of"} else None

    def _owner(self, at: int) -> Sequence[Word]:
        """Whose denial it is: *Iran's denial*, *the Iranian denial*."""
        words = self.words
        if at >= 2 and words[at - 1].low == "'s":
            return words[at - 2 : at - 1]
        return ()

    def _evidence(self, at: int, limit: int) -> int | None:
        """Past *no evidence that*, *any sign of*: where what there is evidence of begins."""
        for ahead in range(at, min(at + 5, limit - 1)):
            if self.words[ahead].low in {
                "evidence",
                "indication",
                "indications",
                "sign",
                "signs",
                "proof",
                "reason",
            }:
                return (
                    ahead + 2 if self.words[ahead + 1].low in {"that", "of"} and ahead + 2 < limit else None
                )
        return None

    def _claimed_by(self, noun: int, limit: int) -> tuple[Entity, int] | None:
        """*claims by X that P*: X, and where *that* stands."""
        words, at = self.words, noun + 1
        at += at < limit and words[at].low in {"made", "levelled"}
        if at >= limit or words[at].low not in {"by", "from"}:
            return None
        that = next((n for n in range(at + 2, min(at + 9, limit - 1)) if words[n].low == "that"), None)
        by = describe(words[at + 1 : that], self.register) if that else None
        return (by, that) if by is not None and that is not None else None


def _denying(said: Said, bad: bool) -> Said:
    return evolve(said, act="deny", polarity="deny") if bad else said
