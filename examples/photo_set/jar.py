"""Lumen balm: a low white ceramic jar with a brushed lid and a paper label."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from . import labels
from .blocks import MM
from .products import scaled
from .shapes import Mat, grid, lathe, to_blender_image

RADIUS = 35.0


def jar() -> list[Any]:
    """71 x 71 x 59 mm."""
    body = [(0, 1.4), (28, 1.4), (29.5, 0, 0.5), (31.5, 0, 1.4), (RADIUS, 5, 3.0), (RADIUS, 36.5, 1.6),
            (32.0, 37.0, 0.3), (32.0, 40)]
    lid = [(31, 37.7), (35.3, 37.7, 0.35), (35.5, 58.6, 1.1), (32.2, 58.9, 0.3), (31.7, 58.3, 0.3), (0, 58.3)]
    return [lathe("jar", scaled(body), ceramic(), 220), lathe("lid", scaled(lid), brushed(), 220), label()]


def ceramic() -> Mat:
    m = Mat("ceramic", "#ECEAE5")
    m.set("Roughness", m.span(m.noise(m.coord(), 60, 4), 0.35, 0.7, 0.20, 0.27))
    m.bump(m.noise(m.coord(), 140, 2), 0.0004, 0.06)
    return m


def brushed() -> Mat:
    """Turned aluminium: the brush went round, so highlights open to a fan on the top."""
    m = Mat("brushed", "#CBC8C3", metallic=1.0, anisotropic=0.75)
    m.set("Tangent", m.node("Tangent", direction_type="RADIAL", axis="Z").outputs[0])
    split = m.node("SeparateXYZ", {0: m.coord()})
    x, y, z = split.outputs
    out = m.math("SQRT", m.math("ADD", m.math("MULTIPLY", x, x), m.math("MULTIPLY", y, y)))
    round_ = m.node("CombineXYZ", {0: m.math("MULTIPLY", out, 7000), 1: m.math(
        "MULTIPLY", m.math("ARCTAN2", y, x), 1.3), 2: m.math("MULTIPLY", z, 7000)}).outputs[0]
    lines = m.noise(round_, 1.0, 3)
    m.set("Roughness", m.span(lines, 0.3, 0.7, 0.20, 0.31))
    m.bump(lines, 0.00001, 0.3)
    return m


def label() -> Any:
    """Paper bent round the front, a hair off the wall."""
    wide, high = labels.JAR_LABEL_MM
    paper = Mat("jar label", roughness=0.55)
    picture = to_blender_image("jar label", labels.jar_label(), color=True)
    paper.set("Base Color", paper.image(picture, paper.coord("UV")).outputs["Color"])
    paper.set("Specular IOR Level", 0.3)
    paper.bump(paper.noise(paper.coord(), 1500, 3), 0.00003, 0.5)
    u, v = np.linspace(0, 1, 61), np.array([0.0, 1.0])
    reach = RADIUS + 0.10
    turn = (u - 0.5) * wide / reach - math.pi / 2
    pts = np.array([[(reach * math.cos(a), reach * math.sin(a), 8.5 + high * h) for a in turn]
                    for h in v]) * MM
    uv = np.stack(np.meshgrid(u, v), -1)
    return grid("label", pts, paper, uv=uv, weighted=False)
