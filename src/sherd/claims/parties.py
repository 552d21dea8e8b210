"""Whom *we*, *they* and *the company* mean where they act: a party that the text has named, or nobody.

A person speaks for a state, a body or a company, and *we* inside the quotation is that party. *They* is the
party named last that is not the speaker's own. *The company*, *the ministry*, *the regime* are the last of
their kind. Nothing is guessed beyond what stands in the text.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Sequence

from attrs import define, field, frozen

from sherd.claims.grammar import DETERMINERS
from sherd.claims.kin import BODIES, FIRMS
from sherd.claims.lexicon import adjectives, bodies, listed, party_sizes, states, vocabulary
from sherd.claims.offices import office_of
from sherd.claims.phrases import GOVERNMENTAL, ORGANISATION_WORDS, PORTFOLIOS, is_title, joined, names
from sherd.claims.sentences import Word
from sherd.claims.sentences import words as words_in
from sherd.claims.whole_names import LEGAL
from sherd.model.statements import Action, Speaker, Thing

OWN = vocabulary("we our us i my ours ourselves")
OTHERS = vocabulary("they their them")
SINGLE = vocabulary("it its")
PERSONS = vocabulary("he his him she her")
PRONOUNS = OWN | OTHERS | SINGLE | PERSONS

STATE_NOUNS = vocabulary(
    "regime government authorities country state capital kingdom republic leadership nation"
)
OF_SPEAKER = vocabulary("country state government authorities nation leadership")
"""Nouns that mean the speaker's own state, where they speak for one."""

_AT_HOME = vocabulary("government authorities leadership")
"""Those who rule, where nobody says which state: in a text that is at home somewhere, that one."""

PLACES = {
    "administration": "United States",
    "island": "Taiwan",
    "city": "Hong Kong",
    "emirate": "United Arab Emirates",
}
"""What some states and towns are called, where the text has named them."""

BODY_NOUNS = {"bloc": "European Union", "alliance": "NATO"}
UNIONS = frozenset({"European Union", "NATO", "United Nations"})

ARMED = vocabulary("group movement rebels militia")
"""What an armed body is called."""

PUBLIC = vocabulary(
    "ministry office department treasury commission council union nations army navy forces force "
    "congress senate parliament house university court bureau committee agency duma knesset police guard "
    "guards corps academy academies polytechnic inspectorate authority chamber tribunal laboratory "
    "laboratories"
)
"""Words in the names of bodies that are no companies."""

_NO_MAKERS = vocabulary(
    "institute centre center service watch panel network initiative project observatory "
    "foundation association verify trace monitor studies university mission command alliance league "
    "federation front brigades brigade battalion party kataib liwa harakat"
)
"""Words in the names of bodies that make and sell nothing."""

MADE = vocabulary("made manufactured produced built designed supplied")
"""Words before *by*, after which stands a maker: *capacitors made by X*."""

BEARING = vocabulary("bore bears bearing carried carries carrying")
MARKED = vocabulary("name logo mark marks marking markings trademark label")
"""Words between *bore the* and *of*, after which stands a maker."""

MAKERS = frozenset({"company", "firm", "maker", "manufacturer", "supplier", "producer"})
"""What a maker is called afterwards."""

SHORT = {"north": "North Korea", "south": "South Korea"}
"""*The North*, where the text has named the state."""


REACH = 500
"""How many of the latest that were named or spoke are remembered: of those *the minister* may be one, however
long the text, and no sentence takes longer to read than the ones before it."""


@frozen
class Mention:
    """A party as the text named it; ``kind`` is ``state``, ``body`` or ``organisation``."""

    name: str
    kind: str
    heads: frozenset[str] = frozenset()


def _latest(met: Iterable[Mention]) -> deque[Mention]:
    return deque(met, REACH)


