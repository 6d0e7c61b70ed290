public import DenialClassification

/// Everything that was found, in the order in which reports show it.
///
/// A report is a pure function of the denials, the books and the clock, so that equal input gives
/// equal bytes in every format. Names follow `docs/report.schema.json`.
public struct Report: Hashable, Sendable {
  /// When the report was made, RFC 3339 in UTC; from the caller, never from a clock of its own.
  public var generatedAt: String
  public var toolVersion: String
  public var window: ReportWindow
  public var books: Books
  /// Always the three codes, in the order of ``DenialCode``.
  public var codes: [CodeSummary]
  /// Most denials first, then by name.
  public var principals: [PrincipalSummary]
  /// Most denials first, then by id.
  public var suggestions: [SuggestedBinding]
  public var warnings: [ReportWarning]
}

/// The time that a report speaks of; every time is RFC 3339 in UTC.
public struct ReportWindow: Hashable, Sendable {
  /// What was asked for, if anything.
  public var since: String?
  public var until: String?
  /// The earliest and latest timestamps of all entries, denials or not.
  public var firstEntry: String?
  public var lastEntry: String?
}

/// The denials of one code.
public struct CodeSummary: Hashable, Sendable {
  public var code: DenialCode
  public var denials: Int
  /// Only causes that were seen; most denials first, then by name.
  public var causes: [CauseCount]
}

/// The denials of one cause.
public struct CauseCount: Hashable, Sendable {
  public var cause: DenialCause
  public var denials: Int
}

/// How many denials have one value, such as a caller's IP address.
public struct ValueCount: Hashable, Sendable {
  /// As the log has it: hostile text, to be escaped by each format.
  public var value: String
  public var denials: Int
}

/// One principal, or one of the groups `(redacted)`, `(anonymous)` and `(unknown)`.
public struct PrincipalSummary: Hashable, Sendable {
  /// As the log names it, or a group in parentheses: hostile text.
  public var principal: String
  /// As a binding writes it; `nil` if no binding can name this principal.
  public var member: String?
  /// The kind of member, such as `serviceAccount`; the group's name without parentheses for a group.
  public var kind: String
  public var denials: Int
  public var byCode: [DenialCode: Int]
  /// RFC 3339 in UTC; `nil` if no denial has a timestamp.
  public var firstSeen: String?
  public var lastSeen: String?
  /// The lists hold the most frequent values first, then by value.
  public var callerIPs: [ValueCount]
  public var userAgents: [ValueCount]
  public var keys: [ValueCount]
  /// Most denials first, then by id.
  public var findings: [Finding]
}

/// The denials of one principal that have the same code, cause, service, project and permissions.
public struct Finding: Hashable, Sendable {
  /// A hash of what identifies the finding: the same on every machine, in every run.
  public var id: String
  public var cause: DenialCause
  public var confidence: Confidence
  /// Such as `aiplatform.googleapis.com`; `nil` if the log does not say.
  public var service: String?
  /// The project that owns the resource, an id or a number; `nil` if the log does not say.
  public var project: String?
  /// The resource of the earliest denial.
  public var resource: String?
  /// Sorted.
  public var permissions: [String]
  /// Whether the permissions are inferred from the method, not read from the log.
  public var permissionsAreInferred: Bool
  public var methods: [ValueCount]
  /// The most frequent resources; ``resourcesLeftOut`` says how many more there are.
  public var resources: [ValueCount]
  public var resourcesLeftOut: Int
  public var denials: Int
  public var firstSeen: String?
  public var lastSeen: String?
  /// Denials by hour, RFC 3339 in UTC such as `2026-11-22T10:00:00Z`, in order of time.
  public var perHour: [ValueCount]
  public var evidence: Evidence
  /// Up to five insertIds of the earliest denials.
  public var examples: [String]
  /// Ids of ``SuggestedBinding``.
  public var suggestions: [String]
  /// One sentence if no binding helps, else `nil`.
  public var advice: String?
  /// Who called, where the principal is redacted or anonymous.
  public var caller: Caller?

  public var code: DenialCode { cause.code }
}

/// What tells callers without a name apart.
public struct Caller: Hashable, Sendable {
  public var ip: String?
  public var oauthClientID: String?
  public var userAgent: String?
}

/// A binding that would cure denials: proposed, never applied.
public struct SuggestedBinding: Hashable, Sendable {
  /// A hash of member, target and role.
  public var id: String
  public var member: String
  /// Such as `roles/aiplatform.user`; `nil` for a custom role.
  public var role: String?
  /// What the Console calls the role, where the table knows it.
  public var roleTitles: [String]
  /// The role to make first, if no predefined role is known.
  public var customRole: CustomRole?
  public var target: Target
  /// The denied permissions that it cures, sorted.
  public var permissions: [String]
  public var denials: Int
  /// Ids of ``Finding``.
  public var findings: [String]
  public var why: String
  public var warnings: [String]
  public var alternatives: [Alternative]
  /// What to paste; multi-line for a custom role. Everything in it is allow-listed or quoted.
  public var gcloud: String
  public var terraform: String
  public var console: [String]
  /// How to check that it helped.
  public var verify: String

  /// Where the binding goes.
  public struct Target: Hashable, Sendable {
    /// `project` or `serviceAccount`.
    public var type: String
    /// A project id or number, or a service account's e-mail address.
    public var name: String
  }

  /// A role with exactly the denied permissions.
  public struct CustomRole: Hashable, Sendable {
    public var permissions: [String]
    public var why: String
  }

  /// Another answer, and when to prefer it.
  public struct Alternative: Hashable, Sendable {
    /// Such as `roles/aiplatform.expressUser`, or `custom role`.
    public var role: String
    public var why: String
  }
}

/// Something that the reader of a report must know before trusting a number.
public struct ReportWarning: Hashable, Sendable {
  /// A stable name, such as `no-data-access-logs`.
  public var id: String
  public var text: String
}
