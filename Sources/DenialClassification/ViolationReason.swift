/// Why a service perimeter refuses, as `violationReason` says it.
///
/// A row has what is known; another reason keeps its name and gets no words, since Google
/// publishes no complete list.
///
/// - Source: https://cloud.google.com/vpc-service-controls/docs/troubleshooting,
///   …/docs/audit-logging and …/docs/vpc-accessible-services; log samples of the first page
package struct ViolationReason: Hashable, Sendable {
  /// As the log spells it.
  package let name: String
  /// A clause.
  package let meaning: String
  /// What an administrator of the perimeter does about it: a clause.
  package let cure: String

  /// Reads a reason; `nil` for one that is not in the table.
  package init?(_ name: String) {
    guard let reason = Self.all.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
      return nil
    }
    self = reason
  }

  private init(_ name: String, _ meaning: String, _ cure: String) {
    (self.name, self.meaning, self.cure) = (name, meaning, cure)
  }

  package static let all = [
    ViolationReason(
      "NO_MATCHING_ACCESS_LEVEL",
      "neither an access level nor an ingress rule of the perimeter admits the caller",
      "an access level that the caller satisfies, or an ingress rule"),
    ViolationReason(
      "NETWORK_NOT_IN_SAME_SERVICE_PERIMETER",
      "the project of the caller's VPC network is not in the perimeter of the resource",
      "the network's host project in the perimeter, or a rule that names it"),
    ViolationReason(
      "RESOURCES_NOT_IN_SAME_SERVICE_PERIMETER", apart, bridge),
    // What Google's page on audit logs calls the same.
    ViolationReason("RESOURCE_NOT_IN_SAME_SERVICE_PERIMETER", apart, bridge),
    ViolationReason(
      "SERVICE_NOT_ALLOWED_FROM_VPC",
      "the service is not among those that networks inside the perimeter may use",
      "the service among the perimeter's VPC accessible services"),
  ]

  private static let apart = "the resources of the call are not in one perimeter"
  private static let bridge =
    "both projects in one perimeter, or an egress rule on the one and an ingress rule on the other "
    + "side"
}
