#!/usr/bin/env python3
"""Writes JSON documents, good and bad, for comparing two JSON readers.

usage: json_documents.py SEED COUNT OUT

OUT gets COUNT documents in the framing that json_oracle.py reads: four bytes of length,
big-endian, then the document. Equal seeds give equal files: only `random.random()` is used, the one
method whose sequence Python promises to keep. About half of the documents are bad, and whether one
is bad is for the oracle to say: a mutation may well leave a document valid.
"""

import random
import struct
import sys

GOOD_NUMBERS = """0 -0 1 -1 7 10 0.0 0.10 -0.5 1.5 1e5 1E5 1e+5 1E-5 -1.25e+30 0e0 0E+00 123456789
    1e400 -1e-400 9007199254740993 18446744073709551616 3.141592653589793238462643383279""".split()
BAD_NUMBERS = """01 -01 00 1. .5 - + +1 1e 1e+ 1E- 1.e5 -.5 --1 0x10 1_000 1,5 NaN Infinity
    -Infinity nan inf 1e5.5 1d 0b1 ٣ １""".split()
BAD_TEXTS = [
    "tru", "True", "nul", "nulll", "falsey", "undefined", "'a'", "{a:1}", "[1,]", "[,1]", "[1 2]",
    '{"a":1,}', '{"a"}', '{"a" 1}', '{"a":}', "{1:2}", "{null:1}", "[", "]", "{", "}", '"', "", " ",
    "1 2", "{}{}", "[]]", "[1]garbage", "// c\n1", "/**/1", "1;", "\ufeff{}", "\u00a0{}",
    "{}\u2028", "\x0b1", "1\x0c", "\x00", "1\x00", '"a\nb"', '"a\tb"', '"\x00"', '"\x1f"',
    '"\\x41"', '"\\u12"', '"\\u12g4"', '"\\U0041"', '"\\', '"\\"', '"\\ud800', '"\\+041"',
    '"\\u 041"', '"\\u+041"',
]
# Each breaks RFC 3629 in its own way: overlong forms, encoded surrogates, too high, stray, cut off.
BAD_UTF8 = [
    b"\xc0\x80", b"\xc1\xbf", b"\xe0\x80\x80", b"\xe0\x9f\xbf", b"\xf0\x80\x80\x80",
    b"\xf0\x8f\xbf\xbf", b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xed\xa0\xbd\xed\xb8\x80",
    b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xff", b"\xfe", b"\x80",
    b"\xbf", b"\xc3", b"\xe2\x82", b"\xf0\x9f\x9a", b"\xc3\x28", b"\xe2\x28\xa1",
    b"\xf0\x28\x8c\xbc",
]
WIDE = """é ß \u007f \u0080 \u07ff \u0800 \ud7ff \ue000 \uff5e \ufffd \ufffe \uffff \ufeff
    \U00010000 \U0001f680 \U0010ffff e\u0301""".split() + ["\u2028"]
ESCAPES = r"""\" \\ \/ \b \f \n \r \t \u0000 \u001f \u00E9 \u00e9 \uD83D\uDE80 \ud83d\ude80 \uFFFF
    \u2028""".split()
LONE_SURROGATES = r"""\ud800 \udfff \ude80\ud83d \ud83d\u0041 \ud83dx \ud83d\ud83d\ude80 \ud800\n
    \udbff\ue000 \ud83d🚀 \ud83d\\ude80""".split()
NAMES = """protoPayload status code message details granted permission resource insertId logName
    timestamp a ~ ﾟ 😀 status.code a/b @type""".split() + ["", "name with space"]
PIECES = ["permission", "quota exceeded", "{[:,]}", "x" * 40, "'", "7", "null"]
SPACES = ["", "", "", " ", "\n", "\t", "\r\n", "  \t\r\n ", " " * 17]
CORES = ["", "1", '"[["']


