import AuditLog
import DenialClassification
import Testing

@testable import DenialAggregation

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
    #expect(Self.ids { $0[.filteredOut] = 1 } == [])
  }

  private static func report(
    _ selection: Selection = Selection(), _ denials: [DenialCause] = [],
    _ change: (inout SourceBooks) -> Void = { _ in }
  ) -> Report {
    var generator = SeededGenerator(seed: 3)
    var tally = Tally()
    for (offset, cause) in denials.enumerated() {
      var denial = Denial.random(using: &generator)
      denial.cause = cause
      denial.insertID = "i\(offset)"
      // Each is a refusal of its own.
      (denial.operation, denial.split, denial.perimeterID) = (nil, nil, "")
      tally.add(denial, source: 0, byteOffset: offset)
    }
    tally.updateBooks(of: 0) { books in
      books.name = "a"
      books.lines = denials.count + 1
      books.entries = denials.count + 1
      books.denialEntries = denials.count
      books.noteDataAccess(of: "aiplatform.googleapis.com")
      change(&books)
    }
    return Report(
      tally, generatedAt: Report.clock, toolVersion: "test", selection: selection)
  }

  private static func texts(_ id: String, _ report: Report) -> [String] {
    report.warnings.filter { $0.id == id }.map(\.text)
  }

  @Test(arguments: [
    ([DenialCause.quotaExhausted, .billingDisabled, .missingRole], true), ([.apiKeyExpired], false),
    ([.credentialsMissing, .missingRole], false),
  ])
  func `a quota says nothing about keys and tokens`(causes: [DenialCause], isSaid: Bool) throws {
    let id = "credentials-not-observable"
    #expect(Self.texts(id, Self.report(Selection(), causes)).isEmpty != isSaid)
    for (filter, isSaid) in [
      (try DenialFilter(codes: ["1152"]), false), (try DenialFilter(causes: ["quota"]), false),
      (try DenialFilter(principals: ["nobody"], codes: ["1100"]), true),
      (try DenialFilter(causes: ["credentials-expired"]), true),
    ] {
      let filtered = Self.report(Selection(filter: filter), causes)
      #expect(Self.texts(id, filtered).isEmpty != isSaid, "\(filter.words)")
    }
  }

  @Test func `what is not classified is told as a share`() throws {
    let few = Self.report(Selection(), [DenialCause](repeating: .missingRole, count: 37)) {
      $0[.unclassifiedExhausted] = 2
      $0[.possibleMaskedDenial] = 1
    }
    #expect(Self.texts("unclassified", few)[0].hasPrefix("3 entries look like a denial"))
    #expect(Self.texts("unclassified", few)[0].contains(", 7.5% of all that do;"))
    let one = Self.report { $0[.unclassifiedStatus] = 1 }
    #expect(Self.texts("unclassified", one)[0].hasPrefix("1 entry looks like a denial"))
    #expect(Self.texts("unclassified", one)[0].contains(", 100.0% of all that do;"))
    let rare = Self.report {
      $0[.unclassifiedStatus] = 1
      $0.denialEntries = 1 << 40
    }
    #expect(Self.texts("unclassified", rare)[0].contains(", less than 0.1% of all that do;"))
    let filter = try DenialFilter(codes: ["1152"])
    let filtered = Self.report(Selection(filter: filter)) { $0[.unclassifiedStatus] = 1 }
    #expect(Self.texts("unclassified", filtered)[0].contains("could not be classified; the books"))
  }

  private static func hours(_ numbers: some Sequence<Int>) -> [Timestamp] {
    numbers.map { Report.clock.hour.later(byHours: Int64($0) - 100) }
  }

  @Test func `hours without entries are told, with what to do`() {
    let report = Self.report { books in
      for hour in Self.hours((0..<24).filter { $0 != 7 }) { books.note(hour) }
      books.entries = 230
    }
    let texts = Self.texts("hour-gap", report)
    #expect(texts.count == 1)
    #expect(texts[0].hasPrefix("no entry at all in 1 of 24 hours ("))
    #expect(texts[0].contains("look for that time in the bucket"))
    let quiet = Self.report { books in
      for hour in Self.hours((0..<24).filter { $0 != 7 }) { books.note(hour) }
      books.entries = 231
      books[.filteredOut] = 2
    }
    #expect(Self.texts("hour-gap", quiet).isEmpty, "what is left out makes no hour busy")
    let full = Self.report { books in
      for hour in Self.hours((0..<24).filter { $0 != 7 }) { books.note(hour) }
      books.entries = 230
      books.isCapped = true
    }
    #expect(Self.texts("hour-gap", full).isEmpty, "a full table does not know")
  }

  @Test func `a time without any entry is told`() {
    let window = TimeWindow(since: Report.clock.later(byHours: -30))
    let nothing = Self.report(Selection(window: window)) { $0[.filteredOut] = 1 }
    #expect(Self.texts("hour-gap", nothing)[0].hasPrefix("no entry at all since 2026-11-"))
    #expect(nothing.warnings.map(\.id) == ["hour-gap"])
    let denied = Self.report(Selection(window: window), [.missingRole])
    #expect(Self.texts("hour-gap", denied).isEmpty)
  }

  @Test(arguments: [(-4, false), (-3, false), (-2, true), (5, true)])
  func `a sink writes up to three hours late`(hours: Int64, isSaid: Bool) {
    let window = TimeWindow(until: Report.clock.later(byHours: hours))
    let texts = Self.texts("late-or-truncated-source", Self.report(Selection(window: window)))
    #expect(texts.isEmpty != isSaid)
    let complete = Report.clock.later(byHours: hours + 3)
    #expect(texts.allSatisfy { $0.hasSuffix("report again after \(complete)") })
    let open = TimeWindow(since: Report.clock)
    #expect(
      Self.texts("late-or-truncated-source", Self.report(Selection(window: open))).isEmpty)
  }

  @Test func `records that hold a part are told, unless that part was asked for`() throws {
    let day = TimeWindow(since: Report.clock.later(byHours: -48), until: Report.clock)
    let asked = Selection(window: day, filter: try DenialFilter(principals: ["app@*"]))
    let part = Self.report { $0.selection = asked }
    let text = Self.texts("filtered-records", part)[0]
    #expect(text.hasPrefix("the records of a do not hold all that is reported on"))
    #expect(text.contains("since 2026-11-"))
    #expect(text.hasSuffix(", with principal app@*"))
    #expect(Self.texts("filtered-records", Self.report(asked) { $0.selection = asked }).isEmpty)
    #expect(Self.texts("filtered-records", Self.report(asked)).isEmpty)
    let long = try DenialFilter(principals: [String](repeating: "x", count: 1000))
    let cut = Self.report { $0.selection = Selection(filter: long) }
    #expect(Self.texts("filtered-records", cut)[0].utf8.count < 500)
  }

  @Test func `with a window it is the window that has no Data Access entries`() {
    let window = TimeWindow(since: Report.clock)
    let report = Report(
      Tally(Array([Denial]().enumerated())), generatedAt: Report.clock, toolVersion: "test")
    #expect(report.warnings.isEmpty)
    var tally = Tally()
    tally.updateBooks(of: 0) { $0.entries = 1 }
    let asked = Report(
      tally, generatedAt: Report.clock, toolVersion: "test", selection: Selection(window: window))
    #expect(Self.texts("no-data-access-logs", asked)[0].contains("are in the time asked for"))
    #expect(Self.texts("no-data-access-logs", Report(tally))[0].contains("were read"))
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
