"""One attribution on a terminal page: what is concluded, why, what would change it, what to look at next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from sherd.model.casewide import CaseWide
from sherd.model.reasoning import Examination, Matrix, Update
from sherd.model.weights import Attribution, EarlierTable, PairWeight, Refusal
from sherd.publish.casewide_words import case_lines, item_lines
from sherd.publish.phrases import LABELS, bans, listed, odds, plural, ratio, sentence

BAR = 24
"""Characters of the longest bar."""

WANTED = 5
"""How many things to look at next are told; ``--json`` has all."""


def tell(result: Attribution) -> None:
    """One result: conclusions, refusals, the accounts against the findings, and what to look at next."""
    click.secho(f"{result.case}:{result.item}, {LABELS[result.labels]}", bold=True)
    for line in (result.opening, result.assumption, *result.warnings):
        if line:
            click.echo(f"  {line}")
    click.echo()
    if not result.pairs:
        click.echo("  Nothing is weighed: the case does not state two hypotheses or more.")
    for pair in result.pairs:
        if not pair.refused:
            _say(_pair(pair))
    _say(_earlier(result.earlier))
    _say(_refused([pair for pair in result.pairs if pair.refused]))
    _say(_matrix(result.matrix))
    _say(_next(result.examinations))
    _say(_tested(result))
    click.echo()


def tell_whole(whole: CaseWide, item: str) -> None:
    """The dates of the item, then what the case says as a whole."""
    dates = whole.of(item)
    for title, lines in (
        ("Dates", item_lines(dates) if dates else ()),
        ("The case as a whole", case_lines(whole)),
    ):
        click.secho(title, bold=True)
        for line in lines:
            click.echo(f"  {line}")


def tell_update(update: Update) -> None:
    """What the priors that the user stated become, or why they become nothing."""
    click.secho("  What your priors become, at the default settings and over all", bold=True)
    for reason in update.refused:
        click.echo(f"  no posterior: {sentence(reason)}")
    for each in update.posteriors:
        span = f"{each.low:.3f} … {each.high:.3f}"
        click.echo(f"  {each.hypothesis:<12} prior {each.prior:.3f}  posterior {each.default:.3f}  ({span})")
        if each.against_rest is not None and each.against_rest_reported is not None:
            reported = bans(each.against_rest_reported)
            click.echo(f"  {'':<12} against the others {bans(each.against_rest)} bans, weakest {reported}")
    click.echo()


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _pair(pair: PairWeight) -> Iterator[str]:
    grid = f"{bans(pair.lo)} … {bans(pair.hi)}"
    words = f"{bans(pair.reported)} bans ({ratio(pair.reported)} : 1), {pair.words}; grid {grid}"
    yield f"  {pair.h1} : {pair.h2}  {words}"
    yield f"      {pair.sentence}"
    most = max((abs(group.weight) for group in pair.groups), default=0.0) or 1.0
    for group in pair.groups:
        sign = "▮" if group.weight >= 0 else "▯"
        bar = sign * max(1, round(BAR * abs(group.weight) / most)) if group.weight else ""
        yield f"      {group.group:<16} {bans(group.weight):>6}  {bar:<{BAR}}  {group.basis}"
        for feature in group.features:
            yield f"        {bans(feature.weight):>6}  {feature.basis}"
    for said in pair.modules:
        entered = "weighed with its group" if said.weighed else f"not weighed: {said.why}"
        yield (
            f"      modules, {said.bears_on}: {said.matching} of {said.compared} matching, chance of one "
            f"{said.chance:.2f}, {bans(said.weight)} bans; {entered}"
        )
    changing = [f"{left.kind} {left.name} ({bans(left.reported)}, {left.words})" for left in pair.changing]
    told = listed(changing[:4], "or") + (
        f" and {plural(len(changing) - 4, 'other')}" if len(changing) > 4 else ""
    )
    yield (
        f"      would read otherwise without {told}"
        if changing
        else "      no single omission changes the words"
    )


def _earlier(found: EarlierTable | None) -> Iterator[str]:
    """Both results, where the feature table was changed after an item in question was opened."""
    if found is None:
        return
    yield click.style("  The feature table was changed after an item was opened: both results", bold=True)
    for change in found.changes:
        yield f"  {change.feature}, {change.column}: {change.was} → {change.now}"
    for pair in found.pairs:
        if pair.moved:
            yield f"  {pair.h1} : {pair.h2}  at opening: {bans(pair.reported_was)} bans, {pair.said_was}"
            yield f"      now: {bans(pair.reported_now)} bans, {pair.said_now}"
    still = sum(not pair.moved for pair in found.pairs)
    if still:
        yield f"  {plural(still, 'pair')} unmoved"


def _refused(pairs: list[PairWeight]) -> Iterator[str]:
    """Each refused pair with its rules, then each rule once with its first reason and what would lift it."""
    if not pairs:
        return
    yield click.style(f"  No conclusion on {len(pairs)} of the pairs", bold=True)
    first: dict[str, tuple[PairWeight, Refusal]] = {}
    for pair in pairs:
        yield f"  {pair.h1} : {pair.h2}  {', '.join(_rule(refusal) for refusal in pair.refused)}"
        for refusal in pair.refused:
            first.setdefault(refusal.rule, (pair, refusal))
    for pair, refusal in first.values():
        yield f"  {_rule(refusal)}, as for {pair.h1} : {pair.h2}: {refusal.reason}"
        yield f"      lifted by {refusal.lifted_by}"


def _matrix(matrix: Matrix) -> Iterator[str]:
    rows = [row for row in matrix.rows if row.stands]
    if not rows:
        return
    accounts = [account.hypothesis for account in matrix.accounts]
    name = min(44, max(len(f"{row.feature} = {row.value}") for row in rows))
    yield click.style("  The accounts against the findings, least spoken against first", bold=True)
    yield f"  {'':<{name}}  {'  '.join(f'{account:>4}' for account in accounts)}  tells apart"
    for row in rows:
        letters = {stand.hypothesis: stand.letter for stand in row.stands}
        cells = "  ".join(f"{letters[account]:>{max(4, len(account))}}" for account in accounts)
        yield f"  {f'{row.feature} = {row.value}'[:name]:<{name}}  {cells}  {row.diagnosticity:>11.2f}"


def _next(examinations: tuple[Examination, ...]) -> Iterator[str]:
    if not examinations:
        return
    yield click.style("  What to look at next", bold=True)
    for each in examinations[:WANTED]:
        yield f"  {each.expected:5.2f} bans expected, {each.h1} : {each.h2}  {sentence(each.words)}"
        for turn in each.turns:
            yield f"      {turn.value}: {turn.words} ({bans(turn.reported)} bans)"
    if len(examinations) > WANTED:
        yield f"  … and {plural(len(examinations) - WANTED, 'feature')} that would tell less"


def _tested(result: Attribution) -> Iterator[str]:
    for found in result.method.reliability:
        low, high = found.elub
        yield (
            f"  {found.h1} : {found.h2} on known specimens: Cllr {found.cllr:.3f} "
            f"({found.interval[0]:.3f} … {found.interval[1]:.3f}), bounds {odds(low)} and {odds(high)}; "
            f"{found.validation}"
        )


def _rule(refusal: Refusal) -> str:
    return refusal.rule.replace("_", " ")
