"""Where the words that name a speaker end, and which of them are a name.

Heads are the nouns that the tables know for those who speak; a name is what no table knows, behind an
office or with a capital. *A source in British intelligence* goes on over its preposition.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from sherd.claims.languages.lines import COMMAS, Line, Token
from sherd.claims.languages.people import Cast
from sherd.claims.quotes import MARKS

LONGEST = 16
"""Words of a speaker with their office, at most."""

HEADS = ("role", "office", "body", "firm", "outlet", "outlet name", "document", "people")
KNOWN = (
    *HEADS,
    "state",
    "adjective",
    "region",
    "part",
    "former",
    "senior",
    "this",
    "one",
    "pronoun",
    "lead",
)
NO_NAME = (
    "adverb",
    "thing",
    "determiner",
    "number",
    "month",
    "iranian month",
    "noun",
    "verb",
    "finite",
    "object",
    "told",
)


@define
class Stretches:
    """The words of one sentence that can name a speaker."""

    line: Line
    cast: Cast
    capitals: bool = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.capitals = self.line.lexicon.grammar.capitals

    # ------------------------------------------------------------ where the words end

    def end(self, first: int, last: int) -> int:
        """Where the words that name a speaker end, from ``first`` on."""
        line, at = self.line, first
        subject = line.at(first, "pronoun")
        if subject is not None and subject.sense.note == "subject":
            return min(subject.end, last)
        while at < min(last, first + LONGEST):
            token = line.tokens[at]
            if not token.is_word:
                closing = self._name_in_marks(at, last)
                if closing is None:
                    break
                at = closing
                if not self.capitals or self._new_phrase(at, last):
                    break
                continue
            if at > first and self._stops(first, at):
                break
            found = line.at(at, *HEADS, "state", "adjective", "one")
            at = max(at + 1, found.end if found else 0)
        return min(at, last)

    def _new_phrase(self, at: int, last: int) -> bool:
        """*In the works “X” the making of P they denied*: a word behind the name that names nobody."""
        line = self.line
        small = at < last and line.tokens[at].is_word and not line.tokens[at].is_name
        return small and line.at(at, *KNOWN, "off", "and") is None

    def _name_in_marks(self, at: int, last: int) -> int | None:
        """Behind a name in quotation marks that opens here; None where a sign ends the words."""
        line = self.line
        if line.tokens[at].text not in MARKS or at + 1 >= last or line.tokens[at + 1].quote < 0:
            return None
        close = at + 1
        while close < last and line.tokens[close].quote == line.tokens[at + 1].quote:
            close += 1
        return min(close + 1, last) if close - at <= 5 else None

    def _stops(self, first: int, at: int) -> bool:
        line = self.line
        if line.at(at, "inside") is not None or self._particle(at):
            return False
        if line.at(at, "one") is not None and at == first:
            return False
        if line.at(at, "told") is not None:
            return True
        if self._part_of_name(at):
            return False
        if self._behind_a_name(at):
            return True
        if line.at(at, "off") is not None:
            return not (self._goes_on(first, at) or self._of_field(first, at))
        if (
            line.at(at, "which", "that", "not", "and", "object", "determiner", "report", "negative")
            is not None
        ):
            return True
        if line.at(at, "adverb", "lead", "day", "weekday") is not None and line.at(at, *HEADS) is None:
            return True
        if line.at(at, "say", "deny", "urge", "call", "rebuke", "silent", "relay", "accuse") is not None:
            return not self._suspect(at)
        if not self.capitals and line.at(at, "this") and self._told_whose(first, at):
            return True
        opening = None if self.capitals else line.at(first, "state")
        if opening is not None and opening.end == at:
            return True
        if line.at(at, *HEADS, "state", "adjective", "region", "part") is not None:
            return False
        if line.at(at, "pronoun") is not None:
            return line.at(at + 1, *HEADS) is None
        if self.capitals:
            return not line.tokens[at].is_name and is_finite(line, at)
        return line.at(at, "noun", "verb", "finite") is not None

    def _behind_a_name(self, at: int) -> bool:
        """*The minister X Y flew*: a word that no table knows, written small behind two names."""
        line = self.line
        small = self.capitals and line.tokens[at].is_word and not line.tokens[at].is_name
        return small and at > 1 and self.two_names(at - 2) and line.at(at, *KNOWN, "off", "and") is None

    def _told_whose(self, first: int, at: int) -> bool:
        """*The ministry of X this point*: the state closes the office, and another noun begins."""
        return any(found.end == at for found in self.line.every(first, at, "state"))

    def _part_of_name(self, at: int) -> bool:
        """*the institute for science and security*: a joining word between two words of an office's name."""
        line = self.line
        if line.at(at, "and") is None or at + 1 >= len(line.tokens):
            return False
        if not self.capitals:
            return line.at(at - 1, "part") is not None and line.at(at + 1, "part") is not None
        if line.tokens[at + 1].is_name or line.at(at + 1, *HEADS, "pronoun") or is_finite(line, at + 1):
            return False
        opened = next((n for n in range(max(0, at - 4), at) if line.at(n, "firm", "office")), None)
        ahead = range(at + 2, min(at + 5, len(line.tokens)))
        named = any(self.two_names(n) or line.at(n, "say", "deny") for n in ahead)
        return opened is not None and named and not any(is_finite(line, n) for n in range(opened, at))

    def _suspect(self, at: int) -> bool:
        """*counsel for the accused X Y*: a participle of a verb of accusing, as a noun before a name."""
        line = self.line
        participle = line.lows[at].endswith(line.lexicon.endings("participle"))
        return self.capitals and line.at(at, "accuse") is not None and participle and self.two_names(at + 1)

    def _goes_on(self, first: int, at: int) -> bool:
        """*a source in British intelligence*: a place that is part of an office."""
        line = self.line
        role = next(line.every(first, at, "role"), None)
        if role is None or any(token.is_name for token in line.tokens[role.end : at]) or not self.capitals:
            return False
        if line.at(at, "from") is not None and line.at(at + 1, "state") is not None:
            return True  # *an official from X*
        after = next(
            (n for n in range(at + 1, min(at + 4, len(line.tokens))) if line.at(n, "office", "body")), None
        )
        return after is not None and role.sense.meaning in {
            "source",
            "employee",
            "official",
            "representative",
            "officer",
        }

    def _of_field(self, first: int, at: int) -> bool:
        """*an expert on arms, X Y*, *the envoy to Z at W, X Y*: a role with field and seat, before a name."""
        line = self.line
        role = next(line.every(first, at, "role"), None)
        if role is None or not self.capitals or any(self._is_name(n) for n in range(role.end, at)):
            return False
        ahead = at + 1
        while ahead < min(at + 9, len(line.tokens)) and not self.two_names(ahead):
            if not line.tokens[ahead].is_word or line.at(ahead, "say", "deny", "told", "that", "which"):
                return False
            ahead += 1
        return self.two_names(ahead)

    def two_names(self, at: int) -> bool:
        """Whether two words that no table knows stand here, each with a capital."""
        return at + 1 < len(self.line.tokens) and self._is_name(at) and self._is_name(at + 1)

    def whole_names(self) -> Iterator[tuple[Token, Token]]:
        """Every two words that are a name by themselves, with no third beside them."""
        tokens = self.line.tokens
        for at in range(len(tokens) - 1):
            beside = (n for n in (at - 1, at + 2) if 0 <= n < len(tokens))
            if self.two_names(at) and not any(tokens[n].is_name and not self._is_initials(n) for n in beside):
                yield tokens[at], tokens[at + 1]

    def all_names(self, first: int, last: int) -> bool:
        """Whether every word there is one that no table knows."""
        return all(self._is_name(n) for n in range(first, last))

    def _particle(self, at: int) -> bool:
        """*X von Y*: a small word inside a name."""
        line = self.line
        inside = 0 < at < len(line.tokens) - 1 and line.at(at, "particle") is not None
        return inside and line.tokens[at - 1].is_name and line.tokens[at + 1].is_name

    # ------------------------------------------------------------ names

    def _name(self, first: int, last: int) -> tuple[int, int]:
        """The words of a person's name: the last ones, or the first ones, that no table knows."""
        line = self.line
        end = last
        while end > first and line.tokens[end - 1].quote >= 0 and not self._whole_is_quoted(first, last):
            end -= 1
        at = end
        while at > first and self._is_name(at - 1) and not self._other_script(at - 1, end):
            at -= 1
        if end - at >= 3 and line.at(at - 1, "off") is not None:
            at += 1  # *an analyst from A X Y*
        if end - at == 3 and line.at(at - 1, "firm") is not None and line.at(first, "role") is not None:
            at += 1  # *analyst of the institute of Z X Y*
        while self._particle(at - 1) and at - 2 >= first and self._is_name(at - 2):
            at -= 2
        initials = [n for n in range(at, end - 1) if self._is_initials(n)]
        if initials and not self._is_initials(end - 1) and not line.tokens[end - 1].text.isascii():
            at = initials[-1] + 1  # of a body that the office is in: *director of the DBR X Y*
        comma = next((n for n in range(first + 1, last) if line.tokens[n].text in COMMAS), None)
        if comma is not None and not self.capitals and self.all_names(first, comma):
            return first, comma  # *X Y, spokesman of Z*
        if at < end:
            return at, end
        if self.capitals:
            return end, end
        ahead = first
        while ahead < last and (rank := line.at(ahead, "role")) is not None:
            ahead = rank.end
        close = ahead
        while close < last and self._is_name(close):
            close += 1
        return ahead, close

    def _other_script(self, at: int, end: int) -> bool:
        """*the director of Hana Motion Х У*: a firm's name in other letters than the person's."""
        name = self.line.tokens[end - 1].text
        return self.line.tokens[at].text.isascii() and not name.isascii() and self.capitals

    def _is_initials(self, at: int) -> bool:
        text = self.line.tokens[at].text
        return len(text) > 1 and text.isalpha() and text.isupper()

    def _whole_is_quoted(self, first: int, last: int) -> bool:
        return all(token.quote >= 0 for token in self.line.tokens[first:last])

    def _is_name(self, at: int) -> bool:
        line, token = self.line, self.line.tokens[at]
        if not token.is_word or token.quote >= 0 or (self.capitals and not token.is_name):
            return False
        if token.text[0].isdigit():
            return False
        spanning = (line.at(back, *KNOWN) for back in range(max(0, at - 3), at))
        inside = any(found is not None and found.end > at for found in spanning)
        if self._is_surname(at):
            return True
        if inside or line.at(at, *KNOWN, "off", "and") is not None:
            return False
        if not self.capitals:
            return line.at(at, *NO_NAME) is None
        opens = at == 0 or line.tokens[at - 1].text in MARKS
        known = token.low in self.cast.written or self._named_behind(at) or self._before_cue(at)
        return token.is_name and (not opens or known)

    def _before_cue(self, at: int) -> bool:
        """*Peskov noted*: a word that no table knows, right before a verb of saying."""
        line = self.line
        told = line.at(at + 1, "say", "deny", "urge", "call", "accuse", "silent", "rebuke") is not None
        return told and not line.senses[at] and len(line.lows[at]) > 3

    def _is_surname(self, at: int) -> bool:
        """*Oksana Litovska*: the adjective of a state that is written as a name behind a name."""
        line = self.line
        adjective = (
            self.capitals and at > 0 and line.at(at, "adjective") is not None and line.tokens[at].is_name
        )
        before = line.tokens[at - 1]
        return adjective and before.is_name and before.is_word and line.at(at - 1, *KNOWN) is None

    def _named_behind(self, at: int) -> bool:
        following = self.line.tokens[at + 1] if at + 1 < len(self.line.tokens) else None
        return following is not None and following.is_name and self.line.at(at + 1, *KNOWN) is None


def is_finite(line: Line, at: int) -> bool:
    """Whether a word is a verb of a clause by itself, by its ending or as a word of its own."""
    if at >= len(line.tokens):
        return False
    if line.at(at, "finite") is not None:
        return True
    if (
        line.at(
            at, *HEADS, "thing", "noun", "adverb", "lead", "off", "adjective", "state", "plain", "no verb"
        )
        is not None
    ):
        return False
    if line.lexicon.grammar.capitals and at and line.tokens[at].is_name:
        return False
    low, lexicon = line.lows[at], line.lexicon
    if len(low) <= 3 or low.endswith(lexicon.endings("no verb")):
        return False
    return low.endswith(lexicon.endings("verbend"))
