#!/usr/bin/env python3
"""Draws the pictures of docs/neovim.md: screenshots.py FOLDER

Needs what draw_screen.py needs; NVIM and KRAFD as for run.sh.
A krafd without live previews is helped by the stub, which then shows the picture that krafd has made of the same text.
"""

import json
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


def previews(environment):
    hello = json.dumps({"protocol": [1, 1], "build": "", "client": "screenshots"})
    reply = subprocess.run([KRAFD, "call", "kraf/hello", hello], env=environment, capture_output=True, check=True)
    return "preview" in json.loads(reply.stdout)["capabilities"]


def preview(nvim):
    nvim.command("Kraf preview")
    nvim.shows("free, about")
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
            "STUB_LOG": f"{home}/log",
            "STUB_PICTURE": f"{home}/out/trailhead-campaign-launch.png",
        }
        os.symlink(KRAFD if previews(environment) else PLUGIN / "test/preview_stub.py", programs / "krafd")
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
