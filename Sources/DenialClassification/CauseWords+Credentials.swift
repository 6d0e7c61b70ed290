// The causes of 1100 that lie with a key or an identity. Sources:
// https://cloud.google.com/docs/authentication/api-keys,
// https://cloud.google.com/docs/authentication/application-default-credentials,
// https://cloud.google.com/iam/docs/service-accounts-disable-enable,
// https://cloud.google.com/iam/docs/keys-list-get.

extension CauseWords {
  static let apiKeyExpired = CauseWords(
    title: "API key expired",
    meaning: "The API key has expired.",
    advice: """
      No role fixes this: create a new key on the page APIs & Services > Credentials (or with \
      gcloud services api-keys create), restrict it, deploy it, and delete the old one.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.code", value: "3"),
      Evidence(path: "protoPayload.status.details[0].reason", value: "API_KEY_INVALID"),
      Evidence(
        path: "protoPayload.status.message", value: "API key expired. Please renew the API key."),
    ],
    confirmation: [.keyLookup],
    remedy: "a new key",
    nonRemedy: "a role; trying again with the same key")

  static let apiKeyInvalid = CauseWords(
    title: "API key invalid",
    meaning: "The API key is malformed or unknown, or was deleted or reported as leaked.",
    advice: """
      No role fixes this: compare the key that the caller sends with those that gcloud services \
      api-keys list --project=PROJECT shows, and replace one that was deleted or leaked.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.code", value: "3"),
      Evidence(path: "protoPayload.status.details[0].reason", value: "API_KEY_INVALID"),
    ],
    confirmation: [
      .keyLookup,
      .run(
        "gcloud services api-keys list --show-deleted --project=PROJECT",
        "Lists the project's keys, those that were deleted of late among them."),
    ],
    remedy: "the right key, or a new one",
    nonRemedy: "a role; trying again with the same key; using a leaked key on")

  static let apiKeyRestricted = CauseWords(
    title: "API key restricted",
    meaning: "The API key's restrictions exclude this API, IP address, website or app.",
    advice: """
      No role fixes this: add the API or the caller to the key's restrictions on the page APIs & \
      Services > Credentials (or with gcloud services api-keys update), or use a key made for this \
      caller.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.details[0].reason", value: "API_KEY_SERVICE_BLOCKED")
    ],
    confirmation: [
      .run(
        "gcloud services api-keys describe KEY --project=PROJECT",
        "Shows the key's restrictions: API targets, addresses, websites, apps.")
    ],
    remedy: "the key's restrictions, or a key for this caller",
    nonRemedy: "a role; taking all restrictions away, which opens the key to whoever finds it")

  static let credentialsMissing = CauseWords(
    title: "credentials missing",
    meaning: "The request had no credentials, or an API key where an access token is needed.",
    advice: """
      No role fixes this: have the caller use Application Default Credentials, from an attached \
      service account on Google Cloud or from gcloud auth application-default login on a person's \
      machine, and do not open the resource to allUsers.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.code", value: "16"),
      Evidence(path: "protoPayload.status.details[0].reason", value: "CREDENTIALS_MISSING"),
    ],
    confirmation: [
      .run(
        "gcloud auth application-default print-access-token",
        """
        Fails, on the caller's machine, where there are no Application Default Credentials; else \
        it prints a secret.
        """)
    ],
    remedy: "Application Default Credentials; never allUsers",
    nonRemedy: "a role, which nobody can use who is not signed in; opening the resource to allUsers"
  )

  static let credentialsExpired = CauseWords(
    title: "credentials expired",
    meaning: "The access token or session has expired.",
    advice: """
      No role fixes this: let a client library refresh the token, or have the person sign in again \
      with gcloud auth login or gcloud auth application-default login.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.code", value: "16"),
      Evidence(path: "protoPayload.status.details[0].reason", value: "ACCESS_TOKEN_EXPIRED"),
    ],
    confirmation: [
      .look("The same call with a token that was just made goes through.")
    ],
    remedy: "a refreshed token, or signing in again",
    nonRemedy: "a role; trying again with the same token")

  static let credentialsInvalid = CauseWords(
    title: "credentials invalid",
    meaning: "The access token, key or session is not one that the service accepts.",
    advice: """
      No role fixes this: check the token's type and audience, the caller's clock, and with gcloud \
      iam service-accounts keys list --iam-account=ACCOUNT whether the service account key still \
      exists.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.code", value: "16"),
      Evidence(
        path: "protoPayload.status.details[0].reason", value: "ACCESS_TOKEN_TYPE_UNSUPPORTED"),
    ],
    confirmation: [
      .run(
        "gcloud iam service-accounts keys list --iam-account=ACCOUNT",
        "Lists the keys of a service account that still exist, and until when each is valid.")
    ],
    remedy: "the right token type, audience and clock, a key that still exists",
    nonRemedy: "a role; trying again with the same credentials")

  static let credentialsUnspecified = CauseWords(
    title: "authentication failed",
    meaning: "The service could not tell who was calling, and the entry does not say why.",
    advice: """
      No role fixes this: find out on the caller's side which credentials are in use (gcloud auth \
      list, GOOGLE_APPLICATION_CREDENTIALS) and read the whole error message of a new attempt.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.code", value: "16")
    ],
    confirmation: [
      .run("gcloud auth list", "Shows, on the caller's machine, whose credentials gcloud uses.")
    ],
    remedy: "find out which credentials the caller uses",
    nonRemedy: "a role, as long as nobody knows who was calling")

  static let accountDisabled = CauseWords(
    title: "account disabled",
    meaning: "The calling account is disabled, suspended or deleted.",
    advice: """
      No role fixes this: enable a service account with gcloud iam service-accounts enable \
      ACCOUNT, or let an administrator restore the user in the Google Admin console.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.code", value: "16"),
      Evidence(path: "protoPayload.status.details[0].reason", value: "ACCOUNT_STATE_INVALID"),
    ],
    confirmation: [
      .run(
        "gcloud iam service-accounts describe ACCOUNT --format='value(disabled)'",
        "Prints True for a service account that is disabled; fails for one that was deleted.")
    ],
    remedy: "enable or restore the account",
    nonRemedy: "a role; a new key for the same account")
}

extension Confirmation {
  static let keyLookup = run(
    "gcloud services api-keys lookup KEY_STRING",
    "Finds the project and the name of the key that the caller sends, if there is such a key.")
}
