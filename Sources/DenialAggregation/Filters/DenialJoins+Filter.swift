package import DenialClassification

extension DenialJoins {
  /// Leaves out the denials that a filter does not let pass, and counts them.
  ///
  /// Each call is looked at once: a log may hold a million denials of the same few.
  mutating func leaveOut(allBut filter: DenialFilter) {
    if filter.isEmpty { return }
    let isLeftOut = (0..<tables.calls.count).map { number in
      let call = tables.calls[number]
      let finding = tables.identity(of: call.finding)
      return !filter.matches(
        principal: finding.principalName, project: finding.project, service: finding.service,
        method: tables.strings[call.method], cause: finding.cause)
    }
    filteredOutCount += remove(isLeftOut).reduce(0, +)
  }

  /// Removes the denials of some calls.
  ///
  /// - Parameter isLeftOut: For each call whether it is meant.
  /// - Returns: How many denials of each call were removed.
  mutating func remove(_ isLeftOut: [Bool]) -> [Int] {
    var counts = [Int](repeating: 0, count: isLeftOut.count)
    for call in isLeftOut.indices where isLeftOut[call] { examples.removeAll(of: call) }
    for index in rows.indices.reversed() {
      let call = Int(tables.contexts[Int(rows[index].context)].call)
      guard isLeftOut[call] else { continue }
      counts[call] += 1
      rows.swapRemove(at: index)
    }
    return counts
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
