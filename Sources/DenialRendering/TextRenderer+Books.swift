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
    let ledgers = Ledger.all(of: books)
    show(ledgers[0], beside: ledgers[1], on: &page)
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
    let words = Word.words(of: Self.words(ofSources: books))
    page.flow(words, lead: StyledText("  "), indent: 2)
  }

  /// How much was read from how many sources.
  static func words(ofSources books: Books) -> String {
    var text = "\(counted(books.sources, "source")), \(counted(books.compressedBytes, "byte")) read"
    text += ", \(grouped(books.uncompressedBytes)) uncompressed"
    if books.corruptSources > 0 { text += ", \(grouped(books.corruptSources)) corrupt" }
    if books.unreadableSources > 0 { text += ", \(grouped(books.unreadableSources)) unreadable" }
    return text
  }
}
