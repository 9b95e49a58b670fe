"""What a person could say about a picture: strokes and a box."""

import cv2
import numpy as np


def hints(rng, mask):
    """What a person may have said: strokes (1 product, -1 backdrop, 0 nothing) and a box (1 inside; all 0 without one)."""
    height, width = mask.shape
    strokes, box = np.zeros((height, width), np.float32), np.zeros((height, width), np.float32)
    choice = rng.random()
    if choice < 0.45 or mask.max() < 0.5:
        return strokes, box
    if choice < 0.85:
        rows, columns = np.nonzero(mask > 0.3)
        loose = rng.uniform(0, 0.06, 4) * max(height, width)
        top, end = max(0, rows.min() - loose[0]), rows.max() + 1 + loose[1]
        left, right = max(0, columns.min() - loose[2]), columns.max() + 1 + loose[3]
        box[int(top):int(np.ceil(end)), int(left):int(np.ceil(right))] = 1
    if choice > 0.75:
        for value, where in ((1, mask > 0.8), (-1, mask < 0.05)):
            rows, columns = np.nonzero(where)
            if len(rows) == 0:
                continue
            for _ in range(rng.integers(0, 4)):
                pick = rng.integers(len(rows), size=2)
                a, b = (int(columns[pick[0]]), int(rows[pick[0]])), (int(columns[pick[1]]), int(rows[pick[1]]))
                if rng.random() < 0.5:
                    b = a
                line = np.zeros((height, width), np.uint8)
                cv2.line(line, a, b, 1, int(rng.integers(2, 8)))
                strokes[(line > 0) & where] = value
    return strokes, box
