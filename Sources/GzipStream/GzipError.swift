/// Why a gzip stream could not be read on.
///
/// Offsets count compressed bytes from the start of the whole stream, from 0. They do not depend on
/// the sizes of the reads by which the stream came in.
package enum GzipError: Error, Hashable, Sendable {
  /// Not valid gzip data, or a wrong check sum; the damage lies at this byte or before it.
  case corrupt(compressedOffset: Int)
  /// The stream ended after so many bytes, inside a member.
  case truncated(compressedOffset: Int)
  /// What follows a whole member, from this byte, is neither a member nor zero padding.
  case trailingGarbage(compressedOffset: Int)
  /// The system's zlib got no memory.
  case outOfMemory
}

extension GzipError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .corrupt(let offset):
      "gzip data is damaged at or before compressed byte \(offset): copy the file again"
    case .truncated(let offset):
      "gzip data is cut short after \(offset) compressed bytes: copy the file again"
    case .trailingGarbage(let offset):
      "not gzip data from compressed byte \(offset), after the end of a gzip member"
    case .outOfMemory:
      "not enough memory to inflate gzip data"
    }
  }
}

/// One damaged place in a gzip stream, and where reading went on.
package struct GzipDamage: Hashable, Sendable {
  package let error: GzipError
  /// The compressed offset of the next member that can be read; `nil` if there is none.
  package let resumedOffset: Int?

  package init(error: GzipError, resumedOffset: Int?) {
    self.error = error
    self.resumedOffset = resumedOffset
  }
}

extension GzipDamage: CustomStringConvertible {
  package var description: String {
    guard let resumedOffset else { return "\(error); nothing after it could be read" }
    return "\(error); reading resumed at compressed byte \(resumedOffset)"
  }
}
