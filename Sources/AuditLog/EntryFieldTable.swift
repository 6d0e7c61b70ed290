/// Finds fields by their keys.
struct EntryFieldTable {
  /// The fields by their hashes, or behind them, where two have the same.
  private var fields = [EntryField?](repeating: nil, count: hashCount)
  /// What is known of them.
  private var facts = [EntryField.Facts?](repeating: nil, count: hashCount)

  /// The table of all fields; to ask for it takes longer than to look something up.
  static let all = EntryFieldTable()

  private static let hashCount = 256

  private init() {
    for field in EntryField.allCases {
      var hash = Self.hash(KeyMark(field.facts.name), field.facts.container)
      while fields[hash] != nil { hash = Self.next(hash) }
      fields[hash] = field
      facts[hash] = field.facts
    }
  }

  /// The field that a key without escapes stands for; `nil` if none is read that has this name.
  @inline(__always)
  func field(
    _ key: ByteRange, in container: EntryField.Container, _ line: Span<UInt8>
  ) -> (field: EntryField, facts: EntryField.Facts)? {
    var hash = Self.hash(KeyMark(key, in: line), container)
    while let facts = facts[hash], let field = fields[hash] {
      if facts.container == container, ByteSearch.equals(line, key, facts.name) {
        return (field, facts)
      }
      hash = Self.next(hash)
    }
    return nil
  }

  @inline(__always)
  private static func next(_ hash: Int) -> Int { (hash &+ 1) & (hashCount &- 1) }

  @inline(__always)
  private static func hash(_ mark: KeyMark, _ container: EntryField.Container) -> Int {
    let word = mark.word ^ UInt64(container.rawValue) &<< 40
    return Int(truncatingIfNeeded: (word &* 0x9e37_79b9_7f4a_7c15) &>> 56)
  }
}
