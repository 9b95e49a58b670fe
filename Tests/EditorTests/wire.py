"""A client that sends whatever it is told, also what no editor should send: the bare wire of the Language Server Protocol."""

import itertools
import json
import os
import select
import socket
import subprocess


def flat(symbols):
    """Symbols with those inside them."""
    for symbol in symbols:
        yield symbol
        yield from flat(symbol.get("children", []))


class Client:
    """A connection to krafd: by `krafd lsp --stdio`, or to the socket of the daemon.

    Every wait has a deadline and ends with a message.
    """

    def __init__(self, way="stdio"):
        krafd = os.environ["KRAFD"]
        self._process = self._socket = None
        if way == "stdio":
            self._process = subprocess.Popen(
                [krafd, "lsp", "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                bufsize=0)
            self._input, self._output = self._process.stdin.fileno(), self._process.stdout.fileno()
        else:
            path = subprocess.check_output([krafd, "sockname"], text=True).strip()
            self._socket = socket.socket(socket.AF_UNIX)
            self._socket.connect(path)
            self._input = self._output = self._socket.fileno()
        self._bytes = b""
        self._numbers = itertools.count(1)
        # What krafd sent unasked and nobody took yet.
        self.notifications = []

    # Sending.

    def send(self, message):
        """Sends an object, or bytes as they are, as the body of a message."""
        body = message if isinstance(message, bytes) else json.dumps(message, ensure_ascii=False).encode()
        rest = memoryview(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        while rest:
            rest = rest[os.write(self._input, rest):]

    def tell(self, method, params):
        """Sends a notification."""
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method, params):
        """Sends a request and answers the whole reply, an error too."""
        number = next(self._numbers)
        self.send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        return self.reply(number)

    def initialize(self, encoding="utf-16"):
        """Begins a session that counts positions in `encoding`."""
        reply = self.ask("initialize", {
            "capabilities": {
                "general": {"positionEncodings": [encoding]},
                "textDocument": {
                    "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
                    "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
                },
            },
        })
        self.encoding = encoding
        assert reply["result"]["capabilities"]["positionEncoding"] == encoding
        self.tell("initialized", {})

    def open(self, uri, text, version=1):
        """Opens a document."""
        self.tell("textDocument/didOpen", {
            "textDocument": {"uri": uri, "languageId": "kraf", "version": version, "text": text}})

    def change(self, uri, version, *changes):
        """Changes a document: each change is a text, or a range and a text."""
        content = [{"text": one} if isinstance(one, str) else {"range": one[0], "text": one[1]} for one in changes]
        self.tell("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": version}, "contentChanges": content})

    # What an editor shows of a document.

    def symbols(self, uri):
        """The headings and references of a document in the order of its text; AssertionError when krafd refuses."""
        reply = self.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
        assert "result" in reply, reply
        return list(flat(reply["result"]))

    def outline(self, uri):
        """Their names alone."""
        return [symbol["name"] for symbol in self.symbols(uri)]

    def formatting(self, uri):
        """The reply to the wish for the usual form."""
        return self.ask("textDocument/formatting", {
            "textDocument": {"uri": uri}, "options": {"tabSize": 2, "insertSpaces": True}})

    # Receiving.

    def reply(self, number):
        """The reply to a request."""
        while True:
            message = self._receive(f"the reply to request {number}")
            if message.get("id") == number and "method" not in message:
                return message
            self.notifications.append(message)

    def notification(self, method, holds=lambda params: True):
        """What a notification carries, one that came before or the next to come; others are kept."""
        for place, message in enumerate(self.notifications):
            if message.get("method") == method and holds(message["params"]):
                return self.notifications.pop(place)["params"]
        while True:
            message = self._receive(method)
            if message.get("method") == method and holds(message["params"]):
                return message["params"]
            self.notifications.append(message)

    def diagnostics(self, uri, version=1):
        """The diagnostics of a version of a document."""
        return self.notification(
            "textDocument/publishDiagnostics", lambda params: (params["uri"], params.get("version")) == (uri, version)
        )["diagnostics"]

    def _receive(self, what):
        head = self._take_until(b"\r\n\r\n", what)
        length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length"))
        while len(self._bytes) < length:
            self._fill(what)
        body, self._bytes = self._bytes[:length], self._bytes[length:]
        return json.loads(body)

    def _take_until(self, mark, what):
        while mark not in self._bytes:
            self._fill(what)
        head, self._bytes = self._bytes.split(mark, 1)
        return head

    def _fill(self, what):
        if not select.select([self._output], [], [], 30)[0]:
            raise AssertionError(f"krafd never sent {what}; it sent {self.notifications}")
        part = os.read(self._output, 1 << 16)
        assert part, f"krafd ended the connection before {what}"
        self._bytes += part

    # Ending.

    def close(self):
        """Ends the connection, and with it the session."""
        if self._socket:
            self._socket.close()
        else:
            self._process.stdin.close()
            self._process.wait(timeout=30)
            self._process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
