extension TimeWindow {
  /// Reads what the options `--since` and `--until` say.
  ///
  /// - Parameters:
  ///   - since: A time as ``Timestamp/init(expression:now:)`` reads it; `nil` for no bound.
  ///   - until: The same.
  ///   - now: What a duration is counted back from.
  /// - Throws: If one is no time, or if nothing could be between the two.
  package init(since: String?, until: String?, now: Timestamp) throws(TimeWindowError) {
    self.init(
      since: try Self.moment(since, option: "--since", now: now),
      until: try Self.moment(until, option: "--until", now: now))
    if let since = self.since, let until = self.until, since >= until {
      throw .empty(since: since, until: until)
    }
  }

  private static func moment(
    _ text: String?, option: String, now: Timestamp
  ) throws(TimeWindowError) -> Timestamp? {
    guard let text else { return nil }
    guard let moment = Timestamp(expression: text, now: now) else {
      throw .notATime(option: option, text: text)
    }
    return moment
  }
}

/// Why options give no time window.
package enum TimeWindowError: Error, Hashable, Sendable {
  case notATime(option: String, text: String)
  /// Nothing is from `since` on and before `until`.
  case empty(since: Timestamp, until: Timestamp)
}

extension TimeWindowError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notATime(let option, let text):
      "\(option) takes a time such as 2026-11-22T10:00:00+01:00, a date or time in UTC such as "
        + "2026-11-22 or 2026-11-22T10:00, or a time ago such as 90m, 24h, 7d or 2w, not '\(text)'"
    case .empty(let since, let until):
      "--since \(since) is not before --until \(until): --until is the first moment that is left "
        + "out, and a date is its first moment, so name the day after the last one"
    }
  }
}

extension Timestamp {
  /// Reads a time as people write it.
  ///
  /// RFC 3339 with seconds, fraction and zone left out at will: `2026-11-22T10:00:00.5+01:00`,
  /// `2026-11-22 10:00`, `2026-11-22`; without a zone it is UTC, as everything in logs and reports
  /// is, and a date is its first moment. Or how long ago: a number and `s`, `m`, `h`, `d` or `w`.
  /// Anything else, and what lies out of range, is `nil`.
  ///
  /// - Parameters:
  ///   - expression: The text; spaces around it are not allowed.
  ///   - now: What a duration is counted back from.
  package init?(expression: String, now: Timestamp) {
    let moment =
      Self.duration(expression).flatMap(now.earlier)
      ?? Self.completed(expression).flatMap { Self($0) }
    guard let moment else { return nil }
    self = moment
  }

  /// The moment that is a duration of at least a second later, without a fraction of a second.
  ///
  /// - Parameter duration: A number and `s`, `m`, `h`, `d` or `w`.
  /// - Returns: `nil` if it is no such duration, or if that would be out of range.
  package func later(byDuration duration: String) -> Timestamp? {
    guard let nanoseconds = Self.duration(duration), nanoseconds > 0 else { return nil }
    let (moment, overflows) = nanosecondsSince1970.addingReportingOverflow(nanoseconds)
    let seconds = moment / 1_000_000_000
    return overflows || !Self.readableSeconds.contains(seconds)
      ? nil : Timestamp(nanosecondsSince1970: seconds * 1_000_000_000)
  }

  private func earlier(by nanoseconds: Int64) -> Timestamp? {
    let (moment, overflows) = nanosecondsSince1970.subtractingReportingOverflow(nanoseconds)
    let isInRange = Self.readableSeconds.contains(moment / 1_000_000_000)
    return overflows || !isInRange ? nil : Timestamp(nanosecondsSince1970: moment)
  }

  /// A number and a unit, in nanoseconds.
  private static func duration(_ text: String) -> Int64? {
    let unitSeconds: [Character: Int64] = [
      "s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800,
    ]
    guard let unit = text.last, let seconds = unitSeconds[unit], text.utf8.count <= 12,
      text.utf8.dropLast().allSatisfy(JSONScanner.isDigit), let count = Int64(text.dropLast())
    else { return nil }
    let (nanoseconds, overflows) = count.multipliedReportingOverflow(by: seconds * 1_000_000_000)
    return overflows ? nil : nanoseconds
  }

  /// The text as RFC 3339 has it, if it is a beginning of that; what is wrong stays wrong.
  private static func completed(_ text: String) -> String? {
    let bytes = Array(text.utf8.prefix(64))
    guard bytes.count == text.utf8.count, bytes.count >= 10 else { return nil }
    let date = String(decoding: bytes.prefix(10), as: UTF8.self)
    if bytes.count == 10 { return date + "T00:00:00Z" }
    guard bytes[10] | 0x20 == UInt8(ascii: "t") || bytes[10] == UInt8(ascii: " ") else {
      return nil
    }
    var clock = bytes.dropFirst(11)
    let zone = clock.suffix(zoneByteCount(of: clock))
    clock.removeLast(zone.count)
    // HH:MM has no seconds.
    let text = date + "T" + String(decoding: clock, as: UTF8.self) + (clock.count == 5 ? ":00" : "")
    return text + (zone.isEmpty ? "Z" : String(decoding: zone, as: UTF8.self))
  }

  /// How many bytes at the end of a clock time are `Z` or an offset such as `+01:00`.
  private static func zoneByteCount(of clock: ArraySlice<UInt8>) -> Int {
    if let last = clock.last, last | 0x20 == UInt8(ascii: "z") { return 1 }
    let offset = clock.suffix(6)
    let hasSign = offset.first == UInt8(ascii: "+") || offset.first == UInt8(ascii: "-")
    return offset.count == 6 && hasSign ? 6 : 0
  }
}
