"""The parts of a noun phrase: names, titles, the head noun, the state that it names.

Told by capitals and by lists of words; a list is extended here, a state in ``sherd/data/states.csv``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from sherd.claims.asked_once import once
from sherd.claims.grammar import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE_AUXILIARIES,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from sherd.claims.lexicon import adjectives, bodies, listed, states, vocabulary
from sherd.claims.sentences import POSSESSIVES, Word

TITLES = vocabulary(
    "democrat republican tory "
    "president premier chancellor minister secretary spokesman spokeswoman spokesperson general "
    "brigadier colonel commodore admiral captain major lieutenant sergeant senator congressman congresswoman "
    "representative ambassador envoy director chairman chairwoman chair chief head commander governor "
    "mayor professor dr mr mrs ms sir dame lord lady king prince sheikh ayatollah leader analyst expert "
    "researcher author adviser advisor coordinator commissioner officer official deputy "
    "undersecretary judge prosecutor lawyer founder executive ceo cfo coo cto rear vice marshal cardinal "
    "archbishop bishop economist historian scholar chairperson councillor congressperson lt-gen maj-gen "
    "prof hon sgt cmdr engineer mp mep mk msp gen col lt maj adm brig capt sen rep gov state affairs staff "
    "diplomat representative "
    "speaker fellow investigator trader aide attaché attache consul negotiator lawmaker legislator "
    "parliamentarian attorney "
    "rapporteur emeritus chargé charge d'affaires taoiseach columnist correspondent manager inspector "
    "superintendent activist blogger milblogger"
)
ORGANISATION_WORDS = vocabulary(
    "research institute group council centre center agency devices semiconductors semiconductor "
    "instruments technologies technology systems industries inc ltd corp co bank foundation project "
    "network watch rights initiative international elektronik electronics aviation aerospace ministry "
    "department office committee treasury bureau directorate command forces force union nations "
    "commission university party house parliament movement association federation company holdings "
    "motors guard guards corps navy army nato eu un un's iaea interpol europol pentagon congress "
    "senate airlines microelectronics solutions services policy studies security defence defense "
    "skyline nav provenance congress duma knesset mission embassy permanent consulate consortium "
    "laboratory laboratories plant works shipyard bearings verify observatory watchdog alliance league "
    "lines freight cargo maritime shipping logistics trading chemicals petroleum metals tools tooling "
    "robotics drones airways optics optical dynamics labs precision automation machinery machines "
    "telecom software digital engineering components avionics ventures partners imports exports "
    "consulting insurance securities express forwarding manufacturing enterprises fund "
    "navigation sensors microsystems circuits controls hydraulics propulsion pumps valves servos gears "
    "castings photonics lasers radars batteries imaging satellites petrochemicals textiles pharma motoren "
    "technik handel werke denshi seiko kogyo denki seisakusho turbines plastics composites polymers engines "
    "kataib liwa harakat brigades brigade battalion militia front academy academies polytechnic inspectorate "
    "authority chamber tribunal"
)
OUTLET_WORDS = vocabulary(
    "times post journal herald tribune chronicle ledger telegraph gazette daily news wire mail "
    "observer independent pravda tv television radio review courier dispatch inquirer sentinel examiner"
)
JOINTS = vocabulary("of for the and de al bin von van der da di la le el & 's")
PLURAL_PEOPLE = vocabulary(
    "people officials experts analysts researchers investigators authors monitors sources diplomats "
    "representatives lawmakers observers scientists witnesses soldiers critics residents aides "
    "advisers inspectors men women suspects defendants"
)
BEFORE_TITLE = vocabulary("vice co ex under deputy assistant then former acting interim sub lt rear pro non")
AFTER_TITLE = vocabulary("designate elect general chief major colonel emeritus at arms law marshal in")
"""Parts that a hyphen joins to a title: *vice-admiral*, *minister-designate*, *commander-in-chief*."""

RESEARCHERS = frozenset({"researchers", "investigators", "inspectors", "authors"})
LEADING = vocabulary("but and however both while yet even")
COMPOUNDS = ("-based", "-led", "-backed", "-made", "-born", "-run", "-owned")
"""Ends of adjectives that open with a name."""

NEVER_NAMES = (
    DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | PLURAL_PEOPLE
    | SUBORDINATORS
    | CONJUNCTIONS
    | FINITE_AUXILIARIES - {"may", "might"}
    | vocabulary(
        "asked both ask neither not never there here such nobody nothing none everyone reports claims"
    )
)
"""Words that begin a sentence with a capital and are no name."""

GOVERNMENTAL = vocabulary(
    "ministry department army military force forces navy mission embassy intelligence service "
    "parliament staff command treasury directorate guard guards delegation cabinet presidency troops "
    "police agency office council senate commission committee bureau authority customs prosecutors "
    "inspectorate court navy marines coastguard consulate presidency spies regulator ombudsman"
)
"""Heads of noun phrases that, with a state before them, name an office of that state."""


_OPENING = LEADING | ADVERBS


MOST_WORDS = 20_000
"""Words of which it is remembered what they are: what has been read before does not fill the memory."""


@lru_cache(maxsize=MOST_WORDS)
def is_title(low: str) -> bool:
    """Whether the word stands before a person's name, by itself or joined to a title by a hyphen.

    >>> [is_title(word) for word in ("general", "vice-admiral", "president-elect", "al-general", "hale")]
    [True, True, True, False, False]
    """
    if low in TITLES:
        return True
    parts = low.split("-")
    told = [part for part in parts if part in TITLES or part in listed("person")]
    return (
        len(parts) > 1
        and bool(told)
        and all(part in told or part in BEFORE_TITLE | AFTER_TITLE for part in parts)
    )


BEARERS = vocabulary(
    "king prince guard cook carpenter porter guard stoker skipper anchor mariner sailor husband"
)
"""Nouns for a person that are names as often."""


@lru_cache(maxsize=MOST_WORDS)
def is_calling(low: str) -> bool:
    """Whether the word says what somebody is, and opens no name: *whistleblower X Y*, *campaigner X Y*."""
    return is_title(low) or (low in listed("person") and low not in BEARERS)


def trimmed(words: Sequence[Word]) -> tuple[Word, ...]:
    """Without what leads in: *however*, *but*, a mark."""
    first, last = 0, len(words)
    while first < last and (not words[first].is_word or words[first].low in _OPENING):
        first += 1
    while first < last and (not words[last - 1].is_word or words[last - 1].low in ADVERBS):
        last -= 1
    return tuple(words[first:last])


def plain(words: Sequence[Word]) -> list[Word]:
    """Without the article."""
    return list(words[1:]) if words[0].low in {"the", "a", "an"} else list(words)


def joined(words: Sequence[Word]) -> str:
    """The words as they would be written."""
    if len(words) == 1:
        return words[0].text
    written = " ".join([word.text for word in words])
    return written.replace(" 's", "'s").replace(" ’s", "'s").replace(" .", ".")


def initials(name: str) -> str:
    """The first letters of the words with a capital: *HWG* of *Harbour Watch Group*."""
    return "".join(part[0] for part in name.split() if part[0].isupper())


@once
def names(words: Sequence[Word]) -> Sequence[Word]:
    """The longest run of words written as names, with the small words that join them."""
    best: list[Word] = []
    run: list[Word] = []
    for at, word in enumerate(words):
        opening = not run and (word.low in NEVER_NAMES or word.low.endswith(COMPOUNDS))
        if (
            (word.is_name and not opening)
            or (not run and _opens_unit(words, at))
            or (run and (word.low in JOINTS or word.text[0].isdigit() or word.low == "-"))
        ):
            run.append(word)
        else:
            best, run = max(best, cut(run), key=len), []
    return max(best, cut(run), key=len)


_UNITS = vocabulary("brigade division battalion regiment corps army fleet squadron wing company flotilla")


def _opens_unit(words: Sequence[Word], at: int) -> bool:
    """*The 5th Assault Brigade*: a number in front of a unit's name."""
    if not words[at].text[0].isdigit() or not words[at].low.endswith(("st", "nd", "rd", "th")):
        return False
    for word in words[at + 1 : at + 5]:
        if not word.is_name:
            return False
        if word.low in _UNITS:
            return True
    return False


