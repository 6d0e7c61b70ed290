/// One record of a CSV file by RFC 4180: cells between commas, CRLF at its end.
///
/// What a terminal would obey is made visible first, so that a line feed in a cell is always ours.
struct CSVRow {
  private var bytes: [UInt8] = []
  private let isRaw: Bool

  /// - Parameter isRaw: Whether a cell may begin like a formula.
  private init(isRaw: Bool) {
    self.isRaw = isRaw
  }

  /// A whole record.
  ///
  /// - Parameters:
  ///   - isRaw: Whether a cell may begin like a formula.
  ///   - fill: Adds the cells.
  /// - Returns: The record with its end.
  static func bytes(isRaw: Bool, _ fill: (inout CSVRow) -> Void) -> [UInt8] {
    var row = CSVRow(isRaw: isRaw)
    fill(&row)
    row.end()
    return row.bytes
  }

  /// Adds a cell of values, a line each.
  mutating func add(_ values: [String]) {
    let text = values.map(printable).joined(separator: "\n")
    let cell = isRaw ? text : Self.withoutFormulas(text)
    if !bytes.isEmpty { bytes.append(UInt8(ascii: ",")) }
    guard cell.utf8.contains(where: Self.needsQuotes) || cell.first == " " || cell.last == " "
    else {
      // A first cell without a value would leave no trace before the next one.
      bytes += bytes.isEmpty && cell.isEmpty ? Array("\"\"".utf8) : Array(cell.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds a cell of one value; `nil` is empty.
  mutating func add(_ value: String?) { add([value].compactMap(\.self)) }

  mutating func add(_ value: Int) { add([String(value)]) }

  private mutating func end() { bytes += [0x0D, 0x0A] }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A
      || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|")
  }

  /// The text with an apostrophe before whatever could begin a formula.
  ///
  /// That is where a cell begins, and also behind what a spreadsheet may take for the end of one: in
  /// many countries a semicolon.
  /// - Source: https://owasp.org/www-community/attacks/CSV_Injection
  private static func withoutFormulas(_ text: String) -> String {
    var result = ""
    var isStart = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
        if isStart { result += "'" }
        isStart = false
      case ",", ";", "|", "\"", "\n": isStart = true
      case " ": break
      default: isStart = false
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
