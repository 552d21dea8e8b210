"""One source, one name: the statements of a document gone over once more, when all its names are known.

*Ruritania's intelligence service* of the first line is the *Intelligence and Security Service* of the third,
*the Ruritanian air force* is *the Air Force*, *a UN panel* the *Panel of Experts on X* that the text names,
*Orlo* is *Orlo Motoren*. A form goes to the fullest form of which it is a shorter one; where two would do, it
stays as it stands. The form that the text has there is kept among ``alt_sources``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import evolve, frozen

from sherd.claims import services_named
from sherd.claims.bodies import adjective
from sherd.claims.kin import AGENCIES
from sherd.claims.lexicon import LEGAL_FORMS, adjectives, body_names, offices, outlets, states, vocabulary
from sherd.claims.organisations import without_form
from sherd.claims.paraphrases import said_by
from sherd.claims.phrases import initials
from sherd.claims.speakers import Register
from sherd.model.statements import Named, Speaker, Statement

LEFT_OUT = vocabulary("the a an of for on and & 's")
"""Words that do not tell one name of a body from another."""

SPELT = {
    "defense": "defence", "organization": "organisation", "center": "centre", "labor": "labour",
    "un": "nations", "u.n": "nations", "united": "nations", "counter-terrorism": "counterterrorism",
}  # fmt: skip
"""Other spellings and initials of a word, by the one under which it is compared."""

ARMIES = frozenset({frozenset({"army"}), frozenset({"military"}), frozenset({"armed", "forces"})})
"""What the forces of a state are called, where the text has their name."""

BODIES = frozenset({"organisation", "outlet"})


@frozen
class Form:
    """A name of a body as the document has it: its own words, and the state whose it is."""

    name: str
    own: frozenset[str]
    state: str | None
    described: bool
    """Whether its own words have no capital: a description, and no name."""


def unified(statements: Sequence[Statement], register: Register) -> tuple[Statement, ...]:
    """The statements with one name for each source, in every place where they name it."""
    names = _renamed(statements, register)
    return tuple([_with(one, names) for one in statements] if names else statements)


def _renamed(statements: Sequence[Statement], register: Register) -> Mapping[str, str]:
    speakers = {one.source.name: one.source for one in reversed(statements) if one.source.kind != "narrator"}
    bodies = [form_of(each.name) for each in reversed(speakers.values()) if _is_body(each)]
    found: dict[str, str] = {}
    for form in bodies:
        if (fuller := _fuller(form, bodies, register)) is not None and fuller != form.name:
            found[form.name] = fuller
    named = list(speakers.values())
    for speaker in speakers.values():
        whole = _people_of(speaker, named, register) or _without_town(speaker, register)
        whole = whole or _of_renamed(speaker.name, found)
        if whole is None and speaker.kind == "organisation" and speaker.name not in found:
            whole = without_form(speaker.name, LEGAL_FORMS)
        if whole is not None and whole != speaker.name:
            found[speaker.name] = whole
        elif (panel := _panel(speaker.name, register)) is not None and panel != speaker.name:
            found[speaker.name] = panel
        elif speaker.name not in found and (whose := _person(speaker, register)) is not None:
            found[speaker.name] = whose
        elif speaker.name not in found and services_named.trade_of(speaker.name):
            runs = ((run, own, form_of(run).state) for run, own in _runs(register))
            if (service := services_named.named(speaker, named, runs)) is not None:
                found[speaker.name] = service
    targets = {form_of(name).own: name for name in found.values()}
    for form in bodies:  # the bare name, where the state's has been found out
        if form.name not in found and form.state is None and form.own in targets:
            found[form.name] = targets[form.own]
    return {name: whole for name, each in found.items() if (whole := _last(each, found)) != name}


def _last(name: str, found: Mapping[str, str]) -> str:
    """The name at the end of a chain of names, each a fuller form of the one before it."""
    for _ in range(len(found)):
        if name not in found or found[name] == name:
            return name
        name = found[name]
    return name


def _is_body(speaker: Speaker) -> bool:
    named = "(unnamed)" not in speaker.name and speaker.name not in body_names()
    return speaker.kind in BODIES and named


@lru_cache(maxsize=2_000)
def form_of(name: str) -> Form:
    """A name as it is compared with others.

    >>> form_of("Ministry of Ports of Chad").state, sorted(form_of("Chad's Ministry of Ports").own)
    ('Chad', ['ministry', 'ports'])
    """
    rest, state = name, None
    parts = name.split()
    for size in (3, 2, 1):
        opening = re.sub("['’]s?$", "", " ".join(parts[:size]).lower())
        if len(parts) > size and opening in _names_of_states():
            state, rest = states()[opening].name, " ".join(parts[size:])
            break
    ending = re.search(r" of (?:the )?(?:Republic of )?((?:(?! of )[\w ])+)$", rest)
    known = states().get(ending[1].lower()) if ending else None
    if ending is not None and known is not None and state in {None, known.name}:
        state, rest = known.name, rest[: ending.start()]
    own = frozenset(_compared(rest)) - LEFT_OUT
    if "foreign" in own and own & {"ministry", "department"}:
        own -= {"affairs"}
    return Form(name, own, state, rest.islower())


@lru_cache(maxsize=1)
def _names_of_states() -> frozenset[str]:
    named = frozenset(state.name.lower() for state in states().values())
    return named | adjectives() | {"us", "u.s.", "uk", "u.k.", "uae"}


def _compared(words: str) -> Iterator[str]:
    for word in re.findall(r"[\w&.-]+", words.lower().replace("’s", "").replace("'s", "")):
        yield SPELT.get(word.strip("."), word.strip("."))


def _fuller(form: Form, others: Sequence[Form], register: Register) -> str | None:
    """The fullest name of the body that a form names, the form's own where there is no other."""
    if form.name.lower() in offices() or form.name.lower() in outlets() or not form.own:
        return None
    alike = [each for each in others if each.own == form.own and _one_state(each, form, others)]
    if len(alike) > 1:
        return max(
            alike, key=lambda each: (each.state is not None, _size(each.name), -others.index(each))
        ).name
    if form.state is not None and form.own in ARMIES:
        return _army(form.state, register)
    if form.state is not None and len(form.own) > 1 and form.described:
        return _described(form, register)
    return _firm(form, others, register) if form.state is None else None


