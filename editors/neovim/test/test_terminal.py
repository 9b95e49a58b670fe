"""Neovim's own interface on a pseudo-terminal: the terminal is asked, and what it is sent is what it can draw."""

import fcntl
import os
import pty
import re
import select
import struct
import termios
import time
import unittest

from neovim import Failed
from placeholders import PLACEHOLDER
from project import NVIM, PLUGIN
from test_preview import PreviewTest

QUESTION, ANSWER = b"\x1b[>0q", b"\x1bP>|kitty(0.36.4)\x1b\\"


class Terminal(PreviewTest):
    def start(self, **_):
        """A Neovim that a person would see, in place of the one with an attached interface."""
        child, self.master = pty.fork()
        if child == 0:
            os.environ.update(self.own, TERM="xterm-256color", COLORTERM="truecolor")
            arguments = ["--clean", "-n", "--cmd", f"set runtimepath^={PLUGIN}", "--cmd", "set termguicolors"]
            os.execvp(NVIM, [NVIM, *arguments, str(self.list)])
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 140, 0, 0))
        self.child, self.seen, self.answers = child, b"", True
        self.addCleanup(self.end)
        return None

    def end(self):
        os.write(self.master, b"\x1b:qall!\r")
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline and os.waitpid(self.child, os.WNOHANG) == (0, 0):
            self.read(0.1)
        os.close(self.master)

    def read(self, seconds):
        if select.select([self.master], [], [], seconds)[0]:
            try:
                new = os.read(self.master, 65536)
            except OSError:
                return
            self.seen += new
            if self.answers and QUESTION in new:
                os.write(self.master, ANSWER)

    def until(self, part):
        deadline = time.monotonic() + 30
        while part not in self.seen:
            if time.monotonic() > deadline:
                raise Failed(f"did not come: {part!r}\n{self.seen[-3000:]!r}")
            if b"unrecognized option '--embed'" in self.seen:
                self.skipTest(
                    f"a terminal of Neovim's own: {NVIM} cannot start itself; name an installed Neovim by NVIM=path"
                )
            self.read(0.2)

    def show(self):
        self.until("to make".encode())
        os.write(self.master, b":call search('## hero')\r:Kraf preview\r")
        self.until("product pixels".encode())

    def test_a_terminal_that_says_it_is_kitty_gets_pictures_and_placeholders(self):
        self.show()
        self.until(b"\x1b_Ga=T,U=1,q=2")
        self.until(PLACEHOLDER.encode() + "\u0305\u0305".encode())

        self.assertTrue(re.search(rb"\x1b_G[^\x1b;]*t=f;[A-Za-z0-9+/=]+\x1b\\", self.seen))

    def test_a_terminal_that_says_nothing_gets_half_blocks(self):
        self.answers = False
        self.show()
        self.until("▀".encode())

        self.assertIn(QUESTION, self.seen)
        self.assertNotIn(b"\x1b_G", self.seen)


if __name__ == "__main__":
    unittest.main()
