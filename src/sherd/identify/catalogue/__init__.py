"""What a catalogue of parts says, in whatever form it comes: rows of a table, symbol libraries, exports.

Each format is one file here and takes text, rows or parsed JSON; the edge (``sherd.sources``) opens files.
To add one, see ``docs/how-to-add-a-catalogue-format.md``.
"""
