import AuditLog

/// Every distinct string once, by a small number.
struct StringTable: Sendable {
  private var numbers: [ExactText: Int32] = [ExactText(""): 0]
  private var strings: [String] = [""]

  /// The number of a string; the empty string is 0.
  mutating func number(of string: String) -> Int32 {
    if string.isEmpty { return 0 }
    let key = ExactText(string)
    if let number = numbers[key] { return number }
    let number = Int32(strings.count)
    numbers[key] = number
    strings.append(string)
    return number
  }

  /// The one copy of a string that all keys share.
  mutating func shared(_ string: String) -> String {
    let number = number(of: string)
    return self[number]
  }

  subscript(number: Int32) -> String { strings[Int(number)] }

  /// Whether one string comes before another by its bytes.
  func precedes(_ left: Int32, _ right: Int32) -> Bool {
    left != right && ExactText(self[left]) < ExactText(self[right])
  }

  /// Takes in all strings of another table; the result says by which numbers they go here.
  mutating func merge(_ other: StringTable) -> [Int32] {
    other.strings.map { number(of: $0) }
  }
}
