@testable import DenialClassification

extension RuleOrderTable {
  /// Rules that stand next to each other, and conditions, that no other entry here tells apart.
  static let neighbours = [
    Contest(
      "3", over: "4", .vpcServiceControls,
      Sample(
        message: "Request violates VPC Service Controls.",
        metadata: #"{"@type":"x.ContextAwareAccessAuditMetadata"}"#)),
    Contest(
      "4", over: "5", .contextAwareAccess,
      Sample(
        details: errorInfo("SERVICE_DISABLED"),
        metadata: #"{"@type":"x.ContextAwareAccessAuditMetadata"}"#)),
    Contest(
      "5b", over: "5c", .credentialsMissing,
      Sample(message: "Anonymous caller cannot act as service account x.")),
    Contest(
      "5c", over: "6a", .actAs,
      Sample(message: "Resource pool exhausted; or the caller cannot act as service account x.")),
    Contest(
      "6a", over: "6a2", none: .capacity,
      Sample(message: "Resource pool exhausted by a mapped attribute.")),
    Contest(
      "6c", over: "6a2", .quotaExhausted,
      Sample(message: "Resources exceeded during query execution: quota exceeded per day.")),
    Contest(
      "6c", over: "13", .quotaExhausted,
      Sample(
        code: "13",
        details: #"{"@type":"google.rpc.QuotaFailure","violations":[{"quotaId":"PerDay"}]}"#)
    ),
    Contest(
      "6e", over: "13", .quotaExhausted, Sample(code: "13", details: #"{"quotaExceeded":{}}"#)),
    Contest(
      "6c", over: "13", .quotaExhausted,
      Sample(code: nil, message: "Quota exceeded per day.", details: #"{"quotaExceeded":{}}"#)),
    Contest(
      "10i", over: "6c", .unspecified,
      Sample(code: "0", message: "Quota exceeded per day.", log: "policy")),
    Contest(
      "10h", over: "6a2", .missingRole,
      Sample(message: "Permission 'a.b.c' denied: disruption budget.")),
    Contest(
      "10i", over: "6a2", .unspecified,
      Sample(code: "0", message: "Disruption budget.", log: "policy")),
    Contest(
      "10i", over: "8", .unspecified,
      Sample(code: "16", message: "Expired.", details: errorInfo("IAM_PERMISSION_DENIED"))),
    Contest(
      "10i", over: "9", .unspecified,
      Sample(code: "0", message: "Constraint constraints/a.b", log: "policy")),
    Contest(
      "10a", over: "10h", .billingDisabled,
      Sample(code: "9", message: "Permission 'a.b.c' denied: billing is disabled.")),
    Contest(
      "10b", over: "10c", .quotaProject,
      Sample(
        message: "Request had insufficient authentication scopes.",
        authorization: refused("serviceusage.services.use"))),
    Contest(
      "10c", over: "10d", .oauthScope,
      Sample(message: "Request had insufficient authentication scopes; or a deny policy applies.")),
    Contest(
      "10e", over: "10f", .kubernetesRBAC,
      Sample(service: "k8s.io", authorization: refused("iam.serviceAccounts.actAs"))),
    Contest(
      "10i", over: "11", .unspecified,
      Sample(
        code: "5", message: "A permission is missing.", details: errorInfo("IAM_PERMISSION_DENIED"))
    ),
  ]
}
