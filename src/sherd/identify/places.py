"""Where things stand in a marking: the marking on one line, so that places are counted in one way only."""


def one_line(marking: str | tuple[str, ...]) -> str:
    """A marking on one line; every line break and ``|`` becomes one space, so that places stay the same.

    >>> one_line(("DALLAS", "18B20")), one_line("DALLAS|18B20")
    ('DALLAS 18B20', 'DALLAS 18B20')
    """
    text = marking if isinstance(marking, str) else "|".join(marking)
    return text.translate(_BREAKS)


_BREAKS = str.maketrans({"|": " ", "\n": " ", "\r": " ", "\t": " "})
