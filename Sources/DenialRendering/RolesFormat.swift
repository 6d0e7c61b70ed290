/// A form in which the choice of roles can be written.
package enum RolesFormat: String, CaseIterable, Hashable, Sendable {
  /// For people at a terminal.
  case text
  /// Version 1, described in `docs/roles.md`.
  case json

  /// The answer: UTF-8, a line feed at the end.
  package func render(_ query: RoleQuery, text options: TextOptions) -> [UInt8] {
    switch self {
    case .text: Array(RolesRenderer(options: options).render(query).utf8)
    case .json: RolesJSONRenderer().render(query)
    }
  }
}
