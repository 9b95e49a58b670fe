"""What docs/shotlist.md says is what krafd does: its examples have no mistakes, and its mistakes are found.

Run by run.sh, which sets KRAFD and PROJECT.
"""

import json
import os
import pathlib
import re
import subprocess

import pytest
from documented import blocks, document, example
from wire import Client

PROJECT = pathlib.Path(os.environ["PROJECT"])
EXAMPLES = blocks(document("shotlist.md"), "markdown")


@pytest.fixture
def client():
    with Client() as client:
        client.initialize()
        yield client


def address(name):
    """The address of a list beside the photos."""
    return (PROJECT / f"{name}.kraf").as_uri()


def found(client, text, name="document"):
    """The diagnostics of a text under a name that is not open yet."""
    client.open(address(name), text)
    return client.diagnostics(address(name))


@pytest.mark.parametrize("text", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_has_no_mistake(client, text):
    assert [one["message"] for one in found(client, text) if one["severity"] < 3] == []


def test_the_list_with_mistakes_has_those_that_the_page_counts(client):
    mistakes = found(client, example("mistakes"))
    assert "This list has three:" in document("shotlist.md")
    assert [one["code"] for one in mistakes] == ["conflictingWords", "unknownKey", "unknownStyle"]


# What is in the table of diagnostics, put where it belongs.
SITUATIONS = {
    "`style: pure-whit`": "style: pure-whit\n",
    "`@frnt on oak`": "@frnt on oak\n",
    "`ratio: wide`": "ratio: wide\n",
    "`## hero` twice": "## hero\n",
    "`channel: amazon.main` with `style: hard-sun`": "channel: amazon.main\nstyle: hard-sun\n",
    "“a woman” in a hero": "@front with a woman\n",
    "“eucalyptus”": "@front and eucalyptus\n",
    "“a headline”": "@front below a headline\n",
    "“orbit” and “push-in” in a motion": "### motion\norbit, push-in\n",
    "`@lid = photos/lid.jpg`": None,
}


def test_the_table_of_mistakes_says_what_krafd_says(client):
    table = document("shotlist.md").split("| you wrote | krafd says |")[1].split("\n\n")[0]
    rows = [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in table.split("\n")[2:]]
    assert {row[0] for row in rows} == set(SITUATIONS)
    for number, (written, sentence, advice) in enumerate(rows):
        body = SITUATIONS[written]
        header = "@lid = photos/lid.jpg\n" if body is None else ""
        text = f"# Bottle\n\n@front = photos/bottle-studio.jpg\n{header}\n## hero\n\n{body or ''}"
        said = {one["message"]: one for one in found(client, text, f"mistake-{number}")}
        assert sentence in said, written
        fixes = client.ask("textDocument/codeAction", {
            "textDocument": {"uri": address(f"mistake-{number}")}, "range": said[sentence]["range"],
            "context": {"diagnostics": [], "only": ["quickfix"]}})["result"]
        assert fixes or "fix" not in advice, written


def test_the_three_lines_become_the_picture_that_the_page_names():
    (PROJECT / "trailhead.kraf").write_text(example("three-lines"), encoding="utf-8")
    (job,) = json.loads(krafd("plan", "trailhead.kraf", "--json"))["jobs"]
    assert f"`out/trailhead-{job['shot']}.png` is {job['width']} × {job['height']} px" in document("shotlist.md")
    assert job["style"] == "pure-white"


def test_the_set_is_the_example_that_runs():
    assert example("trailhead-set.kraf") == (PROJECT / "trailhead-set.kraf").read_text(encoding="utf-8")


def test_the_table_of_phrases_says_who_said_what():
    (PROJECT / "wish.kraf").write_text(example("wish"), encoding="utf-8")
    phrases = json.loads(krafd("enhance", "wish.kraf#lifestyle", "--json"))[0]["prompt"]["phrases"]
    assert example("phrases") == [(one["slot"], one["text"], one["source"]) for one in phrases]


def test_every_operation_that_steps_may_have_is_named():
    listed = json.loads(krafd("call", "kraf/catalog/operations", "{}"))["items"]
    sentence = re.search(r"The operations are (.*?);", document("shotlist.md"))[1]
    assert re.findall(r"`(\w+)`", sentence) == [one["name"] for one in listed]


def krafd(*arguments):
    """What a command prints."""
    run = subprocess.run([os.environ["KRAFD"], *arguments], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout
