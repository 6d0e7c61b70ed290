import AuditLog
import DenialClassification
import IAM

/// How the calls of one finding crossed perimeters, each way once.
struct PerimeterViolations {
  private let service: String
  private let member: Member?
  private let isNamed: Bool
  private let isDryRun: Bool
  private var ways: [ExactTexts: Way] = [:]
  /// How many violations the records themselves leave out.
  private(set) var leftOutCount = 0

  init(of identity: FindingIdentity) {
    self.init(
      service: identity.service,
      member: identity.group == .named ? identity.principal.member : nil,
      isNamed: identity.group == .named, isDryRun: false)
  }

  init(service: String, member: Member?, isNamed: Bool, isDryRun: Bool) {
    (self.service, self.member) = (service, member)
    (self.isNamed, self.isDryRun) = (isNamed, isDryRun)
  }

  /// One way across a perimeter, and the denials that took it.
  private struct Way {
    var violation: PerimeterViolation
    var permissions: Set<ExactText> = []
    var networks: Set<ExactText> = []
    var deviceStates: Set<ExactText> = []
    var methods: Set<ExactText> = []
    /// Those that all denials have; `nil` before the first.
    var accessLevels: Set<ExactText>?
    var earliest = EarliestIDs()
  }

  /// Adds denials that all say the same.
  mutating func add(_ perimeter: Denial.Perimeter, _ group: Crossings) {
    leftOutCount += perimeter.violationsLeftOut
    let ways: [Denial.Perimeter.Violation?] =
      perimeter.violations.isEmpty ? [nil] : perimeter.violations.map(\.self)
    // A denial counts once on a way, even if it has two violations there.
    var counted: Set<ExactTexts> = []
    for way in ways { add(way, perimeter, group, counted: &counted) }
  }

  private mutating func add(
    _ violation: Denial.Perimeter.Violation?, _ perimeter: Denial.Perimeter,
    _ group: Crossings, counted: inout Set<ExactTexts>
  ) {
    let name = violation?.perimeter.nonEmpty ?? perimeter.name
    let key = ExactTexts([
      name, violation?.direction.rawValue ?? "", perimeter.reason, violation?.source ?? "",
      violation?.sourceType ?? "", violation?.target ?? "",
    ])
    let reason = ViolationReason(perimeter.reason)
    var way =
      ways[key]
      ?? Way(
        violation: PerimeterViolation(
          direction: violation?.direction.rawValue, isDryRun: isDryRun, perimeter: name.nonEmpty,
          reason: perimeter.reason.nonEmpty, meaning: reason?.meaning, cure: reason?.cure,
          source: violation?.source.nonEmpty, sourceType: violation?.sourceType.nonEmpty,
          target: violation?.target.nonEmpty, permissions: [], callerNetworks: [],
          accessLevels: [], deviceStates: [], methods: [], denials: 0, uniqueIDs: []))
    if counted.insert(key).inserted { way.violation.denials += group.denials }
    way.permissions.formUnion((violation?.permissions ?? []).map(ExactText.init))
    for (text, list) in [
      (perimeter.callerNetwork, \Way.networks), (perimeter.deviceState, \.deviceStates),
    ] where !text.isEmpty {
      way[keyPath: list].insert(ExactText(text))
    }
    way.methods.formUnion(group.methods)
    let levels = Set(perimeter.accessLevels.map(ExactText.init))
    way.accessLevels = way.accessLevels?.intersection(levels) ?? levels
    way.earliest.merge(group.earliest)
    ways[key] = way
  }

  /// Most denials first, then by what tells them apart.
  var list: [PerimeterViolation] {
    ways.sorted { ($1.value.violation.denials, $0.key) < ($0.value.violation.denials, $1.key) }
      .map { finished($0.value) }
  }

  private func finished(_ way: Way) -> PerimeterViolation {
    var violation = way.violation
    violation.permissions = way.permissions.sorted().map(\.string)
    violation.callerNetworks = way.networks.sorted().prefix(20).map(\.string)
    violation.accessLevels = (way.accessLevels ?? []).sorted().map(\.string)
    violation.deviceStates = way.deviceStates.sorted().prefix(20).map(\.string)
    violation.methods = way.methods.sorted().map(\.string)
    violation.uniqueIDs = way.earliest.ids
    do throws(PerimeterRule.Refusal) {
      violation.remedy = try .init(violation, service: service, member: member, isNamed: isNamed)
    } catch {
      violation.obstacle = error.text
    }
    return violation
  }
}