@define
class Mentions:
    """The parties that the text has named so far, the latest last."""

    met: deque[Mention] = field(factory=tuple, converter=_latest)
    thing: Thing | None = None
    """The thing that a statement told of last: what *it* and *them* mean as things."""
    home: str | None = None
    """The state at home in the text: of the body that issued it, of the capital where it was filed."""

    def tell(self, prop: Action) -> None:
        """Remember the thing of a proposition, where its class or its words are known."""
        if prop.object is not None and prop.object.span is not None and prop.action != "NO_COMMENT":
            self.thing = prop.object

    def note(self, mention: Mention) -> None:
        """Remember a party."""
        self.met.append(mention)

    def notice(self, words: Sequence[Word]) -> None:
        """Remember the states, bodies and organisations that a sentence names."""
        at = 0
        while at < len(words):
            at = self._noticed(words, at) if words[at].is_name else at + 1

    def _noticed(self, words: Sequence[Word], at: int) -> int:
        for size in party_sizes().get(words[at].low, ()):
            key = " ".join([word.low for word in words[at : at + size]])
            if (state := states().get(key)) and _is_state(words, at + size, key):
                self.note(Mention(state.name, "state"))
                return at + size
            if body := bodies().get(key):
                acts = frozenset() if body in UNIONS else ARMED
                self.note(Mention(body, "body", acts))
                return at + size
        if words[at].low.endswith("-based") or words[at].low in DETERMINERS:
            return at + 1  # Bern-based X, The X
        run = at
        while run < len(words) and words[run].is_name:
            run += 1
        some = words[at:run]
        if _is_made_by(words, at) or (len(some) > 1 and _is_marked(words, at)):
            self.note(Mention(joined(some), "organisation", MAKERS))
        elif (
            len(some) >= 2
            and (written := {word.low for word in some}) & ORGANISATION_WORDS
            and not _is_titled(some)
            and not _is_charged(words, at, run)
        ):
            heads = written if written & (PUBLIC | _NO_MAKERS) else written | MAKERS
            while len(some) > 1 and some[-1].low in LEGAL:
                some = some[:-1]
            self.note(Mention(joined(some), "organisation", frozenset(heads)))
        return max(run, at + 1)

    def last(self, kinds: frozenset[str], but: str = "") -> str | None:
        """The last party of these kinds that is not ``but``."""
        return next(
            (each.name for each in reversed(self.met) if each.kind in kinds and each.name != but), None
        )

    def commonest(self, but: str = "") -> str | None:
        """The state named most often that is not ``but``."""
        counts = Counter(each.name for each in self.met if each.kind == "state" and each.name != but)
        return max(counts, key=lambda name: counts[name], default=None)

    def by_head(self, head: str) -> str | None:
        """The last party that a common noun can mean, by a word of its name or by one of the same kind."""
        named = next((each.name for each in reversed(self.met) if head in each.heads), None)
        kin = BODIES.get(head, frozenset()) if named is None and head in _KINDS else frozenset()
        return next((each.name for each in reversed(self.met) if kin & each.heads), None) if kin else named


_KINDS = vocabulary("lab laboratory watchdog tank agency service organisation organization")
"""Nouns that mean a body under another word of its name: *the lab* is a laboratory."""


def _is_made_by(words: Sequence[Word], at: int) -> bool:
    return at > 1 and words[at - 1].low == "by" and words[at - 2].low in MADE


def _is_marked(words: Sequence[Word], at: int) -> bool:
    """*It bore the name of X Y*: whose mark is on a part."""
    lows = [word.low for word in words[max(0, at - 4) : at]]
    return len(lows) == 4 and lows[0] in BEARING and lows[2] in MARKED and lows[3] == "of"


def _is_titled(run: Sequence[Word]) -> bool:
    """*Deputy Defence Minister X Y*: a title after the last word of a body, and so somebody in office."""
    told = (word.low for word in reversed(run) if word.low not in {"general", "staff", "affairs"})
    last = next((low for low in told if is_title(low) or low in ORGANISATION_WORDS), None)
    return last is not None and last not in ORGANISATION_WORDS


def _is_charged(words: Sequence[Word], at: int, run: int) -> bool:
    """*Minister of National Defence X Y*: what somebody is charged with, and who that is; no body."""
    before = at - 1 - (at > 1 and words[at - 1].low == "the")
    if before < 1 or words[before].low not in {"of", "for"} or not is_title(words[before - 1].low):
        return False
    portfolio = next((n for n in range(at, run) if words[n].low not in PORTFOLIOS), run)
    return portfolio > at and 2 <= run - portfolio <= 3


def _is_state(words: Sequence[Word], end: int, key: str) -> bool:
    if key not in adjectives():
        return True
    return end < len(words) and (words[end].low in GOVERNMENTAL or words[end].low in STATE_NOUNS)


