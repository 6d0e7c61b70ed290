// The causes of 1152 that no role cures. Sources:
// https://cloud.google.com/vpc-service-controls/docs/violation-analyzer,
// https://cloud.google.com/vpc-service-controls/docs/retrieve-troubleshoot-errors,
// https://cloud.google.com/access-context-manager/docs/audit-logs,
// https://cloud.google.com/compute/docs/access/service-accounts#accesscopesiam,
// https://cloud.google.com/resource-manager/docs/organization-policy/overview,
// https://cloud.google.com/iam/docs/deny-overview,
// https://cloud.google.com/iam/docs/principal-access-boundary-policies,
// https://cloud.google.com/iam/docs/workload-identity-federation#conditions,
// https://cloud.google.com/kubernetes-engine/docs/how-to/role-based-access-control.

extension CauseWords {
  static let vpcServiceControls = CauseWords(
    title: "VPC Service Controls",
    meaning: "A service perimeter blocked the request, though the caller's roles may be right.",
    advice: """
      No role fixes this: look up the denial's unique ID in the VPC Service Controls violation \
      analyzer, then let an administrator of the perimeter add an ingress rule, an egress rule or \
      an access level.
      """,
    evidence: [
      Evidence(
        path: "protoPayload.metadata.@type",
        value: "type.googleapis.com/google.cloud.audit.VpcServiceControlAuditMetadata"),
      Evidence(
        path: "protoPayload.status.details[0].violations[0].type", value: "VPC_SERVICE_CONTROLS"),
    ],
    confirmation: [
      .run(
        """
        gcloud logging read 'log_id("cloudaudit.googleapis.com/policy") AND \
        protoPayload.metadata.vpcServiceControlsUniqueId="UNIQUE_ID"' --project=PROJECT \
        --freshness=30d
        """, "Shows the perimeter's own entries of the refusal, with the rule that was violated."),
      .look("In the console: Security > VPC Service Controls, and there the violation analyzer."),
    ],
    remedy: """
      an ingress or egress rule or an access level of the perimeter; the unique id leads to it
      """,
    nonRemedy: "any role: the perimeter refuses whatever the roles are")

  static let contextAwareAccess = CauseWords(
    title: "Context-Aware Access",
    meaning: "The caller's device, network or location does not satisfy an access level.",
    advice: """
      No role fixes this: bring the device or network up to the access level that the entry \
      names, or let an administrator change it on the page Access Context Manager (gcloud \
      access-context-manager cloud-bindings list --organization=ORGANIZATION shows who needs it).
      """,
    evidence: [
      Evidence(
        path: "protoPayload.metadata.@type",
        value: "type.googleapis.com/google.cloud.audit.ContextAwareAccessAuditMetadata"),
      Evidence(
        path: "protoPayload.metadata.unsatisfiedAccessLevels[0]",
        value: "accessPolicies/987654321098/accessLevels/managed_devices"),
    ],
    confirmation: [
      .run(
        "gcloud access-context-manager levels describe LEVEL --policy=POLICY",
        "Shows what the access level that the entry names asks of device, network and place.")
    ],
    remedy: "a device or network that satisfies the access level, or another level",
    nonRemedy: "any role: the caller's permissions are not what is missing")

  static let oauthScope = CauseWords(
    title: "OAuth scope",
    meaning: "The access token lacks an OAuth scope that the method needs, whatever the roles.",
    advice: """
      No role fixes this: request the token with the scope \
      https://www.googleapis.com/auth/cloud-platform, on a stopped virtual machine with gcloud \
      compute instances set-service-account VM --zone=ZONE --scopes=cloud-platform.
      """,
    evidence: [
      Evidence(
        path: "protoPayload.status.details[0].reason", value: "ACCESS_TOKEN_SCOPE_INSUFFICIENT"),
      Evidence(
        path: "protoPayload.status.message",
        value: "Request had insufficient authentication scopes."),
    ],
    confirmation: [
      .run(
        """
        gcloud compute instances describe VM --zone=ZONE --project=PROJECT \
        --format='value(serviceAccounts[].scopes)'
        """, "Lists the scopes of a virtual machine, where the caller runs on one.")
    ],
    remedy: "a token with the scope cloud-platform",
    nonRemedy: "any role: scopes limit what a token may do whatever the roles allow")

