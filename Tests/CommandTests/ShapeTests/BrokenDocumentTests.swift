import DenialAggregation
import Foundation
import Testing

@testable import DenialsReport

/// Arrays and the like that are not whole: what can be read is, and the rest is said and counted.
struct BrokenDocumentTests {
  private static let entries = ["a", "b", "c"].map { EntryText(insertID: $0).line }

  /// What stands in front of the second of three entries, and what is said of it.
  private static let obstacles: [(text: String, reasons: [String])] = [
    ("garbage,", ["not valid JSON at byte 0 (document 2, 7 bytes from byte @)"]),
    (
      "7 , null,",
      [
        "JSON, but not an object; a log entry is one object a line (document 2, 2 bytes from byte @)",
        "JSON, but not an object; a log entry is one object a line"
          + " (document 3, 4 bytes from byte @+4)",
      ]
    ),
    ("{\"a\":NaN},", ["not valid JSON at byte 5 (document 2, 9 bytes from byte @)"]),
    ("{\"a\":{\"b\"}},", ["not valid JSON at byte 9 (document 2, 11 bytes from byte @)"]),
    (
      "{\"message\":{\"data\":\"?\"}},",
      ["a Pub/Sub message whose data is not base64 (document 2, 24 bytes from byte @)"]
    ),
  ]

  @Test(arguments: obstacles.indices, ["", "\n  "])
  func `what is no entry among documents is named with its place, and costs no other`(
    index: Int, space: String
  ) throws {
    let (obstacle, reasons) = Self.obstacles[index]
    let before = "[" + space + Self.entries[0] + "," + space
    let text = before + obstacle + space + Self.entries[1] + "," + space + Self.entries[2] + "\n]"
    let offset = before.utf8.count
    let line = space.isEmpty ? 1 : 3
    let expected = reasons.map { reason in
      "x:\(line): "
        + reason.replacing("@+4", with: "\(offset + 4)").replacing("@", with: "\(offset)")
    }
    for batchBytes in [1, 1 << 19] {
      let reading = try Reading(text, batchBytes: batchBytes)
      #expect(reading.diagnostics == expected)
      #expect(reading.books.denials == 3)
      #expect(reading.books.malformed == reasons.count)
      #expect(reading.books.lines == 3 + reasons.count)
      #expect(reading.books.blank == 0 && reading.books.balance)
    }
  }

  @Test func `every beginning of an array has its whole entries and one that is cut off`() throws {
    let entries = [#"{"a":"]},{\""}"#, #"{"protoPayload":{"status":{"code":7}}}"#, "{}"]
    let compact = "[" + entries.joined(separator: ",") + "]"
    for text in [compact, prettyArray(of: entries)] {
      let bytes = Array(text.utf8)
      let end = try #require(bytes.lastIndex(of: UInt8(ascii: "]")))
      var entryCounts: [Int] = []
      for count in 1..<bytes.count {
        let reading = try Reading(Array(bytes[..<count]), batchBytes: 1)
        #expect(reading.books.balance)
        #expect(reading.books.malformed == (count > end ? 0 : 1), "\(count)")
        entryCounts.append(reading.books.entries)
      }
      #expect(entryCounts == entryCounts.sorted() && entryCounts.last == 3)
    }
  }

  @Test func `an array that is cut off between entries is said to be`() throws {
    let text = "[\n  {},\n  {},\n"
    let reading = try Reading(text)
    #expect(
      reading.diagnostics == [
        "x:4: cut off at byte 1, inside a JSON value (document 3, 0 bytes from byte \(text.count))"
      ])
    #expect(reading.books.entries == 2 && reading.books.malformed == 1)
  }

  /// Where another array could be the value that is missing, it is taken for that.
  @Test func `an array behind one that was cut off is read, unless it fits into the cut`() throws {
    let array = prettyArray(of: Self.entries)
    for count in stride(from: 1, to: array.utf8.count - 2, by: 61) {
      let beginning = Array(array.utf8.prefix(count))
      let last = beginning.last { $0 > 0x20 }
      if last == UInt8(ascii: ":") || last == UInt8(ascii: "[") { continue }
      let reading = try Reading(beginning + Array(array.utf8))
      #expect(reading.books.denials == 3, "\(count)")
      #expect(reading.books.malformed <= 1 && reading.books.balance)
    }
  }

  @Test(arguments: [
    ("[]", 0), ("[]\n", 0), ("[[],[]]", 0), ("[]\n{}", 1), ("[]\n[{}]", 1),
    ("[{}]\n{}\n[{},{}]", 4),
    ("[[{}],[{},[{}]]]", 3),
  ])
  func `empty arrays hold nothing, and what follows an array is read`(text: String, entries: Int)
    throws
  {
    let reading = try Reading(text)
    #expect(reading.books.entries == entries && reading.books.lines == entries)
    #expect(reading.diagnostics == [])
  }

