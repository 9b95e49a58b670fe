"""Things that lie about on a table: books, plants, crockery, fruit, cloth."""

from __future__ import annotations

import math
from typing import Any

import bpy
import numpy as np

from . import artwork
from .materials import paint
from .shapes import Mat, ball, box, grid, lathe, place, to_blender_image, tube


def book(title: str, size: tuple, at: tuple, turn: float, color: tuple, ink: tuple) -> float:
    """A hardback lying down, spine to the camera; returns the height of its top."""
    long, deep, thick = size
    hexed = "#%02X%02X%02X" % color
    cloth = paint("cover " + title, hexed, 0.62, 0.00008)
    pages = Mat("pages", "#EDE4D0", roughness=0.8)
    line = pages.noise(pages.scaled(pages.coord(), (3, 3, 2600)), 1.0, 2)
    pages.set("Base Color", pages.mix(line, "#F1E9D8", "#C9BCA2"))
    hub = bpy.data.objects.new("book", None)
    bpy.context.scene.collection.objects.link(hub)
    board = 0.0028
    parts = [box("cover", (long, deep, board), cloth, (0, 0, 0), bevel=0.0009),
             box("cover", (long, deep, board), cloth, (0, 0, thick - board), bevel=0.0009),
             box("block", (long - 0.010, deep - 0.008, thick - 2 * board), pages,
                 (0, 0.0005, board), bevel=0.0006)]
    parts.append(book_back(title, long, deep, thick, color, ink))
    for part in parts:
        part.parent = hub
    place(hub, at, turn)
    return at[2] + thick


def book_back(title: str, long: float, deep: float, thick: float, color: tuple,
              ink: tuple) -> Any:
    """The rounded spine with its title."""
    art = to_blender_image("spine " + title, artwork.book_spine(title, color, ink), True)
    m = Mat("spine " + title, roughness=0.6)
    m.set("Base Color", m.image(art, m.coord("UV"), "EXTEND").outputs["Color"])
    m.bump(m.noise(m.coord(), 900, 3), 0.0001, 0.4)
    turn = np.linspace(0, math.pi, 15)
    arc = np.stack([-deep / 2 + 0.002 - 0.007 * np.sin(turn),
                    thick / 2 - thick / 2 * np.cos(turn)], 1)
    xs = np.array([-long / 2, long / 2])
    pts = np.array([[(x, y, z) for x in xs] for y, z in arc])
    uv = np.array([[(u, v) for u in (0, 1)] for v in np.linspace(0, 1, 15)])
    return grid("spine", pts, m, uv=uv)


def leaf_mesh(name: str, long: float, wide: float, curl: float, mat: Mat) -> Any:
    u = np.linspace(0, 1, 15)[:, None]
    v = np.linspace(-1, 1, 9)[None]
    half = wide / 2 * np.sin(np.pi * np.clip(u, 0.005, 0.995) ** 0.75) * (1 - 0.2 * u)
    y = u * long * np.cos(curl * u * 0.6) + 0 * v
    z = -long * u ** 2 * curl * 0.55 + np.abs(v) * half * 0.42 + 0.02 * long * np.sin(9 * u + 2 * v) * v
    return grid(name, np.stack([v * half, y, z], -1), mat)


def plant(at: tuple, pot: str, height: float, leaves: int, seed: int, long: float = 0.085) -> None:
    """A potted plant of simple folded leaves on arching stalks."""
    rng = np.random.default_rng(seed)
    green = Mat("leaf", "#5E8B3A", roughness=0.38)
    split = green.node("SeparateXYZ", {0: green.coord()})
    vein = green.span(green.math("ABSOLUTE", split.outputs[0]), 0.0, 0.0022, 1.0, 0.0)
    spread = green.node("ObjectInfo").outputs["Random"]
    tone = green.mix(spread, "#55822F", "#86A850")
    green.set("Base Color", green.mix(green.math("MULTIPLY", vein, 0.6), tone, "#B4C684"))
    green.set("Transmission Weight", 0.0)
    stalk = Mat("stalk", "#6E8A4A", roughness=0.5)
    r = 0.062
    lathe("pot", [(0, 0), (r * 0.72, 0, 0.004), (r, 0.105, 0.003), (r * 0.92, 0.105, 0.003),
                  (r * 0.86, 0.085)], paint("pot", pot, 0.55, 0.0003)).location = at
    soil = paint("soil", "#3A2A1E", 0.95, 0.004)
    lathe("soil", [(0, 0.092), (r * 0.9, 0.09)], soil).location = at
    for i in range(leaves):
        angle = i * 2.4 + rng.uniform(-0.3, 0.3)
        reach = rng.uniform(0.02, 0.10) * (1.15 - 0.6 * i / leaves)
        top = 0.10 + height * (0.25 + 0.75 * i / leaves) * rng.uniform(0.85, 1.1)
        end = np.array([reach * math.cos(angle), reach * math.sin(angle), top])
        t = np.linspace(0, 1, 10)[:, None]
        path = np.array([0, 0, 0.09]) * (1 - t) + end * t
        path[:, :2] = end[:2] * t ** 1.8
        bar = tube("stalk", path, 0.0016, stalk, segments=8)
        bar.location = at
        size = long * rng.uniform(0.75, 1.25)
        blade = leaf_mesh("leaf", size, size * 0.52, rng.uniform(0.4, 1.1), green)
        place(blade, tuple(np.array(at) + end),
              (rng.uniform(-0.2, 0.6), rng.uniform(-0.5, 0.5), angle - math.pi / 2))


