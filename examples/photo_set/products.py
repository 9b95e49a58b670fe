"""The three products: bottle, carton and mug.  Each stands on z = 0, front to -y."""

from __future__ import annotations

import math
from typing import Any

import bpy
import numpy as np

from . import artwork
from .shapes import Mat, grid, lathe, place, rounded, to_blender_image, tube

MM = 0.001

# ------------------------------------------------------------------- bottle


def steel(name: str, rough: float = 0.27) -> Mat:
    m = Mat(name, "#C9C7C3", metallic=1.0)
    brushed = m.noise(m.scaled(m.coord(), (60, 60, 9000)), 1.0, 3)
    m.set("Roughness", m.span(brushed, 0.3, 0.7, rough - 0.06, rough + 0.08))
    m.bump(brushed, 0.00001, 0.35)
    return m


def powder_coat() -> Mat:
    """Dark green satin-matte powder coat with the cream print on it."""
    m = Mat("powder coat")
    wide, high = artwork.BOTTLE_LABEL_MM
    picture = to_blender_image("bottle label", artwork.bottle_label(), color=False)
    arc = wide / (math.pi * 75)
    low = 52 * MM
    uv = m.scaled(m.coord("UV"), (1 / arc, 1 / (high * MM), 1),
                  (0.5 - 0.5 / arc, -low / (high * MM), 0))
    ink = m.image(picture, uv).outputs["Color"]
    tone = m.noise(m.coord(), 14, 3)
    paint = m.mix(m.span(tone, 0.3, 0.7, 0, 1), "#203C35", "#244039")
    ink_tone = m.mix(m.noise(m.coord(), 900, 2), "#EFE5CF", "#E6DCC4")
    grain = m.noise(m.coord(), 2100, 2, 0.6)
    paint = m.mix(m.span(grain, 0.42, 0.66, 0.0, 0.34), paint, "#4A665E")
    paint = m.mix(m.span(grain, 0.48, 0.30, 0.0, 0.40), paint, "#142722")
    m.set("Base Color", m.mix(ink, paint, ink_tone))
    smudge = m.span(m.noise(m.coord(), 38, 4, 0.6, 0.6), 0.35, 0.7, 0.38, 0.47)
    m.set("Roughness", m.math("ADD", smudge, m.math("MULTIPLY", ink, -0.05)))
    m.set("Specular IOR Level", 0.4)
    peel = m.noise(m.coord(), 520, 1)
    height = m.math("ADD", m.math("MULTIPLY", grain, 0.42), m.math("MULTIPLY", peel, 0.6))
    m.bump(m.math("ADD", height, m.math("MULTIPLY", ink, 0.25)), 0.00019, 0.9)
    return m


def bamboo(name: str = "bamboo") -> Mat:
    """Laminated bamboo: strips across y, fibres along x, dots on the end grain."""
    m = Mat(name, roughness=0.46)
    p = m.coord()
    split = m.node("SeparateXYZ", {0: p})
    strip = m.math("DIVIDE", split.outputs[1], 6.2 * MM)
    index = m.math("FLOOR", m.math("ADD", strip, 0.31))
    random = m.node("TexWhiteNoise", {"W": index}, noise_dimensions="1D").outputs["Value"]
    shift = m.node("CombineXYZ", {0: m.math("MULTIPLY", random, 9.0)}).outputs[0]
    moved = m.node("VectorMath", {0: p, 1: shift}, operation="ADD").outputs[0]
    fibre = m.noise(m.scaled(moved, (35, 1500, 1500)), 1.0, 4, 0.62)
    streak = m.noise(m.scaled(moved, (14, 320, 320)), 1.0, 3, 0.55)
    base = m.ramp(random, [(0.0, "#B98A55"), (0.5, "#C3955F"), (1.0, "#CFA570")])
    dark = m.mix(m.span(streak, 0.34, 0.6, 0.6, 0.0), base, "#9A6D3E")
    fine = m.mix(m.span(fibre, 0.34, 0.52, 0.6, 0.0), dark, "#7D5330")
    seam_at = m.math("ABSOLUTE", m.math("SUBTRACT", m.math(
        "FRACT", m.math("ADD", strip, 0.31)), 0.5))
    seam = m.span(seam_at, 0.475, 0.5, 0, 0.55)
    m.set("Base Color", m.mix(seam, fine, "#6B4526"))
    m.set("Roughness", m.span(fibre, 0.3, 0.7, 0.55, 0.4))
    m.bump(m.math("SUBTRACT", fibre, seam), 0.00006, 0.7)
    return m


