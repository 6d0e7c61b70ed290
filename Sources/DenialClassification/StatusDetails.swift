import AuditLog

/// The structured details of a status, by what they say.
///
/// Details are a list or a single object; some services wrap them in `google.protobuf.Struct`,
/// whose fields stand under `value`.
struct StatusDetails {
  /// Every detail that names a reason, as `google.rpc.ErrorInfo` does, in order.
  private(set) var errorInfos: [ErrorInfo] = []
  /// Every violation of a PreconditionFailure, in order.
  private(set) var violations: [Violation] = []
  /// The first `google.rpc.QuotaFailure`.
  private(set) var quotaFailure: (value: JSONValue, path: String)?
  /// `quotaExceeded` as Compute Engine has it.
  private(set) var quotaExceeded: (value: JSONValue, path: String)?
  /// The path of Compute Engine's `ipSpaceExhausted`.
  private(set) var ipSpaceExhaustedPath: String?
  /// `google.rpc.RetryInfo.retryDelay`, such as `0.2s`.
  private(set) var retryDelay: String?

  /// What a service says of an error, in words made for machines.
  struct ErrorInfo {
    let reason: String
    let domain: String
    let metadata: JSONValue
    /// Where it stands, such as `protoPayload.status.details[0]`.
    let path: String
  }

  /// One violation of a precondition, such as a service perimeter.
  struct Violation {
    let type: String
    let description: String
    let path: String
  }

  init(_ details: [JSONValue]) {
    for (index, detail) in details.prefix(Self.detailLimit).enumerated() {
      let path = index == 0 ? Self.pathOfFirst : "protoPayload.status.details[\(index)]"
      read(detail, path: path)
      if let value = detail["value"], case .object = value { read(value, path: path + ".value") }
    }
  }

  private static let pathOfFirst = "protoPayload.status.details[0]"

  /// How many details are looked at; real entries have up to five.
  private static let detailLimit = 64

  private mutating func read(_ detail: JSONValue, path: String) {
    let type = detail.type
    if let reason = detail["reason"]?.string, !reason.isEmpty {
      errorInfos.append(
        ErrorInfo(
          reason: reason, domain: detail["domain"]?.string ?? "",
          metadata: detail["metadata"] ?? .null, path: path))
    }
    if type.ends(with: "google.rpc.QuotaFailure") {
      quotaFailure = quotaFailure ?? (detail, path)
    } else {
      readViolations(detail, path: path)
    }
    if let delay = detail["retryDelay"]?.string { retryDelay = retryDelay ?? delay }
    if let quota = detail.first(of: "quotaExceeded") {
      quotaExceeded = quotaExceeded ?? (quota, path + ".quotaExceeded")
    }
    if detail.first(of: "ipSpaceExhausted") != nil {
      ipSpaceExhaustedPath = ipSpaceExhaustedPath ?? path + ".ipSpaceExhausted"
    }
  }

  private mutating func readViolations(_ detail: JSONValue, path: String) {
    for (index, violation) in (detail["violations"]?.elements ?? []).prefix(64).enumerated() {
      violations.append(
        Violation(
          type: violation["type"]?.string ?? "",
          description: violation["description"]?.string ?? "",
          path: "\(path).violations[\(index)]"))
    }
  }
}
