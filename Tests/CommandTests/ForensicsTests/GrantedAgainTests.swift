import Foundation
import Testing

/// Findings that are over, as calls that went well tell.
struct GrantedAgainTests {
  private struct Report: Decodable {
    let principals: [Principal]
    let suggestions: [Suggestion]

    struct Principal: Decodable {
      let findings: [Finding]
    }

    struct Finding: Decodable {
      let permissions: [String]
      let lastGranted: String?
      let suggestions: [String]
      let advice: String?
    }

    struct Suggestion: Decodable {
      let id: String
    }
  }

  private func entry(
    _ id: String, minute: Int, permission: String = "storage.objects.get",
    principal: String = "app@acme-prod.iam.gserviceaccount.com", project: String = "acme-prod",
    isGranted: Bool = false
  ) -> EntryText {
    EntryText(
      insertID: id, timestamp: "2026-11-22T10:\(String(minute + 100).suffix(2)):00Z",
      principal: principal, service: "storage.googleapis.com", method: "storage.objects.get",
      resource: "projects/_/buckets/b", permission: permission, statusCode: isGranted ? nil : 7,
      project: project)
  }

  private func report(_ entries: [EntryText], _ options: [String] = ["--with-grants"]) throws
    -> Report
  {
    let workspace = try Workspace()
    try workspace.file("a.jsonl", lines: entries.map(\.line))
    let result = try workspace.run(["-f", "json", "a.jsonl"] + options)
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(Report.self, from: result.output)
  }

  @Test func `a grant after the last denial ends a finding, and withdraws what was suggested`()
    throws
  {
    let entries = [
      entry("d1", minute: 5), entry("g1", minute: 9, isGranted: true), entry("d2", minute: 7),
      entry("g2", minute: 8, isGranted: true),
    ]
    let over = try report(entries)
    #expect(over.principals[0].findings[0].lastGranted == "2026-11-22T10:09:00Z")
    #expect(over.principals[0].findings[0].suggestions.isEmpty && over.suggestions.isEmpty)
    #expect(
      over.principals[0].findings[0].advice?.contains("granted in this project after") == true)
    let unasked = try report(entries, [])
    #expect(unasked.principals[0].findings[0].lastGranted == nil)
    #expect(unasked.suggestions.count == 1)
  }

  @Test(arguments: ["before", "principal", "project", "permission", "again"])
  func `another grant, or a denial after it, changes nothing`(other: String) throws {
    var grant = entry("g", minute: 9, isGranted: true)
    switch other {
    case "before": grant = entry("g", minute: 1, isGranted: true)
    case "principal": grant = entry("g", minute: 9, principal: "x@acme.com", isGranted: true)
    case "project": grant = entry("g", minute: 9, project: "acme-dev", isGranted: true)
    case "permission":
      grant = entry("g", minute: 9, permission: "storage.objects.list", isGranted: true)
    default: break
    }
    let last = entry("d2", minute: other == "again" ? 10 : 6)
    let report = try report([entry("d1", minute: 5), grant, last])
    #expect(report.principals[0].findings[0].lastGranted == nil)
    #expect(report.suggestions.count == 1)
  }

  @Test(
    .enabled(if: OraclePython.withJSONSchema != nil, "no jsonschema: the schema is NOT checked"))
  func `the report of the sample logs is valid, and the same however it is read`() throws {
    let workspace = try Workspace()
    let path = SampleLogs.path("all.jsonl.gz")
    let first = try workspace.run(["-f", "json", "--with-grants", "--jobs", "1", path])
    let other = try workspace.run(
      ["-f", "json", "--with-grants", "--jobs", "3", "--batch-bytes", "20000", path])
    #expect(first.output == other.output)
    let over = try JSONDecoder().decode(Report.self, from: first.output).principals
      .flatMap(\.findings).filter { $0.lastGranted != nil }
    #expect(over.count == 5)
    #expect(over.allSatisfy { $0.suggestions.isEmpty })
    try workspace.file("report.json", first.output)
    let check = """
      import json, jsonschema, sys
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator(schema).validate(json.load(open("report.json")))
      """
    let python = try #require(OraclePython.withJSONSchema)
    try python.run(["-c", check, Repository.path("docs/report.schema.json")], in: workspace)
  }
}
