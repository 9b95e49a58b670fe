"""Small lamps and black cards that only reflections see, as beside any shiny product.

They draw a sheen or a dark edge on it and leave the light on the paper alone."""

from __future__ import annotations

import math
from typing import Any

from .lights import softbox
from .materials import paint
from .shapes import box

# product: where the strip's middle is, its power
STRIPS = {"perfume": ((-0.44, -0.34, 0.30), 3.0), "jar": ((-0.32, -0.08, 0.25), 3.0),
          "kettle": ((-0.8, 0.0, 0.35), 6.0)}
# product: the black card's foot, its width and height
FLAGS = {"jar": ((0.17, -0.115, 0.0), 0.10, 0.25)}


def reflections(product: str) -> None:
    if product in STRIPS:
        at, power = STRIPS[product]
        hide(softbox("strip", (0.16, 0.7), at, (0, 0, at[2]), power, edge=0.45))
    if product in FLAGS:
        at, wide, high = FLAGS[product]
        hide(box("flag", (wide, 0.004, high), paint("flag", "#060606", 0.9), at,
                 math.atan2(at[1], at[0]) + math.pi / 2))


def hide(thing: Any) -> None:
    thing.visible_camera = thing.visible_diffuse = thing.visible_shadow = False