def bottle() -> list[Any]:
    """Trailhead 750: 75 x 75 x 268 mm."""
    body = [(0, 1.2), (30, 1.2), (32.5, 0, 0.5), (35.6, 0, 0.6), (37.5, 3.4, 1.6),
            (37.5, 203, 15.5), (28.0, 226, 7), (27.4, 229.2, 0.5), (25.5, 229.2)]
    ring = [(24, 228.6), (28.7, 228.6, 0.45), (28.7, 233.0, 0.45), (25, 233.0)]
    gasket = [(24, 232), (27.2, 232), (27.2, 234.4), (24, 234.4)]
    lid = [(24, 233.8), (28.9, 233.8, 0.8), (29.2, 255.4, 2.6), (0, 255.8)]
    rubber = Mat("gasket", "#26282A", roughness=0.6)
    parts = [lathe("body", scaled(body), powder_coat(), 220),
             lathe("ring", scaled(ring), steel("ring steel", 0.22), 200),
             lathe("gasket", scaled(gasket), rubber),
             lathe("lid", scaled(lid), bamboo(), 200)]
    parts[3].rotation_euler = (0, 0, math.radians(-34))
    parts += carry_loop()
    return parts


def scaled(points: list[tuple]) -> list[tuple]:
    return [tuple(v * MM for v in p) for p in points]


def carry_loop() -> list[Any]:
    """A bent steel bar over the lid, its feet in two small collars."""
    half, foot, top = 15.0, 252.0, 266.2
    line = rounded([(-half, foot), (-half, top, 9.5), (half, top, 9.5), (half, foot)], 18)
    path = np.stack([line[:, 0], line[:, 0] * 0, line[:, 1]], 1) * MM
    loop = tube("loop", path, 1.8 * MM, steel("loop steel", 0.24), segments=28)
    parts = [loop]
    for side in (-1, 1):
        collar = lathe("collar", scaled([(0, 255), (3.6, 255), (3.6, 256.9, 0.5), (1.5, 256.9)]),
                       steel("collar steel", 0.3), 64)
        place(collar, (side * half * MM, 0, 0))
        parts.append(collar)
    pivot = bpy.data.objects.new("loop pivot", None)
    bpy.context.scene.collection.objects.link(pivot)
    for part in parts:
        part.parent = pivot
    pivot.rotation_euler = (0, 0, math.radians(22))
    return parts


# ------------------------------------------------------------------- carton

WIDE, DEEP, HIGH, EDGE = 90 * MM, 60 * MM, 160 * MM, 0.9 * MM


def outline(inset: float) -> tuple[np.ndarray, np.ndarray]:
    """The rounded, slightly bellied wall outline from the front left, and its u."""
    pts: list[tuple[float, float]] = []
    along: list[float] = []
    sides = ((WIDE, (1, 0)), (DEEP, (0, 1)), (WIDE, (-1, 0)), (DEEP, (0, -1)))
    x, y, run = -WIDE / 2, -DEEP / 2, 0.0
    for length, (dx, dy) in sides:
        for s in np.linspace(EDGE, length - EDGE, 24):
            off = inset - 0.45 * MM * math.sin(math.pi * s / length) ** 2
            pts.append((x + dx * s - dy * off, y + dy * s + dx * off))
            along.append(run + s)
        x, y, run = x + dx * length, y + dy * length, run + length
        hub = (x - (dx + dy) * EDGE, y - (dy - dx) * EDGE)
        for k in range(1, 6):
            a = math.pi / 12 * k
            reach = EDGE - inset
            pts.append((hub[0] + reach * (dy * math.cos(a) + dx * math.sin(a)),
                        hub[1] + reach * (-dx * math.cos(a) + dy * math.sin(a))))
            along.append(run - EDGE + 2 * EDGE * k / 6)
    along.append(along[0] + 0.3)
    return np.array(pts), np.array(along) / 0.3


