"""Numbers by which registers know a party, and whether their check digits hold.

A number whose check digits fail was misread or belongs to another register; one whose digits hold identifies
far better than any name. Checked here: INN and OGRN (Russia), EDRPOU (Ukraine), USCC (China, GB 32100-2015),
LEI (ISO 17442 with ISO 7064 MOD 97-10), IMO ship numbers (IMO resolution A.1117(30)).

To add one: a function ``str -> bool`` below and a line in ``CHECKS``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from attrs import frozen


@frozen
class Identifier:
    """A number by which a register knows a party; ``valid`` is None where it has no checksum that is known
    here."""

    kind: str
    value: str
    country: str = ""
    valid: bool | None = None


def inn(value: str) -> bool:
    """Ten digits of a company or twelve of a person: weighted sums modulo 11, then 10.

    >>> inn("7707083893"), inn("7707083894"), inn("500100732259")
    (True, False, True)
    """
    weights = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
    if not re.fullmatch(r"\d{10}|\d{12}", value):
        return False
    if len(value) == 10:
        return _weighted(value[:9], weights[2:]) == int(value[9])
    return _weighted(value[:10], weights[1:]) == int(value[10]) and _weighted(value[:11], weights) == int(
        value[11]
    )


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11 % 10


def ogrn(value: str) -> bool:
    """Thirteen digits of a company (modulo 11) or fifteen of a sole trader (modulo 13).

    >>> ogrn("1027700132195"), ogrn("1027700132196")
    (True, False)
    """
    if not re.fullmatch(r"\d{13}|\d{15}", value):
        return False
    return int(value[:-1]) % (11 if len(value) == 13 else 13) % 10 == int(value[-1])


def edrpou(value: str) -> bool:
    """Eight digits of a Ukrainian company: weights one to seven, shifted where the rest is ten."""
    if not re.fullmatch(r"\d{8}", value):
        return False
    low = (1, 2, 3, 4, 5, 6, 7) if not 30000000 <= int(value) <= 60000000 else (7, 1, 2, 3, 4, 5, 6)
    for weights in (low, tuple(weight + 2 for weight in low)):
        rest = sum(int(digit) * weight for digit, weight in zip(value[:7], weights, strict=True)) % 11
        if rest < 10:
            return rest == int(value[7])
    return value[7] == "0"


_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def uscc(value: str) -> bool:
    """Eighteen characters of a Chinese organisation: powers of three modulo 31.

    >>> uscc("91110000600037341L"), uscc("91110000600037342L")
    (True, False)
    """
    if not re.fullmatch(rf"[{_USCC}]{{18}}", value):
        return False
    total = sum(_USCC.index(sign) * pow(3, place, 31) for place, sign in enumerate(value[:17]))
    return (31 - total % 31) % 31 == _USCC.index(value[17])


def lei(value: str) -> bool:
    """Twenty characters of a legal entity, letters as 10 to 35, one modulo 97.

    >>> lei("5493001KJTIIGC8Y1R12"), lei("5493001KJTIIGC8Y1R13")
    (True, False)
    """
    return (
        bool(re.fullmatch(r"[A-Z0-9]{18}\d{2}", value))
        and int("".join(str(int(sign, 36)) for sign in value)) % 97 == 1
    )


def imo(value: str) -> bool:
    """Seven digits of a ship: weights seven to two, the last digit of the sum.

    >>> imo("9074729"), imo("9074728")
    (True, False)
    """
    if not re.fullmatch(r"\d{7}", value):
        return False
    return sum(
        int(digit) * weight for digit, weight in zip(value, range(7, 1, -1), strict=False)
    ) % 10 == int(value[6])


CHECKS: Mapping[str, Callable[[str], bool]] = {
    "INN": inn, "OGRN": ogrn, "EDRPOU": edrpou, "USCC": uscc, "LEI": lei, "IMO": imo,
}  # fmt: skip
"""What can be checked, by the kind of number."""

NAMED: Mapping[str, str] = {
    "инн": "INN", "іпн": "INN", "inn": "INN", "огрн": "OGRN", "ogrn": "OGRN", "єдрпоу": "EDRPOU",
    "edrpou": "EDRPOU",
    "окпо": "OKPO", "okpo": "OKPO", "кпп": "KPP", "kpp": "KPP", "uscc": "USCC",
    "unified social credit code (uscc)": "USCC",
    "lei": "LEI", "legal entity number": "LEI", "imo": "IMO", "vessel registration identification": "IMO",
    "mmsi": "MMSI",
    "swift": "SWIFT/BIC", "bic": "SWIFT/BIC", "swift/bic": "SWIFT/BIC", "tax id no": "tax number",
    "tax id": "tax number",
    "registration id": "registration number", "registration number": "registration number",
    "company number": "registration number",
    "passport": "passport", "national id no": "national id", "identification number": "national id",
    "d-u-n-s number": "DUNS",
    "unp": "UNP", "унп": "UNP", "bin": "BIN", "бин": "BIN", "vat": "tax number", "tin": "tax number",
    "tax": "tax number",
}  # fmt: skip
"""How registers' numbers are called in lists and party fields."""


