import Foundation
import Testing

/// What is in a file of records, and what must never be.
struct RecordContentTests {
  @Test func `--all gives one line for each entry, with its class`() throws {
    let workspace = try Workspace()
    let lines = try SampleLogs.lines(of: "all.jsonl.gz")
    try workspace.file("log", lines: lines + ["bad", ""])
    let result = try workspace.extract("log", "--all")
    let records = try result.lines.dropFirst().dropLast()
      .filter { !$0.hasPrefix(#"{"class":"operation-half""#) }.map(RecordDocument.init)
    #expect(records.count < result.lines.count - 2, "halves of calls are helpers")
    #expect(records.map(\.line) == Array(1...lines.count))
    #expect(records.allSatisfy { $0.source == "log" })
    let books = try workspace.json("log").report().books
    var counts = records.reduce(into: [:]) { $0[$1.entryClass, default: 0] += 1 }
    #expect(
      counts.removeValue(forKey: "denial") == books.denials + books.merged.values.reduce(0, +))
    #expect(counts.removeValue(forKey: "duplicate") == books.duplicates)
    #expect(counts == books.otherClasses.filter { $0.value > 0 })
  }

  @Test func `the header comes first and a footer for each source last`() throws {
    let workspace = try Workspace()
    for name in ["b", "a"] { try workspace.file(name, lines: EntryText.lines(8, prefix: name)) }
    let lines = try workspace.extract("b", "a").lines
    #expect(lines[0].hasPrefix(#"{"denialRecords":1,"tool":"denials-report "#))
    let sources = try lines[1...4].map { try RecordDocument($0).source }
    #expect(sources == ["b", "b", "a", "a"])
    #expect(lines.count == 7)
    #expect(lines[5].hasPrefix(#"{"footer":{"source":"b","fingerprint":""#))
    #expect(lines[6].hasPrefix(#"{"footer":{"source":"a","fingerprint":""#))
  }

  @Test(.enabled(if: OraclePython.plain != nil, "no python3 here to read the JSON with"))
  func `another reader of JSON takes every line`() throws {
    let workspace = try Workspace()
    let hostile = "\u{0}\u{1b}[2J\u{202e}\"\\\u{2028}\u{1f680}"
    var entry = EntryText(insertID: hostile, principal: hostile, service: hostile)
    entry.more["metadata"] = [hostile: hostile]
    try workspace.file("log", lines: try SampleLogs.mixture() + [entry.line])
    try workspace.file("records", workspace.extract("log", "--all").output)
    let script = """
      import json, sys
      for line in open('records', newline='\\n', encoding='utf-8'):
          assert type(json.loads(line)) is dict
          assert all(c.isprintable() for c in line[:-1]), line
      print('read')
      """
    let python = try #require(OraclePython.plain)
    #expect(try python.run(["-c", script], in: workspace).text == "read\n")
  }

  /// Parts that must be nowhere, each made in pieces so that no scanner finds one in this file.
  private static let secrets = [
    "AI" + "za" + "SyA1234567890abcdefghijklmnopqrstuv",
    "ya" + "29." + "a0AfH6SMBx1234567890abcdefghijklmnopqrstuvwxyz",
    "ey" + "JhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLXNpZ25hdHVyZQ",
  ]

  @Test func `bodies and secrets are in no output`() throws {
    let workspace = try Workspace()
    var lines: [String] = []
    for (index, secret) in Self.secrets.enumerated() {
      for field in 0..<6 {
        var entry = EntryText(insertID: "i\(index)-\(field)")
        let text = "value \(secret) in a text"
        switch field {
        case 0: entry.message = "API key not valid: \(text)"
        case 1: entry.userAgent = text
        case 2: entry.resource = "projects/acme-prod/\(secret)"
        case 3: entry.method = text
        case 4: entry.permission = secret
        default: entry.statusCode = 16
        }
        entry.more["request"] = ["contents": "body-of-request \(secret)"]
        entry.more["response"] = ["candidates": "body-of-response \(secret)"]
        lines.append(entry.line)
      }
    }
    try workspace.file("log", lines: lines)
    for command in [["extract"], ["extract", "--all"], ["-f", "json"], ["-f", "text"]] {
      let text = try workspace.run(command + ["log"]).text
      #expect(text.contains("acme-prod"))
      #expect(!text.contains("body-of-"))
      for secret in Self.secrets { #expect(!text.contains(secret), "\(command)") }
    }
    #expect(try workspace.json("log").report().books.denials == lines.count)
  }
}
