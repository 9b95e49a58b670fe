"""What the documents tell users to write, taken from them."""

import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]


def document(name):
    """The text of a document."""
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def blocks(text, language):
    """The fenced blocks of a language, in their order."""
    return [block.split("\n```")[0] + "\n" for block in text.split(f"```{language}\n")[1:]]


def configuration(language):
    """The first fenced block of a language in docs/editors.md: what a user of that editor writes."""
    return blocks(document("editors.md"), language)[0]


def example(name):
    """What follows a mark in docs/shotlist.md: a fenced block without its fence, or the rows of a table."""
    rest = document("shotlist.md").split(f"<!-- example: {name} -->\n")[1]
    if rest.startswith("|"):
        rows = rest.split("\n\n")[0].split("\n")[2:]
        return [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in rows]
    return rest.split("\n", 1)[1].split("\n```")[0] + "\n"


def environment(folder):
    """The environment of a user with `krafd` on the `PATH`; `folder` is made and gets a link to it."""
    folder.mkdir()
    (folder / "krafd").symlink_to(pathlib.Path(os.environ["KRAFD"]).resolve())
    return dict(os.environ, PATH=f"{folder}:{os.environ['PATH']}", COLORTERM="truecolor")
