"""A catalogue, a sheet of markings, and a case whose markings are read."""

from __future__ import annotations

from pathlib import Path

import pytest

PARTS = """mpn,manufacturer
TMS320F28335PGFA,Texas Instruments
LM358DR,Texas Instruments
ADC0834CCN,Texas Instruments
STM32F405RGT6,STMicroelectronics
VP230,Texas Instruments
W25Q128JVSIQ,Winbond Electronics
"""


SHEET = """id,marking,maker,recovered_to
a,TMS32OF28335 PGFA|22-T1A5X,,2022-10-17
b,STM32F765VIT7,,
c,??|?,,
d,STM32F405|RGT6,,
e,LM358DR,Texas Instruments,
"""


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    path = tmp_path / "parts.csv"
    path.write_text(PARTS, "utf-8")
    return path


@pytest.fixture
def markings(tmp_path: Path) -> Path:
    path = tmp_path / "markings.csv"
    path.write_text(SHEET, "utf-8")
    return path
