package import DenialClassification

extension DenialJoins {
  /// Leaves out the denials that a filter does not let pass, and counts them.
  ///
  /// Each finding and method is looked at once: a log may hold a million denials of the same few.
  mutating func leaveOut(allBut filter: DenialFilter) {
    if filter.isEmpty { return }
    var answers: [Question: Bool] = [:]
    let (count, findings, strings) = (rows.count, findings, strings)
    rows.removeAll { row in
      let question = Question(finding: row.finding, method: row.method)
      if let answer = answers[question] { return !answer }
      let finding = findings[row.finding]
      let answer = filter.matches(
        principal: finding.principalName, project: finding.project, service: finding.service,
        method: strings[row.method], cause: finding.cause)
      answers[question] = answer
      return !answer
    }
    filteredOutCount += count - rows.count
  }

  private struct Question: Hashable {
    let finding: Int32
    let method: Int32
  }
}

extension DenialFilter {
  /// Whether a denial passes as it stands in the log.
  package func matches(_ denial: Denial) -> Bool {
    if isEmpty { return true }
    let finding = FindingIdentity(denial)
    return matches(
      principal: finding.principalName, project: denial.project, service: denial.service,
      method: denial.method, cause: denial.cause)
  }
}
