import AuditLog
import DenialClassification

/// A half of a call as ``OperationPartners`` keeps tens of thousands: numbers in place of strings.
struct StoredHalf: Sendable {
  /// The time; that of a half without one is as good as the latest.
  let order: Int64
  private let source: Int
  private let lineNumber: Int
  private let byteOffset: Int
  /// The list of names of the caller, and of where the call came from.
  private var caller: Int32
  private var permissions: Int32
  private var resource: Int32
  private var permissionPath: Int32
  private let isFirst: Bool

  init(_ entry: OperationPartners.Entry, _ texts: inout HalfTexts) {
    let partner = entry.partner
    // No text is read as the last moment of all, which so stands for none.
    order = partner.timestamp?.nanosecondsSince1970 ?? .max
    (source, lineNumber) = (entry.place.source, entry.place.lineNumber)
    byteOffset = entry.place.byteOffset
    isFirst = partner.operation.isFirst
    caller = texts.number(of: [
      partner.caller.email, partner.caller.subject, partner.caller.mappedPrincipal,
      partner.callerIP, partner.userAgent, partner.key, partner.oauthClientID,
    ])
    permissions = texts.number(of: partner.permissions)
    resource = texts.strings.number(of: partner.resource)
    permissionPath = texts.strings.number(of: partner.permissionPath)
  }

  /// The half in full; `key` is the producer and the id of the call, joined by a NUL.
  func entry(_ key: String, _ texts: HalfTexts) -> OperationPartners.Entry {
    let parts = key.split(separator: "\u{0}", maxSplits: 1, omittingEmptySubsequences: false)
    let names = texts.texts(caller)
    var partner = OperationPartner(
      operation: .init(
        id: String(parts.last ?? ""), producer: String(parts.first ?? ""), isFirst: isFirst,
        isLast: !isFirst),
      timestamp: order == .max ? nil : Timestamp(nanosecondsSince1970: order),
      caller: .init(email: names[0], subject: names[1], mappedPrincipal: names[2]))
    (partner.callerIP, partner.userAgent) = (names[3], names[4])
    (partner.key, partner.oauthClientID) = (names[5], names[6])
    partner.permissions = texts.texts(permissions)
    partner.resource = texts.strings[resource]
    partner.permissionPath = texts.strings[permissionPath]
    let place = EntryPlace(source: source, lineNumber: lineNumber, byteOffset: byteOffset)
    return .init(partner: partner, place: place)
  }

  /// The same half with its texts in another table.
  func moved(from old: HalfTexts, to new: inout HalfTexts) -> StoredHalf {
    var half = self
    half.caller = new.number(of: old.texts(caller))
    half.permissions = new.number(of: old.texts(permissions))
    half.resource = new.strings.number(of: old.strings[resource])
    half.permissionPath = new.strings.number(of: old.strings[permissionPath])
    return half
  }
}

/// The texts of halves: callers and lists of permissions come again and again.
struct HalfTexts: Sendable {
  var strings = StringTable()
  private var lists = ListTable()

  mutating func number(of texts: [String]) -> Int32 {
    lists.number(of: texts.map { strings.number(of: $0) })
  }

  func texts(_ number: Int32) -> [String] {
    lists[number].map { strings[$0] }
  }
}
