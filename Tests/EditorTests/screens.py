"""The pictures of docs/shotlist.md: real editors with krafd, their screens drawn as PNG.

Run by `run.sh screens`, which sets NVIM, HX, KRAFD and PROJECT. Every picture waits for what it is to show, so one that is
there shows it.
"""

import os
import pathlib
import re
import sys

import picture
from documented import ROOT, configuration, environment, example
from neovim import Neovim

HERE = pathlib.Path(__file__).parent
PROJECT = pathlib.Path(os.environ["PROJECT"])
IMAGES = ROOT / "docs/images"
COLUMNS = 116
USER = environment(PROJECT.parent / "bin")


def write(name, text):
    """Saves a shot list in the project, beside its photos."""
    (PROJECT / name).write_text(text, encoding="utf-8")
    return name


def has(pattern):
    """Whether a row of the screen shows a pattern."""
    return lambda screen: any(re.search(pattern, row) for row in screen.rows)


def colored_headings(screen):
    """The rows of headings whose role has its color."""
    return [row for row in screen.cells if row[0].text == "#" and screen.look(row[3]).is_bold]


def blank(lines):
    """A Neovim with the colors of the pictures and no text."""
    neovim = Neovim(os.environ["NVIM"], COLUMNS, lines, USER, PROJECT)
    neovim.lua((HERE / "theme.lua").read_text(encoding="utf-8"))
    return neovim


def opened(name, lines):
    """A Neovim that is set up as docs/editors.md says, with a shot list of the project."""
    neovim = blank(lines)
    neovim.lua(configuration("lua"))
    neovim.lua("vim.cmd.edit(...)", name)
    neovim.wait_for(has("· studio Generate '.*Plan this shot list"), "hints and lenses")
    neovim.wait_for(lambda screen: any(screen.look(cell).is_bold for cell in screen.cells[0]), "the colors of the title")
    return neovim


def helix(name, lines):
    """A Helix that is set up as docs/editors.md says. It runs in a terminal of Neovim, which draws its screen."""
    folder = pathlib.Path(os.environ["HOME"]) / ".config/helix"
    (folder / "themes").mkdir(parents=True, exist_ok=True)
    (folder / "themes/kraf.toml").write_text((HERE / "helix-theme.toml").read_text(encoding="utf-8"))
    (folder / "languages.toml").write_text(configuration("toml"), encoding="utf-8")
    (folder / "config.toml").write_text(
        'theme = "kraf"\n[editor]\ntrue-color = true\npreview-completion-insert = false\nend-of-line-diagnostics = "hint"\n'
        '[editor.inline-diagnostics]\ncursor-line = "disable"\n[editor.statusline]\nleft = ["file-name"]\nright = []\n'
        "[editor.lsp]\ndisplay-inlay-hints = true\n", encoding="utf-8")
    neovim = blank(lines)
    neovim.lua("vim.fn.termopen({ ... }) vim.cmd.startinsert()", os.environ["HX"], name)
    neovim.wait_for(has("## .* · studio"), "the hints in Helix")
    return neovim


def first():
    """Three lines, and what an editor shows behind the heading."""
    with opened(write("trailhead.kraf", example("three-lines")), 8) as neovim:
        picture.save(neovim, range(0, 5), "trailhead.kraf  ·  Neovim", IMAGES / "editor-first.png")


def hover():
    """Every value of a shot, and who decided it."""
    with opened("trailhead-set.kraf", 40) as neovim:
        neovim.lua("""
            vim.fn.winrestview({ topline = vim.fn.search('^compare:'), lnum = vim.fn.search('^## detail'), col = 0 })
            vim.lsp.handlers['textDocument/hover'] = vim.lsp.with(vim.lsp.handlers.hover, { border = 'rounded' })
            vim.lsp.buf.hover()
            """)
        neovim.wait_for(has("To make: 1 picture · free"), "what making it costs")
        last = next(row for row, text in enumerate(neovim.rows) if "╰" in text)
        picture.save(neovim, range(0, last + 1), "trailhead-set.kraf  ·  Neovim", IMAGES / "editor-hover.png")


def enhance():
    """A prompt before and after it was enhanced."""
    write("before.kraf", example("wish"))
    with opened(write("trailhead.kraf", example("wish")), 26) as neovim:
        neovim.lua("""
            vim.lsp.buf.execute_command({ command = 'kraf.enhance', arguments = { vim.uri_from_bufnr(0) } })
            vim.wait(10000, function() return vim.bo.modified end, 20)
            vim.o.diffopt = 'internal,filler,foldcolumn:0'
            vim.wo.winbar = 'after'
            vim.cmd('aboveleft 12split before.kraf')
            vim.wo.winbar = 'before'
            vim.cmd('windo diffthis')
            vim.cmd('windo set nofoldenable | call winrestview({"topline": search("^## lifestyle")})')
            """)
        neovim.wait_for(has("^Crisp leaf shadow"), "what was added")
        neovim.wait_for(lambda screen: len([row for row in screen.rows if "· studio Generate" in row]) == 2, "both lenses")
        neovim.wait_for(lambda screen: len(colored_headings(screen)) == 2, "the colors of both")
        picture.save(neovim, range(0, 24), "trailhead.kraf, enhanced  ·  Neovim", IMAGES / "editor-enhance.png")


def fix():
    """Mistakes, and the menu that mends one of them."""
    with helix(write("trailhead.kraf", example("mistakes")), 20) as neovim:
        neovim.wait_for(has("leave one of them out"), "the mistakes")
        neovim.keys("/whit<CR>")
        neovim.wait_for(lambda screen: has("pure-whit")(screen) and screen.cursor[0] == 11, "the cursor at the mistake")
        neovim.keys("<Space>a")
        neovim.wait_for(has("Change to 'pure-white'"), "the menu")
        picture.save(neovim, range(0, 16), "trailhead.kraf  ·  Helix", IMAGES / "editor-fix.png")


def completion():
    """The styles that a shot may have, and what one of them is."""
    text = example("wish").split("style:")[0] + "style:\n"
    with helix(write("trailhead.kraf", text), 26) as neovim:
        neovim.keys("/style:<CR>")
        neovim.wait_for(lambda screen: screen.cursor[0] == 10, "the cursor at the key")
        neovim.keys("A <C-x>")
        neovim.wait_for(has("festive-campaign"), "the styles")
        neovim.keys("<Tab>" * 6)
        neovim.wait_for(has("Soft window light"), "the description of a style")
        picture.save(neovim, range(0, 21), "trailhead.kraf  ·  Helix", IMAGES / "editor-completion.png")


SCENES = {scene.__name__: scene for scene in (first, hover, enhance, fix, completion)}

if __name__ == "__main__":
    for name in sys.argv[1:] or SCENES:
        SCENES[name]()
        print(f"ok    docs/images/editor-{name}.png")
