import Foundation
import Testing

/// `scripts/refresh-role-catalog`, run against a stub of the IAM API on a loopback port.
@Suite(
  .enabled(
    if: ["bash", "curl", "python3"].allSatisfy { Program(named: $0) != nil },
    "no bash, curl or python3: scripts/refresh-role-catalog was NOT run"))
struct RefreshRoleCatalogTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func refresh(_ mode: String, _ arguments: String..., token: String = "secret") throws
    -> ProgramResult
  {
    let python = try #require(Program(named: "python3"))
    return try workspace.run(
      python,
      [
        Repository.path("Tests/Oracles/iam_api.py"), mode,
        Repository.path("scripts/refresh-role-catalog"),
      ] + arguments, environment: ["IAM_ACCESS_TOKEN": token])
  }

  @Test func `three pages and custom roles become a catalogue that is read`() throws {
    let result = try refresh(
      "pages", "-o", "catalog.json.gz", "--project", "acme-prod", "--organization", "1")
    #expect(result.status == 0)
    #expect(result.errors == "refresh-role-catalog: wrote catalog.json.gz, 5 pages\n")
    #expect(try workspace.names() == ["catalog.json.gz"])
    let roles = try workspace.run([
      "roles", "--role-catalog", "catalog.json.gz", "--project", "acme-prod", "zeta.things.get",
    ])
    #expect(roles.status == 0)
    #expect(roles.lines.first?.hasPrefix("projects/acme-prod/roles/mine") == true)
    #expect(roles.text.contains("4 roles, 3 permissions"))
  }

  @Test(arguments: [
    ("error", "the API answers 500: "), ("expired", "the API refuses the token (401): run gcloud"),
    ("basic", "a page whose roles have no permissions"), ("garbage", "an answer that is no JSON"),
    ("loop", "the API names page two%2F%2B%26 twice"),
  ])
  func `an old catalogue stays as it was if not every page comes`(mode: String, error: String)
    throws
  {
    try workspace.file("role-catalog.json.gz", "old")
    let result = try refresh(mode)
    #expect(result.status == 1)
    #expect(result.lines.isEmpty)
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.errors.hasPrefix("refresh-role-catalog: "))
    #expect(result.errors.contains(error), "\(result.errors)")
    #expect(!result.errors.contains("\u{1b}"))
    #expect(try workspace.names() == ["role-catalog.json.gz"])
    #expect(try workspace.contents(of: "role-catalog.json.gz") == Data("old".utf8))
  }

  @Test func `a project that may not be listed is told`() throws {
    let result = try refresh("pages", "--project", "other-project")
    #expect(result.status == 1)
    #expect(result.errors.contains("(403): roles of a project or an organization need"))
    #expect(try workspace.names().isEmpty)
  }

  @Test(arguments: [
    (["--project"], "--project takes a value"), (["-o", ""], "-o takes a value"),
    (["--project", "a b"], "not a project's id: a b"),
    (["--project", "../x"], "not a project's id: ../x"),
    (["--organization", "acme"], "not an organization's number: acme"),
    (["file"], "unknown argument: file"),
  ])
  func `wrong usage is told`(arguments: [String], error: String) throws {
    let script = Program(path: Repository.path("scripts/refresh-role-catalog"))
    let result = try workspace.run(script, arguments)
    #expect(result.status == 64)
    #expect(result.errors.hasPrefix("refresh-role-catalog: \(error)\n"))
  }

  @Test(
    .enabled(if: Program(named: "shellcheck") != nil, "no shellcheck: the script was NOT checked"))
  func `shellcheck finds nothing`() throws {
    let shellcheck = try #require(Program(named: "shellcheck"))
    let result = try workspace.run(
      shellcheck, [Repository.path("scripts/refresh-role-catalog")])
    #expect(result.status == 0, "\(result.text)")
  }
}
