#!/usr/bin/env python3
"""Measures Blender Cycles beside the studio's path tracer on the same set.

    cycles.py --scratch DIR [--reference-samples N] [--most-samples N] [--repeats N]

Runs with a Python that has bpy (5.0), numpy and Pillow. DIR holds what `krafd-bench studio` writes: set.json,
product.png, final.png, reference.png and seconds. Cycles renders the same geometry, lamps, sky and camera on all
processors, denoised, with fixed numbers of samples; the product's body throws light and shadow but is not seen. Each
picture is judged against Cycles' own undenoised light over the px that show nothing of the product, as the studio's
picture is against its own; both in 8-bit sRGB, exposed so that white paper beside the product is white.

Prints a JSON object: a row a number of samples and quality of the denoiser, the shortest time in which Cycles is as
close to its reference as the studio's picture is, and how well the two renderers agree. Writes cycles.png, with the
product laid over, and cycles-beside.png, the studio's picture and that one, to DIR. Times are wall seconds of render
calls that find the scene in Cycles' memory; `sync_seconds` is what a first call takes more. Where processor seconds are
far below wall seconds times processors, something else had the machine.
"""
import argparse
import contextlib
import json
import math
import os
import sys
import time

# Blender's own add-on `cycles` must not be taken for this file.
sys.path = [path for path in sys.path if os.path.realpath(path) != os.path.dirname(os.path.realpath(__file__))]

import bpy
import numpy as np
from mathutils import Matrix, Vector
from PIL import Image

SAMPLES = (1, 2, 4, 8, 16, 32, 64, 128)
MANY_SAMPLES = 8  # From here on a row is rendered once, with the best denoiser only.
DENOISERS = ("HIGH", "BALANCED", "FAST")
EMPTY_SAMPLES = 32
BOUNCES = 3
WHITE_PAPER = 0.88  # The albedo that the studio gives to paper of the color white.
FAR = 60.0
BEND_STEPS = 400
LENS = 30.0


def add_object(name: str, data: bpy.types.ID) -> bpy.types.Object:
    thing = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(thing)
    return thing


def add_mesh(name: str, vertices: np.ndarray, faces: np.ndarray, material: bpy.types.Material) -> bpy.types.Object:
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(vertices.tolist(), [], faces.tolist())
    mesh.materials.append(material)
    return add_object(name, mesh)


def diffuse(name: str, color: list | None = None, attribute: str | None = None) -> bpy.types.Material:
    """A matte material of one color, or of a color attribute."""
    material = bpy.data.materials.new(name)
    tree = material.node_tree
    tree.nodes.clear()
    shader = tree.nodes.new("ShaderNodeBsdfDiffuse")
    shader.inputs["Roughness"].default_value = 0
    if color is not None:
        shader.inputs["Color"].default_value = (*color, 1)
    if attribute is not None:
        source = tree.nodes.new("ShaderNodeAttribute")
        source.attribute_name = attribute
        tree.links.new(source.outputs["Color"], shader.inputs["Color"])
    tree.links.new(shader.outputs["BSDF"], tree.nodes.new("ShaderNodeOutputMaterial").inputs["Surface"])
    return material


def room_outline(floor: float, wall: float, radius: float) -> list:
    """(y, z) from the far end of the floor over the bend up to the far end of the wall."""
    angles = np.linspace(0, math.pi / 2, BEND_STEPS + 1 if radius > 0 else 1)
    bend = [(floor + radius * (1 - math.cos(a)), wall + radius * (1 - math.sin(a))) for a in angles]
    return [(floor, FAR), *bend, (floor + FAR, wall)]


