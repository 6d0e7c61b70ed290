/// Addresses of the Internet protocol, as text.
enum IPAddress {
  /// Whether it is one of version 4 or 6: of these without a zone, and without an IPv4 address in it.
  static func isValid(_ text: String) -> Bool {
    text.utf8.count <= 39 && (isVersion4(text) || isVersion6(text))
  }

  private static func isVersion4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 }
          && UInt8(part).map { String($0) == part } ?? false
      }
  }

  private static func isVersion6(_ text: String) -> Bool {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard halves.count <= 2 else { return false }
    let groups = halves.map { half in
      half.isEmpty ? [] : half.split(separator: ":", omittingEmptySubsequences: false)
    }
    let count = groups.reduce(0) { $0 + $1.count }
    return (halves.count == 2 ? count < 8 : count == 8)
      && groups.joined().allSatisfy { group in
        (1...4).contains(group.utf8.count) && group.utf8.allSatisfy { $0.isHexadecimal }
      }
  }
}

extension UInt8 {
  fileprivate var isHexadecimal: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
