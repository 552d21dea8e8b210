"""What is said without a verb of saying: *issued a denial that P*, *is adamant that P*, *its line is that P*.

A noun for something said stands behind a verb that only carries it, an adjective of certainty behind *is*, or
the noun itself is the subject and *that P* what it is. Here too: *Denying that P, X said Q*; *Asked whether
P, X said no*; *presented Q as evidence that P*.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve

from sherd.claims import grammar
from sherd.claims.asked_once import vocabulary_of
from sherd.claims.cues import Found
from sherd.claims.grammar import AUXILIARIES, DETERMINERS, MARKS, NEGATIONS
from sherd.claims.inflection import forms
from sherd.claims.lexicon import cues, listed, vocabulary
from sherd.claims.named_behind import speaker_behind
from sherd.claims.relays import OWNED, OWNERS, Relays
from sherd.claims.sentences import owns
from sherd.claims.sources import describe
from sherd.claims.speakers import Entity
from sherd.claims.subjects import Said
from sherd.claims.verbs import BE, main_verb

DENIALS = vocabulary("denial denials rejection refutation rebuttal doubt doubts scepticism disbelief")
URGINGS = vocabulary("demand demands call calls appeal appeals request requests plea hope recommendation")
FORESEEN = vocabulary("warning warnings threat fear fears prediction concern concerns worry worries")
SAID = OWNED | vocabulary(
    "claim claims allegation allegations accusation accusations assertion assertions statement conclusion "
    "conclusions suspicion suspicions opinion argument contention admission assurance assurances promise "
    "pledge vow confirmation guarantee guarantees insistence suggestion judgment judgement theory charge "
    "line position stance message explanation answer reply response version impression confidence "
    "certainty conviction hypothesis estimate evidence proof"
)
"""Nouns for something said or held, of which *that P* tells what."""

NOUNS = SAID | DENIALS | URGINGS | FORESEEN

CARRYING = (
    "issue make repeat express voice raise give offer reach draw hold put advance publish release share "
    "present produce uncover unearth submit double "
    "reiterate restate reaffirm renew receive provide deliver lodge air sound form take come arrive stand "
    "stick remain"
)
_IRREGULAR = {
    "make": "made|made", "give": "gave|given", "hold": "held|held", "put": "put|put", "draw": "drew|drawn",
    "take": "took|taken", "come": "came|come", "stand": "stood|stood", "stick": "stuck|stuck",
}  # fmt: skip
LIGHT = {
    form.words[0]: form.form for verb in CARRYING.split() for form in forms(verb, _IRREGULAR.get(verb, ""))
}
"""Forms of verbs that only carry such a noun."""

SURE = vocabulary(
    "adamant confident convinced certain sure positive insistent unequivocal clear categorical satisfied "
    "persuaded aware emphatic firm explicit hopeful"
)
PERSUADED = vocabulary("convinced persuaded satisfied aware")
"""What somebody is not who denies P: *is not convinced that P*."""

UNSURE = vocabulary("doubtful sceptical skeptical unconvinced unpersuaded")

POSITIONS = vocabulary(
    "position view line answer message argument explanation version account contention defence defense claim "
    "response stance reply conclusion assessment understanding belief verdict finding reasoning excuse case"
)
"""Nouns that can be the subject of *is that P*, and somebody's."""

BEFORE = vocabulary("while in by although though when after")
"""Words before the participle with which a sentence opens: *While denying P, X …*."""

_JOINING = grammar.CONJUNCTIONS | grammar.SUBORDINATORS | grammar.PREPOSITIONS

HE_DID = vocabulary("it he she they we i that there this")
NEGATED = vocabulary("hadn't hasn't haven't didn't doesn't don't wasn't weren't isn't")
"""Ends of *she said it had not*."""

BARE_CLAUSE = HE_DID | {"no", "none", "its", "his", "her", "their"}
"""Words that open what somebody is adamant about where *that* is left out."""

NO = vocabulary("no nope never")
"""Answers that deny what was asked."""

DID = vocabulary("had has have did does do was were is are would will could can")
"""Ends of *she said it had*."""

ASKED = vocabulary("asked questioned pressed question")
ASKING = ASKED | vocabulary("when to")
"""Words that open a clause of what was asked: *Asked whether P*, *To the question whether P*."""


def _answers_no(answer: Sequence[str]) -> bool | None:
    """Whether the words behind a verb of answering deny what was asked; ``None`` where they do neither.

    >>> _answers_no(["it", "had", "not"]), _answers_no(["it", "had"]), _answers_no(["that", "it", "rained"])
    (True, False, None)
    """
    if not answer or len(answer) > 5:
        return None
    if answer[-1] in {"no", "negative"}:
        return True if "that" not in answer else None
    if len(answer) > 4:
        return None
    if answer[0] in HE_DID and len(answer) > 1 and answer[-1] in {"not", "so"} | NEGATED:
        return True
    if (answer[0] in HE_DID and len(answer) == 2 and answer[1] in DID) or "yes" in answer[:3]:
        return False
    if is_flat_no(answer) or NO & set(answer[:3]):
        return True
    return None


