import DenialAggregation

/// A record, and the number that a run gives to the source that it names.
struct KeptRecord: Sendable {
  let record: DenialRecord
  let source: Int
}

/// Numbers that a run gives to sources, so that equal inputs have equal numbers.
enum SourceNumber {
  /// Of an input file that holds log entries.
  static func ofFile(_ index: Int) -> Int { index << 32 }

  /// Of a source that a file of records names, from 1.
  static func ofRecords(file: Int, source: Int) -> Int { file + source }
}
