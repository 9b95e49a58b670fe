"""Pictures with the statistics of nature: bent noise of all sizes, and leaves that cover each other."""

import cv2
import numpy as np

from textures import color, noise


def bent(rng, height, width):
    """Noise of all sizes, mixed and bent by a small random network: marble, bark, cloud, foliage, hide."""
    grain = rng.choice([1.0, 1.0, 0.3, 3.0])
    fields = [noise(rng, height, width, rng.uniform(4, 120), 5, grain) for _ in range(3)]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    reach = np.float32(rng.choice([0, rng.uniform(2, 10), rng.uniform(10, 50)]))
    warp_x, warp_y = (reach * noise(rng, height, width, rng.uniform(15, 90), 3) for _ in range(2))
    planes = np.stack([cv2.remap(f, x + warp_x, y + warp_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT) for f in fields], 2)
    hidden = np.maximum(planes @ rng.normal(0, 1.2, (3, 6)).astype(np.float32) + rng.normal(0, 0.4, 6).astype(np.float32), 0)
    shades = np.stack([color(rng) for _ in range(6)])
    base = color(rng)
    if rng.random() < 0.6:
        shades = base + (shades - base) * rng.uniform(0.1, 0.6)
    weight = hidden + 1e-2
    picture = (weight @ shades.astype(np.float32)) / weight.sum(2, keepdims=True)
    light = 1 + rng.uniform(0, 0.35) * noise(rng, height, width, rng.uniform(2, 60), 4)
    return np.clip(picture * light[..., None], 0, 1).astype(np.float32)


def leaves(rng, height, width):
    """Pieces of all sizes that cover each other, each with its own pattern, light and edge."""
    sheets = [bent(rng, height, width) for _ in range(3)]
    picture = sheets[0].copy()
    smallest, square = rng.uniform(4, 20), rng.random()
    for _ in range(int(rng.integers(20, 110))):
        reach = min(smallest * (1 - rng.random() * 0.985) ** -0.6, 0.5 * max(height, width))
        outline = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], np.float32)
        if rng.random() >= square:
            angle = np.linspace(0, 2 * np.pi, 24, endpoint=False)
            outline = np.stack([np.cos(angle), np.sin(angle)], 1)
        outline = outline * [reach, reach * rng.uniform(0.2, 1.5)]
        turn = rng.choice([0, rng.uniform(-1.6, 1.6)])
        c, s = np.cos(turn), np.sin(turn)
        outline = outline @ np.array([[c, s], [-s, c]]) + rng.uniform(-0.05, 1.05, 2) * [width, height]
        margin = 2 + reach * 0.3
        left, top = np.maximum(0, np.floor(outline.min(0) - margin)).astype(int)
        right, end = np.minimum([width, height], np.ceil(outline.max(0) + margin)).astype(int)
        if right <= left or end <= top:
            continue
        piece = np.zeros((end - top, right - left), np.uint8)
        cv2.fillPoly(piece, [np.round((outline - [left, top]) * 8).astype(np.int32)], 255, cv2.LINE_AA, 3)
        amount = piece.astype(np.float32) / 255
        below = picture[top:end, left:right]
        if rng.random() < 0.5:
            dark = cv2.GaussianBlur(amount, (0, 0), max(1, reach * 0.15))
            below = below * (1 - rng.uniform(0.1, 0.6) * dark)[..., None]
        y, x = rng.integers(height - (end - top) + 1), rng.integers(width - (right - left) + 1)
        art = sheets[rng.integers(3)][y:y + end - top, x:x + right - left]
        if rng.random() < 0.5:
            art = art + (color(rng) - art) * rng.uniform(0.2, 1)
        picture[top:end, left:right] = below + (art * rng.uniform(0.5, 1.3) - below) * amount[..., None]
    return np.clip(picture, 0, 1).astype(np.float32)
