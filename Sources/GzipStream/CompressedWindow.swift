/// The latest bytes of a compressed stream, addressed by their offset in the whole stream.
struct CompressedWindow: Sendable {
  private(set) var bytes: [UInt8] = []
  /// The offset of the first byte that is kept.
  private(set) var startOffset = 0

  /// The offset after the last byte.
  var endOffset: Int { startOffset + bytes.count }

  subscript(offset: Int) -> UInt8 { bytes[offset - startOffset] }

  /// Where the byte at `offset` is in `bytes`.
  func index(of offset: Int) -> Int { offset - startOffset }

  /// Adds what comes next; bytes before `offset` may be forgotten.
  ///
  /// They go when they are many: what is kept has to move to the front, which pays off only for
  /// large amounts. So the window holds at most ``forgottenBytes`` more than the caller needs.
  mutating func append(_ block: [UInt8], keepingFrom offset: Int) {
    let droppableCount = offset - startOffset
    if droppableCount >= Self.forgottenBytes || droppableCount == bytes.count {
      bytes.removeFirst(droppableCount)
      startOffset = offset
    }
    bytes.append(contentsOf: block)
  }

  /// The offset of the next byte with this value, or the end.
  func firstOffset(of byte: UInt8, from offset: Int) -> Int {
    let kept = bytes.span
    var index = offset - startOffset
    while index < kept.count, kept[index] != byte { index += 1 }
    return startOffset + index
  }

  /// The offset of the next byte with another value, or the end.
  func firstOffset(ofOtherThan byte: UInt8, from offset: Int) -> Int {
    let kept = bytes.span
    var index = offset - startOffset
    while index < kept.count, kept[index] == byte { index += 1 }
    return startOffset + index
  }

  static let forgottenBytes = 512 * 1024
}
