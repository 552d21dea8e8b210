"""Where on a photograph something stands: a rectangle, as Media Fragments URI 1.0 writes it (W3C, 4.2.2).

``xywh=120,80,640,200`` counts pixels from the upper left corner of the picture as it is shown upright;
``xywh=percent:10,20,30,10`` counts hundredths of its width and height. ``xywh=`` and ``pixel:`` may be left
out.
"""

from __future__ import annotations

import re
from math import ceil

from attrs import frozen

_WRITTEN = re.compile(
    r"(?:xywh=)?(?:(?P<unit>pixel|percent):)?\s*"
    r"(?P<x>\d+(?:\.\d+)?)\s*,\s*(?P<y>\d+(?:\.\d+)?)\s*,\s*(?P<w>\d+(?:\.\d+)?)\s*,\s*(?P<h>\d+(?:\.\d+)?)"
)


ROUNDING = 1e-6
"""Pixels by which a product of hundredths may miss a whole number."""


@frozen
class Region:
    """A rectangle of a photograph, in pixels or in hundredths of its sides."""

    x: float
    y: float
    width: float
    height: float
    percent: bool = False

    @classmethod
    def parse(cls, text: str) -> Region:
        """Read a region. Raises ``ValueError`` for what is none, or has no area.

        >>> Region.parse("120,80,640,200") == Region.parse("xywh=pixel:120,80,640,200")
        True
        """
        found = _WRITTEN.fullmatch(text.strip())
        if found is None:
            raise ValueError(f"{text!r} is no region: write x,y,width,height or percent:x,y,width,height")
        x, y, width, height = (float(found[name]) for name in "xywh")
        region = cls(x, y, width, height, found["unit"] == "percent")
        if not (region.width and region.height):
            raise ValueError(f"{text!r} has no area")
        if region.percent and max(region.x + region.width, region.y + region.height) > 100:
            raise ValueError(f"{text!r} reaches beyond the picture")
        return region

    def box(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Left, upper, right and lower edge in pixels of a picture of that size.

        Raises ``ValueError`` where the region reaches beyond it.

        >>> Region.parse("percent:50,0,50,100").box(400, 300)
        (200, 0, 400, 300)
        """
        across, down = (width / 100, height / 100) if self.percent else (1, 1)
        left, upper = int(self.x * across), int(self.y * down)
        right = ceil((self.x + self.width) * across - ROUNDING)
        lower = ceil((self.y + self.height) * down - ROUNDING)
        if right > width or lower > height:
            raise ValueError(
                f"the region ends at {right} × {lower}, the picture is {width} × {height} pixels"
            )
        left, upper = min(left, width - 1), min(upper, height - 1)
        return left, upper, max(right, left + 1), max(lower, upper + 1)