def party(speaker: Speaker) -> str:
    """The party for whom somebody speaks: the state, the body, the company; else themselves."""
    house = _house_of(speaker.name)
    if house is not None and speaker.kind == "anonymous":
        return house  # an executive of a firm, whatever state the firm is of
    bare = speaker.name.removesuffix(" (unnamed)")
    if bare != speaker.name and bare.split()[-1].removesuffix("s") in FIRMS:
        return bare  # a Serbian manufacturer is not Serbia
    return speaker.on_behalf_of or house or speaker.name


def doing(speaker: Speaker) -> str:
    """Who does what somebody says of their own deed: a guard or an agency itself, a ministry its state."""
    if speaker.kind == "organisation" and speaker.on_behalf_of and not speaks_for_state(speaker):
        return speaker.name.removesuffix(" (unnamed)")
    return party(speaker)


def _house_of(name: str) -> str | None:
    """*Acme Tools spokesman (unnamed)*: Acme Tools."""
    found = _SPEAKING.fullmatch(name) or _COUNSEL.fullmatch(name)
    house = found.group(1).removeprefix("former ") if found is not None else ""
    return house if house[:1].isupper() and house.lower() not in adjectives() else None


_SPEAKING = re.compile(
    r"(.+?)(?:'s|’s)? (?:spokes(?:man|woman|person)|executive|director|representative|lawyer|manager|owner"
    r"|attorney|chief executive|employee|managing director) \(unnamed\)"
)


_COUNSEL = re.compile(r"(?:former )?(?:lawyer|attorney|counsel) for (?:the )?([A-Z].+?) \(unnamed\)")


def _in_office(speaker: Speaker, mentions: Mentions) -> str | None:
    """For whom a person speaks by the words of the office: *the Kremlin spokesman*, *Deputy Minister*."""
    office = speaker.role or speaker.name.replace("(unnamed)", "")
    found = represented(tuple(words_in(office, 0, len(office))), mentions)
    if found is None and {word.lower().strip(".") for word in office.split()} & GOVERNING:
        return mentions.home or mentions.commonest()
    return found


def _service_of(speaker: Speaker) -> str | None:
    """*HUR spokesman X Y*: the service or staff that says *we*; a ministry says it of its state."""
    office = speaker.role or ""
    if speaker.kind != "person" or "spokes" not in office.lower():
        return None
    some = tuple(words_in(office, 0, len(office)))
    told = next((at for at, word in enumerate(some) if "spokes" in word.low), len(some))
    known = office_of(some[:told][:8]) if told else None
    stately = known is None or set(known.name.lower().split()) & _STATELY
    return None if known is None or stately else known.name


_STATELY = vocabulary(
    "ministry foreign defence embassy mission government cabinet presidency kremlin house office"
)


GOVERNING = vocabulary(
    "minister secretary undersecretary ambassador premier chancellor governor government ministry foreign "
    "defence defense deputy"
)
"""Words in the offices of a state."""


def speaks_for_state(speaker: Speaker) -> bool:
    """Whether an office speaks of its state where it says *it*: a foreign ministry, an embassy, a mission."""
    words = set(speaker.name.lower().split())
    return speaker.on_behalf_of is not None and bool(
        words & {"foreign", "defence", "defense", "embassy", "mission", "government", "cabinet", "presidency"}
    )


def meant(low: str, speaker: Speaker | None, quoted: bool, mentions: Mentions) -> str | None:
    """Whom a pronoun means where somebody acts.

    >>> meant("we", Speaker("Ada Stone", "person", on_behalf_of="Iran"), True, Mentions())
    'Iran'
    """
    if speaker is None or speaker.kind == "narrator":
        return mentions.last(ANY) if low in SINGLE else None
    if low == "them" and not quoted:
        return None  # who trains them is not who says so
    if low in OTHERS and (several := _said_by_several(speaker, quoted)) is not None:
        return several
    if low in SINGLE and _is_scholar(speaker):
        return None
    own = party(speaker)
    if low in {"i", "my"}:
        return speaker.name
    if low in OWN and (service := _service_of(speaker)) is not None:
        return service
    if low in OWN:
        stands = bool(speaker.on_behalf_of) or speaker.kind not in {"person", "anonymous_official"}
        return own if stands else _in_office(speaker, mentions) or own
    if low in SINGLE and speaker.kind == "organisation" and not quoted:
        return own if speaks_for_state(speaker) else speaker.name.replace(" (unnamed)", "")
    if low in PERSONS:
        if quoted or speaker.kind not in {"person", "anonymous", "anonymous_official"}:
            return None
        return speaker.name
    if not quoted and (low in SINGLE or speaker.kind not in {"person", "anonymous_official", "anonymous"}):
        spoken = speaker.kind not in {"person", "anonymous", "anonymous_official"} or speaker.on_behalf_of
        return own if spoken else mentions.last(ANY)
    if low in OTHERS:
        return mentions.commonest(but=own) if quoted else None
    return mentions.last(ANY, but=own)


