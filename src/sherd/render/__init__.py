"""From the document tree to what a reader holds: one tree, two media, the same words in both.

``html`` and ``typst`` each take a ``Document``; ``lower`` turns it into plain data once for both; ``glyphs``
decides which characters can be shown as they are; ``fonts`` finds the typefaces; ``charts`` draws.
"""
