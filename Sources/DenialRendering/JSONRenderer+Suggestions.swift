internal import DenialAggregation

extension JSONWriter {
  /// Writes a suggested binding, with what other nights know of it.
  mutating func write(_ suggestion: SuggestedBinding, _ history: SuggestionHistory? = nil) {
    object { writer in
      writer.member("id", suggestion.id)
      writer.writeMember(of: history)
      writer.member("member", suggestion.member)
      writer.member("role", suggestion.role)
      writer.member("roleTitles", suggestion.roleTitles)
      writer.write(suggestion.customRole)
      writer.key("target")
      writer.object(isInline: true) { writer in
        writer.member("type", suggestion.target.type)
        writer.member("name", suggestion.target.name)
      }
      writer.member("permissions", suggestion.permissions)
      writer.member("denials", suggestion.denials)
      writer.member("findings", suggestion.findings)
      writer.member("why", suggestion.why)
      writer.member("excess", suggestion.excess)
      writer.member("escalation", suggestion.escalation)
      writer.member("warnings", suggestion.warnings)
      writer.members("alternatives", suggestion.alternatives) { writer, alternative in
        writer.object { writer in
          writer.member("role", alternative.role)
          writer.member("why", alternative.why)
        }
      }
      writer.member("gcloud", suggestion.gcloud)
      writer.member("terraform", suggestion.terraform)
      writer.member("console", suggestion.console)
      writer.member("verify", suggestion.verify)
      writer.member("expires", suggestion.expires)
    }
  }

  private mutating func write(_ customRole: SuggestedBinding.CustomRole?) {
    key("customRole")
    guard let customRole else { return null() }
    object { writer in
      writer.member("permissions", customRole.permissions)
      writer.member("why", customRole.why)
    }
  }

  /// Writes what a suppression has left out.
  mutating func write(_ use: SuppressionUse) {
    object { writer in
      writer.member("line", use.lineNumber)
      writer.member("subject", use.subject)
      writer.member("owner", use.owner)
      writer.member("reason", use.reason)
      writer.member("expires", use.expires)
      writer.member("expired", use.isExpired)
      writer.member("findings", use.findings)
      writer.member("denials", use.denials)
    }
  }
}