def card(name: str, picture: Any, shine: float = 0.28) -> Mat:
    """Coated printed board: slight sheen, fibre grain, faint rubbing."""
    m = Mat(name)
    image = m.image(picture, m.coord("UV"), "REPEAT").outputs["Color"]
    rub = m.span(m.noise(m.coord(), 60, 5, 0.65), 0.4, 0.75, 0.0, 0.02)
    m.set("Base Color", m.mix(rub, image, "#F4EBDB"))
    m.set("Roughness", m.span(m.noise(m.coord(), 45, 3), 0.3, 0.7, 0.42, 0.54))
    m.set("Specular IOR Level", shine)
    fibre = m.noise(m.coord(), 1500, 2)
    wave = m.noise(m.coord(), 28, 1)
    first = m.node("Bump", {"Height": fibre, "Distance": 0.00003, "Strength": 0.45}).outputs[0]
    m.bump(wave, 0.0010, 0.07, first)
    return m


def carton() -> list[Any]:
    """First Leaf tea: 90 x 60 x 160 mm, tuck-in lid hinged at the back."""
    levels = [(0.0, 0.5), (0.25, 0.2), (0.8, 0.0)]
    levels += [(z, 0.0) for z in np.linspace(6, 154, 24)]
    levels += [(158.6, 0.0), (159.5, 0.03), (159.72, 0.14), (159.72, 0.55), (150, 0.6)]
    rows, uvs = [], []
    for z, inset in levels:
        pts, u = outline(inset * MM)
        pts = pts * (1 + 0.0025 * math.sin(math.pi * min(1, z / 160)))
        rows.append(np.column_stack([pts, np.full(len(pts), z * MM)]))
        uvs.append(np.column_stack([u, np.full(len(u), z / 160)]))
    wrap = to_blender_image("carton wrap", artwork.carton_wrap(), color=True)
    walls = grid("walls", np.array(rows), card("carton walls", wrap), closed=True,
                 uv=np.array(uvs), weighted=False)
    return [walls, carton_lid(), carton_base()]


def carton_lid() -> Any:
    """The top flap: hinged at the back, its front fold a hair proud, slits at the sides."""
    nx, ny = 40, 28
    xs, ys = np.linspace(-1, 1, nx), np.linspace(-1, 1, ny)
    gx, gy = np.meshgrid(xs, ys)
    half_x, half_y = WIDE / 2 - 0.95 * MM, DEEP / 2 - 0.8 * MM
    lift = (1 - gx ** 2) * (1 - gy ** 2) * 0.7 - np.clip(-gy - 0.94, 0, 1) * 14
    lift -= np.clip(np.abs(gx) - 0.97, 0, 1) * 9
    lift += (1 - gy) * 0.55 + (gx + 1) * 0.12 * np.clip(-gy, 0, 1)
    z = 159.55 + lift
    pts = np.stack([gx * half_x, gy * half_y, z * MM], -1)
    uv = np.stack([(gx + 1) / 2, (gy + 1) / 2], -1)
    top = to_blender_image("carton top", artwork.carton_top(), color=True)
    return grid("lid", pts, card("carton top", top, 0.02), uv=uv, weighted=False)


