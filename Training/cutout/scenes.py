"""Whole pictures with their true masks."""

import cv2
import numpy as np

import shapes
from backdrops import backdrop, turntable
from textures import color, noise, surface
from things import cropped, thing


def fit(picture, breadth, height):
    return cv2.resize(picture, (breadth, height), interpolation=cv2.INTER_AREA)


def lay(canvas_size, colors, alpha, left, top):
    """Puts a crop on a larger, empty canvas; what lies outside is lost."""
    height, width = canvas_size
    full = np.zeros((height, width), np.float32)
    paint = np.zeros((height, width, 3), np.float32)
    h, w = alpha.shape
    y0, y1, x0, x1 = max(0, top), min(height, top + h), max(0, left), min(width, left + w)
    if y1 <= y0 or x1 <= x0:
        return paint, full
    full[y0:y1, x0:x1] = alpha[y0 - top:y1 - top, x0 - left:x1 - left]
    paint[y0:y1, x0:x1] = colors[y0 - top:y1 - top, x0 - left:x1 - left]
    return paint, full


def shadows(rng, picture, alpha, base):
    """Darkens the backdrop below and beside the thing; may mirror it in the ground."""
    height, width = alpha.shape
    tint = 1 - np.array([1, 1, 1], np.float32) * rng.uniform(0.85, 1, 3).astype(np.float32)
    total = np.zeros_like(alpha)
    if rng.random() < 0.75:
        # Contact: narrow and dark under the thing.
        low = alpha * np.clip((np.arange(height)[:, None] - (base - rng.uniform(0.03, 0.2) * height)) / 6, 0, 1)
        moved = cv2.warpAffine(low, np.float32([[1, 0, rng.normal(0, 2)], [0, 1, rng.uniform(0, 5)]]), (width, height))
        total = np.maximum(total, rng.uniform(0.3, 0.95) * cv2.GaussianBlur(moved, (0, 0), rng.uniform(1, 7)))
    if rng.random() < 0.6:
        # Cast: the outline laid on the ground, away from the lamp.
        lean, squash = rng.normal(0, 0.9), rng.uniform(-0.5, 0.6)
        matrix = np.float32([[1, lean, -lean * base], [0, squash, base * (1 - squash)]])
        cast = cv2.warpAffine(alpha, matrix, (width, height))
        blur = rng.choice([rng.uniform(0.5, 2), rng.uniform(2, 12)])
        total = np.maximum(total, rng.uniform(0.1, 0.75) * cv2.GaussianBlur(cast, (0, 0), blur))
    if rng.random() < 0.4:
        # On a wall or table right behind: the outline moved aside.
        matrix = np.float32([[1, 0, rng.normal(0, 0.05) * width], [0, 1, rng.normal(0.01, 0.03) * height]])
        near = cv2.GaussianBlur(cv2.warpAffine(alpha, matrix, (width, height)), (0, 0), rng.uniform(1.5, 16))
        total = np.maximum(total, rng.uniform(0.1, 0.6) * near)
    picture = picture * (1 - total[..., None] * (1 - tint))
    return picture


def mirrored(rng, picture, colors, alpha, base):
    matrix = np.float32([[1, 0, 0], [0, -1, 2 * base]])
    size = (alpha.shape[1], alpha.shape[0])
    flipped, mask = cv2.warpAffine(colors, matrix, size), cv2.warpAffine(alpha, matrix, size)
    fade = np.clip(1 - (np.arange(size[1])[:, None] - base) / (rng.uniform(0.1, 0.6) * size[1]), 0, 1)
    strength = rng.uniform(0.1, 0.6) * fade * mask
    blur = rng.uniform(0.3, 4)
    return picture + (cv2.GaussianBlur(flipped, (0, 0), blur) - picture) * cv2.GaussianBlur(strength, (0, 0), blur)[..., None]


def camera(rng, picture):
    """Exposure, color cast, vignette, grain, sharpness and JPEG blocks."""
    height, width = picture.shape[:2]
    picture = np.clip(picture, 0, 1) ** rng.uniform(0.75, 1.35)
    picture = picture * rng.uniform(0.85, 1.1) * rng.uniform(0.93, 1.07, 3).astype(np.float32)
    picture = (picture - 0.5) * rng.uniform(0.85, 1.15) + 0.5 + rng.normal(0, 0.02)
    if rng.random() < 0.15:
        picture = np.repeat(picture.mean(2, keepdims=True), 3, 2)
    if rng.random() < 0.3:
        y, x = np.mgrid[-1:1:height * 1j, -1:1:width * 1j].astype(np.float32)
        picture = picture * (1 - rng.uniform(0, 0.35) * (x * x + y * y))[..., None]
    if rng.random() < 0.3:
        picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.3, 1))
    picture = picture + rng.choice([0, rng.uniform(0, 0.03)]) * rng.standard_normal(picture.shape)
    stored = np.clip(picture * 255 + 0.5, 0, 255).astype(np.uint8)
    if rng.random() < 0.5:
        _, data = cv2.imencode(".jpg", stored, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(40, 96))])
        stored = cv2.imdecode(data, cv2.IMREAD_COLOR)
    return stored


