"""Things: several shaded and patterned parts, as colors and alpha on a square canvas."""

import cv2
import numpy as np

import shapes
from natural import bent, leaves
from textures import color, mix, near, noise, surface

CANVAS = 224


def relief(rng, mask):
    """Light on a puffed-up shape: how bright, and a gloss that is added."""
    size = mask.shape[0]
    depth = cv2.distanceTransform((mask > 0.5).astype(np.uint8), cv2.DIST_L2, 5)
    puff = rng.uniform(0.04, 0.3) * size
    height = np.sqrt(np.clip(depth / puff, 0, 1)) * puff
    height = cv2.GaussianBlur(height, (0, 0), rng.uniform(1.5, 5))
    if rng.random() < 0.5:
        height += rng.uniform(0.2, 1.5) * noise(rng, size, size, rng.uniform(5, 40), 2)
    gx, gy = cv2.Sobel(height, cv2.CV_32F, 1, 0, ksize=3) / 8, cv2.Sobel(height, cv2.CV_32F, 0, 1, ksize=3) / 8
    light = np.array([rng.normal(0, 0.6), rng.normal(-0.5, 0.5), rng.uniform(0.4, 1.2)])
    light /= np.linalg.norm(light)
    facing = (-gx * light[0] - gy * light[1] + light[2]) / np.sqrt(1 + gx * gx + gy * gy)
    bright = rng.uniform(0.3, 0.75) + rng.uniform(0.3, 0.8) * np.clip(facing, 0, 1)
    gloss = rng.choice([0, rng.uniform(0.1, 0.8)]) * np.clip(facing, 0, 1) ** rng.uniform(8, 60)
    return bright.astype(np.float32), gloss.astype(np.float32)


