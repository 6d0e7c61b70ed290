import Foundation
import Testing

/// A record leads back to the entry, whatever shape its source has.
struct DocumentPlaceTests {
  private static let lines = EntryText.lines(9)

  /// A shape, and the line on which each denial begins.
  private static let shapes: [(text: String, lineNumbers: [Int])] = [
    (lines.map { $0 + "\n" }.joined(), [1, 5, 9]),
    ("[" + lines.joined(separator: ",") + "]", [1, 1, 1]),
    ("\u{feff}[\r\n" + lines.joined(separator: ",\r\n") + "\r\n]", [2, 6, 10]),
    (prettyArray(of: lines), pretty(from: 2)),
    (lines.map { prettyText(of: $0) + "\n" }.joined(), pretty(from: 1)),
  ]

  /// The first, fifth and ninth entry of several lines each.
  private static func pretty(from first: Int) -> [Int] {
    var number = first
    return lines.indices.compactMap { index in
      defer { number += prettyText(of: lines[index]).utf8.count { $0 == 0x0a } + 1 }
      return index % 4 == 0 ? number : nil
    }
  }

  @Test(arguments: shapes.indices, ["1", "4194304"])
  func `a record tells the line and the byte where its entry begins`(
    index: Int, batchBytes: String
  ) throws {
    let (text, lineNumbers) = Self.shapes[index]
    let result = try Workspace().extract("--batch-bytes", batchBytes, input: Data(text.utf8))
    let records = try result.lines.dropFirst().dropLast().map(RecordDocument.init)
    #expect(records.map(\.insertId) == ["e0", "e4", "e8"])
    #expect(records.map(\.line) == lineNumbers)
    for record in records {
      let rest = Array(text.utf8).dropFirst(record.byteOffset)
      #expect(rest.first == UInt8(ascii: "{"))
      #expect(text.utf8.prefix(record.byteOffset).count { $0 == 0x0a } == record.line - 1)
    }
  }

  @Test(
    .enabled(if: Program(named: "jq") != nil, "no jq: docs/records.md's recipe was NOT tried"),
    arguments: shapes.indices)
  func `the recipe of docs/records.md prints the entry`(index: Int) throws {
    let workspace = try Workspace()
    try workspace.file("SOURCE.gz", GzipTool.member(Self.shapes[index].text))
    let records = try workspace.extract("SOURCE.gz").lines.dropFirst().dropLast()
      .map(RecordDocument.init)
    #expect(records.count == 3)
    let guide = try String(contentsOfFile: Repository.path("docs/records.md"), encoding: .utf8)
    let recipe = try #require(
      guide.split(separator: "\n").first { $0.contains("tail -c +") }
    ).replacing("SOURCE", with: "SOURCE.gz")
    for record in records {
      let command = recipe.replacing("BYTEOFFSET", with: "\(record.byteOffset)")
      let entry = try workspace.shell("\(command) | jq -r .insertId")
      #expect(entry.text == "\(record.insertId)\n")
    }
  }
}
