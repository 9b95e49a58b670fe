"""What is behind things: paper, walls and floors, rooms, tents, gardens; all without anything to be cut out."""

import cv2
import numpy as np

import shapes
from natural import bent, leaves
from textures import color, gradient, mix, near, noise, planks, surface


def paper(rng, height, width):
    """One lit sheet."""
    picture = gradient(rng, height, width, rng.choice([0.01, 0.05, 0.15, 0.3]))
    if rng.random() < 0.3:
        y, x = np.mgrid[-1:1:height * 1j, -1:1:width * 1j].astype(np.float32)
        spot = np.exp(-((x - rng.normal(0, 0.4)) ** 2 + (y - rng.normal(0, 0.4)) ** 2) / rng.uniform(0.2, 1.5))
        picture = picture * (1 - rng.uniform(0.1, 0.7) * (1 - spot))[..., None]
    return picture


def table(rng, height, width):
    """A wall and a surface before it, sharp or melting into each other."""
    wall = paper(rng, height, width) if rng.random() < 0.5 else surface(rng, height, width)
    floor = paper(rng, height, width) if rng.random() < 0.5 else surface(rng, height, width, None, 0.8)
    if rng.random() < 0.4:
        floor = wall * rng.uniform(0.6, 1.3)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    line = rng.uniform(0.2, 0.9) * height + rng.normal(0, 0.08) * (x - width / 2)
    picture = mix(wall, floor, (y - line) / rng.choice([1, 4, 30, 100]) + 0.5)
    return cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.5, 8)) if rng.random() < 0.4 else picture


def lying(rng, height, width):
    """A patterned surface seen from above: planks, cloth, stone, grass."""
    choice = rng.random()
    if choice < 0.3:
        picture = bent(rng, height, width)
    elif choice < 0.6:
        base = color(rng)
        picture = planks(rng, height, width, base, near(rng, base, 0.25))
    else:
        picture = surface(rng, height, width, None, 1)
    y, x = np.mgrid[-1:1:height * 1j, -1:1:width * 1j].astype(np.float32)
    return picture * (1 + rng.normal(0, 0.15) * x + rng.normal(0, 0.15) * y)[..., None]


def room(rng, height, width):
    """Many overlapping flat and patterned pieces, sharp or out of focus."""
    picture = table(rng, height, width) if rng.random() < 0.6 else paper(rng, height, width)
    picture = np.ascontiguousarray(picture, np.float32)
    for _ in range(rng.integers(3, 22)):
        piece = np.zeros((height, width), np.uint8)
        x, y = rng.uniform(-0.1, 1.1) * width, rng.uniform(-0.1, 1.1) * height
        reach = min(height, width) * rng.uniform(0.04, 0.5)
        kind = rng.random()
        if kind < 0.5:
            box = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [reach, reach * rng.uniform(0.1, 2.5)]
            box = shapes.turned(box, rng.choice([0, 0, rng.uniform(-1, 1)])) + [x, y]
            box += rng.normal(0, reach * 0.06, (4, 2))
            cv2.fillPoly(piece, [np.round(box * 8).astype(np.int32)], 255, cv2.LINE_AA, 3)
        elif kind < 0.75:
            axes = (max(1, int(reach)), max(1, int(reach * rng.uniform(0.3, 1))))
            cv2.ellipse(piece, (int(x), int(y)), axes, rng.uniform(0, 180), 0, 360, 255, -1, cv2.LINE_AA)
        else:
            far = (int(x + rng.normal(0, reach * 3)), int(y + rng.normal(0, reach * 3)))
            cv2.line(piece, (int(x), int(y)), far, 255, int(rng.integers(1, 14)), cv2.LINE_AA)
        art = surface(rng, height, width, None, 0.4) if rng.random() < 0.5 else color(rng)
        amount = piece.astype(np.float32)[..., None] / 255
        picture = picture + (art * rng.uniform(0.6, 1.1) - picture) * amount
    if rng.random() < 0.75:
        picture = cv2.GaussianBlur(picture, (0, 0), rng.choice([rng.uniform(0.5, 3), rng.uniform(3, 14)]))
    return picture


