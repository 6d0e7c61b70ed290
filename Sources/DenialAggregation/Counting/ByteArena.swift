import AuditLog

/// Many short texts, one after another in chunks that never move.
struct ByteArena: Sendable {
  /// A text begins at a multiple of four with its length in two bytes, or in four more behind two
  /// that are all ones.
  private var chunks: [[UInt8]] = []

  private static let chunkBytes = 1 << 16
  private static let unitsPerChunk: UInt32 = 1 << 14

  /// Appends a text; the result says where it stands.
  mutating func append(_ text: Span<UInt8>) -> UInt32 {
    let room = text.count + 6
    let fits = chunks.last.map { ($0.count + 3) & ~3 + room <= Self.chunkBytes } ?? false
    if !fits {
      chunks.append([])
      // The first chunk grows as it is filled.
      if chunks.count > 1 { chunks[chunks.count - 1].reserveCapacity(max(room, Self.chunkBytes)) }
    }
    return Self.append(text, to: &chunks[chunks.count - 1])
      + UInt32(chunks.count - 1) * Self.unitsPerChunk
  }

  private static func append(_ text: Span<UInt8>, to chunk: inout [UInt8]) -> UInt32 {
    while chunk.count & 3 != 0 { chunk.append(0) }
    let start = UInt32(chunk.count / 4)
    let count = text.count
    let short = min(count, 0xffff)
    chunk.append(UInt8(truncatingIfNeeded: short))
    chunk.append(UInt8(truncatingIfNeeded: short >> 8))
    if short == 0xffff {
      for shift in [0, 8, 16, 24] { chunk.append(UInt8(truncatingIfNeeded: count >> shift)) }
    }
    chunk.append(copying: text)
    return start
  }

  /// The text that stands at a place.
  func text(at start: UInt32) -> String {
    let (chunk, offset) = Self.place(of: start)
    let bytes = chunks[chunk]
    return String(decoding: bytes[Self.range(in: bytes.span, at: offset)], as: UTF8.self)
  }

  /// Whether the text at a place has these bytes.
  @inline(__always)
  func holds(_ text: Span<UInt8>, at start: UInt32) -> Bool {
    let (number, offset) = Self.place(of: start)
    let chunk = chunks[number]
    let bytes = chunk.span
    return ByteHash.areEqual(bytes.extracting(Self.range(in: bytes, at: offset)), text)
  }

  /// The hash of the text at a place.
  func hash(at start: UInt32, seed: UInt64) -> UInt64 {
    let (number, offset) = Self.place(of: start)
    let chunk = chunks[number]
    let bytes = chunk.span
    var hash = ByteHash(seed: seed)
    hash.combine(bytes.extracting(Self.range(in: bytes, at: offset)))
    return hash.value
  }

  /// Whether one text comes before another by its bytes.
  func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
    let (left, right) = (Self.place(of: left), Self.place(of: right))
    let (leftBytes, rightBytes) = (chunks[left.chunk], chunks[right.chunk])
    let (leftSpan, rightSpan) = (leftBytes.span, rightBytes.span)
    return ByteHash.precedes(
      leftSpan.extracting(Self.range(in: leftSpan, at: left.offset)),
      rightSpan.extracting(Self.range(in: rightSpan, at: right.offset)))
  }

  /// Takes out all texts in the order in which they came, and lets go of each chunk when it is done
  /// with.
  mutating func drain(_ body: (Span<UInt8>) -> Void) {
    for index in chunks.indices {
      var chunk: [UInt8] = []
      swap(&chunk, &chunks[index])
      let bytes = chunk.span
      var offset = 0
      while offset < bytes.count {
        let range = Self.range(in: bytes, at: offset)
        body(bytes.extracting(range))
        offset = (range.upperBound + 3) & ~3
      }
    }
    chunks = []
  }

  private static func place(of start: UInt32) -> (chunk: Int, offset: Int) {
    (Int(start / unitsPerChunk), Int(start % unitsPerChunk) * 4)
  }

  /// Where the bytes of a text are whose length stands at an offset.
  @inline(__always)
  private static func range(in chunk: Span<UInt8>, at offset: Int) -> Range<Int> {
    let count = Int(chunk[offset]) | Int(chunk[offset + 1]) << 8
    if count < 0xffff { return offset + 2..<offset + 2 + count }
    let long = (0..<4).reduce(0) { $0 | Int(chunk[offset + 2 + $1]) << ($1 * 8) }
    return offset + 6..<offset + 6 + long
  }
}
