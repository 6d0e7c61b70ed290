import AuditLog

// The rows of quotas are in CompiledRow+Quota.swift.

extension CompiledRow {
  /// The rows before those of quotas.
  static let beforeQuota = [
    CompiledRow(
      "1", .other(.vpcServiceControlsDryRun), .high,
      .any([
        .all([.metadataType("VpcServiceControlAuditMetadata"), .fact(.isDryRun)]),
        .messageBegins("(Dry Run Mode)"),
      ])),
    CompiledRow(
      "1b", .other(.dryRun), .high,
      .any([.metadataType("OrgPolicyDryRunAuditMetadata"), .fact(.isDryRunMode)])),
    CompiledRow("2", .other(.softDeny), .high, .all([isSuccess, .fact(.isSoftlyDenied)])),
    CompiledRow("2", .other(.ok), .high, isSuccess),
    CompiledRow(
      "3", .vpcServiceControls, .high, .metadataType("VpcServiceControlAuditMetadata")),
    CompiledRow(
      "3", .vpcServiceControls, .medium,
      .any([
        .all([.fact(.isIAMForm), .contains(.unquoted, ServicePerimeterRule.texts)]),
        .all([.isNoIAMForm, .contains(.full, ServicePerimeterRule.texts)]),
      ])),
    CompiledRow(
      "4", .contextAwareAccess, .high, .metadataType("ContextAwareAccessAuditMetadata")),
    CompiledRow(
      "5b", .credentialsMissing, .medium,
      .all([.codes([3, 7, 16]), .says(.plain, AnonymousCallerRule.texts)])),
    CompiledRow(
      "5c", .actAs, .medium,
      .all([
        .codes([3, 7, 9]), .says(.plain, ["act as service account"]),
        .says(.plain, ActAsTextRule.verbs),
        .any([
          .not(.fact(.deniesPermission)), .deniesOnly(ServiceAccountUseRule.actAs.sorted()),
        ]),
      ])),
    CompiledRow("6a", .other(.capacity), .medium, .says(.plain, CapacityRule.texts)),
    CompiledRow(
      "6a2", .other(.otherError), .medium,
      .all([
        .isNoIAMForm, .hasNoSuccess,
        .any([
          .says(.plain, ["disruption budget", "mapped attribute"]),
          .all([
            .says(.plain, ["resources exceeded during query execution"]),
            .not(.says(.plain, ["outstanding", "quota exceeded"])),
          ]),
        ]),
      ])),
  ]

  private static let isSuccess = RowCondition.all([
    .codes([0]), .not(.fact(.isPolicyLog)),
    .any([
      .fact(.hasCode),
      .not(.any([.says(.plain, CapacityRule.texts), .all([.isNoIAMForm, speaksOfQuota])])),
    ]),
  ])

  /// The rows between those of quotas and those of policy denials.
  static let beforePolicyDenials =
    [
      ofKeys(
        .apiKeyRestricted,
        .all([.begins(.plain, "requests"), .says(.plain, ["are blocked"])])),
      ofKeys(.apiKeyExpired, .all([isOfKeys, .says(.plain, ["expired"])])),
      ofKeys(
        .apiKeyInvalid,
        .all([
          isOfKeys,
          .says(
            .plain, ["not valid", "invalid", "not found", "malformed", "reported as leaked"]),
        ])),
      ofKeys(.credentialsMissing, .all([isOfKeys, .says(.plain, ["not supported"])])),
      ofKeys(
        .apiKeyRestricted, .all([isOfKeys, .hasWord(.plain, ["blocked", "restrict"])])),
    ]
    + CredentialsRule.words.map { word, cause in
      CompiledRow("8", cause, .medium, .all([isUnauthenticated, .says(.plain, [word])]))
    } + [
      CompiledRow("8", .credentialsUnspecified, .high, isUnauthenticated),
      CompiledRow("9", .orgPolicy, .high, .all([.fails, .fact(.hasPolicyViolation)])),
      CompiledRow(
        "9", .orgPolicy, .medium,
        .all([
          .fails,
          .any([
            .contains(.unquoted, ["constraints/"]), .says(.unquoted, OrgPolicyRule.phrases),
            .all([
              .says(.unquoted, ["creation is not allowed on this"]),
              .hasWord(.unquoted, ["key creation", "service account creation"]),
            ]),
          ]),
        ])),
      ofState(
        .billingDisabled,
        .any([
          .says(.plain, ProjectStateRule.billingPhrases),
          .all([
            .says(.plain, ["billing account"]), .says(.plain, ProjectStateRule.billingStates),
          ]),
        ])),
      ofState(
        .serviceDisabled,
        .any([
          .all([.says(.plain, ["has not been used"]), .says(.plain, ["or it is disabled"])]),
          .says(.plain, ProjectStateRule.disabledPhrases),
        ])),
      ofState(
        .consumerSuspended,
        .any([
          .all([.says(.plain, ["suspended"]), .says(.plain, ProjectStateRule.consumers)]),
          .says(.plain, ["project has been denied access"]),
        ])),
      ofState(.consumerInvalid, .begins(.plain, "permission denied on resource project")),
      ofState(.modelNotEnabled, .says(.plain, ["is not allowed to use publisher model"])),
      ofState(.attributeCondition, .says(.plain, ["rejected by the attribute condition"])),
    ]