def cut(run: list[Word]) -> list[Word]:
    """The run up to its last name."""
    while run and not (run[-1].is_name or run[-1].text[0].isdigit()):
        run = run[:-1]
    return run


RANKS = vocabulary(
    "dr mr mrs ms prof gen col lt maj adm brig capt cmdr sgt general colonel lieutenant major admiral "
    "brigadier captain commander sergeant rear vice sir dame professor lt-gen maj-gen lt-col commodore "
    "marshal"
)
"""Words before a name that say of no office."""

PORTFOLIOS = vocabulary(
    "defence defense foreign trade affairs security interior energy industry finance justice economy "
    "national internal external"
)
"""Words of an office after *minister of*."""

MINISTERIAL = vocabulary("minister secretary commissioner undersecretary state")
"""Titles (*minister of state* among them) after which *for* or *of* opens what somebody is charged with."""

POSTED = frozenset({"of", "from", "at", "with", "in"})
"""Words after a person's name before the body they belong to."""


def _ends_name(word: Word) -> bool:
    """*Colonel X of the General Staff*, and not *Minister of P X*, *the Bank of P*."""
    if not word.is_name:
        return False
    return not (
        is_title(word.low)
        or word.low in ORGANISATION_WORDS
        or word.low in GOVERNMENTAL
        or word.low in listed("person")
        or word.low in listed("organisation")
    )


