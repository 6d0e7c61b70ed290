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
  /// With the index of a row; without one where no role is a good answer.
  private let table: PermissionTable

  /// - Precondition: The text has the form above; it is part of the program.
  init(of service: String, _ text: String) {
    var reader = PreferredRoleReader(of: service)
    reader.read(text)
    rows = reader.rows
    table = reader.patterns.table
  }

  /// The row that answers `name`, in any case; `nil` if none does.
  func row(for name: String) -> PreferredRole? { table.entry(for: name)?.row.map { rows[$0] } }

  /// IAM's spelling of `name`; `nil` if there is no rule for it.
  func spelling(of name: String) -> String? {
    table.entry(for: name).map { table.name(of: $0, like: name) }
  }

  /// Every permission with a rule.
  var permissions: Set<Permission> { Set(table.all.map { Permission(ruled: $0.name) }) }

  /// Those of ``permissions`` that no role is a good answer to.
  var withoutRole: Set<Permission> {
    Set(table.all.filter { $0.row == nil }.map { Permission(ruled: $0.name) })
  }
}
