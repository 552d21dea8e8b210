"""Part numbers in the running text of customs records, in the scripts that such records are written in."""

import csv
from pathlib import Path

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sherd.trace.shipments import Hit, scan, sieve, watch, window_keys
from sherd.trace.shipments.hits import _tables
from sherd.trace.shipments.tokens import read

WATCHED = (
    "LTC2174IUKG-14#PBF",
    "SN74HCT574PWR",
    "MPU-9250",
    "BC847B",
    "К155ЛА3",
    "LM2574M-5.0/NOPB",
    "TPS54331DR",
)

LINES = [
    # Russian, Ukrainian, English, Chinese; what is found, as what
    ("МИКРОСХЕМА SN74HCT574PWR, 40 ШТ.", "SN74HCT574PWR", "SN74HCT574PWR", "exact"),
    ("датчик движения mpu-9250 новый", "MPU-9250", "mpu-9250", "exact"),
    ("МІКРОСХЕМА МРU-9250, ВАГА 2 КГ", "MPU-9250", "МРU-9250", "look-alike"),
    ("ПІДСИЛЮВАЧ SN74 HCT574PWR ВИРОБНИК ТИ", "SN74HCT574PWR", "SN74 HCT574PWR", "split"),
    ("P/N:LTC2174IUKG14PBF QTY 12", "LTC2174IUKG-14#PBF", "LTC2174IUKG14PBF", "split"),
    ("converter TP554331DR / reel", "TPS54331DR", "TP554331DR", "look-alike"),
    ("集成电路SN74HCT574PWR数量40个", "SN74HCT574PWR", "SN74HCT574PWR", "exact"),
    ("稳压器 LM2574M-5.0/NOPB", "LM2574M-5.0/NOPB", "LM2574M-5.0/NOPB", "exact"),
    ("СТАБИЛИЗАТОР LM2574M - 5.0 / NOPB", "LM2574M-5.0/NOPB", "LM2574M - 5.0 / NOPB", "split"),
    ("микросхема К155ЛА3, СССР", "К155ЛА3", "К155ЛА3", "exact"),
    ("ic K155LA3 ussr", "К155ЛА3", "K155LA3", "exact"),
    ("LM358/TPS54331DR", "TPS54331DR", "TPS54331DR", "exact"),
    ("TPS54331DR/LM358DR", "TPS54331DR", "TPS54331DR", "exact"),
    ("BC847B-QX, 3000 PCS", "BC847B", "BC847B", "longer number"),
    ("BC847B,215 NEXPERIA", "BC847B", "BC847B", "longer number"),
    ("BC847B/TR", "BC847B", "BC847B", "longer number"),
    ("АРТ. HT-BC847B ТРАНЗИСТОР", "BC847B", "BC847B", "longer number"),
    ("ТРАНЗИСТОР BC847B, 215 ШТ", "BC847B", "BC847B", "exact"),
    ("BC847BШТ", "BC847B", "BC847B", "exact"),
    ("😀 TPS54331DR", "TPS54331DR", "TPS54331DR", "exact"),
    ("№TPS54331DR", "TPS54331DR", "TPS54331DR", "exact"),
]


def found(*lines: str, parts: tuple[str, ...] = WATCHED) -> list[Hit]:
    return scan(lines, watch(parts))


@pytest.mark.parametrize(("line", "part", "text", "match"), LINES)
def test_a_watched_part_is_found_where_it_stands_and_as_what(
    line: str, part: str, text: str, match: str
) -> None:
    hits = found(line)
    assert [(hit.part, hit.text, hit.match) for hit in hits] == [(part, text, match)]
    assert line[hits[0].start : hits[0].end] == text


@pytest.mark.parametrize("line", [
    "TPS54331DRX", "XTPS54331DR", "TPS5433 1DS", "TPS54331DT", "ЧАЙНИК ЭЛЕКТРИЧЕСКИЙ 220В 50ГЦ", "", " ",
    "\0", "9250", "TPS54331; DR", "TPS54331(DR)", "LTC2174IUKG-14",
])  # fmt: skip
def test_what_is_another_number_or_none_is_not_found(line: str) -> None:
    assert found(line) == []


