"""From a worn marking to the parts of a catalogue that it may name, or to none of them.

    index = Index.of(mpns, makers, ids, bases)      # or Index.of_arrays(saved), index.add(...)
    answers = search(index, markings)               # answers[0].outcome, .candidates, .reason

The whole marking is searched as it stands, lot codes, dates and brands among it: nobody has to say first
which line is the part number. A near neighbour never takes the place of a part that the catalogue lacks.
"""

from sherd.identify.match.answers import Answers, search
from sherd.identify.match.index import Arrays, Index, WrongVersion
from sherd.identify.match.outcome import OUTCOMES
from sherd.identify.match.short import Shortener

__all__ = ["OUTCOMES", "Answers", "Arrays", "Index", "Shortener", "WrongVersion", "search"]