  @Test func `an array without entries is no failure`() throws {
    let result = try Workspace().run([], input: Data("[]\n".utf8))
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.text.hasPrefix("No log entries were read"))
  }

  @Test(arguments: [
    (#"["a","b","c","d"]"#, "x: not a log: none of its 4 documents is a log entry"),
    ("[\"a\"]", "x:1: JSON, but not an object; a log entry is one object a line"),
    ("[\n\"a\"\n]\n", "x:1: cut off at byte 1, inside a JSON value"),
    ("[section]\nkey=1\n", "x:1: not valid JSON at byte 1"),
  ])
  func `an array of something else is no log`(text: String, first: String) throws {
    let reading = try Reading(text)
    #expect(reading.diagnostics.first == first)
    #expect(reading.books.entries == 0 && reading.books.malformed > 0 && reading.books.balance)
  }

  @Test func `ten documents of a source are named and the others counted`() throws {
    let text = "[\(Self.entries[0]),\((1...12).map { "x\($0)" }.joined(separator: ","))]"
    let reading = try Reading(text, batchBytes: 1)
    #expect(reading.diagnostics.count == 11)
    #expect(reading.diagnostics.last == "x: 2 more documents that were not read")
    #expect(
      reading.diagnostics.first?.hasPrefix("x:1: not valid JSON at byte 0 (document 2, ") == true)
    #expect(reading.diagnostics[9].contains("(document 11, "))
  }

  @Test func `the limit is for an entry, not for the line that an array is`() throws {
    var long = EntryText(insertID: "long")
    long.more["request"] = ["prompt": String(repeating: "x", count: 300_000)]
    let entries = [Self.entries[0], long.line, Self.entries[1], Self.entries[2]]
    for text in ["[\(entries.joined(separator: ","))]", prettyArray(of: entries)] {
      for batchBytes in [1, 1 << 19] {
        let reading = try Reading(text, maxEntryBytes: 5000, batchBytes: batchBytes)
        #expect(reading.books.denials == 3 && reading.books.oversize == 1)
        #expect(reading.books.lines == 4 && reading.books.malformed == 0)
        #expect(reading.books.uncompressedBytes == text.utf8.count)
        #expect(reading.diagnostics.count == 1)
        let message = try #require(reading.diagnostics.first)
        #expect(
          message.contains(
            ": longer than 5000 bytes, not read; see --max-entry-bytes (document 2, "))
      }
    }
  }

  @Test func `damage in gzip ends a document, and the next member is read`() throws {
    let workspace = try Workspace()
    let array = prettyArray(of: EntryText.lines(400))
    let first = try GzipTool.member(array)
    let second = try GzipTool.member(prettyArray(of: EntryText.lines(8, prefix: "b")))
    try workspace.file("x.gz", first.prefix(first.count / 2) + second)
    for batchBytes in ["1", "4194304"] {
      let result = try workspace.json("x.gz", "--batch-bytes", batchBytes)
      #expect(result.status == 3)
      let report = try result.report()
      #expect(report.books.denials > 10 && report.books.denials < 102)
      #expect(report.books["corruptSources"] == 1)
      #expect((1...20).contains(report.books["malformed"]), "what the damage made of the text")
      report.expectBalance()
      #expect(result.errorLines.count > 1)
      let records = try workspace.extract("x.gz", "--batch-bytes", batchBytes).text
      #expect(records.contains(#""insertId":"e0""#) && records.contains(#""insertId":"b0""#))
      #expect(records.contains(#""insertId":"b4""#))
    }
  }

  @Test func `what follows damage in the middle of a document is not taken for one`() throws {
    let text = Array(prettyArray(of: EntryText.lines(60)).utf8)
    // A member that begins with an object inside a document, in the last third.
    let inner = Array("        {\n          \"granted\"".utf8)
    let start = try #require(
      (text.count * 2 / 3..<text.count).first { text[$0...].starts(with: inner) })
    let cuts = [0, text.count / 3, start, text.count]
    var members = try zip(cuts, cuts.dropFirst()).map { try GzipTool.member(Data(text[$0..<$1])) }
    let middle = members[1].count / 2
    members[1].replaceSubrange(middle..<middle + 8, with: Data(repeating: 0xff, count: 8))
    let workspace = try Workspace()
    let report = try workspace.json(workspace.file("x.gz", Data(members.joined()))).report()
    #expect(report.books["corruptSources"] == 1)
    #expect((2...9).contains(report.books["malformed"]))
    #expect(report.books.entries > 35)
    #expect(report.books.otherClasses["not-an-audit-entry"] == 0)
    report.expectBalance()
  }

  @Test func `documents of one line are named in their order, whoever scanned them`() throws {
    let documents = (0..<40).map { number in
      number % 2 == 0 ? "{\"bad\(number)\"}" : EntryText.lines(9).joined(separator: ",")
    }
    let text = "[\(documents.joined(separator: ","))]"
    let reading = try Reading(text, batchBytes: 1)
    let offsets = reading.diagnostics.compactMap { message in
      message.split(separator: " ").last.flatMap { Int($0.dropLast()) }
    }
    #expect(reading.diagnostics.count == 11)
    #expect(offsets.count == 10 && offsets == offsets.sorted())
    let first = reading.diagnostics.prefix(10).map { $0.prefix { $0 != "(" } }
    #expect(Set(first) == ["x:1: not valid JSON at byte 7 ", "x:1: not valid JSON at byte 8 "])
    #expect(try Reading(text, batchBytes: 1 << 22).diagnostics == reading.diagnostics)
  }
}
