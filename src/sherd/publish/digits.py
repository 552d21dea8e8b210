"""Digits of a serial that are not published.

A published serial tells its maker which unit was recovered, and with it perhaps when and where. The case says
how many of the last digits are withheld (``withhold_serial_digits``); two unless it says otherwise.
"""

USUAL = 2
WITHHELD_DIGIT = "×"


def digits_withheld(clearance: str, stated: int | None) -> int:
    """How many last digits a reader at this clearance is not shown.

    >>> digits_withheld("public", None), digits_withheld("team", 5), digits_withheld("sealed", 5)
    (2, 5, 0)
    """
    if clearance == "sealed":
        return 0
    return USUAL if stated is None else max(0, stated)


def withhold_digits(text: str, digits: int) -> str:
    """A serial as it is published: the last ``digits`` digits are not shown, whatever stands between them.

    Raises ValueError for a negative number.

    >>> withhold_digits("Ы-00391", 2), withhold_digits("31520 2/7", 5)
    ('Ы-003××', '31××× ×/×')
    """
    if digits < 0:
        raise ValueError(f"{digits} digits cannot be withheld")
    left, signs = digits, []
    for sign in reversed(text):
        hide = sign.isdigit() and left > 0
        left -= hide
        signs.append(WITHHELD_DIGIT if hide else sign)
    return "".join(reversed(signs))


def rounded_down(number: float, digits: int) -> float:
    """A number without its last digits.

    >>> rounded_down(14662, 2), rounded_down(391, 0)
    (14600, 391)
    """
    unit = 10**digits
    return number // unit * unit if digits else number


def told(number: float, digits: int) -> str:
    """An estimate as it is published: to two figures where digits are withheld, else whole.

    Exact estimates would give the greatest serial away.

    >>> told(2883.27, 2), told(2883.27, 0), told(74.0, 2)
    ('about 2,900', '2,883', 'about 74')
    """
    if not digits:
        return f"{number:,.0f}"
    return f"about {float(f'{number:.2g}'):,.0f}"
