// The causes of 1152 that a role may cure. Sources:
// https://cloud.google.com/iam/docs/permission-error-messages,
// https://cloud.google.com/policy-intelligence/docs/troubleshoot-access,
// https://cloud.google.com/iam/docs/service-account-permissions,
// https://cloud.google.com/iam/docs/create-service-agents,
// https://cloud.google.com/docs/quotas/set-quota-project.

extension CauseWords {
  static let missingRole = CauseWords(
    title: "missing role",
    meaning: "The caller is known and has no role with the denied permission on the resource.",
    advice: """
      Grant the smallest role with the permission on the page IAM; where no binding can be \
      written, find a redacted caller by IP address, give a Google service agent its own service \
      agent role back, or ask Policy Troubleshooter why a role that is there is not enough.
      """,
    evidence: [
      Evidence(
        path: "protoPayload.authorizationInfo[0].permission",
        value: "aiplatform.endpoints.predict"),
      Evidence(path: "protoPayload.authorizationInfo[0].granted", value: "false"),
      Evidence(path: "protoPayload.status.details[0].reason", value: "IAM_PERMISSION_DENIED"),
    ],
    confirmation: [.troubleshooter],
    remedy: "the smallest role with the permission, on the resource's project",
    nonRemedy: """
      a basic role such as Owner or Editor, which gives far more than is missing; trying again; a \
      role for another identity than the one that the entry names
      """)

  static let crossProject = CauseWords(
    title: "cross-project access",
    meaning: """
      The caller's service account belongs to one project and the resource to another, where it \
      has no role with the denied permission.
      """,
    advice: """
      Grant the role in the project that owns the resource, because one in the caller's own \
      project has no effect there; where no binding can be written, ask an administrator of the \
      resource's project for a role with the permission.
      """,
    evidence: [
      Evidence(
        path: "protoPayload.authenticationInfo.principalEmail",
        value: "etl@acme-data.iam.gserviceaccount.com"),
      Evidence(
        path: "protoPayload.authorizationInfo[0].permission",
        value: "aiplatform.endpoints.predict"),
      Evidence(
        path: "protoPayload.authorizationInfo[0].resource",
        value: "projects/acme-prod/locations/us-central1/publishers/google/models/gemini-2.5-pro"),
    ],
    confirmation: [
      .run(
        """
        gcloud projects get-iam-policy PROJECT --flatten='bindings[].members' \
        --filter=bindings.members:EMAIL --format='value(bindings.role)'
        """, "Lists the roles that the caller has on the resource's project itself."),
      .troubleshooter,
    ],
    remedy: "the smallest role with the permission, on the project that owns the resource",
    nonRemedy: "a role in the caller's own project, which has no effect on another one")

  static let actAs = CauseWords(
    title: "act as service account",
    meaning: """
      The caller lacks iam.serviceAccounts.actAs on the service account that the new resource \
      would run as.
      """,
    advice: """
      Grant roles/iam.serviceAccountUser on that one service account and not on its project; where \
      no binding can be written, find the service account in the request and the caller by time \
      and IP address, then use gcloud iam service-accounts add-iam-policy-binding.
      """,
    evidence: [
      Evidence(
        path: "protoPayload.authorizationInfo[0].permission", value: "iam.serviceAccounts.actAs"),
      Evidence(
        path: "protoPayload.authorizationInfo[0].resource",
        value: "projects/-/serviceAccounts/runner@acme-prod.iam.gserviceaccount.com"),
    ],
    confirmation: [.accountPolicy],
    remedy: "roles/iam.serviceAccountUser on that one service account",
    nonRemedy: """
      a role for the service account itself; the same role on the project, which lets the caller \
      act as every service account in it
      """)

  static let impersonation = CauseWords(
    title: "service account impersonation",
    meaning: "The caller may not get tokens or signatures of the service account.",
    advice: """
      Grant roles/iam.serviceAccountTokenCreator (to a federated workload \
      roles/iam.workloadIdentityUser) on that one service account and not on its project; where no \
      binding can be written, find the service account in the request and the caller by time and \
      IP address.
      """,
    evidence: [
      Evidence(
        path: "protoPayload.authorizationInfo[0].permission",
        value: "iam.serviceAccounts.getAccessToken"),
      Evidence(
        path: "protoPayload.authorizationInfo[0].resource",
        value: "projects/-/serviceAccounts/runner@acme-prod.iam.gserviceaccount.com"),
    ],
    confirmation: [.accountPolicy],
    remedy: """
      roles/iam.serviceAccountTokenCreator on that one account; roles/iam.workloadIdentityUser for \
      tokens of a federated workload
      """,
    nonRemedy: """
      a role for the service account itself; the same role on the project, which opens every \
      service account in it; roles/iam.serviceAccountUser, which gives no tokens
      """)

  static let quotaProject = CauseWords(
    title: "quota project",
    meaning: "The caller may not charge its requests to the quota project that it names.",
    advice: """
      Grant roles/serviceusage.serviceUsageConsumer on the quota project, or have the caller name \
      a project of its own with gcloud auth application-default set-quota-project PROJECT, which \
      is the way to go where no binding can be written.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.details[0].reason", value: "USER_PROJECT_DENIED"),
      Evidence(
        path: "protoPayload.status.details[0].metadata.consumer", value: "projects/acme-billing"),
    ],
    confirmation: [
      .run(
        """
        gcloud policy-intelligence troubleshoot-policy iam \
        //cloudresourcemanager.googleapis.com/projects/QUOTA_PROJECT --principal-email=EMAIL \
        --permission=serviceusage.services.use
        """, "Tells whether the caller may use the project, and what decides that."),
      .run(
        "gcloud config get billing/quota_project",
        "Shows, on the caller's machine, the quota project that gcloud names."),
    ],
    remedy: """
      roles/serviceusage.serviceUsageConsumer on the quota project, or another quota project
      """,
    nonRemedy: "a role on the resource's project, which is not the one that refused")

  static let unspecified = CauseWords(
    title: "permission not named",
    meaning: """
      The service refused an identified caller, and the entry names neither a permission nor a \
      policy.
      """,
    advice: """
      No role can be told from this entry: look for a VPC Service Controls denial of the same \
      caller within two seconds, ask Policy Troubleshooter, or have the caller read the whole \
      error message of a new attempt.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.code", value: "7"),
      Evidence(path: "protoPayload.status.message", value: "The caller does not have permission"),
    ],
    confirmation: [
      .run(
        """
        gcloud logging read 'log_id("cloudaudit.googleapis.com/policy") AND \
        protoPayload.authenticationInfo.principalEmail="EMAIL"' --project=PROJECT --freshness=7d
        """, "Lists what perimeters and access levels refused to the same caller."),
      .troubleshooter,
    ],
    remedy: """
      find out first: a perimeter denial close by, Policy Troubleshooter, the caller's own error \
      message
      """,
    nonRemedy: "a role on suspicion: nothing in the entry says which one, or that one is missing")
}

extension Confirmation {
  /// Answers for one caller, one permission and one resource; needs a permission to ask about.
  static let troubleshooter = run(
    """
    gcloud policy-intelligence troubleshoot-policy iam \
    //cloudresourcemanager.googleapis.com/projects/PROJECT --principal-email=EMAIL \
    --permission=PERMISSION
    """,
    """
    Policy Troubleshooter tells whether a role is missing, or a deny policy, an access boundary or \
    a condition decides; it says nothing of VPC Service Controls.
    """)

  static let accountPolicy = run(
    "gcloud iam service-accounts get-iam-policy ACCOUNT",
    "Shows who may use the service account; roles on its project count as well.")
}
