import IAM

/// A suggested binding without its words.
struct BindingDraft: Sendable {
  let binding: Binding
  /// What it grants, and how to say it.
  let part: RolePart
  /// The same as the id of the ``SuggestedBinding``.
  let id: String
  /// How many resources of each kind the project stands for, in the order of the kinds' names.
  let widened: [(type: TargetType, count: Int)]
  private(set) var denials = 0
  /// The findings that it helps, each once and in order: their places, and their ids.
  private(set) var findings: [(place: Int, hash: StableHash)] = []
  /// Permissions that are given on the project for want of anything narrower that is known: the first
  /// ones in order.
  private(set) var fallbacks: [Permission] = []
  /// Whether some of the findings have no denial that says which permission was denied.
  private(set) var isInferred = false
  /// What is to be said of the principal.
  private(set) var note: String?
  /// Why it does not cure all of the findings: the first sentences in order.
  private(set) var refusals: [String] = []

  /// How many permissions or reasons of one kind are shown.
  private static let listLimit = 3

  init(
    binding: Binding, part: RolePart, widened: [Permission: Set<BindingTarget>]
  ) {
    self.binding = binding
    self.part = part
    id = binding.stableID
    guard !widened.isEmpty else {
      self.widened = []
      return
    }
    let targets = part.permissions.reduce(into: Set<BindingTarget>()) {
      $0.formUnion(widened[$1] ?? [])
    }
    self.widened = Dictionary(grouping: targets, by: \.type)
      .map { (type: $0.key, count: $0.value.count) }.sorted { $0.type.rawValue < $1.type.rawValue }
  }

  mutating func add(_ placed: PlacedDenials, of draft: FindingDraft) {
    denials += placed.denials
    if findings.last?.place == draft.place { return }
    if findings.isEmpty { note = draft.note }
    findings.append((draft.place, draft.hash))
    isInferred = isInferred || draft.isInferred
    for refusal in draft.places.refusals { Self.insert(refusal, into: &refusals) }
  }

  mutating func addFallback(_ permission: Permission) {
    Self.insert(permission, into: &fallbacks)
  }

  /// Keeps the first values in order, each once.
  private static func insert<Value: Comparable>(_ value: Value, into list: inout [Value]) {
    guard !list.contains(value) else { return }
    list.insert(value, at: list.firstIndex { value < $0 } ?? list.count)
    if list.count > listLimit { list.removeLast() }
  }
}
