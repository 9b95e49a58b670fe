"""The preview of the real daemon in a real Neovim: while one types, where something is wrong, hidden, and when krafd ends."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import unittest

from project import KRAFD, ProjectTest


class RealPreview(ProjectTest):
    """krafd itself, with a daemon of its own that a test may end."""

    def setUp(self):
        self.runtime = tempfile.mkdtemp(prefix="kr", dir="/tmp")
        self.environment = {"KRAF_RUNTIME_DIR": self.runtime}
        self.addCleanup(shutil.rmtree, self.runtime, ignore_errors=True)
        # Done behind the end of Neovim, which would start another daemon.
        self.addCleanup(self.krafd, "stop")
        super().setUp()
        self.nvim.lua("""
            _G.told = {}
            for _, kind in ipairs({ 'picture', 'problem' }) do
              require('kraf.session').on('kraf/preview/' .. kind, function(one) table.insert(_G.told, one) end)
            end
        """)

    def krafd(self, *words):
        return subprocess.run([KRAFD, *words], env={**os.environ, **self.own}, capture_output=True, timeout=60).stdout

    def told(self, holds, what, after=0):
        """What krafd has told of previews, when `holds` is true of the last of it, which came after the first `after`."""

        def look():
            told = self.nvim.lua("return _G.told")
            return len(told) > after and holds(told[-1]) and told

        return self.nvim.until(look, lambda: f"{what}: {self.nvim.lua('return _G.told')[-1:]}")

    def previewed(self):
        self.open("## campaign")
        self.kraf("preview")
        self.told(lambda one: one.get("done"), "the sharpest picture")
        self.nvim.until(lambda: len(self.nvim.screen.find("▀")) > 200, "a picture")

    def replace(self, before, after):
        """Types over the first of some words."""
        self.nvim.lua(
            "local line = vim.fn.search(({...})[1], 'cw') local words = vim.fn.getline(line)"
            " local from, to = words:find(({...})[2], 1, true)"
            " vim.api.nvim_buf_set_text(0, line - 1, from - 1, line - 1, to, { ({...})[3] })",
            "\\V" + before,
            before,
            after,
        )

    def wall(self):
        """The color at the upper right of the picture."""
        places = self.nvim.screen.find("▀")
        row, column = min(places)[0], max(column for _, column in places)
        with self.nvim.lock:
            number = self.nvim.screen.colors_at(row, column)[0]
        return number >> 16 & 255, number & 255

    def test_what_is_typed_is_shown_from_rough_to_fine(self):
        self.previewed()
        self.nvim.shows("product pixels as in photos/mug-studio.jpg")
        self.nvim.shows("1 picture · free · ")
        self.nvim.shows_not("step ")
        first = len(self.nvim.lua("return _G.told"))
        self.replace("plain wall", "a #2040C0 wall")

        told = self.told(lambda one: one.get("done"), "the new picture", after=first)
        steps = [one["step"] for one in told[first:]]
        self.assertEqual(steps, list(range(steps[0], told[-1]["steps"] + 1)))
        self.assertGreater(len(steps), 1)
        self.nvim.until(lambda: self.wall()[1] > self.wall()[0] + 20, lambda: f"a blue wall: {self.wall()}")
        self.nvim.shows_not("step ")

    def test_a_mistake_is_said_over_the_dimmed_picture_until_it_is_mended(self):
        self.previewed()
        self.replace("color-block", "color-blokc")
        sentence = self.told(lambda one: "message" in one, "a problem")[-1]["message"]
        self.assertIn("color-blokc", sentence)
        self.nvim.shows("No style is named 'color-blokc'")
        self.assertTrue(self.nvim.screen.find("▀"))

        self.replace("color-blokc", "color-block")
        self.told(lambda one: one.get("done"), "the mended picture")
        self.nvim.shows_not("No style is named 'color-blokc'")

    def test_nothing_is_made_while_it_is_hidden(self):
        self.previewed()
        self.nvim.command("tabnew")
        # krafd has taken what was said before when it has answered what was asked behind it.
        barrier = """
            local buffer = vim.fn.bufnr('mug.kraf')
            local client = vim.lsp.get_clients({ name = 'krafd' })[1]
            local about = { textDocument = vim.lsp.util.make_text_document_params(buffer) }
            assert(client.request_sync('textDocument/codeLens', about, 60000, buffer))
        """
        self.nvim.lua(barrier)
        before = len(self.nvim.lua("return _G.told"))
        self.nvim.lua(
            "local buffer = vim.fn.bufnr('mug.kraf') vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { '// more' })"
        )
        self.nvim.lua(barrier)
        told = self.nvim.lua("return _G.told")
        self.assertEqual(told[before:], [], told[:before])

        self.nvim.command("tabprevious")
        told = self.told(lambda one: one.get("done"), "the new picture", after=before)
        self.assertNotEqual(told[-1]["preview"], told[0]["preview"], told)
        self.assertEqual({one["preview"] for one in told[before:]}, {told[-1]["preview"]})

    def test_the_end_of_the_daemon_in_the_middle_of_a_picture_is_told(self):
        self.previewed()
        before = len(self.nvim.lua("return _G.told"))
        self.replace("plain wall", "a #2040C0 wall")
        self.nvim.until(lambda: len(self.nvim.lua("return _G.told")) > before, "a first picture")
        os.kill(json.loads(self.krafd("status", "--json"))["pid"], signal.SIGKILL)

        self.nvim.shows("krafd has ended; this picture is the last one")
        self.assertTrue(self.nvim.screen.find("▀"))
        before = len(self.nvim.lua("return _G.told"))
        self.kraf("plan")
        self.nvim.shows("nothing was made or spent")
        self.nvim.keys("q")
        self.told(lambda one: one.get("done"), "the new krafd's picture", after=before)
        self.nvim.shows_not("krafd has ended")


if __name__ == "__main__":
    unittest.main()
