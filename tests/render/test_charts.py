"""Charts are drawn alike every time, with ids of their own and nothing hidden in their words."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from xml.etree import ElementTree

from sherd.model.document import Figure
from sherd.render import charts
from sherd.render.charts import pictured, png, svg

CLIPPED = {
    "data": {"values": [{"a": 1, "b": 2}]},
    "mark": {"type": "line", "clip": True},
    "encoding": {"x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}},
}
DATED = """
from sherd.render import charts
from sherd.render.charts import svg
spec = {"data": {"values": [{"a": 1664582400000}]}, "mark": "point",
        "encoding": {"x": {"field": "a", "type": "temporal", "scale": {"type": "utc"}}}}
import hashlib; print(hashlib.sha256(svg(spec).encode()).hexdigest())
"""


def test_a_chart_drawn_twice_is_the_same_chart() -> None:
    first = svg(CLIPPED, "one")
    charts._drawn.cache_clear()
    assert svg(CLIPPED, "one") == first


def test_ids_belong_to_their_chart_so_that_two_stand_on_one_page() -> None:
    first, second = svg(CLIPPED, "one"), svg(CLIPPED, "two")
    ids = [re.findall(r'\bid="([^"]+)"', drawn) for drawn in (first, second)]
    assert ids[0]
    assert all(name.startswith("one-") for name in ids[0])
    assert not set(ids[0]) & set(ids[1])
    assert set(re.findall(r"url\(#([^)]+)\)", first)) <= set(ids[0])


def test_a_drawing_is_well_formed_whatever_the_data_say(chart: Callable[..., Figure]) -> None:
    drawn = svg(chart("<b>&\"'", "a\x00b\ud800", "x\u202ey").spec)
    root = ElementTree.fromstring(drawn)
    said = "".join(root.itertext())
    assert "<b>&\"'" in said
    assert "a⟨U+0000⟩b⟨U+D800⟩" in said
    assert "x⟨U+202E⟩y" in said


def test_a_missing_character_is_written_out_in_the_drawing(chart: Callable[..., Figure]) -> None:
    assert "⟨U+1F600⟩" in svg(chart("😀").spec, missing=frozenset("😀"))


def test_a_picture_is_a_png_of_the_size_asked_for(chart: Callable[..., Figure]) -> None:
    small, large = (png(chart("a").spec, ppi) for ppi in (72, 144))
    assert small[:8] == large[:8] == b"\x89PNG\r\n\x1a\n"
    width = [int.from_bytes(image[16:20]) for image in (small, large)]
    assert abs(width[1] - 2 * width[0]) <= 2


def test_a_drawing_turned_into_a_picture_keeps_its_size_and_holds_no_letters(
    chart: Callable[..., Figure],
) -> None:
    drawn = svg(chart("شاهد").spec)
    root = ElementTree.fromstring(pictured(drawn))
    assert root.attrib["width"] == ElementTree.fromstring(drawn).attrib["width"]
    assert [child.tag.rpartition("}")[2] for child in root] == ["image"]


def test_a_day_is_the_same_day_in_every_time_zone() -> None:
    drawn = {
        subprocess.run(
            [sys.executable, "-c", DATED],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone, seed in (("UTC", "1"), ("Asia/Tehran", "2"), ("America/Los_Angeles", "3"))
    }
    assert len(drawn) == 1


def test_persian_words_ask_for_their_own_typeface_and_no_others_do(chart: Callable[..., Figure]) -> None:
    def family(words: str) -> str:
        root = ElementTree.fromstring(svg(chart(words).spec))
        return next(node.attrib["font-family"] for node in root.iter() if node.text == words)

    assert family("وزیر دفاع").startswith("Noto Sans Arabic, ")
    assert family("دفاع 12 K").startswith("Noto Sans Arabic, ")
    assert "Arabic" not in family("Шахед")
    assert "Arabic" not in family("دفاع Шахед"), "that typeface has no Cyrillic"
