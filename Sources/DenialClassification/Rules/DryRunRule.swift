import AuditLog

/// Rows 1 and 1b: a policy in dry-run mode looks exactly like a denial, and nothing was blocked.
///
/// - Source: https://cloud.google.com/vpc-service-controls/docs/dry-run-mode, and log samples:
///   `dryRun` stands in the metadata only when it is true
enum DryRunRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    let metadata = facts.payload.metadata
    if facts.metadataType.ends(with: "VpcServiceControlAuditMetadata"),
      metadata["dryRun"] == .bool(true)
    {
      let evidence = Evidence(path: "protoPayload.metadata.dryRun", value: "true")
      return .other(.vpcServiceControlsDryRun, rule: "1", evidence: evidence)
    }
    if facts.payload.status.message.begins(with: "(Dry Run Mode)") {
      return .other(.vpcServiceControlsDryRun, rule: "1", evidence: facts.messageEvidence)
    }
    if facts.metadataType.ends(with: "OrgPolicyDryRunAuditMetadata") {
      let evidence = Evidence(path: "protoPayload.metadata.@type", logValue: facts.metadataType)
      return .other(.dryRun, rule: "1b", evidence: evidence)
    }
    guard case .object(let members) = metadata, !members.isEmpty else { return nil }
    for key in ["iamEnforcementMode", "sgpEnforcementMode"]
    where metadata[key] == .string("DRY_RUN") {
      let evidence = Evidence(path: "protoPayload.metadata.\(key)", value: "DRY_RUN")
      return .other(.dryRun, rule: "1b", evidence: evidence)
    }
    return nil
  }
}