  private static let isOfKeys = RowCondition.says(.plain, ["api key", "api keys"])
  private static let isUnauthenticated = RowCondition.all([.codes([16]), .isNoIAMForm])

  private static func ofKeys(_ cause: DenialCause, _ condition: RowCondition) -> CompiledRow {
    CompiledRow("7", cause, .medium, .all([.codes([3, 7, 16]), .isNoIAMForm, condition]))
  }

  private static func ofState(_ cause: DenialCause, _ condition: RowCondition) -> CompiledRow {
    CompiledRow("10a", cause, .medium, .all([.codes([3, 7, 9]), .isNoIAMForm, condition]))
  }

  /// The rows of policy denials.
  static let ofPolicyDenials =
    [
      ofDenials("10b", .quotaProject, .high, .deniesOnly(QuotaProjectRule.use.sorted())),
      ofDenials(
        "10b", .quotaProject, .medium, .says(.plain, ["required permission to use project"])),
      ofDenials("10c", .oauthScope, .medium, .says(.plain, OAuthScopeRule.phrases)),
    ]
    + NamedPolicyRule.phrases.map { phrase, cause in
      ofDenials("10d", cause, .medium, .says(.plain, [phrase]))
    } + [
      ofDenials(
        "10e", .kubernetesAdmission, .medium,
        .all([isKubernetes, .says(.plain, ["denied the request"])])),
      ofDenials("10e", .kubernetesRBAC, .high, isKubernetes),
      ofDenials("10f", .actAs, .high, .deniesOnly(ServiceAccountUseRule.actAs.sorted())),
      ofDenials(
        "10f", .impersonation, .high,
        .deniesOnly(ServiceAccountUseRule.impersonation.sorted())),
    ] + ofPermissions("10g", .crossProject, .fact(.isCrossProject))
    + ofPermissions("10h", .missingRole, .fact(.deniesPermission)) + [
      CompiledRow("10i", .unspecified, .low, .isPolicyDenial)
    ]

  private static let isKubernetes = RowCondition.any([
    .service(["k8s.io"]), .methodBegins("io.k8s."),
  ])

  private static func ofDenials(
    _ row: String, _ cause: DenialCause, _ confidence: Confidence, _ condition: RowCondition
  ) -> CompiledRow {
    CompiledRow(row, cause, confidence, .all([.isPolicyDenial, condition]))
  }

  /// A named permission is sure, an inferred one is not.
  private static func ofPermissions(
    _ row: String, _ cause: DenialCause, _ condition: RowCondition
  ) -> [CompiledRow] {
    let condition = RowCondition.all([.fact(.deniesPermission), condition])
    return [
      ofDenials(row, cause, .low, .all([.fact(.isInferred), condition])),
      ofDenials(row, cause, .high, condition),
    ]
  }

  /// The rows after those of policy denials.
  static let last = [
    CompiledRow(
      "11", .other(.possibleMaskedDenial), .low,
      .all([.codes([5]), .says(.plain, MaskedDenialRule.phrases)])),
    CompiledRow("12", .other(.unclassifiedStatus), .high, .fact(.isUnknownCode)),
    CompiledRow("13", .other(.otherError), .high, .all([])),
  ]
}
