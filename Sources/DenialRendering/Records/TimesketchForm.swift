internal import AuditLog
internal import DenialAggregation
internal import DenialClassification

/// Denials as events of a Timesketch timeline, JSON Lines.
///
/// The names are those that its own analyzer of Google Cloud logs looks for.
/// - Source: https://timesketch.org/guides/user/import-from-json-csv/,
///   https://github.com/google/timesketch/blob/master/timesketch/lib/analyzers/gcp_logging.py
struct TimesketchForm: RecordForm {
  var head: [UInt8] { [] }

  func append(_ record: DenialRecord, to bytes: inout [UInt8]) {
    let denial = record.denial
    var writer = JSONWriter(style: .compact)
    writer.object { writer in
      writer.member("message", record.sentence)
      writeTime(denial.timestamp, to: &writer)
      writer.member("data_type", "gcp:log:json")
      writer.member("principalEmail", record.principalName)
      writer.member("methodName", denial.method)
      // The analyzer takes the part before the last slash for a type, and fails if there is none.
      if denial.resource.utf8.contains(UInt8(ascii: "/")) {
        writer.member("resourceName", denial.resource)
      }
      writer.member("resource", denial.resource)
      writer.member("serviceName", denial.service)
      writer.member("project", denial.project)
      writer.member("code", denial.cause.code.rawValue)
      writer.member("cause", denial.cause.rawValue)
      writer.member("confidence", denial.confidence.rawValue)
      writer.member("permissions", denial.permissions)
      writer.member("callerIp", denial.callerIP)
      writer.member("userAgent", denial.userAgent)
      writer.member("serviceAccountKeyName", denial.key)
      writer.member("delegation", denial.delegation)
      writer.member("evidencePath", denial.evidence.path)
      writer.member("evidenceValue", denial.evidence.value)
      writer.member("insertId", denial.insertID)
      writer.member("logName", denial.logName)
      writer.member("source", record.source)
      writer.member("line", record.lineNumber)
      writer.member("byteOffset", record.byteOffset)
    }
    writer.endLine()
    bytes += writer.bytes
  }

  /// Every event needs a time; one that has none is told to have none.
  private func writeTime(_ timestamp: Timestamp?, to writer: inout JSONWriter) {
    let microseconds = timestamp?.units(of: 1000) ?? 0
    writer.member("datetime", Timestamp(nanosecondsSince1970: microseconds * 1000).description)
    writer.member("timestamp", Int(microseconds))
    writer.member("timestamp_desc", timestamp == nil ? "Not a time" : "Event Recorded")
  }
}

extension DenialRecord {
  /// Who was denied what, in one sentence.
  var sentence: String {
    let what = denial.permissions.first ?? denial.method
    let more = denial.permissions.count > 1 ? " and \(denial.permissions.count - 1) more" : ""
    return "\(principalName) was denied \(what)\(more) by \(denial.service): "
      + "\(denial.cause.code.rawValue) \(denial.cause.rawValue)"
  }
}
