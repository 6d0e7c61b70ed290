import AuditLog
import Testing

@testable import DenialClassification

/// A log entry to be judged: a refused call of a person, unless told otherwise.
///
/// Properties are JSON text, but for those that are said to be plain.
struct Sample: Sendable, CustomTestStringConvertible {
  var code: String? = "7"
  /// Plain text.
  var message = "Request failed."
  /// The elements of `status.details`.
  var details = ""
  /// Plain text.
  var service = "example.googleapis.com"
  /// Plain text.
  var method = "google.example.v1.Example.Change"
  /// Plain text.
  var resource = "projects/acme-prod/things/one"
  /// Plain text; empty for none.
  var principal = "dev@example.com"
  /// The elements of `authorizationInfo`.
  var authorization = ""
  var metadata: String?
  /// More members of the payload, without a comma at the end.
  var payload = ""
  /// More members of the entry, without a comma at the end.
  var members = ""
  /// Plain text, the last part of the log's name.
  var log = "activity"

  var testDescription: String { message }

  /// The whole line.
  var line: String {
    var status = ["\"message\":\(quoted(message))"]
    if let code { status.append("\"code\":\(code)") }
    if !details.isEmpty { status.append("\"details\":[\(details)]") }
    var payload = [
      "\"serviceName\":\(quoted(service))", "\"methodName\":\(quoted(method))",
      "\"resourceName\":\(quoted(resource))", "\"status\":{\(status.joined(separator: ","))}",
    ]
    if !principal.isEmpty {
      payload.append("\"authenticationInfo\":{\"principalEmail\":\(quoted(principal))}")
    }
    if !authorization.isEmpty { payload.append("\"authorizationInfo\":[\(authorization)]") }
    if let metadata { payload.append("\"metadata\":\(metadata)") }
    if !self.payload.isEmpty { payload.append(self.payload) }
    var entry = [
      "\"logName\":\"projects/acme-prod/logs/cloudaudit.googleapis.com%2F\(log)\"",
      "\"protoPayload\":{\(payload.joined(separator: ","))}",
    ]
    if !members.isEmpty { entry.append(members) }
    return "{\(entry.joined(separator: ","))}"
  }

  var entry: LogEntry {
    get throws { try LogEntry(line: line.utf8.span) }
  }

  var judgement: Judgement {
    get throws { Judgement(try entry) }
  }

  var facts: EntryFacts {
    get throws {
      let entry = try entry
      return EntryFacts(entry: entry, payload: try #require(entry.payload))
    }
  }

  /// The denial that the entry is judged to be.
  var denial: Denial {
    get throws { try #require(try judgement.denial) }
  }
}

/// A JSON string.
func quoted(_ text: String) -> String {
  let inner = text.unicodeScalars.map { scalar in
    switch scalar {
    case "\"", "\\": "\\\(scalar)"
    case "\n": "\\n"
    case "\t": "\\t"
    default: "\(scalar)"
    }
  }
  return "\"\(inner.joined())\""
}

/// An element of `status.details`: a `google.rpc.ErrorInfo`.
func errorInfo(
  _ reason: String, domain: String = "googleapis.com", metadata: String = "{}"
) -> String {
  """
  {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":\(quoted(reason)),\
  "domain":\(quoted(domain)),"metadata":\(metadata)}
  """
}

/// An element of `authorizationInfo`: a check that was not granted.
func refused(_ permission: String, on resource: String = "projects/acme-prod") -> String {
  #"{"permission":\#(quoted(permission)),"resource":\#(quoted(resource)),"granted":false}"#
}
