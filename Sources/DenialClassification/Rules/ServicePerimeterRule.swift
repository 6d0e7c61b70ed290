import AuditLog

/// Row 3: VPC Service Controls refused the call; roles may be right.
///
/// "Request is prohibited by organization's policy" is a service perimeter's text, not the
/// Organization Policy Service's, so this row stands before that one.
/// - Source: https://cloud.google.com/vpc-service-controls/docs/troubleshooting
enum ServicePerimeterRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    if facts.metadataType.ends(with: "VpcServiceControlAuditMetadata") {
      let evidence = Evidence(path: "protoPayload.metadata.@type", logValue: facts.metadataType)
      return .denial(.vpcServiceControls, rule: "3", evidence: evidence)
    }
    for violation in facts.details.violations where violation.type == "VPC_SERVICE_CONTROLS" {
      let evidence = Evidence(path: violation.path + ".type", value: violation.type)
      return .denial(.vpcServiceControls, rule: "3", evidence: evidence)
    }
    for info in facts.details.errorInfos where info.reason == "SECURITY_POLICY_VIOLATED" {
      let evidence = Evidence(path: info.path + ".reason", value: info.reason)
      return .denial(.vpcServiceControls, rule: "3", evidence: evidence)
    }
    // Each of the texts has one of these.
    guard facts.message.has(.init("p", "c"), or: .init("o", "h")) else { return nil }
    // In IAM's own texts the words can only be part of a name.
    let text = facts.isIAMForm ? facts.message.unquoted : facts.message.full
    guard text.contains(any: Self.texts) else { return nil }
    return .denial(
      .vpcServiceControls, rule: "3", evidence: facts.messageEvidence, confidence: .medium)
  }

  static let texts: [Phrase] = [
    "vpcservicecontrolsuniqueidentifier", "request is prohibited by organization's policy",
    "request violates vpc service controls", "vpc service controls:", "restricted by vpcsc",
  ]
}
