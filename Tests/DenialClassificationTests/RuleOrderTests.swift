import Testing

@testable import DenialClassification

/// Entries that two rows want, and which of them gets it.
struct RuleOrderTests {
  struct Contest: Sendable, CustomTestStringConvertible {
    let winner: String
    let loser: String
    let answer: Answer
    let sample: Sample

    var testDescription: String { "\(winner) before \(loser): \(sample.message)" }

    init(_ winner: String, over loser: String, _ cause: DenialCause, _ sample: Sample) {
      (self.winner, self.loser, self.sample) = (winner, loser, sample)
      answer = Answer(cause)
    }

    init(_ winner: String, over loser: String, none entryClass: EntryClass, _ sample: Sample) {
      (self.winner, self.loser, self.sample) = (winner, loser, sample)
      answer = Answer(entryClass)
    }
  }

  @Test(
    arguments: RuleOrderTable.policies + RuleOrderTable.quotas + RuleOrderTable.permissions
      + RuleOrderTable.neighbours)
  func `the first row that fits decides`(contest: Contest) throws {
    let verdict = try contest.sample.judgement.verdict
    #expect(verdict.rule == contest.winner)
    #expect(Answer(verdict) == contest.answer)
  }

  @Test func `the digest of the table is sixteen hexadecimal digits`() {
    let digits = DecisionTable.digest.utf8.filter { Character(Unicode.Scalar($0)).isHexDigit }
    #expect(digits.count == 16 && DecisionTable.digest.utf8.count == 16)
  }
}
