"""Parts that are sold by the million and tell nothing of who built a thing: passive and discrete ones.

To add one: its name in ``WORDS``, in English, Russian or Ukrainian; a ``*`` stands for any ending.
"""

from __future__ import annotations

import re

WORDS = """
filter* capacitor* resistor* choke* inductor* ferrite* diode* transistor* mosfet* fuse* connector* crystal*
varistor* trimmer* конденсатор* резистор* дросел* дроссел* диод* діод* транзистор* фильтр* фільтр*
предохранител* запобіжник* разъем* разъём* роз'єм* роз’єм*
"""


def is_passive(words: str) -> bool:
    """Whether a component's name or function says that it is a passive or discrete part.

    >>> is_passive("SMD noise filter"), is_passive("programmable logic")
    (True, False)
    """
    return _NAMED.search(words) is not None


_NAMED = re.compile(rf"\b(?:{'|'.join(WORDS.split()).replace('*', chr(92) + 'w*')})", re.IGNORECASE)
