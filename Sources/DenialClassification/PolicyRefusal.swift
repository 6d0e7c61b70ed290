package import IAM

/// What a bare refusal by a policy comes to, given who lacks what and where: rows 10f to 10i.
///
/// The rules read it from one entry; the joining of entries asks again with what both halves say.
package struct PolicyRefusal: Hashable, Sendable {
  package let cause: DenialCause
  /// The row of the decision table.
  package let rule: String

  /// - Parameters:
  ///   - permissions: In IAM's spelling.
  ///   - caller: Who lacks them.
  ///   - project: The project that owns the resource.
  package init(permissions: [String], caller: Principal, project: ProjectReference?) {
    if let cause = ServiceAccountUseRule.cause(ofLacking: permissions) {
      (self.cause, rule) = (cause, "10f")
    } else if !permissions.isEmpty, CrossProjectRule.crosses(from: caller.homeProject, to: project)
    {
      (cause, rule) = (.crossProject, "10g")
    } else if !permissions.isEmpty {
      (cause, rule) = (.missingRole, "10h")
    } else {
      (cause, rule) = (.unspecified, "10i")
    }
  }

  /// Whether a row of the decision table is one of these, so that more facts may change it.
  package static func isOpen(_ rule: String) -> Bool {
    ["10f", "10g", "10h", "10i"].contains(rule)
  }
}
