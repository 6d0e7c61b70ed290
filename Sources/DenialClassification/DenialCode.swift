/// One of the three codes that every denial gets.
///
/// The raw value is the number that reports print. The order of the cases is the order of reports.
public enum DenialCode: Int, CaseIterable, Hashable, Sendable {
  /// The caller was identified and is not allowed: a role, a perimeter or another policy is missing.
  case iamRejection = 1152
  /// The account is fine, the velocity or the payload throughput is too high: slowing down cures it.
  case throttling = 1153
  /// A hard block that neither a role nor slowing down cures: quota, API key, credentials, billing.
  case quotaOrCredential = 1100

  /// The name that machine formats print beside the number, such as `iam-rejection`.
  public var name: String {
    switch self {
    case .iamRejection: "iam-rejection"
    case .throttling: "throttling"
    case .quotaOrCredential: "quota-or-credential"
    }
  }

  /// A few words for a heading.
  public var title: String {
    switch self {
    case .iamRejection: "IAM rejection"
    case .throttling: "throttling"
    case .quotaOrCredential: "quota or credential"
    }
  }
}
