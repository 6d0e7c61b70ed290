// The causes of 1153. Sources: https://cloud.google.com/docs/quotas/view-manage,
// https://cloud.google.com/vertex-ai/generative-ai/docs/error-code-429,
// https://cloud.google.com/bigquery/docs/troubleshoot-quotas.

extension CauseWords {
  static let rateLimit = CauseWords(
    title: "rate limit",
    meaning: "More requests came within a minute or a second than the quota allows.",
    advice: """
      Slow down: queue requests on the caller's side, spread batch work, retry with truncated \
      exponential backoff and jitter, and request an increase on the page Quotas & System Limits \
      if the rate is really needed.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.code", value: "8"),
      Evidence(path: "protoPayload.status.details[0].reason", value: "RATE_LIMIT_EXCEEDED"),
      Evidence(
        path: "protoPayload.status.details[0].metadata.quota_unit",
        value: "1/min/{project}/{region}"),
    ],
    confirmation: [.quotaPage, .quotaValues],
    remedy: "a queue, backoff with jitter; more quota if the rate is really needed",
    nonRemedy: "a role; trying again at once, which makes it worse; more clients side by side")

  static let tokenThroughput = CauseWords(
    title: "token throughput",
    meaning: "More tokens, characters or bytes came in a short time than the quota allows.",
    advice: """
      Send less at a time: fewer requests in parallel, shorter prompts, a token bucket in front of \
      the service; if the throughput is really needed, request an increase on the page Quotas & \
      System Limits or, for Gemini, reserve Provisioned Throughput.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.code", value: "8"),
      Evidence(
        path: "protoPayload.status.message",
        value: """
          Quota exceeded for \
          aiplatform.googleapis.com/online_prediction_input_tokens_per_minute_per_base_model with \
          base model: gemini-2.5-pro.
          """),
    ],
    confirmation: [.quotaPage, .quotaValues],
    remedy: "smaller or fewer requests at a time; more quota or Provisioned Throughput",
    nonRemedy: "a role; fewer requests that carry as much as the many did")

  static let concurrent = CauseWords(
    title: "too many at once",
    meaning: "More requests or jobs were running at the same time than the limit allows.",
    advice: """
      Run fewer at a time behind a queue on the caller's side, or request an increase on the page \
      Quotas & System Limits if the limit is adjustable.
      """,
    evidence: [
      Evidence(
        path: "protoPayload.status.message",
        value: "Exceeded rate limits: too many concurrent queries for this project_and_region.")
    ],
    confirmation: [
      .look("Count what ran at the time of the denial; for BigQuery on its page Job history.")
    ],
    remedy: "fewer at the same time",
    nonRemedy: "a role; trying again while the others still run")

  static let sharedCapacity = CauseWords(
    title: "shared capacity",
    meaning: """
      The capacity that pay-as-you-go requests share was used up for a moment; no quota of the \
      project was exceeded.
      """,
    advice: """
      Retry with truncated exponential backoff, smooth out bursts, use the global endpoint, or \
      reserve Provisioned Throughput, as there is no quota to raise.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.code", value: "8"),
      Evidence(
        path: "protoPayload.status.message", value: "Resource exhausted, please try again later."),
    ],
    confirmation: [
      .look(
        """
        On the page Quotas & System Limits no quota of the service is at its limit at the time of \
        the denial.
        """)
    ],
    remedy: "backoff, the global endpoint, Provisioned Throughput; there is no quota to raise",
    nonRemedy: "a role; a quota increase, as no quota of the project was exceeded")

  static let throttleUnspecified = CauseWords(
    title: "unspecified throttling",
    meaning: """
      A resource was exhausted and the entry does not say which; most often the requests came too \
      fast.
      """,
    advice: """
      Retry with truncated exponential backoff first; if that does not help, compare the usage on \
      the page Quotas & System Limits with the times of the denials.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.code", value: "8"),
      Evidence(path: "protoPayload.serviceName", value: "aiplatform.googleapis.com"),
      Evidence(
        path: "protoPayload.status.message",
        value: "Resource has been exhausted (e.g. check quota)."),
    ],
    confirmation: [.quotaPage, .quotaValues],
    remedy: "backoff first, then a look at the quota page",
    nonRemedy: "a role; an increase before it is known which quota was short, if any was")
}

extension Confirmation {
  static let quotaPage = look(
    """
    In the console: IAM & Admin > Quotas & System Limits, filtered by service; the chart of the \
    quota shows its usage at the time of the denial.
    """)

  static let quotaValues = run(
    "gcloud beta quotas info list --service=SERVICE --project=PROJECT",
    "Lists the service's quotas with their values, though not their usage.")
}
