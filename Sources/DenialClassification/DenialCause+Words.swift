/// What a reader is told about a cause: one table for reports, the `codes` command and the docs.
///
/// Plain text without markup. Names of pages are those of the Google Cloud console, and every
/// command parses with gcloud 528 or kubectl; words in capitals are to be replaced by the reader.
struct CauseWords: Sendable {
  /// Two to four words, for a table.
  let title: String
  /// One sentence.
  let meaning: String
  /// One sentence.
  let advice: String
}

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

extension DenialCode {
  /// One sentence about what the code stands for.
  public var meaning: String {
    switch self {
    case .iamRejection:
      """
      The caller was identified and is not allowed: a role is missing, or a service perimeter or \
      another policy stands in the way.
      """
    case .throttling:
      """
      The account is fine, but its requests come too fast or carry too much: slowing down cures it.
      """
    case .quotaOrCredential:
      """
      A hard block that neither a role nor a retry cures: a quota is used up, or an API key, \
      credentials, billing or the project itself are not in order.
      """
    }
  }

  /// One sentence about what cures it as a rule; the causes have the particulars.
  public var advice: String {
    switch self {
    case .iamRejection:
      """
      Grant the smallest role that has the denied permission where a role is missing (page IAM, \
      gcloud projects add-iam-policy-binding, or Terraform google_project_iam_member), and have \
      the policy changed where a policy is the cause.
      """
    case .throttling:
      """
      Queue requests on the caller's side, retry with truncated exponential backoff, and request \
      a quota increase if the rate is really needed.
      """
    case .quotaOrCredential:
      """
      Renew the API key or correct its restrictions, sign in again, restore billing, raise the \
      quota or wait for its period to end.
      """
    }
  }
}
