import AuditLog
import DenialAggregation
import DenialClassification
import Testing

/// What the tally's tables must do however full they are, told by simple models of them.
struct TallyScaleTests {
  /// Denials that differ only where a test says so.
  private static func denial(insertID: String, second: Int, resource: String) -> Denial {
    var denial = Denial(
      insertID: insertID,
      timestampText: Timestamp(nanosecondsSince1970: Int64(second) * 1_000_000_000).description,
      logName: "projects/p/logs/a", cause: .missingRole, rule: "10h", confidence: .high,
      evidence: Evidence(path: "protoPayload.status.message", value: "denied"),
      caller: .init(
        email: "app@acme-prod.iam.gserviceaccount.com", subject: "", mappedPrincipal: "")
    )
    denial.permissions = ["storage.objects.get"]
    denial.resource = resource
    return denial
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `each key counts once while the tables grow, and in any number of parts`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var parts = [Tally](repeating: Tally(), count: 3)
    var keys: Set<String> = []
    var counts: [String: Int] = [:]
    for number in 0..<9000 {
      let id = "id-\(generator.next() % 6000)"
      let text = String(repeating: "é\u{0}", count: id.utf8.count * 7 % 40) + id
      if keys.insert(id).inserted { counts[text, default: 0] += 1 }
      parts[number % 3].add(
        Self.denial(insertID: id, second: 0, resource: text), source: 0, byteOffset: number)
    }
    var merged = Tally()
    for part in parts { merged.merge(part) }
    let report = Report(merged)
    #expect(report.books.denials == keys.count)
    let finding = report.principals.first?.findings.first
    #expect(finding?.denials == keys.count)
    #expect(finding?.resources.count == 20)
    #expect(finding?.resourcesLeftOut == counts.count - 20)
    for resource in finding?.resources ?? [] { #expect(counts[resource.value] == resource.denials) }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `the examples are the earliest that have an insertId, in any order`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let denials = (0..<60).map { number in
      Self.denial(
        insertID: number % 9 == 0 ? "" : "id-\(number)", second: Int(generator.next() % 20),
        resource: "resource-\(number)")
    }
    let expected = denials.filter { !$0.insertID.isEmpty }
      .sorted { ($0.timestampText, $0.insertID) < ($1.timestampText, $1.insertID) }
      .prefix(5).map(\.insertID)
    for order in [denials, denials.reversed(), denials.shuffled(using: &generator)] {
      let halves = [order.prefix(25), order.dropFirst(25)].map { half in
        Tally(half.map { (offset: denials.firstIndex(of: $0) ?? 0, element: $0) })
      }
      var merged = halves[1]
      merged.merge(halves[0])
      let finding = Report(merged).principals.first?.findings.first
      #expect(finding?.examples == expected)
      #expect(finding?.denials == 60)
    }
  }

  @Test func `copies of a source without insertIds leave its earliest denials`() {
    let denials = (0..<30).map { Self.denial(insertID: "", second: $0, resource: "r\($0)") }
    var tally = Tally()
    for source in 0..<3 {
      for (offset, denial) in denials.enumerated() {
        tally.add(denial, source: source, byteOffset: offset)
      }
      tally.updateBooks(of: source) { books in
        (books.fingerprint, books.entries, books.denialEntries) = ("same", 30, 30)
      }
    }
    let finding = Report(tally).principals.first?.findings.first
    #expect(finding?.denials == 30)
    #expect(finding?.resource == "r0")
    #expect(finding?.evidence.value == "denied")
  }
}
