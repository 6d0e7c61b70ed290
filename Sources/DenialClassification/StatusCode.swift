import AuditLog

/// A `google.rpc.Code`, as rules see it.
///
/// - Source: googleapis/googleapis, google/rpc/code.proto
enum StatusCode: Hashable, Sendable {
  /// 0, or no code at all.
  case ok
  case invalidArgument
  case notFound
  case permissionDenied
  case resourceExhausted
  case failedPrecondition
  case unauthenticated
  /// Another code of code.proto, which no rule looks at.
  case other(Int)
  /// Something that code.proto does not have.
  case unknown

  /// INVALID_ARGUMENT, PERMISSION_DENIED or FAILED_PRECONDITION: what services refuse with in words.
  var isRefusal: Bool {
    self == .invalidArgument || self == .permissionDenied || self == .failedPrecondition
  }

  /// INVALID_ARGUMENT, PERMISSION_DENIED or UNAUTHENTICATED: what bad credentials are refused with.
  var isRefusalOfCredentials: Bool {
    self == .invalidArgument || self == .permissionDenied || self == .unauthenticated
  }

  /// Reads a whole number, one in a string, a name such as `PERMISSION_DENIED`, or an HTTP status.
  init(_ value: JSONValue?) {
    switch value {
    case nil, .null: self = .ok
    case .number(let text), .string(let text):
      if let number = Int(wholeNumber: text) {
        self.init(number: number)
      } else if let number = Self.names.firstIndex(where: { text.isEqualIgnoringCase($0) }) {
        self.init(number: number)
      } else {
        self = .unknown
      }
    case .object(let members): self = members.isEmpty ? .ok : .unknown
    case .array, .bool: self = .unknown
    }
  }

  private init(number: Int) {
    switch Self.canonical(httpStatus: number) ?? number {
    case 0: self = .ok
    case 3: self = .invalidArgument
    case 5: self = .notFound
    case 7: self = .permissionDenied
    case 8: self = .resourceExhausted
    case 9: self = .failedPrecondition
    case 16: self = .unauthenticated
    case let code where Self.names.indices.contains(code): self = .other(code)
    default: self = .unknown
    }
  }

  /// The code that Google's HTTP mapping gives a status.
  static func canonical(httpStatus: Int) -> Int? {
    switch httpStatus {
    case 200: 0
    case 400: 3
    case 401: 16
    case 403: 7
    case 404: 5
    case 409: 10
    case 412: 9
    case 429: 8
    case 500: 13
    case 501: 12
    case 502, 503: 14
    case 504: 4
    default: nil
    }
  }

  /// By number.
  static let names = [
    "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND",
    "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED",
    "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
  ]
}
