"""From what an investigator hands in to nouns: every cell read or named as a problem, nothing lost."""
