/// The name of a table of BigQuery, `PROJECT.DATASET.TABLE`, safe between backticks.
///
/// The project is an id, or `DOMAIN:PROJECT`; the table may end in `*`, which stands for all tables
/// whose names begin so.
///
/// - Source: https://cloud.google.com/bigquery/docs/tables#table_naming,
///   https://cloud.google.com/bigquery/docs/querying-wildcard-tables
package struct SQLTable: Sendable {
  package let name: String

  /// `nil` if the name is none, or has letters that sinks do not write.
  package init?(_ name: String) {
    guard name.utf8.count <= 1024, let point = name.lastIndex(of: ".") else { return nil }
    let (path, table) = (name[..<point], name[name.index(after: point)...])
    guard let second = path.lastIndex(of: ".") else { return nil }
    let (project, dataset) = (path[..<second], path[path.index(after: second)...])
    let stem = table.hasSuffix("*") ? table.dropLast() : table
    guard Self.isProject(project), Self.isName(dataset, and: "_"), Self.isName(stem, and: "_-")
    else { return nil }
    self.name = name
  }

  private static func isName(_ text: Substring, and others: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
          || others.unicodeScalars.contains($0)
      }
  }

  private static func isProject(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let id = parts.last, parts.count <= 2, isName(id, and: "-"), !id.hasPrefix("-") else {
      return false
    }
    return parts.count == 1
      || parts[0].split(separator: ".", omittingEmptySubsequences: false)
        .allSatisfy { isName($0, and: "-") }
  }
}
