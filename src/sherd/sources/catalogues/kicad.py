"""A folder of KiCad symbol libraries, or one library."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sherd.identify.catalogue.entry import Catalogue, distinct, trouble
from sherd.identify.catalogue.kicad import library
from sherd.record.decode import decode
from sherd.sources.catalogues.form import Form, Wishes

ENDING = ".kicad_sym"


def read(contents: Mapping[str, bytes], wishes: Wishes) -> Catalogue:
    """The parts that the libraries draw, file by file in the order of their names."""
    found = [_library(file, content, wishes.encoding) for file, content in sorted(contents.items())]
    return Catalogue(
        tuple(distinct([each for said in found for each in said.entries])),
        tuple(problem for said in found for problem in said.problems),
        left_out=sum(said.left_out for said in found),
    )


def _library(file: str, content: bytes, encoding: str | None) -> Catalogue:
    decoded = decode(content, encoding)
    if not decoded.whole:
        do = "save the library as UTF-8, or name its encoding (--encoding cp1251)"
        return Catalogue((), (trouble("not_decodable", file, None, "", "", do),))
    said = library(decoded.text, file)
    return Catalogue(said.entries, said.problems, left_out=said.left_out)


def _claims(names: Collection[str]) -> bool:
    return any(map(_keeps, names))


def _keeps(name: str) -> bool:
    return name.endswith(ENDING)


FORM = Form("kicad", 1, "KiCad symbol libraries (.kicad_sym, or a folder of them)", _claims, _keeps, read)
