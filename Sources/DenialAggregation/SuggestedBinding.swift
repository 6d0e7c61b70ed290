package import IAM

/// A binding that would cure denials: proposed, never applied.
public struct SuggestedBinding: Hashable, Sendable {
  /// A hash of member, target and role.
  public var id: String
  /// Who is to get the role, such as `serviceAccount:app@acme.iam.gserviceaccount.com`.
  public var member: String
  /// Such as `roles/aiplatform.user`; `nil` for a custom role.
  public var role: String?
  /// What the Console calls the role, where the table knows it.
  public var roleTitles: [String]
  /// The role to make first, if no predefined role is known.
  public var customRole: CustomRole?
  /// Where the binding goes.
  public var target: Target
  /// The denied permissions that it cures, sorted.
  public var permissions: [String]
  /// How many denials its findings have.
  public var denials: Int
  /// Ids of ``Finding``.
  public var findings: [String]
  /// Why this role, one sentence.
  public var why: String
  /// How many permissions the role gives beside those that were denied.
  public var excess = 0
  /// Those of them that lead to more power, sorted; empty if no role catalogue was given.
  public var escalation: [String] = []
  /// What to beware of, the gravest first.
  public var warnings: [String]
  /// Other answers.
  public var alternatives: [Alternative]
  /// What to paste; multi-line for a custom role. Everything in it is allow-listed or quoted.
  public var gcloud: String
  /// The same as Terraform resources that add to a policy and replace nothing.
  public var terraform: String
  /// The same as steps in the Google Cloud console.
  public var console: [String]
  /// How to check that it helped.
  public var verify: String
  /// When it ends, RFC 3339 in UTC; `nil` if it does not, as no end was asked for or as bindings on
  /// such a target take no condition.
  public var expires: String?

  /// The commands for a script that may run again, one a line.
  package var scriptLines: [String] = []
  /// The Terraform blocks, those that it shares with other suggestions first.
  package var terraformBlocks: [String] = []
  /// The same as data.
  package var terraformGrant: TerraformGrant?
  /// The project that owns the target, if that is known and it has one.
  package var project: String?

  /// Where the binding goes.
  public struct Target: Hashable, Sendable {
    /// Such as `project`, `bucket` or `serviceAccount`; docs/bindings.md lists them.
    public var type: String
    /// A project's id or number, a service account's address or unique id, a bucket's name; else the
    /// name with its collections, such as `projects/acme-prod/topics/orders`.
    public var name: String
  }

  /// A role with exactly the denied permissions.
  public struct CustomRole: Hashable, Sendable {
    /// What it includes, sorted.
    public var permissions: [String]
    /// Why no predefined role is named.
    public var why: String
  }

  /// Another answer, and when to prefer it.
  public struct Alternative: Hashable, Sendable {
    /// Such as `roles/aiplatform.expressUser`, or `custom role`.
    public var role: String
    /// When to prefer it.
    public var why: String
  }
}
