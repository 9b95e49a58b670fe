"""The screen of an interface that is attached to Neovim: letters with their colors, as on a terminal."""


class Screen:
    """The grid after the events of `ui_attach` with `ext_linegrid`."""

    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.cells = []
        self.styles = {0: {}}
        self.colors = {"foreground": 0xFFFFFF, "background": 0}
        self.cursor = (0, 0)
        self.flushes = 0
        self.clear()

    def clear(self):
        self.cells = [[(" ", 0)] * self.columns for _ in range(self.rows)]

    def redraw(self, batches):
        for name, *calls in batches:
            handle = getattr(self, "on_" + name, None)
            for call in calls if handle else []:
                handle(*call)

    def on_grid_resize(self, _grid, columns, rows):
        self.columns, self.rows = columns, rows
        self.clear()

    def on_grid_clear(self, _grid):
        self.clear()

    def on_default_colors_set(self, foreground, background, *_):
        self.colors = {"foreground": foreground, "background": background}

    def on_hl_attr_define(self, number, style, *_):
        self.styles[number] = style

    def on_grid_line(self, _grid, row, column, cells, *_):
        style = 0
        for text, *rest in cells:
            if rest:
                style = rest[0]
            for _ in range(rest[1] if len(rest) > 1 else 1):
                self.cells[row][column] = (text, style)
                column += 1

    def on_grid_cursor_goto(self, _grid, row, column):
        self.cursor = (row, column)

    def on_grid_scroll(self, _grid, top, bottom, left, right, rows, _columns):
        area = range(top, bottom - rows) if rows > 0 else range(bottom - 1, top - rows - 1, -1)
        for row in area:
            self.cells[row][left:right] = self.cells[row + rows][left:right]

    def on_flush(self):
        self.flushes += 1

    def lines(self):
        return ["".join(text for text, _ in row).rstrip() for row in self.cells]

    def text(self):
        return "\n".join(self.lines())

    def colors_at(self, row, column):
        """The colors of a cell as (foreground, background), after what reversing does to them."""
        style = self.styles[self.cells[row][column][1]]
        colors = tuple(style.get(part, self.colors[part]) for part in ("foreground", "background"))
        return colors[::-1] if style.get("reverse") else colors

    def find(self, letter):
        """The places of all cells that show a letter."""
        return [
            (row, column)
            for row, cells in enumerate(self.cells)
            for column, (text, _) in enumerate(cells)
            if text.startswith(letter)
        ]
