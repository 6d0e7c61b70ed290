import DenialClassification

extension Books {
  /// The books as a JSON object in one line.
  var json: String {
    var writer = JSONWriter(style: .compact)
    writer.write(self, hasSuppressions: true)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension JSONWriter {
  /// Writes books as an object: what was read, and where it went.
  ///
  /// - Parameters:
  ///   - books: The books.
  ///   - hasSuppressions: Whether there was a file of them.
  package mutating func write(_ books: Books, hasSuppressions: Bool) {
    object { writer in
      writer.member("sources", books.sources)
      writer.member("compressedBytes", books.compressedBytes)
      writer.member("uncompressedBytes", books.uncompressedBytes)
      writer.member("lines", books.lines)
      writer.member("blank", books.blank)
      writer.member("entries", books.entries)
      writer.member("denials", books.denials)
      if hasSuppressions { writer.member("suppressed", books.suppressed) }
      writer.member("duplicates", books.duplicates)
      writer.key("otherClasses")
      writer.object { writer in
        for entryClass in EntryClass.allCases {
          writer.member(entryClass.rawValue, books.otherClasses[entryClass] ?? 0)
        }
      }
      writer.key("merged")
      writer.object(isInline: true) { writer in
        writer.member("splits", books.mergedSplits)
        writer.member("operations", books.mergedOperations)
        writer.member("vpc-sc-twins", books.mergedTwins)
      }
      writer.key("incomplete")
      writer.object(isInline: true) { writer in
        writer.member("splits", books.incompleteSplits)
        writer.member("operations", books.unmatchedOperations)
      }
      writer.key("rejected")
      writer.object { writer in
        writer.member("malformed", books.malformed)
        writer.member("oversize", books.oversize)
        writer.member("corruptSources", books.corruptSources)
        writer.member("unreadableSources", books.unreadableSources)
      }
    }
  }
}
