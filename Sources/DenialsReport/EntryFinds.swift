import AuditLog
import DenialAggregation
import DenialClassification

/// Picks the lines that are to be explained, and explains them.
struct EntryFinds {
  /// What a line turned out to be.
  enum Line {
    case blank
    case entry(Verdict.Answer)
    /// No entry, and why: a clause.
    case rejected(String)
  }

  private let selection: ExplainRun.Selection
  private let limit: Int
  private let grantUntil: Timestamp?
  private let toolVersion: String
  private let roleCatalog: NamedRoleCatalog?
  /// What was picked.
  private var lines: [ExplainedLine] = []
  /// The first entries that are no denials, for an input that has none.
  private var others: [ExplainedLine] = []
  private var firstReject: ExplainedLine?
  private var firstPlaces: [[ExactText]: ExplainedPlace] = [:]
  private var counts = (denials: 0, others: 0, rejects: 0)

  init(
    selection: ExplainRun.Selection, limit: Int, grantUntil: Timestamp?, toolVersion: String,
    roleCatalog: NamedRoleCatalog?
  ) {
    self.roleCatalog = roleCatalog
    self.selection = selection
    self.limit = limit
    self.grantUntil = grantUntil
    self.toolVersion = toolVersion
  }

  /// What was found.
  var report: ExplanationReport {
    var report = ExplanationReport(toolVersion: toolVersion)
    switch selection {
    case .line: report.lines = lines
    case .insertID:
      report.lines = lines
      report.denialsLeftOut = counts.denials
      report.othersLeftOut = counts.others
    case .denials where lines.isEmpty:
      // A lone line that is no entry is what was asked about.
      let isLoneReject = others.isEmpty && counts.rejects == 1
      report.lines = isLoneReject ? [firstReject].compactMap(\.self) : others
      report.othersLeftOut = counts.others - others.count
    case .denials:
      report.lines = lines
      report.denialsLeftOut = counts.denials - lines.count
      report.othersLeftOut = counts.others
    }
    return report
  }

  /// Looks at a line; keeps it if it is to be explained.
  mutating func read(_ line: Span<UInt8>, at place: ExplainedPlace) -> Line {
    if BatchScanner.isBlank(line) {
      if case .line = selection { reject(place, reason: "a blank line") }
      return .blank
    }
    do {
      let outline = try LineOutline(line: line)
      if outline.isPlainSuccess(in: line), !wantsFullReading(of: line) {
        counts.others += isByDenials ? 1 : 0
        return .entry(.other(.ok))
      }
      let entry = try LogEntry(line: line)
      if entry.payload == nil, RecordLine.isPartOfRecords(line) {
        let reason = "a denial record among log entries; give files of records by themselves"
        return reject(place, reason: reason)
      }
      return .entry(add(entry, at: place))
    } catch {
      return reject(place, reason: error.described(in: line))
    }
  }

  /// Takes note of a line that is no entry.
  @discardableResult
  mutating func reject(_ place: ExplainedPlace, reason: String) -> Line {
    counts.rejects += 1
    let rejected = ExplainedLine.rejected(place, reason: reason)
    if case .line = selection { lines.append(rejected) }
    firstReject = firstReject ?? rejected
    return .rejected(reason)
  }

  private var isByDenials: Bool { selection == .denials }

  /// Whether a plain success may be one to explain.
  private func wantsFullReading(of line: Span<UInt8>) -> Bool {
    switch selection {
    case .line: true
    case .denials: lines.isEmpty && others.count < limit
    // An insertId may be spelled with escapes, which is as good as never.
    case .insertID(let id): line.contains(UInt8(ascii: "\\")) || line.contains(id.utf8.span)
    }
  }

  /// Judges an entry, and keeps it if it is wanted.
  private mutating func add(_ entry: LogEntry, at place: ExplainedPlace) -> Verdict.Answer {
    switch selection {
    case .line:
      return keep(explained(entry, place))
    case .insertID(let id):
      let answer = Judgement(entry).verdict.answer
      guard ExactText(entry.insertID) == ExactText(id) else { return answer }
      guard lines.count == limit else { return keep(explained(entry, place)) }
      count(answer)
      return answer
    case .denials:
      let answer = Judgement(entry).verdict.answer
      count(answer)
      if answer.cause != nil {
        if lines.count < limit { keep(explained(entry, place)) }
      } else if lines.isEmpty, others.count < limit {
        others.append(.entry(explained(entry, place), copyOf: nil))
      }
      return answer
    }
  }

  private func explained(_ entry: LogEntry, _ place: ExplainedPlace) -> ExplainedEntry {
    ExplainedEntry(entry, at: place, grantUntil: grantUntil, catalog: roleCatalog)
  }

  private mutating func count(_ answer: Verdict.Answer) {
    if answer.cause == nil { counts.others += 1 } else { counts.denials += 1 }
  }

  @discardableResult
  private mutating func keep(_ explained: ExplainedEntry) -> Verdict.Answer {
    var first: ExplainedPlace?
    if let identity = explained.identity {
      first = firstPlaces[identity]
      firstPlaces[identity] = first ?? explained.place
    }
    lines.append(.entry(explained, copyOf: first))
    return explained.explanation.verdict.answer
  }
}

extension LogEntryError {
  /// The error, and which byte it is about, as a body that somebody sent must not be shown.
  fileprivate func described(in line: Span<UInt8>) -> String {
    switch self {
    case .malformed(let byteOffset) where byteOffset < line.count:
      "\(self), \(Self.name(of: line[byteOffset]))"
    case .malformed, .truncated, .tooDeep, .notAnObject, .notBase64, .inMessage, .manyEntries:
      description
    }
  }

  private static func name(of byte: UInt8) -> String {
    if (0x21...0x7e).contains(byte) { return "which is \(Character(Unicode.Scalar(byte)))" }
    return "which is 0x\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
  }
}

extension Span<UInt8> {
  fileprivate func contains(_ byte: UInt8) -> Bool {
    for index in indices where self[index] == byte { return true }
    return false
  }

  /// Whether the bytes stand here; the work is bounded by the length of both, and ids are short.
  fileprivate func contains(_ needle: borrowing Span<UInt8>) -> Bool {
    guard needle.count > 0 else { return true }
    var start = 0
    while start + needle.count <= count {
      var length = 0
      while length < needle.count, self[start + length] == needle[length] { length += 1 }
      if length == needle.count { return true }
      start += 1
    }
    return false
  }
}