def garden(rng, height, width):
    """Leaves, grass, sand, sky: noise of many sizes, often out of focus."""
    if rng.random() < 0.5:
        picture = bent(rng, height, width)
    else:
        first, second, stretch = color(rng), color(rng), rng.choice([0.3, 1, 1, 4])
        field = noise(rng, height, width, rng.uniform(10, 150), 5, stretch)
        picture = mix(first, second, 0.5 + rng.uniform(0.3, 1) * field)
    if rng.random() < 0.6:
        grain = noise(rng, height, width, rng.uniform(1.5, 10), 2, rng.choice([0.3, 1, 3]))
        picture = picture * (1 + rng.uniform(0.1, 0.5) * grain)[..., None]
    if rng.random() < 0.5:
        y, x = np.mgrid[0:height, 0:width].astype(np.float32)
        bend = 0.3 * height * noise(rng, 1, width, width / 3, 3)[0]
        line = rng.uniform(0.1, 0.9) * height + bend[None, :]
        far = paper(rng, height, width)
        picture = mix(far, picture, (y - line) / rng.choice([2, 10, 50]) + 0.5)
    return cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.5, 10)) if rng.random() < 0.65 else picture


def chart(rng, picture, floor):
    """A board of squares that lies on the ground, as rigs use it to find their camera."""
    height, width = picture.shape[:2]
    fields, side = int(rng.integers(3, 8)), 16
    board = np.kron(np.indices((fields, fields)).sum(0) % 2, np.ones((side, side))).astype(np.float32)
    board = np.repeat((board * rng.uniform(0.4, 1) + rng.uniform(0, 0.1))[..., None], 3, 2)
    x, y = rng.uniform(0.2, 0.8) * width, floor + rng.uniform(-0.05, 0.15) * height
    reach = rng.uniform(0.05, 0.2) * width
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [1, rng.uniform(0.1, 0.5)]
    corners = (corners + rng.normal(0, 0.12, (4, 2))) * reach + [x, y]
    warp = cv2.getPerspectiveTransform(np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32) * fields * side, corners.astype(np.float32))
    laid = cv2.warpPerspective(board, warp, (width, height), flags=cv2.INTER_AREA)
    cover = cv2.warpPerspective(np.ones(board.shape[:2], np.float32), warp, (width, height))
    picture[:] = picture + (laid - picture) * cover[..., None]


def tent(rng, height, width):
    """A rig for photos: a lit stage in a frame of panels, lamps, rods and a turntable."""
    picture = np.empty((height, width, 3), np.float32)
    picture[:] = paper(rng, height, width) * rng.uniform(0.2, 1)
    back = color(rng) if rng.random() < 0.3 else np.full(3, rng.uniform(0.25, 1), np.float32)
    left, right = rng.uniform(0, 0.3) * width, rng.uniform(0.7, 1) * width
    top, floor = rng.uniform(-0.1, 0.3) * height, rng.uniform(0.5, 0.85) * height
    for box, tone in [((left, top, right, floor), 1.0), ((left, floor, right, height), rng.uniform(0.5, 1.1))]:
        points = np.array([[box[0], box[1]], [box[2], box[1]], [box[2], box[3]], [box[0], box[3]]])
        points = points + rng.normal(0, 0.02 * width, (4, 2))
        mask = np.zeros((height, width), np.uint8)
        cv2.fillPoly(mask, [np.round(points * 8).astype(np.int32)], 255, cv2.LINE_AA, 3)
        lit = back * tone * (1 + 0.15 * noise(rng, height, width, 120, 2))[..., None]
        picture = picture + (lit - picture) * (mask.astype(np.float32) / 255)[..., None]
    picture = np.ascontiguousarray(picture, np.float32)
    center = (int(width * rng.uniform(0.4, 0.6)), int(floor + rng.uniform(-0.05, 0.15) * height))
    for _ in range(rng.integers(0, 4)):
        axes = (int(width * rng.uniform(0.15, 0.55)), int(height * rng.uniform(0.02, 0.25)))
        tone = tuple(float(v) for v in np.clip(back * rng.uniform(0.3, 1.2), 0, 1))
        cv2.ellipse(picture, center, axes, 0, 0, 360, tone, rng.choice([-1, 1, 2, 4]), cv2.LINE_AA)
    if rng.random() < 0.4:
        picture = np.ascontiguousarray(glow(rng, picture), np.float32)
    if rng.random() < 0.35:
        chart(rng, picture, floor)
    for _ in range(rng.integers(0, 6)):
        ends = rng.uniform(0, 1, (2, 2)) * [width, height]
        if rng.random() < 0.5:
            ends[1, 0] = ends[0, 0]
        tone = tuple(float(v) for v in color(rng) * rng.choice([0.3, 1]))
        cv2.line(picture, tuple(ends[0].astype(int)), tuple(ends[1].astype(int)), tone, int(rng.integers(1, 7)), cv2.LINE_AA)
    return cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.5, 4)) if rng.random() < 0.6 else picture


