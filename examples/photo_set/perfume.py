"""NOOR 03: a block of thick glass with amber scent, a brass collar, a black cap."""

from __future__ import annotations

from typing import Any

import numpy as np

from . import labels
from .blocks import MM, block
from .glass import clear
from .products import scaled
from .shapes import Mat, grid, lathe, to_blender_image, tube

HALF, HIGH = (29.0, 16.0), 78.0
ROOM = (23.5, 10.5)  # the hollow
FOOT, FILL, ROOF = 11.0, 58.0, 70.0
GLASS, SCENT = 1.50, 1.36
AMBER = (0.05, 0.31, 0.92)


def perfume() -> list[Any]:
    """58 x 32 x 113 mm."""
    wall = block("glass", HALF, 5.5, [(3.2, 0), (0, 0, 2.2), (0, HIGH, 3.4), (5, HIGH)],
                 clear("glass", GLASS))
    return [wall, *inside(), label(), *top()]


def inside() -> list[Any]:
    """Scent, the air over it, and the pump.  Each boundary is one face, never two."""
    scent = block("scent", ROOM, 4.5, [(4.5, FOOT), (0, FOOT, 3.4), (0, FILL)],
                  clear("scent wall", SCENT / GLASS, AMBER))
    scent.data.materials.append(clear("scent top", SCENT, AMBER).mat)
    for face in scent.data.polygons:
        if face.center.z > (FILL - 0.01) * MM:
            face.material_index = 1
    air = block("air", ROOM, 4.5, [(0, FILL), (0, ROOF, 4.0), (5, ROOF)], clear("air", GLASS),
                open_foot=True)
    air.data.flip_normals()  # the glass is outside this one
    plastic = Mat("pump", "#EDEBE6", roughness=0.35)
    pump = lathe("pump", scaled([(0, 57), (1.6, 57), (2.0, 60, 0.3), (4.0, 61, 0.5), (4.0, 77.5), (0, 77.5)]),
                 plastic, 48)
    t = np.linspace(0, 1, 24)
    path = np.stack([3.5 * t * t, 0.8 * t * t, 57.5 + (FOOT + 1.2 - 57.5) * t], 1) * MM
    straw = Mat("straw", "#F4F1EA", roughness=0.3, alpha=0.38)
    return [scent, air, pump, tube("straw", path, 1.1 * MM, straw)]


def label() -> Any:
    wide, high = labels.PERFUME_LABEL_MM
    paper = Mat("label", roughness=0.62)
    picture = to_blender_image("perfume label", labels.perfume_label(), color=True)
    print_ = paper.image(picture, paper.coord("UV")).outputs["Color"]
    back = paper.node("NewGeometry").outputs["Backfacing"]
    paper.set("Base Color", paper.mix(back, print_, "#E9E4D8"))
    paper.set("Specular IOR Level", 0.25)
    paper.bump(paper.noise(paper.coord(), 1800, 3), 0.00003, 0.5)
    xs, zs = np.array([-wide / 2, wide / 2]), np.array([19.0, 19.0 + high])
    pts = np.array([[(x, -HALF[1] - 0.06, z) for x in xs] for z in zs]) * MM
    uv = np.array([[(0, 0), (1, 0)], [(0, 1), (1, 1)]], dtype=float)
    return grid("label", pts, paper, uv=uv, weighted=False)


def top() -> list[Any]:
    brass = Mat("collar", "#D9BE8C", metallic=1.0, roughness=0.16)
    collar = lathe("collar", scaled([(0, 77.6), (10.2, 77.6, 0.3), (10.2, 80.0, 0.5), (9.2, 80.4, 0.3),
                                     (9.2, 84.6), (0, 84.6)]), brass, 128)
    lacquer = Mat("cap", "#141416", roughness=0.16)
    cap = block("cap", (15.0, 12.0), 4.0, [(3, 84.2), (0, 84.2, 0.7), (0, 113, 1.8), (5, 113)], lacquer)
    return [collar, cap]
