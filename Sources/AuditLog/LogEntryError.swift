/// Why a line is not a log entry; offsets count bytes from the start of the line.
package enum LogEntryError: Error, Hashable, Sendable {
  /// The byte at `byteOffset` cannot stand there in JSON.
  case malformed(byteOffset: Int)
  /// The line ends at `byteOffset`, inside a value.
  case truncated(byteOffset: Int)
  /// The container at `byteOffset` is nested deeper than ``JSONScanner/depthLimit``.
  case tooDeep(byteOffset: Int)
  /// The line is JSON, but not an object.
  case notAnObject
  /// The line is a Pub/Sub message whose `data` is not base64.
  case notBase64
  /// The line is a Pub/Sub message whose `data` is not a log entry; offsets count from its start,
  /// decoded.
  indirect case inMessage(LogEntryError)
  /// The line is an answer of an API, with many entries under one key.
  case manyEntries(key: String)
}

extension LogEntryError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .malformed(let byteOffset): "not valid JSON at byte \(byteOffset)"
    case .truncated(let byteOffset): "cut off at byte \(byteOffset), inside a JSON value"
    case .tooDeep(let byteOffset):
      "nested deeper than \(JSONScanner.depthLimit) levels at byte \(byteOffset)"
    case .notAnObject: "JSON, but not an object; a log entry is one object a line"
    case .notBase64: "a Pub/Sub message whose data is not base64"
    case .inMessage(let error): "a Pub/Sub message whose data is no log entry: \(error)"
    case .manyEntries(let key):
      "the answer of an API with many entries: pass it through jq -c '.\(key)[]'"
    }
  }
}
