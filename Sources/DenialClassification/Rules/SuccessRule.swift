import AuditLog

/// Row 2: the call went well, though a check may have been refused on the way.
///
/// The policy log is left to later rows: its entries are about refusals, whatever their code. So
/// is a status without a code whose message speaks of quota or capacity.
enum SuccessRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    guard facts.code == .ok, !facts.isPolicyLog else { return nil }
    if !facts.hasCode, CapacityRule.speaks(of: facts) || QuotaRule.speaks(of: facts) {
      return nil
    }
    for (index, check) in facts.payload.authorization.enumerated()
    where check.granted == false && DeniedPermissions.isPermission(check.permission) {
      let path = "protoPayload.authorizationInfo[\(index)].granted"
      return .other(.softDeny, rule: "2", evidence: Evidence(path: path, value: "false"))
    }
    return .other(.ok, rule: "2", evidence: facts.codeEvidence)
  }
}
