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
    let suspects = grounds.suspects
    guard
      let first = suspects.min(by: { left, right in
        (right.burst.permissions, ExactText(left.principal))
          < (left.burst.permissions, ExactText(right.principal))
      })
    else { return nil }
    let others = suspects.count == 1 ? "" : " (and \(suspects.count - 1) more such principals)"
    let places = first.callerIP.map { " from \($0)" } ?? ""
    return ReportWarning(
      id: "reconnaissance",
      text: "\(first.principal) was refused \(first.burst.words)\(others): that looks like someone "
        + "trying out a credential, unless it is a deployment whose roles were never granted; "
        + "find out who called\(places) before granting anything")
  }
}

/// A principal that seems to try out what it may do.
struct Suspect {
  let principal: String
  let burst: Reconnaissance
  /// Where most of its calls came from, if that is known.
  let callerIP: String?
}

extension SuggestedBinding {
  /// What stands before all other warnings of the suggestions for such principals.
  static let suspicion = "the calls look like reconnaissance: find out who made them first"
}
