"""A timeline of claims: what of it is shown, where each thing stands, and with which signs it is drawn.

``charts/claims_timeline.py`` makes the figure of these, with its words and its table.
"""
