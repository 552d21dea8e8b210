"""What a hit is, as bits: each is one doubt about it."""

MISREAD = 1
"""Signs are taken for one another."""

SPLIT = 2
"""Separators stand elsewhere, are more or are missing."""

LONGER = 4
"""A longer number stands around it."""

BASE = 8
"""The base part alone."""

PACKED = 16
"""The ordering code of the same part, packed or finished otherwise."""

OUT = 32
"""Not a hit after all: a better one stands in its place."""
