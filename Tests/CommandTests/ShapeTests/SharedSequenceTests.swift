import DenialAggregation
import Foundation
import Testing

/// Inputs of the common desk that are about shapes.
struct SharedSequenceTests {
  private static let path = Repository.path("../shared/cases/sequences.jsonl")

  private struct Sequence: Decodable {
    var id: String
    var lines: [String]
    var expect: Expectation

    struct Expectation: Decodable {
      var denials: Int
      var malformed: Int?
    }
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: path),
      "../shared/cases is not beside this repository: its shapes were NOT read"),
    arguments: ["gcloud-array", "blank-and-bad-lines"])
  func `a shape of the common desk is read as expected`(id: String) throws {
    let text = try String(contentsOfFile: Self.path, encoding: .utf8)
    let sequences = try text.split(separator: "\n").map {
      try JSONDecoder().decode(Sequence.self, from: Data($0.utf8))
    }
    let sequence = try #require(sequences.first { $0.id == id })
    let reading = try Reading(sequence.lines.joined(separator: "\n"))
    #expect(reading.report.books.denials == sequence.expect.denials)
    #expect(reading.report.books.malformed == sequence.expect.malformed ?? 0)
    #expect(reading.report.books.balance)
  }
}
