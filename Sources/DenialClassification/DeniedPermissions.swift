import AuditLog
import IAM

/// The permissions that a failed call lacked, and what says so.
///
/// The first source that names any decides the evidence; the others add what no check granted.
struct DeniedPermissions {
  /// In the spelling of IAM's tables, sorted, each once.
  private(set) var names: [String] = []
  /// The resource of the first check that was refused.
  private(set) var resource = ""
  /// `true` if the log names none and the method tells.
  private(set) var areInferred = false
  private(set) var evidence: Evidence?
  /// Whether there are more checks than are looked at.
  let isCut: Bool

  var isEmpty: Bool { names.isEmpty }

  /// Whether there are any, and all of them are among `permissions`, in any case.
  func areAll(among permissions: Set<String>) -> Bool {
    !names.isEmpty
      && names.allSatisfy { name in permissions.contains { $0.isEqualIgnoringCase(name) } }
  }

  init(
    payload: AuditPayload, errorInfo: StatusDetails.ErrorInfo?, text: PermissionText,
    _ memory: inout JudgeMemory
  ) {
    isCut = payload.authorization.count > Self.checkLimit
    var granted = GrantedPermissions(payload.authorization)
    let checks = NotGrantedChecks(payload.authorization, spelling: { memory.spelling(of: $0) })
    var found = checks.found
    resource = checks.resource
    if !found.isEmpty { evidence = Evidence(path: checks.firstPath, logValue: checks.firstName) }
    if let errorInfo, let name = errorInfo.metadata["permission"]?.string,
      Self.isPermission(name), !granted.contains(name)
    {
      let path = errorInfo.path + ".metadata.permission"
      evidence = evidence ?? Evidence(path: path, logValue: name)
      found.insert(name, spelled: memory.spelling(of: name))
    }
    for name in text.permissions
    where Self.isPermission(name) && !granted.contains(name) {
      let message = payload.status.message
      evidence = evidence ?? Evidence(path: EntryFacts.messagePath, logValue: message)
      found.insert(name, spelled: memory.spelling(of: name))
    }
    if found.isEmpty, let inferred = Self.inferred(from: payload) {
      evidence = Evidence(path: "protoPayload.methodName", logValue: payload.methodName)
      found.insert(inferred, spelled: inferred)
      areInferred = true
    }
    names = found.names
  }

  /// How many checks of one entry are looked at; real entries have up to a dozen.
  static let checkLimit = 1000

  /// A check that only decides whether to log, not whether the call may go on.
  static let loggingCheck = "sts.identityProviders.checkLogging"

  /// Whether a check for this name may refuse a call.
  static func isPermission(_ name: String) -> Bool {
    !name.isEmpty && !name.isEqualIgnoringCase(loggingCheck)
  }

  /// What permissions are compared by: logs spell them in more than one case.
  static func key(_ name: String) -> ExactText {
    ExactText(name.asciiLowercased)
  }

  /// What a bare refusal of a prediction call lacks: the only permission such a call checks.
  private static func inferred(from payload: AuditPayload) -> String? {
    guard payload.authorization.isEmpty, payload.serviceName == predictionService,
      bareMessages.contains(payload.status.message),
      predictionMethods.contains(payload.methodName.part(afterLast: "."))
    else { return nil }
    return predictionPermission
  }

  static let predictionService = "aiplatform.googleapis.com"
  static let predictionPermission = "aiplatform.endpoints.predict"

  static let bareMessages: Set<String> = [
    "", "PERMISSION_DENIED", "Permission denied.", "The caller does not have permission",
  ]

  static let predictionMethods: Set<String> = [
    "Predict", "RawPredict", "StreamRawPredict", "GenerateContent", "StreamGenerateContent",
    "BidiGenerateContent", "CountTokens", "ComputeTokens", "EmbedContent",
    "ServerStreamingPredict", "StreamingPredict", "DirectPredict", "DirectRawPredict",
    "PredictLongRunning", "ChatCompletions", "Explain",
  ]
}

/// The permissions that checks of an entry granted, worked out if somebody asks.
private struct GrantedPermissions {
  private let checks: [AuthorizationInfo]
  private lazy var names: PermissionNames = {
    var names = PermissionNames()
    for check in checks where check.granted == true { names.insert(check.permission) }
    return names
  }()

  init(_ checks: [AuthorizationInfo]) { self.checks = checks }

  mutating func contains(_ name: String) -> Bool { names.contains(name) }
}

/// Permissions that were found, each once: in IAM's spelling, else in the first that was found.
struct FoundPermissions {
  /// In the order in which they were found.
  private var spellings: [ExactText] = []
  private var seen = PermissionNames()

  var isEmpty: Bool { spellings.isEmpty }

  /// Sorted.
  var names: [String] {
    spellings.count == 1 ? [spellings[0].string] : spellings.sorted().map(\.string)
  }

  mutating func insert(_ name: String, spelled spelling: @autoclosure () -> String) {
    if seen.insert(name) { spellings.append(ExactText(spelling())) }
  }
}

/// Names of permissions in any case. Nearly all entries have one or two, for which a list is
/// quicker than a set.
struct PermissionNames {
  private var few: [String] = []
  private var others: Set<ExactText> = []

  /// - Returns: Whether it is new.
  @discardableResult
  mutating func insert(_ name: String) -> Bool {
    guard !contains(name) else { return false }
    if few.count < 8 { few.append(name) } else { others.insert(DeniedPermissions.key(name)) }
    return true
  }

  func contains(_ name: String) -> Bool {
    few.contains { $0.isEqualIgnoringCase(name) }
      || !others.isEmpty && others.contains(DeniedPermissions.key(name))
  }
}
