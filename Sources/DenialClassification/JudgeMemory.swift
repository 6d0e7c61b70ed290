import IAM

/// What judging has worked out of names and messages, which come again and again in a log.
///
/// Each worker has one of its own; no verdict depends on it.
package struct JudgeMemory: Sendable {
  private var messages = Memo<ReadMessage>(slotCount: 128)
  private var quotaMessages = Memo<QuotaMessage>(slotCount: 256)
  private var spellings = Memo<String>(slotCount: 512)
  private var homeProjects = Memo<ProjectReference?>(slotCount: 512)

  package init() {}

  /// The memory itself, with an empty one left in its place: two that share their answers would
  /// have to copy them when one learns more.
  mutating func taken() -> JudgeMemory {
    var memory = JudgeMemory()
    swap(&memory, &self)
    return memory
  }

  /// What a status message says.
  mutating func message(_ text: String) -> ReadMessage {
    ReadMessage(iamForm: text) ?? messages.answer(to: text) { ReadMessage($0) }
  }

  /// What a status message says of a quota.
  mutating func quotaMessage(_ text: String) -> QuotaMessage {
    quotaMessages.answer(to: text, QuotaMessage.init)
  }

  /// The name of a permission in IAM's spelling, or as it is if IAM's tables have none.
  mutating func spelling(of permission: String) -> String {
    spellings.answer(to: permission, Self.spelling)
  }

  /// The project that a caller belongs to, if its name says so.
  mutating func homeProject(of caller: Denial.CallerIdentity) -> ProjectReference? {
    homeProjects.answer(to: caller.name, Principal.homeProject)
  }

  /// The same as ``spelling(of:)``, without a memory.
  static func spelling(of permission: String) -> String {
    let key = permission.asciiLowercased
    guard let known = Permission(key)?.name, known != key else { return permission }
    return known
  }
}
