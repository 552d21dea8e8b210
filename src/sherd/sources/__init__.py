"""Outside reference data, read from where it lies into nouns: catalogues of parts, lists, nomenclatures."""