def build_room(description: dict) -> None:
    outline = room_outline(description["floor"], description["wall"], description["bendRadius"])
    vertices = np.array([(x, y, z) for y, z in outline for x in (-FAR, FAR)])
    faces = np.array([(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(len(outline) - 1)])
    add_mesh("room", vertices, faces, diffuse("paper", color=description["floorAlbedo"]))


def build_lamp(lamp: dict) -> None:
    """A one-sided rectangle that only lights: no ray meets it."""
    center, u, v = (Vector(lamp[key]) for key in ("center", "u", "v"))
    away = u.cross(v).normalized()
    if away.dot(center) < 0:
        u, away = -u, -away
    radiance = np.array(lamp["radiance"])
    data = bpy.data.lights.new("lamp", "AREA")
    data.shape, data.size, data.size_y = "RECTANGLE", 2 * u.length, 2 * v.length
    data.color = radiance / radiance.max()
    # A lamp's energy is its flux: that of a Lambertian rectangle is pi times area times radiance.
    data.energy = float(math.pi * data.size * data.size_y * radiance.max())
    thing = add_object("lamp", data)
    thing.visible_camera = False
    rotation = Matrix((u.normalized(), v.normalized(), away)).transposed()
    thing.matrix_world = Matrix.Translation(center) @ rotation.to_4x4()


def build_sky(low: list, high: list) -> None:
    """Radiance that rises with a direction's y, from the horizon on."""
    world = bpy.data.worlds.new("sky")
    tree = world.node_tree
    tree.nodes.clear()
    direction, axes, mix, background, output = (tree.nodes.new(f"ShaderNode{kind}") for kind in (
        "TexCoord", "SeparateXYZ", "MixRGB", "Background", "OutputWorld"))
    mix.use_clamp = False
    mix.inputs["Color1"].default_value = (*low, 1)
    mix.inputs["Color2"].default_value = (*high, 1)
    tree.links.new(direction.outputs["Generated"], axes.inputs["Vector"])
    tree.links.new(axes.outputs["Y"], mix.inputs["Fac"])
    tree.links.new(mix.outputs["Color"], background.inputs["Color"])
    tree.links.new(background.outputs["Background"], output.inputs["Surface"])
    bpy.context.scene.world = world


def build_camera(description: dict) -> None:
    """A shift lens whose film is parallel to z = 0."""
    width, height, scale = (description[key] for key in ("width", "height", "scale"))
    eye, origin = description["eye"], description["origin"]
    data = bpy.data.cameras.new("camera")
    data.sensor_fit = "HORIZONTAL"
    data.lens, data.sensor_width = LENS, LENS * width * scale / eye[2]
    data.shift_x = ((width / 2 - origin[0]) * scale - eye[0]) / (width * scale)
    data.shift_y = ((origin[1] - height / 2) * scale - eye[1]) / (width * scale)
    data.clip_end = 4 * FAR
    thing = add_object("camera", data)
    thing.location = eye
    bpy.context.scene.camera = thing


class Body:
    """The product's solid as a closed mesh: cell corners at the mean depths of the solid cells around them."""

    def __init__(self, description: dict):
        self.columns, self.rows = description["columns"], description["rows"]
        shape = (self.rows, self.columns)
        self.front, self.back = (np.array(description[key]).reshape(shape) for key in ("front", "back"))
        self.solid = self.front >= self.back
        self.albedo = np.array(description["albedo"]).reshape(*shape, 3)
        self.cell = 1 / description["cellsAUnit"]
        self.left, self.top = description["left"], description["top"]

    def corners(self, depth: np.ndarray) -> np.ndarray:
        """Vertices of one side, row by row."""
        count, total = (self.summed(plane) for plane in (self.solid.astype(float), np.where(self.solid, depth, 0)))
        rows, columns = np.mgrid[0:self.rows + 1, 0:self.columns + 1]
        z = total / np.maximum(count, 1)
        return np.stack([self.left + columns * self.cell, self.top - rows * self.cell, z], axis=-1).reshape(-1, 3)

    @staticmethod
    def summed(plane: np.ndarray) -> np.ndarray:
        """The sum of the four cells around each corner."""
        wide = np.pad(plane, 1)
        return wide[1:, 1:] + wide[1:, :-1] + wide[:-1, 1:] + wide[:-1, :-1]

    def sides(self, first: np.ndarray, second: np.ndarray, step: tuple) -> tuple:
        """Walls between the surfaces where the next cell in direction `step` is empty, and the cells they belong to."""
        next_solid = np.roll(np.pad(self.solid, 1), (-step[0], -step[1]), axis=(0, 1))[1:-1, 1:-1]
        row, column = np.nonzero(self.solid & ~next_solid)
        a, b = ((row + offset[0]) * (self.columns + 1) + column + offset[1] for offset in (first, second))
        behind = (self.rows + 1) * (self.columns + 1)
        return np.stack([a, b, b + behind, a + behind], axis=-1), row * self.columns + column

    def faces(self) -> tuple:
        """Quads that face outward, and the cell of each."""
        row, column = np.nonzero(self.solid)
        cells = row * self.columns + column
        a = row * (self.columns + 1) + column
        below = a + self.columns + 1
        front = np.stack([a, below, below + 1, a + 1], axis=-1)
        back = front[:, ::-1] + (self.rows + 1) * (self.columns + 1)
        walls = [
            self.sides((0, 0), (0, 1), (-1, 0)), self.sides((1, 1), (1, 0), (1, 0)),
            self.sides((1, 0), (0, 0), (0, -1)), self.sides((0, 1), (1, 1), (0, 1))]
        return (np.concatenate([front, back, *(quads for quads, _ in walls)]),
                np.concatenate([cells, cells, *(owners for _, owners in walls)]))

    def build(self) -> None:
        faces, cells = self.faces()
        vertices = np.concatenate([self.corners(self.front), self.corners(self.back)])
        thing = add_mesh("body", vertices, faces, diffuse("body", attribute="albedo"))
        colors = np.ones((len(cells), 4), np.float32)
        colors[:, :3] = self.albedo.reshape(-1, 3)[cells]
        attribute = thing.data.attributes.new("albedo", "FLOAT_COLOR", "FACE")
        attribute.data.foreach_set("color", colors.ravel())
        thing.visible_camera = False


def build(description: dict) -> None:
    bpy.ops.wm.read_factory_settings(use_empty=True)
    build_room(description)
    for lamp in description["lamps"]:
        build_lamp(lamp)
    build_sky(description["skyLow"], description["skyHigh"])
    build_camera(description)
    Body(description["body"]).build()
    set_up_render(description["width"], description["height"])


def set_up_render(width: int, height: int) -> None:
    scene = bpy.context.scene
    render, cycles = scene.render, scene.cycles
    render.engine = "CYCLES"
    render.resolution_x, render.resolution_y, render.resolution_percentage = width, height, 100
    render.threads_mode = "AUTO"
    render.image_settings.file_format = "OPEN_EXR"
    render.image_settings.color_depth = "32"
    scene.view_settings.view_transform = "Raw"
    cycles.device = "CPU"
    cycles.use_adaptive_sampling = False
    cycles.max_bounces = cycles.diffuse_bounces = BOUNCES
    cycles.denoiser = "OPENIMAGEDENOISE"
    cycles.denoising_input_passes = "RGB_ALBEDO_NORMAL"
    cycles.denoising_prefilter = "NONE"  # All that is seen is smooth and of one color: the guides have no noise.


def rendered(samples: int, denoise: bool, keep: bool = True, seed: int = 0) -> tuple:
    """Renders; the call's wall and processor seconds. `keep` keeps the scene in Cycles for the next call."""
    scene = bpy.context.scene
    scene.cycles.samples = samples
    scene.cycles.use_denoising = denoise
    scene.cycles.seed = seed
    scene.render.use_persistent_data = keep
    start, work = time.perf_counter(), time.process_time()
    bpy.ops.render.render()
    return time.perf_counter() - start, time.process_time() - work


def radiance(folder: str) -> np.ndarray:
    """The linear picture of the last render, top row first."""
    path = os.path.join(folder, "cycles.exr")
    bpy.data.images["Render Result"].save_render(path)
    image = bpy.data.images.load(path)
    pixels = np.empty(len(image.pixels), np.float32)
    image.pixels.foreach_get(pixels)
    width, height = image.size
    bpy.data.images.remove(image)
    os.remove(path)
    return pixels.reshape(height, width, -1)[::-1, :, :3].astype(np.float64)


def encoded(linear: np.ndarray) -> np.ndarray:
    """sRGB levels, 0 to 255, not rounded."""
    linear = np.clip(linear, 0, 1)
    return 255 * np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)


