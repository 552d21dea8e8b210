"""What somebody takes back or puts right: *X corrected Y's version, which had P*; *we wrongly wrote that P*.

Who corrects an account denies what it told; a paper that owns to an error denies what it wrote, in its own
voice. Here too: who puts somebody among those who did it, with no verb of saying (*A paper had named X as the
buyer*).

To add a role in such a matter: a word in ``PARTS``.
"""

from __future__ import annotations

from attrs import define

from sherd.claims import grammar
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.lexicon import vocabulary
from sherd.claims.negation import is_negation
from sherd.claims.reactions import Reactions
from sherd.claims.sources import describe
from sherd.claims.subjects import Said
from sherd.claims.undone import WRONGLY
from sherd.claims.verbs import BE

CORRECTING = vocabulary("corrected corrects amended amends revised revises")
ITSELF = vocabulary("itself himself herself themselves")
VERSIONS = vocabulary("version account statement report claim story narrative announcement assertion")
TOLD = vocabulary(
    "said stated reported wrote claimed asserted alleged suggested published announced told printed implied"
)
OWN = vocabulary("we article story version report headline caption column map graphic chart post obituary")
"""What a newsroom says of its own words."""

NAMING = vocabulary(
    "named names listed lists identified identifies described describes portrayed portrays singled "
    "cited cites put puts placed places counted counts ranked ranks"
)
PARTS = vocabulary(
    "supplier suppliers buyer buyers purchaser purchasers maker makers manufacturer producer "
    "producers exporter exporters source seller sellers father origin operator operators culprit "
    "culprits broker brokers middleman middlemen importer importers recipient recipients destination "
    "sponsor sponsors backer backers financier provider providers intermediary user users designer "
    "developer perpetrator perpetrators architect launcher smuggler smugglers"
)
"""What somebody is in the matter whom a text names as one who did it."""
STANDING = vocabulary("stands stand stood")
FAR = 8