def _size(name: str) -> tuple[int, int]:
    return len(name.split()), sum(letter.isupper() for letter in name)


def _one_state(each: Form, form: Form, others: Sequence[Form]) -> bool:
    """Whether two forms can be of one state; one that tells none can be of the only state that there is."""
    if each.state == form.state:
        return True
    told = {other.state for other in others if other.own == form.own and other.state is not None}
    return len(told) == 1 and (each.state is None or form.state is None)


def _army(state: str, register: Register) -> str | None:
    """*Ruritania's army*, where the text has *the Ruritanian Armed Forces*."""
    whose = states()[state.lower()].adjective
    said = register.says(f"{whose} Armed Forces") or register.says(f"Armed Forces of {state}")
    return f"{whose} Armed Forces" if said else None


_CAPITAL = r"[A-Z][\w’'-]+"
_OFFICIAL = re.compile(
    rf"{_CAPITAL}(?:(?: and| of| for| of the| for the)? {_CAPITAL}|(?:, {_CAPITAL})+,? and {_CAPITAL}){{1,8}}"
)
"""A run of words with a capital, and the small words inside a name."""


_KINDS = AGENCIES - {"intelligence"}


def _described(form: Form, register: Register) -> str | None:
    """*Ruritania's intelligence service*: the one longer name that has these words."""
    heads = form.own & _KINDS
    wanted = form.own - heads or form.own
    found: dict[frozenset[str], str] = {}
    for run, own in _runs(register):
        if own > wanted and len(own) > len(form.own) and (not heads or own & _KINDS):
            found.setdefault(own, run)
    if len(found) != 1:
        return None
    name = next(iter(found.values()))
    listed = offices().get(name.lower())
    if listed is not None:
        return listed[0] if listed[1] in {None, form.state} else None
    held = form_of(name)
    if held.state is not None:
        return name if held.state == form.state else None
    return f"{adjective(form.state or '')} {name}"


def _runs(register: Register) -> list[tuple[str, frozenset[str]]]:
    """The names of bodies that the text has, with the words under which they are compared."""
    if register.runs is None:
        runs = {_OPENING.sub("", match[0]) for match in _OFFICIAL.finditer(register.text)}
        register.runs = [(run, form_of(run).own) for run in sorted(runs)]
    return register.runs


_OPENING = re.compile(r"^(?:The|In|At|On|For|From|By|But|And|Its|Their|This|That|While|As) ")

