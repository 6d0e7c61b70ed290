import CByteMask

/// Sixty-four bytes of text, which tell where in them a byte stands: one bit a byte, the first byte
/// lowest.
struct ByteBlock {
  private let first: SIMD16<UInt8>
  private let second: SIMD16<UInt8>
  private let third: SIMD16<UInt8>
  private let fourth: SIMD16<UInt8>

  static let byteCount = 64

  /// The bytes from `offset` on, all of which must be there.
  @inline(__always)
  init(_ bytes: Span<UInt8>, at offset: Int) {
    assert(offset >= 0 && offset + Self.byteCount <= bytes.count)
    first = ByteSearch.vector(in: bytes, at: offset)
    second = ByteSearch.vector(in: bytes, at: offset &+ 16)
    third = ByteSearch.vector(in: bytes, at: offset &+ 32)
    fourth = ByteSearch.vector(in: bytes, at: offset &+ 48)
  }

  /// The bytes from `offset` on, which are checked to be there.
  @inline(__always)
  init(checking bytes: Span<UInt8>, at offset: Int) {
    precondition(offset >= 0 && offset &+ Self.byteCount <= bytes.count, "inside of the bytes")
    self.init(bytes, at: offset)
  }

  /// Where `byte` stands.
  @inline(__always)
  func places(of byte: UInt8) -> UInt64 {
    // A bare literal would select a comparison byte by byte, at a tenth of the speed.
    let wanted = SIMD16(repeating: byte)
    return places { $0 .== wanted }
  }

  /// Where a byte stands that is `byte` with bit 5 set: `{` also finds `[`, which has it not.
  @inline(__always)
  func places(ofEitherCase byte: UInt8) -> UInt64 {
    let wanted = SIMD16(repeating: byte)
    let bit = SIMD16<UInt8>(repeating: 0x20)
    return places { $0 | bit .== wanted }
  }

  /// Where control characters stand.
  @inline(__always)
  var placesOfControls: UInt64 {
    let space = SIMD16<UInt8>(repeating: 0x20)
    return places { $0 .< space }
  }

  /// Where bytes of non-ASCII characters stand.
  @inline(__always)
  var placesOfNonASCII: UInt64 {
    let end = SIMD16<UInt8>(repeating: 0x80)
    return places { $0 .>= end }
  }

  /// Where backslashes, control characters and bytes of non-ASCII characters stand.
  @inline(__always)
  var placesOfSpecials: UInt64 {
    let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    // As signed numbers, the bytes of non-ASCII characters are below zero.
    let space = SIMD16<Int8>(repeating: 0x20)
    return places { bytes in
      // SAFETY: sixteen bytes, and plain numbers.
      let signed = unsafe unsafeBitCast(bytes, to: SIMD16<Int8>.self)
      return (bytes .== backslash) .| (signed .< space)
    }
  }

  @inline(__always)
  private func places(_ isWanted: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>) -> UInt64 {
    Self.bits(isWanted(first)) | Self.bits(isWanted(second)) &<< 16
      | Self.bits(isWanted(third)) &<< 32 | Self.bits(isWanted(fourth)) &<< 48
  }

  @inline(__always)
  private static func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> UInt64 {
    // SAFETY: a mask is as wide as what it compares, and plain numbers.
    cbytemask_bits(unsafe unsafeBitCast(mask, to: SIMD16<UInt8>.self))
  }
}