def _said_by_several(speaker: Speaker, quoted: bool) -> str | None:
    """*prosecutors said they searched P*: themselves; officials and envoys for the state they speak for."""
    name = speaker.name.removesuffix(" (unnamed)")
    head = _PLACED.split(name)[0].split()[-1:]
    if quoted or not head or speaker.kind in {"person", "state", "outlet"}:
        return None
    low = head[0].lower()
    if not (low.endswith("s") or low in {"police", "accused", "people"}) or low.endswith(("ss", "us")):
        return None
    if head[0][0].isupper() and "(unnamed)" not in speaker.name:
        return None  # the Armed Forces: a body
    return speaker.on_behalf_of or name if low in _FOR_STATE else name


_PLACED = re.compile(r" (?:in|at|from|of|for|with|familiar|close|on|to|who|that)\b")
_FOR_STATE = vocabulary("officials authorities diplomats negotiators envoys ministers troops soldiers forces")
"""Those in the plural whose deeds are their state's."""


def _is_scholar(speaker: Speaker) -> bool:
    """An analyst, a professor: what they call *it* is not their own institute, still less its state."""
    return speaker.kind == "person" and bool(set((speaker.role or "").lower().split()) & _SCHOLARS)


_SCHOLARS = vocabulary(
    "analyst expert researcher professor fellow economist historian author lecturer scholar"
)


STATES = frozenset({"state"})
ANY = frozenset({"state", "body", "organisation"})


def described(words: Sequence[Word], speaker: Speaker | None, mentions: Mentions) -> str | None:
    """Whom *the company*, *the regime*, *the North* mean."""
    if len(words) != 1:
        return None
    low = words[0].low
    if low in SHORT and any(each.name == SHORT[low] for each in mentions.met):
        return SHORT[low]
    if low in BODY_NOUNS and any(each.name == BODY_NOUNS[low] for each in mentions.met):
        return BODY_NOUNS[low]
    if low in PLACES and any(each.name == PLACES[low] for each in mentions.met):
        return PLACES[low]
    if low == "regime":
        return mentions.commonest(but=party(speaker) if speaker else "")
    if low in STATE_NOUNS:
        own = party(speaker).lower() if speaker else ""
        if speaker is not None and speaker.kind == "person" and own not in states() and low in OF_SPEAKER:
            office = tuple(words_in(speaker.role or "", 0, len(speaker.role or "")))
            own = (represented(office, mentions) or "").lower()
        if low in OF_SPEAKER and own in states():
            return states()[own].name
        return mentions.home if low in _AT_HOME else mentions.last(STATES)
    if low in listed("organisation") or low in listed("outlet"):
        if speaker and speaker.kind in {"organisation", "outlet"} and low in speaker.name.lower():
            return speaker.name
        return mentions.by_head(low)
    return None


_REGIONAL = vocabulary("european western african asian arab american nordic baltic gulf")


def represented(words: Sequence[Word], mentions: Mentions) -> str | None:
    """For whom somebody with this role speaks: a state, a body, a company by its name or as *the company*."""
    for size in (5, 4, 3, 2, 1):
        for at in range(len(words) - size + 1):
            key = joined(words[at : at + size]).lower()
            if state := states().get(key):
                return state.name
            if body := bodies().get(key):
                return body
    after = next((at for at, word in enumerate(words) if word.low in {"of", "for", "at", "with"}), None)
    owner = next((at for at, word in enumerate(words) if word.low == "'s"), None)
    some = words[:owner] if owner else words[after + 1 :] if after is not None else ()
    if not some:
        return None
    run = names(some)
    portfolio = after is not None and bool({"minister", "secretary"} & {word.low for word in words[:after]})
    if run and joined(run).lower() not in adjectives() and not portfolio and run[-1].low not in _REGIONAL:
        return joined(run)
    bare = [word for word in some if word.low != "the"]
    return described(bare[:1], None, mentions) if len(bare) == 1 else None