def scene(rng, height, width):
    """A picture (uint8, RGB) and the thing's true alpha (float32)."""
    standing = rng.random() < 0.12
    while True:
        crop = cropped(*thing(rng, shapes.bust if standing else None))
        if crop is not None:
            break
    colors, alpha = crop
    picture, kind = backdrop(rng, height, width)
    if kind in ("tent", "table", "paper") and rng.random() < (0.35 if kind == "tent" else 0.06):
        # Lying on the ground, seen from low.
        low = max(8, int(alpha.shape[0] * rng.uniform(0.2, 0.6)))
        colors, alpha = fit(colors, alpha.shape[1], low), fit(alpha, alpha.shape[1], low)
    if kind in ("room", "garden", "table", "heap") and rng.random() < 0.45:
        picture = bystanders(rng, picture, rng.uniform(1.5, 9), 0.6)
    if kind == "tent" and rng.random() < 0.6:
        picture = bystanders(rng, picture, rng.uniform(0.3, 2), 1)
    cut = not standing and rng.random() < 0.26
    share = rng.uniform(0.15, 0.5) if kind == "tent" else rng.choice([rng.uniform(0.25, 0.5), rng.uniform(0.45, 0.92)])
    if cut:
        share = rng.uniform(0.6, 1.3)
    scale = share * min(height / alpha.shape[0], width / alpha.shape[1])
    breadth, tall = max(6, int(alpha.shape[1] * scale)), max(6, int(alpha.shape[0] * scale))
    colors, alpha = fit(colors, breadth, tall), fit(alpha, breadth, tall)
    free_x, free_y = width - breadth, height - tall
    if cut:
        left, top = int(rng.uniform(-0.35, 1.0) * breadth * 0.5 + free_x / 2), int(rng.uniform(0, 0.9) * tall * 0.5 + free_y / 2)
    else:
        left, top = int(free_x * np.clip(rng.normal(0.5, 0.15), 0, 1)), int(free_y * np.clip(rng.normal(0.55, 0.16), 0, 1))
    if standing:
        top = height - int(tall * rng.uniform(0.8, 1))
    things = [(colors, alpha, left, top)]
    if not cut and not standing and rng.random() < 0.25:
        things = several(rng, colors, alpha, width, top)
    paint, mask = np.zeros((height, width, 3), np.float32), np.zeros((height, width), np.float32)
    for colors, alpha, left, top in things:
        layer, cover = lay((height, width), colors, alpha, left, top)
        paint = paint + (layer - paint) * (cover / np.maximum(cover + mask * (1 - cover), 1e-4))[..., None]
        mask = cover + mask * (1 - cover)
    base = min(height - 1, max(top + alpha.shape[0] for _, alpha, _, top in things))
    if kind == "tent" and rng.random() < 0.6:
        picture = turntable(rng, picture, left + alpha.shape[1] / 2, base)
    elif not standing and rng.random() < 0.24:
        picture = stage(rng, picture, mask, base)
    if kind not in ("garden", "heap") or rng.random() < 0.3:
        if rng.random() < 0.85:
            picture = shadows(rng, picture, mask, base)
        if rng.random() < (0.4 if kind == "tent" else 0.1):
            picture = mirrored(rng, picture, paint, mask, base)
    if rng.random() < 0.06:
        paint = paint * 0.35 + picture * 0.65  # glass
    if (np.abs(paint - picture).max(2) * mask).sum() < 0.06 * mask.sum() and rng.random() < 0.8:
        return scene(rng, height, width)  # nobody could see it
    picture = picture + (paint - picture) * mask[..., None]
    if rng.random() < 0.3:
        # One light on everything.
        light = 1 + rng.uniform(0.1, 0.5) * noise(rng, height, width, rng.uniform(60, 250), 2)
        picture = picture * light[..., None]
    return camera(rng, picture), mask


