internal import DenialAggregation

/// When denials happened, in a few characters: bars for steps of equal length, the same steps for all
/// findings of a report, so that one bar stands for the same time everywhere.
struct Sparkline: Sendable {
  private let steps: HourSteps

  /// The lengths that a step may have, in hours: up to four weeks.
  private static let lengths = [1, 2, 3, 4, 6, 8, 12, 24, 48, 168, 336, 672]

  /// Steps for the time of a report; `nil` if it has but one.
  ///
  /// - Parameters:
  ///   - window: The time of the report; if even the longest steps are too many, the latest are shown.
  ///   - limit: How many steps there may be.
  init?(_ window: ReportWindow, limit: Int) {
    guard let first = window.firstEntry.flatMap(Timeline.hour(of:)),
      let last = window.lastEntry.flatMap(Timeline.hour(of:)), first < last
    else { return nil }
    steps = HourSteps(from: first, to: last, limit: limit, lengths: Self.lengths)
    if steps.count < 2 { return nil }
  }

  /// A bar for each step, the highest for the most denials, and a point for a step without any; `nil`
  /// for fewer than two denials.
  func bars(of finding: Finding) -> String? {
    var counts = [Int](repeating: 0, count: steps.count)
    for count in finding.perHour {
      guard let step = Timeline.hour(of: count.value).flatMap(steps.number) else { continue }
      counts[step] += count.denials
    }
    guard let most = counts.max(), counts.reduce(0, +) > 1 else { return nil }
    return String(
      counts.map { $0 == 0 ? "·" : Self.levels[($0 * Self.levels.count - 1) / most] })
  }

  private static let levels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// What a bar stands for, a clause.
  var legend: String {
    let length =
      steps.length % 24 == 0
      ? counted(steps.length / 24, "day") : counted(steps.length, "hour")
    return "bars: \(length) each"
  }
}
