#!/usr/bin/env python3
"""Contact sheets of the studio, to be looked at: every style with every product, as a square hero and a wide campaign.

    gallery.py --krafd PROGRAM --out FOLDER [--surfaces] PHOTO ...

Writes FOLDER/STYLE.jpg; with --surfaces also FOLDER/surfaces.jpg, one product on every material, and
FOLDER/set-pieces.jpg, products among things that stand in the set. Each photo is a product on
a backdrop that krafd can cut out. Needs Pillow.
"""
import argparse
import json
import os
import shutil
import subprocess
import tempfile

from PIL import Image

HERO, WIDE = (336, 336), (336, 189)
SURFACES = [
    "on white marble", "on dark marble", "on an oak table", "on walnut", "on concrete, concrete wall", "on terrazzo",
    "on travertine", "on sandstone", "on slate", "on sand", "on linen", "on velvet #5B1E2D", "on brushed metal",
    "on white tile, tile wall", "on wet stone", "on a mirror, halo", "plaster wall, window shadow, hard light",
    "plaster wall, blinds, hard light", "on oak, plaster wall, leaf shadow, hard light", "on black acrylic, bokeh",
]

PIECES = [
    ("color-block", "an arch, a sphere and a cone"), ("color-block", "a paper disc and a cube"),
    ("north-window", "travertine plinth, arch, pebbles"), ("soft-gray-studio", "ring, column, half-round plinth"),
    ("north-window", "curtain, stone slab, river stones"), ("color-block", "steps, paper roll"),
    ("hard-sun", "oak plinth, marble sphere"), ("soft-gray-studio", "pebbles, terrazzo arch"),
    ("hard-sun", "open sky, sandstone"), ("color-block", "blue sky, sand, arch"),
    ("north-window", "oak table edge, plaster wall, shallow depth of field"),
    ("soft-gray-studio", "walnut, table edge, curtain, shallow depth of field"),
]

# What the headers of the example products say besides.
MATERIALS = {"perfume-studio": "clear glass, brass"}

# White on white, of which krafd finds too little by itself: cut out by the mask that lies beside the photo.
MASKED = {"jar-studio"}


def shot_list(name: str, photo: str, shots: list) -> str:
    """A shot list with a photo and shots of (name, style, size, words)."""
    material = f"material: {MATERIALS[name]}\n\n" if name in MATERIALS else ""
    text = f"# {name}\n\n{material}@front = {photo}\n"
    front = "@front"
    if name in MASKED:
        text += f"@outline = {name}.alpha.png mask\n"
        front = "@front, cut out by @outline,"
    for shot, style, (width, height), words in shots:
        text += f"\n## {shot}\n\nstyle: {style}\nratio: {width}:{height}\nsize: {2 * width}x{2 * height}\n\n{front} {words}\n"
    return text


def render(krafd: str, folder: str, photo: str, shots: list) -> dict:
    """The pictures of one product, by the name of their shot."""
    name = os.path.splitext(os.path.basename(photo))[0]
    copy = os.path.join(folder, os.path.basename(photo))
    shutil.copy(photo, copy)
    if name in MASKED:
        shutil.copy(os.path.splitext(photo)[0] + ".alpha.png", folder)
    path = os.path.join(folder, name + ".kraf")
    with open(path, "w") as file:
        file.write(shot_list(name, os.path.basename(photo), shots))
    out = os.path.join(folder, "out")
    made = subprocess.run([krafd, "render", path, "--out", out, "--json"], capture_output=True, text=True)
    if made.returncode:
        raise SystemExit(made.stderr)
    return {output["shot"]: output["path"] for output in json.loads(made.stdout)["outputs"]}


def sheet(rows: list, path: str) -> None:
    """Pictures in rows, each row as high as its first picture, as a JPEG of at most 300 KB."""
    pictures = [[Image.open(file).convert("RGB").resize(size, Image.Resampling.LANCZOS) for file, size in row] for row in rows]
    width = max(sum(picture.width + 8 for picture in row) for row in pictures) - 8
    height = sum(row[0].height + 8 for row in pictures) - 8
    whole = Image.new("RGB", (width, height), "white")
    top = 0
    for row in pictures:
        left = 0
        for picture in row:
            whole.paste(picture, (left, top))
            left += picture.width + 8
        top += row[0].height + 8
    for quality in (88, 82, 76, 70, 60, 50):
        whole.save(path, quality=quality, optimize=True, progressive=True)
        if os.path.getsize(path) <= 300_000:
            return


def styles(krafd: str) -> list:
    """The ids of the styles that the studio makes."""
    reply = subprocess.run([krafd, "call", "kraf/catalog/styles", "{}"], capture_output=True, text=True, check=True)
    return [record["id"] for record in json.loads(reply.stdout)["items"] if record["studioVerdict"] != "not"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--krafd", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--surfaces", action="store_true")
    parser.add_argument("photos", nargs="+")
    arguments = parser.parse_args()
    os.makedirs(arguments.out, exist_ok=True)
    krafd = os.path.abspath(arguments.krafd)
    names = styles(krafd)
    with tempfile.TemporaryDirectory() as folder:
        shots = [(f"hero {name}", name, HERO, "") for name in names]
        shots += [(f"campaign {name}", name, WIDE, "") for name in names]
        made = [render(krafd, folder, photo, shots) for photo in arguments.photos]
        for name in names:
            rows = [[(one[f"hero-{name}"], HERO) for one in made], [(one[f"campaign-{name}"], WIDE) for one in made]]
            sheet(rows, os.path.join(arguments.out, name + ".jpg"))
            print(os.path.join(arguments.out, name + ".jpg"))
        if arguments.surfaces:
            first, other = arguments.photos[0], arguments.photos[-1]
            words = [("soft-gray-studio", words) for words in SURFACES]
            tiled(krafd, folder, [first], words, 5, os.path.join(arguments.out, "surfaces.jpg"))
            tiled(krafd, folder, [first, other], PIECES, 4, os.path.join(arguments.out, "set-pieces.jpg"))


def tiled(krafd: str, folder: str, photos: list, words: list, columns: int, path: str) -> None:
    """One picture for each pair of style and words, the products taking turns."""
    size = (320, 320)
    tiles = {}
    for turn, photo in enumerate(photos):
        shots = [(f"hero {at}", *words[at][:1], size, words[at][1]) for at in range(turn, len(words), len(photos))]
        tiles |= render(krafd, folder, photo, shots)
    ordered = [(tiles[f"hero-{at}"], size) for at in range(len(words))]
    sheet([ordered[at : at + columns] for at in range(0, len(ordered), columns)], path)
    print(path)


if __name__ == "__main__":
    main()
