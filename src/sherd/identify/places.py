"""Where things stand in a marking: the marking on one line, so that places are counted in one way only."""

import unicodedata

from sherd.text import shape


def one_line(marking: str | tuple[str, ...]) -> str:
    """A marking on one line, code point for code point: a line break or ``|`` is one space, and a letter or
    digit of another script that looks like a Latin one is that one.

    >>> one_line(("DALLAS", "18B20")), one_line("ТОSHIBA|9144ЕАI") == "TOSHIBA 9144EAI"
    ('DALLAS 18B20', True)
    """
    text = marking if isinstance(marking, str) else "|".join(marking)
    line = text.translate(_BREAKS)
    return line if line.isascii() else "".join(map(_sign, line))


def _sign(sign: str) -> str:
    if sign.isascii() or unicodedata.category(sign)[0] not in "LNP":
        return sign
    latin = shape(sign)
    if len(latin) != 1 or not latin.isascii():
        return sign
    return latin.lower() if sign.islower() else latin


_BREAKS = str.maketrans({"|": " ", "\n": " ", "\r": " ", "\t": " "})
