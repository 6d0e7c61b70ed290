import Testing

import IAM

/// What `authenticationInfo` holds, and what must follow from it.
struct MemberVector: Sendable, CustomTestStringConvertible {
  var email = ""
  var subject = ""
  var mappedPrincipal = ""
  /// What a binding would write; `nil` for none.
  var member: String?
  var kind: Principal.Kind
  var isBindable: Bool
  var hasNote = false

  var testDescription: String { [email, subject, mappedPrincipal].joined(separator: " | ") }

  /// Every member that a binding may name, and one with a `deleted:` prefix.
  static var members: [String] { Set(all.compactMap(\.member)).sorted() }

  static let all: [MemberVector] = [
    MemberVector(
      email: "alice@example.com",
      member: "user:alice@example.com",
      kind: .user,
      isBindable: true),
    MemberVector(
      email: "Alice@Example.com",
      member: "user:alice@example.com",
      kind: .user,
      isBindable: true),
    MemberVector(
      email: "app@my-proj.iam.gserviceaccount.com",
      member: "serviceAccount:app@my-proj.iam.gserviceaccount.com",
      kind: .serviceAccount,
      isBindable: true),
    MemberVector(
      email: "123456789012-compute@developer.gserviceaccount.com",
      member: "serviceAccount:123456789012-compute@developer.gserviceaccount.com",
      kind: .serviceAccount,
      isBindable: true),
    MemberVector(
      email: "my-proj@appspot.gserviceaccount.com",
      member: "serviceAccount:my-proj@appspot.gserviceaccount.com",
      kind: .serviceAccount,
      isBindable: true),
    MemberVector(
      email: "123456789012@cloudbuild.gserviceaccount.com",
      member: "serviceAccount:123456789012@cloudbuild.gserviceaccount.com",
      kind: .serviceAccount,
      isBindable: true),
    MemberVector(
      email: "service-123456789012@gcp-sa-aiplatform.iam.gserviceaccount.com",
      member: "serviceAccount:service-123456789012@gcp-sa-aiplatform.iam.gserviceaccount.com",
      kind: .serviceAgent,
      isBindable: false,
      hasNote: true),
    MemberVector(
      email: "service-123456789012@compute-system.iam.gserviceaccount.com",
      member: "serviceAccount:service-123456789012@compute-system.iam.gserviceaccount.com",
      kind: .serviceAgent,
      isBindable: false,
      hasNote: true),
    MemberVector(
      email: "123456789012@cloudservices.gserviceaccount.com",
      member: "serviceAccount:123456789012@cloudservices.gserviceaccount.com",
      kind: .serviceAgent,
      isBindable: false,
      hasNote: true),
    MemberVector(
      email: "app@my-proj.iam.gserviceaccount.com",
      subject: "serviceAccount:app@my-proj.iam.gserviceaccount.com",
      member: "serviceAccount:app@my-proj.iam.gserviceaccount.com",
      kind: .serviceAccount,
      isBindable: true),
    MemberVector(
      subject: "serviceAccount:app@my-proj.iam.gserviceaccount.com",
      member: "serviceAccount:app@my-proj.iam.gserviceaccount.com",
      kind: .serviceAccount,
      isBindable: true),
    MemberVector(
      subject: "user:alice@example.com",
      member: "user:alice@example.com",
      kind: .user,
      isBindable: true),
    MemberVector(
      subject: "user@example.com",
      member: "user:user@example.com",
      kind: .user,
      isBindable: true),
    MemberVector(
      subject: "principal://iam.googleapis.com/locations/global/workforcePools/oidc-pool/"
        + "subject/kalani@altostrat.com",
      member: "principal://iam.googleapis.com/locations/global/workforcePools/oidc-pool/s"
        + "ubject/kalani@altostrat.com",
      kind: .federated,
      isBindable: true),
    MemberVector(
      subject: "principal://iam.googleapis.com/projects/1234567890123/locations/global/wo"
        + "rkloadIdentityPools/aws-pool/subject/arn:aws:iam::123456789012:role/my-ro"
        + "le",
      member: "principal://iam.googleapis.com/projects/1234567890123/locations/global/wor"
        + "kloadIdentityPools/aws-pool/subject/arn:aws:iam::123456789012:role/my-role",
      kind: .federated,
      isBindable: true),
    MemberVector(
      subject: "principal://iam.googleapis.com/projects/123/locations/global/workloadIden"
        + "tityPools/gh/subjects/repo:o/r:ref:refs/heads/main",
      member: "principal://iam.googleapis.com/projects/123/locations/global/workloadIdent"
        + "ityPools/gh/subject/repo:o/r:ref:refs/heads/main",
      kind: .federated,
      isBindable: true),
    MemberVector(
      subject: "principal://iam.googleapis.com/projects/123/locations/global/workloadIden"
        + "tityPools/my-proj.svc.id.goog/subject/ns/default/sa/ksa",
      member: "principal://iam.googleapis.com/projects/123/locations/global/workloadIdent"
        + "ityPools/my-proj.svc.id.goog/subject/ns/default/sa/ksa",
      kind: .federated,
      isBindable: true),
    MemberVector(
      email: "my-proj.svc.id.goog[ns/ksa]",
      member: "serviceAccount:my-proj.svc.id.goog[ns/ksa]",
      kind: .gkeWorkload,
      isBindable: true),
    MemberVector(
      subject: "serviceAccount:my-proj.svc.id.goog[ns/ksa]",
      member: "serviceAccount:my-proj.svc.id.goog[ns/ksa]",
      kind: .gkeWorkload,
      isBindable: true),
    MemberVector(
      subject: "b6112abb-5791-4507-adb5-7e8cc306eb2e",
      mappedPrincipal: "principal://iam.googleapis.com/locations/global/workforcePools/oi"
        + "dc-pool/subject/a1234bcd-5678-9012-efa3-4b5cd678ef9a",
      member: "principal://iam.googleapis.com/locations/global/workforcePools/oidc-pool/s"
        + "ubject/a1234bcd-5678-9012-efa3-4b5cd678ef9a",
      kind: .federated,
      isBindable: true),
    MemberVector(
      subject: "b6112abb-5791-4507-adb5-7e8cc306eb2e",
      kind: .unresolved,
      isBindable: false,
      hasNote: true),
    MemberVector(
      subject: "principal://agents.global.org-123456789012.system.id.goog/resources/aipla"
        + "tform/projects/9876543210/locations/us-central1/reasoningEngines/my-test-"
        + "agent",
      member: "principal://agents.global.org-123456789012.system.id.goog/resources/aiplat"
        + "form/projects/9876543210/locations/us-central1/reasoningEngines/my-test-ag"
        + "ent",
      kind: .agentIdentity,
      isBindable: true),
    MemberVector(
      subject: "spiffe://agents.global.org-123456789012.system.id.goog/resources/aiplatfo"
        + "rm/projects/9876543210/locations/us-central1/reasoningEngines/a",
      member: "principal://agents.global.org-123456789012.system.id.goog/resources/aiplat"
        + "form/projects/9876543210/locations/us-central1/reasoningEngines/a",
      kind: .agentIdentity,
      isBindable: true),
    MemberVector(
      subject: "deleted:serviceAccount:app@my-proj.iam.gserviceaccount.com?uid=1234567890"
        + "12345678901",
      member: "deleted:serviceAccount:app@my-proj.iam.gserviceaccount.com?uid=12345678901"
        + "2345678901",
      kind: .deleted,
      isBindable: false,
      hasNote: true),
    MemberVector(
      email: "system:serviceaccount:kube-system:foo",
      kind: .kubernetes,
      isBindable: false,
      hasNote: true),
    MemberVector(
      email: "system:anonymous",
      kind: .kubernetes,
      isBindable: false,
      hasNote: true),
    MemberVector(
      kind: .anonymous,
      isBindable: false,
      hasNote: true),
    MemberVector(
      email: "anonymous",
      kind: .anonymous,
      isBindable: false,
      hasNote: true),
  ]
}
