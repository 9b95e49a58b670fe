"""Line ends of every kind, and characters that editors count differently: places are told and edits are made exactly where
they are meant. Every place is worked out a second time in Python.

Run by run.sh, which sets KRAFD and PROJECT.
"""

import os
import pathlib
import random
import re

import pytest
from positions import END, changed, place, position, span

URI = (pathlib.Path(os.environ["PROJECT"]) / "hard.kraf").as_uri()
ENDS = ["\n", "\r\n", "\r"]
# Combining marks, writing from right to left, characters outside the basic plane, joined ones, and what looks like a line end.
HARD = [
    "ascii", "e\u0301 combining", "Å\u0323\u0307 two marks", "שָׁלוֹם עולם", "مرحبا \u202eabc\u202c", "👩‍👩‍👧‍👦 family",
    "🏳️‍🌈 flag", "𝕳𝖊𝖗𝖔", "漢字", "𠀀𠀁", "tab\tand\u00a0space", "a\u0085b\u2028c\u2029d no line ends", "zero\u200bwidth",
    "\U0010ffff last",
]


@pytest.mark.parametrize("end", [*ENDS, "mixed"])
def test_a_mistake_behind_hard_characters_is_told_where_it_stands(counting, end):
    ends = ENDS if end == "mixed" else [end]
    rows = ["# Bottle", "@front = photos/bottle-studio.jpg", "## hero"]
    rows += [f"{hard} @none{number} {hard}" for number, hard in enumerate(HARD)]
    text = "".join(row + ends[number % len(ends)] for number, row in enumerate(rows))
    counting.open(URI, text)

    found = [one["range"] for one in counting.diagnostics(URI) if one["code"] == "unknownHandle"]
    assert found == [span(text, f"@none{number}", counting.encoding) for number in range(len(HARD))]


def test_edits_among_hard_characters_change_what_they_say(counting):
    """Every line is a heading, so that the outline shows the whole text; a thousand edits at places of a fixed seed."""
    choice = random.Random(750)
    pieces = [*HARD, "", "x", "\n## hero ", "\r\n## hero ", "\r## hero ", "🍵", "\u0301"]
    text = "".join("## hero " + hard + choice.choice(ENDS) for hard in HARD)
    counting.open(URI, text)
    for version in range(2, 252):
        changes = []
        for _ in range(4):
            changes.append((range_of_names(text, counting.encoding, choice), choice.choice(pieces)))
            text = changed(text, changes[-1], counting.encoding)
        counting.change(URI, version, *changes)
        if version % 10 == 1:
            names = [line.removeprefix("##").strip(" \t") for line in END.split(text) if line]
            assert counting.outline(URI) == names, version


def range_of_names(text, encoding, choice):
    """A range from inside one heading's name to inside the same or the next one's, at times beyond the end of its line."""
    starts = [match.end() for match in re.finditer(r"(?:^|(?<=[\r\n]))## hero ", text)]
    first = choice.randrange(len(starts))
    last = min(first + choice.choice([0, 0, 0, 1]), len(starts) - 1)
    offsets = sorted(choice.randint(starts[one], END.search(text + "\n", starts[one]).start()) for one in (first, last))
    start, end = (position(text, offset, encoding) for offset in offsets)
    if choice.random() < 0.1:
        end["character"] += 10_000
    return {"start": start, "end": end}


def test_a_place_inside_a_character_means_its_beginning(counting):
    counting.open(URI, "# 🍵")
    # In utf-32 the cup is one unit, so that this is its end.
    middle = place(0, 3)
    counting.change(URI, 2, ({"start": middle, "end": middle}, "x"))

    assert counting.outline(URI) == ["🍵x" if counting.encoding == "utf-32" else "x🍵"]


def test_formatting_of_mixed_line_ends_says_the_same_text(counting):
    text = "# B\r\n\r\n\r@front=photos/bottle-studio.jpg   \n##   hero 🍵\rstyle:pure-white\r\n\n\n@front 👩‍👩‍👧 é\u0301   \r"
    counting.open(URI, text)

    edits = counting.formatting(URI)["result"]
    # From the last to the first, so that no edit moves the place of another.
    for edit in sorted(edits, key=lambda one: tuple(one["range"]["start"].values()), reverse=True):
        text = changed(text, (edit["range"], edit["newText"]), counting.encoding)
    assert [line for line in END.split(text) if line] == [
        "# B", "@front = photos/bottle-studio.jpg", "## hero 🍵", "style: pure-white", "@front 👩‍👩‍👧 é\u0301"]


def test_a_mark_of_the_byte_order_is_a_character_and_is_kept(counting):
    text = "\ufeff# Bottle\n\n## hero\n\nseed: 7\n"
    counting.open(URI, text)

    title = counting.symbols(URI)[0]
    assert title["name"] == "Bottle"
    assert title["selectionRange"]["end"] == position(text, len("\ufeff# Bottle"), counting.encoding)
    assert counting.formatting(URI)["result"] == []


def test_control_characters_stay_what_they_are(counting):
    title = "A\x00\x01\x1b[31m\x7f\u0085\u2028\u2029\ufffe\U0010ffffB"
    counting.open(URI, f"# {title}\n\n## hero \x00\n")

    assert counting.outline(URI) == [title, "hero \x00"]