FLATLY = vocabulary("absolutely certainly definitely of course complete utter total all at so it true")


def is_flat_no(answer: Sequence[str]) -> bool:
    """*Absolutely not*, *Not at all*, *Of course not*."""
    nay = {"not", "never", "no", "nonsense", "rubbish"} & set(answer)
    return bool(nay) and all(low in FLATLY | nay for low in answer)


def stance_of(noun: str) -> tuple[str, str]:
    """Act and polarity of a noun for something said.

    >>> stance_of("denial"), stance_of("warning"), stance_of("claim")
    (('deny', 'deny'), ('predict', 'assert'), ('assert', 'assert'))
    """
    if noun in DENIALS:
        return "deny", "deny"
    if noun in URGINGS:
        return "urge", "urge"
    if noun in FORESEEN:
        return "predict", "assert"
    return (
        "finding" if noun in {"finding", "findings", "conclusion", "evidence", "proof"} else "assert"
    ), "assert"


@define
class Nominal(Relays):
    """One sentence, and what its nouns and adjectives say somebody said."""

    def _without_verb(self) -> None:
        """Everything that is said without a verb of saying of its own."""
        lows = vocabulary_of(self.words)
        if "that" in lows or lows & DENIALS:
            self._carried()
        if lows & {"that", "adamant", "convinced", "certain"}:
            self._sure()
        if "that" in lows:
            self._positions()
            self._as_evidence()
        if lows & {"asked", "whether"}:
            self._answered()
        self._fronted()
        if self.words and (self.words[0].quoted or self.words[0].text in MARKS) and not self.found:
            self._named_behind()

    def _named_behind(self) -> None:
        """*“P,” was the verdict of X*: P is said by X."""
        where = speaker_behind(self.words, self.end)
        if where is None:
            return
        close, first, last = where
        pronoun = OWNERS.get(self.words[first].low) if last == first + 1 else None
        source = self.register.by_pronoun(pronoun) if pronoun else None
        source = source or describe(self.words[first:last], self.register)
        if source is not None:
            self.found.append(Said((0, close), source, (first - 1, first), from_left=True))
            self.register.note(source)

    def _carried(self) -> None:
        """*issued a denial that P*, *repeated its claim that P*, *came to the conclusion that P*."""
        words = self.words
        for that in range(2, self.end - 2):
            noun = words[that - 1].low
            of_deed = words[that].low == "of" and noun in DENIALS
            if (
                (words[that].low != "that" and not of_deed)
                or words[that].quoted
                or noun not in SAID | DENIALS | URGINGS | FORESEEN
            ):
                continue
            if noun in SAID and words[that - 2].low == "of" and words[that - 3].low in DENIALS:
                noun = words[that - 3].low  # a rebuttal of claims that P
            verb = self._carrier(that - 1)
            if verb is None or not (of_deed or grammar.is_clause(words[that + 1 : self.end])):
                continue
            first = self._group_first(verb)
            helpers = {word.low for word in words[first:that]}
            if helpers & (NEGATIONS | {"no", "any", "without"}):
                continue
            short = "shrift" in helpers  # gave short shrift to the theory that P
            source = self._of_verb(verb, first)
            if source is not None:
                act, polarity = ("deny", "deny") if short else stance_of(noun)
                self._put(
                    Said((that + 1, self._limit(that + 1, None)), source, (first, that), act, polarity), first
                )

    def _carrier(self, noun: int) -> int | None:
        """The verb that carries the noun: a few words before it, with nothing but its own words between."""
        words = self.words
        for at in range(noun - 1, max(0, noun - 6), -1):
            low = words[at].low
            if low in LIGHT and not words[at].is_name:
                return at
            if words[at].quoted or not words[at].is_word or low in AUXILIARIES:
                return None
        return None

    def _group_first(self, verb: int) -> int:
        first = verb
        while first and (
            self.words[first - 1].low in AUXILIARIES or grammar.is_adverb(self.words[first - 1])
        ):
            first -= 1
        return first

    def _of_verb(self, verb: int, first: int) -> Entity | None:
        """Whose verb it is; a participle's is the subject of the sentence."""
        words = self.words
        form = LIGHT.get(words[verb].low, "")
        if form == "ing" and not {word.low for word in words[first:verb]} & BE:
            main = main_verb(words)
            return describe(self._clean_subject(words[: main.first]), self.register) if main else None
        if form == "base" and first == verb:
            return None
        if {word.low for word in words[first:verb]} & BE:
            return None  # a claim was made that P: by whom, is not said
        return self._subject(first)

    def _put(self, said: Said, first: int) -> None:
        """Add what is said, in place of what a verb before it took with too many words."""
        at = next(
            (
                n
                for n, each in enumerate(self.found)
                if each.content[0] < said.content[0] <= each.content[1] and each.content[0] >= first
            ),
            None,
        )
        if any(each.content[0] == said.content[0] and each.source == said.source for each in self.found):
            return
        if at is not None:
            self.found[at] = said
        else:
            self.found.append(said)
        if said.source is not None:
            self.register.note(said.source)

    def _sure(self) -> None:
        """*X is adamant that P*, *remains convinced that P*, *was doubtful that P*."""
        words = self.words
        for that in range(2, self.end - 2):
            named = words[that].low == "that"
            bare = words[that].low in BARE_CLAUSE and words[that - 1].low in {
                "adamant",
                "convinced",
                "certain",
            }
            if not (named or bare) or words[that].quoted or words[that - 1].low not in SURE | UNSURE:
                continue
            verb = that - 2
            while verb and (grammar.is_adverb(words[verb]) or words[verb].low in NEGATIONS):
                verb -= 1
            if words[verb].low not in BE | {"remains", "remain", "remained", "seemed", "sounded"}:
                continue
            first = self._group_first(verb)
            against = bool({word.low for word in words[first:that]} & (NEGATIONS | {"no"}))
            if against and words[that - 1].low not in PERSUADED:
                continue
            start = self._subject_start(first)
            if start < first and words[start].low in {"it", "there", "what"}:
                continue  # it is clear that P
            source = self._subject(first)
            if source is None or any(each.content[0] <= first < each.content[1] for each in self.found):
                continue
            doubts = against or words[that - 1].low in UNSURE
            act, polarity = ("deny", "deny") if doubts else ("assert", "assert")
            opens = that + named
            self._put(Said((opens, self._limit(opens, None)), source, (first, that), act, polarity), first)

    def _positions(self) -> None:
        """*X's position is that P*, *Its answer was that P*, *The official line in X is that P*."""
        words = self.words
        for verb in range(2, min(self.end - 3, 16)):
            stays = words[verb].low in BE | {"remains", "remained", "been"}
            if not stays or words[verb + 1].low != "that" or words[verb].quoted:
                continue
            noun = next((n for n in range(verb - 1, -1, -1) if words[n].low in POSITIONS), None)
            if (
                noun is None
                or grammar.has_finite(words[: self._group_first(verb)])
                or not grammar.is_clause(words[verb + 2 : self.end])
            ):
                continue
            owner = self._holder(noun, verb)
            if owner is None or self._taken(verb):
                continue
            self._put(Said((verb + 2, self._limit(verb + 2, None)), owner, (verb, verb + 1)), verb)

    def _holder(self, noun: int, verb: int) -> Entity | None:
        """Whose position it is: *X's*, *its*, *of X*, *in X*, *from X*."""
        words = self.words
        whose = next((n for n in range(1, noun) if owns(words, n)), None)
        if whose is not None:
            return describe(self._clean_subject(words[:whose]), self.register)
        for at in range(noun):
            if words[at].low in OWNERS:
                return self.register.by_pronoun(OWNERS[words[at].low])
        if noun + 2 <= verb - 1 and words[noun + 1].low in {"of", "in", "from", "at"}:
            return describe(words[noun + 2 : verb], self.register)
        return None

    def _as_evidence(self) -> None:
        """*presented the motors as evidence that P*, *cited Q as proof that P*."""
        words = self.words
        for at in range(3, self.end - 3):
            if words[at].low not in {"evidence", "proof", "confirmation", "grounds"} or words[at].quoted:
                continue
            if words[at + 1].low != "that" or "as" not in {words[at - 1].low, words[at - 2].low}:
                continue
            verb = next((n for n in range(at - 2, 0, -1) if grammar.finite_at(words, n)), None)
            if verb is None or {word.low for word in words[verb:at]} & (NEGATIONS | {"no"}):
                continue
            source = self._subject(self._group_first(verb))
            if source is not None:
                said = Said((at + 2, self._limit(at + 2, None)), source, (verb, at + 2))
                self._put(said, verb)

    def _answered(self) -> None:
        """*Asked whether P, X said no*: P, denied or held by who was asked."""
        words = self.words
        at = next((n for n in range(1, min(8, self.end)) if words[n].low in {"whether", "if"}), None)
        if at is None or not ASKED & {word.low for word in words[:at]} or words[0].low not in ASKING:
            return
        group = next((each for each in self.groups if each.kind == "finite" and each.first > at + 2), None)
        if group is None or group.last >= len(words):
            self._shook_head(at)
            return
        start = self._subject_start(group.first)
        comma = start - 1 if words[start - 1].text == "," else None
        denied = _answers_no([word.low for word in words[group.last :] if word.is_word])
        source = self._subject(group.first) if comma is not None and denied is not None else None
        if comma is None or source is None:
            return
        stance = ("deny", "deny") if denied else ("admit", "assert")
        self.found = [each for each in self.found if at < each.content[0] < group.last]
        self.found.append(Said((at + 1, comma), source, (group.first, group.last), *stance))
        self.register.note(source)

    def _shook_head(self, at: int) -> None:
        """*Asked whether P, X shook his head*: P is denied without a word."""
        lows = [word.low for word in self.words]
        shook = next((n for n in range(at + 3, self.end - 2) if lows[n] == "shook"), None)
        if shook is None or "head" not in lows[shook : shook + 3]:
            return
        comma = self._subject_start(shook) - 1
        source = self._subject(shook) if lows[comma] == "," else None
        if source is not None:
            self.found.append(Said((at + 1, comma), source, (shook, shook + 3), "deny", "deny"))
            self.register.note(source)

    def _fronted(self) -> None:
        """*Denying that P, X said Q*; *Rejecting the claim that P, X …*; *Insisting that P, X …*."""
        words = self.words
        group = self._participle()
        if group is None:
            return
        main = main_verb(words[group.last :])
        comma = self._front_end(group)
        if main is None or comma is None:
            return
        stop = next((n for n in range(comma + 1, self.end) if grammar.finite_at(words, n)), None)
        source = describe(self._clean_subject(words[comma + 1 : stop]), self.register) if stop else None
        if source is None:
            return
        limit = comma
        self._claims_in_front(comma)
        base = Said((0, 0), source, (group.first, group.last), group.cue.act, group.cue.polarity)
        for said in self._right(base, evolve(group, kind="gerund"), self._past_addressee(group), limit):
            same = (each for each in self.found if each.content[0] == said.content[0])
            known = any(
                each.cue is None or said.source == each.source or each.cue[0] > comma for each in same
            )
            if not known and said.content[1] <= comma:
                self.found = [
                    each for each in self.found if not each.content[0] == 0 < each.content[1] <= comma
                ]
                self.found.insert(0, said)

    def _claims_in_front(self, comma: int) -> None:
        """*Dismissing claims by X that P, Y said Q*: what X claims ends before the comma."""
        for number, each in enumerate(self.found):
            first, last = each.content
            if each.cue is not None and each.cue[0] < comma and first < comma < last:
                self.found[number] = evolve(each, content=(first, comma))

    def _participle(self) -> Found | None:
        """The verb of saying with which the sentence opens: *Denying*, *While denying*, *In denying*."""
        words = self.words
        at = 0
        if [word.low for word in words[:2]] == ["in", "a"]:  # In a statement denying P
            at = next((n + 1 for n in range(2, min(6, self.end)) if words[n].low in listed("document")), 0)
        while (
            at < 3
            and at < len(words)
            and (
                words[at].low in {"while", "in", "by", "although", "though", "after", "despite", "first"}
                or grammar.is_adverb(words[at])
            )
        ):
            at += 1
        if at == 0 and words[0].low == "having":
            return self._perfect()
        if at >= len(words) or not words[at].low.endswith("ing"):
            return None
        return self._gerund_at(at)

    def _perfect(self) -> Found | None:
        """*Having long denied that P, X …*"""
        for at in range(1, min(4, self.end)):
            for cue in cues().get(self.words[at].low, ()):
                if cue.polarity == "deny" and len(cue.words) == 1 and cue.form not in {"base", "s", "ing"}:
                    self.found = [each for each in self.found if each.cue is None or each.cue[1] != at + 1]
                    return Found(at, at, at + 1, cue, "gerund", False)
        return None

    def _gerund_at(self, at: int) -> Found | None:
        for cue in cues().get(self.words[at].low, ()):
            end = at + len(cue.words)
            if cue.form == "ing" and tuple(word.low for word in self.words[at:end]) == cue.words:
                return Found(at, at, end, cue, "gerund", False)
        return None

    def _front_end(self, group: Found) -> int | None:
        """The comma behind the opening phrase: the first after which a clause with a named subject begins."""
        words = self.words
        for at in range(group.last + 2, self.end - 2):
            if words[at].text == "," and not words[at].quoted and grammar.is_clause(words[at + 1 : self.end]):
                first = words[at + 1]
                if first.is_name or first.low in DETERMINERS | {"he", "she", "it", "they", "we"}:
                    return at
                if any(word.is_name for word in words[at + 2 : at + 5]) and first.low not in _JOINING:
                    return at  # managing director X Y
        return None
