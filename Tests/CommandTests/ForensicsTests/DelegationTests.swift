import Foundation
import Testing

/// Through whom calls went, in what a report says of a principal.
struct DelegationTests {
  private struct Document: Decodable {
    let principals: [Principal]

    struct Principal: Decodable {
      let denials: Int
      let delegations: [Count]
    }

    struct Count: Decodable, Equatable {
      let value: String
      let denials: Int
    }
  }

  private static func line(_ id: String, through names: [String]) -> String {
    var entry = EntryText(insertID: id)
    let chain: [any Sendable] = names.map {
      ["firstPartyPrincipal": ["principalEmail": $0]] as [String: any Sendable]
    }
    entry.more["authenticationInfo"] =
      ["principalEmail": "app@acme-prod.iam.gserviceaccount.com"]
      .merging(chain.isEmpty ? [:] : ["serviceAccountDelegationInfo": chain]) { $1 }
      as [String: any Sendable]
    return entry.line
  }

  @Test func `each chain is there with its denials, in every way to a report`() throws {
    let workspace = try Workspace()
    let (one, two) = ("one@acme.com", "two@acme.com")
    let lines =
      (0..<3).map { Self.line("a\($0)", through: [one, two]) }
      + [
        Self.line("b", through: [one]), Self.line("c", through: []),
        Self.line("a0", through: [one]),
      ]
    try workspace.file("x.jsonl", lines: lines)
    try workspace.file("y.jsonl", lines: [Self.line("d", through: [two, one])])
    try workspace.file("records", try workspace.extract("x.jsonl", "y.jsonl").output)
    let inputs = [
      ["x.jsonl", "y.jsonl"], ["y.jsonl", "x.jsonl", "--jobs", "3", "--batch-bytes", "100"],
      ["records"],
    ]
    for input in inputs {
      let result = try workspace.run(["-f", "json"] + input)
      let document = try JSONDecoder().decode(Document.self, from: result.output)
      #expect(document.principals.map(\.denials) == [6])
      let counts = document.principals.flatMap(\.delegations).map { "\($0.value): \($0.denials)" }
      // The two versions of a0 differ, and one of them stays.
      let kept: Set = ["\(one): 1", "\(one) → \(two): 3", "\(two) → \(one): 1"]
      let other: Set = ["\(one): 2", "\(one) → \(two): 2", "\(two) → \(one): 1"]
      #expect([kept, other].contains(Set(counts)))
    }
    let page = try workspace.run(["-f", "html", "records"]).text
    #expect(page.contains("<dt>through<dd>"))
    #expect(page.contains("\(one) → \(two) ("))
  }

  @Test func `a chain of any length takes as much room as any other text`() throws {
    let names = (0..<16).map { "\(String(repeating: "n", count: 2000))\($0)@acme.com" }
    let line = Self.line("a", through: names)
    let result = try Workspace().json(input: Data(line.utf8))
    let document = try JSONDecoder().decode(Document.self, from: result.output)
    let chain = try #require(document.principals.first?.delegations.first?.value)
    #expect(chain.utf8.count <= 2051 && chain.hasSuffix("…"))
  }
}
