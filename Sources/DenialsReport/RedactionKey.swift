package import DenialClassification
import GzipStream
package import IAM

/// Reads the secret that pseudonyms are made with.
package enum RedactionKey {
  /// How many bytes a key has: fewer can be guessed, more are some other file.
  package static let byteCounts = 16...4096

  /// Makes what redacts with the key in a file, all bytes of which count.
  ///
  /// - Parameters:
  ///   - level: How much is replaced.
  ///   - path: Of a file or a pipe.
  /// - Returns: What redacts, with the mark of key and level.
  /// - Throws: ``RedactionKeyError``.
  package static func redaction(
    _ level: Pseudonyms.Level, keyFile path: InputPath
  ) throws(RedactionKeyError) -> Redaction {
    let key = try read(path)
    let hash = KeyedHash(key: key)
    let pseudonyms = Pseudonyms(level: level) { kind, name in hash.value(kind, name) }
    let keyID = String(hash.value("key") >> 32 | 1 << 32, radix: 16).dropFirst()
    return Redaction(pseudonyms, mark: RedactionMark(level: level, keyID: String(keyID)))
  }

  private static func read(_ path: InputPath) throws(RedactionKeyError) -> [UInt8] {
    var key: [UInt8] = []
    do {
      var file = try InputFile(.file(path))
      while key.count <= byteCounts.upperBound {
        guard try file.read(into: &key, atMost: byteCounts.upperBound + 1) > 0 else { break }
      }
    } catch {
      throw .unreadable("\(error)")
    }
    guard byteCounts.contains(key.count) else {
      throw .wrongSize(path.displayName, isTooLong: key.count > byteCounts.upperBound)
    }
    return key
  }
}

/// Why a key was not taken.
package enum RedactionKeyError: Error, Hashable, Sendable {
  case unreadable(String)
  case wrongSize(String, isTooLong: Bool)
}

extension RedactionKeyError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let error):
      "redaction key: \(error); head -c 32 /dev/urandom > FILE makes a key"
    case .wrongSize(let name, let isTooLong):
      "redaction key \(name): \(isTooLong ? "more than 4096" : "fewer than 16") bytes; "
        + "head -c 32 /dev/urandom > FILE makes a key"
    }
  }
}
