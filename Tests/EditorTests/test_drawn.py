"""What Neovim really draws of krafd's inlay hints and lenses, and where: not what krafd answers, but what stands on the screen.

Neovim is set up as docs/editors.md says. Run by run.sh, which sets NVIM, KRAFD and PROJECT.
"""

import os
import pathlib
import re

import pytest
from documented import configuration, environment
from neovim import Neovim

PROJECT = pathlib.Path(os.environ["PROJECT"])
TEXT = (PROJECT / "first-leaf.kraf").read_text(encoding="utf-8")
HEADING = "## detail label"
# Of this list a shot says its size and style itself, so that seed and model are left to hint at.
HINT = "1024 × 1024 · seed 1 · studio"
LENS = re.compile(r"Generate 'detail-label' · 1 picture · free · \d+\.\d s \| Plan this shot list")


@pytest.fixture
def screen(tmp_path):
    """A Neovim in which hints and lenses have looks of their own, so that a cell says what it is drawn for."""
    with Neovim(os.environ["NVIM"], 120, 40, environment(tmp_path / "bin"), PROJECT) as neovim:
        neovim.lua("""
            vim.o.termguicolors = true
            vim.o.signcolumn = 'no'
            vim.api.nvim_set_hl(0, 'LspInlayHint', { fg = '#8A93A3' })
            vim.api.nvim_set_hl(0, 'LspCodeLens', { fg = '#6E96B8' })
            """)
        neovim.lua(configuration("lua"))
        neovim.lua("vim.cmd.edit('first-leaf.kraf')")
        yield neovim


def drawn_for(screen, group):
    """The text that is drawn for a group of looks, as {row: (first column, text)}."""
    found = {}
    for number, row in enumerate(screen.cells):
        columns = [column for column, cell in enumerate(row) if group in screen.look(cell).groups]
        if columns:
            text = "".join(cell.text for cell in row[columns[0]:columns[-1] + 1])
            found[number] = (columns[0], text)
    return found


def heading_row(screen):
    return next(number for number, row in enumerate(screen.rows) if row.startswith(HEADING))


def is_complete(screen):
    """Whether both shots have their hint and their lens."""
    return len(drawn_for(screen, "LspInlayHint")) == 2 and len(drawn_for(screen, "LspCodeLens")) == 2


def test_a_hint_stands_behind_the_heading_of_its_shot(screen):
    screen.wait_for(is_complete, "the hints and lenses of two shots")

    column, text = drawn_for(screen, "LspInlayHint")[heading_row(screen)]
    assert text.strip() == HINT
    # One free column parts it from the heading; it is drawn, or padding of the hint itself.
    assert column + len(text) - len(text.lstrip()) == len(HEADING) + 1


def test_a_lens_stands_at_its_shot_and_covers_nothing(screen):
    screen.wait_for(is_complete, "the hints and lenses of two shots")

    lenses = drawn_for(screen, "LspCodeLens")
    heading = heading_row(screen)
    # Neovim 0.10 draws lenses behind the line, behind the hint too; later ones above it.
    row = heading if heading in lenses else heading - 1
    column, text = lenses[row]
    assert LENS.fullmatch(text.strip()), text
    assert row == heading - 1 or column == len(f"{HEADING} {HINT} ")


def test_what_is_drawn_is_not_in_the_text(screen):
    screen.wait_for(is_complete, "the hints and lenses of two shots")

    lines = screen.request("nvim_buf_get_lines", 0, 0, -1, False)
    assert "\n".join(lines) + "\n" == TEXT


def test_a_hint_follows_what_is_typed(screen):
    screen.wait_for(is_complete, "the hints and lenses of two shots")

    screen.lua("vim.fn.search('^## detail') vim.fn.search('^size:')")
    screen.keys("ccsize: 640x640<Esc>")

    def follows(screen):
        hint = drawn_for(screen, "LspInlayHint").get(heading_row(screen))
        return hint and hint[1].strip() == HINT.replace("1024 × 1024", "640 × 640")

    screen.wait_for(follows, "the hint of the new size")


def test_hints_and_lenses_are_gone_when_they_are_switched_off(screen):
    screen.wait_for(is_complete, "the hints and lenses of two shots")

    screen.lua("vim.lsp.inlay_hint.enable(false) vim.lsp.codelens.clear()")

    screen.wait_for(lambda screen: HEADING in screen.rows, "a heading with nothing behind it")
    assert drawn_for(screen, "LspInlayHint") == {} and drawn_for(screen, "LspCodeLens") == {}
