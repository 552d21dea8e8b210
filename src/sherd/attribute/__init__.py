"""How much the findings weigh for each account of who made an item, and when to refuse.

Two questions are never merged: which documented line the item resembles, and whose work that line is. Each
hypothesis says per kind of evidence which line it draws on; the weight of a pair of hypotheses is log10 of
how many times more probable the findings are under the first. Nothing here says how probable a hypothesis
is. Formulas are numbered as in ``docs/attribute.md``.
"""
