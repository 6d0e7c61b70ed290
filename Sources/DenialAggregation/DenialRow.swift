import AuditLog
import DenialClassification

/// One distinct denial in 24 bytes: what it has of its own, and the number of what it shares.
struct DenialRow: Sendable {
  /// Stands for what makes two entries copies of one denial.
  var key: DenialKeyHash
  private var nanoseconds: Int64
  /// The number of a ``DenialContext``.
  var context: UInt32
  /// Tells copies that differ apart, and orders them.
  var contentHash: UInt32

  init(key: DenialKeyHash, timestamp: Timestamp?, context: UInt32, contentHash: UInt32) {
    self.key = key
    // No text is read as the last moment of all, which so stands for none.
    nanoseconds = timestamp?.nanosecondsSince1970 ?? .max
    (self.context, self.contentHash) = (context, contentHash)
  }

  /// `nil` if the log has none that can be read.
  var timestamp: Timestamp? {
    nanoseconds == .max ? nil : Timestamp(nanosecondsSince1970: nanoseconds)
  }

  /// The time; that of a row without one is as good as the latest.
  var order: Int64 { nanoseconds }
}

extension Denial {
  /// A hash of everything in the denial, the same on every machine.
  package var contentHash: UInt64 {
    var hash = ByteHash()
    hash.combine(insertID)
    hash.combine(timestampText)
    hash.combine(logName)
    hash.combine(cause.rawValue)
    hash.combine(rule)
    hash.combine(confidence.rawValue)
    hash.combine(evidence.path)
    hash.combine(evidence.value)
    hash.combine(caller.email)
    hash.combine(caller.subject)
    hash.combine(caller.mappedPrincipal)
    hash.combine(project)
    hash.combine(service)
    hash.combine(method)
    hash.combine(resource)
    hash.combine(serviceAccount)
    hash.combine(quotaProject)
    hash.combine(callerIP)
    hash.combine(userAgent)
    hash.combine(key)
    hash.combine(oauthClientID)
    hash.combine(perimeterID)
    combineParts(into: &hash)
    return hash.value
  }

  /// What most denials do not have; each piece begins with a number that tells whether it is there.
  private func combineParts(into hash: inout ByteHash) {
    for list in [permissions, delegation] {
      hash.combine(UInt64(list.count))
      for text in list { hash.combine(text) }
    }
    hash.combine(operation == nil ? 0 : 1 as UInt64)
    if let operation {
      hash.combine(operation.id)
      hash.combine(operation.producer)
      hash.combine((operation.isFirst ? 2 : 0) + (operation.isLast ? 1 : 0) as UInt64)
    }
    hash.combine(split == nil ? 0 : 1 as UInt64)
    if let split {
      hash.combine(split.uid)
      hash.combine(UInt64(bitPattern: Int64(split.index)))
      hash.combine(UInt64(bitPattern: Int64(split.total)))
    }
    forEachDetailText { hash.combine($0) }
  }
}
