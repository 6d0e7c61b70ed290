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
  package let remedy: String

  /// Reads a reason; `nil` for one that is not in the table.
  package init?(_ name: String) {
    guard let reason = Self.all.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
      return nil
    }
    self = reason
  }

  private init(_ name: String, _ meaning: String, _ remedy: String) {
    (self.name, self.meaning, self.remedy) = (name, meaning, remedy)
  }

  package static let all = [
    ViolationReason(
      "NO_MATCHING_ACCESS_LEVEL",
      "the call came from outside, and neither an access level of the perimeter nor an ingress rule "
        + "admits it",
      "an access level that the caller satisfies, or an ingress rule"),
    ViolationReason(
      "NETWORK_NOT_IN_SAME_SERVICE_PERIMETER",
      "the call came from a VPC network whose project is not in the perimeter of the resource",
      "the network's host project in the perimeter, or a rule that names it"),
    ViolationReason(
      "RESOURCES_NOT_IN_SAME_SERVICE_PERIMETER",
      "the call touches resources that are not in the same perimeter",
      "both projects in one perimeter, or an egress rule on the one and an ingress rule on the "
        + "other side"),
    ViolationReason(
      "RESOURCE_NOT_IN_SAME_SERVICE_PERIMETER",
      "the call touches resources that are not in the same perimeter",
      "both projects in one perimeter, or an egress rule on the one and an ingress rule on the "
        + "other side"),
    ViolationReason(
      "SERVICE_NOT_ALLOWED_FROM_VPC",
      "the service is not among the VPC accessible services of the perimeter that the network is in",
      "the service among the perimeter's VPC accessible services"),
  ]
}
