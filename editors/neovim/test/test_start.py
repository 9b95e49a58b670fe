"""The plugin begins without being set up, keeps out of the way, and tells how it is."""

import shutil
import unittest

from project import PLUGIN, ProjectTest

clients = "return #vim.iter(vim.lsp.get_clients({ bufnr = 0 })):totable()"


class Start(ProjectTest):
    def test_nothing_is_loaded_before_a_shot_list_is_opened(self):
        self.assertTrue(
            self.nvim.lua("return package.loaded['kraf.command'] == nil and package.loaded['kraf.client'] == nil")
        )

    def test_a_shot_list_is_served_without_setup(self):
        self.open()

        self.assertEqual(self.nvim.lua("return vim.bo.filetype"), "kraf")
        self.assertEqual(self.nvim.lua("return vim.bo.commentstring"), "// %s")
        self.assertEqual(self.nvim.lua("return vim.lsp.get_clients({ bufnr = 0 })[1].name"), "krafd")
        self.assertTrue(self.nvim.lua("return vim.lsp.inlay_hint.is_enabled({ bufnr = 0 })"))
        self.mark_has("## hero", "○ to make · free · about")

    def test_two_lists_of_a_folder_share_a_client(self):
        self.open()
        (self.project / "second.kraf").write_text(self.text)
        self.nvim.command(f"edit {self.project}/second.kraf")

        self.nvim.until(lambda: self.nvim.lua(clients) == 1, "the second list is served")
        self.assertEqual(self.nvim.lua("return #vim.lsp.get_clients()"), 1)

    def test_shots_have_the_names_that_krafd_gives_them(self):
        headings = [
            "hero",
            "lifestyle Café – morning_light",
            "on-model  Left 2",
            "hero",
            "detail " + "long " * 30,
            "hero 2",
            "feature 猫 ☕ cup",
        ]
        self.list.write_text(
            "# Mug\n\n@front = photos/mug-studio.jpg\n" + "".join(f"\n## {one}\n\nWords.\n" for one in headings)
        )
        self.open()
        names = self.nvim.lua("""
            local names
            require('kraf.task').run(function()
              local reply = require('kraf.source').current():ask_about_text('kraf/shots/analyse')
              names = vim.iter(reply.shots):map(function(shot) return shot.name end):totable()
            end)
            vim.wait(5000, function() return names end)
            return names
            """)

        self.assertEqual(self.nvim.lua("return require('kraf.shots').names(0)"), names)

    def test_first_paint_has_colors(self):
        self.nvim.command(f"edit {self.list}")
        self.nvim.command("syntax on")

        group = "return vim.fn.synIDattr(vim.fn.synID(..., 1, 1), 'name')"
        found = {line: self.nvim.lua(group, line) for line in (1, 3, 6, 8)}
        self.assertEqual(found, {1: "krafTitle", 3: "krafProperty", 6: "krafReference", 8: "krafShot"})

    def test_every_tag_of_the_help_is_there(self):
        shutil.copytree(PLUGIN / "doc", self.folder / "doc", ignore=shutil.ignore_patterns("tags"))
        self.nvim.command(f"helptags {self.folder}/doc")
        self.nvim.command(f"set runtimepath^={self.folder}")

        for tag in ("kraf", ":Kraf", "kraf-settings", "kraf-preview", "kraf-enhance"):
            self.nvim.command(f"help {tag}")
        for action in self.nvim.lua("return require('kraf.command').names"):
            self.nvim.command(f"help :Kraf-{action}")
        for setting in self.nvim.lua("return vim.tbl_keys(require('kraf.settings').known)"):
            self.nvim.command(f"help kraf-setting-{setting}")

    def test_a_wrong_action_is_told_which_there_are(self):
        self.open()
        self.kraf("paint")

        self.says("No action is named 'paint'; there are enhance, generate, preview")

    def test_another_file_is_told_what_to_open(self):
        self.kraf("plan")

        self.says("This is no shot list; open a file that ends in .kraf")

    def test_the_cursor_in_no_shot_is_told_where_to_put_it(self):
        self.open("# Sand Mug")
        self.kraf("enhance")

        self.says("The cursor is in no shot; put it below a '## ' heading, or name the shot")

    def test_a_wrong_shot_is_told_which_there_are(self):
        self.open()
        self.kraf("generate heroo")

        self.says("No shot is named 'heroo'; there are hero, campaign-quiet-morning")

    def test_actions_and_their_words_are_completed(self):
        self.open()

        def completed(line):
            return self.nvim.lua("return vim.fn.getcompletion(..., 'cmdline')", line)

        actions = ["enhance", "generate", "preview", "compare", "check", "plan", "cancel", "canvas", "export"]
        shots = ["hero", "campaign-quiet-morning"]
        self.assertEqual(completed("Kraf "), actions)
        self.assertEqual(completed("Kraf c"), ["compare", "check", "cancel", "canvas"])
        self.assertEqual(completed("Kraf enhance "), [*shots, "all", "review", "replace"])
        self.assertEqual(completed("Kraf enhance hero "), ["review", "replace"])
        self.assertEqual(completed("Kraf generate "), [*shots, "all"])
        for action in ("preview", "compare", "check", "plan"):
            self.assertEqual(completed(f"Kraf {action} h"), ["hero"], action)
        self.assertEqual(completed("Kraf export "), ["shopify.product"])
        self.assertEqual(completed("Kraf canvas "), [])
        self.assertEqual(completed("Kraf cancel "), [])

    def test_health_tells_the_program_the_session_and_the_pictures(self):
        self.open()
        self.nvim.command("checkhealth kraf")

        told = "\n".join(self.nvim.lines())
        self.assertIn("/bin/krafd is ", told)
        self.assertIn(f"krafd serves {self.project}", told)
        self.assertIn("Pictures are drawn as half blocks", told)
        self.assertIn("vim.g.kraf is fine", told)
        self.assertNotIn("ERROR", told)


