import Testing

@testable import IAM

/// What a binding on each kind of target looks like: written by hand after the references of
/// gcloud, bq and the Terraform provider, apart from the tables of the module.
struct TargetForm: Sendable, CustomTestStringConvertible {
  let type: String
  /// As a log names it.
  let resource: String
  /// One that is checked there.
  let permission: String
  let role: String
  /// Without member, role and condition; empty if there is no command.
  let command: String
  let takesCondition: Bool
  let terraform: String
  let arguments: [String: String]

  var testDescription: String { type }

  /// The project that a log would name beside it.
  static let project = "my-proj"

  init(
    _ type: String, _ resource: String, _ permission: String, role: String, command: String,
    condition: Bool, terraform: String, _ arguments: [String: String]
  ) {
    (self.type, self.resource, self.permission, self.role) = (type, resource, permission, role)
    (self.command, takesCondition) = (command, condition)
    (self.terraform, self.arguments) = (terraform, arguments)
  }

  /// The target that the log's name leads to.
  var target: BindingTarget? {
    guard let permission = Permission(permission) else { return nil }
    return BindingPlaces(
      of: [permission], on: resource, project: ProjectReference(Self.project)
    ).places.first?.target
  }
}
