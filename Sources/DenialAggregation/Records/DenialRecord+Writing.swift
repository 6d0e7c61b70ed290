import AuditLog
package import DenialClassification
import IAM

extension DenialRecord {
  /// Writes the first line of a file of records.
  ///
  /// - Parameters:
  ///   - tool: What makes the records, with its version.
  ///   - redaction: What made the names pseudonyms, if they are.
  ///   - writer: Gets the line.
  package static func writeHeader(
    tool: String, redaction: RedactionMark?, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("denialRecords", version)
      writer.member("tool", tool)
      writer.member("rules", DecisionTable.digest)
      if let redaction {
        writer.key("redaction")
        writer.object { writer in
          writer.member("level", redaction.level.rawValue)
          writer.member("key", redaction.keyID)
        }
      }
    }
    writer.endLine()
  }

  /// Writes the record as one line.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      Self.writeHead(EntryHead(denial), entryClass: "denial", to: &writer)
      writeVerdict(to: &writer)
      writeCaller(to: &writer)
      writeCall(to: &writer)
      writeParts(to: &writer)
      writer.member("source", source)
      writer.member("line", lineNumber)
      writer.member("byteOffset", byteOffset)
    }
    writer.endLine()
  }

  /// Writes a line for an entry that is no distinct denial; readers pass over it.
  package static func write(
    _ head: EntryHead, entryClass: String, source: String, lineNumber: Int, byteOffset: Int,
    to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writeHead(head, entryClass: entryClass, to: &writer)
      writer.member("source", source)
      writer.member("line", lineNumber)
      writer.member("byteOffset", byteOffset)
    }
    writer.endLine()
  }

  static func writeHead(
    _ head: EntryHead, entryClass: String, to writer: inout JSONWriter
  ) {
    writer.member("class", entryClass)
    writer.member("insertId", head.insertID)
    writer.member("timestamp", head.timestampText)
    writer.member(
      "timestampNanos", Timestamp(head.timestampText).map { "\($0.nanosecondsSince1970)" })
    writer.member("logName", head.logName)
  }

  private func writeVerdict(to writer: inout JSONWriter) {
    writer.member("code", denial.cause.code.rawValue)
    writer.member("cause", denial.cause.rawValue)
    writer.member("rule", denial.rule)
    writer.member("confidence", denial.confidence.rawValue)
    writer.key("evidence")
    writer.object { writer in
      writer.member("path", denial.evidence.path)
      writer.member("value", denial.evidence.value)
    }
  }

  private func writeCaller(to writer: inout JSONWriter) {
    writer.member("principal", principalName)
    writer.member("member", member)
    denial.caller.write(to: &writer)
  }

  private func writeCall(to writer: inout JSONWriter) {
    writer.member("permissions", denial.permissions)
    writer.member("inferred", denial.permissionsAreInferred)
    writer.member("project", denial.project)
    writer.member("service", denial.service)
    writer.member("method", denial.method)
    writer.member("resource", denial.resource)
    writer.member("serviceAccount", denial.serviceAccount)
    writer.member("quotaProject", denial.quotaProject)
    writer.member("callerIp", denial.callerIP)
    writer.member("userAgent", denial.userAgent)
    writer.member("key", denial.key)
    writer.member("oauthClientId", denial.oauthClientID)
    writer.member("delegation", denial.delegation)
    writer.member("vpcScId", denial.perimeterID)
  }

  private func writeParts(to writer: inout JSONWriter) {
    denial.operation?.write(to: &writer)
    denial.split?.write(to: &writer)
    denial.perimeter?.write(to: &writer)
    denial.quota?.write(to: &writer)
    if let state = denial.credentialState { writer.member("credentialState", state.rawValue) }
  }
}

extension Denial.CallerIdentity {
  func write(to writer: inout JSONWriter) {
    writer.key("caller")
    writer.object { writer in
      writer.member("email", email)
      writer.member("subject", subject)
      writer.member("mappedPrincipal", mappedPrincipal)
    }
  }
}

extension Denial.Operation {
  func write(to writer: inout JSONWriter) {
    writer.key("operation")
    writer.object { writer in
      writer.member("id", id)
      writer.member("producer", producer)
      writer.member("first", isFirst)
      writer.member("last", isLast)
    }
  }
}

extension Denial.Split {
  func write(to writer: inout JSONWriter) {
    writer.key("split")
    writer.object { writer in
      writer.member("uid", uid)
      writer.member("index", index)
      writer.member("totalSplits", total)
    }
  }
}

extension RecordFooter {
  /// Writes the footer as one line.
  package func write(to writer: inout JSONWriter) {
    let fields = fieldText
    writer.object { writer in
      writer.key("footer")
      writer.object { writer in
        writeFields(to: &writer)
        writer.member("checksum", checksum.sealed(with: fields.span).text)
      }
    }
    writer.endLine()
  }

  /// All that the checksum covers beside the records.
  var fieldText: [UInt8] {
    var writer = JSONWriter(style: .compact)
    writer.object { writeFields(to: &$0) }
    return writer.bytes
  }

  private func writeFields(to writer: inout JSONWriter) {
    writer.member("source", books.name)
    writer.member("fingerprint", books.fingerprint)
    writer.key("books")
    writer.object { writeBooks(to: &$0) }
    writer.key("window")
    writer.object { writer in
      writer.member("since", books.selection.window.since?.description)
      writer.member("until", books.selection.window.until?.description)
      writer.member("firstEntry", books.firstEntry?.description)
      writer.member("lastEntry", books.lastEntry?.description)
    }
    writer.member("filters", books.selection.filter)
    writer.member("hoursSeen", books.hours.sorted().map(\.description))
    writer.member("dataAccessServices", books.dataAccessServices.sorted().map(\.string))
    writer.member("warnings", books.isCapped ? ["cap-reached"] : [])
    writer.member("sources", sourceCount)
    writer.member("records", checksum.recordCount)
    writer.member("helpers", checksum.helperCount)
  }

  private func writeBooks(to writer: inout JSONWriter) {
    writer.member("compressedBytes", books.compressedBytes)
    writer.member("uncompressedBytes", books.uncompressedBytes)
    writer.member("lines", books.lines)
    writer.member("blank", books.blank)
    writer.member("entries", books.entries)
    writer.member("denialEntries", books.denialEntries)
    writer.key("otherClasses")
    writer.object { writer in
      for entryClass in EntryClass.allCases {
        writer.member(entryClass.rawValue, books[entryClass])
      }
    }
    writer.member("malformed", books.malformed)
    writer.member("oversize", books.oversize)
    writer.member("corrupt", books.isCorrupt)
    writer.member("unreadable", books.isUnreadable)
  }
}
