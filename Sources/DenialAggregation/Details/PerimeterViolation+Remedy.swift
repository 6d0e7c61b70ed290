import IAM

extension PerimeterViolation.Remedy {
  /// What would let the calls through, and nothing else.
  init(
    _ violation: PerimeterViolation, service: String, member: Member?, isNamed: Bool
  ) throws(PerimeterRule.Refusal) {
    if violation.reason == "SERVICE_NOT_ALLOWED_FROM_VPC" {
      try self.init(allowing: service, violation)
      return
    }
    guard let direction = violation.direction.flatMap(PerimeterRule.Direction.init) else {
      throw .directionUnknown
    }
    var request = PerimeterRule.Request(direction: direction)
    request.perimeter = violation.perimeter ?? ""
    (request.identity, request.isNamed) = (member, isNamed)
    request.service = service
    request.methods = violation.methods
    request.permissions = violation.permissions
    request.source = violation.source ?? Self.network(of: violation)
    request.accessLevels = violation.accessLevels
    request.target = violation.target ?? ""
    let rule = try PerimeterRule(request)
    self.init(
      yaml: rule.yaml,
      commands: [
        rule.showCommand(isDryRun: violation.isDryRun),
        rule.updateCommand(isDryRun: violation.isDryRun),
      ],
      warnings: Self.warnings(of: rule, service: service))
  }

  /// A refusal by the list of services that networks inside may use; it has no direction.
  private init(
    allowing service: String, _ violation: PerimeterViolation
  ) throws(PerimeterRule.Refusal) {
    guard let perimeter = PerimeterName(violation.perimeter ?? "") else { throw .perimeterUnknown }
    guard
      let command = perimeter.commandAllowing(service: service, isDryRun: violation.isDryRun)
    else { throw .serviceUnusual }
    self.init(
      yaml: nil, commands: [command],
      warnings: [
        "every caller on a network inside the perimeter may then use the service, as far as its "
          + "roles go"
      ])
  }

  /// The network that all calls came from, where it is known by its full name.
  private static func network(of violation: PerimeterViolation) -> String {
    guard violation.direction == PerimeterRule.Direction.ingress.rawValue,
      violation.callerNetworks.count == 1, let network = violation.callerNetworks.first,
      network.utf8.starts(with: "//compute.googleapis.com/".utf8)
    else { return "" }
    return network
  }

  private static func warnings(of rule: PerimeterRule, service: String) -> [String] {
    let direction = rule.direction.rawValue
    var warnings = [
      "--set-\(direction)-policies replaces every \(direction) rule of the perimeter: FILE must hold "
        + "the rules that the first command shows, and this one behind them"
    ]
    if rule.source == .any {
      warnings.append(
        rule.direction == .ingress
          ? "the log does not say from where a rule could let this caller in, so the access level * "
            + "does from everywhere: put an access level or a project in its place"
          : "the log names no source, so the rule holds for calls from all of the perimeter")
    }
    if rule.selectors == [.all] {
      warnings.append("the log names no permission, so * allows all that the service can do")
    } else if !Self.methodsAreKnown(service) {
      warnings.append(
        "gcloud access-context-manager supported-services describe \(service) lists the methods "
          + "that rules take; where it lists none, only \"*\" works, which allows them all")
    }
    if rule.direction == .egress {
      warnings.append(
        "if another perimeter protects the target, that one needs an ingress rule as well")
    }
    return warnings
  }

  /// Services whose names in rules are those of the log, or made from them.
  private static func methodsAreKnown(_ service: String) -> Bool {
    [
      "artifactregistry.googleapis.com", "bigquery.googleapis.com", "logging.googleapis.com",
      "storage.googleapis.com",
    ].contains(service)
  }
}
