import AuditLog

/// What a line of a file of suppressions has hidden in a report.
public struct SuppressionUse: Hashable, Sendable {
  /// From 1.
  public var lineNumber: Int
  /// What it is about, as in the file.
  public var subject: String
  /// Who answers for it.
  public var owner: String
  /// Why it is there.
  public var reason: String
  /// From when on it holds no more, RFC 3339 in UTC.
  public var expires: String
  /// Whether that is past, so that it has hidden nothing.
  public var isExpired: Bool
  /// How many findings it has hidden.
  public var findings = 0
  /// How many distinct denials these have.
  public var denials = 0

  init(_ suppression: Suppression, clock: Timestamp) {
    lineNumber = suppression.lineNumber
    (subject, owner, reason) = (suppression.subject, suppression.owner, suppression.reason)
    expires = suppression.expires.description
    isExpired = suppression.expires <= clock
  }
}

extension DenialJoins {
  /// Leaves out the findings that are suppressed, and counts them by the first line that fits.
  ///
  /// - Parameters:
  ///   - suppressions: In the order of their file.
  ///   - clock: What tells which have expired.
  /// - Returns: What each has left out.
  mutating func leaveOut(_ suppressions: [Suppression], clock: Timestamp) -> [SuppressionUse] {
    var uses = suppressions.map { SuppressionUse($0, clock: clock) }
    let active = suppressions.indices.filter { !uses[$0].isExpired }
    let fitting = (0..<findingCount).map { number in
      let finding = identity(ofFinding: Int32(number))
      return active.first { suppressions[$0].matches(finding) }
    }
    let calls = (0..<tables.calls.count).map { Int(tables.calls[$0].finding) }
    var counts = [Int](repeating: 0, count: findingCount)
    for (finding, count) in zip(calls, remove(calls.map { fitting[$0] != nil })) {
      counts[finding] += count
    }
    for (number, count) in counts.enumerated() where count > 0 {
      guard let place = fitting[number] else { continue }
      uses[place].findings += 1
      uses[place].denials += count
      suppressedCount += count
    }
    return uses
  }
}

extension ReportWarning {
  /// What is to be said of suppressions that hide nothing.
  static func warnings(about uses: [SuppressionUse]) -> [ReportWarning] {
    let expired = uses.filter(\.isExpired)
    let unused = uses.filter { !$0.isExpired && $0.denials == 0 }
    return [
      warning("suppression-expired", expired, "have expired and hide nothing any more"),
      warning("suppression-unused", unused, "fit no denial of this input"),
    ].compactMap(\.self)
  }

  private static func warning(
    _ id: String, _ uses: [SuppressionUse], _ what: String
  ) -> ReportWarning? {
    guard !uses.isEmpty else { return nil }
    let shown = uses.prefix(5).map { "line \($0.lineNumber) (\($0.subject); \($0.owner))" }
    let more = uses.count > shown.count ? " and \(uses.count - shown.count) more" : ""
    return ReportWarning(
      id: id, text: "suppressions that \(what): \(shown.joined(separator: ", "))\(more)")
  }
}
