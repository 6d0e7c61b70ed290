import Foundation
import Testing

/// Suggested bindings as files: a shell script and a Terraform configuration, read by their users.
struct ScriptFormatTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private static let uncomment = #"sed 's/^#\([a-z]\)/\1/' grants.sh > run.sh"#

  /// Writes the script of all sample logs.
  private func writeSamples() throws -> ReportDocument {
    let result = try workspace.run([
      "-o", "grants.sh", "-o", "grants.tf", "-o", "report.json", SampleLogs.path("all.jsonl.gz"),
    ])
    #expect(result.status == 0)
    return try JSONDecoder().decode(
      ReportDocument.self, from: workspace.contents(of: "report.json"))
  }

  /// A gcloud that only writes down what it was asked to do.
  private func run(_ script: String, in shell: String) throws -> [[String]] {
    let recorder = """
      #!/bin/sh
      for word in "$@"; do printf '%s\\036' "$word"; done >> calls
      printf '\\n' >> calls
      [ "$3" != describe ]
      """
    for name in ["gcloud", "bq"] {
      try workspace.file("bin/\(name)", recorder)
    }
    try workspace.file("calls", "")
    let result = try workspace.shell(
      "chmod +x bin/*; PATH=\"$PWD/bin:$PATH\" \(shell) \(script)")
    #expect(result.status == 0, "\(result.errors)")
    return String(decoding: try workspace.contents(of: "calls"), as: UTF8.self)
      .split(separator: "\n").map { $0.split(separator: "\u{1e}").map(String.init) }
  }

  @Test(arguments: ["bash", "dash"])
  func `nothing runs before a person takes the marks away, then each grant does`(
    shell: String
  ) throws {
    let report = try writeSamples()
    #expect(!report.suggestions.isEmpty)
    let flags = shell == "bash" ? "" : "sed -i 's/ -o pipefail//; s/-euo pipefail/-eu/' grants.sh;"
    #expect(try workspace.shell(flags).status == 0)
    #expect(try run("grants.sh", in: shell) == [])
    #expect(try workspace.shell(Self.uncomment).status == 0)
    let calls = try run("run.sh", in: shell)
    let members = calls.compactMap { call in call.first { $0.hasPrefix("--member=") } }
    let expected = report.suggestions.map { "--member=\($0.member)" }
    // BigQuery has its members inside a statement.
    let statements = calls.filter { $0.first == "query" }.count
    #expect(members.count + statements == expected.count)
    #expect(Set(members).isSubset(of: Set(expected)))
    let roles = calls.filter { $0.starts(with: ["iam", "roles", "create"]) }
    #expect(Set(roles).count == roles.count)
  }

  @Test func `a script says what each grant is for and what to beware of`() throws {
    let report = try writeSamples()
    let lines = String(decoding: try workspace.contents(of: "grants.sh"), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    #expect(lines.first == "#!/usr/bin/env bash")
    #expect(lines.contains("set -euo pipefail"))
    for suggestion in report.suggestions {
      #expect(lines.contains { $0.contains(" for \(suggestion.member) on ") })
      for warning in suggestion.warnings {
        #expect(lines.contains { $0.hasPrefix("# warning: \(warning.prefix(60))") }, "\(warning)")
      }
    }
    let titles = lines.filter { $0.hasPrefix("# === Project ") }
    #expect(titles == titles.sorted() && Set(titles).count == titles.count)
  }

  @Test(
    .enabled(
      if: Program(named: "terraform") != nil,
      "no terraform: the format of grants.tf is NOT checked"))
  func `terraform finds nothing to format`() throws {
    _ = try writeSamples()
    let terraform = try #require(Program(named: "terraform"))
    let result = try workspace.run(terraform, ["fmt", "-check", "-diff", "grants.tf"])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }

  @Test(
    .enabled(
      if: OraclePython.withHCL != nil,
      "no python3 with hcl2 (scripts/install-oracles installs it): grants.tf is NOT read"))
  func `another reader of Terraform finds one member for each grant`() throws {
    let report = try writeSamples()
    let program = """
      import hcl2, json
      with open("grants.tf") as file: document = hcl2.load(file)
      found = [body for block in document.get("resource", []) for type, labels in block.items()
               if "_iam_member" in type for body in labels.values()]
      print(json.dumps(sorted(body["member"].strip('"') for body in found)))
      """
    let result = try #require(OraclePython.withHCL).run(["-c", program], in: workspace)
    let members = try JSONDecoder().decode([String].self, from: result.output)
    #expect(members == report.suggestions.map(\.member).sorted())
  }

  @Test func `without a suggestion both say so and are well formed`() throws {
    let log = EntryText(statusCode: 8, message: "Quota exceeded").line
    for (format, text) in [("gcloud", "set -euo pipefail\n"), ("terraform", "")] {
      let result = try workspace.run(["-f", format], input: Data(log.utf8))
      #expect(result.status == 0)
      #expect(result.text.contains("# No binding would cure any of these denials."))
      #expect(result.text.hasSuffix(text))
    }
  }

  @Test func `hostile text stays inside comments`() throws {
    let words = "x\n$(touch owned)\r`touch owned`\u{2028}#gcloud\n'\"${x}%{x}"
    var entries = [EntryText(insertID: "a"), EntryText(insertID: "b", principal: words)]
    entries.append(EntryText(insertID: "c", project: words))
    entries.append(EntryText(insertID: "d", resource: "projects/acme-prod/topics/\(words)"))
    entries.append(EntryText(insertID: "e", permission: words))
    let text = entries.map(\.line).joined(separator: "\n")
    let script = try workspace.run(["-f", "gcloud"], input: Data(text.utf8)).text
    try workspace.file("grants.sh", script)
    #expect(try workspace.shell(Self.uncomment).status == 0)
    #expect(try run("run.sh", in: "bash").count == 1)
    #expect(try !workspace.names().contains("owned"))
    let configuration = try workspace.run(["-f", "terraform"], input: Data(text.utf8)).text
    #expect(configuration.split(separator: "\n").filter { $0.hasPrefix("resource") }.count == 1)
    #expect(!configuration.contains("${"))
  }
}

