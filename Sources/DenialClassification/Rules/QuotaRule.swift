import AuditLog

/// Row 6: quota and rate. The period and the value of the limit decide, not the reason: the reason
/// RATE_LIMIT_EXCEEDED is used for daily limits and for limits of zero as well.
///
/// - Source: github.com/google-gemini/gemini-cli/issues/10513 (daily),
///   github.com/google-gemini/deprecated-generative-ai-python/issues/244 (zero)
enum QuotaRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard Self.isOfQuota(facts) else { return nil }
    let quota = facts.quota
    let reason = facts.details.errorInfos.first { ErrorReason.ofQuota.contains($0.reason) }?.reason
    guard let (row, cause) = Self.row(quota, reason: reason ?? "", facts) else {
      return .other(
        .unclassifiedExhausted, rule: "6j", evidence: facts.messageEvidence, confidence: .low)
    }
    let confidence: Confidence =
      cause == .throttleUnspecified ? .low : quota.isStructured ? .high : .medium
    return .denial(cause, rule: row, evidence: quota.evidence, confidence: confidence)
  }

  /// Whether the message speaks of an exceeded quota or rate; the bare word "limit" says neither.
  static func speaks(of facts: EntryFacts) -> Bool {
    guard !facts.isIAMForm else { return false }
    let text = facts.message.plain
    if text.says("quota") || text.says("quotas"),
      text.hasWord(beginningWith: stems)
    {
      return true
    }
    return text.says(any: phrases)
  }

  static let stems: [Phrase] = [
    "exceed", "exhaust", "insufficient", "reached", "depleted",
  ]

  static let phrases: [Phrase] = [
    "rate limit", "rate limits", "rate exceeded", "rate limited", "too many requests",
    "too many api requests", "too many concurrent", "resource exhausted",
    "resource has been exhausted", "ratelimitexceeded", "quotaexceeded", "prepayment credits",
    "throughput limit",
  ]

  /// Whether the rows of quotas look at an entry.
  static func isOfQuota(_ facts: EntryFacts) -> Bool {
    let details = facts.details
    if details.errorInfos.contains(where: { ErrorReason.ofQuota.contains($0.reason) })
      || details.quotaFailure != nil || details.quotaExceeded != nil
      || facts.code == .resourceExhausted
    {
      return facts.code != .ok || !facts.hasCode
    }
    return readsMessage(of: facts) && speaks(of: facts)
  }

  /// Whether a message alone can say so, by the status code that it comes with.
  static func readsMessage(of facts: EntryFacts) -> Bool {
    facts.code.isRefusal || !facts.hasCode
  }

  /// The first row that fits; `nil` if the entry does not say enough.
  private static func row(
    _ quota: QuotaFacts, reason: String, _ facts: EntryFacts
  ) -> (row: String, cause: DenialCause)? {
    if quota.text.says("prepayment credits") { return ("6b0", .billingDisabled) }
    if quota.isZero { return ("6b", .quotaNotGranted) }
    if quota.isLongPeriod || reason == "dailyLimitExceeded" { return ("6c", .quotaExhausted) }
    if isConcurrency(quota.text) { return ("6d", .concurrent) }
    if isAllocation(quota, reason: reason, facts) { return ("6e", .quotaExhausted) }
    if isThroughput(quota.text) { return ("6f", .tokenThroughput) }
    if isRate(quota, reason: reason) { return ("6g", .rateLimit) }
    if facts.message.plain.says("please try again later"),
      facts.message.plain.begins(with: "resource exhausted")
    {
      return ("6h", .sharedCapacity)
    }
    if facts.isGenerativeAI || Int(wholeNumber: facts.payload.status.code) == 429 {
      return ("6i", .throttleUnspecified)
    }
    return nil
  }

  private static func isConcurrency(_ text: WordText) -> Bool {
    text.says(any: concurrencyPhrases)
  }

  static let concurrencyPhrases: [Phrase] = [
    "concurrent", "can be queued", "pending + running", "outstanding",
  ]

  private static func isAllocation(
    _ quota: QuotaFacts, reason: String, _ facts: EntryFacts
  ) -> Bool {
    guard !quota.isShortPeriod else { return false }
    if ErrorReason.ofAllocation.contains(reason) || facts.details.quotaExceeded != nil {
      return true
    }
    let message = facts.message
    return message.plain.says("insufficient quota") || quota.message.namesExceededQuota
      || message.plain.says(any: allocationPhrases)
      || message.plain.contains("exceeded quota:")
      || message.plain.says("quota exceeded for quota metric")
        && !ErrorReason.ofRate.contains(reason)
      || message.original.isEqualIgnoringCase("QUOTA_EXCEEDED")
  }

  static let allocationPhrases: [Phrase] = [
    "exceeded quota for", "quota metrics exceed quota limits", "quota exhausted", "quotaexceeded",
  ]

  private static func isThroughput(_ text: WordText) -> Bool {
    text.contains(any: throughputParts) || text.says(any: throughputWords)
  }

  static let throughputParts: [Phrase] = [
    "tokens per", "tokensper", "bytes per", "bytesper",
  ]
  static let throughputWords: [Phrase] = [
    "tokens", "throughput", "bandwidth", "characters",
  ]

  private static func isRate(_ quota: QuotaFacts, reason: String) -> Bool {
    quota.isShortPeriod || ErrorReason.ofRate.contains(reason)
      || quota.text.says(any: ratePhrases)
  }

  static let ratePhrases: [Phrase] = [
    "rate limit", "rate limits", "rate limited", "rate exceeded", "too many requests",
    "too many api requests", "requests per base model", "ratelimitexceeded",
  ]
}
