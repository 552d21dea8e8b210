"""STMicroelectronics: STM32 and STM8 microcontrollers.

``STM32F765VIT6`` is the STM32F765 with 100 pins, 2,048 KB of flash, in LQFP, for −40 to 85 °C.
"""

from sherd.identify.grammars.grammar import Choice, Grammar, Slot

_PINS = {
    "D": "14 pins", "F": "20 pins", "E": "24 or 25 pins", "G": "28 pins", "K": "32 pins", "T": "36 pins",
    "H": "40 pins", "S": "44 pins", "C": "48 pins", "U": "63 pins", "R": "64 pins", "J": "72 pins",
    "M": "80 pins", "O": "90 pins", "V": "100 pins", "Q": "132 pins", "Z": "144 pins", "A": "169 or 180 pins",
    "I": "176 pins", "B": "208 pins", "N": "216 pins", "X": "240 pins",
}  # fmt: skip
_FLASH = {
    "3": "8 KB", "4": "16 KB", "5": "24 KB", "6": "32 KB", "8": "64 KB", "B": "128 KB", "Z": "192 KB",
    "C": "256 KB", "D": "384 KB", "E": "512 KB", "F": "768 KB", "G": "1,024 KB", "H": "1,536 KB",
    "I": "2,048 KB", "J": "4,096 KB",
}  # fmt: skip
_PACKAGES = {
    "T": "LQFP", "H": "TFBGA", "K": "UFBGA", "I": "UFBGA (0.5 mm)", "Y": "WLCSP", "U": "UFQFPN or VFQFPN",
    "P": "TSSOP", "M": "SO", "V": "VFQFPN", "J": "UFBGA (0.65 mm)",
}  # fmt: skip
_TEMPERATURE = {"6": "−40 to 85 °C", "7": "−40 to 105 °C", "3": "−40 to 125 °C"}
_ANY = {"X": "any temperature, as symbol libraries write it"}
_REEL = {"TR": "tape and reel"}
_SOLD_IN = {
    "T": "KSCRMVQZIBX", "H": "KCRVZNAXIEMU", "K": "QIARVC", "I": "RVQAIMBCG", "V": "RC", "J": "ZECV",
    "Y": "DEFGTSCURMVAZIJOBXH", "U": "GEKTCHRF",
    "P": "DFGK", "M": "DF",
}  # fmt: skip
_F7_PINS = {"5": "VZIBN", "7": "VZIBN", "8": "A", "9": "AIBN"}
_F7_PACKAGES = {"V": "TH", "Z": "T", "I": "TK", "B": "T", "N": "H", "A": "Y"}


def _has_the_pins(choice: Choice) -> bool:
    return choice["pins"] in _SOLD_IN[choice["package"]]


def _of_the_f76x(choice: Choice) -> bool:
    line = choice["base"][-1]
    return choice["pins"] in _F7_PINS[line] and choice["package"] in _F7_PACKAGES[choice["pins"]]


def _slots(pins: str, flash: str, packages: str, temperatures: str) -> tuple[Slot, ...]:
    return (
        Slot(name="pins", codes={code: _PINS[code] for code in pins}),
        Slot(name="flash", codes={code: _FLASH[code] for code in flash}),
        Slot(name="package", codes={code: _PACKAGES[code] for code in packages}),
        Slot(name="temperature", codes={code: _TEMPERATURE[code] for code in temperatures}, also=_ANY),
        Slot(name="packing", codes=_REEL, optional=True),
    )


GRAMMARS = (
    Grammar(
        family="STM32F76x, STM32F77x",
        maker="STMicroelectronics",
        base=r"STM32F7[67][5-9]",
        slots=_slots("VZIBNA", "GI", "THKY", "67"),
        fits=_of_the_f76x,
        complete=True,
        source="STMicroelectronics DS11532 (STM32F765, F767, F768A, F769), ordering information",
    ),
    Grammar(
        family="STM32",
        maker="STMicroelectronics",
        base=r"STM32(?!F7[67][5-9])(?:WBA?\d{2}|WB\dM|WL(?:\d{2}|E\d|\dM)|MP1\d{2}|[CFGHLUN]\d{3}"
        r"|(?:C5A|G0[BC]|G4A|H7[ABRS]|L4[APQRS]|U3[BC]|U5[AFG])\d)",
        slots=(
            *_slots("".join(_PINS), "".join(_FLASH), "".join(_PACKAGES), "".join(_TEMPERATURE))[:-1],
            Slot(
                name="option", pattern=r"[A-Z](?!R$)|U", means="die, supply or firmware option", optional=True
            ),
            Slot(name="packing", codes=_REEL, optional=True),
        ),
        fits=_has_the_pins,
        source="STMicroelectronics datasheets of the STM32 families, ordering information",
    ),
    Grammar(
        family="STM8",
        maker="STMicroelectronics",
        base=r"STM8[ALST]\d{3}",
        slots=(
            *_slots("FGKSCRM", "3468B", "TUPM", "673")[:-1],
            Slot(name="option", pattern="C", means="lead pitch or quality option", optional=True),
            Slot(name="packing", codes=_REEL, optional=True),
        ),
        source="STMicroelectronics datasheets of the STM8S, STM8L and STM8AF families, ordering information",
    ),
)
