import DenialAggregation
import DenialClassification

/// Who gets what could not be read or not be judged, in the order of the input.
///
/// Called with whole lines of NDJSON, on any thread, one call at a time.
package struct KeptLines: Sendable {
  package var rejects: (@Sendable ([UInt8]) -> Void)?
  package var unclassified: (@Sendable ([UInt8]) -> Void)?

  package init(
    rejects: (@Sendable ([UInt8]) -> Void)? = nil,
    unclassified: (@Sendable ([UInt8]) -> Void)? = nil
  ) {
    (self.rejects, self.unclassified) = (rejects, unclassified)
  }

  /// What somebody wants.
  var kinds: Kinds { Kinds(rejects: rejects != nil, unclassified: unclassified != nil) }

  struct Kinds: Hashable, Sendable {
    var rejects = false
    var unclassified = false
  }

  /// Passes on what a batch has.
  func receive(_ batch: ScannedBatch, sourceName: (Int) -> String) {
    if let rejects, !batch.rejects.isEmpty {
      var writer = JSONWriter(style: .compact)
      for reject in batch.rejects {
        reject.write(sourceName: sourceName(reject.source), to: &writer)
      }
      rejects(writer.bytes)
    }
    if let unclassified, !batch.unclassified.isEmpty {
      var writer = JSONWriter(style: .compact)
      for (entry, place) in batch.unclassified {
        entry.write(
          source: sourceName(place.source), lineNumber: place.lineNumber,
          byteOffset: place.byteOffset, to: &writer)
      }
      unclassified(writer.bytes)
    }
  }
}
