import AuditLog
import DenialClassification

/// What a denial says beyond its finding: perimeter, quota, or the state of credentials.
struct DenialDetails: Hashable, Sendable {
  var perimeter: Denial.Perimeter?
  var quota: Denial.Quota?
  var credentialState: CredentialState?

  /// - Returns: `nil` if there is nothing to say.
  init?(_ denial: Denial) {
    perimeter = denial.perimeter
    quota = denial.quota
    credentialState = denial.credentialState
    if perimeter == nil, quota == nil, credentialState == nil { return nil }
  }

  /// All that is in it, such that two details with the same texts are the same.
  var texts: [String] {
    (perimeter?.texts ?? [""]) + (quota?.texts ?? [""]) + [credentialState?.rawValue ?? ""]
  }
}

extension Denial.Perimeter {
  /// Lists begin with their length, so that no two perimeters have the same texts.
  fileprivate var texts: [String] {
    var texts = ["perimeter", reason, name, deviceState, callerNetwork, "\(violationsLeftOut)"]
    texts += ["\(accessLevels.count)"] + accessLevels + ["\(violations.count)"]
    for violation in violations {
      texts += [
        violation.direction.rawValue, violation.perimeter, violation.source, violation.sourceType,
        violation.target, "\(violation.permissions.count)",
      ]
      texts += violation.permissions
    }
    return texts
  }
}

extension Denial.Quota {
  fileprivate var texts: [String] {
    ["quota", metric, limitName, limitValue, unit, period?.rawValue ?? "", location, model]
      + ["\(dimensions.count)"] + dimensions.flatMap { [$0.name, $0.value] }
  }
}

/// Every distinct details once, by a small number; 0 is for none.
struct DetailsTable: Sendable {
  private var numbers: [[ExactText]: Int32] = [:]
  private var details: [DenialDetails] = []

  /// The number of what a denial says.
  mutating func number(of denial: Denial) -> Int32 {
    DenialDetails(denial).map { number(of: $0) } ?? 0
  }

  private mutating func number(of value: DenialDetails) -> Int32 {
    let key = value.texts.map(ExactText.init)
    if let number = numbers[key] { return number }
    details.append(value)
    let number = Int32(details.count)
    numbers[key] = number
    return number
  }

  subscript(number: Int32) -> DenialDetails? {
    number == 0 ? nil : details[Int(number) - 1]
  }

  /// Takes in all details of another table; the result says by which numbers they go here.
  mutating func merge(_ other: DetailsTable) -> [Int32] {
    [0] + other.details.map { number(of: $0) }
  }
}
