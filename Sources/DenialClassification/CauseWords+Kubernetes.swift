// The causes of 1152 that a cluster decides. Sources:
// https://cloud.google.com/kubernetes-engine/docs/how-to/role-based-access-control,
// https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/.

extension CauseWords {
  static let kubernetesRBAC = CauseWords(
    title: "Kubernetes RBAC",
    meaning: "The cluster's own role-based access control refused the request.",
    advice: """
      Bind a Kubernetes Role or ClusterRole to the caller inside the cluster and check it with \
      kubectl auth can-i VERB RESOURCE --as=CALLER, because an IAM role would hold in every \
      cluster of the project.
      """,
    evidence: [
      Evidence(path: "protoPayload.serviceName", value: "k8s.io"),
      Evidence(path: "protoPayload.methodName", value: "io.k8s.core.v1.pods.list"),
    ],
    confirmation: [
      .run(
        "kubectl auth can-i VERB RESOURCE --namespace=NAMESPACE --as=CALLER",
        "Asks the cluster whether the caller may; whoever asks needs the right to impersonate.")
    ],
    remedy: "a Role or ClusterRole bound in the cluster, not an IAM role",
    nonRemedy: "an IAM role as the first choice: it holds in every cluster of the project")

  static let kubernetesAdmission = CauseWords(
    title: "Kubernetes admission",
    meaning: "The caller was allowed, and the cluster's admission control refused the object.",
    advice: """
      No role fixes this: change the object to fit the webhook or policy that the message names, \
      or have that changed (kubectl get \
      validatingwebhookconfigurations,validatingadmissionpolicies lists them).
      """,
    evidence: [
      Evidence(path: "protoPayload.serviceName", value: "k8s.io"),
      Evidence(path: "labels.\"authorization.k8s.io/decision\"", value: "allow"),
      Evidence(
        path: "protoPayload.status.message",
        value: "admission webhook \"validation.example.com\" denied the request: no root"),
    ],
    confirmation: [
      .run(
        "kubectl apply --dry-run=server --filename=FILE",
        "Asks admission control about the object without making it."),
      .run(
        "kubectl get validatingwebhookconfigurations,validatingadmissionpolicies",
        "Lists what may have refused."),
    ],
    remedy: "an object that fits the webhook or policy",
    nonRemedy: "a role, in the cluster or in IAM: the caller was allowed")
}
