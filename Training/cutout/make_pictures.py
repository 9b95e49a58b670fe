"""Draws training pictures into a folder, as .npy files of 128 pictures of one size: uint8, (128, 4, height, width)."""

import argparse
import multiprocessing
import os

import cv2
import numpy as np

from scenes import sample

SIZES = [(224, 224), (224, 224), (192, 256), (256, 192), (160, 288), (288, 160)]
CHUNK = 128


def chunk(job):
    folder, number = job
    path = os.path.join(folder, f"{number:06}.npy")
    if os.path.exists(path):
        return
    cv2.setNumThreads(1)
    height, width = SIZES[number % len(SIZES)]
    pictures = np.stack([sample(number * CHUNK + k, height, width) for k in range(CHUNK)])
    np.save(path + ".part.npy", pictures)
    os.rename(path + ".part.npy", path)


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("folder")
    options.add_argument("--chunks", type=int, default=400)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--workers", type=int, default=os.cpu_count())
    given = options.parse_args()
    os.makedirs(given.folder, exist_ok=True)
    with multiprocessing.Pool(given.workers) as pool:
        for _ in pool.imap(chunk, [(given.folder, number) for number in range(given.first, given.first + given.chunks)]):
            pass
