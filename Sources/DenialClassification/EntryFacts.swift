import AuditLog
import IAM

/// An audit entry with everything that rules ask about, worked out once.
final class EntryFacts {
  static let messagePath = "protoPayload.status.message"

  let entry: LogEntry
  let payload: AuditPayload
  let code: StatusCode
  /// Whether the status has a code at all; an absent one means OK, unless the message says else.
  let hasCode: Bool
  let message: MessageText
  let details: StatusDetails
  /// The first ErrorInfo that names a reason.
  let errorInfo: StatusDetails.ErrorInfo?
  let permissionText: PermissionText
  let denied: DeniedPermissions
  /// Whom the denial is about, by the names that the log gives.
  let caller: Denial.CallerIdentity
  /// The type of `metadata`, without the part before the last slash.
  let metadataType: String
  /// What was worked out of other entries, and of this one.
  var memory: JudgeMemory
  /// What it says of a quota.
  private(set) lazy var quota = QuotaFacts(self)
  /// The project that owns the resource, by the most exact of the places that name one.
  private(set) lazy var targetProject = firstProject
  /// The project that the caller belongs to, if its name says so.
  private(set) lazy var callerHomeProject = memory.homeProject(of: caller)

  /// How many bytes of a message are read; real ones have up to a few thousand.
  private static let messageByteLimit = 8192

  init(entry: LogEntry, payload: AuditPayload, memory: consuming JudgeMemory = JudgeMemory()) {
    self.entry = entry
    self.payload = payload
    code = StatusCode(payload.status.code)
    hasCode = code != .ok || payload.status.code.map { !$0.isEmpty } ?? false
    let text = payload.status.message.prefix(utf8Count: Self.messageByteLimit)
    let read = memory.message(text)
    message = read.text
    permissionText = read.permissions
    details = StatusDetails(payload.status.details)
    errorInfo = details.errorInfos.first
    denied = DeniedPermissions(
      payload: payload, errorInfo: errorInfo, text: permissionText, &memory)
    caller = Self.caller(of: payload, namedSubject: permissionText.subject)
    let type = payload.metadata.type
    metadataType = type.isEmpty ? type : type.part(afterLast: "/")
    self.memory = memory
  }

  /// Whether the entry speaks IAM's own words, so that words in the names of things mean nothing.
  var isIAMForm: Bool {
    errorInfo?.reason == "IAM_PERMISSION_DENIED"
      || code == .permissionDenied && permissionText.isIAMForm
  }

  var isPolicyLog: Bool {
    entry.logID == "cloudaudit.googleapis.com/policy"
  }

  var isGenerativeAI: Bool {
    Self.generativeServices.contains(payload.serviceName)
  }

  static let generativeServices: Set<String> = [
    "aiplatform.googleapis.com", "generativelanguage.googleapis.com",
    "cloudaicompanion.googleapis.com", "cloudcode-pa.googleapis.com",
    "discoveryengine.googleapis.com",
  ]

  /// Evidence from the message, secrets masked.
  var messageEvidence: Evidence {
    Evidence(path: Self.messagePath, logValue: message.original)
  }

  /// Evidence from the status code.
  var codeEvidence: Evidence {
    let value =
      switch payload.status.code {
      case .number(let text), .string(let text): text
      case nil, .null, .bool, .array, .object: "absent"
      }
    return Evidence(path: "protoPayload.status.code", logValue: value)
  }
}

extension JSONValue {
  /// What kind of protocol buffer an object is, in the spellings of exporters as well.
  var type: String {
    guard case .object(let members) = self, !members.isEmpty else { return "" }
    return first(of: "@type", "at_type", "at_sign_type")?.string ?? ""
  }
}

extension String {
  /// The longest beginning of at most `utf8Count` bytes that cuts no character apart.
  package func prefix(utf8Count: Int) -> String {
    guard utf8.count > utf8Count else { return self }
    // An index inside of a character is taken for the one where it begins.
    return String(self[..<utf8.index(startIndex, offsetBy: utf8Count)])
  }
}
