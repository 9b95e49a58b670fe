#!/usr/bin/env python3
"""How much of the background is left in the colors along the edge of a cut-out.

    edge-colors.py --packshots DIR --tool 'COMMAND {in} {out}'

DIR holds products with their true transparency and colors. Each is laid on backgrounds of one color and cut out again.
Along the edge, where the true alpha is partial and the cut-out shows anything, the colors of the cut-out are compared with
the true ones; beside them the colors of a cut that keeps the photo's own. Prints JSON: a row a background, mean absolute
errors in levels of 255, weighted by the cut-out's alpha.
"""
import argparse
import glob
import json
import os
import subprocess
import tempfile

import cv2
import numpy as np

BACKGROUNDS = {"black": (0, 0, 0), "white": (255, 255, 255), "red": (200, 30, 30), "green": (20, 160, 60), "blue": (30, 60, 200)}


def laid(packshot: np.ndarray, tone: tuple) -> tuple:
    """The photo (BGR), and the true colors and alpha, with room around the product."""
    room = max(packshot.shape) // 6
    whole = cv2.copyMakeBorder(packshot, room, room, room, room, cv2.BORDER_CONSTANT, value=(0, 0, 0, 0)).astype(np.float64)
    colors, alpha = whole[..., :3], whole[..., 3:] / 255
    return np.rint(alpha * colors + (1 - alpha) * np.array(tone[::-1])), colors, alpha[..., 0]


def errors(photo: np.ndarray, colors: np.ndarray, alpha: np.ndarray, cut: np.ndarray) -> tuple:
    """Sums of the errors of the cut-out's colors and of the photo's own, and of the weights."""
    # A soft shadow of the packshot's own is no edge of the product.
    solid = cv2.dilate((alpha >= 0.97).astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    weight = np.where(solid & (alpha > 0.05) & (alpha < 0.95), cut[..., 3] / 255.0, 0)
    own = np.abs(cut[..., :3] - colors).mean(2)
    kept = np.abs(photo - colors).mean(2)
    return (weight * own).sum(), (weight * kept).sum(), weight.sum()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packshots", required=True)
    parser.add_argument("--tool", required=True)
    arguments = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, "in.png"), os.path.join(folder, "out.png")
        for name, tone in BACKGROUNDS.items():
            sums = np.zeros(3)
            for path in sorted(glob.glob(os.path.join(arguments.packshots, "*.png"))):
                photo, colors, alpha = laid(cv2.imread(path, cv2.IMREAD_UNCHANGED), tone)
                cv2.imwrite(source, photo.astype(np.uint8))
                subprocess.run(arguments.tool.format(**{"in": source, "out": target}), shell=True, check=True, stdout=subprocess.DEVNULL)
                cut = cv2.imread(target, cv2.IMREAD_UNCHANGED).astype(np.float64)
                sums += errors(photo, colors, alpha, cut)
            rows.append({"background": name, "krafd": sums[0] / sums[2], "photo": sums[1] / sums[2]})
    print(json.dumps(rows))


if __name__ == "__main__":
    main()
