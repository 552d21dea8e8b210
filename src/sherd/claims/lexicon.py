"""The word tables of one language, made ready for looking up. The tables lie in ``sherd/data``.

``cues_LANGUAGE.csv`` holds the verbs by which somebody says something, ``words_LANGUAGE.csv`` the small
words, ``actions_LANGUAGE.csv`` and ``things_LANGUAGE.csv`` what propositions are made of; ``states.csv`` and
``outlets.csv`` serve every language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from attrs import frozen

from sherd.claims.inflection import Form, forms
from sherd.data import rows

LANGUAGES = ("en", "uk", "ru", "fa")
"""The languages whose tables are shipped."""


def vocabulary(words: str) -> frozenset[str]:
    """The words of a list, written with spaces between."""
    return frozenset(words.split())


LEGAL_FORMS = vocabulary(
    "ltd limited llc llp inc incorporated plc gmbh ag kg se sa s.a spa s.p.a srl sarl sas bv b.v nv n.v "
    "ab oy oyj as asa a/s aps doo ood ead jsc ojsc pjsc cjsc ooo oao zao pao pte pty sdn bhd co corp kk "
    "sro kft zrt fze fzco"
)
"""Legal forms at the end of a company's name."""


DENIAL = vocabulary("denial denials")
"""The noun for a denial."""


@frozen
class Cue:
    """A verb by which somebody says something, in one of its forms."""

    words: tuple[str, ...]
    form: Form
    verb: str
    act: str
    polarity: str
    frames: frozenset[str]
    noun: bool


@frozen
class Deed:
    """A word that stands for an action, in one of its forms; ``form`` is empty for a noun or a phrase.

    ``frame`` says which role is where, if not as with *send*: ``thing``, the subject is the thing and nobody
    acts (*reached P*); ``whom``, the one to whom it is done comes straight after it (*arm P*); ``from``, they
    stand behind *from* (*take orders from P*). ``only`` says of which nouns it is told: ``with:a/b`` of
    these, ``not:a/b`` of any but these.
    """

    words: tuple[str, ...]
    action: str
    kind: str
    form: str = ""
    frame: str = ""
    only: str = ""


@frozen
class State:
    """A state and its adjective."""

    name: str
    adjective: str


@cache
def cues() -> Mapping[str, tuple[Cue, ...]]:
    """English cues by their first word, the longest first."""
    found: dict[str, list[Cue]] = {}
    for row in rows("cues_en"):
        for words, form in forms(row["verb"], row["irregular"]):
            cue = Cue(
                words,
                form,
                row["verb"],
                row["act"],
                row["polarity"],
                frozenset(row["frames"].split()),
                row["noun"] == "yes",
            )
            found.setdefault(words[0], []).append(cue)
    return {word: tuple(sorted(some, key=lambda cue: -len(cue.words))) for word, some in found.items()}


@cache
def deeds() -> Mapping[str, tuple[Deed, ...]]:
    """English words for actions by their first word, the longest first."""
    found: dict[str, list[Deed]] = {}
    for row in rows("actions_en"):
        frame, only = _framed(row["frame"])
        if row["kind"] == "verb":
            made = [
                Deed(words, row["action"], "verb", form, frame, only)
                for words, form in forms(row["word"], row["irregular"])
            ]
        else:
            made = [Deed(tuple(row["word"].split()), row["action"], row["kind"], "", frame, only)]
        for deed in made:
            found.setdefault(deed.words[0], []).append(deed)
    return {word: tuple(sorted(some, key=lambda deed: -len(deed.words))) for word, some in found.items()}


def _framed(frame: str) -> tuple[str, str]:
    """Which role stands where, and of which nouns only: *thing with:port/harbour*, *with:assets*."""
    only = next((part for part in frame.split(" ") if part.startswith(("with:", "not:"))), "")
    role = frame.removesuffix(only).strip()
    return role or frame, only


@cache
def one_word_deeds() -> Mapping[str, tuple[Deed, ...]]:
    """English deeds that one word stands for, by that word."""
    found = {word: tuple(each for each in some if len(each.words) == 1) for word, some in deeds().items()}
    return {word: some for word, some in found.items() if some}


@cache
def _deeds_by_second() -> Mapping[tuple[str, str], tuple[Deed, ...]]:
    """English deeds by their first two words, the longest first, those of the first word alone among them."""
    pairs = {(each.words[0], each.words[1]) for some in deeds().values() for each in some if each.words[1:]}
    return {
        (word, after): tuple(each for each in deeds()[word] if each.words[1:2] in ((), (after,)))
        for word, after in pairs
    }


def deeds_before(word: str, after: str) -> tuple[Deed, ...]:
    """The deeds that open with ``word`` and can go on with ``after``, in the order of ``deeds``."""
    return _deeds_by_second().get((word, after)) or one_word_deeds().get(word, ())


@cache
def phrase_openers() -> frozenset[str]:
    """The words with which set words for a deed open that are three or more: *cannot do without*."""
    return frozenset(
        word
        for word, some in deeds().items()
        if any(each.kind == "phrase" and len(each.words) > 2 for each in some)
    )


@cache
def things() -> Mapping[str, tuple[str, str]]:
    """The class and the named type of each word for a thing."""
    return {row["word"]: (row["class"], row["type"]) for row in rows("things_en")}


