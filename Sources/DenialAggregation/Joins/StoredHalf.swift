import AuditLog
import DenialClassification

/// A half of a call as ``OperationPartners`` keeps tens of thousands: numbers in place of strings.
struct StoredHalf: Sendable {
  private var nanoseconds: Int64?
  private var source: Int
  private var lineNumber: Int
  private var byteOffset: Int
  private var isFirst: Bool
  private var texts: InlineArray<9, Int32>
  private var permissions: [Int32]

  init(_ entry: OperationPartners.Entry, strings: inout StringTable) {
    let partner = entry.partner
    nanoseconds = partner.timestamp?.nanosecondsSince1970
    (source, lineNumber) = (entry.place.source, entry.place.lineNumber)
    byteOffset = entry.place.byteOffset
    isFirst = partner.operation.isFirst
    texts = [
      strings.number(of: partner.caller.email), strings.number(of: partner.caller.subject),
      strings.number(of: partner.caller.mappedPrincipal), strings.number(of: partner.callerIP),
      strings.number(of: partner.userAgent), strings.number(of: partner.key),
      strings.number(of: partner.oauthClientID), strings.number(of: partner.resource),
      strings.number(of: partner.permissionPath),
    ]
    permissions = partner.permissions.map { strings.number(of: $0) }
  }

  /// The time; that of a half without one is as good as the latest.
  var order: Int64 { nanoseconds ?? .max }

  /// The half in full; `key` is the producer and the id of the call, joined by a NUL.
  func entry(_ key: ExactText, _ strings: StringTable) -> OperationPartners.Entry {
    let parts = key.string.split(separator: "\u{0}", maxSplits: 1, omittingEmptySubsequences: false)
    var partner = OperationPartner(
      operation: .init(
        id: String(parts.last ?? ""), producer: String(parts.first ?? ""), isFirst: isFirst,
        isLast: !isFirst),
      timestamp: nanoseconds.map(Timestamp.init(nanosecondsSince1970:)),
      caller: .init(
        email: strings[texts[0]], subject: strings[texts[1]], mappedPrincipal: strings[texts[2]]))
    (partner.callerIP, partner.userAgent) = (strings[texts[3]], strings[texts[4]])
    (partner.key, partner.oauthClientID) = (strings[texts[5]], strings[texts[6]])
    (partner.resource, partner.permissionPath) = (strings[texts[7]], strings[texts[8]])
    partner.permissions = permissions.map { strings[$0] }
    let place = EntryPlace(source: source, lineNumber: lineNumber, byteOffset: byteOffset)
    return .init(partner: partner, place: place)
  }

  /// Takes its texts from one table into another.
  mutating func intern(from old: StringTable, into new: inout StringTable) {
    for index in texts.indices { texts[index] = new.number(of: old[texts[index]]) }
    for index in permissions.indices {
      permissions[index] = new.number(of: old[permissions[index]])
    }
  }
}

/// The halves of one call that are known.
struct Halves: Sendable {
  var first: StoredHalf?
  var last: StoredHalf?

  var isComplete: Bool { first != nil && last != nil }

  var all: [StoredHalf] { [first, last].compactMap(\.self) }

  /// The time of the earlier half, which is the one that others would ask for.
  var nanoseconds: Int64 { min(first?.order ?? .max, last?.order ?? .max) }

  mutating func intern(from old: StringTable, into new: inout StringTable) {
    first?.intern(from: old, into: &new)
    last?.intern(from: old, into: &new)
  }
}
