import Foundation
import Testing

@testable import DenialsReport

/// What messages say, and how they show names.
@Suite struct InputErrorTests {
  @Test(arguments: [
    (
      InputError.cannotOpen(.file(InputPath("logs/a.gz")), SystemError(code: ENOENT)),
      "cannot open logs/a.gz: No such file or directory"
    ),
    (
      .cannotRead(.standardInput, SystemError(code: EIO)),
      "cannot read (standard input): Input/output error"
    ),
    (
      .cannotList(InputPath("logs\n"), SystemError(code: EACCES)),
      "cannot list logs\\u{A}: Permission denied"
    ),
  ])
  func `an error says what failed, on what, and why`(error: InputError, text: String) {
    #expect(error.description == text)
  }

  @Test(arguments: [
    (EPERM, "Operation not permitted"), (EISDIR, "Is a directory"), (EMFILE, "Too many open files"),
  ])
  func `an errno has the system's words`(code: CInt, text: String) {
    #expect(SystemError(code: code).description == text)
  }

  @Test func `an errno that the system does not know still has a text`() {
    #expect(SystemError(code: 12345).description.contains("12345"))
  }
}

/// Paths are bytes; only their display is text.
@Suite struct InputPathTests {
  @Test(arguments: [
    ("logs/2026-11-22.json.gz", "logs/2026-11-22.json.gz"),
    ("größe 日本 🚀", "größe 日本 🚀"),
    ("", "\"\""),
    ("a\u{1B}[31mb", "a\\u{1B}[31mb"),
    ("a\r\n\t\u{7F}\u{0}", "a\\u{D}\\u{A}\\u{9}\\u{7F}\\u{0}"),
    ("a\u{9B}2J", "a\\u{9B}2J"),
    ("gpj\u{202E}zg.nosj", "gpj\\u{202E}zg.nosj"),
    ("\u{2066}a\u{2069}", "\\u{2066}a\\u{2069}"),
    ("a\u{200B}b\u{FEFF}", "a\\u{200B}b\\u{FEFF}"),
    ("a\u{2028}b\u{2029}c", "a\\u{2028}b\\u{2029}c"),
    ("a\u{E000}\u{E0041}", "a\\u{E000}\\u{E0041}"),
    ("a\\u{1B}", "a\\\\u{1B}"),
  ])
  func `a name shows without anything that a terminal obeys`(name: String, shown: String) {
    #expect(InputPath(name).displayName == shown)
  }

  @Test(
    arguments: [
      ([0xFF], "\\xFF"),
      ([0x61, 0xC3, 0x28], "a\\xC3("),
      ([0xE2, 0x82], "\\xE2\\x82"),
      ([0xC0, 0xAF], "\\xC0\\xAF"),
      ([0xED, 0xA0, 0x80], "\\xED\\xA0\\x80"),
      ([0xF0, 0x9F, 0x9A, 0x61], "\\xF0\\x9F\\x9Aa"),
      ([0x5C, 0x78, 0x46, 0x46], "\\\\xFF"),
    ] as [([UInt8], String)])
  func `bytes that are no UTF-8 show as numbers`(bytes: [UInt8], shown: String) {
    #expect(InputPath(bytes: bytes).displayName == shown)
  }

  @Test func `no two names of up to two bytes show alike`() {
    // Bytes, as equality of strings takes some scalars for others.
    var shown: Set<[UInt8]> = []
    for first in UInt8.min...UInt8.max {
      shown.insert(Array(InputPath(bytes: [first]).displayName.utf8))
      for second in UInt8.min...UInt8.max {
        shown.insert(Array(InputPath(bytes: [first, second]).displayName.utf8))
      }
    }
    #expect(shown.count == 256 + 65_536)
  }

  @Test(arguments: [("logs", "logs/a"), ("logs/", "logs/a"), ("/", "/a"), (".", "./a")])
  func `a name is appended with one slash`(directory: String, path: String) {
    #expect(InputPath(directory).appending(name: Array("a".utf8)) == InputPath(path))
  }

  @Test func `repaired arguments get their bytes back, in order`() {
    let (first, second): ([UInt8], [UInt8]) = ([0x61, 0xFF], [0x61, 0xFE])
    let raw = [Array("tool".utf8), first, Array("b".utf8), second, Array("a\u{FFFD}".utf8)]
    let repaired = "a\u{FFFD}"
    #expect(
      InputPath.paths(of: [repaired, "b", repaired, repaired, "c"], rawArguments: raw)
        == [
          InputPath(bytes: first), InputPath("b"), InputPath(bytes: second), InputPath(repaired),
          InputPath("c"),
        ])
  }

  @Test func `composed and decomposed names stay two names`() {
    #expect(InputPath("\u{E9}") != InputPath("e\u{301}"))
    let raw = [Array("e\u{301}\u{FFFD}".utf8)]
    #expect(
      InputPath.paths(of: ["\u{E9}\u{FFFD}"], rawArguments: raw) == [InputPath("\u{E9}\u{FFFD}")])
  }
}
