import DenialClassification
import Testing

struct CauseCoverageTests {
  /// Causes and classes that no labelled entry can have, and why.
  private static let exempt: [Answer: String] = [
    Answer(.filteredOut): "entries are left out before they are judged"
  ]

  private static let labelled = Set(LabelledCase.fixtures.map(\.expected))

  @Test(arguments: DenialCause.allCases)
  func `every cause is the answer to some labelled case`(cause: DenialCause) {
    #expect(Self.labelled.contains(Answer(cause)))
  }

  @Test(arguments: EntryClass.allCases)
  func `every class is the answer to some labelled case, or cannot be`(entryClass: EntryClass) {
    let answer = Answer(entryClass)
    #expect(Self.labelled.contains(answer) != (Self.exempt[answer] != nil))
  }

  @Test func `no label is unknown`() {
    let known = DenialCause.allCases.map { Answer($0) } + EntryClass.allCases.map { Answer($0) }
    #expect(Self.labelled.subtracting(known) == [])
  }

  @Test(arguments: DenialCause.allCases)
  func `every cause has a code, a title, a meaning and advice`(cause: DenialCause) {
    #expect(DenialCode.allCases.contains(cause.code))
    #expect(!cause.title.isEmpty && !cause.meaning.isEmpty && !cause.advice.isEmpty)
    #expect(
      cause.rawValue.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || $0 == 0x2d })
  }

  @Test func `a binding cures only causes of 1152, and those with a resource to bind on`() {
    let cured = DenialCause.allCases.filter(\.isCuredByBinding)
    #expect(cured == [.missingRole, .crossProject, .actAs, .impersonation, .quotaProject])
    #expect(cured.allSatisfy { $0.code == .iamRejection })
  }

  @Test func `the codes are the three of the mission, in the order of reports`() {
    #expect(DenialCode.allCases.map(\.rawValue) == [1152, 1153, 1100])
    #expect(
      DenialCode.allCases.map(\.name) == ["iam-rejection", "throttling", "quota-or-credential"])
    #expect(
      DenialCode.allCases.map(\.title) == ["IAM rejection", "throttling", "quota or credential"])
  }

  @Test func `1153 has exactly the causes that slowing down cures`() {
    #expect(
      DenialCause.allCases.filter { $0.code == .throttling } == [
        .rateLimit, .tokenThroughput, .concurrent, .sharedCapacity, .throttleUnspecified,
      ])
  }
}
