/// How far a run is at one moment.
package struct RunMoment: Hashable, Sendable {
  /// The size of what was read, before any inflating.
  package var readBytes = 0
  /// The size of all there is to read; `nil` if nobody knows, as of a pipe.
  package var totalBytes: Int?
  /// The size of the text that was scanned.
  package var textBytes = 0
  /// How many entries there were in it.
  package var entries = 0
  /// How many of them are denials, copies included.
  package var denials = 0
  /// The source that was begun last, as reports name it.
  package var sourceName = ""
  /// How many sources were begun.
  package var begunCount = 0
  /// How many sources there are.
  package var sourceCount = 0

  package init() {}
}