def identifier(kind: str, value: str, country: str = "") -> Identifier:
    """A number as it was found, its kind in one spelling, checked where that can be done.

    A Russian tax or registration number that a list calls by a general name is recognised by country and
    check digits.

    >>> identifier("Tax ID No", "7707083893", "Russia")
    Identifier(kind='INN', value='7707083893', country='Russia', valid=True)
    """
    named = NAMED.get(kind.strip(" .").casefold(), kind)
    compact = re.sub(r"[\s./-]", "", value).upper()
    if named in {"tax number", "registration number"}:
        for candidate, country_ in (
            ("INN", "russia"),
            ("OGRN", "russia"),
            ("USCC", "china"),
            ("EDRPOU", "ukraine"),
        ):
            if country.casefold().startswith(country_) and CHECKS[candidate](compact):
                return Identifier(candidate, compact, country, True)
    check = CHECKS.get(named)
    return Identifier(named, compact if check else value.strip(), country, check(compact) if check else None)


_WORD = re.compile(r"(?<![\w])[0-9A-Z]{7,20}(?![\w])")


def found_in(text: str) -> Iterator[Identifier]:
    """Numbers in a text that are long enough to mean something, and whose check digits hold."""
    for match in _WORD.finditer(text):
        for kind in ("USCC", "LEI", "OGRN", "INN"):
            if CHECKS[kind](match[0]):
                yield Identifier(kind, match[0], "", True)
                break


def stated(cell: str, country: str = "") -> tuple[Identifier, ...]:
    """The numbers that a cell states, each behind the name of its register, with ``;`` or ``|`` between.

    A number without one is recognised where its check digits leave no doubt; else its kind is empty.

    >>> [(one.kind, one.value, one.valid) for one in stated("INN 7707083893; IMO: 9074728; No 12")]
    [('INN', '7707083893', True), ('IMO', '9074728', False), ('No', '12', None)]
    >>> [one.kind for one in stated("5493001KJTIIGC8Y1R12 | 4711")]
    ['LEI', '']
    """
    return tuple(_stated(part.strip(), country) for part in re.split(r"[;|\n]", cell) if part.strip())


_NAMED_NUMBER = re.compile(r"(?P<kind>\D[^:]*?)(?:\s*[:=]\s*|\s+)(?P<value>\S*\d.*)")


def _stated(part: str, country: str) -> Identifier:
    if named := _NAMED_NUMBER.fullmatch(part):
        return identifier(named["kind"].strip(), named["value"], COUNTRIES.get(country.upper(), country))
    return next(found_in(part), Identifier("", part, country))


COUNTRIES = {"RU": "Russia", "CN": "China", "UA": "Ukraine"}
"""Countries whose numbers a list may call by a general name."""
