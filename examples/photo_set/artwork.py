"""Label and carton artwork, drawn with Pillow and its own built-in typeface."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw, ImageFont

CREAM = (234, 223, 200)
BRICK = (176, 66, 44)
INK = (58, 40, 34)
LEAF = (74, 128, 78)
LEAF_PALE = (139, 172, 96)
GOLD = (214, 160, 62)
FINER = 2


class Sheet:
    """A drawing measured in millimetres from its top left corner."""

    def __init__(self, wide: float, high: float, dots: float, ground: tuple | int,
                 mode: str = "RGB") -> None:
        self.scale = dots * FINER
        self.size = (round(wide * dots), round(high * dots))
        self.picture = Image.new(mode, (round(wide * self.scale), round(high * self.scale)),
                                 ground)
        self.pen = ImageDraw.Draw(self.picture)

    def at(self, points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x * self.scale, y * self.scale) for x, y in points]

    def line(self, points: list[tuple[float, float]], width: float, ink: tuple | int) -> None:
        wide = round(width * self.scale)
        path = self.at(points)
        self.pen.line(path, fill=ink, width=wide, joint="curve")
        for x, y in (path[0], path[-1]):
            self.pen.ellipse((x - wide / 2, y - wide / 2, x + wide / 2, y + wide / 2), fill=ink)

    def block(self, x: float, y: float, wide: float, high: float, ink: tuple | int) -> None:
        (a, b), (c, d) = self.at([(x, y), (x + wide, y + high)])
        self.pen.rectangle((a, b, c, d), fill=ink)

    def area(self, points: list[tuple[float, float]], ink: tuple | int) -> None:
        self.pen.polygon(self.at(points), fill=ink)

    def text(self, words: str, x: float, y: float, cap: float, ink: tuple | int,
             bold: float = 0.0, track: float = 0.0, align: str = "centre",
             width: float | None = None) -> None:
        """Words on baseline y; `cap` is the capital height, `width` sets the tracking."""
        font = ImageFont.load_default(cap * self.scale / 0.7)
        advance = [font.getlength(letter) for letter in words]
        gap = track * self.scale
        if width is not None and len(words) > 1:
            gap = (width * self.scale - sum(advance)) / (len(words) - 1)
        total = sum(advance) + gap * (len(words) - 1)
        start = x * self.scale - {"left": 0, "centre": total / 2, "right": total}[align]
        for letter, step in zip(words, advance):
            self.pen.text((start, y * self.scale), letter, fill=ink, font=font, anchor="ls",
                          stroke_width=bold * self.scale, stroke_fill=ink)
            start += step + gap

    def done(self) -> Image.Image:
        return self.picture.resize(self.size, Image.LANCZOS)


BOTTLE_LABEL_MM = (78.54, 110.0)  # 120 degrees of a 75 mm cylinder


def bottle_label() -> Image.Image:
    """White-on-black mask of the cream print on the bottle."""
    wide, high = BOTTLE_LABEL_MM
    sheet = Sheet(wide, high, 26, 0, "L")
    mid = wide / 2
    ridge = [(-25, 0), (-15, -11.5), (-11, -8), (-1.5, -22), (6.5, -10.5), (10.5, -14.5), (25, 0)]
    sheet.line([(mid + x, 40 + y) for x, y in ridge], 0.85, 255)
    sheet.line([(mid + x, 40 + y) for x, y in
                [(-5.2, -16.6), (-2.9, -14.4), (-1.2, -16.4), (1.0, -13.6), (2.8, -15.8)]], 0.6, 255)
    sheet.pen.ellipse([v * sheet.scale for v in (mid + 11.5, 17.0, mid + 17.5, 23.0)],
                      outline=255, width=round(0.7 * sheet.scale))
    sheet.line([(mid - 29.5, 45.4), (mid + 29.5, 45.4)], 0.5, 255)
    sheet.text("TRAILHEAD", mid, 58.9, 7.4, 255, bold=0.36, width=58.4)
    sheet.line([(mid - 29.5, 64.6), (mid + 29.5, 64.6)], 0.5, 255)
    sheet.text("750 ML  INSULATED  18/8 STEEL", mid, 70.9, 2.25, 255, bold=0.07, width=58.6)
    return sheet.done()


def leaf_outline(x: float, y: float, long: float, wide: float, lean: float,
                 sides: tuple[int, ...] = (1, -1)) -> list[tuple[float, float]]:
    """A pointed leaf from its stalk (x, y), `lean` degrees off upright."""
    t = math.radians(lean)
    out = []
    for side in sides:
        steps = range(41) if side == 1 else range(40, -1, -1)
        for i in steps:
            u = i / 40
            half = side * wide / 2 * math.sin(math.pi * u ** 0.8) * (1 - 0.25 * u)
            along = u * long
            out.append((x + along * math.sin(t) + half * math.cos(t),
                        y - along * math.cos(t) + half * math.sin(t)))
    return out


def draw_leaf(sheet: Sheet, x: float, y: float, long: float, wide: float, lean: float,
              tone: tuple, shade: tuple, vein: tuple) -> None:
    sheet.area(leaf_outline(x, y, long, wide, lean), tone)
    t = math.radians(lean)
    tip = (x + long * 0.97 * math.sin(t), y - long * 0.97 * math.cos(t))
    sheet.area(leaf_outline(x, y, long, wide, lean, (1,)) + [tip, (x, y)], shade)
    sheet.line([(x, y), tip], 0.5, vein)
    for i in range(2, 9):
        u = i / 10
        half = wide / 2 * math.sin(math.pi * u ** 0.8) * 0.5
        foot = (x + u * long * math.sin(t), y - u * long * math.cos(t))
        for side in (1, -1):
            end = (foot[0] + side * half * math.cos(t) + 0.11 * long * math.sin(t),
                   foot[1] + side * half * math.sin(t) - 0.11 * long * math.cos(t))
            sheet.line([foot, end], 0.3, vein)


def carton_front(sheet: Sheet, x: float) -> None:
    mid = x + 45
    sheet.block(x, 0, 90, 5, BRICK)
    sheet.block(x, 5, 90, 1.2, GOLD)
    sheet.text("FIRST LEAF", mid, 24.5, 8.6, INK, bold=0.45, width=70)
    sheet.text("SMALL GARDEN TEA", mid, 31.8, 2.5, BRICK, bold=0.1, width=52)
    sheet.pen.ellipse([v * sheet.scale for v in (mid - 30, 39, mid + 30, 99)], fill=(236, 212, 158))
    draw_leaf(sheet, mid - 1.5, 96, 40, 17, -33, LEAF_PALE, (122, 155, 82), CREAM)
    draw_leaf(sheet, mid + 1.5, 96, 40, 17, 33, LEAF_PALE, (122, 155, 82), CREAM)
    draw_leaf(sheet, mid, 97, 55, 20, 0, LEAF, (60, 109, 66), CREAM)
    sheet.line([(mid, 97), (mid + 0.8, 106)], 1.1, LEAF)
    sheet.block(x, 112, 90, 48, BRICK)
    sheet.block(x, 110.6, 90, 1.5, GOLD)
    sheet.text("JASMINE GREEN", mid, 124.4, 5.0, CREAM, bold=0.2, width=62)
    sheet.text("LOOSE LEAF TEA", mid, 132.4, 3.0, CREAM, bold=0.06, width=44)
    sheet.line([(mid - 12, 137), (mid + 12, 137)], 0.4, GOLD)
    sheet.text("Picked in spring, scented for seven nights", mid, 143.2, 2.0, CREAM)
    sheet.text("NET WT 100 G  /  3.5 OZ", mid, 152, 2.2, CREAM, bold=0.06, track=0.25)


def carton_side(sheet: Sheet, x: float) -> None:
    mid = x + 30
    sheet.block(x, 0, 60, 112, (226, 213, 185))
    sheet.block(x, 0, 60, 5, BRICK)
    sheet.block(x, 5, 60, 1.2, GOLD)
    sheet.block(x, 112, 60, 48, BRICK)
    sheet.block(x, 110.6, 60, 1.5, GOLD)
    sheet.text("HOW TO BREW", mid, 20, 3.6, INK, bold=0.18, width=42)
    sheet.line([(x + 9, 24), (x + 51, 24)], 0.4, BRICK)
    for row, (name, value) in enumerate((("Tea", "2 g a cup"), ("Water", "80 C"),
                                         ("Time", "2 to 3 min"), ("Again", "3 times"))):
        y = 31.5 + row * 7
        sheet.text(name, x + 9, y, 2.4, BRICK, bold=0.08, align="left")
        sheet.text(value, x + 51, y, 2.4, INK, align="right")
        sheet.line([(x + 9, y + 2.2), (x + 51, y + 2.2)], 0.18, (190, 168, 132))
    draw_leaf(sheet, mid, 80, 18, 7, 0, LEAF, (60, 109, 66), CREAM)
    draw_leaf(sheet, mid, 80, 13, 6, -48, LEAF_PALE, (122, 155, 82), CREAM)
    draw_leaf(sheet, mid, 80, 13, 6, 48, LEAF_PALE, (122, 155, 82), CREAM)
    notes = ("Ingredients: green tea, jasmine", "blossom. Keep cool, dry and",
             "away from light. Best within", "two years of the date below.")
    for row, words in enumerate(notes):
        sheet.text(words, x + 9, 89 + row * 4.3, 1.9, INK, align="left")
    sheet.block(x + 9, 120, 42, 22, CREAM)
    bars = "110100111011001010110111010010110011101011001101011010011011"
    for i, bit in enumerate(bars):
        if bit == "1":
            sheet.block(x + 12 + i * 0.6, 122, 0.6, 14.5, INK)
    sheet.text("0 750118 268440", mid, 140.4, 2.2, INK, width=32)
    sheet.text("BATCH 0417-B   04.2027", mid, 150.5, 1.9, CREAM, track=0.15)


def carton_wrap() -> Image.Image:
    """The four walls side by side: front, right, back, left (300 x 160 mm)."""
    sheet = Sheet(300, 160, 14, CREAM)
    carton_front(sheet, 0)
    carton_front(sheet, 150)
    carton_side(sheet, 90)
    carton_side(sheet, 240)
    return sheet.done()


def carton_top() -> Image.Image:
    """The lid panel (90 x 60 mm)."""
    sheet = Sheet(90, 60, 14, BRICK)
    sheet.text("FIRST LEAF", 45, 36, 5, CREAM, bold=0.25, width=42)
    sheet.text("LIFT HERE", 45, 54.5, 1.8, CREAM, track=0.3)
    return sheet.done()


def book_spine(title: str, ground: tuple, ink: tuple) -> Image.Image:
    """A plain book spine 240 x 30 mm: title and two rules."""
    sheet = Sheet(240, 30, 5, ground)
    for x in (12, 16, 222, 226):
        sheet.block(x, 0, 1.4, 30, ink)
    sheet.text(title, 120, 19.5, 9, ink, bold=0.3, track=2.0)
    return sheet.done()
