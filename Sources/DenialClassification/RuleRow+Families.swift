// The rows of quotas (6b0 to 6j) and of policy denials (10b to 10i), in the words of
// docs/classification.md.

extension RuleRow {
  /// What makes the rows 6b0 to 6j look at an entry; the page has it as row `6…`.
  package static let quotaCondition = """
    **quota**: a quota reason, a QuotaFailure, `quotaExceeded` in the details, or code 8 (no code \
    or any but 0); or code 3, 7, 9 or none, not an IAM form, and words of an exceeded quota or \
    rate (never the bare word "limit"). The rows 6b0 to 6j look at the message without names of \
    objects, and at limit, metric, unit and descriptions in the details
    """

  static let ofQuota = [
    RuleRow(
      "6b0",
      "\"prepayment credits\"", [.denial(.billingDisabled)], gates: [.quota],
      absence: "no words about prepayment credits"),
    RuleRow(
      "6b",
      "the limit is 0: in the details, or as \"limit: 0\"", [.denial(.quotaNotGranted)],
      gates: [.quota],
      absence: "no limit of 0",
      rivals: [
        .init("6c", "a limit above 0 and a period of a day or longer"),
        .init("6g", "a limit above 0 and a period of a minute or a second"),
      ]),
    RuleRow(
      "6c",
      """
      the period is a day or longer, or the reason is `dailyLimitExceeded`, or the service says \
      to wait over 300 s
      """,
      [.denial(.quotaExhausted)], gates: [.quota],
      absence: "no period of a day or longer, and no wait of over 300 s",
      rivals: [.zeroLimit, .init("6g", "a period of a minute or a second, and no long wait")]),
    RuleRow(
      "6d",
      "\"concurrent\", \"can be queued\", \"pending + running\", \"outstanding\"",
      [.denial(.concurrent)], gates: [.quota],
      absence: "no words about how many at the same time", rivals: [.zeroLimit, .longPeriod]),
    RuleRow(
      "6e",
      """
      an amount, without a period of a minute or a second: reason `RESOURCE_QUOTA_EXCEEDED`, \
      `EMULATOR_QUOTA_EXCEEDED`, `QUOTA_EXCEEDED` or `quotaExceeded`, `quotaExceeded` in the \
      details, or words of an amount
      """, [.denial(.quotaExhausted)], gates: [.quota],
      absence: "no words about an amount that is used up", rivals: [.zeroLimit, .shortPeriod]),
    RuleRow(
      "6f",
      """
      "tokens" (but not "token": exchanging one is a request), "bytes per", "throughput", \
      "bandwidth", "characters"
      """, [.denial(.tokenThroughput)], gates: [.quota],
      absence: "no words about tokens, bytes, characters, throughput or bandwidth",
      rivals: [.zeroLimit, .longPeriod]),
    RuleRow(
      "6g",
      """
      a period of a minute or a second, reason `RATE_LIMIT_EXCEEDED`, `rateLimitExceeded` or \
      `userRateLimitExceeded`, or words of a rate
      """, [.denial(.rateLimit)], gates: [.quota],
      absence: "no period of a minute or a second, and no words about a rate",
      rivals: [.zeroLimit, .longPeriod, .init("6f", "words about tokens, bytes or characters")]),
    RuleRow(
      "6h",
      "the message begins with \"Resource exhausted\" and has \"please try again later\"",
      [.denial(.sharedCapacity)],
      gates: [.quota], absence: "not the text of capacity that all share",
      rivals: [.longPeriod, .shortPeriod]),
    RuleRow(
      "6i",
      "a generative AI service, or HTTP 429", [.denial(.throttleUnspecified)],
      gates: [.quota], absence: "neither a generative AI service nor HTTP 429",
      rivals: [.zeroLimit, .longPeriod, .shortPeriod]),
    RuleRow(
      "6j",
      "any other", [.other(.unclassifiedExhausted)], gates: [.quota],
      rivals: [.longPeriod, .init("6e", "words about an amount that is used up"), .shortPeriod]),
  ]

  static let ofPolicyDenials = [
    RuleRow(
      "10b",
      """
      policy denial; all denied permissions are `serviceusage.services.use`, or "required \
      permission to use project"
      """, [.denial(.quotaProject)], gates: [.policyDenial],
      absence: "not serviceusage.services.use alone, and no words about using a project"),
    RuleRow(
      "10c",
      """
      policy denial; "insufficient authentication scopes", "Provided scope(s) are not authorized"
      """, [.denial(.oauthScope)], gates: [.policyDenial, .message],
      absence: "no words about OAuth scopes"),
    RuleRow(
      "10d",
      "policy denial; the text names \"principal access boundary\" or \"deny policy\"",
      [.denial(.principalAccessBoundary), .denial(.denyPolicy)], gates: [.policyDenial, .message],
      absence: "neither a principal access boundary nor a deny policy is named"),
    RuleRow(
      "10e",
      """
      policy denial by `k8s.io` or an `io.k8s.…` method: "denied the request", or the label \
      `authorization.k8s.io/decision` is `allow`; any other
      """, [.denial(.kubernetesAdmission), .denial(.kubernetesRBAC)], gates: [.policyDenial],
      absence: "not a call of the Kubernetes API"),
    RuleRow(
      "10f",
      """
      policy denial; all denied permissions are `iam.serviceAccounts.actAs`; or all are for \
      tokens and signatures (`getAccessToken`, `getOpenIdToken`, `signBlob`, `signJwt`, \
      `implicitDelegation`)
      """, [.denial(.actAs), .denial(.impersonation)], gates: [.policyDenial, .deniedPermission],
      absence: "other permissions are denied than those to use a service account",
      rivals: [.init("10h", "other permissions denied as well")]),
    RuleRow(
      "10g",
      """
      policy denial with a denied permission; home and target project are both known, both by id \
      or both by number, and differ
      """, [.denial(.crossProject)], gates: [.policyDenial, .deniedPermission],
      absence: "the two projects are not known to differ",
      rivals: [.init("10h", "the resource in a project of the caller itself")]),
    RuleRow(
      "10h",
      "policy denial with a denied permission", [.denial(.missingRole)],
      gates: [.policyDenial, .deniedPermission],
      rivals: [
        .perimeter, .init("10d", "words about a deny policy or a principal access boundary"),
        .init("10g", "a home project of the caller that differs from the target project"),
      ]),
    RuleRow(
      "10i",
      "any other policy denial", [.denial(.unspecified)], gates: [.policyDenial],
      rivals: [
        .perimeter, .init("10h", "a denied permission in authorizationInfo, ErrorInfo or message"),
      ]),
  ]
}

extension RuleRow.Rival {
  static let perimeter = Self(
    "3", "a mark of VPC Service Controls in metadata, violations, reasons or message")
  fileprivate static let zeroLimit = Self("6b", "a limit of 0")
  fileprivate static let longPeriod = Self("6c", "a period of a day or longer")
  fileprivate static let shortPeriod = Self("6g", "a period of a minute or a second")
}
