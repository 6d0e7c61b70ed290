import AuditLog

/// Log entries as rows of the tables that Cloud Logging exports them to.
enum RowText {
  /// As `bq --format=json` prints a row of a sink's table: scalars as strings, bodies as JSON text.
  static func bigQuery(_ line: String) throws -> String {
    let row = try members(of: line).map { key, value in
      switch key {
      case "protoPayload": (key: "protopayload_auditlog", text: bigQueryPayload(value))
      case "timestamp": (key: key, text: quoted(sqlTime(value)))
      case "operation", "split": (key: key, text: scalarsAsText(value))
      default: (key: key, text: text(of: value))
      }
    }
    return object(row + [(key: "textPayload", text: "null")])
  }

  /// As Log Analytics has it: snake case, and maps as JSON text.
  static func logAnalytics(_ line: String) throws -> String {
    let row = try members(of: line).map { key, value in
      switch key {
      case "protoPayload":
        (key: "proto_payload", text: object([(key: "audit_log", text: inSnakeCase(value))]))
      case "timestamp": (key: key, text: quoted(sqlTime(value) + " UTC"))
      case "labels": (key: key, text: quoted(text(of: value)))
      default: (key: snakeCase(key), text: inSnakeCase(value))
      }
    }
    return object(row + [(key: "text_payload", text: "null")])
  }

  // MARK: BigQuery

  private static func bigQueryPayload(_ payload: JSONValue) -> String {
    object(
      members(of: payload).filter { $0.key != "@type" }.map { key, value in
        switch key {
        case "metadata", "request", "response": (key: key + "Json", text: quoted(text(of: value)))
        default: (key: key, text: scalarsAsText(value))
        }
      })
  }

  private static func scalarsAsText(_ value: JSONValue) -> String {
    switch value {
    case .number(let number): quoted(number)
    case .bool(let bool): quoted("\(bool)")
    case .array(let elements): "[\(elements.map(scalarsAsText).joined(separator: ","))]"
    case .object:
      object(members(of: value).map { (key: $0.key, text: scalarsAsText($0.value)) })
    case .string, .null: text(of: value)
    }
  }

  // MARK: Log Analytics

  /// Google's own structures with their names in snake case; maps of anything else as JSON text.
  private static func inSnakeCase(_ value: JSONValue) -> String {
    switch value {
    case .object:
      object(
        members(of: value).map { key, value in
          switch key {
          case "metadata", "request", "response", "details", "labels":
            (key: key, text: quoted(text(of: value)))
          default: (key: snakeCase(key), text: inSnakeCase(value))
          }
        })
    case .array(let elements): "[\(elements.map(inSnakeCase).joined(separator: ","))]"
    case .string, .number, .bool, .null: text(of: value)
    }
  }

  private static func snakeCase(_ key: String) -> String {
    key.map { $0.isUppercase ? "_\($0.lowercased())" : "\($0)" }.joined()
  }

  // MARK: JSON

  /// `2026-11-22T10:00:00.5Z` as a database prints it.
  private static func sqlTime(_ value: JSONValue) -> String {
    (value.string ?? "").replacing("T", with: " ").replacing("Z", with: "")
  }

  private static func members(of line: String) throws -> [(key: String, value: JSONValue)] {
    let bytes = Array(line.utf8)
    var scanner = JSONScanner()
    return members(of: try JSONValue(from: &scanner, in: bytes.span))
  }

  private static func members(of value: JSONValue) -> [(key: String, value: JSONValue)] {
    guard case .object(let members) = value else { return [] }
    return members.map { (key: $0.key, value: $0.value) }
  }

  private static func text(of value: JSONValue) -> String {
    switch value {
    case .object: object(members(of: value).map { (key: $0.key, text: text(of: $0.value)) })
    case .array(let elements): "[\(elements.map(text).joined(separator: ","))]"
    case .string(let string): quoted(string)
    case .number(let number): number
    case .bool(let bool): "\(bool)"
    case .null: "null"
    }
  }

  private static func object(_ members: [(key: String, text: String)]) -> String {
    "{\(members.map { "\(quoted($0.key)):\($0.text)" }.joined(separator: ","))}"
  }

  private static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
