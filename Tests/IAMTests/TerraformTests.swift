import Foundation
import Testing

@testable import IAM

/// What is rendered for Terraform, and what Terraform makes of it.
struct TerraformTests {
  static let terraform = ExternalTool("terraform")
  static let python = ExternalTool.oraclePython(with: "hcl2")

  private func rendered(_ grant: Binding.Grant?, on target: BindingTarget?) throws -> String {
    let binding = Binding(
      member: try #require(Member("serviceAccount:app@acme-prod.iam.gserviceaccount.com")),
      grant: try #require(grant), target: try #require(target))
    return try #require(binding).terraform
  }

  @Test func `a project has a member resource`() throws {
    let role = Role("roles/aiplatform.user").map { Binding.Grant.predefined($0) }
    #expect(
      try rendered(role, on: BindingSamples.targets.first) == """
        resource "google_project_iam_member" "app_aiplatform_user_6149c679" {
          project = "acme-prod"
          role    = "roles/aiplatform.user"
          member  = "serviceAccount:app@acme-prod.iam.gserviceaccount.com"
        }
        """)
  }

  @Test func `a service account has one, and is looked up by a unique id`() throws {
    let role = Role("roles/iam.serviceAccountUser").map { Binding.Grant.predefined($0) }
    let byAddress = ServiceAccountReference("run@acme-prod.iam.gserviceaccount.com")
      .map { BindingTarget.serviceAccount($0, project: nil) }
    let text = try rendered(role, on: byAddress)
    #expect(text.contains(#"resource "google_service_account_iam_member" "app_iam_service"#))
    #expect(
      text.contains(
        #"service_account_id = "projects/acme-prod/serviceAccounts/"#
          + #"run@acme-prod.iam.gserviceaccount.com""#))
    let byID = ServiceAccountReference("105537103139416651075")
      .map { BindingTarget.serviceAccount($0, project: nil) }
    let lookup = try rendered(role, on: byID)
    #expect(
      lookup.hasPrefix(
        """
        data "google_service_account" "id_105537103139416651075" {
          account_id = "projects/-/serviceAccounts/105537103139416651075"
        }

        resource
        """))
    #expect(lookup.contains("= data.google_service_account.id_105537103139416651075.name"))
  }

  @Test func `a custom role is a resource that the member refers to`() throws {
    let grant = BindingSamples.custom("b.c.d", "a.b.c")
    let text = try rendered(grant, on: BindingSamples.targets.first)
    let blocks = text.split(separator: "\n\n")
    #expect(blocks.count == 2)
    #expect(blocks[0].contains("  permissions = [\n    \"a.b.c\",\n    \"b.c.d\",\n  ]\n"))
    let label = try #require(blocks[0].split(separator: "\"").dropFirst(3).first)
    #expect(blocks[1].contains("role    = google_project_iam_custom_role.\(label).id\n"))
  }

  @Test func `labels are identifiers and are unique`() {
    var labels: Set<Substring> = []
    for binding in BindingSamples.all {
      let parts = binding.terraformBlocks.last?.text.split(separator: "\"") ?? []
      guard parts.count > 3 else {
        Issue.record("no label in \(binding.terraform)")
        continue
      }
      #expect(parts[3].utf8.first?.isLowercaseLetter == true)
      #expect(parts[3].utf8.allSatisfy { $0.isLowercaseAlphanumeric || $0.isASCII("_") })
      #expect(parts[3].utf8.count <= 64)
      labels.insert(parts[3])
    }
    #expect(labels.count == BindingSamples.all.count)
  }

  @Test(arguments: [
    ("plain", #""plain""#), (#"a"b"#, #""a\"b""#), (#"a\b"#, #""a\\b""#), ("${x}", #""$${x}""#),
    ("$${x}", #""$$${x}""#), ("%{if x}", #""%%{if x}""#), ("$ {", #""$ {""#),
    ("a\nb\r\t", #""a\nb\r\t""#),
    ("\u{1B}", #""\u001b""#), ("é", #""é""#),
  ])
  func `no text closes its quotes or starts a template`(text: String, literal: String) {
    #expect(TerraformBlock.quoted(text) == literal)
  }

  /// Every block once, those of bindings that end among them.
  private static var everyBlock: String {
    let condition = GrantCondition(until: "2026-12-01T00:00:00Z")
    let ending = BindingSamples.all.filter { $0.target.type.takesCondition }.compactMap {
      Binding(member: $0.member, grant: $0.grant, target: $0.target, condition: condition)
    }
    let blocks = (BindingSamples.all + ending).flatMap(\.terraformBlocks).map(\.text)
    return Set(blocks).sorted().joined(separator: "\n\n") + "\n"
  }

  @Test(
    .enabled(
      if: python != nil, "no ORACLE_PYTHON with python-hcl2: another reader of HCL is NOT asked"),
    .timeLimit(.minutes(2)))
  func `another reader of HCL finds the values that were meant`() throws {
    let python = try #require(Self.python)
    let bindings = BindingSamples.all.filter { $0.member.text == "user:alice@example.com" }
    let text = bindings.flatMap(\.terraformBlocks).map(\.text)
    let script = """
      import hcl2, json
      with open("main.tf") as file: data = hcl2.load(file)
      plain = lambda text: text.strip('"') if isinstance(text, str) else text
      for block in data["resource"]:
        for kind, labels in block.items():
          for label, arguments in labels.items():
            for name, value in arguments.items():
              if isinstance(value, str) and not name.startswith("__") and "${" not in value:
                print(plain(kind), plain(label), name, plain(value))
      """
    let result = try python.run(
      ["-c", script],
      files: ["main.tf": Set(text).sorted().joined(separator: "\n\n") + "\n"])
    #expect(result.status == 0, "\(result.errors)")
    let found = Set(String(decoding: result.output, as: UTF8.self).split(separator: "\n"))
    var missing: [String] = []
    for block in bindings.flatMap(\.terraformBlocks) where block.kind == .resource {
      for argument in block.arguments {
        guard case .string(let value) = argument.value else { continue }
        let line = "\(block.type) \(block.label) \(argument.name) \(value)"
        if !found.contains(Substring(line)) { missing.append(line) }
      }
    }
    #expect(missing.isEmpty)
  }

  @Test(
    .enabled(if: terraform != nil, "no terraform: its layout is NOT tested"),
    .timeLimit(.minutes(2)))
  func `terraform fmt has nothing to change`() throws {
    let terraform = try #require(Self.terraform)
    let text = Self.everyBlock
    let result = try terraform.run(["fmt", "-check", "-diff"], files: ["main.tf": text])
    #expect(result.status == 0)
    #expect(String(decoding: result.output, as: UTF8.self).isEmpty)
  }

  @Test(
    .enabled(
      if: terraform != nil && ExternalTool("sh") != nil, "no terraform: HCL quoting is NOT tested"),
    .timeLimit(.minutes(2)))
  func `terraform reads every text back as it was`() throws {
    let shell = try #require(ExternalTool("sh"))
    let texts =
      HostileText.values.map { $0.filter { $0 != "\0" } } + ["$${x}", "%%{", "$%{", "\\${x}"]
    let list = texts.map { TerraformBlock.quoted($0) }.joined(separator: ", ")
    let commands = "terraform apply -auto-approve -input=false >&2 && terraform output -json texts"
    let result = try shell.run(
      ["-c", commands], files: ["main.tf": "output \"texts\" {\n  value = [\(list)]\n}\n"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(try JSONDecoder().decode([String].self, from: result.output) == texts)
  }
}
