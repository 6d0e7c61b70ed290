internal import DenialAggregation
internal import DenialClassification

extension TextRenderer {
  /// What was read and where it went: lines on the left, entries on the right.
  func books(of report: Report, on page: inout TextPage) {
    let books = report.books
    page.blankLine()
    if books.balance {
      page.line(StyledText("Books (they balance)", .strong))
    } else {
      let text = "Books: they do not balance, which is a defect of this tool; please report it"
      page.flow(Word.words(of: text, .warning))
    }
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
    show(lines, beside: entries, on: &page)
    sources(of: books, on: &page)
  }

  private func show(_ left: Ledger, beside right: Ledger, on page: inout TextPage) {
    let gap = 6
    guard 2 + left.width + gap + right.width <= page.width else {
      for text in left.lines + right.lines { page.line(StyledText("  " + text)) }
      return
    }
    let (leftLines, rightLines) = (left.lines, right.lines)
    for index in 0..<max(leftLines.count, rightLines.count) {
      var line = StyledText(index < leftLines.count ? "  " + leftLines[index] : "")
      if index < rightLines.count {
        line.pad(to: 2 + left.width + gap)
        line.append(rightLines[index])
      }
      page.line(line)
    }
  }

  private func sources(of books: Books, on page: inout TextPage) {
    var text = "\(counted(books.sources, "source")), \(counted(books.compressedBytes, "byte")) read"
    text += ", \(grouped(books.uncompressedBytes)) uncompressed"
    if books.corruptSources > 0 { text += ", \(grouped(books.corruptSources)) corrupt" }
    if books.unreadableSources > 0 { text += ", \(grouped(books.unreadableSources)) unreadable" }
    page.flow(Word.words(of: text), lead: StyledText("  "), indent: 2)
  }
}

/// A total and what it is made of.
private struct Ledger {
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
