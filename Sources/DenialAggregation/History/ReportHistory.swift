public import DenialClassification

/// What a history says of a finding, by log time and the clock of the run.
public enum FindingState: String, CaseIterable, Hashable, Sendable {
  /// No earlier report has shown it.
  case new
  /// An earlier report has shown it, and it goes on.
  case ongoing
  /// It was not seen for a while; seven days unless asked for another time.
  case quiet
  /// It was quiet, was seen again, and no earlier report has shown that.
  case returned

  /// Whether reports lead with it.
  public var isNews: Bool {
    switch self {
    case .new, .returned: true
    case .ongoing, .quiet: false
    }
  }
}

/// What other nights know of what a report shows.
public struct ReportHistory: Hashable, Sendable {
  /// The clock of the last report before this one, RFC 3339 in UTC; `nil` if this is the first.
  public var previousReport: String?
  /// By the id of the finding; every finding of the report has one.
  public var findings: [String: FindingHistory]
  /// How many findings of all nights have each state, those that this report does not show too.
  public var stateCounts: [FindingState: Int]
  /// What this report shows and is news, new or returned; most denials of this report first, then by
  /// id.
  public var news: [NotedFinding] = []
  /// How much more is news than is listed.
  public var newsLeftOut = 0
  /// What went quiet since the last report; most denials first, then by id.
  public var wentQuiet: [NotedFinding]
  /// How many more went quiet than are listed.
  public var wentQuietLeftOut: Int
  /// Always the three codes, in the order of ``DenialCode``.
  public var codes: [CodeHistory]
  /// By the id of the suggested binding; every one of the report has one.
  public var suggestions: [String: SuggestionHistory]
  /// What this run added.
  public var additions: HistoryAdditions

  package init(
    previousReport: String?, findings: [String: FindingHistory], stateCounts: [FindingState: Int],
    wentQuiet: [NotedFinding], wentQuietLeftOut: Int, codes: [CodeHistory],
    suggestions: [String: SuggestionHistory], additions: HistoryAdditions
  ) {
    self.previousReport = previousReport
    self.findings = findings
    self.stateCounts = stateCounts
    self.wentQuiet = wentQuiet
    self.wentQuietLeftOut = wentQuietLeftOut
    self.codes = codes
    self.suggestions = suggestions
    self.additions = additions
  }
}

/// What a run added to a history.
public struct HistoryAdditions: Hashable, Sendable {
  /// Denials that no earlier run had counted.
  public var counted = 0
  /// Denials that an earlier run had counted.
  public var known = 0
  /// Denials that an earlier run had counted for another finding, before it was known better.
  public var moved = 0
  /// Denials older than what is remembered one by one: whether they were counted cannot be told, so
  /// they are not.
  public var frozen = 0

  package init() {}
}

/// The counts of seven days, and of the seven before.
public struct WeeklyTrend: Hashable, Sendable {
  /// Denials of the last seven days, the day of the clock among them, in UTC.
  public var lastWeek: Int
  /// Denials of the seven days before.
  public var weekBefore: Int

  package init(lastWeek: Int, weekBefore: Int) {
    (self.lastWeek, self.weekBefore) = (lastWeek, weekBefore)
  }
}

/// A finding over all nights.
public struct FindingHistory: Hashable, Sendable {
  /// What it is to the reader of this report.
  public var state: FindingState
  /// The earliest denial of all nights, RFC 3339 in UTC.
  public var firstSeen: String?
  /// The latest denial of all nights, RFC 3339 in UTC.
  public var lastSeen: String?
  /// The clock of the report that showed it first; `nil` if this one does.
  public var firstShown: String?
  /// When it came back, RFC 3339 in UTC, if it was quiet within the days that are remembered.
  public var returnedAt: String?
  /// Distinct denials of all nights.
  public var denials: Int
  /// Whether it gets better or worse.
  public var trend: WeeklyTrend

  package init(
    state: FindingState, firstSeen: String?, lastSeen: String?, firstShown: String?,
    returnedAt: String?, denials: Int, trend: WeeklyTrend
  ) {
    self.state = state
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.firstShown = firstShown
    self.returnedAt = returnedAt
    self.denials = denials
    self.trend = trend
  }
}

/// The denials of one code over all nights.
public struct CodeHistory: Hashable, Sendable {
  /// The code.
  public var code: DenialCode
  /// Distinct denials of all nights.
  public var denials: Int
  /// The same by cause, only those that were seen; most denials first, then by name.
  public var causes: [CauseCount]
  /// Denials of each of the last thirty days, such as `2026-11-22`, in order; days without are left
  /// out.
  public var perDay: [ValueCount]
  /// Whether it gets better or worse.
  public var trend: WeeklyTrend

  package init(
    code: DenialCode, denials: Int, causes: [CauseCount], perDay: [ValueCount], trend: WeeklyTrend
  ) {
    self.code = code
    self.denials = denials
    self.causes = causes
    self.perDay = perDay
    self.trend = trend
  }
}

/// Since when a suggested binding stands in reports.
public struct SuggestionHistory: Hashable, Sendable {
  /// The clock of the report that showed it first, RFC 3339 in UTC; `nil` if this one does.
  public var firstShown: String?
  /// Denials of its findings from that day on; 0 if this report is the first to show it.
  public var denialsSince: Int

  package init(firstShown: String?, denialsSince: Int) {
    (self.firstShown, self.denialsSince) = (firstShown, denialsSince)
  }
}

extension ValueCount {
  /// The count of a value of other nights.
  package init(remembered value: String, denials: Int) {
    self.init(value: value, denials: denials)
  }
}

extension CauseCount {
  /// The count of a cause of other nights.
  package init(remembered cause: DenialCause, denials: Int) {
    self.init(cause: cause, denials: denials)
  }
}
