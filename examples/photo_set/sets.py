"""The places the products are photographed in: a studio sweep and three tables."""

from __future__ import annotations

import math

import numpy as np

from .cards import reflections
from .lights import softbox, world
from .materials import paint, wood
from .props import biscuits, book, bowl, citrus, cloth, cup, jar, peel, pen, plant, plate
from .shapes import Mat, ball, box, grid, place, rgb, rounded, tube

# ------------------------------------------------------------------- studio


def studio(product: str) -> None:
    """Seamless paper, a big soft box at left, a white card at right, a gentle top."""
    line = rounded([(-2.2, 0), (0.95, 0, 0.6), (1.05, 2.6)], 28)
    xs = np.linspace(-2.4, 2.4, 3)
    pts = np.array([[(x, y, z) for x in xs] for y, z in line])
    paper = Mat("paper sweep", "#E7E6E4", roughness=0.75)
    paper.set("Specular IOR Level", 0.25)
    paper.bump(paper.noise(paper.coord(), 900, 3), 0.00006, 0.3)
    tone = paper.noise(paper.coord(), 3.0, 2)
    paper.set("Base Color", paper.mix(paper.span(tone, 0.3, 0.7, 0, 1), "#E6E5E3", "#E9E8E6"))
    grid("sweep", pts, paper, weighted=False)
    k = {"bottle": 1.0, "carton": 0.92, "mug": 0.85, "perfume": 0.88, "jar": 0.85, "kettle": 1.0}[product]
    softbox("key", (0.95 * k, 1.25 * k), (-1.15 * k, -0.62 * k, 0.72 * k), (0, 0, 0.12), 25 * k * k)
    softbox("fill", (0.9, 1.2), (1.35, -0.55, 0.5), (0, 0, 0.12), 5.0, edge=0.3)
    softbox("top", (1.5, 1.1), (-0.05, 0.25, 1.75), (0, 0.15, 0), 11, edge=0.3)
    softbox("paper light", (1.6, 0.8), (-0.4, -0.9, 2.2), (0, 1.2, 0.5), 16, edge=0.3)
    reflections(product)
    world("#FFFFFF", 0.07)


# ------------------------------------------------------------------- tables


def room(wall: str, window_x: tuple[float, float], sill: float, back: float,
         outside: float, shine: float = 26.0) -> None:
    """The wall behind the table with a casement window and a garden beyond it."""
    plaster = paint("wall", wall, 0.85, 0.0009)
    left, right = window_x
    top = 1.35
    pieces = [((left + 2.6), (-2.6 + left) / 2, sill, top), (2.6 - right, (2.6 + right) / 2, sill, top),
              (5.2, 0, top, 2.2)]
    for wide, x, low, high in pieces:
        box("wall", (wide, 0.14, high - low), plaster, (x, back + 0.07, low), bevel=0.003)
    box("wall", (5.2, 0.14, sill + 0.9), plaster, (0, back + 0.07, -0.9), bevel=0.003)
    frame = paint("window frame", "#EDEBE6", 0.4)
    wide = right - left
    mid = (left + right) / 2
    box("sill", (wide + 0.1, 0.20, 0.028), frame, (mid, back + 0.02, sill - 0.005), bevel=0.004)
    for x in (left + 0.025, mid, right - 0.025):
        box("post", (0.05, 0.05, top - sill), frame, (x, back + 0.06, sill), bevel=0.005)
    for z in (sill + 0.02, sill + 0.47):
        box("bar", (wide, 0.045, 0.035), frame, (mid, back + 0.06, z), bevel=0.005)
    garden(back + 3.0, outside)
    softbox("window light", (wide * 0.96, top - sill), (mid, back - 0.03, (top + sill) / 2),
            (mid, -1.0, 0.1), shine * wide, "#EEF4FF", edge=0.1)


