/// How large a page may become, whatever is in the log: 300 kB for a hundred principals, 2 MB for a
/// thousand.
struct HTMLBudget {
  private let principalCount: Int
  /// For the table of findings.
  let rowBytes: Int
  /// For what is told of principals.
  private let storyBytes: Int

  /// The style, the script, and what is said once.
  private static let frameBytes = 30_000
  /// A row in the table of principals.
  private static let rowOfPrincipalBytes = 420
  /// The shortest story, as a rule.
  private static let shortStoryBytes = 900

  /// - Parameter principals: How many the page shows.
  init(principals: Int) {
    principalCount = principals
    let page = max(90_000 + 1_850 * principals, 250_000)
    let rest = page - Self.frameBytes - Self.rowOfPrincipalBytes * principals
    rowBytes = rest * 25 / 100
    storyBytes = rest - rowBytes
  }

  /// Whether stories may take so many bytes: a whole story, only if there is room left for short ones of
  /// all principals behind it.
  func allows(storiesOf bytes: Int, isFull: Bool, rank: Int) -> Bool {
    bytes + (isFull ? (principalCount - rank) * Self.shortStoryBytes : 0) <= storyBytes
  }
}
