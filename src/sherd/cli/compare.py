"""``sherd compare ITEM…``: what items share, where they differ, and what nobody looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

import click

from sherd.bootstrap import Settings, workbench
from sherd.cli.options import common
from sherd.cli.output import emit, progress, show_problems
from sherd.model.counts import Checked, Counts, Group, Grouping, Total
from sherd.model.findings import Comparison, FeatureFinding, SameObject
from sherd.model.record import CaseRecord

GROUPS, REPEATS = 20, 10
"""How many groups of a question, and how many repeated numbers, a terminal page lists."""

SAME_OBJECTS = 50
"""How many pairs of possibly one object a terminal page names."""

SIGNS = {"shared": "=", "similar": "≈", "differs": "≠"}


@click.command()
@click.argument("items", nargs=-1, metavar="[ITEM…]")
@click.option("--with", "with_", multiple=True, metavar="REFERENCE", help="Compare only with these items.")
@click.option(
    "--window",
    type=click.IntRange(min=0),
    default=730,
    show_default=True,
    metavar="DAYS",
    help="Reference specimens further than this from an item are named and not counted.",
)
@click.option("--count", is_flag=True, help="Count the case: every total with its unit and denominator.")
@click.option(
    "--published",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="With --count: set the published totals of this CSV file against the case.",
)
@common
def command(
    items: tuple[str, ...],
    with_: tuple[str, ...],
    window: int,
    count: bool,
    published: Path | None,
    store: str,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Compare ITEMS component by component; without any, all items of the case with each other.

    A component that nobody examined is never a difference. Two records that may be one physical object are
    named and count once.
    """
    from sherd.compare.comparison import compare
    from sherd.compare.json import as_json as plain
    from sherd.services.feature_table import earlier_table
    from sherd.services.find import case_of
    from sherd.services.identify import named_parts
    from sherd.services.review import readings

    if published is not None and not count:
        raise click.UsageError("--published sets totals against a count: add --count")
    with workbench(Settings(store, now), create=False) as bench:
        record, ids = case_of(bench.store, [*items, *with_])
        earlier = None if count else earlier_table(bench.store, record)
        named = {} if count else named_parts(bench.identify(record, readings(record)))
    if count:
        _count(record, ids, published, as_json)
        return
    with progress() as show:
        show("comparing", 0, None)
        found = compare(record, ids[: len(items)], ids[len(items) :], named, earlier=earlier, window=window)
    if as_json:
        emit("compare", plain(found))
    else:
        tell(found)


def _count(record: CaseRecord, items: list[str], published: Path | None, as_json: bool) -> None:
    import attrs

    from sherd.services.counting import counted

    with progress() as show:
        show("counting", 0, None)
        counts, checked, problems = counted(record, items, published)
    if as_json:
        told = {**attrs.asdict(counts), "published": [attrs.asdict(each) for each in checked]}
        emit("compare", told, problems)
        return
    tell_counts(counts)
    _tell_checked(checked)
    show_problems(problems)


def tell_counts(counts: Counts) -> None:
    """Every total with unit and denominator, then the largest groups of each question."""
    for repeat in counts.repeats[:REPEATS]:
        click.secho(f"the publisher's number {repeat.number} stands on {repeat.times} entries", bold=True)
    if counts.repeats:
        extra = sum(repeat.times - 1 for repeat in counts.repeats)
        click.secho(
            f"{len(counts.repeats)} publisher's numbers are repeated: {extra:,} entries more than numbers",
            bold=True,
        )
    for total in counts.totals:
        click.echo(f"{total.what}: {total.n:,} {total.unit} of {total.of:,} {total.of_what}{_without(total)}")
    for grouping in counts.groupings:
        _tell_grouping(grouping)
    for judged in counts.makers_judged:
        named = ", ".join(f"{name} ({n:,})" for name, n in zip(judged.names, judged.entries, strict=True))
        click.echo(
            f"judged {judged.decision} by {judged.by} ({judged.judgement}, {judged.at}): {named}; "
            f"{judged.came_to}. {judged.reason}"
        )
    for near in counts.near_names[:GROUPS]:
        click.echo(
            f"perhaps one maker, counted apart: {near.a} ({near.entries_a}), {near.b} ({near.entries_b})"
        )