def person_at(words: Sequence[Word]) -> tuple[list[Word], list[Word]] | None:
    """The words of a person's name and those of the role before it."""
    limit = next(
        (at for at, word in enumerate(words) if word.text in {",", "("} or word.low in {"who", "which"}),
        len(words),
    )
    head = list(words[:limit])
    posted = next(
        (at for at in range(1, len(head)) if head[at].low in POSTED and _ends_name(head[at - 1])), None
    )
    head = head[:posted]
    last_title = next((n for n in range(len(head) - 1, -1, -1) if is_title(head[n].low.rstrip("."))), -1)
    if last_title < 0:
        last_title = _last_calling(head)
    charged = len(head)
    for at in range(last_title + 1, len(head)):
        if not head[at].is_name:
            continue
        name: list[Word] = []
        for word in head[at:]:
            initial = word.text == "." and bool(name) and len(name[-1].text) == 1
            if (
                initial
                or word.is_name
                or (
                    name and word.low in {"al", "de", "van", "von", "bin", "der", "da", "di", "la", "el", "-"}
                )
            ):
                name.append(word)
            else:
                break
        told = (
            at > 0
            and head[at - 1].low in PREPOSITIONS
            and (head[at].low in states() or head[at].low in PORTFOLIOS)
        )
        portfolio = in_charge(head, at)
        trailing = at > 0 and {head[at].low, head[at - 1].low} <= PORTFOLIOS and len(name) > 2
        if ((told or (portfolio and len(name) == 3)) and len(name) > 1) or trailing:
            continue  # ambassador to Ruritania X Y, minister of defence X Y
        if portfolio and head[at + len(name) :] and head[at + len(name)].low == "and":
            continue  # minister of P and Q X Y
        further = charged == at - 1 and (head[charged].low not in PORTFOLIOS or head[at].low in PORTFOLIOS)
        if len(name) > 2 and (further or _is_charge(head, at, last_title)):
            charged = at
            continue  # head of customs X Y, envoy to the UN X Y, Secretary for P Q X Y
        if name and head[at].low not in DETERMINERS and head[at].low not in adjectives():
            role = head[:at]
            lows = {word.low for word in name}
            if lows & ORGANISATION_WORDS or lows & OUTLET_WORDS or joined(name).lower() in states():
                return None
            if role and role[-1].low in PREPOSITIONS:
                return None
            if len(name) >= 2 or last_title >= 0:
                after = head[at + len(name) :]
                return (
                    (name, role) if len(name) <= 5 and (not after or after[0].low in PREPOSITIONS) else None
                )
            return None
    return None


def _last_calling(words: Sequence[Word]) -> int:
    """Where the last noun stands that says what the person named behind it is: *company owner X Y*."""
    for at in range(len(words) - 3, -1, -1):
        named = words[at + 1].is_name and words[at + 2].is_name
        if named and (at == 0 or not words[at].is_name) and is_calling(words[at].low):
            return at
    return -1


def _is_charge(words: Sequence[Word], at: int, title: int) -> bool:
    """*Head of Customs X Y*, *envoy to the UN X Y*, *Secretary for P Q X Y*: what the office is of."""
    before = at - 1 - (words[at - 1].low == "the")
    if title < 0 or before < 1 or words[before].low not in {"of", "to", "for", "at"}:
        return False
    low = words[at].low
    body = low in listed("organisation") or low in GOVERNMENTAL or low in states() or low in bodies()
    return body or (words[before].low == "for" and words[before - 1].low in MINISTERIAL)


def in_charge(words: Sequence[Word], at: int) -> bool:
    """*Minister for P*, *Minister of P and Q*: whether the word at ``at`` is what they are charged with."""
    at -= at > 2 and words[at - 1].low == "the"  # Minister of the Interior
    if at < 2 or words[at - 1].low not in {"for", "of", "and"}:
        return False
    first = at - 1 if words[at - 1].low != "and" else max(0, at - 5)
    opens = (n for n in range(max(1, first), at) if words[n].low in {"for", "of"})
    return any(words[n - 1].low in MINISTERIAL and all(w.is_word for w in words[n:at]) for n in opens)


