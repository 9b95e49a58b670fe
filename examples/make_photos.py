"""Make the example photographs of krafd: six products in the studio, three on tables.

How to run (Blender as a Python module; made with bpy 5.0.1 on Python 3.11):

    python -m pip install bpy==5.0.1 pillow numpy
    python make_photos.py --out photos

Other arguments: --only bottle-studio (may be given several times), --samples N,
--size N, --threads N.  Everything in the pictures is built from numbers; seeds
are fixed.  Beside each NAME.jpg stands NAME.alpha.png, the product's exact
anti-aliased coverage seen by the same camera.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import bpy
import mathutils
import numpy as np
from PIL import Image

from photo_set import catalog, sets
from photo_set.shapes import Mat, rgb

# product turn, distance, camera azimuth, pitch (degrees), aim height, aim x, f-stop (0: no blur)
VIEWS: dict[str, dict[str, float]] = {
    "bottle-studio": dict(turn=0, dist=0.985, yaw=0, pitch=-6, aim=0.130, f=0, gain=1.46),
    "carton-studio": dict(turn=-32, dist=0.61, yaw=0, pitch=-8, aim=0.116, shift=-0.145, f=0,
                          gain=1.37),
    "mug-studio": dict(turn=-28, dist=0.415, yaw=0, pitch=-14, aim=0.045, aim_x=0.013, f=0,
                       gain=1.46),
    "bottle-table": dict(turn=-6, dist=1.20, yaw=-3, pitch=-9, aim=0.132, f=5.6, gain=1.4),
    "carton-table": dict(turn=30, dist=0.74, yaw=4, pitch=-11, aim=0.078, f=16, gain=1.45),
    "mug-table": dict(turn=-38, dist=0.48, yaw=-4, pitch=-13, aim=0.050, aim_x=0.012, f=32,
                      gain=1.4),
    "perfume-studio": dict(turn=-24, dist=0.43, yaw=0, pitch=-7, aim=0.055, f=0, gain=1.46,
                           bounces=16),
    "jar-studio": dict(turn=-8, dist=0.36, yaw=0, pitch=-9, aim=0.027, f=0, gain=1.42),
    "kettle-studio": dict(turn=14, dist=0.92, yaw=0, pitch=-9, aim=0.095, f=0, gain=1.46),
}
LENS_MM = 90.0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make the example photographs.")
    parser.add_argument("--out", type=Path, default=Path("photos"))
    parser.add_argument("--only", action="append", choices=sorted(VIEWS))
    parser.add_argument("--samples", type=int, default=48)
    parser.add_argument("--size", type=int, default=1600)
    parser.add_argument("--threads", type=int, default=0, help="0: as many as there are cores")
    return parser.parse_args()


def empty_scene(size: int, threads: int) -> Any:
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.render.resolution_x = scene.render.resolution_y = size
    scene.render.resolution_percentage = 100
    if threads:
        scene.render.threads_mode, scene.render.threads = "FIXED", threads
    scene.render.image_settings.file_format = "OPEN_EXR"
    scene.render.image_settings.color_mode = "RGBA"
    scene.render.image_settings.color_depth = "32"
    scene.view_settings.view_transform = "Standard"
    cycles = scene.cycles
    cycles.device, cycles.seed = "CPU", 7
    cycles.pixel_filter_type, cycles.filter_width = "BLACKMAN_HARRIS", 1.5
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = 4, 3, 3
    cycles.use_light_tree = False
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.sample_clamp_indirect, cycles.sample_clamp_direct = 3.0, 0.0
    cycles.blur_glossy = 0.6
    return scene


def through_glass(scene: Any, bounces: int) -> None:
    """Glass in glass goes black if the light may not cross all its faces."""
    cycles = scene.cycles
    cycles.max_bounces = cycles.transmission_bounces = cycles.transparent_max_bounces = bounces


def camera(scene: Any, view: dict[str, float]) -> None:
    lens = bpy.data.cameras.new("camera")
    lens.lens, lens.sensor_width, lens.clip_start = LENS_MM, 36.0, 0.02
    made = bpy.data.objects.new("camera", lens)
    scene.collection.objects.link(made)
    scene.camera = made
    pitch, yaw = math.radians(view["pitch"]), math.radians(view["yaw"])
    target = mathutils.Vector((view.get("aim_x", 0.0), 0, view["aim"]))
    way = mathutils.Vector((math.sin(yaw) * math.cos(pitch), math.cos(yaw) * math.cos(pitch),
                            math.sin(pitch)))
    made.location = target - way * view["dist"]
    made.rotation_euler = way.to_track_quat("-Z", "Y").to_euler()
    lens.shift_y = view.get("shift", 0.0)
    if view["f"]:
        lens.dof.use_dof = True
        lens.dof.focus_distance = view["dist"] - view.get("near", 0.02)
        lens.dof.aperture_fstop = view["f"]
        lens.dof.aperture_blades, lens.dof.aperture_ratio = 9, 1.0


def build(name: str, size: int, threads: int) -> tuple[Any, list[Any]]:
    """The whole scene of one photograph; returns it and the product's objects."""
    product, place = name.split("-")
    view = VIEWS[name]
    scene = empty_scene(size, threads)
    if "bounces" in view:
        through_glass(scene, int(view["bounces"]))
    parts = catalog.BUILD[product]()
    holder = bpy.data.objects.new("product", None)
    scene.collection.objects.link(holder)
    for part in parts:
        top = part.parent or part
        top.parent = holder
    holder.rotation_euler = (0, 0, math.radians(view["turn"]))
    if place == "studio":
        sets.studio(product)
    else:
        sets.TABLES[product]()
    camera(scene, view)
    return scene, parts


