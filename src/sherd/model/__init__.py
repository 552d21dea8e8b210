"""The nouns: what an investigation consists of, frozen, with their invariants and no I/O."""