def test_a_letter_for_another_letter_is_another_number() -> None:
    assert found("AH49FNTR-G1", parts=("AH49ENTR-G1",)) == []
    assert found("5N74AHC367DR", parts=("SN74AHC367DR",))[0].match == "look-alike"
    assert found("5N74AHC367OR", parts=("SN74AHC367DR",)) == []


def test_the_better_of_two_parts_in_one_place_is_told() -> None:
    parts = ("PIC16F628A-IP", "PIC16F628A-I/P", "E1212S-2WR2", "E12I2S-2WR2")
    assert [(hit.part, hit.match) for hit in found("PIC16F628A-I/P E1212S-2WR2", parts=parts)] == [
        ("PIC16F628A-I/P", "exact"),
        ("E1212S-2WR2", "exact"),
    ]


def test_a_part_inside_a_longer_watched_part_is_a_neighbour() -> None:
    hits = found("AOD2922 HXY", parts=("AOD2922", "AOD2922-HXY"))
    assert {(hit.part, hit.match) for hit in hits} == {("AOD2922", "longer number"), ("AOD2922-HXY", "split")}
    assert [hit.part for hit in hits if not hit.near] == ["AOD2922-HXY"]


def test_the_base_part_alone_is_near_and_not_the_part() -> None:
    watched = watch(["LTC2174IUKG-14#PBF"], {"LTC2174IUKG-14#PBF": "LTC2174"})
    (hit,) = scan(["ADC LTC2174, 2 PCS"], watched)
    assert (hit.match, hit.text, hit.near) == ("base only", "LTC2174", True)
    (hit,) = scan(["ADC LTC2174IUKG-14#PBF"], watched)
    assert hit.match == "exact"


PACKINGS = [
    # a text; what is found of STM32F765VIT6, sold also as STM32F765VIT6TR, and of BC847B, as BC847B,215
    ("MCU STM32F765VIT6TR, 10 PCS", [("STM32F765VIT6TR", "other packing", 0.9)]),
    ("МІКРОСХЕМА STM32F765VIT6TR", [("STM32F765VIT6TR", "other packing", 0.9)]),
    ("STM32F765VIT6 10 PCS", [("STM32F765VIT6", "exact", 1.0)]),
    ("STM32F765VIT6-TR", [("STM32F765VIT6-TR", "other packing", 0.855)]),
    ("STM32F765VIT6 TR", [("STM32F765VIT6", "exact", 1.0)]),
    ("5TM32F765VIT6TR", [("5TM32F765VIT6TR", "other packing", 0.81)]),
    ("STM32F765VIT6TRX", []),
    ("STM32F765VIT7TR", []),
    ("BC847B,215 NEXPERIA", [("BC847B,215", "other packing", 0.9)]),
    ("BC847B, 215 ШТ", [("BC847B", "exact", 1.0)]),
]


@pytest.mark.parametrize(("line", "expected"), PACKINGS)
def test_the_same_part_on_a_reel_is_near_and_told_once(
    line: str, expected: list[tuple[str, str, float]]
) -> None:
    packings = {"STM32F765VIT6": ("STM32F765VIT6TR",), "BC847B": ("BC847B,215",)}
    hits = scan([line], watch(list(packings), packings=packings))
    assert [(hit.text, hit.match, hit.score) for hit in hits] == expected
    assert all(hit.near == (hit.match == "other packing") for hit in hits)


def test_a_watched_code_is_told_before_another_packing_of_its_neighbour() -> None:
    packings = {"SN74HC00D": ("SN74HC00DR",), "SN74HC00DR": ("SN74HC00D",)}
    hits = scan(["SN74HC00DR 5 PCS"], watch(list(packings), packings=packings))
    assert [(hit.part, hit.match) for hit in hits] == [("SN74HC00DR", "exact")]


def test_the_score_falls_with_every_doubt() -> None:
    lines = ("TPS54331DR", "TPS54 331DR", "TP554331DR", "TP5543310R", "TPS54331DR-X")
    scores = [found(line)[0].score for line in lines]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
    assert scores[0] == 1


def test_an_accent_belongs_to_the_sign_before_it() -> None:
    (hit,) = found("TPS54331DR\u0301 X")
    assert (hit.start, hit.end) == (0, 11)


