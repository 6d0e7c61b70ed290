import AuditLog
import GzipStream

/// Reads a file of lines that is no log, gzipped or not.
package enum LineFile {
  /// The longest line that is read, in bytes.
  package static let lineByteLimit = 16 * 1024 * 1024

  /// Reads all lines in order, each without its line feed.
  ///
  /// - Parameters:
  ///   - path: Of a file or a pipe, or `-` for standard input.
  ///   - body: Gets each line; what it throws ends the reading.
  /// - Throws: ``LineFileError``, or what `body` throws.
  package static func read(_ path: InputPath, _ body: (Span<UInt8>) throws -> Void) throws {
    let name = path.displayName
    let origin = path == InputPath("-") ? InputOrigin.standardInput : .file(path)
    var source: ByteSource
    do {
      source = ByteSource(try InputFile(origin))
    } catch {
      throw LineFileError.unreadable("\(error)")
    }
    var rest: [UInt8] = []
    while try append(from: &source, to: &rest, name: name) {
      var start = 0
      while let end = lineEnd(in: rest, from: start) {
        try body(rest.span.extracting(start..<end))
        start = end + 1
      }
      rest.removeFirst(start)
      if rest.count > lineByteLimit { throw LineFileError.tooLong(name) }
    }
    if !rest.isEmpty { try body(rest.span) }
  }

  private static let pieceBytes = 1 << 20

  private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int? {
    let end = Lines.end(in: bytes.span, from: start)
    return end < bytes.count ? end : nil
  }

  /// Appends what comes next; `false` at the end.
  private static func append(
    from source: inout ByteSource, to bytes: inout [UInt8], name: String
  ) throws -> Bool {
    let outcome: ByteSource.Outcome
    do {
      outcome = try source.read(into: &bytes, atMost: pieceBytes)
    } catch {
      throw LineFileError.unreadable("\(error)")
    }
    switch outcome {
    case .more: return true
    case .end: return false
    case .damage(let damage): throw LineFileError.damaged(name, "\(damage.error)")
    }
  }
}

/// Why a file of lines could not be read.
package enum LineFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A sentence that names the file.
  case unreadable(String)
  /// The compressed data is damaged or cut off.
  case damaged(String, String)
  /// A line is longer than is read.
  case tooLong(String)

  package var description: String {
    switch self {
    case .unreadable(let sentence): sentence
    case .damaged(let name, let error): "cannot read \(name): \(error)"
    case .tooLong(let name):
      "cannot read \(name): a line has more than \(LineFile.lineByteLimit) bytes"
    }
  }
}
