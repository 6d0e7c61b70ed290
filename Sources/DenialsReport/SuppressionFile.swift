package import DenialAggregation
package import DenialClassification

/// Reads a file of suppressions, a line each: `docs/nightly.md`.
package enum SuppressionFile {
  /// Reads all lines.
  ///
  /// - Parameters:
  ///   - path: Of a file or a pipe.
  ///   - redaction: What the names of the denials are replaced by.
  /// - Returns: The suppressions in the order of the file.
  /// - Throws: ``SuppressionFileError``, or what tells that the file cannot be read.
  package static func read(
    _ path: InputPath, redaction: Redaction? = nil
  ) throws -> [Suppression] {
    var suppressions: [Suppression] = []
    var lineNumber = 0
    try LineFile.read(path) { bytes in
      lineNumber += 1
      let line = String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
      do throws(SuppressionError) {
        let suppression = try Suppression.read(
          line, lineNumber: lineNumber, redaction: redaction)
        guard let suppression else { return }
        if suppressions.count == Suppression.limit { throw SuppressionError.tooMany }
        suppressions.append(suppression)
      } catch {
        throw SuppressionFileError(name: path.displayName, error: error)
      }
    }
    return suppressions
  }
}

/// Why a file of suppressions was not taken: a line that is not understood might hide too much.
package struct SuppressionFileError: Error, Hashable, Sendable, CustomStringConvertible {
  let name: String
  let error: SuppressionError

  package var description: String { "suppressions \(name): \(error)" }
}
