import Foundation
import Testing

struct DocumentationTests {
  private static let classification = SourceTree.text(of: "docs/classification.md")

  /// The rows of the code: what its rules say decided.
  private static let rows: Set<String> = {
    let files = SourceTree.sources.filter { $0.module == "DenialClassification" }
    let texts = files.flatMap(\.lines).filter {
      $0.code.contains("rule: ") || $0.code.contains("return (")
    }
    .flatMap(\.code.quoted)
    return Set(texts.filter { $0.first?.isNumber == true && $0.utf8.count <= 4 })
  }()

  /// The raw values of the causes, in the order of the code.
  private static let causes: [String] =
    SourceTree.text(of: "Sources/DenialClassification/DenialCause.swift")
    .split(separator: "\n").filter { $0.hasPrefix("  case ") && $0.contains(" = \"") }
    .flatMap { String($0).quoted }

  @Test func `the decision table has the rows of the code and no others`() throws {
    let section = try #require(Self.classification.components(separatedBy: "## The table").last)
    let table = section.prefix(upTo: section.range(of: "\n### ")?.lowerBound ?? section.endIndex)
    let documented = String(table).tableRows.map { $0[0] }.filter { $0 != "row" && $0 != "6…" }
    #expect(Self.rows.count > 30)
    #expect(documented.filter { $0 != "---" }.sorted() == Self.rows.sorted())
  }

  @Test func `every cause has its cure and stands in the readme`() {
    let cured = Self.classification.tableRows
      .filter { $0.count == 3 && ["1152", "1153", "1100"].contains($0[0]) }
      .flatMap(\.[1].codeSpans).filter { Self.causes.contains($0) }
    #expect(Self.causes.count > 30)
    #expect(cured == Self.causes)
    let readme = Set(SourceTree.text(of: "README.md").codeSpans)
    #expect(Self.causes.filter { !readme.contains($0) } == [])
  }

  @Test func `every reason that decides on its own is listed with its cause`() {
    let text = SourceTree.text(of: "Sources/DenialClassification/ErrorReason.swift")
    let lines = text.split(separator: "\n").filter {
      $0.hasPrefix("    \"") && $0.contains("\": .")
    }
    #expect(lines.count > 30)
    let documented = Set(Self.classification.codeSpans)
    for reason in lines.flatMap({ String($0).quoted }) {
      #expect(documented.contains(reason), "\(reason)")
    }
  }

  @Test func `every class of the books is explained`() {
    let text = SourceTree.text(of: "Sources/DenialClassification/Verdict.swift")
    let names = text.split(separator: "\n").filter {
      $0.hasPrefix("  case ") && $0.contains(" = \"")
    }
    .flatMap { String($0).quoted }
    #expect(names.count > 5)
    let documented = Set(Self.classification.codeSpans)
    #expect((names + ["ok", "capacity"]).filter { !documented.contains($0) } == [])
  }

  @Test func `every field of a record is explained`() {
    let text = ["DenialRecord+Writing", "DenialDetails+Records"]
      .map { SourceTree.text(of: "Sources/DenialAggregation/Records/\($0).swift") }.joined()
    var fields: [String] = []
    for call in ["member(", "key("] {
      for part in text.components(separatedBy: call).dropFirst() {
        let argument = part.drop { $0.isWhitespace }
        if argument.first == "\"" { fields.append(String(argument).quoted[0]) }
      }
    }
    #expect(fields.count > 50)
    let documented = Set(
      SourceTree.text(of: "docs/records.md").components(separatedBy: "```").joined().codeSpans)
    #expect(fields.filter { !documented.contains($0) } == [])
  }

  @Test func `links between the documents lead somewhere`() {
    for name in [
      "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/classification.md", "docs/codes.md",
      "docs/filters.md", "docs/nightly.md", "docs/performance.md", "docs/perimeters-and-quotas.md",
      "docs/records.md",
      "docs/roles.md",
    ] {
      let folder = SourceTree.root.appending(path: name).deletingLastPathComponent()
      for part in SourceTree.text(of: name).components(separatedBy: "](").dropFirst() {
        let target = part.prefix { $0 != ")" }
        if target.contains("://") { continue }
        let pieces = target.split(separator: "#", omittingEmptySubsequences: false)
        let path =
          pieces[0].isEmpty
          ? SourceTree.root.appending(path: name) : folder.appending(path: String(pieces[0]))
        #expect(FileManager.default.fileExists(atPath: path.path), "\(name): \(target)")
        guard pieces.count > 1, let text = try? String(contentsOf: path, encoding: .utf8) else {
          continue
        }
        let anchors = text.split(separator: "\n").filter { $0.hasPrefix("#") }.map(Self.anchor)
        #expect(anchors.contains(String(pieces[1])), "\(name): \(target)")
      }
    }
  }

  /// The anchor that GitHub gives a heading.
  private static func anchor(_ heading: Substring) -> String {
    heading.drop { $0 == "#" || $0 == " " }.lowercased()
      .filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
      .replacing(" ", with: "-")
  }
}
