internal import DenialAggregation
internal import DenialClassification

extension TextRenderer {
  /// How many denials of how many entries, the window, and what was not judged.
  func headline(of report: Report, on page: inout TextPage) {
    page.flow(Word.words(of: Self.answer(of: report), .strong))
    if let window = Self.words(of: report.window) {
      let sources = counted(report.books.sources, "source")
      let legend =
        report.books.denials > 1 ? sparkline(of: report).map { "; \($0.legend)" } ?? "" : ""
      page.flow(Word.words(of: "\(window), from \(sources)\(legend)", .secondary))
    }
    if !report.filters.isEmpty {
      let text = "Only denials with " + Self.brief(report.filters.words)
      page.flow(Word.words(of: text, .warning))
    }
    if report.books.suppressed > 0, let uses = report.suppressions {
      let findings = counted(uses.reduce(0) { $0 + $1.findings }, "finding")
      let text = "Suppressed: \(counted(report.books.suppressed, "denial")) of \(findings)"
      page.flow(Word.words(of: text, .warning))
    }
    let doubts = Self.doubts(about: report.books)
    if !doubts.isEmpty {
      let text = "Not judged: " + doubts.joined(separator: ", ") + " (see Books)"
      page.flow(Word.words(of: text, .warning))
    }
  }

  /// Bars for the findings of a report.
  func sparkline(of report: Report) -> Sparkline? {
    Sparkline(report.window, limit: options.width < 160 ? 24 : 48)
  }

  private static func answer(of report: Report) -> String {
    let books = report.books
    let filteredOut = books.otherClasses[.filteredOut] ?? 0
    let left = filteredOut == 0 ? "" : ", of which the filters left out \(grouped(filteredOut))"
    let entries = counted(books.entries, "log entry", "log entries") + left
    if books.entries == 0 { return "No log entries were read, so nothing can be said." }
    if books.denials > 0 {
      let denials = counted(books.denials, "denial")
      return "\(denials) by \(counted(report.principals.count, "principal")) in \(entries)"
    }
    return "No denials in \(entries)"
  }

  private static func words(of window: ReportWindow) -> String? {
    var parts: [String] = []
    if let first = window.firstEntry, let last = window.lastEntry {
      let (from, to) = (minute(of: first), minute(of: last))
      if from.prefix(10) == to.prefix(10), from.utf8.count == 16, to.utf8.count == 16 {
        parts.append("\(from.prefix(10)), \(from.suffix(5)) to \(to.suffix(5)) UTC")
      } else {
        parts.append("\(from) to \(to) UTC")
      }
    }
    if let since = window.since { parts.append("asked since \(minute(of: since)) UTC") }
    if let until = window.until { parts.append("asked until \(minute(of: until)) UTC") }
    if window.skippedFiles > 0 {
      parts.append("\(counted(window.skippedFiles, "file")) of other hours not opened")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func doubts(about books: Books) -> [String] {
    let entries = EntryClass.allCases.filter(\.isUnclassified)
      .reduce(0) { $0 + (books.otherClasses[$1] ?? 0) }
    return [
      entries > 0 ? counted(entries, "unclear entry", "unclear entries") : nil,
      books.malformed > 0 ? counted(books.malformed, "malformed line") : nil,
      books.oversize > 0 ? counted(books.oversize, "oversize line") : nil,
      books.corruptSources > 0 ? counted(books.corruptSources, "corrupt source") : nil,
      books.unreadableSources > 0 ? counted(books.unreadableSources, "unreadable source") : nil,
    ].compactMap(\.self)
  }

  /// The three codes with their counts and most frequent causes.
  func codes(of report: Report, on page: inout TextPage) {
    page.blankLine()
    let titleWidth = report.codes.map { columnCount(of: $0.code.title) }.max() ?? 0
    let countWidth = report.codes.map { grouped($0.denials).utf8.count }.max() ?? 0
    for summary in report.codes {
      let style: TextStyle = summary.denials == 0 ? .secondary : .code(summary.code)
      var lead = StyledText("\(summary.code.rawValue)  \(summary.code.title)", style)
      let count = grouped(summary.denials)
      lead.pad(to: 6 + titleWidth + 2 + countWidth - count.utf8.count)
      lead.append(count, summary.denials == 0 ? .secondary : .strong)
      // Causes that would be squeezed into a narrow column go below.
      let indent = page.width - lead.width < 36 ? 6 : lead.width + 2
      if indent > lead.width { lead.pad(to: indent) }
      page.flow(Self.words(of: summary.causes), lead: lead, indent: indent)
    }
  }

  private static func words(of causes: [CauseCount]) -> [Word] {
    if causes.isEmpty { return Word.words(of: "none seen", .secondary) }
    var texts = causes.prefix(4).map { "\($0.cause.title) \(grouped($0.denials))" }
    let rest = causes.dropFirst(4)
    if !rest.isEmpty {
      texts.append(
        "\(counted(rest.count, "other cause")) \(grouped(rest.reduce(0) { $0 + $1.denials }))")
    }
    return texts.enumerated().map { index, text in
      Word(index < texts.count - 1 ? text + "," : text)
    }
  }
}
