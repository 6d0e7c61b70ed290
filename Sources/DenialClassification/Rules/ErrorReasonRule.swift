import AuditLog

/// Row 5: the reason of an ErrorInfo names the cause.
enum ErrorReasonRule: DenialRule {
  static func verdict(for facts: EntryFacts) -> Verdict? {
    for info in facts.details.errorInfos
    where Self.isGoogles(info.domain, service: facts.payload.serviceName) {
      guard let named = ErrorReason.cause(of: info.reason) else { continue }
      let isExpired = named == .apiKeyInvalid && facts.message.plain.says("expired")
      let evidence = Evidence(path: info.path + ".reason", logValue: info.reason)
      return .denial(isExpired ? .apiKeyExpired : named, rule: "5", evidence: evidence)
    }
    return nil
  }

  /// Whether reasons of this domain mean what Google's table says.
  private static func isGoogles(_ domain: String, service: String) -> Bool {
    domain.isEmpty || domain == "global" || domain == service || domain == "googleapis.com"
      || domain.ends(with: ".googleapis.com") || domain.utf8Contains(".googleapis.com/")
  }
}
