import AuditLog
package import DenialAggregation
import GzipStream

/// Reads a role catalogue from a file, gzipped or not.
package enum RoleCatalogFile {
  /// The most bytes of text that are read; Google's roles took 7 MB in August 2026.
  package static let byteLimit = 512 * 1024 * 1024

  /// Reads all of a file.
  ///
  /// - Parameters:
  ///   - path: Of a file or a pipe.
  ///   - byteLimit: The most bytes of text that are read.
  /// - Returns: The catalogue with what tells it from others.
  /// - Throws: What is wrong, and where.
  package static func read(
    _ path: InputPath, byteLimit: Int = Self.byteLimit
  ) throws(RoleCatalogError) -> NamedRoleCatalog {
    var source = try open(path)
    let name = path.displayName
    var framer = DocumentFramer(documentByteLimit: byteLimit, byteOffset: 0)
    var reader = RoleCatalogReader()
    var byteCount = 0
    while let piece = try nextPiece(of: &source, name: name) {
      byteCount += piece.count
      if byteCount > byteLimit { throw .tooLong(name, byteLimit: byteLimit) }
      framer.read(piece)
      try takeDocuments(of: &framer, into: &reader, name: name)
    }
    framer.finish()
    try takeDocuments(of: &framer, into: &reader, name: name)
    do {
      return NamedRoleCatalog(try reader.finish(), name: name, fingerprint: source.fingerprint)
    } catch {
      throw .fault(name, line: nil, error)
    }
  }

  private static let pieceBytes = 1 << 20

  private static func open(_ path: InputPath) throws(RoleCatalogError) -> ByteSource {
    do {
      return ByteSource(try InputFile(.file(path)))
    } catch {
      throw .unreadable("\(error)")
    }
  }

  /// The text that comes next; `nil` at the end.
  private static func nextPiece(
    of source: inout ByteSource, name: String
  ) throws(RoleCatalogError) -> [UInt8]? {
    var piece: [UInt8] = []
    do {
      switch try source.read(into: &piece, atMost: pieceBytes) {
      case .more: return piece
      case .end: return nil
      case .damage(let damage): throw RoleCatalogError.damaged(name, "\(damage.error)")
      }
    } catch let error as RoleCatalogError {
      throw error
    } catch {
      throw .unreadable("\(error)")
    }
  }

  private static func takeDocuments(
    of framer: inout DocumentFramer, into reader: inout RoleCatalogReader, name: String
  ) throws(RoleCatalogError) {
    guard framer.readyByteCount > 0 else { return }
    let documents = framer.takeDocuments()
    var start = 0
    for place in documents.places {
      let text = documents.text.span
      let end = Lines.end(in: text, from: start)
      do {
        try reader.read(text.extracting(start..<end))
      } catch {
        throw .fault(name, line: place.lineNumber, error)
      }
      start = end + 1
    }
  }
}

/// Why a role catalogue could not be read.
package enum RoleCatalogError: Error, Hashable, Sendable {
  case unreadable(String)
  /// The compressed data is damaged or cut off.
  case damaged(String, String)
  /// More text than is read.
  case tooLong(String, byteLimit: Int)
  /// The line is that where the document begins; `nil` if the whole file is meant.
  case fault(String, line: Int?, RoleCatalogFault)
}

extension RoleCatalogError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let error): "role catalogue: \(error)"
    case .damaged(let name, let error): "role catalogue \(name): \(error)"
    case .tooLong(let name, let byteLimit):
      "role catalogue \(name): more than \(byteLimit) bytes of text, which is more than is read"
    case .fault(let name, let line, let fault):
      "role catalogue \(name)\(line.map { ":\($0)" } ?? ""): \(fault)"
    }
  }
}