def decoded(levels: np.ndarray) -> np.ndarray:
    tone = levels / 255
    return np.where(tone <= 0.04045, tone / 12.92, ((tone + 0.055) / 1.055) ** 2.4)


def psnr(picture: np.ndarray, references: tuple, where: np.ndarray) -> float:
    """In dB, against two references; where their noise is independent, it does not count as an error of the picture."""
    first, second = ((picture - reference)[where] for reference in references)
    return float(10 * np.log10(255**2 / max(np.mean(first * second), 1e-4)))


def picture(folder: str, name: str, mode: str = "RGB") -> np.ndarray:
    return np.asarray(Image.open(os.path.join(folder, name)).convert(mode)).astype(np.float64)


def save(folder: str, name: str, levels: np.ndarray) -> None:
    Image.fromarray(np.rint(levels).astype(np.uint8)).save(os.path.join(folder, name))


def laid_over(product: np.ndarray, ground: np.ndarray) -> np.ndarray:
    alpha = product[..., 3:] / 255
    return encoded(decoded(ground) * (1 - alpha) + decoded(product[..., :3]) * alpha)


def time_at(quality: float, rows: list) -> tuple:
    """The seconds at which the rows reach a quality, between rows by the logarithm of time, and whether they do."""
    for before, after in zip([None, *rows], rows):
        if after["psnr"] < quality:
            continue
        if before is None:
            return after["seconds"], True
        share = (quality - before["psnr"]) / (after["psnr"] - before["psnr"])
        return before["seconds"] * (after["seconds"] / before["seconds"]) ** share, True
    return rows[-1]["seconds"], False


