#!/usr/bin/env python3
"""Draws the pictures of docs/neovim.md: screenshots.py FOLDER

Needs what draw_screen.py needs; NVIM and KRAFD as for run.sh.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from draw_screen import draw
from neovim import Neovim
from project import KRAFD, NVIM, PLUGIN, ROOT, RUN

BEFORE = ("set termguicolors noswapfile noruler noshowcmd", "lua vim.g.kraf = { pictures = 'kitty' }")


def preview(nvim):
    nvim.command("Kraf preview")
    nvim.shows("product pixels as in")
    nvim.shows_not("step ")


def canvas(nvim):
    nvim.command("Kraf canvas")
    nvim.shows("◆ hero")
    nvim.keys("a")
    nvim.shows("✓ accepted")
    nvim.until(lambda: "✓ accepted" in nvim.screen.lines()[13], "the decision behind the heading")


def main(folder):
    with tempfile.TemporaryDirectory() as home:
        shop, programs = pathlib.Path(home, "shop"), pathlib.Path(home, "bin")
        shutil.copytree(ROOT / "examples", shop)
        programs.mkdir()
        environment = {
            **os.environ,
            "KRAF_RUNTIME_DIR": RUN,
            "HOME": home,
            "KRAFD": KRAFD,
            "PATH": f"{programs}:{os.environ['PATH']}",
        }
        os.symlink(KRAFD, programs / "krafd")
        command = [KRAFD, "render", str(shop / "trailhead.kraf"), "--out", f"{home}/out"]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        for name, scene in (("preview", preview), ("canvas", canvas)):
            nvim = Neovim(NVIM, PLUGIN, columns=132, rows=38, before=BEFORE, environment=environment)
            nvim.command(f"cd {shop} | edit trailhead.kraf")
            nvim.shows("● made")
            nvim.lua("vim.fn.search('## campaign')")
            scene(nvim)
            draw(nvim).save(pathlib.Path(folder, f"neovim-{name}.jpg"), quality=88, optimize=True)
            nvim.quit()


if __name__ == "__main__":
    main(sys.argv[1])
