package import DenialClassification

extension DenialJoins {
  /// Leaves out the denials that a filter does not let pass, and counts them.
  ///
  /// Each call is looked at once: a log may hold a million denials of the same few.
  mutating func leaveOut(allBut filter: DenialFilter) {
    if filter.isEmpty { return }
    var passes: [Bool] = []
    for number in 0..<tables.calls.count {
      let call = tables.calls[number]
      let finding = tables.identity(of: call.finding)
      passes.append(
        filter.matches(
          principal: finding.principalName, project: finding.project, service: finding.service,
          method: tables.strings[call.method], cause: finding.cause))
      if !passes[number] { examples.removeAll(of: number) }
    }
    let count = rows.count
    for index in rows.indices.reversed()
    where !passes[Int(tables.contexts[Int(rows[index].context)].call)] {
      rows.swapRemove(at: index)
    }
    filteredOutCount += count - rows.count
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
