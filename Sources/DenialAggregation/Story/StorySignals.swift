package import AuditLog
import DenialClassification
import IAM

extension Story {
  /// Something in a story that an investigator would look at first: a hint with evidence, no verdict.
  package struct Signal: Hashable, Sendable {
    package let kind: Kind
    /// One clause that says what was seen.
    package let text: String
    /// When it began, if the log says.
    package let time: Timestamp?
    /// The first few log entries that show it.
    package internal(set) var insertIDs: [String]
  }
}

extension Story.Signal {
  /// What is looked for; the raw value is what machine formats print.
  package enum Kind: String, CaseIterable, Sendable {
    /// Many permissions, services or projects in a short time.
    case enumeration
    /// A permission that leads to more power.
    case escalation
    /// A key that was known from other addresses.
    case newAddressForKey = "new-address-for-key"
    /// A key that was known with other programs.
    case newAgentForKey = "new-agent-for-key"
    /// A key was made shortly before it, or another key of the principal, was refused.
    case afterKeyCreation = "after-key-creation"
    /// An address from which others were refused as well.
    case sharedAddress = "shared-address"
  }

  /// How many denials make the use of a key known.
  static let knownUses = 3
  /// How many principals make an address a shared one.
  static let sharingPrincipals = 3
  /// How long after the making of a key denials are pointed out, in seconds.
  static let keyCreationSeconds: Int64 = 3600
  /// How many signals of one kind there are, and how many insertIds each has.
  static let limit = 5
}

/// Finds the signals of one principal's story.
struct StorySignals {
  private let records: [DenialRecord]
  /// By address: who else was refused from there, with an insertId.
  private let others: [String: [String: String]]

  /// - Parameters:
  ///   - records: The denials of one principal, in the order of time.
  ///   - others: By address, who else was refused from there, with an insertId.
  init(_ records: [DenialRecord], others: [String: [String: String]]) {
    self.records = records
    self.others = others
  }

  /// All signals, by kind.
  func all() -> [Story.Signal] {
    [enumeration].compactMap(\.self) + escalations
      + news(.newAddressForKey, "used from") { $0.callerIP }
      + news(.newAgentForKey, "used by") { Self.program(of: $0.userAgent) }
      + sharedAddresses
  }

  /// The stretch of time in which there was most, if that is too much; the earliest of equals.
  private var enumeration: Story.Signal? {
    var (permissions, services, projects) = (Counter(), Counter(), Counter())
    let timed = records.filter { $0.denial.timestamp != nil && $0.denial.cause.isCuredByBinding }
    var start = 0
    var best: (counts: (Int, Int, Int), text: String, places: ClosedRange<Int>)?
    for (place, record) in timed.enumerated() {
      permissions.change(record.denial.permissions, by: 1)
      services.change([record.denial.service], by: 1)
      projects.change([record.denial.project], by: 1)
      while Self.isOver(timed[start], record) {
        permissions.change(timed[start].denial.permissions, by: -1)
        services.change([timed[start].denial.service], by: -1)
        projects.change([timed[start].denial.project], by: -1)
        start += 1
      }
      let counts = (permissions.count, services.count, projects.count)
      guard
        counts.0 >= ReconnaissanceSignal.permissionLimit
          || counts.1 >= ReconnaissanceSignal.serviceLimit
          || counts.2 >= ReconnaissanceSignal.projectLimit,
        best.map({ counts > $0.counts }) ?? true
      else { continue }
      let minutes = ReconnaissanceSignal.windowNanoseconds / 60_000_000_000
      let text =
        "\(permissions.counted("permission")), \(services.counted("service")) and "
        + "\(projects.counted("project")) within \(minutes) minutes"
      best = (counts, text, start...place)
    }
    return best.map { best in
      Story.Signal(
        kind: .enumeration, text: best.text,
        time: timed[best.places.lowerBound].denial.timestamp,
        insertIDs: Self.insertIDs(of: timed[best.places]))
    }
  }

