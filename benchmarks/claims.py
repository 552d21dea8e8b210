"""How well claims are read: any folder of annotated articles, and how fast a thousand articles are.

``python benchmarks/claims.py FOLDER…`` looks in each folder for ``NAME.txt`` beside ``NAME_claims.jsonl``
(the published schema); ``NAME.json`` may give the day of publication. A statement matches an annotated claim
when their words agree (token F1 of at least .5), and polarity and source agree; sources in ``alt_sources``
count. Pairs are one to one. Precision against a list of key claims is a lower bound: *in sentences with a
claim* leaves out statements from sentences in which nothing is annotated. Intervals are Wilson's, 95 %.

``--show`` lists what was missed and what was read without being annotated. ``--speed N`` times N articles of
600 words on one core. Without a folder, the project's own texts are measured and a thousand articles timed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from datetime import date
from hashlib import sha256
from math import sqrt
from pathlib import Path

from attrs import define, field

from sherd.claims.lexicon import adjectives, states, vocabulary
from sherd.claims.offices import offices
from sherd.claims.sentences import paragraphs, sentences
from sherd.model.articles import Article
from sherd.model.statement_lines import of_lines
from sherd.model.statements import Named, Statement, Thing
from sherd.readers.article import language_of
from sherd.services.claims import propose

SLOTS = ("actor", "action", "object", "recipient")
"""The roles of a proposition that are compared where the words of two claims are the same."""

ENOUGH = 0.5
"""Token F1 from which two passages are the same claim."""

SAME = {
    "un": "united nations", "eu": "european union", "defense": "defence",
    "organization": "organisation", "centre": "center",
}  # fmt: skip
"""Spellings and initials of one name; whole names of bodies are those of the shipped tables."""

LEFT_OUT = vocabulary("the a an of and s inc ltd llc gmbh spa ag corp sa nv bv ab oy kg plc dr mr mrs ms sir")
"""Words that do not tell one name from another: articles and *and*, legal forms, forms of address."""


@define
class Tally:
    """Counts over one or more articles."""

    gold: Counter[str] = field(factory=Counter)
    found: Counter[str] = field(factory=Counter)
    by_span: Counter[str] = field(factory=Counter)
    read: int = 0
    read_near: int = 0
    right: int = 0
    right_span: int = 0
    spans: int = 0
    polarity: list[int] = field(factory=lambda: [0, 0])
    denials: list[int] = field(factory=lambda: [0, 0])
    denied_as_asserted: int = 0
    slots: dict[str, list[int]] = field(factory=lambda: {slot: [0, 0] for slot in SLOTS})
    made_up: int = 0
    misquoted: int = 0


def main() -> None:
    """Print the figures of every folder named."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--speed", type=int, metavar="N")
    options = parser.parse_args()
    if not options.folders:
        here = Path(__file__).resolve().parents[1] / "tests" / "cases" / "claims"
        options.folders, options.speed = [here / "tuned", here / "held_out"], options.speed or 1000
    for folder in options.folders:
        paths = sorted(folder.rglob("*_claims.jsonl"))
        if not paths:
            sys.exit(f"{folder} holds no NAME_claims.jsonl")
        tally = Tally()
        for path in paths:
            _score(path, tally, options.show)
        _tell(folder, len(paths), tally)
    if options.speed:
        _speed(options.speed, options.folders)


def article_of(path: Path) -> Article:
    """The article beside its annotation."""
    text = path.with_name(path.name.replace("_claims.jsonl", ".txt"))
    beside = text.with_suffix(".json")
    known = json.loads(beside.read_text("utf-8")) if beside.exists() else {}
    content = text.read_bytes()
    published = date.fromisoformat(known["published"]) if known.get("published") else None
    return Article(
        name=text.name,
        sha256=sha256(content).hexdigest(),
        text=content.decode(),
        published=published,
        language=language_of(content.decode()),
    )


def read(article: Article) -> tuple[Statement, ...]:
    """The statements of an article, read as the language that it is written in."""
    return propose(article)[0]


