import AuditLog
import Testing

@testable import DenialClassification

struct MemoTests {
  @Test(arguments: [1, 2, 64])
  func `an answer is the same with a memory and without`(slotCount: Int) {
    var random = SeededGenerator(seed: 3)
    var memo = Memo<String>(slotCount: slotCount)
    for _ in 0..<2000 {
      let question = "\(Int.random(in: 0..<100, using: &random))"
      let answer = memo.answer(to: question) { $0 + "!" }
      #expect(answer == question + "!")
    }
  }

  @Test func `what was just asked is not worked out again, unless it is long`() {
    var memo = Memo<Int>(slotCount: 8)
    let long = String(repeating: "x", count: 513)
    var questions: [String] = []
    for question in ["a", "a", "", "", long, long] {
      let answer = memo.answer(to: question) {
        questions.append($0)
        return $0.utf8.count
      }
      #expect(answer == question.utf8.count)
    }
    #expect(questions == ["a", "", long, long])
  }
}

struct JudgeMemoryTests {
  @Test(arguments: 0..<4 as Range<UInt64>)
  func `no verdict and no denial depends on what was judged before`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var memory = JudgeMemory()
    for labelled in (LabelledCase.fixtures + LabelledCase.fixtures).shuffled(using: &random) {
      let entry = try LogEntry(line: labelled.line.utf8.span)
      let (judgement, alone) = (Judgement(entry, &memory), Judgement(entry))
      #expect(judgement.verdict == alone.verdict && judgement.denial == alone.denial)
      #expect(judgement.isCut == alone.isCut)
    }
  }
}
