"""Sessions with krafd by the bare wire, as the tests of hard input have them: by `krafd lsp --stdio`, and on the daemon's own
socket."""

import os
import re
import subprocess

import pytest
from wire import Client

WAYS = ["stdio", "socket"]
ENCODINGS = ["utf-8", "utf-16", "utf-32"]


def daemon():
    """The process that serves all sessions."""
    return re.search(r"process (\d+)", subprocess.check_output([os.environ["KRAFD"], "status"], text=True))[1]


@pytest.fixture(params=WAYS)
def client(request):
    """A session that must end in order, with the daemon that it began with."""
    with Client(request.param) as client:
        client.initialize()
        before = daemon()
        yield client
        assert client.ask("shutdown", None)["result"] is None
        assert daemon() == before


@pytest.fixture(params=[(way, encoding) for way in WAYS for encoding in ENCODINGS], ids="-".join)
def counting(request):
    """The same for each way of counting positions; `client.encoding` says which."""
    way, encoding = request.param
    with Client(way) as client:
        client.initialize(encoding)
        yield client
        assert client.ask("shutdown", None)["result"] is None
