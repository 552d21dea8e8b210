"""Rectangles on photographs, as the standard for media fragments writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.model.regions import Region


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("120,80,640,200", Region(120, 80, 640, 200)),
        ("xywh=120,80,640,200", Region(120, 80, 640, 200)),
        ("xywh=pixel:120,80,640,200", Region(120, 80, 640, 200)),
        (" 1, 2, 3, 4 ", Region(1, 2, 3, 4)),
        ("percent:10,20,30,10.5", Region(10, 20, 30, 10.5, percent=True)),
    ],
)
def test_a_region_is_read_as_it_may_be_written(text: str, region: Region) -> None:
    assert Region.parse(text) == region


@pytest.mark.parametrize(
    "text", ["", "top left", "1,2,3", "1,2,0,4", "-1,2,3,4", "percent:80,0,30,10", "1;2;3;4"]
)
def test_what_is_no_region_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"region|area|beyond"):
        Region.parse(text)


@given(st.integers(1, 500), st.integers(1, 500), *[st.integers(0, 99)] * 2, *[st.integers(1, 100)] * 2)
def test_a_box_lies_inside_the_picture_and_holds_a_pixel(
    width: int, height: int, x: int, y: int, w: int, h: int
) -> None:
    region = Region(x, y, min(w, 100 - x), min(h, 100 - y), percent=True)
    left, upper, right, lower = region.box(width, height)
    assert 0 <= left < right <= width
    assert 0 <= upper < lower <= height