  private static func isOver(_ first: DenialRecord, _ last: DenialRecord) -> Bool {
    guard let start = first.denial.timestamp, let end = last.denial.timestamp else { return false }
    return end.nanosecondsSince1970 - start.nanosecondsSince1970
      > ReconnaissanceSignal.windowNanoseconds
  }

  private var escalations: [Story.Signal] {
    var asked: [(permission: String, first: DenialRecord, ids: [String])] = []
    for record in records {
      for name in record.denial.permissions {
        guard let permission = Permission(name), EscalationPermissions.kind(of: permission) != nil
        else { continue }
        if let place = asked.firstIndex(where: { $0.permission == name }) {
          if asked[place].ids.count < Story.Signal.limit { asked[place].ids += record.insertIDs }
        } else {
          asked.append((name, record, record.insertIDs))
        }
      }
    }
    return asked.prefix(Story.Signal.limit).map { entry in
      Story.Signal(
        kind: .escalation, text: "\(entry.permission) was refused, which leads to more power",
        time: entry.first.denial.timestamp, insertIDs: entry.ids)
    }
  }

  /// Uses of a key with a value that is new to it.
  private func news(
    _ kind: Story.Signal.Kind, _ verb: String, _ value: (Denial) -> String
  ) -> [Story.Signal] {
    var uses: [String: (values: Set<String>, count: Int)] = [:]
    var signals: [Story.Signal] = []
    for record in records {
      let key = record.denial.key
      let value = value(record.denial)
      guard !key.isEmpty, !value.isEmpty else { continue }
      var use = uses[key] ?? ([], 0)
      let isNew = use.values.insert(value).inserted
      if isNew, use.count >= Story.Signal.knownUses, signals.count < Story.Signal.limit {
        signals.append(
          Story.Signal(
            kind: kind,
            text: "key \(key) was \(verb) \(value) for the first time, after \(use.count) denials "
              + "without",
            time: record.denial.timestamp, insertIDs: record.insertIDs))
      }
      use.count += 1
      uses[key] = use
    }
    return signals
  }

  private var sharedAddresses: [Story.Signal] {
    var seen: Set<String> = []
    var signals: [Story.Signal] = []
    for record in records {
      let address = record.denial.callerIP
      guard Self.isAddress(address), seen.insert(address).inserted, let sharers = others[address],
        sharers.count + 1 >= Story.Signal.sharingPrincipals, signals.count < Story.Signal.limit
      else { continue }
      let names = sharers.keys.sorted()
      let more = names.count > 3 ? " and \(names.count - 3) more" : ""
      signals.append(
        Story.Signal(
          kind: .sharedAddress,
          text: "from \(address) were refused as well: "
            + "\(names.prefix(3).joined(separator: ", "))\(more)",
          time: record.denial.timestamp,
          insertIDs: Array(
            names.prefix(Story.Signal.limit).compactMap { sharers[$0] }.filter { !$0.isEmpty })))
    }
    return signals
  }

  /// Whether it is an address, and no word for one of Google's own such as `gce-internal-ip`.
  static func isAddress(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: ":"))
      || text.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 } ?? false
  }

  /// The first product of a user agent, without its version.
  private static func program(of userAgent: String) -> String {
    String(UserAgent.shown(userAgent).prefix { $0 != "/" && $0 != " " })
  }

  private static func insertIDs(of records: ArraySlice<DenialRecord>) -> [String] {
    Array(records.lazy.flatMap(\.insertIDs).prefix(Story.Signal.limit))
  }
}

extension DenialRecord {
  /// One, or none if the log has none.
  fileprivate var insertIDs: [String] { denial.insertID.isEmpty ? [] : [denial.insertID] }
}

/// How often each of some texts is there.
private struct Counter {
  private var counts: [String: Int] = [:]

  /// How many different ones are there.
  var count: Int { counts.count }

  /// Such as `1 service` or `3 services`.
  func counted(_ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  mutating func change(_ texts: [String], by step: Int) {
    for text in texts where !text.isEmpty {
      let count = counts[text, default: 0] + step
      counts[text] = count == 0 ? nil : count
    }
  }
}
