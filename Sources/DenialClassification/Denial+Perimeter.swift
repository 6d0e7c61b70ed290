import AuditLog

extension Denial {
  /// What the metadata of VPC Service Controls says of a refusal, as the log spells it.
  ///
  /// - Source: https://cloud.google.com/vpc-service-controls/docs/audit-logging
  package struct Perimeter: Hashable, Sendable {
    /// `violationReason`, such as `NO_MATCHING_ACCESS_LEVEL`; see ``ViolationReason``.
    package var reason = ""
    /// `accessPolicies/POLICY/servicePerimeters/PERIMETER`.
    package var name = ""
    /// Which ways the call crossed the perimeter; none where a service was not allowed at all.
    package var violations: [Violation] = []
    /// How many more there are.
    package var violationsLeftOut = 0
    /// The access levels of the policy that the caller satisfies, of any perimeter.
    package var accessLevels: [String] = []
    package var deviceState = ""
    /// The VPC network that the call came from.
    package var callerNetwork = ""

    /// One way across the perimeter.
    package struct Violation: Hashable, Sendable {
      package var direction: Direction
      /// The perimeter, if it is another than that of the entry.
      package var perimeter = ""
      /// Where the call came from, such as `projects/NUMBER`; empty if from the internet.
      package var source = ""
      /// `Network` or `Resource`.
      package var sourceType = ""
      /// What it wanted, such as `projects/NUMBER`.
      package var target = ""
      /// What the call needs there.
      package var permissions: [String] = []

      package init(direction: Direction) { self.direction = direction }
    }

    /// Which way a call crosses a perimeter.
    package enum Direction: String, CaseIterable, Hashable, Sendable {
      /// From outside to what the perimeter protects.
      case ingress
      /// From what the perimeter protects to the outside.
      case egress
    }

    package init() {}

    /// How many violations of one entry are kept; real ones have one or two.
    package static let violationLimit = 8
    /// How many permissions and access levels are kept.
    static let listLimit = 16
  }
}

extension Denial.Perimeter {
  /// Reads the metadata; `nil` if it is of another kind or says nothing.
  init?(_ facts: EntryFacts) {
    guard facts.metadataType.ends(with: "VpcServiceControlAuditMetadata") else { return nil }
    let metadata = facts.payload.metadata
    reason = Self.text(metadata["violationReason"])
    name = Self.text(metadata["securityPolicyInfo"]?["servicePerimeterName"])
    deviceState = Self.text(metadata["deviceState"])
    callerNetwork = Denial.limited(facts.payload.callerNetwork, byteLimit: Self.byteLimit)
    accessLevels = Self.texts(metadata["accessLevels"])
    for direction in Direction.allCases {
      for violation in metadata["\(direction.rawValue)Violations"]?.elements ?? [] {
        if violations.count < Self.violationLimit {
          violations.append(Violation(violation, direction: direction))
        } else {
          violationsLeftOut += 1
        }
      }
    }
    if name.isEmpty { name = violations.lazy.map(\.perimeter).first { !$0.isEmpty } ?? "" }
    for index in violations.indices where violations[index].perimeter == name {
      violations[index].perimeter = ""
    }
    if self == Self() { return nil }
  }

  /// Longer than any name of a project, network, access level or perimeter.
  static let byteLimit = 256

  fileprivate static func text(_ value: JSONValue?) -> String {
    Denial.limited(value?.string ?? "", byteLimit: byteLimit)
  }

  fileprivate static func texts(_ value: JSONValue?) -> [String] {
    let elements: [JSONValue] =
      switch value {
      case .array(let elements): elements
      case .string(let string): [.string(string)]
      case .object, .number, .bool, .null, nil: []
      }
    return elements.prefix(listLimit).map { text($0) }.filter { !$0.isEmpty }
  }
}

extension Denial.Perimeter.Violation {
  fileprivate init(_ value: JSONValue, direction: Denial.Perimeter.Direction) {
    self.init(direction: direction)
    perimeter = Denial.Perimeter.text(value["servicePerimeter"])
    source = Denial.Perimeter.text(value["source"])
    sourceType = Denial.Perimeter.text(value["sourceType"])
    target = Denial.Perimeter.text(value["targetResource"])
    permissions = Denial.Perimeter.texts(value["targetResourcePermissions"])
  }
}