class OwnClient(ProjectTest):
    before = (
        *ProjectTest.before,
        "autocmd FileType kraf lua vim.lsp.start({ name = 'mine', cmd = { 'krafd', 'lsp', '--stdio' }, "
        "root_dir = vim.fs.root(0, '.kraf') })",
    )

    def test_a_client_that_the_user_has_set_up_is_used(self):
        self.open()
        self.kraf("plan")

        self.nvim.shows("nothing was made or spent")
        self.assertEqual(
            self.nvim.lua("return vim.iter(vim.lsp.get_clients()):map(function(c) return c.name end):totable()"),
            ["mine"],
        )


class NotStarted(ProjectTest):
    before = (*ProjectTest.before, "lua vim.g.kraf = { start = false, marks = false, enhance = 'always' }")

    def test_krafd_waits_for_the_first_command(self):
        self.nvim.command(f"edit {self.list}")
        self.assertEqual(self.nvim.lua("return #vim.lsp.get_clients()"), 0)

        self.kraf("plan")
        self.nvim.shows("nothing was made or spent")
        self.assertEqual(self.marks(), {})

    def test_health_tells_what_is_wrong_with_a_setting(self):
        self.nvim.command("checkhealth kraf")

        told = "\n".join(self.nvim.lines())
        self.assertIn("vim.g.kraf.enhance must be 'review', 'replace'; the default is used", told)
        self.assertIn("No shot list is open; krafd starts with the first one", told)

    def test_setup_is_the_same_as_the_variable(self):
        self.nvim.lua("require('kraf').setup({ enhance = 'replace', colour = 1 })")

        self.assertEqual(self.nvim.lua("return require('kraf.settings').get('enhance')"), "replace")
        self.assertFalse(self.nvim.lua("return require('kraf.settings').get('start')"))
        self.says("vim.g.kraf has no setting 'colour'; there are cmd, enhance, hints, marks, pictures, start, width")


class NoProgram(ProjectTest):
    def install(self):
        """Nothing is on the PATH."""

    def test_a_missing_program_is_told_with_what_to_do(self):
        self.nvim.command("lua vim.g.kraf = { cmd = { 'krafd-that-is-not-there' } }")
        self.nvim.command(f"edit {self.list}")
        self.kraf("plan")
        self.says("'krafd-that-is-not-there' is not on the PATH; install krafd, or name it in vim.g.kraf.cmd")

        self.nvim.command("checkhealth kraf")
        self.assertIn("ERROR 'krafd-that-is-not-there' is not on the PATH", "\n".join(self.nvim.lines()))


if __name__ == "__main__":
    unittest.main()
