import AuditLog
import DenialClassification
import IAM

/// The denials put into the order of a report.
struct ReportOrder {
  private(set) var rows: [DenialRow] = []
  private(set) var findings: [ReportMaterial.FindingEntry] = []
  private(set) var principals: [ReportMaterial.PrincipalEntry] = []

  init(_ joins: DenialJoins) {
    var rowCounts = [Int32](repeating: 0, count: joins.findingCount)
    for row in joins.rows { rowCounts[Int(joins.finding(of: row))] += 1 }
    let groups = Self.groups(joins, rowCounts: rowCounts)
    var starts = [Int32](repeating: 0, count: joins.findingCount)
    var rowCount: Int32 = 0
    findings.reserveCapacity(rowCounts.count { $0 > 0 })
    for group in groups {
      let (firstFinding, firstRow) = (Int32(findings.count), rowCount)
      for number in group.numbers {
        starts[Int(number)] = rowCount
        let end = rowCount + rowCounts[Int(number)]
        findings.append(.init(number: number, rows: rowCount..<end))
        rowCount = end
      }
      principals.append(
        .init(
          findings: firstFinding..<Int32(findings.count), denials: Int(rowCount - firstRow)))
    }
    rows = Self.placed(joins, starts: starts)
  }

  /// One principal's findings.
  private struct Group {
    let name: ExactText
    var numbers: [Int32] = []
    var denials: Int32 = 0
  }

  /// Most denials first, then by name, so that nothing depends on hashing.
  private static func groups(_ joins: DenialJoins, rowCounts: [Int32]) -> [Group] {
    let strings = joins.strings
    var groups: [Group] = []
    var places: [Int32: Int] = [:]
    for (number, count) in rowCounts.enumerated() where count > 0 {
      let key = joins.key(ofFinding: Int32(number))
      let place = places[key.principal] ?? groups.count
      if place == groups.count {
        places[key.principal] = place
        let name = key.group == .named ? strings[key.name] : key.group.rawValue
        groups.append(Group(name: ExactText(name)))
      }
      groups[place].numbers.append(Int32(number))
      groups[place].denials += count
    }
    return groups.sorted { left, right in
      left.denials == right.denials ? left.name < right.name : left.denials > right.denials
    }
  }

  /// The rows where they belong, by counting.
  private static func placed(_ joins: DenialJoins, starts: [Int32]) -> [DenialRow] {
    guard let first = joins.rows.first else { return [] }
    var rows = Array(repeating: first, count: joins.rows.count)
    var next = starts
    for row in joins.rows {
      let number = Int(joins.finding(of: row))
      rows[Int(next[number])] = row
      next[number] += 1
    }
    return rows
  }

  /// The bursts of refusals that look suspicious, by the place of the principal.
  func bursts(_ joins: DenialJoins) -> [Int: Reconnaissance] {
    var bursts: [Int: Reconnaissance] = [:]
    for (place, principal) in principals.enumerated()
    where principal.findings.count >= ReconnaissanceSignal.leastFindings {
      var signal = ReconnaissanceSignal()
      for entry in findings[Int(principal.findings.lowerBound)..<Int(principal.findings.upperBound)]
      {
        let key = joins.key(ofFinding: entry.number)
        guard ReconnaissanceSignal.concerns(key) else { continue }
        let rows = rows[Int(entry.rows.lowerBound)..<Int(entry.rows.upperBound)]
        signal.add(
          rows.compactMap { joins.timestamp(of: $0) }, of: key,
          permissions: joins.permissions(of: key))
      }
      if let burst = signal.burst() { bursts[place] = burst }
    }
    return bursts
  }

  /// Principals that share a member with others, by place.
  ///
  /// An account has one name, but a federated identity or a workload may be spelled in several ways.
  func twins(_ joins: DenialJoins) -> [Int: [Int]] {
    var places: [Member: [(name: ExactText, place: Int)]] = [:]
    for (place, principal) in principals.enumerated() {
      let key = joins.key(ofFinding: findings[Int(principal.findings.lowerBound)].number)
      guard key.group == .named else { continue }
      let name = joins.strings[key.name]
      guard Self.hasManySpellings(name), let member = Principal(shownAs: name).member else {
        continue
      }
      places[member, default: []].append((ExactText(name), place))
    }
    var twins: [Int: [Int]] = [:]
    for group in places.values where group.count > 1 {
      let order = group.sorted { $0.name < $1.name }.map(\.place)
      for place in order { twins[place] = order }
    }
    return twins
  }

  private static func hasManySpellings(_ name: String) -> Bool {
    let bytes = name.utf8.span
    return bytes.indices.contains {
      bytes[$0] == UInt8(ascii: "/") || bytes[$0] == UInt8(ascii: "[")
    }
  }
}

extension FindingKey {
  /// Whose finding it is: the number of a name, or one below 0 for each of the groups.
  fileprivate var principal: Int32 {
    switch group {
    case .named: name
    case .redacted: -1
    case .anonymous: -2
    case .unknown: -3
    }
  }
}
