import AuditLog
import DenialClassification

/// A burst of refusals that looks like someone trying out what a credential can do.
public struct Reconnaissance: Hashable, Sendable {
  /// The first refusal of the burst, RFC 3339 in UTC.
  public var firstSeen: String
  /// The last one.
  public var lastSeen: String
  /// How many distinct permissions were refused in it.
  public var permissions: Int
  /// How many services refused them.
  public var services: Int
  /// In how many projects.
  public var projects: Int
}

/// Finds the burst among the refusals of one principal for want of a role.
///
/// A program that lacks a role asks for the same few permissions again and again; whoever holds a
/// found key asks for many different ones, or at many doors. A first roll-out whose roles were never
/// granted looks the same: the words leave that open.
struct ReconnaissanceSignal {
  /// How long a burst is: scripts that enumerate permissions are done in minutes.
  static let windowNanoseconds: Int64 = 10 * 60 * 1_000_000_000
  /// How much of one kind makes a burst suspicious. Chosen, not measured: above what one deployment
  /// or one broken program asks for in ten minutes in the logs at hand.
  static let permissionLimit = 10
  /// So many permissions in fewer findings are a few calls that need a lot.
  static let findingLimit = 5
  static let serviceLimit = 6
  static let projectLimit = 5

  /// What was refused, and each time that it was.
  private var findings: [(identity: FindingIdentity, rows: [DenialRow])] = []

  /// Takes in the refusals of one finding.
  mutating func add(_ rows: [DenialRow], of identity: FindingIdentity) {
    guard identity.group == .named, identity.cause.isCuredByBinding else { return }
    findings.append((identity, rows))
  }

  /// The burst with the most distinct permissions, then services, then projects; the earliest of
  /// equals. `nil` if none is suspicious.
  func burst() -> Reconnaissance? {
    // Most principals have too few of everything for any burst.
    var variety = Variety()
    for number in findings.indices { variety.add(findings[number].identity, number: number) }
    guard variety.isSuspicious else { return nil }
    let events = events
    variety = Variety()
    var start = 0
    var best: (variety: Variety.Counts, first: Int64, last: Int64)?
    for event in events {
      variety.add(findings[event.finding].identity, number: event.finding)
      while Self.isOver(from: events[start].moment, to: event.moment) {
        let number = events[start].finding
        variety.remove(findings[number].identity, number: number)
        start += 1
      }
      if variety.isSuspicious, best.map({ $0.variety < variety.counts }) ?? true {
        best = (variety.counts, events[start].moment, event.moment)
      }
    }
    return best.map { best in
      Reconnaissance(
        firstSeen: Timestamp(nanosecondsSince1970: best.first).description,
        lastSeen: Timestamp(nanosecondsSince1970: best.last).description,
        permissions: best.variety.permissions, services: best.variety.services,
        projects: best.variety.projects)
    }
  }

  /// The refusals whose time is known, in its order, each with the number of its finding.
  private var events: [(moment: Int64, finding: Int)] {
    findings.enumerated().flatMap { number, finding in
      finding.rows.compactMap(\.timestamp).map { ($0.nanosecondsSince1970, number) }
    }.sorted { $0 < $1 }
  }

  private static func isOver(from start: Int64, to end: Int64) -> Bool {
    let (length, overflows) = end.subtractingReportingOverflow(start)
    return overflows || length > windowNanoseconds
  }
}

/// How many different things refusals are about.
private struct Variety {
  private var findings: [Int: Int] = [:]
  private var permissions: [ExactText: Int] = [:]
  private var services: [ExactText: Int] = [:]
  private var projects: [ExactText: Int] = [:]

  struct Counts: Comparable {
    let permissions: Int
    let services: Int
    let projects: Int

    static func < (left: Counts, right: Counts) -> Bool {
      (left.permissions, left.services, left.projects)
        < (right.permissions, right.services, right.projects)
    }
  }

  var counts: Counts {
    Counts(permissions: permissions.count, services: services.count, projects: projects.count)
  }

  var isSuspicious: Bool {
    permissions.count >= ReconnaissanceSignal.permissionLimit
      && findings.count >= ReconnaissanceSignal.findingLimit
      || services.count >= ReconnaissanceSignal.serviceLimit
      || projects.count >= ReconnaissanceSignal.projectLimit
  }

  mutating func add(_ identity: FindingIdentity, number: Int) {
    change(identity, number: number, by: 1)
  }

  mutating func remove(_ identity: FindingIdentity, number: Int) {
    change(identity, number: number, by: -1)
  }

  private mutating func change(_ identity: FindingIdentity, number: Int, by change: Int) {
    let count = (findings[number] ?? 0) + change
    findings[number] = count == 0 ? nil : count
    for permission in identity.permissions { Self.change(&permissions, permission, by: change) }
    Self.change(&services, identity.service, by: change)
    Self.change(&projects, identity.project, by: change)
  }

  private static func change(
    _ counts: inout [ExactText: Int], _ text: String, by change: Int
  ) {
    guard !text.isEmpty else { return }
    let count = (counts[ExactText(text)] ?? 0) + change
    counts[ExactText(text)] = count == 0 ? nil : count
  }
}
