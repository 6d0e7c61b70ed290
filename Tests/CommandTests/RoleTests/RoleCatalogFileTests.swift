import DenialAggregation
import DenialsReport
import Foundation
import Testing

/// `--role-catalog`: what is read, and what is one clear error.
struct RoleCatalogFileTests {
  private static let invoker =
    #"{"name":"roles/run.servicesInvoker","title":"X","stage":"GA","includedPermissions":["run.routes.invoke"]}"#
  private static let reader =
    #"{"name":"roles/zeta.viewer","title":"Zeta","stage":"GA","includedPermissions":["zeta.things.get","zeta.things.list"]}"#

  private static func page(_ roles: String..., next: String = "") -> String {
    let token = next.isEmpty ? "" : #", "nextPageToken": "\#(next)""#
    return "{\n  \"roles\": [\n    " + roles.joined(separator: ",\n    ") + "\n  ]" + token
      + "\n}\n"
  }

  private func run(_ text: String, _ arguments: [String] = []) throws -> ProgramResult {
    let workspace = try Workspace()
    try workspace.file("roles.json", text)
    return try workspace.run(
      ["roles", "--role-catalog", "roles.json", "zeta.things.get"] + arguments)
  }

  @Test(arguments: [
    page(invoker, next: "a") + page(reader), "[\(invoker),\n\(reader)]\n",
    invoker + "\n" + reader + "\n", page(invoker) + "{}\n" + page(reader),
    "\u{FEFF}" + page(invoker, reader),
  ])
  func `pages, an array and one role a line are the same catalogue`(text: String) throws {
    let result = try run(text)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.lines.first == "roles/zeta.viewer Zeta")
    #expect(result.text.contains("2 roles, 3 permissions, SHA-256 "))
    let packed = try Workspace()
    try packed.file("roles.json.gz", try GzipTool.member(text))
    let inflated = try packed.run(["roles", "--role-catalog", "roles.json.gz", "zeta.things.get"])
    #expect(inflated.lines.first == result.lines.first)
  }

  @Test(arguments: [
    ("", "roles.json: no role in it; make it by"),
    ("{}", "roles.json: no role in it; make it by"),
    ("[]", "roles.json: no role in it; make it by"),
    ("hello", "roles.json:1: neither a role nor a page of roles"),
    ("{\n\"name\" x}", "roles.json:1: not valid JSON at byte 9"),
    ("{\"roles\":[" + reader, "roles.json:1: cut off at byte "),
    (invoker + "\n" + reader.dropLast(9), "roles.json:2: cut off at byte "),
    (page(reader, next: "x"), "roles.json: its last page names a next one, which is missing"),
    (
      #"{"error":{"code":401,"message":"bad \u001b[2J"}}"#,
      "an error that the IAM API answered: bad"
    ),
    (#"{"name":"prod.jsonl","insertId":"x"}"#, "roles.json:1: neither a role nor a page of roles"),
    ("{\"roles\":[1]}", "roles.json:1: neither a role nor a page of roles"),
    ("{\"roles\":{}}", "roles.json:1: neither a role nor a page of roles"),
    ("[[1]]", "roles.json:1: "),
    (
      #"[{"name":"roles/run.invoker","stage":"GA","title":"X","etag":"AA=="}]"#,
      "none of its 1 roles says what it includes, as gcloud iam roles list leaves that out"
    ),
  ])
  func `a catalogue that is none is one line, and no report`(text: String, error: String) throws {
    for command in [
      ["roles", "zeta.things.get"], ["report", "log.jsonl"], ["explain", "log.jsonl"],
    ] {
      let workspace = try Workspace()
      try workspace.file("roles.json", text)
      try workspace.file("log.jsonl", "not JSON\n")
      let result = try workspace.run(command + ["--role-catalog", "roles.json"])
      #expect(result.status == 2)
      #expect(result.output.isEmpty)
      #expect(result.errorLines.count == 1)
      #expect(result.errorLines.first?.contains(error) == true, "\(result.errors)")
      #expect(result.errorLines.first?.hasPrefix("role catalogue roles.json") == true)
      #expect(!result.errors.contains("\u{1b}"))
    }
  }

  @Test func `a catalogue that is not there, is a directory or is cut off says so`() throws {
    let workspace = try Workspace()
    try workspace.directory("roles")
    let whole = try GzipTool.member(Self.page(Self.invoker, Self.reader))
    try workspace.file("cut.gz", whole.dropLast(20))
    for (name, error) in [
      ("none", "role catalogue: cannot open none: No such file or directory"),
      ("roles", "role catalogue: cannot read roles: Is a directory"),
      ("cut.gz", "role catalogue cut.gz: gzip data is cut short after"),
    ] {
      let result = try workspace.run(["roles", "--role-catalog", name, "zeta.things.get"])
      #expect(result.status == 2)
      #expect(result.errorLines.count == 1)
      #expect(result.errorLines.first?.hasPrefix(error) == true, "\(result.errors)")
    }
  }

  @Test func `more text than is read is an error, told with the limit`() throws {
    let workspace = try Workspace()
    try workspace.file("roles.json", Self.page(Self.invoker, Self.reader))
    let path = InputPath(workspace.url(of: "roles.json").path(percentEncoded: false))
    let error = RoleCatalogError.tooLong(path.displayName, byteLimit: 100)
    #expect(throws: error) { try RoleCatalogFile.read(path, byteLimit: 100) }
    #expect("\(error)".hasSuffix("more than 100 bytes of text, which is more than is read"))
    #expect(try RoleCatalogFile.read(path).summary.roles == 2)
  }

  @Test func `a report says which catalogue it used, and what its roles give beside`() throws {
    let workspace = try Workspace()
    try workspace.file("roles.json", Self.page(Self.invoker, Self.reader))
    let entry = EntryText(permission: "zeta.things.get").line
    try workspace.file("log.jsonl", entry + "\n")
    let result = try workspace.run(
      ["log.jsonl", "--role-catalog", "roles.json", "-f", "json"])
    let document = try #require(
      try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
    let catalog = try #require(document["roleCatalog"] as? [String: Any])
    #expect(catalog["name"] as? String == "roles.json")
    #expect(catalog["roles"] as? Int == 2)
    #expect(catalog["permissions"] as? Int == 3)
    #expect((catalog["sha256"] as? String)?.count == 64)
    let suggestion = try #require((document["suggestions"] as? [[String: Any]])?.first)
    #expect(suggestion["role"] as? String == "roles/zeta.viewer")
    #expect(suggestion["excess"] as? Int == 1)
    let text = try workspace.run(["log.jsonl", "--role-catalog", "roles.json"]).text
    #expect(text.contains("Roles from roles.json: 2 roles, 3 permissions, SHA-256 "))
    let explained = try workspace.run(["explain", "log.jsonl", "--role-catalog", "roles.json"]).text
    #expect(explained.contains("roles/zeta.viewer"))
  }
}
