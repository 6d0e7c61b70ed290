import Testing

@testable import DenialClassification

enum RuleOrderTable {
  typealias Contest = RuleOrderTests.Contest

  private static let perimeter =
    "type.googleapis.com/google.cloud.audit.VpcServiceControlAuditMetadata"
  private static let violation =
    #""policyViolationInfo":{"orgPolicyViolationInfo":{"violationInfo":[{"constraint":"c"}]}}"#
  private static let actAs = "iam.serviceAccounts.actAs"
  private static let robot = "robot@acme-dev.iam.gserviceaccount.com"

  static let policies = [
    Contest(
      "1", over: "3", none: .vpcServiceControlsDryRun,
      Sample(metadata: #"{"@type":"\#(perimeter)","dryRun":true}"#)),
    Contest(
      "1", over: "3", none: .vpcServiceControlsDryRun,
      Sample(message: "(Dry Run Mode) Request is prohibited by organization's policy.")),
    Contest(
      "1b", over: "9", none: .dryRun,
      Sample(metadata: #"{"@type":"x.OrgPolicyDryRunAuditMetadata"}"#, payload: violation)),
    Contest(
      "1b", over: "2", none: .dryRun,
      Sample(code: nil, message: "", metadata: #"{"iamEnforcementMode":"DRY_RUN"}"#)),
    Contest("2", over: "9", none: .ok, Sample(code: "0", message: "", payload: violation)),
    Contest(
      "2", over: "3", none: .softDeny,
      Sample(
        code: nil, message: "", authorization: refused("a.b.c"),
        metadata: #"{"@type":"\#(perimeter)"}"#)),
    Contest(
      "3", over: "2", .vpcServiceControls,
      Sample(code: nil, message: "", metadata: #"{"@type":"\#(perimeter)"}"#, log: "policy")),
    Contest(
      "3", over: "5", .vpcServiceControls,
      Sample(details: errorInfo("SERVICE_DISABLED"), metadata: #"{"@type":"\#(perimeter)"}"#)),
    Contest(
      "3", over: "6", .vpcServiceControls,
      Sample(code: "8", message: "Request violates VPC Service Controls. Quota exceeded.")),
    Contest(
      "3", over: "9", .vpcServiceControls,
      Sample(message: "Request is prohibited by organization's policy.", payload: violation)),
    Contest(
      "4", over: "9", .contextAwareAccess,
      Sample(metadata: #"{"@type":"x.ContextAwareAccessAuditMetadata"}"#, payload: violation)),
    Contest(
      "5", over: "5b", .apiKeyInvalid,
      Sample(message: "Unregistered callers are refused.", details: errorInfo("API_KEY_INVALID"))),
    Contest(
      "5", over: "10h", .serviceDisabled,
      Sample(details: errorInfo("SERVICE_DISABLED"), authorization: refused("a.b.c"))),
    Contest(
      "5b", over: "7", .credentialsMissing,
      Sample(message: "Method doesn't allow unregistered callers. Your API key is not valid.")),
    Contest(
      "5b", over: "8", .credentialsMissing,
      Sample(code: "16", message: "Anonymous caller: the token has expired.")),
    Contest(
      "5c", over: "9", .actAs,
      Sample(
        code: "9",
        message: "Current user cannot act as service account x@y.com. Causes: constraints/iam.z")),
    Contest(
      "5c", over: "10f", .actAs,
      Sample(
        message: "You are not authorized to act as service account x.",
        authorization: refused(actAs))),
    Contest(
      "10h", over: "5c", .missingRole,
      Sample(
        message: "You are not authorized to act as service account x.",
        authorization: refused(actAs) + "," + refused("run.services.create"))),
    Contest("7", over: "8", .apiKeyExpired, Sample(code: "16", message: "The API key expired.")),
    Contest(
      "7", over: "10h", .apiKeyRestricted,
      Sample(message: "This API key is blocked.", authorization: refused("a.b.c"))),
    Contest("8", over: "9", .credentialsUnspecified, Sample(code: "16", payload: violation)),
    Contest(
      "9", over: "10a", .orgPolicy,
      Sample(message: "Billing is disabled by constraints/x.y.")),
    Contest(
      "9", over: "10h", .orgPolicy,
      Sample(authorization: refused("a.b.c"), payload: violation)),
    Contest("9", over: "13", .orgPolicy, Sample(code: "13", payload: violation)),
  ]

  static let quotas = [
    Contest(
      "6i", over: "2", .throttleUnspecified,
      Sample(
        code: nil, message: "Resource has been exhausted (e.g. check quota).",
        service: "aiplatform.googleapis.com")),
    Contest(
      "6a", over: "2", none: .capacity,
      Sample(code: nil, message: "The zone does not have enough resources available.")),
    Contest(
      "6a", over: "6", none: .capacity,
      Sample(code: "8", message: "ZONE_RESOURCE_POOL_EXHAUSTED: quota exceeded per day")),
    Contest(
      "6a2", over: "6", none: .otherError,
      Sample(code: "8", message: "Resources exceeded during query execution: 1 per minute")),
    Contest(
      "6d", over: "6a2", .concurrent,
      Sample(code: "8", message: "Resources exceeded during query execution: outstanding jobs")),
    Contest(
      "6g", over: "7", .rateLimit,
      Sample(message: "Quota exceeded: too many requests per minute for this API key, blocked.")),
    Contest(
      "6c", over: "10h", .quotaExhausted,
      Sample(message: "Quota exceeded per day.", authorization: refused("a.b.c"))),
    Contest(
      "10h", over: "6", .missingRole,
      Sample(message: "Permission 'cloudquotas.quotas.update' denied: quota exceeded per minute")),
    Contest(
      "10h", over: "6", .missingRole,
      Sample(message: "Required 'a.b.c' permission for 'x'. Too many requests.")),
    Contest(
      "10h", over: "7", .missingRole,
      Sample(message: "Permission apikeys.keys.get denied on an API key that is not found.")),
    Contest(
      "10h", over: "10a", .missingRole,
      Sample(message: "Permission 'a.b.c' denied: billing is disabled.")),
    Contest(
      "6b0", over: "6b", .billingDisabled,
      Sample(code: "8", message: "Your prepayment credits are depleted, limit: 0 per day")),
    Contest(
      "6b", over: "6c", .quotaNotGranted,
      Sample(code: "8", message: "Quota exceeded: requests per day, limit: 0")),
    Contest(
      "6c", over: "6d", .quotaExhausted,
      Sample(code: "8", message: "Quota exceeded: concurrent requests per day")),
    Contest(
      "6c", over: "6g", .quotaExhausted,
      Sample(code: "8", message: "Daily limit of requests per minute reached.")),
    Contest(
      "6d", over: "6e", .concurrent,
      Sample(code: "8", message: "Exceeded quota for concurrent jobs")),
    Contest(
      "6d", over: "6f", .concurrent,
      Sample(code: "8", message: "Too many concurrent tokens per minute")),
    Contest(
      "6e", over: "6f", .quotaExhausted,
      Sample(code: "8", message: "Quota 'BANDWIDTH' exceeded. Insufficient bandwidth.")),
    Contest(
      "6f", over: "6e", .tokenThroughput,
      Sample(code: "8", message: "Exceeded quota for tokens per minute")),
    Contest(
      "6f", over: "6g", .tokenThroughput,
      Sample(code: "8", message: "Too many requests: input tokens per minute")),
    Contest(
      "6g", over: "6e", .rateLimit,
      Sample(
        code: "8", message: "Quota exceeded for quota metric 'm' and limit 'l'",
        details: errorInfo("RATE_LIMIT_EXCEEDED"))),
    Contest(
      "6g", over: "6h", .rateLimit,
      Sample(code: "8", message: "Resource exhausted, please try again later: rate limit")),
    Contest(
      "6h", over: "6i", .sharedCapacity,
      Sample(
        code: "8", message: "Resource exhausted, please try again later.",
        service: "aiplatform.googleapis.com")),
    Contest("6i", over: "6j", .throttleUnspecified, Sample(code: "429")),
    Contest("6j", over: "9", none: .unclassifiedExhausted, Sample(code: "8", payload: violation)),
  ]

  static let permissions = [
    Contest(
      "10a", over: "10h", .consumerSuspended,
      Sample(message: "The project is suspended.", authorization: refused("a.b.c"))),
    Contest(
      "10a", over: "10b", .serviceDisabled,
      Sample(message: "API is disabled; no required permission to use project acme-prod.")),
    Contest(
      "10b", over: "10g", .quotaProject,
      Sample(principal: robot, authorization: refused("serviceusage.services.use"))),
    Contest(
      "10h", over: "10b", .missingRole,
      Sample(authorization: refused("serviceusage.services.use") + "," + refused("a.b.c"))),
    Contest(
      "10c", over: "10h", .oauthScope,
      Sample(
        message: "Request had insufficient authentication scopes.", authorization: refused("a.b.c"))
    ),
    Contest(
      "10d", over: "10h", .denyPolicy,
      Sample(message: "Access is denied by a deny policy.", authorization: refused("a.b.c"))),
    Contest(
      "10d", over: "10e", .principalAccessBoundary,
      Sample(message: "Outside of the principal access boundary.", service: "k8s.io")),
    Contest(
      "10e", over: "10h", .kubernetesRBAC,
      Sample(service: "k8s.io", authorization: refused("io.k8s.core.v1.pods.list"))),
    Contest(
      "10e", over: "10h", .kubernetesAdmission,
      Sample(
        message: "admission webhook denied the request", method: "io.k8s.core.v1.pods.create",
        authorization: refused("io.k8s.core.v1.pods.create"))),
    Contest("10f", over: "10g", .actAs, Sample(principal: robot, authorization: refused(actAs))),
    Contest(
      "10f", over: "10h", .impersonation,
      Sample(authorization: refused("iam.serviceAccounts.signJwt"))),
    Contest(
      "10g", over: "10f", .crossProject,
      Sample(
        principal: robot,
        authorization: refused(actAs) + "," + refused("iam.serviceAccounts.signJwt"))),
    Contest(
      "10g", over: "10h", .crossProject,
      Sample(principal: robot, authorization: refused("a.b.c"))),
    Contest(
      "10h", over: "10g", .missingRole,
      Sample(principal: robot, authorization: refused("a.b.c", on: "projects/123456789012"))),
    Contest("10h", over: "10i", .missingRole, Sample(authorization: refused("a.b.c"))),
    Contest(
      "10h", over: "11", .missingRole,
      Sample(
        code: "5", message: "It does not exist, or permission is missing.",
        details: errorInfo("IAM_PERMISSION_DENIED", metadata: #"{"permission":"a.b.c"}"#))),
    Contest("10i", over: "13", .unspecified, Sample(code: nil, message: "", log: "policy")),
    Contest(
      "11", over: "13", none: .possibleMaskedDenial,
      Sample(code: "5", message: "Not found, or you do not have permission.")),
    Contest(
      "12", over: "13", none: .unclassifiedStatus,
      Sample(code: "\"ON_FIRE\"", authorization: refused("a.b.c"))),
    Contest(
      "13", over: "10h", none: .otherError,
      Sample(code: "10", authorization: refused("a.b.c"))),
  ]
}
