#!/usr/bin/env python3
"""Draws media/icon.png, 128 × 128 px: a bottle in hard light on paper, inside the corners of a viewfinder."""

import math
import pathlib
import struct
import zlib

SIZE = 128
SAMPLES = 4  # A side of the grid of samples in one px.

PAPER_TOP, PAPER_BOTTOM = (0xF4, 0xD9, 0xBE), (0xE7, 0xA8, 0x78)
FLOOR = (0xC9, 0x57, 0x3C)
SHADOW = (0x8E, 0x37, 0x28)
BODY_LIGHT, BODY_DARK = (0x4F, 0x7A, 0x6E), (0x1F, 0x35, 0x30)
LID_LIGHT, LID_DARK = (0xE0, 0xB6, 0x80), (0x8F, 0x63, 0x36)
LABEL = (0xF7, 0xEE, 0xE2)


def box(x, y, left, top, right, bottom, radius):
    """The distance to a rounded box; negative inside."""
    dx = abs(x - (left + right) / 2) - (right - left) / 2 + radius
    dy = abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius
    return math.hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - radius


def mixed(first, second, share):
    share = min(max(share, 0), 1)
    return tuple(a + (b - a) * share for a, b in zip(first, second))


def bottle(x, y):
    """Which part of the bottle lies at a place, or nothing."""
    if box(x, y, 53, 24, 75, 38, 4) < 0:
        return "lid"
    if box(x, y, 47, 40, 81, 103, 9) < 0:
        return "label" if box(x, y, 56, 64, 72, 80, 2) < 0 else "body"
    return None


def corner(x, y):
    """Whether a place lies on one of the viewfinder's corners."""
    u, v = abs(x - 64), abs(y - 64)
    ring = -4.5 < box(x, y, 17, 17, 111, 111, 9) < 0
    return ring and u > 27 and v > 27


def shadow(x, y):
    """Whether the floor lies in the bottle's shadow, which falls to the right and comes towards the eye."""
    if y < 88:
        return False
    along = (y - 97) / 14
    start, end = 49 + along * 20, 81 + along * 52
    return start < x < end + (103 - y) * 1.2 and y < 111


def color(x, y):
    part = bottle(x, y)
    across = (x - 47) / 34
    if part == "lid":
        return mixed(LID_LIGHT, LID_DARK, across * 1.15 - 0.1)
    if part == "label":
        return mixed(LABEL, BODY_LIGHT, across * 0.5 - 0.15)
    if part == "body":
        return mixed(BODY_LIGHT, BODY_DARK, across * 1.2 - 0.12)
    if corner(x, y):
        return (255, 252, 247)
    if y > 88:
        return SHADOW if shadow(x, y) else FLOOR
    return mixed(PAPER_TOP, PAPER_BOTTOM, (y / 88 + x / 128) / 2)


def pixel(column, row):
    total, alpha = [0.0, 0.0, 0.0], 0
    for i in range(SAMPLES):
        for j in range(SAMPLES):
            x, y = column + (i + 0.5) / SAMPLES, row + (j + 0.5) / SAMPLES
            if box(x, y, 0, 0, SIZE, SIZE, 26) < 0:
                alpha += 1
                total = [a + b for a, b in zip(total, color(x, y))]
    if not alpha:
        return bytes(4)
    return bytes([*(round(value / alpha) for value in total), round(255 * alpha / SAMPLES**2)])


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


rows = b"".join(b"\0" + b"".join(pixel(column, row) for column in range(SIZE)) for row in range(SIZE))
header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)
png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
(pathlib.Path(__file__).parent.parent / "media" / "icon.png").write_bytes(png)