def garden(y: float, strength: float) -> None:
    """Out-of-focus trees and sky outside: one glowing picture plane."""
    m = Mat("garden")
    p = m.coord()
    height = m.node("SeparateXYZ", {0: p}).outputs[2]
    edge = m.math("ADD", height, m.math("MULTIPLY", m.noise(p, 1.6, 5, 0.6), 1.6))
    trees = m.ramp(m.noise(p, 4.5, 5, 0.65), [(0.3, "#46603A"), (0.55, "#8DA56B"), (0.7, "#D5DDB8")])
    view = m.mix(m.span(edge, 0.9, 1.7, 0, 1), trees, "#E9F1F8")
    m.set("Base Color", rgb("#000000"))
    m.set("Specular IOR Level", 0.0)
    m.set("Emission Color", view)
    m.set("Emission Strength", strength)
    m.mat.cycles.emission_sampling = "NONE"
    pts = np.array([[(x, y, z) for x in (-4, 4)] for z in (-1.2, 3)], dtype=float)
    made = grid("garden", pts, m, weighted=False)
    made.visible_diffuse = False
    made.visible_shadow = False


def daylight(key: float, fill: float) -> None:
    """A second window left of the camera and the room's own bounce behind it."""
    softbox("side window", (1.1, 1.3), (-1.55, -0.55, 0.85), (0, 0, 0.1), key, "#F3F6FF", edge=0.1)
    softbox("room bounce", (2.2, 1.6), (1.5, -1.9, 1.3), (0, 0, 0.1), fill, "#FFF1E0", edge=0.4)
    world("#FFF4E6", 0.16)


def table_top(mat: Mat, deep: float) -> None:
    box("table", (2.4, deep + 0.9, 0.034), mat, (0, (deep - 0.9) / 2, -0.034), bevel=0.003)


def desk_for_bottle() -> None:
    table_top(wood("oak", "#C79A66", "#AC7B4A", "#7C5230"), 0.80)
    room("#D9D3C8", (-1.05, 0.02), 0.16, 0.95, 1.15)
    daylight(22, 21)
    top = book("FIELD NOTES", (0.235, 0.165, 0.034), (0.205, 0.30, 0), 0.16, (150, 62, 48), (235, 214, 180))
    top = book("SLOW ROADS", (0.215, 0.150, 0.026), (0.212, 0.305, top), -0.07, (38, 60, 98), (220, 205, 160))
    top = book("BREAD", (0.19, 0.135, 0.021), (0.20, 0.30, top), 0.24, (214, 172, 84), (60, 40, 30))
    ball("apple", 0.036, peel("apple", "#B5322A", "#D8913F"), (0.20, 0.30, top + 0.034), 0.9)
    plant((-0.245, 0.42, 0), "#C98B6B", 0.19, 26, 5)
    cup((-0.14, 0.235, 0), "#E8E3D8", 0.036, 0.095)
    for i, (c, p) in enumerate((("#D9A21B", True), ("#2E5FA3", False), ("#B23A35", True), ("#3B3B3D", False))):
        pen((-0.14 + 0.008 * (i - 1.5), 0.235 - 0.006 * (i % 2), 0.01), i * 1.7 + 0.4, c,
            0.15 + 0.008 * i, p, lean=math.pi / 2 - 0.13 - 0.03 * i)
    box("notebook", (0.15, 0.21, 0.014), paint("notebook", "#3A3E46", 0.55, 0.00008),
        (-0.17, 0.02, 0), 0.42, 0.003)
    box("notepaper", (0.143, 0.203, 0.0105), paint("notepaper", "#EFE8DA", 0.8), (-0.1675, 0.0185, 0.0018), 0.42, 0.001)
    pen((-0.20, -0.02, 0.014), -0.9, "#C65B2E", 0.14, True)
    cloth((0.215, 0.04, 0), 0.35, (0.22, 0.13), "#E9E2D3", "#5C7FA3", 11, 0.008)
    box("parcel", (0.17, 0.12, 0.12), paint("kraft", "#B68F63", 0.75, 0.0002), (0.46, 0.66, 0), -0.3, 0.002)
    jar((-0.52, 0.74, 0), 0.05, 0.12, "#C9D3D8", "#A98860")
    box("frame", (0.26, 0.018, 0.32), paint("frame", "#3B3330", 0.4), (0.34, 0.905, 0.12), 0.0, 0.002, (-0.06, 0))
    box("print", (0.21, 0.004, 0.27), paint("print", "#D9C7A8", 0.6), (0.34, 0.895, 0.145), 0.0, 0.0005, (-0.06, 0))


