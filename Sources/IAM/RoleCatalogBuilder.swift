/// Takes in roles one after another and makes a ``RoleCatalog`` of them.
package struct RoleCatalogBuilder: Sendable {
  /// A role as the IAM API gives it.
  package struct Entry: Sendable {
    package var name = ""
    package var title = ""
    package var description = ""
    /// Empty if there is none, which means ALPHA: its value is 0, and 0 is left out.
    package var stage = ""
    package var isDeleted = false
    /// The numbers of its permissions, from ``number(of:)``.
    package var permissions: [Int32] = []
    /// Whether it has something that is no permission, so that nobody can say what it grants.
    package var hasUnreadable = false

    package init() {}
  }

  /// The most roles that a catalogue may have: twenty times those of Google, all organizations' own
  /// (300 a project) apart.
  package static let roleLimit = 50_000
  /// The most permissions that a catalogue may name; there were 13,715 in August 2026.
  package static let permissionLimit = 100_000
  /// The most permissions of all roles together; there were 163,770.
  package static let contentLimit = 8_000_000

  private var numbers: [String: Int32] = [:]
  private var permissions: [Permission] = []
  /// By name; of a role that comes twice the last one counts.
  private var entries: [String: Entry] = [:]
  private var contentCount = 0

  package init() {}

  /// How many distinct roles were taken in.
  package var roleCount: Int { entries.count }

  /// Whether any role has permissions: the API leaves them all out unless asked for the full view.
  package var hasContents: Bool { contentCount > 0 }

  /// The number of a permission; `nil` for text that is none.
  ///
  /// - Throws: ``RoleCatalogLimit`` if there are too many.
  package mutating func number(of text: String) throws(RoleCatalogLimit) -> Int32? {
    // Only what is ASCII equals what is the same bytes.
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    if let known = numbers[text] { return known }
    guard let permission = Permission(text), !permission.isKubernetes else { return nil }
    guard permissions.count < Self.permissionLimit else { throw .tooManyPermissions }
    let number = Int32(permissions.count)
    // Another spelling of the same permission is the same.
    let known = numbers[permission.name]
    if known == nil { permissions.append(permission) }
    numbers[permission.name] = known ?? number
    numbers[text] = known ?? number
    return known ?? number
  }

  /// Takes in a role.
  ///
  /// - Throws: ``RoleCatalogLimit`` if there are too many.
  package mutating func add(_ entry: Entry) throws(RoleCatalogLimit) {
    var entry = entry
    entry.permissions = Array(Set(entry.permissions)).sorted()
    contentCount += entry.permissions.count - (entries[entry.name]?.permissions.count ?? 0)
    entries[entry.name] = entry
    if entries.count > Self.roleLimit { throw .tooManyRoles }
    if contentCount > Self.contentLimit { throw .tooMuchContent }
  }

  /// The catalogue.
  package consuming func finish() -> RoleCatalog {
    let order = permissions.indices.sorted { RoleCatalog.order(permissions[$0], permissions[$1]) }
    var places = [Int32](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[number] = Int32(place) }
    let sorted = order.map { permissions[$0] }
    let names = sorted.map(\.service)
    let services = Set(names).sorted()
    let serviceNumber = Dictionary(
      uniqueKeysWithValues: services.enumerated().map { ($0.element, Int32($0.offset)) })
    let facts = PermissionFacts(
      powers: sorted.map(PermissionPower.init(of:)),
      readOnly: sorted.map(PermissionPower.isReadOnly),
      serviceNumbers: names.map { serviceNumber[$0] ?? 0 })
    var roles: [CatalogRole] = []
    var contents = GroupedNumbers()
    var escalations = GroupedNumbers()
    var refused = [Int32](repeating: 0, count: order.count)
    for name in entries.keys.sorted() {
      guard let entry = entries[name] else { continue }
      let numbers = entry.permissions.map { places[Int($0)] }.sorted()
      if let role = Self.role(of: entry) {
        roles.append(CatalogRole(role, entry, numbers, facts))
        contents.append(numbers)
        escalations.append(numbers.filter { facts.powers[Int($0)] == .escalating })
      } else {
        for number in numbers { refused[Int(number)] += 1 }
      }
    }
    return RoleCatalog(
      permissions: sorted, roles: roles, roleCount: entries.count, powers: facts.powers,
      readOnly: facts.readOnly, serviceNumbers: facts.serviceNumbers, services: services,
      contents: contents, holders: contents.inverted(count: order.count),
      escalations: escalations, refusedHolderCounts: refused)
  }

  /// The role that may be suggested; `nil` for one that never is.
  private static func role(of entry: Entry) -> Role? {
    guard !entry.isDeleted, !entry.hasUnreadable, !entry.permissions.isEmpty,
      entry.stage == "GA" || entry.stage == "BETA"
    else { return nil }
    return Role(entry.name) ?? Role(customRole: entry.name)
  }

  /// What is known of each permission.
  fileprivate struct PermissionFacts {
    let powers: [PermissionPower]
    let readOnly: [Bool]
    let serviceNumbers: [Int32]
  }
}

extension CatalogRole {
  fileprivate init(
    _ role: Role, _ entry: RoleCatalogBuilder.Entry, _ numbers: [Int32],
    _ facts: RoleCatalogBuilder.PermissionFacts
  ) {
    self.role = role
    title = Self.isPlain(entry.title) ? entry.title : ""
    stage = entry.stage == "BETA" ? .beta : .generallyAvailable
    size = numbers.count
    service =
      role.home == .google ? String(role.name.dropping(prefix: "roles/")?.before(".") ?? "") : ""
    isGeneric = role.home == .google && Self.isGeneric(role, description: entry.description)
    writingCount = numbers.count { !facts.readOnly[Int($0)] }
    var byService: [Int32: Int] = [:]
    for number in numbers {
      byService[facts.serviceNumbers[Int(number)], default: 0] += facts.powers[Int(number)].weight
    }
    weights = byService.sorted { $0.key < $1.key }
      .map { ServiceWeight(service: $0.key, weight: $0.value) }
    isWide = weights.count >= Self.wideServiceCount
  }

  /// Whether a title may stand in instructions as it is: short, and of ASCII that can be seen.
  private static func isPlain(_ title: String) -> Bool {
    title.utf8.count <= 100 && title.utf8.allSatisfy { (0x20...0x7e).contains($0) }
  }
}

/// A catalogue is larger than any real one.
package enum RoleCatalogLimit: Error, Hashable, Sendable {
  case tooManyRoles, tooManyPermissions, tooMuchContent
}

extension RoleCatalogLimit: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooManyRoles: "more than \(RoleCatalogBuilder.roleLimit) roles"
    case .tooManyPermissions: "more than \(RoleCatalogBuilder.permissionLimit) permissions"
    case .tooMuchContent:
      "more than \(RoleCatalogBuilder.contentLimit) permissions in all roles together"
    }
  }
}