class Documents:
    """A source of documents, all drawn from one seed."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, bound):
        return int(self.random() * bound)

    def pick(self, choices):
        return choices[self.below(len(choices))]

    def chance(self, probability):
        return self.random() < probability

    def space(self):
        return self.pick(SPACES) if self.loose else ""

    def string(self, content=None):
        """A string literal; some characters of the content turn into escapes."""
        if content is None:
            content = "".join(self.piece() for _ in range(self.below(6)))
            return f'"{content}"'
        escaped = (f"\\u{ord(c):04x}" if c < "\u0080" and self.chance(0.2) else c for c in content)
        return '"' + "".join(escaped if self.chance(0.15) else content) + '"'

    def piece(self):
        roll = self.random()
        if roll < 0.45:
            return self.pick(PIECES)
        if roll < 0.65:
            return self.pick(WIDE)
        return self.pick(LONE_SURROGATES) if roll < 0.72 else self.pick(ESCAPES)

    def value(self, depth=0):
        roll = self.random()
        if depth < 6 and roll < 0.5 - depth * 0.04:
            return self.container(depth)
        if roll < 0.7:
            return self.string()
        if roll < 0.9:
            return self.pick(GOOD_NUMBERS)
        return self.pick(["true", "false", "null"])

    def container(self, depth):
        items = [self.value(depth + 1) for _ in range(self.below(5))]
        if self.chance(0.5):
            return self.wrapped("[", items, "]")
        return self.wrapped("{", [self.member(item) for item in items], "}")

    def member(self, value, name=None):
        # Few names for many members: duplicates come by themselves.
        name = self.pick(NAMES) if name is None and self.chance(0.9) else name
        literal = self.string(name)
        return f"{literal}{self.space()}:{self.space()}{value}"

    def wrapped(self, opening, items, closing):
        comma = lambda: f"{self.space()},{self.space()}"
        body = "".join((comma() if index else "") + item for index, item in enumerate(items))
        return f"{opening}{self.space()}{body}{self.space()}{closing}"

    def audit_entry(self):
        """The outline of an audit log entry, with escaped names and repeated members."""
        status = self.wrapped("{", [self.member(self.pick(["7", "8", "403", '"7"']), "code"),
                                    self.member(self.string(), "message")], "}")
        permission = self.string("aiplatform.endpoints.predict")
        check = self.wrapped("{", [self.member(self.pick(["true", "false"]), "granted"),
                                   self.member(permission, "permission")], "}")
        payload = [self.member(status, "status"), self.member(f"[{check}]", "authorizationInfo"),
                   self.member(self.value(2), "request"), self.member(self.value(2), "response")]
        if self.chance(0.3):
            payload.append(self.member("{}", "status"))
        members = [self.member(self.wrapped("{", payload, "}"), "protoPayload"),
                   self.member(self.string(), "insertId"), self.member(self.value(3), "labels")]
        return self.wrapped("{", members[:: self.pick([1, -1])], "}")

    def nested(self):
        """Containers around the depth limit; with 512 open the document is still good."""
        depth = self.pick([2, 64, 510, 511, 512, 512, 513, 514, 600])
        kind = self.below(3)
        opening = ["[" if kind == 0 or (kind == 2 and i % 2) else '{"a":' for i in range(depth)]
        closing = ["]" if part == "[" else "}" for part in reversed(opening)]
        core = self.pick(CORES) if opening[-1] == "[" else "1"
        return "".join(opening) + core + "".join(closing)

    def good(self):
        self.loose = self.chance(0.4)
        roll = self.random()
        text = self.audit_entry() if roll < 0.35 else self.nested() if roll < 0.4 else self.value()
        return f"{self.space()}{text}{self.space()}".encode()

    def bad(self):
        """A document that is broken on purpose, in one place."""
        good = self.good()
        roll = self.random()
        if roll < 0.2:
            return self.mutated(good)
        if roll < 0.3:
            return good[: self.below(len(good))]
        if roll < 0.55:
            broken = self.pick(BAD_NUMBERS if self.chance(0.5) else BAD_TEXTS).encode()
        elif roll < 0.75:
            filler = b"x" * self.below(20)
            broken = b'"' + filler + self.pick(BAD_UTF8) + self.pick([b"", b"x", filler]) + b'"'
        elif roll < 0.9:
            broken = b'"' + b"y" * self.below(20) + bytes([self.below(32)]) + b'"'
        else:
            broken = b'"\\' + bytes([self.below(256)]) + b'"'
        frames = [(b"", b""), (b"[", b"]"), (b'{"status":', b"}"), (b"[1, ", b" ,2]")]
        before, after = self.pick(frames)
        return before + broken + after

    def mutated(self, document):
        """One to three byte-level accidents: flip, insert, delete, swap, splice."""
        data = bytearray(document)
        for _ in range(1 + self.below(3)):
            at, other = self.below(len(data) + 1), self.below(len(data) + 1)
            kind = self.below(5)
            if kind == 0 and at < len(data):
                data[at] ^= 1 << self.below(8)
            elif kind == 1:
                structural = self.chance(0.7)
                data.insert(at, self.pick(b'{}[]",:\\ \n0e-') if structural else self.below(256))
            elif kind == 2 and at < len(data):
                del data[at]
            elif kind == 3 and max(at, other) < len(data):
                data[at], data[other] = data[other], data[at]
            else:
                data[at:at] = data[min(at, other) : max(at, other)][:40]
        return bytes(data)

    def next(self):
        return self.good() if self.chance(0.47) else self.bad()


def main(arguments):
    if len(arguments) != 3:
        print("usage: json_documents.py SEED COUNT OUT", file=sys.stderr)
        return 64
    source = Documents(int(arguments[0]))
    with open(arguments[2], "wb") as file:
        for _ in range(int(arguments[1])):
            document = source.next()
            file.write(struct.pack(">I", len(document)) + document)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
