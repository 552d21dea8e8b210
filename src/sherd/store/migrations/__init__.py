"""Steps from older tables to newer ones, run by Alembic; a fresh store is made at once instead.

To add a step: change the noun, write the next file in ``versions`` with explicit columns, and set
``VERSION`` and ``KNOWN`` in ``schema`` and ``tables``. A test compares both ways.
"""
