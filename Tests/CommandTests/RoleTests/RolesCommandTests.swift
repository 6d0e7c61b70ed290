import Foundation
import Testing

/// `denials-report roles`: the choice, what else there is, and why it lost.
struct RolesCommandTests {
  private static let catalog = """
    {"roles":[
    {"name":"roles/zeta.viewer","title":"Zeta Viewer","stage":"GA","includedPermissions":["zeta.things.get","zeta.things.list"]},
    {"name":"roles/zeta.small","title":"Small","stage":"BETA","includedPermissions":["zeta.things.get"]},
    {"name":"roles/zeta.manager","title":"Zeta Manager","stage":"GA","includedPermissions":["zeta.things.get","zeta.things.make","zeta.things.setIamPolicy"]},
    {"name":"roles/viewer","title":"Viewer","stage":"GA","includedPermissions":["zeta.things.get","zeta.lonely.get"]}
    ]}
    """

  private func run(_ arguments: String...) throws -> ProgramResult {
    let workspace = try Workspace()
    try workspace.file("c.json", Self.catalog)
    return try workspace.run(["roles"] + arguments)
  }

  @Test func `the table answers without a catalogue`() throws {
    let result = try run("aiplatform.endpoints.predict")
    #expect(result.status == 0)
    #expect(
      result.lines.first == "roles/aiplatform.user Vertex AI User, Agent Platform User")
    #expect(result.text.contains("  beside   445 other permissions\n"))
    #expect(result.text.contains("roles/aiplatform.expressUser: smaller (38 permissions) but BETA"))
    #expect(result.text.contains("Roles from the built-in table of "))
  }

  @Test func `with a catalogue, what lost is named with its reason`() throws {
    let result = try run("--role-catalog", "c.json", "zeta.things.get")
    #expect(
      Array(result.lines.prefix(6)) == [
        "roles/zeta.viewer Zeta Viewer", "  has      zeta.things.get",
        "  beside   1 other permission, none known to lead to more power",
        "  not      roles/zeta.manager: also has zeta.things.setIamPolicy, which leads to more power (3",
        "           permissions)",
        "  not      roles/zeta.small: BETA: Google may change it or take it away (1 permission)",
      ])
    #expect(result.text.contains("  never    1 role that is basic, "))
  }

  @Test func `what leads to more power is said`() throws {
    let result = try run("--role-catalog", "c.json", "zeta.things.make")
    #expect(result.text.contains("2 other permissions, of which 1 lead to more power"))
    #expect(
      result.text.contains("also has what leads to more power: zeta.things.setIamPolicy"))
    #expect(result.text.contains("  or       custom role: has just zeta.things.make"))
  }

  @Test func `what only a basic role has gets a custom role`() throws {
    let result = try run("--role-catalog", "c.json", "zeta.lonely.get")
    #expect(result.lines.first == "a custom role")
    #expect(!result.text.contains("roles/viewer"))
  }

  @Test func `impersonation is for the one service account, and Kubernetes for RBAC`() throws {
    let account = try run("iam.serviceAccounts.actAs")
    #expect(
      account.lines.first?.hasPrefix("roles/iam.serviceAccountUser on the one service account,")
        == true)
    let pods = try run("io.k8s.core.v1.pods.list")
    #expect(
      pods.lines.first?.hasPrefix("No role: io.k8s.core.v1.pods.list belongs to Kubernetes") == true
    )
  }

  @Test func `with a member and a project, there are commands`() throws {
    let result = try run(
      "storage.objects.get", "--member", "alice@example.com", "--project", "acme-prod")
    #expect(result.text.contains("gcloud projects add-iam-policy-binding acme-prod"))
    #expect(result.text.contains("user:alice@example.com"))
    let without = try run("storage.objects.get", "--project", "acme-prod")
    #expect(!without.text.contains("gcloud projects"))
  }

  @Test func `JSON has it all`() throws {
    let result = try run("-f", "json", "--role-catalog", "c.json", "zeta.things.get")
    let document = try #require(
      try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
    #expect(document["rolesVersion"] as? Int == 1)
    let choice = try #require((document["choices"] as? [[String: Any]])?.first)
    #expect(choice["role"] as? String == "roles/zeta.viewer")
    #expect(choice["excess"] as? Int == 1)
    let lost = try #require(choice["runnersUp"] as? [[String: Any]])
    #expect(
      lost.compactMap { $0["role"] as? String } == ["roles/zeta.manager", "roles/zeta.small"])
  }

  @Test(arguments: [
    (["storage.objects.gett"], "a custom role"),
    (["storage.objects.GET"], "roles/storage.objectViewer Storage Object Viewer"),
  ])
  func `without a catalogue, no name is wrong`(names: [String], first: String) throws {
    #expect(try Workspace().run(["roles"] + names).lines.first == first)
  }

  @Test(arguments: [
    (
      ["zeta.thing.get"],
      "does not know zeta.thing.get, so any role would be a guess: did you mean zeta.things.get?"
    ),
    (
      ["zeta things get"],
      "'zeta things get' is no permission such as storage.objects.get: did you mean zeta.things.get?"
    ),
    (["\u{1b}[31m"], "is no permission such as storage.objects.get"),
    (["zeta.things.get", "--member", "allUsers"], "'allUsers' is no member"),
    (["zeta.things.get", "--project", "$(id)"], "'$(id)' is no project"),
    ([], "Missing expected argument"),
  ])
  func `what cannot be understood is wrong usage`(arguments: [String], error: String) throws {
    let workspace = try Workspace()
    try workspace.file("c.json", Self.catalog)
    let result = try workspace.run(["roles", "--role-catalog", "c.json"] + arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    let words = result.errors.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains(error), "\(result.errors)")
    #expect(!result.errors.contains("\u{1b}"))
  }
}
