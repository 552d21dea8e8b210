"""A file of shipment records whose texts never repeat, for benchmarks of growth: made up, from a fixed seed.

    python benchmarks/made_up_shipments.py ROWS OUT.parquet PARTS.csv

Each text is put together from phrases of customs records in four languages, quantities, invoice numbers, and
part numbers: one row in eight names a watched part, in one of the ways that records write it (as it is,
split, with look-alikes, without separators), the others a number of the same form that nobody watches. Beside
the text stand the day, the HS code, whence and whither. From a million rows on, the first million is taken
again with other digits (of a text that names a watched part: with another number behind it).
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

PHRASES = (
    "МИКРОСХЕМЫ ЭЛЕКТРОННЫЕ ИНТЕГРАЛЬНЫЕ, АРТ. {part}, КОЛ-ВО {n} ШТ, ВЕС НЕТТО {w} КГ, СТРАНА {c}",
    "ІНТЕГРАЛЬНІ СХЕМИ {part} ВИРОБНИК {m} ВАГА {w} КГ, ІНВОЙС {i}",
    "INTEGRATED CIRCUIT {part} QTY {n} PCS BRAND {m} INVOICE NO {i} MADE IN {c}",
    "ELECTRONIC COMPONENTS: PROCESSORS AND CONTROLLERS, P/N {part} / {n} PCS, LOT {i}, {c}",
    "集成电路 {part} 品牌:{m} 数量:{n} 用途:工业控制 合同号 {i}",
    "ЗАПАСНЫЕ ЧАСТИ ДЛЯ ОБОРУДОВАНИЯ: ДАТЧИК {part}, РЕМЕНЬ 6PK{n}, ДОГОВОР {i} ОТ 12.03.2024, ВЕС {w} КГ",
    "PLASTIC HOUSEHOLD ARTICLES, CARTONS {n}, NET WEIGHT {w} KGS, STYLE NO. KD-{i}",
    "ПРОВОДА ИЗОЛИРОВАННЫЕ ДЛЯ НАПРЯЖЕНИЯ НЕ БОЛЕЕ 1000В, ДЛИНА {w} М, ТУ 16.К71-310-2001, БАРАБАН {i}",
)
WHENCE, MAKERS = (
    ("CN", "HK", "TR", "AE", "MY", "DE"),
    ("TEXAS INSTRUMENTS", "NOVOSENSE", "ST", "INFINEON", "ADI"),
)
CYRILLIC = str.maketrans("ABCEHKMOPTX", "АВСЕНКМОРТХ")
AT_ONCE, MILLION = 100_000, 1_000_000


def written(part: str, chance: random.Random) -> str:
    """A part number as a record may write it."""
    way = chance.random()
    if way < 0.6:
        return part
    if way < 0.75:
        at = chance.randrange(1, len(part))
        return f"{part[:at]} {part[at:]}"
    if way < 0.9:
        return part.translate(CYRILLIC)
    return part.replace("-", "").lower()


def other(part: str, chance: random.Random) -> str:
    """A number of the same form as a part's: letters for letters, digits for digits."""
    signs = (
        chance.choice("0123456789") if sign.isdigit()
        else chance.choice("ABCDEFGHKLMNPRSTUVWXYZ") if sign.isalpha() else sign for sign in part
    )  # fmt: skip
    return "".join(signs)


def batches(rows: int, parts: list[str]) -> Iterator[pa.RecordBatch]:
    """The rows, batch by batch."""
    for first in range(0, rows, AT_ONCE):
        chance = random.Random(first)
        columns: list[list[str]] = [[], [], [], [], []]
        for row in range(first, min(rows, first + AT_ONCE)):
            part = chance.choice(parts)
            text = chance.choice(PHRASES).format(
                part=written(part, chance) if row % 8 == 0 else other(part, chance),
                n=chance.randrange(1, 100_000), w=f"{chance.random() * 1000:.2f}", c=chance.choice(WHENCE),
                m=chance.choice(MAKERS), i=f"{row:08}{chance.randrange(100):02}",
            )  # fmt: skip
            day = f"{chance.randrange(2019, 2025)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
            said = (
                text,
                day,
                f"85{chance.randrange(10, 50)}{chance.randrange(10, 99)}",
                chance.choice(WHENCE),
                "RU",
            )
            for column, cell in zip(columns, said, strict=True):
                column.append(cell)
        names = ["text", "day", "hs", "from", "to"]
        yield pa.RecordBatch.from_arrays([pa.array(column) for column in columns], names)


def made_up(rows: int, out: Path, parts: list[str]) -> None:
    """Write so many rows as Parquet, copy by copy."""
    first = pa.Table.from_batches(batches(min(rows, MILLION), parts)).combine_chunks()
    names_a_part = pa.array([row % 8 == 0 for row in range(len(first))])
    named, others = first.filter(names_a_part), first.filter(pc.invert(names_a_part))
    with pq.ParquetWriter(out, first.schema) as file:
        for copy in range(-(-rows // MILLION)):
            behind = pc.add(pa.scalar(copy * MILLION), pa.array(range(len(named))))
            more = pc.binary_join_element_wise(named["text"], behind.cast(pa.string()), " ")
            file.write_table(named.set_column(0, "text", more if copy else named["text"]))
            file.write_table(others.set_column(0, "text", turned(others["text"], copy)))


def turned(texts: pa.ChunkedArray, by: int) -> pa.Array:
    """The texts with every digit moved on."""
    whole = pa.concat_arrays(texts.chunks)
    _, offsets, data = whole.buffers()
    moved = bytes.maketrans(b"0123456789", bytes(b"0123456789"[(digit + by) % 10] for digit in range(10)))
    return pa.StringArray.from_buffers(len(whole), offsets, pa.py_buffer(data.to_pybytes().translate(moved)))


if __name__ == "__main__":
    with Path(sys.argv[3]).open(encoding="utf-8") as file:
        made_up(int(sys.argv[1]), Path(sys.argv[2]), [row["mpn"] for row in csv.DictReader(file)])
