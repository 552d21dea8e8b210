"""What the words of a speaker are made of: state, office, role, firm, name, and what tells them apart."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve

from sherd.claims.languages.lines import Found, Line


@define
class Parts:
    """What the words of a speaker are made of."""

    state: str | None
    only_state: bool
    region: str | None
    role: Found | None
    office: Found | None
    body: Found | None
    firm: Found | None
    outlet: Found | None
    outlet_name: Found | None
    document: Found | None
    quoted: str
    name: Sequence[str]
    role_words: str
    plural: bool
    definite: bool
    indefinite: bool
    senior: str
    owned: bool
    """Whether the office is *its* or *their*."""
    single: bool
    """Whether it is one noun alone, but for *this*."""

    @classmethod
    def of(cls, line: Line, first: int, last: int, name: tuple[int, int]) -> Parts:
        """What the words ``[first, last)`` are made of; ``name`` are those of a person's name."""

        def one(*kinds: str) -> Found | None:
            return next((f for f in line.every(first, last, *kinds) if line.tokens[f.start].quote < 0), None)

        whose = line.every(first, last, "state", "people", "adjective")
        inside = range(*name)  # a surname may be an adjective of a state
        told = next((f for f in whose if f.start not in inside and line.tokens[f.start].quote < 0), None)
        quoted = [n for n in range(first, last) if line.tokens[n].quote >= 0 and line.tokens[n].is_word]
        count = sum(token.is_word for token in line.tokens[first:last])
        one_of = one("one")
        role = one("role")

        def beside(kind: str) -> Found | None:
            """One that is no part of the role: *the head of government* is a minister."""
            some = line.every(first, last, kind)
            free = (f for f in some if role is None or not role.start <= f.start < role.end)
            return next((f for f in free if line.tokens[f.start].quote < 0), None)

        region = one("region")
        senior = one("senior")
        return cls(
            told.sense.meaning if told and told.sense.kind != "people" else "Russia" if told else None,
            told is not None and told.end - told.start >= count - 1,
            region.sense.meaning if region else None,
            role,
            beside("office"),
            one("body"),
            beside("firm"),
            one("outlet"),
            one("outlet name") or _quoted_outlet(line, quoted),
            one("document"),
            line.words(quoted[0], quoted[-1] + 1) if quoted else "",
            [token.text for token in line.tokens[name[0] : name[1]]],
            line.words(first, name[0])
            if name[0] > first
            else line.words(name[1], last)
            if name[1] < last
            else "",
            _plural(line, role, one_of),
            one("this") is not None or one("pronoun") is not None,
            one_of is not None or one("former") is not None,
            senior.sense.meaning if senior else "",
            one("pronoun") is not None,
            count - sum(one(kind) is not None for kind in ("this", "pronoun", "document", "former")) == 1,
        )

    def without_owner(self) -> Parts:
        """*the office of the prosecutor general*: whose the office is, is part of what it is called."""
        if self.role is None or self.office is None or self.name or self.office.end > self.role.start:
            return self
        return evolve(self, role=None, role_words="", plural=False)


def _plural(line: Line, role: Found | None, one_of: Found | None) -> bool:
    """Whether several speak: *one of the diplomats* is one, *three officials* are several in any language."""
    if one_of is not None and one_of.sense.meaning == "single":
        return False
    if role is not None and role.start and line.at(role.start - 1, "number") is not None:
        return True
    counted = one_of is not None and not line.lexicon.grammar.capitals
    return role is not None and (counted or _is_plural(line, role))


def _quoted_outlet(line: Line, quoted: Sequence[int]) -> Found | None:
    return line.at(quoted[0], "outlet name") if quoted else None


def _is_plural(line: Line, role: Found | None) -> bool:
    """Whether the noun stands for several: by its ending, as the rows ``plural`` of the words tell."""
    if role is None:
        return False
    return line.lows[role.end - 1].endswith(line.lexicon.endings("plural"))
