"""Charts of a dossier: findings as Vega-Lite specifications, each with its words and its twin in numbers.

Nothing is drawn here (``sherd.render.charts`` does that). No chart says anything by colour alone, every
chart survives a grey printer, and every number in it stands in the table beside it.

To add a chart: one file with its rows and a ``figure`` function, one line in ``tests/publish/charts``.
"""
