import DenialAggregation
import DenialClassification
import Testing

struct TallyTests {
  private static func denials(seed: UInt64, count: Int = 400) -> [EnumeratedSequence<[Denial]>
    .Element]
  {
    var generator = SeededGenerator(seed: seed)
    return Array((0..<count).map { _ in Denial.random(using: &generator) }.enumerated())
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `any split among workers, merged in any order, gives the same report`(seed: UInt64) {
    let denials = Self.denials(seed: seed)
    let whole = Report(Tally(denials))
    var generator = SeededGenerator(seed: seed + 1000)
    let workerCount = 2 + Int(seed % 5)
    var parts = [[EnumeratedSequence<[Denial]>.Element]](repeating: [], count: workerCount)
    for denial in denials.shuffled(using: &generator) {
      parts[Int(generator.next() % UInt64(workerCount))].append(denial)
    }
    var merged = Tally()
    for part in parts.shuffled(using: &generator) { merged.merge(Tally(part)) }
    #expect(Report(merged) == whole)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `merging associates`(seed: UInt64) {
    let denials = Self.denials(seed: seed, count: 90)
    let (a, b, c) = (
      Tally(denials[0..<30]), Tally(denials[30..<60]), Tally(denials[60..<90])
    )
    var left = a
    left.merge(b)
    left.merge(c)
    var right = b
    right.merge(c)
    var outer = a
    outer.merge(right)
    #expect(Report(left) == Report(outer))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the books balance and all sums agree`(seed: UInt64) {
    let report = Report(Tally(Self.denials(seed: seed)))
    #expect(report.books.balance)
    #expect(report.books.entries == 400)
    #expect(report.principals.reduce(0) { $0 + $1.denials } == report.books.denials)
    #expect(report.codes.reduce(0) { $0 + $1.denials } == report.books.denials)
    #expect(report.books.denials < 400, "the pools are small enough for copies")
    for principal in report.principals {
      #expect(principal.findings.reduce(0) { $0 + $1.denials } == principal.denials)
      #expect(principal.byCode.values.reduce(0, +) == principal.denials)
    }
  }

  @Test func `a copy counts once, and without an insertId every place counts`() {
    var generator = SeededGenerator(seed: 7)
    var denial = Denial.random(using: &generator)
    denial.insertID = "x"
    let copies = Array([denial, denial, denial].enumerated())
    #expect(Report(Tally(copies)).books.denials == 1)
    #expect(Report(Tally(copies)).books.duplicates == 2)
    denial.insertID = ""
    #expect(Report(Tally(Array([denial, denial, denial].enumerated()))).books.denials == 3)
  }

  @Test(arguments: [("logName", 2), ("timestamp", 2), ("insertId", 2), ("resource", 1)])
  func `log name, timestamp and insertId make a denial, nothing else`(
    changed: String, distinctCount: Int
  ) {
    var generator = SeededGenerator(seed: 7)
    var denial = Denial.random(using: &generator)
    (denial.insertID, denial.timestampText) = ("x", "2026-11-22T10:00:00Z")
    var other = denial
    switch changed {
    case "logName": other.logName += "x"
    case "timestamp": other.timestampText = "2026-11-22T10:00:00.000000001Z"
    case "insertId": other.insertID += "x"
    default: other.resource += "x"
    }
    #expect(Report(Tally(Array([denial, other].enumerated()))).books.denials == distinctCount)
  }

  @Test func `the same moment in another spelling is the same moment`() {
    var generator = SeededGenerator(seed: 7)
    var denial = Denial.random(using: &generator)
    (denial.insertID, denial.timestampText) = ("x", "2026-11-22T10:00:00Z")
    var other = denial
    other.timestampText = "2026-11-22T12:00:00.000+02:00"
    #expect(Report(Tally(Array([denial, other].enumerated()))).books.denials == 1)
  }

  @Test func `of copies that differ, the same one stays in any order`() {
    var generator = SeededGenerator(seed: 3)
    var denial = Denial.random(using: &generator)
    denial.insertID = "x"
    let copies = (0..<6).map { number in
      var copy = denial
      copy.resource = "resource-\(number)"
      return copy
    }
    let texts = Set(
      (0..<6).map { start in
        Report(Tally(Array((copies[start...] + copies[..<start]).enumerated()))).principals
          .map { $0.findings.map(\.resource) }
      })
    #expect(texts.count == 1)
  }

  @Test func `a source that is read twice counts once`() {
    var tally = Tally(Self.denials(seed: 5))
    let once = Report(tally)
    for (offset, denial) in Self.denials(seed: 5) {
      tally.add(denial, source: 100 + offset % 3, byteOffset: offset)
    }
    for source in 0..<3 {
      guard var books = tally.sources[source] else { continue }
      books.name += "-copy"
      tally.add(books, to: 100 + source)
    }
    #expect(Report(tally) == once)
  }
}
