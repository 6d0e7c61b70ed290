extension JSONTree {
  /// The fields of an entry that a glance has found, which has the payload `protoPayload`.
  ///
  /// Offsets count from the start of the bytes that the glance looked at. `nil` if a key comes twice,
  /// which a careful reading sorts out.
  init?(_ glance: LineGlance, in bytes: Span<UInt8>) {
    var scanner = CompactScanner(at: glance.start)
    self.init()
    nodes.reserveCapacity(64)
    let start = scanner.byteOffset
    nodes.append(Node(field: nil, value: ByteRange(start: start, end: start), end: 1))
    guard addFields(of: .entry, EntryFieldTable.all, from: &scanner, in: bytes) else { return nil }
    nodes[Self.root].value.end = scanner.byteOffset
    nodes[Self.root].end = nodes.count
  }

  private mutating func addFields(
    of container: EntryField.Container, _ table: EntryFieldTable,
    from scanner: inout CompactScanner, in bytes: Span<UInt8>
  ) -> Bool {
    _ = scanner.enterObject(in: bytes)
    while let key = scanner.nextKey(in: bytes) {
      guard let (field, facts) = table.field(key.range, in: container, bytes) else {
        scanner.skipValue(in: bytes)
        continue
      }
      guard
        note(field),
        addValue(
          of: field, facts.value, mayBeList: facts.mayBeList, table, from: &scanner, in: bytes)
      else { return false }
    }
    return true
  }

  /// Takes note of where the value of a field comes next; `false` if it came before.
  private mutating func note(_ field: EntryField) -> Bool {
    if field.isOfElement { return true }
    let place = Int(field.rawValue)
    guard places[place] == 0, nodes.count <= Int16.max else { return false }
    places[place] = Int16(truncatingIfNeeded: nodes.count)
    return true
  }

  /// Adds a value and what fields stand in it.
  ///
  /// - Parameters:
  ///   - field: What the value is; `nil` for the element of a list.
  ///   - container: What it is if it is an object; `nil` if no fields stand there.
  ///   - mayBeList: Whether it may be a list of those as well.
  ///   - table: All fields.
  ///   - scanner: Stands before the value, and behind it afterwards.
  ///   - bytes: What the scanner works in.
  /// - Returns: `false` if a key came twice.
  private mutating func addValue(
    of field: EntryField?, _ container: EntryField.Container?, mayBeList: Bool,
    _ table: EntryFieldTable, from scanner: inout CompactScanner, in bytes: Span<UInt8>
  ) -> Bool {
    let start = scanner.byteOffset
    let number = nodes.count
    var node = Node(field: field, value: ByteRange(start: start, end: start), end: number &+ 1)
    let first = bytes[start]
    if first == UInt8(ascii: "\"") {
      node.hasEscapes = scanner.skipString(in: bytes).hasEscapes
    } else if let container, first == UInt8(ascii: "{") || mayBeList && first == UInt8(ascii: "[") {
      nodes.append(node)
      guard addInside(of: container, isList: first != UInt8(ascii: "{"), table, &scanner, bytes)
      else { return false }
      nodes[number].value.end = scanner.byteOffset
      nodes[number].end = nodes.count
      return true
    } else {
      scanner.skipValue(in: bytes)
    }
    node.value.end = scanner.byteOffset
    nodes.append(node)
    return true
  }

  /// Adds what stands in a container, or in the elements of a list of them.
  private mutating func addInside(
    of container: EntryField.Container, isList: Bool, _ table: EntryFieldTable,
    _ scanner: inout CompactScanner, _ bytes: Span<UInt8>
  ) -> Bool {
    guard isList else { return addFields(of: container, table, from: &scanner, in: bytes) }
    _ = scanner.enterArray(in: bytes)
    while scanner.nextElement(in: bytes) {
      guard addValue(of: nil, container, mayBeList: false, table, from: &scanner, in: bytes) else {
        return false
      }
    }
    return true
  }
}
