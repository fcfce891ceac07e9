"""Writes model packs: named arrays of numbers in one file that is mapped into memory as it is.

All numbers are little-endian.

    offset  bytes  what
    0       8      "LETOPACK"
    8       4      protocol
    12      4      number of sections
    16      8      bytes in the file
    24      72 …   one entry a section: name (32 bytes, NUL-padded), type (1 u8, 2 u16, 3 u32, 4 f32), rank (1 to 4),
                   four dimensions (the unused ones 0), offset of the data (a multiple of 64), its bytes
"""
import os
import struct

PROTOCOL = 1
KINDS = {"B": (1, 1), "H": (2, 2), "I": (3, 4), "f": (4, 4)}


def write_pack(path, sections):
    """Write `sections`, a list of (name, typecode, shape, little-endian bytes), to `path`, all or nothing."""
    offset = (24 + 72 * len(sections) + 63) // 64 * 64
    table, places = [], []
    for name, code, shape, data in sections:
        kind, width = KINDS[code]
        size = width
        for dimension in shape:
            size *= dimension
        if size != len(data):
            raise ValueError(f"section {name}: shape {shape} of {code} is {size} bytes, not {len(data)}")
        dimensions = list(shape) + [0] * (4 - len(shape))
        table.append(struct.pack("<32sII4IQQ", name.encode(), kind, len(shape), *dimensions, offset, len(data)))
        places.append((offset, data))
        offset = (offset + len(data) + 63) // 64 * 64
    with open(path + ".part", "wb") as file:
        file.write(b"LETOPACK" + struct.pack("<IIQ", PROTOCOL, len(sections), offset) + b"".join(table))
        for start, data in places:
            file.write(b"\0" * (start - file.tell()))
            file.write(data)
        file.write(b"\0" * (offset - file.tell()))
    os.replace(path + ".part", path)


def lines(items):
    """The bytes of a section of lines, each with a line feed after it."""
    return "".join(item + "\n" for item in items).encode("utf-8")
