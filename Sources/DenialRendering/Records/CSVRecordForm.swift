internal import DenialAggregation
internal import DenialClassification

/// Denials as a table, one row each (`docs/forensics.md`).
struct CSVRecordForm: RecordForm {
  /// Whether cells may begin like formulas: never for a spreadsheet.
  let isRaw: Bool

  static let columns = [
    "timestamp", "code", "cause", "confidence", "principal", "member", "permissions",
    "permissions_inferred", "service", "method", "project", "resource", "caller_ip", "user_agent",
    "key", "delegation", "evidence_path", "evidence_value", "insert_id", "log_name", "source",
    "line", "byte_offset",
  ]

  var head: [UInt8] { row { row in for column in Self.columns { row.add(column) } } }

  func append(_ record: DenialRecord, to bytes: inout [UInt8]) {
    let denial = record.denial
    bytes += row { row in
      row.add(denial.timestampText)
      row.add(denial.cause.code.rawValue)
      row.add(denial.cause.rawValue)
      row.add(denial.confidence.rawValue)
      row.add(record.principalName)
      row.add(record.member)
      row.add(denial.permissions)
      row.add(denial.permissionsAreInferred ? "true" : "false")
      row.add(denial.service)
      row.add(denial.method)
      row.add(denial.project)
      row.add(denial.resource)
      row.add(denial.callerIP)
      row.add(denial.userAgent)
      row.add(denial.key)
      row.add(denial.delegation)
      row.add(denial.evidence.path)
      row.add(denial.evidence.value)
      row.add(denial.insertID)
      row.add(denial.logName)
      row.add(record.source)
      row.add(record.lineNumber)
      row.add(record.byteOffset)
    }
  }

  private func row(_ fill: (inout CSVRow) -> Void) -> [UInt8] {
    CSVRow.bytes(isRaw: isRaw, fill)
  }
}
