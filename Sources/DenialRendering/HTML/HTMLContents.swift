internal import DenialAggregation
internal import DenialClassification

/// What a page shows of the principals, from one walk through all of them.
struct HTMLContents {
  /// Names are cut beyond this, in columns; longer than any that Google gives.
  static let nameColumns = 200
  /// All denials, shown or not.
  private(set) var timeline = Timeline()
  /// Where the principal of a finding is told of, by the id of the finding.
  private(set) var anchors: [String: String] = [:]
  /// The principals that are shown, without their findings.
  private(set) var principals: [PrincipalSummary] = []
  /// Denials by hour of the day of the first principals.
  private(set) var days: [[Int]] = []
  private(set) var rows = HTMLWriter()
  private(set) var rowCount = 0
  private(set) var findingCount = 0
  private(set) var stories = HTMLWriter()

  /// How many principals have a story: the first ones.
  private(set) var storyCount = 0
  private let budget: HTMLBudget

  /// Looks through a report, of which so many principals are shown.
  init(_ report: Report, limit: Int) {
    budget = HTMLBudget(principals: min(limit, report.principals.count))
    for excerpt in report.excerpts(principals: nil, findings: nil) {
      let summary = excerpt.summary
      for finding in summary.findings { timeline.add(finding) }
      findingCount += summary.findings.count
      if principals.count < limit { show(excerpt, of: report) }
    }
  }

  private mutating func show(_ excerpt: PrincipalExcerpt, of report: Report) {
    let summary = excerpt.summary
    let rank = principals.count + 1
    tell(excerpt, rank: rank, report.history)
    let anchor = storyCount == rank ? Self.anchor(ofRank: rank) : nil
    for finding in summary.findings {
      anchors[finding.id] = anchor
      guard rows.bytes.count < budget.rowBytes else { continue }
      rowCount += 1
      HTMLFindingRow(finding, of: summary, anchor: anchor)
        .write(report.history?.findings[finding.id], hasHistory: report.history != nil, on: &rows)
    }
    if days.count < Self.dayLimit { days.append(Self.hoursOfDay(of: summary)) }
    var short = summary
    short.findings = []
    principals.append(short)
  }

  /// Adds a principal's story: the whole of it, a short one, or none if there is no room.
  private mutating func tell(_ excerpt: PrincipalExcerpt, rank: Int, _ history: ReportHistory?) {
    guard storyCount == rank - 1 else { return }
    for isFull in [true, false] {
      var story = HTMLWriter()
      HTMLStory(excerpt, rank: rank, isFull: isFull, history: history).write(on: &story)
      let end = stories.bytes.count + story.bytes.count
      guard budget.allows(storiesOf: end, isFull: isFull, rank: rank) else { continue }
      stories.append(story)
      storyCount = rank
      return
    }
  }

  static func anchor(ofRank rank: Int) -> String { "p\(rank)" }

  // MARK: - Hours of the day

  /// How many principals the table of hours shows.
  private static let dayLimit = 20
  private static let hoursPerDay = 24

  private static func hoursOfDay(of summary: PrincipalSummary) -> [Int] {
    var counts = [Int](repeating: 0, count: hoursPerDay)
    for count in summary.findings.flatMap(\.perHour) {
      guard let hour = Timeline.hour(of: count.value) else { continue }
      counts[(hour % hoursPerDay + hoursPerDay) % hoursPerDay] += count.denials
    }
    return counts
  }

  // MARK: - Principals

  /// All principals that are shown, a row each, and when the first ones were active.
  func principals(of report: Report, on html: inout HTMLWriter) {
    let titles =
      ["rank:", "principal", "denials:", "by code"] + DenialCode.allCases.map { "\($0.rawValue):" }
      + ["first seen", "last seen"]
    let whole = principals.map(\.denials).max() ?? 0
    html.element(.section, .id("principals")) { html in
      html.element(.h2, text: "Principals")
      html.table(label: "Principals", titles) { html in
        for (index, summary) in principals.enumerated() {
          html.element(.tr) { cells(of: summary, rank: index + 1, whole: whole, on: &$0) }
        }
      }
      let hidden = report.principals.count - principals.count
      if hidden > 0 {
        let denials = report.principals.denials - principals.reduce(0) { $0 + $1.denials }
        html.element(
          .p,
          text: "\(counted(hidden, "more principal")) with \(counted(denials, "denial")): "
            + "the JSON report has all of them.")
      }
      html.element(.h3, text: "By hour of the day, UTC")
      hours(on: &html)
    }
  }

