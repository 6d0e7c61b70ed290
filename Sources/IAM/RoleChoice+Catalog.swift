extension RoleChoice {
  /// The cover that a catalogue allows: the table's role where it is right for all permissions of a
  /// service, else what the search finds; without roles that the others make superfluous.
  static func coverByCatalog(
    _ catalog: RoleCatalog, of permissions: Set<Permission>, member: Member, target: BindingTarget
  ) -> RoleCover {
    var cover = RoleCover()
    var names: [Int32: [Permission]] = [:]
    for permission in permissions.sorted() {
      if let number = catalog.number(of: permission) {
        names[number, default: []].append(permission)
      } else {
        cover.unknown.insert(permission)
      }
    }
    let search = RoleSearch(catalog, needed: Set(names.keys), member: member, target: target)
    var finds: [Find] = []
    for (service, group) in groups(of: names.keys.sorted(), in: catalog) {
      let held = group.filter { search.isHeld($0, by: service) }
      cover.rest.formUnion(Set(group).subtracting(held).flatMap { names[$0] ?? [] })
      finds += answer(to: held, of: service, member: member, search)
    }
    finds = withoutSuperfluous(finds, search)
    cover.picks = picks(of: finds, names: names, search)
    return cover
  }

  /// A role that was found, by its place in the catalogue.
  private struct Find {
    let index: Int
    let tier: RoleSearch.Tier
    /// Whether the table names it.
    let isFromTable: Bool
  }

  /// Numbers by the service of their permissions, services in order.
  private static func groups(
    of numbers: [Int32], in catalog: RoleCatalog
  ) -> [(service: String, numbers: [Int32])] {
    Dictionary(grouping: numbers) { catalog.serviceNumbers[Int($0)] }
      .sorted { $0.key < $1.key }.map { (catalog.services[Int($0.key)], $0.value) }
  }

  private static func answer(
    to group: [Int32], of service: String, member: Member, _ search: RoleSearch
  ) -> [Find] {
    if let index = tableRole(for: group, member: member, search) {
      let tier = search.tier(of: index, for: service) ?? .proper
      return [Find(index: index, tier: tier, isFromTable: true)]
    }
    let answer = search.answer(to: group, of: service)
    return answer?.roles.map { Find(index: $0, tier: answer?.tier ?? .proper, isFromTable: false) }
      ?? []
  }

  /// The role that the table names for each permission of a group, if it is one and has them all.
  private static func tableRole(
    for group: [Int32], member: Member, _ search: RoleSearch
  ) -> Int? {
    let catalog = search.catalog
    let rows = group.map {
      PreferredRoles.row(for: catalog.permissions[Int($0)], member: member)?.role
    }
    guard let first = rows.first, let role = first, rows.allSatisfy({ $0 == role }) else {
      return nil
    }
    guard let index = catalog.index(of: role.name), group.allSatisfy({ catalog.has(index, $0) })
    else { return nil }
    return index
  }

  /// Leaves out roles whose needed permissions the others have as well, the largest first.
  private static func withoutSuperfluous(_ finds: [Find], _ search: RoleSearch) -> [Find] {
    var kept: [Int: Find] = [:]
    for find in finds { kept[find.index] = kept[find.index] ?? find }
    var counts: [Int32: Int] = [:]
    let held = kept.mapValues { search.neededHeld(by: $0.index) }
    for number in held.values.joined() { counts[number, default: 0] += 1 }
    let bySize = kept.keys.sorted {
      (-search.catalog.roles[$0].size, $0) < (-search.catalog.roles[$1].size, $1)
    }
    for index in bySize where held[index]?.allSatisfy({ counts[$0] ?? 0 > 1 }) == true {
      kept[index] = nil
      for number in held[index] ?? [] { counts[number, default: 0] -= 1 }
    }
    return kept.values.sorted { $0.index < $1.index }
  }

  /// Gives each permission to the smallest of the roles that have it.
  private static func picks(
    of finds: [Find], names: [Int32: [Permission]], _ search: RoleSearch
  ) -> [RolePick] {
    let catalog = search.catalog
    let bySize = finds.sorted {
      (catalog.roles[$0.index].size, $0.index) < (catalog.roles[$1.index].size, $1.index)
    }
    var isGiven: Set<Int32> = []
    var picks: [RolePick] = []
    for find in bySize {
      let held = search.neededHeld(by: find.index)
      let given = held.filter { isGiven.insert($0).inserted }
      guard !given.isEmpty else { continue }
      picks.append(pick(find, given: given, held: held, names: names, search))
    }
    return picks.sorted { $0.role < $1.role }
  }

  private static func pick(
    _ find: Find, given: [Int32], held: [Int32], names: [Int32: [Permission]],
    _ search: RoleSearch
  ) -> RolePick {
    let catalog = search.catalog
    let role = catalog.roles[find.index]
    let permissions = given.flatMap { names[$0] ?? [] }.sorted()
    return RolePick(
      role: role.role, titles: titles(of: role, for: permissions, member: search.member),
      stage: role.stage, size: role.size, permissions: permissions,
      excess: role.size - held.count,
      escalation: search.escalation(of: find.index),
      isForeign: find.tier >= .foreign,
      runnersUp: search.runnersUp(
        to: find.index, of: find.tier, isFromTable: find.isFromTable, for: given.sorted()))
  }

  /// The table's titles, as it knows older names too; else the catalogue's.
  private static func titles(
    of role: CatalogRole, for permissions: [Permission], member: Member
  ) -> [String] {
    for permission in permissions {
      let row = PreferredRoles.row(for: permission, member: member)
      if let row, row.role == role.role { return row.titles }
    }
    return role.title.isEmpty ? [] : [role.title]
  }
}