def turntable(rng, picture, middle, base):
    """A round plate of glass or board around (middle, base), with its rim and with clamps at its sides."""
    height, width = picture.shape[:2]
    reach = width * rng.uniform(0.2, 0.55)
    flat = reach * rng.uniform(0.08, 0.4)
    x, y = middle + rng.normal(0, 0.04) * width, base - rng.uniform(-0.2, 0.5) * flat
    center, axes = (int(x), int(y)), (int(reach), max(2, int(flat)))
    plate = np.zeros((height, width), np.uint8)
    cv2.ellipse(plate, center, axes, 0, 0, 360, 255, -1, cv2.LINE_AA)
    tone = color(rng) if rng.random() < 0.3 else np.full(3, rng.uniform(0.1, 1), np.float32)
    glass = rng.uniform(0, 0.25) if rng.random() < 0.65 else rng.uniform(0.25, 1)
    picture = picture + (tone - picture) * (plate.astype(np.float32) / 255 * glass)[..., None]
    picture = np.ascontiguousarray(picture, np.float32)
    for _ in range(rng.integers(1, 4)):
        rim = tuple(float(v) for v in np.clip(tone * rng.uniform(0, 1.2), 0, 1))
        first, last = ((0, 360), (0, 180), (10, 170))[rng.integers(3)]
        lower = (center[0], center[1] + int(rng.integers(0, 4)))
        cv2.ellipse(picture, lower, axes, 0, first, last, rim, int(rng.integers(1, 4)), cv2.LINE_AA)
    square = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])
    for side in rng.choice([-1, 1], rng.integers(0, 9)):
        size = width * rng.uniform(0.01, 0.06)
        clamp = shapes.turned(square * [size, size * rng.uniform(0.2, 1)], rng.normal(0, 0.4))
        clamp = clamp + [x + side * reach * rng.uniform(0.75, 1.2), y + rng.normal(-0.5, 0.6) * flat]
        metal = float(rng.uniform(0, 0.3) if rng.random() < 0.5 else rng.uniform(0.5, 1))
        cv2.fillPoly(picture, [np.round(clamp * 8).astype(np.int32)], (metal,) * 3, cv2.LINE_AA, 3)
    return picture


def glow(rng, picture):
    """Light panels at both sides, too bright for the camera."""
    height, width = picture.shape[:2]
    lit = np.zeros((height, width), np.float32)
    reach, top, end = rng.uniform(0.05, 0.28, 2) * width, rng.uniform(-0.1, 0.2, 2) * height, rng.uniform(0.5, 1, 2) * height
    for side, columns in enumerate((slice(0, int(reach[0])), slice(width - int(reach[1]), width))):
        lit[max(0, int(top[side])):int(end[side]), columns] = rng.uniform(0.5, 1)
    return picture + (1 - picture) * cv2.GaussianBlur(lit, (0, 0), rng.uniform(1, 20))[..., None]


def heap(rng, height, width):
    """A busy place of many things, sharp as often as not; at times behind a table."""
    picture = leaves(rng, height, width)
    if rng.random() < 0.3:
        floor = surface(rng, height, width, None, 0.5) if rng.random() < 0.5 else bent(rng, height, width)
        y, x = np.mgrid[0:height, 0:width].astype(np.float32)
        picture = mix(picture, floor, (y - rng.uniform(0.4, 0.95) * height) / rng.choice([1, 6]) + 0.5)
    return cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.5, 9)) if rng.random() < 0.55 else picture


def backdrop(rng, height, width):
    """A random backdrop, and whether light on it is so plain that shadows show."""
    kinds = [paper, table, lying, room, garden, tent, heap]
    kind = kinds[rng.choice(7, p=[0.22, 0.13, 0.12, 0.12, 0.11, 0.16, 0.14])]
    return np.ascontiguousarray(np.clip(kind(rng, height, width), 0, 1), np.float32), kind.__name__