_PANEL = re.compile(
    r"(?:(?:UN|U\.N\.|United Nations) )?(?P<name>(?:[Pp]anel|[Gg]roup) of [Ee]xperts on (?:the )?"
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
_PANEL_WORDS = vocabulary("nations panel group experts monitors sanctions unnamed")


def _panel(name: str, register: Register) -> str | None:
    """*A UN panel*, *UN experts*: the one panel of experts on a country that the text names."""
    words = set(_compared(name)) - LEFT_OUT
    panel = bool(words & {"panel", "experts", "monitors"}) and bool(words & {"nations", "panel"})
    whole = _PANEL.fullmatch(name)
    if not (whole or (panel and words <= _PANEL_WORDS)):
        return None
    known = {_titled(match["name"]) for match in _PANEL.finditer(register.text)}
    if len(known) != 1:
        return None
    ours = any(register.says(word) for word in ("UN ", "U.N. ", "United Nations", "Security Council"))
    return f"UN {known.pop()}" if ours else known.pop()


def _titled(name: str) -> str:
    """*Panel of Experts on X*, however the text writes it."""
    return name.replace("panel", "Panel").replace("group", "Group").replace("experts", "Experts")


def _firm(form: Form, others: Sequence[Form], register: Register) -> str | None:
    """*Orlo*: the one firm whose name goes on behind this word, as the text has it or as somebody speaks."""
    name = form.name
    if not name[0].isupper() or name.lower() in states() or name.lower() in register.cast.persons:
        return None
    longer = {each.name for each in others if each.name.startswith(f"{name} ")}
    longer |= {each for each in register.cast.firms if each.startswith(f"{name} ")}
    longer |= {
        each.name
        for each in register.mentions.met
        if each.kind == "organisation" and each.name.startswith(f"{name} ")
    }
    bare = {without_form(each, LEGAL_FORMS) for each in longer} - {name}
    bare = {
        each for each in bare if not any(other != each and other.startswith(f"{each} ") for other in bare)
    }
    if bare:
        return bare.pop() if len(bare) == 1 else None
    return _spelt_out(name, register)


def _spelt_out(name: str, register: Register) -> str | None:
    """*OTG*: the one body of the text whose initials these are."""
    if not (name.isupper() and name.isalpha() and 3 <= len(name) <= 6):
        return None
    found = {run for run, _ in _runs(register) if initials(run) == name}
    return found.pop() if len(found) == 1 else None


_OFFICE_OF = re.compile(
    r"(?:[A-Z][\w-]+ ){1,3}(?:(?:regional|public|district|federal|state|military|city|county) )*"
    r"[Pp]rosecutor(?:[’']s|s[’'])? [Oo]ffice"
)
_SERVICES = {
    "prosecutors": "prosecutor",
    "investigators": "investigator",
    "customs": "customs",
    "police": "police",
}


def _people_of(speaker: Speaker, named: Sequence[Speaker], register: Register) -> str | None:
    """*Prosecutors*, *investigators in X*, *Customs*: the one office or people that the text names."""
    bare = speaker.name.removesuffix(" (unnamed)").lower().split(" in ")[0]
    if bare not in _SERVICES or "(unnamed)" not in speaker.name:
        return None
    known = {_OPENING.sub("", match[0]) for match in _OFFICE_OF.finditer(register.text)}
    where = speaker.span.text.split(" in ")[-1] if speaker.span and " in " in speaker.span.text else ""
    if bare in {"prosecutors", "investigators"}:
        fit = {name for name in known if name.startswith(where or name[:1])}
        if len(fit) == 1 and (where or bare == "prosecutors"):
            return fit.pop()
    whose = {each.name for each in named if _is_of_one(each.name, bare)}
    if not whose:
        told = {match[0] for match in re.finditer(rf"[A-Z][a-z]+ {bare}\b", register.text)}
        whose = {name for name in told if name.split()[0].lower() in adjectives()}
    return whose.pop() if len(whose) == 1 and not where else None


def _of_renamed(name: str, found: Mapping[str, str]) -> str | None:
    """*Orlo lawyers (unnamed)*, where *Orlo* is *Orlo Motoren*."""
    opening = name.split()[0]
    fuller = found.get(opening)
    return name.replace(opening, fuller, 1) if fuller and "(unnamed)" in name else None


def _is_of_one(name: str, bare: str) -> bool:
    """*Serbian prosecutors*: the people under the one word that says whose they are."""
    parts = name.removesuffix(" (unnamed)").lower().split()
    return len(parts) == 2 and parts[1] == bare


def _without_town(speaker: Speaker, register: Register) -> str | None:
    """*Dubai's X Trading*: without the town, where the text says that it is one."""
    owner, mark, rest = speaker.name.replace("’", "'").partition("'s ")
    if speaker.kind != "organisation" or not mark or " " not in rest or " " in owner or not rest[0].isupper():
        return None
    return rest if register.says(f"in {owner}") or register.says(f"{owner}-based") else None


def _person(speaker: Speaker, register: Register) -> str | None:
    """*Hale*, *Van der Hale*: the one person of this last name whom the text names in full."""
    if speaker.kind not in {"person", "organisation"} or "(unnamed)" in speaker.name:
        return None
    if speaker.kind == "organisation" and speaker.name.lower() in offices():
        return None
    low = speaker.name.lower()
    known = {each.name for each in register.cast.persons.get(low.split()[-1], ())}
    known = {name for name in known if f" {low} " in f"{name.lower()} " and name != speaker.name}
    return known.pop() if len(known) == 1 else None


def _with(one: Statement, names: Mapping[str, str]) -> Statement:
    prop = evolve(one.prop, actor=_party(one.prop.actor, names), recipient=_party(one.prop.recipient, names))
    chain = tuple(evolve(each, name=names.get(each.name, each.name)) for each in one.chain)
    told = evolve(one, prop=prop, chain=chain)
    if one.source.name not in names:
        return told
    name = names[one.source.name]
    return said_by(told, evolve(one.source, name=name), (*_but(one.alt_sources, name), one.source.name))


def _party(held: Named | None, names: Mapping[str, str]) -> Named | None:
    return held if held is None else evolve(held, name=names.get(held.name, held.name))


def _but(names: Iterable[str], name: str) -> Iterator[str]:
    return (each for each in names if each != name)
