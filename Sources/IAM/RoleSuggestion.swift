/// One role to grant on one target, and what to know about it.
package struct RoleSuggestion: Hashable, Sendable {
  package let grant: Binding.Grant
  /// What consoles call the role, the older name first; empty for a custom role.
  package let titles: [String]
  /// The denied permissions that it has, sorted.
  package let permissions: [Permission]
  /// One sentence.
  package let why: String
  /// Each a clause, to be shown one a line; the gravest first.
  package internal(set) var warnings: [String]
  /// Other answers: a custom role, those of the table, then the best runners-up.
  package let alternatives: [Alternative]
  /// How many permissions it has that nobody was denied; 0 for a custom role.
  package var excess = 0
  /// Those of them that lead to more power, sorted; empty without a catalogue.
  package var escalation: [Permission] = []
  /// The other roles that have all of ``permissions``, the best first; empty without a catalogue.
  package var runnersUp: [RunnerUp] = []

  /// Another answer, and when to prefer it.
  package struct Alternative: Hashable, Sendable {
    /// Such as `roles/aiplatform.expressUser`, or `custom role`.
    package let role: String
    /// A clause.
    package let why: String
  }

  /// The role, if it is a predefined one.
  package var role: Role? {
    switch grant {
    case .predefined(let role): role
    case .custom: nil
    }
  }

  /// The role to make, if no predefined one is known.
  package var customRole: CustomRole? {
    switch grant {
    case .predefined: nil
    case .custom(let role): role
    }
  }
}
