import Foundation

/// A log entry as text, of which a test changes what it is about: a Gemini call that was denied.
struct EntryText {
  var insertID: String? = "i1"
  var timestamp: String? = "2026-11-22T10:00:00.5Z"
  var principal: String? = "app@acme-prod.iam.gserviceaccount.com"
  var service = "aiplatform.googleapis.com"
  var method = "google.cloud.aiplatform.v1.PredictionService.GenerateContent"
  var resource = "projects/acme-prod/locations/us-central1/publishers/google/models/gemini-2.5-pro"
  var permission = "aiplatform.endpoints.predict"
  /// A `google.rpc.Code`; `nil` for a call that went well.
  var statusCode: Int? = 7
  var message: String?
  var callerIP = "203.0.113.7"
  var userAgent = "curl/8.5.0"
  var project = "acme-prod"
  /// Further members of `protoPayload`, such as a request.
  var more: [String: any Sendable] = [:]
  /// Further members of the entry, such as an operation.
  var around: [String: any Sendable] = [:]
  /// The part of the log's name after the service, such as `policy`.
  var log = "data_access"

  /// The entry on one line, keys sorted, without a line feed.
  var line: String {
    var authentication: [String: Any] = [:]
    if let principal { authentication["principalEmail"] = principal }
    var payload: [String: Any] = [
      "@type": "type.googleapis.com/google.cloud.audit.AuditLog",
      "authenticationInfo": authentication, "serviceName": service, "methodName": method,
      "resourceName": resource, "status": [String: Any](),
      "authorizationInfo": [
        ["permission": permission, "resource": resource, "granted": statusCode == nil]
      ],
      "requestMetadata": ["callerIp": callerIP, "callerSuppliedUserAgent": userAgent],
    ]
    if let statusCode {
      payload["status"] = ["code": statusCode, "message": message ?? defaultMessage]
    }
    payload.merge(more) { $1 }
    var entry: [String: Any] = [
      "logName": "projects/\(project)/logs/cloudaudit.googleapis.com%2F\(log)",
      "resource": ["type": "audited_resource", "labels": ["project_id": project]],
      "protoPayload": payload,
    ]
    if let insertID { entry["insertId"] = insertID }
    if let timestamp { entry["timestamp"] = timestamp }
    entry.merge(around) { $1 }
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
    let data = (try? JSONSerialization.data(withJSONObject: entry, options: options)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  private var defaultMessage: String {
    "Permission '\(permission)' denied on resource '//\(service)/\(resource)' (or it may not exist)."
  }

  /// So many distinct entries, every fourth of a call that was denied, the first among them.
  static func lines(_ count: Int, prefix: String = "e") -> [String] {
    (0..<count).map { number in
      var entry = EntryText(insertID: "\(prefix)\(number)")
      if number % 4 != 0 { entry.statusCode = nil }
      return entry.line
    }
  }

  /// How many denials ``lines(_:prefix:)`` have.
  static func denialCount(of count: Int) -> Int { (count + 3) / 4 }
}
