import AuditLog
import DenialClassification

extension DenialSighting.Key {
  /// What copies of an entry have in common: the log, the time, the insertId, and which part of a
  /// divided entry it is.
  ///
  /// - Parameters:
  ///   - head: What names the entry; its insertId is not empty.
  ///   - timestamp: That of the entry, which takes time to read.
  ///   - partIndex: From 0; 0 for what is whole.
  init(_ head: EntryHead, timestamp: Timestamp?, partIndex: Int) {
    var hash = WideHash(of: .entry)
    hash.combine(head.logName)
    hash.combine(head.insertID)
    // A timestamp that cannot be read counts as its text.
    if let timestamp {
      hash.combine(timestamp.nanosecondsSince1970)
    } else {
      hash.combine(head.timestampText)
    }
    hash.combine(Int64(partIndex))
    self = hash.key
  }

  /// An entry without an insertId is itself wherever it is read from: a byte of some bytes.
  ///
  /// - Parameters:
  ///   - fingerprint: The SHA-256 of the source.
  ///   - byteOffset: Where the entry begins in it.
  init(fingerprint: String, byteOffset: Int) {
    var hash = WideHash(of: .place)
    hash.combine(fingerprint)
    hash.combine(Int64(byteOffset))
    self = hash.key
  }

  /// A half of a call, which has one first and one last.
  init(halfOf operation: Denial.Operation) {
    var hash = WideHash(of: .half)
    hash.combine(operation.producer)
    hash.combine(operation.id)
    hash.combine(operation.isFirst ? 1 : 0)
    self = hash.key
  }
}

/// A hash of 128 bits that is the same on every machine and in every run.
private struct WideHash {
  private var high = ByteHash(seed: 0xbf58_476d_1ce4_e5b9)
  private var low = ByteHash(seed: 0x94d0_49bb_1331_11eb)

  /// What is hashed, so that things of different kinds never have one key.
  enum Kind: Int64 {
    case entry, place, half
  }

  init(of kind: Kind) {
    combine(kind.rawValue)
  }

  var key: DenialSighting.Key { .init(high: high.value, low: low.value) }

  mutating func combine(_ text: String) {
    high.combine(text)
    low.combine(text)
  }

  mutating func combine(_ number: Int64) {
    high.combine(UInt64(bitPattern: number))
    low.combine(UInt64(bitPattern: number))
  }
}
