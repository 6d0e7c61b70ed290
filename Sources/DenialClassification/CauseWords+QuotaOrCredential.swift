// The causes of 1100. Sources: https://cloud.google.com/docs/quotas/view-manage,
// https://cloud.google.com/docs/authentication/api-keys,
// https://cloud.google.com/docs/authentication/application-default-credentials,
// https://cloud.google.com/service-usage/docs/enable-disable,
// https://cloud.google.com/resource-manager/docs/project-suspension-guidelines.

extension CauseWords {
  static let quotaExhausted = CauseWords(
    title: "quota exhausted",
    meaning: "A daily, monthly or allocation quota is used up.",
    advice: """
      Neither a role nor a retry fixes this: wait for the quota's period to end, release what is \
      allocated, or request an increase on the page Quotas & System Limits.
      """)

  static let quotaNotGranted = CauseWords(
    title: "quota not granted",
    meaning: "The quota is zero: the project, region or tier was never given any.",
    advice: """
      Neither a role nor slowing down fixes this: request quota on the page Quotas & System \
      Limits, or choose a model, region or billing tier that has some.
      """)

  static let apiKeyExpired = CauseWords(
    title: "API key expired",
    meaning: "The API key has expired.",
    advice: """
      No role fixes this: create a new key on the page APIs & Services > Credentials (or with \
      gcloud services api-keys create), restrict it, deploy it, and delete the old one.
      """)

  static let apiKeyInvalid = CauseWords(
    title: "API key invalid",
    meaning: "The API key is malformed or unknown, or was deleted or reported as leaked.",
    advice: """
      No role fixes this: compare the key that the caller sends with those that gcloud services \
      api-keys list --project=PROJECT shows, and replace one that was deleted or leaked.
      """)

  static let apiKeyRestricted = CauseWords(
    title: "API key restricted",
    meaning: "The API key's restrictions exclude this API, IP address, website or app.",
    advice: """
      No role fixes this: add the API or the caller to the key's restrictions on the page APIs & \
      Services > Credentials (or with gcloud services api-keys update), or use a key made for this \
      caller.
      """)

  static let credentialsMissing = CauseWords(
    title: "credentials missing",
    meaning: "The request had no credentials, or an API key where an access token is needed.",
    advice: """
      No role fixes this: have the caller use Application Default Credentials, from an attached \
      service account on Google Cloud or from gcloud auth application-default login on a person's \
      machine, and do not open the resource to allUsers.
      """)

  static let credentialsExpired = CauseWords(
    title: "credentials expired",
    meaning: "The access token or session has expired.",
    advice: """
      No role fixes this: let a client library refresh the token, or have the person sign in again \
      with gcloud auth login or gcloud auth application-default login.
      """)

  static let credentialsInvalid = CauseWords(
    title: "credentials invalid",
    meaning: "The access token, key or session is not one that the service accepts.",
    advice: """
      No role fixes this: check the token's type and audience, the caller's clock, and with gcloud \
      iam service-accounts keys list --iam-account=ACCOUNT whether the service account key still \
      exists.
      """)

  static let credentialsUnspecified = CauseWords(
    title: "authentication failed",
    meaning: "The service could not tell who was calling, and the entry does not say why.",
    advice: """
      No role fixes this: find out on the caller's side which credentials are in use (gcloud auth \
      list, GOOGLE_APPLICATION_CREDENTIALS) and read the whole error message of a new attempt.
      """)

  static let accountDisabled = CauseWords(
    title: "account disabled",
    meaning: "The calling account is disabled, suspended or deleted.",
    advice: """
      No role fixes this: enable a service account with gcloud iam service-accounts enable \
      ACCOUNT, or let an administrator restore the user in the Google Admin console.
      """)

  static let billingDisabled = CauseWords(
    title: "billing disabled",
    meaning: "The project has no active billing account, or its prepaid credits are used up.",
    advice: """
      No role fixes this: link an active billing account on the page Billing (or with gcloud \
      billing projects link PROJECT --billing-account=ACCOUNT), or buy credits.
      """)

  static let serviceDisabled = CauseWords(
    title: "API not enabled",
    meaning: "The API is not enabled in the project that the request is charged to.",
    advice: """
      No role fixes this: have an administrator run gcloud services enable SERVICE \
      --project=PROJECT for the project that the message names, and wait a few minutes; if that is \
      the wrong project, correct the caller's quota project.
      """)

  static let consumerSuspended = CauseWords(
    title: "project suspended",
    meaning: "Google has suspended the project that the request is charged to.",
    advice: """
      No role fixes this: follow the e-mail about the suspension that Google sent to the project's \
      contacts, and submit an appeal on the page that it links to.
      """)

  static let consumerInvalid = CauseWords(
    title: "invalid project",
    meaning: "The project that the request names does not exist, was deleted or is the wrong one.",
    advice: """
      No role fixes this: correct the project ID or the quota project that the caller sends; \
      gcloud projects describe PROJECT tells whether a project exists.
      """)

  static let modelNotEnabled = CauseWords(
    title: "model not enabled",
    meaning: "The project may not use this publisher model.",
    advice: """
      No role fixes this: open the model's card in Model Garden, accept its terms or request \
      access there, and check that the region of the request offers the model.
      """)
}
