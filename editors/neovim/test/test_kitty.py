"""The live preview where the terminal draws it: kitty graphics with placeholders in the cells."""

import base64
import re

from placeholders import MARKS, PLACEHOLDER
from project import ProjectTest
from test_preview import PreviewTest


class Kitty(PreviewTest):
    before = (*ProjectTest.before, "lua vim.g.kraf = { pictures = 'kitty' }")

    def orders(self):
        with self.nvim.lock:
            raw = bytes(self.nvim.stderr)
        found = []
        for keys, data in re.findall(rb"\x1b_G([^;\x1b]*);([^\x1b]*)\x1b\\", raw):
            found.append((dict(pair.split("=") for pair in keys.decode().split(",")), data))
        return found

    def drawn(self, path_has="-5.png"):
        def holds():
            shown = [order for order in self.orders() if order[0].get("a") == "T"]
            return shown and path_has in base64.b64decode(shown[-1][1]).decode("latin-1") and shown[-1][0]

        return self.nvim.until(holds, lambda: f"a picture for the terminal: {self.orders()}")

    def test_the_terminal_gets_the_file_and_the_screen_its_placeholders(self):
        self.preview()
        keys = self.drawn()

        self.assertEqual((keys["U"], keys["f"], keys["t"], keys["q"]), ("1", "100", "f", "2"))
        columns, rows = int(keys["c"]), int(keys["r"])
        self.nvim.until(lambda: len(self.nvim.screen.find(PLACEHOLDER)) == columns * rows, "the placeholders")
        top, left = min(self.nvim.screen.find(PLACEHOLDER))
        self.nvim.until(
            lambda: self.nvim.screen.colors_at(top, left)[0] == int(keys["i"]), "the picture's number as color"
        )
        with self.nvim.lock:
            seen = [
                [text for text, _ in row[left : left + columns]] for row in self.nvim.screen.cells[top : top + rows]
            ]
        wanted = [[PLACEHOLDER + MARKS[row] + MARKS[column] for column in range(columns)] for row in range(rows)]
        self.assertEqual(seen, wanted)

    def test_every_mark_is_that_of_the_protocol(self):
        self.assertEqual(self.nvim.lua("return require('kraf.picture.kitty').most_cells"), len(MARKS))
        self.preview()
        self.drawn()
        self.nvim.command("1wincmd w | wincmd l | vertical resize 100")

        def marks():
            with self.nvim.lock:
                rows = [[text[2] for text, _ in row if text.startswith(PLACEHOLDER)] for row in self.nvim.screen.cells]
            return max(rows, key=len)

        in_order = lambda: len(marks()) > 40 and marks() == MARKS[: len(marks())]
        self.nvim.until(in_order, "a wide row with its marks in order")

    def test_new_pictures_take_turns_and_old_ones_leave_the_terminal(self):
        self.preview()
        first = self.drawn()["i"]
        self.set_line("palette", "palette: #D9A688, #C03020")
        self.nvim.until(lambda: sum(keys.get("a") == "T" for keys, _ in self.orders()) >= 4, "more pictures")
        self.kraf("preview")

        self.nvim.until(lambda: [keys.get("a") for keys, _ in self.orders()].count("d") >= 4, "all are deleted")
        shown = [keys["i"] for keys, _ in self.orders() if keys.get("a") == "T"]
        deleted = [keys["i"] for keys, _ in self.orders() if keys.get("a") == "d"]
        self.assertEqual(len(set(shown)), len(shown))
        self.assertEqual(shown, deleted)
        self.assertIn(first, deleted)

    def test_larger_pictures_are_asked_for(self):
        self.preview()

        self.assertGreaterEqual(int(self.logs(1)[0].split()[2]), 384)

    def test_a_problem_sends_dimmed_colors(self):
        self.preview()
        self.drawn()
        self.set_line("gray paper", "@front on a gray paper // stub: problem")
        self.nvim.shows("The photo 'mug.jpg' is not there")

        keys = self.nvim.until(
            lambda: next((keys for keys, _ in reversed(self.orders()) if keys.get("f") == "24"), None), "raw colors"
        )
        orders = self.orders()
        first = max(place for place, (order, _) in enumerate(orders) if order.get("f") == "24")
        self.nvim.until(lambda: self.orders()[-1][0].get("a") == "d", "the picture before leaves")
        data = b"".join(data for order, data in self.orders()[first:] if order.get("a") != "d")
        self.assertEqual(len(base64.b64decode(data)), int(keys["s"]) * int(keys["v"]) * 3)

    def test_every_order_is_whole_and_nothing_else_is_sent(self):
        self.preview()
        self.set_line("gray paper", "@front on a gray paper // stub: hostile")
        self.nvim.shows("evil^[]0;owned^G")

        with self.nvim.lock:
            raw = bytes(self.nvim.stderr)
        rest = re.sub(rb"\x1b_G[A-Za-z0-9=,]*;[A-Za-z0-9+/=]*\x1b\\", b"", raw)
        # What Neovim asks by itself: the terminal's background, and from afar its clipboard.
        for question in (b"\x1b]11;?\x07", b"\x1bP+q4D73\x1b\\"):
            rest = rest.replace(question, b"")
        self.assertEqual(rest, b"")


class FarTerminal(Kitty):
    environment = {"SSH_TTY": "/dev/pts/7"}

    def drawn(self, path_has="-5.png"):
        def holds():
            shown = [keys for keys, _ in self.orders() if keys.get("a") == "T"]
            return len(shown) >= 2 and shown[-1]

        return self.nvim.until(holds, "pictures for the terminal")

    def test_the_terminal_gets_the_file_and_the_screen_its_placeholders(self):
        """Bytes travel instead of a path that the terminal's machine does not have."""
        self.preview()
        self.assertEqual(self.drawn()["t"], "d")

        # The last piece of a picture says that no more comes.
        self.nvim.until(
            lambda: self.orders()[-1][0].get("m") == "0" or self.orders()[-1][0].get("a") == "d", "a whole picture"
        )
        data = b""
        for keys, piece in self.orders():
            if keys.get("a") == "T":
                data = piece
            elif keys.get("a") != "d":
                data += piece
        self.assertTrue(base64.b64decode(data).startswith(b"\x89PNG"))
