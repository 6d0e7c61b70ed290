import AuditLog
import Testing

@testable import DenialClassification

/// One source of truth: the rows, the page that shows them, and the verdicts that name them.
struct RuleRowTests {
  /// The cells of the table on the page, without its head.
  private static let documented: [[String]] = {
    let lines = (try? TestFiles.lines(of: "docs/classification.md")) ?? []
    let table = lines.drop { $0 != "## The table" }.prefix { !$0.hasPrefix("### ") }
    return table.filter { $0.hasPrefix("| ") && $0.hasSuffix(" |") }.dropFirst()
      .map { cells(of: $0) }
  }()

  private static func cells(of line: String) -> [String] {
    var line = line
    // An empty cell has one space only.
    line.replace(" | |", with: " |  |")
    return line.dropFirst(2).dropLast(2).split(
      separator: " | ", omittingEmptySubsequences: false
    ).map { unlinked(String($0)) }
  }

  /// The text without the targets of its links.
  private static func unlinked(_ text: String) -> String {
    text.replacing(#/\[([^\]]+)\]\([^)]+\)/#) { String($0.output.1) }
  }

  @Test func `the page has the rows of the code, in the same order and words`() throws {
    let documented = Self.documented.filter { $0[0] != "6…" }
    #expect(documented.map { $0[0] } == RuleRow.all.map(\.name))
    for (cells, row) in zip(documented, RuleRow.all) {
      try #require(cells.count == 3)
      #expect(cells[1] == row.condition)
      #expect(cells[2] == Self.answerCell(of: row))
    }
    let family = try #require(Self.documented.first { $0[0] == "6…" })
    #expect(family[1] == RuleRow.quotaCondition)
  }

  /// Such as ``1100 `api-key-expired`; `api-key-invalid` ``, each code once.
  private static func answerCell(of row: RuleRow) -> String {
    if row.name == "5" { return "the cause listed there" }
    var code: DenialCode?
    return row.answers.map { answer in
      switch answer {
      case .other(let entryClass): return entryClass.rawValue
      case .denial(let cause):
        let isNew = cause.code != code
        code = cause.code
        return (isNew ? "\(cause.code.rawValue) " : "") + "`\(cause.rawValue)`"
      }
    }.joined(separator: "; ")
  }

  @Test(arguments: LabelledCase.fixtures)
  func `a verdict names a row that can answer so`(labelled: LabelledCase) throws {
    let verdict = Judgement(try LogEntry(line: labelled.line.utf8.span)).verdict
    let row = try #require(RuleRow(named: verdict.rule))
    #expect(row.answers.contains(verdict.answer))
  }

  @Test func `every answer of every row is that of some case`() throws {
    var seen: [String: Set<Verdict.Answer>] = [:]
    for labelled in LabelledCase.fixtures {
      let verdict = Judgement(try LogEntry(line: labelled.line.utf8.span)).verdict
      seen[verdict.rule, default: []].insert(verdict.answer)
    }
    for row in RuleRow.all {
      #expect(seen[row.name] == Set(row.answers), "row \(row.name)")
    }
  }

  @Test func `names are told apart, and rivals are rows that answer otherwise`() throws {
    #expect(Set(RuleRow.all.map(\.name)).count == RuleRow.all.count)
    for row in RuleRow.all {
      for rival in row.rivals {
        let other = try #require(RuleRow(named: rival.row), "\(row.name) has a rival \(rival.row)")
        #expect(Set(other.answers) != Set(row.answers))
        #expect(!rival.mark.isEmpty)
      }
    }
  }

  @Test func `the rank of a row is its place, and of another name the last`() {
    let names = RuleRow.all.map(\.name)
    #expect(names.map(DecisionTable.rank) == Array(names.indices))
    #expect(names.first == "0" && names.last == "13")
    for name in ["", "14", "6", "10H", "6c ", "é"] {
      #expect(DecisionTable.rank(ofRow: name) == names.count)
    }
    #expect(DecisionTable.rank(ofRow: "6b0") < DecisionTable.rank(ofRow: "6b"))
    #expect(DecisionTable.rank(ofRow: "9") < DecisionTable.rank(ofRow: "10a"))
  }

  // MARK: Other tables of the page

  /// The rows of the table under a heading, without its head.
  private static func table(under heading: String) -> [[String]] {
    let lines = (try? TestFiles.lines(of: "docs/classification.md")) ?? []
    let section = lines.drop { $0 != heading }.dropFirst().prefix { !$0.hasPrefix("#") }
    return section.filter { $0.hasPrefix("| ") && $0.hasSuffix(" |") }.dropFirst()
      .map { cells(of: $0).map { $0.replacing("`", with: "") } }
  }

  @Test func `the page says of every cause what fixes it, in the words of the code`() {
    let expected = DenialCause.allCases.map { cause in
      [String(cause.code.rawValue), cause.rawValue, cause.remedy]
    }
    #expect(Self.table(under: "## From cause to cure") == expected)
  }

  @Test func `the page lists every class of entries that are no denials`() {
    let names = Self.table(under: "## What is no denial").map { $0[0] }
    #expect(
      names.flatMap { $0.split(separator: ", ") }.map(String.init)
        == EntryClass.allCases.map(\.rawValue))
  }
}
