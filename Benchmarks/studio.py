#!/usr/bin/env python3
"""Judges a finished studio picture against its own reference outside the product.

    studio.py --scratch DIR

DIR holds final.png, reference.png and product.png of `krafd-bench studio`. Prints a JSON object: psnr in dB, ssim.
"""
import argparse
import json
import os

import numpy as np
from PIL import Image
from skimage.metrics import structural_similarity


def outside(scratch: str) -> np.ndarray:
    """True where a px shows nothing of the product."""
    return np.asarray(Image.open(os.path.join(scratch, "product.png")).convert("RGBA"))[..., 3] == 0


def picture(scratch: str, name: str) -> np.ndarray:
    return np.asarray(Image.open(os.path.join(scratch, name)).convert("RGB")).astype(np.float64)


def psnr(a: np.ndarray, b: np.ndarray, where: np.ndarray) -> float:
    return float(10 * np.log10(255**2 / np.mean((a - b)[where] ** 2)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scratch", required=True)
    arguments = parser.parse_args()
    final, reference = (picture(arguments.scratch, f"{name}.png") for name in ("final", "reference"))
    where = outside(arguments.scratch)
    _, likeness = structural_similarity(final, reference, channel_axis=2, data_range=255, gaussian_weights=True, sigma=1.5,
                                        use_sample_covariance=False, full=True)
    print(json.dumps({"psnr": psnr(final, reference, where), "ssim": float(np.mean(likeness[where]))}))


if __name__ == "__main__":
    main()
