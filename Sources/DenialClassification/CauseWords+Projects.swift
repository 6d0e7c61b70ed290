// The causes of 1100 that lie with a project. Sources:
// https://cloud.google.com/docs/quotas/view-manage,
// https://cloud.google.com/billing/docs/how-to/modify-project,
// https://cloud.google.com/service-usage/docs/enable-disable,
// https://cloud.google.com/resource-manager/docs/project-suspension-guidelines,
// https://cloud.google.com/vertex-ai/generative-ai/docs/control-model-access.

extension CauseWords {
  static let quotaExhausted = CauseWords(
    title: "quota exhausted",
    meaning: "A daily, monthly or allocation quota is used up.",
    advice: """
      Neither a role nor a retry fixes this: wait for the quota's period to end, release what is \
      allocated, or request an increase on the page Quotas & System Limits.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.code", value: "8"),
      Evidence(path: "protoPayload.status.details[0].reason", value: "RATE_LIMIT_EXCEEDED"),
      Evidence(path: "protoPayload.status.details[0].metadata.quota_unit", value: "1/d/{project}"),
    ],
    confirmation: [
      .quotaPage, .quotaValues,
      .run(
        """
        gcloud compute regions describe REGION --project=PROJECT --flatten=quotas \
        --format='table(quotas.metric,quotas.usage,quotas.limit)'
        """, "For Compute Engine: usage and limit of each quota of a region."),
    ],
    remedy: "wait for the period to end, release what is allocated, or more quota",
    nonRemedy: "a role; slowing down or trying again before the period ends")

  static let quotaNotGranted = CauseWords(
    title: "quota not granted",
    meaning: "The quota is zero: the project, region or tier was never given any.",
    advice: """
      Neither a role nor slowing down fixes this: request quota on the page Quotas & System \
      Limits, or choose a model, region or billing tier that has some.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.code", value: "8"),
      Evidence(path: "protoPayload.status.details[0].reason", value: "RATE_LIMIT_EXCEEDED"),
      Evidence(path: "protoPayload.status.details[0].metadata.quota_limit_value", value: "0"),
    ],
    confirmation: [.quotaValues],
    remedy: "ask for quota, or another model, region or tier",
    nonRemedy: "a role; slowing down, as no rate is slow enough; waiting")

  static let billingDisabled = CauseWords(
    title: "billing disabled",
    meaning: "The project has no active billing account, or its prepaid credits are used up.",
    advice: """
      No role fixes this: link an active billing account on the page Billing (or with gcloud \
      billing projects link PROJECT --billing-account=ACCOUNT), or buy credits.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.details[0].reason", value: "BILLING_DISABLED")
    ],
    confirmation: [
      .run(
        "gcloud billing projects describe PROJECT --format='value(billingEnabled)'",
        "Prints True where billing is enabled.")
    ],
    remedy: "an active billing account, or credits",
    nonRemedy: "a role in the project; trying again")

  static let serviceDisabled = CauseWords(
    title: "API not enabled",
    meaning: "The API is not enabled in the project that the request is charged to.",
    advice: """
      No role fixes this: have an administrator run gcloud services enable SERVICE \
      --project=PROJECT for the project that the message names, and wait a few minutes; if that is \
      the wrong project, correct the caller's quota project.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.details[0].reason", value: "SERVICE_DISABLED")
    ],
    confirmation: [
      .run(
        "gcloud services list --enabled --project=PROJECT --filter=config.name=SERVICE",
        "Lists the API if it is enabled; the message says in which project it must be.")
    ],
    remedy: "enable the API in the project that is charged",
    nonRemedy: "a role for the caller; enabling the API in another project than the one charged")

  static let consumerSuspended = CauseWords(
    title: "project suspended",
    meaning: "Google has suspended the project that the request is charged to.",
    advice: """
      No role fixes this: follow the e-mail about the suspension that Google sent to the project's \
      contacts, and submit an appeal on the page that it links to.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.details[0].reason", value: "CONSUMER_SUSPENDED")
    ],
    confirmation: [
      .look("In the console, opening a suspended project shows the notice of its suspension.")
    ],
    remedy: "an appeal to Google",
    nonRemedy: "a role; a new API key in the same project; trying again")

  static let consumerInvalid = CauseWords(
    title: "invalid project",
    meaning: "The project that the request names does not exist, was deleted or is the wrong one.",
    advice: """
      No role fixes this: correct the project ID or the quota project that the caller sends; \
      gcloud projects describe PROJECT tells whether a project exists.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.details[0].reason", value: "CONSUMER_INVALID")
    ],
    confirmation: [
      .run(
        "gcloud projects describe PROJECT --format='value(lifecycleState)'",
        "Prints ACTIVE for a project that exists, and fails for one that does not or is hidden.")
    ],
    remedy: "the right project id or quota project",
    nonRemedy: "a role: the message speaks of permission, and the project's name is what is wrong")

  static let modelNotEnabled = CauseWords(
    title: "model not enabled",
    meaning: "The project may not use this publisher model.",
    advice: """
      No role fixes this: open the model's card in Model Garden, accept its terms or request \
      access there, and check that the region of the request offers the model.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.code", value: "9"),
      Evidence(
        path: "protoPayload.status.message",
        value: """
          Project `acme-prod` is not allowed to use Publisher Model \
          `projects/acme-prod/locations/us-central1/publishers/example/models/large`.
          """),
    ],
    confirmation: [
      .look(
        "In the console: the model's card in Model Garden offers to enable it while it is not.")
    ],
    remedy: "the model's terms in Model Garden, or a region that has it",
    nonRemedy: "a role for the caller: the project is what may not use the model")
}
