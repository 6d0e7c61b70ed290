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

  /// What is known of a call: the numbers of its halves plus one, or 0.
  private struct Call {
    var first: UInt32 = 0
    var last: UInt32 = 0
    /// Whether a half of it is a denial.
    var isClaimed = false

    var isComplete: Bool { first != 0 && last != 0 }

    subscript(isFirst isFirst: Bool) -> UInt32 {
      get { isFirst ? first : last }
      set { if isFirst { first = newValue } else { last = newValue } }
    }
  }

  /// By the number of the text that names the call.
  private var calls: [Int32: Call] = [:]
  private var halves = Chunked<StoredHalf>()
  private var texts = HalfTexts()
  private var pendingCount = 0
  /// Whether a call was given up of which one half is not here.
  package private(set) var isCapped = false
  private let limit: Int

  package init(limit: Int = Self.pendingLimit) {
    self.limit = limit
  }

  /// Keeps a half that is no denial.
  package mutating func add(_ entry: Entry) {
    let key = texts.strings.number(of: entry.partner.operation.key.string)
    var call = calls[key] ?? Call()
    if call.first == 0, call.last == 0, !call.isClaimed { pendingCount += 1 }
    put(entry, into: &call, of: key)
    calls[key] = call
    if pendingCount > limit { makeRoom() }
  }

  /// Takes note that a half of a call is a denial.
  package mutating func claim(_ operation: Denial.Operation) {
    guard operation.isFirst != operation.isLast else { return }
    claim(texts.strings.number(of: operation.key.string))
  }

  /// Whether a half of a call is a denial.
  func isClaimed(_ operation: Denial.Operation) -> Bool {
    texts.strings.knownNumber(of: operation.key.string).flatMap { calls[$0]?.isClaimed } ?? false
  }

  /// Takes in what another part of the input has.
  package mutating func merge(_ other: OperationPartners) {
    if calls.isEmpty {
      let wasCapped = isCapped
      self = other
      isCapped = isCapped || wasCapped
      return
    }
    for (key, call) in other.calls where call.isClaimed {
      claim(texts.strings.number(of: other.texts.strings[key]))
    }
    for (key, call) in other.calls {
      for half in [call.first, call.last] where half != 0 { add(other.entry(half, of: key)) }
    }
    isCapped = isCapped || other.isCapped
  }

  /// The half of a call that is not `half`, if it is here and no denial.
  package func partner(of half: OperationHalfKey) -> OperationPartner? {
    guard let key = texts.strings.knownNumber(of: half.key.string), let call = calls[key] else {
      return nil
    }
    let number = call[isFirst: !half.isFirst]
    return number == 0 ? nil : entry(number, of: key).partner
  }

  /// What other inputs may still ask for: all claimed halves, and those whose call is not complete.
  package var unsettled: [Entry] {
    calls.filter { $0.value.isClaimed || !$0.value.isComplete }
      .flatMap { key, call in
        [call.first, call.last].filter { $0 != 0 }.map { entry($0, of: key) }
      }
      .sorted { $0.place < $1.place }
  }

  private mutating func claim(_ key: Int32) {
    var call = calls[key] ?? Call()
    if call.isClaimed { return }
    if call.first != 0 || call.last != 0 { pendingCount -= 1 }
    call.isClaimed = true
    calls[key] = call
  }

  private func entry(_ half: UInt32, of key: Int32) -> Entry {
    halves[Int(half) - 1].entry(texts.strings[key], texts)
  }

  private mutating func put(_ entry: Entry, into call: inout Call, of key: Int32) {
    let isFirst = entry.partner.operation.isFirst
    let present = call[isFirst: isFirst]
    if present == 0 {
      halves.append(StoredHalf(entry, &texts))
      call[isFirst: isFirst] = UInt32(halves.count)
    } else if entry.precedes(self.entry(present, of: key)) {
      halves[Int(present) - 1] = StoredHalf(entry, &texts)
    }
  }

  /// Gives up a quarter, so that it is not to be done for each entry, and the texts with it.
  private mutating func makeRoom() {
    let order = calls.filter { !$0.value.isClaimed }.map { key, call in
      (key: key, isComplete: call.isComplete, nanoseconds: nanoseconds(of: call))
    }.sorted { left, right in
      if left.isComplete != right.isComplete { return left.isComplete }
      if left.nanoseconds != right.nanoseconds { return left.nanoseconds < right.nanoseconds }
      return texts.strings.precedes(left.key, right.key)
    }
    for call in order.prefix(order.count - limit / 4 * 3) {
      calls[call.key] = nil
      if !call.isComplete { isCapped = true }
    }
    var kept = OperationPartners(limit: limit)
    kept.isCapped = isCapped
    kept.pendingCount = min(order.count, limit / 4 * 3)
    for (key, call) in calls {
      let newKey = kept.texts.strings.number(of: texts.strings[key])
      var newCall = Call(isClaimed: call.isClaimed)
      for isFirst in [true, false] where call[isFirst: isFirst] != 0 {
        let half = halves[Int(call[isFirst: isFirst]) - 1]
        kept.halves.append(half.moved(from: texts, to: &kept.texts))
        newCall[isFirst: isFirst] = UInt32(kept.halves.count)
      }
      kept.calls[newKey] = newCall
    }
    self = kept
  }

  /// The time of the earlier half, which is the one that others would ask for.
  private func nanoseconds(of call: Call) -> Int64 {
    [call.first, call.last].filter { $0 != 0 }.map { halves[Int($0) - 1].order }.min() ?? .max
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