def carton_base() -> Any:
    pts, _ = outline(0.5 * MM)
    flat = np.column_stack([pts, np.full(len(pts), 0.0002)])
    return grid("base", np.array([flat, flat * (0.01, 0.01, 1)]),
                Mat("card inside", "#CFC3AE", roughness=0.8), closed=True)


# ---------------------------------------------------------------------- mug


def glaze() -> Mat:
    """Warm sand speckled glaze; deep slate inside; raw clay foot."""
    m = Mat("mug")
    p = m.coord()
    mark = m.node("Attribute", attribute_name="zone").outputs["Color"]
    zone = m.node("SeparateColor", {0: mark})
    inside, lip = zone.outputs[0], zone.outputs[1]
    height = m.node("SeparateXYZ", {0: p}).outputs[2]
    cloud = m.noise(p, 26, 5, 0.6)
    outer = m.mix(m.span(cloud, 0.35, 0.7, 0, 1), "#DACCB4", "#CBBB9F")
    inner = m.mix(m.span(cloud, 0.3, 0.7, 0, 1), "#6F7B78", "#5B6765")
    coat = m.mix(inside, outer, inner)
    thin = m.math("MULTIPLY", lip, m.span(m.noise(p, 120, 3), 0.3, 0.6, 0.55, 1.0))
    coat = m.mix(thin, coat, "#8B5E3A")
    coat = m.mix(speckle(m, p, 420, 0.24, 0.52), coat, "#5E3F28")
    coat = m.mix(speckle(m, p, 950, 0.22, 0.45), coat, "#7A583B")
    ragged = m.math("ADD", height, m.math("MULTIPLY", m.math(
        "SUBTRACT", m.noise(p, 45, 3), 0.5), 0.0045))
    dry = m.span(ragged, 0.0086, 0.0078, 0.0, 1.0)
    clay = m.mix(m.noise(p, 700, 4, 0.7), "#A9744E", "#8A5C3D")
    m.set("Base Color", m.mix(dry, coat, clay))
    m.set("Roughness", m.span(dry, 0, 1, 0.11, 0.85))
    sheen = m.span(m.noise(p, 70, 4), 0.35, 0.7, 0.09, 0.17)
    m.set("Roughness", m.math("MAXIMUM", sheen, m.math("MULTIPLY", dry, 0.85)))
    ripple = m.node("TexWave", {"Vector": m.scaled(p, (0.15, 0.15, 1)), "Scale": 46,
                                "Distortion": 1.5, "Detail": 2.0, "Detail Scale": 1.0},
                    bands_direction="Z").outputs["Fac"]
    pool = m.noise(p, 95, 2)
    body = m.math("ADD", m.math("MULTIPLY", ripple, 0.30), m.math("MULTIPLY", pool, 0.55))
    first = m.node("Bump", {"Height": body, "Distance": 0.0006, "Strength": 0.42}).outputs[0]
    edge = m.math("MULTIPLY", m.span(ragged, 0.0080, 0.0100, 0, 1), 1.0)
    second = m.node("Bump", {"Height": edge, "Distance": 0.0005, "Strength": 0.8,
                             "Normal": first}).outputs[0]
    grit = m.math("MULTIPLY", dry, m.noise(p, 1400, 3))
    m.bump(grit, 0.0002, 0.6, second)
    return m


def speckle(m: Mat, p: Any, scale: float, size: float, keep: float) -> Any:
    """Sparse round specks: cells whose random value passes `keep`."""
    node = m.node("TexVoronoi", {"Vector": p, "Scale": scale})
    odd = m.node("SeparateColor", {0: node.outputs["Color"]})
    radius = m.math("MULTIPLY", odd.outputs[1], size)
    near = m.math("LESS_THAN", node.outputs["Distance"], radius)
    chosen = m.math("LESS_THAN", odd.outputs[0], 1 - keep - 0.3)
    return m.math("MULTIPLY", m.math("MULTIPLY", near, chosen), 0.85)


