"""How likely two records of different vendors tell one shipment, by Splink (extra ``link``) on DuckDB.

Splink weighs agreement by field as Fellegi and Sunter do: how often records of one shipment agree (m) against
how often two records picked at random do (u, estimated from the files). m is stated in ``ONE_SHIPMENT``:
estimated by expectation maximisation it falls to nought where all doubles of a block agree, and rests on no
double at all where there are none. One thread and a fixed seed give the same probabilities for the same
records. Keys are ASCII, since DuckDB compares bytes. No report or chart of Splink is made, and nothing leaves
the machine.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from sherd.errors import EdgeFailed, WrongCall
from sherd.trace.shipments.doubles import Pair, Rule, Told

SEED = 1
SAMPLE = 1_000_000
"""Pairs that u is estimated from: all of them where there are no more."""

NEAR = {
    "date": "abs(date_diff('day', date_l::DATE, date_r::DATE)) <= 7",
    "hs": "substr(hs_l, 1, 4) = substr(hs_r, 1, 4)",
    "shipper": "jaro_winkler_similarity(shipper_l, shipper_r) >= 0.9",
    "consignee": "jaro_winkler_similarity(consignee_l, consignee_r) >= 0.9",
    "value": "abs(value_l - value_r) <= 0.05 * greatest(abs(value_l), abs(value_r))",
    "quantity": "abs(quantity_l - quantity_r) <= 0.05 * greatest(abs(quantity_l), abs(quantity_r))",
}
"""When two records are near in a field in which they do not agree."""

ONE_SHIPMENT = (0.8, 0.1, 0.1)
"""Of two records of one shipment, how often a field agrees, is near, differs: an assumption, the same for
every field, set by judgement and not measured."""

_NUMBERS = ("value", "quantity")


def check() -> None:
    """Raise ``WrongCall`` where Splink is missing."""
    if find_spec("splink") is None:
        raise WrongCall(
            "Splink, which links the records of several vendors, is not installed (extra `link`)",
            "Install it with: pip install 'sherd[link]', in a checkout with: make link. "
            "--blocks-only works without it.",
        )


def pairs(
    records: Sequence[Told], fields: Sequence[str], rules: Sequence[Rule], prior: float, least: float
) -> list[Pair]:
    """The pairs within the blocks that are one shipment with probability ``least`` or more, best first.

    Raises ``WrongCall`` where Splink is missing, ``EdgeFailed`` where the engine fails,
    ``KeyboardInterrupt`` on Ctrl-C.
    """
    check()
    import duckdb
    from splink.internals.exceptions import SplinkException

    try:
        with _quiet():
            linker = _linker(records, fields, rules, prior)
            linker.training.estimate_u_using_random_sampling(max_pairs=SAMPLE, seed=SEED)
            found = linker.inference.predict(threshold_match_probability=least, warning_mode="never")
            return sorted(_told(found, fields), key=lambda pair: (-pair.probability, pair.one, pair.other))
    except (duckdb.Error, SplinkException, RuntimeError) as error:
        why = str(error).rpartition("Error was:")[2].strip()  # Splink sets its whole query before it
        if "Query interrupted" in why:  # what DuckDB makes of Ctrl-C
            raise KeyboardInterrupt from None
        raise EdgeFailed(f"The records could not be compared: {why}", "Ask of fewer pairs: --most.") from None


def _linker(records: Sequence[Told], fields: Sequence[str], rules: Sequence[Rule], prior: float) -> Any:
    import duckdb
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    db = duckdb.connect(":memory:", config={"threads": 1, "autoinstall_known_extensions": False})
    api = DuckDBAPI(db)
    tables = [
        api.register(_table(records, file, fields), dataset_display_name=f"file_{file}")
        for file in sorted({record.file for record in records})
    ]
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[_comparison(field) for field in fields],
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in rules],
        probability_two_random_records_match=prior,
        unique_id_column_name="place",
        retain_intermediate_calculation_columns=True,
    )
    return Linker(tables, settings, log_level=logging.CRITICAL)


def _table(records: Sequence[Told], file: int, fields: Sequence[str]) -> Any:
    import pyarrow  # type: ignore[import-untyped, unused-ignore]

    mine = [(place, record) for place, record in enumerate(records) if record.file == file]
    columns: dict[str, Any] = {"place": pyarrow.array([place for place, _ in mine], pyarrow.int64())}
    for word in (*fields, "month"):
        kind = pyarrow.float64() if word in _NUMBERS else pyarrow.string()
        columns[word] = pyarrow.array([record.keys.get(word) for _, record in mine], kind)
    return pyarrow.table(columns)


def _comparison(field: str) -> Any:
    from splink.comparison_level_library import CustomLevel, ElseLevel, ExactMatchLevel, NullLevel
    from splink.comparison_library import CustomComparison

    levels = (ExactMatchLevel(field), CustomLevel(NEAR[field], "near"), ElseLevel())
    stated = [level.configure(m_probability=m) for level, m in zip(levels, ONE_SHIPMENT, strict=True)]
    return CustomComparison([NullLevel(field), *stated], output_column_name=field)


def _told(found: Any, fields: Sequence[str]) -> Iterator[Pair]:
    for row in found.as_record_list():
        told = {field: (int(row[f"gamma_{field}"]), round(float(row[f"mw_{field}"]), 1)) for field in fields}
        one, other = sorted((int(row["place_l"]), int(row["place_r"])))
        yield Pair(one, other, float(row["match_probability"]), told)


@contextmanager
def _quiet() -> Iterator[None]:
    """What Splink says to analysts of its models stays unsaid: the docs say what the probability rests on."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
