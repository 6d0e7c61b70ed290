import AuditLog
import DenialClassification
import IAM

/// Every distinct finding once, by a small number: a few numbers of strings and lists.
struct FindingTable: Sendable {
  private var keys = InternTable<FindingKey>()
  private var lists = ListTable()
  private var callers = CallerTable()

  var count: Int { keys.count }

  /// What the finding of a denial is; asked for each, so without making an identity.
  mutating func number(
    of denial: borrowing Denial, from origin: CallOrigin, strings: inout StringTable
  ) -> Int32 {
    let caller = callers.name(of: denial.caller, strings: &strings)
    let group = caller.group ?? PrincipalGroup(nameless: denial)
    var key = FindingKey(
      name: caller.name, service: strings.number(of: denial.service),
      project: strings.number(of: denial.project), permissions: 0, caller: 0, cause: denial.cause,
      group: group)
    if !denial.permissions.isEmpty {
      key.permissions = lists.number(of: denial.permissions.map { strings.number(of: $0) })
    }
    if group == .redacted {
      key.caller = lists.number(of: [origin.callerIP, origin.oauthClientID, origin.userAgent])
    }
    return Int32(keys.number(of: key))
  }

  /// The number of an identity.
  mutating func number(of identity: FindingIdentity, strings: inout StringTable) -> Int32 {
    let permissions = identity.permissions.map { strings.number(of: $0) }
    let caller = identity.caller.map { strings.number(of: $0) }
    return Int32(
      keys.number(
        of: FindingKey(
          name: strings.number(of: identity.name), service: strings.number(of: identity.service),
          project: strings.number(of: identity.project),
          permissions: lists.number(of: permissions), caller: lists.number(of: caller),
          cause: identity.cause, group: identity.group)))
  }

  /// What identifies a finding, made anew each time.
  func identity(of number: Int32, strings: StringTable) -> FindingIdentity {
    let key = keys[Int(number)]
    return FindingIdentity(
      group: key.group, name: strings[key.name], cause: key.cause, service: strings[key.service],
      project: strings[key.project], permissions: lists[key.permissions].map { strings[$0] },
      caller: lists[key.caller].map { strings[$0] })
  }

  subscript(number: Int32) -> FindingKey { keys[Int(number)] }

  /// The numbers of a finding's permissions.
  func permissions(of key: FindingKey) -> [Int32] { lists[key.permissions] }

  /// Takes in all findings of another table; the result says by which numbers they go here.
  mutating func merge(_ other: consuming FindingTable, strings: [Int32]) -> [Int32] {
    var newNumbers: [Int32] = []
    newNumbers.reserveCapacity(other.count)
    let lists = other.lists
    other.keys.drain { key in
      var key = key
      key.name = strings[Int(key.name)]
      key.service = strings[Int(key.service)]
      key.project = strings[Int(key.project)]
      key.permissions = self.lists.number(of: lists[key.permissions].map { strings[Int($0)] })
      key.caller = self.lists.number(of: lists[key.caller].map { strings[Int($0)] })
      newNumbers.append(Int32(keys.number(of: key)))
    }
    return newNumbers
  }
}

/// A ``FindingIdentity`` in numbers.
struct FindingKey: Interned {
  var name: Int32
  var service: Int32
  var project: Int32
  /// The number of a list.
  var permissions: Int32
  /// The number of a list: IP address, OAuth client and user agent of a redacted caller.
  var caller: Int32
  let cause: DenialCause
  let group: PrincipalGroup

  func combine(into hash: inout ByteHash) {
    hash.combine(name, service)
    hash.combine(project, permissions)
    hash.combine(caller, Int32(truncatingIfNeeded: cause.code.rawValue))
  }
}
