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
    + resources.filter { [.folder, .organization, .bucket, .topic].contains($0.type) }

  /// One of each kind beside projects and service accounts that a command can be written for.
  static let resources: [BindingTarget] = TargetForm.all.compactMap(\.target)
    .filter { ![.project, .serviceAccount].contains($0.type) }

  static let grants: [Binding.Grant] = [
    Role("roles/aiplatform.user").map { .predefined($0) },
    custom("aiplatform.endpoints.predict"),
    custom("iam.googleapis.com/oauthClients.get", "storage.objects.get", "a.b.c"),
  ].compactMap(\.self)

  static var all: [Binding] {
    members.flatMap { member in
      grants.flatMap { grant in
        Set(targets + resources).sorted().compactMap {
          Binding(member: member, grant: grant, target: $0)
        }
      }
    }
  }

  static func custom(_ names: String...) -> Binding.Grant? {
    CustomRole(Set(names.compactMap { Permission($0) })).map { .custom($0) }
  }
}