@define
class Corrections(Reactions):
    """One sentence, and what in it is taken back, put right or pinned on somebody."""

    def _reacted(self) -> None:
        """What only reacts to what was said before; then what is put right."""
        Reactions._reacted(self)
        lows = vocabulary_of(self.words)
        if lows & CORRECTING:
            self._corrected()
        if lows & WRONGLY:
            self._wrongly_told()
        if not lows.isdisjoint({"lie", "longer", "buy", "swallow"}):
            self._given_up()
        if lows & NAMING and lows & PARTS:
            self._named_as_one()

    def _given_up(self) -> None:
        """*X gave the lie to claims that P*, *X no longer stands by its finding that P*: P is denied."""
        words = self.words
        for at in range(1, self.end - 4):
            lows = [word.low for word in words[at : at + 4]]
            lie = lows[0] in {"gave", "gives", "giving"} and lows[1:] == ["the", "lie", "to"]
            left = lows[:2] == ["no", "longer"] and lows[2] in STANDING and lows[3] in {"by", "behind"}
            bought = lows[0] in {"buy", "swallow"} and any(is_negation(word) for word in words[at - 2 : at])
            if not (lie or left or bought) or words[at].quoted:
                continue
            source = self._subject_or_anybody(self._group_first(at))
            if source is None:
                continue
            base = Said((0, 0), source, (at, at + 4), "deny", "deny")
            self.found = [each for each in self.found if not each.content[0] <= at < each.content[1]]
            opens = at + (1 if bought else 4)
            denied = self._denied(base, opens, self._limit(opens, None))
            gone = {each.content for each in denied}
            self.found = [each for each in self.found if each.content not in gone] + denied
            self.register.note(source)
            return

    def _corrected(self) -> None:
        """*X corrected Y's version, which had P*; *X corrected itself: Q*."""
        words = self.words
        for at in range(1, self.end - 2):
            if words[at].low not in CORRECTING or words[at].quoted or self._taken(at):
                continue
            source = self._subject_or_anybody(self._group_first(at))
            if source is None:
                continue
            if words[at + 1].low in ITSELF:
                colon = next(
                    (n for n in range(at + 2, min(at + 7, self.end - 3)) if words[n].text == ":"), None
                )
                if colon is not None and not words[colon + 1].quoted:
                    self.found.append(Said((colon + 1, self.end), source, (at, at + 2)))
                    self.register.note(source)
                return
            near = range(at + 1, min(at + FAR, self.end - 3))
            noun = next((n for n in near if words[n].low in VERSIONS), None)
            opens = self._of_version(noun + 1) if noun is not None else None
            if noun is not None and opens is not None:
                close = next((n for n in range(opens, self.end) if words[n].text in {",", ";"}), self.end)
                owner = describe(words[at + 1 : noun - (words[noun - 1].low == "'s")], self.register)
                self.found = [each for each in self.found if each.content[0] < at]
                self._deny((opens, close), source, (at, noun))
                if owner is not None and owner.speaker.name != source.speaker.name:
                    self.found.append(Said((opens, close), owner, (noun, noun + 1)))
            return

    def _of_version(self, at: int) -> int | None:
        """*that P*, *, which had P*, *, according to which P*: where P begins."""
        words = self.words
        lows = [word.low for word in words[at : at + 5]]
        if lows[:1] == ["that"]:
            return at + 1
        if lows[:2] == [",", "which"] and lows[2:3] in (["had"], ["has"], ["put"]):
            return at + 3
        if lows[:2] == [",", "which"] and lows[2] in TOLD and lows[3:4] == ["that"]:
            return at + 4
        if lows[:4] in ([",", "according", "to", "which"],):
            return at + 4
        return at + 3 if lows[:3] == [",", "under", "which"] else None

    def _wrongly_told(self) -> None:
        """*We wrongly reported that P*, *the paper had falsely claimed that P*: the article denies P."""
        words = self.words
        for at in range(1, self.end - 3):
            if words[at].low not in WRONGLY or words[at].quoted:
                continue
            near = range(at - 1, min(at + 3, self.end - 2))
            verb = next((n for n in near if words[n].low in TOLD), None)
            if verb is None or {word.low for word in words[max(0, verb - 3) : verb]} & BE:
                continue
            behind = range(max(at, verb) + 1, min(verb + FAR, self.end - 2))
            that = next((n for n in behind if words[n].low == "that" and not words[n].quoted), None)
            inside = any(each.content[0] <= at < each.content[1] for each in self.found)
            if that is None or inside:
                continue
            start = self._subject_start(self._group_first(min(at, verb)))
            own = {word.low for word in words[start : start + 6]} & OWN
            content = (that + 1, self.end)
            if own:
                self.found = [each for each in self.found if each.content[0] < that]
            self.found.append(Said(content, None, None, "deny", "deny"))
            return

    def _named_as_one(self) -> None:
        """*A paper had named X as the buyer*, *counted X among the suppliers*: who accuses X."""
        words = self.words
        for at in range(1, self.end - 3):
            if words[at].low not in NAMING or words[at].quoted or self._covers(at):
                continue
            near = range(at + 1, min(at + FAR, self.end - 2))
            link = next((n for n in near if words[n].low in {"as", "among"}), None)
            if link is None or PARTS.isdisjoint(word.low for word in words[link + 1 : link + 7]):
                continue
            first = self._group_first(at)
            if {word.low for word in words[first:at]} & BE or not self._is_object(at + 1, link):
                continue
            source = self._subject_or_anybody(first + (self.words[first].low in {"whom", "which"}))
            if source is not None:
                whole = at + 1 if link > at + 1 else at
                close = next((n for n in range(link, self.end) if self._goes_on_telling(n)), self.end)
                self.found.append(Said((whole, min(close, self._limit(link, None))), source, (first, at + 1)))
                self.register.note(source)
                return

    def _goes_on_telling(self, at: int) -> bool:
        """*named X as the maker | and says P*, *as the maker; P*."""
        words = self.words
        joined = words[at].low in {"and", "but"} and grammar.finite_at(words, at + 1)
        return at + 1 < self.end and (joined or words[at].text in {";", ","})

    def _covers(self, at: int) -> bool:
        """Whether somebody is read to say what stands here, or what the verb says."""
        return any(
            each.content[0] <= at < each.content[1] or (each.cue is not None and at in range(*each.cue))
            for each in self.found
        )

    def _is_object(self, at: int, link: int) -> bool:
        """Whether somebody or something is named, or *whom* stands before."""
        if at == link:
            return any(word.low in {"whom", "which"} for word in self.words[max(0, at - 7) : at])
        some = self.words[at:link]
        return some[0].low not in grammar.PREPOSITIONS and not grammar.has_finite(some)
