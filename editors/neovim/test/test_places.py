"""Where things go wrong around a shot list: folders, machines, photos, and somebody else at the same canvas."""

import struct
import unittest
import zlib

from project import ProjectTest


def png_header(width, height):
    """A PNG picture that says how large it is and holds nothing more."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


class Places(ProjectTest):
    def files(self):
        return sorted(str(path.relative_to(self.project)) for path in self.project.rglob("*"))

    def test_a_folder_that_takes_no_files_is_told_and_the_text_is_served_all_the_same(self):
        # A file stands where krafd's folder would be, which not even root may write into.
        (self.project / ".kraf").rmdir()
        (self.project / ".kraf").write_text("")
        before = self.files()
        self.list.write_text(self.text.replace("size: 128x128", "sise: 128x128"))
        self.open()
        self.nvim.until(
            lambda: self.nvim.lua("return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })") == 2,
            "the mistakes of the text",
        )
        for words in ("plan", "generate", "canvas"):
            self.nvim.command("messages clear")
            self.kraf(words)
            self.says(".kraf' cannot be written; check that the folder exists and its permissions")
        self.kraf("preview")
        self.nvim.shows("cannot be written; check that the folder exists and its permissions")
        self.assertEqual(self.files(), before)

    def test_a_list_on_another_machine_is_told(self):
        # As a plugin that reads other machines' files leaves it; none is asked here.
        self.nvim.command("silent! autocmd! Network")
        self.nvim.command("edit scp://shop.example/lists/mug.kraf")
        for words in ("plan", "preview", "generate", "canvas"):
            self.nvim.command("messages clear")
            self.kraf(words)
            self.says("krafd works with files of its own machine; open a copy of the shot list and its photos there")
        self.assertEqual(self.files(), [".kraf", "mug.kraf", "photos", "photos/mug-studio.jpg"])

    def test_a_list_without_a_file_is_told(self):
        self.nvim.command("enew | setfiletype kraf")
        for words in ("plan", "preview", "generate", "canvas"):
            self.nvim.command("messages clear")
            self.kraf(words)
            self.says("Save the shot list beside its photos first")

    def test_a_photo_of_hundreds_of_megapixels_is_told(self):
        (self.project / "photos/huge.png").write_bytes(png_header(30_000, 20_000))
        self.list.write_text(self.text.replace("photos/mug-studio.jpg", "photos/huge.png"))
        self.open()
        sentence = "'photos/huge.png' is 30000 × 20000 px; krafd opens up to 100 megapixels, so scale it down"
        messages = "return vim.iter(vim.diagnostic.get(0)):map(function(one) return one.message end):totable()"
        self.nvim.until(lambda: sentence in self.nvim.lua(messages), "the mistake in the text")
        self.kraf("preview")

        def pane():
            # Behind the line between the windows; the pane breaks the sentence where it ends.
            parts = [line.split("│")[-1].strip() for line in self.nvim.screen.lines() if "│" in line]
            return " ".join(part for part in parts if part)

        self.nvim.until(lambda: sentence in pane(), lambda: f"the reason in the pane; it has {pane()!r}")

    def test_what_another_editor_decides_is_seen(self):
        self.open()
        self.kraf("generate")
        self.mark_has("## hero", "made")
        self.kraf("canvas")
        self.nvim.shows("◆ hero · soft-gray-studio")
        mine, self.nvim = self.nvim, self.start()
        self.open()
        self.kraf("canvas")
        self.nvim.shows("◆ hero · soft-gray-studio")
        self.nvim.keys("/◆<CR>a")
        self.nvim.shows("✓ accepted")
        mine.shows("✓ accepted")


if __name__ == "__main__":
    unittest.main()
