public import DenialClassification

/// What the denials of a finding say beyond who lacks what: perimeters, quotas, credentials, pace.
public struct FindingDetails: Hashable, Sendable {
  /// The minute with the most denials; `nil` without timestamps.
  public var peakPerMinute: MinutePeak?
  /// How calls crossed service perimeters; most denials first.
  public var perimeterViolations: [PerimeterViolation] = []
  /// How many more there are.
  public var perimeterViolationsLeftOut = 0
  /// Which quotas were short; most denials first.
  public var quotas: [QuotaUse] = []
  /// How many more there are.
  public var quotasLeftOut = 0
  /// What is wrong with keys and billing accounts; most denials first.
  public var credentialStates: [CredentialStateCount] = []

  package init() {}

  /// How many perimeter violations and quotas of a finding are listed.
  static let listLimit = 10
}

/// The minute in which the most denials were logged.
///
/// Calls that went through are not among them, so it is the least that was asked for.
public struct MinutePeak: Hashable, Sendable {
  /// The first of such minutes, RFC 3339 in UTC, such as `2026-11-22T10:41:00Z`.
  public var minute: String
  /// How many denials it has.
  public var denials: Int
}

/// One way in which calls of a finding crossed a service perimeter.
///
/// Strings are log text, but for ``meaning`` and ``remedy``.
public struct PerimeterViolation: Hashable, Sendable {
  /// `ingress` or `egress`; `nil` where the log has no direction.
  public var direction: String?
  /// Whether the perimeter's dry-run configuration says so, which blocks nothing.
  public var isDryRun: Bool
  /// `accessPolicies/POLICY/servicePerimeters/PERIMETER`.
  public var perimeter: String?
  /// Such as `NO_MATCHING_ACCESS_LEVEL`.
  public var reason: String?
  /// The reason in words, if it is known.
  public var meaning: String?
  /// What an administrator of the perimeter can do about the reason: a clause, if it is known.
  public var cure: String?
  /// Where calls came from, such as `projects/NUMBER`; `nil` if from the internet, or unknown.
  public var source: String?
  /// `Network` or `Resource`.
  public var sourceType: String?
  /// What calls wanted, such as `projects/NUMBER`.
  public var target: String?
  /// What calls need on the target, sorted.
  public var permissions: [String]
  /// The VPC networks that calls came from, sorted.
  public var callerNetworks: [String]
  /// The access levels that all of these calls satisfied, sorted.
  public var accessLevels: [String]
  /// What is known of the callers' devices, sorted.
  public var deviceStates: [String]
  /// The methods that were called, sorted.
  public var methods: [String]
  /// How many denials there are.
  public var denials: Int
  /// What the violation analyzer takes: up to five, of the earliest denials.
  public var uniqueIDs: [String]
  /// What an administrator of the perimeter could do, after a review.
  public var remedy: Remedy?
  /// Why there is no ``remedy``: a clause.
  public var obstacle: String?

  /// A rule to add, or a service to allow.
  public struct Remedy: Hashable, Sendable {
    /// The rule as a file for gcloud; `nil` where a command alone does it.
    public var yaml: String?
    /// What to run in this order; `FILE` stands for a file with all rules.
    public var commands: [String]
    /// What to beware of.
    public var warnings: [String]
  }
}

/// A quota that was short, or capacity in its place.
///
/// Strings are log text, but for ``filter``.
public struct QuotaUse: Hashable, Sendable {
  /// What it was.
  public var kind: Kind
  /// Such as `aiplatform.googleapis.com/generate_content_requests`.
  public var metric: String?
  /// Such as `GenerateContentRequestsPerMinutePerProjectPerRegion`.
  public var limitName: String?
  /// As the log spells it.
  public var limitValue: String?
  /// Such as `1/min/{project}/{region}`.
  public var unit: String?
  /// `second`, `100 seconds`, `minute`, `hour`, `day`, `week` or `month`.
  public var period: String?
  /// A region, a zone or `global`.
  public var location: String?
  /// The model that was called.
  public var model: String?
  /// Other dimensions of the limit, sorted by name.
  public var dimensions: [Dimension]
  /// How many denials there are.
  public var denials: Int
  /// The minute with the most of them.
  public var peakPerMinute: MinutePeak?
  /// What to type into the filter of the page Quotas & System Limits; `nil` if the log does not say.
  public var filter: String?

  /// The kinds of what can be short.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A quota of the project, which may be raised.
    case named = "named-quota"
    /// A quota that the log does not name.
    case unnamed = "unnamed-quota"
    /// What pay-as-you-go requests share: dynamic shared quota, of which nothing can be raised.
    case sharedCapacity = "shared-capacity"
  }

  /// A value that has a limit of its own.
  public struct Dimension: Hashable, Sendable {
    /// Such as `network_id`.
    public var name: String
    /// As the log spells it.
    public var value: String
  }
}

/// How many denials of a finding are due to one state.
public struct CredentialStateCount: Hashable, Sendable {
  /// What is wrong.
  public var state: CredentialState
  /// How many distinct denials say so.
  public var denials: Int
}
