"""Outlines of things: antialiased masks with a shading of their own."""

import cv2
import numpy as np

from textures import noise

FINE = 8  # polygons are placed to 1/8 px


def fill(size, polygons, hole=None):
    """An antialiased mask of `size` px from polygons in px."""
    mask = np.zeros((size, size), np.uint8)
    for polygon in polygons:
        cv2.fillPoly(mask, [np.round(polygon * FINE).astype(np.int32)], 255, cv2.LINE_AA, 3)
    if hole is not None:
        cv2.fillPoly(mask, [np.round(hole * FINE).astype(np.int32)], 0, cv2.LINE_AA, 3)
    return mask.astype(np.float32) / 255


def turned(points, angle):
    c, s = np.cos(angle), np.sin(angle)
    return points @ np.array([[c, s], [-s, c]], np.float32)


def blob(rng, size, rough=1.0):
    """A closed curve around the center, with bumps."""
    angle = np.linspace(0, 2 * np.pi, 96, endpoint=False)
    radius = np.ones_like(angle)
    for order in range(2, 9):
        radius += rough * rng.normal(0, 0.28 / order) * np.cos(order * angle + rng.uniform(0, 6.3))
    radius = np.clip(radius, 0.25, 2)
    points = np.stack([np.cos(angle) * radius * rng.uniform(0.45, 1), np.sin(angle) * radius * rng.uniform(0.45, 1)], 1)
    points = turned(points, rng.uniform(-0.6, 0.6))
    points *= 0.48 * size / np.abs(points).max()
    return fill(size, [points + size / 2]), None


def slab(rng, size):
    """A rectangle with corners of any roundness, also an ellipse."""
    power = rng.choice([2, 3, 5, 12, 60])
    angle = np.linspace(0, 2 * np.pi, 128, endpoint=False)
    x, y = np.cos(angle), np.sin(angle)
    radius = (np.abs(x) ** power + np.abs(y) ** power) ** (-1 / power)
    points = np.stack([x * radius, y * radius * rng.uniform(0.25, 1)], 1)
    if rng.random() < 0.5:
        points = points[:, ::-1]
    points = turned(points, rng.choice([0, rng.uniform(-0.3, 0.3), rng.uniform(-1.6, 1.6)]))
    points *= 0.48 * size / np.abs(points).max()
    return fill(size, [points + size / 2]), None


