"""Those who are named in a text, in the first case of their names, and who was met so far.

*По словам Захаровой* names Захарова: the form is turned back by the name classes of ``declensions.csv``,
where the text itself shows which of several it is, by that. Whom a pronoun or *the diplomat* means is the
nearest one met who can be meant.

To add a way in which names decline: a row ``name m …`` or ``name f …`` in ``declensions.csv``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field, frozen

from sherd.claims.languages.tables import CASES, declensions, folded
from sherd.claims.parties import REACH
from sherd.model.statements import Speaker

NEARER = {
    "official": frozenset({"official", "minister", "president", "secretary", "deputy", "governor", "head"}),
    "diplomat": frozenset({"diplomat", "ambassador", "minister", "spokesman", "spokeswoman"}),
    "politician": frozenset({"politician", "minister", "president", "lawmaker"}),
    "businessman": frozenset({"businessman", "director"}),
    "analyst": frozenset({"analyst", "expert", "researcher"}),
    "expert": frozenset({"analyst", "expert", "researcher"}),
}
"""Whom such a noun means before it means just anybody who was named last."""

GENERIC = frozenset(
    {
        "diplomat",
        "official",
        "officer",
        "businessman",
        "expert",
        "analyst",
        "lawmaker",
        "representative",
        "politician",
    }
)
"""Nouns by which the news calls again somebody whom it has named: *the diplomat added*."""


@frozen
class Someone:
    """Somebody who can speak. ``noun`` is the English noun of their part, ``gender`` m, f or empty."""

    speaker: Speaker
    noun: str = ""
    gender: str = ""
    plural: bool = False
    state: str | None = None
    """The state that they belong to."""
    words: frozenset[str] = frozenset()
    """The folded words by which the text introduced them."""
    region: str | None = None
    """*European*, *Western*: where no state is told."""

    @property
    def is_person(self) -> bool:
        """Whether *he* or *she* can mean them."""
        speaks_for = self.noun in {"spokesman", "spokeswoman", "representative", "head"}
        told = self.speaker.kind in {"person", "anonymous", "anonymous_official"}
        return not self.plural and (told or speaks_for)


def as_outlet(someone: Someone) -> Someone:
    """Somebody who passes on what others say, as the outlet that they then are."""
    if someone.speaker.kind not in {"organisation", "person"} or someone.speaker.on_behalf_of or someone.noun:
        return someone
    return evolve(someone, speaker=evolve(someone.speaker, kind="outlet"))


def nominatives(language: str, word: str, case: str) -> Iterator[tuple[str, str]]:
    """What the first case of a name in this case can be, each with its gender, the likeliest first.

    >>> list(nominatives("ru", "Захаровой", "genitive"))[0]
    ('Захарова', 'f')
    """
    if case == "nominative":
        yield word, ""
        return
    low = word.lower()
    classes = [(name, endings) for name, endings in declensions(language).items() if name.startswith("name ")]
    for name, endings in classes:
        for ending in endings[case]:
            if ending and low.endswith(ending) and len(word) > len(ending) + 1:
                yield word[: len(word) - len(ending)] + endings["nominative"][0], name.split()[1]


@define
class Cast:
    """Who is met in a text, the latest last, and every name that it writes."""

    language: str
    written: set[str] = field(factory=set)
    """Every word of the text that is written with a capital inside a sentence."""
    met: deque[Someone] = field(factory=lambda: deque(maxlen=REACH))
    full: dict[str, str] = field(factory=dict)
    """Names of two words that the text writes, by the second."""
    renamed: dict[str, Someone] = field(factory=dict)
    """Holders of an office who were named only afterwards."""
    heard: Someone | None = None
    """Who spoke last in this paragraph."""

    def note(self, someone: Someone) -> Someone:
        """Remember who speaks; a name behind an office without one is taken for its holder's."""
        known = self._known(someone)
        last = self.met[-1] if self.met else None
        unnamed = (
            last is not None and last.noun in {"spokesman", "spokeswoman"} and last.speaker.kind != "person"
        )
        if unnamed and last and known.speaker.kind == "person" and not known.speaker.role and not known.state:
            known = evolve(
                known,
                speaker=evolve(
                    known.speaker, role=" ".join(sorted(last.words)) or None, on_behalf_of=last.state
                ),
                state=last.state,
                noun=last.noun,
            )
            self.renamed[last.speaker.span.text if last.speaker.span else last.speaker.name] = known
        self.met.append(known)
        self.heard = known
        return known

    def notice(self, someone: Someone) -> None:
        """Remember somebody who is only spoken of; *the ministry* or *the company* may mean them."""
        self.met.append(self._known(someone))

    def _known(self, someone: Someone) -> Someone:
        """With what the text has told of them before."""
        if someone.speaker.kind != "person":
            return someone
        for other in reversed(self.met):
            if other.speaker.name == someone.speaker.name and other.speaker.kind == "person":
                role = someone.speaker.role or other.speaker.role
                state = someone.state or other.state
                behalf = someone.speaker.on_behalf_of or other.speaker.on_behalf_of
                speaker = evolve(someone.speaker, role=role, on_behalf_of=behalf)
                return evolve(
                    someone,
                    speaker=speaker,
                    state=state,
                    noun=someone.noun or other.noun,
                    gender=someone.gender or other.gender,
                )
        return someone

    def nominative(self, words: Sequence[str], case: str) -> tuple[str, str]:
        """A name in the first case, and the gender that its form tells."""
        if case == "nominative" or not words:
            return " ".join(words), ""
        best: tuple[int, str, str] | None = None
        for gender in ("m", "f"):
            made, score = [], 0
            for word in words:
                some = [name for name, sex in nominatives(self.language, word, case) if sex == gender]
                shown = next((name for name in some if folded(name) in self.written), None)
                score += 3 if shown else 1 if some else 0
                made.append(shown or (some[0] if some else word))
            if best is None or score > best[0]:
                best = (score, " ".join(made), gender)
        assert best is not None
        return (best[1], best[2]) if best[0] else (" ".join(words), "")

    def by_surname(self, word: str) -> Someone | None:
        """Somebody met whose name ends in this word, in whatever case it stands here."""
        low = folded(word)
        for someone in reversed(self.met):
            if someone.speaker.kind != "person" or not someone.speaker.name:
                continue
            first, last = (folded(someone.speaker.name.split()[n]) for n in (0, -1))
            if low == last or (low == first and someone.speaker.name.count(" ")):
                return someone
            for case in CASES[1:]:
                if any(folded(name) == last for name, _ in nominatives(self.language, word, case)):
                    return someone
        return None

    def write_down(self, first: str, second: str) -> None:
        """Keep a whole name; one that can only be in the instrumental is turned back."""
        classes = [
            ends
            for name, ends in declensions(self.language).items()
            if name in {"name f 6", "name f 8"} or name.endswith(" 9")
        ]
        by = {end for ends in classes for end in ends["instrumental"] if end}
        case = "instrumental" if first.lower().endswith(tuple(by)) and len(first) > 4 else "nominative"
        name = self.nominative((first, second), case)[0]
        self.full.setdefault(folded(name.split()[-1]), name)

    def full_name(self, word: str, case: str) -> str | None:
        """The whole name of somebody whom the text calls by the second word of it."""
        forms = [word, *(name for name, _ in nominatives(self.language, word, case))]
        return next((self.full[folded(form)] for form in forms if folded(form) in self.full), None)

    def by_part_of_name(self, name: str) -> Someone | None:
        """The body met whose longer name holds these words."""
        low = f" {folded(name)} "
        bodies = (one for one in reversed(self.met) if one.speaker.kind in {"organisation", "outlet"})
        return next((one for one in bodies if low in f" {folded(one.speaker.name)} "), None)

    def by_pronoun(self, pronoun: str) -> Someone | None:
        """Whom *he*, *she* or *they* means."""
        wrong = {"he": "f", "she": "m"}.get(pronoun, "")
        if pronoun in {"he", "she", "i"}:
            able = [one for one in self.met if one.is_person and (not wrong or one.gender != wrong)]
            if pronoun == "she" and (sure := [one for one in able if one.gender == "f"]):
                able = sure
            able = able or [one for one in self.met if one.speaker.kind in {"outlet", "organisation"}]
        else:
            able = [one for one in self.met if one.plural] or [
                one for one in self.met if one.speaker.kind in {"organisation", "state"}
            ]
        return able[-1] if able else None

    def by_noun(self, noun: str, plural: bool) -> Someone | None:
        """Whom *the minister* or *the experts* means; nobody where none met can be meant."""
        for someone in reversed(self.met):
            if someone.noun == noun and (someone.plural == plural or plural):
                return someone
        if not plural and noun in GENERIC:
            people = [one for one in reversed(self.met) if one.is_person]
            nearer = NEARER.get(noun, frozenset())
            return next((one for one in people if one.noun in nearer), people[0] if people else None)
        if noun == "source":
            return next((one for one in reversed(self.met) if one.speaker.kind.startswith("anonymous")), None)
        if noun in {"author", "expert", "researcher", "investigator", "analyst"} and plural:
            return next(
                (one for one in reversed(self.met) if one.speaker.kind in {"organisation", "document"}), None
            )
        if noun == "journalist":
            return self.by_kind("outlet")
        return None

    def by_kind(self, *kinds: str) -> Someone | None:
        """The last one met of a kind: *the company*, *the agency*, *the ministry*."""
        return next((one for one in reversed(self.met) if one.speaker.kind in kinds), None)