def annotated(path: Path) -> list[Statement]:
    """The annotated claims of an article. Dates are not compared, so that any notation of them is let be."""
    lines = path.read_text("utf-8").splitlines()
    plain = [
        json.loads(line) | {"event_time": None, "statement_date": None} for line in lines if line.strip()
    ]
    return list(of_lines([json.dumps(each) for each in plain]))


def _score(path: Path, tally: Tally, show: bool) -> None:
    article = article_of(path)
    gold = annotated(path)
    statements = read(article)
    tally.misquoted += sum(len(said.misquoted(article.text)) for said in statements)
    tally.spans += sum(1 for said in statements for _ in said.passages())
    own = [said for said in statements if said.level in {"core", "secondary"}]
    wanted = [claim for claim in gold if claim.level in {"core", "secondary"}]
    near = _near(article.text, gold)
    pairs = _pairs(wanted, own, full=True)
    spans = _pairs(wanted, own, full=False)
    matched, touched = {id(b) for _, b in pairs}, {id(b) for _, b in spans}
    for claim in wanted:
        tally.gold[claim.level] += 1
    for claim, _ in pairs:
        tally.found[claim.level] += 1
    for claim, said in spans:
        tally.by_span[claim.level] += 1
        _compare(claim, said, tally)
    tally.read += len(own)
    tally.read_near += sum(1 for said in own if any(a <= said.content.start < b for a, b in near))
    tally.right += len(matched)
    tally.right_span += len(touched)
    if show:
        _show(path, wanted, own, pairs, spans)


def _pairs(gold: list[Statement], own: list[Statement], full: bool) -> list[tuple[Statement, Statement]]:
    scored = [
        (token_f1(claim.content.text, said.content.text), agrees(claim, said), number, at)
        for number, claim in enumerate(gold)
        for at, said in enumerate(own)
        if abs(claim.content.start - said.content.start) < 2000
    ]
    scored = [each for each in scored if each[0] >= ENOUGH and (each[1] or not full)]
    taken_gold: set[int] = set()
    taken_own: set[int] = set()
    found = []
    for _, _, number, at in sorted(scored, key=lambda each: (-each[0], not each[1], each[2], each[3])):
        if number not in taken_gold and at not in taken_own:
            taken_gold.add(number)
            taken_own.add(at)
            found.append((gold[number], own[at]))
    return found


def token_f1(a: str, b: str) -> float:
    """How far two passages share their words."""
    one, other = Counter(re.findall(r"\w+", a.lower())), Counter(re.findall(r"\w+", b.lower()))
    shared = sum((one & other).values())
    return 2 * shared / (sum(one.values()) + sum(other.values())) if shared else 0.0


def agrees(claim: Statement, said: Statement) -> bool:
    """Whether polarity and source are those of the annotation."""
    names = (claim.source.name, *claim.alt_sources)
    behalf = said.source.on_behalf_of or ""
    return claim.polarity == said.polarity and any(same(name, said.source.name, behalf) for name in names)


def same(one: str, other: str, behalf: str = "") -> bool:
    """Whether two names are one party's: the same words but for order, articles, legal forms and titles.

    The state that a body belongs to may be said or left out (*the air force*, *the Norwegian air force*);
    ``behalf`` is for whom the second speaks. Somebody unnamed, or named by a common noun (*Norwegian
    prosecutors*), has no name to compare: the noun and whose they are must agree, and one label hold all
    words of the other (*a senior US official*, *the American official*).
    """
    if words_of(one) == words_of(other):
        return True
    if behalf and words_of(one) ^ words_of(other) == words_of(behalf):
        return True
    if not (_is_described(one) and _is_described(other)):
        return False
    if _noun(one) != _noun(other) or _whose(one) != (_whose(other) or _states_in(behalf)):
        return False
    a, b, said = _singular(words_of(one)), words_of(other) | words_of(behalf), _singular(words_of(other))
    return a <= _singular(b) or said <= a


