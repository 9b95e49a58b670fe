"""A real Neovim with a screen attached: Neovim draws into it as into a terminal, cell by cell.

Inlay hints, lenses and floating windows are drawn only where there is a screen, so what stands in its cells is what a user sees.
"""

import dataclasses
import itertools
import os
import select
import subprocess
import time

import msgpack


@dataclasses.dataclass(frozen=True)
class Cell:
    """One place of the screen: a character (empty behind a wide one) and the number of its look."""

    text: str
    look: int


@dataclasses.dataclass(frozen=True)
class Look:
    """How cells are drawn; colors are 0xRRGGBB."""

    foreground: int
    background: int
    underline: int | None = None
    is_bold: bool = False
    is_italic: bool = False
    is_curly: bool = False
    # The names of the highlight groups, the weightiest last: `LspInlayHint`.
    groups: tuple[str, ...] = ()


class Neovim:
    """A Neovim process, the requests to it, and the screen that it draws.

    Every wait has a deadline and ends with an event: a reply, or a screen that is wholly drawn.
    """

    def __init__(self, program, columns, lines, environment, folder):
        self._process = subprocess.Popen(
            [program, "--embed", "--headless", "--clean", "-n"], cwd=folder, env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        self._unpacker = msgpack.Unpacker(raw=False, strict_map_key=False)
        self._numbers = itertools.count(1)
        self._replies = {}
        self._attributes = {0: ({}, [])}
        self._default = (0xFFFFFF, 0)
        self.cursor = (0, 0)
        self.cells = []
        self._resize(columns, lines)
        self.request("nvim_ui_attach", columns, lines, {"rgb": True, "ext_linegrid": True, "ext_hlstate": True})

    # Asking.

    def request(self, method, *arguments):
        """The result of a request of Neovim's API; RuntimeError with Neovim's own words where it is refused."""
        number = next(self._numbers)
        self._process.stdin.write(msgpack.packb([0, number, method, list(arguments)]))
        deadline = time.monotonic() + 30
        while number not in self._replies:
            self._read(deadline, method)
        error, result = self._replies.pop(number)
        if error is not None:
            raise RuntimeError(f"{method}: {error[1]}")
        return result

    def lua(self, text, *arguments):
        """What a piece of Lua returns."""
        return self.request("nvim_exec_lua", text, list(arguments))

    def keys(self, text):
        """Types keys as Neovim names them: `ihello<Esc>`."""
        self.request("nvim_input", text)

    # Seeing.

    @property
    def rows(self):
        """The lines of the screen as text, without spaces at their ends."""
        return ["".join(cell.text for cell in row).rstrip() for row in self.cells]

    def look(self, cell):
        """How a cell is drawn."""
        attributes, states = self._attributes[cell.look]
        foreground = attributes.get("foreground", self._default[0])
        background = attributes.get("background", self._default[1])
        if attributes.get("reverse"):
            foreground, background = background, foreground
        is_curly = bool(attributes.get("undercurl"))
        lined = is_curly or attributes.get("underline") or attributes.get("underdotted")
        return Look(
            foreground=foreground, background=background,
            underline=attributes.get("special", foreground) if lined else None, is_curly=is_curly,
            is_bold=bool(attributes.get("bold")), is_italic=bool(attributes.get("italic")),
            groups=tuple(state.get("hi_name", "") for state in states))

    def wait_for(self, holds, what, seconds=30):
        """Waits until the drawn screen makes `holds(self)` true; AssertionError with the screen where it never does."""
        deadline = time.monotonic() + seconds
        while not (found := holds(self)):
            try:
                self._read(deadline, what)
            except TimeoutError:
                screen = "\n".join(f"  | {row}" for row in self.rows)
                raise AssertionError(f"Neovim never showed {what}:\n{screen}") from None
        return found

    def close(self):
        """Ends Neovim, whatever is unsaved."""
        self._process.stdin.close()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    # Reading.

    def _read(self, deadline, what):
        """Takes what Neovim sends next, up to a whole drawing or a reply."""
        output = self._process.stdout.fileno()
        while True:
            for message in self._unpacker:
                if self._take(message):
                    return
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([output], [], [], left)[0]:
                raise TimeoutError(what)
            part = os.read(output, 1 << 16)
            if not part:
                raise EOFError(f"Neovim ended while it was asked for {what}")
            self._unpacker.feed(part)

    def _take(self, message):
        """Whether a message was a reply, or completed a drawing."""
        if message[0] == 1:
            self._replies[message[1]] = (message[2], message[3])
            return True
        if message[0] != 2 or message[1] != "redraw":
            return False
        is_whole = False
        for name, *calls in message[2]:
            is_whole = is_whole or name == "flush"
            draw = getattr(self, "_draw_" + name, None)
            for call in calls if draw else []:
                draw(*call)
        return is_whole

    # Drawing; the names are those of Neovim's events.

    def _resize(self, columns, lines):
        self.cells = [[Cell(" ", 0)] * columns for _ in range(lines)]

    def _draw_grid_resize(self, _grid, columns, lines):
        self._resize(columns, lines)

    def _draw_grid_clear(self, _grid):
        self._resize(len(self.cells[0]), len(self.cells))

    def _draw_grid_line(self, _grid, row, column, parts, *_):
        look = 0
        for text, *rest in parts:
            look = rest[0] if rest else look
            for _ in range(rest[1] if len(rest) > 1 else 1):
                self.cells[row][column] = Cell(text, look)
                column += 1

    def _draw_grid_scroll(self, _grid, top, bottom, left, right, lines, _columns):
        kept = [row[left:right] for row in self.cells]
        for row in range(max(top, top - lines), min(bottom, bottom - lines)):
            self.cells[row][left:right] = kept[row + lines]

    def _draw_grid_cursor_goto(self, _grid, row, column):
        self.cursor = (row, column)

    def _draw_default_colors_set(self, foreground, background, *_):
        self._default = (foreground, background)

    def _draw_hl_attr_define(self, number, attributes, _terminal, states):
        self._attributes[number] = (attributes, states)