  static let orgPolicy = CauseWords(
    title: "organization policy",
    meaning: "A constraint of the organization policy forbids what the request asks for.",
    advice: """
      No role fixes this: change the request to fit the constraint, which gcloud org-policies \
      describe CONSTRAINT --effective --project=PROJECT shows, or ask an Organization Policy \
      Administrator for an exception on the page Organization policies.
      """,
    evidence: [
      Evidence(path: "protoPayload.status.code", value: "9"),
      Evidence(
        path: "protoPayload.policyViolationInfo.orgPolicyViolationInfo.violationInfo[0].constraint",
        value: "constraints/vertexai.allowedModels"),
    ],
    confirmation: [
      .run(
        "gcloud org-policies describe CONSTRAINT --effective --project=PROJECT",
        "Shows what the constraint allows in the project, inherited rules included.")
    ],
    remedy: "a request that fits the constraint, or an exception",
    nonRemedy: "any role in the project: the constraint binds its owners as well")

  static let denyPolicy = CauseWords(
    title: "IAM deny policy",
    meaning: "A deny policy takes the permission away from the caller, whatever its roles.",
    advice: """
      No role fixes this: find the deny rule with Policy Troubleshooter or gcloud iam policies \
      list --kind=denypolicies --attachment-point=ATTACHMENT_POINT, and ask its administrator for \
      an exception.
      """,
    evidence: [
      Evidence(
        path: "protoPayload.status.message",
        value: "Access is blocked by deny policy policies/no-gemini.")
    ],
    confirmation: [
      .run(
        """
        gcloud iam policies list --kind=denypolicies \
        --attachment-point=cloudresourcemanager.googleapis.com/projects/PROJECT
        """, "Lists the deny policies of the project; folders and the organization have their own."),
      .troubleshooter,
    ],
    remedy: "an exception in the deny rule",
    nonRemedy: "any role: a deny rule holds against every role")

  static let principalAccessBoundary = CauseWords(
    title: "principal access boundary",
    meaning: "The resource lies outside of the caller's principal access boundary.",
    advice: """
      No role fixes this: let an administrator add the resource's project to the boundary, which \
      gcloud iam principal-access-boundary-policies list --organization=ORGANIZATION \
      --location=global shows.
      """,
    evidence: [
      Evidence(
        path: "protoPayload.status.message",
        value: "Resource is not eligible under a principal access boundary policy.")
    ],
    confirmation: [
      .run(
        """
        gcloud iam principal-access-boundary-policies list --organization=ORGANIZATION \
        --location=global
        """, "Lists the boundaries of the caller's organization."),
      .troubleshooter,
    ],
    remedy: "the resource's project inside the boundary",
    nonRemedy: "any role: a boundary limits what roles can reach")

  static let attributeCondition = CauseWords(
    title: "attribute condition",
    meaning: "An identity pool provider's attribute condition rejected the external credential.",
    advice: """
      No role fixes this: compare the claims of the external token with the condition that gcloud \
      iam workload-identity-pools providers describe PROVIDER --workload-identity-pool=POOL \
      --location=global shows, and correct the one that is wrong.
      """,
    evidence: [
      Evidence(
        path: "protoPayload.status.message",
        value: "The given credential is rejected by the attribute condition.")
    ],
    confirmation: [
      .run(
        """
        gcloud iam workload-identity-pools providers describe PROVIDER \
        --workload-identity-pool=POOL --location=global --project=PROJECT \
        --format='value(attributeCondition)'
        """, "Shows the condition, to be compared with the claims of the external token.")
    ],
    remedy: "the external token's claims, or the identity pool provider's condition",
    nonRemedy: "any role: the token was never exchanged, so that nobody has called yet")
}
