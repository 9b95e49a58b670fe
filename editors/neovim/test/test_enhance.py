"""Short prompts become complete ones: change by change or at once, and one undo takes it back."""

import unittest

from project import SHOT_LIST, ProjectTest

LENS = "85 mm lens at f/16"
FILLS = "the product fills 75 to 92 % of the frame"
NOTHING = "nothing else in the frame"
PROMPT = "@front on a gray paper sweep, soft shadow.\n"


def with_words(words):
    return SHOT_LIST.replace(PROMPT, PROMPT + words + "\n")


class Enhance(ProjectTest):
    def review(self, words="enhance"):
        self.open()
        self.kraf(words)
        self.nvim.shows("Enhance hero: ")

    def undo(self):
        self.nvim.command("buffer mug.kraf")
        self.nvim.command("silent undo")

    def test_each_change_says_where_it_comes_from_and_nothing_is_written_yet(self):
        self.review()

        for words, source in (
            (LENS, "the style soft-gray-studio"),
            (FILLS, "the role hero"),
            (NOTHING, "the role hero"),
        ):
            line = next(line for line in self.nvim.screen.lines() if words in line)
            self.assertIn(source, line)
        self.assertEqual(self.text_now(), SHOT_LIST)

    def test_changes_are_accepted_and_rejected_one_by_one(self):
        self.review()
        self.nvim.keys("a")
        self.nvim.shows("✓ " + LENS)
        self.nvim.keys("x")
        self.nvim.shows("✗ " + FILLS)
        self.assertEqual(self.text_now(), SHOT_LIST)
        self.nvim.keys("a")

        self.assertEqual(self.text_now(), with_words(f"{LENS}, {NOTHING}."))
        self.undo()
        self.assertEqual(self.text_now(), SHOT_LIST)

    def test_a_first_change_that_is_rejected_leaves_a_sentence(self):
        self.review()
        self.nvim.keys("xA")

        self.assertEqual(
            self.text_now(), with_words("The product fills 75 to 92 % of the frame, nothing else in the frame.")
        )

    def test_all_at_once_is_what_krafd_would_write(self):
        self.review()
        self.nvim.keys("A")

        self.assertEqual(self.text_now(), with_words(f"{LENS}, {FILLS}, {NOTHING}."))

    def test_rejecting_all_and_leaving_change_nothing(self):
        self.review()
        self.nvim.keys("X")
        self.says("Nothing was accepted; the text is as it was")
        self.assertEqual(self.text_now(), SHOT_LIST)

        self.kraf("enhance")
        self.nvim.shows("Enhance hero: ")
        self.nvim.keys("aq")
        self.nvim.shows_not("Enhance hero: ")
        self.assertEqual(self.text_now(), SHOT_LIST)

    def test_a_text_that_changed_meanwhile_is_left_alone(self):
        self.review()
        self.nvim.lua("vim.api.nvim_buf_set_lines(vim.fn.bufnr('mug.kraf'), 0, 1, false, { '# Blue Mug' })")
        self.nvim.keys("A")

        self.says("The text has changed meanwhile; enhance it again")
        self.assertEqual(self.text_now(), SHOT_LIST.replace("Sand", "Blue"))

    def test_replacing_is_one_step_of_undo(self):
        self.open()
        self.nvim.keys("ggA!<Esc>")
        self.go("## hero")
        self.kraf("enhance replace")

        self.until_text(
            lambda text: text == with_words(f"{LENS}, {FILLS}, {NOTHING}.").replace("Mug\n", "Mug!\n", 1), "the words"
        )
        self.undo()
        self.assertEqual(self.text_now(), SHOT_LIST.replace("Mug\n", "Mug!\n", 1))

    def test_what_is_being_typed_is_another_step_of_undo(self):
        self.open("@front on a gray")
        self.nvim.keys("A!<Cmd>Kraf enhance replace<CR>")
        self.until_text(lambda text: LENS in text, "the words")
        self.nvim.keys("<Esc>u")

        self.until_text(lambda text: text == SHOT_LIST.replace("soft shadow.", "soft shadow.!"), "the typed text alone")

    def test_the_setting_replaces_and_review_asks_all_the_same(self):
        self.nvim.lua("vim.g.kraf = { enhance = 'replace' }")
        self.open()
        self.kraf("enhance review")
        self.nvim.shows("Enhance hero: 3 changes")
        self.nvim.keys("q")
        self.kraf("enhance")

        self.until_text(lambda text: LENS in text, "the words")

    def test_lines_and_names_choose_shots_and_all_is_one_undo(self):
        self.open()
        self.kraf("enhance campaign-quiet-morning replace")
        self.until_text(lambda text: "on a plinth, plain wall.\n" in text and text != SHOT_LIST, "the campaign's words")
        campaign = self.text_now()
        self.assertIn(PROMPT + "\n## campaign", campaign)
        self.undo()

        self.nvim.command("%Kraf enhance replace")
        self.until_text(
            lambda text: LENS in text and text.endswith(campaign[campaign.index("## campaign") :]), "both shots' words"
        )
        self.undo()
        self.assertEqual(self.text_now(), SHOT_LIST)

    def test_a_complete_prompt_stays(self):
        self.open()
        self.kraf("enhance replace")
        self.until_text(lambda text: LENS in text, "the words")
        whole = self.text_now()
        self.kraf("enhance hero")

        self.says("The prompts are complete; nothing was changed")
        self.assertEqual(self.text_now(), whole)


if __name__ == "__main__":
    unittest.main()
