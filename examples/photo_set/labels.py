"""What is printed on the flacon, the jar and the kettle."""

from __future__ import annotations

import math

from PIL import Image

from .artwork import Sheet

PERFUME_LABEL_MM = (30.0, 34.0)
JAR_LABEL_MM = (62.0, 25.0)
KETTLE_MARK_MM = (40.0, 14.0)


def perfume_label() -> Image.Image:
    wide, high = PERFUME_LABEL_MM
    ink, mid = (44, 38, 34), wide / 2
    sheet = Sheet(wide, high, 40, (240, 234, 222))
    frame = [(1.8, 1.8), (wide - 1.8, 1.8), (wide - 1.8, high - 1.8), (1.8, high - 1.8), (1.8, 1.8)]
    sheet.line(frame, 0.16, (160, 122, 62))
    sheet.text("NOOR", mid, 13.2, 4.6, ink, bold=0.12, width=20)
    sheet.line([(mid - 3, 16.6), (mid + 3, 16.6)], 0.2, (160, 122, 62))
    sheet.text("03", mid, 22.6, 3.6, ink, bold=0.06, track=0.4)
    sheet.text("EAU DE PARFUM", mid, 27.4, 1.15, ink, bold=0.03, track=0.22)
    sheet.text("50 ML  1.7 FL OZ", mid, 29.8, 1.0, ink, bold=0.02, track=0.15)
    return sheet.done()


def jar_label() -> Image.Image:
    wide, high = JAR_LABEL_MM
    ground, ink, gold = (203, 212, 194), (47, 66, 56), (178, 133, 62)
    mid = wide / 2
    sheet = Sheet(wide, high, 30, ground)
    for i in range(13):  # a rising sun, its rays long and short by turns
        turn = math.pi * i / 12
        near, far = 1.9, 3.9 if i % 2 == 0 else 3.0
        sheet.line([(mid - r * math.cos(turn), 6.1 - r * math.sin(turn)) for r in (near, far)],
                   0.24, gold)
    sheet.line([(mid - 5.2, 6.8), (mid + 5.2, 6.8)], 0.24, gold)
    sheet.text("Lumen", mid, 14.4, 5.4, ink, bold=0.14, track=0.35)
    sheet.text("BALM", mid, 18.3, 1.9, ink, bold=0.06, track=1.3)
    sheet.text("Oat, calendula and beeswax  /  60 ML", mid, 22.2, 1.15, ink, bold=0.02, track=0.06)
    return sheet.done()


def kettle_mark() -> Image.Image:
    """White-on-black mask: a small flame over the name."""
    wide, high = KETTLE_MARK_MM
    mid = wide / 2
    sheet = Sheet(wide, high, 30, 0, "L")
    for side in (-1, 0, 1):
        wave = [(mid + side * 2.6 + 0.7 * math.sin(t / 5), 0.8 + t * 0.16) for t in range(32)]
        sheet.line(wave, 0.5, 255)
    sheet.text("HALDEN", mid, 12.4, 3.6, 255, bold=0.12, width=27)
    return sheet.done()
