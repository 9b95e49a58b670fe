"""The live preview: drawn as half blocks or by the terminal, following the text, costing nothing while it is hidden."""

import os

from stub_words import HOSTILE, SHARP
from placeholders import PLACEHOLDER
from project import PLUGIN, ProjectTest


def number(color):
    return color[0] << 16 | color[1] << 8 | color[2]


class PreviewTest(ProjectTest):
    environment = {}

    def install(self):
        os.symlink(PLUGIN / "test/preview_stub.py", self.folder / "bin/krafd")
        self.environment = {**self.environment, "STUB_LOG": str(self.folder / "log")}

    def log(self):
        file = self.folder / "log"
        return file.read_text().splitlines() if file.exists() else []

    def logs(self, count):
        return self.nvim.until(
            lambda: len(self.log()) >= count and self.log(), lambda: f"{count} lines in the log: {self.log()}"
        )

    def preview(self, words="preview", line="## hero"):
        self.open(line)
        self.kraf(words)

    def cell_colors(self):
        """The colors of the picture's cells: upper and lower px, from top to bottom in the picture's middle."""
        places = self.nvim.screen.find("▀")
        if not places:
            return []
        columns = [column for _, column in places]
        middle = (min(columns) + max(columns)) // 2
        with self.nvim.lock:
            return [
                part for row in sorted({row for row, _ in places}) for part in self.nvim.screen.colors_at(row, middle)
            ]

    def near(self, seen, wanted):
        """Colors may lose two bits a part on their way into cells."""
        return all(abs((seen >> shift & 255) - (wanted >> shift & 255)) < 4 for shift in (0, 8, 16))

    def shows_halves(self, upper, lower):
        def holds():
            colors = self.cell_colors()
            return len(colors) > 10 and self.near(colors[0], upper) and self.near(colors[-1], lower) and colors

        return self.nvim.until(holds, f"halves of {upper:06x} and {lower:06x}")

    def set_line(self, part, text):
        self.nvim.lua("vim.fn.search(({...})[1]) vim.api.nvim_set_current_line(({...})[2])", "\\V" + part, text)


