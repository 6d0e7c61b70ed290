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

  /// What does not cure it, though it is often tried: a clause.
  package var nonRemedy: String {
    switch self {
    case .iamRejection:
      "a basic role such as Owner or Editor; slowing down; any role where a policy is the cause"
    case .throttling: "a role; a new key; trying again at once"
    case .quotaOrCredential: "a role; slowing down; trying again"
    }
  }

  /// What entries of this code look like: a clause.
  package var evidence: String {
    switch self {
    case .iamRejection:
      """
      status code 7 (PERMISSION_DENIED) with a permission that was not granted, or, with 7 or 9 \
      (FAILED_PRECONDITION), the marks of a policy
      """
    case .throttling:
      "status code 8 (RESOURCE_EXHAUSTED), or 7 from BigQuery, and a limit by minute or second"
    case .quotaOrCredential:
      """
      status code 8 with a limit by day or amount, 16 (UNAUTHENTICATED), or 3, 7 or 9 with words \
      about keys, billing or the project
      """
    }
  }
}