def test_parts_that_no_search_can_tell_from_other_words_are_named() -> None:
    left = watch(["SYM-2+", "430450400", "ABCDEF", "A1" * 13, "LM317T"]).left_out
    assert [(each.mpn, each.why.split()[0]) for each in left] == [
        ("SYM-2+", "fewer"),
        ("430450400", "no"),
        ("ABCDEF", "no"),
        ("A1" * 13, "more"),
    ]


texts = st.text(st.sampled_from("АВСBC847 -/.,;шл集№😀\u0301\0"), max_size=40)


@given(st.lists(texts, max_size=6))
def test_offsets_are_code_points_of_the_raw_cell(lines: list[str]) -> None:
    for hit in scan(lines, watch(["BC847", "BC847-B", "C8474"])):
        assert lines[hit.row][hit.start : hit.end] == hit.text


@given(st.lists(texts, max_size=6))
def test_every_row_with_a_hit_has_a_key_of_the_part(lines: list[str]) -> None:
    watched = watch(["BC847", "BC847-B", "C8474"])
    keys, rows = window_keys(lines)
    ready = {int(row) for key, row in zip(keys, rows, strict=True) if key in watched.keys}
    assert {hit.row for hit in scan(lines, watched)} <= ready


NEARLY = st.lists(
    st.sampled_from(["BC847", "C8474", "К155", "ЛА3", "ЖЛ155А", "MPU", "9250", "SN74HCT", "574PWR", "ПО"])
    | st.sampled_from([*" -/.,;(#", "\u0301", "А", "1", "集", "😀", ", "]),
    max_size=9,
).map("".join)  # fmt: skip


@given(st.lists(NEARLY, max_size=5))
def test_the_sieves_hold_back_no_cell_in_which_a_part_stands(lines: list[str]) -> None:
    watched = watch(["BC847", "BC847-C8474", "К155ЛА3", "ЖЛ155А", "MPU-9250", "SN74HCT574PWR", "9250BC"])
    nothing_held_back = tuple(np.full(256, 255, np.uint8) for _ in watched.sieves)
    assert scan(lines, watched) == scan(lines, evolve(watched, sieves=nothing_held_back))


@pytest.mark.parametrize(("line", "passes"), [
    ("ДАТЧИК SN74HCT 574PWR, 2 ШТ", True),
    ("К155ЛА3", True),
    ("ЧАЙНИК ЭЛЕКТРИЧЕСКИЙ 220В 50ГЦ, СТАЛЬ", False),
    ("SN74HCT573PWR", False),  # as far as the sixth sign it is a watched part
    ("SN74HCT(574PWR)", False),
    ("", False),
])  # fmt: skip
def test_nearly_every_other_cell_is_held_back(line: str, passes: bool) -> None:
    watched = watch(["SN74HCT574PWR", "К155ЛА3"])
    signs, worn, powers, _ = (each.tolist() for each in _tables())
    data = list(line.encode())
    row, chars, marks, firsts = ([0] * 100 for _ in range(4))
    size = read(data, 0, len(data), signs, row)
    *sieves, (greatest,) = (each.tolist() for each in watched.sieves)
    assert sieve.may_hold(row, size, worn, powers, *sieves, greatest, marks, chars, firsts) is passes


def test_without_numba_the_answers_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [line for line, *_ in LINES] * 3
    compiled_hits, (keys, rows) = found(*lines), window_keys(lines)
    monkeypatch.setattr("sherd.trace.shipments.hits.has_compiler", lambda: False)
    assert found(*lines) == compiled_hits
    again = window_keys(lines)
    assert (again[0].tolist(), again[1].tolist()) == (keys.tolist(), rows.tolist())


def test_recall_and_precision_on_a_hundred_thousand_rows(shared: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(shared / "data/shipments/shipments_100k.parquet")
    with (shared / "data/shipments/parts_10k.csv").open(encoding="utf-8") as file:
        parts = [row["mpn"] for row in csv.DictReader(file)]
    hits = scan(table["text"].to_pylist(), watch(parts))
    told = {(hit.row, hit.part) for hit in hits if not hit.near}
    true = {(row, parts[which]) for row, which in enumerate(table["truth"].to_pylist()) if which >= 0}
    assert len(told & true) / len(true) >= 0.985
    assert len(told & true) / len(told) >= 0.985
