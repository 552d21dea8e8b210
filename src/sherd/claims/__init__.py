"""Claims: from the plain text of a document to statements, each with the passages it rests on.

Rules read the text; they look for how a language says that somebody said something and never guess beyond
it. The words they go by are tables (``sherd/data/cues_LANGUAGE.csv`` and its neighbours), so that a speaker
of the language can mend them. Everything here is a proposal for a person to judge.
"""