def pottery(name: str, profile: list, color: str, at: tuple, rough: float = 0.18) -> Any:
    m = Mat(name, color, roughness=rough)
    tone = m.noise(m.coord(), 40, 4)
    m.set("Roughness", m.span(tone, 0.3, 0.7, rough, rough + 0.12))
    made = lathe(name, profile, m)
    made.location = at
    return made


def bowl(at: tuple, color: str, r: float = 0.12, high: float = 0.075) -> None:
    pottery("bowl", [(0, 0.004), (r * 0.4, 0.0, 0.003), (r * 0.5, 0.008, 0.01),
                     (r * 0.86, high * 0.5, 0.03), (r, high, 0.002), (r - 0.005, high, 0.002),
                     (r * 0.8, high * 0.5, 0.03), (0, 0.012)], color, at)


def plate(at: tuple, color: str, r: float = 0.13) -> None:
    pottery("plate", [(0, 0.003), (r * 0.55, 0.0, 0.002), (r * 0.66, 0.006, 0.008), (r, 0.019, 0.0015),
                      (r - 0.002, 0.0215, 0.0015), (r * 0.68, 0.010, 0.012), (0, 0.008)], color, at)


def cup(at: tuple, color: str, r: float = 0.038, high: float = 0.09) -> None:
    pottery("cup", [(0, 0), (r * 0.8, 0, 0.005), (r, high, 0.0015), (r - 0.0035, high, 0.0015),
                    (r * 0.78, 0.006), (0, 0.006)], color, at)


def peel(name: str, first: str, second: str) -> Mat:
    """Citrus skin with oil pits and slow colour change."""
    m = Mat(name, roughness=0.36)
    m.set("Base Color", m.mix(m.span(m.noise(m.coord(), 22, 3), 0.35, 0.65, 0, 1), first, second))
    m.bump(m.cells(m.coord(), 520), 0.0006, 0.5)
    return m


def citrus(spots: list[tuple], color: tuple[str, str], r: float, point: float = 0.0) -> None:
    skin = peel("peel", *color)
    for i, at in enumerate(spots):
        ball("fruit", r * (1 + 0.05 * math.sin(i * 2.1)), skin, at, 1.12 if point else 0.97,
             (1.25 + 0.2 * i, 0.35 * i, 0.8 + i * 1.9), point)


def pen(at: tuple, turn: float, color: str, long: float = 0.142, pencil: bool = False,
        lean: float = 0.0) -> None:
    """A pencil (six-sided, sharpened) or a plain ball pen, lying or standing."""
    r = 0.0037 if pencil else 0.0048
    coat = Mat("pen " + color, color, roughness=0.28)
    tip = Mat("pen tip", "#C9A06C" if pencil else "#B9B9B8", roughness=0.5,
              metallic=0.0 if pencil else 1.0)
    dark = Mat("pen end", "#2B2B2C", roughness=0.4)
    rows = ((coat, [(0, 0), (r, 0, 0.001), (r, long - 0.018), (0, long - 0.018)]),
            (tip, [(0, long - 0.018), (r, long - 0.018), (r * 0.3, long - 0.004), (0, long - 0.004)]),
            (dark, [(0, long - 0.004), (r * 0.3, long - 0.004), (0.0004, long), (0, long)]))
    for mat, profile in rows:
        part = lathe("pen", profile, mat, 6 if pencil else 32)
        part.rotation_mode = "XYZ"
        place(part, (at[0], at[1], at[2] + (0 if lean else r)),
              (math.pi / 2 - lean if lean else math.pi / 2, 0, turn))


