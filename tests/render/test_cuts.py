"""A chart measured with the upright cuts of the typefaces is the chart that the whole typefaces give."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from sherd.render import fonts
from sherd.render.charts import svg
from sherd.render.cuts import VARYING, cut, cut_folder, is_variable

SPEC = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "config": {"font": "Noto Sans, Arial, sans-serif"},
    "title": {"text": "Wie lang ist dieses Wort: Ґедзь", "fontWeight": "bold"},
    "data": {
        "values": [{"name": name, "n": len(name)} for name in ("MWmw@%", "illicit", "Герань", "漢字", "شاهد")]
    },
    "mark": "bar",
    "encoding": {"y": {"field": "name", "type": "nominal"}, "x": {"field": "n", "type": "quantitative"}},
}
WITH_THE_WHOLE = """
import json, sys, vl_convert
from sherd.render import charts, fonts
for folder in fonts.folders():
    vl_convert.register_font_directory(folder)
spec = json.dumps(charts.shown(json.loads(sys.argv[1])))
drawn = charts._own_faces(vl_convert.vegalite_to_svg(spec, vl_version=charts.VEGA_LITE))
print(charts._own_ids(drawn, "chart"), end="")
"""


def variable() -> list[Path]:
    found = [path for folder in fonts.folders() for path in Path(folder).glob("*.ttf")]
    return [path for path in found if is_variable(path.read_bytes())]


def test_a_chart_is_the_same_with_the_cuts_as_with_the_whole_typefaces() -> None:
    told = subprocess.run(
        [sys.executable, "-c", WITH_THE_WHOLE, json.dumps(SPEC)], check=True, capture_output=True
    )
    assert svg(SPEC) == told.stdout.decode("utf-8")


@pytest.mark.parametrize("path", variable(), ids=lambda path: path.name)
def test_a_cut_keeps_every_table_but_those_that_change_letters(path: Path) -> None:
    font = path.read_bytes()
    made = cut(font)
    assert not is_variable(made)
    assert cut(made) == made
    tables = {tag: body for tag, body in _bodies(font).items() if tag not in VARYING}
    assert _bodies(made) == tables


def test_a_folder_without_variable_fonts_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.ttf").write_bytes(cut(variable()[0].read_bytes()))
    assert not cut_folder(tmp_path / "in", tmp_path)
    assert not list(tmp_path.glob("*.ttf"))


def _bodies(font: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", font, 4)
    rows = [struct.unpack_from(">4sIII", font, 12 + 16 * n) for n in range(count)]
    return {tag: font[offset : offset + length] for tag, _, offset, length in rows}