class Blocks(PreviewTest):
    def test_a_picture_is_drawn_as_half_blocks_with_its_colors(self):
        self.preview()
        colors = self.shows_halves(number(SHARP), 0x3E5C76)

        half = len(colors) // 2
        self.assertTrue(all(self.near(color, number(SHARP)) for color in colors[: half - 1]))
        self.assertTrue(all(self.near(color, 0x3E5C76) for color in colors[half + 1 :]))
        rows = {row for row, _ in self.nvim.screen.find("▀")}
        columns = {column for _, column in self.nvim.screen.find("▀")}
        # A square picture stays square: a cell is twice as high as wide.
        self.assertLessEqual(abs(len(rows) * 2 - len(columns)), 1)
        self.nvim.shows("hero")
        self.nvim.shows("product pixels as in photos/mug-studio.jpg")
        self.nvim.shows("1 picture · free · 9.0 s")

    def test_it_follows_what_is_typed(self):
        self.preview()
        self.shows_halves(number(SHARP), 0x3E5C76)
        self.set_line("palette", "palette: #D9A688, #C03020")

        self.shows_halves(number(SHARP), 0xC03020)

    def test_it_follows_the_cursor_unless_a_shot_was_named(self):
        def starts(count):
            return self.nvim.until(
                lambda: (found := [line.split()[1] for line in self.log() if line.startswith("start")])
                and len(found) >= count
                and found,
                lambda: f"{count} starts: {self.log()}",
            )

        self.preview()
        self.assertEqual(starts(1), ["hero"])
        self.nvim.keys(":call search('plinth')<CR>")
        self.assertEqual(starts(2)[1:], ["campaign-quiet-morning"])

        self.kraf("preview hero")
        self.assertEqual(starts(3)[2:], ["hero"])
        self.shows_halves(number(SHARP), 0x3E5C76)
        self.nvim.keys("gg")
        self.nvim.keys(":call search('plinth')<CR>")
        self.kraf("plan")
        self.nvim.shows("nothing was made or spent")
        self.assertEqual(len(starts(3)), 3)

    def test_pictures_are_asked_for_as_small_as_the_pane(self):
        self.preview()
        px = int(self.logs(1)[0].split()[2])
        columns = len({column for _, column in self.nvim.screen.find("▀")}) or 1

        self.shows_halves(number(SHARP), 0x3E5C76)
        self.assertTrue(64 <= px <= max(64, columns * 2), (px, columns))

    def test_closing_stops_it(self):
        self.preview()
        self.shows_halves(number(SHARP), 0x3E5C76)
        self.kraf("preview")

        self.assertEqual(self.logs(2)[1], "stop p1")
        self.nvim.until(lambda: not self.nvim.screen.find("▀"), "no picture")
        self.set_line("palette", "palette: #D9A688, #C03020")
        self.kraf("preview")
        self.shows_halves(number(SHARP), 0xC03020)

    def test_a_hidden_pane_costs_nothing_and_a_shown_one_goes_on(self):
        self.preview()
        self.shows_halves(number(SHARP), 0x3E5C76)
        self.nvim.command("tabnew")
        self.assertEqual(self.logs(2)[1], "stop p1")

        self.nvim.command("tabprevious")
        self.assertEqual(self.logs(3)[2].split()[:2], ["start", "hero"])
        self.shows_halves(number(SHARP), 0x3E5C76)

    def test_a_problem_dims_the_last_picture_and_says_why(self):
        self.preview()
        bright = self.shows_halves(number(SHARP), 0x3E5C76)
        self.set_line("gray paper", "@front on a gray paper // stub: problem")

        self.nvim.shows("The photo 'mug.jpg' is not there; correct its path")
        dimmed = self.nvim.until(
            lambda: self.cell_colors() if self.cell_colors() != bright else None, "a dimmed picture"
        )
        self.assertEqual(len(dimmed), len(bright))
        self.assertLess(dimmed[0] >> 8 & 255, bright[0] >> 8 & 255)
        self.set_line("gray paper", "@front on a gray paper")
        self.shows_halves(number(SHARP), 0x3E5C76)

    def test_a_picture_that_is_gone_is_told(self):
        self.preview()
        self.shows_halves(number(SHARP), 0x3E5C76)
        self.set_line("gray paper", "@front on a gray paper // stub: gone")

        self.nvim.shows("The picture is not on the disk any more")
        self.assertTrue(self.nvim.screen.find("▀"))

    def test_a_file_that_is_no_picture_is_told(self):
        self.preview()
        self.set_line("gray paper", "@front on a gray paper // stub: broken")

        self.nvim.shows("The picture is no PNG file; it cannot be shown here")

    def test_words_of_the_wire_are_no_orders_for_the_terminal(self):
        self.preview()
        self.set_line("gray paper", "@front on a gray paper // stub: hostile")
        self.nvim.shows("evil^[]0;owned^G")
        self.set_line("gray paper", "@front on a gray paper // stub: hostile // stub: problem")
        self.nvim.shows("evil^[]0;owned^G")

        pane = "return vim.api.nvim_buf_get_lines(vim.fn.bufnr('kraf://preview'), 0, -1, false)"
        said = "".join(self.nvim.lua(pane))
        self.assertIn("evil^[]0;owned^G", said)
        with self.nvim.lock:
            cells = said + "".join(text for row in self.nvim.screen.cells for text, _ in row)
        for letter in HOSTILE:
            if ord(letter) < 32 or letter in "\x9b\u202e":
                self.assertNotIn(letter, cells)
        self.assertNotIn(b"owned", self.nvim.stderr)

    def test_a_picture_without_a_cost_says_none_and_many_warnings_are_counted(self):
        self.preview()
        self.nvim.shows("1 picture · free · 9.0 s")
        self.set_line("gray paper", "@front on a gray paper // stub: warns")

        self.nvim.shows("and 2 more, in the shot list")
        self.nvim.shows("evil^[]0;owned^G")
        self.nvim.shows("third")
        self.nvim.shows_not("fourth")
        self.nvim.shows_not("1 picture · free")

    def test_the_end_of_krafd_is_told_and_it_goes_on_when_krafd_is_back(self):
        self.preview()
        self.shows_halves(number(SHARP), 0x3E5C76)
        self.set_line("gray paper", "@front on a gray paper // stub: die")
        self.nvim.shows("krafd has ended; this picture is the last one")
        self.assertTrue(self.nvim.screen.find("▀"))

        self.set_line("gray paper", "@front on a gray paper")
        self.kraf("plan")
        self.nvim.shows("nothing was made or spent")
        self.nvim.keys("q")
        self.shows_halves(number(SHARP), 0x3E5C76)
        self.nvim.shows_not("krafd has ended")

    def test_wiping_the_shot_list_closes_it(self):
        self.preview()
        self.shows_halves(number(SHARP), 0x3E5C76)
        self.nvim.command("bwipeout! mug.kraf")

        self.nvim.until(lambda: not self.nvim.screen.find("▀"), "no picture")

    def test_pictures_may_come_before_the_answer_to_their_start(self):
        self.list.write_text(self.text + "// stub: hasty\n")
        self.preview()

        self.shows_halves(number(SHARP), 0x3E5C76)

    def test_another_shot_list_takes_the_preview_over(self):
        self.preview()
        self.shows_halves(number(SHARP), 0x3E5C76)
        (self.project / "other.kraf").write_text(self.text.replace("#3E5C76", "#C03020"))
        self.nvim.command(f"split {self.project}/other.kraf")
        self.go("## hero")
        self.kraf("preview")

        self.shows_halves(number(SHARP), 0xC03020)
        panes = """
            local buffers = vim.iter(vim.api.nvim_list_bufs())
            return #buffers:filter(function(buffer) return vim.bo[buffer].filetype == 'krafpicture' end):totable()
        """
        self.assertEqual(self.nvim.lua(panes), 1)

    def test_no_room_for_a_window_is_told(self):
        self.open()
        self.nvim.lua("vim.o.winwidth, vim.o.winminwidth = 1, 1 for _ = 1, 150 do pcall(vim.cmd, 'vsplit') end")
        self.kraf("preview")

        self.says("There is no room for another window; make Neovim larger, or close a window")

    def test_colors_do_not_pile_up(self):
        self.preview()
        self.shows_halves(number(SHARP), 0x3E5C76)
        count = """
            local names = {}
            for group = 1, vim.api.nvim_get_hl_id_by_name('Probe') do
              local name = vim.fn.synIDattr(group, 'name')
              if vim.startswith(name, 'KrafCell') then table.insert(names, name) end
            end
            return #names
        """
        before = self.nvim.lua(count)
        for red in range(16, 128, 16):
            self.set_line("palette", f"palette: #D9A688, #{red:02x}3020")
            self.shows_halves(number(SHARP), red << 16 | 0x3020)

        self.assertGreater(before, 0)
        self.assertEqual(self.nvim.lua(count), before)


