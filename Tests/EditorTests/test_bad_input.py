"""What no editor should send: nothing ends krafd, no text is changed otherwise than was said, and what is refused is said in
a sentence.

Each is tried through `krafd lsp --stdio` and on the daemon's own socket. Run by run.sh, which sets KRAFD and PROJECT.
"""

import os
import pathlib

import pytest
from positions import place, span
from wire import Client

PROJECT = pathlib.Path(os.environ["PROJECT"])
URI = (PROJECT / "hard.kraf").as_uri()
SOUND = "# Bottle\n\n@front = photos/bottle-studio.jpg\n\n## hero\n"
NAMES = ["Bottle", "@front", "hero"]
MEBIBYTE = 1 << 20


def goes_on(client):
    """Whether the session still reads a list and finds nothing wrong with it."""
    uri = (PROJECT / "sound.kraf").as_uri()
    client.open(uri, SOUND)
    return client.diagnostics(uri) == [] and client.outline(uri) == NAMES


def knows(client, names):
    """Whether krafd has a text with these names, or says that it has none; never another text."""
    reply = client.ask("textDocument/documentSymbol", {"textDocument": {"uri": URI}})
    if "error" in reply:
        return reply["error"]["data"]["reason"] == "notOpen"
    return client.outline(URI) == names


def refusal(client):
    """What krafd says of a change that it does not make."""
    return client.notification("window/logMessage")["message"]


# Bytes that are no text.


@pytest.mark.parametrize("text", [
    b"# A\xff\xfe\x00", b"\x89PNG\r\n\x1a\n", b"# A\\ud800", b"# A\xed\xa0\x80", b"# A\xf8\x88\x80\x80\x80", b"# A\xc0\xaf",
])
def test_bytes_that_are_no_text_are_refused_and_the_session_goes_on(client, text):
    client.send(
        b'{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"' + URI.encode()
        + b'","languageId":"kraf","version":1,"text":"' + text + b'"}}}')

    error = client.reply(None)["error"]
    assert error["code"] == -32700 and error["message"].startswith("The JSON is wrong at byte ")
    assert client.formatting(URI)["error"]["data"]["reason"] == "notOpen"
    assert goes_on(client)


# Too much.


TOO_LARGE = "A shot list has up to 1048576 bytes, this has {}; split it"


def test_ten_megabytes_are_refused_with_the_limit_and_the_next_list_is_read(client):
    text = "# Bottle\n" + "a line of a very long prompt\n" * 360_000
    client.open(URI, text)

    assert [one["message"] for one in client.diagnostics(URI)] == [TOO_LARGE.format(len(text))]
    assert client.outline(URI) == [] and not client.formatting(URI)["result"]
    assert goes_on(client)


def test_more_than_is_kept_is_not_read_at_all(client):
    client.open(URI, SOUND)
    client.change(URI, 2, "x" * (16 * MEBIBYTE + 1))

    said = client.notification("window/showMessage")
    assert said["type"] == 2
    assert said["message"] == f"'{URI}' has more than 16 MiB and is not read; a shot list has up to 1 MiB, split it"
    assert client.formatting(URI)["error"]["data"]["reason"] == "notOpen"
    assert goes_on(client)


@pytest.mark.parametrize("extra", [0, 1])
def test_the_limit_is_as_it_is_stated(client, extra):
    title = "# Bottle\n"
    client.open(URI, title + "x" * (MEBIBYTE - len(title) + extra))

    assert client.outline(URI) == ([] if extra else ["Bottle"])


def test_undoing_what_was_too_much_takes_nothing_else_away(client):
    client.open(URI, SOUND)
    pasted = "a line of a very long prompt\n" * 40_000
    here, behind = place(1, 0), place(1 + pasted.count("\n"), 0)
    client.change(URI, 2, ({"start": here, "end": here}, pasted))
    assert client.outline(URI) == []
    client.change(URI, 3, ({"start": here, "end": behind}, ""))

    assert knows(client, NAMES) and goes_on(client)