def levels_apart(a: np.ndarray, b: np.ndarray, where: np.ndarray) -> float:
    return float(np.mean(np.abs(a - b)[where]))


def agreement(own: np.ndarray, light: np.ndarray, empty: np.ndarray, where: np.ndarray) -> dict:
    """How many levels Cycles' light is from the studio's picture.

    `gained`: after one gain. The studio gives the empty set's light a tone curve of the art direction, and multiplies
    it by what the product changes: `toned` is after such a curve, quadratic in logarithms and found here, so it tells
    about the shadow's shape, place and depth.
    """
    target, change, level = (np.log(np.maximum(plane, 1e-3)) for plane in (decoded(own), light / empty, empty))
    gain = np.exp(np.mean((target - change - level)[where]))
    toned = np.stack([
        change[..., k] + np.polyval(np.polyfit(level[where][:, k], (target - change)[where][:, k], 2), level[..., k])
        for k in range(3)], axis=-1)
    return {"gain": float(gain), "gained": levels_apart(encoded(light * gain), own, where),
            "toned": levels_apart(encoded(np.exp(toned)), own, where)}


class Comparison:
    def __init__(self, folder: str):
        self.folder = folder
        with open(os.path.join(folder, "set.json")) as file:
            self.description = json.load(file)
        with open(os.path.join(folder, "seconds")) as file:
            self.own_seconds = float(file.read())
        self.product = picture(folder, "product.png", "RGBA")
        self.outside = self.product[..., 3] == 0
        self.final, self.own_reference = picture(folder, "final.png"), picture(folder, "reference.png")
        self.white = WHITE_PAPER * np.array(self.description["reference"])

    def light(self, samples: int, denoise: bool, seed: int = 0) -> np.ndarray:
        """A new picture; 1 is white paper beside the product."""
        rendered(samples, denoise, seed=seed)
        return radiance(self.folder) / self.white

    def row(self, samples: int, denoiser: str, repeats: int) -> tuple:
        """A row without its quality, with the fastest of its runs, and its picture."""
        bpy.context.scene.cycles.denoising_quality = denoiser
        seconds, work = min(rendered(samples, denoise=True) for _ in range(repeats if samples < MANY_SAMPLES else 1))
        row = {"samples": samples, "denoiser": denoiser, "seconds": seconds, "processor_seconds": work}
        return row, radiance(self.folder) / self.white

    def empty(self) -> np.ndarray:
        body = bpy.data.objects["body"]
        body.hide_render = True
        bpy.context.scene.cycles.denoising_quality = DENOISERS[0]
        light = self.light(EMPTY_SAMPLES, denoise=True)
        body.hide_render = False
        return light

    def measure(self, reference_samples: int, most_samples: int, repeats: int) -> dict:
        build(self.description)
        with_sync, _ = min(rendered(1, denoise=True, keep=False) for _ in range(repeats + 1))
        rendered(1, denoise=True)
        kinds = [(samples, denoiser) for denoiser in DENOISERS for samples in SAMPLES
                 if samples <= most_samples and (samples < MANY_SAMPLES or denoiser == DENOISERS[0])]
        rows, lights = zip(*(self.row(*kind, repeats) for kind in kinds))
        references = tuple(encoded(self.light(reference_samples // 2, denoise=False, seed=seed)) for seed in (1, 2))
        for row, light in zip(rows, lights):
            row["psnr"] = psnr(np.rint(encoded(light)), references, self.outside)
        best = lights[max(range(len(rows)), key=lambda number: rows[number]["psnr"])]
        self.write(encoded(best))
        return {
            "cycles": bpy.app.version_string, "processors": os.cpu_count(), "reference_samples": reference_samples,
            "bounces": BOUNCES, "rows": rows, "sync_seconds": with_sync - rows[0]["seconds"], **self.verdict(rows),
            "agreement": agreement(self.own_reference, best, self.empty(), self.outside)}

    def verdict(self, rows: tuple) -> dict:
        own = psnr(self.final, (self.own_reference, self.own_reference), self.outside)
        kinds = {kind: [row for row in rows if row["denoiser"] == kind] for kind in DENOISERS}
        times = [(*time_at(own, kinds[kind]), kind) for kind in DENOISERS]
        equal, reached, denoiser = min(times, key=lambda time: (not time[1], time[0]))
        return {"own": {"seconds": self.own_seconds, "psnr": own}, "equal_seconds": equal, "equal_denoiser": denoiser,
                "ratio": self.own_seconds / equal, "reached": reached}

    def write(self, levels: np.ndarray) -> None:
        complete = laid_over(self.product, levels)
        save(self.folder, "cycles.png", complete)
        save(self.folder, "cycles-beside.png", np.concatenate([self.final, complete], axis=1))


@contextlib.contextmanager
def standard_output_for_the_result():
    """Sends what Blender prints to standard error; yields a file for the result."""
    with os.fdopen(os.dup(1), "w") as result:
        os.dup2(2, 1)
        yield result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scratch", required=True)
    parser.add_argument("--reference-samples", type=int, default=512, help="half of them in each of two pictures")
    parser.add_argument("--most-samples", type=int, default=SAMPLES[-1])
    parser.add_argument("--repeats", type=int, default=3,
                        help=f"runs of a row below {MANY_SAMPLES} samples; the fastest counts")
    arguments = parser.parse_args()
    with standard_output_for_the_result() as result:
        measured = Comparison(arguments.scratch).measure(
            arguments.reference_samples, arguments.most_samples, arguments.repeats)
        result.write(json.dumps(measured) + "\n")


if __name__ == "__main__":
    main()
