/// The order of the rows.
extension DecisionTable {
  private static let rowNames = [
    "0", "1", "1b", "2", "3", "4", "5", "5b", "5c", "6a", "6a2", "6b0", "6b", "6c", "6d", "6e",
    "6f", "6g", "6h", "6i", "6j", "7", "8", "9", "10a", "10b", "10c", "10d", "10e", "10f", "10g",
    "10h", "10i", "11", "12", "13",
  ]

  /// The place of a row among all rows; unknown names come last.
  package static func rank(ofRow name: String) -> Int {
    rowNames.firstIndex(of: name) ?? rowNames.count
  }
}