def several(rng, colors, alpha, width, top):
    """Two or three side by side, mostly of a kind, as they are sold."""
    count = rng.choice([2, 2, 2, 3])
    mixed = rng.random() < 0.3
    gap = rng.uniform(-0.12, 0.25)
    scale = min(1, 0.94 * width / (alpha.shape[1] * (count + (count - 1) * gap)))
    breadth, tall = max(6, int(alpha.shape[1] * scale)), max(6, int(alpha.shape[0] * scale))
    colors, alpha = fit(colors, breadth, tall), fit(alpha, breadth, tall)
    left = int((width - breadth * (count + (count - 1) * gap)) * rng.uniform(0.2, 0.8))
    placed = []
    for number in range(count):
        turn = slice(None, None, -1) if rng.random() < 0.5 else slice(None)
        tilt = slice(None, None, -1) if rng.random() < 0.1 else slice(None)
        place = left + int(number * breadth * (1 + gap))
        other = cropped(*thing(rng)) if mixed and number > 0 else None
        if other:
            own_colors, own_alpha = fit(other[0], breadth, tall), fit(other[1], breadth, tall)
        else:
            own_colors, own_alpha = colors, alpha
        placed.append((own_colors[tilt, turn], own_alpha[tilt, turn], place, top + int(rng.normal(0, 5))))
    return placed


def stage(rng, picture, mask, base):
    """A sheet, plinth or tray under the thing, of another color than the rest."""
    height, width = mask.shape
    columns = np.nonzero(mask.max(0) > 0.5)[0]
    if len(columns) == 0:
        return picture
    middle, reach = columns.mean(), max(8, (columns.max() - columns.min()) * rng.uniform(0.55, 1.2))
    low = base + rng.uniform(0.0, 0.12) * height
    if rng.random() < 0.6:
        depth, lean = rng.uniform(0.1, 0.5) * height, rng.uniform(-0.3, 0.3) * reach
        top = low - depth
        corners = np.array([[middle - reach, low], [middle + reach, low + rng.normal(0, 0.08) * height],
                            [middle + reach * rng.uniform(0.5, 1) + lean, top], [middle - reach * rng.uniform(0.5, 1) + lean, top]])
        sheet = np.zeros((height, width), np.uint8)
        cv2.fillPoly(sheet, [np.round(corners * 8).astype(np.int32)], 255, cv2.LINE_AA, 3)
    else:
        sheet = np.zeros((height, width), np.uint8)
        flat = max(2, int(reach * rng.uniform(0.1, 0.4)))
        cv2.ellipse(sheet, (int(middle), int(base)), (int(reach), flat), 0, 0, 360, 255, -1, cv2.LINE_AA)
        if rng.random() < 0.6:
            cv2.rectangle(sheet, (int(middle - reach), int(base)), (int(middle + reach), height), 255, -1)
    tone = surface(rng, height, width, None, 0.3) if rng.random() < 0.4 else color(rng)
    amount = cv2.GaussianBlur(sheet, (0, 0), rng.uniform(0.4, 2)).astype(np.float32)[..., None] / 255
    return picture + (tone - picture) * amount


def bystanders(rng, picture, blur, at_the_edge):
    """Smaller, blurred or half-hidden things that are not the subject; `at_the_edge` is how often they touch a side."""
    height, width = picture.shape[:2]
    for _ in range(rng.integers(1, 5)):
        crop = cropped(*thing(rng))
        if crop is None:
            continue
        colors, alpha = crop
        scale = rng.uniform(0.12, 0.6) * min(height / alpha.shape[0], width / alpha.shape[1])
        colors = fit(colors, max(4, int(alpha.shape[1] * scale)), max(4, int(alpha.shape[0] * scale)))
        alpha = fit(alpha, colors.shape[1], colors.shape[0])
        edge = rng.random() < at_the_edge
        x = rng.choice([rng.uniform(-0.1, 0.12), rng.uniform(0.88, 1.1)]) * width if edge else rng.uniform(0, 1) * width
        y = rng.uniform(0, 1) * height
        paint, mask = lay((height, width), colors, alpha, int(x - colors.shape[1] / 2), int(y - colors.shape[0] / 2))
        mask = cv2.GaussianBlur(mask, (0, 0), blur)
        paint = cv2.GaussianBlur(paint, (0, 0), blur) / np.maximum(mask, 0.02)[..., None]
        picture = picture + (np.clip(paint, 0, 1) - picture) * mask[..., None]
    return np.ascontiguousarray(picture, np.float32)


def sample(seed, height, width):
    """A picture with its true mask: four uint8 planes, red, green, blue and alpha."""
    rng = np.random.default_rng(seed)
    picture, mask = scene(rng, height, width)
    planes = np.concatenate([picture, (mask * 255 + 0.5).astype(np.uint8)[..., None]], 2)
    if rng.random() < 0.5:
        planes = planes[:, ::-1]
    return np.ascontiguousarray(planes.transpose(2, 0, 1))