def appositive(words: Sequence[Word], comma: int) -> Sequence[Word]:
    """The role that an appositive gives."""
    rest = words[comma + 1 :]
    stop = next(
        (at for at, word in enumerate(rest) if word.text in {",", "("} or word.low in {"who", "which"}),
        len(rest),
    )
    return rest[:stop] if any(word.low in listed("person") for word in rest[:stop]) else ()


def behalf(words: Sequence[Word]) -> str | None:
    """The state for which somebody with this role speaks."""
    if not any(word.is_name for word in words):
        return None
    openings = [at for at, word in enumerate(words) if opens_state(word) and word.low != "the"]
    for size in (5, 4, 3, 2, 1):
        for at in openings:
            if at + size > len(words):
                break
            if found := states().get(joined(words[at : at + size]).lower()):
                return found.name
    return None


_NO_HEAD = frozenset({"'s", "d'affaires"})


@once
def head_of(words: Sequence[Word]) -> str:
    """The head noun of a phrase: the last word before a preposition, a comma or a relative clause."""
    head = before = ""
    for at, word in enumerate(words):
        low = word.low
        owned, before = before in POSSESSIVES, low
        if low in _ENDS_HEAD:
            if head:
                break
            continue
        if head:
            if low == "close":
                break
            if low in BEHIND_HEAD and words[at + 1 : at + 2] and words[at + 1].low.endswith("ed"):
                break  # a statement later posted
            past = (low.endswith("ed") and "-" not in low) or low in {"seen", "led", "run"}
            if past and not (word.is_name or owned or low == "armed"):
                break  # a report issued by X, documents obtained by Y; not *Chad's united front*
            if low.endswith("ing") and not word.is_name and _is_people(head):
                break  # a team working under X
        if word.is_word and low not in DETERMINERS and low not in _NO_HEAD:
            head = low
    return head


def are_people(words: Sequence[Word]) -> bool:
    """Whether the words name several people: *investigators in Novi*, *people close to X*."""
    head = head_of(words) if words else ""
    return head in PLURAL_PEOPLE or (head.endswith("s") and singular(head) in listed("person"))


@lru_cache(maxsize=MOST_WORDS)
def _is_people(head: str) -> bool:
    """Whether the noun is one for people or a body of people."""
    one = singular(head)
    return head in PLURAL_PEOPLE or one in listed("person") or one in listed("organisation")


def singular(head: str) -> str:
    """The noun in the singular."""
    if head.endswith("ies") and len(head) > 4:
        return head[:-3] + "y"
    if head.endswith("sses"):
        return head[:-2]  # witnesses
    return head[:-1] if head.endswith("s") and not head.endswith("ss") else head


@cache
def _openings() -> frozenset[str]:
    """What the first word can be of all that stands for a state."""
    return frozenset(
        key[:end].replace("’", "'")
        for key in states()
        for end in range(1, len(key) + 1)
        if end == len(key) or not key[end].isalnum()
    )


def opens_state(word: Word) -> bool:
    """Whether what stands for a state can begin with the word."""
    return word.low in _openings()


@lru_cache(maxsize=MOST_WORDS)
def words_of(state: str) -> frozenset[str]:
    """Every single word that stands for a state."""
    return frozenset(
        word for word, known in states().items() if known.name == state and " " not in word
    ) | frozenset(state.lower().split())


def is_named(words: Sequence[Word], behalf: str) -> bool:
    """Whether the phrase ends in a proper name of its own: *the Austrian company Rotax*."""
    last = words[-1]
    return (
        last.is_name
        and last.low not in words_of(behalf)
        and last.low not in ORGANISATION_WORDS
        and not any(word.low == "of" for word in words)
    )


def without_owner(words: Sequence[Word]) -> Sequence[Word]:
    """*the alliance's spokeswoman* without an owner that is not named."""
    owner = next((at for at, word in enumerate(words) if word.low == "'s"), None)
    if owner is None or any(word.is_name and word.low not in DETERMINERS for word in words[:owner]):
        return words
    return words[owner + 1 :]


BEHIND_HEAD = frozenset({"later", "subsequently", "recently"})
"""Adverbs behind a head noun, before what is told of it."""

_ENDS_HEAD = PREPOSITIONS | {"who", "which", "that", "familiar", ",", "("}
