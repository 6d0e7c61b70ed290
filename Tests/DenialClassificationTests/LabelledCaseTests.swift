import AuditLog
import Testing

@testable import DenialClassification

struct LabelledCaseTests {
  private static let expectedCount = 284

  @Test func `no case of the project is lost or said twice`() throws {
    let path = "Tests/DenialClassificationTests/Fixtures/labelled.jsonl"
    #expect(LabelledCase.fixtures.count == (try TestFiles.lines(of: path).count))
    #expect(LabelledCase.fixtures.count >= Self.expectedCount)
    #expect(Set(LabelledCase.fixtures.map(\.id)).count == LabelledCase.fixtures.count)
  }

  @Test(arguments: LabelledCase.fixtures)
  func `a case is judged as labelled`(labelled: LabelledCase) throws {
    let judgement = Judgement(try LogEntry(line: labelled.line.utf8.span))
    #expect(Answer(judgement.verdict) == labelled.expected)
    #expect((judgement.denial != nil) == (labelled.expected.description.hasPrefix("1")))
  }

  @Test(
    .enabled(
      if: TestFiles.exists(LabelledCase.sharedPath),
      "../shared/cases is not beside this repository: its labelled cases were not judged"),
    arguments: LabelledCase.shared)
  func `a case of the common desk is judged as labelled`(labelled: LabelledCase) throws {
    let judgement = Judgement(try LogEntry(line: labelled.line.utf8.span))
    #expect(Answer(judgement.verdict) == labelled.expected)
  }

  /// The rows of `docs/classification.md`.
  private static let rows = [
    "0", "1", "1b", "2", "3", "4", "5", "5b", "5c", "6a", "6a2", "6b0", "6b", "6c", "6d", "6e",
    "6f", "6g", "6h", "6i", "6j", "7", "8", "9", "10a", "10b", "10c", "10d", "10e", "10f", "10g",
    "10h", "10i", "11", "12", "13",
  ]

  @Test(arguments: rows)
  func `every row of the table decides some case`(row: String) {
    #expect(Self.rules.contains(row))
  }

  @Test func `no case is decided by a row that the table does not have`() {
    #expect(Set(Self.rules).subtracting(Self.rows) == [])
  }

  private static let rules: [String] = LabelledCase.fixtures.compactMap { labelled in
    guard let entry = try? LogEntry(line: labelled.line.utf8.span) else { return nil }
    return Judgement(entry).verdict.rule
  }
}
