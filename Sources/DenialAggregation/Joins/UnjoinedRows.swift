import DenialClassification

/// The rows of a tally, told apart: those that speak of other entries, and the rest.
struct UnjoinedRows {
  /// The rows that are alone.
  private(set) var rest: Chunked<DenialRow>
  /// The rows that may have something in common.
  private(set) var rows: [JoinedRow] = []
  /// All of them as the tally numbers them.
  private let all: Chunked<DenialRow>
  private let replaced: [UInt32: UInt32]

  /// - Parameters:
  ///   - all: The rows of a tally.
  ///   - parts: What rows have in common, of versions that did not stay too.
  ///   - replaced: The rows that are copies because their sources are, each with the one that stays.
  ///   - tables: What the numbers mean.
  init(
    _ all: Chunked<DenialRow>, _ parts: Chunked<RowParts>, _ replaced: [UInt32: UInt32],
    _ tables: DenialTables
  ) {
    (self.all, self.replaced, rest) = (all, replaced, all)
    var leaving = Set(replaced.keys)
    for index in parts.indices {
      let part = parts[index]
      let number = replaced[part.row] ?? part.row
      let row = all[Int(number)]
      if row.contentHash == part.contentHash, leaving.insert(number).inserted {
        rows.append(JoinedRow(row, part, tables))
      }
    }
    // The last row takes the place of one that leaves, so later ones go first.
    for number in leaving.sorted(by: >) { rest.swapRemove(at: Int(number)) }
  }

  /// Whether an example of a call is of a denial as it stayed.
  func stays(_ example: ExampleTable.Example, ofCall call: Int, _ tables: DenialTables) -> Bool {
    let row = all[Int(replaced[example.row] ?? example.row)]
    return row.contentHash == example.contentHash
      && tables.contexts[Int(row.context)].call == call
  }
}

/// The calls of each finding.
struct CallsByFinding: Sendable {
  /// Where the calls of each finding begin.
  private var starts: [Int32] = [0]
  private var calls: [Int32] = []

  init() {}

  init(_ tables: DenialTables) {
    var ends = [Int32](repeating: 0, count: tables.findings.count + 1)
    for call in 0..<tables.calls.count { ends[Int(tables.calls[call].finding) + 1] += 1 }
    for finding in 1..<max(ends.count, 1) { ends[finding] += ends[finding - 1] }
    starts = ends
    calls = [Int32](repeating: 0, count: tables.calls.count)
    for call in 0..<tables.calls.count {
      let finding = Int(tables.calls[call].finding)
      calls[Int(ends[finding])] = Int32(call)
      ends[finding] += 1
    }
  }

  subscript(finding: Int32) -> ArraySlice<Int32> {
    calls[Int(starts[Int(finding)])..<Int(starts[Int(finding) + 1])]
  }
}
