import AuditLog

extension Reconnaissance {
  /// What was refused in how long, as the rest of a sentence.
  package var words: String {
    let parts = [
      (permissions, "permission", "permissions"), (services, "service", "services"),
      (projects, "project", "projects"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    let (first, last) = (Self.seconds(of: firstSeen), Self.seconds(of: lastSeen))
    return "\(parts.joined(separator: ", ")) from \(first) to \(last)"
  }

  /// `2026-11-21T03:12:01Z`, without the fraction.
  private static func seconds(of time: String) -> String { "\(time.prefix(19))Z" }
}

extension ReportWarning {
  /// Names the principals, with the most permissions first.
  static func reconnaissance(_ grounds: Grounds) -> ReportWarning? {
    let suspects = grounds.suspects.sorted { left, right in
      let counts = [left, right].map { $0.reconnaissance?.permissions ?? 0 }
      return (counts[1], ExactText(left.principal)) < (counts[0], ExactText(right.principal))
    }
    guard let first = suspects.first, let burst = first.reconnaissance else { return nil }
    let others = suspects.count == 1 ? "" : " (and \(suspects.count - 1) more such principals)"
    let places = first.callerIPs.isEmpty ? "" : " from \(first.callerIPs[0].value)"
    return ReportWarning(
      id: "reconnaissance",
      text: "\(first.principal) was refused \(burst.words)\(others): that looks like someone "
        + "trying out a credential, unless it is a deployment whose roles were never granted; "
        + "find out who called\(places) before granting anything")
  }
}

extension SuggestedBinding {
  /// Puts a warning before all others of the suggestions for principals that look suspicious.
  static func warn(of suspects: [PrincipalSummary], in suggestions: inout [SuggestedBinding]) {
    let members = Set(suspects.compactMap(\.member).map(ExactText.init))
    for index in suggestions.indices {
      guard members.contains(ExactText(suggestions[index].member)) else { continue }
      suggestions[index].warnings.insert(
        "the calls look like reconnaissance: find out who made them first", at: 0)
    }
  }
}
