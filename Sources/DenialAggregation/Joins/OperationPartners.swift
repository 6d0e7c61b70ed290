package import AuditLog
package import DenialClassification

/// The halves of long-running calls that are no denials, kept because the other half may be one.
///
/// They come in the order of the input. A half whose other half was refused is *claimed* and stays:
/// there are no more of them than denials. Of the others at most ``pendingLimit`` calls are kept.
/// Calls of which both halves are here go first when room is needed, because nothing asks for them
/// any more; then the oldest go, and that is said.
package struct OperationPartners: Sendable {
  /// How many calls without a refused half are kept.
  package static let pendingLimit = 65_536

  /// A half and where it was read.
  package struct Entry: Hashable, Sendable {
    package let partner: OperationPartner
    package let place: EntryPlace

    package init(partner: OperationPartner, place: EntryPlace) {
      var partner = partner
      // Else gcloud's number of each invocation would make each text its own.
      partner.userAgent = UserAgent.shown(partner.userAgent)
      (self.partner, self.place) = (partner, place)
    }

    /// Of copies that differ, the earlier one stays, wherever it came first.
    fileprivate func precedes(_ other: Entry) -> Bool {
      let times = (partner.nanoseconds, other.partner.nanoseconds)
      if times.0 != times.1 { return times.0 < times.1 }
      let hashes = (partner.contentHash, other.partner.contentHash)
      return hashes.0 == hashes.1 ? place < other.place : hashes.0 < hashes.1
    }
  }

  private var pending: [ExactText: Halves] = [:]
  private var claimed: [ExactText: Halves] = [:]
  private var strings = StringTable()
  /// Whether a call was given up of which one half is not here.
  package private(set) var isCapped = false
  private let limit: Int

  package init(limit: Int = Self.pendingLimit) {
    self.limit = limit
  }

  /// Keeps a half that is no denial.
  package mutating func add(_ entry: Entry) {
    let key = entry.partner.operation.key
    if var halves = claimed[key] {
      put(entry, into: &halves, of: key)
      claimed[key] = halves
    } else {
      var halves = pending[key] ?? Halves()
      put(entry, into: &halves, of: key)
      pending[key] = halves
      if pending.count > limit { makeRoom() }
    }
  }

  /// Takes note that a half of a call is a denial.
  package mutating func claim(_ operation: Denial.Operation) {
    guard operation.isFirst != operation.isLast else { return }
    let key = operation.key
    if claimed[key] == nil { claimed[key] = pending.removeValue(forKey: key) ?? Halves() }
  }

  /// Takes in what another part of the input has.
  package mutating func merge(_ other: OperationPartners) {
    if pending.isEmpty, claimed.isEmpty {
      let wasCapped = isCapped
      self = other
      isCapped = isCapped || wasCapped
      return
    }
    for key in other.claimed.keys where claimed[key] == nil {
      claimed[key] = pending.removeValue(forKey: key) ?? Halves()
    }
    for (key, halves) in [other.claimed, other.pending].joined() {
      for half in halves.all { add(half.entry(key, other.strings)) }
    }
    isCapped = isCapped || other.isCapped
  }

  /// The half of a call that is not `half`, if it is here and no denial.
  package func partner(of half: OperationHalfKey) -> OperationPartner? {
    let halves = claimed[half.key] ?? pending[half.key]
    return (half.isFirst ? halves?.last : halves?.first)?.entry(half.key, strings).partner
  }

  /// What other inputs may still ask for: all claimed halves, and those whose call is not complete.
  package var unsettled: [Entry] {
    [claimed, pending.filter { !$0.value.isComplete }].joined()
      .flatMap { call in call.value.all.map { $0.entry(call.key, strings) } }
      .sorted { $0.place < $1.place }
  }

  private mutating func put(_ entry: Entry, into halves: inout Halves, of key: ExactText) {
    let isFirst = entry.partner.operation.isFirst
    let present = isFirst ? halves.first : halves.last
    if let present, !entry.precedes(present.entry(key, strings)) { return }
    let half = StoredHalf(entry, strings: &strings)
    if isFirst { halves.first = half } else { halves.last = half }
  }

  /// Gives up a quarter, so that it is not to be done for each entry, and the texts with it.
  private mutating func makeRoom() {
    let order = pending.map { call in
      (key: call.key, isComplete: call.value.isComplete, nanoseconds: call.value.nanoseconds)
    }.sorted { left, right in
      if left.isComplete != right.isComplete { return left.isComplete }
      return (left.nanoseconds, left.key) < (right.nanoseconds, right.key)
    }
    for call in order.prefix(order.count - limit / 4 * 3) {
      pending[call.key] = nil
      if !call.isComplete { isCapped = true }
    }
    var kept = StringTable()
    for key in pending.keys { pending[key]?.intern(from: strings, into: &kept) }
    for key in claimed.keys { claimed[key]?.intern(from: strings, into: &kept) }
    strings = kept
  }
}

extension OperationPartner {
  /// A half without a time is as good as the latest.
  fileprivate var nanoseconds: Int64 { timestamp?.nanosecondsSince1970 ?? .max }
}

/// Which half of which call.
package struct OperationHalfKey: Hashable, Sendable {
  package let key: ExactText
  package let isFirst: Bool

  package init(key: ExactText, isFirst: Bool) {
    (self.key, self.isFirst) = (key, isFirst)
  }
}

extension Denial.Operation {
  /// What both halves have in common: the producer and the id, which is unique for it.
  package var key: ExactText { ExactText("\(producer)\u{0}\(id)") }
}
