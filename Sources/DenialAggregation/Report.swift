public import DenialClassification

/// Everything that was found, in the order in which reports show it.
///
/// A report is a pure function of the denials, the books and the clock, so that equal input gives
/// equal bytes in every format. Names follow `docs/report.schema.json`.
public struct Report: Hashable, Sendable {
  /// When the report was made, RFC 3339 in UTC; from the caller, never from a clock of its own.
  public var generatedAt: String
  /// The version of what made the report.
  public var toolVersion: String
  /// The time that the report speaks of.
  public var window: ReportWindow
  /// Which denials were asked for; of the others, only the books speak.
  public var filters = DenialFilter()
  /// What was read and where it went.
  public var books: Books
  /// Always the three codes, in the order of ``DenialCode``.
  public var codes: [CodeSummary]
  /// Most denials first, then by name.
  public var principals: PrincipalSummaries
  /// Most denials first, then by id.
  public var suggestions: SuggestedBindings
  /// What must be known before a number is trusted.
  public var warnings: [ReportWarning]
  /// What a file of suppressions has left out, in its order; `nil` without such a file.
  public var suppressions: [SuppressionUse]?
  /// What other nights know of it; `nil` without a history.
  public var history: ReportHistory?
  /// The roles that suggestions were searched in; `nil` if only the built-in table was.
  public var roleCatalog: RoleCatalogSummary?
}

/// Which role catalogue was used.
public struct RoleCatalogSummary: Hashable, Sendable {
  /// The file, as a message may show it.
  public var name: String
  /// How many roles it has, those that are never suggested too.
  public var roles: Int
  /// How many distinct permissions its roles have.
  public var permissions: Int
  /// The SHA-256 of the file as it came, in hexadecimal.
  public var fingerprint: String
}

/// The time that a report speaks of; every time is RFC 3339 in UTC.
public struct ReportWindow: Hashable, Sendable {
  /// The first moment that was asked for, if any.
  public var since: String?
  /// The first moment that is later than what was asked for, if any.
  public var until: String?
  /// The earliest timestamp of all entries inside, denials or not.
  public var firstEntry: String?
  /// The latest timestamp of all entries inside, denials or not.
  public var lastEntry: String?
  /// How many files were not opened because their names say that all in them is outside.
  public var skippedFiles = 0
}

/// The denials of one code.
public struct CodeSummary: Hashable, Sendable {
  /// The code.
  public var code: DenialCode
  /// How many distinct denials have it.
  public var denials: Int
  /// Only causes that were seen; most denials first, then by name.
  public var causes: [CauseCount]
}

/// The denials of one cause.
public struct CauseCount: Hashable, Sendable {
  /// The cause.
  public var cause: DenialCause
  /// How many distinct denials have it.
  public var denials: Int
}

/// How many denials have one value, such as a caller's IP address.
public struct ValueCount: Hashable, Sendable {
  /// As the log has it: hostile text, to be escaped by each format.
  public var value: String
  /// How many distinct denials have it.
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
  /// How many distinct denials the principal has.
  public var denials: Int
  /// The same by code; a code without denials may be absent.
  public var byCode: [DenialCode: Int]
  /// The earliest denial, RFC 3339 in UTC; `nil` if none has a timestamp.
  public var firstSeen: String?
  /// The latest denial, RFC 3339 in UTC; `nil` if none has a timestamp.
  public var lastSeen: String?
  /// IP addresses, most denials first, then by value; at most a thousand, as in all such lists.
  public var callerIPs: [ValueCount]
  /// User agents, without what differs from call to call.
  public var userAgents: [ValueCount]
  /// Full names of the service account keys that signed the calls.
  public var keys: [ValueCount]
  /// Through whom calls went, in the order of the log with ` → ` between, if through others.
  public var delegations: [ValueCount] = []
  /// The burst in which the principal seems to try out what it may do; `nil` for nearly all.
  public var reconnaissance: Reconnaissance?
  /// Most denials first, then by id.
  public var findings: [Finding]
}

/// The denials of one principal that have the same code, cause, service, project and permissions.
public struct Finding: Hashable, Sendable {
  /// A hash of what identifies the finding: the same on every machine, in every run.
  public var id: String
  /// Why, within the code.
  public var cause: DenialCause
  /// How sure the verdict on the earliest denial is.
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
  /// The methods that were called.
  public var methods: [ValueCount]
  /// The most frequent resources; ``resourcesLeftOut`` says how many more there are.
  public var resources: [ValueCount]
  /// How many distinct resources are not in ``resources``; of more than 16,384 an estimate.
  public var resourcesLeftOut: Int
  /// How many distinct denials there are.
  public var denials: Int
  /// How many of them do not say why and stand within two seconds of a refusal of the same
  /// principal by a service perimeter, which then is the likely reason.
  public var besideServicePerimeter: Int
  /// The earliest denial, RFC 3339 in UTC; `nil` if none has a timestamp.
  public var firstSeen: String?
  /// The latest denial, RFC 3339 in UTC; `nil` if none has a timestamp.
  public var lastSeen: String?
  /// Denials by hour, RFC 3339 in UTC such as `2026-11-22T10:00:00Z`, in order of time.
  public var perHour: [ValueCount]
  /// What the verdict on the earliest denial rests on.
  public var evidence: Evidence
  /// Up to five insertIds of the earliest denials.
  public var examples: [String]
  /// Ids of ``SuggestedBinding``.
  public var suggestions: [String]
  /// One sentence if no binding helps, else `nil`.
  public var advice: String?
  /// Who may have called, where the principal is redacted.
  public var caller: Caller?
  /// When its permissions were last granted to the principal in the project, RFC 3339 in UTC, if each
  /// was after the last denial, and the earliest of these times; `nil` also if nobody asked.
  public var lastGranted: String?
  /// What the denials say of perimeters, quotas and credentials, and how fast they came.
  public var details = FindingDetails()

  /// The code of the cause.
  public var code: DenialCode { cause.code }
}

/// What tells callers without a name apart.
public struct Caller: Hashable, Sendable {
  /// The caller's IP address, or what the log has in its place.
  public var ip: String?
  /// The OAuth client that the caller used.
  public var oauthClientID: String?
  /// What the caller's program says it is.
  public var userAgent: String?
}

/// Something that the reader of a report must know before trusting a number.
public struct ReportWarning: Hashable, Sendable {
  /// A stable name, such as `no-data-access-logs`.
  public var id: String
  /// A clause in lower case.
  public var text: String

  package init(id: String, text: String) {
    (self.id, self.text) = (id, text)
  }
}
