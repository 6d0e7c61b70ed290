#if History
  /// A table in an export: a line a row, an object with the name of the table as its only key.
  ///
  ///     {"denialHistory":1,"tool":"denials-report 0.1.0"}
  ///     {"findings":{"number":1,"id":"…",…}}
  ///     {"end":{"rows":1}}
  ///
  /// Whole numbers beyond 2^53 stand in strings, because JSON readers round them.
  struct ExportedTable {
    let name: String
    let columns: [String]
    /// The columns that order the rows, so that equal histories give equal exports.
    let order: String

    /// The version of the form.
    static let version = 1

    /// All tables; what others refer to comes first.
    static let all = [
      ExportedTable(name: "settings", columns: ["name", "value"], order: "name"),
      ExportedTable(name: "rules", columns: ["number", "digest"], order: "number"),
      ExportedTable(
        name: "findings",
        columns: [
          "number", "id", "code", "cause", "principal", "service", "project", "permissions",
          "denials", "prunedDenials", "firstSeen", "lastSeen", "firstShown", "returnShown",
        ], order: "number"),
      ExportedTable(
        name: "days", columns: ["finding", "day", "denials", "firstSeen", "lastSeen"],
        order: "finding, day"),
      ExportedTable(
        name: "denials",
        columns: [
          "high", "low", "contentHash", "finding", "seen", "day", "isCounted", "evidence", "rules",
        ], order: "high, low"),
      ExportedTable(
        name: "openRecords",
        columns: ["high", "low", "kind", "contentOrder", "seen", "rules", "line"],
        order: "high, low, kind"),
      ExportedTable(
        name: "sources",
        columns: ["fingerprint", "name", "byteCount", "firstRead", "lastRead", "lastEntry"],
        order: "fingerprint"),
      ExportedTable(
        name: "runs",
        columns: [
          "number", "clock", "shown", "tool", "rules", "sources", "knownSources", "counted",
          "known", "moved", "frozen", "books",
        ], order: "number"),
      ExportedTable(name: "suggestions", columns: ["id", "firstShown"], order: "id"),
    ]
  }
#endif
