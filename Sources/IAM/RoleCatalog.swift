/// The roles of a day with all their permissions, for a search.
///
///     permissions   sorted; a number is a place in this list
///     roles         sorted by name, without those that are never suggested
///     contents      the numbers of each role's permissions, one role after another
///     holders       the other way round: the roles of each permission
///
/// Basic roles and service agents' roles, those that are deleted, disabled, deprecated or ALPHA, and
/// those without permissions are counted and left out (``RoleCatalogBuilder``): no search can find
/// them.
package struct RoleCatalog: Sendable {
  /// Every permission of any role, sorted by ``order(_:_:)``.
  package let permissions: [Permission]
  /// The roles that may be suggested, by name.
  package let roles: [CatalogRole]
  /// How many roles were read, those that are left out too.
  package let roleCount: Int
  let powers: [PermissionPower]
  /// Whether each permission changes nothing.
  let readOnly: [Bool]
  /// The service of each permission.
  let serviceNumbers: [Int32]
  let services: [String]
  let contents: GroupedNumbers
  let holders: GroupedNumbers
  /// The permissions of each role that lead to more power.
  let escalations: GroupedNumbers
  /// How many roles that are left out hold each permission.
  let refusedHolderCounts: [Int32]

  /// The number of a permission, whatever the case of its letters; `nil` if no role has it.
  func number(of permission: Permission) -> Int32? {
    let key = permission.name.asciiLowercased
    var (low, high) = (0, permissions.count)
    while low < high {
      let middle = (low + high) / 2
      if permissions[middle].name.asciiLowercased < key { low = middle + 1 } else { high = middle }
    }
    let isFound = low < permissions.count && permissions[low].name.asciiLowercased == key
    return isFound ? Int32(low) : nil
  }

  /// The role of a name; `nil` if it is not there or left out.
  package func role(named name: String) -> CatalogRole? {
    index(of: name).map { roles[$0] }
  }

  /// IAM's spelling of a permission; `nil` if no role has it.
  package func permission(like permission: Permission) -> Permission? {
    number(of: permission).map { permissions[Int($0)] }
  }

  /// Whether a role has a permission; `false` also if the role is left out.
  package func role(_ role: Role, has permission: Permission) -> Bool {
    guard let index = index(of: role.name), let number = number(of: permission) else {
      return false
    }
    return has(index, number)
  }

  /// How many roles that are never suggested hold a permission.
  package func refusedHolderCount(of permission: Permission) -> Int {
    number(of: permission).map { Int(refusedHolderCounts[Int($0)]) } ?? 0
  }

  /// Whether the role at an index has a permission, by number.
  func has(_ index: Int, _ number: Int32) -> Bool {
    let range = contents.range(of: index)
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if contents.numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && contents.numbers[low] == number
  }

  /// The place of a role in ``roles``; `nil` if it is not there or left out.
  func index(of name: String) -> Int? {
    var (low, high) = (0, roles.count)
    while low < high {
      let middle = (low + high) / 2
      if roles[middle].role.name < name { low = middle + 1 } else { high = middle }
    }
    return low < roles.count && roles[low].role.name == name ? low : nil
  }

  /// By letters first, then by case, so that a search need not mind the case.
  static func order(_ left: Permission, _ right: Permission) -> Bool {
    (left.name.asciiLowercased, left.name) < (right.name.asciiLowercased, right.name)
  }
}

/// Lists of numbers in one array.
struct GroupedNumbers: Sendable {
  /// Where each list begins, and where the last one ends.
  private(set) var starts: [Int] = [0]
  private(set) var numbers: [Int32] = []

  /// Adds a list.
  mutating func append(_ list: [Int32]) {
    numbers += list
    starts.append(numbers.count)
  }

  /// Where a list stands in ``numbers``.
  func range(of index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

  /// The numbers of a list.
  subscript(index: Int) -> ArraySlice<Int32> { numbers[range(of: index)] }

  /// For each of `count` numbers the lists that have it, in order; in linear time.
  func inverted(count: Int) -> GroupedNumbers {
    var ends = [Int](repeating: 0, count: count + 1)
    for number in numbers { ends[Int(number) + 1] += 1 }
    for index in 0..<count { ends[index + 1] += ends[index] }
    var inverse = GroupedNumbers()
    inverse.starts = ends
    inverse.numbers = [Int32](repeating: 0, count: numbers.count)
    for list in 0..<starts.count - 1 {
      for number in self[list] {
        inverse.numbers[ends[Int(number)]] = Int32(list)
        ends[Int(number)] += 1
      }
    }
    return inverse
  }
}
