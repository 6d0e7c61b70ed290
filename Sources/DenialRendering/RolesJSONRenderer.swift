internal import DenialAggregation
internal import IAM

/// Writes which roles to take as JSON, version 1: `docs/roles.md`.
///
/// Every key is always present.
package struct RolesJSONRenderer: Sendable {
  package init() {}

  /// The document, pretty, a line feed at its end.
  package func render(_ query: RoleQuery) -> [UInt8] {
    var writer = JSONWriter(style: .pretty)
    writer.object { writer in
      writer.member("rolesVersion", 1)
      writer.member("permissions", query.permissions.map(\.name))
      writer.member("member", query.member?.text)
      writer.member("project", query.project?.name)
      writer.write(query.catalog?.summary)
      writer.members("choices", query.choices) { $0.write($1) }
      writer.members("refusals", query.refusals) { writer, refusal in
        writer.object { writer in
          writer.member("permission", refusal.permission.name)
          writer.member("reason", refusal.reason)
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ choice: RoleQuery.Choice) {
    let suggestion = choice.suggestion
    object { writer in
      writer.member("role", suggestion.role?.name)
      writer.member("roleTitles", suggestion.titles)
      writer.member("customRole", suggestion.customRole?.permissions.map(\.name) ?? [])
      writer.member("target", choice.target.type.rawValue)
      writer.member("permissions", suggestion.permissions.map(\.name))
      writer.member("excess", suggestion.excess)
      writer.member("escalation", suggestion.escalation.map(\.name))
      writer.member("why", suggestion.why)
      writer.member("warnings", suggestion.warnings)
      writer.members("alternatives", suggestion.alternatives) { writer, other in
        writer.object { writer in
          writer.member("role", other.role)
          writer.member("why", other.why)
        }
      }
      writer.members("runnersUp", suggestion.runnersUp) { writer, other in
        writer.object { writer in
          writer.member("role", other.role.name)
          writer.member("title", other.title)
          writer.member("size", other.size)
          writer.member("why", other.why)
        }
      }
      writer.member("gcloud", choice.gcloud)
    }
  }
}
