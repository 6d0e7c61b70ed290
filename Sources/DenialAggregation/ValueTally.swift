/// How often each value occurs, for lists that show the most frequent first.
struct ValueTally {
  /// Numbers of strings: most denials first, then by value.
  let counts: [(number: Int32, denials: Int)]

  /// - Parameters:
  ///   - numbers: Numbers of strings, one a denial; 0 stands for none and is not counted.
  ///   - strings: What the numbers stand for.
  init(_ numbers: some Sequence<Int32>, strings: StringTable) {
    let runs = numbers.filter { $0 != 0 }.runs()
    counts =
      runs.count < 2
      ? runs.map { (number: $0.value, denials: $0.count) }
      : runs.sorted { left, right in
        left.count == right.count
          ? strings.precedes(left.value, right.value) : left.count > right.count
      }.map { (number: $0.value, denials: $0.count) }
  }

  /// The values as a report shows them; all of them, or at most `limit`.
  func values(limit: Int = .max, strings: StringTable) -> [ValueCount] {
    counts.prefix(limit).map { ValueCount(value: strings[$0.number], denials: $0.denials) }
  }
}

extension Array where Element: Comparable {
  /// Each element once, in order, and how often it occurs.
  func runs() -> [(value: Element, count: Int)] {
    if count < 2 { return map { (value: $0, count: 1) } }
    var runs: [(value: Element, count: Int)] = []
    for element in sorted() {
      if runs.last?.value == element {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((value: element, count: 1))
      }
    }
    return runs
  }
}
