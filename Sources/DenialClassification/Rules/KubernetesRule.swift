import AuditLog

/// Row 10e: the Kubernetes API server refused; its own RBAC or an admission webhook decides.
///
/// - Source: https://cloud.google.com/kubernetes-engine/docs/how-to/audit-logging
enum KubernetesRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    let isKubernetes =
      facts.payload.serviceName == "k8s.io" || facts.payload.methodName.begins(with: "io.k8s.")
    guard facts.isPolicyDenial, isKubernetes else { return nil }
    if facts.entry.labels["authorization.k8s.io/decision"] == .string("allow") {
      let evidence = Evidence(path: "labels.\"authorization.k8s.io/decision\"", value: "allow")
      return .denial(.kubernetesAdmission, rule: "10e", evidence: evidence)
    }
    if facts.message.plain.says("denied the request") {
      return .denial(
        .kubernetesAdmission, rule: "10e", evidence: facts.messageEvidence, confidence: .medium)
    }
    let evidence = Evidence(path: "protoPayload.serviceName", logValue: facts.payload.serviceName)
    return .denial(.kubernetesRBAC, rule: "10e", evidence: evidence)
  }
}
