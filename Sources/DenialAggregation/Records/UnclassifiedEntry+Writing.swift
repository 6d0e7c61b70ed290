package import DenialClassification

extension UnclassifiedEntry {
  /// Writes it as one line of NDJSON, with where it was read.
  package func write(
    source: String, lineNumber: Int, byteOffset: Int, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("class", entryClass.rawValue)
      writer.member("insertId", insertID)
      writer.member("timestamp", timestampText)
      writer.member("logName", logName)
      writer.member("rule", rule)
      writer.key("evidence")
      writer.object { writer in
        writer.member("path", evidence.path)
        writer.member("value", evidence.value)
      }
      writer.member("service", service)
      writer.member("method", method)
      writer.member("resource", resource)
      writer.member("principal", principal)
      writer.member("statusCode", statusCode)
      writer.member("message", message)
      writer.member("source", source)
      writer.member("line", lineNumber)
      writer.member("byteOffset", byteOffset)
    }
    writer.endLine()
  }
}