def _is_described(name: str) -> bool:
    """Whether a label is no name but a description: its noun has a small letter."""
    return "(unnamed)" in name or _PHRASE.split(name)[0].split()[-1:][0][:1].islower()


def _whose(name: str) -> frozenset[str]:
    """The states before the noun (*the Norwegian envoy to Chad*), else those behind it."""
    return _states_in(_PHRASE.split(name)[0]) or _states_in(name)


def _singular(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in words)


_INITIALS = re.compile(r"\b(\w)\.(?=\w\b)")
"""The stop inside initials, so that *U.S.* and *US* are one word."""


def words_of(name: str) -> frozenset[str]:
    """The words of a name that tell it from others; every word for a state or its people as the state."""
    name = re.sub(r"(?<=\w) \([A-Z][A-Za-z]*[A-Z]\)$", "", name)  # *Harbour Watch Group (HWG)*
    bare = re.sub(r"\(unnamed\)|[’']s\b|[’']$", " ", name.lower())
    whole = " ".join(re.findall(r"[\w.-]+", bare)).removeprefix("the ")
    if state := states().get(whole):
        return frozenset(state.name.lower().split())
    if office := offices().get(whole):
        whole = office.name.lower()
    found: list[str] = []
    bare_words = (_INITIALS.sub(r"\1", word).strip(".") for word in whole.split())
    words = [SAME.get(word, word) for word in bare_words]
    at = 0
    while at < len(words):
        size = next((n for n in (2, 1) if _people(" ".join(words[at : at + n]))), 0)
        found += (_people(" ".join(words[at : at + size])) if size else words[at]).lower().split()
        at += size or 1
    foreign = {"affairs"} if "foreign" in found else set[str]()  # *Ministry of Foreign Affairs*
    return frozenset(found) - LEFT_OUT - foreign


def _people(words: str) -> str:
    """The state of a people's name or of a state's own; capitals stand for a state only as a whole name."""
    state = states().get(words)
    own = state is not None and (words in adjectives() or words == state.name.lower() or len(words) < 5)
    return state.name if state is not None and own else ""


_PHRASE = re.compile(r" (?:in|at|from|of|for|with|familiar|close|on|to|who|that)\b")


def _noun(name: str) -> str:
    head = _PHRASE.split(name.replace(" (unnamed)", ""))[0]
    return head.split()[-1].lower().rstrip("s")


def _states_in(name: str) -> frozenset[str]:
    low = re.findall(r"[\w.-]+", name.lower())
    pairs = [" ".join(low[at : at + size]) for size in (1, 2) for at in range(len(low))]
    return frozenset(states()[each].name for each in pairs if each in states())


def same_party(wanted: Named | Thing | None, got: Named | Thing | None) -> bool:
    """Whether a role is filled alike: the same name; of a common noun, overlapping words with one head."""
    if wanted is None or got is None:
        return False
    if same(wanted.name, got.name):
        return True
    head = _PHRASE.split(wanted.name)[0].split() or [""]
    if wanted.span is None or got.span is None or head[-1][:1].isupper():
        return False
    overlap = wanted.span.start < got.span.end and got.span.start < wanted.span.end
    return overlap and _noun(wanted.name) == _noun(got.name)


def _compare(claim: Statement, said: Statement, tally: Tally) -> None:
    tally.polarity[1] += 1
    tally.polarity[0] += claim.polarity == said.polarity
    if claim.polarity == "deny":
        tally.denials[1] += 1
        tally.denials[0] += said.polarity == "deny"
        tally.denied_as_asserted += claim.act == "deny" and said.polarity == "assert"
    for slot, counts in tally.slots.items():
        wanted, got = getattr(claim.prop, slot), getattr(said.prop, slot)
        if wanted is None:
            tally.made_up += got is not None and slot == "actor"
            continue
        counts[1] += 1
        counts[0] += wanted == got if isinstance(wanted, str) else same_party(wanted, got)


