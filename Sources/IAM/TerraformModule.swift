/// A Terraform configuration that stays the same, whatever was denied: the grants are data.
///
/// One resource with `for_each` for each kind of target, so that a plan names a grant by its id and a
/// grant that is gone from the data goes away alone. Of what it reads nothing is code.
package enum TerraformModule {
  /// The configuration: a line feed at its end, formatted as `terraform fmt` would.
  package static var text: String {
    ([variables, customRoles, lookup] + memberTypes.map(block)).joined(separator: "\n\n") + "\n"
  }

  /// The resources of members, sorted, each once.
  package static var memberTypes: [String] { arguments.keys.sorted() }

  /// What identifies the targets of each resource, in the order of its first row.
  private static let arguments: [String: [String]] = {
    var arguments: [String: [String]] = [:]
    for facts in TargetFacts.all where facts.command != nil {
      for name in facts.arguments.map(\.name)
      where !arguments[facts.terraform, default: []].contains(name) {
        arguments[facts.terraform, default: []].append(name)
      }
    }
    return arguments
  }()

  private static let variables = """
    # Grants as data: terraform.auto.tfvars.json beside this file has them. By denials-report.

    terraform {
      required_version = ">= 1.5"
    }

    variable "grants" {
      description = "Members and the roles that they lack, by id."
      type = map(object({
        type      = string
        target    = map(string)
        role      = string
        member    = string
        condition = optional(object({ title = string, description = string, expression = string }))
      }))
      default = {}
    }

    variable "custom_roles" {
      description = "Roles to make first, by name."
      type = map(object({
        parent      = string
        role_id     = string
        title       = string
        permissions = list(string)
      }))
      default = {}
    }
    """

  private static let customRoles = ["project", "organization"].map { kind in
    """
    resource "google_\(kind)_iam_custom_role" "denied" {
      for_each = { for name, role in var.custom_roles : name => role if startswith(name, "\(kind)s/") }

      \(kind == "project" ? "project    " : "org_id     ") = each.value.parent
      role_id     = each.value.role_id
      title       = each.value.title
      permissions = each.value.permissions
    }
    """
  }.joined(separator: "\n\n")

  /// The provider takes addresses of service accounts only.
  private static let lookup = """
    data "google_service_account" "by_id" {
      for_each = {
        for id, grant in var.grants : id => grant
        if grant.type == "google_service_account_iam_member" && !can(regex("@", grant.target.service_account_id))
      }

      account_id = each.value.target.service_account_id
    }
    """

  private static func block(of type: String) -> String {
    let names = arguments[type] ?? []
    let values =
      names.map { ($0, value(of: $0)) } + ["role", "member"].map { ($0, "each.value.\($0)") }
    let width = values.map(\.0.utf8.count).max() ?? 0
    let lines = values.map { name, value in
      "  \(name)\(String(repeating: " ", count: width - name.utf8.count)) = \(value)\n"
    }
    return """
      resource "\(type)" "grants" {
        for_each = { for id, grant in var.grants : id => grant if grant.type == "\(type)" }

      \(lines.joined())
        dynamic "condition" {
          for_each = each.value.condition[*]

          content {
            title       = condition.value.title
            description = condition.value.description
            expression  = condition.value.expression
          }
        }

        depends_on = [google_project_iam_custom_role.denied, google_organization_iam_custom_role.denied]
      }
      """
  }

  private static func value(of argument: String) -> String {
    argument == "service_account_id"
      ? "try(data.google_service_account.by_id[each.key].name, each.value.target.service_account_id)"
      : "lookup(each.value.target, \"\(argument)\", null)"
  }
}
