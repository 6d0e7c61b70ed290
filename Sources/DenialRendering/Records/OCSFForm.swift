internal import AuditLog
internal import DenialAggregation
internal import DenialClassification

/// Denials as events of the class API Activity (6003) with the profile Cloud, JSON Lines.
///
/// - Source: https://schema.ocsf.io/1.3.0/classes/api_activity?extensions=&profiles=cloud
struct OCSFForm: RecordForm {
  var head: [UInt8] { [] }

  func append(_ record: DenialRecord, to bytes: inout [UInt8]) {
    let denial = record.denial
    let activity = Activity(denial)
    var writer = JSONWriter(style: .compact)
    writer.object { writer in
      writer.member("class_uid", 6003)
      writer.member("class_name", "API Activity")
      writer.member("category_uid", 6)
      writer.member("category_name", "Application Activity")
      writer.member("activity_id", activity.rawValue)
      writer.member("activity_name", activity.name)
      writer.member("type_uid", 600_300 + activity.rawValue)
      writer.member("severity_id", 1)
      writer.member("severity", "Informational")
      writer.member("status_id", 2)
      writer.member("status", "Failure")
      writer.member("status_code", "\(denial.cause.code.rawValue)")
      writer.member("status_detail", denial.cause.rawValue)
      // Every event needs a time; one that has none gets 0, and no original_time.
      writer.member("time", Int(denial.timestamp?.units(of: 1_000_000) ?? 0))
      writer.member("message", record.sentence)
      writeMetadata(denial, to: &writer)
      writeCaller(record, to: &writer)
      writeCall(denial, to: &writer)
      writeUnmapped(record, to: &writer)
    }
    writer.endLine()
    bytes += writer.bytes
  }

  private func writeMetadata(_ denial: Denial, to writer: inout JSONWriter) {
    writer.key("metadata")
    writer.object { writer in
      writer.member("version", "1.3.0")
      writer.key("profiles")
      writer.array { $0.string("cloud") }
      writer.key("product")
      writer.object { writer in
        writer.member("name", "Cloud Audit Logs")
        writer.member("vendor_name", "Google Cloud")
      }
      if !denial.insertID.isEmpty { writer.member("uid", denial.insertID) }
      writer.member("log_name", denial.logName)
      if denial.timestamp != nil { writer.member("original_time", denial.timestampText) }
    }
    writer.key("cloud")
    writer.object { writer in
      writer.member("provider", "GCP")
      if !denial.project.isEmpty { writer.member("project_uid", denial.project) }
    }
  }

  private func writeCaller(_ record: DenialRecord, to writer: inout JSONWriter) {
    let denial = record.denial
    writer.key("actor")
    writer.object { writer in
      writer.key("user")
      writer.object { writer in
        writer.member("name", record.principalName)
        if let member = record.member { writer.member("uid", member) }
        if !denial.key.isEmpty { writer.member("credential_uid", denial.key) }
      }
      writer.key("authorizations")
      writer.array { writer in
        for permission in denial.permissions {
          writer.object { writer in
            writer.member("decision", "Denied")
            writer.key("policy")
            writer.object { $0.member("name", permission) }
          }
        }
      }
    }
    writer.key("src_endpoint")
    writer.object { writer in
      let isAddress = IPAddress.isValid(denial.callerIP)
      let name = denial.callerIP.isEmpty ? "unknown" : denial.callerIP
      writer.member(isAddress ? "ip" : "name", name)
    }
    if !denial.userAgent.isEmpty {
      writer.key("http_request")
      writer.object { $0.member("user_agent", denial.userAgent) }
    }
  }

  private func writeCall(_ denial: Denial, to writer: inout JSONWriter) {
    writer.key("api")
    writer.object { writer in
      writer.member("operation", denial.method)
      writer.key("service")
      writer.object { $0.member("name", denial.service) }
      writer.key("response")
      writer.object { $0.member("error", denial.evidence.value) }
    }
    guard !denial.resource.isEmpty else { return }
    writer.key("resources")
    writer.array { writer in
      writer.object { $0.member("name", denial.resource) }
    }
  }

  /// What the schema has no place for.
  private func writeUnmapped(_ record: DenialRecord, to writer: inout JSONWriter) {
    let denial = record.denial
    writer.key("unmapped")
    writer.object { writer in
      writer.member("confidence", denial.confidence.rawValue)
      writer.member("permissionsInferred", denial.permissionsAreInferred)
      writer.member("evidencePath", denial.evidence.path)
      writer.member("delegation", denial.delegation)
      writer.member("source", record.source)
      writer.member("line", record.lineNumber)
      writer.member("byteOffset", record.byteOffset)
    }
  }
}

/// What a call does to its resource, by the verb of the permission, else of the method.
private enum Activity: Int {
  case create = 1
  case read, update, delete
  case other = 99

  init(_ denial: Denial) {
    let verbs = (denial.permissions.prefix(1) + [denial.method]).map(Self.verb)
    self = verbs.lazy.compactMap { Self.byVerb[$0] }.first ?? .other
  }

  var name: String {
    switch self {
    case .create: "Create"
    case .read: "Read"
    case .update: "Update"
    case .delete: "Delete"
    case .other: "Other"
    }
  }

  /// The first word behind the last point: `set` of `storage.buckets.setIamPolicy`.
  private static func verb(_ name: String) -> String {
    let last = name.split(separator: ".").last ?? ""
    let rest = last.dropFirst().prefix { !$0.isUppercase }
    return (last.prefix(1) + rest).lowercased()
  }

  private static let byVerb: [String: Activity] = [
    "create": .create, "insert": .create, "add": .create, "upload": .create, "import": .create,
    "get": .read, "list": .read, "read": .read, "query": .read, "search": .read, "watch": .read,
    "view": .read, "export": .read, "download": .read, "lookup": .read, "fetch": .read,
    "update": .update, "patch": .update, "set": .update, "modify": .update, "write": .update,
    "replace": .update, "delete": .delete, "remove": .delete, "purge": .delete,
    "destroy": .delete,
  ]
}
