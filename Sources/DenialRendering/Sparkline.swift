internal import DenialAggregation

/// When denials happened, in a few characters: bars for steps of equal length, the same steps for all
/// findings of a report, so that one bar stands for the same time everywhere.
struct Sparkline: Sendable {
  /// In hours since 1970.
  private let start: Int
  /// In hours.
  private let stepLength: Int
  private let stepCount: Int

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
    let fits = Self.lengths.first { Self.floor(last, $0) - Self.floor(first, $0) < $0 * limit }
    stepLength = fits ?? Self.lengths[Self.lengths.count - 1]
    let end = Self.floor(last, stepLength)
    start = max(Self.floor(first, stepLength), end - stepLength * (limit - 1))
    stepCount = (end - start) / stepLength + 1
    if stepCount < 2 { return nil }
  }

  /// A bar for each step, the highest for the most denials, and a point for a step without any; `nil`
  /// for fewer than two denials.
  func bars(of finding: Finding) -> String? {
    var counts = [Int](repeating: 0, count: stepCount)
    for count in finding.perHour {
      guard let hour = Timeline.hour(of: count.value) else { continue }
      let step = Self.floor(hour - start, stepLength) / stepLength
      if counts.indices.contains(step) { counts[step] += count.denials }
    }
    guard let most = counts.max(), counts.reduce(0, +) > 1 else { return nil }
    return String(
      counts.map { $0 == 0 ? "·" : Self.levels[($0 * Self.levels.count - 1) / most] })
  }

  private static let levels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// What a bar stands for, a clause.
  var legend: String {
    let length =
      stepLength % 24 == 0 ? counted(stepLength / 24, "day") : counted(stepLength, "hour")
    return "bars: \(length) each"
  }

  private static func floor(_ hour: Int, _ length: Int) -> Int {
    let rest = hour % length
    return hour - (rest < 0 ? rest + length : rest)
  }
}
