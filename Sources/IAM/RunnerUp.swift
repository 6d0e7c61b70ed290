/// A role that has the permissions too, and why it was not chosen.
package struct RunnerUp: Hashable, Sendable {
  package let role: Role
  package let title: String
  /// How many permissions it has.
  package let size: Int
  /// Why it lost, a clause.
  package let why: String
}

extension RoleSearch {
  /// How many of them are named.
  static let runnerUpLimit = 8

  /// The roles that have all of some permissions beside the one that was chosen, the best first.
  ///
  /// - Parameters:
  ///   - chosen: The place of the chosen role in the catalogue.
  ///   - tier: Of the chosen role.
  ///   - isFromTable: Whether the table chose it.
  ///   - group: The permissions that it was chosen for, by number; at least one.
  /// - Returns: At most ``runnerUpLimit``, each with the reason why it lost.
  func runnersUp(
    to chosen: Int, of tier: Tier, isFromTable: Bool, for group: [Int32]
  ) -> [RunnerUp] {
    guard let first = group.min(by: { holderCount($0) < holderCount($1) }) else { return [] }
    let service = catalog.services[Int(catalog.serviceNumbers[Int(first)])]
    let others = candidates(holdingAnyOf: [first]).filter { index in
      index != chosen && group.allSatisfy { catalog.has(index, $0) }
    }
    let ranked = others.map { index in
      (index: index, tier: self.tier(of: index, for: service), cost: cost(of: index))
    }.sorted {
      ($0.tier?.rawValue ?? .max, $0.cost, $0.index) < (
        $1.tier?.rawValue ?? .max, $1.cost, $1.index
      )
    }
    let winner = catalog.roles[chosen]
    let isReading = group.allSatisfy { catalog.readOnly[Int($0)] } && winner.writingCount == 0
    let escalation = escalation(of: chosen)
    return ranked.prefix(Self.runnerUpLimit).map { other in
      let role = catalog.roles[other.index]
      var reasons = reasons(against: role, tier: other.tier, chosenTier: tier)
      if let power = self.escalation(of: other.index).first, escalation.isEmpty {
        reasons.append("also has \(power), which leads to more power")
      } else if isReading, role.writingCount > 0 {
        reasons.append("may change things, which was not denied")
      }
      if reasons.isEmpty {
        reasons.append(sizeReason(against: role, chosen: winner, isFromTable: isFromTable))
      }
      let count = "\(role.size) permission\(role.size == 1 ? "" : "s")"
      return RunnerUp(
        role: role.role, title: role.title, size: role.size,
        why: reasons.joined(separator: "; ") + " (\(count))")
    }
  }

  private func holderCount(_ number: Int32) -> Int {
    catalog.holders.range(of: Int(number)).count
  }

  /// What puts a role into a later tier than the chosen one.
  private func reasons(against role: CatalogRole, tier: Tier?, chosenTier: Tier) -> [String] {
    guard let tier else {
      return ["made for a job, with permissions of \(role.weights.count) services"]
    }
    guard tier > chosenTier else { return [] }
    var reasons: [String] = []
    if tier >= .foreign, chosenTier < .foreign {
      reasons.append(
        role.role.home == .google
          ? "made for another service, \(role.service)" : "a custom role for several services")
    }
    if role.stage == .beta { reasons.append("BETA: Google may change it or take it away") }
    if role.isGeneric, tier == .lesser {
      reasons.append("made after a pattern or for another purpose, not for this task")
    }
    return reasons
  }

  private func sizeReason(
    against role: CatalogRole, chosen: CatalogRole, isFromTable: Bool
  ) -> String {
    if role.size > chosen.size { return "larger than \(chosen.role), which has \(chosen.size)" }
    if isFromTable { return "not the role that is made for this task, by this tool's table" }
    if role.size == chosen.size { return "as large as \(chosen.role)" }
    return "smaller than \(chosen.role), but what it adds weighs more"
  }
}
