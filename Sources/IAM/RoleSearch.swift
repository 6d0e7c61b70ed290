/// The search for the smallest roles of a catalogue that have all of some permissions.
///
/// Permissions are searched for service by service; for each, the first tier of roles that has them
/// all wins, and in it the roles that give the least beside.
///
/// - Source: https://cloud.google.com/iam/docs/choose-predefined-roles
struct RoleSearch {
  let catalog: RoleCatalog
  /// Who may be bound where: custom roles only where they were made.
  let target: BindingTarget
  /// The numbers of all permissions that one member lacks on one target.
  let needed: Set<Int32>
  private let neededServices: Set<Int32>

  /// The same, sorted.
  private let neededList: [Int32]
  let member: Member

  init(_ catalog: RoleCatalog, needed: Set<Int32>, member: Member, target: BindingTarget) {
    self.catalog = catalog
    self.needed = needed
    self.target = target
    neededList = needed.sorted()
    self.member = member
    neededServices = Set(needed.map { catalog.serviceNumbers[Int($0)] })
  }

  /// Which roles are tried before which.
  enum Tier: Int, CaseIterable, Comparable {
    /// Generally available and made for the service.
    case proper
    /// Made for the service, but BETA or after a pattern.
    case lesser
    /// Generally available and made for another service.
    case foreign
    case foreignBeta

    static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }
  }

  /// The roles for permissions of one service.
  struct Answer {
    /// Places in the catalogue's roles, in order.
    let roles: [Int]
    let tier: Tier
  }

  /// The roles that have all of a service's permissions; `nil` if there are none.
  ///
  /// - Parameters:
  ///   - group: Numbers of permissions, sorted.
  ///   - service: The service that they have in common.
  /// - Returns: At least one role, if the group is not empty.
  func answer(to group: [Int32], of service: String) -> Answer? {
    var pools = [[Int]](repeating: [], count: Tier.allCases.count)
    for index in candidates(holdingAnyOf: group) {
      if let tier = tier(of: index, for: service) { pools[tier.rawValue].append(index) }
    }
    var pool: [Int] = []
    for tier in Tier.allCases {
      pool = (pool + pools[tier.rawValue]).sorted()
      guard let roles = cover(of: group, by: pool) else { continue }
      guard tier == .proper, isEscalating(roles) else { return Answer(roles: roles, tier: tier) }
      let wider = (pool + pools[Tier.lesser.rawValue]).sorted()
      if let others = cover(of: group, by: wider), isEscape(from: roles, to: others) {
        return Answer(roles: others, tier: .lesser)
      }
      return Answer(roles: roles, tier: tier)
    }
    return nil
  }

  /// The roles that have any of some permissions and can be bound on the target, in order.
  func candidates(holdingAnyOf group: [Int32]) -> [Int] {
    var seen = Set<Int32>()
    for number in group { seen.formUnion(catalog.holders[Int(number)]) }
    return seen.sorted().map(Int.init).filter { index in
      let role = catalog.roles[index].role
      return role.canBeBound(on: target)
        && (member.usesWorkloadIdentity || role != PreferredRoles.workloadIdentity.role)
    }
  }

  /// Whether any role that may be chosen has a permission of a service.
  func isHeld(_ number: Int32, by service: String) -> Bool {
    candidates(holdingAnyOf: [number]).contains { tier(of: $0, for: service) != nil }
  }

  /// The tier of a role for a service; `nil` for a role that is made for a job.
  func tier(of index: Int, for service: String) -> Tier? {
    let role = catalog.roles[index]
    if role.isWide { return nil }
    let isBeta = role.stage == .beta
    if role.isMade(for: service) || isCustom(role, just: service) {
      return isBeta || role.isGeneric ? .lesser : .proper
    }
    return isBeta ? .foreignBeta : .foreign
  }

  /// Whether it is a custom role with permissions of one service only.
  private func isCustom(_ role: CatalogRole, just service: String) -> Bool {
    guard role.role.home != .google, role.weights.count == 1 else { return false }
    return catalog.services[Int(role.weights[0].service)] == service
  }

  /// What taking a role costs: for the role itself, and for all that nobody asked for.
  ///
  /// Two-hundredths, so that the factors for administrators (1.3) and patterns (1.25) are exact.
  func cost(of index: Int) -> Int {
    let role = catalog.roles[index]
    var weight = 8
    for part in role.weights {
      weight += neededServices.contains(part.service) ? part.weight : 2 * part.weight
    }
    weight -= neededHeld(by: index).reduce(0) { $0 + catalog.powers[Int($1)].weight }
    return weight * (role.isAdministrators ? 13 : 10) * (role.isGeneric ? 25 : 20)
  }

  /// The needed permissions that a role has.
  func neededHeld(by index: Int) -> [Int32] {
    let range = catalog.contents.range(of: index)
    // Whichever is shorter is walked over.
    if needed.count * 8 < range.count { return neededList.filter { catalog.has(index, $0) } }
    return catalog.contents[index].filter(needed.contains)
  }

  /// The permissions of a role that nobody asked for and that lead to more power, sorted.
  func escalation(of index: Int) -> [Permission] {
    catalog.escalations[index].filter { !needed.contains($0) }.map { catalog.permissions[Int($0)] }
  }

  private func cover(of group: [Int32], by pool: [Int]) -> [Int]? {
    if group.allSatisfy({ catalog.readOnly[Int($0)] }) {
      // Only what is read was asked for, so all that can change something is excess.
      let reading = pool.filter { index in
        catalog.roles[index].writingCount
          == neededHeld(by: index).count { !catalog.readOnly[Int($0)] }
      }
      if let roles = cheapest(for: group, of: reading) { return roles }
    }
    return cheapest(for: group, of: pool)
  }

  private func cheapest(for group: [Int32], of pool: [Int]) -> [Int]? {
    var elements = [[Int]](repeating: [], count: pool.count)
    for (element, number) in group.enumerated() {
      // Both lists are sorted: a merge.
      var place = 0
      for holder in catalog.holders[Int(number)] {
        while place < pool.count, pool[place] < Int(holder) { place += 1 }
        if place < pool.count, pool[place] == Int(holder) { elements[place].append(element) }
      }
    }
    let candidates = zip(pool, elements).map {
      SetCover.Candidate(elements: $1, cost: cost(of: $0))
    }
    return SetCover.cheapest(elementCount: group.count, candidates)?.map { pool[$0] }
  }

  /// Whether the others avoid a way to more power, at less than half the size.
  private func isEscape(from roles: [Int], to others: [Int]) -> Bool {
    func size(_ roles: [Int]) -> Int { roles.reduce(0) { $0 + catalog.roles[$1].size } }
    return 2 * size(others) < size(roles) && !isEscalating(others)
  }

  private func isEscalating(_ roles: [Int]) -> Bool {
    roles.contains { !escalation(of: $0).isEmpty }
  }
}

extension Role {
  /// Whether the role may be bound there, as far as is known.
  ///
  /// Custom roles can be bound in the project or the organization that they were made in. Which
  /// organization a project belongs to is in no log.
  func canBeBound(on target: BindingTarget) -> Bool {
    switch home {
    case .google: true
    case .project(let project): target.project?.name == project
    case .organization: false
    }
  }
}
