/// The rules of one service: which role answers which of its permissions.
///
/// Written as text, which costs neither time nor memory until it is read:
///
///     roles/pubsub.subscriber | Pub/Sub Subscriber | 3
///       subscriptions.consume topics.attachSubscription
///     roles/pubsub.editor | Pub/Sub Editor | 59
///       > pubsub.publisher pubsub.subscriber
///       {snapshots,subscriptions,topics}.{create,delete,update}
///     no role
///       {snapshots,subscriptions,topics}.getIamPolicy
///
/// A role is named with its titles, the older first, the number of its permissions and `BETA` if
/// it is. After `>` stand roles that it wholly contains, without `roles/`; what a role of the same
/// text contains is contained as well. Then come patterns without the service's name, with a `/` in
/// front for `SERVICE.googleapis.com/…`. Patterns list what they match, so that no guess is made
/// about permissions that are not known. The first role whose patterns match is the answer.
struct PreferredRoleRules: Sendable {
  /// In the order of the text.
  let rows: [PreferredRole]
  /// By name in lower case; names that differ in case only are there as they are spelled as well.
  private let entries: [String: Entry]

  /// A permission, and its row; `nil` if no role is a good answer.
  private struct Entry {
    let name: String
    let row: Int?
  }

  /// - Precondition: The text has the form above; it is part of the program.
  init(of service: String, _ text: String) {
    let blocks = PreferredRoleBlock.all(in: text)
    rows = PreferredRoleBlock.rows(of: blocks)
    var entries: [String: Entry] = [:]
    var rowCount = 0
    for block in blocks {
      let row = block.fields.isEmpty ? nil : rowCount
      for name in block.patterns.flatMap(PreferredRoleBlock.names(matching:)) {
        let separator = name.begins(with: "/") ? ".googleapis.com" : "."
        Self.add(Entry(name: service + separator + name, row: row), to: &entries)
      }
      if row != nil { rowCount += 1 }
    }
    self.entries = entries
  }

  /// The row that answers `name`, in any case; `nil` if none does.
  func row(for name: String) -> PreferredRole? { entry(for: name)?.row.map { rows[$0] } }

  /// IAM's spelling of `name`; `nil` if there is no rule for it.
  func spelling(of name: String) -> String? { entry(for: name)?.name }

  /// Every permission with a rule.
  var permissions: Set<Permission> { Set(entries.values.map { Permission(ruled: $0.name) }) }

  /// Those of ``permissions`` that no role is a good answer to.
  var withoutRole: Set<Permission> {
    Set(entries.values.filter { $0.row == nil }.map { Permission(ruled: $0.name) })
  }

  private func entry(for name: String) -> Entry? { entries[name] ?? entries[name.asciiLowercased] }

  /// The first entry of a name stays.
  private static func add(_ entry: Entry, to entries: inout [String: Entry]) {
    let key = entry.name.asciiLowercased
    guard let other = entries[key] else {
      entries[key] = entry
      return
    }
    guard other.name != entry.name else { return }
    // `httpFilters` and `httpfilters` are two things: the one in lower case gets the key.
    if entries[other.name] == nil { entries[other.name] = other }
    if entry.name == key || entries[entry.name] == nil { entries[entry.name] = entry }
  }
}
