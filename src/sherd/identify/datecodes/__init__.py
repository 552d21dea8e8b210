"""Every convention of date codes that sherd knows, one table for each part of the world.

To add a convention: a row in the table of its room (and a function in ``rule.py`` where its characters mean
something new), and one line in ``tests/identify/test_datecode.py``. A test walks this table and fails for a
rule without an example. ``docs/how-to-add-a-date-rule.md`` goes through it step by step.
"""

from sherd.identify.datecodes import asia, crystals, generic, japan, soviet, western
from sherd.identify.datecodes.rule import Rule

RULES: tuple[Rule, ...] = (
    *western.RULES,
    *japan.RULES,
    *asia.RULES,
    *crystals.RULES,
    *soviet.RULES,
    *generic.RULES,
)
