"""MessagePack, as much of it as Neovim speaks. Source: the MessagePack specification."""

import struct


class Extension:
    """A handle of Neovim's: a buffer, window or page of tabs."""

    def __init__(self, kind, data):
        self.kind, self.data = kind, data


def pack(value):
    """The bytes of a value."""
    if value is None:
        return b"\xc0"
    if value is True or value is False:
        return b"\xc3" if value else b"\xc2"
    if isinstance(value, int):
        if 0 <= value < 128:
            return struct.pack("B", value)
        return b"\xd3" + struct.pack(">q", value)
    if isinstance(value, float):
        return b"\xcb" + struct.pack(">d", value)
    if isinstance(value, str):
        data = value.encode()
        return b"\xdb" + struct.pack(">I", len(data)) + data
    if isinstance(value, bytes):
        return b"\xc6" + struct.pack(">I", len(value)) + value
    if isinstance(value, (list, tuple)):
        return b"\xdd" + struct.pack(">I", len(value)) + b"".join(map(pack, value))
    if isinstance(value, dict):
        pairs = b"".join(pack(key) + pack(item) for key, item in value.items())
        return b"\xdf" + struct.pack(">I", len(value)) + pairs
    if isinstance(value, Extension):
        return b"\xc7" + struct.pack("BB", len(value.data), value.kind) + value.data
    raise TypeError(type(value))


class Unpacker:
    """Reads values from a binary stream that blocks."""

    fixed = {0xC0: None, 0xC2: False, 0xC3: True}
    numbers = {
        0xCA: ">f",
        0xCB: ">d",
        0xCC: ">B",
        0xCD: ">H",
        0xCE: ">I",
        0xCF: ">Q",
        0xD0: ">b",
        0xD1: ">h",
        0xD2: ">i",
        0xD3: ">q",
    }

    def __init__(self, stream):
        self.stream = stream

    def take(self, count):
        data = self.stream.read(count)
        if len(data) < count:
            raise EOFError
        return data

    def number(self, form):
        return struct.unpack(form, self.take(struct.calcsize(form)))[0]

    def text(self, count):
        return self.take(count).decode("utf-8", "surrogateescape")

    def array(self, count):
        return [self.value() for _ in range(count)]

    def table(self, count):
        return {self.value(): self.value() for _ in range(count)}

    def extension(self, count):
        kind = self.number(">b")
        return Extension(kind, self.take(count))

    def value(self):
        head = self.number("B")
        if head < 0x80:
            return head
        if head >= 0xE0:
            return head - 0x100
        if head < 0x90:
            return self.table(head & 15)
        if head < 0xA0:
            return self.array(head & 15)
        if head < 0xC0:
            return self.text(head & 31)
        if head in self.fixed:
            return self.fixed[head]
        if head in self.numbers:
            return self.number(self.numbers[head])
        sized = {
            0xC4: (">B", self.take),
            0xC5: (">H", self.take),
            0xC6: (">I", self.take),
            0xC7: (">B", self.extension),
            0xC8: (">H", self.extension),
            0xC9: (">I", self.extension),
            0xD9: (">B", self.text),
            0xDA: (">H", self.text),
            0xDB: (">I", self.text),
            0xDC: (">H", self.array),
            0xDD: (">I", self.array),
            0xDE: (">H", self.table),
            0xDF: (">I", self.table),
        }
        if head in sized:
            form, read = sized[head]
            return read(self.number(form))
        if 0xD4 <= head <= 0xD8:
            return self.extension(1 << (head - 0xD4))
        raise ValueError(f"no value begins with {head:#x}")
