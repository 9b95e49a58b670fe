"""A real Neovim with an interface attached, driven over MessagePack-RPC."""

import os
import queue
import subprocess
import threading
import time

from msgpack import Unpacker, pack
from screen import Screen

DEADLINE = 90


class Failed(AssertionError):
    """What was waited for did not come."""


class Neovim:
    """One editor, with the plugin and nothing of the user's.

    `stderr` is what it sends to the terminal around the screen.
    """

    def __init__(self, program, plugin, columns=110, rows=34, terminal=True, before=(), environment=None):
        arguments = [program, "--embed", "--clean", "-n", "--cmd", f"set runtimepath^={plugin}"]
        for command in before:
            arguments += ["--cmd", command]
        self.process = subprocess.Popen(
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **(environment or {})},
        )
        self.screen = Screen(columns, rows)
        self.stderr = bytearray()
        self.lock = threading.Lock()
        self.replies = {}
        self.changed = queue.Queue()
        self.number = 0
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._read_stderr, daemon=True).start()
        self.request(
            "nvim_ui_attach",
            columns,
            rows,
            {"rgb": True, "ext_linegrid": True, "stdout_tty": terminal, "stdin_tty": terminal, "term_name": "test"},
        )

    def _read(self):
        unpacker = Unpacker(self.process.stdout)
        try:
            while True:
                message = unpacker.value()
                with self.lock:
                    if message[0] == 1:
                        self.replies[message[1]] = (message[2], message[3])
                    elif message[0] == 2 and message[1] == "redraw":
                        self.screen.redraw(message[2])
                self.changed.put(None)
        except (EOFError, ValueError):
            self.changed.put(None)

    def _read_stderr(self):
        while data := os.read(self.process.stderr.fileno(), 65536):
            with self.lock:
                self.stderr += data
            self.changed.put(None)

    def until(self, holds, what, seconds=DEADLINE):
        """Waits until `holds()` is true, looking again whenever anything arrived; answers what it said.

        `what` is waited for, in words; or a function that says so when it did not come.
        """
        end = time.monotonic() + seconds
        while True:
            found = holds()
            if found:
                return found
            left = end - time.monotonic()
            if left <= 0:
                raise Failed(f"did not come: {what() if callable(what) else what}\n{self.screen.text()}")
            try:
                self.changed.get(timeout=min(left, 0.25))
            except queue.Empty:
                pass

    def request(self, method, *parameters):
        self.number += 1
        number = self.number
        self.process.stdin.write(pack([0, number, method, list(parameters)]))
        self.process.stdin.flush()
        error, result = self.until(lambda: self.replies.pop(number, None), method)
        if error:
            raise Failed(f"{method}: {error}")
        return result

    def lua(self, code, *parameters):
        return self.request("nvim_exec_lua", code, list(parameters))

    def command(self, text):
        return self.request("nvim_command", text)

    def keys(self, text):
        """Types, and waits until Neovim has taken it all."""
        self.request("nvim_input", text)
        self.lua("return 1")

    def lines(self):
        return self.lua("return vim.api.nvim_buf_get_lines(0, 0, -1, false)")

    def shows(self, part, seconds=DEADLINE):
        """Waits until the screen shows a text."""
        self.until(lambda: part in self.screen.text(), f"{part!r} on the screen", seconds)

    def shows_not(self, part):
        self.until(lambda: part not in self.screen.text(), f"{part!r} gone from the screen")

    def quit(self):
        try:
            self.process.stdin.write(pack([2, "nvim_command", ["qall!"]]))
            self.process.stdin.flush()
            self.process.wait(10)
        except (OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()
