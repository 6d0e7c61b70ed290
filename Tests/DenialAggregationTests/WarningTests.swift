import DenialAggregation
import DenialClassification
import Testing

struct WarningTests {
  private static func ids(_ change: (inout SourceBooks) -> Void) -> [String] {
    var tally = Tally()
    tally.updateBooks(of: 0) { books in
      books.name = "a"
      books.entries = 1
      books.noteDataAccess(of: "aiplatform.googleapis.com")
      change(&books)
    }
    return Report(tally).warnings.map(\.id)
  }

  @Test func `without Data Access entries of Vertex AI zero is not observable`() {
    var tally = Tally()
    tally.updateBooks(of: 0) { books in
      books.entries = 1
      books.noteDataAccess(of: "storage.googleapis.com")
    }
    #expect(Report(tally).warnings.map(\.id).contains("no-data-access-logs"))
    #expect(!Self.ids { _ in }.contains("no-data-access-logs"))
  }

  @Test func `without credential denials zero is not observable`() {
    #expect(Self.ids { _ in } == ["credentials-not-observable"])
  }

  @Test func `nothing is said of an input without entries`() {
    #expect(Report(Tally()).warnings.isEmpty)
  }

  @Test(arguments: [
    EntryClass.unclassifiedExhausted, .unclassifiedStatus, .possibleMaskedDenial,
  ])
  func `what could not be classified is said`(entryClass: EntryClass) {
    #expect(Self.ids { $0[entryClass] = 1 }.contains("unclassified"))
  }

  @Test func `damage is said`() {
    #expect(Self.ids { $0.isCorrupt = true }.contains("late-or-truncated-source"))
    #expect(Self.ids { $0.isUnreadable = true }.contains("late-or-truncated-source"))
  }

  @Test func `a full table is said`() {
    #expect(Self.ids { $0.isCapped = true }.contains("cap-reached"))
  }
}
