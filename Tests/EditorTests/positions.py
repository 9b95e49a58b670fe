"""Positions in texts as the Language Server Protocol defines them, worked out in Python alone.

Lines end with LF, CRLF or CR, and with nothing else. A character counts its bytes in utf-8, its 16-bit units in utf-16, one in
utf-32. A character beyond a line's end means that end, a line beyond the text the text's end.
"""

import re

UNITS = {
    "utf-8": lambda text: len(text.encode("utf-8")),
    "utf-16": lambda text: len(text.encode("utf-16-le")) // 2,
    "utf-32": len,
}
END = re.compile(r"\r\n|\n|\r")


def place(line, character):
    """A position as an editor says it."""
    return {"line": line, "character": character}


def lines(text):
    """The first and the last offset of each line, without its end."""
    starts, ends = [0], []
    for end in END.finditer(text):
        ends.append(end.start())
        starts.append(end.end())
    return list(zip(starts, ends + [len(text)]))


def position(text, offset, encoding):
    """An offset as an editor says it."""
    for number, (start, end) in enumerate(lines(text)):
        if start <= offset <= end:
            return place(number, UNITS[encoding](text[start:offset]))
    raise ValueError(f"{offset} lies inside a line end")


def offset(text, where, encoding):
    """A position as an offset."""
    known = lines(text)
    if where["line"] >= len(known):
        return len(text)
    start, end = known[where["line"]]
    while end > start and UNITS[encoding](text[start:end]) > where["character"]:
        end -= 1
    return end


def span(text, part, encoding, after=0):
    """The range of a part of a text, the first behind `after`."""
    start = text.index(part, after)
    return {"start": position(text, start, encoding), "end": position(text, start + len(part), encoding)}


def changed(text, change, encoding):
    """A text after one change: a range and what takes its place."""
    part, new = change
    return text[:offset(text, part["start"], encoding)] + new + text[offset(text, part["end"], encoding):]
