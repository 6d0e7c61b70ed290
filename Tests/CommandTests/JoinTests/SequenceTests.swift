import Foundation
import Testing

/// Inputs of several entries with the counts that must come out.
struct SequenceTests {
  struct Sequence: Decodable, CustomTestStringConvertible, Sendable {
    var id: String
    var lines: [String]
    var expect: Expectation

    var testDescription: String { id }
  }

  struct Expectation: Decodable, Sendable {
    var denials: Int
    var duplicates: Int?
    var malformed: Int?
    var code: Int?
    var cause: String?
    var causes: [String]?
    var principal: String?
    var merged: [String: Int]?
    var hint: String?
    var warnings: [String]?
    var otherClasses: [String: Int]?
  }

  static let own = load(Repository.path("Tests/CommandTests/Fixtures/sequences.jsonl"))
  static let shared = load(Repository.path("../shared/cases/sequences.jsonl"))

  private static func load(_ path: String) -> [Sequence] {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      try? JSONDecoder().decode(Sequence.self, from: Data(line.utf8))
    }
  }

  @Test func `the cases are there`() {
    #expect(Self.own.count == 17)
  }

  @Test(arguments: own)
  func `a sequence comes out as it should, forwards and backwards`(sequence: Sequence) throws {
    try check(sequence)
  }

  @Test(
    .enabled(if: !shared.isEmpty, "the common desk is not beside the repository"),
    arguments: shared)
  func `a sequence of the common desk comes out as it should`(sequence: Sequence) throws {
    try check(sequence)
  }

  private func check(_ sequence: Sequence) throws {
    var orders = [sequence.lines]
    // An array is one document over several lines, of which the order is not ours to change.
    if !sequence.lines[0].hasPrefix("[") { orders.append(sequence.lines.reversed()) }
    for lines in orders {
      let result = try Workspace().json(input: Data(lines.joined(separator: "\n").utf8))
      let report = try result.report()
      report.expectBalance()
      let expected = sequence.expect
      #expect(report.books.denials == expected.denials)
      #expect(report.books.duplicates == expected.duplicates ?? 0)
      #expect(report.books["malformed"] == expected.malformed ?? 0)
      #expect(report.books.merged.filter { $0.value > 0 } == expected.merged ?? [:])
      for finding in report.findings {
        if let cause = expected.cause { #expect(finding.cause == cause) }
        if let code = expected.code { #expect(finding.code == code) }
      }
      if let causes = expected.causes { #expect(report.causes.keys.sorted() == causes) }
      if let principal = expected.principal {
        #expect(report.principals.map(\.principal) == [principal])
      }
      if let classes = expected.otherClasses {
        #expect(report.books.otherClasses.filter { $0.value > 0 } == classes)
      }
      for warning in expected.warnings ?? [] {
        #expect(report.warnings.map(\.id).contains(warning))
      }
      let hints = report.findings.reduce(0) { $0 + $1.besideServicePerimeter }
      #expect(hints == (expected.hint == nil ? 0 : 1))
    }
  }
}