class FewColors(PreviewTest):
    before = ("set notermguicolors", "set noswapfile")

    def test_cells_have_the_nearest_of_256_colors_too(self):
        self.preview()
        self.nvim.until(lambda: self.nvim.screen.find("▀"), "the picture")
        self.nvim.shows_not("step 1")

        group = "return vim.api.nvim_get_hl(vim.api.nvim_get_namespaces()['kraf.pane.1'], { name = 'KrafCell1' })"
        colors = self.nvim.lua(group)
        # 16 + 36 r + 6 g + b with levels 0, 95, 135, 175, 215, 255: (0, 160, 0) is 0, 3, 0.
        self.assertEqual((colors["ctermfg"], colors["ctermbg"]), (34, 34))


class Asked(PreviewTest):
    def test_a_terminal_that_draws_placeholders_is_found_by_its_answer(self):
        self.preview()
        self.shows_halves(number(SHARP), 0x3E5C76)
        self.nvim.until(lambda: b"\x1b[>0q" in self.nvim.stderr, "the question")
        self.nvim.request("nvim_ui_term_event", "termresponse", "\x1bP>|kitty(0.36.4)\x1b\\")

        self.nvim.until(lambda: self.nvim.screen.find(PLACEHOLDER), "placeholders")
        self.nvim.until(lambda: b"\x1b_Ga=T,U=1" in self.nvim.stderr, "the picture")
        self.nvim.until(lambda: not self.nvim.screen.find("▀"), "no half blocks")
        small, large = [int(line.split()[2]) for line in self.logs(2) if line.startswith("start")]
        self.assertGreater(large, small * 4)

    def test_other_terminals_keep_half_blocks(self):
        for answer in ("kitty(0.20.0)", "XTerm(370)", "WezTerm 20240203-110809"):
            self.nvim.command("doautocmd UIEnter")
            if not self.nvim.screen.find("▀"):
                self.preview()
            self.shows_halves(number(SHARP), 0x3E5C76)
            self.nvim.request("nvim_ui_term_event", "termresponse", f"\x1bP>|{answer}\x1b\\")
            self.nvim.lua("return 1")
            self.assertEqual(self.nvim.lua("return require('kraf.picture.terminal').way()"), "blocks", answer)


class NoTerminal(PreviewTest):
    terminal = False

    def test_a_screen_that_is_no_terminal_is_sent_nothing(self):
        self.preview()
        self.shows_halves(number(SHARP), 0x3E5C76)

        self.assertNotIn(b"\x1b[>0q", self.nvim.stderr)


class NoPictures(PreviewTest):
    before = (*ProjectTest.before, "lua vim.g.kraf = { pictures = 'none' }")

    def test_words_say_where_the_picture_lies(self):
        self.preview()

        self.nvim.shows("vim.g.kraf.pictures is none; the picture lies at")
        self.assertEqual(self.nvim.screen.find("▀"), [])


class Measured(PreviewTest):
    environment = {"STUB_CHECK": "1"}

    def test_checking_asks_krafd_about_the_pictures_where_it_can(self):
        self.open()
        self.kraf("check")
        self.nvim.shows("No picture is made yet")
        self.nvim.keys("q")
        self.kraf("generate")
        self.says("Made 1 picture of hero")
        self.kraf("check")

        self.nvim.shows("The background is not white; take style: pure-white  bg.white")
        self.assertNotIn("Not measured", self.nvim.screen.text())
