/// Names of permissions, each with the number of a row: found in any case, and each kept once.
///
/// All names stand in one array of bytes, one behind the other, since thousands of strings would
/// take most of a short run's time to make.
struct PermissionTable: Sendable {
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// The number of an entry, or -1, at the hash of its name or behind; a power of two of them.
  private var slots = [Int32](repeating: -1, count: 64)

  /// A name, and its row; `nil` for a name that is in the table without one.
  struct Entry: Sendable {
    fileprivate let start: Int32
    fileprivate let count: Int32
    /// Of the name in lower case.
    fileprivate let hash: UInt32
    /// Whether the name has no capital letter.
    fileprivate let isLowercase: Bool
    let row: Int?
  }

  /// How many names there are.
  var count: Int { entries.count }

  /// The name and row of every entry, in the order in which they came.
  var all: [(name: String, row: Int?)] { entries.map { (name(of: $0), $0.row) } }

  /// Adds a name; one that is there with the same letters stays as it is.
  mutating func insert(_ name: Name, row: Int?) {
    var slot = Int(name.hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      if isName(of: entries[Int(slots[slot])], name.hash, name.bytes.span.extracting(..<name.count))
      {
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(entries.count)
    entries.append(
      Entry(
        start: Int32(bytes.count), count: Int32(name.count), hash: name.hash,
        isLowercase: name.isLowercase, row: row))
    for index in 0..<name.count { bytes.append(name.bytes[index]) }
    if entries.count * 2 > slots.count { grow() }
  }

  /// The entry of a name.
  ///
  /// Of names that differ in case only (`httpFilters` and `httpfilters` are two things) each is found
  /// by its own letters, and in other letters the one without capitals, else the first that came.
  func entry(for name: String) -> Entry? {
    let name = name.utf8.span
    let hash = Name.hash(of: name)
    var found: Entry?
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if isName(of: entry, hash, name) { return entry }
      if entry.hash == hash, found == nil || entry.isLowercase, matches(entry, name) {
        found = entry
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return found
  }

  /// The name of an entry as it was added; `text` itself if that has the same letters.
  func name(of entry: Entry, like text: String) -> String {
    isName(of: entry, entry.hash, text.utf8.span) ? text : name(of: entry)
  }

  private func name(of entry: Entry) -> String {
    String(decoding: bytes[Int(entry.start)..<Int(entry.start + entry.count)], as: UTF8.self)
  }

  private func isName(of entry: Entry, _ hash: UInt32, _ name: Span<UInt8>) -> Bool {
    entry.hash == hash && Int(entry.count) == name.count
      && bytes.span.has(name, at: Int(entry.start))
  }

  /// Whether a name is that of an entry in any case.
  private func matches(_ entry: Entry, _ name: Span<UInt8>) -> Bool {
    guard Int(entry.count) == name.count else { return false }
    let start = Int(entry.start)
    for index in name.indices where bytes[start + index].lowercased != name[index].lowercased {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}

extension PermissionTable {
  /// A name under way, its hash along with it.
  struct Name {
    fileprivate private(set) var bytes = InlineArray<128, UInt8>(repeating: 0)
    fileprivate private(set) var count = 0
    fileprivate private(set) var isLowercase = true
    /// FNV-1a over the name in lower case.
    fileprivate private(set) var hash: UInt32 = 0x811c_9dc5

    init(_ text: String) {
      let text = text.utf8.span
      for index in text.indices { append(text[index]) }
    }

    /// - Precondition: The name has fewer than ``Permission/byteLimit`` bytes.
    mutating func append(_ byte: UInt8) {
      bytes[count] = byte
      count += 1
      if byte.isUppercaseLetter { isLowercase = false }
      hash = Self.next(hash, byte)
    }

    fileprivate static func hash(of name: Span<UInt8>) -> UInt32 {
      var hash = Name("").hash
      for index in name.indices { hash = next(hash, name[index]) }
      return hash
    }

    private static func next(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
      (hash ^ UInt32(byte.lowercased)) &* 0x0100_0193
    }
  }
}
