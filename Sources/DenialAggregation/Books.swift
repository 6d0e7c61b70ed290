public import DenialClassification

/// What was read and where it went: nothing is dropped silently.
///
/// `lines = entries + blank + malformed + oversize` and
/// `entries = denials + suppressed + duplicates + merged… + otherClasses` hold for every input.
public struct Books: Hashable, Sendable {
  /// Sources by content: one that was read twice counts once.
  public var sources = 0
  /// Bytes as they came, compressed or not.
  public var compressedBytes = 0
  /// Bytes of text.
  public var uncompressedBytes = 0
  /// Lines of text, or the documents of a source that is an array or the like; a source's last line
  /// may lack its line feed.
  public var lines = 0
  /// Lines of white space.
  public var blank = 0
  /// JSON documents that were read whole.
  public var entries = 0
  /// Distinct denials that are reported.
  public var denials = 0
  /// Distinct denials that a file of suppressions leaves out.
  public var suppressed = 0
  /// Further copies of a denial.
  public var duplicates = 0
  /// Entries folded into a denial as another part of the same divided entry.
  public var mergedSplits = 0
  /// Entries folded into a denial as the second refused half of a long-running call.
  public var mergedOperations = 0
  /// Entries folded into a denial as its twin by VPC Service Controls' unique id.
  public var mergedTwins = 0
  /// Divided entries of which a part is missing; they are among the denials.
  public var incompleteSplits = 0
  /// Halves of long-running calls whose other half, and with it the principal, is missing; they are
  /// among the denials.
  public var unmatchedOperations = 0
  /// Entries that are no denial, by class.
  public var otherClasses: [EntryClass: Int] = [:]
  /// Lines that are not a JSON object.
  public var malformed = 0
  /// Lines beyond the limit.
  public var oversize = 0
  /// Sources whose compressed stream is corrupt or ends too early.
  public var corruptSources = 0
  /// Sources that could not be opened or read.
  public var unreadableSources = 0

  /// Books of nothing.
  public init() {}

  /// Whether there was something to read, and no line of it is an entry.
  package var holdOnlyRejects: Bool { entries == 0 && malformed + oversize > 0 }

  /// Entries folded into a denial, for whatever reason.
  public var merged: Int { mergedSplits + mergedOperations + mergedTwins }

  /// Whether every line and every entry is accounted for.
  public var balance: Bool {
    lines == entries + blank + malformed + oversize
      && entries == denials + suppressed + duplicates + merged + otherClasses.values.reduce(0, +)
      && duplicates >= 0 && otherClasses.values.allSatisfy { $0 >= 0 }
  }
}
