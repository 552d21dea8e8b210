"""Every chart: that it can be drawn, fits the page, names what it needs, and is read without colour."""

from __future__ import annotations

import pkgutil
from itertools import pairwise

import pytest
from tests.publish.charts.drawn import FIGURES, marks

import sherd.publish.charts
from sherd.publish.charts import (
    competing_matrix,
    difference_table,
    style,
)
from sherd.publish.timeline.marks import SIGNS
from sherd.render.charts import svg


def test_every_chart_is_in_the_table_above() -> None:
    charts = {module.name for module in pkgutil.iter_modules(sherd.publish.charts.__path__)} - {"style"}
    assert FIGURES.keys() == charts


@pytest.mark.parametrize("name", FIGURES)
def test_a_chart_can_be_drawn_and_fits_the_text_of_a_page(name: str) -> None:
    picture = svg(FIGURES[name].spec, name)
    width = float(picture.split('width="')[1].split('"')[0])
    assert abs(width - style.WIDTH) <= 2
    assert style.FONT in picture


@pytest.mark.parametrize("name", FIGURES)
def test_no_chart_tells_kinds_apart_by_colour_alone(name: str) -> None:
    layers = list(marks(FIGURES[name].spec))
    by_colour = {
        field["field"]
        for layer in layers
        for channel in ("fill", "color")
        if isinstance(field := layer["encoding"].get(channel), dict)  # type: ignore[union-attr]
        and field.get("scale", "") is not None
        and "field" in field
    }
    by_shape = {
        layer["encoding"][channel]["field"]  # type: ignore[index,call-overload]
        for layer in layers
        for channel in ("shape", "strokeDash")
        if channel in layer["encoding"]  # type: ignore[operator]
    }
    assert by_colour <= by_shape


@pytest.mark.parametrize("name", FIGURES)
def test_a_chart_names_its_version_of_vega_lite_and_nothing_to_load(name: str) -> None:
    assert "url" not in FIGURES[name].spec["data"]  # type: ignore[operator]
    assert FIGURES[name].spec["$schema"] == "https://vega.github.io/schema/vega-lite/v6.json"


# -- colours -----------------------------------------------------------------------------------------------


def lightness(colour: str) -> float:
    """CIE L* of an sRGB colour (IEC 61966-2-1, CIE 15)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return float(116 * y ** (1 / 3) - 16)


@pytest.mark.parametrize(
    "colours",
    [
        list(difference_table.FILLS.values()),
        list(competing_matrix.FILLS.values()),
        [colour for _, _, colour in SIGNS.values()],
    ],
)
def test_a_grey_print_keeps_the_kinds_apart(colours: list[str]) -> None:
    steps = sorted(lightness(colour) for colour in colours)
    assert min(high - low for low, high in pairwise(steps)) > 8
