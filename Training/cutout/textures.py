"""Surfaces: noise, colors and patterns, as float32 pictures in 0...1."""

import cv2
import numpy as np


def noise(rng, height, width, scale, octaves=3, stretch=1.0):
    """Smooth noise with details of about `scale` px, mean 0, values about -1...1."""
    total = np.zeros((height, width), np.float32)
    weight = 1.0
    for _ in range(octaves):
        rows = max(2, int(height / scale) + 2)
        columns = max(2, int(width / (scale * stretch)) + 2)
        grid = rng.standard_normal((rows, columns)).astype(np.float32)
        total += weight * cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
        weight *= 0.55
        scale = max(1.0, scale / 2.2)
    return total * 0.6


def color(rng):
    """One color, neutral about as often as it is for things in shops."""
    kind = rng.random()
    if kind < 0.42:
        level = rng.choice([rng.uniform(0.8, 1), rng.uniform(0, 0.2), rng.uniform(0.1, 0.95)])
        return np.clip(level + rng.normal(0, 0.02, 3), 0, 1).astype(np.float32)
    if kind < 0.62:
        base = np.array([0.75, 0.58, 0.42]) * rng.uniform(0.25, 1.25) + rng.normal(0, 0.04, 3)
        return np.clip(base, 0, 1).astype(np.float32)
    if kind < 0.7:
        base = np.array([0.35, 0.5, 0.22]) * rng.uniform(0.3, 1.4) + rng.normal(0, 0.05, 3)
        return np.clip(base, 0, 1).astype(np.float32)
    hue = np.array([[[rng.uniform(0, 180), rng.uniform(60, 255), rng.uniform(60, 255)]]], np.float32)
    pixel = cv2.cvtColor(hue.astype(np.uint8), cv2.COLOR_HSV2RGB)
    return pixel[0, 0].astype(np.float32) / 255


def near(rng, base, spread):
    """A color close to `base`."""
    shift = rng.normal(0, spread) + rng.normal(0, spread * 0.4, 3)
    return np.clip(base + shift, 0, 1).astype(np.float32)


def mix(first, second, amount):
    amount = np.clip(amount, 0, 1)[..., None]
    return first * (1 - amount) + second * amount


def coordinates(rng, height, width):
    """Distance along a random direction, in px."""
    angle = rng.uniform(0, np.pi)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    return x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)


def gradient(rng, height, width, spread=0.15):
    """A smooth, slightly curved change of one color, as paper in a studio has it."""
    base = color(rng)
    y, x = np.mgrid[-1:1:height * 1j, -1:1:width * 1j].astype(np.float32)
    a, b, c, d, e = rng.normal(0, spread, 5)
    field = a * x + b * y + 0.7 * (c * x * x + d * y * y + e * x * y)
    return np.clip(base + field[..., None] * rng.uniform(0.7, 1.1, 3).astype(np.float32), 0, 1)


def stripes(rng, height, width, first, second):
    along, _ = coordinates(rng, height, width)
    period = rng.uniform(4, 60)
    wave = np.sin(along * (2 * np.pi / period) + rng.uniform(0, 6) + rng.choice([0, 1]) * noise(rng, height, width, 40))
    return mix(first, second, 0.5 + wave * rng.uniform(0.5, 6))


def checks(rng, height, width, first, second):
    along, across = coordinates(rng, height, width)
    period = rng.uniform(6, 50)
    wave = np.sin(along * (2 * np.pi / period)) * np.sin(across * (2 * np.pi / period))
    return mix(first, second, 0.5 + wave * rng.uniform(0.5, 6))


