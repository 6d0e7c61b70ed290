import AuditLog

// The rows 6b0 to 6j, as far as a message tells.

extension CompiledRow {
  /// Whether a message speaks of an exceeded quota or rate.
  static let speaksOfQuota = RowCondition.any([
    .all([.says(.plain, ["quota", "quotas"]), .hasWord(.plain, QuotaRule.stems)]),
    .says(.plain, QuotaRule.phrases),
  ])

  private static let isOfQuota = RowCondition.any([
    .codes([8]),
    .all([
      .any([.codes([3, 7, 9]), .not(.fact(.hasCode))]), .isNoIAMForm, speaksOfQuota,
    ]),
  ])

  private static let isShortPeriod = RowCondition.contains(.quota, QuotaFacts.shortPeriods)

  /// The rows of quotas.
  static let ofQuota = [
    ofQuota("6b0", .billingDisabled, .says(.quota, ["prepayment credits"])),
    ofQuota("6b", .quotaNotGranted, .fact(.hasLimitOfZero)),
    ofQuota("6c", .quotaExhausted, .contains(.quota, QuotaFacts.longPeriods)),
    ofQuota("6d", .concurrent, .says(.quota, QuotaRule.concurrencyPhrases)),
    ofQuota(
      "6e", .quotaExhausted,
      .all([
        .not(isShortPeriod),
        .any([
          .says(.plain, ["insufficient quota"]),
          .all([
            .contains(.full, QuotaMessage.quotedQuotas),
            .contains(.full, QuotaMessage.quotedExcesses),
          ]),
          .says(.plain, QuotaRule.allocationPhrases), .contains(.plain, ["exceeded quota:"]),
          .says(.plain, ["quota exceeded for quota metric"]), .messageIs("QUOTA_EXCEEDED"),
        ]),
      ])),
    ofQuota(
      "6f", .tokenThroughput,
      .any([
        .contains(.quota, QuotaRule.throughputParts), .says(.quota, QuotaRule.throughputWords),
      ])),
    ofQuota("6g", .rateLimit, .any([isShortPeriod, .says(.quota, QuotaRule.ratePhrases)])),
    ofQuota(
      "6h", .sharedCapacity,
      .all([.begins(.plain, "resource exhausted"), .says(.plain, ["please try again later"])])),
    CompiledRow(
      "6i", .throttleUnspecified, .low,
      .all([
        isOfQuota,
        .any([
          .service(EntryFacts.generativeServices.sorted()), .fact(.isTooManyRequests),
        ]),
      ])),
    CompiledRow("6j", .other(.unclassifiedExhausted), .low, isOfQuota),
  ]

  private static func ofQuota(
    _ row: String, _ cause: DenialCause, _ condition: RowCondition
  ) -> CompiledRow {
    CompiledRow(row, cause, .medium, .all([isOfQuota, condition]))
  }
}