def _tell_grouping(grouping: Grouping) -> None:
    click.echo(
        f"by {grouping.question} ({grouping.basis}): "
        f"{grouping.answered:,} of {grouping.of:,} entries answer; {len(grouping.groups):,} values"
    )
    for group in grouping.groups[:GROUPS]:
        click.echo(
            f"  {group.value}: {group.entries:,} of {grouping.of:,} entries{_twice(group)}; {group.parts:,} "
            f"distinct parts, {group.specimens:,} specimens, {group.systems:,} systems"
        )
    if len(grouping.groups) > GROUPS:
        click.echo(f"  and {len(grouping.groups) - GROUPS:,} more; --json lists them all")


def _without(total: Total) -> str:
    said = ""
    if total.unrepeated_of != total.of:
        said += f"; {total.unrepeated:,} of {total.unrepeated_of:,} without repeated numbers"
    if total.once_of != total.unrepeated_of:
        said += f"; {total.once:,} of {total.once_of:,} if nothing counts twice that may be one object"
    return said


def _twice(group: Group) -> str:
    said = f", {group.unrepeated:,} without repeated numbers" if group.unrepeated != group.entries else ""
    return said + (
        f", {group.once:,} if possible repeats count once" if group.once != group.unrepeated else ""
    )


def _tell_checked(checked: Iterable[Checked]) -> None:
    for each in checked:
        ours = f" Counted here: {each.ours}." if each.ours else ""
        click.echo(f"{each.id} {each.answer}: {each.statement} ({each.published}).{ours} {each.why}")


def tell(found: Comparison) -> None:
    """The comparison on a terminal page; what was not examined is counted, and listed in the JSON alone."""
    _tell_same(found.same_objects)
    for pair in found.pairs:
        if pair.state != "not_examined":
            click.echo(f"{pair.a} {SIGNS[pair.state]} {pair.b}  {pair.component}: {pair.basis}")
    _tell_table(found)
    _tell_features(found.features)
    for summary in found.summaries:
        click.echo(
            f"{summary.a} : {summary.b}  shared {summary.shared}, similar {summary.similar}, "
            f"differs {summary.differs}, not examined {summary.not_examined}"
            + (f"; {summary.score:.2f} bans: {summary.basis}" if summary.score else "")
        )
        for said in (*summary.factory, *summary.supply):
            click.echo(f"  {said}")
    for kind, shared in (("", found.sharing), ("base part ", found.bases)):
        for part in shared:
            if len(part.specimens) > 1:
                rarity = part.rarity if part.commodity else f"{part.rarity}, {part.weight:.2f} bans"
                click.echo(f"{kind}{part.part} ({rarity}): {part.basis}")
    for line in found.left_out:
        click.echo(line)


def _tell_table(found: Comparison) -> None:
    """What was changed of the feature table after an item had been opened, and both results."""
    for change in found.table_changes:
        click.secho(
            f"feature table changed after an item was opened: {change.feature}, {change.column}: "
            f"{change.was} → {change.now}",
            bold=True,
        )
    for shift in found.table_shifts:
        click.echo(f"{shift.item} : {shift.other}  {shift.feature}: was {shift.was}; now {shift.now}")
    if found.table_changes and not found.table_shifts:
        click.echo("the change of the table moves no row of the difference table")


def _tell_same(found: Sequence[SameObject]) -> None:
    """The likeliest first; the rest is counted, by sign."""
    ranked = sorted(found, key=lambda same: -(same.probability.high if same.probability else 0.0))
    for same in ranked[:SAME_OBJECTS]:
        click.secho(
            f"possibly one object: {same.a} and {same.b}{_probable(same)}: {'; '.join(same.reasons)}. "
            f"{same.counted}",
            bold=True,
        )
    more = Counter(same.sign for same in ranked[SAME_OBJECTS:])
    if more:
        signs = ", ".join(f"{n:,} by {sign}" for sign, n in more.items())
        click.secho(f"and {sum(more.values()):,} more pairs that may be one object: {signs}", bold=True)


def _probable(same: SameObject) -> str:
    known = same.probability
    return f" (probability {known.low:.2g} to {known.high:.2g})" if known else ""


def _tell_features(features: Iterable[FeatureFinding]) -> None:
    unseen: Counter[tuple[str, str]] = Counter()
    for feature in features:
        other = f"{feature.other_kind} {feature.other}"
        if feature.state == "not_examined":
            unseen[feature.item, other] += 1
        else:
            click.echo(f"{feature.item} {SIGNS[feature.state]} {other}  {feature.feature}: {feature.basis}")
    for (item, other), count in unseen.items():
        click.echo(f"{item} : {other}  features not examined {count}")
