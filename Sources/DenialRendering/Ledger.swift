internal import DenialAggregation
internal import DenialClassification

/// A total and what it is made of.
struct Ledger {
  struct Row {
    let count: Int
    let name: String

    init(_ count: Int, _ name: String) {
      self.count = count
      self.name = name
    }
  }

  let total: Row
  /// What it is made of; zeros are left out but for the first.
  let rows: [Row]

  init(total: Row, main: Row, others: [Row]) {
    self.total = total
    rows = [main] + others.filter { $0.count != 0 }
  }

  /// What became of lines, and of entries.
  static func all(of books: Books) -> [Ledger] {
    let rejected = [
      Ledger.Row(books.blank, "blank"), Ledger.Row(books.malformed, "malformed"),
      Ledger.Row(books.oversize, "oversize"),
    ]
    let lines = Ledger(
      total: Ledger.Row(books.lines, "lines"), main: Ledger.Row(books.entries, "entries"),
      others: rejected)
    let merged = [
      Ledger.Row(books.mergedSplits, "merged: parts of a divided entry"),
      Ledger.Row(books.mergedOperations, "merged: halves of a long-running call"),
      Ledger.Row(books.mergedTwins, "merged: twins of a perimeter's entry"),
    ]
    let classes = EntryClass.allCases.map {
      Ledger.Row(books.otherClasses[$0] ?? 0, $0.rawValue)
    }
    let entries = Ledger(
      total: Ledger.Row(books.entries, "entries"), main: Ledger.Row(books.denials, "denials"),
      others: [
        Ledger.Row(books.suppressed, "suppressed"), Ledger.Row(books.duplicates, "duplicates"),
      ]
        + merged + classes)
    return [lines, entries]
  }

  /// One line for the total, one for each part, numbers right-aligned.
  var lines: [String] {
    let digits = (rows + [total]).map { grouped($0.count).utf8.count }.max() ?? 0
    let parts = rows.enumerated().map { index, row in
      text(of: row, sign: index == 0 ? "=" : "+", digits: digits)
    }
    return [text(of: total, sign: " ", digits: digits)] + parts
  }

  var width: Int { lines.map { columnCount(of: $0) }.max() ?? 0 }

  private func text(of row: Row, sign: String, digits: Int) -> String {
    let number = grouped(row.count)
    let padding = String(repeating: " ", count: digits - number.utf8.count)
    return "\(sign) \(padding)\(number) \(row.name)"
  }
}