def box(rng, busy):
    colors = np.zeros((CANVAS, CANVAS, 3), np.float32)
    alpha = np.zeros((CANVAS, CANVAS), np.float32)
    base = color(rng)
    for quad, bright in shapes.box_faces(rng, CANVAS):
        art = surface(rng, 128, 128, base if rng.random() < 0.7 else None, busy)
        corners = np.array([[0, 0], [0, 127], [127, 127], [127, 0]], np.float32)
        warp = cv2.getPerspectiveTransform(corners, quad)
        face = cv2.warpPerspective(art, warp, (CANVAS, CANVAS), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
        mask = shapes.fill(CANVAS, [quad])
        colors = np.where(mask[..., None] > 0, face * bright, colors)
        alpha = np.maximum(alpha, mask)
    return colors, alpha


def patched(rng, colors):
    """Another tone in places: a coat, wear, a second material."""
    tone = near(rng, colors.mean((0, 1)), 0.3) if rng.random() < 0.6 else color(rng)
    field = noise(rng, CANVAS, CANVAS, rng.uniform(30, 150), 3)
    return mix(colors, tone, (field - rng.uniform(-0.3, 0.5)) * rng.uniform(1, 8)) if rng.random() < 0.9 else colors


def part(rng, base, busy, maker=None):
    """One part: (colors, alpha)."""
    makers = [shapes.blob, shapes.slab, shapes.lathe, shapes.polygon, shapes.garment, shapes.creature, shapes.furniture]
    maker = maker or makers[rng.choice(7, p=[0.22, 0.16, 0.24, 0.09, 0.1, 0.12, 0.07])]
    mask, light = maker(rng, CANVAS)
    animal = maker in (shapes.creature, shapes.bust)
    choice = rng.random()
    if choice < (0.5 if animal else 0.18):
        colors = bent(rng, CANVAS, CANVAS)
        if base is not None and rng.random() < 0.5:
            colors = colors + (base - colors) * rng.uniform(0.2, 0.8)
    elif choice > 0.97:
        colors = leaves(rng, CANVAS, CANVAS)
    else:
        colors = surface(rng, CANVAS, CANVAS, base, busy)
    if maker is shapes.lathe and light is not None:
        if rng.random() < 0.6:
            # Bands around the axis: caps, labels, liquid.
            for _ in range(rng.integers(1, 4)):
                top, end = np.sort(rng.uniform(0, CANVAS, 2)).astype(int)
                colors[top:end] = surface(rng, CANVAS, CANVAS, None, busy)[top:end]
        bright, gloss = light
    elif rng.random() < 0.15:
        bright, gloss = np.float32(1), np.float32(0)
    else:
        bright, gloss = relief(rng, mask)
    if rng.random() < (0.7 if animal else 0.25):
        colors = patched(rng, colors)
    colors = colors * np.asarray(bright)[..., None] + np.asarray(gloss)[..., None]
    if animal or rng.random() < 0.06:
        if rng.random() < 0.8:
            mask = shapes.fur(rng, mask, rng.uniform(0.8, 5))
            colors = colors * (1 + rng.uniform(0.05, 0.3) * noise(rng, CANVAS, CANVAS, rng.uniform(1.5, 3), 1))[..., None]
    return np.clip(colors, 0, 1), mask


def placed(picture, scale, angle, x, y, size):
    """Scales, turns and moves a canvas so that its center lies at (x, y) of a canvas of `size`."""
    matrix = cv2.getRotationMatrix2D((CANVAS / 2, CANVAS / 2), angle, scale)
    matrix[:, 2] += np.array([x, y]) - CANVAS / 2
    return cv2.warpAffine(picture, matrix, size, flags=cv2.INTER_AREA if scale < 0.7 else cv2.INTER_LINEAR)


def over(colors, alpha, top, mask):
    total = mask + alpha * (1 - mask)
    weight = mask / np.maximum(total, 1e-4)
    return colors + (top - colors) * weight[..., None], total


def thing(rng, maker=None):
    """A whole thing with holes, handles, straps and patterns: (colors, alpha)."""
    busy = rng.choice([0.05, 0.4, 0.9])
    base = color(rng)
    kind = rng.random()
    if maker:
        colors, alpha = part(rng, base, busy, maker)
    elif kind < 0.18:
        colors, alpha = box(rng, busy)
    elif kind < 0.24:
        colors, alpha = part(rng, base, 0.2, shapes.strand)
    else:
        colors, alpha = part(rng, base, busy)
    for _ in range(rng.choice([0, 1, 2, 4], p=[0.4, 0.25, 0.2, 0.15])):
        tone = near(rng, base, 0.1) if rng.random() < 0.5 else None
        shape = rng.random()
        maker = shapes.strand if shape < 0.25 else None
        top, mask = part(rng, tone, busy, maker)
        rows, columns = np.nonzero(alpha > 0.5)
        if len(rows) == 0:
            break
        pick = rng.integers(len(rows))
        matrix_scale = rng.uniform(0.15, 0.75)
        size = (CANVAS, CANVAS)
        angle = rng.choice([0, rng.uniform(-180, 180)])
        top = placed(top, matrix_scale, angle, columns[pick], rows[pick], size)
        mask = placed(mask, matrix_scale, angle, columns[pick], rows[pick], size)
        if rng.random() < 0.55:
            mask = mask * (alpha > 0.3)
        if rng.random() < 0.3:
            # Behind what is there: a handle, a leg, a sole.
            colors, alpha = over(top, mask, colors, alpha)
        else:
            colors, alpha = over(colors, alpha, top, mask)
    if rng.random() < 0.06:
        hole, _ = shapes.blob(rng, CANVAS) if rng.random() < 0.5 else shapes.slab(rng, CANVAS)
        hole = placed(hole, rng.uniform(0.15, 0.5), 0, CANVAS / 2 + rng.normal(0, 20), CANVAS / 2 + rng.normal(0, 20),
                      (CANVAS, CANVAS))
        if hole.sum() < 0.5 * alpha.sum():
            alpha = alpha * (1 - hole)
    return colors, alpha


def cropped(colors, alpha):
    """The thing in the box that it fills."""
    rows, columns = np.nonzero(alpha > 0.1)
    if len(rows) < 60:
        return None
    top, end, left, right = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
    if end - top < 8 or right - left < 8:
        return None
    return colors[top:end, left:right], alpha[top:end, left:right]
