"""Ordering codes: one line for each family, typed from the ordering information of its maker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.identify.grammars import GRAMMARS
from sherd.identify.partnumber import (
    base_part,
    every_reading,
    never_orderable,
    packed_otherwise,
    taken_apart,
    variants,
    written,
)
from sherd.model.ordering import OrderingCode

# fmt: off
FAMILIES = [
    # family, ordering code, base part, {field: (characters, meaning)}
    ("STM32F76x, STM32F77x", "STM32F765VIT6", "STM32F765",
     {"pins": ("V", "100 pins"), "flash": ("I", "2,048 KB"), "package": ("T", "LQFP"), "temperature": ("6",
     "−40 to 85 °C")}),
    ("STM32", "STM32F103C8T6TR", "STM32F103", {"pins": ("C", "48 pins"), "flash": ("8", "64 KB"),
    "packing": ("TR", "tape and reel")}),
    ("STM8", "STM8S103K3T6C", "STM8S103", {"pins": ("K", "32 pins"), "flash": ("3", "8 KB"),
    "package": ("T", "LQFP")}),
    ("TMS320", "TMS320F28335PGFA", "TMS320F28335", {"package": ("PGF", "LQFP-176"), "temperature": ("A",
    "−40 to 85 °C")}),
    ("MSP430", "MSP430F149IPM", "MSP430F149", {"temperature": ("I", "−40 to 85 °C"), "package": ("PM",
    "LQFP-64")}),
    ("logic", "SN74LVC1G08DBVR", "SN74LVC1G08", {"package": ("DBV", "SOT-23"), "packing": ("R",
    "tape and reel")}),
    ("analogue", "TPS54331DR", "TPS54331", {"package": ("D", "SOIC"), "packing": ("R", "tape and reel")}),
    ("former National", "LM2937IMP-5.0/NOPB", "LM2937", {"package": ("MP", "SOT-223"), "voltage": ("5.0",
    "output voltage"), "finish": ("NOPB", "lead-free")}),
    ("PIC, MCP, serial memories", "PIC16F877AT-I/PT", "PIC16F877A",
     {"packing": ("T", "tape and reel"), "temperature": ("I", "−40 to 85 °C"), "package": ("PT", "TQFP")}),
    ("AVR, SAM and Atmel memories", "ATMEGA2560-16AU", "ATMEGA2560",
     {"speed": ("16", "clock in MHz or access time"), "package": ("A", "TQFP"), "temperature": ("U",
     "−40 to 85 °C, lead-free")}),
    ("AD", "AD9517-4ABCPZ", "AD9517", {"version": ("4", "version"), "package": ("CP", "LFCSP"),
    "finish": ("Z", "lead-free")}),
    ("LT, LTC, LTM", "LTC2174IUKG-14#TRPBF", "LTC2174",
     {"range": ("I", "−40 to 85 °C"), "package": ("UKG", "QFN"), "packing": ("TRPBF", "lead-free, reel")}),
    ("MAX", "MAX3221CAE", "MAX3221", {"temperature": ("C", "0 to 70 °C"), "package": ("A", "SSOP"),
    "pins": ("E", "16")}),
    ("DS", "DS1302Z+", "DS1302", {"package": ("Z", "SO-8"), "finish": ("+", "lead-free")}),
    ("Xilinx", "XC3S400-4PQ208C", "XC3S400",
     {"speed": ("4", "speed grade"), "package": ("PQ", "quad flat"), "pins": ("208", "number of pins"),
     "temperature": ("C", "0 to 85 °C")}),
    ("Altera FPGA", "EP3C25F324C8N", "EP3C25", {"package": ("F", "fine-pitch BGA"), "speed": ("8",
    "speed grade"), "option": ("N", "lead-free")}),
    ("Altera FLEX and ACEX", "EPF10K100ARC240-2N", "EPF10K100A", {"package": ("R", "power quad flat"),
    "pins": ("240", "number of pins")}),
    ("Altera CPLD", "EPM240T100C5N", "EPM240", {"package": ("T", "thin quad flat"), "pins": ("100",
    "number of pins")}),
    ("Cypress memories and controllers", "CY7C1069DV33-10ZSXI", "CY7C1069DV33",
     {"package": ("ZS", "TSOP II"), "finish": ("X", "lead-free"), "temperature": ("I", "−40 to 85 °C")}),
    ("Spansion and Cypress flash", "S25FL128SAGMFI001", "S25FL128S", {"package": ("MF", "SOIC"),
    "packing": ("1", "tube")}),
    ("IR transistors", "IRF5210STRLPBF", "IRF5210", {"package": ("S", "D2PAK"), "packing": ("TRL",
    "reel, left"), "finish": ("PBF", "lead-free")}),
    ("Micron DRAM", "MT41K256M16HA-125:E", "MT41K256M16", {"speed": ("125", "cycle time"), "revision": ("E",
    "die revision")}),
    ("Micron N25Q flash", "N25Q128A13ESE40F", "N25Q128A13", {"package": ("SE", "SO8 wide"), "packing": ("F",
    "reel")}),
    ("Samsung DRAM and flash", "K4B4G1646E-BCK0", "K4B4G1646E", {"speed": ("K0", "speed")}),
    ("Winbond serial flash", "W25Q128JVSIQ", "W25Q128JV", {"package": ("S", "SOIC-8, 208 mil"),
    "feature": ("Q", "quad enabled, lead-free")}),
    ("LPC", "LPC1768FBD100,551", "LPC1768", {"package": ("BD", "LQFP"), "pins": ("100", "number of pins"),
    "packing": ("551", "tray")}),
    ("logic and interface", "74HC74D,118", "74HC74", {"package": ("D", "SO"), "packing": ("118",
    "13 inch reel")}),
    ("Freescale pressure sensors", "MPXV5010DP", None, {"package": ("P", "port")}),
    ("Kinetis", "MK60FN1M0VLQ15", "MK60FN1M0", {"temperature": ("V", "−40 to 105 °C"), "package": ("LQ",
    "package")}),
    ("RL78", "R5F100LEAFB#V0", "R5F100LE", {"temperature": ("A", "−40 to 85 °C, consumer"),
    "package": ("FB", "LFQFP"), "packing": ("V0", "tray")}),
    ("Intersil", "ISL83485IBZ-T", "ISL83485", {"package": ("B", "SOIC"), "finish": ("Z", "lead-free"),
    "packing": ("T", "reel")}),
    ("onsemi analogue and discretes", "NCP1117ST33T3G", "NCP1117", {"package": ("ST", "SOT-223"),
    "finish": ("G", "lead-free")}),
    ("Fairchild transistors and logic", "FDS6680A", "FDS6680A", {}),
    ("Murata ceramic capacitors", "GRM188R71H104KA93D", "GRM188R71H104KA93", {"packing": ("D",
    "180 mm reel, paper")}),
    ("Murata ferrite beads and filters", "BLM18PG121SN1D", "BLM18PG121SN1", {"packing": ("D",
    "180 mm reel, paper")}),
    ("Samsung ceramic capacitors", "CL10B104KB8NNNC", "CL10B104KB", {"packing": ("C",
    "178 mm reel, cardboard")}),
    ("Vishay thick film resistors", "CRCW060310K0FKEA", "CRCW060310K0", {"tolerance": ("F", "±1 %"),
    "packing": ("EA", "180 mm reel, paper")}),
    ("Vishay Siliconix transistors", "SI2301CDS-T1-GE3", "SI2301CDS", {"packing": ("T1", "tape and reel"),
    "finish": ("GE3", "lead-free, no halogen")}),
    ("u-blox modules", "NEO-M8N-0-01", "NEO-M8N", {"version": ("01", "hardware and firmware version")}),
]
# fmt: on


@pytest.mark.parametrize(("family", "code", "base", "fields"), FAMILIES, ids=[row[0] for row in FAMILIES])
def test_a_code_is_taken_apart_as_its_maker_puts_it_together(
    family: str, code: str, base: str | None, fields: dict[str, tuple[str, str]]
) -> None:
    read = next(each for each in every_reading(code) if each.family == family)
    assert base is None or read.base == base == base_part(code)
    for name, (text, meaning) in fields.items():
        stated = read.field(name)
        assert stated is not None
        assert (stated.text, stated.meaning) == (text, meaning)


def test_every_family_has_its_line_above_and_names_its_source() -> None:
    assert {row[0] for row in FAMILIES} == {grammar.family for grammar in GRAMMARS}
    assert len({grammar.family for grammar in GRAMMARS}) == len(GRAMMARS)
    assert [grammar.family for grammar in GRAMMARS if not grammar.source.strip()] == []


def test_the_stm32f765_expands_to_its_orderable_codes_and_to_no_other() -> None:
    every = set(variants("STM32F765"))
    assert {"STM32F765VIT6", "STM32F765IGK7TR", "STM32F765NIH6", "STM32F765BIT7"} <= every
    assert not {"STM32F765VIK6", "STM32F765NIT6", "STM32F765VIT9", "STM32F765VITX", "STM32F765AGY6"} & every
    assert all(base_part(code) == "STM32F765" for code in every)


def test_a_catalogue_narrows_the_variants_to_the_codes_that_it_lists() -> None:
    assert variants("STM32F765", ("STM32F765VIT6", "STM32F767VIT6")) == ("STM32F765VIT6",)


def test_neighbours_are_not_packing_variants_of_each_other() -> None:
    assert base_part("STM32F765VIT6") != base_part("STM32F767VIT6")
    assert base_part("LTC2174IUKG-14#PBF") == base_part("LTC2174CUKG-14#TRPBF")
    assert base_part("AD8402ARZ10-REEL") == "AD8402"


def test_a_suffix_that_was_never_orderable_is_said_only_where_the_family_is_complete() -> None:
    assert never_orderable("STM32F765VIT6") is None
    assert "VIT9" in str(never_orderable("STM32F765VIT9"))
    assert never_orderable("STM32F765VIK6") is not None
    assert never_orderable("XC6206P332MR") is None


# fmt: off
MISPRINTS = [
    # as published or misread, as it is written
    ("ATMEGA32BP", "ATMEGA328P"), ("ATMEGA3Z8P", "ATMEGA328P"), ("ATTINYI3A", "ATTINY13A"),
    ("AT90US81287", "AT90USB1287"), ("AT24CZ56", "AT24C256"), ("ATSAMDZ1G18A", "ATSAMD21G18A"),
    ("PIC16FB77A", "PIC16F877A"), ("PIC24FJI28GA306", "PIC24FJ128GA306"), ("24LC088", "24LC08B"),
    ("STM32F4OS", "STM32F405"), ("STM32F0S1", "STM32F051"), ("STM32WBSS", "STM32WB55"),
    ("TMS320FZ8335", "TMS320F28335"), ("MSP430FZ417", "MSP430F2417"), ("SN74ACTZ44", "SN74ACT244"),
    ("LMZ596", "LM2596"), ("XC7A20DT", "XC7A200T"), ("XC3SZ50E", "XC3S250E"), ("XC7ZO20", "XC7Z020"),
    ("CY7C1O21DV33", "CY7C1021DV33"), ("CY7C10Z1DV33", "CY7C1021DV33"), ("S25FL1285", "S25FL128S"),
    ("MT41KS12M16", "MT41K512M16"), ("LPC214B", "LPC2148"), ("LPC17G8", "LPC1768"), ("74LVCI26", "74LVC126"),
    ("MKL24264", "MKL24Z64"), ("BLM18PGI21SN1", "BLM18PG121SN1"), ("CL10B1O4KB", "CL10B104KB"),
    ("CRCW0603I0K0", "CRCW060310K0"), ("GRM188R71HIO4KA93", "GRM188R71H104KA93"), ("FCP11N6D", "FCP11N60"),
]
# fmt: on


@pytest.mark.parametrize(("misprint", "right"), MISPRINTS)
def test_no_family_writes_a_letter_where_its_scheme_has_a_digit(misprint: str, right: str) -> None:
    assert [grammar.family for grammar in GRAMMARS if grammar.is_base(misprint)] == []
    assert any(grammar.is_base(right) for grammar in GRAMMARS)


def test_look_alikes_case_and_spaces_do_not_change_the_part() -> None:
    assert base_part("stm32f765 vit6") == base_part("SТМ32F765VIТ6") == "STM32F765"


def test_a_code_of_no_family_loses_only_signs_of_packing() -> None:
    assert taken_apart("TQP3M9009") is None
    assert base_part("TQP3M9009-TR") == "TQP3M9009"
    assert base_part("ZX10-4#PBF") == "ZX10-4"


@pytest.mark.parametrize("grammar", GRAMMARS, ids=lambda grammar: grammar.family)
def test_every_code_that_a_family_puts_together_is_taken_apart_again(grammar: object) -> None:
    base = next(row[2] for row in FAMILIES if row[0] == grammar.family)  # type: ignore[attr-defined]
    some = [code for code, _ in zip(grammar.variants(base or "-"), range(200), strict=False)]  # type: ignore[attr-defined]
    assert all(grammar.read(code).base == base for code in some)  # type: ignore[attr-defined]


@given(st.text(alphabet="ABCDEFGHIKLMNPQRSTUVWXYZ0123456789-/#+,: ", max_size=20))
def test_any_text_has_one_base_and_the_base_begins_it(text: str) -> None:
    base = base_part(text)
    assert written(text).startswith(base)
    assert never_orderable(base) is None


@pytest.mark.parametrize(("code", "also"), [
    ("STM32F765VIT6", {"STM32F765VIT6TR"}),
    ("STM32F765VIT6TR", {"STM32F765VIT6"}),
    ("LM2574M-5.0/NOPB", {"LM2574M-5.0"}),
    ("TMS320F28335PGFA", {"TMS320F28335PGFAR"}),
    ("AD7606BSTZ", {"AD7606BST", "AD7606BSTZ-REEL", "AD7606BSTZ-RL7"}),
    ("LTC2174IUKG-14#PBF", {"LTC2174IUKG-14#TRPBF", "LTC2174IUKG-14"}),
    ("XYZ123456", {"XYZ123456TR"}),  # no family writes it: what several makers put behind a code
])  # fmt: skip
def test_a_part_is_sold_in_other_packings(code: str, also: set[str]) -> None:
    assert also <= set(packed_otherwise(code))
    assert code not in packed_otherwise(code)


@given(st.sampled_from([code for _, code, _, _ in FAMILIES]))
def test_another_packing_says_the_same_part_in_every_other_field(code: str) -> None:
    def said(each: str) -> list[tuple[str, set[tuple[str, str]]]]:
        return [
            (read.base, {(f.name, f.text) for f in read.fields} - sold(read)) for read in every_reading(each)
        ]

    def sold(read: OrderingCode) -> set[tuple[str, str]]:
        return {(f.name, f.text) for f in read.fields if f.name in {"packing", "finish"}}

    if taken_apart(code):
        for other in packed_otherwise(code):
            if every_reading(other):
                assert any(each in said(code) for each in said(other)), other


def test_a_code_with_no_letter_or_digit_has_no_other_packing() -> None:
    assert packed_otherwise(" ") == ()
