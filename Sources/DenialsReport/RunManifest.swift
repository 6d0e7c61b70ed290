package import AuditLog
package import DenialAggregation
import DenialClassification
import GzipStream

/// What a report was made of, by what and how: enough to make it again, and to show that nothing in it
/// was exchanged (`docs/forensics.md`).
package struct RunManifest: Sendable {
  /// A file that was written.
  package struct Output: Sendable {
    let name: String
    let byteCount: Int
    let fingerprint: String
  }

  package var inputs: [InputFact] = []
  package var outputs: [Output] = []
  private let arguments: [String]
  private let toolVersion: String
  private let generatedAt: Timestamp
  private let options: RunOptions

  /// - Parameters:
  ///   - arguments: The command's, without its name.
  ///   - options: How the input was read.
  ///   - generatedAt: The clock of the run.
  ///   - toolVersion: What made the report.
  package init(
    arguments: [String], options: RunOptions, generatedAt: Timestamp, toolVersion: String
  ) {
    (self.arguments, self.options) = (arguments, options)
    (self.generatedAt, self.toolVersion) = (generatedAt, toolVersion)
  }

  /// Takes note of a file as it now is.
  ///
  /// - Throws: What cannot be read.
  package mutating func noteOutput(_ name: String) throws {
    var file = try InputFile(.file(InputPath(name)))
    var fingerprint = Fingerprint()
    var byteCount = 0
    while true {
      var block: [UInt8] = []
      guard try file.read(into: &block, atMost: 1 << 20) > 0 else { break }
      fingerprint.update(block.span)
      byteCount += block.count
    }
    outputs.append(
      Output(name: name, byteCount: byteCount, fingerprint: fingerprint.hexadecimal))
  }

  /// The manifest as JSON, version 1.
  ///
  /// - Parameter books: Of the report.
  /// - Returns: One object, with a line feed at its end.
  package func json(_ books: Books) -> [UInt8] {
    var writer = JSONWriter(style: .pretty)
    writer.object { writer in
      writer.member("manifest", 1)
      writer.member("tool", "denials-report \(toolVersion)")
      writer.member("rules", DecisionTable.digest)
      writer.member("generatedAt", generatedAt.description)
      writer.member("arguments", arguments)
      writer.member("since", options.window.since?.description)
      writer.member("until", options.window.until?.description)
      writer.member("filters", options.filter)
      writer.member("maxEntryBytes", options.maxEntryBytes)
      writer.member("roleCatalogSha256", options.roleCatalog?.summary.fingerprint)
      writer.key("inputs")
      writer.array { writer in
        for input in inputs {
          writer.object(isInline: true) { writer in
            writer.member("name", input.name)
            writer.member("bytes", input.byteCount)
            writer.member("sha256", input.fingerprint)
            writer.member("whole", input.isWhole)
          }
        }
      }
      writer.key("outputs")
      writer.array { writer in
        for output in outputs {
          writer.object(isInline: true) { writer in
            writer.member("name", output.name)
            writer.member("bytes", output.byteCount)
            writer.member("sha256", output.fingerprint)
          }
        }
      }
      writer.key("books")
      writer.write(books, hasSuppressions: options.suppressions != nil)
    }
    writer.endLine()
    return writer.bytes
  }
}

/// What is known of an input after it was read.
package struct InputFact: Hashable, Sendable {
  /// As reports name it.
  let name: String
  /// Its size as it came, before any inflating; as far as it was read.
  let byteCount: Int
  /// The SHA-256 of these bytes.
  let fingerprint: String
  /// Whether all of it could be read and inflated.
  let isWhole: Bool
}
