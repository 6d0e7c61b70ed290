package import AuditLog
package import DenialClassification

/// Everything that one principal was refused, in the order of time.
package struct Story: Sendable {
  /// As reports name it.
  package let principal: String
  /// As a binding names it; `nil` if none can.
  package let member: String?
  /// All distinct denials, told or not.
  package let denials: Int
  /// How many are not told, because there are too many.
  package let denialsLeftOut: Int
  /// By cause, most denials first.
  package let causes: [(cause: DenialCause, denials: Int)]
  /// Denials that follow each other, in the order of time; at the end those without a time.
  package let bursts: [Burst]
  /// Where the calls came from, most denials first, as all lists below.
  package let callerIPs: [Sighting]
  package let userAgents: [Sighting]
  /// The keys that signed the calls.
  package let keys: [Sighting]
  /// Who acted through whom, in the order of delegation.
  package let delegations: [Sighting]
  /// What to look at first.
  package let signals: [Signal]
  /// What it was allowed; `nil` if nobody asked.
  package let allowed: Allowed?
  /// What was refused, in the order in which it was first refused.
  package let permissions: [Sighting]

  /// The longest time between two denials of one burst, in seconds.
  package static let burstGapSeconds: Int64 = 300

  /// A value, and when it was seen.
  package struct Sighting: Hashable, Sendable {
    package let value: String
    /// How many denials, or calls that went well.
    package internal(set) var count: Int
    package internal(set) var firstSeen: Timestamp?
    package internal(set) var lastSeen: Timestamp?
  }

  /// Denials with little time between any two.
  package struct Burst: Sendable {
    package internal(set) var denials = 0
    package internal(set) var steps: [Step] = []

    /// `nil` if the log does not say.
    package var start: Timestamp? { steps.first?.start }
    /// `nil` if the log does not say.
    package var end: Timestamp? { steps.last?.end }
  }

  /// Denials that follow each other and differ in little but time and resource.
  package struct Step: Sendable {
    /// The first of them.
    package let first: DenialRecord
    package internal(set) var end: Timestamp?
    package internal(set) var denials = 1
    /// The first few, each once.
    package internal(set) var resources: [String]
    /// How many denials are of resources that are not among them.
    package internal(set) var otherResources = 0
    /// The first few.
    package internal(set) var insertIDs: [String]
    /// Those that were never refused before.
    package let newPermissions: [String]

    package var start: Timestamp? { first.denial.timestamp }

    /// How many resources and insertIds a step keeps.
    static let listLimit = 5

    init(_ record: DenialRecord, newPermissions: [String]) {
      first = record
      end = record.denial.timestamp
      resources = [record.denial.resource].filter { !$0.isEmpty }
      insertIDs = [record.denial.insertID].filter { !$0.isEmpty }
      self.newPermissions = newPermissions
    }

    /// Takes a denial in, if it differs in little.
    mutating func add(_ record: DenialRecord) -> Bool {
      guard StepKey(record.denial) == StepKey(first.denial) else { return false }
      let denial = record.denial
      denials += 1
      end = denial.timestamp
      if !denial.insertID.isEmpty, insertIDs.count < Self.listLimit {
        insertIDs.append(denial.insertID)
      }
      if denial.resource.isEmpty || resources.contains(denial.resource) { return true }
      if resources.count < Self.listLimit {
        resources.append(denial.resource)
      } else {
        otherResources += 1
      }
      return true
    }
  }

  /// What the denials of a step have in common.
  private struct StepKey: Equatable {
    let words: [String]
    let lists: [[String]]

    init(_ denial: Denial) {
      words = [
        denial.cause.rawValue, denial.method, denial.service, denial.project, denial.callerIP,
        UserAgent.shown(denial.userAgent), denial.key,
      ]
      lists = [denial.permissions, denial.delegation]
    }
  }
}
