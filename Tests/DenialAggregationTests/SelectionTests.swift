import AuditLog
import DenialClassification
import Testing

@testable import DenialAggregation

/// What of a source is in its records, and what that means for the sum of several.
struct SelectionTests {
  private static func moment(_ hour: Int) -> Timestamp {
    Report.clock.hour.later(byHours: Int64(hour))
  }

  private static func window(_ since: Int?, _ until: Int?) -> TimeWindow {
    TimeWindow(since: since.map(moment), until: until.map(moment))
  }

  @Test(arguments: [
    (window(nil, nil), window(nil, nil), true), (window(nil, nil), window(1, 2), true),
    (window(1, 3), window(1, 3), true), (window(1, 4), window(2, 3), true),
    (window(1, nil), window(2, nil), true), (window(nil, 3), window(nil, 2), true),
    (window(1, nil), window(1, 2), true), (window(1, 3), window(nil, nil), false),
    (window(1, nil), window(nil, 2), false), (window(nil, 3), window(1, nil), false),
    (window(2, 3), window(1, 3), false), (window(1, 2), window(1, 3), false),
    (window(1, 2), window(1, nil), false),
  ])
  func `a window includes what lies in it`(wide: TimeWindow, narrow: TimeWindow, includes: Bool) {
    #expect(Selection(window: wide).includes(Selection(window: narrow)) == includes)
  }

  @Test func `a filter includes itself, and none includes all`() throws {
    let filter = try DenialFilter(principals: ["app"])
    let other = try DenialFilter(principals: ["App"])
    #expect(Selection().includes(Selection(filter: filter)))
    #expect(Selection(filter: filter).includes(Selection(filter: filter)))
    #expect(!Selection(filter: filter).includes(Selection(filter: other)))
    #expect(!Selection(filter: filter).includes(Selection()))
    #expect(Selection().isEverything)
    #expect(!Selection(filter: filter).isEverything)
    #expect(!Selection(window: Self.window(1, nil)).isEverything)
  }

  /// The books and denials of one day of a file, as its records give them.
  private static func part(_ source: Int, _ selection: Selection, of denials: [Denial]) -> Tally {
    var tally = Tally()
    for (offset, denial) in denials.enumerated() {
      let isInside = selection.window.contains(denial.timestamp)
      if isInside { tally.add(denial, source: source, byteOffset: offset) }
      tally.updateBooks(of: source) { books in
        (books.name, books.fingerprint, books.selection) = ("a", "f", selection)
        books.lines += 1
        books.entries += 1
        if isInside { books.denialEntries += 1 } else { books[.filteredOut] += 1 }
      }
    }
    return tally
  }

  private static func denials(_ count: Int) -> [Denial] {
    var generator = SeededGenerator(seed: 5)
    return (0..<count).map { number in
      var denial = Denial.random(using: &generator)
      denial.insertID = number % 3 == 0 ? "" : "i\(number)"
      denial.timestampText = moment(number).description
      // Else some would be joined.
      (denial.operation, denial.split) = (nil, nil)
      return denial
    }
  }

  @Test func `two days of one file add up, and neither passes for the whole`() {
    let denials = Self.denials(48)
    let selections = [Self.window(0, 24), Self.window(24, 48)].map { Selection(window: $0) }
    var both = Self.part(0, selections[0], of: denials)
    both.merge(Self.part(1, selections[1], of: denials))
    let report = Report(both)
    #expect(report.books.denials == 48)
    #expect(report.books.balance)
    #expect(report.books.otherClasses[.filteredOut] == 48)
    #expect(report.warnings.map(\.id).contains("filtered-records"))
    var reversed = Self.part(1, selections[1], of: denials)
    reversed.merge(Self.part(0, selections[0], of: denials))
    #expect(Report(reversed) == report)
  }

  @Test func `the whole and a part of it hold no denial twice, whatever tells it apart`() {
    let denials = Self.denials(48)
    var tally = Self.part(0, Selection(window: Self.window(0, 24)), of: denials)
    tally.merge(Self.part(1, Selection(), of: denials))
    let books = Report(tally).books
    #expect(books.denials == 48)
    #expect(books.duplicates == 24)
    #expect(books.balance)
  }

  @Test func `the same part twice counts once`() {
    let selection = Selection(window: Self.window(0, 24))
    let once = Self.part(0, selection, of: Self.denials(48))
    var twice = once
    twice.merge(Self.part(1, selection, of: Self.denials(48)))
    #expect(Report(twice) == Report(once))
  }

  @Test func `books keep only the times of a window`() {
    var books = SourceBooks(name: "a")
    for hour in 0..<24 { books.note(Self.moment(hour)) }
    books.entries = 24
    books.denialEntries = 24
    var cut = books
    cut.forgetTimes(outside: Self.window(5, nil))
    #expect(cut.hours == Set((5..<24).map(Self.moment)))
    #expect(cut.firstEntry == nil)
    #expect(cut.lastEntry == Self.moment(23))
    let half = Timestamp(
      nanosecondsSince1970: Self.moment(5).nanosecondsSince1970 + 1_800_000_000_000)
    books.forgetTimes(outside: TimeWindow(since: half, until: Self.moment(7)))
    #expect(books.hours == Set([Self.moment(5), Self.moment(6)]))
    books.leaveOut(denialEntries: 20)
    #expect(books.denialEntries == 4)
    #expect(books[.filteredOut] == 20)
  }

  @Test func `hours are counted as far as time goes`() {
    #expect(Timestamp(nanosecondsSince1970: .max).later(byHours: 1).nanosecondsSince1970 == .max)
    #expect(Timestamp(nanosecondsSince1970: .min).later(byHours: -1).nanosecondsSince1970 == .min)
  }
}