def kitchen_for_carton() -> None:
    table_top(wood("walnut", "#9A6C46", "#7A5031", "#4A2E1B", 0.14), 0.72)
    room("#C6CFCC", (-0.16, 0.95), 0.15, 0.88, 1.4, 16)
    daylight(17, 36)
    bowl((0.165, 0.29, 0), "#DDE3E6", 0.105, 0.07)
    citrus([(0.135, 0.27, 0.055), (0.20, 0.275, 0.056), (0.165, 0.33, 0.055), (0.168, 0.282, 0.098)],
           ("#E9C52F", "#D9AE1C"), 0.032, 0.3)
    citrus([(0.112, 0.135, 0.0305)], ("#E9C52F", "#D9AE1C"), 0.030, 0.3)
    plate((-0.175, 0.20, 0), "#EDE9E0", 0.115)
    plate((-0.177, 0.203, 0.0135), "#7FA1A8", 0.098)
    biscuits([(-0.205, 0.18, 0.0245), (-0.15, 0.195, 0.0245), (-0.185, 0.238, 0.0245),
              (-0.178, 0.203, 0.037)], 3)
    cloth((0.165, 0.0, 0), -0.35, (0.16, 0.10), "#F0EADD", "#4B6F8F", 21, 0.007)
    jar((-0.075, 0.48, 0), 0.047, 0.13, "#B9C4BD", "#B08B5E")
    jar((-0.20, 0.52, 0), 0.04, 0.09, "#D7C3A4", "#8E6B45")
    plant((0.36, 0.55, 0), "#E5DCCB", 0.17, 24, 8)
    box("board", (0.30, 0.018, 0.22), wood("board", "#D2AE7E", "#BE955F", "#94693C", 0.4),
        (-0.34, 0.69, 0), 0.1, 0.004, (-0.12, 0))
    scatter_tea((-0.095, -0.005), 26)


def scatter_tea(at: tuple[float, float], count: int) -> None:
    """A pinch of dry rolled leaves on the wood."""
    rng = np.random.default_rng(31)
    m = Mat("dry tea", "#39402A", roughness=0.7)
    for _ in range(count):
        long = rng.uniform(0.004, 0.010)
        t = np.linspace(-1, 1, 9)
        bend = rng.uniform(-0.4, 0.4) * long
        path = np.stack([t * long / 2, bend * (t * t - 1), 0.0012 + 0.0008 * np.sin(t * 3)], 1)
        bar = tube("tea", path, 0.0009 * (1.1 - np.abs(t) ** 3), m, segments=8)
        place(bar, (at[0] + rng.normal(0, 0.013), at[1] + rng.normal(0, 0.009), 0), rng.uniform(0, 6.28))


def breakfast_for_mug() -> None:
    table_top(wood("ash", "#D6B88F", "#BF9C70", "#937049", 0.10, 0.34), 0.62)
    room("#B8B4A6", (-0.95, 0.06), 0.012, 0.80, 1.6)
    daylight(16, 15)
    top = book("TIDES", (0.17, 0.125, 0.020), (0.13, 0.165, 0), -0.22, (52, 92, 110), (225, 210, 175))
    book("A QUIET YEAR", (0.155, 0.115, 0.016), (0.128, 0.168, top), 0.06, (186, 88, 62), (240, 222, 190))
    plate((-0.135, 0.10, 0), "#8FA7AE", 0.075)
    biscuits([(-0.150, 0.088, 0.0125), (-0.112, 0.105, 0.0125), (-0.135, 0.10, 0.025)], 9)
    cloth((-0.125, -0.045, 0), 0.35, (0.12, 0.085), "#DDE1DF", "#A4553F", 17, 0.005)
    plant((0.11, 0.46, 0), "#55606B", 0.12, 22, 12, 0.075)
    jar((-0.17, 0.36, 0), 0.036, 0.085, "#C7A98A", "#7B5B3C")
    bowl((0.25, 0.40, 0), "#E3DED2", 0.085, 0.055)
    citrus([(0.225, 0.385, 0.05), (0.275, 0.40, 0.05), (0.245, 0.43, 0.055)], ("#E2792B", "#D2631C"), 0.031)
    pen((0.190, -0.128, 0), 1.25 + math.pi, "#2F6E8E", 0.135, True)
    pen((0.205, -0.074, 0), 1.42 + math.pi, "#D7A62A", 0.13, True)


TABLES = {"bottle": desk_for_bottle, "carton": kitchen_for_carton, "mug": breakfast_for_mug}
