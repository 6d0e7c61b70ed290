import AuditLog
import IAM

extension RuleRow {
  /// Why the row does not fit an entry, in a clause; only asked of rows that do not.
  ///
  /// - Returns: The gate that is closed, else what the entry lacks. Parts of it may be log text.
  func obstacle(in facts: EntryFacts) -> String {
    gates.lazy.compactMap { $0.obstacle(in: facts) }.first ?? particular(in: facts) ?? absence
  }

  /// ``absence`` with the values that it is about, for the rows that are most often mistaken.
  private func particular(in facts: EntryFacts) -> String? {
    switch name {
    case "5":
      guard let info = facts.errorInfo, !info.reason.isEmpty else { return nil }
      let isForeign = ErrorReason.cause(of: info.reason) != nil
      return "the reason \(Denial.limited(info.reason)) "
        + (isForeign ? "is not of a domain of Google's" : "does not name its cause by itself")
    case "6b":
      let value = Denial.limited(QuotaFacts(facts).limitValue)
      return value.isEmpty ? nil : "the limit is \(value), not 0"
    case "6e":
      return QuotaFacts(facts).isShortPeriod ? "the limit is of a minute or a second" : nil
    case "10e":
      let service = Denial.limited(facts.payload.serviceName)
      return service.isEmpty ? nil : "the service is \(service), not k8s.io"
    case "10g": return facts.projectComparison
    default: return nil
    }
  }
}

extension RuleRow.Gate {
  /// Why the gate is closed to an entry; `nil` if it is open.
  func obstacle(in facts: EntryFacts) -> String? {
    switch self {
    case .successCode: facts.code == .ok ? nil : "the status code is \(facts.code)"
    case .failureCode: facts.code == .ok ? "the status code is \(facts.code)" : nil
    case .noSuccessCode:
      facts.hasCode && facts.code == .ok ? "the status code is \(facts.code)" : nil
    case .codes(let codes):
      codes.contains(facts.code)
        ? nil : "the status code is \(facts.code), not \(Self.listed(codes))"
    case .outsidePolicyLog: facts.isPolicyLog ? "the entry is of the policy log" : nil
    case .message: facts.message.original.isEmpty ? "the status has no message" : nil
    case .otherThanIAMForm: facts.isIAMForm ? Self.iamFormText : nil
    case .quota: QuotaRule.isOfQuota(facts) ? nil : Self.quotaObstacle(in: facts)
    case .policyDenial:
      facts.isPolicyDenial ? nil : "no policy denial: the status code is \(facts.code)"
    case .deniedPermission: facts.denied.isEmpty ? "no denied permission is named" : nil
    }
  }

  private static let iamFormText = "the message is in IAM's own words, where others are only names"

  private static func quotaObstacle(in facts: EntryFacts) -> String {
    if facts.hasCode, facts.code == .ok { return "the status code is \(facts.code)" }
    if facts.isIAMForm { return "no quota in the details, and \(iamFormText)" }
    if QuotaRule.readsMessage(of: facts) {
      return "neither details, code nor message speak of an exceeded quota or rate"
    }
    return "no quota in the details, and the status code is \(facts.code)"
  }

  /// Such as `3, 7 or 16`.
  private static func listed(_ codes: [StatusCode]) -> String {
    let numbers = codes.compactMap { $0.number.map(String.init) }
    guard let last = numbers.last, numbers.count > 1 else { return numbers.joined() }
    return "\(numbers.dropLast().joined(separator: ", ")) or \(last)"
  }
}

extension EntryFacts {
  /// Why home and target project are not known to differ.
  fileprivate var projectComparison: String {
    guard let target = targetProject else { return "the entry does not name the target project" }
    if caller.principal.name.isEmpty { return "the entry does not name the caller" }
    guard let home = callerHomeProject else {
      return "the caller has no home project: its name is none of a project's service account"
    }
    if home.isNumber != target.isNumber {
      return "\(home) and \(target), an id and a number, cannot be compared"
    }
    return "home and target project are the same, \(target)"
  }
}

extension StatusCode: CustomStringConvertible {
  /// The number in code.proto; `nil` for what it does not have.
  var number: Int? {
    switch self {
    case .ok: 0
    case .invalidArgument: 3
    case .notFound: 5
    case .permissionDenied: 7
    case .resourceExhausted: 8
    case .failedPrecondition: 9
    case .unauthenticated: 16
    case .other(let number): number
    case .unknown: nil
    }
  }

  /// Such as `7 (PERMISSION_DENIED)`.
  var description: String {
    guard let number, Self.names.indices.contains(number) else { return "unknown" }
    return "\(number) (\(Self.names[number]))"
  }
}