def render(scene: Any, size: int) -> np.ndarray:
    """Render and return the linear RGBA pixels, top row first."""
    with tempfile.TemporaryDirectory() as folder:
        scene.render.filepath = str(Path(folder) / "frame.exr")
        bpy.ops.render.render(write_still=True)
        image = bpy.data.images.load(scene.render.filepath)
        image.colorspace_settings.name = "Non-Color"
        data = np.empty(size * size * 4, dtype=np.float32)
        image.pixels.foreach_get(data)
        bpy.data.images.remove(image)
    return data.reshape(size, size, 4)[::-1]


def photograph(scene: Any, samples: int, size: int) -> np.ndarray:
    cycles = scene.cycles
    cycles.samples, cycles.use_adaptive_sampling = samples, True
    cycles.adaptive_threshold, cycles.adaptive_min_samples = 0.025, min(16, samples // 2)
    cycles.use_denoising, cycles.denoiser = True, "OPENIMAGEDENOISE"
    cycles.denoising_input_passes = "RGB_ALBEDO_NORMAL"
    cycles.denoising_prefilter = "ACCURATE"
    return render(scene, size)


def glowing() -> Mat:
    """Plain white light, so that the sampler sees edges and nothing else."""
    m = Mat("glow", "#000000")
    m.set("Specular IOR Level", 0.0)
    m.set("Emission Color", rgb("#FFFFFF"))
    m.set("Emission Strength", 1.0)
    return m


def coverage(scene: Any, parts: list[Any], size: int) -> np.ndarray:
    """The product alone on nothing: its alpha, same camera and pixel filter."""
    keep = set(parts)
    for thing in scene.objects:
        if thing not in keep and thing.type not in {"CAMERA", "EMPTY"}:
            thing.hide_render = True
    scene.render.film_transparent = True
    scene.view_layers[0].material_override = glowing().mat
    cycles = scene.cycles
    cycles.max_bounces, cycles.use_denoising, cycles.use_adaptive_sampling = 0, False, True
    cycles.samples, cycles.adaptive_threshold, cycles.adaptive_min_samples = 512, 0.004, 32
    return np.clip(render(scene, size)[..., 3], 0, 1)


def develop(linear: np.ndarray, gain: float, seed: int) -> Image.Image:
    """Exposure, a soft shoulder, faint vignetting, sensor grain, sRGB."""
    size = linear.shape[0]
    light = np.maximum(linear[..., :3], 0) * gain
    axis = np.linspace(-1, 1, size)
    light = light * (1 - 0.035 * (axis[:, None] ** 2 + axis[None] ** 2))[..., None]
    knee = 0.62
    over = np.maximum(light - knee, 0)
    light = np.where(light > knee, knee + (1 - knee) * (1 - np.exp(-over / (1 - knee))), light)
    rng = np.random.default_rng(seed)
    luma = rng.normal(0, 1, light.shape[:2] + (1,))
    tint = rng.normal(0, 1, light.shape)
    noise = (0.8 * luma + 0.55 * tint) * 0.014 * np.sqrt(light * 0.5 + 0.004)
    light = np.clip(light + noise, 0, 1)
    code = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return Image.fromarray(np.clip(code * 255 + 0.5, 0, 255).astype(np.uint8), "RGB")


def make(name: str, out: Path, samples: int, size: int, threads: int) -> None:
    start = time.time()
    scene, parts = build(name, size, threads)
    linear = photograph(scene, samples, size)
    alpha = coverage(scene, parts, size)
    seed = sum(map(ord, name))
    develop(linear, VIEWS[name]["gain"], seed).save(
        out / f"{name}.jpg", quality=92, subsampling=0, optimize=True)
    gray = Image.fromarray((alpha * 255 + 0.5).astype(np.uint8), "L")
    gray.save(out / f"{name}.alpha.png", optimize=True)
    print(f"{name}: {time.time() - start:.0f} s", flush=True)


def main() -> None:
    args = arguments()
    args.out.mkdir(parents=True, exist_ok=True)
    for name in args.only or VIEWS:
        make(name, args.out, args.samples, args.size, args.threads)


if __name__ == "__main__":
    main()
