package import DenialAggregation
internal import DenialClassification

/// Writes a report as JSON, schema version 1: `docs/report.schema.json`.
///
/// Complete, whatever a terminal would leave out. Every key is always present.
package struct JSONRenderer: Sendable {
  package init() {}

  /// The document, pretty, a line feed at its end.
  package func render(_ report: Report) -> [UInt8] {
    var writer = JSONWriter(style: .pretty)
    Self.write(report, with: &writer, by: .inTurn)
    return writer.bytes
  }

  /// The same in pieces, as a document may be larger than all that it is made from.
  package func write(
    _ report: Report, by work: PieceWork, to sink: @escaping @Sendable ([UInt8]) -> Void
  ) {
    var writer = JSONWriter(style: .pretty, sink: sink)
    Self.write(report, with: &writer, by: work)
    writer.flush()
  }

  private static func write(
    _ report: Report, with writer: inout JSONWriter, by work: PieceWork
  ) {
    report.suggestions.prepare(by: work.forEach)
    writer.object { writer in
      writer.member("schemaVersion", 1)
      writer.key("tool")
      writer.object(isInline: true) { writer in
        writer.member("name", "denials-report")
        writer.member("version", report.toolVersion)
      }
      writer.member("generatedAt", report.generatedAt)
      writer.write(report.history)
      writer.write(report.window)
      writer.member("filters", report.filters)
      writer.write(report.roleCatalog)
      writer.key("books")
      writer.write(report.books, hasSuppressions: report.suppressions != nil)
      writer.members("codes", report.codes) { $0.write($1) }
      let (principals, suggestions) = (report.principals, report.suggestions)
      let history = report.history
      writer.key("principals")
      writer.array(count: principals.count, by: work) { writer, places in
        principals.forEach(in: places) { writer.write($0, history) }
      }
      writer.key("suggestions")
      writer.array(count: suggestions.count, by: work) { writer, places in
        for place in places {
          let suggestion = suggestions[place]
          writer.write(suggestion, history?.suggestions[suggestion.id])
        }
      }
      if let uses = report.suppressions { writer.members("suppressions", uses) { $0.write($1) } }
      writer.members("warnings", report.warnings) { writer, warning in
        writer.object { writer in
          writer.member("id", warning.id)
          writer.member("text", warning.text)
        }
      }
    }
    writer.endLine()
  }
}

extension JSONWriter {
  /// Writes an array whose elements are made in pieces, maybe at the same time.
  ///
  /// - Parameters:
  ///   - count: How many elements there are.
  ///   - work: Who makes the pieces.
  ///   - write: Writes the elements at some places.
  fileprivate mutating func array(
    count: Int, by work: PieceWork,
    _ write: @escaping @Sendable (inout JSONWriter, Range<Int>) -> Void
  ) {
    array { writer in
      let place = writer.elementPlace
      work.make((count + Self.pieceLength - 1) / Self.pieceLength) { number in
        let first = number * Self.pieceLength
        var piece = JSONWriter(at: place, isFirst: number == 0)
        write(&piece, first..<min(first + Self.pieceLength, count))
        return piece.bytes
      } take: {
        writer.append(elements: $0)
      }
    }
  }

  /// How many elements are made at once: of principals mostly some ten kilobytes.
  private static var pieceLength: Int { 4 }

  /// Writes which role catalogue was used, if any, under its key.
  mutating func write(_ catalog: RoleCatalogSummary?) {
    key("roleCatalog")
    guard let catalog else { return null() }
    object { writer in
      writer.member("name", catalog.name)
      writer.member("roles", catalog.roles)
      writer.member("permissions", catalog.permissions)
      writer.member("sha256", catalog.fingerprint)
    }
  }

  fileprivate mutating func write(_ window: ReportWindow) {
    key("window")
    object { writer in
      writer.member("since", window.since)
      writer.member("until", window.until)
      writer.member("firstEntry", window.firstEntry)
      writer.member("lastEntry", window.lastEntry)
      writer.member("skippedFiles", window.skippedFiles)
    }
  }

  fileprivate mutating func write(_ summary: CodeSummary) {
    object { writer in
      writer.member("code", summary.code.rawValue)
      writer.member("name", summary.code.name)
      writer.member("denials", summary.denials)
      writer.members("causes", summary.causes) { writer, count in
        writer.object(isInline: true) { writer in
          writer.member("cause", count.cause.rawValue)
          writer.member("denials", count.denials)
        }
      }
    }
  }
}
