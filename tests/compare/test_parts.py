"""When two texts name one part, one base part, one maker."""

import pytest

from sherd.compare.parts import base_part, maker_names, makers_agree, number_printed, part_number
from sherd.text import identity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LTC2174UKG-14", "LTC2174 UKG-14"),
        ("lm317t", "LM317T"),
        ("М214", "M214"),  # Cyrillic М
        ("ВС547С", "BC547C"),  # Cyrillic В, С
        ("5CEFA7F23I7N", "5CEFA7F23 I7N"),
        ("AD 9361", "AD9361"),
        ("STM32F405_RGT6", "STM32F405RGT6"),
    ],
)
def test_one_ordering_code_may_be_written_in_many_ways(one: str, other: str) -> None:
    assert part_number(one) == part_number(other) or part_number(one).code == part_number(other).code  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("one", "other"), [("12-345", "123-45"), ("BNX023", "BNX022"), ("К1", "K7"), ("Ы391", "391")]
)
def test_different_codes_stay_different_when_folded(one: str, other: str) -> None:
    assert identity(one) != identity(other)


def test_the_raw_text_of_a_part_is_kept() -> None:
    number = part_number(" ltс2174 UKG-14 ")
    assert number is not None
    assert number.raw == "ltс2174 UKG-14"


@pytest.mark.parametrize(
    ("code", "base"),
    [
        ("LTM4613V#PBF", "LTM4613"),
        ("LTM4613IV", "LTM4613"),
        ("AD9517-4ABCPZ", "AD9517"),
        ("AD9517-3", "AD9517"),
        ("STM32F405RGT6", "STM32F405"),
        ("TMS320F28335PGFA", "TMS320F28335"),
        ("NEO-M8N-0-10", "NEOM8N"),
        ("ADUM1301ARWZ", "ADUM1301"),
        ("BNX023", "BNX023"),
        ("L298N", "L298"),
        ("74HC04", "74HC04"),
        ("SN74HC04", "SN74HC04"),
        ("PS767D301 22T AE8S", "PS767D301"),
        ("VP230 28M AOG9 G4", "VP230"),
        ("(TMS320 F28335PGFA G4A-17C76FW G4)", "TMS320F28335"),
        ("Cortex-M4 core STM32F446RCT6 GQ2AC", "STM32F446"),
    ],
)
def test_the_base_part_is_the_code_without_its_package_and_packing(code: str, base: str) -> None:
    assert base_part(code) == base


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "diode",
        "R8",
        "P34",
        "BNX02?",
        "Chokes with shielded wire IHLP",
        "memory card with 64 bits each",
    ],
)
def test_a_description_or_an_illegible_code_is_no_part_number(text: str | None) -> None:
    assert part_number(text) is None


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (("TEXAS INSTRUMENTS", "TMS320F28335PGFA", "CA-21ACXSW"), "TMS320F28335PGFA"),
        (("5CEFA7F23I7N FBBGAU2231A",), "5CEFA7F23I7N"),
        (("S/N 0045871A", "UBX-M10050-KB"), "UBXM10050KB"),
        (("STM32F7?5VI",), None),
        (("MADE IN IRAN",), None),
    ],
)
def test_the_first_word_of_a_marking_that_can_be_a_part_number_is_read_as_one(
    lines: tuple[str, ...], number: str | None
) -> None:
    read = number_printed(lines)
    assert (read.code if read else None) == number


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Linear Technology Corporation (Analog Devices)", "Analog Devices", True),
        ("Texas Instruments", "TEXAS INSTRUMENTS INC.", True),
        ("Murata", "Murata Manufacturing Co., Ltd.", True),
        ("Altera Corporation (Intel)", "Xilinx", False),
        ("u-blox", None, None),
        ("unknown", "u-blox", None),
    ],
)
def test_makers_agree_by_any_of_their_names_and_an_unnamed_one_contradicts_nobody(
    one: str | None, other: str | None, agree: bool | None
) -> None:
    assert makers_agree(maker_names(one), maker_names(other)) is agree
