"""How alike the shapes of two letters or digits are: makes the table ``sign_likeness`` that sherd ships.

    python benchmarks/likeness.py FONT.ttf [FONT.ttf …] > src/sherd/data/sign_likeness.csv

Each sign is drawn in each font, in its own proportions and stretched to one box, blurred as wear blurs it,
and compared with every other: the mean correlation of the pictures. Pairs below 0.2 are left out. The
shipped table was made with DejaVu Sans, DejaVu Sans Condensed, DejaVu Sans Mono and DejaVu Sans Mono Bold
(version 2.37).
"""

from __future__ import annotations

import sys
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from scipy.ndimage import gaussian_filter

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
HIGH, WIDE, BLUR, LEAST = 48, 32, 3.0, 0.2
HEAD = """# How alike the shapes of two signs are: 1 is the same picture, 0 no more than chance.
# Made by benchmarks/likeness.py; a pair not listed is below 0.2. since: the version that first had the row.
# licence: CC0-1.0 (measured for sherd on fonts under the DejaVu licence)
signs,likeness,since,source
"""


def picture(sign: str, font: ImageFont.FreeTypeFont, stretched: bool) -> NDArray[np.float64]:
    """The sign, blurred, with mean 0 and length 1, as one row of numbers."""
    sheet = Image.new("L", (160, 160), 0)
    ImageDraw.Draw(sheet).text((40, 20), sign, font=font, fill=255)
    cut = sheet.crop(sheet.getbbox())
    if stretched:
        field = np.asarray(cut.resize((WIDE, HIGH)), float)
    else:
        wide = max(1, min(HIGH, int(cut.width * HIGH / cut.height)))
        field = np.zeros((HIGH, HIGH))
        left = (HIGH - wide) // 2
        field[:, left : left + wide] = np.asarray(cut.resize((wide, HIGH)), float)
    field = gaussian_filter(field, BLUR)
    field -= field.mean()
    return (field / np.linalg.norm(field)).ravel()


def likeness(fonts: list[str]) -> NDArray[np.float64]:
    """float64 (36, 36): the mean correlation over fonts and proportions."""
    total = np.zeros((len(SIGNS), len(SIGNS)))
    for path in fonts:
        font = ImageFont.truetype(path, 96)
        for stretched in (True, False):
            rows = np.array([picture(sign, font, stretched) for sign in SIGNS])
            total += rows @ rows.T
    return total / (2 * len(fonts))


def main(fonts: list[str]) -> None:
    found = likeness(fonts)
    print(HEAD, end="")
    for (i, a), (j, b) in combinations(enumerate(SIGNS), 2):
        if found[i, j] >= LEAST:
            print(
                f'{a}{b},{found[i, j]:.2f},1,"rendered from DejaVu Sans 2.37, https://dejavu-fonts.github.io"'
            )


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