def mug_handle() -> Any:
    """A pulled ear: an oval bar, thicker where it meets the wall."""
    spine = [(38.8, 74.4), (43.3, 75.4), (50, 77.2), (57.5, 76.8), (64.5, 72), (68.4, 63.5),
             (67.8, 52.5), (63, 42), (55.5, 33.5), (48.5, 28.0), (44.0, 26.2), (40.4, 25.6)]
    pts = np.array(spine)
    t = np.linspace(0, 1, len(pts))
    fine = np.linspace(0, 1, 110)
    curve = np.stack([smooth_curve(t, pts[:, k], fine) for k in (0, 1)], 1)
    run = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(curve, axis=0), axis=1))])
    gap = np.minimum(run, run[-1] - run)
    bulk = 5.5 + 3.6 * np.exp(-(gap / 4.6) ** 2) + 0.9 * (1 - fine)
    path = np.stack([curve[:, 0], 0 * curve[:, 0], curve[:, 1]], 1) * MM
    return tube("handle", path, bulk * MM, None, flat=0.72, segments=40)


def smooth_curve(t: np.ndarray, values: np.ndarray, fine: np.ndarray) -> np.ndarray:
    """Catmull-Rom through the values."""
    ext = np.concatenate([[2 * values[0] - values[1]], values, [2 * values[-1] - values[-2]]])
    place_at = np.clip(fine * (len(values) - 1), 0, len(values) - 1 - 1e-9)
    i = place_at.astype(int)
    f = place_at - i
    a, b, c, d = ext[i], ext[i + 1], ext[i + 2], ext[i + 3]
    return b + 0.5 * f * (c - a + f * (2 * a - 5 * b + 4 * c - d + f * (3 * (b - c) + d - a)))


def mug() -> list[Any]:
    """Barrel-shaped stoneware mug: 87 mm wide without its ear, 95 mm high."""
    profile = [(0, 2.6), (25, 2.6, 0.8), (27, 0, 1.0), (31.5, 0, 1.2), (33.0, 6.5, 2.0),
               (40.6, 12.0, 7), (44.0, 42, 13), (41.6, 74, 11), (36.4, 95.0, 2.2), (32.2, 95.0, 2.1),
               (37.0, 74, 10), (39.4, 42, 13), (36.0, 10.2, 8), (0, 7.8)]
    body = lathe("mug body", scaled(profile), None, 240, steps=9, wobble=0.00013, seed=4)
    handle = mug_handle()
    bpy.ops.object.select_all(action="DESELECT")
    for part in (body, handle):
        part.modifiers.clear()
        part.select_set(True)
    bpy.context.view_layer.objects.active = body
    bpy.ops.object.join()
    paint_zones(body.data)
    body.data.materials.append(glaze().mat)
    return [body]


def paint_zones(mesh: Any) -> None:
    """Mark each point: red = inside, green = the lip where the glaze breaks thin."""
    pts = np.empty(len(mesh.vertices) * 3, dtype=np.float32)
    mesh.vertices.foreach_get("co", pts)
    pts = pts.reshape(-1, 3) / MM
    radius = np.hypot(pts[:, 0], pts[:, 1])
    middle = np.interp(pts[:, 2], [8, 12, 18, 42, 74, 95], [32.5, 36.6, 38.9, 41.6, 39.2, 34.3])
    inside = np.clip((middle - radius) / 0.7 + 0.5, 0, 1) * (pts[:, 2] > 7)
    lip = np.clip((pts[:, 2] - 92.7) / 1.6, 0, 1)
    data = np.column_stack([inside, lip, 0 * lip, 0 * lip + 1]).astype(np.float32)
    layer = mesh.color_attributes.new("zone", "FLOAT_COLOR", "POINT")
    layer.data.foreach_set("color", data.ravel())


BUILD = {"bottle": bottle, "carton": carton, "mug": mug}
