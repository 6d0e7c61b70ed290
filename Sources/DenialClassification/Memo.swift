import AuditLog

/// Answers to questions about short texts, kept for when they are asked again.
///
/// There is room for a fixed number: an answer takes the place of another whose question has the same
/// hash. What is answered never depends on what is kept, as long as a question has one answer.
struct Memo<Answer: Sendable>: Sendable {
  /// Made when the first question comes.
  private var slots: [Slot?] = []
  private let slotCount: Int

  private struct Slot: Sendable {
    let question: String
    let answer: Answer
  }

  /// - Parameter slotCount: A power of two.
  init(slotCount: Int) { self.slotCount = slotCount }

  /// The answer to a question: the one that is kept, or that of `find`.
  mutating func answer(to question: String, _ find: (String) -> Answer) -> Answer {
    guard question.utf8.count <= Self.questionByteLimit else { return find(question) }
    if slots.isEmpty { slots = [Slot?](repeating: nil, count: slotCount) }
    var hash = ByteHash()
    hash.combine(question)
    let index = Int(truncatingIfNeeded: hash.value) & (slotCount - 1)
    if let slot = slots[index],
      ByteHash.areEqual(slot.question.utf8.span, question.utf8.span)
    {
      return slot.answer
    }
    let answer = find(question)
    slots[index] = Slot(question: question, answer: answer)
    return answer
  }

  /// Longer than nearly all messages; a longer question is not kept.
  private static var questionByteLimit: Int { 512 }
}
