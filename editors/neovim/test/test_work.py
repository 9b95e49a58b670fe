"""Pictures are planned, made, shown, judged and exported from the text."""

import unittest

from project import ProjectTest

open_views = """
    local names = vim.iter(vim.api.nvim_list_bufs()):map(vim.api.nvim_buf_get_name)
    return names:filter(function(name) return name:find('^kraf://') end):totable()
"""

newest_picture = """
    local newest
    require('kraf.task').run(function()
      local list = require('kraf.source').current()
      newest = list:ask_workspace('kraf/asset/list', { kind = 'output' }).assets[1]
    end)
    vim.wait(5000, function() return newest end)
    return { newest.width, newest.height }
"""


class Work(ProjectTest):
    def make(self, line="## hero"):
        self.open(line)
        self.kraf("generate")
        self.says("Made 1 picture of")

    def test_a_plan_says_what_would_be_made_and_makes_nothing(self):
        self.open()
        self.kraf("plan")

        self.nvim.shows("2 pictures to make, 0 kept from before; free, about ")
        row = next(line for line in self.nvim.screen.lines() if "│ hero" in line)
        for part in ("+ new", "soft-gray-studio", "studio", "128 × 128", "free"):
            self.assertIn(part, row)
        self.nvim.keys("q")
        self.kraf("plan hero")
        self.nvim.shows("1 picture to make, 0 kept from before; free")
        self.assertFalse(list((self.project / ".kraf/objects").glob("*/*")))

    def test_generating_shows_progress_and_the_end_at_the_heading(self):
        self.open()
        self.mark_has("## hero", "○ to make · free")
        self.nvim.lua("""
            marks_seen = {}
            require('kraf.jobs').on_change(function(job) table.insert(marks_seen, job.fraction) end)
            """)
        self.kraf("generate")
        self.mark_has("## hero", "▱ ")

        self.says("Made 1 picture of hero; see :Kraf canvas")
        self.mark_has("## hero", "● made · free")
        self.assertIn("○ to make", self.marks()["## campaign quiet morning"])
        seen = self.nvim.lua("return marks_seen")
        self.assertGreater(len(seen), 2)
        self.assertEqual(seen, sorted(seen))
        self.assertGreater(seen[-1], 0.5)

        self.nvim.command("normal! ggOx")
        self.nvim.command("silent undo")
        self.nvim.lua("vim.cmd('%s/gray paper sweep/white paper sweep/')")
        self.mark_has("## hero", "○ changed · free")

    def test_a_text_that_is_not_saved_is_made_as_it_stands(self):
        self.open()
        self.nvim.lua("vim.cmd('%s/^size: 128x128/size: 96x128/')")
        self.kraf("generate hero")
        self.says("Made 1 picture of hero")

        self.assertEqual(self.nvim.lua(newest_picture), [96, 128])

    def test_cancelling_stops_what_is_being_made(self):
        self.nvim.lua(
            "vim.fn.writefile(vim.split(({...})[1], '\\n'), ({...})[2])",
            self.text.replace("128x128", "4096x4096"),
            str(self.list),
        )
        self.open()
        self.kraf("generate")
        self.mark_has("## hero", "▱ ")
        self.assertEqual(self.nvim.lua("return vim.fn.getcompletion('Kraf cancel ', 'cmdline')"), ["hero"])
        self.kraf("cancel")

        self.says("Cancelled; nothing was made")
        self.mark_has("## hero", "○ to make")
        self.kraf("cancel")
        self.says("Nothing of this shot list is being made")

    def test_a_photo_that_is_gone_is_told(self):
        self.open()
        (self.project / "photos/mug-studio.jpg").unlink()
        self.kraf("generate")

        self.nvim.until(lambda: "mug-studio.jpg" in self.messages(), "the failure")

    def test_the_canvas_is_a_tree_that_judges(self):
        self.make()
        self.kraf("canvas")
        self.nvim.shows("◆ hero · soft-gray-studio")
        lines = self.nvim.lines()
        self.assertEqual(lines[:3], ["Sand Mug", "├ ▣ @front", "└ ¶ hero"])
        self.assertIn("@front on a gray paper sweep", lines[3])
        self.assertRegex(lines[4], r"^  └ ◆ hero · soft-gray-studio  free · \d+ s$")
        self.nvim.until(lambda: len(self.nvim.screen.find("▀")) > 40, "the picture below")

        self.nvim.keys("a")
        self.nvim.shows("◆ hero · soft-gray-studio  ✓ accepted")
        self.mark_has("## hero", "✓ accepted")
        self.nvim.keys("x")
        self.nvim.shows("✗ rejected")
        self.mark_has("## hero", "✗ rejected")
        self.nvim.keys("u")
        self.nvim.shows("◆ hero · soft-gray-studio  ✓ accepted")
        self.nvim.keys("u")
        self.nvim.until(lambda: "accepted" not in self.nvim.screen.text(), "nothing decided")
        self.nvim.keys("u")
        self.says("Nothing was decided here that could be taken back")

        self.nvim.keys("gga")
        self.says("No picture stands in this line; move to one")
        self.nvim.keys("q")
        self.nvim.until(lambda: self.nvim.lua(open_views) == [], "both windows closed")

    def test_what_the_list_asks_otherwise_now_is_out_of_date(self):
        self.make()
        self.nvim.command("silent %s/soft shadow/no shadow/")
        self.nvim.command("silent write")
        self.kraf("canvas")

        self.nvim.shows("◆ hero · soft-gray-studio  out of date")

    def test_the_canvas_opens_pictures_and_says_when_they_are_gone(self):
        self.make()
        self.nvim.lua("vim.ui.open = function(path) opened = path end")
        self.kraf("canvas")
        self.nvim.shows("◆ hero")
        self.nvim.keys("<CR>")
        path = self.nvim.until(lambda: self.nvim.lua("return opened"), "the picture is opened")
        self.assertTrue(path.endswith(".png"))

        for file in (self.project / ".kraf/objects").glob("*/*"):
            file.unlink()
        self.nvim.keys("<CR>")
        self.says("The picture is not on the disk any more; generate the shot again")

    def test_an_empty_canvas_says_how_to_begin(self):
        self.open()
        self.kraf("canvas")

        self.nvim.until(
            lambda: any(part in self.nvim.screen.text() for part in ("Nothing is on the canvas yet", "▣ @front")),
            "the canvas",
        )

    def test_variants_are_ranked_with_reasons_and_accepted(self):
        self.make()
        self.kraf("compare")
        self.nvim.shows("1  soft-gray-studio · studio")
        self.nvim.shows("the product's own pixels")
        self.nvim.until(lambda: len(self.nvim.screen.find("▀")) > 40, "the picture below")
        self.nvim.keys("a")

        self.nvim.shows("✓ accepted")
        self.mark_has("## hero", "✓ accepted")

    def test_comparing_what_is_not_made_is_told(self):
        self.open("## campaign")
        self.kraf("compare")

        self.says("The shot 'campaign-quiet-morning' is not made yet; :Kraf generate makes it")
        self.assertEqual(self.nvim.lua(open_views), [])

    def test_checking_lists_mistakes_and_says_what_is_not_measured(self):
        self.open()
        self.nvim.lua("vim.cmd('%s/^style: soft-gray-studio/style: soft-grey-studio/')")
        mistakes = "return #vim.tbl_filter(function(one) return one.message:find('soft-grey', 1, true) end, vim.diagnostic.get(0))"
        self.nvim.until(lambda: self.nvim.lua(mistakes) > 0, "the mistake")
        self.kraf("check")
        self.nvim.shows("soft-grey-studio'")
        can = "local client = require('kraf.client') return client.can(client.of(vim.fn.bufnr('mug.kraf')), 'check')"
        if not self.nvim.lua(can):
            self.nvim.shows("Not measured: whether the pictures are true to the product")
        self.nvim.lua("vim.fn.search('soft-grey', 'cw')")
        self.nvim.keys("<CR>")

        self.nvim.until(
            lambda: self.nvim.lua("return vim.api.nvim_get_current_line()") == "style: soft-grey-studio", "the line"
        )

    def test_exporting_writes_the_set_or_says_what_is_left_out(self):
        self.make()
        self.nvim.command("normal! ggOx")
        self.kraf("export")
        self.says("Save the shot list first (:write); the set is made of the file")
        self.nvim.command("silent undo")
        self.nvim.command("silent write")
        self.kraf("export shopify.product")

        self.nvim.until(lambda: (self.project / "set/manifest.json").exists(), "the manifest")
        self.nvim.until(lambda: "Wrote " in self.messages(), "what was written")


if __name__ == "__main__":
    unittest.main()
