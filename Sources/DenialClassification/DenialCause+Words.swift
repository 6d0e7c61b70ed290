extension DenialCause {
  /// Two to four words for a table, such as `missing role`.
  public var title: String { words.title }

  /// One sentence about what happened.
  public var meaning: String { words.meaning }

  /// One sentence to act on: what fixes it, and that no role does where none does.
  ///
  /// For a cause that ``isCuredByBinding``, it also says what to do where no binding can be
  /// written: the caller is redacted, a service agent, or not known.
  public var advice: String { words.advice }

  /// What to do about ``unspecified`` denials beside which a service perimeter refused the caller.
  package static let besidePerimeterAdvice = """
    Likely VPC Service Controls: a perimeter refused the same caller within two seconds, so see to \
    that denial first, by its unique ID in the violation analyzer, and grant nothing for this one.
    """

  /// What such an entry typically has, with values that are made up.
  package var evidence: [Evidence] { words.evidence }

  /// How to make sure, the best way first.
  package var confirmation: [Confirmation] { words.confirmation }

  /// What fixes it: a clause for a table.
  package var remedy: String { words.remedy }

  /// What does not, though it is often tried: a clause.
  package var nonRemedy: String { words.nonRemedy }

  private var words: CauseWords {
    switch self {
    case .missingRole: .missingRole
    case .crossProject: .crossProject
    case .vpcServiceControls: .vpcServiceControls
    case .contextAwareAccess: .contextAwareAccess
    case .actAs: .actAs
    case .impersonation: .impersonation
    case .quotaProject: .quotaProject
    case .oauthScope: .oauthScope
    case .orgPolicy: .orgPolicy
    case .denyPolicy: .denyPolicy
    case .principalAccessBoundary: .principalAccessBoundary
    case .attributeCondition: .attributeCondition
    case .kubernetesRBAC: .kubernetesRBAC
    case .kubernetesAdmission: .kubernetesAdmission
    case .unspecified: .unspecified
    case .rateLimit: .rateLimit
    case .tokenThroughput: .tokenThroughput
    case .concurrent: .concurrent
    case .sharedCapacity: .sharedCapacity
    case .throttleUnspecified: .throttleUnspecified
    case .quotaExhausted: .quotaExhausted
    case .quotaNotGranted: .quotaNotGranted
    case .apiKeyExpired: .apiKeyExpired
    case .apiKeyInvalid: .apiKeyInvalid
    case .apiKeyRestricted: .apiKeyRestricted
    case .credentialsMissing: .credentialsMissing
    case .credentialsExpired: .credentialsExpired
    case .credentialsInvalid: .credentialsInvalid
    case .credentialsUnspecified: .credentialsUnspecified
    case .accountDisabled: .accountDisabled
    case .billingDisabled: .billingDisabled
    case .serviceDisabled: .serviceDisabled
    case .consumerSuspended: .consumerSuspended
    case .consumerInvalid: .consumerInvalid
    case .modelNotEnabled: .modelNotEnabled
    }
  }
}
