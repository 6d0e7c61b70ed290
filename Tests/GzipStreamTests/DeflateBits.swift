@testable import GzipStream

/// Deflate data by hand, valid or not (RFC 1951).
struct DeflateBits {
  private(set) var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingCount: UInt64 = 0

  /// Writes a number, its lowest bit first.
  mutating func write(_ value: Int, _ count: Int) {
    pending |= UInt64(value) << pendingCount
    pendingCount += UInt64(count)
    while pendingCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingCount -= 8
    }
  }

  /// Writes a Huffman code, its highest bit first.
  mutating func writeCode(_ code: Int, _ count: Int) {
    for bit in stride(from: count - 1, through: 0, by: -1) { write(code >> bit & 1, 1) }
  }

  /// Fills the byte that was begun with zeros.
  mutating func align() {
    if pendingCount > 0 { write(0, 8 - Int(pendingCount)) }
  }

  /// A literal, a length or the end of the block in the fixed code.
  mutating func writeFixed(_ symbol: Int) {
    switch symbol {
    case 0..<144: writeCode(0x30 + symbol, 8)
    case 144..<256: writeCode(0x190 + symbol - 144, 9)
    case 256..<280: writeCode(symbol - 256, 7)
    default: writeCode(0xC0 + symbol - 280, 8)
    }
  }

  /// Text in a block of its own by the fixed code.
  mutating func writeFixedBlock(_ text: [UInt8], isLast: Bool = false) {
    write(isLast ? 1 : 0, 1)
    write(1, 2)
    for byte in text { writeFixed(Int(byte)) }
    writeFixed(256)
  }

  /// The header of a block whose codes have these lengths, each written as it is.
  ///
  /// - Parameters:
  ///   - literals: The lengths of 257 to 286 literals and lengths.
  ///   - distances: The lengths of 1 to 30 distances.
  ///   - isLast: Whether no block follows.
  ///   - codeLengths: Of the code for lengths 0 to 18; by default 4 bits for 0 to 15.
  mutating func writeHeader(
    literals: [Int], distances: [Int], isLast: Bool = true,
    codeLengths: [Int] = [Int](repeating: 4, count: 16) + [0, 0, 0]
  ) {
    write(isLast ? 1 : 0, 1)
    write(2, 2)
    write(literals.count - 257, 5)
    write(distances.count - 1, 5)
    write(15, 4)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for symbol in order { write(codeLengths[symbol], 3) }
    let codes = Self.codes(of: codeLengths)
    for length in literals + distances { writeCode(codes[length], codeLengths[length]) }
  }

  /// The canonical codes of these lengths.
  static func codes(of lengths: [Int]) -> [Int] {
    var codes = [Int](repeating: 0, count: lengths.count)
    var code = 0
    for length in 1...15 {
      for symbol in lengths.indices where lengths[symbol] == length {
        codes[symbol] = code
        code += 1
      }
      code <<= 1
    }
    return codes
  }

  /// A gzip member of these bits, with the trailer of the text.
  func member(of text: [UInt8]) -> [UInt8] {
    var whole = self
    whole.align()
    let trailer = storedMember(text).suffix(8)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + whole.bytes + trailer
  }
}
