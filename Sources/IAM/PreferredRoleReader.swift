/// Reads the text of a service's rules from front to back.
///
/// By bytes, as a report waits for it. The text is part of the program: what breaks its form is a
/// mistake of the program.
struct PreferredRoleReader {
  /// In the order of the text.
  private(set) var rows: [PreferredRole] = []
  private(set) var patterns: PermissionPatterns
  /// What stands between `|` in the header above; `nil` where no role is a good answer.
  private var fields: [String]?
  /// What the role above includes.
  private var includes: [Role] = []

  /// - Parameter service: Without `.googleapis.com`.
  init(of service: String) { patterns = PermissionPatterns(of: service) }

  /// Reads a whole text, once.
  mutating func read(_ text: String) {
    let bytes = text.utf8.span
    var start = 0
    var hasHeader = false
    while start < bytes.count {
      let end = Self.lineEnd(in: bytes, from: start)
      while start < end, bytes[start].isASCII(" ") { start += 1 }
      let line = start..<end
      if bytes.has("roles/".utf8.span, at: start) {
        endRow()
        fields = text[...].utf8Slice(start, end).parts(at: "|").map(Self.trimmed)
        hasHeader = true
      } else if line.count == 7, bytes.has("no role".utf8.span, at: start) {
        endRow()
        hasHeader = true
      } else {
        precondition(hasHeader, "no role above the patterns")
        if bytes.has("> ".utf8.span, at: start) {
          for part in text[...].utf8Slice(start + 2, end).parts(at: " ") { include(part) }
        } else {
          patterns.read(bytes, in: line, row: fields == nil ? nil : rows.count)
        }
      }
      start = end + 1
    }
    endRow()
  }

  /// A role includes what its parts include; they stand above it.
  private mutating func include(_ part: Substring) {
    let name = "roles/" + part
    guard let row = rows.first(where: { $0.role.name == name }) else {
      add(Self.role(named: name))
      return
    }
    add(row.role)
    for role in row.includes { add(role) }
  }

  private mutating func add(_ role: Role) {
    if !includes.contains(where: { $0.name == role.name }) { includes.append(role) }
  }

  /// Ends the row whose header was read last, if there is one.
  private mutating func endRow() {
    guard let fields else { return }
    let last = fields[fields.count - 1]
    let beta = last.dropping(suffix: " BETA")
    guard fields.count >= 3, let size = Int(beta ?? last[...]) else {
      preconditionFailure("no title or size of \(fields[0])")
    }
    rows.append(
      PreferredRole(
        role: Self.role(named: fields[0]), titles: Array(fields[1..<(fields.count - 1)]),
        size: size, stage: beta != nil ? .beta : .generallyAvailable, includes: includes.sorted()))
    self.fields = nil
    includes = []
  }

  private static func role(named name: String) -> Role {
    guard let role = Role(name) else { preconditionFailure("no role to suggest: \(name)") }
    return role
  }

  /// Where the line ends that begins at `start`; one that ends in a comma or bar goes on in the next.
  private static func lineEnd(in text: Span<UInt8>, from start: Int) -> Int {
    var from = start
    while let end = text.offset(of: "\n", from: from) {
      let last = end > start ? text[end - 1] : 0
      if last != UInt8(ascii: ","), last != UInt8(ascii: "|") { return end }
      from = end + 1
    }
    precondition(
      !text[text.count - 1].isASCII(",") && !text[text.count - 1].isASCII("|"),
      "the text goes on nowhere")
    return text.count
  }

  /// Without the white space around it.
  private static func trimmed(_ text: Substring) -> String {
    var bytes = text.utf8.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    while bytes.last == UInt8(ascii: " ") || bytes.last == UInt8(ascii: "\n") {
      bytes.removeLast()
    }
    return String(Substring(bytes))
  }
}