  private func cells(
    of summary: PrincipalSummary, rank: Int, whole: Int, on html: inout HTMLWriter
  ) {
    html.element(.td, .class("n"), text: "\(rank)")
    name(ofRank: rank, columns: Self.nameColumns, on: &html)
    html.element(.td, .class("n"), text: grouped(summary.denials))
    let codes = DenialCode.allCases.map { ($0, summary.byCode[$0] ?? 0) }
    html.element(.td) { $0.bar(codes, of: whole) }
    for code in codes { html.element(.td, .class("n"), text: grouped(code.1)) }
    for time in [summary.firstSeen, summary.lastSeen] {
      html.element(.td, .class("t"), text: time.map(minute(of:)) ?? "")
    }
  }

  /// The head of a row, with a link if there is more to read.
  private func name(ofRank rank: Int, columns: Int, on html: inout HTMLWriter) {
    let name = cutMiddle(of: printable(principals[rank - 1].principal), columns: columns)
    html.element(.th, .named("scope", "row")) { html in
      if rank <= storyCount {
        html.element(.a, .href(toID: Self.anchor(ofRank: rank)), text: name)
      } else {
        html.text(name)
      }
    }
  }

  private func hours(on html: inout HTMLWriter) {
    let names = (0..<Self.hoursPerDay).map { $0 < 10 ? "0\($0):" : "\($0):" }
    html.table(label: "Denials by hour of the day", ["principal"] + names) { html in
      for (index, counts) in days.enumerated() {
        html.element(.tr) { html in
          name(ofRank: index + 1, columns: 40, on: &html)
          let most = counts.max() ?? 0
          for count in counts {
            html.element(
              .td, .class(Self.shade(of: count, most)), text: count == 0 ? "" : grouped(count))
          }
        }
      }
    }
  }

  /// Four shades, beside which the number stands.
  private static func shade(of count: Int, _ most: Int) -> StaticString {
    if count == 0 { return "n" }
    switch count * 4 / max(most, 1) {
    case 0: return "n s1"
    case 1: return "n s2"
    case 2: return "n s3"
    default: return "n s4"
    }
  }

  // MARK: - Findings and stories

  /// All findings in a table that can be searched and sorted.
  func findings(of report: Report, on html: inout HTMLWriter) {
    html.element(.section, .id("findings")) { html in
      html.element(.h2, text: "Findings")
      html.element(.div, .class("tools"), .named("hidden")) { html in
        html.element(.label) { html in
          html.text("Search ")
          html.element(.input, .id("search"), .named("type", "search"))
        }
        html.element(.label) { html in
          html.text("Code ")
          html.element(.select, .id("code")) { html in
            html.element(.option, .named("value"), text: "all")
            for code in DenialCode.allCases {
              html.element(.option, text: "\(code.rawValue)")
            }
          }
        }
        html.element(.span, .id("count"), .named("role", "status"))
      }
      let state = report.history == nil ? [] : ["state"]
      let titles =
        ["denials:", "code", "cause", "principal", "permission or method", "service", "project"]
        + state + ["last seen"]
      html.table(label: "Findings", id: "table", titles) { $0.append(rows) }
      if findingCount > rowCount {
        let hidden = counted(findingCount - rowCount, "more finding")
        html.element(.p, text: "\(hidden): the JSON report has all of them.")
      }
    }
  }

  /// Each principal's findings, and what to grant.
  func stories(of report: Report, on html: inout HTMLWriter) {
    html.element(.section, .id("stories")) { html in
      html.element(.h2, text: "Details and grants")
      html.append(stories)
      if storyCount < principals.count {
        let others = counted(principals.count - storyCount, "principal")
        html.element(
          .p, text: "No room for \(others) with fewer denials: --top shows fewer of them.")
      }
    }
  }
}