def planks(rng, height, width, first, second):
    along, across = coordinates(rng, height, width)
    breadth = rng.uniform(14, 70)
    row = np.floor(across / breadth).astype(np.int32)
    row -= row.min()
    tones = rng.normal(0, 0.35, row.max() + 1).astype(np.float32)
    grain = cv2.resize(
        rng.standard_normal((height, max(2, width // 24))).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    if rng.random() < 0.5:
        grain = grain[:width, :height].T if height == width else grain
    gap = np.abs(across / breadth - np.floor(across / breadth) - 0.5) > 0.5 - rng.uniform(0.5, 2) / breadth
    picture = mix(first, second, 0.5 + tones[row] + 0.12 * grain)
    return picture * (1 - rng.uniform(0.1, 0.8) * gap[..., None])


def grass(rng, height, width, first, second):
    """Short strokes in many tones: grass, straw, fur, pile."""
    field = noise(rng, height, width, rng.uniform(2, 6), 2, rng.choice([0.3, 1, 3])) + 0.6 * noise(rng, height, width, 40)
    return mix(first, second, 0.5 + rng.uniform(0.2, 0.6) * field)


def clouds(rng, height, width, first, second):
    field = noise(rng, height, width, rng.uniform(8, 120), 5)
    return mix(first, second, 0.5 + rng.uniform(0.2, 1.5) * field)


def speckle(rng, height, width, first, second):
    field = noise(rng, height, width, rng.uniform(1.5, 5), 1)
    return mix(first, second, (field - rng.uniform(-0.5, 1.0)) * 4)


def print_on(rng, picture, count):
    """Flat shapes and words on a surface, as labels and logos are."""
    height, width = picture.shape[:2]
    picture = np.ascontiguousarray(picture * 255, np.uint8)
    for _ in range(count):
        ink = tuple(float(v) for v in color(rng) * 255)
        x, y = int(rng.uniform(0, width)), int(rng.uniform(0, height))
        reach = int(rng.uniform(4, max(6, min(height, width) * 0.35)))
        kind = rng.random()
        if kind < 0.3:
            cv2.rectangle(picture, (x, y), (x + reach, y + int(reach * rng.uniform(0.2, 1.5))), ink, -1, cv2.LINE_AA)
        elif kind < 0.45:
            cv2.ellipse(picture, (x, y), (reach, max(1, int(reach * rng.uniform(0.3, 1)))), rng.uniform(0, 180), 0, 360, ink,
                        -1 if rng.random() < 0.6 else 2, cv2.LINE_AA)
        elif kind < 0.6:
            points = (np.array([x, y]) + rng.normal(0, reach * 0.7, (rng.integers(3, 6), 2))).astype(np.int32)
            cv2.fillPoly(picture, [points], ink, cv2.LINE_AA)
        elif kind < 0.85:
            word = "".join(chr(c) for c in rng.integers(65, 123, rng.integers(1, 9)))
            cv2.putText(picture, word, (x - reach, y), int(rng.integers(0, 8)), reach / 40 + 0.2, ink,
                        int(rng.integers(1, 4)), cv2.LINE_AA)
        else:
            far = (x + int(rng.normal(0, reach * 2)), y + int(rng.normal(0, reach * 2)))
            cv2.line(picture, (x, y), far, ink, int(rng.integers(1, 5)), cv2.LINE_AA)
    return picture.astype(np.float32) / 255


def surface(rng, height, width, base=None, busy=0.5):
    """A random surface; `busy` 0...1 is how often it has a pattern."""
    base = color(rng) if base is None else base
    if rng.random() > busy:
        picture = np.empty((height, width, 3), np.float32)
        picture[:] = base
        if rng.random() < 0.5:
            picture += rng.uniform(0.01, 0.1) * noise(rng, height, width, rng.uniform(2, 100), 3)[..., None]
    else:
        other = near(rng, base, rng.uniform(0.03, 0.3)) if rng.random() < 0.65 else color(rng)
        pattern = rng.choice([stripes, checks, planks, grass, clouds, speckle])
        picture = pattern(rng, height, width, base, other)
    picture = np.clip(picture, 0, 1).astype(np.float32)
    return print_on(rng, picture, int(rng.integers(1, 10))) if rng.random() < 0.3 + 0.3 * busy else picture