/// The script run by the real gcloud, twice, against stubs of the services.
@Suite(
  .enabled(
    if: Program(named: "gcloud") != nil, "no gcloud: scripts of bindings were NOT run by it"),
  .enabled(
    if: OraclePython.withPolicies != nil,
    """
    no python3 with grpc-google-iam-v1 (scripts/install-oracles installs it): scripts of bindings \
    were NOT run by the real gcloud
    """))
struct ScriptOracleTests {
  private struct Outcome: Decodable {
    var runs: [Run]
    struct Run: Decodable, Equatable {
      var status: Int
      var errors: String
      var policies: [String: Policy]
      var roles: [String: CustomRole]
    }
    struct Policy: Decodable, Equatable { var bindings: [Binding] }
    struct Binding: Decodable, Equatable {
      var role: String
      var members: [String]
    }
    struct CustomRole: Decodable, Equatable { var includedPermissions: [String] }
  }

  @Test func `the policies hold just the suggested bindings, and stay so at a second run`() throws {
    let workspace = try Workspace()
    var entries = [EntryText(insertID: "a")]
    entries.append(EntryText(insertID: "b", principal: "alice@example.com"))
    entries.append(
      EntryText(
        insertID: "c", service: "unknown.googleapis.com", resource: "projects/acme-prod",
        permission: "unknown.things.use"))
    try workspace.file("log", lines: entries.map(\.line))
    let report = try workspace.json("log").report()
    #expect(report.suggestions.count == 3)
    let result = try workspace.run(["-f", "gcloud", "log"])
    try workspace.file("grants.sh", result.text)
    #expect(try workspace.shell(#"sed -i 's/^#\([a-z]\)/\1/' grants.sh"#).status == 0)
    let gcloud = try #require(Program(named: "gcloud"))
    let stub = Repository.path("Tests/Oracles/policy_stub.py")
    let run = try #require(OraclePython.withPolicies)
      .run([stub, "grants.sh", gcloud.path], in: workspace)
    let outcome = try JSONDecoder().decode(Outcome.self, from: run.output)
    let first = try #require(outcome.runs.first)
    #expect(first.status == 0, "\(first.errors)")
    let bindings = first.policies.flatMap { project, policy in
      policy.bindings.flatMap { binding in
        binding.members.map { "\(project) \(binding.role) \($0)" }
      }
    }
    let expected = report.suggestions.map { suggestion in
      let role = suggestion.role ?? first.roles.keys.sorted().first ?? ""
      return "\(suggestion.target.name) \(role) \(suggestion.member)"
    }
    #expect(bindings.sorted() == expected.sorted())
    #expect(first.roles.values.map(\.includedPermissions) == [["unknown.things.use"]])
    #expect(outcome.runs.last?.status == 0)
    #expect(outcome.runs.last?.policies == first.policies)
    #expect(outcome.runs.last?.roles == first.roles)
  }
}
