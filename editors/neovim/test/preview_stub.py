#!/usr/bin/env python3
"""A krafd whose previews follow a script, for what the real one never does: all but `kraf/preview/*` goes to that one.

Its pictures are two even halves: the upper one is blue in the rough step and green in the sharp one, the lower one has
the last color (#RRGGBB) that stands in the text. Comments in the text ask for what goes wrong: `// stub: problem`,
`// stub: gone` (the file is deleted), `// stub: broken` (the file is no picture), `// stub: hostile` (words with orders
for terminals), `// stub: warns` (five warnings, and no cost), `// stub: die`, `// stub: hasty` (the answer to a start comes behind its pictures).
KRAFD names the real program, STUB_LOG a file that is told every start and stop. STUB_CHECK adds `kraf/check`.
"""

import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import threading
import urllib.parse
import zlib

from stub_words import HOSTILE, ROUGH, SHARP

real = subprocess.Popen([os.environ["KRAFD"], *sys.argv[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
if sys.argv[1:2] != ["lsp"]:
    sys.stdout.buffer.write(real.communicate()[0])
    sys.exit(real.returncode)

folder = tempfile.mkdtemp()
writing = threading.Lock()
texts, current = {}, None
initializing = None
starts = 0


def read(stream):
    length = 0
    while True:
        line = stream.readline()
        if not line:
            return None
        if line in (b"\r\n", b"\n"):
            return json.loads(stream.read(length))
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)


def write(stream, message):
    data = json.dumps({"jsonrpc": "2.0", **message}).encode()
    with writing:
        stream.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        stream.flush()


def tell(message):
    write(sys.stdout.buffer, message)


def log(words):
    with open(os.environ["STUB_LOG"], "a") as file:
        file.write(words + "\n")


def png(px, upper, lower):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes(upper if row < px // 2 else lower) * px for row in range(px))
    header = struct.pack(">IIBBBBB", px, px, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def draw():
    text, version = texts.get(current["uri"], ("", 0))
    wishes = re.findall(r"// stub: (\w+)", text)
    colors = re.findall(r"#([0-9A-Fa-f]{6})\b", text)
    if "die" in wishes:
        os._exit(1)
    about = {"preview": current["preview"], "uri": current["uri"], "shot": current["shot"], "version": version}
    if "problem" in wishes:
        message = HOSTILE if "hostile" in wishes else "The photo 'mug.jpg' is not there; correct its path"
        return tell({"method": "kraf/preview/problem", "params": {**about, "message": message}})
    lower = bytes.fromhex(colors[-1]) if colors else bytes(3)
    words = HOSTILE if "hostile" in wishes else None
    costs = {"cost": words or "1 picture · free · 9.0 s"}
    if "warns" in wishes:
        costs = {"warnings": [HOSTILE, "second", "third", "fourth", "fifth"]}
    for step, upper in ((1, ROUGH), (5, SHARP)):
        path = os.path.join(folder, f"{current['preview']}-{version}-{step}.png")
        with open(path, "wb") as file:
            file.write(b"no picture" if "broken" in wishes else png(current["px"], upper, lower))
        if "gone" in wishes:
            os.unlink(path)
        tell(
            {
                "method": "kraf/preview/picture",
                "params": {
                    **about,
                    "shot": words or current["shot"],
                    "step": step,
                    "steps": 5,
                    "done": step == 5,
                    "path": path,
                    "mediaType": "image/png",
                    "width": current["px"],
                    "height": current["px"],
                    "truth": words or "product pixels as in photos/mug-studio.jpg",
                    **costs,
                },
            }
        )


def change(text, changes):
    for one in changes:
        if "range" not in one:
            text = one["text"]
            continue
        lines = text.split("\n")
        places = [
            sum(len(line) + 1 for line in lines[: end["line"]]) + end["character"]
            for end in (one["range"]["start"], one["range"]["end"])
        ]
        text = text[: places[0]] + one["text"] + text[places[1] :]
    return text


def handle(message):
    """Whether the message is for the stub alone."""
    global current, initializing, starts
    method, params = message.get("method"), message.get("params") or {}
    if method == "initialize":
        initializing = message["id"]
    if method == "textDocument/didOpen":
        texts[params["textDocument"]["uri"]] = (params["textDocument"]["text"], params["textDocument"]["version"])
    if method == "textDocument/didChange":
        uri = params["textDocument"]["uri"]
        texts[uri] = (change(texts[uri][0], params["contentChanges"]), params["textDocument"]["version"])
        if current and current["uri"] == uri:
            draw()
    if method == "kraf/preview/start":
        starts += 1
        current = {**params, "preview": f"p{starts}"}
        log(f"start {params['shot']} {params['px']}")
        reply = {"id": message["id"], "result": {"preview": current["preview"], "shot": current["shot"]}}
        is_hasty = "// stub: hasty" in texts[params["uri"]][0]
        for act in (draw, lambda: tell(reply)) if is_hasty else (lambda: tell(reply), draw):
            act()
        return True
    if method == "kraf/preview/stop":
        log(f"stop {params['preview']}")
        if current and current["preview"] == params["preview"]:
            current = None
        tell({"id": message["id"], "result": {}})
        return True
    if method == "kraf/check" and "STUB_CHECK" in os.environ:
        finding = {
            "rule": "bg.white",
            "severity": "error",
            "sentence": "The background is not white; take style: pure-white",
        }
        tell({"id": message["id"], "result": {"findings": [finding]}})
        return True
    return False


def from_real():
    while message := read(real.stdout):
        if message.get("id") == initializing and "result" in message:
            names = message["result"]["capabilities"]["experimental"]["kraf"]["capabilities"]
            names += ["check"] if "STUB_CHECK" in os.environ else []
        tell(message)
    os._exit(0)


threading.Thread(target=from_real, daemon=True).start()
while message := read(sys.stdin.buffer):
    if not handle(message):
        write(real.stdin, message)
real.stdin.close()
real.wait()
