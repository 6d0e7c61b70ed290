// The same rows, in the same words, as the table in docs/classification.md.

extension RuleRow {
  /// The rows that are tried before those of quotas.
  static let beforeQuota = [
    RuleRow(
      "0",
      """
      no audit payload (`protoPayload`; BigQuery's `protopayload_auditlog` counts as well), or \
      one whose `@type` does not end in `.AuditLog`
      """,

      [.other(.notAnAuditEntry)], absence: "there is an audit payload"),
    RuleRow(
      "1",
      """
      VPC Service Controls metadata with `dryRun: true`, or the message begins with `(Dry Run \
      Mode)`
      """,
      [.other(.vpcServiceControlsDryRun)], absence: "no dry run"),
    RuleRow(
      "1b",
      """
      organization policy dry-run metadata, or `iamEnforcementMode` or `sgpEnforcementMode` is \
      `DRY_RUN`
      """,
      [.other(.dryRun)], absence: "no dry run"),
    RuleRow(
      "2",
      """
      code 0, not in the policy log, and not a code-less status whose message speaks of capacity \
      or, in no IAM form, of quota: an `authorizationInfo` row has `granted: false` and a \
      permission; any other
      """,
      [.other(.softDeny), .other(.ok)], gates: [.successCode, .outsidePolicyLog],
      absence: "a message without a status code speaks of quota or capacity"),
    RuleRow(
      "3",
      """
      VPC Service Controls metadata; or a violation of type `VPC_SERVICE_CONTROLS`; or a reason \
      `SECURITY_POLICY_VIOLATED`; or a message (all of it; without quoted parts in an IAM form) \
      with, be it inside a word, `vpcServiceControlsUniqueIdentifier`, "Request is prohibited by \
      organization's policy", "Request violates VPC Service Controls", "VPC Service Controls:" or \
      "restricted by VPCSC"
      """,
      [.denial(.vpcServiceControls)],
      absence: "no mark of VPC Service Controls in metadata, violations, reasons or message"),
    RuleRow(
      "4",
      "metadata of Context-Aware Access",
      [.denial(.contextAwareAccess)],
      absence: "no metadata of Context-Aware Access"),
    RuleRow(
      "5",
      "a reason from the list of reasons, of a domain of Google's",
      ErrorReason.answers,
      absence: "no reason in the details that names its cause"),
    RuleRow(
      "5b",
      """
      code 3, 7 or 16, and "anonymous caller", "unauthenticated request", "unregistered callers" \
      or "request is missing a valid API key"
      """,
      [.denial(.credentialsMissing)],
      gates: [.codes([.invalidArgument, .permissionDenied, .unauthenticated]), .message],
      absence: "no words about a caller without credentials"),
    RuleRow(
      "5c",
      """
      code 3, 7 or 9, "act as service account" with "cannot", "not authorized to", "not have \
      permission to" or "must have permission to", and no denied permission but \
      `iam.serviceAccounts.actAs`
      """,
      [.denial(.actAs)],
      gates: [.codes([.invalidArgument, .permissionDenied, .failedPrecondition]), .message],
      absence: "no words about acting as a service account, or other permissions denied as well",
      rivals: [.init("10h", "other permissions denied as well")]),
    RuleRow(
      "6a",
      "`ipSpaceExhausted` in the details, or words that machines or addresses ran out",
      [.other(.capacity)], absence: "no words about machines or addresses that ran out",
      rivals: [.init("6e", "words about a quota instead")]),
    RuleRow(
      "6a2",
      """
      no code or any but 0, not an IAM form; "disruption budget", "mapped attribute", or \
      "Resources exceeded during query execution" (without "outstanding" or "quota exceeded")
      """,
      [.other(.otherError)], gates: [.noSuccessCode, .message, .otherThanIAMForm],
      absence: "no words about limits of the job itself alone"),
  ]

  /// The rows that are tried after those of quotas and before those of policy denials.
  static let beforePolicyDenials = [
    RuleRow(
      "7",
      """
      code 3, 7 or 16, not an IAM form, and "API key": "expired"; "not valid", "invalid", "not \
      found", "malformed", "reported as leaked"; "not supported"; "blocked…", "restrict…". Or \
      "Requests … are blocked"
      """,

      [
        .denial(.apiKeyExpired), .denial(.apiKeyInvalid), .denial(.credentialsMissing),
        .denial(.apiKeyRestricted),
      ],
      gates: [
        .codes([.invalidArgument, .permissionDenied, .unauthenticated]), .message,
        .otherThanIAMForm,
      ], absence: "no words about what is wrong with an API key"),
    RuleRow(
      "8",
      "code 16, not an IAM form: \"expired\"; \"missing\"; \"invalid\"; any other",

      [
        .denial(.credentialsExpired), .denial(.credentialsMissing), .denial(.credentialsInvalid),
        .denial(.credentialsUnspecified),
      ], gates: [.codes([.unauthenticated]), .otherThanIAMForm],
      rivals: [.init("7", "words about what is wrong with an API key")]),
    RuleRow(
      "9",
      """
      any failing code, and a `violationInfo` that is not empty; or a violation of type \
      `constraints/…` or `customConstraints/…`; or a message (without quoted parts) with \
      `constraints/`, "violated one or more Org Policies", "denied by org policy", "permitted \
      customer", "public access prevention is enforced" and others
      """,
      [.denial(.orgPolicy)], gates: [.failureCode],
      absence: "no constraint in policyViolationInfo, violations or message", rivals: [.perimeter]),
    RuleRow(
      "10a",
      """
      code 3, 7 or 9, not an IAM form, and words that billing is disabled, required or not found; \
      that the API is disabled; that project, consumer or account is suspended; or the message \
      begins with "Permission denied on resource project"; "is not allowed to use Publisher \
      Model"; "rejected by the attribute condition"
      """,

      [
        .denial(.billingDisabled), .denial(.serviceDisabled), .denial(.consumerSuspended),
        .denial(.consumerInvalid), .denial(.modelNotEnabled), .denial(.attributeCondition),
      ],
      gates: [
        .codes([.invalidArgument, .permissionDenied, .failedPrecondition]), .message,
        .otherThanIAMForm,
      ],
      absence: "no words about billing, a disabled API, the project, a model or a condition"),
  ]

  /// The rows that are tried after those of policy denials.
  static let last = [
    RuleRow(
      "11",
      """
      code 5 (NOT_FOUND) with "does not have access to it", "or it may not exist", "permission" \
      or "permissions"
      """,
      [.other(.possibleMaskedDenial)], gates: [.codes([.notFound]), .message],
      absence: "no words that also hide denials",
      rivals: [.init("10h", "code 7 and a denied permission")]),
    RuleRow(
      "12",
      "an unknown code",
      [.other(.unclassifiedStatus)], absence: "the status code is known"),
    RuleRow("13", "any other failing code", [.other(.otherError)]),
  ]
}

extension ErrorReason {
  /// All that row 5 can answer, in the order of the causes; of perimeters row 3 speaks first.
  fileprivate static var answers: [Verdict.Answer] {
    let named = Set(causes.values).union([.apiKeyExpired]).subtracting([.vpcServiceControls])
    return DenialCause.allCases.filter(named.contains).map { .denial($0) }
  }
}