def cloth(at: tuple, turn: float, size: tuple, base: str, stripe: str, seed: int,
          heap: float = 0.011) -> None:
    """A rumpled towel folded once, the fold to its front: ridges of many directions."""
    rng = np.random.default_rng(seed)
    nx, ny = 200, 130
    s = np.linspace(-1, 1, 2 * ny)
    gx, gs = np.meshgrid(np.linspace(-0.5, 0.5, nx), s)
    gy = np.abs(gs) - 0.5
    over = np.clip(gs / 0.03 * 0.5 + 0.5, 0, 1)
    over = over * over * (3 - 2 * over)
    x, y = gx * size[0], gy * size[1]
    high = np.zeros_like(x)
    for _ in range(14):
        a = rng.uniform(0, math.pi)
        along, across = x * math.cos(a) + y * math.sin(a), y * math.cos(a) - x * math.sin(a)
        mid = rng.uniform(-0.5, 0.5) * size[1]
        wide = rng.uniform(0.004, 0.013)
        bend = 0.012 * np.sin(along * rng.uniform(12, 34) + rng.uniform(0, 6))
        fade = np.exp(-((along - rng.uniform(-0.1, 0.1)) / rng.uniform(0.04, 0.13)) ** 2)
        high += rng.uniform(0.3, 1.0) * heap * fade / np.cosh((across - mid + bend) / wide) ** 1.4
    x = x + 0.003 * np.sin(y * 38 + 1) + 0.0016 * np.sin(y * 110) + 0.0022 * over * np.sin(y * 60)
    y = y + 0.004 * np.sin(x * 31 + over) + 0.0012 * np.sin(x * 95) + 0.004 * over * np.sin(x * 17 + 2)
    high = 0.0008 + high * (0.55 + 0.45 * over) + over * (0.0042 + 0.0012 * np.sin(x * 50) * np.cos(y * 44))
    m = Mat("linen", roughness=0.88)
    p = m.coord("UV")
    split = m.node("SeparateXYZ", {0: p})
    band = m.math("ABSOLUTE", m.math("SUBTRACT", m.math("FRACT", m.math(
        "MULTIPLY", split.outputs[0], 9.0)), 0.5))
    mask = m.math("GREATER_THAN", band, 0.40)
    thread = m.noise(m.scaled(p, (size[0], size[1], 1)), 900, 3, 0.7)
    m.set("Base Color", m.mix(m.math("MULTIPLY", thread, 0.28), m.mix(mask, base, stripe), "#6B6258"))
    m.set("Sheen Weight", 0.15)
    m.bump(thread, 0.0004, 0.5)
    uv = np.stack([gx + 0.5, (gs + 1) / 2], -1)
    place(grid("cloth", np.stack([x, y, high], -1), m, uv=uv, weighted=False), at, turn)


def biscuits(spots: list[tuple], seed: int) -> None:
    rng = np.random.default_rng(seed)
    m = Mat("biscuit", roughness=0.82)
    p = m.coord()
    baked = m.mix(m.noise(p, 60, 4), "#C08A4E", "#8F5E30")
    m.set("Base Color", m.mix(m.math("LESS_THAN", m.cells(p, 75), 0.30), baked, "#35210F"))
    m.bump(m.noise(p, 170, 5, 0.65), 0.004, 0.6)
    for at in spots:
        made = lathe("biscuit", [(0, 0), (0.029, 0, 0.003), (0.032, 0.006, 0.004), (0.02, 0.0115, 0.01),
                                 (0, 0.0125)], m, 90, 9, wobble=0.0007, seed=int(rng.integers(99)))
        place(made, at, (rng.uniform(-0.07, 0.07), rng.uniform(-0.07, 0.07), rng.uniform(0, 6)))


def jar(at: tuple, r: float, high: float, color: str, lid: str) -> None:
    pottery("jar", [(0, 0), (r, 0, 0.006), (r, high, 0.016), (r * 0.8, high + 0.012)], color, at, 0.3)
    cork = paint("jar lid", lid, 0.8, 0.0008)
    lathe("jar lid", [(0, high + 0.008), (r * 0.84, high + 0.008, 0.002), (r * 0.86, high + 0.034, 0.004),
                      (0, high + 0.034)], cork).location = at
