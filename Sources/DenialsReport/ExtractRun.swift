package import DenialAggregation
import DenialClassification

/// The other job: logs in, denial records out, in the order of the input.
package enum ExtractRun {
  /// What a run comes to.
  package struct Outcome: Sendable {
    /// Whether at least one input could be read, or need not be.
    package let hasReadableInput: Bool
    /// The books of all sources together.
    package let books: Books
    /// The signal that ended the run before all was read. Then no footer says that a source is whole.
    package let signal: CInt?
  }

  /// Writes a header, a record for each distinct denial, and a footer for each source; or, in a form of
  /// others, only the denials.
  ///
  /// - Parameters:
  ///   - paths: Files, directories, `gs://` URLs, or `-` for standard input.
  ///   - options: How to read them.
  ///   - toolVersion: What the header says made the records.
  ///   - includesAll: Whether every other entry gets a line as well; only records can have them.
  ///   - form: How denials are written, if not as records.
  ///   - kept: Who gets what could not be read or judged.
  ///   - diagnose: Called on the caller's thread.
  ///   - write: Gets whole lines in order; called on any thread, one call at a time. It says whether
  ///     more may follow: once nobody reads on, the run ends.
  /// - Returns: What was read.
  package static func extract(
    from paths: [InputPath], options: RunOptions, toolVersion: String, includesAll: Bool,
    form: (any RecordForm)? = nil,
    kept: KeptLines = KeptLines(), diagnose: @escaping (Diagnostic) -> Void,
    write: @escaping @Sendable ([UInt8]) -> Bool
  ) -> Outcome {
    let list = InputList(paths: paths, window: options.window)
    var writer = JSONWriter(style: .compact)
    DenialRecord.writeHeader(
      tool: "denials-report \(toolVersion)", redaction: options.redaction?.mark, to: &writer)
    _ = write(form?.head ?? writer.bytes)
    let collector = OrderedCollector(
      RecordSink(
        sourceNames: list.sourceNames, filter: options.filter, includesAll: includesAll,
        form: form, write: write),
      kept: kept, sourceNames: list.sourceNames)
    let run = InputRun(
      on: list, options: options,
      keeping: form?.callers.map { .recordsAndCalls(of: $0) } ?? .records(all: includesAll),
      collector: collector,
      diagnose: diagnose)
    var result = run.run()
    if let signal = Interruption.signal {
      return Outcome(hasReadableInput: true, books: Books(), signal: signal)
    }
    guard var sink = collector.sink else {
      preconditionFailure("the collector was made with a sink")
    }
    let partners = collector.partners
    sink.receive(partners)
    writer.removeAll()
    for number in result.tally.sources.keys {
      result.tally.updateBooks(of: number) { books in
        books.leaveOut(denialEntries: sink.leftOutCounts[number] ?? 0)
        books.selection = options.selection
      }
    }
    for (number, books) in result.tally.sources.sorted(by: { $0.key < $1.key }) {
      var books = books
      books.isCapped = books.isCapped || partners.isCapped
      let checksum = sink.checksums[number] ?? RecordChecksum()
      RecordFooter(books: books, checksum: checksum, sourceCount: result.tally.sources.count)
        .write(to: &writer)
    }
    if !sink.isClosed, form == nil { _ = write(writer.bytes) }
    let sources = result.tally.sources.sorted { $0.key < $1.key }.map(\.value)
    let books = Books(sources, denials: sink.denialCount)
    return Outcome(
      hasReadableInput: result.readableCount + list.skippedFileCount > 0, books: books,
      signal: nil)
  }
}
