"""The ordering codes of each family of parts, one file for each maker or group of makers.

To add a family: a ``Grammar`` in the file of its maker (or a new file, named here), and one line in
``tests/identify/test_partnumber.py``. A test walks this table and fails for a family without an example.
``docs/how-to-add-a-maker-family.md`` goes through it step by step.
"""

from sherd.identify.grammars import (
    analog,
    infineon,
    memories,
    microchip,
    modules,
    nxp,
    passive,
    power,
    programmable,
    renesas,
    st,
    texas,
)
from sherd.identify.grammars.grammar import Grammar

GRAMMARS: tuple[Grammar, ...] = (
    *st.GRAMMARS,
    *texas.GRAMMARS,
    *microchip.GRAMMARS,
    *analog.GRAMMARS,
    *programmable.GRAMMARS,
    *infineon.GRAMMARS,
    *memories.GRAMMARS,
    *nxp.GRAMMARS,
    *renesas.GRAMMARS,
    *power.GRAMMARS,
    *passive.GRAMMARS,
    *modules.GRAMMARS,
)
