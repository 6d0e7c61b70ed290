import AuditLog
import DenialClassification
import Testing

@testable import DenialAggregation

struct ResourceSampleTests {
  private static let count = ResourceSamples.limit * 5 / 4

  /// Denials of one finding, each of an object of its own in one bucket.
  private static let denials = (0..<count).map { number in
    var denial = Denial(
      insertID: "id-\(number)", timestampText: "2026-11-22T10:00:00Z", logName: "projects/p/logs/a",
      cause: .missingRole, rule: "10h", confidence: .high,
      evidence: Evidence(path: "protoPayload.status.message", value: "denied"),
      caller: .init(
        email: "app@acme-prod.iam.gserviceaccount.com", subject: "", mappedPrincipal: ""))
    denial.permissions = ["storage.objects.get"]
    denial.service = "storage.googleapis.com"
    denial.resource = "projects/_/buckets/acme-data/objects/\(number)"
    return denial
  }

  private static func tally(_ denials: some Sequence<Denial>) -> Tally {
    var tally = Tally()
    for denial in denials { tally.add(denial, source: 0, byteOffset: 0) }
    return tally
  }

  private static let report = Report(tally(denials))

  @Test func `beyond the limit resources are estimated, and denials counted`() throws {
    let finding = try #require(Self.report.principals.first?.findings.first)
    #expect(finding.denials == Self.count)
    #expect(finding.resources.count == 20)
    let estimate = finding.resources.count + finding.resourcesLeftOut
    #expect(abs(estimate - Self.count) < Self.count / 20)
    #expect(finding.resource == "projects/_/buckets/acme-data/objects/0")
    #expect(Self.report.warnings.contains { $0.id == "cap-reached" })
  }

  @Test func `what is left out of a sample widens no suggestion`() {
    #expect(Self.report.suggestions.map(\.target.name) == ["acme-data"])
  }

  @Test func `neither order nor division into tallies shows`() {
    var generator = SeededGenerator(seed: 1)
    let shuffled = Self.denials.shuffled(using: &generator)
    var merged = Self.tally(shuffled.prefix(3000))
    merged.merge(Self.tally(shuffled.dropFirst(2000).prefix(1000)))
    merged.merge(Self.tally(shuffled.dropFirst(3000)))
    #expect(Report(merged) == Self.report)
    var reversed = Self.tally(shuffled.dropFirst(3000).reversed())
    reversed.merge(Self.tally(shuffled.prefix(3000)))
    #expect(Report(reversed) == Self.report)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `a sample is the same in any order and any number of parts`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let hashes = (0..<200_000).map { _ in generator.next() }
    func level(_ order: [UInt64], raisedBy other: [UInt64] = []) -> Int {
      var samples = ResourceSamples()
      for (index, hash) in order.enumerated() where !samples.countBelowLimit(for: 3) {
        samples.count(for: 3) {
          hash
        } hashes: {
          Array(order[...index])
        }
      }
      if other.isEmpty { return samples.level(ofFinding: 3) }
      var merged = ResourceSamples()
      for (finding, level) in samples.levels { merged.raise(finding, to: level) { [] } }
      for (index, hash) in (order + other).enumerated() where !merged.countBelowLimit(for: 3) {
        merged.count(for: 3) {
          hash
        } hashes: {
          Array((order + other)[...index])
        }
      }
      return merged.level(ofFinding: 3)
    }
    let whole = level(hashes)
    #expect((3...5).contains(whole))
    #expect(level(hashes.reversed()) == whole)
    #expect(
      level(Array(hashes.prefix(150_000)), raisedBy: Array(hashes.dropFirst(150_000))) == whole)
    #expect(level(Array(hashes.prefix(ResourceSamples.limit))) == 0)
  }
}
