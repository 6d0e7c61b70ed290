import Foundation
import Testing

/// Suggested bindings as data beside a configuration that stays the same.
struct TerraformDataTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private struct Document: Decodable {
    var grants: [String: Grant]
    var custom_roles: [String: CustomRole]

    struct Grant: Decodable, Equatable {
      var type: String
      var target: [String: String]
      var role: String
      var member: String
      var condition: Condition?
    }

    struct Condition: Decodable, Equatable {
      var title: String
      var description: String
      var expression: String
    }

    struct CustomRole: Decodable, Equatable {
      var parent: String
      var role_id: String
      var title: String
      var permissions: [String]
    }
  }

  /// Writes both files for all sample logs, with grants that end.
  private func write() throws -> (report: ReportDocument, data: Document) {
    try workspace.directory("grants")
    let result = try workspace.run([
      "-o", "terraform=grants/", "-o", "report.json", "--grant-for", "4h",
      SampleLogs.path("all.jsonl.gz"),
    ])
    #expect(result.status == 0, "\(result.errors)")
    let decoder = JSONDecoder()
    return (
      try decoder.decode(ReportDocument.self, from: workspace.contents(of: "report.json")),
      try decoder.decode(
        Document.self, from: workspace.contents(of: "grants/terraform.auto.tfvars.json"))
    )
  }

  @Test func `the data has each suggestion under its id, and the roles to make`() throws {
    let (report, data) = try write()
    #expect(data.grants.count == report.suggestions.count)
    for suggestion in report.suggestions {
      let grant = try #require(data.grants[suggestion.id])
      #expect(grant.member == suggestion.member)
      #expect(grant.role == suggestion.role ?? grant.role)
      #expect(suggestion.terraform.contains("\"\(grant.type)\""))
      #expect(suggestion.role != nil || data.custom_roles[grant.role] != nil)
      for value in grant.target.values { #expect(suggestion.terraform.contains("\"\(value)\"")) }
      if let condition = grant.condition {
        let expression = condition.expression.replacing("\"", with: "\\\"")
        #expect(suggestion.terraform.contains(expression))
      } else {
        #expect(!suggestion.terraform.contains("condition {"))
      }
    }
    #expect(data.grants.values.contains { $0.condition != nil })
    #expect(Set(data.grants.values.map(\.type)).count > 3)
  }

  @Test func `the same data goes to standard output and to a file with its name`() throws {
    _ = try write()
    let arguments = ["--grant-for", "4h", SampleLogs.path("all.jsonl.gz")]
    let output = try workspace.run(["-f", "tfvars"] + arguments).output
    #expect(output == (try workspace.contents(of: "grants/terraform.auto.tfvars.json")))
    #expect(try workspace.run(["-o", "x.tfvars.json"] + arguments).status == 0)
    #expect(output == (try workspace.contents(of: "x.tfvars.json")))
  }

  @Test func `the configuration is the same whatever was denied`() throws {
    _ = try write()
    let first = try workspace.contents(of: "grants/main.tf")
    #expect(try workspace.run(["-o", "terraform=grants/"], input: Data("{}".utf8)).status == 0)
    #expect(try workspace.contents(of: "grants/main.tf") == first)
    let text = String(decoding: first, as: UTF8.self)
    for type in try write().data.grants.values.map(\.type) {
      #expect(text.contains("resource \"\(type)\" \"grants\" {"))
    }
  }

  @Test func `a directory that is not there is one clear error`() throws {
    let result = try workspace.run(["-o", "terraform=none/"], input: Data(EntryText().line.utf8))
    #expect(result.status != 0)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains("none/main.tf"))
  }

  @Test(
    .enabled(
      if: Program(named: "terraform") != nil,
      "no terraform: the configuration of grants is NOT read by it"))
  func `terraform finds nothing to format, and reads back the values`() throws {
    let (_, data) = try write()
    let terraform = try #require(Program(named: "terraform"))
    let format = try workspace.run(terraform, ["fmt", "-check", "-diff", "grants"])
    #expect(format.status == 0, "\(format.text)\(format.errors)")
    // Without a provider terraform evaluates variables only.
    let text = String(decoding: try workspace.contents(of: "grants/main.tf"), as: UTF8.self)
    let variables = try #require(text.components(separatedBy: "\nresource ").first)
    try workspace.file("values/variables.tf", variables)
    try workspace.file(
      "values/terraform.auto.tfvars.json",
      try workspace.contents(of: "grants/terraform.auto.tfvars.json"))
    let expression = "jsonencode({ grants = var.grants, custom_roles = var.custom_roles })\n"
    let result = try workspace.run(
      terraform, ["-chdir=values", "console"], input: Data(expression.utf8))
    #expect(result.status == 0, "\(result.errors)")
    // The console prints the string with its quotes.
    let json = try JSONDecoder().decode(String.self, from: result.output)
    let values = try JSONDecoder().decode(Document.self, from: Data(json.utf8))
    #expect(values.grants == data.grants)
    #expect(values.custom_roles == data.custom_roles)
  }

  @Test(
    .enabled(
      if: OraclePython.withHCL != nil,
      "no python3 with hcl2 (scripts/install-oracles installs it): main.tf is NOT read"))
  func `another reader finds a resource for every kind of target`() throws {
    let (_, data) = try write()
    let program = """
      import hcl2, json
      with open("grants/main.tf") as file: document = hcl2.load(file)
      print(json.dumps([type.strip('"') for block in document["resource"] for type in block]))
      """
    let result = try #require(OraclePython.withHCL).run(["-c", program], in: workspace)
    let types = try JSONDecoder().decode([String].self, from: result.output)
    #expect(Set(types).count == types.count)
    #expect(Set(data.grants.values.map(\.type)).isSubset(of: Set(types)))
    #expect(types.count > 25)
  }
}
