import AuditLog
import DenialAggregation

/// The hours that a file of a Cloud Storage sink is of, as its path says.
///
///     …/cloudaudit.googleapis.com/activity/2026/11/21/14:00:00_14:59:59_S0.json
///     …/2026/11/21/14:00:00_14:59:59_A0:1795274100.json.gz
///
/// Entries that come an hour or more after they were written are in files whose names end in `A0`,
/// `A1` and so on, with the hour of the entry and the time of the file.
/// - Source: https://cloud.google.com/logging/docs/export/storage#gcs-organization
struct SinkHours: Hashable {
  let start: Timestamp
  /// The first moment that is later.
  let end: Timestamp

  /// - Returns: `nil` if the path is not as a sink names its files, so that nothing is known.
  init?(_ path: InputPath) {
    let parts = path.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .suffix(4).map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 4, let name = FileName(parts[3]) else { return nil }
    let date = parts.prefix(3).joined(separator: "-")
    guard let start = Timestamp("\(date)T\(name.start)Z"),
      let last = Timestamp("\(date)T\(name.last)Z"), start <= last
    else { return nil }
    self.start = start
    end = Timestamp(nanosecondsSince1970: last.nanosecondsSince1970 + 1_000_000_000)
  }

  /// Whether no entry in the file can be inside a window.
  ///
  /// Files are taken to hold what is up to three hours away from their hours, so that nothing hangs
  /// on how late an entry may come without an addendum.
  func areOutside(_ window: TimeWindow) -> Bool {
    !window.overlaps(
      from: start.later(byHours: -SinkDelay.hours), to: end.later(byHours: SinkDelay.hours))
  }

  /// `14:00:00_14:59:59_S0.json`: two times of day and a shard, maybe of an addendum with its time.
  private struct FileName {
    let start: Substring
    let last: Substring

    init?(_ name: String) {
      let stem = ["json", "json.gz"].lazy.compactMap { ending -> Substring? in
        name.hasSuffix("." + ending) ? name.dropLast(ending.count + 1) : nil
      }.first
      guard let parts = stem?.split(separator: "_", omittingEmptySubsequences: false),
        parts.count == 3, Self.isShard(parts[2])
      else { return nil }
      (start, last) = (parts[0], parts[1])
    }

    /// `S0`, `A0` or `A0:1795274100`.
    private static func isShard(_ text: Substring) -> Bool {
      guard let kind = text.first, kind == "S" || kind == "A" else { return false }
      let numbers = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
      return numbers.count <= 2
        && numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }
  }
}
