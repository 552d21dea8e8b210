"""The chapters of a dossier, one file each: material in, one section out.

To add one: a module with ``chapter(material, sources)``, a line in ``sherd.publish.dossier.CHAPTERS``,
a line in ``tests/publish/test_dossier.py``.
"""
