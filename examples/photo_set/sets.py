"""The places the products are photographed in: a studio sweep and three tables."""

from __future__ import annotations

import math
from typing import Any

import bpy
import numpy as np

from . import artwork
from .shapes import Mat, ball, box, grid, lathe, place, rgb, rounded, to_blender_image, tube

# ------------------------------------------------------------------- lights


def softbox(name: str, size: tuple[float, float], at: tuple, aim: tuple, power: float,
            tint: str = "#FFFFFF", edge: float = 0.16, camera: bool = False) -> Any:
    """A rectangular lamp, a little hotter in the middle, soft at its border."""
    lamp = bpy.data.lights.new(name, "AREA")
    lamp.shape, lamp.size, lamp.size_y, lamp.energy = "RECTANGLE", size[0], size[1], power
    lamp.color = rgb(tint)[:3]
    lamp.use_nodes = True
    tree = lamp.node_tree
    emit = next(n for n in tree.nodes if n.type == "EMISSION")
    geo = tree.nodes.new("ShaderNodeNewGeometry")
    split = tree.nodes.new("ShaderNodeSeparateXYZ")
    tree.links.new(geo.outputs["Parametric"], split.inputs[0])
    falls = []
    for axis in (0, 1):
        tri = math_node(tree, "PINGPONG", split.outputs[axis], 0.5)
        soft = math_node(tree, "SMOOTH_MIN", math_node(tree, "DIVIDE", tri, edge), 1.0)
        falls.append(math_node(tree, "ADD", math_node(tree, "MULTIPLY", soft, 0.75),
                               math_node(tree, "MULTIPLY", tri, 0.6)))
    tree.links.new(math_node(tree, "MULTIPLY", *falls), emit.inputs["Strength"])
    made = bpy.data.objects.new(name, lamp)
    bpy.context.scene.collection.objects.link(made)
    made.location = at
    aim_at(made, aim)
    made.visible_camera = camera
    return made


def math_node(tree: Any, op: str, first: Any, second: Any) -> Any:
    made = tree.nodes.new("ShaderNodeMath")
    made.operation = op
    for socket, value in zip(made.inputs, (first, second)):
        if isinstance(value, bpy.types.NodeSocket):
            tree.links.new(value, socket)
        else:
            socket.default_value = value
    if op == "SMOOTH_MIN":
        made.inputs[2].default_value = 0.25
    return made.outputs[0]


def aim_at(thing: Any, target: tuple) -> None:
    import mathutils
    way = mathutils.Vector(target) - thing.location
    thing.rotation_euler = way.to_track_quat("-Z", "Y").to_euler()


def world(color: str, strength: float) -> None:
    sky = bpy.data.worlds.new("world")
    bpy.context.scene.world = sky
    if sky.node_tree is None:
        sky.use_nodes = True
    back = sky.node_tree.nodes["Background"]
    back.inputs[0].default_value = rgb(color)
    back.inputs[1].default_value = strength


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
    k = {"bottle": 1.0, "carton": 0.92, "mug": 0.85}[product]
    softbox("key", (0.95 * k, 1.25 * k), (-1.15 * k, -0.62 * k, 0.72 * k), (0, 0, 0.12), 25 * k * k)
    softbox("fill", (0.9, 1.2), (1.35, -0.55, 0.5), (0, 0, 0.12), 5.0, edge=0.3)
    softbox("top", (1.5, 1.1), (-0.05, 0.25, 1.75), (0, 0.15, 0), 11, edge=0.3)
    softbox("paper light", (1.6, 0.8), (-0.4, -0.9, 2.2), (0, 1.2, 0.5), 16, edge=0.3)
    world("#FFFFFF", 0.07)


# -------------------------------------------------------------- table clutter


def wood(name: str, light: str, mid: str, dark: str, plank: float = 0.12,
         rough: float = 0.38) -> Mat:
    """Boards along x with figure, pores, seams and a worn oil finish."""
    m = Mat(name)
    p = m.coord()
    split = m.node("SeparateXYZ", {0: p})
    board = m.math("DIVIDE", split.outputs[1], plank)
    index = m.math("FLOOR", board)
    random = m.node("TexWhiteNoise", {"W": index}, noise_dimensions="1D").outputs["Value"]
    shift = m.node("CombineXYZ", {0: m.math("MULTIPLY", random, 7.0),
                                  2: m.math("MULTIPLY", random, 3.0)}).outputs[0]
    moved = m.node("VectorMath", {0: p, 1: shift}, operation="ADD").outputs[0]
    figure = m.noise(m.scaled(moved, (1.6, 17, 17)), 1.0, 5, 0.55, 1.1)
    rings = m.node("TexWave", {"Vector": m.scaled(moved, (0.5, 9, 9)), "Scale": 1.5,
                               "Distortion": 7.0, "Detail": 3.0, "Detail Scale": 1.2},
                   bands_direction="Y").outputs["Fac"]
    pores = m.noise(m.scaled(moved, (22, 900, 900)), 1.0, 3, 0.6)
    tone = m.ramp(figure, [(0.25, dark), (0.5, mid), (0.75, light)])
    tone = m.mix(m.math("MULTIPLY", rings, 0.32), tone, dark)
    tone = m.mix(m.span(pores, 0.34, 0.48, 0.55, 0.0), tone, dark, "MULTIPLY")
    tint = m.mix(random, "#FFFFFF", "#D8CBBE")
    tone = m.mix(1.0, tone, tint, "MULTIPLY")
    near = m.math("ABSOLUTE", m.math("SUBTRACT", m.math("FRACT", board), 0.5))
    seam = m.span(near, 0.488, 0.497, 0.0, 1.0)
    m.set("Base Color", m.mix(m.math("MULTIPLY", seam, 0.8), tone, "#23160D"))
    wear = m.noise(p, 9, 5, 0.62)
    m.set("Roughness", m.math("ADD", m.span(wear, 0.3, 0.7, rough - 0.08, rough + 0.12),
                              m.span(pores, 0.34, 0.48, 0.15, 0.0)))
    relief = m.math("SUBTRACT", m.math("MULTIPLY", pores, 0.25), seam)
    m.bump(relief, 0.0006, 0.55)
    return m


def paint(name: str, color: str, rough: float = 0.5, grain: float = 0.0) -> Mat:
    m = Mat(name, color, roughness=rough)
    if grain:
        m.bump(m.noise(m.coord(), 260, 4), grain, 0.4)
    return m


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
