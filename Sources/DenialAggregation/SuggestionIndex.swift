import AuditLog
import IAM

/// All suggested bindings of a report, without their words.
struct SuggestionIndex: Sendable {
  /// By member.
  let drafts: [BindingDraft]
  /// The places in ``drafts`` in the order of the report: most denials first, then by id.
  let order: [Int32]
  /// The members of principals whose calls look suspicious.
  let suspects: Set<Member>
  /// For each finding the end of its part of ``cures``.
  private let ends: [Int32]
  /// Places in ``drafts``, by finding.
  private let cures: [Int32]

  /// The bindings of some principals, which can be found for others at the same time.
  struct Part: Sendable {
    fileprivate let byMember: [(member: Member, drafts: [BindingDraft])]
  }

  /// All in one.
  init(_ material: ReportMaterial) {
    self.init(material, [Self.part(of: material, principals: material.principals.indices)])
  }

  /// Finds the bindings of some principals.
  static func part(of material: ReportMaterial, principals places: Range<Int>) -> Part {
    var builder = SuggestionBuilder(material)
    var byMember: [(member: Member, drafts: [BindingDraft])] = []
    for place in places {
      // Principals with one member have the same bindings.
      guard material.principals(sharingMemberWith: place).first == place else { continue }
      let identity = material.identity(ofPrincipal: place)
      guard identity.group == .named else { continue }
      let bindings = builder.bindings(forPrincipal: place, identity.principal)
      if let member = bindings.first?.binding.member { byMember.append((member, bindings)) }
    }
    return Part(byMember: byMember)
  }

  /// - Parameters:
  ///   - material: Of the report.
  ///   - parts: Of all principals, each once, in any order.
  init(_ material: ReportMaterial, _ parts: consuming [Part]) {
    let drafts = parts.flatMap(\.byMember).sorted { $0.member < $1.member }.flatMap(\.drafts)
    self.drafts = drafts
    order = drafts.indices.map { Int32($0) }.sorted { left, right in
      let (left, right) = (drafts[Int(left)], drafts[Int(right)])
      return (right.denials, left.id) < (left.denials, right.id)
    }
    suspects = material.suspectMembers
    (ends, cures) = Self.cures(drafts, findingCount: material.findings.count)
  }

  /// The ids of the suggested bindings that help a finding.
  func cures(ofFinding place: Int) -> [String] {
    let start = place == 0 ? 0 : Int(ends[place - 1])
    return cures[start..<Int(ends[place])].map { drafts[Int($0)].id }
  }

  /// The suggested bindings that help any of some findings, by member.
  func drafts(ofFindings places: Range<Int>) -> [BindingDraft] {
    guard !places.isEmpty else { return [] }
    let start = places.lowerBound == 0 ? 0 : Int(ends[places.lowerBound - 1])
    let numbers = Array(cures[start..<Int(ends[places.upperBound - 1])])
    return numbers.runs().map { drafts[Int($0.value)] }
  }

  private static func cures(
    _ drafts: [BindingDraft], findingCount: Int
  ) -> (ends: [Int32], cures: [Int32]) {
    var next = [Int32](repeating: 0, count: findingCount + 1)
    for draft in drafts { for finding in draft.findings { next[finding.place + 1] += 1 } }
    for place in 0..<findingCount { next[place + 1] += next[place] }
    var cures = [Int32](repeating: 0, count: Int(next[findingCount]))
    for (number, draft) in drafts.enumerated() {
      for finding in draft.findings {
        cures[Int(next[finding.place])] = Int32(number)
        next[finding.place] += 1
      }
    }
    return (Array(next.dropLast()), cures)
  }
}
