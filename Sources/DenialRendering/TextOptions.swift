/// How a report looks; none of it changes what a text report says.
package struct TextOptions: Hashable, Sendable {
  /// The widths that a report can have, in columns; others are brought within.
  package static let widths = 40...200

  /// The longest line in columns; only commands to paste are longer.
  package let width: Int
  /// Whether the text has colours, as the escape sequences that every terminal knows.
  package let isColored: Bool
  /// How many principals are shown; `nil` for all of them with all their findings.
  package let principalLimit: Int?
  /// How many principals a page for browsers shows; `nil` for as many as it takes.
  package let pagePrincipalLimit: Int?
  /// Whether metrics have a label for each principal.
  package let namesPrincipals: Bool
  /// Whether cells of a table may begin like formulas.
  package let isRawCSV: Bool

  package init(
    width: Int = 80, isColored: Bool = false, principalLimit: Int? = 10,
    pagePrincipalLimit: Int? = nil, namesPrincipals: Bool = false, isRawCSV: Bool = false
  ) {
    self.width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
    self.isColored = isColored
    self.namesPrincipals = namesPrincipals
    self.isRawCSV = isRawCSV
    self.principalLimit = principalLimit.map { max($0, 0) }
    self.pagePrincipalLimit = pagePrincipalLimit.map { max($0, 0) }
  }
}
