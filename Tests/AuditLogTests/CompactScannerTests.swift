import Testing

@testable import AuditLog

/// Without white space and without checks, a line is read as with them.
struct CompactScannerTests {
  /// What stands behind a line, so that it does not end near the end.
  private static let slack = [UInt8](repeating: UInt8(ascii: "\""), count: 64)

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a document is the same value, and as long`(seed: UInt64) throws {
    var documents = DocumentGenerator(seed: seed, spaces: [""])
    for _ in 0..<500 {
      let line = Array(documents.document().utf8)
      let bytes = line + Self.slack
      var reading = CompactScanner(at: 0)
      let value = try JSONValue(reading: &reading, in: bytes.span)
      var passing = CompactScanner(at: 0)
      let range = passing.skipValue(in: bytes.span)
      let isSame = try value == read(line) && reading.byteOffset == line.count
      #expect(isSame && range == ByteRange(start: 0, end: line.count))
    }
  }

  @Test(arguments: [
    "0", "-1.5e+10", "true", "false", "null", "\"\"", "{}", "[]", "[[]]", "[1,2]", "{\"a\":1}",
    "\"\(String(repeating: "\\\\", count: 70))\"", "[\"\(String(repeating: "]", count: 130))\"]",
    "[\"\(String(repeating: "\\\"", count: 61))\",{\"]\\\\\":[]}]",
  ])
  func `a value ends where it ends, wherever it begins`(json: String) {
    for count in 0..<65 {
      let bytes = [UInt8](repeating: 0x20, count: count) + Array(json.utf8) + [0x2c] + Self.slack
      var scanner = CompactScanner(at: count)
      let range = scanner.skipValue(in: bytes.span)
      #expect(range == ByteRange(start: count, end: count + json.utf8.count))
    }
  }
}
