#!/usr/bin/env python3
"""Says what Python's json module makes of each document of a file.

usage: json_oracle.py FILE

FILE holds documents one after another, each preceded by its length: four bytes, big-endian.
Standard output gets one line for each document, in order: `bad`, or `ok`, a tab and the canonical
text of the value. Exit status 2 when the framing itself is broken.

A document is `ok` when all of this holds:
- its bytes are strict UTF-8, without byte order mark (RFC 3629: no overlong forms, no surrogates);
- it is one JSON value, with any white space out of [space, tab, line feed, carriage return] around;
- it is RFC 8259 JSON: no NaN, no Infinity, no comments, no raw control characters in strings;
- no more than 512 containers are open at once, so `[` 512 times is the deepest nesting.
Lone surrogate escapes are fine and are kept. Of members with equal names the last one counts, where
names are equal when their code points are: `"a"` and `"\\u0061"` are.

Canonical text, made so that any language can write the same bytes (ASCII, no white space):
- object: `{"NAME":VALUE,...}`, members in the order of their names, compared by code point
  (not by UTF-16 unit: U+FF5E comes before U+1F680; a lone surrogate counts as its own number);
- array: `[VALUE,...]`;
- string and member name: the UTF-16 code units, big-endian, as lower-case hex in double quotes,
  so `"A\\ud800"` is `"0041d800"`;
- number: its source text, unchanged (`1E5`, `-0`, `1.0` all stay);
- `true`, `false`, `null`.
"""

import json
import struct
import sys

DEPTH_LIMIT = 512


class Number:
    """A number as the document spells it."""

    def __init__(self, text):
        self.text = text


def reject_constant(name):
    raise ValueError(f"{name} is not JSON")


def is_too_deep(text):
    """Whether more than DEPTH_LIMIT containers are open at once; exact for valid documents.

    An invalid document may be misread here, which does no harm: it is `bad` either way.
    """
    if text.count("[") + text.count("{") <= DEPTH_LIMIT:
        return False
    depth = 0
    in_string = escaped = False
    for character in text:
        if in_string:
            if escaped:
                escaped = False
            elif character == "\\":
                escaped = True
            elif character == '"':
                in_string = False
        elif character == '"':
            in_string = True
        elif character in "[{":
            depth += 1
            if depth > DEPTH_LIMIT:
                return True
        elif character in "]}":
            depth -= 1
    return False


def parse(document):
    """The value of a document; raises ValueError when it is bad."""
    text = document.decode("utf-8", "strict")
    if is_too_deep(text):
        raise ValueError("nested too deeply")
    return json.loads(text, parse_constant=reject_constant, parse_int=Number, parse_float=Number)


def canonical_string(text):
    return '"' + text.encode("utf-16-be", "surrogatepass").hex() + '"'


def canonical(value):
    if isinstance(value, dict):
        # Python compares strings by code point, surrogates included.
        members = (f"{canonical_string(k)}:{canonical(value[k])}" for k in sorted(value))
        return "{" + ",".join(members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, str):
        return canonical_string(value)
    if isinstance(value, Number):
        return value.text
    return {True: "true", False: "false", None: "null"}[value]


def verdict(document):
    try:
        return "ok\t" + canonical(parse(document))
    except ValueError:  # UnicodeDecodeError and JSONDecodeError are both.
        return "bad"


def documents(data):
    """The documents of a framed file; raises EOFError when the framing is broken."""
    offset = 0
    while offset < len(data):
        if offset + 4 > len(data):
            raise EOFError(f"length cut off at byte {offset}")
        (length,) = struct.unpack_from(">I", data, offset)
        offset += 4
        if offset + length > len(data):
            raise EOFError(f"document cut off at byte {offset}")
        yield data[offset : offset + length]
        offset += length


def main(arguments):
    if len(arguments) != 1:
        print("usage: json_oracle.py FILE", file=sys.stderr)
        return 64
    # The depth is bounded above, so this only has to exceed what 512 levels need.
    sys.setrecursionlimit(20000)
    with open(arguments[0], "rb") as file:
        data = file.read()
    try:
        for document in documents(data):
            sys.stdout.write(verdict(document) + "\n")
    except EOFError as error:
        print(f"{arguments[0]}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
