import AuditLog
import DenialAggregation
import DenialClassification
import Testing

struct OperationPartnerTests {
  private static func half(_ id: String, isFirst: Bool, second: Int64) -> OperationPartners.Entry {
    let operation = Denial.Operation(id: id, producer: "p", isFirst: isFirst, isLast: !isFirst)
    let partner = OperationPartner(
      operation: operation,
      timestamp: Timestamp(nanosecondsSince1970: second * 1_000_000_000),
      caller: .init(email: "\(id)@example.com", subject: "", mappedPrincipal: ""))
    return .init(
      partner: partner, place: EntryPlace(source: 0, lineNumber: 1, byteOffset: Int(second)))
  }

  private static func email(_ partners: OperationPartners, _ id: String) -> String? {
    let last = Denial.Operation(id: id, producer: "p", isFirst: false, isLast: true)
    return partners.partner(of: .init(key: last.key, isFirst: false))?.caller.email
  }

  @Test func `a half is found by the other, whichever came first`() {
    let refused = Denial.Operation(id: "a", producer: "p", isFirst: false, isLast: true)
    for claimsFirst in [true, false] {
      var partners = OperationPartners()
      if claimsFirst { partners.claim(refused) }
      partners.add(Self.half("a", isFirst: true, second: 1))
      if !claimsFirst { partners.claim(refused) }
      #expect(Self.email(partners, "a") == "a@example.com")
      #expect(Self.email(partners, "b") == nil)
    }
  }

  @Test func `a half does not answer for itself, nor for another producer`() {
    var partners = OperationPartners()
    partners.add(Self.half("a", isFirst: false, second: 1))
    #expect(Self.email(partners, "a") == nil)
    let other = Denial.Operation(id: "a", producer: "q", isFirst: true, isLast: false)
    #expect(partners.partner(of: .init(key: other.key, isFirst: true)) == nil)
  }

  @Test func `the oldest calls go first when there are too many, and that is said`() {
    var partners = OperationPartners(limit: 8)
    // Youngest first, as gcloud prints them: age is a matter of timestamps.
    for second in (0..<9).reversed() {
      partners.add(Self.half("\(second)", isFirst: true, second: Int64(second)))
    }
    #expect(partners.isCapped)
    let kept = (0..<9).filter { Self.email(partners, "\($0)") != nil }
    #expect(kept == [3, 4, 5, 6, 7, 8])
  }

  @Test func `calls of which both halves went well make room without a word`() {
    var partners = OperationPartners(limit: 8)
    for second in 0..<8 {
      partners.add(Self.half("\(second)", isFirst: true, second: Int64(second)))
    }
    for second in 4..<8 {
      partners.add(Self.half("\(second)", isFirst: false, second: Int64(second + 100)))
    }
    partners.add(Self.half("new", isFirst: true, second: 50))
    #expect(!partners.isCapped)
    #expect((0..<4).allSatisfy { Self.email(partners, "\($0)") != nil })
    #expect(Self.email(partners, "new") != nil)
  }

  @Test func `what a denial asks for is kept, however many others come`() {
    var partners = OperationPartners(limit: 8)
    partners.add(Self.half("asked", isFirst: true, second: 0))
    partners.claim(Denial.Operation(id: "asked", producer: "p", isFirst: false, isLast: true))
    for second in 1..<100 {
      partners.add(Self.half("\(second)", isFirst: true, second: Int64(second)))
    }
    #expect(Self.email(partners, "asked") == "asked@example.com")
    #expect(partners.unsettled.contains { $0.partner.operation.id == "asked" })
  }

  @Test func `copies that differ leave the same half in any order`() {
    let copies = [3, 1, 2].map { Self.half("a", isFirst: true, second: $0) }
    for order in [copies, copies.reversed()] {
      var (partners, others) = (OperationPartners(), OperationPartners())
      partners.add(order[0])
      others.add(order[1])
      others.add(order[2])
      partners.merge(others)
      #expect(partners.unsettled == [copies[1]])
    }
  }

  @Test func `only what may still be asked for goes into records`() {
    var partners = OperationPartners()
    for (id, isFirst) in [("whole", true), ("whole", false), ("open", true)] {
      partners.add(Self.half(id, isFirst: isFirst, second: 1))
    }
    #expect(partners.unsettled.map(\.partner.operation.id) == ["open"])
  }
}
