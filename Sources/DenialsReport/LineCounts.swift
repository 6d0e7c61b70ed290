import DenialAggregation

/// How many lines came before a place, for the few of which the number is asked.
///
/// A reader that counted the lines of each batch would take about a thirtieth longer than inflating
/// takes; whoever scans a batch knows at the end anyway.
struct LineCounts: Sendable {
  private struct Part: Sendable {
    let byteOffset: Int
    let lineCount: Int
  }

  private var parts: [Int: [Part]] = [:]

  /// Takes note of a stretch of a source, or of a line that is in no batch.
  mutating func add(_ lineCount: Int, at byteOffset: Int, ofSource source: Int) {
    parts[source, default: []].append(Part(byteOffset: byteOffset, lineCount: lineCount))
  }

  mutating func merge(_ other: LineCounts) {
    parts.merge(other.parts, uniquingKeysWith: +)
  }

  /// The number of the line at a place, which has the number that its batch gave it.
  func lineNumber(of place: EntryPlace) -> Int {
    let parts = parts[place.source, default: []]
    // The last stretch that begins at the place or before it holds it.
    guard let start = parts.map(\.byteOffset).filter({ $0 <= place.byteOffset }).max() else {
      return place.lineNumber
    }
    let before = parts.filter { $0.byteOffset < start }
    return before.reduce(place.lineNumber) { $0 + $1.lineCount }
  }
}