# Edits that cannot be.


@pytest.mark.parametrize(("start", "end", "expected"), [
    (place(0, 99), place(0, 99), ["Bottle!", "hero"]),
    (place(99, 0), place(99, 7), ["Bottle", "hero!"]),
    (place(2, 7), place(2_147_483_647, 2_147_483_647), ["Bottle", "hero!"]),
    (place(0, 0), place(99, 99), []),
])
def test_a_place_beyond_the_end_means_the_end(client, start, end, expected):
    client.open(URI, "# Bottle\n\n## hero")
    client.change(URI, 2, ({"start": start, "end": end}, "!"))

    assert client.outline(URI) == expected


def test_a_reversed_range_is_refused_and_changes_nothing(client):
    client.open(URI, SOUND)
    client.change(URI, 2, ({"start": place(0, 8), "end": place(0, 2)}, "x"))

    assert refusal(client) == f"A change of '{URI}' does not fit its text; open the file again"
    assert knows(client, NAMES) and goes_on(client)


def test_of_changes_that_come_together_all_are_made_or_none(client):
    client.open(URI, SOUND)
    good = ({"start": place(0, 2), "end": place(0, 8)}, "Mug")
    client.change(URI, 2, good, ({"start": place(2, 4), "end": place(2, 1)}, "x"), good)

    assert "does not fit" in refusal(client)
    assert knows(client, NAMES) and goes_on(client)


@pytest.mark.parametrize("line", [-1, 2**31, 1.5, "1", None, 10**40])
def test_a_place_that_is_no_number_of_the_protocol_changes_nothing(client, line):
    client.open(URI, SOUND)
    client.change(URI, 2, ({"start": place(line, 0), "end": place(2, 0)}, "x"))

    assert knows(client, NAMES) and goes_on(client)


def test_a_change_that_cannot_be_read_is_told(client):
    client.open(URI, SOUND)
    client.change(URI, 2, ({"start": place(-1, 0), "end": place(2, 0)}, "x"))
    client.outline(URI)

    assert refusal(client).startswith("textDocument/didChange was left out: ")


def test_a_change_of_a_list_that_is_not_open_is_told_and_opening_it_works(client):
    client.change(URI, 2, "# Mug\n")
    assert "open the file again" in refusal(client)

    client.open(URI, SOUND, version=3)
    assert client.outline(URI) == NAMES


def test_closing_twice_and_asking_about_what_is_closed_is_answered(client):
    client.open(URI, SOUND)
    for _ in range(2):
        client.tell("textDocument/didClose", {"textDocument": {"uri": URI}})

    reply = client.formatting(URI)
    assert reply["error"]["message"] == f"'{URI}' is not open; send textDocument/didOpen first"
    assert goes_on(client)


# Two editors.


def test_two_editors_with_one_file_are_each_told_of_their_own_text():
    with Client("stdio") as one, Client("socket") as other:
        one.initialize("utf-8")
        other.initialize("utf-16")
        mistaken = "# 🍵\n\n@front = photos/mug-studio.jpg\n\n## hero\n\n🍵 @none\n"
        one.open(URI, mistaken)
        other.open(URI, SOUND)

        (mistake,) = one.diagnostics(URI)
        assert mistake["range"] == span(mistaken, "@none", "utf-8")
        assert other.diagnostics(URI) == []

        other.change(URI, 2, mistaken)
        one.change(URI, 2, (span(mistaken, "@none", "utf-8"), "@front"))
        assert one.diagnostics(URI, 2) == []
        (mistake,) = other.diagnostics(URI, 2)
        assert mistake["range"] == span(mistaken, "@none", "utf-16")

        one.tell("textDocument/didClose", {"textDocument": {"uri": URI}})
        assert other.outline(URI) == ["🍵", "@front", "hero"]
