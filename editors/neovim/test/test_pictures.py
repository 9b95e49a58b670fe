"""Picture files of every kind are read as the PNG specification says, and damaged ones are refused with a reason."""

import json
import pathlib
import random
import struct
import subprocess
import tempfile
import unittest
import zlib

from project import NVIM, PLUGIN

SCRIPT = """
package.path = arg[1] .. '/lua/?.lua;' .. package.path
local png = require('kraf.picture.png')
local answers = {}
for number = 2, #arg do
  local file = assert(io.open(arg[number], 'rb'))
  local raster, reason = png.decode(file:read('*a'))
  file:close()
  answers[number - 1] = raster or { reason = reason }
end
io.stdout:write(vim.json.encode(answers))
"""

CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def filtered(rows, step, kind):
    """Rows of bytes with a filter put on, by the definitions of section 9 of the specification."""
    out, above = b"", bytes(len(rows[0]))
    for row in rows:
        line = bytearray()
        for place, value in enumerate(row):
            left = row[place - step] if place >= step else 0
            up, corner = above[place], above[place - step] if place >= step else 0
            guess = left + up - corner
            paeth = min((left, up, corner), key=lambda one: abs(guess - one))
            line.append((value - (0, left, up, (left + up) // 2, paeth)[kind]) % 256)
        out += bytes([kind]) + line
        above = row
    return out


def png(
    samples, width, height, color=2, depth=8, kind=0, level=9, interlace=0, palette=None, transparency=None, strategy=0
):
    """A PNG file of samples, row by row."""
    per_row = width * CHANNELS[color]
    rows = []
    for row in range(height):
        part = samples[row * per_row : (row + 1) * per_row]
        if depth == 16:
            rows.append(b"".join(struct.pack(">H", value) for value in part))
        elif depth == 8:
            rows.append(bytes(part))
        else:
            bits = "".join(f"{value:0{depth}b}" for value in part)
            bits += "0" * (-len(bits) % 8)
            rows.append(bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8)))
    packer = zlib.compressobj(level, zlib.DEFLATED, 15, 8, strategy)
    data = packer.compress(filtered(rows, max(1, CHANNELS[color] * depth // 8), kind)) + packer.flush()
    file = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, interlace))
    if palette:
        file += chunk(b"PLTE", bytes(part for entry in palette for part in entry))
    if transparency:
        file += chunk(b"tRNS", bytes(transparency))
    half = len(data) // 2
    return (
        file + chunk(b"IDAT", data[:half]) + chunk(b"tEXt", b"a\0b") + chunk(b"IDAT", data[half:]) + chunk(b"IEND", b"")
    )


class Pictures(unittest.TestCase):
    def decode(self, *files):
        with tempfile.TemporaryDirectory() as folder:
            script = pathlib.Path(folder, "decode.lua")
            script.write_text(SCRIPT)
            paths = []
            for number, data in enumerate(files):
                paths.append(pathlib.Path(folder, f"{number}.png"))
                paths[-1].write_bytes(data)
            command = [NVIM, "--clean", "-l", str(script), str(PLUGIN), *map(str, paths)]
            return json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)

    def samples(self, count, most=255, seed=1):
        # Long runs and noise, so that copies and literals both occur.
        draw = random.Random(seed)
        return [draw.randint(0, most) if draw.random() < 0.5 else most // 2 for _ in range(count)]

    def test_every_filter_and_every_kind_of_block_gives_the_same_colors(self):
        samples = self.samples(33 * 17 * 3)
        files = [png(samples, 33, 17, kind=kind) for kind in range(5)]
        # Level 0 stores; the fixed strategy uses the codes of the specification; else codes are described.
        files += [
            png(samples, 33, 17, level=0),
            png(samples, 33, 17, strategy=zlib.Z_FIXED),
            png(samples, 33, 17, strategy=zlib.Z_RLE),
        ]

        for answer in self.decode(*files):
            self.assertEqual((answer["width"], answer["height"]), (33, 17))
            self.assertEqual(answer["red"], samples[0::3])
            self.assertEqual(answer["green"], samples[1::3])
            self.assertEqual(answer["blue"], samples[2::3])
            self.assertNotIn("alpha", answer)

    def test_gray_alpha_and_deep_colors(self):
        alpha = self.samples(9 * 5 * 4)
        gray = self.samples(9 * 5 * 2)
        deep = self.samples(9 * 5 * 3, 65535)
        with_alpha, gray_alpha, sixteen = self.decode(
            png(alpha, 9, 5, color=6, kind=4), png(gray, 9, 5, color=4, kind=3), png(deep, 9, 5, depth=16, kind=1)
        )

        self.assertEqual(with_alpha["alpha"], alpha[3::4])
        self.assertEqual(with_alpha["blue"], alpha[2::4])
        self.assertEqual(gray_alpha["red"], gray[0::2])
        self.assertEqual(gray_alpha["alpha"], gray[1::2])
        self.assertEqual(sixteen["green"], [value >> 8 for value in deep[1::3]])

    def test_few_grays_and_palettes(self):
        for depth in (1, 2, 4, 8):
            most = 2**depth - 1
            samples = self.samples(11 * 3, most)
            palette = [(index, 255 - index, 7) for index in range(most + 1)]
            gray, colors = self.decode(
                png(samples, 11, 3, color=0, depth=depth),
                png(samples, 11, 3, color=3, depth=depth, palette=palette, transparency=[40]),
            )

            self.assertEqual(gray["red"], [value * 255 // most for value in samples])
            self.assertEqual(colors["red"], samples)
            self.assertEqual(colors["green"], [255 - value for value in samples])
            self.assertEqual(colors["alpha"], [40 if value == 0 else 255 for value in samples])

    def test_damaged_files_have_a_reason(self):
        good = png(self.samples(8 * 8 * 3), 8, 8)
        header = struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0)
        bomb = zlib.compress(bytes(30_000_000))
        small = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
        start = b"\x89PNG\r\n\x1a\n"
        damaged = {
            "it is no PNG file": b"GIF89a" + good,
            "it ends too early": good[:-20],
            "it is interlaced": png([0] * 12, 2, 2, interlace=1),
            "its colors are unknown": good.replace(b"\x08\x02\0\0\0", b"\x08\x07\0\0\0", 1),
            "it is too large": start + chunk(b"IHDR", header) + chunk(b"IEND", b""),
            "it is damaged: more bytes than announced": start
            + chunk(b"IHDR", small)
            + chunk(b"IDAT", bomb)
            + chunk(b"IEND", b""),
            "it is damaged: not packed by zlib": start
            + chunk(b"IHDR", small)
            + chunk(b"IDAT", b"nothing")
            + chunk(b"IEND", b""),
            "a color is not in its palette": png([0, 1, 2, 3], 2, 2, color=3, palette=[(1, 2, 3)]),
            "it has no header": start + chunk(b"IEND", b""),
        }

        reasons = [answer.get("reason") for answer in self.decode(*damaged.values())]
        for seen, expected in zip(reasons, damaged):
            self.assertTrue(seen and seen.startswith(expected), (seen, expected))

    def test_any_damaged_byte_ends_with_an_answer(self):
        good = png(self.samples(6 * 6 * 3), 6, 6, kind=4)
        draw = random.Random(2)
        broken = []
        for _ in range(300):
            place = draw.randrange(8, len(good))
            broken.append(good[:place] + bytes([draw.randrange(256)]) + good[place + 1 :])

        for answer in self.decode(*broken):
            self.assertTrue("reason" in answer or len(answer["red"]) == answer["width"] * answer["height"])


if __name__ == "__main__":
    unittest.main()
