package import DenialAggregation
internal import IAM

/// A report's suggested bindings as data for the Terraform configuration that is always the same.
///
/// JSON knows no templates, so nothing in it can become code.
package struct TerraformDataRenderer: Sendable {
  package init() {}

  /// What goes into `terraform.auto.tfvars.json`: UTF-8, a line feed at its end.
  package func render(_ report: Report) -> [UInt8] {
    let grants = report.suggestions.compactMap { suggestion in
      suggestion.binding.map { (id: suggestion.id, grant: $0.terraformGrant) }
    }
    var seen: Set<String> = []
    let roles = grants.compactMap(\.grant.customRole).filter { seen.insert($0.name).inserted }
    var writer = JSONWriter(style: .pretty)
    writer.object { writer in
      writer.key("grants")
      writer.object { writer in
        for (id, grant) in grants {
          writer.key(id)
          writer.write(grant)
        }
      }
      writer.key("custom_roles")
      writer.object { writer in
        for role in roles {
          writer.key(role.name)
          writer.write(role)
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }

  /// The configuration that reads it.
  package static var configuration: [UInt8] { Array(TerraformModule.text.utf8) }
}

extension JSONWriter {
  fileprivate mutating func write(_ grant: TerraformGrant) {
    object { writer in
      writer.member("type", grant.type)
      writer.key("target")
      writer.object(isInline: true) { writer in
        for argument in grant.target { writer.member(argument.name, argument.value) }
      }
      writer.member("role", grant.role)
      writer.member("member", grant.member)
      writer.key("condition")
      guard let condition = grant.condition else { return writer.null() }
      writer.object { writer in
        writer.member("title", condition.title)
        writer.member("description", condition.description)
        writer.member("expression", condition.expression)
      }
    }
  }

  fileprivate mutating func write(_ role: TerraformGrant.NamedCustomRole) {
    object { writer in
      writer.member("parent", role.parent)
      writer.member("role_id", role.role.id)
      writer.member("title", role.role.title)
      writer.member("permissions", role.role.permissions.map(\.name))
    }
  }
}
