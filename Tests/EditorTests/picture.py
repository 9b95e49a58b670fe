"""Draws the cells of a screen as a PNG picture in twice the density of a page."""

import pathlib

from PIL import Image, ImageDraw, ImageFont

FONTS = pathlib.Path("/usr/share/fonts/truetype/jetbrains-mono")
# A letter of this font is 0.6 of its size wide and 1.32 high, so that frames have no gaps; the base is from the top.
SIZE, WIDTH, HEIGHT, BASE = 30, 18, 40, 31
MARGIN, BAR, CORNER = 40, 88, 22
FACES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
# Of the screen and the smooth edges of its letters; few, so that files are small.
COLORS = 200


def save(screen, rows, title, path):
    """Writes the rows `rows` (a range) of a screen as a window with a title."""
    fonts = {face: ImageFont.truetype(FONTS / f"JetBrainsMono-{name}.ttf", SIZE) for face, name in FACES.items()}
    columns = len(screen.cells[0])
    size = (columns * WIDTH + 2 * MARGIN, len(rows) * HEIGHT + BAR + MARGIN)
    paper = screen.look(screen.cells[-1][-1]).background
    picture = Image.new("RGB", size, hexadecimal(paper))
    pen = ImageDraw.Draw(picture)
    pen.text((size[0] / 2, BAR / 2), title, "#8B8F98", fonts[False, False], anchor="mm")
    for row, cells in enumerate(screen.cells[rows.start:rows.stop]):
        for column, cell in enumerate(cells):
            place = (MARGIN + column * WIDTH, BAR + row * HEIGHT)
            draw(pen, place, cell, screen.look(cell), paper, fonts)
    shape = Image.new("L", size, 0)
    ImageDraw.Draw(shape).rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), CORNER, fill=255)
    picture.putalpha(shape)
    picture.quantize(COLORS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)


def draw(pen, place, cell, look, paper, fonts):
    """One cell: its ground, its letter and its underline."""
    left, top = place
    if look.background != paper:
        pen.rectangle((left, top, left + WIDTH - 1, top + HEIGHT - 1), fill=hexadecimal(look.background))
    if look.underline is not None:
        underline(pen, left, top + HEIGHT - 7, hexadecimal(look.underline), look.is_curly)
    if cell.text.strip():
        pen.text((left, top + BASE), cell.text, hexadecimal(look.foreground), fonts[look.is_bold, look.is_italic], anchor="ls")


def underline(pen, left, middle, color, is_curly):
    """A line below a cell; the wave of a curly one goes on from cell to cell."""
    if is_curly:
        half, deep = WIDTH / 4, 3
        points = [(left + step * half, middle + deep * (0, -1, 0, 1, 0)[step]) for step in range(5)]
        pen.line(points, color, 3, joint="curve")
    else:
        pen.line((left, middle, left + WIDTH - 1, middle), color, 2)


def hexadecimal(color):
    """0xRRGGBB as Pillow reads it."""
    return f"#{color:06x}"
