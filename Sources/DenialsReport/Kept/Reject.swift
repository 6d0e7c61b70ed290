import DenialAggregation
import DenialClassification

/// Input that was not read, as `--rejects` keeps it.
struct Reject: Sendable {
  /// What is wrong; the raw value is what the file says.
  enum Kind: String, Sendable {
    /// A line that is no log entry.
    case malformed
    /// A line beyond the limit.
    case oversize
    /// A stretch of a damaged gzip stream, or records without their footer.
    case corrupt
    /// A source that could not be opened or read to its end, or is none to be read here.
    case unreadable
  }

  let kind: Kind
  /// Where the line is; `nil` for what is no line.
  let place: EntryPlace?
  let source: Int
  let reason: String
  /// The beginning of the line, or the whole of it.
  let raw: [UInt8]
  let isCut: Bool

  /// How many bytes of a line are kept: four times what Cloud Logging takes for an entry.
  static let rawByteLimit = 1 << 20

  /// A line that was not read; its text begins with `line`.
  init(
    _ kind: Kind, _ line: Span<UInt8>, at place: EntryPlace, isWhole: Bool = true, reason: String
  ) {
    self.kind = kind
    self.place = place
    source = place.source
    self.reason = reason
    let count = min(line.count, Self.rawByteLimit)
    raw = (0..<count).map { line[$0] }
    isCut = !isWhole || count < line.count
  }

  /// Something about a source as a whole.
  init(_ kind: Kind, source: Int, reason: String) {
    self.kind = kind
    place = nil
    self.source = source
    self.reason = reason
    raw = []
    isCut = false
  }

  /// Writes it as one line of NDJSON.
  ///
  /// Secrets are masked, and bytes that are no UTF-8 become U+FFFD: the place leads back to them.
  func write(sourceName: String, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("source", sourceName)
      if let place {
        writer.member("line", place.lineNumber)
        writer.member("byteOffset", place.byteOffset)
      }
      writer.member("kind", kind.rawValue)
      writer.member("reason", reason)
      if place != nil {
        writer.member("raw", SecretMask.masked(String(decoding: raw, as: UTF8.self)))
        writer.member("cut", isCut)
      }
    }
    writer.endLine()
  }
}
