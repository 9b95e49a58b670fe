"""Draws a screen as a picture, for people who judge it. Needs Pillow and the font DejaVu Sans Mono."""

import base64
import io
import re

from PIL import Image, ImageDraw, ImageFont

from placeholders import MARKS, PLACEHOLDER

CELL_WIDTH, CELL_HEIGHT, FONT_SIZE = 12, 24, 20
FONTS = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono"


def rgb(number):
    return number >> 16 & 255, number >> 8 & 255, number & 255


class Graphics:
    """The pictures that a terminal was given, by number."""

    def __init__(self, sent):
        self.pictures = {}
        for keys, data in re.findall(rb"\x1b_G([^;\x1b]*);([^\x1b]*)\x1b\\", sent):
            keys = dict(pair.split("=") for pair in keys.decode().split(","))
            if keys.get("a") == "T" and keys.get("t") == "f":
                with open(base64.b64decode(data), "rb") as file:
                    picture = Image.open(io.BytesIO(file.read())).convert("RGBA")
                size = int(keys["c"]) * CELL_WIDTH, int(keys["r"]) * CELL_HEIGHT
                self.pictures[int(keys["i"])] = picture.resize(size, Image.LANCZOS)

    def cell(self, letters, number):
        """The part of a picture that stands in a cell of placeholder letters."""
        picture = self.pictures.get(number)
        if not picture or len(letters) < 3:
            return None
        top, left = MARKS.index(letters[1]) * CELL_HEIGHT, MARKS.index(letters[2]) * CELL_WIDTH
        return picture.crop((left, top, left + CELL_WIDTH, top + CELL_HEIGHT))


def draw(nvim):
    """The screen of a Neovim as a picture."""
    fonts = {
        (bold, italic): ImageFont.truetype(
            FONTS + {(0, 0): "", (1, 0): "-Bold", (0, 1): "-Oblique", (1, 1): "-BoldOblique"}[bold, italic] + ".ttf",
            FONT_SIZE,
        )
        for bold in (0, 1)
        for italic in (0, 1)
    }
    screen = nvim.screen
    graphics = Graphics(bytes(nvim.stderr))
    image = Image.new("RGB", (screen.columns * CELL_WIDTH, screen.rows * CELL_HEIGHT), rgb(screen.colors["background"]))
    pen = ImageDraw.Draw(image)
    for row in range(screen.rows):
        for column in range(screen.columns):
            text, number = screen.cells[row][column]
            style = screen.styles[number]
            foreground, background = screen.colors_at(row, column)
            left, top = column * CELL_WIDTH, row * CELL_HEIGHT
            if (row, column) == screen.cursor:
                foreground, background = background, foreground
            pen.rectangle((left, top, left + CELL_WIDTH - 1, top + CELL_HEIGHT - 1), fill=rgb(background))
            if text.startswith(PLACEHOLDER):
                part = graphics.cell(text, foreground)
                if part:
                    image.paste(part, (left, top), part)
            elif text == "▀":
                pen.rectangle((left, top, left + CELL_WIDTH - 1, top + CELL_HEIGHT // 2 - 1), fill=rgb(foreground))
            elif text.strip():
                font = fonts[int(bool(style.get("bold"))), int(bool(style.get("italic")))]
                pen.text((left, top + 18), text, font=font, fill=rgb(foreground), anchor="ls")
            if style.get("underline") or style.get("undercurl"):
                pen.line((left, top + 21, left + CELL_WIDTH - 1, top + 21), fill=rgb(style.get("special", foreground)))
    return image
