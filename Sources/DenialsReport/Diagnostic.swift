import DenialAggregation

/// Something to tell the user on standard error: one line, about one place.
public struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: Hashable, Sendable {
    /// Input that was not read: it counts in the books, and may change the exit status.
    case error
    /// Worth knowing; nothing is wrong.
    case notice
  }

  /// How much it matters.
  public let severity: Severity
  /// Where, what, and what to do; safe to print on a terminal.
  public let text: String

  static func error(_ text: String) -> Diagnostic { Diagnostic(severity: .error, text: text) }
  static func notice(_ text: String) -> Diagnostic { Diagnostic(severity: .notice, text: text) }
}

/// Lines that could not be read, the first few of each source in full.
struct LineFaults: Sendable {
  /// How many lines of a source are named; the others are counted.
  static let limit = 10
  /// How many lines of a source without any entry are named.
  private static let limitOfNoLog = 3

  private var faults: [Int: [Fault]] = [:]
  private var counts: [Int: Int] = [:]

  private struct Fault: Sendable {
    let place: EntryPlace
    let text: String

    func description(_ lineCounts: LineCounts) -> String {
      let line = "\(lineCounts.lineNumber(of: place)): \(text)"
      guard let document = place.document else { return line }
      let size = document.byteCount == 1 ? "1 byte" : "\(document.byteCount) bytes"
      return "\(line) (document \(document.number), \(size) from byte \(place.byteOffset))"
    }
  }

  /// Takes note of a line; those of one source must come in order, except through ``merge(_:)``.
  mutating func add(at place: EntryPlace, text: @autoclosure () -> String) {
    counts[place.source, default: 0] += 1
    if faults[place.source, default: []].count < Self.limit {
      faults[place.source, default: []].append(Fault(place: place, text: text()))
    }
  }

  mutating func merge(_ other: LineFaults) {
    counts.merge(other.counts, uniquingKeysWith: +)
    for (source, others) in other.faults {
      let all = (faults[source, default: []] + others).sorted { $0.place < $1.place }
      faults[source] = Array(all.prefix(Self.limit))
    }
  }

  /// What to say, in the order of sources and lines.
  ///
  /// - Parameters:
  ///   - sourceName: The name of a source, by its number.
  ///   - lineCountOfNoLog: How many lines a source has, if none of them is an entry; `nil` for all
  ///     other sources. More than a few bad lines are then one: the file is no log.
  ///   - lineCounts: What is to be added to the numbers of lines.
  /// - Returns: Errors, a line each.
  func diagnostics(
    sourceName: (Int) -> String, lineCountOfNoLog: (Int) -> Int?,
    lineCounts: LineCounts = LineCounts()
  ) -> [Diagnostic] {
    let sources = faults.keys.sorted()
    let all = sources.prefix(Self.sourceLimit).flatMap { source in
      let count = counts[source, default: 0]
      if count > Self.limitOfNoLog, let lineCount = lineCountOfNoLog(source) {
        let isOfLines = faults[source]?.first?.place.document == nil
        let what = isOfLines ? "lines is a JSON object" : "documents is a log entry"
        let text = "not a log: none of its \(lineCount) \(what)"
        return [Diagnostic.error("\(sourceName(source)): \(text)")]
      }
      return diagnostics(of: source, name: sourceName(source), lineCounts)
    }
    let rest = sources.dropFirst(Self.sourceLimit)
    guard !rest.isEmpty else { return all }
    let lineCount = rest.reduce(0) { $0 + counts[$1, default: 0] }
    let text = "\(rest.count) more sources have \(lineCount) lines that were not read"
    return all + [.error(text)]
  }

  /// How many sources with bad lines are named.
  private static let sourceLimit = 100

  private func diagnostics(
    of source: Int, name: String, _ lineCounts: LineCounts
  ) -> [Diagnostic] {
    let named = faults[source, default: []]
    var diagnostics = named.map { Diagnostic.error("\(name):\($0.description(lineCounts))") }
    let more = counts[source, default: 0] - named.count
    if more > 0 {
      let noun = named.first?.place.document == nil ? "line" : "document"
      let what = more == 1 ? "\(noun) that was" : "\(noun)s that were"
      diagnostics.append(.error("\(name): \(more) more \(what) not read"))
    }
    return diagnostics
  }
}
