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
  /// When it ends, RFC 3339 in UTC; `nil` if it does not, as no end was asked for or as bindings on
  /// such a target take no condition.
  public var expires: String?

  /// How it is written.
  package var forms: Forms

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
