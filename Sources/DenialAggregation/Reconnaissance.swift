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

  /// With fewer findings there are too few of everything.
  static let leastFindings = min(findingLimit, serviceLimit, projectLimit)

  /// What was refused, and each time that it was.
  private var findings: [(subjects: Variety.Subjects, times: [Timestamp])] = []
  private var numbers: [Int32: Int] = [:]

  /// Whether the refusals of a finding count.
  static func concerns(_ finding: FindingKey) -> Bool {
    finding.group == .named && finding.cause.isCuredByBinding
  }

  /// Takes in the refusals of one finding that counts, whose time is known.
  mutating func add(_ times: [Timestamp], of finding: FindingKey, permissions: [Int32]) {
    let subjects = Variety.Subjects(
      finding: findings.count, permissions: permissions.compactMap { number(of: $0) },
      service: number(of: finding.service), project: number(of: finding.project))
    findings.append((subjects, times))
  }

  /// A small number for that of a string; `nil` for the empty one.
  private mutating func number(of string: Int32) -> Int? {
    if string == 0 { return nil }
    if let number = numbers[string] { return number }
    let number = numbers.count
    numbers[string] = number
    return number
  }

  /// The burst with the most distinct permissions, then services, then projects; the earliest of
  /// equals. `nil` if none is suspicious.
  func burst() -> Reconnaissance? {
    // Most principals have too few of everything for any burst.
    guard findings.count >= Self.leastFindings else { return nil }
    var variety = Variety(numberCount: max(numbers.count, findings.count))
    for finding in findings { variety.change(finding.subjects, by: 1) }
    guard variety.isSuspicious else { return nil }
    let events = events
    variety = Variety(numberCount: max(numbers.count, findings.count))
    var start = 0
    var best: (variety: Variety.Counts, first: Int64, last: Int64)?
    for event in events {
      variety.change(findings[event.finding].subjects, by: 1)
      while Self.isOver(from: events[start].moment, to: event.moment) {
        variety.change(findings[events[start].finding].subjects, by: -1)
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
      finding.times.map { ($0.nanosecondsSince1970, number) }
    }.sorted { $0 < $1 }
  }

  private static func isOver(from start: Int64, to end: Int64) -> Bool {
    let (length, overflows) = end.subtractingReportingOverflow(start)
    return overflows || length > windowNanoseconds
  }
}

/// How many different things refusals are about.
private struct Variety {
  private var findings: DistinctCount
  private var permissions: DistinctCount
  private var services: DistinctCount
  private var projects: DistinctCount

  /// - Parameter numberCount: What all numbers of subjects are below.
  init(numberCount: Int) {
    findings = DistinctCount(numberCount: numberCount)
    (permissions, services, projects) = (findings, findings, findings)
  }

  /// What one refusal is about, by number.
  struct Subjects {
    let finding: Int
    let permissions: [Int]
    let service: Int?
    let project: Int?
  }

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
    Counts(
      permissions: permissions.distinct, services: services.distinct, projects: projects.distinct)
  }

  var isSuspicious: Bool {
    permissions.distinct >= ReconnaissanceSignal.permissionLimit
      && findings.distinct >= ReconnaissanceSignal.findingLimit
      || services.distinct >= ReconnaissanceSignal.serviceLimit
      || projects.distinct >= ReconnaissanceSignal.projectLimit
  }

  /// Adds a refusal, or takes one away.
  mutating func change(_ subjects: Subjects, by change: Int) {
    findings.change(subjects.finding, by: change)
    for permission in subjects.permissions { permissions.change(permission, by: change) }
    if let service = subjects.service { services.change(service, by: change) }
    if let project = subjects.project { projects.change(project, by: change) }
  }
}

/// How often numbers occur, and how many of them do.
private struct DistinctCount {
  private var counts: [Int]
  private(set) var distinct = 0

  init(numberCount: Int) {
    counts = Array(repeating: 0, count: numberCount)
  }

  mutating func change(_ number: Int, by change: Int) {
    let old = counts[number]
    counts[number] = old + change
    distinct += (old + change == 0 ? 0 : 1) - (old == 0 ? 0 : 1)
  }
}
