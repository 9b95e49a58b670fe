"""Mesh and shader-node helpers shared by the products and the sets.

Lengths are metres.  Everything is built from numbers: no files are read.
"""

from __future__ import annotations

import math
from typing import Any, Iterable, Sequence

import bmesh
import bpy
import numpy as np

Vec = Sequence[float]


def rgb(code: str) -> tuple[float, float, float, float]:
    """Turn '#RRGGBB' into the linear RGBA the renderer wants."""
    parts = [int(code[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    lin = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return lin[0], lin[1], lin[2], 1.0


# ---------------------------------------------------------------- materials


class Mat:
    """A Principled material with terse helpers for adding nodes."""

    def __init__(self, name: str, color: str = "#808080", **values: float) -> None:
        self.mat = bpy.data.materials.new(name)
        if self.mat.node_tree is None:
            self.mat.use_nodes = True
        self.tree = self.mat.node_tree
        self.bsdf = self.tree.nodes["Principled BSDF"]
        self.set("Base Color", rgb(color))
        for key, value in values.items():
            self.set(key.replace("_", " ").title().replace("Ior", "IOR"), value)
        self._coord = None

    def set(self, socket: str, value: Any) -> None:
        self._feed(self.bsdf.inputs[socket], value)

    def _feed(self, socket: Any, value: Any) -> None:
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, socket)
        else:
            socket.default_value = value

    def node(self, kind: str, inputs: dict[Any, Any] | None = None, **props: Any) -> Any:
        made = self.tree.nodes.new("ShaderNode" + kind)
        for key, value in props.items():
            setattr(made, key, value)
        for key, value in (inputs or {}).items():
            self._feed(made.inputs[key], value)
        return made

    def coord(self, which: str = "Object") -> Any:
        if self._coord is None:
            self._coord = self.node("TexCoord")
        return self._coord.outputs[which]

    def scaled(self, vector: Any, scale: Vec, shift: Any = (0, 0, 0)) -> Any:
        grown = self.node("VectorMath", {0: vector, 1: scale}, operation="MULTIPLY")
        moved = self.node("VectorMath", {0: grown.outputs[0], 1: shift}, operation="ADD")
        return moved.outputs[0]

    def noise(self, vector: Any, scale: float, detail: float = 3.0,
              rough: float = 0.5, warp: float = 0.0) -> Any:
        made = self.node("TexNoise", {"Vector": vector, "Scale": scale, "Detail": detail,
                                      "Roughness": rough, "Distortion": warp})
        return made.outputs["Fac"] if "Fac" in made.outputs else made.outputs[0]

    def cells(self, vector: Any, scale: float, out: str = "Distance") -> Any:
        return self.node("TexVoronoi", {"Vector": vector, "Scale": scale}).outputs[out]

    def ramp(self, fac: Any, stops: Iterable[tuple[float, Any]]) -> Any:
        """Colour (or grey level) by position; stops are (position, hex or float)."""
        made = self.node("ValToRGB", {0: fac})
        band = made.color_ramp
        stops = list(stops)
        while len(band.elements) < len(stops):
            band.elements.new(0.5)
        for element, (place, tone) in zip(band.elements, stops):
            element.position = place
            element.color = rgb(tone) if isinstance(tone, str) else (tone, tone, tone, 1)
        return made.outputs[0]

    def mix(self, fac: Any, first: Any, second: Any, blend: str = "MIX") -> Any:
        made = self.node("Mix", data_type="RGBA", blend_type=blend)
        for index, value in ((0, fac), (6, first), (7, second)):
            self._feed(made.inputs[index], rgb(value) if isinstance(value, str) else value)
        return made.outputs[2]

    def math(self, op: str, first: Any, second: Any = 0.0, clamp: bool = False) -> Any:
        return self.node("Math", {0: first, 1: second}, operation=op,
                         use_clamp=clamp).outputs[0]

    def span(self, value: Any, low: float, high: float, to_low: float, to_high: float) -> Any:
        return self.node("MapRange", {0: value, 1: low, 2: high, 3: to_low,
                                      4: to_high}).outputs[0]

    def bump(self, height: Any, distance: float, strength: float = 1.0,
             normal: Any = None) -> Any:
        inputs = {"Height": height, "Distance": distance, "Strength": strength}
        if normal is not None:
            inputs["Normal"] = normal
        made = self.node("Bump", inputs).outputs[0]
        self.set("Normal", made)
        return made

    def image(self, picture: Any, vector: Any, extension: str = "CLIP") -> Any:
        made = self.node("TexImage", {"Vector": vector}, image=picture,
                         extension=extension, interpolation="Cubic")
        return made


def to_blender_image(name: str, picture: Any, color: bool) -> Any:
    """Copy a Pillow RGB(A) picture into a Blender image datablock."""
    data = np.asarray(picture.convert("RGBA"), dtype=np.float32)[::-1] / 255
    high, wide = data.shape[:2]
    made = bpy.data.images.new(name, wide, high, alpha=True)
    made.colorspace_settings.name = "sRGB" if color else "Non-Color"
    made.pixels.foreach_set(np.ascontiguousarray(data).ravel())
    made.pack()
    return made


# ------------------------------------------------------------------- meshes


def finish(name: str, mesh: Any, mat: Mat | None, smooth: bool = True,
           weighted: bool = True) -> Any:
    """Make an object of a mesh: merged points, outward faces, smooth shading."""
    work = bmesh.new()
    work.from_mesh(mesh)
    bmesh.ops.remove_doubles(work, verts=work.verts, dist=1e-6)
    bmesh.ops.recalc_face_normals(work, faces=work.faces)
    for face in work.faces:
        face.smooth = smooth
    work.to_mesh(mesh)
    work.free()
    made = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(made)
    if mat is not None:
        mesh.materials.append(mat.mat)
    if weighted and smooth:
        made.modifiers.new("normals", "WEIGHTED_NORMAL").weight = 80
    return made


def grid(name: str, pts: np.ndarray, mat: Mat | None, closed: bool = False,
         uv: np.ndarray | None = None, weighted: bool = True, smooth: bool = True) -> Any:
    """A surface through rows x columns of points; `closed` joins the last column
    to the first (uv then has one column more)."""
    rows, cols = pts.shape[:2]
    span = cols if closed else cols - 1
    corner = [(r, c) for r in range(rows - 1) for c in range(span)]
    faces = [(r * cols + c, r * cols + (c + 1) % cols,
              (r + 1) * cols + (c + 1) % cols, (r + 1) * cols + c) for r, c in corner]
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(pts.reshape(-1, 3).tolist(), [], faces)
    if uv is not None:
        layer = mesh.uv_layers.new(name="uv")
        flat = [uv[a, b] for r, c in corner
                for a, b in ((r, c), (r, c + 1), (r + 1, c + 1), (r + 1, c))]
        layer.data.foreach_set("uv", np.asarray(flat, dtype=np.float32).ravel())
    return finish(name, mesh, mat, smooth, weighted)


def rounded(points: Iterable[Vec], steps: int = 7) -> np.ndarray:
    """A polyline whose corners (x, y, cut) are rounded off `cut` before the corner."""
    pts = [np.array(p[:2], dtype=float) for p in points]
    cuts = [p[2] if len(p) > 2 else 0.0 for p in points]
    out = [pts[0]]
    for i in range(1, len(pts) - 1):
        if cuts[i] <= 0:
            out.append(pts[i])
            continue
        a = pts[i] + (pts[i - 1] - pts[i]) / np.linalg.norm(pts[i - 1] - pts[i]) * cuts[i]
        b = pts[i] + (pts[i + 1] - pts[i]) / np.linalg.norm(pts[i + 1] - pts[i]) * cuts[i]
        for t in np.linspace(0, 1, steps):
            w = 0.76 if abs(np.dot(a - pts[i], b - pts[i])) < 0.5 * cuts[i] ** 2 else 1.0
            den = (1 - t) ** 2 + 2 * w * t * (1 - t) + t * t
            out.append(((1 - t) ** 2 * a + 2 * w * t * (1 - t) * pts[i] + t * t * b) / den)
    out.append(pts[-1])
    return np.array(out)


def lathe(name: str, profile: Iterable[Vec], mat: Mat | None, segments: int = 160,
          steps: int = 7, wobble: float = 0.0, seed: int = 1) -> Any:
    """Turn a (radius, height, corner cut) profile about the upright axis.

    uv.x runs once round with 0.5 at the front (-y); uv.y is height in metres."""
    line = rounded(list(profile), steps)
    turn = np.linspace(0, 2 * math.pi, segments, endpoint=False) + math.pi / 2
    rng = np.random.default_rng(seed)
    phase = rng.uniform(0, 6.28, 4)
    dent = sum(np.sin(k * turn[None] + phase[k - 2] + line[:, 1:2] * 40 * (k - 1.5))
               for k in (2, 3, 5)) * wobble
    ring = line[:, :1] + dent * np.minimum(1, line[:, :1] / 0.02)
    pts = np.stack([ring * np.cos(turn), ring * np.sin(turn),
                    np.repeat(line[:, 1:2], segments, 1)], -1)
    uv = np.zeros((len(line), segments + 1, 2))
    uv[..., 0] = np.linspace(0, 1, segments + 1)
    uv[..., 1] = line[:, 1:2]
    return grid(name, pts, mat, closed=True, uv=uv, smooth=segments > 12)


def tube(name: str, path: np.ndarray, radius: Any, mat: Mat | None,
         flat: float = 1.0, segments: int = 24) -> Any:
    """A round (or flattened) bar along a path; ends are closed to a point."""
    path = np.asarray(path, dtype=float)
    radius = np.broadcast_to(np.asarray(radius, dtype=float), (len(path),))
    ahead = np.gradient(path, axis=0)
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    side = np.cross(ahead[len(ahead) // 2], path[-1] - path[0] + (1e-5, 2e-5, 3e-5))
    side /= np.linalg.norm(side)
    rings = [np.repeat(path[:1], segments, 0)]
    turn = np.linspace(0, 2 * math.pi, segments, endpoint=False)
    for p, d, r in zip(path, ahead, radius):
        s = side - d * np.dot(side, d)
        s /= np.linalg.norm(s)
        n = np.cross(d, s)
        rings.append(p + r * (np.outer(np.cos(turn), s) + flat * np.outer(np.sin(turn), n)))
    rings.append(np.repeat(path[-1:], segments, 0))
    return grid(name, np.array(rings), mat, closed=True)


def box(name: str, size: Vec, mat: Mat | None, at: Vec = (0, 0, 0), turn: float = 0.0,
        bevel: float = 0.001, tilt: Vec = (0, 0)) -> Any:
    """A box standing on `at`, turned about the upright axis, with soft edges."""
    work = bmesh.new()
    bmesh.ops.create_cube(work, size=1)
    bmesh.ops.scale(work, vec=size, verts=work.verts)
    if bevel > 0:
        bmesh.ops.bevel(work, geom=list(work.edges), offset=bevel, segments=3,
                        profile=0.5, affect="EDGES")
    mesh = bpy.data.meshes.new(name)
    work.to_mesh(mesh)
    work.free()
    made = finish(name, mesh, mat)
    made.location = (at[0], at[1], at[2] + size[2] / 2)
    made.rotation_euler = (tilt[0], tilt[1], turn)
    return made


def ball(name: str, radius: float, mat: Mat | None, at: Vec, squash: float = 1.0,
         turn: Vec = (0, 0, 0), point: float = 0.0) -> Any:
    """A fruit-like ball; `point` draws both ends out (a lemon)."""
    t = np.linspace(0, math.pi, 40)
    r = np.sin(t)
    z = -np.cos(t) * (1 + point * np.abs(np.cos(t)) ** 6) * squash
    made = lathe(name, [(a * radius, b * radius) for a, b in zip(r, z)], mat, 64)
    made.location, made.rotation_euler = at, turn
    return made


def place(made: Any, at: Vec, turn: Vec | float = 0.0) -> Any:
    made.location = at
    made.rotation_euler = turn if isinstance(turn, (tuple, list)) else (0, 0, turn)
    return made
