"""Upright blocks with a rounded-rectangle plan: flacons, caps."""

from __future__ import annotations

import math
from typing import Any, Iterable

import numpy as np

from .shapes import Mat, Vec, grid, rounded

MM = 0.001


def plan(half_x: float, half_y: float, corner: float, steps: int = 14) -> np.ndarray:
    """The rounded rectangle, counterclockwise."""
    pts = []
    for quarter, (sx, sy) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        for turn in np.linspace(0, math.pi / 2, steps) + quarter * math.pi / 2:
            pts.append((sx * (half_x - corner) + corner * math.cos(turn),
                        sy * (half_y - corner) + corner * math.sin(turn)))
    return np.array(pts)


def block(name: str, half: tuple[float, float], corner: float, profile: Iterable[Vec],
          mat: Mat | None, open_foot: bool = False) -> Any:
    """A block in mm whose walls follow (inset, height, corner cut), closed at both ends."""
    rows = []
    for inset, height in rounded(profile, 9):
        flat = plan(half[0] - inset, half[1] - inset, max(corner - inset, 0.4))
        rows.append(np.column_stack([flat, np.full(len(flat), height)]))
    middle = (0, 0, 1)
    if not open_foot:
        rows.insert(0, rows[0] * middle)
    rows.append(rows[-1] * middle)
    return grid(name, np.array(rows) * MM, mat, closed=True)
