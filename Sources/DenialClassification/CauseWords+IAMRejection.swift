// The causes of 1152. Sources: https://cloud.google.com/iam/docs/permission-error-messages,
// https://cloud.google.com/vpc-service-controls/docs/violation-analyzer,
// https://cloud.google.com/iam/docs/service-account-permissions,
// https://cloud.google.com/iam/docs/create-service-agents,
// https://cloud.google.com/kubernetes-engine/docs/how-to/role-based-access-control.

extension CauseWords {
  static let missingRole = CauseWords(
    title: "missing role",
    meaning: "The caller is known and has no role with the denied permission on the resource.",
    advice: """
      Grant the smallest role with the permission on the page IAM; where no binding can be \
      written, find a redacted caller by IP address, give a Google service agent its own service \
      agent role back, or ask Policy Troubleshooter why a role that is there is not enough.
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
      """)

  static let vpcServiceControls = CauseWords(
    title: "VPC Service Controls",
    meaning: "A service perimeter blocked the request, though the caller's roles may be right.",
    advice: """
      No role fixes this: look up the denial's unique ID in the VPC Service Controls violation \
      analyzer, then let an administrator of the perimeter add an ingress rule, an egress rule or \
      an access level.
      """)

  static let contextAwareAccess = CauseWords(
    title: "Context-Aware Access",
    meaning: "The caller's device, network or location does not satisfy an access level.",
    advice: """
      No role fixes this: bring the device or network up to the access level that the entry \
      names, or let an administrator change it on the page Access Context Manager (gcloud \
      access-context-manager cloud-bindings list --organization=ORGANIZATION shows who needs it).
      """)

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
      """)

  static let impersonation = CauseWords(
    title: "service account impersonation",
    meaning: "The caller may not get tokens or signatures of the service account.",
    advice: """
      Grant roles/iam.serviceAccountTokenCreator (to a federated workload \
      roles/iam.workloadIdentityUser) on that one service account and not on its project; where no \
      binding can be written, find the service account in the request and the caller by time and \
      IP address.
      """)

  static let quotaProject = CauseWords(
    title: "quota project",
    meaning: "The caller may not charge its requests to the quota project that it names.",
    advice: """
      Grant roles/serviceusage.serviceUsageConsumer on the quota project, or have the caller name \
      a project of its own with gcloud auth application-default set-quota-project PROJECT, which \
      is the way to go where no binding can be written.
      """)

  static let oauthScope = CauseWords(
    title: "OAuth scope",
    meaning: "The access token lacks an OAuth scope that the method needs, whatever the roles.",
    advice: """
      No role fixes this: request the token with the scope \
      https://www.googleapis.com/auth/cloud-platform, on a stopped virtual machine with gcloud \
      compute instances set-service-account VM --zone=ZONE --scopes=cloud-platform.
      """)

  static let orgPolicy = CauseWords(
    title: "organization policy",
    meaning: "A constraint of the organization policy forbids what the request asks for.",
    advice: """
      No role fixes this: change the request to fit the constraint, which gcloud org-policies \
      describe CONSTRAINT --effective --project=PROJECT shows, or ask an Organization Policy \
      Administrator for an exception on the page Organization policies.
      """)

  static let denyPolicy = CauseWords(
    title: "IAM deny policy",
    meaning: "A deny policy takes the permission away from the caller, whatever its roles.",
    advice: """
      No role fixes this: find the deny rule with Policy Troubleshooter or gcloud iam policies \
      list --kind=denypolicies --attachment-point=ATTACHMENT_POINT, and ask its administrator for \
      an exception.
      """)

  static let principalAccessBoundary = CauseWords(
    title: "principal access boundary",
    meaning: "The resource lies outside of the caller's principal access boundary.",
    advice: """
      No role fixes this: let an administrator add the resource's project to the boundary, which \
      gcloud iam principal-access-boundary-policies list --organization=ORGANIZATION \
      --location=global shows.
      """)

  static let attributeCondition = CauseWords(
    title: "attribute condition",
    meaning: "An identity pool provider's attribute condition rejected the external credential.",
    advice: """
      No role fixes this: compare the claims of the external token with the condition that gcloud \
      iam workload-identity-pools providers describe PROVIDER --workload-identity-pool=POOL \
      --location=global shows, and correct the one that is wrong.
      """)

  static let kubernetesRBAC = CauseWords(
    title: "Kubernetes RBAC",
    meaning: "The cluster's own role-based access control refused the request.",
    advice: """
      Bind a Kubernetes Role or ClusterRole to the caller inside the cluster and check it with \
      kubectl auth can-i VERB RESOURCE --as=CALLER, because an IAM role would hold in every \
      cluster of the project.
      """)

  static let kubernetesAdmission = CauseWords(
    title: "Kubernetes admission",
    meaning: "The caller was allowed, and the cluster's admission control refused the object.",
    advice: """
      No role fixes this: change the object to fit the webhook or policy that the message names, \
      or have that changed (kubectl get \
      validatingwebhookconfigurations,validatingadmissionpolicies lists them).
      """)

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
      """)
}
