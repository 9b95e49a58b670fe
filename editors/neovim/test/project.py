"""What the tests of the plugin stand on: a krafd of their own, and for each test a project and a Neovim in it."""

import atexit
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from neovim import Neovim

PLUGIN = pathlib.Path(__file__).resolve().parent.parent
ROOT = PLUGIN.parent.parent
KRAFD = os.environ.get("KRAFD", str(ROOT / ".build/debug/krafd"))
NVIM = os.environ.get("NVIM", "nvim")

# A short path: the daemon's socket lies below it. One daemon serves all tests, each in a folder of its own.
BASE = tempfile.mkdtemp(prefix="kv", dir="/tmp")
RUN = BASE + "/run"
os.mkdir(RUN, 0o700)


# What the developer's own terminal says must not reach the editor.
for name in ("TMUX", "STY", "SSH_TTY", "SSH_CONNECTION", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
    os.environ.pop(name, None)


@atexit.register
def stop():
    subprocess.run([KRAFD, "stop"], env={**os.environ, "KRAF_RUNTIME_DIR": RUN}, capture_output=True)
    shutil.rmtree(BASE, ignore_errors=True)


SHOT_LIST = """\
# Sand Mug

category: mug
channels: shopify.product

@front = photos/mug-studio.jpg

## hero

style: soft-gray-studio
size: 128x128

@front on a gray paper sweep, soft shadow.

## campaign quiet morning

style: color-block
size: 128x128
palette: #D9A688, #3E5C76

@front on a plinth, plain wall.
"""


class ProjectTest(unittest.TestCase):
    """A test with a folder and an editor that nobody else has."""

    text = SHOT_LIST
    before = ("set termguicolors", "set noswapfile")
    terminal = True
    columns, rows = 140, 36
    environment = {}

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=BASE))
        (self.folder / "bin").mkdir()
        self.project = self.folder / "shop"
        (self.project / "photos").mkdir(parents=True)
        (self.project / ".kraf").mkdir()
        shutil.copy(ROOT / "examples/photos/mug-studio.jpg", self.project / "photos")
        self.list = self.project / "mug.kraf"
        self.list.write_text(self.text)
        self.install()
        self.own = {
            "KRAF_RUNTIME_DIR": RUN,
            "HOME": str(self.folder),
            "XDG_STATE_HOME": str(self.folder),
            "KRAFD": KRAFD,
            "PATH": f"{self.folder}/bin:{os.environ['PATH']}",
            **self.environment,
        }
        self.nvim = self.start()

    def install(self):
        """Puts the program on the PATH that the editor starts."""
        os.symlink(KRAFD, self.folder / "bin/krafd")

    def start(self, **changes):
        options = {
            "columns": self.columns,
            "rows": self.rows,
            "terminal": self.terminal,
            "before": self.before,
            "environment": self.own,
            **changes,
        }
        nvim = Neovim(NVIM, PLUGIN, **options)
        self.addCleanup(nvim.quit)
        return nvim

    def open(self, line="## hero"):
        """Opens the shot list, waits until krafd serves it, and puts the cursor into a line."""
        self.nvim.command(f"edit {self.list}")
        self.nvim.until(lambda: self.nvim.lua("return require('kraf.client').of(0) ~= nil"), "krafd serves the list")
        self.go(line)

    def go(self, line):
        self.assertGreater(self.nvim.lua("return vim.fn.search(..., 'w')", "\\V" + line), 0, line)

    def kraf(self, words):
        self.nvim.command("Kraf " + words)

    def marks(self):
        """What stands behind each heading, by the heading."""
        return self.nvim.lua("""
            local marks = {}
            local namespace = vim.api.nvim_get_namespaces()['kraf.marks']
            local buffer = vim.fn.bufnr('mug.kraf')
            local drawn = namespace and vim.api.nvim_buf_get_extmarks(buffer, namespace, 0, -1, { details = true })
            for _, mark in ipairs(drawn or {}) do
              local words = vim.iter(mark[4].virt_text):map(function(piece) return piece[1] end):join('')
              local heading = vim.api.nvim_buf_get_lines(buffer, mark[2], mark[2] + 1, false)[1]
              marks[heading] = vim.trim(words)
            end
            return next(marks) and marks or vim.empty_dict()
            """)

    def mark_has(self, heading, part):
        self.nvim.until(
            lambda: part in self.marks().get(heading, ""), lambda: f"{part!r} behind {heading!r}: {self.marks()}"
        )

    def messages(self):
        return self.nvim.lua("return vim.api.nvim_exec2('messages', { output = true }).output")

    def says(self, part):
        self.nvim.until(lambda: part in self.messages(), lambda: f"the message {part!r}; there are {self.messages()!r}")

    def text_now(self):
        return (
            "\n".join(self.nvim.lua("return vim.api.nvim_buf_get_lines(vim.fn.bufnr('mug.kraf'), 0, -1, false)")) + "\n"
        )

    def until_text(self, holds, what):
        self.nvim.until(lambda: holds(self.text_now()), what)
