/// A stretch of time in steps of equal length, as charts show it, in hours since 1970.
package struct HourSteps: Hashable, Sendable {
  /// The first hour of the first step.
  package let start: Int
  /// Of a step, in hours.
  package let length: Int
  /// How many steps there are, at least one.
  package let count: Int

  /// The shortest steps from the first hour to the last that are not too many; if even the longest
  /// are, the latest of those.
  ///
  /// - Parameters:
  ///   - first: An hour of the first step.
  ///   - last: An hour of the last step.
  ///   - limit: How many steps there may be.
  ///   - lengths: The lengths that a step may have, in hours, the longest last.
  package init(from first: Int, to last: Int, limit: Int, lengths: [Int]) {
    let fits = lengths.first { Self.floor(last, $0) - Self.floor(first, $0) < $0 * limit }
    length = fits ?? lengths[lengths.count - 1]
    let end = Self.floor(last, length)
    start = max(Self.floor(first, length), end - length * (limit - 1))
    count = (end - start) / length + 1
  }

  /// The number of the step that an hour is in; `nil` if it is in none.
  package func number(ofHour hour: Int) -> Int? {
    let number = Self.floor(hour - start, length) / length
    return (0..<count).contains(number) ? number : nil
  }

  private static func floor(_ hour: Int, _ length: Int) -> Int {
    let rest = hour % length
    return hour - (rest < 0 ? rest + length : rest)
  }
}
