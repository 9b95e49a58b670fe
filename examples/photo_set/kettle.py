"""Halden: an electric kettle, matte black with a steel band, goose neck and free grip."""

from __future__ import annotations

import math
from typing import Any

import mathutils
import numpy as np

from . import labels
from .blocks import MM
from .products import scaled, smooth_curve, steel
from .shapes import Mat, lathe, place, rounded, to_blender_image, tube

LOW, HIGH = (69.0, 32.0), (49.0, 164.0)  # radius and height of the wall's ends


def kettle() -> list[Any]:
    """About 250 x 156 x 196 mm."""
    black = coat("grip")
    base = [(0, 0.8), (70, 0.8), (72, 0, 0.5), (76, 0, 1.0), (78, 3, 1.5), (78, 13, 2.5), (70, 16.5, 1.0),
            (0, 16.5)]
    foot = [(0, 17), (66, 17, 0.3), (66, 20)]
    band = [(60, 19), (69.4, 19, 0.5), (69.6, 31.4, 0.5), (60, 31.4)]
    wall = [(60, 31.9), (LOW[0] - 0.5, 31.9, 0.4), (*HIGH, 4.0), (44, 166.5, 0.5), (44, 164)]
    lid = [(40, 164.8), (43.4, 165.4), (43.4, 168.0, 0.8), (20, 173, 14), (0, 173.6)]
    stem = [(0, 172), (5, 172), (5, 179)]
    knob = [(0, 177.6), (11.0, 177.6, 1.0), (12.5, 190, 2.2), (0, 191)]
    turned = [("base", base, coat("base")), ("foot", foot, black), ("band", band, steel("band", 0.2)),
              ("wall", wall, printed()), ("lid", lid, black), ("stem", stem, steel("stem", 0.2)),
              ("knob", knob, black)]
    parts = [lathe(name, scaled(line), mat, 220) for name, line, mat in turned]
    return [*parts, *spout(), *grip(black)]


def coat(name: str) -> Mat:
    """Matte charcoal with the fine grain of a sprayed coat."""
    m = Mat(name)
    grain = m.noise(m.coord(), 1500, 2, 0.6)
    m.set("Base Color", m.mix(m.span(grain, 0.35, 0.65, 0, 1), "#202224", "#292B2E"))
    m.set("Roughness", m.span(m.noise(m.coord(), 30, 4, 0.6, 0.6), 0.35, 0.7, 0.42, 0.50))
    m.set("Specular IOR Level", 0.42)
    m.bump(grain, 0.00010, 0.6)
    return m


def printed() -> Mat:
    """The coat with the mark in pale grey, low on the front."""
    m = coat("wall")
    wide, high = labels.KETTLE_MARK_MM
    picture = to_blender_image("kettle mark", labels.kettle_mark(), color=False)
    arc = wide / (2 * math.pi * 62)
    uv = m.scaled(m.coord("UV"), (1 / arc, 1 / (high * MM), 1), (0.5 - 0.5 / arc, -62 / high, 0))
    ink = m.image(picture, uv).outputs["Color"]
    plain = m.bsdf.inputs["Base Color"].links[0].from_socket
    m.set("Base Color", m.mix(ink, plain, "#C9C6BF"))
    return m


def curve(points: list[tuple[float, float]], count: int) -> np.ndarray:
    """A smooth path in the x-z plane, metres."""
    pts, fine = np.array(points), np.linspace(0, 1, count)
    x, z = (smooth_curve(fine, pts[:, k], fine) for k in (0, 1))
    return np.stack([x, 0 * x, z], 1) * MM


def spout() -> list[Any]:
    """The goose neck, wide at its root, and the dark of its mouth."""
    path = curve([(-50, 50), (-66, 51), (-84, 58), (-96, 76), (-97, 100), (-95, 124), (-99, 144),
                  (-110, 158), (-123, 163)], 140)
    t = np.linspace(0, 1, len(path))
    bulk = 5.6 + 5.4 * (1 - t) ** 1.4 + 5.0 * np.exp(-(t / 0.10) ** 2)
    neck = tube("neck", path, bulk * MM, coat("neck"), segments=48)
    ahead = mathutils.Vector(path[-1] - path[-2])
    mouth = lathe("mouth", scaled([(0, -1), (4.4, -1), (4.4, 0.12), (0, 0.12)]), Mat("mouth", "#050505"), 48)
    place(mouth, path[-1], tuple(ahead.to_track_quat("Z", "Y").to_euler()))
    return [neck, mouth]


def grip(mat: Mat) -> list[Any]:
    """A steel arm out from the rim; the grip over it turns down, its end free."""
    root, bend, end = (40, 148), (112, 154, 22), (103, 58)
    arm = tube("arm", curve([root, (52, 149), (64, 150), (80, 151.3)], 24), 6.2 * MM, steel("arm", 0.2))
    line = rounded([(61, 149.75), bend, end], 26)
    run = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    even = np.linspace(0, run[-1], 160)
    x, z = (np.interp(even, run, line[:, k]) for k in (0, 1))
    bulk = 9.5 * round_end(even, 1.5) * round_end(run[-1] - even, 7)
    return [arm, tube("grip", np.stack([x, 0 * x, z], 1) * MM, bulk * MM, mat, flat=0.8, segments=48)]


def round_end(left: np.ndarray, over: float) -> np.ndarray:
    """The share of full thickness `left` mm before an end rounded off over `over` mm."""
    return np.sqrt(np.clip(1 - np.clip(1 - left / over, 0, 1) ** 2, 0.01, 1))