def lathe(rng, size):
    """Bottle, vase, jar, cup, lamp: a profile turned around an upright axis, lit from the side."""
    knots = rng.integers(3, 8)
    height = np.sort(np.concatenate([[0, 1], rng.uniform(0.05, 0.95, knots)]))
    radius = rng.uniform(0.15, 1, knots + 2)
    steps = np.linspace(0, 1, 160)
    if rng.random() < 0.5:
        profile = np.interp(steps, height, radius)
    else:
        profile = radius[np.clip(np.searchsorted(height, steps, side="right") - 1, 0, knots + 1)]
    blur = rng.choice([1, 5, 15, 31])
    profile = np.convolve(np.pad(profile, blur // 2, mode="edge"), np.ones(blur) / blur, "valid")
    breadth = 0.48 * size * rng.uniform(0.3, 1) / profile.max()
    y = 0.02 * size + steps * 0.96 * size
    dip = rng.uniform(0, 0.12) * size
    edge = profile * breadth
    across = np.linspace(-1, 1, 24)
    round_base = np.stack([size / 2 - across * edge[-1], np.minimum(y[-1], y[-1] - dip * across**2)], 1)
    left, right = np.stack([size / 2 - edge, y], 1), np.stack([size / 2 + edge, y], 1)
    left[:, 1] -= dip * (y > y[-1] - dip) * 0
    mask = fill(size, [np.concatenate([right[y < y[-1] - dip * 0.99], round_base, left[y < y[-1] - dip * 0.99][::-1]])])
    rows = np.interp(np.arange(size), y, edge).astype(np.float32)
    x = (np.arange(size, dtype=np.float32) - size / 2)[None, :] / np.maximum(rows[:, None], 1)
    side = rng.uniform(-0.8, 0.8)
    round_light = np.sqrt(np.clip(1 - x * x, 0, 1)) * np.cos(side) + x * np.sin(side)
    gloss = rng.choice([0, rng.uniform(0.2, 0.9)])
    streak = gloss * np.exp(-((x - rng.uniform(-0.7, 0.7)) / rng.uniform(0.05, 0.2)) ** 2)
    if rng.random() < 0.3:
        streak += gloss * np.exp(-((x - rng.uniform(-0.9, 0.9)) / rng.uniform(0.03, 0.15)) ** 2)
    return mask, (0.45 + 0.6 * np.clip(round_light, 0, 1), streak)


def strand(rng, size, loops=None, thick=None):
    """A rope, wire, strap or leg: a smooth curve of even thickness."""
    knots = loops or rng.integers(3, 9)
    points = rng.uniform(0.08, 0.92, (knots, 2)) * size
    steps = np.linspace(0, knots - 1, knots * 16)
    curve = np.stack([np.interp(steps, np.arange(knots), points[:, k]) for k in (0, 1)], 1)
    kernel = np.hanning(21)
    kernel /= kernel.sum()
    padded = np.pad(curve, ((10, 10), (0, 0)), mode="edge")
    curve = np.stack([np.convolve(padded[:, k], kernel, "valid") for k in (0, 1)], 1)
    mask = np.zeros((size, size), np.uint8)
    thickness = thick or max(1, int(size * rng.choice([rng.uniform(0.006, 0.02), rng.uniform(0.02, 0.07)])))
    cv2.polylines(mask, [np.round(curve * FINE).astype(np.int32)], rng.random() < 0.25, 255, thickness, cv2.LINE_AA, 3)
    return mask.astype(np.float32) / 255, None


def polygon(rng, size):
    count = rng.integers(3, 9)
    angle = np.sort(rng.uniform(0, 2 * np.pi, count))
    radius = rng.uniform(0.35, 1, count)
    points = np.stack([np.cos(angle) * radius, np.sin(angle) * radius], 1)
    points *= 0.48 * size / np.abs(points).max()
    return fill(size, [points + size / 2]), None


def garment(rng, size):
    """Something flat and mirrored, with sleeves, straps or legs."""
    rows = np.linspace(0, 1, rng.integers(5, 10))
    radius = rng.uniform(0.3, 0.7, len(rows))
    if rng.random() < 0.6:
        radius[rng.integers(0, 3)] = 1
    soft = rng.choice([1, 9])
    steps = np.linspace(0, 1, 80)
    edge = np.interp(steps, rows, radius)
    edge = np.convolve(np.pad(edge, soft // 2, mode="edge"), np.ones(soft) / soft, "valid") * 0.46 * size
    y = 0.03 * size + steps * 0.94 * size
    outline = np.concatenate([np.stack([size / 2 + edge, y], 1), np.stack([size / 2 - edge, y], 1)[::-1]])
    hole = None
    if rng.random() < 0.6:
        notch, depth = edge[0] * rng.uniform(0.3, 0.85), rng.uniform(0.05, 0.5) * size
        if rng.random() < 0.3:
            hole = np.array([[size / 2 - notch, size], [size / 2, size - depth], [size / 2 + notch, size]])
        else:
            hole = np.array([[size / 2 - notch, -1], [size / 2 - notch * 0.6, y[0] + depth],
                             [size / 2 + notch * 0.6, y[0] + depth], [size / 2 + notch, -1]])
    return fill(size, [outline], hole), None


def creature(rng, size):
    """A body with a neck or trunk, limbs and a head, leaving the frame of its own box at times."""
    mask = np.zeros((size, size), np.uint8)
    x, y = rng.uniform(0.3, 0.7) * size, rng.uniform(0.4, 0.7) * size
    axes = (int(rng.uniform(0.16, 0.36) * size), int(rng.uniform(0.12, 0.3) * size))
    cv2.ellipse(mask, (int(x), int(y)), axes, rng.uniform(-25, 25), 0, 360, 255, -1, cv2.LINE_AA)
    hx, hy = rng.uniform(0.12, 0.88) * size, rng.uniform(0.08, 0.35) * size
    head = (int(rng.uniform(0.06, 0.17) * size), int(rng.uniform(0.05, 0.12) * size))
    cv2.line(mask, (int(x), int(y)), (int(hx), int(hy)), 255, max(2, int(head[1] * rng.uniform(0.8, 2))), cv2.LINE_AA)
    cv2.ellipse(mask, (int(hx), int(hy)), head, rng.uniform(-40, 40), 0, 360, 255, -1, cv2.LINE_AA)
    for _ in range(rng.integers(0, 3)):
        ear = (int(hx + rng.normal(0, head[0])), int(max(1, hy - rng.uniform(0.3, 2.5) * head[1])))
        cv2.line(mask, (int(hx), int(hy)), ear, 255, max(2, int(size * rng.uniform(0.008, 0.05))), cv2.LINE_AA)
    for _ in range(rng.integers(0, 5)):
        foot = (int(x + rng.uniform(-1, 1) * axes[0]), int(min(size - 2, y + rng.uniform(0.9, 2.5) * axes[1])))
        start = (int(x + rng.uniform(-0.8, 0.8) * axes[0]), int(y))
        cv2.line(mask, start, foot, 255, max(2, int(size * rng.uniform(0.015, 0.08))), cv2.LINE_AA)
    soft = cv2.GaussianBlur(mask.astype(np.float32) / 255, (0, 0), size * rng.uniform(0.005, 0.02))
    return np.clip((soft - 0.5) * size / 20 + 0.5, 0, 1), None


def bust(rng, size):
    """A head on a neck that comes from below, with ears or horns; the lower end is cut by the box."""
    mask = np.zeros((size, size), np.uint8)
    foot, hx = rng.uniform(0.3, 0.7) * size, rng.uniform(0.25, 0.75) * size
    hy = rng.uniform(0.22, 0.5) * size
    broad, slim = rng.uniform(0.12, 0.48) * size, rng.uniform(0.06, 0.2) * size
    neck = np.array([[foot - broad, size], [hx - slim, hy], [hx + slim, hy], [foot + broad, size]])
    cv2.fillPoly(mask, [np.round(neck * FINE).astype(np.int32)], 255, cv2.LINE_AA, 3)
    head = (int(max(slim, 8) * rng.uniform(0.9, 1.8)), int(max(slim, 8) * rng.uniform(0.9, 1.7)))
    tilt = rng.uniform(-40, 40)
    cv2.ellipse(mask, (int(hx), int(hy)), head, tilt, 0, 360, 255, -1, cv2.LINE_AA)
    side = rng.choice([-1, 0, 1])
    snout = (int(hx + side * rng.uniform(0.6, 1.5) * head[0]), int(hy + rng.uniform(0, 0.6) * head[1]))
    cv2.ellipse(mask, snout, (max(2, head[0] // 2), max(2, head[1] // 2)), tilt, 0, 360, 255, -1, cv2.LINE_AA)
    for direction in rng.choice([-1, 1], rng.integers(0, 4)):
        root = np.array([hx + direction * 0.5 * head[0], hy - 0.6 * head[1]])
        tip = root + [direction * rng.uniform(-0.2, 1.2) * head[0], -rng.uniform(0.3, 2.2) * head[1]]
        if rng.random() < 0.5:
            bow = np.array([direction * rng.uniform(0, 0.8) * head[0], 0])
            curve = [root * (1 - t) ** 2 + 2 * (root + bow + (tip - root) * 0.5) * t * (1 - t) + tip * t**2 for t in np.linspace(0, 1, 12)]
            cv2.polylines(mask, [np.round(np.array(curve) * FINE).astype(np.int32)], False, 255, int(rng.integers(3, 12)), cv2.LINE_AA, 3)
        else:
            wide = head[0] * rng.uniform(0.2, 0.5)
            ear = np.array([root - [wide, 0], tip, root + [wide, 0]])
            cv2.fillPoly(mask, [np.round(ear * FINE).astype(np.int32)], 255, cv2.LINE_AA, 3)
    soft = cv2.GaussianBlur(mask.astype(np.float32) / 255, (0, 0), size * rng.uniform(0.004, 0.015))
    return np.clip((soft - 0.5) * size / 20 + 0.5, 0, 1), None


def furniture(rng, size):
    """A chair, table, lamp or stand: a body on thin legs."""
    body, _ = (blob if rng.random() < 0.4 else slab)(rng, size)
    high = rng.uniform(0.3, 0.7)
    small = cv2.resize(body, (int(size * rng.uniform(0.5, 1)), int(size * high)), interpolation=cv2.INTER_AREA)
    mask = np.zeros((size, size), np.float32)
    left = (size - small.shape[1]) // 2
    mask[:small.shape[0], left:left + small.shape[1]] = small
    legs = np.zeros((size, size), np.uint8)
    for x in np.linspace(-0.8, 0.8, rng.integers(1, 5)) * rng.uniform(0.3, 1):
        start = (size / 2 + x * small.shape[1] / 2, small.shape[0] * rng.uniform(0.6, 0.9))
        end = (start[0] + (x + rng.normal(0, 0.15)) * rng.uniform(0, 0.12) * size, size * rng.uniform(0.85, 1))
        line = np.round(np.array([start, end]) * FINE).astype(np.int32)
        cv2.polylines(legs, [line], False, 255, max(1, int(size * rng.uniform(0.01, 0.05))), cv2.LINE_AA, 3)
    return np.maximum(mask, legs.astype(np.float32) / 255), None


def box_faces(rng, size):
    """The visible faces of a box seen by a camera: polygons in px and how bright each is."""
    extent = rng.uniform(0.25, 1, 3) * [1, 1, rng.uniform(0.2, 1)]
    corners = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)]) * extent
    yaw, pitch = rng.uniform(-1.2, 1.2), rng.choice([rng.uniform(0, 0.35), rng.uniform(0.3, 1.2)])
    c, s = np.cos(yaw), np.sin(yaw)
    corners = corners @ np.array([[c, 0, -s], [0, 1, 0], [s, 0, c]])
    c, s = np.cos(pitch), np.sin(pitch)
    corners = corners @ np.array([[1, 0, 0], [0, c, s], [0, -s, c]])
    if rng.random() < 0.15:
        roll = rng.uniform(-1, 1)
        corners[:, :2] = turned(corners[:, :2], roll)
    depth = rng.uniform(4, 12) - corners[:, 2:]
    flat = corners[:, :2] / depth
    flat -= (flat.max(0) + flat.min(0)) / 2
    flat = flat * 0.96 * size / (flat.max(0) - flat.min(0)).max() + size / 2
    faces = []
    for axis, order in enumerate([(0, 1, 3, 2), (0, 1, 5, 4), (0, 2, 6, 4)]):
        for side in (0, 1):
            quad = flat[[k + side * (4, 2, 1)[axis] for k in order]].astype(np.float32)
            normal = corners[[k + side * (4, 2, 1)[axis] for k in order]].mean(0) - corners.mean(0)
            if normal[2] > 0.02:
                faces.append((quad, rng.uniform(0.45, 1.15), normal[2]))
    return [face[:2] for face in sorted(faces, key=lambda face: face[2])]


def fur(rng, mask, reach):
    """Roughens an edge into hair of about `reach` px."""
    size = mask.shape[0]
    inside = cv2.distanceTransform((mask > 0.5).astype(np.uint8), cv2.DIST_L2, 3)
    outside = cv2.distanceTransform((mask <= 0.5).astype(np.uint8), cv2.DIST_L2, 3)
    hair = noise(rng, size, size, rng.uniform(1.5, 4), 2, rng.choice([0.4, 1, 2.5]))
    tufts = noise(rng, size, size, rng.uniform(8, 30), 2)
    level = inside - outside + reach * (0.8 * hair + 0.6 * tufts)
    soft = np.clip(0.5 + level / max(1.5, reach), 0, 1)
    return np.maximum(soft, (inside > 2.5 * reach).astype(np.float32))
