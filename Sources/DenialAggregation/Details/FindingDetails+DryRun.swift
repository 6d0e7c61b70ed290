import DenialClassification
import IAM

extension FindingDetails {
  /// What a perimeter in dry-run mode says: the same, with commands for its dry-run configuration.
  init(dryRun denial: Denial) {
    self.init()
    guard let perimeter = denial.perimeter else { return }
    var violations = PerimeterViolations(
      service: denial.service, member: denial.caller.principal.member,
      isNamed: !denial.caller.principal.name.isEmpty, isDryRun: true)
    violations.add(perimeter, Crossings(denial))
    perimeterViolations = violations.list
  }
}