def _near(text: str, gold: list[Statement]) -> list[tuple[int, int]]:
    """The sentences in which something is annotated."""
    found = [(s.start, s.end) for line in paragraphs(text) for s in sentences(text, line, ())]
    return [(a, b) for a, b in found if any(c.content.start < b and a < c.content.end for c in gold)]


def _show(
    path: Path,
    wanted: list[Statement],
    own: list[Statement],
    pairs: list[tuple[Statement, Statement]],
    spans: list[tuple[Statement, Statement]],
) -> None:
    matched = {claim.id for claim, _ in pairs}
    told = {claim.id: said for claim, said in spans}
    used = {id(said) for _, said in [*pairs, *spans]}
    print(f"== {path.name}")
    for claim, said in spans:
        for slot in SLOTS:
            had, got = getattr(claim.prop, slot), getattr(said.prop, slot)
            right = had == got if isinstance(had, str) else had is None or same_party(had, got)
            if not right:
                names = [each if isinstance(each, str) else each.name if each else "" for each in (had, got)]
                print(f"  {slot:9} {names[0]!r}, read {names[1]!r}: «{said.content.text}»")
    for claim in wanted:
        if claim.id not in matched:
            said = told.get(claim.id)
            other = f" | read [{said.source.name}] {said.polarity} «{said.content.text}»" if said else ""
            print(
                f"  missed {claim.level} [{claim.source.name}] {claim.polarity} «{claim.content.text}»{other}"
            )
    for said in own:
        if id(said) not in used:
            print(f"  beside [{said.source.name}] {said.polarity} {said.mode} «{said.content.text}»")


def wilson(right: int, of: int, z: float = 1.959964) -> str:
    """A share with its 95 % interval (Wilson 1927)."""
    if of == 0:
        return "no case"
    share = right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{share:.2f} ({middle - half:.2f}–{middle + half:.2f})  {right}/{of}"


def _tell(folder: Path, articles: int, tally: Tally) -> None:
    every = sum(tally.gold.values())
    print(
        f"\n{folder}: {articles} articles, {every} claims, {tally.read} statements at level core or secondary"
    )
    rows = [
        ("recall, core", wilson(tally.found["core"], tally.gold["core"])),
        ("recall, core and secondary", wilson(sum(tally.found.values()), every)),
        ("recall by span alone, core", wilson(tally.by_span["core"], tally.gold["core"])),
        ("precision, lower bound", wilson(tally.right, tally.read)),
        ("precision in sentences with a claim", wilson(tally.right, tally.read_near)),
        ("precision by span alone", wilson(tally.right_span, tally.read)),
        ("polarity, where the span matched", wilson(*tally.polarity)),
        ("denials read as denials", wilson(*tally.denials)),
        ("acts of denial read as asserted", str(tally.denied_as_asserted)),
        *((f"slot {slot}", wilson(*counts)) for slot, counts in tally.slots.items()),
        ("actors named where none is annotated", str(tally.made_up)),
        ("passages that are not verbatim", f"{tally.misquoted} of {tally.spans}"),
    ]
    for name, value in rows:
        print(f"  {name:38} {value}")


def _speed(count: int, folders: list[Path]) -> None:
    """Time ``count`` articles of 600 words, cut from the texts of the folders."""
    texts = [path.read_text("utf-8") for folder in folders for path in sorted(folder.rglob("*.txt"))]
    if not texts:
        sys.exit("--speed needs a folder with texts")
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    articles, at, words = [], 0, 0
    for number in range(count):
        body: list[str] = []
        length = 0
        while length < 600:
            body.append(lines[at % len(lines)])
            length += len(lines[at % len(lines)].split())
            at += 1 if at % 7 else 3
        words += length
        articles.append(
            Article(name=f"{number}.txt", sha256="", text="\n\n".join(body), published=date(2024, 3, 12))
        )
    read(articles[0])
    start = time.process_time()
    statements = sum(len(read(article)) for article in articles)
    spent = time.process_time() - start
    print(f"\n{count} articles, {words} words, {statements} statements: {spent:.1f} s of CPU on one core")


if __name__ == "__main__":
    main()