@cache
def _thing_sizes() -> Mapping[str, tuple[int, ...]]:
    """How many words the words for things have that begin with a word, the longest first."""
    sizes: dict[str, set[int]] = {}
    for known in things():
        sizes.setdefault(known.split()[0], set()).add(known.count(" ") + 1)
    return {word: tuple(sorted(some, reverse=True)) for word, some in sizes.items()}


def thing_at(lows: Sequence[str]) -> int:
    """How many of the words, from the first on, are a word for a thing; 0 where none is.

    >>> thing_at(["cruise", "missiles", "of"])
    2
    """
    for size in _thing_sizes().get(lows[0], ()) if lows else ():
        if size <= len(lows) and " ".join(lows[:size]) in things():
            return size
    return 0


@cache
def listed(kind: str, language: str = "en") -> frozenset[str]:
    """The small words of one kind (``hedge``, ``not``, ``venue``, ``person``, …)."""
    return frozenset(row["word"] for row in rows(f"words_{language}") if row["kind"] == kind)


@cache
def pattern(kind: str, language: str = "en") -> re.Pattern[str]:
    """An expression that finds any small word of one kind, the longest first."""
    longest = sorted(listed(kind, language), key=lambda word: (-len(word), word))
    by_letter: dict[str, list[str]] = {}
    for word in longest:
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]).replace("'", "['’]"))
    either = (f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    first = "".join(re.escape(letter) for letter in by_letter)
    return re.compile(rf"(?<!\w)(?=[{first}])(?:{'|'.join(either)})(?!\w)", re.IGNORECASE)


@cache
def states() -> Mapping[str, State]:
    """States by every word that stands for them: name, capital, people, government, in any script."""
    found: dict[str, State] = {}
    for row in rows("states"):
        demonyms = row["demonyms"].split(";")
        state = State(row["name"], demonyms[0] or row["name"])
        known = (
            row["name"],
            row["capital"],
            *demonyms,
            *row["aliases"].split(";"),
            *row["official"].split(";"),
            *row["other"].split(";"),
        )
        for word in known:
            if word:
                found.setdefault(word.lower(), state)
                found.setdefault(word.lower().replace("'", "’"), state)
    return found


@cache
def bodies() -> Mapping[str, str]:
    """Unions, alliances and movements by every word that stands for them."""
    found: dict[str, str] = {}
    for row in rows("bodies"):
        for word in (row["name"], row["adjective"], *row["aliases"].split(";")):
            if word:
                found.setdefault(word.lower(), row["name"])
    return found


@cache
def body_names() -> frozenset[str]:
    """The names of the unions, alliances and movements, as statements carry them."""
    return frozenset(bodies().values())


@cache
def small_names() -> frozenset[str]:
    """Makers that write themselves with a small first letter, as one word: *onsemi*, *u-blox*."""
    written = (name for row in rows("maker_names") for name in (row["maker"], *row["names"].split("|")))
    return frozenset(name for name in written if name[:1].islower() and " " not in name)


@cache
def official_names() -> Sequence[str]:
    """The official names of states that are more than one word: *Republic of Kenya*; the longest first."""
    names = {name for row in rows("states") for name in row["official"].split(";") if " " in name}
    return sorted(names, key=lambda name: (-len(name), name))


@cache
def party_sizes() -> Mapping[str, tuple[int, ...]]:
    """How many words, at most four, those for a state or body have by their first word, the longest first."""
    sizes: dict[str, set[int]] = {}
    for known in (*states(), *bodies()):
        if known.count(" ") < 4:
            sizes.setdefault(known.split(" ")[0], set()).add(known.count(" ") + 1)
    return {word: tuple(sorted(some, reverse=True)) for word, some in sizes.items()}


@cache
def offices() -> Mapping[str, tuple[str, str | None]]:
    """Offices that go by a name without their state: canonical name and state."""
    found: dict[str, tuple[str, str | None]] = {}
    for row in rows("offices"):
        for word in (row["name"], *row["aliases"].split(";")):
            if word:
                found.setdefault(word.lower(), (row["name"], row["state"] or None))
    return found


@cache
def belonging() -> frozenset[str]:
    """The words that say to which body somebody belongs, beside being its name."""
    return frozenset(row["adjective"].lower() for row in rows("bodies") if row["adjective"])


@cache
def adjectives() -> frozenset[str]:
    """The words that say of which state something is, and are not the state itself."""
    return frozenset(word.lower() for row in rows("states") for word in row["demonyms"].split(";") if word)


@cache
def outlets() -> Mapping[str, str]:
    """Outlets by their names and short names."""
    found: dict[str, str] = {}
    for row in rows("outlets"):
        for word in (row["name"], *row["aliases"].split(";")):
            if word:
                found[word.lower()] = row["name"]
    return found


@cache
def _homes() -> Mapping[str, str]:
    return {
        word.lower(): row["state"]
        for row in rows("outlets")
        if row["state"]
        for word in (row["name"], *row["aliases"].split(";"))
        if word
    }


def home_of(outlet: str) -> str | None:
    """The state where an outlet has its seat, by its name; ``None`` where the table tells none."""
    return _homes().get(outlet.lower())


def is_public(low: str) -> bool:
    """Whether the tables know the name, in small letters, as a state, a people, a body or an outlet."""
    return low in states() or low in adjectives() or low in bodies() or low in outlets()
