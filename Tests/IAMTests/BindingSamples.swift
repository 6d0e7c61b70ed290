import IAM

/// Bindings of every form, for tests that hold for all of them.
enum BindingSamples {
  static let members: [Member] = MemberVector.members.compactMap { Member($0) }.filter {
    $0.form != .deleted
  }

  static let targets: [BindingTarget] =
    ["acme-prod", "example.com:acme", "123456789012"].compactMap { ProjectReference($0) }
    .map { BindingTarget.project($0) }
    + [
      "run@acme-prod.iam.gserviceaccount.com", "105537103139416651075",
      "1-compute@developer.gserviceaccount.com",
    ].compactMap { ServiceAccountReference($0) }
    .map { BindingTarget.serviceAccount($0, project: nil) }

  static let grants: [Binding.Grant] = [
    Role("roles/aiplatform.user").map { .predefined($0) },
    custom("aiplatform.endpoints.predict"),
    custom("iam.googleapis.com/oauthClients.get", "storage.objects.get", "a.b.c"),
  ].compactMap(\.self)

  static var all: [Binding] {
    members.flatMap { member in
      grants.flatMap { grant in
        targets.compactMap { Binding(member: member, grant: grant, target: $0) }
      }
    }
  }

  static func custom(_ names: String...) -> Binding.Grant? {
    CustomRole(Set(names.compactMap { Permission($0) })).map { .custom($0) }
  }
}
