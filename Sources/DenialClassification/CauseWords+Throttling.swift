// The causes of 1153. Sources: https://cloud.google.com/docs/quotas/view-manage,
// https://cloud.google.com/vertex-ai/generative-ai/docs/error-code-429.

extension CauseWords {
  static let rateLimit = CauseWords(
    title: "rate limit",
    meaning: "More requests came within a minute or a second than the quota allows.",
    advice: """
      Slow down: queue requests on the caller's side, spread batch work, retry with truncated \
      exponential backoff and jitter, and request an increase on the page Quotas & System Limits \
      if the rate is really needed.
      """)

  static let tokenThroughput = CauseWords(
    title: "token throughput",
    meaning: "More tokens, characters or bytes came in a short time than the quota allows.",
    advice: """
      Send less at a time: fewer requests in parallel, shorter prompts, a token bucket in front of \
      the service; if the throughput is really needed, request an increase on the page Quotas & \
      System Limits or, for Gemini, reserve Provisioned Throughput.
      """)

  static let concurrent = CauseWords(
    title: "too many at once",
    meaning: "More requests or jobs were running at the same time than the limit allows.",
    advice: """
      Run fewer at a time behind a queue on the caller's side, or request an increase on the page \
      Quotas & System Limits if the limit is adjustable.
      """)

  static let sharedCapacity = CauseWords(
    title: "shared capacity",
    meaning: """
      The capacity that pay-as-you-go requests share was used up for a moment; no quota of the \
      project was exceeded.
      """,
    advice: """
      Retry with truncated exponential backoff, smooth out bursts, use the global endpoint, or \
      reserve Provisioned Throughput, as there is no quota to raise.
      """)

  static let throttleUnspecified = CauseWords(
    title: "unspecified throttling",
    meaning: """
      A resource was exhausted and the entry does not say which; most often the requests came too \
      fast.
      """,
    advice: """
      Retry with truncated exponential backoff first; if that does not help, compare the usage on \
      the page Quotas & System Limits with the times of the denials.
      """)
}
